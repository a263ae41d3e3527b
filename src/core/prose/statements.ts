/** Sentences of running text that say of a part of the brain that it does what a part of a model does. */
import type { AtlasPart } from "../atlas/atlas.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { SourceDocument } from "../model/source.ts";
import { isOfModel } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { wordingOf } from "./wording.ts";

export interface MappingStatement {
  readonly span: Span;
  /** The part of the brain, and the part of the model, as the sentence names them. */
  readonly brain: string;
  readonly model: string;
}

/** Names of parts have at most so many words. */
const MOST_WORDS = 4;

/**
 * The sentences that name a part of either sort and have a mapping verb between them, and that no anchor links to a claim.
 * What asks, denies or quotes is none. A sentence with other marks inside (emphasis, code) is looked at piece by piece.
 *
 * @param isName whether a word or words of running text are the name of exactly one part
 */
export function* mappingStatements(
  source: SourceDocument,
  isName: (name: string) => boolean,
  snapshot: Snapshot,
): IterableIterator<MappingStatement> {
  const names = snapshot.names(source.uri);
  for (const prose of source.prose) {
    const text = source.slice(prose);
    for (const sentence of sentencesIn(text)) {
      const span = { start: prose.start + sentence.start, end: prose.start + sentence.end };
      if (source.anchors.some(({ text: linked, idSpan }) => linked.start < span.end && span.start < Math.max(linked.end, idSpan.end)))
        continue;
      const words = text.slice(sentence.start, sentence.end);
      let brain: string | undefined;
      let model: string | undefined;
      for (const { written, name } of namesIn(words, isName)) {
        const part = names.find(name).parts[0] as AtlasPart;
        if (isOfModel(part.kind)) model ??= written;
        else brain ??= written;
      }
      // *is* has too many uses to be taken for a mapping
      if (brain !== undefined && model !== undefined && wordingOf(words, [])) yield { span, brain, model };
    }
  }
}

/** Sentences, without blanks at their ends. */
function* sentencesIn(text: string): IterableIterator<Span> {
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at];
    const ends = sign === undefined || "。！？".includes(sign) || (".!?".includes(sign) && /\s/.test(text[at + 1] ?? " "));
    if (!ends) continue;
    const end = sign === undefined ? at : at + 1;
    let from = start;
    while (from < end && /\s/.test(text[from] as string)) from++;
    if (end - from > 3) yield { start: from, end };
    start = end;
  }
}

/** The names in a sentence, longest first from each word, none within another. */
function* namesIn(
  sentence: string,
  isName: (name: string) => boolean,
): IterableIterator<{ readonly written: string; readonly name: string }> {
  const words = [...sentence.matchAll(/[\p{L}\p{N}_+]+(?:[-/'][\p{L}\p{N}_+]+)*/gu)];
  for (let from = 0; from < words.length; from++) {
    for (let count = Math.min(MOST_WORDS, words.length - from); count > 0; count--) {
      const [first, last] = [words[from], words[from + count - 1]];
      if (!first || !last) continue;
      const written = sentence.slice(first.index, last.index + last[0].length);
      const name = [written, written.replace(/s$/, "")].find(isName);
      if (name === undefined) continue;
      yield { written, name };
      from += count - 1;
      break;
    }
  }
}
