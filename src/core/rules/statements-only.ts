import { measurements } from "../evidence/ladder.ts";
import { kindOfClaim } from "../evidence/standing.ts";
import { calledClaim, isOfType, supportFixes, supportStub, typeSpan, weighedClaim } from "./claim-support.ts";
import { defineRule, severity } from "./define.ts";

/** What may stand beside statements, those that help most first. */
const findings: readonly string[] = [...measurements, "model_data_comparison", "simulation", "theory_derivation", "analogy_structural"];

export const statementsOnly = defineRule({
  code: "statements-only",
  title: "Support that is only what others say",
  reach: "linked",
  items: ["claim"],
  severity: severity("i/w/w"),
  check(context) {
    const weighed = weighedClaim(context);
    if (!weighed) return;
    const { claim, assessment, support } = weighed;
    const [first] = support;
    // the claims that a composite consists of may well have earned something
    if (!first || assessment.earned !== undefined || !support.every((piece) => isOfType(piece, ["statement"]))) return;
    const isProved = assessment.formal || kindOfClaim(claim, context.snapshot) === "theorem";
    const type = isProved ? "theory_derivation" : "anatomy";
    context.report({
      span: typeSpan(first.use),
      message: `Only ${support.length === 1 ? "a statement supports" : "statements support"} the claim ${calledClaim(claim)}, expected also ${
        isProved ? "a derivation" : "a finding"
      }, such as: supported by [@key] ${type} "what it shows".`,
      // who asserts more than an analogy asserts more than the evidence earns; a denial asserts least
      ...(claim.negated ? { severity: severity("-/i/w") } : assessment.asserted !== "analogy" && { severity: severity("i/w/e") }),
      fixes: (now) => [...supportFixes(claim, now, isProved ? ["theory_derivation"] : findings), supportStub(now.item, type)],
    });
  },
});
