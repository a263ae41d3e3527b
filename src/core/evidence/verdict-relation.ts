/** Comparisons of two quantities: what `"A" > "B" by 5 %` asks, and whether what was observed of A and B gives it. */
import type { Comparator, ValueNode } from "../syntax/tree.ts";
import { ABOUT, inOneUnit, inUnit, type Numbers } from "./quantity.ts";
import {
  between,
  complement,
  everywhere,
  hull,
  type Interval,
  isWithin,
  meets,
  mirrored,
  point,
  type Region,
  union,
} from "./quantity-region.ts";
import { convert, readUnit, tidyNumber } from "./units.ts";

/**
 * Where the difference A - B lies. `sign`: only its sign is said; `absolute`: in a unit; `relative`: as a share of the
 * size of B.
 */
export interface Difference {
  readonly mode: "sign" | "absolute" | "relative";
  readonly region: Region;
  readonly unit: string | undefined;
}

/** Where A - B lies for a comparator with a margin of at least 0: beyond it for an order, within it for equality. */
function differenceRegion(comparator: Comparator, margin: number): Region {
  const above = margin > 0 ? between(margin, Infinity) : between(0, Infinity, true);
  switch (comparator) {
    case ">":
      return above;
    case ">=":
      return between(margin, Infinity);
    case "<":
      return mirrored(above);
    case "<=":
      return mirrored(between(margin, Infinity));
    case "!=":
      return margin > 0 ? union(above, mirrored(above)) : complement(point(0));
    case "=":
    case "~":
      return between(-margin, margin);
  }
}

/**
 * What a comparison says of the difference. A margin in per cent is a share of B, unless A and B are in per cent
 * themselves: then it is a difference, as percentage points are. A margin without a unit is in the unit of A and B.
 *
 * @param unit the unit of A and B where it is known
 * @returns undefined where the margin's unit is not one that A and B can differ by
 */
export function differenceOf(
  comparator: Comparator,
  margin: ValueNode | undefined,
  unit: { readonly known: string | undefined } | undefined,
  about = ABOUT,
): Difference | undefined {
  if (!margin || margin.number === 0) {
    if (comparator === "~") return { mode: "relative", region: differenceRegion("~", about), unit: undefined };
    return { mode: "sign", region: differenceRegion(comparator, 0), unit: undefined };
  }
  const size = Math.abs(margin.number);
  const share = readUnit(margin.unit);
  const ofShares = unit !== undefined && ["share", "percentage points"].includes(readUnit(unit.known).family);
  if (share.family === "share" && !ofShares) {
    return { mode: "relative", region: differenceRegion(comparator, tidyNumber(size * share.factor)), unit: undefined };
  }
  if (!unit) return { mode: "absolute", region: differenceRegion(comparator, size), unit: margin.unit };
  const inPercent = share.family === "percentage points" && readUnit(unit.known).family === "share";
  const inPoints = share.family === "share" && readUnit(unit.known).family === "percentage points";
  const converted = inPercent
    ? convert(size, "%", unit.known)
    : inPoints
      ? convert(size, margin.unit, "%")
      : convert(size, margin.unit, unit.known);
  return converted === undefined ? undefined : { mode: "absolute", region: differenceRegion(comparator, converted), unit: unit.known };
}

export type Truth = "holds" | "fails" | "open";

/** Whether all numbers of a region, none, or only some lie where they are asked to. */
export const truthIn = (found: Region, asked: Region): Truth =>
  found.length === 0 ? "open" : isWithin(found, asked) ? "holds" : meets(found, asked) ? "open" : "fails";

const subtract = (a: number, b: number): number => (Number.isFinite(a) && Number.isFinite(b) ? tidyNumber(a - b) : a - b);

/** Where A - B lies when A and B lie in these intervals, each anywhere in its own. */
function differenceOfIntervals(a: Interval, b: Interval): Region {
  const low = a.low === -Infinity || b.high === Infinity ? -Infinity : subtract(a.low, b.high);
  const high = a.high === Infinity || b.low === -Infinity ? Infinity : subtract(a.high, b.low);
  return between(low, high, a.lowOpen || b.highOpen, a.highOpen || b.lowOpen);
}

/** Where (A - B) / |B| lies; everywhere where B may be zero or an end is infinite. */
function relativeDifference(a: Interval, b: Interval): Region {
  const finite = [a.low, a.high, b.low, b.high].every(Number.isFinite);
  if (!finite || (b.low <= 0 && b.high >= 0)) return everywhere;
  const size = b.low > 0 ? 1 : -1;
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high].map((quotient) => tidyNumber((quotient - 1) * size));
  return between(Math.min(...corners), Math.max(...corners));
}

/** Whether what was observed of A and of B is as a comparison asks; undefined where their units differ. */
export function truthOfPair(
  a: Numbers,
  b: Numbers,
  comparator: Comparator,
  margin: ValueNode | undefined,
  about = ABOUT,
): Truth | undefined {
  const pair = inOneUnit(a, b);
  const left = pair && hull(pair.a);
  const right = pair && hull(pair.b);
  if (!pair || !left || !right) return undefined;
  const asked = differenceOf(comparator, margin, { known: pair.unit }, about);
  if (!asked) return undefined;
  const found = asked.mode === "relative" ? relativeDifference(left, right) : differenceOfIntervals(left, right);
  return truthIn(found, asked.region);
}

const signs: readonly Region[] = [
  point(0),
  between(0, Infinity, true),
  between(-Infinity, 0, true, true),
  between(0, Infinity),
  between(-Infinity, 0),
  complement(point(0)),
];

/** What a difference says of its sign alone. */
export const signOf = (region: Region): Region => signs.find((sign) => isWithin(region, sign)) ?? everywhere;

/** A difference seen from the other quantity; of a relative one only the sign is left, since it is a share of the other. */
export const turned = (difference: Difference): Difference =>
  difference.mode === "relative"
    ? { mode: "sign", region: mirrored(signOf(difference.region)), unit: undefined }
    : { ...difference, region: mirrored(difference.region) };

/** Whether a difference that was observed is as another asks. */
export function truthOfDifference(found: Difference, asked: Difference): Truth {
  if (asked.mode === "sign" || found.mode === "sign") return truthIn(found.region, asked.region);
  if (asked.mode !== found.mode) return truthIn(signOf(found.region), asked.region);
  const region = asked.mode === "absolute" ? inUnit(found, asked.unit) : found.region;
  return region ? truthIn(region, asked.region) : "open";
}
