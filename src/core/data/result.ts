/** What a column of a data file gives. */
import type { Region } from "../evidence/quantity-region.ts";
import type { Moments } from "../evidence/quantity-student.ts";

export type DataProblemCode =
  | "file-not-found"
  | "outside-workspace"
  | "unreadable-file"
  | "unknown-format"
  | "not-a-table"
  | "unclosed-quote"
  | "ragged-rows"
  | "no-column"
  | "unknown-column"
  | "ambiguous-column"
  | "not-a-number"
  | "empty-selection";

/** Something that keeps a number from being had. */
export interface DataProblem {
  readonly code: DataProblemCode;
  /** A sentence for people, with the first place in the file. */
  readonly message: string;
  /** What of the clause it is about, so that a finding knows where to point. */
  readonly about: "file" | "column" | "where";
  /** A name that is there and was probably meant, to be put in place of what is written. */
  readonly nearest?: string;
}

export interface DataResult {
  /** The aggregate; undefined without one, and where there are problems. */
  readonly value: number | undefined;
  /**
   * Without an aggregate: where the numbers lie, as intervals whose ends are numbers of the column. Few different
   * numbers are each an interval of their own; many are drawn together across the smallest gaps.
   */
  readonly values: Region | undefined;
  /** Of the numbers that the value was taken of, for the interval of a mean; only with `mean`. */
  readonly moments: Moments | undefined;
  /** The unit that the column's header gives: `share (%)`, `delay_ms`. */
  readonly unit: string | undefined;
  /** Whether it is a count of rows, which has no unit of its own. */
  readonly counted: boolean;
  /** How many numbers it was taken of, or how many rows were counted. */
  readonly n: number;
  /** How many of the selected rows have nothing in the column, or say that it is missing (`NA`). */
  readonly missing: number;
  /** Of the file's bytes, as the reader of the file gives it; undefined where it could not be read. */
  readonly hash: string | undefined;
  readonly problems: readonly DataProblem[];
}

/** A result that is nothing but a problem. */
export const failed = (problem: DataProblem, hash?: string): DataResult => ({
  value: undefined,
  values: undefined,
  moments: undefined,
  unit: undefined,
  counted: false,
  n: 0,
  missing: 0,
  hash,
  problems: [problem],
});
