/** What to select next when a selection grows: word, text, argument, clause, item, region. */
import type { Snapshot } from "../model/snapshot.ts";
import { endOfName } from "../syntax/lexer.ts";
import { type Span, touches } from "../text.ts";
import { type Place, placeAt } from "./place.ts";

/** Spans of the host around an offset, each wider than the one before; none outside Lamina. */
export function selectionRanges(snapshot: Snapshot, uri: string, offset: number): Span[] {
  const place = placeAt(snapshot, uri, offset);
  if (!place) return [];
  const { item, region, clause } = place;
  const inside: Span[] = [...wordAt(place), ...withinQuotes(place), ...place.nodes];
  if (clause) inside.push({ start: clause.wordSpan.end, end: clause.end }, clause);
  else if (item.form === "item" && touches(item.header, place.offset)) inside.push(item.header);
  if (item.form !== "loose") inside.push({ start: item.wordSpan.start, end: Math.max(item.contentEnd, item.header.end) });
  inside.push({ start: 0, end: item.text.trimEnd().length });
  const spans = inside.map((span) => place.toHost(trimmed(span, item.text)));
  spans.push({ start: region.map.hostStart, end: region.map.hostEnd });
  return growing(spans, offset);
}

function trimmed({ start, end }: Span, text: string): Span {
  const before = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: Math.min(start + before, end), end };
}

/** How far back a word is looked for; no name that people read is longer. */
const longestWord = 200;

/** The word at the place, as names are read. */
function wordAt({ item: { text }, offset }: Place): Span[] {
  let at = offset;
  while (at > 0 && offset - at < longestWord && /[^\s"“”[\]]/.test(text.charAt(at - 1))) at--;
  while (at <= offset && at < text.length) {
    const end = endOfName(text, at);
    if (end > at && end >= offset) return [{ start: at, end }];
    at = Math.max(end, at + 1);
  }
  return [];
}

/** The inside of the texts and citations at the place. */
function withinQuotes({ nodes, item: { text }, offset }: Place): Span[] {
  return nodes
    .filter((node) => /^["“[]/.test(text.charAt(node.start)) && /["”\]]$/.test(text.charAt(node.end - 1)))
    .map(({ start, end }) => ({ start: start + 1, end: end - 1 }))
    .filter((span) => span.end > span.start && touches(span, offset));
}

/** Those that hold the offset and all that were kept before. */
function growing(spans: readonly Span[], offset: number): Span[] {
  const sorted = spans.filter((span) => touches(span, offset) && span.end > span.start).sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (!last || (span.start <= last.start && span.end >= last.end && span.end - span.start > last.end - last.start)) kept.push(span);
  }
  return kept;
}
