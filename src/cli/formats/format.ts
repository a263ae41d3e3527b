/** What a format is: a row of a table, and a function from a result to text. */
import type { CheckResult } from "../check-result.ts";

/** What a format may know beside the result. No format reads a clock, a disk or an environment. */
export interface FormatContext {
  /** Whether the text may have colours. */
  readonly colour: boolean;
  /** How many columns the terminal has; left out where the text does not go to one. */
  readonly width?: number;
  /** The version of Lamina. */
  readonly version: string;
  /** The address of the folder that paths are relative to, such as `file:///project/`. */
  readonly folder?: string;
}

export interface Format {
  readonly name: string;
  /** What it is, as a heading: `SARIF 2.1.0`. */
  readonly title: string;
  /** What it is for, in half a sentence. */
  readonly purpose: string;
  /** The usual ending of a file of this format, with its dot. */
  readonly extension: string;
  /** For how many findings of a document it shows fixes: each takes a search, so what nobody would read is not asked for. */
  readonly fixes: number;
  write(result: CheckResult, context: FormatContext): string;
}
