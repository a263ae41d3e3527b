import { verdictOn } from "../evidence/verdict-kept.ts";
import { defineRule, quote, severity } from "./define.ts";

export const predictionUndecided = defineRule({
  code: "prediction-undecided",
  title: "A prediction that what was observed does not decide",
  reach: "outward",
  items: ["prediction"],
  severity: severity("i/i/i"),
  check({ meaning, item, uri, snapshot, report }) {
    if (meaning.kind !== "prediction" || meaning.observed.length === 0) return;
    const { verdict, reason, pending } = verdictOn(meaning, uri, snapshot);
    if (verdict !== "undecided" || pending) return;
    report({
      span: meaning.id ?? item.header,
      message: `The prediction ${quote(meaning.id?.text ?? "")} is undecided: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    });
  },
});
