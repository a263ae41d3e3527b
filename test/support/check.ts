/**
 * Tests that are text. A fixture is a document, and under a line of it stand lines that mark what is to be found in it:
 *
 *     claim values: L4 as Value
 *       strength strong
 *     #          ^^^^^^ unknown-word: Unexpected “strong”, expected a strength…
 *
 * The carets stand under what is found; then its code; then, after a colon, its message, which `…` may cut short and
 * which may be left out. `^^^>` goes on past the end of the line, `|` marks a place between two characters.
 * The `#` is there so that a fixture reads as Lamina; it gives way where carets stand in the first column.
 * Marks are taken out before the text is read, and all that is found must be marked: no more, no less.
 */
import { expect } from "vitest";
import { Document } from "../../src/core/syntax/document.ts";
import type { Problem } from "../../src/core/syntax/tree.ts";
import { LineIndex, type Span } from "../../src/core/text.ts";

/** What a check of a text finds. */
export interface Found {
  readonly span: Span;
  readonly code: string;
  readonly message: string;
}

/** What is found, or should be, on a line: zero-based, `to` not included. */
interface Mark {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** Whether it goes on past the end of the line. */
  readonly more: boolean;
  readonly code: string;
  readonly message: string;
}

const markLine = /^(?:#|\/\/|(?=[ \t]*[|^]))[ \t]*(\^+>?|\|)[ \t]+([a-z][\w/-]*)(?::[ \t]*(.*))?$/;

/** The text of a fixture without its marks, and without the indentation that all its lines share. */
export function plainText(fixture: string): string {
  return read(fixture).text;
}

function read(fixture: string): { text: string; marks: Mark[] } {
  const lines = dedent(fixture).split(/(?<=\n|\r(?!\n))/);
  const kept: string[] = [];
  const marks: Mark[] = [];
  for (const line of lines) {
    const match = markLine.exec(line.trimEnd());
    if (!match) {
      kept.push(line);
      continue;
    }
    const [, carets, code, message = "…"] = match as unknown as [string, string, string, string?];
    const from = line.indexOf(carets);
    const more = carets.endsWith(">");
    const to = carets === "|" ? from : from + carets.length - (more ? 1 : 0);
    marks.push({ line: kept.length - 1, from, to, more, code, message });
  }
  return { text: kept.join(""), marks };
}

/** Takes off a first line break, and the indentation that all lines share. */
function dedent(text: string): string {
  if (!/^\n[ \t]+\S/.test(text)) return text;
  const body = text.slice(1).replace(/\n[ \t]*$/, "\n");
  const indents = body
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return body
    .split("\n")
    .map((line) => line.slice(shared))
    .join("\n");
}

function markOf(index: LineIndex, found: Found): Mark {
  const start = index.positionAt(found.span.start);
  const end = index.positionAt(found.span.end);
  const more = end.line > start.line;
  const to = more ? index.lineEnd(start.line) - index.lineStart(start.line) : end.character;
  return { line: start.line, from: start.character, to, more, code: found.code, message: found.message };
}

const samePlace = (a: Mark, b: Mark): boolean =>
  a.line === b.line && a.from === b.from && a.to === b.to && a.more === b.more && a.code === b.code;

const fits = (message: string, wanted: string): boolean =>
  wanted === message || (wanted.endsWith("…") && message.startsWith(wanted.slice(0, -1)));

/** The text with its marks, in the order of their places. */
function render(text: string, marks: readonly Mark[]): string {
  const ordered = [...marks].sort((a, b) => a.line - b.line || a.from - b.from || a.to - b.to || (a.code < b.code ? -1 : 1));
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  return lines
    .map((line, number) => {
      const under = ordered.filter((mark) => mark.line === number).map(renderMark);
      return [/[\r\n]$/.test(line) ? line.replace(/[\r\n]+$/, "") : line, ...under].join("\n");
    })
    .join("\n");
}

function renderMark({ from, to, more, code, message }: Mark): string {
  const carets = `${to > from || more ? "^".repeat(to - from) : "|"}${more ? ">" : ""}`;
  const start = from === 0 ? "" : `#${" ".repeat(from - 1)}`;
  return `${start}${carets} ${code}${message === "…" ? "" : `: ${message}`}`;
}

/** Checks that `find` finds in the fixture's text what its marks say, no more and no less. */
export function expectMarks(fixture: string, find: (text: string) => readonly Found[]): void {
  const { text, marks } = read(fixture);
  const index = new LineIndex(text);
  const open = [...marks];
  const found = find(text).map((each) => {
    const mark = markOf(index, each);
    const at = open.findIndex((wanted) => samePlace(wanted, mark) && fits(mark.message, wanted.message));
    // where the message fits, the fixture's own way to write it is kept, so that a comparison shows only what differs
    return at < 0 ? mark : (open.splice(at, 1)[0] as Mark);
  });
  expect(render(text, found)).toBe(render(text, marks));
}

/** A problem with its span counted from the start of the document. */
export function problemsOf(document: Document): Problem[] {
  return document.items.flatMap((item, index) => {
    const start = document.startOf(index);
    const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
    return item.problems.map((problem) => ({
      ...problem,
      span: moved(problem.span),
      fixes: problem.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: moved(edit.span) })) })),
    }));
  });
}

/** Checks the problems that the parser finds in a fixture. */
export function check(fixture: string): void {
  expectMarks(fixture, (text) => problemsOf(Document.parse(text)));
}
