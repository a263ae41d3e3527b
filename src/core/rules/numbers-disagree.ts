import {
  numbersDisagree as disagreeing,
  type Numbers,
  numbersOfTest,
  type Quantity,
  quantityText,
  readQuantity,
  type StatedNumber,
} from "../evidence/quantity.ts";
import { between } from "../evidence/quantity-region.ts";
import { KnownQuantities } from "../evidence/verdict-criteria.ts";
import { meaningOf, written } from "../model/meaning.ts";
import type { Mention, Snapshot } from "../model/snapshot.ts";
import type { CriterionNode, Item, ScopeNode } from "../syntax/tree.ts";
import { defineRule, severity } from "./define.ts";

/** Where a number is stated. */
type Place = Mention & { readonly node: CriterionNode };

/** A quantity of which more items speak than this is not one quantity; of the others, all pairs of note are found. */
const MOST_ITEMS = 500;

export const numbersDisagree = defineRule({
  code: "numbers-disagree",
  title: "Numbers of one quantity that cannot both be right",
  reach: "linked",
  severity: severity("i/w/w"),
  check({ item, snapshot, report }) {
    for (const name of new Set(statementsOf({ uri: "", item }).map(({ quantity }) => quantity.name))) {
      for (const { first, second } of disagreementsOn(name, snapshot)) {
        if (second.origin.item !== item) continue;
        const { node, ...other } = first.origin;
        report({
          span: second.origin.node,
          message: `The numbers of ${quantityText(second.quantity)} disagree: ${said(first.origin)} and ${said(second.origin)}; expected numbers that can both be right, or scopes or denominators that tell them apart.`,
          related: [{ ...other, span: node, message: `here it is ${said(first.origin)}` }],
        });
      }
    }
  },
});

/** A number as it is written, without the sign that says no more than that it is one. */
const said = ({ item, node }: Place): string => written(item, node.test ?? node).replace(/^= ?/, "");

const known = new WeakMap<readonly Mention[], ReturnType<typeof disagreeing<Place>>>();

/** All disagreements on a quantity; worked out once for as long as the same items speak of it. */
function disagreementsOn(name: string, snapshot: Snapshot): ReturnType<typeof disagreeing<Place>> {
  const mentions = snapshot.quantified(name);
  let found = known.get(mentions);
  if (!found) {
    found = disagreeing(
      mentions
        .slice(0, MOST_ITEMS)
        .flatMap(statementsOf)
        .filter(({ quantity }) => quantity.name === name),
    );
    known.set(mentions, found);
  }
  return found;
}

/** The numbers that an item states as found: what evidence measures, what was observed, what an entry of an atlas says. */
function statementsOf({ uri, item }: Mention): readonly StatedNumber<Place>[] {
  const meaning = meaningOf(item);
  const stated = (node: CriterionNode, quantity: Quantity | undefined, scope: ScopeNode | undefined): StatedNumber<Place>[] => {
    const numbers = quantity && numbersOf(item, node);
    return numbers ? [{ quantity, numbers, scope: scope && written(item, scope), origin: { uri, item, node } }] : [];
  };
  switch (meaning.kind) {
    case "evidence":
      return meaning.measures.flatMap(({ criteria, join, scope }) =>
        join === "or" ? [] : criteria.flatMap((node) => stated(node, node.quantity && readQuantity(node.quantity), scope ?? meaning.scope)),
      );
    case "prediction": {
      const names = new KnownQuantities(meaning);
      return meaning.observed.flatMap(({ criteria, join, scope }) =>
        join === "or" ? [] : criteria.flatMap((node) => stated(node, node.quantity && names.read(node.quantity), scope ?? meaning.scope)),
      );
    }
    case "part":
      return item.clauses.flatMap(({ word, args: { criterion, scope } }) =>
        word === "quantity" && criterion?.kind === "criterion" && criterion.quantity
          ? stated(criterion, readQuantity(criterion.quantity), scope?.kind === "scope" ? scope : undefined).map((statement) => ({
              ...statement,
              // what an entry of an atlas says is said of that entry
              scope: JSON.stringify([meaning.id?.text, statement.scope]),
            }))
          : [],
      );
    default:
      return [];
  }
}

/** The numbers of a test; one that is said to be equal is as exact as its last digit. */
function numbersOf(item: Item, { test }: CriterionNode): Numbers | undefined {
  if (test?.form !== "compare" || test.comparator !== "=" || test.value.plusMinus !== undefined) return test && numbersOfTest(test);
  const { number, unit, start } = test.value;
  const [, whole = "", decimals = "", exponent = "0"] =
    /^[+-]?(\d*)\.?(\d*)(?:e([+-]?\d+))?/i.exec(item.text.slice(start, start + 40).replace("−", "-")) ?? [];
  if (whole === "" && decimals === "") return { region: between(number, number), unit };
  const half = 0.5 * 10 ** (Number(exponent) - decimals.length);
  return { region: between(number - half, number + half), unit };
}
