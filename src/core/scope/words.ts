/** Cuts a phrase of a scope into the words that phrases are compared by. */
import type { Span } from "../text.ts";

/** A word, or one Chinese character: Chinese has no blanks, so a phrase in it is read character by character. */
export interface Word extends Span {
  /** The word as it is compared: composed, lower case, with plain apostrophes. */
  readonly key: string;
}

// Hyphen, underscore and blank are the same; soft, typographic and full-width hyphens count as hyphens.
const aWord = /\p{Script=Han}|[^\s\-_\u00ad\u2010\u2011\uff0d\p{Script=Han}]+/gu;

/** The words of `text` in order, with their offsets in it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(aWord)) {
    const start = match.index;
    words.push({ start, end: start + match[0].length, key: keyOf(match[0]) });
  }
  return words;
}

const plain = /^[\u0000-\u007f]*$/;

const keyOf = (word: string): string =>
  plain.test(word) ? word.toLowerCase() : word.normalize("NFKC").toLowerCase().replaceAll("’", "'");

/** The words of a phrase as one key: two phrases are the same where their keys are. */
export const phraseKey = (text: string): string =>
  wordsOf(text)
    .map((word) => word.key)
    .join(" ");

const han = /\p{Script=Han}/u;

/** Whether the word is a single Chinese character. */
export const isHan = (word: Word): boolean => han.test(word.key);

const hyphens = /[\u2010-\u2013\uff0d]/g;

/** A piece of a phrase as the patterns of ages expect it: plain hyphens, single blanks. */
export const plainPiece = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll("\u00ad", "")
    .replace(hyphens, "-")
    .replace(/[\s_]+/g, " ");
