import { compatibleUnits, unitText } from "../evidence/units.ts";
import { written } from "../model/meaning.ts";
import { defineRule, quote, severity } from "./define.ts";
import { numbersByQuantity } from "./stated-units.ts";

export const incompatibleUnits = defineRule({
  code: "incompatible-units",
  title: "One quantity in units that measure different things",
  reach: "local",
  severity: severity("e/e/e"),
  check({ meaning, item, report }) {
    for (const group of numbersByQuantity(meaning).values()) {
      // what was observed in another unit is not comparable, which is a finding of its own
      const withUnits = group.filter(({ numbers, observed }) => numbers.unit !== undefined && !observed);
      const [first, ...others] = withUnits;
      if (!first) continue;
      for (const { test, numbers, quantity } of others) {
        if (compatibleUnits(numbers.unit, first.numbers.unit)) continue;
        report({
          span: test,
          message: `Unexpected unit of ${quote(quantity.name)}: ${unitText(numbers.unit)}, expected one that compares with ${unitText(first.numbers.unit)}, as in ${quote(written(item, first.test))}.`,
        });
      }
    }
  },
});
