import { measurements } from "../evidence/ladder.ts";
import type { WeighedEvidence } from "../evidence/standing.ts";
import { type ClaimScope, scopeOfClaim } from "../scope/in-document.ts";
import { kindOf } from "../scope/read.ts";
import type { ScopeNode } from "../syntax/tree.ts";
import { isOfBrain } from "../syntax/vocabulary.ts";
import { calledClaim, claimSpan, evidenceItem, isOfType, partsOf, weighedClaim } from "./claim-support.ts";
import { addClause, defineRule, type FixContext, quote, severity } from "./define.ts";

export const scopeMissing = defineRule({
  code: "scope-missing",
  title: "Measurements without the species or area that the claim is about",
  reach: "linked",
  items: ["claim"],
  severity: severity("-/i/w"),
  check(context) {
    const weighed = weighedClaim(context);
    if (!weighed) return;
    const { claim, support } = weighed;
    const measured = support.filter((piece) => isOfType(piece, measurements));
    const parts = partsOf(claim, context);
    if (measured.length === 0 || !parts.some(({ kind }) => isOfBrain(kind))) return;
    const scope = scopeOfClaim(claim, context.uri, context.snapshot);
    const lacking = [
      ...(says(scope, "species") ? [] : ["species"]),
      ...(says(scope, "area") || parts.some(({ kind }) => kind === "area") ? [] : ["area"]),
    ];
    if (lacking.length === 0) return;
    const proposed = measured.flatMap((piece) => writtenScope(piece, context) ?? [])[0];
    context.report({
      span: claim.scope ?? claimSpan(claim),
      message: `The claim ${calledClaim(claim)} is supported by measurements and names no ${lacking.join(" and no ")}, expected a scope, such as: scope ${proposed ?? (lacking.length > 1 ? "cat V1" : lacking[0] === "species" ? "macaque" : "V1")}.`,
      fixes:
        proposed !== undefined && !claim.scope
          ? [{ title: `Add ${quote(`scope ${proposed}`)}, as its evidence says`, edits: [addClause(context.item, `scope ${proposed}`)] }]
          : [],
    });
  },
});

/** Whether every alternative of a scope names something of this kind. */
const says = (scope: ClaimScope | undefined, kind: string): boolean =>
  scope?.alternatives.every((alternative) => alternative.some((reading) => kindOf(reading) === kind)) ?? false;

/** The scope of a piece of evidence, as written. */
function writtenScope({ use }: WeighedEvidence, { item, snapshot }: FixContext): string | undefined {
  const text = (node: ScopeNode | undefined, of: string): string | undefined => node && of.slice(node.start, node.end).replace(/\s+/g, " ");
  const own = text(use.node.scope, item.text);
  if (own !== undefined) return own;
  const named = evidenceItem(use, snapshot);
  return named && text(named.meaning.scope, named.item.text);
}
