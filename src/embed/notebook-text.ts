/** Text in strings of JSON, and where its characters stand in the file. */

import { OffsetMap, type OffsetSegment } from "../core/offset-map.ts";
import type { Span } from "../core/text.ts";

/** Text, and the way from its offsets to those of the file around it. */
export interface MappedText {
  readonly text: string;
  /**
   * A character that the file spells by an escape stands at the escape's first code unit; the rest of it, and what lies
   * between two strings, is as little part of the text as a prefix of a line.
   */
  readonly map: OffsetMap;
}

const plainEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * The text of several strings of a JSON file, one after the other.
 * @param spans what stands between their quotes, in order
 * @param emptyAt the place of the text if there are none
 */
export function textOfStrings(file: string, spans: readonly Span[], emptyAt: number): MappedText {
  const segments: OffsetSegment[] = [];
  const pieces: string[] = [];
  let length = 0;
  let last = emptyAt;
  const add = (hostStart: number, run: string): void => {
    if (run === "") return;
    segments.push({ regionStart: length, hostStart, length: run.length });
    pieces.push(run);
    length += run.length;
  };
  for (const { start, end } of spans) {
    let from = start;
    for (;;) {
      const found = file.indexOf("\\", from);
      if (found < 0 || found >= end - 1) break;
      const { character, length: escaped } = escapeAt(file, found, end);
      add(from, file.slice(from, found) + character);
      from = found + escaped;
    }
    add(from, file.slice(from, end));
    last = end;
  }
  const end = segments.at(-1);
  // the end has a place of its own where an escape comes before it, or another string
  if (end === undefined || end.hostStart + end.length !== last) segments.push({ regionStart: length, hostStart: last, length: 0 });
  return { text: pieces.join(""), map: OffsetMap.fromSegments(segments) };
}

/** The character of the escape whose backslash stands at `at`; one that JSON does not know stands for itself. */
function escapeAt(file: string, at: number, end: number): { character: string; length: number } {
  const sign = file[at + 1] as string;
  if (sign === "u" && at + 6 <= end && /^[0-9A-Fa-f]{4}$/.test(file.slice(at + 2, at + 6))) {
    return { character: String.fromCharCode(Number.parseInt(file.slice(at + 2, at + 6), 16)), length: 6 };
  }
  const character = plainEscapes[sign];
  return character === undefined ? { character: "\\", length: 1 } : { character, length: 2 };
}

/** Text as it stands within a string of JSON: what an edit puts into a cell of a notebook's file. */
export const textInJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * The way from a region of a text to the file that the text stands in.
 * @param outer the segments of `text`, which many regions share
 */
export function mapThrough(region: OffsetMap, text: OffsetMap, outer: readonly OffsetSegment[]): OffsetMap {
  const segments: OffsetSegment[] = [];
  let index = segmentAt(outer, region.hostStart);
  let regionEnd = 0;
  let textEnd = 0;
  for (const { regionStart, hostStart, length } of region.segments) {
    const end = hostStart + length;
    while (index < outer.length - 1 && endOf(outer[index] as OffsetSegment) <= hostStart) index++;
    for (let at = hostStart, from = index; at < end; from++) {
      const segment = outer[from] as OffsetSegment;
      const until = Math.min(end, endOf(segment));
      segments.push({
        regionStart: regionStart + at - hostStart,
        hostStart: segment.hostStart + at - segment.regionStart,
        length: until - at,
      });
      at = until;
    }
    regionEnd = regionStart + length;
    textEnd = end;
  }
  const last = segments.at(-1);
  const hostEnd = text.toHost(textEnd);
  if (last === undefined || last.hostStart + last.length !== hostEnd)
    segments.push({ regionStart: regionEnd, hostStart: hostEnd, length: 0 });
  return OffsetMap.fromSegments(segments);
}

/**
 * What of a span of a text stands in the file as it is: without escapes, and without what lies between strings.
 * @param segments those of the text's map
 */
export function plainSpans(text: string, segments: readonly OffsetSegment[], span: Span, file: string): Span[] {
  const spans: Span[] = [];
  for (let index = segmentAt(segments, span.start); index < segments.length; index++) {
    const { regionStart, hostStart, length } = segments[index] as OffsetSegment;
    if (regionStart >= span.end) break;
    const start = Math.max(regionStart, span.start);
    let end = Math.min(regionStart + length, span.end);
    // only the last character of a segment may be spelt by an escape
    if (end > start && text[end - 1] !== file[hostStart + end - 1 - regionStart]) end--;
    else if (end > start && file[hostStart + end - 1 - regionStart] === "\\") end--;
    if (end > start) spans.push({ start: hostStart + start - regionStart, end: hostStart + end - regionStart });
  }
  return spans;
}

/** The index of the first segment that ends after `offset` of the text. */
function segmentAt(segments: readonly OffsetSegment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(segments[middle] as OffsetSegment) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const endOf = ({ regionStart, length }: OffsetSegment): number => regionStart + length;
