import { isClaim } from "../model/meaning.ts";
import { claimSpan } from "./claim-support.ts";
import { calledOthers, conflictsOfForm, facetFix, relatedClaim, relationFixes, writtenSide } from "./claims-together.ts";
import { defineRule, severity } from "./define.ts";

export const rivalTargets = defineRule({
  code: "rival-targets",
  title: "One part with several roles at one level",
  reach: "linked",
  items: ["claim"],
  severity: severity("i/w/w"),
  check(context) {
    const { meaning, uri } = context;
    if (!isClaim(meaning)) return;
    const found = conflictsOfForm(context, "roles");
    const [first] = found;
    if (!first) return;
    const others = found.map(({ other }) => other);
    const here = { uri, claim: meaning };
    context.report({
      span: claimSpan(meaning),
      message: `Unexpected second role of ${writtenSide(here, first.own.left)}: ${writtenSide(here, first.own.right)} here, ${writtenSide(first.other, first.others.right)} by ${calledOthers(others)}; expected different facets, different levels, or a clause such as: rivals.`,
      related: others.map(relatedClaim),
      fixes: (now) => [...relationFixes(now, first.other, "rivals", "contrasts with"), facetFix(now)],
    });
  },
});
