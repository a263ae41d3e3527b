/** Fenced code blocks: which of them are Lamina, and where their lines stand in the host. */

import type { Code } from "mdast";
import { OffsetMap, type OffsetSegment } from "../core/offset-map.ts";
import { isLineBreak } from "../core/text.ts";
import type { Region } from "./embedding.ts";
import { afterLineBreak, isBlank, lineEndAt } from "./lines.ts";

const NUL = 0;
const REPLACEMENT_CHARACTER = 0xfffd;

/**
 * Whether an info string says Lamina: its first word is `lamina`, alone or with attributes in braces behind it, or
 * it opens with braces around `lamina` or `.lamina`. The case of letters does not count.
 */
export function isLaminaInfo(info: string): boolean {
  return /^(?:lamina(?![^\s{,])|\{\s*\.?lamina(?![^\s,}]))/i.test(info.trim());
}

/** Whether a block of code is a fence (not indented code) and whether a line of its own closes it. */
export function fenceState(text: string, start: number, end: number): "closed" | "unclosed" | "indented" {
  const mark = text[start];
  if ((mark !== "`" && mark !== "~" && mark !== ":") || indentation(text, start) > 3) return "indented";
  let opening = start;
  while (text[opening] === mark) opening++;
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  let first = last;
  while (first > opening && text[first - 1] === mark) first--;
  let lineStart = first;
  while (lineStart > opening && isBlank(text.charCodeAt(lineStart - 1))) lineStart--;
  return last - first >= opening - start && isLineBreak(text.charCodeAt(lineStart - 1)) ? "closed" : "unclosed";
}

/** How many code units stand before `offset` on its line. */
function indentation(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return offset - at;
}

/**
 * The region of a fence. Its text is the fence's own content as CommonMark gives it, without the last line break;
 * spaces that the host spells as part of a tab have no place of their own in the host.
 * @param parsed the text that was parsed, @param shift what leads from its offsets to those of `host`
 */
export function fenceRegion(code: Code, parsed: string, host: string, shift: number): Region {
  const opening = code.position?.start.offset ?? 0;
  const closing = code.position?.end.offset ?? parsed.length;
  const value = code.value;
  let lineStart = afterLineBreak(parsed, lineEndAt(parsed, opening));
  if (value === "") return emptyRegion(parsed, opening, lineStart, closing, shift);

  const segments: OffsetSegment[] = [];
  let text = "";
  for (let at = 0; at <= value.length; ) {
    const valueEnd = lineEndAt(value, at);
    const hostEnd = lineEndAt(parsed, lineStart);
    const shared = sharedEnd(value, at, valueEnd, parsed, lineStart, hostEnd);
    const next = afterLineBreak(value, valueEnd);
    const length = shared + next - valueEnd;
    const regionStart = valueEnd - shared;
    const hostStart = hostEnd - shared + shift;
    if (length > 0 || next === valueEnd) segments.push({ regionStart, hostStart, length });
    text += value.slice(at, regionStart) + host.slice(hostStart, hostStart + length);
    if (next === valueEnd) break;
    at = next;
    lineStart = afterLineBreak(parsed, hostEnd);
  }
  return { text, map: OffsetMap.fromSegments(segments) };
}

/** A fence without content: its place is its blank line, or else the line that follows the opening one. */
function emptyRegion(parsed: string, opening: number, lineStart: number, closing: number, shift: number): Region {
  const lineEnd = lineEndAt(parsed, lineStart);
  const mark = parsed.slice(opening, opening + 3);
  const hasLine = lineStart <= closing && !parsed.slice(lineStart, lineEnd).includes(mark);
  return { text: "", map: OffsetMap.contiguous((hasLine ? lineEnd : lineStart) + shift, 0) };
}

/** How many code units the two lines share at their ends: all but prefixes of the host and spaces out of tabs. */
function sharedEnd(value: string, valueStart: number, valueEnd: number, text: string, start: number, end: number): number {
  const longest = Math.min(valueEnd - valueStart, end - start);
  let count = 0;
  while (count < longest && isSame(value.charCodeAt(valueEnd - 1 - count), text.charCodeAt(end - 1 - count))) count++;
  return count;
}

const isSame = (inValue: number, inHost: number): boolean => inValue === inHost || (inValue === REPLACEMENT_CHARACTER && inHost === NUL);
