/** Lines of a host document, seen from an offset. A line ends with `\n`, `\r\n` or a lone `\r`, as in CommonMark. */

import { isLineBreak } from "../core/text.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Characters of a line that are read; what follows them is neither prose nor structure. No one writes such lines, but
 * data in a file may look like it, and inline Markdown can take time with the square of its length.
 */
export const longestLine = 10_000;

/** The start of the line that holds `offset`. */
export function lineStartAt(text: string, offset: number): number {
  let at = offset;
  // between the two halves of a CRLF the line is the one that they end
  if (at > 0 && text.charCodeAt(at) === LINE_FEED && text.charCodeAt(at - 1) === CARRIAGE_RETURN) at--;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The end of the line that holds `offset`, before its line break. */
export function lineEndAt(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

/** The offset after the line break that starts at `offset`; `offset` itself where none does. */
export function afterLineBreak(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code === CARRIAGE_RETURN) return text.charCodeAt(offset + 1) === LINE_FEED ? offset + 2 : offset + 1;
  return code === LINE_FEED ? offset + 1 : offset;
}

/** Whether the line before the one that starts at `lineStart` is there and holds nothing but blanks. */
export function isAfterBlankLine(text: string, lineStart: number): boolean {
  let at = lineStart - 1;
  if (at < 0 || !isLineBreak(text.charCodeAt(at))) return false;
  if (text.charCodeAt(at) === LINE_FEED && text.charCodeAt(at - 1) === CARRIAGE_RETURN) at--;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at === 0 || isLineBreak(text.charCodeAt(at - 1));
}

/** A space or a tab. */
export const isBlank = (code: number): boolean => code === 32 || code === 9;
