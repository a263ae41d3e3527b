import type { CriterionReport, ObservationReport } from "../evidence/verdict.ts";
import { brokenLines, KnownQuantities } from "../evidence/verdict-criteria.ts";
import { verdictOn } from "../evidence/verdict-kept.ts";
import type { PredictionMeaning } from "../model/meaning.ts";
import { defineRule, quote, type RuleContext, severity } from "./define.ts";
import { bareNumbers } from "./stated-units.ts";

export const observationNotComparable = defineRule({
  code: "observation-not-comparable",
  title: "An observation of something else than is expected",
  reach: "outward",
  items: ["prediction"],
  severity: severity("i/w/w"),
  check(context) {
    const { meaning, uri, snapshot, report } = context;
    if (meaning.kind !== "prediction" || meaning.observed.length === 0) return;
    const { observations, criteria } = verdictOn(meaning, uri, snapshot);
    if (!criteria.some(isNumeric)) return;
    for (const observation of observations) {
      if (observation.comparable || observation.pending || observation.form === "statement") continue;
      if (isFoundElsewhere(observation, meaning, context)) continue;
      report({
        span: observation.node,
        message: `This counts neither for nor against the prediction ${quote(meaning.id?.text ?? "")}: ${observation.reason}.`,
      });
    }
  },
});

const isNumeric = ({ form }: CriterionReport): boolean => form !== "statement" && form !== "unclear";

/** Whether another rule says already what is wrong with it. */
function isFoundElsewhere({ node, result }: ObservationReport, meaning: PredictionMeaning, { uri, snapshot }: RuleContext): boolean {
  const { from } = result;
  return (
    brokenLines(meaning).has(result) ||
    (!node.quantity && new KnownQuantities(meaning).names.length > 1) ||
    (node.data !== undefined && (snapshot.data(uri, node.data)?.problems.length ?? 0) > 0) ||
    (from?.kind === "name" && !snapshot.declarations(from.text).some(({ word }) => word === "evidence" || word === "model")) ||
    bareNumbers(meaning).some(({ said }) => said.node === node)
  );
}
