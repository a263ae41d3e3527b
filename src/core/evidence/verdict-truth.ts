/** Whether criteria hold of what was observed. Everything here is sure or open: what is not known decides nothing. */
import { ABOUT, eitherOf, type Numbers, quantityText } from "./quantity.ts";
import { between, holdsNumber, isWithin, meets, numberText, type Region, regionText } from "./quantity-region.ts";
import { meanInterval } from "./quantity-student.ts";
import { tidyNumber } from "./units.ts";
import { besideEachOther, type Role } from "./verdict-bearing.ts";
import type { Criterion, Qualification, QuantityRelation } from "./verdict-criteria.ts";
import type { Found, Observation } from "./verdict-observations.ts";
import { differenceOf, type Truth, truthIn, truthOfDifference, truthOfPair, turned } from "./verdict-relation.ts";

/** An observation that bears on a criterion. */
export interface Borne {
  readonly observation: Observation;
  readonly role: Role;
}

/** A truth with what keeps it open. */
export interface Judgement {
  readonly truth: Truth;
  /** Why it is open, where more can be said than that the numbers lie on both sides. */
  readonly reason?: string;
}

const open = (reason: string): Judgement => ({ truth: "open", reason });

/** All hold, all fail, or neither; with the first reason that is known. */
export function together(judgements: readonly Judgement[]): Judgement {
  const [first] = judgements;
  if (!first) return { truth: "open" };
  if (first.truth !== "open" && judgements.every(({ truth }) => truth === first.truth)) return first;
  const reason = judgements.find((judgement) => judgement.reason !== undefined)?.reason;
  return reason === undefined ? { truth: "open" } : { truth: "open", reason };
}

/**
 * What `with` asks, of the criterion itself or of the ways in which it is to be tested, and the observation does not say
 * or does not reach; undefined where all is met. What the criterion asks itself, it asks in place of the tests.
 */
export function unmetNeed({ needs, tests }: Pick<Criterion, "needs" | "tests">, says: Qualification): string | undefined {
  const unmet = unmetOf(needs, says);
  if (unmet !== undefined) return unmet;
  let reason: string | undefined;
  for (const test of tests) {
    const measures = test.measures.filter(({ measure }) => !needs.measures.some((own) => own.measure === measure));
    const missed = unmetOf({ ...test, measures }, says);
    if (missed === undefined) return undefined;
    reason ??= `${missed} by “tested by”`;
  }
  return reason;
}

function unmetOf(needs: Qualification, says: Qualification): string | undefined {
  for (const { measure, numbers } of needs.measures) {
    const asked = `${measure} ${signed(regionText(numbers.region, numbers.unit))}`;
    const stated = says.measures.filter((entry) => entry.measure === measure);
    if (stated.length === 0) return `it does not say ${measure}, expected ${asked}`;
    const missed = stated.find((entry) => !isWithin(entry.numbers.region, numbers.region));
    if (missed) return `${measure} ${signed(regionText(missed.numbers.region, missed.numbers.unit))}, expected ${asked}`;
  }
  const missing = needs.conditions.find((condition) => !says.conditions.includes(condition));
  return missing === undefined ? undefined : `it does not say with “${missing}”`;
}

/** A bare number after a measure gets its sign back: `n = 6`. */
const signed = (text: string): string => (/^[<>]|^not|^outside/.test(text) ? text : `= ${text}`);

/** The numbers of an observation as a criterion wants them: as they are, or as a confidence interval. */
function numbersFor(observation: Observation, found: Found & { form: "numbers" }, ci: number | undefined): Numbers | string {
  if (ci === undefined) return found.numbers;
  const { unit } = found.numbers;
  if (found.moments) {
    const interval = meanInterval(found.moments, ci);
    return interval
      ? { region: between(tidyNumber(interval.low), tidyNumber(interval.high)), unit }
      : `${found.moments.n} numbers give no interval`;
  }
  const level = observation.says.ci;
  const wanted = `the test is of the ${numberText(ci)} % interval`;
  if (level === undefined) return `${wanted}, which is not given`;
  // a wider interval that lies within holds the narrower one
  return level >= ci ? found.numbers : `${wanted}, and only that of ${numberText(level)} % is given`;
}

/** Whether a criterion on one number holds of one observation. */
export function judge(criterion: Criterion, { observation }: Borne): Judgement {
  const { demand, needs } = criterion;
  const { found } = observation;
  const unmet = unmetNeed(criterion, observation.says);
  if (unmet !== undefined) return open(unmet);
  if (demand.form === "numbers" && found.form === "numbers") {
    const numbers = numbersFor(observation, found, needs.ci);
    if (typeof numbers === "string") return open(numbers);
    const sides = besideEachOther({ ...found, numbers }, demand.numbers);
    return sides ? { truth: truthIn(sides.a, sides.b) } : { truth: "open" };
  }
  if (demand.form === "includes" && found.form === "numbers") {
    const numbers = numbersFor(observation, found, needs.ci);
    if (typeof numbers === "string") return open(numbers);
    const sides = besideEachOther({ ...found, numbers }, demand.numbers);
    return sides ? { truth: includes(sides.a, sides.b) } : { truth: "open" };
  }
  if (demand.form === "includes" && found.form === "includes") {
    const level = observation.says.ci;
    if (needs.ci !== undefined && (level === undefined || level > needs.ci))
      return open(`the test is of the ${numberText(needs.ci)} % interval`);
    const sides = besideEachOther(found, demand.numbers);
    return { truth: sides && isWithin(sides.b, sides.a) ? "holds" : "open" };
  }
  return found.form === "includes" ? open("it only says what the interval includes") : { truth: "open" };
}

const includes = (found: Region, asked: Region): Truth => (isWithin(asked, found) ? "holds" : meets(asked, found) ? "open" : "fails");

/** Whether a criterion holds of all observations that bear on it; undefined where none does. */
export function judgeAll(criterion: Criterion, borne: readonly Borne[], about = ABOUT): Judgement | undefined {
  if (borne.length === 0) return undefined;
  if (criterion.demand.form === "relation") return judgeRelation(criterion, criterion.demand.relation, borne, about);
  return together(borne.map((each) => judge(criterion, each)));
}

/**
 * Whether any of several criteria on the same number holds of an observation, also where its numbers lie partly in
 * the one region and partly in the other.
 */
export function judgeEither(criteria: readonly Criterion[], borne: Borne): Judgement {
  const judgements = criteria.map((criterion) => judge(criterion, borne));
  if (judgements.some(({ truth }) => truth === "holds")) return { truth: "holds" };
  const { found, says } = borne.observation;
  if (found.form === "numbers") {
    for (const ci of new Set(criteria.map(({ needs }) => needs.ci))) {
      const alike = criteria.filter(
        (criterion) => criterion.needs.ci === ci && criterion.demand.form === "numbers" && unmetNeed(criterion, says) === undefined,
      );
      const asked = eitherOf(alike.flatMap(({ demand }) => (demand.form === "numbers" ? [demand.numbers] : [])));
      const numbers = numbersFor(borne.observation, found, ci);
      const sides = asked && typeof numbers !== "string" ? besideEachOther({ ...found, numbers }, asked) : undefined;
      if (sides && truthIn(sides.a, sides.b) === "holds") return { truth: "holds" };
    }
  }
  return together(judgements);
}

/** A comparison holds where it was observed as such, or where both quantities were observed by the same source. */
function judgeRelation(criterion: Criterion, relation: QuantityRelation, borne: readonly Borne[], about: number): Judgement {
  const judgements: Judgement[] = [];
  const sources = new Map<string, { left: Observation[]; right: Observation[] }>();
  for (const { observation, role } of borne) {
    if (role === "both" || role === "both-turned") judgements.push(judgeStated(criterion, relation, observation, role, about));
    else {
      const source = sources.get(observation.source ?? "") ?? { left: [], right: [] };
      sources.set(observation.source ?? "", source);
      source[role === "quantity" ? "left" : "right"].push(observation);
    }
  }
  const all = [...sources.values()];
  const complete = all.filter(({ left, right }) => left.length > 0 && right.length > 0);
  const acrossSources = { left: all.flatMap(({ left }) => left), right: all.flatMap(({ right }) => right) };
  const pairs = complete.length > 0 || judgements.length > 0 ? complete : [acrossSources];
  for (const { left, right } of pairs) judgements.push(judgePair(criterion, relation, left, right, about));
  return together(judgements);
}

function judgeStated(
  criterion: Criterion,
  asked: QuantityRelation,
  observation: Observation,
  role: "both" | "both-turned",
  about: number,
): Judgement {
  const { found, says } = observation;
  if (found.form !== "relation") return { truth: "open" };
  const unmet = unmetNeed(criterion, says);
  if (unmet !== undefined) return open(unmet);
  const wanted = differenceOf(asked.comparator, asked.margin, undefined, about);
  const stated = differenceOf(found.relation.comparator, found.relation.margin, undefined, about);
  if (!wanted || !stated) return { truth: "open" };
  return { truth: truthOfDifference(role === "both" ? stated : turned(stated), wanted) };
}

function judgePair(
  criterion: Criterion,
  { comparator, other, margin }: QuantityRelation,
  left: readonly Observation[],
  right: readonly Observation[],
  about: number,
): Judgement {
  const { needs, quantity } = criterion;
  if (left.length === 0 || right.length === 0) {
    const missing = left.length === 0 ? quantity : other;
    return open(missing ? `${quantityText(missing)} was not observed` : "the other quantity was not observed");
  }
  const unmet = unmetNeed(criterion, allSaid([...left, ...right]));
  if (unmet !== undefined) return open(unmet);
  const sides: Numbers[] = [];
  for (const side of [left, right]) {
    const found: Numbers[] = [];
    for (const observation of side) {
      const numbers =
        observation.found.form === "numbers" ? numbersFor(observation, observation.found, needs.ci) : "no number was observed";
      if (typeof numbers === "string") return open(numbers);
      found.push(numbers);
    }
    const joined = eitherOf(found);
    if (!joined) return open("the observations are in different units");
    sides.push(joined);
  }
  const truth = truthOfPair(sides[0] as Numbers, sides[1] as Numbers, comparator, margin, about);
  return truth ? { truth } : open("the two quantities, or the margin between them, are in different units");
}

const allSaid = (observations: readonly Observation[]): Qualification => ({
  ci: undefined,
  measures: observations.flatMap(({ says }) => says.measures),
  conditions: observations.flatMap(({ says }) => says.conditions),
});

/**
 * Whether an observation shows by itself that a criterion does not hold everywhere: one counterexample, whatever the sample
 * that a test asks for.
 */
export function isCounterexample(criterion: Criterion, borne: Borne): boolean {
  const { demand, needs } = criterion;
  const { found, says } = borne.observation;
  if (demand.form === "numbers" && found.form === "numbers" && found.each && unmetNeed({ needs, tests: [] }, says) === undefined) {
    const sides = besideEachOther(found, demand.numbers);
    return sides?.a.some(({ low, high }) => !holdsNumber(sides.b, low) || !holdsNumber(sides.b, high)) ?? false;
  }
  return judge({ ...criterion, tests: [] }, borne).truth === "fails";
}
