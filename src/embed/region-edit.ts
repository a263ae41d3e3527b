/** Edits of a region as edits of its host. */

import type { Edit } from "../core/text.ts";
import type { Region } from "./embedding.ts";
import { isBlank, lineEndAt, lineStartAt } from "./lines.ts";

/**
 * The edit of the host that does what `edit` does in a region: in place, with the prefix that the host wants in front
 * of every line that the edit adds (a block quote's `> `, a list item's indentation).
 */
export function editToHost(region: Region, host: string, edit: Edit): Edit {
  const span = region.map.spanToHost(edit.span);
  if (edit.text === "" || region.map.hostStart === 0) return { span, text: edit.text };
  const prefix = linePrefix(region, host);
  const text = prefix === "" ? edit.text : edit.text.replace(/\r\n|\r|\n/g, (lineBreak) => lineBreak + prefix);
  if (region.text === "" && hasNoLine(host, span.start)) return { span, text: `${prefix}${text}\n` };
  // a blank line may stand without its prefix, which it needs as soon as something stands on it
  const lineStart = lineStartAt(host, span.start);
  const isBare = span.start - lineStart < prefix.length && span.start === lineEndAt(host, lineStart);
  return { span, text: isBare ? prefix.slice(span.start - lineStart) + text : text };
}

/** Whether a fence without content has not even a blank line: its place is then in front of the line that closes it. */
function hasNoLine(host: string, offset: number): boolean {
  return offset === lineStartAt(host, offset) && offset < lineEndAt(host, offset);
}

/** What the lines of a fence begin with: what stands before its marks, where a list's own marks become spaces. */
function linePrefix(region: Region, host: string): string {
  const openingStart = lineStartAt(host, lineStartAt(host, region.map.hostStart) - 1);
  let prefix = "";
  for (let at = openingStart; at < host.length; at++) {
    if (["```", "~~~", ":::"].some((marks) => host.startsWith(marks, at))) break;
    prefix += host[at] === ">" || isBlank(host.charCodeAt(at)) ? host[at] : " ";
  }
  return prefix;
}
