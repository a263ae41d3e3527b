/** Cuts a phrase of a scope into the words that phrases are compared by. */
import type { Span } from "../text.ts";

/** A word, or one Chinese character: Chinese has no blanks, so a phrase in it is read character by character. */
export interface Word extends Span {
  /** The word as it is compared: composed, lower case, with plain apostrophes. */
  readonly key: string;
}

/** Soft, typographic and full-width hyphens count as hyphen; hyphen, underscore and blank are the same. */
const separators: ReadonlySet<number> = new Set([0x2d, 0x5f, 0xad, 0x2010, 0x2011, 0xff0d]);

/** Blanks beyond ASCII, the ideographic one among them. */
const isWideBlank = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0x85;

const isSeparator = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code <= 0x20 || separators.has(code) || (code >= 0x80 && isWideBlank(code));
};

/** How many code units the Chinese character at `at` takes; 0 where there is none. */
function hanLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x2e80) return 0;
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff)) return 1;
  if (code <= 0x2fd5 || code === 0x3005 || code === 0x3007) return 1;
  // the supplementary ideographic planes
  return code >= 0xd840 && code <= 0xd88f && at + 1 < text.length ? 2 : 0;
}

/** The words of `text` in order, with their offsets in it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSeparator(text, at)) {
      at++;
      continue;
    }
    const start = at;
    const han = hanLength(text, at);
    if (han > 0) at += han;
    else while (at < text.length && !isSeparator(text, at) && hanLength(text, at) === 0) at++;
    const word = text.slice(start, at);
    words.push({ start, end: at, key: han > 0 ? word : keyOf(word) });
  }
  return words;
}

const plain = /^[ -~]*$/;

const keyOf = (word: string): string => (plain.test(word) ? word.toLowerCase() : word.normalize("NFKC").toLowerCase().replaceAll("’", "'"));

/** Words as one key, by which names are looked up. */
export function joinedKey(words: readonly Word[], from = 0, to = words.length): string {
  let key = words[from]?.key ?? "";
  for (let at = from + 1; at < to; at++) key += ` ${words[at]?.key}`;
  return key;
}

const allChinese = /^[\u4e00-\u9fff]+$/;

/**
 * The words of a phrase as one key: two phrases are the same where their keys are. Names of one script, nearly all of
 * the vocabulary, take a way that the runtime has ready: the index is built in the middle of somebody's first keystroke.
 */
export function phraseKey(text: string): string {
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(/[-_ ]+/g, " ")
      .trim();
  if (allChinese.test(text)) return text.split("").join(" ");
  return joinedKey(wordsOf(text));
}

/** Whether the word is a single Chinese character. */
export const isHan = (word: Word): boolean => hanLength(word.key, 0) > 0;

const hyphens = /[\u2010-\u2013\uff0d]/g;

/** A piece of a phrase as the patterns of ages expect it: plain hyphens, single blanks. */
export const plainPiece = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll("\u00ad", "")
    .replace(hyphens, "-")
    .replace(/[\s_]+/g, " ");
