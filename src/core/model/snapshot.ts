/**
 * The workspace at one moment: documents, bibliographies, and an index over both. It never changes; `with` gives the
 * next one, which shares all that did not change, so that a keystroke costs the items it touches and nothing more.
 */
import type { Atlas } from "../atlas/atlas.ts";
import { Names, normalName } from "../atlas/lookup.ts";
import type { Configuration } from "../configuration.ts";
import type { DataResult } from "../data/result.ts";
import type { Bibliography } from "../evidence/bibliography.ts";
import type { DataNode, Item } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { folderOf, isInside, nearestAbove, resolvePath } from "../uri.ts";
import { type DataAnswers, dataKey, withSameAnswers } from "./data-answers.ts";
import { type Difference, difference, noDifference, type Replaced } from "./difference.ts";
import { type DocumentFacts, holdsForDocument, hostPaths, itemsOf, readFacts, sameNames, sameScope } from "./document-facts.ts";
import {
  type Declaration,
  emptyIndexes,
  IndexChanges,
  type Mention,
  type PlacedMention,
  sourceKey,
  type TouchedKeys,
} from "./index-changes.ts";
import { allPlaces, type Places, placesAfter } from "./places.ts";
import { emptyProseIndex, proseIndexAfter } from "./prose-index.ts";
import { quantityKey } from "./quantity-key.ts";
import type { BibliographyLink, Builtin, Change, FoundReference, State } from "./snapshot-state.ts";
import type { SourceDocument, SourceRegion } from "./source.ts";

export type { Difference, Replaced } from "./difference.ts";
export { itemsOf } from "./document-facts.ts";
export type { Declaration, Mention } from "./index-changes.ts";
export type { BibliographyLink, Builtin, Change, FoundReference } from "./snapshot-state.ts";

export const DEFAULT_ATLASES: readonly string[] = ["cortex", "transformer"];

export class Snapshot {
  readonly #state: State;
  /** How it differs from the one that it was made from. */
  readonly difference: Difference;
  /** Stands for this snapshot, so that the next one need not hold on to it. */
  readonly #self = {};
  readonly #madeFrom: object | undefined;
  /** Made when it is first asked for, and from then on taken along from one to the next. */
  #places: Places | undefined;

  private constructor(state: State, difference: Difference, madeFrom: object | undefined) {
    this.#state = state;
    this.difference = difference;
    this.#madeFrom = madeFrom;
  }

  /** Whether this snapshot was made from that one, so that `difference` is between the two. */
  follows(other: Snapshot): boolean {
    return this.#madeFrom === other.#self;
  }

  static empty(builtin: Builtin): Snapshot {
    const state: State = {
      builtin,
      documents: new Map(),
      facts: new Map(),
      bibliographies: new Map(),
      indexes: emptyIndexes,
      data: new Map(),
      missing: new Set(),
      atlases: builtin.atlases,
      configurations: new Map(),
      publications: new Map(),
      prose: emptyProseIndex,
      complete: false,
      roots: [],
      defaultAtlases: DEFAULT_ATLASES,
      idSpace: {},
      names: new Map(),
      sharedNames: new Map(),
      links: new Map(),
    };
    return new Snapshot(state, noDifference, undefined);
  }

  get documents(): ReadonlyMap<string, SourceDocument> {
    return this.#state.documents;
  }

  get bibliographies(): ReadonlyMap<string, Bibliography> {
    return this.#state.bibliographies;
  }

  get complete(): boolean {
    return this.#state.complete;
  }

  get roots(): readonly string[] {
    return this.#state.roots;
  }

  get atlases(): readonly Atlas[] {
    return this.#state.atlases;
  }

  get builtin(): Builtin {
    return this.#state.builtin;
  }

  /** The snapshot after a change. */
  with(change: Change): Snapshot {
    const before = this.#state;
    const changed = new Set<string>();
    const rescoped = new Set<string>();
    const replaced: Replaced[] = [];
    let { documents, facts, indexes, bibliographies, atlases } = before;
    let keys: TouchedKeys = noDifference;
    let surroundings = false;
    let pieces = false;
    let { configurations, publications, prose } = before;
    const anchored = new Set<string>();
    if (change.documents && change.documents.size > 0) {
      documents = withEntries(documents, change.documents);
      const nextFacts = new Map(facts);
      const index = new IndexChanges((uri) => itemsOf(documents.get(uri)));
      let atlasesRead = false;
      for (const [uri, document] of change.documents) {
        const old = before.documents.get(uri);
        if (old === document) continue;
        changed.add(uri);
        if (old?.configuration || document?.configuration) {
          configurations = withEntries(configurations, new Map([[folderOf(uri), document?.configuration]]));
          surroundings = true;
        }
        if ((old?.publishes || document?.publishes) && (hostPaths(old) !== hostPaths(document) || !old !== !document)) {
          publications = withEntries(publications, new Map([[folderOf(uri), document]]));
          pieces = true;
          surroundings = true;
        } else if (document?.publishes) publications = withEntries(publications, new Map([[folderOf(uri), document]]));
        // which bibliographies hold for a piece of a manuscript is for the whole of it to say
        if (piecesOf(old) !== piecesOf(document)) {
          pieces = true;
          surroundings = true;
        }
        prose = proseIndexAfter(prose, uri, old, document, anchored);
        const { removed, added } = difference(old, document);
        for (const item of removed) index.remove(uri, item);
        for (const item of added) index.add(uri, item);
        replaced.push({ uri, removed, added });
        const oldFacts = facts.get(uri);
        const concerned = removed.some(holdsForDocument) || added.some(holdsForDocument) || !oldFacts !== !document;
        if (hostPaths(old) !== hostPaths(document)) rescoped.add(uri);
        // an entry of an atlas keeps its offsets as facts, so a document with atlases is read again whenever it changes
        if (!concerned && !(oldFacts && oldFacts.atlases.length > 0)) continue;
        const fresh = document && readFacts(document, before.builtin.atlases);
        if (fresh && oldFacts && sameScope(fresh, oldFacts)) {
          if (oldFacts.atlases.length > 0 || fresh.atlases.length > 0) nextFacts.set(uri, fresh);
        } else {
          rescoped.add(uri);
          if (fresh) nextFacts.set(uri, fresh);
          else nextFacts.delete(uri);
        }
        if ((oldFacts?.atlases.length ?? 0) > 0 || (fresh?.atlases.length ?? 0) > 0) {
          atlasesRead = true;
          // where no entry was touched, the atlases differ in their offsets alone
          if (concerned) surroundings = true;
        }
      }
      facts = sortedByKey(nextFacts, facts);
      ({ indexes, keys } = index.after(indexes));
      if (atlasesRead) atlases = [...before.builtin.atlases, ...[...facts.values()].flatMap((entry) => entry.atlases)];
    }
    if (change.bibliographies) {
      bibliographies = withEntries(bibliographies, change.bibliographies);
      surroundings = true;
    }
    const { data, answered } = withSameAnswers(before.data, change.data, (uri) => documents.has(uri));
    const missing = change.missing ?? before.missing;
    const missed = new Set([...missing, ...before.missing].filter((file) => missing.has(file) !== before.missing.has(file)));
    if (change.complete !== undefined && change.complete !== before.complete) surroundings = true;
    if (change.defaultAtlases || change.roots) surroundings = true;
    const ids = [...keys.touched].some((id) => wordsOf(before.indexes.declarations.get(id)) !== wordsOf(indexes.declarations.get(id)));
    const state: State = {
      ...before,
      documents,
      facts,
      indexes,
      data,
      missing,
      bibliographies,
      atlases,
      configurations,
      publications,
      prose,
      complete: change.complete ?? before.complete,
      roots: change.roots ?? before.roots,
      defaultAtlases: change.defaultAtlases ?? before.defaultAtlases,
      idSpace: ids ? {} : before.idSpace,
      names: atlases === before.atlases && configurations === before.configurations && !change.defaultAtlases ? before.names : new Map(),
      sharedNames: atlases === before.atlases ? before.sharedNames : new Map(),
      links:
        bibliographies === before.bibliographies && configurations === before.configurations && !change.roots && !pieces
          ? before.links
          : new Map(),
    };
    const whole = replaced.map((each) =>
      rescoped.has(each.uri)
        ? { uri: each.uri, removed: itemsOf(before.documents.get(each.uri)), added: itemsOf(documents.get(each.uri)) }
        : each,
    );
    const differs = { ...keys, replaced: whole, anchored, answered, missed, changed, rescoped, surroundings, ids };
    const next = new Snapshot(state, differs, this.#self);
    const renamed = (surroundings && atlases !== before.atlases) || configurations !== before.configurations || change.defaultAtlases;
    if (this.#places && !renamed) next.#places = placesAfter(this.#places, this, next);
    return next;
  }

  /** The items that declare an id: claims, mappings, predictions, evidence, models, atlases. */
  declarations(id: string): readonly Declaration[] {
    return this.#state.indexes.declarations.get(id) ?? none;
  }

  /** All ids of the workspace with their declarations. */
  *allDeclarations(): IterableIterator<Declaration> {
    for (const [, list] of this.#state.indexes.declarations.entries())
      for (const declaration of list) if (declaration.word !== "source") yield declaration;
  }

  /** The same object for all snapshots with the same ids of the same sorts, one after the other. */
  get idSpace(): object {
    return this.#state.idSpace;
  }

  /** The `source` items on a citation key. */
  sources(key: string): readonly Declaration[] {
    return this.#state.indexes.declarations.get(sourceKey(key)) ?? none;
  }

  /** The items that name an id. */
  mentions(id: string): readonly Mention[] {
    return this.#state.indexes.mentions.get(id) ?? none;
  }

  /** The items that have `claim ID` as an end. */
  composites(id: string): readonly Mention[] {
    return this.#state.indexes.composites.get(id) ?? none;
  }

  /** The claims that assume a claim with this id. */
  assuming(id: string): readonly Mention[] {
    return this.#state.indexes.assumed.get(id) ?? none;
  }

  /** The items under a key of `placesOf`: claims on the same things, in the order of documents and of the text. */
  placed(key: string): readonly PlacedMention[] {
    this.#places ??= allPlaces(this);
    return this.#places.get(key) ?? none;
  }

  /** The items that cite a key. */
  citations(key: string): readonly Mention[] {
    return this.#state.indexes.citations.get(key) ?? none;
  }

  /** The items that cite a key with a version: `[@key, v3]`. */
  versionedCitations(key: string): readonly Mention[] {
    return this.#state.indexes.versioned.get(key) ?? none;
  }

  /** The items of a document that name a data file. */
  readingData(uri: string): readonly Mention[] {
    return this.#state.indexes.reading.get(uri) ?? none;
  }

  /** The items that say a number of a quantity, by its name. */
  quantified(name: string): readonly Mention[] {
    return this.#state.indexes.quantified.get(quantityKey(name)) ?? none;
  }

  /** The `model` items that name a file, by its address. */
  modelled(file: string): readonly Mention[] {
    return this.#state.indexes.modelled.get(file) ?? none;
  }

  /** The addresses of the files that `model` items name. */
  *modelFiles(): IterableIterator<string> {
    for (const [file] of this.#state.indexes.modelled.entries()) yield file;
  }

  /** Whether a file that a `model` item names is known not to be there; false while nobody has looked. */
  isMissing(file: string): boolean {
    return this.#state.missing.has(file) && !this.#state.documents.has(file);
  }

  /** What a data file gives that an item of the document names; undefined while it has not been read. */
  data(uri: string, node: DataNode): DataResult | undefined {
    return this.#state.data.get(uri)?.get(dataKey(node));
  }

  /** All that the data files gave which a document names, as far as they have been read. */
  dataOf(uri: string): DataAnswers | undefined {
    return this.#state.data.get(uri);
  }

  /** The documents that have a `cite` item, in the order of their addresses. */
  *citingBibliographies(): IterableIterator<string> {
    for (const [uri, { cites }] of this.#state.facts) if (cites.length > 0) yield uri;
  }

  /** The documents whose running text has a sentence that states a claim. */
  anchoring(id: string): readonly string[] {
    return this.#state.prose.anchored.get(id) ?? none;
  }

  /** The documents with sentences that are linked to claims; some may come twice. */
  *anchoredDocuments(): IterableIterator<string> {
    for (const documents of this.#state.prose.anchored.values()) yield* documents;
  }

  /** Whether any sentence of the workspace is linked to a claim. */
  get hasAnchors(): boolean {
    return this.#state.prose.anchored.size > 0;
  }

  /** The documents whose running text cites a work. */
  citingInProse(key: string): readonly string[] {
    return this.#state.prose.cited.get(key) ?? none;
  }

  /** The documents whose running text cites works, by key: the same object as long as no document begins to cite one or ceases to. */
  get citedInProse(): ReadonlyMap<string, readonly string[]> {
    return this.#state.prose.cited;
  }

  /** Whether a document says that it is written in a newer version of the language than this tool knows. */
  isNewer(uri: string): boolean {
    return this.#state.facts.get(uri)?.newer ?? false;
  }

  /** What the nearest `lamina.json` says, in a document's folder or above it. */
  configurationOf(uri: string): Configuration | undefined {
    return nearestAbove(uri, this.#state.configurations)?.value;
  }

  /** The names that a document may use. */
  names(uri: string): Names {
    const { names, atlases, defaultAtlases } = this.#state;
    const facts = this.#state.facts.get(uri);
    const known = names.get(uri);
    if (known && (known.facts === facts || sameNames(known.facts, facts))) return known.names;
    const wanted = facts?.uses ?? this.configurationOf(uri)?.settings.atlases ?? defaultAtlases;
    const own = facts?.atlases ?? [];
    const atlasNamed = (id: string): Atlas | undefined => atlases.find((atlas) => normalName(atlas.id) === normalName(id));
    const inScope = [...new Set(wanted.flatMap((id) => atlasNamed(id) ?? []))];
    const missing = (facts?.uses ?? []).filter((id) => !atlasNamed(id));
    // documents with atlases of their own are few; all others share what is found with those that use the same
    const key = own.length === 0 ? JSON.stringify([inScope.map(({ id }) => id), missing]) : undefined;
    const shared = key === undefined ? undefined : this.#state.sharedNames.get(key);
    const made = shared ?? new Names([...inScope, ...own.filter((atlas) => !inScope.includes(atlas))], atlases, missing);
    if (key !== undefined) this.#state.sharedNames.set(key, made);
    names.set(uri, { facts, names: made });
    return made;
  }

  /** The bibliographies that a document names, or else those of its `lamina.json`, or else all of the project. */
  bibliographiesOf(uri: string): readonly BibliographyLink[] {
    const facts = this.#state.facts.get(uri);
    const named = this.#state.documents.get(uri)?.bibliographies;
    const known = this.#state.links.get(uri);
    if (known && known.facts === facts && known.named === named) return known.links;
    const document = this.#state.documents.get(uri);
    if ((facts?.cites.length ?? 0) === 0 && (named?.length ?? 0) === 0) {
      // what a root names may change without a change here
      const root = document && this.#rootOf(document);
      if (root) return this.bibliographiesOf(root);
    }
    const links = this.#linksOf(uri, facts, named);
    // nor need the root that a piece names be there from the start
    if (document?.inputs.length === 0) this.#state.links.set(uri, { facts, named, links });
    return links;
  }

  #linksOf(uri: string, facts: DocumentFacts | undefined, named: SourceDocument["bibliographies"] = none): readonly BibliographyLink[] {
    const paths = [...(facts?.cites ?? []), ...named.map((entry) => entry.path)];
    if (paths.length === 0) {
      const configured = nearestAbove(uri, this.#state.configurations);
      if (configured && configured.value.bibliographies.length > 0)
        return configured.value.bibliographies.map(({ path }) => this.#link(configured.folder, path));
      const publication = nearestAbove(uri, this.#state.publications);
      if (publication && publication.value.bibliographies.length > 0)
        return publication.value.bibliographies.map(({ path }) => this.#link(publication.folder, path));
      return [...this.#state.bibliographies].map(([address, bibliography]) => ({
        path: undefined,
        uri: address,
        bibliography,
        problem: undefined,
      }));
    }
    return paths.map((path) => this.#link(uri, path));
  }

  /** The manuscript that a file is a piece of, by its own word or by that of whoever holds it; undefined where there is none. */
  #rootOf({ uri, inputs }: SourceDocument): string | undefined {
    const named = inputs.find(({ kind }) => kind === "root");
    const root = named && resolvePath(uri, named.path);
    if (root !== undefined && root !== uri && this.documents.has(root)) return root;
    for (const other of this.documents.values()) {
      // a file that is a piece of another is not looked through for its pieces: circles would have no end
      if (other.uri === uri || other.inputs.length === 0 || other.bibliographies.length === 0) continue;
      const holds = other.inputs.some(({ path, kind }) => {
        const piece = kind === "root" ? undefined : resolvePath(other.uri, path);
        return piece !== undefined && (piece === uri || `${piece}.tex` === uri);
      });
      if (holds) return other.uri;
    }
    return undefined;
  }

  #link(base: string, path: string): BibliographyLink {
    const uri = resolvePath(base, path);
    const bibliography = uri === undefined ? undefined : this.#state.bibliographies.get(uri);
    const outside = uri === undefined || (this.roots.length > 0 && !this.roots.some((root) => isInside(uri, root)));
    return { path, uri, bibliography, problem: bibliography ? undefined : outside ? "outside" : "not-found" };
  }

  /** The entry behind a citation key: in the document's bibliographies, else in the one that ships. */
  reference(uri: string, key: string): FoundReference | undefined {
    for (const link of this.bibliographiesOf(uri)) {
      const entry = link.bibliography?.byKey.get(key);
      if (entry && link.uri) return { entry, uri: link.uri, shipped: false };
    }
    const shipped = this.builtin.bibliography.byKey.get(key);
    return shipped && { entry: shipped, uri: this.builtin.bibliographyUri, shipped: true };
  }

  /** Every region of every document. */
  *regions(): IterableIterator<{ readonly uri: string; readonly source: SourceDocument; readonly region: SourceRegion }> {
    for (const [uri, source] of this.#state.documents) for (const region of source.regions) yield { uri, source, region };
  }

  /** Where a span inside an item stands in its document; undefined where the item is no longer there. */
  locate(uri: string, item: Item, span: Span): Span | undefined {
    const document = this.#state.documents.get(uri);
    for (const region of document?.regions ?? []) {
      const index = region.document.indexOf(item);
      if (index < 0) continue;
      const start = region.document.startOf(index);
      return region.map.spanToHost({ start: span.start + start, end: span.end + start });
    }
    return undefined;
  }
}

/** The files of a manuscript and the bibliographies of the whole, as one text to compare. */
const piecesOf = (document: SourceDocument | undefined): string =>
  !document || document.inputs.length === 0
    ? ""
    : [...document.inputs.map(({ path, kind }) => `${kind} ${path}`), ...document.bibliographies.map(({ path }) => path)].join("\n");

const none: readonly never[] = [];

const wordsOf = (declarations: readonly Declaration[] | undefined): string => (declarations ?? none).map(({ word }) => word).join();

/** The map with entries set or, where undefined, taken away; in the order of its keys, whatever way led there. */
function withEntries<V>(map: ReadonlyMap<string, V>, entries: ReadonlyMap<string, V | undefined>): ReadonlyMap<string, V> {
  const next = new Map(map);
  for (const [key, value] of entries) {
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  return sortedByKey(next, map);
}

/** The map in the order of its keys; one that has no other keys than `before`, which is in order, is so already. */
function sortedByKey<V>(map: ReadonlyMap<string, V>, before: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  for (const key of map.keys()) {
    if (!before.has(key)) return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return map;
}
