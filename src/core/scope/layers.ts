/** Which cortical layers an area has, indistinctly has, or lacks, by the entries of the vocabulary. */
import { builtin } from "../atlas/builtin.ts";
import { type LayerEntry, type LayerStatus, scopeData } from "./data.ts";
import { type ScopeTerm, type ScopeVocabulary, scopeVocabulary } from "./vocabulary.ts";

/** What is known of one layer in one area. */
export interface LayerInArea {
  readonly status: LayerStatus;
  /** The area whose entries say so: the one asked for, or one that it lies under. */
  readonly from: ScopeTerm | undefined;
  /** The entries, the mildest first where they disagree. */
  readonly entries: readonly LayerEntry[];
}

/** From the mildest to the most severe: where entries disagree for one species, the mildest counts. */
const byMildness: readonly LayerStatus[] = ["present", "unknown", "varies", "indistinct", "other-structure", "absent"];

const lacking: ReadonlySet<LayerStatus> = new Set(["other-structure", "absent"]);

const unknown: LayerInArea = { status: "unknown", from: undefined, entries: [] };

/** Ids as the data writes them, `cortex.l4`, by ids of parts, `cortex:L4`, in the order of the cortex atlas. */
let dataIds: ReadonlyMap<string, string> | undefined;

function layerIds(): ReadonlyMap<string, string> {
  if (!dataIds) {
    const cortex = builtin().atlases.find((atlas) => atlas.id === "cortex");
    const layers = cortex?.parts.filter((part) => part.kind === "layer" || part.kind === "layer-group") ?? [];
    dataIds = new Map(
      layers.flatMap((part) => part.synonyms.filter(({ notation }) => notation === "id").map(({ text }) => [part.id, text] as const)),
    );
  }
  return dataIds;
}

const none: readonly ScopeTerm[] = [];

/**
 * What is known of a layer in an area, given the species of the same scope.
 * @param layer The id of a part of the cortex atlas: `cortex:L4`.
 */
export function layerInArea(
  area: ScopeTerm,
  layer: string,
  species: readonly ScopeTerm[] = none,
  extra: readonly ScopeTerm[] = none,
): LayerInArea {
  const vocabulary = scopeVocabulary(extra);
  const id = layerIds().get(layer);
  if (id === undefined) return unknown;
  for (const place of vocabulary.withBroader(area)) {
    const found = layerAt(place, id, species, vocabulary);
    if (found) return { from: place, ...found };
  }
  return unknown;
}

/**
 * The layers that an area is known to lack, or whose number names another structure there, as ids of the cortex atlas;
 * none where that is not known. `indistinct` and `varies` are not lacking: ask `layerInArea`.
 */
export function layersLacking(
  area: ScopeTerm,
  species: readonly ScopeTerm[] = none,
  extra: readonly ScopeTerm[] = none,
): readonly string[] {
  return [...layerIds().keys()].filter((layer) => lacking.has(layerInArea(area, layer, species, extra).status));
}

/** How the layers of an area are counted, in words: `three layers`; undefined where that is not known. */
export function layerScheme(area: ScopeTerm, extra: readonly ScopeTerm[] = none): string | undefined {
  for (const place of scopeVocabulary(extra).withBroader(area)) {
    if (place.layers) return scopeData.layer_rules.schemes[place.layers.scheme];
  }
  return undefined;
}

type Found = Pick<LayerInArea, "status" | "entries">;

/** What an area's own entries say of a layer: of itself, else of all its sublayers, else of a group that holds it. */
function layerAt(area: ScopeTerm, layer: string, species: readonly ScopeTerm[], vocabulary: ScopeVocabulary): Found | undefined {
  const own = entriesOn(area, layer, species, vocabulary);
  if (own) return own;
  const { groups } = scopeData.layer_rules;
  const members = (groups[layer] ?? []).map((member) => entriesOn(area, member, species, vocabulary));
  if (members.length > 0 && members.every((member) => member !== undefined)) {
    const statuses = new Set(members.map((member) => member.status));
    const entries = [...new Set(members.flatMap((member) => member.entries))];
    return { status: statuses.size === 1 ? (members[0] as Found).status : "varies", entries };
  }
  for (const [group, its] of Object.entries(groups)) {
    const whole = its.includes(layer) ? entriesOn(area, group, species, vocabulary) : undefined;
    // a group that is there says nothing of each of its layers
    if (whole && lacking.has(whole.status)) return whole;
  }
  return undefined;
}

/** Entries for the species in scope, nearest first, before those for all; those for other species alone are not known. */
function entriesOn(area: ScopeTerm, layer: string, species: readonly ScopeTerm[], vocabulary: ScopeVocabulary): Found | undefined {
  const entries = area.layers?.entries.filter((entry) => entry.layers.includes(layer)) ?? [];
  for (const one of species) {
    for (const above of vocabulary.withBroader(one)) {
      const found = mildest(entries.filter((entry) => entry.species?.includes(above.id)));
      if (found) return found;
    }
  }
  return mildest(entries.filter((entry) => entry.species === undefined));
}

function mildest(entries: readonly LayerEntry[]): Found | undefined {
  const ordered = [...entries].sort((a, b) => byMildness.indexOf(a.status) - byMildness.indexOf(b.status));
  return ordered[0] && { status: ordered[0].status, entries: ordered };
}
