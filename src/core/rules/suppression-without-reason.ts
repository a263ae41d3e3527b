import { proseSuppressions } from "../prose/suppressions.ts";
import { suppressionsOf } from "../suppressions.ts";
import { defineRule, severity } from "./define.ts";

export const suppressionWithoutReason = defineRule({
  code: "suppression-without-reason",
  title: "A finding that is silenced without a reason",
  reach: "local",
  severity: severity("w/w/e"),
  keepsHouse: true,
  checkHost({ source, report }) {
    for (const { span, rules, reason } of proseSuppressions(source))
      if (reason === "" && rules.length > 0) report({ span, message: lacking });
  },
  check({ item, report }) {
    for (const { span, rules, reason, tail } of suppressionsOf(item)) {
      if (reason !== undefined || rules.length === 0) continue;
      report({
        span,
        message: lacking,
        // who answers for it, and until when, stays
        fixes: [
          {
            title: "Give a reason",
            edits: [{ span: { start: rulesEnd(rules), end: tail?.start ?? span.end }, text: tail ? " -- … " : " -- …" }],
          },
        ],
      });
    }
  },
});

const lacking = "Nothing is said on why this is silenced, expected a reason after two dashes: -- reason.";

const rulesEnd = (rules: readonly { readonly end: number }[]): number => rules.at(-1)?.end ?? 0;
