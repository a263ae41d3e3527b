/** Where a thing is named: in one document, or in all. */
import type { Atlas, AtlasPart } from "../atlas/atlas.ts";
import { type Names, normalName } from "../atlas/lookup.ts";
import { as } from "../model/arguments.ts";
import type { Mention, Snapshot } from "../model/snapshot.ts";
import type { SourceDocument } from "../model/source.ts";
import type { Item, Node } from "../syntax/tree.ts";
import { walkItem } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { meaningOfEnd, namesOfUse, partNamesIn, pathwaysIn, type Subject, segmentsOf } from "./subject.ts";

export interface Occurrence {
  readonly uri: string;
  /** The words, in the host. */
  readonly span: Span;
  /** Whether the thing gets its name here. */
  readonly declares: boolean;
  /** Whether the words are its own name, not another name or a whole pathway's ends. */
  readonly byName: boolean;
}

/** An item and where it stands. */
export interface PlacedItem {
  readonly item: Item;
  /** For an entry of an atlas: the id of that atlas. */
  readonly atlas: string | undefined;
  /** What leads from its offsets to the host's, where nothing of the host stands between its lines. */
  readonly shift: number | undefined;
  toHost(span: Span): Span;
}

/** The items of a document in the order of the text. */
export function* placedItems(source: SourceDocument): IterableIterator<PlacedItem> {
  let atlas: string | undefined;
  for (const { document, map } of source.regions) {
    const base = map.isContiguous ? map.hostStart : undefined;
    for (let index = 0; index < document.items.length; index++) {
      const item = document.items[index] as Item;
      if (item.word === "atlas") atlas = as(item.args["id"], "name")?.text;
      const start = document.startOf(index);
      const toHost = (span: Span): Span => map.spanToHost({ start: span.start + start, end: span.end + start });
      yield { item, atlas: item.word === "part" ? atlas : undefined, shift: base === undefined ? undefined : base + start, toHost };
    }
  }
}

/** Where a thing is named in one document, in the order of the text. */
export function occurrencesIn(snapshot: Snapshot, uri: string, subject: Subject): Occurrence[] {
  const source = snapshot.documents.get(uri);
  if (!source) return [];
  const mentions = indexed(snapshot, subject);
  const items = mentions && new Set(mentions.filter((mention) => mention.uri === uri).map(({ item }) => item));
  return inDocument(snapshot, source, subject, items);
}

/** Where a thing is named in the workspace, document by document. What names ids and works is indexed; the rest is looked through. */
export function occurrences(snapshot: Snapshot, subject: Subject): Occurrence[] {
  const mentions = indexed(snapshot, subject);
  const wanted = new Map<string, Set<Item> | undefined>();
  if (!mentions) for (const uri of snapshot.documents.keys()) wanted.set(uri, undefined);
  for (const { uri, item } of mentions ?? []) {
    const items = wanted.get(uri);
    if (items) items.add(item);
    else wanted.set(uri, new Set([item]));
  }
  for (const uri of inProse(snapshot, subject)) if (!wanted.has(uri)) wanted.set(uri, new Set());
  return [...wanted].flatMap(([uri, items]) => {
    const source = snapshot.documents.get(uri);
    return source ? inDocument(snapshot, source, subject, items) : [];
  });
}

/** The documents whose running text speaks of a claim or a work. */
function inProse(snapshot: Snapshot, subject: Subject): readonly string[] {
  if (subject.form === "id") return snapshot.anchoring(subject.id);
  return subject.form === "key" ? snapshot.citingInProse(subject.key) : [];
}

/** The places in the running text of a document that speak of a claim or a work. */
function proseOccurrences({ uri, anchors, citations }: SourceDocument, subject: Subject): readonly Occurrence[] {
  const place = (span: Span): Occurrence => ({ uri, span, declares: false, byName: true });
  if (subject.form === "id") return anchors.filter(({ id }) => id === subject.id).map(({ idSpan }) => place(idSpan));
  return subject.form === "key" ? citations.filter(({ key }) => key === subject.key).map(({ span }) => place(span)) : [];
}

/** @param items those to look into; all where there is no index */
function inDocument(snapshot: Snapshot, source: SourceDocument, subject: Subject, items: ReadonlySet<Item> | undefined): Occurrence[] {
  const prose = proseOccurrences(source, subject);
  if (items?.size === 0) return [...prose];
  const found = inItems(snapshot, source, subject, items ? only(placedItems(source), items) : placedItems(source));
  return prose.length === 0 ? found : [...found, ...prose].sort((a, b) => a.span.start - b.span.start);
}

function* only(placed: IterableIterator<PlacedItem>, items: ReadonlySet<Item>): IterableIterator<PlacedItem> {
  for (const entry of placed) if (items.has(entry.item)) yield entry;
}

/** The items that name it, where an index knows them. */
function indexed(snapshot: Snapshot, subject: Subject): readonly Mention[] | undefined {
  if (subject.form === "id") return [...snapshot.declarations(subject.id), ...snapshot.mentions(subject.id)];
  if (subject.form === "key") return [...snapshot.sources(subject.key), ...snapshot.citations(subject.key)];
  return undefined;
}

type Found = (span: Span, declares: boolean, byName?: boolean) => void;

function inItems(snapshot: Snapshot, { uri }: SourceDocument, subject: Subject, placed: IterableIterator<PlacedItem>): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const names = snapshot.names(uri);
  for (const entry of placed) {
    const found: Found = (span, declares, byName = true) => occurrences.push({ uri, span: entry.toHost(span), declares, byName });
    switch (subject.form) {
      case "id":
        findId(entry.item, subject.id, found);
        break;
      case "key":
        findKey(entry.item, subject.key, found);
        break;
      case "parts":
        for (const part of subject.parts) findPart(entry, part, names, uri, snapshot, found);
        break;
      case "atlas":
        findAtlas(entry, subject.atlas, names, uri, found);
        break;
      case "quantity":
        findQuantity(entry.item, subject.quantity, found);
    }
  }
  return subject.form === "parts" ? withoutDoubles(occurrences) : occurrences;
}

function findId(item: Item, id: string, found: Found): void {
  const own = as(item.args["id"], "name");
  if (own?.role === "declared" && own.text === id && item.word !== "part" && item.word !== "atlas") found(own, true);
  walkItem(item, (node) => {
    if (node.kind === "name" && node.text === id && (node.role === "claim" || node.role === "prediction" || node.role === "evidence"))
      found(node, false);
  });
}

function findKey(item: Item, key: string, found: Found): void {
  walkItem(item, (node) => {
    if (node.kind === "name" && node.role === "key" && node.text === key) found(node, true);
    else if (node.kind === "citation") for (const cite of node.cites) if (cite.key === key) found(cite.keySpan, false);
  });
}

const isSame = (a: AtlasPart, b: AtlasPart): boolean => a === b || a.id === b.id;

function findPart({ item, atlas }: PlacedItem, part: AtlasPart, names: Names, uri: string, snapshot: Snapshot, found: Found): void {
  const own = as(item.args["id"], "name");
  if (item.word === "part" && own?.text === part.name && atlas === part.atlas && uriOf(part, snapshot) === uri) found(own, true);
  let among = false;
  for (const { node, clause } of partNamesIn(item)) {
    const match = names.find(node.text);
    if (match.parts.length > 0) among = true;
    if (!match.parts.some((candidate) => isSame(candidate, part)) && !(match.whole && isSame(match.whole, part))) continue;
    for (const segment of segmentsOf(node, clause, item, names, atlas)) {
      if (!segment.parts.some((candidate) => isSame(candidate, part))) continue;
      found(segment.span, false, normalName(segment.text) === normalName(part.name));
    }
  }
  if (!among || part.joins.length === 0) return;
  for (const end of pathwaysIn(item)) {
    const resolved = meaningOfEnd(end, item, names);
    if (resolved.pathways.some((pathway) => isSame(pathway, part))) found(end, false, false);
  }
}

const uriOf = (part: AtlasPart, snapshot: Snapshot): string | undefined =>
  snapshot.atlases.find((atlas) => atlas.id === part.atlas && atlas.parts.includes(part))?.uri ??
  snapshot.atlases.find((atlas) => atlas.id === part.atlas)?.uri;

function findAtlas({ item, atlas: ownAtlas }: PlacedItem, atlas: Atlas, names: Names, uri: string, found: Found): void {
  const own = as(item.args["id"], "name");
  if (item.word === "atlas" && own?.text === atlas.id && uri === atlas.uri) found(own, true);
  for (const name of namesOfUse(item)) if (names.atlas(name.text)?.atlas.id === atlas.id) found(name, false);
  for (const { node, clause } of partNamesIn(item)) {
    if (!node.text.includes(":")) continue;
    for (const segment of segmentsOf(node, clause, item, names, ownAtlas)) if (segment.atlas?.id === atlas.id) found(segment.span, false);
  }
}

function findQuantity(item: Item, quantity: string, found: Found): void {
  walkItem(item, (node: Node) => {
    if (node.kind === "quantity" && node.name.value === quantity) found(node.name, false);
    // the other quantity of a comparison is no node of its own
    if (node.kind === "criterion" && node.test?.form === "quantities" && node.test.other.value === quantity) found(node.test.other, false);
  });
}

/** An ambiguous name stands for several of the parts asked for, and is one place. */
function withoutDoubles(found: readonly Occurrence[]): Occurrence[] {
  const seen = new Set<string>();
  return found.filter(({ span, declares }) => {
    const mark = `${span.start} ${span.end} ${declares}`;
    return !seen.has(mark) && seen.add(mark);
  });
}

/** Where the thing is defined outside the documents of Lamina: an entry of a bibliography, an atlas that ships and is not open. */
export function definitionsElsewhere(snapshot: Snapshot, uri: string, subject: Subject): Occurrence[] {
  const place = (address: string, span: Span): Occurrence => ({ uri: address, span, declares: true, byName: true });
  if (subject.form === "key") {
    const reference = snapshot.reference(uri, subject.key);
    return reference ? [place(reference.uri, reference.entry.keySpan)] : [];
  }
  if (subject.form === "atlas") return snapshot.documents.has(subject.atlas.uri) ? [] : [place(subject.atlas.uri, subject.atlas.nameSpan)];
  if (subject.form !== "parts") return [];
  return subject.parts.flatMap((part) => {
    const address = uriOf(part, snapshot);
    return address === undefined || snapshot.documents.has(address) ? [] : [place(address, part.nameSpan)];
  });
}
