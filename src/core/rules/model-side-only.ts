import { measurements, rank } from "../evidence/ladder.ts";
import type { WeighedEvidence } from "../evidence/standing.ts";
import { typeWords } from "../evidence/type-words.ts";
import { isOfBrain } from "../syntax/vocabulary.ts";
import { calledClaim, isOfType, partsOf, supportFixes, supportStub, typeSpan, weighedClaim } from "./claim-support.ts";
import { defineRule, oneOf, severity } from "./define.ts";

/** Types of evidence that are about a model, and not yet about the brain. */
const modelSide: readonly string[] = ["simulation", "theory_derivation"];
/** Types that measure nothing on either side. */
const neither: readonly string[] = ["statement", "analogy_structural"];

export const modelSideOnly = defineRule({
  code: "model-side-only",
  title: "A mechanism of the brain that only a model supports",
  reach: "linked",
  items: ["claim"],
  severity: severity("i/w/w"),
  check(context) {
    const weighed = weighedClaim(context);
    if (!weighed || weighed.claim.negated || rank(weighed.assessment.asserted) < rank("mechanistic") || weighed.assessment.formal) return;
    const { claim, assessment, support } = weighed;
    if (!support.every((piece) => isOfModel(piece) || isOfType(piece, neither))) return;
    const ofModel = support.filter(isOfModel);
    const [first] = ofModel;
    if (!first || !partsOf(claim, context).some(({ kind }) => isOfBrain(kind))) return;
    const words = [...new Set(ofModel.map((piece) => piece.typeWord ?? "a model"))];
    context.report({
      span: typeSpan(first.use),
      message: `The ${assessment.asserted} claim ${calledClaim(claim)} is about the brain, and ${words.join(" and ")} about a model, expected also something measured: ${oneOf(typeWords(measurements))}.`,
      fixes: (now) => [...supportFixes(claim, now, measurements), supportStub(now.item, "anatomy")],
    });
  },
});

const isOfModel = (piece: WeighedEvidence): boolean => isOfType(piece, modelSide) || (piece.origin === "model" && piece.types.length === 0);
