/** What is said of a list of measured times. */

/** Half of all measurements, and all but the slowest hundredth, took at most this long; in the unit of what was measured. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

/**
 * The value below which a share of the measurements lies: the smallest that at least that share does not exceed.
 *
 * @param share from 0 to 1
 * @throws RangeError where nothing was measured
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("nothing was measured");
  return value;
}

/** The middle value; of two in the middle, the lower. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const spread = (values: readonly number[]): Spread => ({ p50: median(values), p99: quantile(values, 0.99) });

/** A number as the tables show it: three digits that mean something. */
export function shown(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString("en-US").replaceAll(",", " ");
  if (size >= 10) return value.toFixed(1).replace(/\.0$/, "");
  return value.toFixed(2).replace(/0$/, "").replace(/\.0$/, "");
}

/** A measurement for tables: one number, or both of a spread. */
export const shownMeasure = (measure: number | Spread): string =>
  typeof measure === "number" ? shown(measure) : `${shown(measure.p50)} / ${shown(measure.p99)}`;

/** A measurement rounded to four digits, as it is written to files. */
export function rounded<Measure extends number | Spread>(measure: Measure): Measure {
  const round = (value: number): number => Number(value.toPrecision(4));
  return (typeof measure === "number" ? round(measure) : { p50: round(measure.p50), p99: round(measure.p99) }) as Measure;
}
