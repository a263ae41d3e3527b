/**
 * A region of Lamina as a row of items. An edit parses again only the items that it touches; all others are shared.
 * Nothing here holds the whole text: each item keeps its own, so that a keystroke in a large file costs the item,
 * not the file.
 */
import { type Edit, type LineMap, lastAtOrBefore, lineStarts, type Position, type Span } from "../text.ts";
import { continuesLine, endOfName, isSpace } from "./lexer.ts";
import { parseItem } from "./parser.ts";
import type { Item } from "./tree.ts";
import { clausesStartingWith, itemSpec } from "./vocabulary.ts";

export class Document implements LineMap {
  readonly items: readonly Item[];
  /** Where each item starts; one entry more than items, the last being the length of the text. */
  readonly starts: Int32Array;
  /** The zero-based line on which each item starts; one entry more, as with `starts`. */
  readonly lines: Int32Array;

  private constructor(items: readonly Item[]) {
    this.items = items;
    this.starts = new Int32Array(items.length + 1);
    this.lines = new Int32Array(items.length + 1);
    for (let index = 0; index < items.length; index++) {
      const item = items[index] as Item;
      this.starts[index + 1] = (this.starts[index] as number) + item.text.length;
      this.lines[index + 1] = (this.lines[index] as number) + item.lineBreaks;
    }
  }

  static parse(text: string): Document {
    return new Document(parseItems(text, true));
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
   * Parsed again are the items that the edit touches and the one before (a header may become one of its clauses),
   * and after them those whose headers are headers only by what stands before.
   */
  edit(edit: Edit): Document {
    const count = this.items.length;
    if (count === 0) return Document.parse(edit.text);
    const start = Math.max(0, Math.min(edit.span.start, this.length));
    const end = Math.max(start, Math.min(edit.span.end, this.length));
    // the item before may swallow what is typed at the start of this one
    const first = Math.max(0, this.itemAt(start) - 1);
    let last = this.itemAt(end);
    let text = this.slice({ start: this.startOf(first), end: start }) + edit.text + this.slice({ start: end, end: this.startOf(last + 1) });
    // a broken header is one only by what stands before it, and a last line without a break runs into the next header
    while (last + 1 < count && ((this.items[last + 1] as Item).form === "broken" || !endsWithLineBreak(text))) {
      last++;
      text += (this.items[last] as Item).text;
    }
    const parsed = parseItems(text, first === 0 || endsWithBlankLine((this.items[first - 1] as Item).text));
    return new Document(this.items.slice(0, first).concat(parsed, this.items.slice(last + 1)));
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

const lineStartsOfItem = new WeakMap<Item, readonly number[]>();

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;

const endsWithLineBreak = (text: string): boolean => text.length === 0 || isBreak(text.charCodeAt(text.length - 1));

/** Whether the last line of the text, before its final line break, is blank. */
function endsWithBlankLine(text: string): boolean {
  let at = text.length;
  if (at > 0 && text.charCodeAt(at - 1) === 10) at--;
  if (at > 0 && text.charCodeAt(at - 1) === 13) at--;
  while (at > 0 && isSpace(text, at - 1)) at--;
  return at === 0 || isBreak(text.charCodeAt(at - 1));
}

/** What the first word of a line makes of it. */
type LineForm = "header" | "clause" | "continuation" | "trivia" | "unknown";

/**
 * Cuts a text into items and parses each.
 *
 * @param afterBlank whether the text starts the region or stands after a blank line
 */
function parseItems(text: string, afterBlank: boolean): Item[] {
  const items: Item[] = [];
  let itemStart = 0;
  let form: Item["form"] = "loose";
  let blankBefore = afterBlank;
  const finish = (end: number): void => {
    if (end > itemStart) items.push(parseItem(text.slice(itemStart, end), form).item);
    itemStart = end;
  };
  let at = 0;
  while (at < text.length) {
    const lineStart = at;
    let end = at;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    at = end;
    if (at < text.length) at += text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
    let content = lineStart;
    while (content < end && isSpace(text, content)) content++;
    if (content === end) {
      blankBefore = true;
      continue;
    }
    const line = formOfLine(text, content, end);
    const broken = line === "unknown" && (content === lineStart || blankBefore || isByteOrderMark(text, lineStart, content));
    if (line === "header" || broken) {
      finish(lineStart);
      form = broken ? "broken" : "item";
    }
    blankBefore = false;
  }
  finish(text.length);
  return items;
}

const isByteOrderMark = (text: string, lineStart: number, content: number): boolean =>
  content === lineStart + 1 && text.charCodeAt(lineStart) === 0xfeff;

function formOfLine(text: string, content: number, end: number): LineForm {
  const unit = text.charCodeAt(content);
  if (unit === 35) return "trivia";
  if (continuesLine(unit)) return "continuation";
  const wordEnd = endOfName(text, content);
  if (wordEnd === content || wordEnd > end) return "unknown";
  const word = text.slice(content, wordEnd);
  if (itemSpec(word)) return "header";
  if (clausesStartingWith(word).length > 0 || (word.startsWith("x-") && word.length > 2)) return "clause";
  return "unknown";
}
