/** The units that the numbers of one quantity bear in an item, for the rules on units. */
import {
  foldBlanks,
  type Numbers,
  numbersOfTest,
  numbersOfValue,
  type Quantity,
  quantityText,
  readAsShare,
  readQuantity,
} from "../evidence/quantity.ts";
import { finiteEnds } from "../evidence/quantity-region.ts";
import { compatibleUnits } from "../evidence/units.ts";
import { KnownQuantities } from "../evidence/verdict-criteria.ts";
import type { EvidenceMeaning, Meaning, PredictionMeaning } from "../model/meaning.ts";
import type { CriterionNode, Test } from "../syntax/tree.ts";
import type { Span } from "../text.ts";

/** A number of a quantity, as an item says it. */
export interface SaidNumber {
  readonly node: CriterionNode;
  readonly test: Test & Span;
  readonly quantity: Quantity;
  readonly numbers: Numbers;
  /** Whether it is what was observed, not what is expected. */
  readonly observed: boolean;
}

/** The numbers of an item, those of one quantity together. */
export function numbersByQuantity(meaning: Meaning): ReadonlyMap<string, readonly SaidNumber[]> {
  const groups = new Map<string, SaidNumber[]>();
  for (const said of meaning.kind === "prediction" ? ofPrediction(meaning) : meaning.kind === "evidence" ? ofEvidence(meaning) : []) {
    const key = quantityText({ ...said.quantity, name: foldBlanks(said.quantity.name) });
    const group = groups.get(key);
    if (group) group.push(said);
    else groups.set(key, [said]);
  }
  return groups;
}

function ofPrediction(prediction: PredictionMeaning): SaidNumber[] {
  const known = new KnownQuantities(prediction);
  const read = (node: CriterionNode, observed: boolean): SaidNumber[] => said(node, known.read(node.quantity), observed);
  return [
    ...[...prediction.expects, ...prediction.falsifiedIf].flatMap(({ criteria }) => criteria.flatMap((node) => read(node, false))),
    ...prediction.observed.flatMap(({ criteria }) => criteria.flatMap((node) => read(node, true))),
  ];
}

const ofEvidence = (evidence: EvidenceMeaning): SaidNumber[] =>
  evidence.measures.flatMap(({ criteria }) => criteria.flatMap((node) => said(node, node.quantity && readQuantity(node.quantity), false)));

function said(node: CriterionNode, quantity: Quantity | undefined, observed: boolean): SaidNumber[] {
  const { test } = node;
  const numbers = test && (test.form === "includes" ? numbersOfValue(test.value) : numbersOfTest(test));
  return test && numbers && quantity ? [{ node, test, quantity, numbers, observed }] : [];
}

/** Words of quantities whose numbers mean nothing without a unit. */
const dimensioned = /\b(?:latency|latencies|delay|duration|time constant|wavelength|membrane potential)\b/i;

/** A number without a unit, and a unit that the same quantity bears elsewhere in the item. */
export interface BareNumber {
  readonly said: SaidNumber;
  readonly unit: string | undefined;
}

/** Whether it is an observed 0.7 that is taken as the 70 % of a share. */
const isReadAsShare = ({ observed, numbers, quantity }: SaidNumber, group: readonly SaidNumber[]): boolean =>
  observed && group.some((other) => !other.observed && readAsShare(numbers, other.numbers, quantity) !== undefined);

/** Numbers without a unit of quantities that have one: by another number of theirs, or by their name. Zero is zero in every unit. */
export function bareNumbers(meaning: Meaning): readonly BareNumber[] {
  return [...numbersByQuantity(meaning).values()].flatMap((group) => {
    const unit = group.flatMap(({ numbers }) => numbers.unit ?? [])[0];
    const needsOne = unit === undefined ? dimensioned.test(group[0]?.quantity.name ?? "") : !compatibleUnits(undefined, unit);
    if (!needsOne) return [];
    return group
      .filter(({ numbers }) => numbers.unit === undefined && finiteEnds(numbers.region).some((end) => end !== 0))
      .filter((said) => !isReadAsShare(said, group))
      .map((said) => ({ said, unit }));
  });
}
