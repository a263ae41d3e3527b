/**
 * Which items are concerned when others change: a claim by its evidence, its family, its sources and predictions and by
 * whoever bears its id; a composite by the claims it consists of, however deep; a prediction by the claims that make it,
 * the findings that it names and what its data files give, and those claims by it; a number by others of its quantity;
 * whoever cites a work by who else cites it, and a bibliography by what is cited at all; a claim by those that it assumes,
 * and by those near it on the same things.
 */
import { disagreeingOtherwise } from "../evidence/disagreements.ts";
import type { Item } from "../syntax/tree.ts";
import { as } from "./arguments.ts";
import { type CitedVersions, citedVersions, firstToCite, isCitedByItems } from "./citations.ts";
import { besideMembers, type Concerned, neighbours } from "./conflicts.ts";
import { isClaim, meaningOf } from "./meaning.ts";
import { itemsOf, type Mention, type Snapshot } from "./snapshot.ts";

const ownId = (item: Item): string | undefined => as(item.args["id"], "name")?.text;

/** Items that did not change, and whose findings may yet be other in `next` than in `before`; some may come twice. */
export function* dependants(next: Snapshot, before: Snapshot): IterableIterator<Concerned> {
  const { touched, mentioned, answered, quantified } = next.difference;
  const concerned = new Set(mentioned);
  for (const id of touched) {
    concerned.add(id);
    if (id.startsWith("@")) {
      yield* citing(id.slice(1), next);
      yield* next.sources(id.slice(1));
    } else {
      // an item that names it no more has changed itself
      yield* usersOf(id, next, concerned);
      yield* next.declarations(id);
      if (next.complete) yield* besideMembers(id, next, before);
      const base = /^(.+)-\d+$/.exec(id)?.[1];
      // whoever bears an id twice is offered the next free one
      if (base !== undefined) yield* next.declarations(base);
    }
  }
  for (const uri of answered) {
    for (const reader of next.readingData(uri)) {
      yield reader;
      for (const other of concernedBy(reader.item)) concerned.add(other);
      const id = ownId(reader.item);
      if (id !== undefined) yield* usersOf(id, next, concerned);
    }
  }
  for (const name of quantified) yield* disagreeingOtherwise(name, next, before);
  for (const uri of [...next.difference.changed, ...next.difference.missed]) yield* next.modelled(uri);
  yield* composedOf([...concerned], next);
  yield* byCitation(next, before);
  // while not all is read nothing is found that hangs on claims elsewhere
  if (next.complete) yield* neighbours(next, before);
}

/** Whoever names an id; where that is a prediction, by the evidence that it names, the claims that make it too. */
function* usersOf(id: string, snapshot: Snapshot, concerned: Set<string>): IterableIterator<Mention> {
  for (const user of snapshot.mentions(id)) {
    yield user;
    for (const other of concernedBy(user.item)) concerned.add(other);
    const own = user.item.word === "prediction" ? ownId(user.item) : undefined;
    if (own === undefined) continue;
    for (const maker of snapshot.mentions(own)) {
      yield maker;
      for (const other of concernedBy(maker.item)) concerned.add(other);
    }
  }
}

/**
 * Ids whose items hang on an item of which something that it names has changed: what a claim earns bears on the
 * composite that it belongs to or is an end of, its evidence on its predictions, and a result on the claims behind it.
 */
function* concernedBy(item: Item): IterableIterator<string> {
  const id = ownId(item);
  if (id !== undefined) yield id;
  const meaning = meaningOf(item);
  if (!isClaim(meaning)) return;
  for (const { relation, target } of meaning.relations) if (relation === "belongs to") yield target.text;
  for (const { text } of meaning.predicts) yield text;
}

/** What is known of a source bears on whoever cites it, on the claims that belong to a family that does, and on those that use such a finding. */
function* citing(key: string, snapshot: Snapshot): IterableIterator<Mention> {
  for (const user of snapshot.citations(key)) {
    yield user;
    const id = user.item.word === "mapping" || user.item.word === "evidence" ? ownId(user.item) : undefined;
    if (id !== undefined) yield* snapshot.mentions(id);
  }
}

/** The composites that consist of claims with these ids, those that consist of these, and so on. */
function* composedOf(ids: string[], snapshot: Snapshot): IterableIterator<Mention> {
  const visited = new Set<string>();
  for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
    if (visited.has(id)) continue;
    visited.add(id);
    yield* snapshot.assuming(id);
    for (const declaration of snapshot.declarations(id)) {
      yield declaration;
      const meaning = meaningOf(declaration.item);
      if (!isClaim(meaning)) continue;
      for (const { relation, target } of meaning.relations) if (relation === "belongs to") ids.push(target.text);
    }
    for (const composite of snapshot.composites(id)) {
      yield composite;
      const own = ownId(composite.item);
      if (own !== undefined) ids.push(own);
    }
  }
}

/** A work is spoken of where a document cites it first, an old version where a newer one is cited, and a work that nobody cites where its file is named. */
function* byCitation(next: Snapshot, before: Snapshot): IterableIterator<Mention> {
  const { cited, changed } = next.difference;
  for (const key of cited) {
    for (const snapshot of [before, next]) {
      for (const uri of changed) {
        const item = firstToCite(key, uri, snapshot);
        if (item) yield { uri, item };
      }
    }
    if (!sameVersions(citedVersions(key, before), citedVersions(key, next))) {
      yield* next.versionedCitations(key);
      yield* next.sources(key);
    }
  }
  const [anyFile] = next.citingBibliographies();
  if (anyFile === undefined || !isCitedOtherwise(next, before)) return;
  for (const uri of next.citingBibliographies()) {
    for (const item of itemsOf(next.documents.get(uri))) if (item.word === "cite") yield { uri, item };
  }
}

/** Whether a bibliography may have more or fewer works that something cites, or be named first in another document. */
function isCitedOtherwise(next: Snapshot, before: Snapshot): boolean {
  const { cited, rescoped, touched } = next.difference;
  if (rescoped.size > 0) return true;
  const isEntry = (key: string): boolean => [...next.bibliographies.values()].some((bibliography) => bibliography.byKey.has(key));
  const keys = [...cited, ...[...touched].filter((id) => id.startsWith("@")).map((id) => id.slice(1))];
  if (keys.some((key) => isCitedByItems(key, next) !== isCitedByItems(key, before) && isEntry(key))) return true;
  return next.citedInProse !== before.citedInProse;
}

const sameVersions = (a: CitedVersions, b: CitedVersions): boolean =>
  a === b || (a.newest?.uri === b.newest?.uri && a.newest?.item === b.newest?.item && sameSet(a.versions, b.versions));

const sameSet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a === b || (a.size === b.size && [...a].every((entry) => b.has(entry)));
