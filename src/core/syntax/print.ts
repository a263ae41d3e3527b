/**
 * The formatter: headers at the margin, clauses two spaces in, what goes on with the line before four; one space
 * between words; plain signs for their twins. Lines that are not understood stay as they are, to the last blank,
 * because their place in the line can decide what they belong to. Formatting never changes meaning, and twice is once.
 */
import { type Edit, lastAtOrBefore, lineStarts, type Span } from "../text.ts";
import { BYTE_ORDER_MARK, CARRIAGE_RETURN, isBreak, LINE_FEED } from "./characters.ts";
import type { Document } from "./document.ts";
import { tokenize } from "./lexer.ts";
import { isClosedString, Kind, signs, stringValue, TokenBuffer } from "./tokens.ts";
import type { Clause, Item } from "./tree.ts";
import { ownClause } from "./vocabulary.ts";

const CLAUSE_INDENT = "  ";
const CONTINUATION_INDENT = "    ";

const plain = new Map<Kind, string>(signs.map(({ kind, sign }) => [kind, sign]));

interface Line extends Span {
  /** Where the line's own characters end, before its break. */
  readonly contentEnd: number;
}

function linesOf(text: string): Line[] {
  const starts = lineStarts(text);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    let contentEnd = end;
    while (contentEnd > start && isBreak(text.charCodeAt(contentEnd - 1))) contentEnd--;
    return { start: start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start, end, contentEnd };
  });
}

/** The edits that format a document, or those of its lines that touch `within`. They do not overlap. */
export function formatDocument(document: Document, within?: Span): Edit[] {
  const edits: Edit[] = [];
  const last = document.items.length - 1;
  for (let index = 0; index <= last; index++) {
    const start = document.startOf(index);
    const item = document.items[index] as Item;
    if (within && (start > within.end || start + item.text.length < within.start)) continue;
    for (const edit of formatItem(item, index === 0, index === last)) {
      const span = { start: edit.span.start + start, end: edit.span.end + start };
      if (!within || (span.start <= within.end && span.end >= within.start)) edits.push({ span, text: edit.text });
    }
  }
  return edits;
}

/**
 * The edits that format one item, their spans counted from its start.
 *
 * @param first whether it is the first of its document, before which blank lines go
 * @param last whether it is the last, after which they go
 */
export function formatItem(item: Item, first: boolean, last: boolean): Edit[] {
  const lines = linesOf(item.text);
  const written = new Writer(item).write(lines);
  placeComments(item, lines, written);
  return editsOf(item.text, lines, written, first, last);
}

/** A line as it should stand; `undefined` leaves it alone, an empty text is a blank line. */
type Written = { readonly text: string; readonly comment: boolean } | undefined;

/** Where a token belongs, as far as its indentation goes. */
interface Owner {
  readonly start: number;
  readonly header: boolean;
  /** Whether the words are a house's own, to be left as they are. */
  readonly verbatim: boolean;
}

/** Stands for the header's line among the starts of clauses. */
const HEADER = -1;

class Writer {
  readonly #item: Item;
  readonly #tokens = new TokenBuffer();
  /** The next token, because lines are written in their order. */
  #at = 0;
  readonly #clauseStarts: readonly number[];
  /** The starts of clauses that are not understood; a clause on the header's line spoils all of it. */
  readonly #faulty = new Set<number>();

  constructor(item: Item) {
    this.#item = item;
    this.#clauseStarts = item.clauses.map((clause) => clause.start);
    tokenize(item.text, this.#tokens);
    for (const problem of item.problems) {
      if (problem.code !== "syntax-error") continue;
      const clause = this.#clauseAt(problem.span.start);
      this.#faulty.add(clause && !this.#isInline(clause) ? clause.start : HEADER);
    }
  }

  write(lines: readonly Line[]): Written[] {
    return lines.map((line) => this.#writeLine(line));
  }

  #writeLine(line: Line): Written {
    const { text } = this.#item;
    const { kinds, starts, count } = this.#tokens;
    const first = this.#firstToken();
    let next = first;
    while (next < count && kinds[next] !== Kind.end && (starts[next] as number) < line.end) next++;
    this.#at = next;
    if (first === next) return { text: "", comment: false };
    const start = starts[first] as number;
    if (kinds[first] === Kind.comment) return { text: text.slice(start, line.contentEnd).trimEnd(), comment: true };
    const owner = this.#ownerOf(start);
    if (owner === undefined) return undefined;
    const indent = start > owner.start ? CONTINUATION_INDENT : owner.header ? "" : CLAUSE_INDENT;
    const body = owner.verbatim ? text.slice(start, line.contentEnd).trimEnd() : this.#join(first, next);
    return { text: indent + body, comment: false };
  }

  #firstToken(): number {
    while (this.#tokens.kinds[this.#at] === Kind.newline) this.#at++;
    return this.#at;
  }

  /** The clause that holds an offset; one ends where its last token does. */
  #clauseAt(offset: number): Clause | undefined {
    const clause = this.#item.clauses[lastAtOrBefore(this.#clauseStarts, offset)];
    return clause && clause.start <= offset && offset <= clause.end ? clause : undefined;
  }

  /** The header or clause that a token belongs to; undefined where that is not understood. */
  #ownerOf(at: number): Owner | undefined {
    const item = this.#item;
    const clause = this.#clauseAt(at);
    if (clause && !this.#isInline(clause)) {
      if (clause.spec === undefined || this.#faulty.has(clause.start)) return undefined;
      return { start: clause.start, header: false, verbatim: clause.spec === ownClause };
    }
    if (item.form !== "item" || this.#faulty.has(HEADER)) return undefined;
    if (at > (clause ? clause.end : item.header.end)) return undefined;
    const [first] = item.clauses;
    return { start: item.wordSpan.start, header: true, verbatim: first?.spec === ownClause && this.#isInline(first) };
  }

  /** Whether a clause stands on the header's own line. */
  #isInline(clause: Clause): boolean {
    const { form, text, wordSpan, clauses } = this.#item;
    return form === "item" && clause === clauses[0] && !/[\r\n]/.test(text.slice(wordSpan.start, clause.start));
  }

  /** The tokens from `from` to before `to` with the right blanks between. */
  #join(from: number, to: number): string {
    const { kinds, starts, ends } = this.#tokens;
    let line = "";
    let before: Kind = Kind.end;
    for (let index = from; index < to; index++) {
      const kind = kinds[index] as Kind;
      if (kind === Kind.newline) continue;
      const apart = index === from || starts[index] !== ends[index - 1];
      if (line !== "") line += blank(before, kind, apart);
      line += this.#tokenText(index, kind);
      before = kind;
    }
    return line;
  }

  #tokenText(index: number, kind: Kind): string {
    const { text } = this.#item;
    const { starts, ends, details } = this.#tokens;
    const start = starts[index] as number;
    const end = ends[index] as number;
    const raw = text.slice(start, end);
    switch (kind) {
      case Kind.string:
        return plainString(raw, details[index] as number);
      case Kind.number:
        return raw.replace("−", "-");
      case Kind.comment:
        return raw.trimEnd();
      default:
        return plain.get(kind) ?? raw;
    }
  }
}

function blank(before: Kind, kind: Kind, apart: boolean): string {
  if (kind === Kind.comment) return "  ";
  if (kind === Kind.comma || kind === Kind.colon || kind === Kind.range || before === Kind.range || before === Kind.at) return "";
  // the letter of a unit of temperature
  return before === Kind.degree && !apart ? "" : " ";
}

/** A string in plain quotes. */
function plainString(raw: string, detail: number): string {
  if (raw.startsWith('"') || !isClosedString(detail)) return raw;
  const value = stringValue(raw, 0, raw.length, detail);
  // a backslash before the plain closing quote would make it an escape
  return value.endsWith("\\") ? raw : `"${value.replaceAll('"', '\\"')}"`;
}

/**
 * A comment stands where the line after it stands; before the next header or at the end, at the margin, unless it
 * follows a clause at once and was indented itself: then it is most likely a clause that was taken out.
 */
function placeComments(item: Item, lines: readonly Line[], written: Written[]): void {
  let lastLine = written.length - 1;
  while (lastLine >= 0 && isTrivia(written[lastLine])) lastLine--;
  let tail = item.form !== "loose" && lastLine >= 0;
  for (let index = lastLine + 1; index < written.length; index++) {
    const line = written[index] as { text: string; comment: boolean };
    if (line.text === "") tail = false;
    const { start } = lines[index] as Line;
    const indented = tail && /[^\S\r\n]/.test(item.text.charAt(start));
    if (line.comment) written[index] = { text: (indented ? CLAUSE_INDENT : "") + line.text, comment: true };
  }
  let indent = "";
  for (let index = lastLine; index >= 0; index--) {
    const line = written[index];
    if (line === undefined) {
      const { start, contentEnd } = lines[index] as Line;
      indent = /^[ \t]*/.exec(item.text.slice(start, contentEnd))?.[0] ?? "";
    } else if (line.comment) written[index] = { text: indent + line.text, comment: true };
    else if (line.text !== "") indent = line.text.startsWith(CLAUSE_INDENT) ? CLAUSE_INDENT : "";
  }
}

const isTrivia = (line: Written): boolean => line !== undefined && (line.comment || line.text === "");

/** Turns lines into edits, and runs of blank lines into one. */
function editsOf(text: string, lines: readonly Line[], written: readonly Written[], first: boolean, last: boolean): Edit[] {
  const edits: Edit[] = [];
  let lastFilled = written.length - 1;
  while (lastFilled >= 0 && written[lastFilled]?.text === "") lastFilled--;
  let blanks = first ? 1 : 0;
  lines.forEach((line, index) => {
    const wanted = written[index];
    const isBlank = wanted !== undefined && wanted.text === "";
    blanks = isBlank ? blanks + 1 : 0;
    const hasBreak = line.end > line.contentEnd;
    if (isBlank && hasBreak && (blanks > 1 || (last && index > lastFilled))) {
      edits.push({ span: { start: line.start, end: line.end }, text: "" });
    } else if (isBlank && text.charCodeAt(line.start - 1) === CARRIAGE_RETURN && text.charCodeAt(line.contentEnd) === LINE_FEED) {
      // without its blanks the line would be half of a line break
    } else if (wanted !== undefined && text.slice(line.start, line.contentEnd) !== wanted.text) {
      edits.push({ span: { start: line.start, end: line.contentEnd }, text: wanted.text });
    }
  });
  return edits;
}
