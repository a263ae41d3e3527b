/** Rows as CSV (RFC 4180) and TSV, and back. */
import type { Rows } from "./tables.ts";
import { wellFormed } from "./text.ts";

// a spreadsheet takes a cell that begins so for a formula, and runs it
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * A cell that no spreadsheet runs: where it begins as a formula does, and is no number, an apostrophe stands before it. The
 * same goes for a cell that begins with apostrophes and then so, that `unguarded` may give back every cell as it was.
 */
export const guarded = (cell: string): string => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);

/** The cell behind what `guarded` wrote. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/** Rows with a header, fields quoted where they must be, every line ended as the standard says. */
export function delimited({ columns, rows }: Rows, delimiter: "," | "\t"): string {
  const field = (text: string): string => {
    const cell = guarded(wellFormed(text).replaceAll("\0", "\ufffd"));
    const needsQuotes = cell.includes(delimiter) || /["\r\n]/.test(cell) || cell !== cell.trim();
    return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  return [columns, ...rows].map((row) => `${row.map(field).join(delimiter)}\r\n`).join("");
}
