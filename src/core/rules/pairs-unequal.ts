import { isClaim } from "../model/meaning.ts";
import { isPairwise } from "../model/pairings.ts";
import type { EndListNode } from "../syntax/tree.ts";
import { defineRule, quote, severity } from "./define.ts";

export const pairsUnequal = defineRule({
  code: "pairs-unequal",
  title: "Lists that cannot be read pair by pair",
  reach: "local",
  items: ["claim", "mapping"],
  severity: severity("e/e/e"),
  check({ meaning, report }) {
    if (!isClaim(meaning) || !isPairwise(meaning)) return;
    const left = meaning.left?.list;
    const right = meaning.right?.list;
    if (!left || !right) return;
    const either = [left, right].find(({ join }) => join === "any");
    if (either) {
      report({
        span: either,
        message: `Unexpected “or” beside ${quote("each")}, expected a list with commas: the first of one side goes with the first of the other.`,
      });
    } else if (left.ends.length !== right.ends.length) {
      const each = left.join === "each" ? left : right;
      const other = each === left ? right : left;
      report({
        span: other,
        message: `Unexpected ${counted(other)} beside ${counted(each)} after ${quote("each")}, expected as many on either side: the first goes with the first, and so on.`,
      });
    }
  },
});

const counted = ({ ends }: EndListNode): string => (ends.length === 1 ? "one end" : `${ends.length} ends`);
