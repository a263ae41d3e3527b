/**
 * The cross-file index: who declares an id, who names it, who cites a key. A change takes from and adds to it, key by
 * key; every list keeps the order of the documents and, within one, of the text, whatever way led there.
 */
import type { Item } from "../syntax/tree.ts";
import { walkItem } from "../syntax/tree.ts";
import type { ItemWord } from "../syntax/vocabulary.ts";
import { as } from "./arguments.ts";
import { type ClaimMeaning, meaningOf } from "./meaning.ts";
import { modelFile } from "./model-file.ts";
import { PersistentMap } from "./persistent-map.ts";
import { quantityKey } from "./quantity-key.ts";

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

/** A claim and the document that it stands in. */
export interface PlacedClaim {
  readonly uri: string;
  readonly claim: ClaimMeaning;
}

/** An item under a key of `placesOf`, with the claim that it is: whoever looks for neighbours need not look that up. */
export interface PlacedMention extends Mention {
  /** Undefined for families and `use` lines. */
  readonly placed: PlacedClaim | undefined;
}

/** The index: every list in the order of the documents and, within one, of the text. */
export interface Indexes {
  /** Items that declare an id, or (with `@` before the key) say what is known of a work. */
  readonly declarations: PersistentMap<readonly Declaration[]>;
  /** Items that name an id. */
  readonly mentions: PersistentMap<readonly Mention[]>;
  /** Items with `claim ID` as an end, by the id. */
  readonly composites: PersistentMap<readonly Mention[]>;
  /** Claims that assume another, by its id. */
  readonly assumed: PersistentMap<readonly Mention[]>;
  /** Items that cite a key. */
  readonly citations: PersistentMap<readonly Mention[]>;
  /** Items that cite a key with a version. */
  readonly versioned: PersistentMap<readonly Mention[]>;
  /** Items that name a data file, by document. */
  readonly reading: PersistentMap<readonly Mention[]>;
  /** Items that say a number of a quantity, by its name. */
  readonly quantified: PersistentMap<readonly Mention[]>;
  /** `model` items, by the address of the file that they name. */
  readonly modelled: PersistentMap<readonly Mention[]>;
}

export const emptyIndexes: Indexes = {
  declarations: PersistentMap.empty(),
  mentions: PersistentMap.empty(),
  composites: PersistentMap.empty(),
  assumed: PersistentMap.empty(),
  citations: PersistentMap.empty(),
  versioned: PersistentMap.empty(),
  reading: PersistentMap.empty(),
  quantified: PersistentMap.empty(),
  modelled: PersistentMap.empty(),
};

/** The keys under which a change took something from the index or added to it. */
export interface TouchedKeys {
  /** Ids and keys (with `@`) whose declarations differ. */
  readonly touched: ReadonlySet<string>;
  /** Ids that are or were named. */
  readonly mentioned: ReadonlySet<string>;
  /** Keys that are or were cited. */
  readonly cited: ReadonlySet<string>;
  /** Quantities of which a number is or was said. */
  readonly quantified: ReadonlySet<string>;
}

/** The key under which the `source` items of a citation key are indexed. */
export const sourceKey = (key: string): string => `@${key}`;

type Changes<T> = Map<string, { removed: Set<Item>; added: T[] }>;

/** Collects what a change takes from and adds to the index. */
export class IndexChanges {
  readonly declared: Changes<Declaration> = new Map();
  readonly mentioned: Changes<Mention> = new Map();
  /** Of the ids named, those that stand as ends: `claim ID`. */
  readonly composed: Changes<Mention> = new Map();
  readonly cited: Changes<Mention> = new Map();
  /** Of the keys cited, those with a version: `[@key, v3]`. */
  readonly versioned: Changes<Mention> = new Map();
  /** By document: the items that name a data file. */
  readonly reading: Changes<Mention> = new Map();
  /** By quantity: the items that say a number of it. */
  readonly quantified: Changes<Mention> = new Map();
  /** Of the ids named, those that a claim assumes. */
  readonly assumed: Changes<Mention> = new Map();
  /** By the file that it names: the `model` items. */
  readonly modelled: Changes<Mention> = new Map();
  /** By what claims set beside what (see `placesOf`); kept apart, since it hangs on the atlases too. */
  readonly placed: Changes<PlacedMention> = new Map();
  readonly #itemsOf: (uri: string) => readonly Item[];
  readonly #positions = new Map<string, ReadonlyMap<Item, number>>();

  /** @param itemsOf the items of a document after the change, in the order of the text */
  constructor(itemsOf: (uri: string) => readonly Item[]) {
    this.#itemsOf = itemsOf;
  }

  remove(uri: string, item: Item): void {
    this.#visit(uri, item, (changes, key) => entryFor(changes, key).removed.add(item));
  }

  /** Of one document, items are added in the order of the text. */
  add(uri: string, item: Item): void {
    this.#visit(uri, item, (changes, key, value) => (entryFor(changes, key).added as unknown[]).push(value));
  }

  removePlaces(item: Item, keys: Iterable<string>): void {
    for (const key of keys) entryFor(this.placed, key).removed.add(item);
  }

  /** Of one document, items are added in the order of the text. */
  addPlaces(uri: string, item: Item, keys: Iterable<string>): void {
    const claim = item.word === "claim" ? meaningOf(item) : undefined;
    const mention = { uri, item, placed: claim?.kind === "claim" ? { uri, claim } : undefined };
    for (const key of keys) entryFor(this.placed, key).added.push(mention);
  }

  #visit(
    uri: string,
    item: Item,
    each: (changes: Changes<Declaration> | Changes<Mention>, key: string, value: Declaration | Mention) => void,
  ): void {
    const { word } = item;
    if (word !== undefined && word !== "part") {
      const id = as(item.args["id"], "name") ?? (word === "source" ? as(item.args["key"], "name") : undefined);
      if (id && word !== "implements") {
        each(this.declared, word === "source" ? sourceKey(id.text) : id.text, { id: id.text, word, uri, item });
      }
    }
    const file = word === "model" ? modelFile(item, uri) : undefined;
    if (file !== undefined) each(this.modelled, file, { uri, item });
    const seen = new Set<string>();
    const once = (mark: string, key: string, changes: Changes<Mention>): void => {
      if (seen.has(mark + key)) return;
      seen.add(mark + key);
      each(changes, key, { uri, item });
    };
    walkItem(item, (node, clause) => {
      if (node.kind === "name" && (node.role === "claim" || node.role === "prediction" || node.role === "evidence")) {
        once("", node.text, this.mentioned);
        if (clause?.word === "assumes") once("assumes ", node.text, this.assumed);
      } else if (node.kind === "end" && node.claim) once("claim ", node.claim.text, this.composed);
      else if (node.kind === "citation") {
        for (const cite of node.cites) {
          once("@", cite.key, this.cited);
          if (cite.version !== undefined) once("@ version ", cite.key, this.versioned);
        }
      } else if (node.kind === "data") once("data ", uri, this.reading);
      else if (node.kind === "criterion" && node.quantity && node.test) {
        once("quantity ", quantityKey(node.quantity.name.value), this.quantified);
      }
    });
  }

  /** The whole index after the changes, but for what claims set beside what. */
  after(before: Indexes): { readonly indexes: Indexes; readonly keys: TouchedKeys } {
    return {
      indexes: {
        declarations: this.applyTo(before.declarations, this.declared),
        mentions: this.applyTo(before.mentions, this.mentioned),
        composites: this.applyTo(before.composites, this.composed),
        assumed: this.applyTo(before.assumed, this.assumed),
        citations: this.applyTo(before.citations, this.cited),
        versioned: this.applyTo(before.versioned, this.versioned),
        reading: this.applyTo(before.reading, this.reading),
        quantified: this.applyTo(before.quantified, this.quantified),
        modelled: this.applyTo(before.modelled, this.modelled),
      },
      keys: {
        touched: new Set(this.declared.keys()),
        mentioned: new Set([...this.mentioned.keys(), ...this.composed.keys()]),
        cited: new Set(this.cited.keys()),
        quantified: new Set(this.quantified.keys()),
      },
    };
  }

  /** One index after its changes. */
  applyTo<T extends Mention>(map: PersistentMap<readonly T[]>, changes: Changes<T>): PersistentMap<readonly T[]> {
    const updates: [string, readonly T[] | undefined][] = [];
    for (const [key, { removed, added }] of changes) {
      const list = this.#merged(map.get(key) ?? [], removed, added);
      updates.push([key, list.length > 0 ? list : undefined]);
    }
    return map.with(updates);
  }

  /**
   * A list without what was removed and with what was added. What changed in a document is one stretch of its items, so
   * that the added ones stand where the removed ones stood; only where none did, positions must be looked up.
   */
  #merged<T extends Mention>(before: readonly T[], removed: ReadonlySet<Item>, added: readonly T[]): readonly T[] {
    // a workspace that is read for the first time comes in order
    if (before.length === 0 && isInOrder(added)) return added;
    const [first] = added;
    if (first && added.length === 1 && removed.size === 1) {
      // one item in the place of another, as with most keystrokes
      const at = before.findIndex(({ item }) => removed.has(item));
      if (before[at]?.uri === first.uri) {
        const merged = before.slice();
        merged[at] = first;
        return merged;
      }
    }
    const waiting = new Map<string, T[]>();
    for (const entry of added) {
      const list = waiting.get(entry.uri);
      if (list) list.push(entry);
      else waiting.set(entry.uri, [entry]);
    }
    const merged: T[] = [];
    for (const entry of before) {
      if (!removed.has(entry.item)) {
        merged.push(entry);
        continue;
      }
      merged.push(...(waiting.get(entry.uri) ?? []));
      waiting.delete(entry.uri);
    }
    if (waiting.size > 1 && merged.length === 0) return [...waiting].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, entries]) => entries);
    for (const [uri, entries] of waiting) merged.splice(this.#placeFor(uri, entries[0] as T, merged), 0, ...entries);
    return merged;
  }

  #placeFor<T extends Mention>(uri: string, first: T, list: readonly T[]): number {
    let at = 0;
    for (let end = list.length; at < end; ) {
      const middle = (at + end) >> 1;
      if ((list[middle] as T).uri < uri) at = middle + 1;
      else end = middle;
    }
    if (list[at]?.uri !== uri) return at;
    const positions = this.#positionsIn(uri);
    const wanted = positions.get(first.item) ?? 0;
    while (at < list.length && (list[at] as T).uri === uri && (positions.get((list[at] as T).item) ?? 0) < wanted) at++;
    return at;
  }

  #positionsIn(uri: string): ReadonlyMap<Item, number> {
    let positions = this.#positions.get(uri);
    if (!positions) {
      positions = new Map(this.#itemsOf(uri).map((item, index) => [item, index]));
      this.#positions.set(uri, positions);
    }
    return positions;
  }
}

/** Whether the documents of a list follow each other by their addresses. */
function isInOrder(list: readonly Mention[]): boolean {
  for (let at = 1; at < list.length; at++) if ((list[at] as Mention).uri < (list[at - 1] as Mention).uri) return false;
  return true;
}

function entryFor<T>(changes: Changes<T>, key: string): { removed: Set<Item>; added: T[] } {
  let entry = changes.get(key);
  if (!entry) {
    entry = { removed: new Set(), added: [] };
    changes.set(key, entry);
  }
  return entry;
}
