import type { Suppression } from "../suppressions.ts";
import { defineRule, quote, type Report, severity } from "./define.ts";

/** Found by the checker, which alone knows what all the others found. */
export const unusedSuppression = defineRule({
  code: "unused-suppression",
  title: "A suppression that silences nothing",
  reach: "linked",
  items: [],
  severity: severity("i/w/w"),
  keepsHouse: true,
  check() {},
});

/** The finding on one of the rules that a suppression names. */
export function unusedReport({ rules, span, whole, reach }: Suppression, rule: Suppression["rules"][number]): Report {
  const place = { line: "on this line", clause: "in the clause that follows", item: "in what follows", document: "in this document" }[
    reach
  ];
  return {
    span: rules.length === 1 ? span : rule,
    message: `Unexpected suppression: ${quote(rule.code)} finds nothing ${place}. Expected none, so that nothing is hidden later.`,
    fixes: [{ title: "Take the suppression away", edits: [{ span: rules.length === 1 ? whole : withComma(rules, rule), text: "" }] }],
  };
}

/** A rule among others, with what parts it from them. */
function withComma(rules: Suppression["rules"], rule: Suppression["rules"][number]): { start: number; end: number } {
  const index = rules.indexOf(rule);
  const next = rules[index + 1];
  return next ? { start: rule.start, end: next.start } : { start: rules[index - 1]?.end ?? rule.start, end: rule.end };
}
