/** Finds a column by its name. */

import { readUnit } from "../evidence/units.ts";
import { nearest } from "../nearest.ts";
import type { DataProblem } from "./result.ts";

export interface FoundColumn {
  readonly index: number;
  readonly name: string;
  /** The unit that the header gives, in brackets after the name or behind its last `_`: `share (%)`, `latency [ms]`, `delay_ms`. */
  readonly unit: string | undefined;
}

/** More columns than this are not listed in a message. */
const MOST_LISTED = 8;

/** Of more columns than this, only the first are tried for a suggestion. */
const MOST_TRIED = 2000;

/** The unit in brackets at the end of a header, where it is a unit that is known. */
function splitHeader(header: string): { readonly bare: string; readonly unit: string | undefined } {
  const name = header.trim();
  const close = name.at(-1);
  const open = close === ")" ? name.lastIndexOf("(") : close === "]" ? name.lastIndexOf("[") : -1;
  if (open <= 0) return { bare: name, unit: undefined };
  const unit = name.slice(open + 1, -1).trim();
  return unit !== "" && readUnit(unit).known ? { bare: name.slice(0, open).trim(), unit } : { bare: name, unit: undefined };
}

/** Endings of a header behind `_` that say a unit and hardly anything else: not `min`, which may be the least, nor `m`. */
export const unitEndings: ReadonlyMap<string, string> = new Map([
  ...["ms", "us", "µs", "sec", "mV", "uV", "µV", "pA", "nA", "Hz", "kHz", "nm", "um", "µm", "mm", "cm", "percent", "ratio"].map(
    (unit): [string, string] => [unit, unit],
  ),
  ["hz", "Hz"],
  ["pct", "%"],
]);

/** The unit that a header gives: in brackets, `delay (ms)`, or behind its last `_`, `delay_ms`. */
function unitOf(header: string): string | undefined {
  const name = header.trim();
  const { unit } = splitHeader(name);
  const line = name.lastIndexOf("_");
  return unit ?? (line > 0 ? unitEndings.get(name.slice(line + 1)) : undefined);
}

/**
 * The column of a name: as written, else without regard to case, else by its name without the unit in brackets.
 *
 * @param about which part of the clause names it
 */
export function findColumn(headers: readonly string[], wanted: string, about: "column" | "where"): FoundColumn | DataProblem {
  const name = wanted.trim();
  const fold = (text: string): string => text.trim().toLowerCase();
  const ways: readonly ((header: string) => boolean)[] = [
    (header) => header.trim() === name,
    (header) => fold(header) === fold(name),
    (header) => fold(splitHeader(header).bare) === fold(name),
  ];
  for (const fits of ways) {
    const found = headers.flatMap((header, index) => (fits(header) ? [index] : []));
    const [index] = found;
    if (index === undefined) continue;
    const header = headers[index] ?? "";
    if (found.length === 1) return { index, name: header.trim(), unit: unitOf(header) };
    return { code: "ambiguous-column", about, message: `${found.length} columns are called “${name}”; expected one.` };
  }
  const [near] = nearest(name, new Set(headers.slice(0, MOST_TRIED).flatMap((header) => [header.trim(), splitHeader(header).bare])));
  const message = near
    ? `There is no column “${name}”; the nearest is “${near}”.`
    : `There is no column “${name}”; the columns are ${listed(headers)}.`;
  return { code: "unknown-column", about, message, ...(near !== undefined && { nearest: near }) };
}

/** Column names for a message. */
export function listed(headers: readonly string[]): string {
  const names = headers.slice(0, MOST_LISTED).map((header) => `“${header.trim()}”`);
  return headers.length > MOST_LISTED ? `${names.join(", ")} and ${headers.length - MOST_LISTED} more` : names.join(", ");
}
