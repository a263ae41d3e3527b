/**
 * THE table of the language: every item, clause and closed word, with its arguments, where it may stand,
 * how often, one sentence of help and an example. The parser, completion, hover help, the formatter, the
 * TextMate grammar and the manual are read off it, so a word that is added here exists everywhere.
 * Its rows stand in `vocabulary/`, a file for each vocabulary; this file puts them together and looks them up.
 */
import { atlasClauses } from "./vocabulary/atlas-clauses.ts";
import { claimClauses } from "./vocabulary/claim-clauses.ts";
import { commonClauses } from "./vocabulary/common-clauses.ts";
import { evidenceClauses } from "./vocabulary/evidence-clauses.ts";
import { items } from "./vocabulary/items.ts";
import type { ClauseSpec, ItemSpec, ItemWord } from "./vocabulary/specs.ts";

export { closedVocabularies } from "./vocabulary/closed-words.ts";
export { ownClause } from "./vocabulary/common-clauses.ts";
export { items } from "./vocabulary/items.ts";
export { isFormalKind, isOfBrain, isOfModel } from "./vocabulary/part-kinds.ts";
export { pieces } from "./vocabulary/pieces.ts";
export type { ClauseSpec, ClosedPiece, ClosedWord, ItemSpec, ItemWord, PieceName } from "./vocabulary/specs.ts";

export const clauses: readonly ClauseSpec[] = [...claimClauses, ...evidenceClauses, ...atlasClauses, ...commonClauses];

/** Words with a meaning inside ends; a part of that name is written in quotes. */
export const reservedInEnds: readonly string[] = ["as", "not", "or", "each", "claim"];

/** The version of the language that this table describes. */
export const languageVersion = 1;

const itemByWord = new Map<string, ItemSpec>(items.map((item) => [item.word, item]));
const clausesByFirstWord = new Map<string, ClauseSpec[]>();
for (const clause of clauses) {
  const first = clause.word.split(" ")[0] as string;
  const list = clausesByFirstWord.get(first);
  if (list) list.push(clause);
  else clausesByFirstWord.set(first, [clause]);
}
// longest first, so that `falsified by counterexample` is tried before shorter words
for (const list of clausesByFirstWord.values()) list.sort((a, b) => b.word.length - a.word.length);

/** The item that a line starting with `word` opens. */
export const itemSpec = (word: string): ItemSpec | undefined => itemByWord.get(word);

/** The clauses whose first word is `word`, longest first. */
export const clausesStartingWith = (word: string): readonly ClauseSpec[] => clausesByFirstWord.get(word) ?? [];

/** The clauses that an item may have. */
export const clausesOf = (item: ItemWord): readonly ClauseSpec[] =>
  clauses.filter((clause) => clause.items.includes(item)).sort((a, b) => a.order - b.order);

/** The clause spec for `word` in `item`, where it is allowed there. */
export const clauseSpec = (item: ItemWord, word: string): ClauseSpec | undefined =>
  clauses.find((clause) => clause.word === word && clause.items.includes(item));
