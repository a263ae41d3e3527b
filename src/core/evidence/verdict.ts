/**
 * What observations make of a prediction. *Confirmed* if what was observed lies wholly where it is expected, *falsified*
 * if it lies wholly where the prediction fails, else *undecided*; *untested* if nothing comparable was observed.
 */
import type { PredictionMeaning } from "../model/meaning.ts";
import { written } from "../model/meaning.ts";
import type { CriterionNode, ResultNode } from "../syntax/tree.ts";
import { ABOUT, type Numbers, type Quantity } from "./quantity.ts";
import { regionText } from "./quantity-region.ts";
import { type Bearing, bearingOf, ownObstacle, type Role } from "./verdict-bearing.ts";
import { type Criterion, type CriterionClause, criteriaOf, KnownQuantities, linesOf } from "./verdict-criteria.ts";
import { type Case, expectationHolds, falsifierHolds, isRefuted } from "./verdict-lines.ts";
import { type Observation, observationsOf, type VerdictWorld, withSharesRead } from "./verdict-observations.ts";
import type { Truth } from "./verdict-relation.ts";
import { type Borne, type Judgement, judgeAll } from "./verdict-truth.ts";

export type { VerdictWorld } from "./verdict-observations.ts";

export type Verdict = "confirmed" | "falsified" | "undecided" | "untested";

/** What each verdict means, for cards, legend and manual. */
export const verdicts: readonly { readonly verdict: Verdict; readonly help: string }[] = [
  { verdict: "confirmed", help: "What was observed lies wholly where it is expected." },
  { verdict: "falsified", help: "What was observed lies wholly where the prediction fails." },
  { verdict: "undecided", help: "What was observed lies partly, or wholly, between the two; or readers must judge." },
  { verdict: "untested", help: "Nothing that can be compared was observed." },
];

/** A criterion and what the observations make of it. */
export interface CriterionReport {
  readonly clause: CriterionClause;
  /** The line among those of the same clause, from 0, and how its criteria are joined. */
  readonly line: number;
  readonly join: "and" | "or";
  readonly node: CriterionNode;
  /** As written, blanks folded. */
  readonly text: string;
  readonly quantity: Quantity | undefined;
  readonly form: Criterion["demand"]["form"];
  /** Where the number is to lie, for a picture; undefined for a comparison and for a statement. */
  readonly numbers: Numbers | undefined;
  /** `unobserved`: nothing bears on it; `for-people`: never evaluated. */
  readonly status: Truth | "unobserved" | "for-people" | "unclear";
  /** Why it is not decided, where more can be said. */
  readonly reason: string | undefined;
}

/** An observation and what it says of the prediction. */
export interface ObservationReport {
  readonly node: CriterionNode;
  readonly result: ResultNode;
  /** As written, blanks folded. */
  readonly text: string;
  readonly quantity: Quantity | undefined;
  readonly form: Observation["found"]["form"];
  /** The evidence item, the citation or the data file that it comes from. */
  readonly source: string | undefined;
  /** What was observed, for people: "1.9 %"; undefined where it is no number. */
  readonly value: string | undefined;
  /** What was observed, for a picture, in the unit of the first criterion that it bears on where that is assumed. */
  readonly numbers: Numbers | undefined;
  readonly comparable: boolean;
  /** Whether a data file is still to be read. */
  readonly pending: boolean;
  /** Where it lies; undefined where it is not comparable. */
  readonly lies: "expected" | "failing" | "between" | undefined;
  /** Why it is not comparable, or what keeps it between; undefined where nothing needs saying. */
  readonly reason: string | undefined;
  /** How many rows of a data file the number was taken of; undefined where it comes from none. */
  readonly rows: number | undefined;
  /** How a number was read, where it was not taken as it stands. */
  readonly reading: string | undefined;
}

export interface PredictionVerdict {
  readonly verdict: Verdict;
  /** The verdict's reason in a sentence. */
  readonly reason: string;
  readonly criteria: readonly CriterionReport[];
  readonly observations: readonly ObservationReport[];
  /** Whether a data file is still to be read, so that the verdict may change. */
  readonly pending: boolean;
}

/** A prediction's criteria and observations, and how they stand to each other. */
interface Bench extends Case {
  readonly expects: readonly (readonly Criterion[])[];
  readonly falsifiers: readonly (readonly Criterion[])[];
  readonly criteria: readonly Criterion[];
  readonly observations: readonly Observation[];
  readonly about: number;
  bearing(observation: Observation, criterion: Criterion): Bearing;
}

/** The verdict on a prediction, by its own observations and what the world knows of them. */
export function verdictOf(prediction: PredictionMeaning, world: VerdictWorld): PredictionVerdict {
  const about = world.about ?? ABOUT;
  const known = new KnownQuantities(prediction);
  const criteria = criteriaOf(prediction, known, about);
  const observations = observationsOf(prediction, known, world).map((observation) => withSharesRead(observation, criteria));
  const bench = benchOf(criteria, observations, world, about);
  const observationReports = observations.map((observation) => reportObservation(prediction, observation, bench));
  const criterionReports = criteria.map((criterion) => reportCriterion(prediction, criterion, bench));
  const decided = decide(prediction, bench, observationReports, criterionReports);
  return {
    ...decided,
    criteria: criterionReports,
    observations: observationReports,
    pending: observationReports.some(({ pending }) => pending),
  };
}

function benchOf(criteria: readonly Criterion[], observations: readonly Observation[], world: VerdictWorld, about: number): Bench {
  const table = new Map(
    criteria.map((criterion) => [
      criterion,
      new Map(observations.map((observation) => [observation, bearingOf(observation, criterion, world)])),
    ]),
  );
  const borne = new Map(
    [...table].map(([criterion, row]) => [
      criterion,
      [...row].flatMap(([observation, bearing]) => (bearing.bears ? [{ observation, role: bearing.role }] : [])),
    ]),
  );
  const judgements = new Map(criteria.map((criterion) => [criterion, judgeAll(criterion, borne.get(criterion) ?? [], about)]));
  return {
    expects: linesOf(criteria, "expects"),
    falsifiers: linesOf(criteria, "falsified if"),
    criteria,
    observations,
    about,
    borneOn: (criterion) => borne.get(criterion) ?? [],
    judged: (criterion) => judgements.get(criterion),
    bearing: (observation, criterion) => table.get(criterion)?.get(observation) ?? { bears: false, near: 0, reason: "" },
  };
}

function decide(
  prediction: PredictionMeaning,
  bench: Bench,
  observations: readonly ObservationReport[],
  reports: readonly CriterionReport[],
): Pick<PredictionVerdict, "verdict" | "reason"> {
  if (!prediction.transcribed) return { verdict: "untested", reason: "The prediction exists but is not transcribed." };
  const comparable = observations.filter((observation) => observation.comparable);
  if (comparable.length === 0) return withoutNumbers(observations, reports);
  const values = joinTexts([...new Set(comparable.flatMap(({ value }) => value ?? []))]);
  const observed = values ? `What was observed, ${values},` : "What was observed";
  const confirmed = expectationHolds(bench.expects, bench);
  const counterexample = prediction.falsifiedByCounterexample && bench.expects.some((line) => isRefuted(line, bench));
  const falsified = counterexample || falsifierHolds(bench.falsifiers, bench);
  if (confirmed && falsified) {
    return { verdict: "undecided", reason: `${observed} lies both where it is expected and where the prediction fails: the two overlap.` };
  }
  const expected = joinTexts(regionsOf(reports, "expects"));
  if (counterexample)
    return { verdict: "falsified", reason: `${observed} is a counterexample${expected ? `: expected ${expected}` : ""}.` };
  if (falsified) {
    const failing = joinTexts(regionsOf(reports, "falsified if", "holds"), "or");
    return { verdict: "falsified", reason: `${observed} lies where the prediction fails${failing ? `: ${failing}` : ""}.` };
  }
  if (confirmed) return { verdict: "confirmed", reason: `${observed} lies where it is expected${expected ? `: ${expected}` : ""}.` };
  return { verdict: "undecided", reason: `${observed} ${whyUndecided(reports, expected)}.` };
}

function withoutNumbers(
  observations: readonly ObservationReport[],
  reports: readonly CriterionReport[],
): Pick<PredictionVerdict, "verdict" | "reason"> {
  const [first] = observations;
  if (!first) return { verdict: "untested", reason: "Nothing was observed." };
  if (observations.some(({ form }) => form === "statement"))
    return { verdict: "undecided", reason: "What was observed is said in words, which readers must judge." };
  if (reports.length === 0) return { verdict: "untested", reason: "Nothing says what is expected, or what would show it wrong." };
  return { verdict: "untested", reason: `Nothing that was observed can be compared; ${first.reason ?? "no number was observed"}.` };
}

/** Where the criteria of a clause want the number, each once. */
const regionsOf = (reports: readonly CriterionReport[], clause: CriterionClause, status?: CriterionReport["status"]): string[] => [
  ...new Set(
    reports
      .filter((report) => report.clause === clause && (status === undefined || report.status === status))
      .map(({ numbers, form, text }) => (form === "numbers" && numbers ? regionText(numbers.region, numbers.unit) : text)),
  ),
];

const joinTexts = (texts: readonly string[], word = "and"): string => {
  if (texts.length > 4) return `${texts.slice(0, 3).join(", ")} ${word} ${texts.length - 3} more`;
  return texts.length > 1 ? `${texts.slice(0, -1).join(", ")} ${word} ${texts.at(-1)}` : (texts[0] ?? "");
};

function whyUndecided(reports: readonly CriterionReport[], expected: string): string {
  const reason = reports.find((report) => report.status !== "unobserved" && report.reason !== undefined)?.reason;
  if (reason !== undefined) return `decides nothing: ${reason}`;
  const unobserved = reports.find(({ clause, status }) => clause === "expects" && status === "unobserved");
  if (unobserved)
    return `is not all that is expected: nothing bears on ${unobserved.text}${unobserved.reason ? ` (${unobserved.reason})` : ""}`;
  const forPeople = reports.find(({ clause, status }) => clause === "expects" && status === "for-people");
  if (forPeople) return `leaves ${forPeople.text} for readers to judge`;
  if (expected === "") return "does not lie where the prediction fails, and nothing says what is expected";
  const fails = reports.some(({ clause }) => clause === "falsified if");
  return fails
    ? "lies neither wholly where it is expected nor wholly where the prediction fails"
    : `lies outside ${expected}, and nothing says what would show it wrong`;
}

function reportCriterion(prediction: PredictionMeaning, criterion: Criterion, bench: Bench): CriterionReport {
  const { clause, line, join, node, quantity, demand } = criterion;
  const judgement = bench.judged(criterion);
  return {
    clause,
    line,
    join,
    node,
    text: written(prediction.item, node),
    quantity,
    form: demand.form,
    numbers: demand.form === "numbers" || demand.form === "includes" ? demand.numbers : undefined,
    status: demand.form === "statement" ? "for-people" : demand.form === "unclear" ? "unclear" : (judgement?.truth ?? "unobserved"),
    reason: demand.form === "unclear" ? demand.reason : judgement ? judgement.reason : whyUnobserved(criterion, bench),
  };
}

/** Why an observation of the very quantity does not bear on a criterion; undefined where none was observed. */
function whyUnobserved(criterion: Criterion, bench: Bench): string | undefined {
  let nearest: Bearing | undefined;
  for (const observation of bench.observations) {
    // what can be held against nothing says so itself
    if (ownObstacle(observation) === undefined) nearest = nearer(nearest, bench.bearing(observation, criterion));
  }
  return nearest && !nearest.bears && nearest.near >= SAME_NAME ? nearest.reason : undefined;
}

/** From here on, what does not bear on a criterion is at least called the same. */
const SAME_NAME = 2;

function reportObservation(prediction: PredictionMeaning, observation: Observation, bench: Bench): ObservationReport {
  const { node, result, quantity, source, found } = observation;
  const bearings = bench.criteria.map((criterion) => ({ criterion, bearing: bench.bearing(observation, criterion) }));
  const borne = bearings.filter(({ bearing }) => bearing.bears);
  const unit = borne.map(({ criterion: { demand } }) =>
    demand.form === "numbers" || demand.form === "includes" ? demand.numbers.unit : undefined,
  )[0];
  const numbers =
    found.form === "numbers"
      ? found.unitAssumed
        ? { ...found.numbers, unit }
        : found.numbers
      : found.form === "includes"
        ? found.numbers
        : undefined;
  const common = {
    node,
    result,
    text: written(prediction.item, node),
    quantity,
    form: found.form,
    source,
    value:
      numbers &&
      (found.form === "includes"
        ? `an interval that includes ${regionText(numbers.region, numbers.unit)}`
        : regionText(numbers.region, numbers.unit)),
    numbers,
    pending: found.form === "nothing" && found.pending,
    rows: observation.rows,
    reading: observation.reading,
  };
  if (borne.length === 0) {
    const nearest = bearings.map(({ bearing }) => bearing).reduce<Bearing | undefined>(nearer, undefined);
    const reason = nearest && !nearest.bears ? nearest.reason : (ownObstacle(observation) ?? "nothing says what is expected");
    return { ...common, comparable: false, lies: undefined, reason };
  }
  const alone = caseOf(observation, bench);
  const judged = borne.map(({ criterion }) => alone.judged(criterion));
  const lies = whereItLies(alone, bench);
  const open = judged.find((judgement) => judgement?.truth === "open" && judgement.reason !== undefined)?.reason;
  return { ...common, comparable: true, lies, reason: lies === "between" ? open : undefined };
}

/** Of two ways in which an observation does not bear, the one that got farther. */
const nearer = (best: Bearing | undefined, next: Bearing): Bearing | undefined =>
  next.bears || (best && !best.bears && best.near >= next.near) ? best : next;

/** One observation by itself, with those of the same source that a comparison needs beside it. */
function caseOf(observation: Observation, bench: Bench): Case {
  const mates = new Map<Criterion, readonly Borne[]>();
  for (const criterion of bench.criteria) {
    const bearing = bench.bearing(observation, criterion);
    if (!bearing.bears) continue;
    const own = { observation, role: bearing.role };
    const opposite: Role | undefined = own.role === "other" ? "quantity" : own.role === "quantity" ? "other" : undefined;
    const beside =
      criterion.demand.form === "relation"
        ? bench.borneOn(criterion).filter(({ observation: { source }, role }) => role === opposite && source === observation.source)
        : [];
    mates.set(criterion, [own, ...beside]);
  }
  const borneOn = (criterion: Criterion): readonly Borne[] => mates.get(criterion) ?? [];
  const judgements = new Map<Criterion, Judgement | undefined>();
  for (const [criterion, borne] of mates) {
    // where nothing else bears on it, this was judged already
    const all = borne.length === bench.borneOn(criterion).length;
    judgements.set(criterion, all ? bench.judged(criterion) : judgeAll(criterion, borne, bench.about));
  }
  return { borneOn, judged: (criterion) => judgements.get(criterion) };
}

/** Where an observation lies by itself: with the expectation, with what falsifies, or with neither or both. */
function whereItLies(alone: Case, { expects, falsifiers }: Bench): "expected" | "failing" | "between" {
  const bearing = (lines: readonly (readonly Criterion[])[]): Criterion[][] =>
    lines.map((line) => line.filter((criterion) => alone.borneOn(criterion).length > 0)).filter((line) => line.length > 0);
  const expected = expectationHolds(bearing(expects), alone);
  const failing = falsifierHolds(bearing(falsifiers), alone);
  return expected === failing ? "between" : expected ? "expected" : "failing";
}
