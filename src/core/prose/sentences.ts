/** Sentences of running text that state claims, with the claims that they state. */
import { assertedStrength } from "../evidence/standing.ts";
import { type ClaimMeaning, isClaim, meaningOf, type Strength } from "../model/meaning.ts";
import { partsOfEnd, resolveClaim } from "../model/resolve.ts";
import type { Declaration, Snapshot } from "../model/snapshot.ts";
import type { Anchor, SourceDocument } from "../model/source.ts";
import type { Span } from "../text.ts";
import type { WrittenDocument } from "./running-text.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** A sentence and the claim that it states. */
export interface LinkedSentence {
  readonly source: SourceDocument;
  readonly anchor: Anchor;
  readonly text: string;
  readonly claim: ClaimMeaning;
  readonly declaration: Declaration;
}

/** The sentences of a document that state claims which are defined, in the order of the text. */
export function* linkedSentences(source: WrittenDocument, snapshot: Snapshot): IterableIterator<LinkedSentence> {
  for (const anchor of source.anchors) {
    for (const declaration of snapshot.declarations(anchor.id)) {
      const claim = meaningOf(declaration.item);
      if (!isClaim(claim)) continue;
      yield { source, anchor, text: source.runningText?.readable(anchor.text) ?? source.slice(anchor.text), claim, declaration };
      break;
    }
  }
}

const wordings = new WeakMap<Snapshot, Map<Anchor, SentenceWording | undefined>>();

export type SentenceWording = Wording & { readonly hostSpan: Span };

/** What the sentence says of the claim's ends, with its words in the document. */
export function wordingOfSentence(sentence: LinkedSentence, snapshot: Snapshot): SentenceWording | undefined {
  const known = wordings.get(snapshot) ?? new Map<Anchor, SentenceWording | undefined>();
  wordings.set(snapshot, known);
  // one sentence may be compared with many others
  if (!known.has(sentence.anchor)) known.set(sentence.anchor, readWording(sentence, snapshot));
  return known.get(sentence.anchor);
}

function readWording(sentence: LinkedSentence, snapshot: Snapshot): SentenceWording | undefined {
  const { anchor, text, claim, declaration } = sentence;
  const wording = wordingOf(text, namesOfEnds(claim, declaration.uri, snapshot));
  if (!wording) return undefined;
  const { start } = anchor.text;
  return { ...wording, hostSpan: { start: start + wording.span.start, end: start + wording.span.end } };
}

/** What the parts at either end of a claim are called, in lower case. */
export function namesOfEnds(claim: ClaimMeaning, uri: string, snapshot: Snapshot): readonly string[] {
  const { left, right } = resolveClaim(claim, snapshot.names(uri));
  const parts = [left, right].flatMap((side) => (side?.ends ?? []).flatMap(partsOfEnd));
  return [
    ...new Set(
      parts
        .flatMap(({ name, label, synonyms }) => [name, label, ...synonyms.map(({ text }) => text)])
        .flatMap((name) => withPlurals(name.toLowerCase())),
    ),
  ];
}

const withPlurals = (name: string): readonly string[] => [name, /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`];

/** The strength that the claim asserts; a denial asserts none of it. */
export const assertedBy = ({ claim }: LinkedSentence, snapshot: Snapshot): Strength => assertedStrength(claim, snapshot).strength;
