/** Lines of criteria: whether an expectation or a falsifier as a whole holds. */
import { quantityText } from "./quantity.ts";
import type { Criterion } from "./verdict-criteria.ts";
import type { Observation } from "./verdict-observations.ts";
import { type Borne, isCounterexample, type Judgement, judgeEither, together } from "./verdict-truth.ts";

/** Observations before criteria: all of a prediction, or one by itself. */
export interface Case {
  /** The observations that bear on a criterion. */
  borneOn(criterion: Criterion): readonly Borne[];
  /** What they make of it; undefined where none bears on it. */
  judged(criterion: Criterion): Judgement | undefined;
}

const allHold = (criteria: readonly Criterion[], { judged }: Case): boolean =>
  together(criteria.map((criterion) => judged(criterion) ?? { truth: "open" })).truth === "holds";

/** Whether any of the criteria holds, those on the same quantity taken together. */
function anyHolds(criteria: readonly Criterion[], { borneOn, judged }: Case): boolean {
  if (criteria.some((criterion) => judged(criterion)?.truth === "holds")) return true;
  const groups = new Map<string, Criterion[]>();
  for (const criterion of criteria) {
    if (criterion.demand.form !== "numbers" || !criterion.quantity) continue;
    const key = quantityText(criterion.quantity);
    const group = groups.get(key);
    if (group) group.push(criterion);
    else groups.set(key, [criterion]);
  }
  return [...groups.values()].some((group) => {
    // a criterion that is alone was judged above
    if (group.length < 2) return false;
    const bearing = new Map<Observation, Criterion[]>();
    for (const criterion of group) {
      for (const { observation } of borneOn(criterion)) bearing.set(observation, [...(bearing.get(observation) ?? []), criterion]);
    }
    return (
      bearing.size > 0 && [...bearing].every(([observation, on]) => judgeEither(on, { observation, role: "quantity" }).truth === "holds")
    );
  });
}

const isJoinedByOr = (line: readonly Criterion[]): boolean => line.length > 1 && line[0]?.join === "or";

/** Whether all lines of `expects` hold; none is no expectation. */
export const expectationHolds = (lines: readonly (readonly Criterion[])[], given: Case): boolean =>
  lines.length > 0 && lines.every((line) => (isJoinedByOr(line) ? anyHolds(line, given) : allHold(line, given)));

/** Whether any line of `falsified if` holds; single criteria of all lines are joined by `or`. */
export function falsifierHolds(lines: readonly (readonly Criterion[])[], given: Case): boolean {
  const single = lines.filter((line) => line.length === 1 || isJoinedByOr(line)).flat();
  return anyHolds(single, given) || lines.some((line) => line.length > 1 && !isJoinedByOr(line) && allHold(line, given));
}

/** Whether an observation shows by itself that a line of `expects` does not always hold. */
export function isRefuted(line: readonly Criterion[], { borneOn }: Case): boolean {
  const refuted = (criterion: Criterion): boolean => borneOn(criterion).some((borne) => isCounterexample(criterion, borne));
  return isJoinedByOr(line) ? line.every(refuted) : line.some(refuted);
}
