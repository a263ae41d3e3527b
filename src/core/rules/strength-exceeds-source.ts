import { rank } from "../evidence/ladder.ts";
import { assertedStrength, inherited } from "../evidence/standing.ts";
import { type ClaimMeaning, isClaim, meaningOf, type SourceMeaning, type Strength } from "../model/meaning.ts";
import type { Declaration, Snapshot } from "../model/snapshot.ts";
import type { Cite } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { defineRule, quote, type Related, severity } from "./define.ts";

export const strengthExceedsSource = defineRule({
  code: "strength-exceeds-source",
  title: "More strength than the cited source allows",
  reach: "linked",
  items: ["claim", "mapping"],
  severity: severity("w/w/e"),
  check({ meaning, snapshot, report, item }) {
    // a denial does not ascribe the strength that it denies
    if (!isClaim(meaning) || meaning.negated) return;
    const { strength } = assertedStrength(meaning, snapshot);
    const seen = new Set<string>();
    for (const { cite, span, how } of citesOf(meaning, snapshot)) {
      if (seen.has(cite.key)) continue;
      for (const declaration of snapshot.sources(cite.key)) {
        const source = meaningOf(declaration.item);
        if (source.kind !== "source" || !source.allows?.known || !sameVersion(cite, source)) continue;
        const allowed = source.allows.text as Strength;
        if (rank(strength) <= rank(allowed)) continue;
        seen.add(cite.key);
        const reason = source.allowsReason ? `: ${quote(source.allowsReason.value)}` : "";
        report({
          span: meaning.strength ?? span ?? item.header,
          message: `Unexpected strength ${quote(strength)}, expected at most ${quote(allowed)}, which is what @${cite.key}, ${how}, allows${reason}.`,
          related: [relatedTo(source, declaration)],
          fixes: meaning.strength ? [{ title: `Lower to ${quote(allowed)}`, edits: [{ span: meaning.strength, text: allowed }] }] : [],
        });
        break;
      }
    }
  },
});

interface Ascription {
  readonly cite: Cite;
  /** Where in the claim; undefined where a family or a piece of evidence says so. */
  readonly span: Span | undefined;
  readonly how: string;
}

/** Whoever is said to state the claim, and whoever is cited in its support. */
function* citesOf(claim: ClaimMeaning, snapshot: Snapshot): IterableIterator<Ascription> {
  const statedIn = inherited(claim, snapshot, (entry) => (entry.statedIn.length > 0 ? entry.statedIn : undefined));
  for (const { citation } of statedIn?.value ?? []) {
    for (const cite of citation.cites) yield { cite, span: statedIn?.own ? citation : undefined, how: "which is said to state it" };
  }
  for (const { stance, node } of claim.evidence) {
    if (stance !== "supports") continue;
    const how = "which is cited in its support";
    if (node.what.kind === "citation") for (const cite of node.what.cites) yield { cite, span: node.what, how };
    else if (node.what.kind === "name") {
      for (const { item } of snapshot.declarations(node.what.text)) {
        const named = meaningOf(item);
        if (named.kind === "evidence") for (const cite of named.citation?.cites ?? []) yield { cite, span: node.what, how };
      }
    }
  }
}

/** What is known of one version says nothing of another. */
const sameVersion = (cite: Cite, source: SourceMeaning): boolean =>
  cite.version === undefined || source.version === undefined || cite.version === source.version.text;

const relatedTo = (source: SourceMeaning, declaration: Declaration): Related => ({
  uri: declaration.uri,
  item: declaration.item,
  span: source.allows ?? declaration.item.header,
  message: "what the source allows",
});
