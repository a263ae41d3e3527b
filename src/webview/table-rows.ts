/** The table as text for the clipboard. */
import type { Table } from "../diagram/table.ts";

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const textRows = ({ columns, rows }: Table): string[][] => [
  columns.map(({ heading }) => heading),
  ...rows.map(({ cells }) => columns.map(({ key }) => oneLine(cells[key]))),
];

/** Tab-separated values, as spreadsheets take them. */
export const asTsv = (table: Table): string =>
  `${textRows(table)
    .map((cells) => cells.join("\t"))
    .join("\n")}\n`;

/** A table of Markdown. */
export function asMarkdown(table: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const [head = [], ...rows] = textRows(table).map((cells) => cells.map((cell) => cell.replace(/[\\|]/g, "\\$&")));
  const rule = table.columns.map(({ numeric }) => (numeric ? "---:" : "---"));
  return `${[head, rule, ...rows].map(line).join("\n")}\n`;
}
