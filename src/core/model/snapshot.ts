/**
 * The workspace at one moment: documents, bibliographies, and an index over both. It never changes; `with` gives the
 * next one, which shares all that did not change, so that a keystroke costs the items it touches and nothing more.
 */
import { type Atlas, atlasesIn } from "../atlas/atlas.ts";
import { Names, normalName } from "../atlas/lookup.ts";
import type { Bibliography, BibliographyEntry } from "../evidence/bibliography.ts";
import type { Item } from "../syntax/tree.ts";
import { languageVersion } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { isInside, resolvePath } from "../uri.ts";
import { all, as } from "./arguments.ts";
import { type Declaration, IndexChanges, type Mention, sourceKey } from "./index-changes.ts";
import { PersistentMap } from "./persistent-map.ts";
import type { SourceDocument, SourceRegion } from "./source.ts";

export type { Declaration, Mention } from "./index-changes.ts";

/** A bibliography that a document may cite from. */
export interface BibliographyLink {
  /** As written in the document; undefined for one of the project. */
  readonly path: string | undefined;
  readonly uri: string | undefined;
  readonly bibliography: Bibliography | undefined;
  /** Why it cannot be read, where it cannot. */
  readonly problem: "not-found" | "outside" | undefined;
}

export interface FoundReference {
  readonly entry: BibliographyEntry;
  readonly uri: string;
  /** Whether it is known only from the bibliography that ships with Lamina. */
  readonly shipped: boolean;
}

/** What of a document holds for all of it. */
interface DocumentFacts {
  readonly uses: readonly string[] | undefined;
  readonly cites: readonly string[];
  readonly atlases: readonly Atlas[];
  /** Whether it says that it is written in a newer version of the language. */
  readonly newer: boolean;
}

export interface Builtin {
  readonly atlases: readonly Atlas[];
  readonly bibliography: Bibliography;
  readonly bibliographyUri: string;
}

export interface Change {
  /** Documents by address; undefined takes one away. */
  readonly documents?: ReadonlyMap<string, SourceDocument | undefined>;
  readonly bibliographies?: ReadonlyMap<string, Bibliography | undefined>;
  /** Whether everything that the workspace holds has been read. */
  readonly complete?: boolean;
  /** The folders that are open. */
  readonly roots?: readonly string[];
  /** Atlases in scope where a document has no `use`. */
  readonly defaultAtlases?: readonly string[];
}

interface State {
  readonly builtin: Builtin;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly facts: ReadonlyMap<string, DocumentFacts>;
  readonly bibliographies: ReadonlyMap<string, Bibliography>;
  readonly declarations: PersistentMap<readonly Declaration[]>;
  readonly mentions: PersistentMap<readonly Mention[]>;
  /** Items with `claim ID` as an end, by the id. */
  readonly composites: PersistentMap<readonly Mention[]>;
  readonly citations: PersistentMap<readonly Mention[]>;
  /** Items that cite a key with a version. */
  readonly versioned: PersistentMap<readonly Mention[]>;
  readonly atlases: readonly Atlas[];
  readonly complete: boolean;
  readonly roots: readonly string[];
  readonly defaultAtlases: readonly string[];
  /** Stands for the ids that there are: the same object as long as they are the same. */
  readonly idSpace: object;
  /** `Names` by document; kept while the atlases are the same. */
  readonly names: Map<string, { readonly facts: DocumentFacts | undefined; readonly names: Names }>;
}

export const DEFAULT_ATLASES: readonly string[] = ["cortex", "transformer"];

/** How a snapshot differs from the one before. */
export interface Difference {
  /** Ids and keys (with `@`) whose declarations differ. */
  readonly touched: ReadonlySet<string>;
  /** Ids that the changed items name or named. */
  readonly mentioned: ReadonlySet<string>;
  /** Keys that the changed items cite or cited. */
  readonly cited: ReadonlySet<string>;
  /** Documents that differ. */
  readonly changed: ReadonlySet<string>;
  /** Documents whose `use`, `cite` and the like differ, so that any of their items may be concerned. */
  readonly rescoped: ReadonlySet<string>;
  /** Whether names or bibliographies changed, so that any document may be concerned. */
  readonly surroundings: boolean;
  /** Whether an id came or went, or names another sort of thing. */
  readonly ids: boolean;
}

const noDifference: Difference = {
  touched: new Set(),
  mentioned: new Set(),
  cited: new Set(),
  changed: new Set(),
  rescoped: new Set(),
  surroundings: false,
  ids: false,
};

export class Snapshot {
  readonly #state: State;
  /** How it differs from the one that it was made from. */
  readonly difference: Difference;
  /** Stands for this snapshot, so that the next one need not hold on to it. */
  readonly #self = {};
  readonly #madeFrom: object | undefined;

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
      declarations: PersistentMap.empty(),
      mentions: PersistentMap.empty(),
      composites: PersistentMap.empty(),
      citations: PersistentMap.empty(),
      versioned: PersistentMap.empty(),
      atlases: builtin.atlases,
      complete: false,
      roots: [],
      defaultAtlases: DEFAULT_ATLASES,
      idSpace: {},
      names: new Map(),
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
    const touched = new Set<string>();
    const changed = new Set<string>();
    const mentioned = new Set<string>();
    const cited = new Set<string>();
    const rescoped = new Set<string>();
    let { documents, facts, declarations, mentions, composites, citations, versioned, bibliographies, atlases } = before;
    let surroundings = false;
    if (change.documents && change.documents.size > 0) {
      documents = withEntries(documents, change.documents);
      const nextFacts = new Map(facts);
      const index = new IndexChanges((uri) => itemsOf(documents.get(uri)));
      let atlasesRead = false;
      for (const [uri, document] of change.documents) {
        const old = before.documents.get(uri);
        if (old === document) continue;
        changed.add(uri);
        const { removed, added } = difference(old, document);
        for (const item of removed) index.remove(uri, item);
        for (const item of added) index.add(uri, item);
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
      declarations = index.applyTo(declarations, index.declared, touched);
      mentions = index.applyTo(mentions, index.mentioned, mentioned);
      composites = index.applyTo(composites, index.composed, mentioned);
      citations = index.applyTo(citations, index.cited, cited);
      versioned = index.applyTo(versioned, index.versioned);
      if (atlasesRead) atlases = [...before.builtin.atlases, ...[...facts.values()].flatMap((entry) => entry.atlases)];
    }
    if (change.bibliographies) {
      bibliographies = withEntries(bibliographies, change.bibliographies);
      surroundings = true;
    }
    if (change.complete !== undefined && change.complete !== before.complete) surroundings = true;
    if (change.defaultAtlases || change.roots) surroundings = true;
    const ids = [...touched].some((id) => wordsOf(before.declarations.get(id)) !== wordsOf(declarations.get(id)));
    const state: State = {
      ...before,
      documents,
      facts,
      declarations,
      mentions,
      composites,
      citations,
      versioned,
      bibliographies,
      atlases,
      complete: change.complete ?? before.complete,
      roots: change.roots ?? before.roots,
      defaultAtlases: change.defaultAtlases ?? before.defaultAtlases,
      idSpace: ids ? {} : before.idSpace,
      names: atlases === before.atlases && !change.defaultAtlases ? before.names : new Map(),
    };
    return new Snapshot(state, { touched, mentioned, cited, changed, rescoped, surroundings, ids }, this.#self);
  }

  /** The items that declare an id: claims, mappings, predictions, evidence, models, atlases. */
  declarations(id: string): readonly Declaration[] {
    return this.#state.declarations.get(id) ?? none;
  }

  /** All ids of the workspace with their declarations. */
  *allDeclarations(): IterableIterator<Declaration> {
    for (const [, list] of this.#state.declarations.entries())
      for (const declaration of list) if (declaration.word !== "source") yield declaration;
  }

  /** The same object for all snapshots with the same ids of the same sorts, one after the other. */
  get idSpace(): object {
    return this.#state.idSpace;
  }

  /** The `source` items on a citation key. */
  sources(key: string): readonly Declaration[] {
    return this.#state.declarations.get(sourceKey(key)) ?? none;
  }

  /** The items that name an id. */
  mentions(id: string): readonly Mention[] {
    return this.#state.mentions.get(id) ?? none;
  }

  /** The items that have `claim ID` as an end. */
  composites(id: string): readonly Mention[] {
    return this.#state.composites.get(id) ?? none;
  }

  /** The items that cite a key. */
  citations(key: string): readonly Mention[] {
    return this.#state.citations.get(key) ?? none;
  }

  /** The items that cite a key with a version: `[@key, v3]`. */
  versionedCitations(key: string): readonly Mention[] {
    return this.#state.versioned.get(key) ?? none;
  }

  /** The documents that have a `cite` item, in the order of their addresses. */
  *citingBibliographies(): IterableIterator<string> {
    for (const [uri, { cites }] of this.#state.facts) if (cites.length > 0) yield uri;
  }

  /** Whether a document says that it is written in a newer version of the language than this tool knows. */
  isNewer(uri: string): boolean {
    return this.#state.facts.get(uri)?.newer ?? false;
  }

  /** The names that a document may use. */
  names(uri: string): Names {
    const { names, atlases, defaultAtlases } = this.#state;
    const facts = this.#state.facts.get(uri);
    const known = names.get(uri);
    if (known && known.facts === facts) return known.names;
    const wanted = facts?.uses ?? defaultAtlases;
    const own = facts?.atlases ?? [];
    const atlasNamed = (id: string): Atlas | undefined => atlases.find((atlas) => normalName(atlas.id) === normalName(id));
    const inScope = [...new Set(wanted.flatMap((id) => atlasNamed(id) ?? []))];
    const missing = (facts?.uses ?? []).filter((id) => !atlasNamed(id));
    const made = new Names([...inScope, ...own.filter((atlas) => !inScope.includes(atlas))], atlases, missing);
    names.set(uri, { facts, names: made });
    return made;
  }

  /** The bibliographies that a document names, or else all of the project. */
  bibliographiesOf(uri: string): readonly BibliographyLink[] {
    const document = this.#state.documents.get(uri);
    const paths = [...(this.#state.facts.get(uri)?.cites ?? []), ...(document?.bibliographies ?? []).map((entry) => entry.path)];
    if (paths.length === 0) {
      return [...this.#state.bibliographies].map(([address, bibliography]) => ({
        path: undefined,
        uri: address,
        bibliography,
        problem: undefined,
      }));
    }
    return paths.map((path) => this.#link(uri, path));
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
      const index = region.document.items.indexOf(item);
      if (index < 0) continue;
      const start = region.document.startOf(index);
      return region.map.spanToHost({ start: span.start + start, end: span.end + start });
    }
    return undefined;
  }
}

const none: readonly never[] = [];

/** Items that are in one but not in the other; those at the same place at both ends are left out cheaply. */
function difference(
  old: SourceDocument | undefined,
  fresh: SourceDocument | undefined,
): { removed: readonly Item[]; added: readonly Item[] } {
  const before = old ? itemsOf(old) : [];
  const after = fresh ? itemsOf(fresh) : [];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  return { removed: before.slice(start, endBefore), added: after.slice(start, endAfter) };
}

/** All items of a document, region by region. */
export function itemsOf(source: SourceDocument | undefined): readonly Item[] {
  const [only, ...others] = source?.regions ?? none;
  if (!only || !source) return none;
  return others.length === 0 ? only.document.items : source.regions.flatMap((region) => region.document.items);
}

const holdsForDocument = (item: Item): boolean =>
  item.word === "use" || item.word === "cite" || item.word === "atlas" || item.word === "part" || item.word === "lamina";

function readFacts(document: SourceDocument, shipped: readonly Atlas[]): DocumentFacts {
  let uses: string[] | undefined;
  const cites: string[] = [];
  let newer = false;
  for (const item of itemsOf(document)) {
    if (item.word === "use") uses = [...(uses ?? []), ...all(item.args["atlases"], "name").map((name) => name.text)];
    else if (item.word === "cite") {
      const file = as(item.args["file"], "text");
      if (file) cites.push(file.value);
    } else if (item.word === "lamina") {
      const version = item.args["version"];
      newer ||= version?.kind === "number" && version.value > languageVersion;
    }
  }
  // an atlas that ships with Lamina, open for reading, is not one more atlas
  const own = shipped.some((atlas) => atlas.uri === document.uri) ? [] : document.regions;
  return { uses, cites, newer, atlases: atlasesIn(own, document.uri) };
}

/** Whether all but the atlases is the same. */
const sameScope = (a: DocumentFacts, b: DocumentFacts): boolean =>
  a.newer === b.newer &&
  a.uses?.join() === b.uses?.join() &&
  a.cites.length === b.cites.length &&
  a.cites.every((path, at) => path === b.cites[at]);

/** The bibliographies that the host names, as one text to compare. */
const hostPaths = (document: SourceDocument | undefined): string => (document?.bibliographies ?? none).map(({ path }) => path).join("\n");

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
