import { foldBlanks } from "../evidence/quantity.ts";
import { meaningOf, type PredictionMeaning } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { editDistance } from "../nearest.ts";
import { nodesOf } from "../syntax/item-nodes.ts";
import type { CriterionNode, Item, TextNode } from "../syntax/tree.ts";
import { defineRule, quote, type RuleContext, severity } from "./define.ts";

/** Of an item with more names than this, only the first are held against each other. */
const MOST_NAMES = 200;

export const quantityNearMiss = defineRule({
  code: "quantity-near-miss",
  title: "A quantity whose name differs from another's by little",
  reach: "linked",
  items: ["prediction", "evidence"],
  severity: severity("w/w/w"),
  check({ meaning, item, snapshot, report }) {
    if (meaning.kind !== "prediction" && meaning.kind !== "evidence") return;
    const names = namesIn(item);
    compare(names.quantities, [], report);
    compare(names.denominators, [], report);
    if (meaning.kind !== "prediction") return;
    for (const { wanted, known } of observedByName(meaning, snapshot)) {
      if (!known.includes(foldBlanks(wanted.value))) compare([wanted], known, report);
    }
  },
});

/** Reports the first place of every name that is near to one before it, or to one of those that are known. */
function compare(names: readonly TextNode[], known: readonly string[], report: RuleContext["report"]): void {
  const before = [...known];
  for (const node of names) {
    const name = foldBlanks(node.value);
    if (before.includes(name) || before.length >= MOST_NAMES) continue;
    const near = before.find((other) => isNear(name, other));
    if (near !== undefined) {
      report({
        span: node,
        message: `${quote(name)} differs from ${quote(near)} by little, and only equal names are the same quantity; expected one spelling, or names that tell them apart.`,
        fixes: [{ title: `Change to ${quote(near)}`, edits: [{ span: node, text: `"${near}"` }] }],
      });
    }
    before.push(name);
  }
}

/** The names of an item's quantities, and what they are of, in the order of the text. */
function namesIn(item: Item): { readonly quantities: readonly TextNode[]; readonly denominators: readonly TextNode[] } {
  const quantities: TextNode[] = [];
  const denominators: TextNode[] = [];
  for (const node of nodesOf(item).criteria) {
    if (node.quantity && isQuantity(node)) quantities.push(node.quantity.name);
    if (node.quantity?.denominator?.kind === "text") denominators.push(node.quantity.denominator);
    if (node.test?.form === "quantities") quantities.push(node.test.other);
  }
  return { quantities, denominators };
}

/** A text alone may be a statement for people. */
const isQuantity = ({ quantity, test, data }: CriterionNode): boolean =>
  test !== undefined || data !== undefined || quantity?.denominator !== undefined;

/** Names of what was observed without a value of its own, beside those that the evidence named for it measures. */
function observedByName(
  prediction: PredictionMeaning,
  snapshot: Snapshot,
): { readonly wanted: TextNode; readonly known: readonly string[] }[] {
  return prediction.observed.flatMap(({ from, criteria }) => {
    if (from?.kind !== "name") return [];
    const known = snapshot.declarations(from.text).flatMap(({ item }) => {
      const evidence = meaningOf(item);
      if (evidence.kind !== "evidence") return [];
      return evidence.measures.flatMap((result) =>
        result.criteria.flatMap(({ quantity }) => (quantity ? [foldBlanks(quantity.name.value)] : [])),
      );
    });
    return criteria.flatMap(({ quantity, test, data }) => (quantity && !test && !data ? [{ wanted: quantity.name, known }] : []));
  });
}

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[\s\-‐–_,;:'’()]+/)
    .filter(Boolean);

/** Whether two names are one but for case, signs, a plural, or a slip in one longer word. */
function isNear(a: string, b: string): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length !== right.length) return left.join("") === right.join("");
  const apart = left.flatMap((word, index) => (word === right[index] ? [] : [[word, right[index] as string] as const]));
  const [pair] = apart;
  return pair === undefined || (apart.length === 1 && isSlip(...pair));
}

/**
 * A plural, or one letter too many, too few or swapped; another letter only in long words. Not in the first letter, which tells
 * `afferent` from `efferent`, and never in a number.
 */
function isSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || /\d/.test(a + b)) return false;
  if (`${a}s` === b || `${b}s` === a) return Math.min(a.length, b.length) >= 3;
  const least = isAnotherLetter(a, b) ? 8 : 5;
  return Math.min(a.length, b.length) >= least && editDistance(a, b, 1) === 1;
}

/** Whether words of one length differ in a single place. */
const isAnotherLetter = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((letter, at) => letter !== b[at]).length === 1;
