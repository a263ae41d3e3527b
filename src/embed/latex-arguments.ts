/** Arguments of LaTeX commands that are names: keys, paths, ids, addresses. They hold no commands. */

import { isLineBreak, type Span } from "../core/text.ts";
import { afterLineBreak, isBlank, lineEndAt } from "./lines.ts";

/** One name in an argument, without the blanks around it. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

export interface WordArgument {
  readonly words: readonly Word[];
  /** The offset of the `}`, or of what else ended it. */
  readonly end: number;
  readonly isClosed: boolean;
}

const BACKSLASH = 92;
const BRACE = 123;
const BRACE_END = 125;
const COMMA = 44;
const PERCENT = 37;

/**
 * Reads an argument from the offset after its `{`. It ends at its `}`, or, unclosed, before a command, another brace or
 * a blank line. Of an unclosed one only what stands on its line before a blank counts: the rest may be the sentence.
 * @param atCommas whether commas part it
 */
export function readWords(text: string, start: number, atCommas: boolean): WordArgument {
  const words: Word[] = [];
  let wordStart = start;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BRACE_END || code === BACKSLASH || code === BRACE) break;
    if (isLineBreak(code) && isBlankLine(text, afterLineBreak(text, at))) break;
    if (code === COMMA && atCommas) {
      addWord(words, text, wordStart, at);
      wordStart = at + 1;
    } else if (code === PERCENT) {
      addWord(words, text, wordStart, at);
      at = lineEndAt(text, at) - 1;
      wordStart = at + 1;
    }
  }
  const isClosed = text.charCodeAt(at) === BRACE_END;
  if (isClosed) {
    addWord(words, text, wordStart, at);
    return { words, end: at, isClosed };
  }
  let end = start;
  while (end < at && !isSpace(text.charCodeAt(end)) && text.charCodeAt(end) !== PERCENT) end++;
  const half = words.filter(({ span }) => span.end <= end);
  addWord(half, text, half.length === 0 ? start : Math.min(end, (half.at(-1) as Word).span.end + 1), end);
  return { words: half, end: at, isClosed };
}

/** Names cannot hold `#`, which stands for an argument of a definition. */
function addWord(words: Word[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const word = text.slice(start, end);
  if (word !== "" && !word.includes("#")) words.push({ text: word, span: { start, end } });
}

/** The offset behind an address whose `{` stands before `start`; at a space if it is not closed. Braces nest in it. */
export function afterAddress(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) return at;
    if (code === BACKSLASH) at++;
    else if (code === BRACE) depth++;
    else if (code === BRACE_END && depth-- === 0) return at + 1;
  }
  return Math.min(at, text.length);
}

/** Whether a line break, a lone one or the two characters of one, or a blank. */
export const isSpace = (code: number): boolean => isBlank(code) || isLineBreak(code);

/** Whether the line that starts at `start` has nothing on it but blanks; where the text ends there, it is none. */
export function isBlankLine(text: string, start: number): boolean {
  let at = start;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at < text.length && isLineBreak(text.charCodeAt(at));
}
