/** A line of evidence that names an `evidence` item: what counts where the two say the same thing, and what they contradict. */
import { type EvidenceMeaning, type EvidenceUse, meaningOf } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { WordNode } from "../syntax/tree.ts";
import { closedVocabularies } from "../syntax/vocabulary.ts";
import { type EvidenceType, evidenceType } from "./types.ts";
import { scopeConflict, scopeText } from "./verdict-world.ts";

const noTypes: readonly EvidenceType[] = [];

/** The types that a word stands for; none where it is no type. */
export const typesOf = (word: WordNode | undefined): readonly EvidenceType[] => (word && evidenceType(word.text)?.types) ?? noTypes;

/**
 * Of two sayings of the type, the narrower where one holds the other; where they contradict each other it may be either,
 * so that it counts only where both would.
 */
export function typesOfBoth(line: readonly EvidenceType[], item: readonly EvidenceType[]): readonly EvidenceType[] {
  if (line.length === 0 || item.length === 0) return line.length > 0 ? line : item;
  const both = line.filter((type) => item.includes(type));
  return both.length > 0 ? both : [...line, ...item];
}

const extents: readonly string[] = closedVocabularies.EXTENT.map(({ word }) => word);

/** Of two sayings of how far a source was read, the lesser. */
export const lessRead = (line: string | undefined, item: string | undefined): string | undefined =>
  line === undefined || item === undefined || extents.indexOf(line) >= extents.indexOf(item) ? (line ?? item) : item;

/** What the `evidence` item that a line names says otherwise than the line, as its clauses: `read abstract`. */
export function saidOtherwise({ node }: EvidenceUse, snapshot: Snapshot): readonly string[] {
  const named = node.what.kind === "name" ? snapshot.declarations(node.what.text) : [];
  for (const { item } of named) {
    const meaning = meaningOf(item);
    if (meaning.kind === "evidence") return contradictions(node, meaning);
  }
  return [];
}

function contradictions(line: EvidenceUse["node"], { type, read, scope }: EvidenceMeaning): readonly string[] {
  const said: string[] = [];
  const isTyped = type?.known === true && line.type?.known === true;
  if (isTyped && !typesOf(line.type).some((each) => typesOf(type).includes(each))) said.push(`type ${type.text}`);
  if (read && line.read && read.text !== line.read.text) said.push(`read ${read.text}`);
  if (scope && line.scope && scopeConflict(line.scope, scope) !== undefined) said.push(`scope ${scopeText(scope)}`);
  return said;
}
