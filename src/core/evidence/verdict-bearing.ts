/** Whether an observation bears on a criterion, and if not, why. */
import { denominatorText, inOneUnit, type Numbers, type Quantity, quantityText, sameDenominator, unitConflict } from "./quantity.ts";
import { finiteEnds, numberText } from "./quantity-region.ts";
import { readUnit } from "./units.ts";
import type { Criterion } from "./verdict-criteria.ts";
import type { Found, Observation, VerdictWorld } from "./verdict-observations.ts";

/** How an observation bears on a criterion: on its quantity, on the other one of a comparison, or on both at once. */
export type Role = "quantity" | "other" | "both" | "both-turned";

export type Bearing =
  | { readonly bears: true; readonly role: Role }
  /** `near`: how far the two agree before they differ; the reason that got farthest is the one to tell. */
  | { readonly bears: false; readonly near: number; readonly reason: string };

const apart = (near: number, reason: string): Bearing => ({ bears: false, near, reason });

/** Whether the numbers of an observation may be held against a criterion. */
export function bearingOf(observation: Observation, criterion: Criterion, world: VerdictWorld): Bearing {
  const { demand } = criterion;
  const { found, quantity } = observation;
  const itself = ownObstacle(observation);
  if (itself !== undefined) return apart(9, itself);
  if (!quantity || found.form === "nothing" || found.form === "statement") return apart(9, "nothing was observed");
  if (demand.form === "statement" || demand.form === "unclear" || !criterion.quantity) {
    return apart(0, "what is expected is not a number");
  }
  if (demand.form === "relation") {
    const role = relationRole(observation, quantity, criterion.quantity, demand.relation.other);
    return typeof role === "string" ? inScope(observation, criterion, world, role) : role;
  }
  if (found.form === "relation") return apart(0, "a comparison of two quantities, where a number is expected");
  const other = quantityConflict(quantity, criterion.quantity);
  if (other) return other;
  if (found.form === "numbers" && found.counted && !isNumberOfThings(criterion.quantity, demand.numbers.unit))
    return apart(3, `a count of rows, expected ${quantityText(criterion.quantity)}, which is not said to be a number of things`);
  const units =
    found.form === "numbers" && found.unitAssumed
      ? shareConflict(found.numbers, demand.numbers)
      : unitConflict(found.numbers, demand.numbers);
  if (units) return apart(3, units);
  return inScope(observation, criterion, world, "quantity");
}

/** Names that say that something is counted. */
const countedName = /\b(?:numbers? of|counts?|how many)\b|数/iu;

/** Whether a quantity is a number of things, by its name or by the unit that it is expected in: `= 12 cells`. */
const isNumberOfThings = ({ name }: Quantity, unit: string | undefined): boolean => {
  if (countedName.test(name)) return true;
  const { things, bases, text } = readUnit(unit);
  return (things.size > 0 && bases.size === 0) || /^counts?$/.test(text);
};

/** Why an observation can be held against nothing, whatever is expected; undefined where it can. */
export function ownObstacle({ found, quantity }: Observation): string | undefined {
  if (found.form === "nothing") return found.reason;
  if (found.form === "statement") return "a statement for readers, which is not evaluated";
  return quantity ? undefined : "it does not say which of the prediction's quantities was observed";
}

function inScope(observation: Observation, criterion: Criterion, world: VerdictWorld, role: Role): Bearing {
  const conflict = observation.scope && criterion.scope && world.scopeConflict?.(observation.scope, criterion.scope);
  return conflict === undefined ? { bears: true, role } : apart(4, conflict);
}

/** Why two quantities are not the same; undefined where they are. */
function quantityConflict(found: Quantity, expected: Quantity): Bearing | undefined {
  // a prediction that names no quantity is about whatever was observed
  if (expected.name !== "" && found.name !== expected.name) {
    return apart(1, `another quantity: ${quantityText(found)}, expected ${quantityText(expected)}`);
  }
  if (sameDenominator(found.denominator, expected.denominator)) return undefined;
  if (found.denominator === "?")
    return apart(2, `of what ${quantityText({ ...found, denominator: undefined })} was taken is not said (“of ?”)`);
  if (expected.denominator === "?")
    return apart(2, `of what ${quantityText({ ...expected, denominator: undefined })} is expected is not said (“of ?”)`);
  return apart(2, `another denominator: ${denominatorText(found.denominator)}, expected ${denominatorText(expected.denominator)}`);
}

function relationRole(observation: Observation, quantity: Quantity, left: Quantity, right: Quantity): Role | Bearing {
  const { found } = observation;
  if (found.form === "relation") {
    const { other } = found.relation;
    if (!quantityConflict(quantity, left) && !quantityConflict(other, right)) return "both";
    if (!quantityConflict(quantity, right) && !quantityConflict(other, left)) return "both-turned";
    return apart(1, `a comparison of other quantities: ${quantityText(quantity)} and ${quantityText(other)}`);
  }
  if (found.form === "includes") return apart(0, "it only says what the interval includes");
  const asLeft = quantityConflict(quantity, left);
  if (!asLeft) return "quantity";
  const asRight = quantityConflict(quantity, right);
  if (!asRight) return "other";
  return !asLeft.bears && !asRight.bears && asRight.near > asLeft.near ? asRight : asLeft;
}

/**
 * A column without a unit in its header is read in the unit of what is expected; but where per cent are expected and
 * the column holds no number beyond 1, it may as well hold ratios, and is not compared.
 */
function shareConflict(found: Numbers, expected: Numbers): string | undefined {
  const unit = readUnit(expected.unit);
  if (unit.family !== "share" || unit.factor === 1) return undefined;
  const largest = Math.max(...finiteEnds(found.region).map(Math.abs));
  if (largest > 1 || largest === 0 || finiteEnds(expected.region).every((end) => Math.abs(end) <= 1)) return undefined;
  return `the column holds ${numberText(largest)} at most, which may be a ratio or ${unit.text}: say so in its header, as “(ratio)” or “(${unit.text})”`;
}

/** The numbers of an observation and those of a criterion in one unit; undefined where that cannot be. */
export function besideEachOther(found: Found & { form: "numbers" | "includes" }, expected: Numbers): ReturnType<typeof inOneUnit> {
  if (found.form === "numbers" && found.unitAssumed) return { a: found.numbers.region, b: expected.region, unit: expected.unit };
  return inOneUnit(found.numbers, expected);
}
