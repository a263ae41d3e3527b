/** Whether a prediction could be confirmed and falsified by the same observation. */
import type { PredictionMeaning } from "../model/meaning.ts";
import type { CriterionNode } from "../syntax/tree.ts";
import { ABOUT, inOneUnit, type Numbers, type Quantity, quantityText } from "./quantity.ts";
import { intersection, meets, type Region, regionText } from "./quantity-region.ts";
import { type Criterion, criteriaOf, KnownQuantities, linesOf } from "./verdict-criteria.ts";
import { type Difference, differenceOf, signOf, turned } from "./verdict-relation.ts";

export interface Overlap {
  readonly quantity: Quantity;
  /** The criterion of `expects` and that of `falsified if` whose regions intersect. */
  readonly expects: CriterionNode;
  readonly falsifier: CriterionNode;
  /** Where both hold, for people: "> 5 %"; undefined for a comparison of two quantities. */
  readonly where: string | undefined;
}

/**
 * Where what is expected and what falsifies intersect. Only regions of the same quantity, or of the same two, are held
 * against each other: nothing is known of how different quantities depend on each other. Criteria joined by `and`
 * overlap where each that shares a quantity with the expectation does.
 */
export function overlap(prediction: PredictionMeaning, about = ABOUT): Overlap[] {
  const criteria = criteriaOf(prediction, new KnownQuantities(prediction), about);
  const expected = criteria.filter(({ clause }) => clause === "expects");
  const found: Overlap[] = [];
  for (const line of linesOf(criteria, "falsified if")) {
    const shared = line.map((falsifier) => shareWith(falsifier, expected, about)).filter((each) => each !== undefined);
    if (line.length > 1 && line[0]?.join === "and") {
      const [first] = shared;
      if (first?.overlap && shared.every((each) => each.overlap !== undefined)) found.push(first.overlap);
    } else found.push(...shared.flatMap((each) => each.overlap ?? []));
  }
  return found;
}

/** What a falsifier has in common with the expectations on its quantity; undefined where none is on the same. */
function shareWith(
  falsifier: Criterion,
  expected: readonly Criterion[],
  about: number,
): { readonly overlap: Overlap | undefined } | undefined {
  const same = expected.flatMap((criterion) => {
    const common = commonRegion(criterion, falsifier, about);
    return common ? [{ criterion, ...common }] : [];
  });
  const [first] = same;
  if (!first || !falsifier.quantity) return undefined;
  // expectations of one line joined by `or` are each enough; all others hold together
  const together = same.filter(({ criterion }) => criterion.join === "and" || criterion.result.criteria.length === 1);
  const alternatives = same.filter((each) => !together.includes(each));
  let numbers: Numbers | undefined;
  for (const each of together) {
    if (!each.meets) return { overlap: undefined };
    if (!each.numbers) continue;
    const pair: { a: Region; b: Region; unit: string | undefined } | undefined = numbers ? inOneUnit(numbers, each.numbers) : undefined;
    numbers = pair ? { region: intersection(pair.a, pair.b), unit: pair.unit } : each.numbers;
    if (numbers.region.length === 0) return { overlap: undefined };
  }
  if (alternatives.length > 0 && !alternatives.some((each) => each.meets)) return { overlap: undefined };
  const where = alternatives.length === 0 && numbers ? regionText(numbers.region, numbers.unit) : undefined;
  return { overlap: { quantity: falsifier.quantity, expects: first.criterion.node, falsifier: falsifier.node, where } };
}

interface Common {
  readonly meets: boolean;
  /** The numbers that lie in both; undefined for a comparison of two quantities. */
  readonly numbers: Numbers | undefined;
}

/** What two criteria on the same quantity have in common; undefined where they are not on the same, or in other units. */
function commonRegion(expected: Criterion, falsifier: Criterion, about: number): Common | undefined {
  if (!expected.quantity || !falsifier.quantity) return undefined;
  const a = expected.demand;
  const b = falsifier.demand;
  if (a.form === "relation" && b.form === "relation") return commonDifference(expected, falsifier, about);
  if (!(a.form === "numbers" || a.form === "includes") || !(b.form === "numbers" || b.form === "includes")) return undefined;
  if (quantityKey(expected.quantity) !== quantityKey(falsifier.quantity)) return undefined;
  // an interval may include one number and reach anywhere
  if (a.form === "includes" && b.form === "includes") return { meets: true, numbers: undefined };
  const pair = inOneUnit(a.numbers, b.numbers);
  if (!pair) return undefined;
  const region = intersection(pair.a, pair.b);
  return { meets: region.length > 0, numbers: { region, unit: pair.unit } };
}

/** `of ?` is the same quantity within one prediction. */
const quantityKey = (quantity: Quantity): string => quantityText(quantity);

function commonDifference(expected: Criterion, falsifier: Criterion, about: number): Common | undefined {
  if (expected.demand.form !== "relation" || falsifier.demand.form !== "relation") return undefined;
  const { relation: a } = expected.demand;
  const { relation: b } = falsifier.demand;
  const left = quantityKey(expected.quantity as Quantity);
  const right = quantityKey(a.other);
  const first = quantityKey(falsifier.quantity as Quantity);
  const second = quantityKey(b.other);
  const turnedAround = left === second && right === first;
  if (!turnedAround && (left !== first || right !== second)) return undefined;
  const one = differenceOf(a.comparator, a.margin, undefined, about);
  const other = differenceOf(b.comparator, b.margin, undefined, about);
  if (!one || !other) return undefined;
  return { meets: differencesMeet(one, turnedAround ? turned(other) : other), numbers: undefined };
}

/** Whether two differences can both be; where they are told in different ways, only their signs are compared. */
function differencesMeet(a: Difference, b: Difference): boolean {
  if (a.mode !== "sign" && b.mode !== "sign" && a.mode !== b.mode) return meets(signOf(a.region), signOf(b.region));
  const pair = inOneUnit(a, b);
  return pair ? meets(pair.a, pair.b) : meets(signOf(a.region), signOf(b.region));
}
