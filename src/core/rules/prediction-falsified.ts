import { claimsPredicting, verdictOn } from "../evidence/verdict-kept.ts";
import { calledClaim, claimSpan } from "./claim-support.ts";
import { defineRule, quote, severity } from "./define.ts";

export const predictionFalsified = defineRule({
  code: "prediction-falsified",
  title: "A prediction that what was observed shows wrong",
  reach: "outward",
  items: ["prediction"],
  severity: severity("w/e/e"),
  check({ meaning, item, uri, snapshot, report }) {
    if (meaning.kind !== "prediction" || meaning.observed.length === 0) return;
    const { verdict, reason, observations } = verdictOn(meaning, uri, snapshot);
    if (verdict !== "falsified") return;
    const id = meaning.id?.text;
    const claims = id === undefined ? [] : [...claimsPredicting(id, snapshot)];
    const which = claims.length === 1 && claims[0] ? `the claim ${calledClaim(claims[0].claim)}` : `${claims.length} claims`;
    report({
      span: observations.find(({ lies }) => lies === "failing")?.result ?? meaning.id ?? item.header,
      message: `The prediction ${quote(id ?? "")} is falsified${claims.length > 0 ? `, and with it ${which}` : ""}: ${sentence(reason)}`,
      related: claims.map(({ claim, ...mention }) => ({
        ...mention,
        span: claimSpan(claim),
        message: `${calledClaim(claim)} predicts it`,
      })),
    });
  },
});

/** A sentence that goes on after a colon. */
const sentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
