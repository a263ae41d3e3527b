/** What could be written in running text: the claim that a sentence states, and the works that it cites. */
import type { Snapshot } from "../model/snapshot.ts";
import type { Span } from "../text.ts";
import type { Suggestion } from "./completion.ts";
import { ids, references } from "./completion-sources.ts";
import { hostPlaceAt } from "./host-place.ts";

/** So much of a line is looked at before the caret. */
const FAR = 500;

/** Where an id is being typed: Pandoc's attribute, a directive, LaTeX's command, a role of MyST. Each ends with the id. */
const idBefore: readonly RegExp[] = [
  /\]\{(?:[^}\n]* )?claim=["']?([\w-]*)$/,
  /:claim\[[^\]\n]*\]\{#([\w-]*)$/,
  /\\claim\{([\w-]*)$/,
  /\{claim\}`[^`\n<]*<([\w-]*)$/,
];

/** Where a key is being typed: after an `@` in brackets or alone, or in a command of LaTeX. Each ends with the key. */
const keyBefore: readonly RegExp[] = [
  /(?:^|[\s[(;,-])@([\p{L}\p{N}_:.-]*)$/u,
  /\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\][]*\]){0,2}\{(?:[^{}\n]*,)? ?([^,{}\s]*)$/,
];

/** The suggestions at an offset of running text. */
export function completeInProse(snapshot: Snapshot, uri: string, offset: number): readonly Suggestion[] {
  const source = snapshot.documents.get(uri);
  if (!source) return [];
  const place = hostPlaceAt(snapshot, uri, offset);
  if (place?.form === "anchor" && place.onId) return claims(place.anchor.idSpan, snapshot);
  if (place?.form === "citation") return references(place.citation.span, uri, snapshot, "key");
  const { line } = source.lines.positionAt(offset);
  const start = Math.max(source.lines.offsetAt({ line, character: 0 }), offset - FAR);
  const before = source.slice({ start, end: offset });
  const id = wordBefore(before, idBefore, offset);
  if (id) return claims(id, snapshot);
  const key = wordBefore(before, keyBefore, offset);
  return key && snapshot.bibliographiesOf(uri).some(({ bibliography }) => bibliography) ? references(key, uri, snapshot, "key") : [];
}

const claims = (span: Span, snapshot: Snapshot): Suggestion[] => ids(["claim", "mapping"], span, snapshot);

function wordBefore(before: string, patterns: readonly RegExp[], offset: number): Span | undefined {
  for (const pattern of patterns) {
    const word = pattern.exec(before)?.[1];
    if (word !== undefined) return { start: offset - word.length, end: offset };
  }
  return undefined;
}
