/** What is said of a line that no header and no clause of the table opens: which one was probably meant. */
import { Candidates } from "../nearest.ts";
import { type Cursor, listed, replacement, shorten } from "./cursor.ts";
import type { ProblemFix } from "./tree.ts";
import { clauses, clausesOf, type ItemWord, itemSpec, items } from "./vocabulary.ts";

/** The words at the start of a line that were probably meant to open it. */
interface Opening {
  readonly written: string;
  /** What to write instead; the first is the likeliest. */
  readonly meant: readonly string[];
}

/** `a claim`, `an atlas`, `evidence` */
export const article = (item: ItemWord): string => (item === "evidence" ? item : /^[aeiou]/.test(item) ? `an ${item}` : `a ${item}`);

/**
 * Reports the line at the cursor.
 *
 * @param item the item that it stands in, if that is known
 * @param margin whether it stands where a header would, so that headers are likelier than clauses
 * @returns the item that it was probably meant to open
 */
export function reportUnknownLine(cursor: Cursor, item: ItemWord | undefined, margin: boolean): ItemWord | undefined {
  const start = cursor.start;
  const line = cursor.slice(start, Math.max(cursor.end, cursor.lineEnd()));
  const comment = /^(?:\/\/+|\/\*|%+|;+|--+|<!--)/u.exec(line)?.[0];
  if (comment !== undefined && comment.length < line.length) {
    const span = { start, end: start + comment.length };
    cursor.report("syntax-error", span, `Unexpected “${comment}”, expected “#” before a comment.`, [replacement(span, "#")]);
    return undefined;
  }
  const opening = meantOpening(line, item, margin);
  if (opening) {
    const span = { start, end: start + opening.written.length };
    const message = `Unexpected “${cursor.quote(span)}”, expected ${listed(opening.meant.map((word) => `“${word.trim()}”`))}.`;
    const fixes = opening.meant.map((word) => replacement(span, word));
    cursor.report("syntax-error", span, message, fixes);
    return itemSpec(opening.meant[0] as string)?.word;
  }
  const span = { start, end: start + line.length };
  const { expected, fixes } = guess(line, start, item, margin);
  cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected ${expected}.`, fixes);
  return undefined;
}

/** Words and bullets before the opening that say nothing: `is supported by`, `- supported by`. */
const filler = /^(?:[-*•‣]\s*|(?:is|are|was|were|it|it's|this|which|and|also|has|been|the)\s+)+/u;

function meantOpening(line: string, item: ItemWord | undefined, margin: boolean): Opening | undefined {
  const skipped = filler.exec(line)?.[0] ?? "";
  const rest = line.slice(skipped.length);
  for (const openings of openingsFor(item, margin)) {
    const found =
      (skipped === "" ? undefined : openings.exact(rest)) ?? openings.partial(rest) ?? openings.glued(rest) ?? openings.near(rest);
    if (found) return { written: skipped + found.written, meant: found.meant };
  }
  return undefined;
}

const known = new Map<string, readonly Openings[]>();

/** What could open a line, the likely openings before all others. */
function openingsFor(item: ItemWord | undefined, margin: boolean): readonly Openings[] {
  const name = `${item} ${margin}`;
  let found = known.get(name);
  if (!found) {
    const headers: string[] = items.map((entry) => entry.word);
    const here = clauses.filter((clause) => item === undefined || clause.items.includes(item)).map((clause) => clause.word);
    const likely = new Set(margin ? [...headers, ...here] : here);
    const others = new Set([...clauses.map((clause) => clause.word), ...headers].filter((word) => !likely.has(word)));
    found = [new Openings([...likely]), new Openings([...others])];
    known.set(name, found);
  }
  return found;
}

const nextWord = /^[^\s:]+/u;
const twoWords = /^\S+[ \t]+\S+/u;
const threeWords = /^\S+[ \t]+\S+[ \t]+\S+/u;
const wordCount = (opening: string): number => opening.split(" ").length;
const firstWord = (opening: string): string => opening.split(" ")[0] as string;

/** Words that people write after the first word of an opening in the place of the right one: `supported with`. */
const smallWords: ReadonlySet<string> = new Set("by in of to with from as at on for if when through than".split(" "));

/** Openings of lines, and the ways to come near to one. */
class Openings {
  readonly #words: ReadonlySet<string>;
  /** Openings of several words, by their first. */
  readonly #longer = new Map<string, string[]>();
  readonly #ofTwo: Candidates;
  readonly #ofThree: Candidates;
  readonly #all: Candidates;
  readonly #firsts: Candidates;

  constructor(words: readonly string[]) {
    this.#words = new Set(words);
    for (const word of words.filter((each) => wordCount(each) > 1)) {
      this.#longer.set(firstWord(word), [...(this.#longer.get(firstWord(word)) ?? []), word]);
    }
    this.#ofTwo = new Candidates(words.filter((word) => wordCount(word) === 2));
    this.#ofThree = new Candidates(words.filter((word) => wordCount(word) === 3));
    this.#all = new Candidates(words);
    this.#firsts = new Candidates(this.#longer.keys());
  }

  /** The opening as it should be. */
  exact(line: string): Opening | undefined {
    for (const pattern of [threeWords, twoWords, nextWord]) {
      const written = pattern.exec(line)?.[0];
      if (written !== undefined && this.#words.has(written)) return { written, meant: [written] };
    }
    return undefined;
  }

  /** The first words of an opening without the rest of them: `disputed [@key]`. */
  partial(line: string): Opening | undefined {
    let length = 0;
    let meant: string[] = [];
    for (const candidate of this.#longer.get(nextWord.exec(line)?.[0] ?? "") ?? []) {
      const words = candidate.split(" ");
      let shared = words.length - 1;
      while (shared > 1 && !startsWithWords(line, words.slice(0, shared).join(" "))) shared--;
      const start = words.slice(0, shared).join(" ");
      if (start.length < length) continue;
      meant = start.length > length ? [candidate] : [...meant, candidate];
      length = start.length;
    }
    if (length === 0) return undefined;
    const written = line.slice(0, length);
    const next = /^[ \t]+([a-z]+)(?=[ \t])/u.exec(line.slice(length, length + 40));
    return { written: next && smallWords.has(next[1] as string) ? written + next[0] : written, meant };
  }

  /** An opening and its argument without a blank between: `strength:functional`. */
  glued(line: string): Opening | undefined {
    const match = /^([a-z-]+):(?=\S)/u.exec(line);
    const word = match?.[1]?.replaceAll("-", " ");
    return match && word !== undefined && this.#words.has(word) ? { written: match[0], meant: [`${word} `] } : undefined;
  }

  /** The openings nearest to how the line starts, compared with as many words as they have. */
  near(line: string): Opening | undefined {
    const three = threeWords.exec(line)?.[0];
    const [ofThree] = three === undefined ? [] : this.#ofThree.nearest(spaced(three));
    if (three !== undefined && ofThree !== undefined) return { written: three, meant: [ofThree] };
    const two = twoWords.exec(line)?.[0];
    const [ofTwo] = two === undefined ? [] : this.#ofTwo.nearest(spaced(two));
    if (two !== undefined && ofTwo !== undefined) return { written: two, meant: [ofTwo] };
    const written = nextWord.exec(line)?.[0];
    // two letters are near to too much
    if (written === undefined || written.length < 3) return undefined;
    const [joined] = this.#all.nearest(written.replace(/[-_]/gu, " "));
    if (joined !== undefined) return { written, meant: [joined] };
    const [first] = this.#firsts.nearest(written);
    return first === undefined ? undefined : { written, meant: this.#longer.get(first) ?? [] };
  }
}

const spaced = (words: string): string => words.replace(/\s+/gu, " ");

const startsWithWords = (line: string, words: string): boolean =>
  line.startsWith(words) && !/^[\w-]/u.test(line.slice(words.length, words.length + 1));

/** What a line without any likeness might be. */
function guess(
  line: string,
  start: number,
  item: ItemWord | undefined,
  margin: boolean,
): { expected: string; fixes: readonly ProblemFix[] } {
  const at = { start, end: start };
  const opening = /^(\p{L}[\w-]*)\s+[^\s:]+\s*[:：]\s/u.exec(line)?.[1];
  if (margin && opening !== undefined) {
    const span = { start, end: start + opening.length };
    const fixes = /\sas\s/u.test(line) ? [replacement(span, "claim")] : [];
    return { expected: `a header such as “claim” in the place of “${shorten(opening)}”`, fixes };
  }
  if (/^\S.*\sas\s+\S/u.test(line) && /^["“\p{L}\p{N}?]/u.test(line) && !/[.!]$/u.test(line)) {
    return {
      expected: "a header such as “claim” before two ends",
      fixes: [{ title: "Add “claim”", edits: [{ span: at, text: "claim " }] }],
    };
  }
  if (/^\[.*@/u.test(line) && (item === undefined || item === "claim" || item === "mapping")) {
    const words = ["supported by", "disputed by", "stated in"];
    return {
      expected: `a word before the citation: ${listed(words.map((word) => `“${word}”`))}`,
      fixes: words.map((word) => ({ title: `Add “${word}”`, edits: [{ span: at, text: `${word} ` }] })),
    };
  }
  if (margin) return { expected: "a header such as “claim”, or a clause such as “supported by”", fixes: [] };
  const first = item === undefined ? undefined : clausesOf(item)[0];
  return { expected: `a clause such as “${first?.word ?? "supported by"}”`, fixes: [] };
}
