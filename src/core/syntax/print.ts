/**
 * The formatter: headers at the margin, clauses two spaces in, what goes on with the line before four; one space
 * between words; plain signs for their twins. Lines that are not understood stay as they are, to the last blank,
 * because their place in the line can decide what they belong to. Formatting never changes meaning, and twice is once.
 */
import { type Edit, lineStarts, type Span } from "../text.ts";
import type { Document } from "./document.ts";
import { isClosed, Kind, stringValue, TokenBuffer, tokenize } from "./lexer.ts";
import type { Clause, Item } from "./tree.ts";
import { ownClause } from "./vocabulary.ts";

const CLAUSE_INDENT = "  ";
const CONTINUATION_INDENT = "    ";

const plain: Readonly<Partial<Record<Kind, string>>> = {
  [Kind.arrowBoth]: "<->",
  [Kind.arrowRight]: "->",
  [Kind.arrowLeft]: "<-",
  [Kind.line]: "--",
  [Kind.atMost]: "<=",
  [Kind.atLeast]: ">=",
  [Kind.notEqual]: "!=",
  [Kind.range]: "..",
  [Kind.equal]: "=",
  [Kind.less]: "<",
  [Kind.greater]: ">",
  [Kind.about]: "~",
  [Kind.plusMinus]: "±",
  [Kind.question]: "?",
  [Kind.comma]: ",",
  [Kind.colon]: ":",
  [Kind.at]: "@",
  [Kind.percent]: "%",
  [Kind.degree]: "°",
};

interface Line extends Span {
  /** Where the line's own characters end, before its break. */
  readonly contentEnd: number;
}

function linesOf(text: string): Line[] {
  const starts = lineStarts(text);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    let contentEnd = end;
    while (contentEnd > start && (text.charCodeAt(contentEnd - 1) === 10 || text.charCodeAt(contentEnd - 1) === 13)) contentEnd--;
    return { start, end, contentEnd };
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

/** The edits that format one item, their spans counted from its start. */
export function formatItem(item: Item, first: boolean, last: boolean): Edit[] {
  const tokens = new TokenBuffer();
  tokenize(item.text, tokens);
  const lines = linesOf(item.text);
  const written = lines.map((line) => writeLine(item, line, tokens));
  indentComments(item, lines, written);
  return editsOf(item.text, lines, written, first, last);
}

/** A line as it should stand; `undefined` leaves it alone, an empty text is a blank line. */
type Written = { text: string; comment: boolean } | undefined;

function writeLine(item: Item, line: Line, tokens: TokenBuffer): Written {
  const range = tokensIn(tokens, line);
  if (range.count === 0) return { text: "", comment: false };
  const kind = tokens.kinds[range.first] as Kind;
  const start = tokens.starts[range.first] as number;
  if (kind === Kind.comment) return { text: item.text.slice(start, line.contentEnd).trimEnd(), comment: true };
  const owner = ownerOf(item, start);
  if (owner === undefined) return undefined;
  const indent = start > owner.start ? CONTINUATION_INDENT : owner.header ? "" : CLAUSE_INDENT;
  const body = owner.verbatim ? item.text.slice(start, line.contentEnd).trimEnd() : join(item.text, tokens, range);
  return { text: indent + body, comment: false };
}

interface Owner {
  readonly start: number;
  readonly header: boolean;
  /** Whether the words are a house's own, to be left as they are. */
  readonly verbatim: boolean;
}

/** The header or clause that a token belongs to; undefined where that has a problem. */
function ownerOf(item: Item, at: number): Owner | undefined {
  const clause = item.clauses.find((candidate) => candidate.start <= at && at < candidate.end);
  if (clause && !isInline(item, clause)) {
    return isWhole(item, clause) ? { start: clause.start, header: false, verbatim: clause.spec === ownClause } : undefined;
  }
  if (item.form !== "item") return undefined;
  const headerEnd = clause ? clause.end : item.header.end;
  if (at > headerEnd) return undefined;
  const faulty = item.problems.some((problem) => problem.span.start <= headerEnd && problem.code !== "newer-language");
  return faulty ? undefined : { start: item.wordSpan.start, header: true, verbatim: false };
}

/** Whether a clause stands on the header's own line. */
const isInline = (item: Item, clause: Clause): boolean =>
  item.form === "item" && !/[\r\n]/.test(item.text.slice(item.wordSpan.start, clause.start));

const isWhole = (item: Item, clause: Clause): boolean =>
  clause.spec !== undefined && !item.problems.some((problem) => problem.code !== "misplaced-clause" && problem.span.start >= clause.start && problem.span.start <= clause.end);

function tokensIn(tokens: TokenBuffer, line: Line): { first: number; count: number } {
  let first = -1;
  let count = 0;
  for (let index = 0; index < tokens.count; index++) {
    const start = tokens.starts[index] as number;
    const kind = tokens.kinds[index] as Kind;
    if (kind === Kind.newline || kind === Kind.end || start < line.start) continue;
    if (start >= line.end) break;
    if (first < 0) first = index;
    count = index - first + 1;
  }
  return { first, count };
}

/** The tokens of a line with the right blanks between. */
function join(text: string, tokens: TokenBuffer, range: { first: number; count: number }): string {
  let line = "";
  let before: Kind = Kind.end;
  for (let index = range.first; index < range.first + range.count; index++) {
    const kind = tokens.kinds[index] as Kind;
    if (kind === Kind.newline) continue;
    const start = tokens.starts[index] as number;
    const end = tokens.ends[index] as number;
    if (line !== "") line += blank(before, kind);
    line += tokenText(text, kind, start, end);
    before = kind;
  }
  return line;
}

function blank(before: Kind, kind: Kind): string {
  if (kind === Kind.comment) return "  ";
  if (kind === Kind.comma || kind === Kind.colon || kind === Kind.range || before === Kind.range || before === Kind.at) return "";
  return " ";
}

function tokenText(text: string, kind: Kind, start: number, end: number): string {
  const raw = text.slice(start, end);
  if (kind === Kind.string) {
    if (raw.startsWith('"')) return raw;
    return isClosed(text, start, end) ? `"${stringValue(text, start, end).replaceAll('"', '\\"')}"` : raw;
  }
  if (kind === Kind.number) return raw.replace("−", "-");
  if (kind === Kind.comment) return raw.trimEnd();
  return plain[kind] ?? raw;
}

/** A comment stands where the line after it stands; before a header or at the end, at the margin. */
function indentComments(item: Item, lines: readonly Line[], written: Written[]): void {
  let indent = "";
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = written[index];
    if (line === undefined) {
      const { start, contentEnd } = lines[index] as Line;
      indent = /^[ \t]*/.exec(item.text.slice(start, contentEnd))?.[0] ?? "";
    } else if (line.comment) written[index] = { text: indent + line.text, comment: true };
    else if (line.text !== "") indent = line.text.startsWith(CLAUSE_INDENT) ? CLAUSE_INDENT : "";
  }
}

/** Turns lines into edits, and runs of blank lines into one. */
function editsOf(text: string, lines: readonly Line[], written: readonly Written[], first: boolean, last: boolean): Edit[] {
  const edits: Edit[] = [];
  let blanks = first ? 1 : 0;
  lines.forEach((line, index) => {
    const wanted = written[index];
    const isBlank = wanted !== undefined && wanted.text === "";
    blanks = isBlank ? blanks + 1 : 0;
    const hasBreak = line.end > line.contentEnd;
    if (isBlank && hasBreak && (blanks > 1 || (last && onlyBlanksFrom(written, index)))) {
      edits.push({ span: { start: line.start, end: line.end }, text: "" });
    } else if (wanted !== undefined && text.slice(line.start, line.contentEnd) !== wanted.text) {
      edits.push({ span: { start: line.start, end: line.contentEnd }, text: wanted.text });
    }
  });
  return edits;
}

const onlyBlanksFrom = (written: readonly Written[], from: number): boolean =>
  written.slice(from).every((line) => line !== undefined && line.text === "");
