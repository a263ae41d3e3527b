import { disagreementsOf, type Place, statementsOf } from "../evidence/disagreements.ts";
import { quantityText } from "../evidence/quantity.ts";
import { written } from "../model/meaning.ts";
import { defineRule, severity } from "./define.ts";

export const numbersDisagree = defineRule({
  code: "numbers-disagree",
  title: "Numbers of one quantity that cannot both be right",
  reach: "linked",
  severity: severity("i/w/w"),
  check({ item, uri, snapshot, report }) {
    for (const name of new Set(statementsOf({ uri, item }).map(({ quantity }) => quantity.name))) {
      for (const { first, second } of disagreementsOf(item, name, snapshot)) {
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
