/** How a line of Lamina is put into a region of a program: behind the sign of its comment, and marked where it must be. */

import type { Region } from "./embedding.ts";
import { isBlank, lineStartAt } from "./lines.ts";

const opening = /^([ \t]*)(.*?)([#%/*!'|<=-]*)[ \t]*lamina[:：][ \t]?$/i;

/**
 * What stands in the host before a line that is put into `region` below its first one. A line that is indented, as a
 * clause is, needs the comment's sign alone; one at the margin, as a header is, is marked again.
 * @param line the line of Lamina, without its line break
 */
export function lineInCode(host: string, region: Region, line: string): string {
  const before = host.slice(lineStartAt(host, region.map.hostStart), region.map.hostStart);
  const found = opening.exec(before);
  // a fence in a docstring or a comment: its lines all begin alike
  if (!found) return before;
  const [, indent = "", , sign = ""] = found;
  if (sign.startsWith("/*") || sign.startsWith("#=")) return `${indent}   `;
  const isIndented = isBlank(line.charCodeAt(0));
  if (sign === "") return isIndented ? indent : `${indent}lamina: `;
  return line === "" ? indent + sign : isIndented ? `${indent}${sign} ` : `${indent}${sign} lamina: `;
}
