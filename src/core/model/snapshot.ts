/**
 * The workspace at one moment: documents, bibliographies, and an index over both. It never changes; `with` gives the
 * next one, which shares all that did not change, so that a keystroke costs the items it touches and nothing more.
 */
import { type Atlas, atlasesOf } from "../atlas/atlas.ts";
import { Names } from "../atlas/lookup.ts";
import type { Bibliography, BibliographyEntry } from "../evidence/bibliography.ts";
import type { Span } from "../text.ts";
import type { Item } from "../syntax/tree.ts";
import { walkItem } from "../syntax/tree.ts";
import type { ItemWord } from "../syntax/vocabulary.ts";
import { isInside, resolvePath } from "../uri.ts";
import { all, as } from "./arguments.ts";
import { PersistentMap } from "./persistent-map.ts";
import type { SourceDocument, SourceRegion } from "./source.ts";

/** An item that gives an id to something, and where it stands. */
export interface Declaration {
  readonly id: string;
  readonly word: ItemWord;
  readonly uri: string;
  readonly item: Item;
}

/** An item that names an id or a citation key. */
export interface Mention {
  readonly uri: string;
  readonly item: Item;
}

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
  readonly citations: PersistentMap<readonly Mention[]>;
  readonly atlases: readonly Atlas[];
  readonly complete: boolean;
  readonly roots: readonly string[];
  readonly defaultAtlases: readonly string[];
  /** `Names` by document; kept while the atlases are the same. */
  readonly names: Map<string, { readonly facts: DocumentFacts | undefined; readonly names: Names }>;
}

export const DEFAULT_ATLASES: readonly string[] = ["cortex", "transformer"];

/** The key under which the `source` items of a citation key are indexed. */
const sourceKey = (key: string): string => `@${key}`;

/** How a snapshot differs from the one before. */
interface Difference {
  readonly touched: ReadonlySet<string>;
  readonly mentioned: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly surroundings: boolean;
}

export class Snapshot {
  readonly #state: State;
  /** Ids and keys (with `@`) whose declarations differ from the snapshot before. */
  readonly touched: ReadonlySet<string>;
  /** Ids that the changed items name. */
  readonly mentionedByChanged: ReadonlySet<string>;
  /** Documents that differ from the snapshot before. */
  readonly changed: ReadonlySet<string>;
  /** Whether names or bibliographies changed, so that any document may be concerned. */
  readonly surroundingsChanged: boolean;

  private constructor(state: State, difference: Difference) {
    this.#state = state;
    this.touched = difference.touched;
    this.mentionedByChanged = difference.mentioned;
    this.changed = difference.changed;
    this.surroundingsChanged = difference.surroundings;
  }

  static empty(builtin: Builtin): Snapshot {
    const state: State = {
      builtin,
      documents: new Map(),
      facts: new Map(),
      bibliographies: new Map(),
      declarations: PersistentMap.empty(),
      mentions: PersistentMap.empty(),
      citations: PersistentMap.empty(),
      atlases: builtin.atlases,
      complete: false,
      roots: [],
      defaultAtlases: DEFAULT_ATLASES,
      names: new Map(),
    };
    return new Snapshot(state, { touched: new Set(), mentioned: new Set(), changed: new Set(), surroundings: false });
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
    let { documents, facts, declarations, mentions, citations, bibliographies, atlases } = before;
    let surroundings = false;
    if (change.documents && change.documents.size > 0) {
      const nextDocuments = new Map(documents);
      const nextFacts = new Map(facts);
      const index = new IndexChanges();
      let atlasesChanged = false;
      for (const [uri, document] of change.documents) {
        const old = documents.get(uri);
        if (old === document) continue;
        changed.add(uri);
        if (document) nextDocuments.set(uri, document);
        else nextDocuments.delete(uri);
        const { removed, added } = difference(old, document);
        for (const item of removed) index.remove(uri, item);
        for (const item of added) index.add(uri, item);
        const oldFacts = facts.get(uri);
        const concerned = removed.some(holdsForDocument) || added.some(holdsForDocument) || !oldFacts !== !document;
        // an entry of an atlas keeps its offsets as facts, so a document with atlases is read again whenever it changes
        if (concerned || (oldFacts && oldFacts.atlases.length > 0)) {
          const fresh = document && readFacts(document, before.builtin.atlases);
          if (fresh) nextFacts.set(uri, fresh);
          else nextFacts.delete(uri);
          if ((oldFacts?.atlases.length ?? 0) > 0 || (fresh?.atlases.length ?? 0) > 0) atlasesChanged = true;
        }
      }
      documents = nextDocuments;
      facts = nextFacts;
      declarations = index.applyTo(declarations, index.declared, touched);
      mentions = index.applyTo(mentions, index.mentioned, mentioned);
      citations = index.applyTo(citations, index.cited);
      if (atlasesChanged) {
        atlases = [...before.builtin.atlases, ...[...facts.values()].flatMap((entry) => entry.atlases)];
        surroundings = true;
      }
    }
    if (change.bibliographies) {
      const next = new Map(bibliographies);
      for (const [uri, bibliography] of change.bibliographies) {
        if (bibliography) next.set(uri, bibliography);
        else next.delete(uri);
      }
      bibliographies = next;
      surroundings = true;
    }
    if (change.complete !== undefined && change.complete !== before.complete) surroundings = true;
    if (change.defaultAtlases || change.roots) surroundings = true;
    const state: State = {
      ...before,
      documents,
      facts,
      declarations,
      mentions,
      citations,
      bibliographies,
      atlases,
      complete: change.complete ?? before.complete,
      roots: change.roots ?? before.roots,
      defaultAtlases: change.defaultAtlases ?? before.defaultAtlases,
      names: atlases === before.atlases && !change.defaultAtlases ? before.names : new Map(),
    };
    return new Snapshot(state, { touched, mentioned, changed, surroundings });
  }

  /** The items that declare an id: claims, mappings, predictions, evidence, models, atlases. */
  declarations(id: string): readonly Declaration[] {
    return this.#state.declarations.get(id) ?? none;
  }

  /** All ids of the workspace with their declarations. */
  *allDeclarations(): IterableIterator<Declaration> {
    for (const [, list] of this.#state.declarations.entries()) for (const declaration of list) if (declaration.word !== "source") yield declaration;
  }

  /** The `source` items on a citation key. */
  sources(key: string): readonly Declaration[] {
    return this.#state.declarations.get(sourceKey(key)) ?? none;
  }

  /** The items that name an id. */
  mentions(id: string): readonly Mention[] {
    return this.#state.mentions.get(id) ?? none;
  }

  /** The items that cite a key. */
  citations(key: string): readonly Mention[] {
    return this.#state.citations.get(key) ?? none;
  }

  /** The names that a document may use. */
  names(uri: string): Names {
    const { names, atlases, defaultAtlases } = this.#state;
    const facts = this.#state.facts.get(uri);
    const known = names.get(uri);
    if (known && known.facts === facts) return known.names;
    const wanted = facts?.uses ?? defaultAtlases;
    const own = facts?.atlases ?? [];
    const inScope = wanted.flatMap((id) => atlases.find((atlas) => atlas.id === id) ?? []);
    const made = new Names([...inScope, ...own.filter((atlas) => !inScope.includes(atlas))], atlases);
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
function difference(old: SourceDocument | undefined, fresh: SourceDocument | undefined): { removed: readonly Item[]; added: readonly Item[] } {
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
export function itemsOf(source: SourceDocument): readonly Item[] {
  const [only, ...others] = source.regions;
  if (!only) return [];
  return others.length === 0 ? only.document.items : source.regions.flatMap((region) => region.document.items);
}

const holdsForDocument = (item: Item): boolean =>
  item.word === "use" || item.word === "cite" || item.word === "atlas" || item.word === "part";

function readFacts(document: SourceDocument, shipped: readonly Atlas[]): DocumentFacts {
  let uses: string[] | undefined;
  const cites: string[] = [];
  for (const item of itemsOf(document)) {
    if (item.word === "use") uses = [...(uses ?? []), ...all(item.args["atlases"], "name").map((name) => name.text)];
    else if (item.word === "cite") {
      const file = as(item.args["file"], "text");
      if (file) cites.push(file.value);
    }
  }
  // an atlas that ships with Lamina, open for reading, is not one more atlas
  const own = shipped.some((atlas) => atlas.uri === document.uri) ? [] : document.regions;
  return { uses, cites, atlases: own.flatMap((region) => atlasesOf(region.document, document.uri)) };
}

type Changes<T> = Map<string, { removed: Item[]; added: T[] }>;

/** Collects what a change takes from and adds to the index, key by key. */
class IndexChanges {
  readonly declared: Changes<Declaration> = new Map();
  readonly mentioned: Changes<Mention> = new Map();
  readonly cited: Changes<Mention> = new Map();

  remove(uri: string, item: Item): void {
    this.#visit(uri, item, (changes, key) => entryFor(changes, key).removed.push(item));
  }

  add(uri: string, item: Item): void {
    this.#visit(uri, item, (changes, key, value) => (entryFor(changes, key).added as unknown[]).push(value));
  }

  #visit(uri: string, item: Item, each: (changes: Changes<Declaration> | Changes<Mention>, key: string, value: Declaration | Mention) => void): void {
    const { word } = item;
    if (word !== undefined && word !== "part") {
      const id = as(item.args["id"], "name") ?? (word === "source" ? as(item.args["key"], "name") : undefined);
      if (id && word !== "implements") {
        each(this.declared, word === "source" ? sourceKey(id.text) : id.text, { id: id.text, word, uri, item });
      }
    }
    const seen = new Set<string>();
    const mention = { uri, item };
    walkItem(item, (node) => {
      if (node.kind === "name" && (node.role === "claim" || node.role === "prediction" || node.role === "evidence")) {
        if (!seen.has(node.text)) each(this.mentioned, node.text, mention);
        seen.add(node.text);
      } else if (node.kind === "citation") {
        for (const cite of node.cites) {
          if (!seen.has(`@${cite.key}`)) each(this.cited, cite.key, mention);
          seen.add(`@${cite.key}`);
        }
      }
    });
  }

  /** The index after the changes; the keys that changed are added to `touched`. */
  applyTo<T extends Mention>(map: PersistentMap<readonly T[]>, changes: Changes<T>, touched?: Set<string>): PersistentMap<readonly T[]> {
    const updates: [string, readonly T[] | undefined][] = [];
    for (const [key, { removed, added }] of changes) {
      const kept = (map.get(key) ?? []).filter((entry) => !removed.includes(entry.item));
      const list = [...kept, ...added].sort(byPlace);
      updates.push([key, list.length > 0 ? list : undefined]);
      touched?.add(key);
    }
    return map.with(updates);
  }
}

/** Documents in order of their addresses, so that the first of two with the same id is the same everywhere. */
const byPlace = (a: Mention, b: Mention): number => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0);

function entryFor<T>(changes: Changes<T>, key: string): { removed: Item[]; added: T[] } {
  let entry = changes.get(key);
  if (!entry) {
    entry = { removed: [], added: [] };
    changes.set(key, entry);
  }
  return entry;
}
