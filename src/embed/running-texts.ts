/** What each host says of its own writing: where its comments are, and which of its words a reader sees. */
import type { HostComment, Page, RunningText } from "../core/prose/running-text.ts";
import type { Span } from "../core/text.ts";
import { isHtmlAt } from "./blocks.ts";
import type { CodeLanguage } from "./code-languages.ts";
import { type CodePiece, scanCode } from "./code-scan.ts";
import type { Embedding } from "./embedding.ts";
import { lineEndAt, lineStartAt } from "./lines.ts";
import { embedMarkdown } from "./markdown.ts";
import { type NotebookCell, readNotebook } from "./notebook.ts";

type CommentFinder = Page["commentAt"];

/** A document that is one page. */
const onePage =
  (text: string, commentAt: CommentFinder): (() => readonly Page[]) =>
  () => [{ text, commentAt, toDocument: (span) => span }];

const asWritten =
  (text: string): RunningText["readable"] =>
  ({ start, end }) =>
    text.slice(start, end);

/** Comments of HTML, and MyST's lines that begin with `%`; neither in code. */
export const markdownText = (text: string, embedding: Embedding): RunningText => ({
  pages: onePage(text, (offset) => markdownComment(text, embedding, offset)),
  readable: asWritten(text),
});

/** Lines that begin with `%`. A reader sees no comment, wherever it stands. */
export const latexText = (text: string, { comments = [] }: Embedding): RunningText => ({
  pages: onePage(text, (offset) => {
    const comment = comments.find(({ start, end }) => start < offset && offset < end);
    return comment && ownLine(text, comment.start, offset, /^%+[ \t]*$/);
  }),
  readable: ({ start, end }) => {
    let words = "";
    let at = start;
    for (const comment of comments) {
      if (comment.end <= at || comment.start >= end) continue;
      const until = Math.min(end, comment.end);
      words += text.slice(at, comment.start) + text.slice(Math.max(at, comment.start), until).replace(/[^\r\n]/g, " ");
      at = until;
    }
    return words + text.slice(at, end);
  },
});

/** Whatever the language calls a comment, on lines of its own. */
export const codeText = (text: string, language: CodeLanguage): RunningText => ({
  pages: onePage(text, codeComment(text, language)),
  readable: asWritten(text),
});

/** Of each cell what its own host says. A reader sees none of the signs of the notebook's file. */
export function notebookText(file: string): RunningText {
  let known: readonly NotebookCell[] | undefined;
  const cells = (): readonly NotebookCell[] => {
    known ??= readNotebook(file).cells;
    return known;
  };
  return {
    pages: () =>
      cells().flatMap(({ text, map, kind, language }): readonly Page[] => {
        const commentAt: CommentFinder | undefined =
          kind === "markdown" ? (offset) => markdownComment(text, embedMarkdown(text), offset) : language && codeComment(text, language);
        return commentAt ? [{ text, commentAt, toDocument: (span) => map.spanToHost(span) }] : [];
      }),
    readable(span) {
      const cell = cells().find(({ map }) => map.hostStart <= span.start && span.start <= map.hostEnd);
      return cell ? wordsOf(cell, span) : file.slice(span.start, span.end);
    },
  };
}

/** The words of a cell within a span of the file, each where the file has it, with blanks for all else. */
function wordsOf({ text, map }: NotebookCell, { start, end }: Span): string {
  let words = "";
  for (const { regionStart, hostStart, length } of map.segments) {
    const from = Math.max(hostStart, start);
    const until = Math.min(hostStart + length, end);
    if (until > from) words = words.padEnd(from - start) + text.slice(regionStart + from - hostStart, regionStart + until - hostStart);
  }
  return words.padEnd(end - start);
}

function markdownComment(text: string, { structure, prose }: Embedding, offset: number): HostComment | undefined {
  const lead = /(?:<!--\s{0,80}|^[ \t>]{0,80}(%+)[ \t]{0,80})$/m.exec(text.slice(Math.max(0, offset - 200), offset));
  if (!lead || !structure) return undefined;
  const start = offset - lead[0].length;
  if (lead[1] !== undefined) {
    const isRead = prose.some((span) => span.start <= offset && offset < span.end);
    return isRead ? ownLine(text, text.lastIndexOf("%".repeat(lead[1].length), offset), offset, /^%+[ \t]*$/) : undefined;
  }
  const close = text.indexOf("-->", offset);
  const index = structure.blocks.findLastIndex((block) => block.start <= start);
  const block = structure.blocks[index];
  if (close < 0 || !block) return undefined;
  const end = structure.blocks[index + 1]?.start ?? text.length;
  return isHtmlAt(text.slice(block.start, end), start - block.start) ? { start, end: close, after: close + 3 } : undefined;
}

function codeComment(text: string, language: CodeLanguage): CommentFinder {
  let known: readonly CodePiece[] | undefined;
  return (offset) => {
    known ??= scanCode(text, language);
    const piece = known.find(({ kind, start, end }) => (kind === "line" || kind === "block") && start < offset && offset < end);
    if (!piece) return undefined;
    if (piece.kind === "line") return ownLine(text, piece.start, offset, /^[#%/*!'<|-]{0,80}[ \t]*$/, piece.innerStart);
    const within = Math.max(piece.innerStart, lineStartAt(text, offset));
    if (!/^[ \t]*\**[ \t]*$/.test(text.slice(within, offset)) || !isFirstOnLine(text, piece.start)) return undefined;
    return { start: piece.start, end: Math.min(piece.innerEnd, lineEndAt(text, offset)), after: piece.end };
  };
}

/** A comment up to the end of its line that has the line to itself, and nothing but signs before its words. */
function ownLine(text: string, start: number, offset: number, signs: RegExp, from = start): HostComment | undefined {
  if (!isFirstOnLine(text, start) || !signs.test(text.slice(from, offset))) return undefined;
  const end = lineEndAt(text, offset);
  return { start, end, after: end };
}

const isFirstOnLine = (text: string, at: number): boolean => /^[ \t>]*$/.test(text.slice(lineStartAt(text, at), at));
