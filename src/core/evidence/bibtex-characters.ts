/** The signs of BibTeX, and where the words between them end. */

import { isLineBreak } from "../text.ts";

export const AT = 64;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;
export const OPEN_PARENTHESIS = 40;
export const CLOSE_PARENTHESIS = 41;
export const QUOTE = 34;
export const COMMA = 44;
export const EQUALS = 61;
export const HASH = 35;
export const PERCENT = 37;

/** Letters that a word after `@` has at most; longer ones are no entry's type. */
const longestType = 60;

/** A space or a tab. */
export const isBlankCode = (code: number): boolean => code === 32 || code === 9;

/** Spaces, tabs, line breaks, and other control characters, which stand in damaged files. */
export const isSpaceCode = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0xfeff;

/** A letter without accents, a digit or `_`. */
export const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

/** The next place from `from` on that is no space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpaceCode(text.charCodeAt(at))) at++;
  return at;
}

/** The end of `from`'s word, if it is not too long for a type. */
export function wordEnd(text: string, from: number): number {
  let at = from;
  while (isWordCode(text.charCodeAt(at)) && at - from <= longestType) at++;
  return at - from > longestType ? from : at;
}

/** The end of a field's name: all but spaces and the signs that mean something. */
export function nameEndAt(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpaceCode(code) || code === EQUALS || code === COMMA || code === OPEN_BRACE || code === CLOSE_BRACE) break;
    if (code === QUOTE || code === HASH || code === AT || code === OPEN_PARENTHESIS || code === CLOSE_PARENTHESIS) break;
  }
  return at;
}

/** Whether only blanks stand before `offset` on its line. */
export function isAtLineStart(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && isBlankCode(text.charCodeAt(at - 1))) at--;
  return at === 0 || isLineBreak(text.charCodeAt(at - 1));
}

/** `end`, or where the spaces before it start, but not before `start`. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpaceCode(text.charCodeAt(at - 1))) at--;
  return at;
}

/** A stretch of the text for a message: on one line, and not too long. */
export function shown(text: string): string {
  const line = text.slice(0, 60).replace(/\s+/g, " ").trim();
  return text.length > 40 ? `${line.slice(0, 40)}…` : line;
}
