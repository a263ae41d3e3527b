/** How a line of Lamina is put into a region of a program: behind the sign of its comment, and marked where it must be. */

import type { Region } from "./embedding.ts";
import { isBlank, lineStartAt } from "./lines.ts";

const marker = /lamina[:：][ \t]?$/i;
const signCharacter = /[#%/*!'|<=-]/;

/**
 * What stands in the host before a line that is put into `region` below its first one. A line that is indented, as a
 * clause is, needs the comment's sign alone; one at the margin, as a header is, is marked again.
 * @param line the line of Lamina, without its line break
 */
export function lineInCode(host: string, region: Region, line: string): string {
  const before = host.slice(lineStartAt(host, region.map.hostStart), region.map.hostStart);
  const found = marker.exec(before.slice(-"lamina: ".length));
  // a fence in a docstring or a comment: its lines all begin alike
  if (!found) return before;
  let end = before.length - found[0].length;
  while (end > 0 && isBlank(before.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && signCharacter.test(before[start - 1] as string)) start--;
  const sign = before.slice(start, end);
  let code = 0;
  while (isBlank(before.charCodeAt(code))) code++;
  const indent = before.slice(0, code);
  if (sign.startsWith("/*") || sign.startsWith("#=")) return `${indent}   `;
  const isIndented = isBlank(line.charCodeAt(0));
  if (sign === "") return isIndented ? indent : `${indent}lamina: `;
  return line === "" ? indent + sign : isIndented ? `${indent}${sign} ` : `${indent}${sign} lamina: `;
}
