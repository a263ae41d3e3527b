/**
 * Lamina in comments of programs. `code-lines.ts` is the way back: how a line is put into such a region.
 *
 * A comment that opens with `lamina:` is Lamina: `# lamina: claim a: L4 as Value`. What follows the colon, less one
 * blank, is the first line of a region. The region goes on with the comment lines right below, as long as each is
 *
 * - marked again, `# lamina: …` (what follows the colon, less one blank, is its next line), or
 * - indented, with two blanks or a tab behind its sign: `#   supported by [@k]` (what follows, less one blank, is the
 *   next line), so that an ordinary comment below a claim stays an ordinary comment, or
 * - empty, if a line of the first two forms comes after it.
 *
 * A marked comment behind code on its line opens a region of its own; indented comment lines go on with it. The lines
 * are joined by the line breaks of the document, and the last line has none.
 *
 * Within one comment of several lines, `/* … *\/`, a line is marked likewise, behind a star if there is one, and goes on
 * with the lines below that are indented further than its marker. If the comment itself opens with the marker, all of it
 * is Lamina. A fence of `lamina` in a comment or a docstring is a region as it is in Markdown.
 */

import { OffsetMap, type OffsetSegment } from "../core/offset-map.ts";
import { isLineBreak, type Span } from "../core/text.ts";
import type { CodePiece } from "./code-scan.ts";
import type { Region } from "./embedding.ts";
import { isLaminaInfo } from "./fences.ts";
import { afterLineBreak, isBlank, lineEndAt } from "./lines.ts";

const TAB = 9;
const STAR = 42;
const marker = /[ \t]{0,80}lamina[:：]/iy;
/** Signs that a comment's own sign may be followed by: more of it, and what tools for documentation put there. */
const moreSigns = /[#%/*!'<|-]{0,80}/y;
const fenceOpening = /[ \t]{0,200}(`{3,}|~{3,})([^\n\r`]{0,200})/y;

/** A line of a comment: where its content starts and ends. */
interface CommentLine extends Span {
  /** Whether it is a comment by itself, with nothing but blanks before it. */
  readonly ownLine: boolean;
}

/** The regions in the comments and docstrings of a program, in order. */
export function commentRegions(text: string, pieces: readonly CodePiece[]): Region[] {
  const regions: Region[] = [];
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index] as CodePiece;
    index++;
    if (piece.kind === "line") {
      const lines = [lineOf(text, piece)];
      let end = piece.end;
      for (let next = pieces[index]; next?.kind === "line" && followsOn(text, end, next.start); next = pieces[++index]) {
        lines.push(lineOf(text, next));
        end = next.end;
      }
      readLines(text, lines, false, regions);
    } else if (piece.kind === "block") readLines(text, blockLines(text, piece), true, regions);
    else if (piece.isDocumentation) readFences(text, plainLines(text, piece), regions);
  }
  return regions;
}

/** Whether nothing but blanks stands between the end of one line and a sign on the next. */
function followsOn(text: string, end: number, start: number): boolean {
  const lineStart = afterLineBreak(text, end);
  return lineStart > end && afterBlanks(text, lineStart) === start;
}

function lineOf(text: string, piece: CodePiece): CommentLine {
  let before = piece.start;
  while (isBlank(text.charCodeAt(before - 1))) before--;
  const ownLine = before === 0 || isLineBreak(text.charCodeAt(before - 1));
  return { start: afterSigns(text, piece), end: lineEndAt(text, piece.start), ownLine };
}

function afterSigns(text: string, { innerStart, innerEnd }: CodePiece): number {
  moreSigns.lastIndex = innerStart;
  moreSigns.test(text);
  return Math.min(moreSigns.lastIndex, innerEnd);
}

/** The lines of a comment with two signs, each from behind its star. */
function blockLines(text: string, piece: CodePiece): CommentLine[] {
  const lines = plainLines(text, { ...piece, innerStart: afterSigns(text, piece) });
  return lines.map((line, index) => {
    const first = afterBlanks(text, line.start);
    const hasStar = index > 0 && first < line.end && text.charCodeAt(first) === STAR;
    return { start: hasStar ? first + 1 : line.start, end: line.end, ownLine: true };
  });
}

/** The lines between two offsets. Blanks before the closing sign, and stars, belong to it. */
function plainLines(text: string, { innerStart, innerEnd }: CodePiece): CommentLine[] {
  let last = innerEnd;
  while (last > innerStart && (isBlank(text.charCodeAt(last - 1)) || text.charCodeAt(last - 1) === STAR)) last--;
  const lines: CommentLine[] = [];
  for (let start = innerStart; ; ) {
    const end = lineEndBefore(text, start, last);
    lines.push({ start, end: Math.max(start, end), ownLine: true });
    const next = afterLineBreak(text, end);
    // the closing sign alone makes no line
    if (end >= last || next > last || (next === last && innerEnd < text.length)) return lines;
    start = next;
  }
}

/** The end of the line at `start`, or `limit` if that comes first: many comments may stand on one long line. */
function lineEndBefore(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

function readLines(text: string, lines: readonly CommentLine[], isBlock: boolean, regions: Region[]): void {
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as CommentLine;
    const marked = afterMarker(text, line);
    const fence = marked === undefined ? fenceAt(text, lines, index) : undefined;
    if (fence) {
      if (fence.region) regions.push(fence.region);
      index = fence.next;
    } else if (marked === undefined) index++;
    else {
      const first = { start: marked, end: line.end };
      const isWhole = isBlock && index === 0;
      const goesOn = isWhole ? wholeComment(text, lines, marked) : isBlock ? belowMarker(text, line) : belowSign(text, line);
      const taken: Span[] = [first];
      let skipped: Span[] = [];
      let next = index + 1;
      for (let at = next; at < lines.length; at++) {
        const below = lines[at] as CommentLine;
        const again = isWhole || !line.ownLine ? undefined : afterMarker(text, below);
        const isMarkedApart = !line.ownLine && afterMarker(text, below) !== undefined;
        const start = isMarkedApart ? undefined : (again ?? goesOn(below));
        if (start === undefined) break;
        if (start === "empty") skipped.push({ start: below.end, end: below.end });
        else {
          taken.push(...skipped, { start, end: below.end });
          skipped = [];
          next = at + 1;
        }
      }
      regions.push(joined(text, taken));
      index = next;
    }
  }
}

/** Where a line below starts that goes on with a region; `empty` if it does so only with one after it. */
type GoesOn = (line: CommentLine) => number | "empty" | undefined;

const belowSign =
  (text: string, _marked: CommentLine): GoesOn =>
  (line) => {
    const first = afterBlanks(text, line.start);
    if (first >= line.end) return line.end - line.start > 1 ? line.start + 1 : "empty";
    const isIndented = text.charCodeAt(line.start) === TAB || first - line.start > 1;
    return isIndented ? line.start + 1 : undefined;
  };

/** Lines of a comment that are indented further than the marker on one of its lines. */
function belowMarker(text: string, marked: CommentLine): GoesOn {
  const indent = afterBlanks(text, marked.start) - marked.start;
  return (line) => {
    const first = afterBlanks(text, line.start);
    if (first >= line.end) return "empty";
    return first - line.start > indent ? line.start + indent : undefined;
  };
}

/** All lines of a comment that opens with the marker; the least indented is the margin of those below it. */
function wholeComment(text: string, lines: readonly CommentLine[], marked: number): GoesOn {
  const filled = lines.slice(1).filter((line) => afterBlanks(text, line.start) < line.end);
  const margin = filled.reduce((least, { start }) => Math.min(least, afterBlanks(text, start) - start), Number.POSITIVE_INFINITY);
  // below a first line that holds something, lines that are all alike belong to it
  const depth = marked < (lines[0]?.end ?? 0) && filled.every(({ start }) => afterBlanks(text, start) - start === margin) ? 2 : 0;
  return (line) => {
    const first = afterBlanks(text, line.start);
    return first >= line.end ? "empty" : line.start + Math.max(0, margin - depth);
  };
}

function readFences(text: string, lines: readonly CommentLine[], regions: Region[]): void {
  for (let index = 0; index < lines.length; ) {
    const fence = fenceAt(text, lines, index);
    if (fence?.region) regions.push(fence.region);
    index = fence?.next ?? index + 1;
  }
}

/** The fence that a line opens, with the index of the line after it; its region, if it is one of Lamina. */
function fenceAt(text: string, lines: readonly CommentLine[], index: number): { region?: Region; next: number } | undefined {
  const line = lines[index] as CommentLine;
  fenceOpening.lastIndex = line.start;
  const [, marks = "", info = ""] = fenceOpening.exec(text) ?? [];
  if (marks === "" || fenceOpening.lastIndex > line.end) return undefined;
  const indent = afterBlanks(text, line.start) - line.start;
  let close = index + 1;
  while (close < lines.length && !closesFence(text, lines[close] as CommentLine, marks)) close++;
  const content = lines.slice(index + 1, close).map(({ start, end }) => {
    const first = Math.min(afterBlanks(text, start), end);
    return { start: Math.min(first, start + indent), end };
  });
  const next = Math.min(close + 1, lines.length);
  if (!isLaminaInfo(info)) return { next };
  return { region: content.length > 0 ? joined(text, content) : joined(text, [{ start: line.end, end: line.end }]), next };
}

function closesFence(text: string, { start, end }: CommentLine, marks: string): boolean {
  let at = afterBlanks(text, start);
  const first = at;
  while (at < end && text[at] === marks[0]) at++;
  return at - first >= marks.length && afterBlanks(text, at) >= end;
}

/** One region of several lines, which are in order. */
function joined(text: string, lines: readonly Span[]): Region {
  const segments: OffsetSegment[] = [];
  let region = "";
  lines.forEach(({ start, end }, index) => {
    const runEnd = index === lines.length - 1 ? end : afterLineBreak(text, lineEndAt(text, end));
    const from = index === lines.length - 1 ? start : Math.min(start, runEnd);
    segments.push({ regionStart: region.length, hostStart: from, length: runEnd - from });
    region += text.slice(from, runEnd);
  });
  return { text: region, map: OffsetMap.fromSegments(segments) };
}

/** The offset after the marker and one blank; undefined if the line opens with none. */
function afterMarker(text: string, { start, end }: Span): number | undefined {
  marker.lastIndex = start;
  if (!marker.test(text) || marker.lastIndex > end) return undefined;
  const at = marker.lastIndex;
  return at < end && isBlank(text.charCodeAt(at)) ? at + 1 : at;
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}
