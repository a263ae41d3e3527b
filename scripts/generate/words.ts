/** What the generated editor files need to know of the language, as pieces of regular expressions. */
import { evidenceTypes } from "../../src/core/evidence/types.ts";
import { aggregates } from "../../src/core/syntax/evidence.ts";
import { compilePattern, type Element } from "../../src/core/syntax/pattern.ts";
import { measures } from "../../src/core/syntax/values.ts";
import { clauses, items, type PieceName } from "../../src/core/syntax/vocabulary.ts";

/** A character of a name, as the lexer reads it. */
export const NAME_CHARACTER = "[\\p{L}\\p{M}\\p{N}_+]";

/** A name: joints stand only between characters of a name, so that `values:` and `L4->` end where they should. */
export const NAME = `${NAME_CHARACTER}+(?:(?:\\^-|[-./'^:])${NAME_CHARACTER}+)*`;

/** Nothing of a name stands before. */
export const NAME_START = `(?<![\\p{L}\\p{M}\\p{N}_+]|[\\p{L}\\p{M}\\p{N}_+][-./'^:])`;

/** The name ends here. */
export const NAME_END = `(?!${NAME_CHARACTER}|(?:\\^-|[-./'^:])${NAME_CHARACTER})`;

/** The start of a line; inside a host, where the region's line starts. */
export const LINE_START = "(?:^|\\G)[ \\t]*";

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Any of the words, the longest first so that none hides another. */
export const anyOf = (words: Iterable<string>): string => {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longestFirst.map((word) => word.split(" ").map(escaped).join("[ \\t]+")).join("|");
};

/** Any of the words as a whole name. */
export const wholeWord = (words: Iterable<string>): string => `${NAME_START}(?:${anyOf(words)})${NAME_END}`;

/** Words that the parser reads inside a piece, beyond those that the patterns of the table name. */
export const wordsInPieces: Readonly<Partial<Record<PieceName, readonly string[]>>> = {
  SIDE: ["not", "or", "each", "claim"],
  END: ["claim", "or"],
  EVIDENCE: ["data", "column", "where", "in", "or", "read", ...aggregates],
  SCOPE: ["or"],
  RESULT: [
    "of",
    "within",
    "outside",
    "includes",
    "by",
    "and",
    "or",
    "in",
    "with",
    "from",
    "data",
    "column",
    "where",
    ...measures,
    ...aggregates,
  ],
  CRITERION: ["of", "within", "outside", "includes", "by"],
  QUALIFIERS: measures,
  SYNONYM: ["in"],
};

/** Every word of the language that may follow a number, so that it is not taken for a unit. */
export const innerWords: readonly string[] = [
  ...new Set([...Object.values(wordsInPieces).flat(), ...[...items, ...clauses].flatMap(({ pattern }) => contentsOf(pattern).words)]),
];

/** Types of evidence and their families. */
export const typeWords: readonly string[] = [...new Set(evidenceTypes.flatMap(({ id, family }) => [id, family]))];

export interface Contents {
  readonly words: readonly string[];
  readonly pieces: readonly PieceName[];
  /** Whether the pattern takes a `?` of its own. */
  readonly open: boolean;
}

/** The literal words and the pieces of a pattern, each once, in the order of their first use. */
export function contentsOf(pattern: string): Contents {
  const words = new Set<string>();
  const found = new Set<PieceName>();
  let open = false;
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if (element.type === "word") words.add(element.word);
      else if (element.type === "optional") visit(element.elements);
      else {
        for (const piece of element.pieces) {
          if (piece === "?") open = true;
          else found.add(piece);
        }
      }
    }
  };
  visit(compilePattern(pattern));
  return { words: [...words], pieces: [...found], open };
}
