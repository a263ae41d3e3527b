import { disputesOf } from "../evidence/disputes.ts";
import { calledClaim, isSaid, weighedClaim } from "./claim-support.ts";
import { addClause, defineRule, severity } from "./define.ts";

export const unansweredDispute = defineRule({
  code: "unanswered-dispute",
  title: "A dispute that nothing answers",
  reach: "linked",
  items: ["claim"],
  severity: severity("i/w/w"),
  check(context) {
    const weighed = weighedClaim(context);
    if (!weighed) return;
    const { claim, assessment } = weighed;
    // a doubt of the writer's own, or a work known only by its title, is not yet a case to answer
    const { live: disputes } = disputesOf(assessment.evidence);
    const [first] = disputes;
    if (!first) return;
    if ([...claim.because, ...claim.notes].some(({ value }) => isSaid(value))) return;
    const count = disputes.length === 1 ? "The dispute" : `Each of the ${disputes.length} disputes`;
    context.report({
      span: first.use.node.what,
      message: `${count} of the claim ${calledClaim(claim)} stands unanswered, expected “qualified by” with what it limits, or “because” or “note” with why the claim holds all the same.`,
      fixes: [
        { title: "Add a line for what limits the claim", edits: [addClause(context.item, 'qualified by [@key] "what it limits"')] },
        { title: "Add a line for an answer of your own", edits: [addClause(context.item, 'because "…"')] },
      ],
    });
  },
});
