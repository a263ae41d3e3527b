/**
 * A region of Lamina as a row of items. An edit parses again only the items that it touches; all others are shared.
 * Nothing here holds the whole text: each item keeps its own, so that a keystroke in a large file costs the item,
 * not the file.
 */
import { type Edit, type LineMap, lastAtOrBefore, lineStarts, type Position, type Span } from "../text.ts";
import { CARRIAGE_RETURN, HASH, isBreak, isSpace, LINE_FEED } from "./characters.ts";
import { parseItems } from "./parser.ts";
import type { Item } from "./tree.ts";

export class Document implements LineMap {
  readonly items: readonly Item[];
  /** Where each item starts; one entry more than items, the last being the length of the text. */
  readonly starts: Int32Array;
  /** The zero-based line on which each item starts; one entry more, as with `starts`. */
  readonly lines: Int32Array;

  private constructor(items: readonly Item[], starts: Int32Array, lines: Int32Array) {
    this.items = items;
    this.starts = starts;
    this.lines = lines;
  }

  static parse(text: string): Document {
    const items = parseItems(text, true);
    const starts = new Int32Array(items.length + 1);
    const lines = new Int32Array(items.length + 1);
    addPlaces(items, starts, lines, 0);
    return new Document(items, starts, lines);
  }

  get length(): number {
    return this.starts[this.items.length] as number;
  }

  /** The whole text, put together anew: for formatting and tests, not for the route of a keystroke. */
  get text(): string {
    let text = "";
    for (const item of this.items) text += item.text;
    return text;
  }

  startOf(index: number): number {
    return this.starts[index] as number;
  }

  /** The index of the item that holds `offset`; a place between two items belongs to the second. */
  itemAt(offset: number): number {
    if (this.items.length === 0) return -1;
    return Math.min(lastAtOrBefore(this.starts, offset), this.items.length - 1);
  }

  /** The index of an item; negative where it is not one of this document. */
  indexOf(item: Item): number {
    // an edit moves few items far
    const guess = lastIndexOf.get(item) ?? 0;
    for (let at = Math.max(0, guess - NEAR); at <= guess + NEAR; at++) if (this.items[at] === item) return noted(item, at);
    const index = this.items.indexOf(item);
    return index < 0 ? index : noted(item, index);
  }

  /** The text of a span. */
  slice(span: Span): string {
    let index = this.itemAt(span.start);
    if (index < 0) return "";
    let text = "";
    for (; index < this.items.length && this.startOf(index) < span.end; index++) {
      const start = this.startOf(index);
      text += (this.items[index] as Item).text.slice(Math.max(0, span.start - start), span.end - start);
    }
    return text;
  }

  /**
   * The document after an edit. Equal to `Document.parse` of the edited text, item by item.
   * Parsed again are the items that the edit touches, the one before where a header is touched (it may become one of
   * its clauses), and after them those whose headers are headers only by what stands before.
   */
  edit(edit: Edit): Document {
    const count = this.items.length;
    if (count === 0) return Document.parse(edit.text);
    const start = Math.max(0, Math.min(edit.span.start, this.length));
    const end = Math.max(start, Math.min(edit.span.end, this.length));
    const touched = this.itemAt(start);
    const first = Math.max(0, this.#touchesHeader(touched, start) ? touched - 1 : touched);
    let next = this.itemAt(end) + 1;
    let text = this.slice({ start: this.startOf(first), end: start }) + edit.text + this.slice({ start: end, end: this.startOf(next) });
    // some headers are headers only after a blank line
    while (next < count && needsBlankBefore(this.items[next] as Item) && !endsAfterBlank(text)) {
      text += (this.items[next] as Item).text;
      next++;
    }
    const parsed = parseItems(text, first === 0 || endsAfterBlank((this.items[first - 1] as Item).text));
    return this.#replace(first, next, this.#withKnown(parsed, first, next));
  }

  /**
   * The items parsed in the place of those from `first` to before `next`, with the known ones in the place of their
   * equals: an item is given by its text and its form, and whatever is known of it goes with the object.
   */
  #withKnown(parsed: Item[], first: number, next: number): readonly Item[] {
    let from = 0;
    let to = parsed.length;
    while (from < to && first + from < next && isSame(this.items[first + from] as Item, parsed[from] as Item)) {
      parsed[from] = this.items[first + from] as Item;
      from++;
    }
    let last = next;
    while (to > from && last > first + from && isSame(this.items[last - 1] as Item, parsed[to - 1] as Item)) {
      parsed[--to] = this.items[--last] as Item;
    }
    return parsed;
  }

  /** Whether an edit at `start` may change what the first line of an item is. */
  #touchesHeader(index: number, start: number): boolean {
    const { text } = this.items[index] as Item;
    const inside = start - this.startOf(index);
    for (let at = 0; at < inside; at++) if (isBreak(text.charCodeAt(at))) return false;
    return true;
  }

  /** The document with other items in the place of those from `first` to before `next`. */
  #replace(first: number, next: number, parsed: readonly Item[]): Document {
    const items = this.items.slice(0, first).concat(parsed, this.items.slice(next));
    const starts = new Int32Array(items.length + 1);
    const lines = new Int32Array(items.length + 1);
    starts.set(this.starts.subarray(0, first + 1));
    lines.set(this.lines.subarray(0, first + 1));
    addPlaces(parsed, starts, lines, first);
    const after = first + parsed.length;
    const moved = (starts[after] as number) - this.startOf(next);
    const movedLines = (lines[after] as number) - (this.lines[next] as number);
    for (let from = next + 1, to = after + 1; to < starts.length; from++, to++) {
      starts[to] = (this.starts[from] as number) + moved;
      lines[to] = (this.lines[from] as number) + movedLines;
    }
    return new Document(items, starts, lines);
  }

  positionAt(offset: number): Position {
    const index = this.itemAt(offset);
    if (index < 0) return { line: 0, character: 0 };
    const inside = Math.max(0, Math.min(offset, this.length)) - this.startOf(index);
    const starts = this.#lineStarts(index);
    const line = lastAtOrBefore(starts, inside);
    const character = inside - (starts[line] as number);
    return { line: (this.lines[index] as number) + line, character };
  }

  offsetAt(position: Position): number {
    if (position.line < 0 || this.items.length === 0) return 0;
    const lastLine = this.lines[this.items.length] as number;
    if (position.line > lastLine) return this.length;
    let index = Math.min(lastAtOrBefore(this.lines, position.line), this.items.length - 1);
    // items without a line break of their own share the line of the next
    while (index > 0 && (this.lines[index] as number) > position.line) index--;
    const starts = this.#lineStarts(index);
    const line = position.line - (this.lines[index] as number);
    const start = starts[Math.min(line, starts.length - 1)] as number;
    const text = (this.items[index] as Item).text;
    let end = starts[line + 1] ?? text.length;
    while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
    return this.startOf(index) + Math.min(start + Math.max(0, position.character), end);
  }

  #lineStarts(index: number): readonly number[] {
    const item = this.items[index] as Item;
    let starts = lineStartsOfItem.get(item);
    if (!starts) {
      starts = lineStarts(item.text);
      lineStartsOfItem.set(item, starts);
    }
    return starts;
  }
}

/** Where items were found last, in whatever document. */
const lastIndexOf = new WeakMap<Item, number>();
const NEAR = 4;

function noted(item: Item, index: number): number {
  lastIndexOf.set(item, index);
  return index;
}

const isSame = (a: Item, b: Item): boolean => a.form === b.form && a.text === b.text;

const lineStartsOfItem = new WeakMap<Item, readonly number[]>();

/** Notes where items start that follow each other from the item with the index `from` on. */
function addPlaces(items: readonly Item[], starts: Int32Array, lines: Int32Array, from: number): void {
  let start = starts[from] as number;
  let line = lines[from] as number;
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Item;
    start += item.text.length;
    line += item.lineBreaks;
    starts[from + index + 1] = start;
    lines[from + index + 1] = line;
  }
}

/** Whether an item is one only because it stands after a blank line: a header that is not understood, not at the margin. */
const needsBlankBefore = (item: Item): boolean => item.form === "broken" && item.wordSpan.start > 0;

/** Whether a line after the text stands after a blank line, or at the start of the region; comments between count as nothing. */
function endsAfterBlank(text: string): boolean {
  let at = text.length;
  while (at > 0) {
    if (text.charCodeAt(at - 1) === LINE_FEED) at--;
    if (at > 0 && text.charCodeAt(at - 1) === CARRIAGE_RETURN) at--;
    const end = at;
    while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--;
    let content = at;
    while (content < end && isSpace(text, content)) content++;
    if (content === end) return true;
    if (text.charCodeAt(content) !== HASH) return false;
  }
  return true;
}
