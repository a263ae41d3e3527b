import { rank } from "../evidence/ladder.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { SourceDocument } from "../model/source.ts";
import { type LinkedSentence, linkedSentences, wordingOfSentence } from "../prose/sentences.ts";
import type { Wording } from "../prose/wording.ts";
import { baseName } from "../uri.ts";
import { calledClaim } from "./claim-support.ts";
import { defineRule, quote, severity } from "./define.ts";

export const wordingDrift = defineRule({
  code: "wording-drift",
  title: "A claim that one sentence states more strongly than another",
  reach: "linked",
  items: [],
  severity: severity("-/i/w"),
  check() {},
  checkHost({ source, snapshot, report }) {
    for (const sentence of linkedSentences(source, snapshot)) {
      const wording = wordingOfSentence(sentence, snapshot);
      const weakest = wording && weakestOf(sentence, snapshot);
      if (!wording || !weakest || rank(wording.strength) <= rank(weakest.wording.strength)) continue;
      const { lines } = weakest.sentence.source;
      const place = `${baseName(weakest.sentence.source.uri)}, line ${lines.positionAt(weakest.sentence.anchor.text.start).line + 1}`;
      report({
        span: wording.hostSpan,
        message: `Unexpected ${quote(said(sentence, wording))} (${wording.strength}): elsewhere the claim ${calledClaim(sentence.claim)} is stated with ${quote(said(weakest.sentence, weakest.wording))} (${weakest.wording.strength}; ${place}), expected the same strength throughout.`,
      });
    }
  },
});

const said = ({ text }: LinkedSentence, { span }: Wording): string => text.slice(span.start, span.end);

interface Stated {
  readonly sentence: LinkedSentence;
  readonly wording: Wording;
}

/** The sentence anywhere in the project that says least of the claim. */
function weakestOf({ anchor: { id } }: LinkedSentence, snapshot: Snapshot): Stated | undefined {
  const known = weakestById.get(snapshot) ?? new Map<string, Stated | undefined>();
  weakestById.set(snapshot, known);
  if (!known.has(id)) known.set(id, findWeakest(id, snapshot));
  return known.get(id);
}

const weakestById = new WeakMap<Snapshot, Map<string, Stated | undefined>>();

function findWeakest(id: string, snapshot: Snapshot): Stated | undefined {
  let weakest: Stated | undefined;
  for (const uri of snapshot.anchoring(id)) {
    const source = snapshot.documents.get(uri) as SourceDocument;
    for (const sentence of linkedSentences(source, snapshot)) {
      if (sentence.anchor.id !== id) continue;
      const wording = wordingOfSentence(sentence, snapshot);
      if (wording && (!weakest || rank(wording.strength) < rank(weakest.wording.strength))) weakest = { sentence, wording };
    }
  }
  return weakest;
}
