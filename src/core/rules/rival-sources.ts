import { isClaim } from "../model/meaning.ts";
import { claimSpan } from "./claim-support.ts";
import { calledOthers, conflictsOfForm, relatedClaim, relationFixes, writtenSide } from "./claims-together.ts";
import { defineRule, severity } from "./define.ts";

export const rivalSources = defineRule({
  code: "rival-sources",
  title: "Versions of one source that say different things",
  reach: "linked",
  items: ["claim"],
  severity: severity("i/i/w"),
  check(context) {
    const { meaning, uri } = context;
    if (!isClaim(meaning)) return;
    const found = conflictsOfForm(context, "versions");
    const [first] = found;
    if (!first?.cites) return;
    const [ours, theirs] = first.cites;
    const others = found.map(({ other }) => other);
    const here = { uri, claim: meaning };
    context.report({
      span: claimSpan(meaning),
      message: `The source @${ours.key} says of ${writtenSide(here, first.own.left)} in ${ours.version} what it does not say in ${theirs.version}: ${said(meaning.negated)}${writtenSide(here, first.own.right)} here, ${said(first.other.claim.negated)}${writtenSide(first.other, first.others.right)} by ${calledOthers(others)}; expected a clause that tells them apart, such as: rivals.`,
      related: others.map(relatedClaim),
      fixes: (now) => relationFixes(now, first.other, "rivals", "contrasts with"),
    });
  },
});

const said = (negated: boolean): string => (negated ? "not " : "");
