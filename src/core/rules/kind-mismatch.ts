import type { AtlasPart } from "../atlas/atlas.ts";
import { isClaim } from "../model/meaning.ts";
import { pairingsOf } from "../model/pairings.ts";
import { claimSpan } from "./claim-support.ts";
import { calledKind, calledOthers, conflictsOfForm, facetFix, relatedClaim, relationFixes, writtenSide } from "./claims-together.ts";
import { defineRule, quote, type RuleContext, severity } from "./define.ts";

export const kindMismatch = defineRule({
  code: "kind-mismatch",
  title: "Things of kinds that do not go together",
  reach: "linked",
  items: ["claim"],
  severity: severity("w/w/w"),
  check(context) {
    const { meaning, uri, report } = context;
    if (!isClaim(meaning) || meaning.kind === "mapping") return;
    if (!meaning.negated && meaning.facets.length === 0) for (const each of unlikePairs(context)) report(each);
    const found = conflictsOfForm(context, "kinds");
    const [first] = found;
    if (!first) return;
    const others = found.map(({ other }) => other);
    const [ours, theirs] = [first.own, first.others].map(({ right }) => calledKind(right.ends[0]?.part));
    report({
      span: claimSpan(meaning),
      message: `Unexpected roles of two kinds for ${writtenSide({ uri, claim: meaning }, first.own.left)}: ${ours} here, ${theirs} by ${calledOthers(others)}; expected a facet that says which aspect of it is meant.`,
      related: others.map(relatedClaim),
      fixes: (now) => [facetFix(now), ...relationFixes(now, first.other, "contrasts with", "rivals")],
    });
  },
});

/** What can be said of a claim by itself: a connection is no state, and what comes from another area is no self-attention. */
function* unlikePairs(
  context: RuleContext,
): IterableIterator<{ span: { start: number; end: number }; message: string; fixes: readonly ReturnType<typeof facetFix>[] }> {
  const { meaning, names } = context;
  if (!isClaim(meaning)) return;
  for (const { left, right } of pairingsOf(meaning, names)) {
    const from = left.ends.length === 1 ? left.ends[0] : undefined;
    const to = right.ends.length === 1 ? right.ends[0] : undefined;
    if (!from || !to || from.part === undefined || to.part === undefined) continue;
    const unlike = unlikeKinds(from.part, to.part) ?? unlikeKinds(to.part, from.part);
    if (unlike)
      yield {
        span: to.node,
        message: `Unexpected ${unlike}; expected a facet that says which aspect is meant.`,
        fixes: [facetFix(context)],
      };
  }
}

/** Kinds that say how things are at a time, not what joins them. */
const states: ReadonlySet<string> = new Set(["state", "age"]);

function unlikeKinds(pathway: AtlasPart, other: AtlasPart): string | undefined {
  if (pathway.kind !== "pathway") return undefined;
  if (states.has(other.kind ?? "")) return `${other.kind} ${quote(other.label)} for a pathway, ${quote(pathway.label)}`;
  if (other.id === "transformer:Self-attention" && comesFromElsewhere(pathway)) {
    return `Self-attention for ${quote(pathway.label)}, which comes from another area: in self-attention queries, keys and values are of one sequence, and what takes its queries from another is Cross-attention`;
  }
  return undefined;
}

/** A pathway that begins in an area as a whole joins areas. */
const comesFromElsewhere = ({ atlas, joins }: AtlasPart): boolean =>
  atlas === "cortex" && joins.some(({ parts, arrows }) => parts[0] === "area" && arrows[0] === "->");
