/**
 * Which claims of one document give the same thing other roles, and which deny what others assert. The judgement is
 * the engine's; here it is only gathered, and kept for as long as nothing that it was made from differs.
 */
import type { Names } from "../core/atlas/lookup.ts";
import { conflictsOf } from "../core/model/conflicts.ts";
import type { PlacedMention } from "../core/model/index-changes.ts";
import type { ClaimMeaning } from "../core/model/meaning.ts";
import { fromKey, pairingsOf, pairKey } from "../core/model/pairings.ts";
import type { Declaration, Snapshot } from "../core/model/snapshot.ts";
import type { Item } from "../core/syntax/tree.ts";

export interface Rivalry {
  /** Keys of claims, each once, in the order of the text. */
  readonly rivals: readonly string[];
  readonly contradicts: readonly string[];
}

/** A claim of the document with its key. */
export interface KeyedClaim {
  readonly key: string;
  readonly claim: ClaimMeaning;
}

/** More conflicts of one claim than this say no more to anyone. */
const MOST_CONFLICTS = 12;

interface Found {
  readonly item: Item;
  readonly contradictory: boolean;
}

const nothing: readonly Found[] = [];

/** What the conflicts of a claim hang on: the names in scope, its neighbours on the same things, and the families of them all. */
interface Kept {
  readonly names: Names;
  readonly keys: readonly string[];
  readonly lists: readonly (readonly PlacedMention[])[];
  readonly families: readonly string[];
  readonly declared: readonly (readonly Declaration[])[];
  readonly found: readonly Found[];
}

const kept = new WeakMap<ClaimMeaning, Kept>();

/** Compares without making anything: this runs for every claim at every keystroke. */
function stillHolds({ names, keys, lists, families, declared }: Kept, now: Names, snapshot: Snapshot): boolean {
  if (names !== now) return false;
  for (let at = 0; at < keys.length; at++) if (snapshot.placed(keys[at] as string) !== lists[at]) return false;
  for (let at = 0; at < families.length; at++) if (snapshot.declarations(families[at] as string) !== declared[at]) return false;
  return true;
}

const familiesOf = ({ relations }: ClaimMeaning): readonly string[] =>
  relations.flatMap(({ relation, target }) => (relation === "belongs to" ? target.text : []));

const familiesByList = new WeakMap<readonly PlacedMention[], ReadonlySet<string>>();

function familiesIn(list: readonly PlacedMention[]): ReadonlySet<string> {
  let families = familiesByList.get(list);
  if (!families) {
    families = new Set(list.flatMap(({ placed }) => (placed ? familiesOf(placed.claim) : [])));
    familiesByList.set(list, families);
  }
  return families;
}

function conflicts(claim: ClaimMeaning, uri: string, names: Names, snapshot: Snapshot): readonly Found[] {
  const before = kept.get(claim);
  if (before && stillHolds(before, names, snapshot)) return before.found;
  const keys = pairingsOf(claim, names).flatMap((pairing) =>
    pairing.left.keys.length === 1 ? [pairKey(pairing), fromKey(pairing.left.key)] : [pairKey(pairing)],
  );
  const lists = keys.map((key) => snapshot.placed(key));
  const families = [...new Set([...familiesOf(claim), ...lists.flatMap((list) => [...familiesIn(list)])])];
  const declared = families.map((id) => snapshot.declarations(id));
  const made = conflictsOf({ claim, uri }, snapshot, MOST_CONFLICTS).flatMap(({ form, other }) =>
    other.uri === uri ? { item: other.claim.item, contradictory: form === "contradictory" } : [],
  );
  const found = before && sameFound(before.found, made) ? before.found : made.length > 0 ? made : nothing;
  kept.set(claim, { names, keys, lists, families, declared, found });
  return found;
}

const sameFound = (a: readonly Found[], b: readonly Found[]): boolean =>
  a.length === b.length && a.every(({ item, contradictory }, at) => item === b[at]?.item && contradictory === b[at]?.contradictory);

/** What was gathered of a document last, and from what. */
interface Gathered {
  readonly claims: readonly KeyedClaim[];
  readonly found: readonly (readonly Found[])[];
  readonly related: ReadonlyMap<string, Rivalry>;
}

/** By the names in scope, which live as long as the workspace is of any use, and by document. */
const gathered = new WeakMap<Names, Map<string, Gathered>>();

/** Whether a claim still says the same of others, and is still found by the same name. */
const namesTheSame = (a: ClaimMeaning, b: ClaimMeaning): boolean =>
  a === b || (a.relations.length === 0 && b.relations.length === 0 && a.id?.text === b.id?.text);

/**
 * Rivals and contradictions among the claims of a document, by key; claims that have none are left out.
 *
 * @param concerned the items that changed, or that changes concern, since this was asked last; undefined where not known
 */
export function rivalries(
  claims: readonly KeyedClaim[],
  uri: string,
  snapshot: Snapshot,
  concerned?: ReadonlySet<Item>,
): ReadonlyMap<string, Rivalry> {
  const names = snapshot.names(uri);
  let known = gathered.get(names);
  if (!known) {
    known = new Map();
    gathered.set(names, known);
  }
  const before = known.get(uri);
  const found = claims.map(({ claim }, at) => {
    const sure = concerned && before?.claims[at]?.claim === claim && !concerned.has(claim.item) ? before.found[at] : undefined;
    return sure ?? conflicts(claim, uri, names, snapshot);
  });
  const replaced = new Set<Item>();
  let same = before?.claims.length === claims.length;
  for (let at = 0; same && before && at < claims.length; at++) {
    const [old, now] = [before.claims[at], claims[at]];
    same =
      old !== undefined && now !== undefined && old.key === now.key && found[at] === before.found[at] && namesTheSame(old.claim, now.claim);
    if (same && old && old.claim !== now?.claim) replaced.add(old.claim.item);
  }
  const related = same && before && replaced.size === 0 ? before.related : gather(claims, found, before?.related);
  known.set(uri, { claims, found, related });
  return related;
}

function gather(
  claims: readonly KeyedClaim[],
  conflicting: readonly (readonly Found[])[],
  before: ReadonlyMap<string, Rivalry> | undefined,
): ReadonlyMap<string, Rivalry> {
  // where each item and id stands is asked of the few claims that have something to do with others
  let at: Map<Item, number> | undefined;
  let ids: Map<string, number> | undefined;
  const indexOf = (item: Item): number | undefined => {
    at ??= new Map(claims.map(({ claim }, index) => [claim.item, index]));
    return at.get(item);
  };
  const named = (id: string): number | undefined => {
    if (!ids) {
      ids = new Map();
      for (let index = 0; index < claims.length; index++) {
        const own = claims[index]?.claim.id;
        if (own) ids.set(own.text, index);
      }
    }
    return ids.get(id);
  };
  const found = new Map<number, { readonly rivals: number[]; readonly contradicts: number[] }>();
  const of = (index: number): { readonly rivals: number[]; readonly contradicts: number[] } => {
    let entry = found.get(index);
    if (!entry) {
      entry = { rivals: [], contradicts: [] };
      found.set(index, entry);
    }
    return entry;
  };
  const join = (form: "rivals" | "contradicts", a: number, b: number | undefined): void => {
    if (b === undefined || a === b || of(a)[form].includes(b)) return;
    of(a)[form].push(b);
    of(b)[form].push(a);
  };
  for (let index = 0; index < claims.length; index++) {
    for (const { item, contradictory } of conflicting[index] ?? nothing)
      join(contradictory ? "contradicts" : "rivals", index, indexOf(item));
    const relations = claims[index]?.claim.relations ?? [];
    for (const { relation, target } of relations) if (relation === "rivals") join("rivals", index, named(target.text));
  }
  const related = new Map<string, Rivalry>();
  const keysOf = (list: number[]): string[] => list.sort((a, b) => a - b).map((index) => claims[index]?.key ?? "");
  for (const [index, { rivals, contradicts }] of found) {
    const key = claims[index]?.key ?? "";
    const made = { rivals: keysOf(rivals), contradicts: keysOf(contradicts) };
    const old = before?.get(key);
    related.set(key, old && sameKeys(old.rivals, made.rivals) && sameKeys(old.contradicts, made.contradicts) ? old : made);
  }
  return related;
}

const sameKeys = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key, at) => key === b[at]);
