/** Text of others, made fit for where it is shown: terminals, machines, and lines of a certain width. */
import { eastAsianWidth } from "get-east-asian-width";

/**
 * Text as a terminal may show it, sign for sign: what would steer the terminal, break the line, or turn the direction of what
 * follows, so that it reads as something else, stands as a replacement character. A tab stays.
 */
export const shown = (text: string): string => wellFormed(text.replace(STEERS, "\ufffd"));

/** Control characters but for the tab, separators of lines and paragraphs, and what turns the direction. */
const STEERS = /[^\P{Cc}\t]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** The same on one line: breaks and tabs are blanks. */
export const oneLine = (text: string): string => shown(text.replace(/[\t\r\n]+/g, " "));

/** Halves of a pair of UTF-16, which no other encoding has, stand as replacement characters. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** A value as JSON that any reader takes, with a line break at its end. */
export const json = (value: unknown): string =>
  `${JSON.stringify(value, (_, each: unknown) => (typeof each === "string" ? wellFormed(each) : each), 2)}\n`;

/** `1 claim`, `2 claims` */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** Made when the first line is looked at: it takes longer than all else here. */
let graphemes: Intl.Segmenter | undefined;

/** What a reader takes for one character, and how it is shown. */
interface Cell {
  readonly text: string;
  /** Columns of a terminal. */
  readonly width: number;
  /** Where it ends in the text, in UTF-16 units. */
  readonly end: number;
}

const TAB = 4;

/** Signs that are each a character of their own and take a column: Latin, Greek and Cyrillic letters, dashes and quotes. */
const SINGLE = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u037b-\u037f\u0384-\u0482\u2010-\u2027\u2030-\u205e]*$/;

function cellsOf(text: string): readonly Cell[] {
  // to look for characters of several signs takes a hundred times as long
  if (SINGLE.test(text)) return Array.from(text, (sign, index) => ({ text: sign, width: 1, end: index + 1 }));
  const cells: Cell[] = [];
  let column = 0;
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment, index } of graphemes.segment(text)) {
    const width = segment === "\t" ? TAB - (column % TAB) : widthOfGrapheme(segment);
    cells.push({ text: segment === "\t" ? " ".repeat(width) : segment, width, end: index + segment.length });
    column += width;
  }
  return cells;
}

function widthOfGrapheme(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(grapheme)) return 0;
  if (grapheme.includes("\ufe0f") || /^\p{Emoji_Presentation}/u.test(grapheme)) return 2;
  return eastAsianWidth(code);
}

/** Signs that take a column each, and join with none: those of Western languages and their punctuation. */
const PLAIN = /^[\x20-\x7e\u00ae-\u02ff\u2010-\u2027]*$/;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const cell of cellsOf(text)) width += cell.width;
  return width;
}

/** Words on lines of a width, in columns; a word that is longer has a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let taken = 0;
  for (const word of text.split(" ")) {
    const length = widthOf(word);
    if (line !== "" && taken + 1 + length > width) {
      lines.push(line);
      line = word;
      taken = length;
    } else {
      line = line === "" ? word : `${line} ${word}`;
      taken = taken === 0 ? length : taken + 1 + length;
    }
  }
  lines.push(line);
  return lines;
}

/** A line with marks under some of its words. */
export interface Marked {
  readonly line: string;
  /** Blanks before the marks, and the marks. */
  readonly before: string;
  readonly marks: string;
}

/** More of a line than this nobody sees: what lies farther from the marks is not looked at. */
const REACH = 600;

/**
 * A line as a terminal shows it, tabs as blanks, with marks under what stands from `start` to `end`, in UTF-16 units: they
 * stand under it for wide characters, too. Of a line that is too wide the part around the marks is left.
 */
export function marked(text: string, start: number, end: number, width: number): Marked {
  if (text.length <= width && PLAIN.test(text)) {
    const until = Math.max(start + 1, Math.min(end, text.length));
    return { line: text, before: " ".repeat(start), marks: "^".repeat(until - start) };
  }
  const from = Math.max(0, start - REACH);
  const line = shown(text.slice(from, start + 2 * REACH));
  const cells = cellsOf(line);
  const countTo = (offset: number): number => cells.filter((cell) => cell.end <= offset).length;
  const begin = countTo(start - from);
  // a character of which a part is meant is marked whole
  const stop = Math.max(begin, Math.min(cells.length, cells.filter((cell) => cell.end < end - from).length + 1));
  const window = windowOf(cells, begin, stop, width);
  const cutBefore = window.from > 0 || from > 0;
  const cutAfter = window.to < cells.length || from + line.length < text.length;
  const visible = cells.slice(window.from, window.to).map((cell) => cell.text);
  return {
    line: `${cutBefore ? "…" : ""}${visible.join("")}${cutAfter ? "…" : ""}`,
    before: " ".repeat((cutBefore ? 1 : 0) + columns(cells, window.from, begin)),
    marks: "^".repeat(Math.max(1, columns(cells, begin, Math.min(stop, window.to)))),
  };
}

const columns = (cells: readonly Cell[], from: number, to: number): number =>
  cells.slice(from, to).reduce((sum, cell) => sum + cell.width, 0);

/** Which cells are shown where not all fit: those marked, as many of them as fit, and around them what has room. */
function windowOf(cells: readonly Cell[], begin: number, stop: number, width: number): { readonly from: number; readonly to: number } {
  if (columns(cells, 0, cells.length) <= width) return { from: 0, to: cells.length };
  // the ellipses take a column each
  let room = Math.max(1, width - 2);
  let from = begin;
  let to = begin;
  while (to < Math.min(stop, cells.length) && room >= (cells[to]?.width ?? 0)) room -= cells[to++]?.width ?? 0;
  const lead = Math.min(room, Math.floor(width / 3));
  let taken = 0;
  while (from > 0 && taken + (cells[from - 1]?.width ?? 0) <= lead) taken += cells[--from]?.width ?? 0;
  room -= taken;
  while (to < cells.length && room >= (cells[to]?.width ?? 0)) room -= cells[to++]?.width ?? 0;
  while (from > 0 && room >= (cells[from - 1]?.width ?? 0)) room -= cells[--from]?.width ?? 0;
  return { from, to };
}
