/** What the words at an offset speak of: an id, a work, a part, an atlas, a quantity. References, rename and highlights start here. */
import type { Atlas, AtlasPart } from "../atlas/atlas.ts";
import { type Names, normalName } from "../atlas/lookup.ts";
import { all, as } from "../model/arguments.ts";
import { isClaim, meaningOf } from "../model/meaning.ts";
import { type ResolvedClaim, type ResolvedEnd, resolveClaim, resolveEnd } from "../model/resolve.ts";
import { itemsOf, type Snapshot } from "../model/snapshot.ts";
import type { SourceDocument } from "../model/source.ts";
import type { Clause, EndNode, Item, NameNode, Node } from "../syntax/tree.ts";
import { walkItem } from "../syntax/tree.ts";
import { type Span, touches } from "../text.ts";
import { hostPlaceAt } from "./host-place.ts";
import { type Place, placeAt } from "./place.ts";

export type Subject =
  | { readonly form: "id"; readonly id: string }
  /** A cited work, by its key. */
  | { readonly form: "key"; readonly key: string }
  /** The parts that a name may mean; one where it is clear. */
  | { readonly form: "parts"; readonly parts: readonly AtlasPart[] }
  | { readonly form: "atlas"; readonly atlas: Atlas }
  | { readonly form: "quantity"; readonly quantity: string };

export interface SubjectAt {
  readonly subject: Subject;
  /** The words that speak of it, in the host. */
  readonly span: Span;
  /** The words themselves, without quotes. */
  readonly text: string;
}

/** What stands at an offset of the host; undefined where it is nothing that is named elsewhere. */
export function subjectAt(snapshot: Snapshot, uri: string, offset: number): SubjectAt | undefined {
  const place = placeAt(snapshot, uri, offset);
  if (!place) return subjectInProse(snapshot, uri, offset);
  for (const node of place.nodes) {
    const found = subjectOf(node, place, snapshot);
    if (found) return found;
  }
  return subjectOfHeader(place);
}

function subjectInProse(snapshot: Snapshot, uri: string, offset: number): SubjectAt | undefined {
  const place = hostPlaceAt(snapshot, uri, offset);
  if (place?.form === "citation") {
    const { key, span } = place.citation;
    return { subject: { form: "key", key }, span, text: key };
  }
  if (!place?.onId) return undefined;
  const { id, idSpan } = place.anchor;
  return id === "" ? undefined : { subject: { form: "id", id }, span: idSpan, text: id };
}

function subjectOf(node: Node, place: Place, snapshot: Snapshot): SubjectAt | undefined {
  switch (node.kind) {
    case "name":
      return subjectOfName(node, place, snapshot);
    case "citation": {
      const cite = node.cites.find((entry) => touches(entry, place.offset));
      return cite && { subject: { form: "key", key: cite.key }, span: place.toHost(cite.keySpan), text: cite.key };
    }
    case "end": {
      if (node.parts.length < 2) return undefined;
      const part = meaningOfEnd(node, place.item, snapshot.names(place.uri)).part;
      return part && { subject: { form: "parts", parts: [part] }, span: place.toHost(node), text: part.name };
    }
    case "quantity":
      if (!touches(node.name, place.offset)) return undefined;
      return { subject: { form: "quantity", quantity: node.name.value }, span: place.toHost(node.name), text: node.name.value };
    default:
      return undefined;
  }
}

function subjectOfName(node: NameNode, place: Place, snapshot: Snapshot): SubjectAt | undefined {
  const found = (subject: Subject): SubjectAt => ({ subject, span: place.toHost(node), text: node.text });
  const names = snapshot.names(place.uri);
  switch (node.role) {
    case "claim":
    case "prediction":
    case "evidence":
      return found({ form: "id", id: node.text });
    case "key":
      return found({ form: "key", key: node.text });
    case "atlas": {
      const atlas = names.atlas(node.text)?.atlas;
      return atlas && found({ form: "atlas", atlas });
    }
    case "declared": {
      if (place.item.word === "atlas") {
        const atlas =
          snapshot.atlases.find((candidate) => candidate.id === node.text && candidate.uri === place.uri) ?? names.atlas(node.text)?.atlas;
        return atlas && found({ form: "atlas", atlas });
      }
      if (place.item.word !== "part") return found({ form: "id", id: node.text });
      const part = entryOf(place.item, snapshot.documents.get(place.uri), snapshot);
      return part && found({ form: "parts", parts: [part] });
    }
    case "part": {
      const atlas = atlasOfItem(place.item, snapshot.documents.get(place.uri));
      const segments = segmentsOf(node, place.clause, place.item, names, atlas);
      const at = segments.find(({ span }) => touches(span, place.offset)) ?? segments.at(-1);
      if (!at || (at.parts.length === 0 && !at.atlas)) return undefined;
      const subject: Subject = at.atlas ? { form: "atlas", atlas: at.atlas } : { form: "parts", parts: at.parts };
      return { subject, span: place.toHost(at.span), text: at.text };
    }
    default:
      return undefined;
  }
}

/** The word that opens an item stands for the item. */
function subjectOfHeader({ item, offset, toHost }: Place): SubjectAt | undefined {
  if (item.form !== "item" || !touches(item.wordSpan, offset)) return undefined;
  const id = as(item.args["id"], "name");
  if (id && item.word !== "part" && item.word !== "atlas") return { subject: { form: "id", id: id.text }, span: toHost(id), text: id.text };
  const key = as(item.args["key"], "name");
  return key && { subject: { form: "key", key: key.text }, span: toHost(key), text: key.text };
}

/** The atlas that a `part` item stands in, by its id; undefined for other items. */
export function atlasOfItem(item: Item, source: SourceDocument | undefined): string | undefined {
  if (item.word !== "part") return undefined;
  let atlas: string | undefined;
  for (const candidate of itemsOf(source)) {
    if (candidate === item) return atlas;
    if (candidate.word === "atlas") atlas = as(candidate.args["id"], "name")?.text;
  }
  return undefined;
}

/** The entry that a `part` item makes. */
function entryOf(item: Item, source: SourceDocument | undefined, snapshot: Snapshot): AtlasPart | undefined {
  const atlasId = atlasOfItem(item, source);
  const name = as(item.args["id"], "name")?.text;
  const atlas = snapshot.atlases.find((candidate) => candidate.id === atlasId && candidate.uri === source?.uri);
  return atlas?.parts.find((part) => part.name === name);
}

/** A stretch of a name of a part: an atlas before a colon, a whole before a dot, the part itself. */
export interface Segment {
  /** Counted from the item's start, without quotes. */
  readonly span: Span;
  readonly text: string;
  readonly parts: readonly AtlasPart[];
  readonly atlas?: Atlas;
}

/**
 * The stretches of a part's name where it stands: of `cortex:L4` two, of `L5.PT` two, of most one.
 *
 * @param atlas for an entry of an atlas: the atlas's id, see `atlasOfItem`
 */
export function segmentsOf(node: NameNode, clause: Clause | undefined, item: Item, names: Names, atlas: string | undefined): Segment[] {
  const inner = node.quoted ? node.start + 1 : node.start;
  const end = node.quoted ? Math.max(inner, node.end - 1) : node.end;
  const match = names.find(node.text);
  const parts = able(node, clause, item, names, match.parts, atlas);
  // a text with an escaped quote is longer than its name, so that places in it cannot be told
  if (item.text.slice(inner, end) !== node.text) return [{ span: { start: inner, end }, text: node.text, parts }];
  const segments: Segment[] = [];
  let from = 0;
  const colon = node.text.indexOf(":");
  const prefix = colon > 0 ? names.atlas(node.text.slice(0, colon)) : undefined;
  if (prefix) {
    segments.push({ span: { start: inner, end: inner + colon }, text: node.text.slice(0, colon), parts: [], atlas: prefix.atlas });
    from = colon + 1;
  }
  if (match.whole) {
    const dot = node.text.lastIndexOf(".");
    segments.push({ span: { start: inner + from, end: inner + dot }, text: node.text.slice(from, dot), parts: [match.whole] });
    from = dot + 1;
  }
  segments.push({ span: { start: inner + from, end: inner + node.text.length }, text: node.text.slice(from), parts });
  return segments;
}

/** Of the parts that bear a name, those that are able to stand where it stands. */
function able(
  node: NameNode,
  clause: Clause | undefined,
  item: Item,
  names: Names,
  parts: readonly AtlasPart[],
  atlas: string | undefined,
): readonly AtlasPart[] {
  if (parts.length < 2) return parts;
  const meaning = meaningOf(item);
  if (isClaim(meaning)) {
    for (const end of endsOf(resolveClaim(meaning, names))) {
      const name = end.names.find((entry) => entry.node === node);
      if (name) return name.candidates;
    }
  }
  if (atlas === undefined) return parts;
  // an entry lies within and joins parts of its own atlas, and has roles in others
  const wanted = parts.filter((part) => (normalName(part.atlas) === normalName(atlas)) !== (clause?.word === "role"));
  return wanted.length > 0 ? wanted : parts;
}

/** All ends of a claim: both sides, what they outweigh, and through what. */
export const endsOf = ({ left, right, via }: ResolvedClaim): readonly ResolvedEnd[] => [
  ...[left, right].flatMap((side) => [...(side?.ends ?? []), ...(side?.outweighed ?? [])]),
  ...via,
];

/** What an end of an item stands for. */
export function meaningOfEnd(node: EndNode, item: Item, names: Names): ResolvedEnd {
  const meaning = meaningOf(item);
  const found = isClaim(meaning) ? endsOf(resolveClaim(meaning, names)).find((end) => end.node === node) : undefined;
  return found ?? resolveEnd(node, names);
}

/** The names of parts in an item, each with the clause that it stands in. */
export function partNamesIn(item: Item): readonly { readonly node: NameNode; readonly clause: Clause | undefined }[] {
  let known = partNames.get(item);
  if (!known) {
    const found: { node: NameNode; clause: Clause | undefined }[] = [];
    walkItem(item, (node, clause) => {
      if (node.kind === "name" && node.role === "part") found.push({ node, clause });
    });
    known = found;
    partNames.set(item, known);
  }
  return known;
}

const partNames = new WeakMap<Item, readonly { readonly node: NameNode; readonly clause: Clause | undefined }[]>();

/** The pathways of an item: its ends of more than one part. */
export function pathwaysIn(item: Item): readonly EndNode[] {
  const found: EndNode[] = [];
  walkItem(item, (node) => {
    if (node.kind === "end" && node.parts.length > 1) found.push(node);
  });
  return found;
}

/** The atlases that a `use` line names. */
export const namesOfUse = (item: Item): readonly NameNode[] => (item.word === "use" ? all(item.args["atlases"], "name") : []);
