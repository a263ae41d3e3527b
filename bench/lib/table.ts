/** Results as tables: for the terminal, and for the README. */
import { type Spread, shownMeasure } from "./statistics.ts";

export type Measure = number | Spread;

export interface Row {
  readonly id: string;
  /** What was measured, in words. */
  readonly title: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  readonly ours: Measure;
  /** The least that could be reached, measured in the same run, and what it is. */
  readonly floor: Measure | undefined;
  readonly floorIs: string | undefined;
  readonly peers: Readonly<Record<string, number>>;
  /** Peers that could not be measured here, and why. */
  readonly missing: Readonly<Record<string, string>>;
  readonly goal: string | undefined;
  readonly met: boolean | undefined;
}

/** Lines in columns, each as wide as its widest cell; the first row is the head. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)].join("\n");
}

/** The same as a table of Markdown. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]): string => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(head.map(() => "---")), ...rest.map(line)].join("\n");
}

const verdict = ({ met }: Row): string => (met === undefined ? "" : met ? "met" : "missed");

const peersOf = (row: Row): string =>
  [
    ...Object.entries(row.peers).map(([name, value]) => `${name} ${shownMeasure(value)}`),
    ...Object.entries(row.missing).map(([name, why]) => `${name}: ${why}`),
  ].join(", ");

const floorOf = ({ floor, floorIs }: Row): string =>
  floor === undefined ? "" : `${shownMeasure(floor)}${floorIs === undefined ? "" : ` (${floorIs})`}`;

/** All rows for the terminal. */
export function terminalTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.id, row.unit, shownMeasure(row.ours), floorOf(row), peersOf(row), row.goal ?? "", verdict(row)]);
  return columns([["row", "unit", "Lamina", "floor", "others", "goal", ""], ...cells]);
}

/** Rows for readers who do not know the ids. */
export function readerTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.title,
    `${shownMeasure(row.ours)} ${row.unit}`,
    floorOf(row),
    peersOf(row),
    row.goal ?? "",
    verdict(row),
  ]);
  return markdownTable([["what", "Lamina", "floor", "others", "goal", ""], ...cells]);
}
