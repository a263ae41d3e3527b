/** Tables in Markdown, as GitHub and most others read them. */
import type { ClaimCollection } from "../records/record.ts";
import type { ExchangeTable } from "./names.ts";
import { type PageCell, pageTable } from "./short-tables.ts";
import { oneLine, wellFormed } from "./text.ts";

/** One table, with its header. */
export function markdownOf(collection: ClaimCollection, table: ExchangeTable): string {
  const { columns, rows } = pageTable(collection, table);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return (
    line(columns.map(({ title }) => title)) +
    line(columns.map(() => "---")) +
    rows.map((row) => line(row.map((cell) => inMarkdown(textOf(cell))))).join("")
  );
}

const textOf = (cell: PageCell): string =>
  typeof cell === "string"
    ? cell
    : cell.cites.map(({ label, version, place }) => [label, version, place].flatMap((piece) => piece ?? []).join(", ")).join("; ");

/** A text that Markdown shows as it stands, in a cell of a table. */
export const inMarkdown = (text: string): string =>
  wellFormed(oneLine(text))
    .replaceAll("\0", "\ufffd")
    .replace(/[\\`*_{}[\]<>#|~$&@]/g, "\\$&")
    // what would begin a list or a heading, and what would be made a link
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/(https?|ftp):/gi, "$1\\:")
    .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}\\.`);
