/** One request on a table: takes the rows as they come and keeps what the answer needs. */
import { ABOUT } from "../evidence/quantity.ts";
import { between, type Region } from "../evidence/quantity-region.ts";
import { tidyNumber } from "../evidence/units.ts";
import { nearest } from "../nearest.ts";
import { type Cell, isMissing, numberIn, shownCell, textIn, whyNoNumber } from "./cells.ts";
import { type FoundColumn, findColumn, listed } from "./columns.ts";
import type { DataRequest } from "./request.ts";
import { type DataProblem, type DataResult, failed } from "./result.ts";

/** Numbers that are kept as they come. */
class Numbers {
  #values = new Float64Array(1024);
  #count = 0;

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = value;
  }

  sorted(): Float64Array {
    return this.#values.slice(0, this.#count).sort();
  }
}

/** More different values of a column than this are not remembered for a suggestion. */
const MOST_SEEN = 1000;

/** A list of numbers is drawn together into at most this many intervals. */
const MOST_INTERVALS = 256;

export class Selection {
  readonly request: DataRequest;
  #column: FoundColumn | undefined;
  #where: FoundColumn | undefined;
  #problem: DataProblem | undefined;
  #selected = 0;
  #missing = 0;
  #count = 0;
  // mean and squared deviations by Welford's updates, which lose no digits to large sums
  #mean = 0;
  #squares = 0;
  #least = Infinity;
  #most = -Infinity;
  readonly #kept = new Numbers();
  #wrong = 0;
  #firstWrong: { readonly place: string; readonly cell: Cell } | undefined;
  /** Values of the column of the condition, for a suggestion where none fits. */
  readonly #seen = new Set<string>();

  constructor(request: DataRequest) {
    this.request = request;
  }

  /** Takes the names of the columns. */
  header(names: readonly string[]): void {
    const { column, where } = this.request;
    if (column === undefined) {
      this.#problem = { code: "no-column", about: "file", message: `Expected a column after the file: ${listed(names)}.` };
      return;
    }
    const found = findColumn(names, column, "column");
    if ("code" in found) {
      this.#problem = found;
      return;
    }
    this.#column = found;
    if (!where) return;
    const condition = findColumn(names, where.column, "where");
    if ("code" in condition) this.#problem = condition;
    else this.#where = condition;
  }

  /** Takes a row; `place` says where it stands, and is asked only where that must be told. */
  row(cells: readonly Cell[], place: () => string): void {
    const column = this.#column;
    if (!column || this.#problem) return;
    if (this.#where && !this.#fits(cells[this.#where.index])) return;
    this.#selected++;
    const cell = cells[column.index];
    if (isMissing(cell)) {
      this.#missing++;
      return;
    }
    const { aggregate } = this.request;
    if (aggregate === "count") {
      this.#count++;
      return;
    }
    const value = numberIn(cell);
    if (value === undefined) {
      this.#wrong++;
      this.#firstWrong ??= { place: place(), cell };
      return;
    }
    this.#count++;
    if (aggregate === "mean") {
      const step = value - this.#mean;
      this.#mean += step / this.#count;
      this.#squares += step * (value - this.#mean);
    } else if (aggregate === undefined || aggregate === "median") this.#kept.add(value);
    if (value < this.#least) this.#least = value;
    if (value > this.#most) this.#most = value;
  }

  #fits(cell: Cell): boolean {
    const { where } = this.request;
    if (!where) return true;
    const { comparator, value } = where;
    if (this.#seen.size < MOST_SEEN) this.#seen.add(textIn(cell).slice(0, 80));
    if (typeof value === "string") {
      if (isMissing(cell) && value.trim() !== "") return false;
      const same = textIn(cell) === value.trim();
      return comparator === "=" ? same : comparator === "!=" && !same;
    }
    const number = numberIn(cell);
    if (number === undefined) return false;
    switch (comparator) {
      case "=":
        return number === value;
      case "!=":
        return number !== value;
      case "<":
        return number < value;
      case "<=":
        return number <= value;
      case ">":
        return number > value;
      case ">=":
        return number >= value;
      case "~":
        return Math.abs(number - value) <= Math.abs(value) * ABOUT;
    }
  }

  /** The answer. `fault` is what is wrong with the table as a whole, `hash` that of the file. */
  result(fault: DataProblem | undefined, hash: string | undefined): DataResult {
    const problem = fault ?? this.#problem ?? this.#obstacle();
    if (problem) return { ...failed(problem, hash), n: this.#count, missing: this.#missing };
    const { aggregate } = this.request;
    const values = aggregate === undefined ? drawnTogether(this.#kept.sorted()) : undefined;
    const [only] = values ?? [];
    // a column that holds one number only gives that number
    const single = values?.length === 1 && only?.low === only?.high ? only?.low : undefined;
    const deviation = Math.sqrt(this.#squares / (this.#count - 1));
    return {
      value: aggregate === undefined ? single : this.#aggregated(),
      values: single === undefined ? values : undefined,
      moments: aggregate === "mean" && this.#count > 1 ? { n: this.#count, mean: this.#mean, deviation } : undefined,
      unit: aggregate === "count" ? undefined : this.#column?.unit,
      counted: aggregate === "count",
      n: this.#count,
      missing: this.#missing,
      hash,
      problems: [],
    };
  }

  #aggregated(): number {
    switch (this.request.aggregate) {
      case "mean":
        return tidyNumber(this.#mean);
      case "median":
        return median(this.#kept.sorted());
      case "min":
        return this.#least;
      case "max":
        return this.#most;
      default:
        return this.#count;
    }
  }

  /** Why there is no answer; undefined where there is one. */
  #obstacle(): DataProblem | undefined {
    const { where, aggregate } = this.request;
    if (!this.#column) return { code: "not-a-table", about: "file", message: "The file has no header, expected the names of the columns." };
    if (where && typeof where.value === "string" && where.comparator !== "=" && where.comparator !== "!=") {
      const message = `Unexpected “${where.comparator}” before a text, expected “=” or “!=”; numbers are written without quotes.`;
      return { code: "empty-selection", about: "where", message };
    }
    if (this.#firstWrong) {
      const { place, cell } = this.#firstWrong;
      const many = this.#wrong === 1 ? "One cell" : `${this.#wrong} cells`;
      const which = this.#wrong === 1 ? "" : "; the first";
      const message = `${many} of “${this.#column.name}” ${this.#wrong === 1 ? "is no number" : "are no numbers"}${which}: ${shownCell(cell)} in ${place}.`;
      return { code: "not-a-number", about: "column", message: message + whyNoNumber(cell) };
    }
    if (this.#count > 0 || aggregate === "count") return undefined;
    return this.#nothingSelected();
  }

  #nothingSelected(): DataProblem {
    const { where } = this.request;
    const name = this.#column?.name ?? "";
    if (this.#selected > 0)
      return { code: "empty-selection", about: "column", message: `“${name}” holds no number in the rows that were asked for.` };
    if (!where) return { code: "empty-selection", about: "file", message: "The file has no rows below its header." };
    const asked = `${where.column} ${where.comparator} ${typeof where.value === "string" ? `“${where.value}”` : where.value}`;
    const [near] = typeof where.value === "string" ? nearest(where.value, this.#seen) : [];
    const message = `No row has ${asked}${near ? `; the nearest value is “${near}”` : ""}.`;
    return { code: "empty-selection", about: "where", message, ...(near !== undefined && { nearest: near }) };
  }
}

function median(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : tidyNumber(((sorted[middle - 1] as number) + upper) / 2);
}

/** Sorted numbers as intervals: one for each, or, of too many, drawn together across the smallest gaps. */
function drawnTogether(sorted: Float64Array): Region {
  const different = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
  // the gap that is too small to be kept: the widest but MOST_INTERVALS - 1 remain
  const gaps = different.map((value, index) => (index === 0 ? Infinity : value - (different[index - 1] as number))).sort();
  const narrowest = different.length <= MOST_INTERVALS ? 0 : (gaps[gaps.length - MOST_INTERVALS] as number);
  const intervals: { low: number; high: number }[] = [];
  for (const [index, value] of different.entries()) {
    const last = intervals.at(-1);
    if (last && index > 0 && value - last.high <= narrowest) last.high = value;
    else intervals.push({ low: value, high: value });
  }
  return intervals.flatMap(({ low, high }) => between(low, high));
}
