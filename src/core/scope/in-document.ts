/** Scopes as a document means them: with the terms that the atlases add which it uses, and those that a family hands down. */
import type { Atlas } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import { inherited } from "../evidence/standing.ts";
import type { ClaimMeaning } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { ScopeNode } from "../syntax/tree.ts";
import { compareAlternatives } from "./compare.ts";
import { alternativesOf, type ReadPhrase, readScope, type ScopeReading } from "./read.ts";
import { type ScopeTerm, scopeTermsOf } from "./vocabulary.ts";

const none: readonly ScopeTerm[] = [];

const added = new WeakMap<Names, readonly ScopeTerm[]>();
const termsOfOne = new WeakMap<Atlas, readonly ScopeTerm[]>();

/** The terms of lists of atlases, by the first atlas, then by the second, and so on: documents share what they use. */
interface Branch {
  readonly terms: readonly ScopeTerm[];
  readonly next: WeakMap<Atlas, Branch>;
}
const root: Branch = { terms: none, next: new WeakMap() };

/** The terms that the atlases in scope add to the vocabulary; the same list as long as the atlases are the same. */
export function addedTerms(names: Names): readonly ScopeTerm[] {
  let terms = added.get(names);
  if (!terms) {
    let branch = root;
    for (const { atlas } of names.inScope) {
      const own = ownTerms(atlas);
      if (own.length === 0) continue;
      let next = branch.next.get(atlas);
      if (!next) {
        next = { terms: [...branch.terms, ...own], next: new WeakMap() };
        branch.next.set(atlas, next);
      }
      branch = next;
    }
    terms = branch.terms;
    added.set(names, terms);
  }
  return terms;
}

/** Those that ship add nothing: their layers are in the vocabulary. */
function ownTerms(atlas: Atlas): readonly ScopeTerm[] {
  if (atlas.uri.startsWith("lamina-atlas:")) return none;
  let terms = termsOfOne.get(atlas);
  if (!terms) {
    terms = scopeTermsOf(atlas);
    termsOfOne.set(atlas, terms);
  }
  return terms;
}

/** A scope as it was read with the terms that the atlases add. */
interface KnownScope {
  readonly extra: readonly ScopeTerm[];
  readonly scope: readonly (readonly ReadPhrase[])[];
  alternatives: readonly (readonly ScopeReading[])[] | undefined;
}

const reads = new WeakMap<ScopeNode, KnownScope>();

function knownScope(node: ScopeNode, names: Names): KnownScope {
  const extra = addedTerms(names);
  let read = reads.get(node);
  if (read?.extra !== extra) {
    read = { extra, scope: readScope(node, extra), alternatives: undefined };
    reads.set(node, read);
  }
  return read;
}

/** The phrases of a scope of a document with these names. */
export const readScopeIn = (node: ScopeNode, names: Names): readonly (readonly ReadPhrase[])[] => knownScope(node, names).scope;

/** The alternatives of a scope of a document with these names, each as all that holds together. */
export function alternativesIn(node: ScopeNode, names: Names): readonly (readonly ScopeReading[])[] {
  const known = knownScope(node, names);
  known.alternatives ??= alternativesOf(known.scope);
  return known.alternatives;
}

export interface ClaimScope {
  readonly node: ScopeNode;
  /** Whether the claim says so itself, and not its family. */
  readonly own: boolean;
  /** Each as all that holds together. */
  readonly alternatives: readonly (readonly ScopeReading[])[];
}

/** Where a claim says that it holds, or its family for it. */
export function scopeOfClaim(claim: ClaimMeaning, uri: string, snapshot: Snapshot): ClaimScope | undefined {
  const found = inherited(claim, snapshot, (entry) => entry.scope);
  return found && { node: found.value, own: found.own, alternatives: alternativesIn(found.value, snapshot.names(uri)) };
}

/** Whether two claims are said to hold in species or areas that have nothing in common. Homologous areas are not disjoint. */
export function holdApart(
  a: { readonly claim: ClaimMeaning; readonly uri: string },
  b: { readonly claim: ClaimMeaning; readonly uri: string },
  snapshot: Snapshot,
): boolean {
  const one = inherited(a.claim, snapshot, ({ scope }) => scope)?.value;
  const other = one && inherited(b.claim, snapshot, ({ scope }) => scope)?.value;
  if (!one || !other) return false;
  const names = snapshot.names(a.uri);
  const theirs = snapshot.names(b.uri);
  const extra = addedTerms(names);
  if (names !== theirs && addedTerms(theirs) !== extra) return areApart(alternativesIn(one, names), alternativesIn(other, theirs), extra);
  const known = apart.get(extra) ?? new Map<string, boolean>();
  if (known.size === 0) apart.set(extra, known);
  const key = `${wordsIn(one)} | ${wordsIn(other)}`;
  let answer = known.get(key);
  if (answer === undefined) {
    answer = areApart(alternativesIn(one, names), alternativesIn(other, names), extra);
    if (known.size > MOST_KEPT) known.clear();
    known.set(key, answer);
  }
  return answer;
}

/** Which scopes were found to be apart, by their words: thousands of claims hold in the same few places. */
const apart = new WeakMap<readonly ScopeTerm[], Map<string, boolean>>();
const MOST_KEPT = 10_000;

const wordsOfScopes = new WeakMap<ScopeNode, string>();

/** A scope in its words, put together once: a claim is compared with many. */
function wordsIn(node: ScopeNode): string {
  let words = wordsOfScopes.get(node);
  if (words === undefined) {
    words = node.alternatives.map((phrases) => phrases.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(" or ")).join(", ");
    wordsOfScopes.set(node, words);
  }
  return words;
}

const areApart = (one: ClaimScope["alternatives"], other: ClaimScope["alternatives"], extra: readonly ScopeTerm[]): boolean =>
  compareAlternatives(one, other, extra).kinds.some(
    ({ kind, outcome }) => (kind === "species" || kind === "area" || kind === "layer") && outcome === "mismatch",
  );
