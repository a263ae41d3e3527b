/**
 * Quantities and the tests on them: when two are the same quantity, which numbers a test allows, which numbers a
 * stated value stands for, and which statements of one quantity cannot both be true.
 */
import type { CriterionNode, QuantityNode, Test, ValueNode } from "../syntax/tree.ts";
import { between, complement, finiteEnds, mapEnds, meets, type Region, regionText, union } from "./quantity-region.ts";
import { compatibleUnits, convert, readUnit, tidyNumber, unitText } from "./units.ts";

/** By how much `~` widens a value, as a share of it: a fifth. */
export const ABOUT = 0.2;

/** A quantity: what is measured, and of what. */
export interface Quantity {
  readonly name: string;
  /** Of what it is a share or a part; undefined where nothing was said, `"?"` where the source does not say. */
  readonly denominator: Denominator;
}

export type Denominator = { readonly said: string } | "?" | undefined;

/** Strings that are the same but for blanks around and between words are the same quantity. */
export const foldBlanks = (text: string): string => text.replace(/\s+/g, " ").trim();

/** A quantity as written. */
export function readQuantity(node: QuantityNode): Quantity {
  const { denominator } = node;
  return {
    name: foldBlanks(node.name.value),
    denominator: denominator === undefined ? undefined : denominator.kind === "open" ? "?" : { said: foldBlanks(denominator.value) },
  };
}

/** Whether two quantities may be compared: `of ?` compares with nothing, not even with another `of ?`. */
export const sameQuantity = (a: Quantity, b: Quantity): boolean => a.name === b.name && sameDenominator(a.denominator, b.denominator);

/** Whether both are of the same; nothing said compares with nothing said. */
export function sameDenominator(a: Denominator, b: Denominator): boolean {
  if (a === "?" || b === "?") return false;
  return a?.said === b?.said;
}

export const denominatorText = (denominator: Denominator): string =>
  denominator === undefined ? "of something that is not said" : denominator === "?" ? "of ?" : `of “${denominator.said}”`;

export const quantityText = ({ name, denominator }: Quantity): string =>
  denominator === undefined ? `“${name}”` : `“${name}” ${denominatorText(denominator)}`;

/** Numbers in a unit. */
export interface Numbers {
  readonly region: Region;
  readonly unit: string | undefined;
}

/** The numbers that a value stands for: itself, or all within its ±. */
export function numbersOfValue({ number, plusMinus, unit }: ValueNode): Numbers {
  const reach = Math.abs(plusMinus ?? 0);
  return { region: between(tidyNumber(number - reach), tidyNumber(number + reach)), unit };
}

/**
 * The numbers that a test allows; undefined for a test that is none of one number (`includes`, or against another
 * quantity). A ± beside `=` is room to either side; beside `<` and `>` the whole interval must be passed, beside `<=` and
 * `>=` it must be reached. `~` leaves a fifth of the number to either side, or the ± where that is more.
 *
 * @param about by how much `~` widens, as a share of the number
 */
export function numbersOfTest(test: Test, about = ABOUT): Numbers | undefined {
  if (test.form === "within") return { region: between(test.low, test.high), unit: test.unit };
  if (test.form === "outside") return { region: complement(between(test.low, test.high)), unit: test.unit };
  if (test.form !== "compare") return undefined;
  const { comparator, value } = test;
  const reach = Math.abs(value.plusMinus ?? 0);
  const low = tidyNumber(value.number - reach);
  const high = tidyNumber(value.number + reach);
  const region = (): Region => {
    switch (comparator) {
      case "=":
        return between(low, high);
      case "!=":
        return complement(between(low, high));
      case "<":
        return between(-Infinity, low, true, true);
      case "<=":
        return between(-Infinity, high);
      case ">":
        return between(high, Infinity, true, true);
      case ">=":
        return between(low, Infinity);
      case "~": {
        const room = Math.max(reach, Math.abs(value.number) * about);
        return between(tidyNumber(value.number - room), tidyNumber(value.number + room));
      }
    }
  };
  return { region: region(), unit: value.unit };
}

/** Whether a region is bounded by nothing but zero, which is the same in every unit. */
const onlyZero = (region: Region): boolean => finiteEnds(region).every((end) => end === 0);

/** The same numbers in another unit; undefined where the units are not compatible. A bare zero fits every unit. */
export function inUnit({ region, unit }: Numbers, wanted: string | undefined): Region | undefined {
  if (unit === wanted) return region;
  if (compatibleUnits(unit, wanted)) return mapEnds(region, (end) => convert(end, unit, wanted));
  return (unit === undefined || wanted === undefined) && onlyZero(region) ? region : undefined;
}

/** Both as numbers of one unit, the second's unless it is a bare zero; undefined where they cannot be compared. */
export function inOneUnit(
  a: Numbers,
  b: Numbers,
): { readonly a: Region; readonly b: Region; readonly unit: string | undefined } | undefined {
  const first = inUnit(a, b.unit);
  if (first) return { a: first, b: b.region, unit: b.unit };
  const second = inUnit(b, a.unit);
  return second && { a: a.region, b: second, unit: a.unit };
}

/** Names of quantities that lie between 0 and 1 where they have no unit. */
const shareName = /\b(?:share|fraction|proportion|percentage|probability|likelihood)s?\b|比例|概率/iu;

/**
 * Plain numbers between 0 and 1 in the per cent that is expected of them: 0.7 of a share as 70 %. Undefined where they are
 * not plain, where the quantity is no share by its name or denominator, or where as many per cent may be meant: 1, or
 * 0.7 where no more than 1 % is expected.
 */
export function readAsShare({ region, unit }: Numbers, expected: Numbers, { name, denominator }: Quantity): Numbers | undefined {
  if (unit !== undefined || expected.unit === undefined || (denominator === undefined && !shareName.test(name))) return undefined;
  const { family, factor } = readUnit(expected.unit);
  if (family !== "share" || factor === 1 || finiteEnds(expected.region).every((end) => Math.abs(end) <= 1)) return undefined;
  const ends = finiteEnds(region);
  if (ends.length === 0 || onlyZero(region) || ends.some((end) => end < 0 || end >= 1)) return undefined;
  const read = inUnit({ region, unit: "ratio" }, expected.unit);
  return read && { region: read, unit: expected.unit };
}

/** Why numbers in one unit cannot be compared with those expected in another; undefined where they can. */
export function unitConflict(found: Numbers, expected: Numbers): string | undefined {
  if (inOneUnit(found, expected)) return undefined;
  if (compatibleUnits(found.unit, expected.unit))
    return `a number in ${unitText(found.unit)} is too large or too small for ${unitText(expected.unit)}`;
  return `another unit: ${unitText(found.unit)}, expected ${unitText(expected.unit)}`;
}

/** What a unit measures, for the rule that compares units: "length", "share", "number". */
export const unitFamily = (unit: string | undefined): string => readUnit(unit).family;

/** One statement of a number, with whatever the caller knows it by. */
export interface StatedNumber<Origin> {
  readonly quantity: Quantity;
  readonly numbers: Numbers;
  /** Where it holds, as text; only numbers with the same scope are held against each other. */
  readonly scope: string | undefined;
  readonly origin: Origin;
}

export interface Disagreement<Origin> {
  readonly first: StatedNumber<Origin>;
  readonly second: StatedNumber<Origin>;
  /** "10..15 % and 1.9 %". */
  readonly message: string;
}

/** A criterion as a statement of a number; undefined where it states none, or leaves its quantity out. */
export function statedNumber<Origin>(
  criterion: CriterionNode,
  scope: string | undefined,
  origin: Origin,
  about = ABOUT,
): StatedNumber<Origin> | undefined {
  const numbers = criterion.test && numbersOfTest(criterion.test, about);
  return numbers && criterion.quantity && { quantity: readQuantity(criterion.quantity), numbers, scope, origin };
}

/**
 * Statements of the same quantity, of the same denominator and in the same scope, that cannot both be true. Each
 * statement is paired with at most two others: the one that lies lowest and the one that lies highest, so that the
 * work grows with the number of statements and not with its square. Statements `of ?` and in units that are not
 * compatible are not compared.
 */
export function numbersDisagree<Origin>(statements: readonly StatedNumber<Origin>[]): Disagreement<Origin>[] {
  const groups = new Map<string, StatedNumber<Origin>[]>();
  for (const statement of statements) {
    if (statement.quantity.denominator === "?" || statement.numbers.region.length === 0) continue;
    const key = groupKey(statement);
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return [...groups.values()].flatMap((group) => disagreementsIn(group));
}

const groupKeys = new WeakMap<StatedNumber<unknown>, string>();

/** The same for all statements that are held against each other; kept, since all are gone through whenever one changes. */
function groupKey(statement: StatedNumber<unknown>): string {
  let key = groupKeys.get(statement);
  if (key === undefined) {
    const { quantity, scope } = statement;
    const denominator = quantity.denominator === "?" ? undefined : quantity.denominator;
    key = JSON.stringify([quantity.name, denominator?.said ?? null, scope === undefined ? null : foldBlanks(scope)]);
    groupKeys.set(statement, key);
  }
  return key;
}

function disagreementsIn<Origin>(group: readonly StatedNumber<Origin>[]): Disagreement<Origin>[] {
  const found: Disagreement<Origin>[] = [];
  /** Of each family of units, the statements that end lowest and begin highest so far. */
  const extremes: { lowest: StatedNumber<Origin>; highest: StatedNumber<Origin> }[] = [];
  for (const statement of group) {
    let family = extremes.find(({ lowest }) => inOneUnit(statement.numbers, lowest.numbers) !== undefined);
    if (!family) {
      if (extremes.length < MOST_FAMILIES) extremes.push({ lowest: statement, highest: statement });
      continue;
    }
    for (const other of new Set([family.lowest, family.highest])) {
      const pair = inOneUnit(other.numbers, statement.numbers);
      if (!pair || meets(pair.a, pair.b)) continue;
      const message = `${regionText(other.numbers.region, other.numbers.unit)} and ${regionText(statement.numbers.region, statement.numbers.unit)}`;
      found.push({ first: other, second: statement, message });
      break;
    }
    if (endsLower(statement, family.lowest)) family = replace(extremes, family, { lowest: statement, highest: family.highest });
    if (beginsHigher(statement, family.highest)) replace(extremes, family, { lowest: family.lowest, highest: statement });
  }
  return found;
}

/** One quantity in more families of units than this is a mistake that another rule names. */
const MOST_FAMILIES = 16;

function replace<T>(list: T[], old: T, next: T): T {
  list[list.indexOf(old)] = next;
  return next;
}

const highEnd = (region: Region): number => region.at(-1)?.high ?? Number.NaN;
const lowEnd = (region: Region): number => region[0]?.low ?? Number.NaN;

function endsLower<Origin>(a: StatedNumber<Origin>, b: StatedNumber<Origin>): boolean {
  const pair = inOneUnit(a.numbers, b.numbers);
  return pair !== undefined && highEnd(pair.a) < highEnd(pair.b);
}

function beginsHigher<Origin>(a: StatedNumber<Origin>, b: StatedNumber<Origin>): boolean {
  const pair = inOneUnit(a.numbers, b.numbers);
  return pair !== undefined && lowEnd(pair.a) > lowEnd(pair.b);
}

/** Numbers of either, in the unit of the first that can be shared; undefined where the units differ. */
export function eitherOf(all: readonly Numbers[]): Numbers | undefined {
  const [first] = all;
  if (!first || all.length === 1) return first;
  const regions: Region[] = [];
  for (const numbers of all) {
    const region = inUnit(numbers, first.unit);
    if (!region) return undefined;
    regions.push(region);
  }
  return { region: union(...regions), unit: first.unit };
}
