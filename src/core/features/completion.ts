/** What could be written at an offset: clauses, parts, keys, ids, words of closed lists. */
import type { AtlasPart } from "../atlas/atlas.ts";
import type { AtlasIndex, Names } from "../atlas/lookup.ts";
import { evidenceTypes } from "../evidence/types.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { asName } from "../rules/unknown-part.ts";
import { addedTerms } from "../scope/in-document.ts";
import { scopeKinds, scopeTerms } from "../scope/vocabulary.ts";
import type { Expectation } from "../syntax/cursor.ts";
import { endOfName, isOneName, isSpace } from "../syntax/lexer.ts";
import { parseItem } from "../syntax/parser.ts";
import type { Item } from "../syntax/tree.ts";
import { type ClosedPiece, clausesOf, closedVocabularies, type ItemWord, items, type PieceName } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { escapeMarkdown } from "./card.ts";
import { ids, references } from "./completion-sources.ts";
import { type Place, placeAt } from "./place.ts";
import { completeInProse } from "./prose-completion.ts";
import { termDocumentation } from "./scope-card.ts";

export type SuggestionKind = "item" | "clause" | "part" | "reference" | "id" | "word" | "type" | "atlas";

export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** A few words beside the label. */
  readonly detail: string;
  /** Markdown, shown when the suggestion is chosen. */
  readonly documentation: string;
  /** What is written in place of `span`. */
  readonly text: string;
  /** In the host. */
  readonly span: Span;
  /** What is typed to find it, where that is more than the label. */
  readonly filter?: string;
  /** Smaller first. */
  readonly order: number;
}

/** The suggestions at an offset of the host. */
export function complete(snapshot: Snapshot, uri: string, hostOffset: number): readonly Suggestion[] {
  const place = placeAt(snapshot, uri, hostOffset) ?? emptyPlace(snapshot, uri, hostOffset);
  if (!place) return completeInProse(snapshot, uri, hostOffset);
  const line = lineBefore(place.item.text, place.offset);
  if (isComment(line)) return [];
  const keys = citationKeyBefore(line, place);
  if (keys) return references(place.toHost(keys), uri, snapshot, "key");
  if (insideString(line)) return [];
  if (/^[\s\ufeff]*[a-z]*(?:\s[a-z]+)*\s?$/i.test(line) && isLineStart(place, line)) return openings(place, line);
  const span = wordAround(place);
  const prefix = prefixOf(place.item.text.slice(span.start, place.offset), snapshot.names(place.uri));
  // after a prefix the word goes on; what could stand there is what could stand in place of the whole word
  const { expected } = parseItem(place.item.text, place.item.form, prefix ? span.start : place.offset);
  if (prefix) return expected.some((entry) => entry.form === "piece" && entry.piece === "PART") ? partsAfter(prefix, span, place) : [];
  const before = place.item.text.slice(0, span.start).trimEnd();
  const seen = new Set<string>();
  return expected
    .flatMap((expectation) => suggestionsFor(expectation, span, before, place, snapshot))
    .filter((suggestion) => !seen.has(suggestion.kind + suggestion.label) && seen.add(suggestion.kind + suggestion.label));
}

/** The `cortex:` or `L5.` that a word starts with, and the atlas whose parts may follow. */
function prefixOf(word: string, names: Names): { readonly text: string; readonly atlas: AtlasIndex } | undefined {
  const colon = word.lastIndexOf(":");
  const dot = word.lastIndexOf(".");
  if (colon < 0 && dot < 0) return undefined;
  const whole = dot > colon ? names.find(word.slice(0, dot)).parts[0]?.atlas : word.slice(0, colon);
  const atlas = whole === undefined ? undefined : names.atlas(whole);
  return atlas && { text: word.slice(0, Math.max(colon, dot) + 1), atlas };
}

const partsAfter = (prefix: { readonly text: string; readonly atlas: AtlasIndex }, span: Span, place: Place): Suggestion[] =>
  prefix.atlas.atlas.parts
    .filter((part) => isOneName(prefix.text + part.name))
    .map((part) => ({
      ...partSuggestion(part, place.toHost(span), 0),
      text: prefix.text + part.name,
      filter: [part.name, part.label].map((name) => prefix.text + name).join(" "),
    }));

/** A region without any text has no item; one is made up so that its first line completes. */
function emptyPlace(snapshot: Snapshot, uri: string, hostOffset: number): Place | undefined {
  for (const region of snapshot.documents.get(uri)?.regions ?? []) {
    if (region.document.items.length > 0 || region.map.toRegion(hostOffset) !== 0) continue;
    const { item } = parseItem("", "loose");
    const toHost = (span: Span): Span => region.map.spanToHost(span);
    return { uri, region, item, itemStart: 0, offset: 0, clause: undefined, nodes: [], toHost };
  }
  return undefined;
}

function lineBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return text.slice(start, offset);
}

/** Whether the caret stands in a comment: after a `#` that is not inside a text. */
function isComment(line: string): boolean {
  let inString = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (sign === '"' && line[at - 1] !== "\\") inString = !inString;
    else if (sign === "#" && !inString && (at === 0 || isSpace(line, at - 1))) return true;
  }
  return false;
}

const insideString = (line: string): boolean => (line.replaceAll('\\"', "").match(/"/g)?.length ?? 0) % 2 === 1;

/** The key being typed after `@`, inside brackets or in the header of a source. */
function citationKeyBefore(line: string, place: Place): Span | undefined {
  const at = line.lastIndexOf("@");
  if (at < 0 || !/^[\p{L}\p{N}_:.#$%&+?<>~/-]*$/u.test(line.slice(at + 1))) return undefined;
  const bracket = line.lastIndexOf("[", at);
  const inCitation = bracket >= 0 && !line.slice(bracket, at).includes("]");
  if (!inCitation && !/^\s*source\s+@/.test(line)) return undefined;
  const start = place.offset - (line.length - at - 1);
  return { start, end: Math.max(place.offset, endOfName(place.item.text, place.offset)) };
}

/** Whether only the words of an opening stand before the caret on its line. */
function isLineStart(place: Place, line: string): boolean {
  const words = line.replace(/^[\s\ufeff]+/, "");
  if (words === "" || !/\s/.test(words)) return true;
  const known = clausesOf(ownerAt(place) ?? "claim").map((clause) => clause.word);
  return known.some((word) => word.startsWith(words) && word !== words);
}

/** Headers and clauses, at the start of a line. */
function openings(place: Place, line: string): Suggestion[] {
  const content = line.length - line.replace(/^[\s\ufeff]+/, "").length;
  const span = place.toHost({
    start: place.offset - (line.length - content),
    end: Math.max(place.offset, endOfName(place.item.text, place.offset)),
  });
  const indented = content > 0;
  const owner = ownerAt(place);
  const suggestions: Suggestion[] = [];
  if (owner) {
    const used = new Set(place.item.clauses.map((clause) => clause.word));
    for (const spec of clausesOf(owner)) {
      if (spec.times === "once" && used.has(spec.word)) continue;
      suggestions.push({
        label: spec.word,
        kind: "clause",
        detail: spec.help,
        documentation: `${spec.help}\n\n\`\`\`lamina\n${spec.example}\n\`\`\``,
        text: spec.pattern ? `${spec.word} ` : spec.word,
        span,
        order: (indented ? 0 : 200) + spec.order,
      });
    }
  }
  items.forEach((spec, index) => {
    suggestions.push({
      label: spec.word,
      kind: "item",
      detail: spec.help,
      documentation: `${spec.help}\n\n\`\`\`lamina\n${spec.example}\n\`\`\``,
      text: `${spec.word} `,
      span,
      order: 100 + index,
    });
  });
  // of openings of several words only those that go on as the line does
  const typed = line.slice(content).replace(/\s+/g, " ");
  return typed.includes(" ") ? suggestions.filter((suggestion) => suggestion.label.startsWith(typed)) : suggestions;
}

/** The item that a clause on this line would belong to. */
function ownerAt(place: Place): ItemWord | undefined {
  const { item, offset, itemStart, region } = place;
  if (item.form === "item") return offset <= item.wordSpan.end ? undefined : item.word;
  // half a word after a blank line is no clause yet; as soon as it is, it belongs to the item before
  const before = region.document.items[region.document.itemAt(itemStart) - 1];
  return item.form === "broken" && offset <= item.header.end ? before?.word : undefined;
}

function wordAround(place: Place): Span {
  const { text } = place.item;
  let start = place.offset;
  while (start > 0 && /[^\s"[\](),;<>=~?]/.test(text[start - 1] as string)) start--;
  return { start, end: Math.max(place.offset, endOfName(text, start)) };
}

function suggestionsFor(expectation: Expectation, span: Span, before: string, place: Place, snapshot: Snapshot): Suggestion[] {
  const host = place.toHost(span);
  if (expectation.form === "clause") return inlineClauses(host, place.item);
  if (expectation.form === "word") {
    return [{ label: expectation.word, kind: "word", detail: "", documentation: "", text: `${expectation.word} `, span: host, order: 500 }];
  }
  return forPiece(expectation.piece, host, span, before, place, snapshot);
}

const inlineClauses = (span: Span, item: Item): Suggestion[] =>
  item.word
    ? clausesOf(item.word).map((spec) => ({
        label: spec.word,
        kind: "clause" as const,
        detail: spec.help,
        documentation: spec.help,
        text: `${spec.word} `,
        span,
        order: 600 + spec.order,
      }))
    : [];

function forPiece(piece: PieceName, host: Span, span: Span, before: string, place: Place, snapshot: Snapshot): Suggestion[] {
  switch (piece) {
    case "PART":
      return parts(host, before, place, snapshot);
    case "CITATION":
    case "KEY":
      return references(host, place.uri, snapshot, piece === "KEY" ? "at" : "citation");
    case "EVIDENCE":
      return ids(["evidence", "model"], host, snapshot, place.item);
    case "CLAIM":
      return ids(["claim", "mapping"], host, snapshot, place.item);
    case "PREDICTION":
      return ids(["prediction"], host, snapshot, place.item);
    case "TYPE":
      return types(host);
    case "SCOPE":
      return scopePhrases(span, place, snapshot);
    case "ATLAS":
      return [...snapshot.names(place.uri).atlases()].map(({ atlas }) => ({
        label: atlas.id,
        kind: "atlas" as const,
        detail: atlas.label,
        documentation: escapeMarkdown(atlas.means ?? ""),
        text: atlas.id,
        span: host,
        order: 0,
      }));
    default:
      return piece in closedVocabularies ? closed(piece as ClosedPiece, host) : [];
  }
}

const closed = (piece: ClosedPiece, span: Span): Suggestion[] =>
  closedVocabularies[piece].map((entry, index) => ({
    label: entry.word,
    kind: "word" as const,
    detail: entry.help,
    documentation: entry.help,
    text: entry.word,
    span,
    order: index,
  }));

function types(span: Span): Suggestion[] {
  const families = new Set(evidenceTypes.map((type) => type.family));
  const single = evidenceTypes.map((type, index) => ({
    label: type.id,
    kind: "type" as const,
    detail: type.label,
    documentation: escapeMarkdown([type.definition, type.notes ?? ""].join(" ").trim()),
    text: type.id,
    span,
    order: index,
  }));
  const whole = [...families]
    .filter((family) => !evidenceTypes.some((type) => type.id === family))
    .map((family) => ({
      label: family,
      kind: "type" as const,
      detail: "a family of types",
      documentation: evidenceTypes
        .filter((type) => type.family === family)
        .map((type) => `- \`${type.id}\` ${escapeMarkdown(type.label)}`)
        .join("\n"),
      text: family,
      span,
      order: 50,
    }));
  return [...single, ...whole];
}

/** Phrases of the vocabulary of scopes, kind by kind; one of several words takes the place of those typed before it. */
function scopePhrases(span: Span, place: Place, snapshot: Snapshot): Suggestion[] {
  const extra = addedTerms(snapshot.names(place.uri));
  const host = place.toHost(span);
  return scopeTerms(extra).map((term) => ({
    label: term.label,
    kind: "word" as const,
    detail: `${term.kind}${term.name === undefined ? "" : `: ${term.name}`}`,
    documentation: termDocumentation(term, extra),
    text: term.label,
    span: host,
    filter: [term.label, ...(term.name === undefined ? [] : [term.name]), ...term.synonyms.map(({ text }) => text)].join(" "),
    order: scopeKinds.indexOf(term.kind),
  }));
}

/** Parts of the atlases in scope; those of the atlas that the other side is not in come first. */
function parts(span: Span, before: string, place: Place, snapshot: Snapshot): Suggestion[] {
  const names = snapshot.names(place.uri);
  const afterAs = /\bas$/.test(before) || /\bas\b[^"]*[,]$/.test(before);
  return names.inScope.flatMap((index, atlasOrder) =>
    index.atlas.parts.map((part): Suggestion => {
      const expectedAtlas = afterAs ? atlasOrder > 0 : atlasOrder === 0;
      return partSuggestion(part, span, expectedAtlas ? 0 : 20);
    }),
  );
}

const partSuggestion = (part: AtlasPart, span: Span, order: number): Suggestion => ({
  label: part.name,
  kind: "part",
  detail: `${part.label} (${part.kind ?? "part"}, ${part.atlas})`,
  documentation: partDocumentation(part),
  text: asName(part.name),
  span,
  filter: [part.name, part.label, ...part.synonyms.filter((synonym) => synonym.notation !== "latex").map((synonym) => synonym.text)].join(
    " ",
  ),
  order,
});

const partDocumentation = (part: AtlasPart): string => {
  const role = part.roles.find((entry) => entry.parts.length > 0);
  return `**${escapeMarkdown(part.label)}**  \n${escapeMarkdown(part.means ?? "")}${role ? `\n\n*In the paper*: ${escapeMarkdown(role.text)}` : ""}`;
};
