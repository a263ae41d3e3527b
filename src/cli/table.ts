/** Rows of words in columns, for a terminal. */
import { eastAsianWidth } from "get-east-asian-width";
import { shownLine } from "./checked.ts";

/** No column but the last is wider. */
const WIDEST = 60;

/**
 * Rows beside each other, the first column set off. What would steer a terminal is shown as a replacement character.
 *
 * @param rows all of the same number of cells
 */
export function columns(rows: readonly (readonly string[])[], colour: boolean): string {
  const shown = rows.map((row) => row.map((cell) => shownLine(cell.replace(/\s+/g, " "))));
  const widths = (shown[0] ?? []).map((_, at) => Math.min(WIDEST, Math.max(...shown.map((row) => widthOf(row[at] ?? "")))));
  return shown
    .map((row) => {
      const line = row
        .map((cell, at) => (at === row.length - 1 ? cell : padded(cell, widths[at] ?? 0)))
        .join("  ")
        .trimEnd();
      return colour && row[0] ? `\u001b[1m${line.slice(0, row[0].length)}\u001b[0m${line.slice(row[0].length)}\n` : `${line}\n`;
    })
    .join("");
}

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

/** How many columns of a terminal a text takes: signs of East Asian writing take two. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const sign of text) width += eastAsianWidth(sign.codePointAt(0) ?? 0);
  return width;
};
