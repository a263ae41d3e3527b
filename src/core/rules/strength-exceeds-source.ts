import { rank } from "../evidence/ladder.ts";
import { assertedStrength, inherited } from "../evidence/standing.ts";
import { isClaim, meaningOf, type SourceMeaning, type Strength } from "../model/meaning.ts";
import type { Declaration } from "../model/snapshot.ts";
import { defineRule, quote, type Related, severity } from "./define.ts";

export const strengthExceedsSource = defineRule({
  code: "strength-exceeds-source",
  title: "More strength than the cited source allows",
  reach: "linked",
  severity: severity("w/w/e"),
  check({ meaning, snapshot, report, item }) {
    // a denial does not ascribe the strength that it denies
    if (!isClaim(meaning) || meaning.negated) return;
    const { strength } = assertedStrength(meaning, snapshot);
    const statedIn = inherited(meaning, snapshot, (claim) => (claim.statedIn.length > 0 ? claim.statedIn : undefined));
    for (const { citation } of statedIn?.value ?? []) {
      for (const { key } of citation.cites) {
        for (const declaration of snapshot.sources(key)) {
          const source = meaningOf(declaration.item);
          if (source.kind !== "source" || !source.allows?.known) continue;
          const allowed = source.allows.text as Strength;
          if (rank(strength) <= rank(allowed)) continue;
          const reason = source.allowsReason ? `: ${quote(source.allowsReason.value)}` : "";
          report({
            span: meaning.strength ?? (statedIn?.own ? citation : item.header),
            message: `This claim asserts ${strength}, but @${key}, which is said to state it, allows at most ${allowed}${reason}.`,
            related: [relatedTo(source, declaration)],
            fixes: meaning.strength ? [{ title: `Lower to ${quote(allowed)}`, edits: [{ span: meaning.strength, text: allowed }] }] : [],
          });
        }
      }
    }
  },
});

const relatedTo = (source: SourceMeaning, declaration: Declaration): Related => ({
  uri: declaration.uri,
  item: declaration.item,
  span: source.allows ?? declaration.item.header,
  message: "what the source allows",
});
