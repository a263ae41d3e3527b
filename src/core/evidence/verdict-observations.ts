/** What a prediction says was observed, with the values that evidence items and data files supply. */
import type { DataResult } from "../data/result.ts";
import type { EvidenceMeaning, PredictionMeaning } from "../model/meaning.ts";
import type { CriterionNode, DataNode, ResultNode, ScopeNode } from "../syntax/tree.ts";
import {
  ABOUT,
  type Denominator,
  foldBlanks,
  type Numbers,
  numbersOfTest,
  numbersOfValue,
  type Quantity,
  readAsShare,
  readQuantity,
  sameDenominator,
} from "./quantity.ts";
import { point, regionText } from "./quantity-region.ts";
import type { Moments } from "./quantity-student.ts";
import {
  brokenLines,
  type Criterion,
  type KnownQuantities,
  type Qualification,
  type QuantityRelation,
  readQualification,
  readRelation,
} from "./verdict-criteria.ts";

/** What the world around a prediction knows. */
export interface VerdictWorld {
  /** The evidence item of an id. */
  evidence(id: string): EvidenceMeaning | undefined;
  /** What a data file gives; undefined while it has not been read. */
  data(node: DataNode): DataResult | undefined;
  /** Why what was observed in one scope cannot be held against what is expected in another; undefined where it can. */
  scopeConflict?(observed: ScopeNode, expected: ScopeNode): string | undefined;
  /** By how much `~` widens a value; a fifth where it is left out. */
  readonly about?: number;
}

export type Found =
  | {
      readonly form: "numbers";
      readonly numbers: Numbers;
      /** Whether the file does not say the unit, so that it is read in the unit of what it is compared with. */
      readonly unitAssumed: boolean;
      /** Whether every end of the region is a number that was observed, not a bound of what may be. */
      readonly each: boolean;
      /** Whether it is how many rows of a file were counted, which is no measurement. */
      readonly counted: boolean;
      readonly moments: Moments | undefined;
    }
  | { readonly form: "includes"; readonly numbers: Numbers }
  | { readonly form: "relation"; readonly relation: QuantityRelation }
  | { readonly form: "statement"; readonly text: string }
  | { readonly form: "nothing"; readonly reason: string; readonly pending: boolean };

export interface Observation {
  readonly node: CriterionNode;
  readonly result: ResultNode;
  /** Undefined where it was left out and the prediction has several. */
  readonly quantity: Quantity | undefined;
  readonly found: Found;
  readonly says: Qualification;
  readonly scope: ScopeNode | undefined;
  /** The evidence item, the citation or the file that it comes from; undefined where none is named. */
  readonly source: string | undefined;
  /** How many rows of a data file it was taken of; undefined where it comes from none. */
  readonly rows: number | undefined;
  /** How its number was read, where it was not taken as it stands. */
  readonly reading: string | undefined;
}

/** The observations of a prediction, one for each criterion of its `observed` lines. */
export function observationsOf(prediction: PredictionMeaning, known: KnownQuantities, world: VerdictWorld): Observation[] {
  const about = world.about ?? ABOUT;
  const broken = brokenLines(prediction);
  return prediction.observed.flatMap((result) => {
    const fault = broken.has(result)
      ? "the line is not understood to its end"
      : result.join === "or" && result.criteria.length > 1
        ? "“or” leaves open what was observed"
        : undefined;
    return result.criteria.flatMap((node): Observation[] => {
      const own = ownObservation(prediction, result, node, known);
      if (fault) return [{ ...own, found: nothing(fault) }];
      if (node.data) {
        const given = world.data(node.data);
        return [{ ...own, found: foundInData(given), says: saidByRows(own.says, given), rows: rowsOf(given) }];
      }
      if (node.test) return [{ ...own, found: foundInTest(node, known, about) ?? nothing("it is not understood") }];
      return observedByEvidence(prediction, own, known, world, about);
    });
  });
}

const nothing = (reason: string, pending = false): Found => ({ form: "nothing", reason, pending });

function ownObservation(
  prediction: PredictionMeaning,
  result: ResultNode,
  node: CriterionNode,
  known: KnownQuantities,
): Omit<Observation, "found"> {
  const { from } = result;
  const written = from && foldBlanks(prediction.item.text.slice(from.start, from.end));
  return {
    node,
    result,
    quantity: known.read(node.quantity),
    says: readQualification(result.with),
    scope: result.scope,
    source: written ?? (node.data && foldBlanks(node.data.file.value)),
    rows: undefined,
    reading: undefined,
  };
}

const numbersFound = (numbers: Numbers): Found => ({
  form: "numbers",
  numbers,
  unitAssumed: false,
  each: false,
  counted: false,
  moments: undefined,
});

/** What a test says was found. */
function foundInTest(node: CriterionNode, known: KnownQuantities, about: number): Found | undefined {
  const { test } = node;
  if (!test) return undefined;
  if (test.form === "quantities") return { form: "relation", relation: readRelation(test, known) };
  if (test.form === "includes") return { form: "includes", numbers: numbersOfValue(test.value) };
  const numbers = numbersOfTest(test, about);
  return numbers && numbersFound(numbers);
}

function foundInData(result: DataResult | undefined): Found {
  if (!result) return nothing("the data file has not been read yet", true);
  const [problem] = result.problems;
  if (problem) return nothing(problem.message);
  const region = result.value === undefined ? result.values : point(result.value);
  if (!region) return nothing("the data file gives no number");
  return {
    form: "numbers",
    numbers: { region, unit: result.unit },
    unitAssumed: result.unit === undefined && !result.counted,
    each: result.value === undefined,
    counted: result.counted,
    moments: result.moments,
  };
}

/** The rows that a number was taken of are its sample; a count is a number of them, and was taken of none. */
const rowsOf = (result: DataResult | undefined): number | undefined =>
  result && result.problems.length === 0 && !result.counted ? result.n : undefined;

/** What an observation from a data file says of itself: its rows are its n, unless the line says another, as of animals. */
function saidByRows(says: Qualification, result: DataResult | undefined): Qualification {
  const rows = rowsOf(result);
  if (rows === undefined || says.measures.some(({ measure }) => measure === "n")) return says;
  return { ...says, measures: [...says.measures, { measure: "n", numbers: { region: point(rows), unit: undefined } }] };
}

/** A quantity without a test: its value is what the evidence measures, or the words are a statement for people. */
function observedByEvidence(
  prediction: PredictionMeaning,
  own: Omit<Observation, "found">,
  known: KnownQuantities,
  world: VerdictWorld,
  about: number,
): Observation[] {
  const { from } = own.result;
  const named = own.node.quantity && readQuantity(own.node.quantity);
  const evidence = from?.kind === "name" ? world.evidence(from.text) : undefined;
  const measured = named && evidence ? measuresOf(evidence, named, known, about) : [];
  if (measured.length > 0) {
    return measured.map(({ quantity, found, result }) => ({
      ...own,
      quantity,
      found,
      says: joined(readQualification(result.with), own.says),
      scope: own.scope ?? result.scope ?? evidence?.scope,
    }));
  }
  if (!named || (!known.has(named.name) && named.denominator === undefined)) {
    return [{ ...own, found: { form: "statement", text: named?.name ?? foldBlanks(writtenNode(prediction, own.node)) } }];
  }
  if (from?.kind === "name") {
    return [{ ...own, found: nothing(evidence ? `${from.text} measures no “${named.name}”` : `no evidence is called “${from.text}”`) }];
  }
  return [{ ...own, found: nothing("no value is given") }];
}

const writtenNode = (prediction: PredictionMeaning, node: CriterionNode): string => prediction.item.text.slice(node.start, node.end);

const joined = (a: Qualification, b: Qualification): Qualification => ({
  ci: a.ci ?? b.ci,
  measures: [...a.measures, ...b.measures],
  conditions: [...a.conditions, ...b.conditions],
});

/** A plain number between 0 and 1 of a share that is expected in per cent is that share: 0.7 is 70 %. */
export function withSharesRead(observation: Observation, criteria: readonly Criterion[]): Observation {
  const { found, quantity } = observation;
  if (found.form !== "numbers" || found.unitAssumed || !quantity) return observation;
  for (const { demand, quantity: expected } of criteria) {
    if (demand.form !== "numbers" || !expected || expected.name !== quantity.name) continue;
    const numbers = readAsShare(found.numbers, demand.numbers, quantity);
    if (!numbers) continue;
    const reading = `${regionText(found.numbers.region, undefined)} is read as ${regionText(numbers.region, numbers.unit)}`;
    return { ...observation, found: { ...found, numbers }, reading };
  }
  return observation;
}

interface Measured {
  readonly quantity: Quantity;
  readonly found: Found;
  readonly result: ResultNode;
}

/** What evidence measures of a quantity; of the same denominator where one is written. */
function measuresOf(evidence: EvidenceMeaning, named: Quantity, known: KnownQuantities, about: number): Measured[] {
  const measured: Measured[] = [];
  for (const result of evidence.measures) {
    for (const node of result.criteria) {
      if (!node.quantity || result.join === "or") continue;
      const quantity = readQuantity(node.quantity);
      if (quantity.name !== named.name) continue;
      const denominator: Denominator = quantity.denominator ?? named.denominator;
      if (named.denominator !== undefined && !sameDenominator(denominator, named.denominator)) continue;
      const found = foundInTest(node, known, about);
      if (found) measured.push({ quantity: { name: named.name, denominator }, found, result });
    }
  }
  return measured;
}
