/** What the text leaves unsaid, said between its words: the strength earned, where an observation lies, the part meant by a name. */
import type { AtlasPart } from "../atlas/atlas.ts";
import { type Names, normalName } from "../atlas/lookup.ts";
import { assess } from "../evidence/standing.ts";
import { verdictOn } from "../evidence/verdict-kept.ts";
import { isClaim, meaningOf } from "../model/meaning.ts";
import type { ResolvedEnd, ResolvedName } from "../model/resolve.ts";
import { resolveClaim, resolveEnd } from "../model/resolve.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Item } from "../syntax/tree.ts";
import { walkItem } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { placedItems } from "./occurrences.ts";
import { endsOf } from "./subject.ts";
import { liesWhere } from "./verdict-words.ts";

export interface InlayHint {
  /** Where it stands, an offset of the host. */
  readonly at: number;
  readonly label: string;
  readonly tooltip: string;
}

/** A hint of an item; its place counts from the item's start. */
interface ItemHint {
  readonly at: number;
  readonly label: string;
  readonly tooltip: string;
}

/** The hints of a document, or of those of its items that `within` touches, in the order of the text. */
export function inlayHints(snapshot: Snapshot, uri: string, within?: Span): InlayHint[] {
  const source = snapshot.documents.get(uri);
  if (!source) return [];
  const names = snapshot.names(uri);
  const hints: InlayHint[] = [];
  for (const { item, toHost } of placedItems(source)) {
    if (item.form !== "item" || item.word === "part" || item.word === "use") continue;
    const { start, end } = toHost({ start: 0, end: item.contentEnd });
    if (within && (start > within.end || end < within.start)) continue;
    for (const hint of [...strengthHint(item, uri, snapshot), ...verdictHints(item, uri, snapshot), ...namesIn(item, names)])
      hints.push({ ...hint, at: toHost({ start: hint.at, end: hint.at }).start });
  }
  return hints.sort((a, b) => a.at - b.at);
}

/** What the evidence earns, where that is not what is asserted. */
function strengthHint(item: Item, uri: string, snapshot: Snapshot): ItemHint[] {
  const meaning = meaningOf(item);
  // a family is not judged, and a denial asserts no strength of its own; before all is read, evidence may be missing
  if (!isClaim(meaning) || meaning.kind === "mapping" || meaning.negated || !meaning.strength?.known || !snapshot.complete) return [];
  const { asserted, earned, standing } = assess(meaning, uri, snapshot);
  if (standing === "open" || earned === asserted) return [];
  const tooltip = earned
    ? `The evidence that is cited earns ${earned}; the claim asserts ${asserted}.`
    : `Nothing that is cited earns any strength; the claim asserts ${asserted}.`;
  return [{ at: meaning.strength.end, label: `earned ${earned ?? "nothing"}`, tooltip }];
}

/** Behind everything that was observed: where it lies, and the number where the text does not give it. */
function verdictHints(item: Item, uri: string, snapshot: Snapshot): ItemHint[] {
  const meaning = meaningOf(item);
  if (meaning.kind !== "prediction" || meaning.observed.length === 0 || !snapshot.complete) return [];
  const { observations, reason, verdict } = verdictOn(meaning, uri, snapshot);
  return observations.map((observation) => {
    const number = observation.node.test === undefined && observation.value !== undefined ? `${observation.value}: ` : "";
    return {
      at: observation.result.end,
      label: `${number}${liesWhere(observation)}`,
      tooltip: `${observation.reason === undefined ? "" : `Because: ${observation.reason}. `}The prediction is ${verdict}. ${reason}`,
    };
  });
}

const kept = new WeakMap<Item, { readonly names: Names; readonly hints: readonly ItemHint[] }>();

/** The hints on the ends of an item, which hang on its own words and the atlases in scope alone. */
function namesIn(item: Item, names: Names): readonly ItemHint[] {
  const known = kept.get(item);
  if (known?.names === names) return known.hints;
  const hints = endsIn(item, names).flatMap((end) => endHints(end, names));
  kept.set(item, { names, hints });
  return hints;
}

/** The ends of an item, resolved. */
function endsIn(item: Item, names: Names): readonly ResolvedEnd[] {
  const meaning = meaningOf(item);
  const known = isClaim(meaning) ? endsOf(resolveClaim(meaning, names)) : [];
  const others: ResolvedEnd[] = [];
  walkItem(item, (node) => {
    if (node.kind === "end" && !known.some((end) => end.node === node)) others.push(resolveEnd(node, names));
  });
  return [...known, ...others];
}

function endHints(end: ResolvedEnd, names: Names): ItemHint[] {
  const hints = end.names.flatMap((name) => nameHint(name, names));
  if (end.names.length < 2 || !end.part || !saysMore(end.part, end, names)) return hints;
  return [...hints, { at: end.node.end, label: end.part.label, tooltip: `These ends are joined by ${end.part.id}: ${end.part.label}.` }];
}

/** The id of the part, where a name is another name of it, or one that several parts bear and the other end decides. */
function nameHint({ node, match, candidates }: ResolvedName, names: Names): ItemHint[] {
  const [part, ...others] = candidates;
  if (!part || others.length > 0) return [];
  const written = node.text.slice(match.whole ? node.text.lastIndexOf(".") + 1 : 0);
  const bare = normalName(written.slice(prefixLength(written, names)));
  const isId = bare === normalName(part.name);
  if (isId && match.parts.length === 1) return [];
  const label = match.parts.length > 1 ? part.id : part.name;
  const why =
    match.parts.length > 1
      ? `Of the parts of this name, ${part.id} is meant: the other end is in the other atlas.`
      : `“${node.text}” is another name of ${part.id}.`;
  return [{ at: node.end, label: `= ${label}`, tooltip: `${why} ${part.label}${part.means ? `: ${part.means}` : ""}` }];
}

const prefixLength = (name: string, names: Names): number => {
  const colon = name.indexOf(":");
  return colon > 0 && names.atlas(name.slice(0, colon)) ? colon + 1 : 0;
};

/** Words between the ends of a pathway that tell nothing. */
const fillers: ReadonlySet<string> = new Set([
  "to",
  "from",
  "of",
  "the",
  "and",
  "between",
  "in",
  "layer",
  "layers",
  "connection",
  "connections",
  "projection",
  "pathway",
]);

/** Whether a pathway's label has a word that its ends, by all their names, have not. */
function saysMore(pathway: AtlasPart, end: ResolvedEnd, names: Names): boolean {
  const ends = end.names.flatMap(({ candidates }) => candidates);
  // the atlas's own ends may lie within those that are written
  const joined = pathway.joins.flatMap((path) => path.parts.flatMap((name) => names.atlas(pathway.atlas)?.part(name) ?? []));
  const known = new Set(
    [...ends, ...joined].flatMap((part) => [part.name, part.label, ...part.synonyms.map((synonym) => synonym.text)]).flatMap(wordsOf),
  );
  return wordsOf(pathway.label).some((word) => !known.has(word) && !fillers.has(word));
}

const wordsOf = (text: string): string[] =>
  normalName(text)
    .split(/[\s/,()]+/)
    .filter(Boolean);
