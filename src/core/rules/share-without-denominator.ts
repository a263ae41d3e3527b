import { nodesOf } from "../syntax/item-nodes.ts";
import type { CriterionNode, Item, QuantityNode } from "../syntax/tree.ts";
import { defineRule, quote, severity } from "./define.ts";

/** Words by which a quantity calls itself a share of something. A change by some per cent is none. */
const shareWords = /\b(?:share|fraction|proportion|percentage|portion)s?\b|份额|占比|比例/i;

export const shareWithoutDenominator = defineRule({
  code: "share-without-denominator",
  title: "A share of what?",
  reach: "local",
  severity: severity("w/w/e"),
  check({ item, report }) {
    const quantities = quantitiesOf(item);
    // what a share is of is said once and holds for every mention of the same quantity in the item
    const said = new Set(quantities.filter((entry) => entry.denominator?.kind === "text").map((entry) => entry.name.value));
    const open = new Set(quantities.filter((entry) => entry.denominator?.kind === "open").map((entry) => entry.name.value));
    for (const quantity of quantities) {
      const name = quantity.name.value;
      if (!shareWords.test(name) || said.has(name)) continue;
      if (quantity.denominator === undefined && open.has(name)) continue;
      said.add(name);
      if (quantity.denominator?.kind === "open") {
        report({
          span: quantity,
          message: `The share ${quote(name)} has no denominator, because its source does not say; it cannot be compared with other shares.`,
          atMost: "information",
        });
      } else {
        const { end } = quantity.name;
        report({
          span: quantity.name,
          message: `The share ${quote(name)} has no denominator, expected: of "what it is a share of", or “of ?” where the source does not say.`,
          fixes: [
            { title: "Say that the source does not say", edits: [{ span: { start: end, end }, text: " of ?" }] },
            { title: "Add a denominator", edits: [{ span: { start: end, end }, text: ' of "all synapses on …"' }] },
          ],
        });
      }
    }
  },
});

const quantitiesOf = (item: Item): readonly QuantityNode[] =>
  nodesOf(item).criteria.flatMap((node) => (hasNumber(node) && node.quantity ? [node.quantity] : []));

/** A quantity that is only spoken of, without a test, asserts no number. */
const hasNumber = (criterion: CriterionNode): boolean => criterion.test !== undefined;
