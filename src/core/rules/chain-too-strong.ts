import { rank } from "../evidence/ladder.ts";
import { assertedStrength, hasSupport, partsOfClaim } from "../evidence/standing.ts";
import type { PlacedClaim } from "../model/conflicts.ts";
import { type ClaimMeaning, isClaim, meaningOf, type Strength, strengths } from "../model/meaning.ts";
import { pairingsOf } from "../model/pairings.ts";
import { calledClaim, claimSpan } from "./claim-support.ts";
import { relatedClaim } from "./claims-together.ts";
import { addClause, defineRule, quote, type RuleContext, severity } from "./define.ts";

export const chainTooStrong = defineRule({
  code: "chain-too-strong",
  title: "A chain that is stronger than its weakest link",
  reach: "linked",
  items: ["claim"],
  severity: severity("w/w/e"),
  check({ item, meaning, uri, snapshot, names, report }) {
    // what has evidence of its own does not hang on the chain
    if (!isClaim(meaning) || meaning.kind === "mapping" || meaning.negated || hasSupport(meaning)) return;
    const links = linksOf({ uri, claim: meaning }, snapshot);
    const [pairing, ...others] = links.length < 2 ? [] : pairingsOf(meaning, names);
    if (!pairing || others.length > 0) return;
    const { strength } = assertedStrength(meaning, snapshot);
    const holds = [...strengths].reverse().find((least) => joins(pairing.left.key, pairing.right.key, links, least));
    if (holds === undefined || rank(holds) >= rank(strength)) return;
    const weakest = links.filter((link) => link.strength === holds);
    const [first] = weakest;
    report({
      span: meaning.strength ?? claimSpan(meaning),
      message: `Unexpected strength ${quote(strength)} of a chain, expected at most ${quote(holds)}, that of its weakest link${first ? ` ${calledClaim(first.claim)}` : ""}.`,
      related: links.slice(0, 10).map((link) => ({ ...relatedClaim(link), message: `a link: ${link.strength}` })),
      fixes: meaning.strength
        ? [{ title: `Lower to ${quote(holds)}`, edits: [{ span: meaning.strength, text: holds }] }]
        : [{ title: `Add ${quote(`strength ${holds}`)}`, edits: [addClause(item, `strength ${holds}`)] }],
    });
  },
});

interface Link extends PlacedClaim {
  readonly strength: Strength;
  readonly ends: readonly (readonly [string, string])[];
}

/** The claims that this one assumes or consists of, each as what it joins. */
function linksOf(claim: PlacedClaim, snapshot: RuleContext["snapshot"]): readonly Link[] {
  const assumed = claim.claim.relations.flatMap(({ relation, target }) =>
    relation === "assumes" ? snapshot.declarations(target.text) : [],
  );
  const found = new Map<ClaimMeaning, string>();
  for (const { uri, item } of assumed) {
    const meaning = meaningOf(item);
    if (isClaim(meaning)) found.set(meaning, uri);
  }
  for (const part of partsOfClaim(claim.claim, snapshot)) found.set(part.claim, part.uri);
  found.delete(claim.claim);
  return [...found].flatMap(([link, uri]): Link[] => {
    if (link.negated || link.kind === "mapping") return [];
    const ends = pairingsOf(link, snapshot.names(uri)).map(({ left, right }) => [left.key, right.key] as const);
    return [{ uri, claim: link, strength: assertedStrength(link, snapshot).strength, ends }];
  });
}

/** Whether links of at least this strength lead from one end to the other, by way of something between. */
function joins(from: string, to: string, links: readonly Link[], least: Strength): boolean {
  const steps = links.filter(({ strength }) => rank(strength) >= rank(least)).flatMap(({ ends }) => ends);
  const reached = new Map<string, number>([[from, 0]]);
  for (const [place, length] of reached) {
    for (const [a, b] of steps) {
      const next = a === place ? b : b === place ? a : undefined;
      if (next === undefined || reached.has(next) || (length === 0 && next === to)) continue;
      if (next === to) return true;
      reached.set(next, length + 1);
    }
  }
  return false;
}
