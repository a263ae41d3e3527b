/** Evidence, citations and statements as records. */
import { shortCitation } from "../core/evidence/bibliography.ts";
import type { WeighedEvidence } from "../core/evidence/standing.ts";
import { evidenceType } from "../core/evidence/types.ts";
import { type EvidenceMeaning, meaningOf, type StatedIn, written } from "../core/model/meaning.ts";
import type { Snapshot } from "../core/model/snapshot.ts";
import type { Cite, Item } from "../core/syntax/tree.ts";
import { resolvePath } from "../core/uri.ts";
import { pathFrom } from "./places.ts";
import type { RecordCitation, RecordEvidence, RecordReading, RecordStatement } from "./record.ts";

/** Works where they are cited, by the names that the document's bibliography gives them. */
export const recordCitations = (cites: readonly Cite[], uri: string, snapshot: Snapshot): RecordCitation[] =>
  cites.map(({ key, version, place }) => {
    const reference = snapshot.reference(uri, key);
    const within = placeWithin(place, version);
    return {
      key,
      ...(version !== undefined && { version }),
      ...(within !== undefined && { place: within }),
      label: reference ? shortCitation(reference.entry) : `@${key}`,
    };
  });

/** A place in a work without the version that it may begin with: of `v3, p. 4`, `p. 4`. */
function placeWithin(place: string | undefined, version: string | undefined): string | undefined {
  const rest = version === undefined ? place : place?.slice(version.length).replace(/^[\s,;:]+/, "");
  return rest === "" ? undefined : rest;
}

/** Who states a claim. */
export const recordStatement = (
  { citation, read, through }: StatedIn,
  inherited: boolean,
  uri: string,
  snapshot: Snapshot,
): RecordStatement => ({
  works: recordCitations(citation.cites, uri, snapshot),
  ...recordReading(read?.text, through?.value),
  inherited,
});

/** How far something was read. */
export const recordReading = (read: string | undefined, through: string | undefined): RecordReading => ({
  ...(read !== undefined && { read }),
  ...(through !== undefined && { through }),
});

/** A piece of evidence of the claim that `item` is. */
export function recordEvidence(piece: WeighedEvidence, item: Item, uri: string, folder: string, snapshot: Snapshot): RecordEvidence {
  const { node } = piece.use;
  const { what } = node;
  const named = what.kind === "name" ? namedEvidence(what.text, snapshot) : undefined;
  const scope = node.scope ? written(item, node.scope) : named?.scope && written(named.item, named.scope);
  const file = what.kind === "data" ? resolvePath(uri, what.file.value) : undefined;
  // what was read through belongs to the saying that counts
  const through = node.read && node.read.text === piece.read ? node.through : named?.through;
  return {
    stance: piece.stance,
    ...(what.kind === "name" && (piece.origin === "model" ? { model: what.text } : { id: what.text })),
    works: recordCitations(piece.cites, uri, snapshot),
    ...(what.kind === "data" && { data: file === undefined ? what.file.value : pathFrom(folder, file) }),
    argument: piece.origin === "argument",
    ...typed(piece),
    ...(piece.shows !== undefined && { shows: piece.shows }),
    ...(scope !== undefined && { scope }),
    weighed: piece.weighed,
    ...recordReading(piece.read, through?.value),
  };
}

function namedEvidence(id: string, snapshot: Snapshot): EvidenceMeaning | undefined {
  for (const { item } of snapshot.declarations(id)) {
    const meaning = meaningOf(item);
    if (meaning.kind === "evidence") return meaning;
  }
  return undefined;
}

/** The type of a piece, where the vocabulary has it; a family stands for any one of its types, so that it has no terms. */
function typed({ typeWord, types }: WeighedEvidence): Pick<RecordEvidence, "type" | "typeLabel" | "terms"> {
  if (typeWord === undefined || types.length === 0) return {};
  const [only, other] = types;
  const label = evidenceType(typeWord)?.types.map((type) => type.label) ?? [];
  return {
    type: typeWord,
    ...(label.length > 0 && { typeLabel: label.join(" or ") }),
    ...(only && !other && only.eco.length > 0 && { terms: only.eco.map(({ id, match, label: spelt }) => ({ id, match, label: spelt })) }),
  };
}
