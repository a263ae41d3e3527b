import { rank } from "../evidence/ladder.ts";
import type { Strength } from "../model/meaning.ts";
import { assertedBy, type LinkedSentence, linkedSentences, wordingOfSentence } from "../prose/sentences.ts";
import type { Wording } from "../prose/wording.ts";
import type { Span } from "../text.ts";
import { calledClaim, claimSpan } from "./claim-support.ts";
import { defineRule, type Fix, quote, severity } from "./define.ts";

export const overclaim = defineRule({
  code: "overclaim",
  title: "A sentence that says more than the claim it states",
  reach: "linked",
  items: [],
  severity: severity("w/w/e"),
  check() {},
  checkHost({ source, snapshot, report }) {
    for (const sentence of linkedSentences(source, snapshot)) {
      const wording = wordingOfSentence(sentence, snapshot);
      if (!wording) continue;
      const asserted = assertedBy(sentence, snapshot);
      const words = quote(sentence.text.slice(wording.span.start, wording.span.end));
      const related = [
        {
          uri: sentence.declaration.uri,
          item: sentence.claim.item,
          span: sentence.claim.strength ?? claimSpan(sentence.claim),
          message: "what the claim asserts",
        },
      ];
      if (sentence.claim.negated) {
        report({
          span: wording.hostSpan,
          message: `Unexpected ${words}: the claim ${calledClaim(sentence.claim)} denies what the sentence asserts, expected a sentence that denies it too.`,
          related,
        });
      } else if (rank(wording.strength) > rank(asserted)) {
        report({
          span: wording.hostSpan,
          message: `Unexpected ${words}, which says that the claim ${calledClaim(sentence.claim)} is ${wording.strength}, expected wording that is no more than ${asserted}, such as ${quote(wordingFor(asserted))}.`,
          related,
          fixes: weaker(wording, wording.hostSpan, asserted, sentence),
        });
      }
    }
  },
});

/** Words that go with a strength, for people to see what is meant. */
const wordingFor = (strength: Strength): string =>
  ({ analogy: "is analogous to", functional: "acts as", mechanistic: "implements", literal: "is" })[strength];

/** The sentence with weaker words, where one verb can stand for another as it is. */
function weaker({ entry, span }: Wording, hostSpan: Span, asserted: Strength, { text }: LinkedSentence): readonly Fix[] {
  const instead = entry
    ? entry.instead?.[asserted]
    : (copulaInstead[text.slice(span.start, span.end).toLowerCase()]?.[asserted] ?? undefined);
  if (instead === undefined) return [];
  const written = text.slice(span.start, span.end);
  const plural = /(?:^are\b|[^s]$)/.test(written.toLowerCase()) && !/[\u4e00-\u9fff]/.test(written);
  const words =
    plural && !/ by$/.test(written)
      ? instead
          .replace(/^is /, "are ")
          .replace(/^acts /, "act ")
          .replace(/^does /, "do ")
      : instead;
  return [{ title: `Write ${quote(words)}`, edits: [{ span: hostSpan, text: words }] }];
}

const copulaInstead: Readonly<Record<string, Partial<Record<Strength, string>>>> = {
  is: { analogy: "is analogous to", functional: "acts as", mechanistic: "implements" },
  are: { analogy: "are analogous to", functional: "act as", mechanistic: "implement" },
  是: { analogy: "类似于", functional: "充当" },
};
