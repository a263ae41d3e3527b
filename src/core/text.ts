/**
 * Positions in text. Everywhere inside the pure rings a place is an offset in UTF-16 code units,
 * which is what JavaScript strings and the language server protocol count in.
 */

/** A half-open range of offsets, `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as an editor shows it: both zero-based, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Replaces the text of `span` by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The span that covers nothing at `offset`. */
export const spanAt = (offset: number): Span => ({ start: offset, end: offset });

/** The same span `by` code units further on. */
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** Whether `offset` touches the span: its end counts, because a caret stands between two characters. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** Applies one edit to a string. */
export const applyEdit = (text: string, edit: Edit): string => text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);

/** Applies edits whose spans all refer to the same original text and do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let at = 0;
  for (const edit of ordered) {
    if (edit.span.start < at) throw new RangeError(`edits overlap at offset ${edit.span.start}`);
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Offsets at which lines start. `\n`, `\r\n` and a lone `\r` end a line, as they do in the protocol. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === CARRIAGE_RETURN) {
      if (text.charCodeAt(at + 1) === LINE_FEED) at++;
      starts.push(at + 1);
    } else if (code === LINE_FEED) starts.push(at + 1);
  }
  return starts;
}

/** Anything that can turn offsets into positions and back. */
export interface LineMap {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** Offsets and positions of one text that is held as a whole. */
export class LineIndex implements LineMap {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The zero-based line that holds `offset`; offsets outside the text count as its first or last place. */
  lineAt(offset: number): number {
    return lastAtOrBefore(this.#starts, offset);
  }

  lineStart(line: number): number {
    return this.#starts[Math.max(0, Math.min(line, this.#starts.length - 1))] ?? 0;
  }

  /** Where the line's own characters end, before its line break. */
  lineEnd(line: number): number {
    let end = this.#starts[line + 1] ?? this.#text.length;
    const start = this.lineStart(line);
    while (end > start && isLineBreak(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.lineStart(line) };
  }

  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    return Math.min(this.lineStart(position.line) + Math.max(0, position.character), this.lineEnd(position.line));
  }
}

export const isLineBreak = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN;

/** Index of the last entry of a sorted list that is not greater than `value`; 0 where none is. */
export function lastAtOrBefore(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
