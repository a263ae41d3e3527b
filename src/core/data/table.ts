/** What reads a table, and what takes its rows. */
import type { Cell } from "./cells.ts";
import type { DataProblem } from "./result.ts";

export interface TableSink {
  /** The names of the columns, before any row. */
  header(names: readonly string[]): void;
  /** A row; `place` says where it stands in the file. */
  row(cells: readonly Cell[], place: () => string): void;
}

/** Reads a text that comes in pieces, cut anywhere. */
export interface TableReader {
  /** What is wrong with the table as a whole, as far as it was read. */
  readonly fault: DataProblem | undefined;
  write(text: string): void;
  /** The text has come to its end. */
  end(): void;
}
