import { citesIn } from "../model/citations.ts";
import { meaningOf } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type LinkedSentence, linkedSentences } from "../prose/sentences.ts";
import { calledClaim, claimSpan } from "./claim-support.ts";
import { defineRule, severity } from "./define.ts";

export const citationNotInClaim = defineRule({
  code: "citation-not-in-claim",
  title: "A sentence that cites a work which the claim does not know",
  reach: "linked",
  items: [],
  severity: severity("h/h/h"),
  check() {},
  checkHost({ source, snapshot, report }) {
    if (source.citations.length === 0) return;
    for (const sentence of linkedSentences(source, snapshot)) {
      const { anchor, claim, declaration } = sentence;
      const cited = source.citations.filter(
        ({ span, unsure }) => !unsure && anchor.text.start <= span.start && span.end <= anchor.text.end,
      );
      const known = cited.length > 0 ? worksOf(sentence, snapshot) : undefined;
      for (const { key, span } of cited) {
        if (known?.has(key)) continue;
        report({
          span,
          message: `The sentence cites @${key} for the claim ${calledClaim(claim)}, which does not, expected it under “stated in”, “supported by” or “disputed by” there.`,
          related: [{ uri: declaration.uri, item: claim.item, span: claimSpan(claim), message: "the claim" }],
        });
      }
    }
  },
});

/** The works that a claim cites, itself, by its named evidence, or through its family. */
function worksOf({ claim }: LinkedSentence, snapshot: Snapshot): ReadonlySet<string> {
  const keys = new Set(citesIn(claim.item).map(({ key }) => key));
  const named = claim.evidence.flatMap(({ node }) => (node.what.kind === "name" ? [node.what.text] : []));
  const families = claim.relations.filter(({ relation }) => relation === "belongs to").map(({ target }) => target.text);
  for (const id of [...named, ...families]) {
    for (const { item } of snapshot.declarations(id))
      if (meaningOf(item).kind !== "nothing") for (const { key } of citesIn(item)) keys.add(key);
  }
  return keys;
}
