/**
 * Regions of the real line: where a number is expected, where it was found. A region is a list of intervals, sorted,
 * that neither meet nor touch, so that equal regions are equal lists.
 */

/** Numbers from `low` to `high`; an end that is open does not belong to it, and infinite ends are always open. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export type Region = readonly Interval[];

export const nowhere: Region = [];

/** The numbers between two ends, in either order; infinite ends are open, and an interval without numbers is no region. */
export function between(low: number, high: number, lowOpen = false, highOpen = false): Region {
  if (low > high) return between(high, low, highOpen, lowOpen);
  const interval = { low, high, lowOpen: lowOpen || low === -Infinity, highOpen: highOpen || high === Infinity };
  return isEmpty(interval) ? nowhere : [interval];
}

export const everywhere: Region = between(-Infinity, Infinity);

export const point = (value: number): Region => between(value, value);

function isEmpty({ low, high, lowOpen, highOpen }: Interval): boolean {
  return Number.isNaN(low) || Number.isNaN(high) || low > high || (low === high && (lowOpen || highOpen));
}

/** Whether one lower end lies before another: an open end begins just after its number. */
const beginsBefore = (a: Interval, b: Interval): boolean => a.low < b.low || (a.low === b.low && !a.lowOpen && b.lowOpen);

const endsBefore = (a: Interval, b: Interval): boolean => a.high < b.high || (a.high === b.high && a.highOpen && !b.highOpen);

/** Whether `next`, which does not begin before `last`, goes on where `last` ends. */
const goesOn = (last: Interval, next: Interval): boolean =>
  next.low < last.high || (next.low === last.high && !(next.lowOpen && last.highOpen));

/** All numbers that lie in any of the regions. */
export function union(...regions: readonly Region[]): Region {
  const all = regions.flat();
  if (all.length < 2) return all;
  const sorted = all.sort((a, b) => (beginsBefore(a, b) ? -1 : beginsBefore(b, a) ? 1 : 0));
  const joined: Interval[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (!last || !goesOn(last, next)) joined.push(next);
    else if (endsBefore(last, next)) joined[joined.length - 1] = { ...last, high: next.high, highOpen: next.highOpen };
  }
  return joined;
}

/** The numbers that lie in both. */
export function intersection(a: Region, b: Region): Region {
  const common: Interval[] = [];
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const one = a[left] as Interval;
    const other = b[right] as Interval;
    const start = beginsBefore(one, other) ? other : one;
    const end = endsBefore(one, other) ? one : other;
    const shared = { low: start.low, high: end.high, lowOpen: start.lowOpen, highOpen: end.highOpen };
    if (!isEmpty(shared)) common.push(shared);
    if (endsBefore(one, other)) left++;
    else right++;
  }
  return common;
}

/** All numbers that do not lie in it. */
export function complement(region: Region): Region {
  const rest: Interval[] = [];
  let low = -Infinity;
  let lowOpen = true;
  for (const interval of region) {
    const before = { low, high: interval.low, lowOpen, highOpen: !interval.lowOpen };
    if (!isEmpty(before)) rest.push(before);
    low = interval.high;
    lowOpen = !interval.highOpen;
  }
  const after = { low, high: Infinity, lowOpen, highOpen: true };
  return low === Infinity ? rest : [...rest, after];
}

/** Whether all numbers of the one lie in the other. The empty region lies in every other. */
export const isWithin = (inner: Region, outer: Region): boolean => intersection(inner, complement(outer)).length === 0;

/** Whether any number lies in both. */
export const meets = (a: Region, b: Region): boolean => intersection(a, b).length > 0;

export const holdsNumber = (region: Region, value: number): boolean => meets(region, point(value));

/** The smallest interval that holds all of a region; undefined for the empty one. */
export function hull(region: Region): Interval | undefined {
  const first = region[0];
  const last = region.at(-1);
  return first && last && { low: first.low, high: last.high, lowOpen: first.lowOpen, highOpen: last.highOpen };
}

/** A region with its sign turned. */
export const mirrored = (region: Region): Region =>
  region.map(({ low, high, lowOpen, highOpen }) => ({ low: 0 - high, high: 0 - low, lowOpen: highOpen, highOpen: lowOpen })).reverse();

/**
 * A region with every end passed through `change`, which keeps the order of numbers; undefined where it cannot change
 * an end. Infinite ends stay.
 */
export function mapEnds(region: Region, change: (end: number) => number | undefined): Region | undefined {
  const changed: Region[] = [];
  for (const { low, high, lowOpen, highOpen } of region) {
    const newLow = Number.isFinite(low) ? change(low) : low;
    const newHigh = Number.isFinite(high) ? change(high) : high;
    if (newLow === undefined || newHigh === undefined) return undefined;
    changed.push(between(newLow, newHigh, lowOpen, highOpen));
  }
  return union(...changed);
}

/** The finite ends of a region. */
export const finiteEnds = (region: Region): number[] => region.flatMap(({ low, high }) => [low, high]).filter(Number.isFinite);

/** A number for people: at most six digits, a true minus sign. */
export const numberText = (value: number): string =>
  String(Number.isInteger(value) && Math.abs(value) < 1e6 ? value : Number(value.toPrecision(6))).replace("-", "−");

/** A region for people, in the signs of the language: `10..15 %`, `> 5 ms`, `outside 10..15 %`. */
export function regionText(region: Region, unit: string | undefined): string {
  const after = unit ? (unit === "°" ? unit : ` ${unit}`) : "";
  const [first, second] = region;
  if (!first) return "nowhere";
  if (second && region.length === 2 && first.low === -Infinity && second.high === Infinity) {
    if (first.high === second.low) return `not ${numberText(first.high)}${after}`;
    if (first.highOpen && second.lowOpen) return `outside ${numberText(first.high)}..${numberText(second.low)}${after}`;
  }
  if (region.length > 3) {
    const whole = hull(region) as Interval;
    return `${region.length} places from ${numberText(whole.low)} to ${numberText(whole.high)}${after}`;
  }
  return region.map((interval) => intervalText(interval, after)).join(" or ");
}

function intervalText({ low, high, lowOpen, highOpen }: Interval, unit: string): string {
  if (low === -Infinity && high === Infinity) return "any number";
  if (low === high) return `${numberText(low)}${unit}`;
  if (!lowOpen && !highOpen) return `${numberText(low)}..${numberText(high)}${unit}`;
  const above = low === -Infinity ? "" : `${lowOpen ? ">" : ">="} ${numberText(low)}${unit}`;
  const below = high === Infinity ? "" : `${highOpen ? "<" : "<="} ${numberText(high)}${unit}`;
  return [above, below].filter((text) => text !== "").join(" and ");
}
