import { isClaim } from "../model/meaning.ts";
import { claimSpan } from "./claim-support.ts";
import { calledOthers, conflictsOfForm, relatedClaim, relationFixes, writtenSide } from "./claims-together.ts";
import { defineRule, severity } from "./define.ts";

export const contradictoryClaims = defineRule({
  code: "contradictory-claims",
  title: "A claim that another one denies",
  reach: "linked",
  items: ["claim"],
  severity: severity("w/w/e"),
  check(context) {
    const { meaning, uri } = context;
    if (!isClaim(meaning)) return;
    const found = conflictsOfForm(context, "contradictory");
    const [first] = found;
    if (!first) return;
    const others = found.map(({ other }) => other);
    const here = { uri, claim: meaning };
    const ends = `${writtenSide(here, first.own.left)} as ${writtenSide(here, first.own.right)}`;
    const said = meaning.negated ? `that denies ${ends}` : `that asserts ${ends}`;
    const there = meaning.negated ? "asserts" : "denies";
    context.report({
      span: claimSpan(meaning),
      message: `Unexpected claim ${said}, which ${calledOthers(others)} ${there}; expected one of them, other scopes, levels or facets, or a clause that says how they stand to each other, such as: rivals.`,
      related: others.map(relatedClaim),
      fixes: (now) => relationFixes(now, first.other, "rivals", "critiques"),
    });
  },
});
