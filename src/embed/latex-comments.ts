/**
 * Lamina in comments of LaTeX.
 *
 * A comment that opens with `lamina:` is Lamina: `% lamina: claim a: L4 as Value`. What follows the colon, less one
 * blank, is the first line of a region. The region goes on with the comment lines right below, as long as each is
 *
 * - marked again, `% lamina: …` (what follows the colon, less one blank, is its next line), or
 * - indented, with two blanks or a tab behind its `%`: `%   supported by [@k]` (what follows, less one blank, is the next
 *   line), so that an ordinary comment below a claim stays an ordinary comment, or
 * - empty, if a line of the first two forms comes after it.
 *
 * A marked comment after other text on its line opens a region of its own; indented comment lines go on with it. Any
 * number of `%` may open a comment. The lines are joined by the line breaks of the document, and the last line has none.
 */

import { OffsetMap, type OffsetSegment } from "../core/offset-map.ts";
import type { InputLink, Region } from "./embedding.ts";
import { afterLineBreak, isBlank, lineEndAt } from "./lines.ts";

export interface CommentReading {
  /** The end of the last line that belongs to it, before its line break. */
  readonly end: number;
  readonly region?: Region;
  /** What `% !TEX root = …` names. */
  readonly root?: InputLink;
}

const PERCENT = 37;
const TAB = 9;
const marker = /[ \t]{0,80}lamina[:：]/iy;
const rootDirective = /[ \t]{0,80}!TEX[ \t]{1,80}root[ \t]{0,80}=[ \t]{0,80}/iy;

/** Reads the comment whose `%` stands at `start`. @param ownLine whether nothing but blanks stands before it */
export function readComment(text: string, start: number, ownLine: boolean): CommentReading {
  const content = afterMarks(text, start);
  const lineEnd = lineEndAt(text, content);
  const marked = afterMarker(text, content);
  if (marked === undefined) return { end: lineEnd, ...(ownLine ? rootLink(text, content, lineEnd) : {}) };
  const lines = [{ start: marked, end: lineEnd }];
  let end = lineEnd;
  let skipped: typeof lines = [];
  for (;;) {
    const next = continuation(text, afterLineBreak(text, (skipped.at(-1) ?? { end }).end), ownLine);
    if (next === undefined) break;
    if (next.isEmpty) skipped.push(next);
    else {
      lines.push(...skipped, next);
      skipped = [];
      end = next.end;
    }
  }
  return { end, region: joined(text, lines) };
}

interface CommentLine {
  /** Where what counts of it starts and ends. */
  readonly start: number;
  readonly end: number;
  /** It goes on with a region only if a line after it does. */
  readonly isEmpty: boolean;
}

/** The comment line that starts at `lineStart`, if it may go on with a region. */
function continuation(text: string, lineStart: number, takesMarked: boolean): CommentLine | undefined {
  const at = afterBlanks(text, lineStart);
  if (text.charCodeAt(at) !== PERCENT) return undefined;
  const content = afterMarks(text, at);
  const end = lineEndAt(text, content);
  const marked = afterMarker(text, content);
  if (marked !== undefined) return takesMarked ? { start: marked, end, isEmpty: false } : undefined;
  const start = Math.min(content + 1, end);
  const isIndented = text.charCodeAt(content) === TAB || (isBlank(text.charCodeAt(content)) && isBlank(text.charCodeAt(content + 1)));
  if (isIndented) return { start, end, isEmpty: false };
  return start === end && (content === end || isBlank(text.charCodeAt(content))) ? { start, end, isEmpty: true } : undefined;
}

/** One region of several lines, which are in order. */
function joined(text: string, lines: readonly { readonly start: number; readonly end: number }[]): Region {
  const segments: OffsetSegment[] = [];
  let region = "";
  lines.forEach(({ start, end }, index) => {
    const runEnd = index === lines.length - 1 ? end : afterLineBreak(text, end);
    segments.push({ regionStart: region.length, hostStart: start, length: runEnd - start });
    region += text.slice(start, runEnd);
  });
  return { text: region, map: OffsetMap.fromSegments(segments) };
}

/** The offset after the marker and one blank; undefined if there is none at `start`. */
function afterMarker(text: string, start: number): number | undefined {
  marker.lastIndex = start;
  if (!marker.test(text)) return undefined;
  const at = marker.lastIndex;
  return isBlank(text.charCodeAt(at)) ? at + 1 : at;
}

function rootLink(text: string, start: number, lineEnd: number): { root?: InputLink } {
  rootDirective.lastIndex = start;
  if (!rootDirective.test(text)) return {};
  const from = rootDirective.lastIndex;
  let end = lineEnd;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end > from ? { root: { path: text.slice(from, end), span: { start: from, end }, kind: "root" } } : {};
}

function afterMarks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === PERCENT) at++;
  return at;
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}
