/** Stretches of LaTeX that TeX does not read as such: the `lamina` environment, listings, `\verb`. */

import { OffsetMap } from "../core/offset-map.ts";
import { isLineBreak } from "../core/text.ts";
import type { Region } from "./embedding.ts";
import { isBlankLine } from "./latex-arguments.ts";
import { afterLineBreak, isBlank, lineEndAt } from "./lines.ts";

/** Finds what comes next, for places that only go forward: every word is looked for once in the whole text. */
export class Ahead {
  readonly #text: string;
  readonly #known = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset at or after `from` where `word` stands next; -1 if it does not. */
  find(word: string, from: number): number {
    const known = this.#known.get(word);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.#text.indexOf(word, from);
    this.#known.set(word, found);
    return found;
  }
}

/**
 * A `lamina` environment from the offset behind `\begin{lamina}`: its region, and the offset where LaTeX goes on.
 * Options in brackets and the rest of their line are no Lamina, unless something stands there. The first `\end{lamina}`
 * ends it, as in any verbatim environment. If there is none before the next `\begin{lamina}`, the environment is being
 * typed: it then ends before the first line that is blank or opens with a backslash, as no line of Lamina does.
 */
export function laminaEnvironment(text: string, start: number, ahead: Ahead): { region: Region; end: number } {
  const found = ahead.find("\\end{lamina}", start);
  const next = ahead.find("\\begin{lamina}", start);
  const isClosed = found >= 0 && (next < 0 || found < next);
  const optionsEnd = afterOptions(text, start, isClosed ? found : text.length);
  const rest = afterBlanks(text, optionsEnd);
  const hasRest = rest < text.length && !isLineBreak(text.charCodeAt(rest));
  const contentStart = hasRest ? optionsEnd : afterLineBreak(text, rest);
  if (!isClosed) {
    const end = endOfUnclosed(text, contentStart);
    return { region: contiguous(text, contentStart, beforeLineBreak(text, contentStart, end)), end };
  }
  let lineStart = found;
  while (lineStart > contentStart && isBlank(text.charCodeAt(lineStart - 1))) lineStart--;
  const hasOwnLine = isLineBreak(text.charCodeAt(lineStart - 1));
  const contentEnd = hasOwnLine ? beforeLineBreak(text, contentStart, lineStart) : found;
  return { region: contiguous(text, contentStart, contentEnd), end: found + "\\end{lamina}".length };
}

const contiguous = (text: string, start: number, end: number): Region => ({
  text: text.slice(start, end),
  map: OffsetMap.contiguous(start, end - start),
});

/** The offset after `[…]` at `start`; `start` itself if there is none on this line. */
function afterOptions(text: string, start: number, limit: number): number {
  let at = afterBlanks(text, start);
  if (text[at] !== "[") return start;
  let depth = 0;
  for (; at < limit && !isLineBreak(text.charCodeAt(at)); at++) {
    const character = text[at];
    if (character === "[" || character === "{") depth++;
    else if ((character === "]" || character === "}") && --depth === 0) return at + 1;
  }
  // not closed yet: the whole line is options
  return at;
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The end of the line before the one that starts at `lineStart`, but not before `start`. */
function beforeLineBreak(text: string, start: number, lineStart: number): number {
  let end = lineStart;
  if (end > start && text[end - 1] === "\n") end--;
  if (end > start && text[end - 1] === "\r") end--;
  return end;
}

function endOfUnclosed(text: string, start: number): number {
  let lineStart = start;
  while (lineStart < text.length) {
    const at = afterBlanks(text, lineStart);
    if (text[at] === "\\" || isBlankLine(text, lineStart)) return lineStart;
    const lineEnd = lineEndAt(text, at);
    if (lineEnd >= text.length) return text.length;
    lineStart = afterLineBreak(text, lineEnd);
  }
  return text.length;
}

/**
 * The offset after the argument of `\verb` and its like, from the one behind the name: options in brackets, `braced`
 * arguments in braces, then text between two equal characters, or braces. It ends with its line.
 */
export function afterVerbatimArgument(text: string, start: number, braced: number): number {
  let at = text[start] === "*" ? start + 1 : start;
  if (braced > 0 || text[at] === "[") at = afterOptions(text, at, text.length);
  for (let count = 0; count < braced && text[at] === "{"; count++) at = afterCharacter(text, at + 1, "}");
  if (at >= text.length || isBlank(text.charCodeAt(at)) || isLineBreak(text.charCodeAt(at))) return at;
  const opening = text[at] as string;
  return afterCharacter(text, at + 1, opening === "{" ? "}" : opening);
}

function afterCharacter(text: string, start: number, character: string): number {
  let at = start;
  while (at < text.length && text[at] !== character && !isLineBreak(text.charCodeAt(at))) at++;
  return text[at] === character ? at + 1 : at;
}
