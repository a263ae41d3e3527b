import { KnownQuantities } from "../evidence/verdict-criteria.ts";
import type { CriterionNode } from "../syntax/tree.ts";
import { defineRule, oneOf, quote, severity } from "./define.ts";

/** How many names are offered and spelt out. */
const MOST_NAMES = 4;

export const quantityUnnamed = defineRule({
  code: "quantity-unnamed",
  title: "A number of which of the quantities?",
  reach: "local",
  items: ["prediction"],
  severity: severity("w/w/w"),
  check({ meaning, report }) {
    if (meaning.kind !== "prediction") return;
    const { names } = new KnownQuantities(meaning);
    if (names.length < 2) return;
    const observed = meaning.observed.flatMap(({ criteria }) => criteria);
    const criteria = [...[...meaning.expects, ...meaning.falsifiedIf].flatMap((result) => result.criteria), ...observed];
    for (const criterion of criteria) {
      if (criterion.quantity || !saysNumber(criterion)) continue;
      const { start } = criterion;
      report({
        span: criterion,
        message: `Of which quantity? The prediction speaks of ${names.length}, expected ${oneOf(names.slice(0, MOST_NAMES).map(quote))} before it.`,
        fixes: names.slice(0, MOST_NAMES).map((name) => ({
          title: `Name it ${quote(name)}`,
          edits: [{ span: { start, end: start }, text: `"${name}" ` }],
        })),
      });
    }
  },
});

const saysNumber = ({ test, data }: CriterionNode): boolean => test !== undefined || data !== undefined;
