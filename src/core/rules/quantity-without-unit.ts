import { written } from "../model/meaning.ts";
import { defineRule, quote, severity } from "./define.ts";
import { bareNumbers } from "./stated-units.ts";

export const quantityWithoutUnit = defineRule({
  code: "quantity-without-unit",
  title: "A number without its unit",
  reach: "local",
  severity: severity("i/w/w"),
  check({ meaning, item, report }) {
    for (const { said, unit } of bareNumbers(meaning)) {
      const { end } = said.test;
      const name = quote(said.quantity.name);
      const expected =
        unit === undefined ? "a unit after it, since its name calls for one" : `${quote(unit)} after it, or another unit of the same kind`;
      report({
        span: said.test,
        message: `The number ${quote(written(item, said.test))} of ${name} has no unit, expected ${expected}.`,
        fixes: unit === undefined ? [] : [{ title: `Add ${quote(unit)}`, edits: [{ span: { start: end, end }, text: ` ${unit}` }] }],
      });
    }
  },
});
