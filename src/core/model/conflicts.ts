/**
 * Whether two claims on the same thing go together. One judgement for each pair of claims, so that no two rules speak of
 * the same one, and the engine knows which claims to look at again when one of them changes.
 */
import type { AtlasPart } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import { rank } from "../evidence/ladder.ts";
import { assertedStrength, inherited, isOpen, kindOfClaim } from "../evidence/standing.ts";
import { holdApart } from "../scope/in-document.ts";
import type { Cite, Item } from "../syntax/tree.ts";
import type { PlacedClaim, PlacedMention } from "./index-changes.ts";
import { type ClaimMeaning, isClaim, meaningOf, type Relation, relations } from "./meaning.ts";
import { fromKey, type PairedSide, type Pairing, pairingsOf, pairKey, placesOf, useKey } from "./pairings.ts";
import { resolveEnd } from "./resolve.ts";
import type { Mention, Snapshot } from "./snapshot.ts";

export type { PlacedClaim } from "./index-changes.ts";

/**
 * `contradictory`: one asserts what the other denies. `versions`: two versions of one source say different things.
 * `kinds`: one part is given roles of two kinds that exclude each other. `roles`: it is given two roles at one level.
 */
export type ConflictForm = "contradictory" | "versions" | "kinds" | "roles";

export interface Conflict {
  readonly form: ConflictForm;
  readonly other: PlacedClaim;
  /** The pairing of the claim itself, and that of the other. */
  readonly own: Pairing;
  readonly others: Pairing;
  /** For `versions`: the citations in which they are said, that of the claim itself first. */
  readonly cites: readonly [Cite, Cite] | undefined;
}

/** How many claims on the same thing are looked at on either side of a claim: what is further off is not compared. */
export const REACH = 16;

/** What of a claim is compared with others, each worked out when it is first asked for: a claim is compared with many. */
class Compared implements PlacedClaim {
  readonly claim: ClaimMeaning;
  readonly uri: string;
  readonly names: Names;
  readonly pairings: readonly Pairing[];
  readonly #snapshot: Snapshot;
  #level: string | undefined | null = null;
  #isStatement: boolean | undefined;
  #ascribed: readonly Cite[] | undefined;

  constructor({ claim, uri }: PlacedClaim, snapshot: Snapshot) {
    this.claim = claim;
    this.uri = uri;
    this.names = snapshot.names(uri);
    this.pairings = pairingsOf(claim, this.names);
    this.#snapshot = snapshot;
  }

  get level(): string | undefined {
    if (this.#level === null) this.#level = levelOf(this.claim, this.#snapshot);
    return this.#level;
  }

  /** Whether it asserts something: gaps and programmes do not, and how well a method works is no role. */
  get isStatement(): boolean {
    this.#isStatement ??= !isOpen(this.claim, this.#snapshot) && !["programme", "method"].includes(kindOfClaim(this.claim, this.#snapshot));
    return this.#isStatement;
  }

  /** The works that are said to state it. */
  get ascribed(): readonly Cite[] {
    this.#ascribed ??= ascribedTo(this.claim, this.#snapshot);
    return this.#ascribed;
  }
}

const comparedIn = new WeakMap<Snapshot, Map<ClaimMeaning, Compared>>();

function compared(placed: PlacedClaim, snapshot: Snapshot): Compared {
  let all = comparedIn.get(snapshot);
  if (!all) {
    all = new Map();
    comparedIn.set(snapshot, all);
  }
  let made = all.get(placed.claim);
  if (!made) {
    made = new Compared(placed, snapshot);
    all.set(placed.claim, made);
  }
  return made;
}

/** The conflict of one claim with another; the first that is found. */
export function conflictBetween(a: PlacedClaim, b: PlacedClaim, snapshot: Snapshot): Conflict | undefined {
  return compare(compared(a, snapshot), b, snapshot);
}

function compare(a: Compared, placed: PlacedClaim, snapshot: Snapshot): Conflict | undefined {
  if (a.claim.item === placed.claim.item || a.claim.kind === "mapping" || placed.claim.kind === "mapping") return undefined;
  // two denials go together, whatever they deny
  if (a.claim.negated && placed.claim.negated) return undefined;
  const b = compared(placed, snapshot);
  for (const own of a.pairings) {
    for (const others of b.pairings) {
      const form = formOf(a, own, b, others, snapshot);
      if (form) return { other: placed, own, others, ...form };
    }
  }
  return undefined;
}

type Form = Pick<Conflict, "form" | "cites">;

function formOf(a: Compared, own: Pairing, b: Compared, others: Pairing, snapshot: Snapshot): Form | undefined {
  if (a.claim.negated !== b.claim.negated) {
    if (pairKey(own) !== pairKey(others) || own.left.join !== others.left.join || own.right.join !== others.right.join) return undefined;
    if (!deniesAsMuch(a.claim, b.claim, snapshot) || haveOtherFacets(a, own, b, others, snapshot) || !mayShareLevel(a, b)) return undefined;
  } else {
    if (own.left.key !== others.left.key || own.right.key === others.right.key || !isOneThing(own.left)) return undefined;
    if (a.level !== b.level || haveOtherFacets(a, own, b, others, snapshot)) return undefined;
  }
  const form = a.claim.negated !== b.claim.negated ? "contradictory" : rivalForm(own.right, others.right, a.names);
  const cites = versionsOf(a.ascribed, b.ascribed);
  if (!form && !cites) return undefined;
  if (areRelated(a.claim, b.claim) || !a.isStatement || !b.isStatement) return undefined;
  if (holdApart(a, b, snapshot)) return undefined;
  return cites ? { form: "versions", cites } : form && { form, cites: undefined };
}

/** One end alone, and no claim: a list of ends that stand together is another thing than each of them. */
const isOneThing = ({ keys, ends }: PairedSide): boolean => keys.length === 1 && ends[0]?.node.claim === undefined;

/** A denial denies what is asserted at its own strength or above: that the two are not literally one leaves an analogy. */
function deniesAsMuch(a: ClaimMeaning, b: ClaimMeaning, snapshot: Snapshot): boolean {
  const [denial, assertion] = a.negated ? [a, b] : [b, a];
  return rank(assertedStrength(denial, snapshot).strength) <= rank(assertedStrength(assertion, snapshot).strength);
}

const levelOf = (claim: ClaimMeaning, snapshot: Snapshot): string | undefined =>
  inherited(claim, snapshot, ({ level }) => (level?.known ? level.text : undefined))?.value;

const mayShareLevel = (a: Compared, b: Compared): boolean => a.level === undefined || b.level === undefined || a.level === b.level;

/** Whether they speak of different aspects of either end; who names none speaks of all of it. */
function haveOtherFacets(a: PlacedClaim, own: Pairing, b: PlacedClaim, others: Pairing, snapshot: Snapshot): boolean {
  if (a.claim.facets.length === 0 && b.claim.facets.length === 0) return false;
  return (["left", "right"] as const).some((side) => facetOf(a, own[side], side, snapshot) !== facetOf(b, others[side], side, snapshot));
}

function facetOf({ claim, uri }: PlacedClaim, { ends }: PairedSide, side: "left" | "right", snapshot: Snapshot): string | undefined {
  const parts = ends.flatMap(({ part }) => part ?? []);
  const said = claim.facets.filter(({ of }) => {
    if (!of) return side === "left";
    const { part } = resolveEnd(of, snapshot.names(uri));
    return part === undefined ? side === "left" : parts.includes(part);
  });
  return said.length > 0 ? said.map(({ text }) => text.value.trim().toLowerCase()).join("; ") : undefined;
}

const together: ReadonlySet<Relation> = new Set<Relation>(["rivals", "critiques", "contrasts with", "refines", "assumes"]);

/** Whether one of them says how it stands to the other. */
function areRelated(a: ClaimMeaning, b: ClaimMeaning): boolean {
  if (a.relations.length === 0 && b.relations.length === 0) return false;
  const names = (from: ClaimMeaning, to: ClaimMeaning): boolean =>
    to.id !== undefined && from.relations.some(({ relation, target }) => together.has(relation) && target.text === to.id?.text);
  return names(a, b) || names(b, a);
}

const self = "transformer:Self-attention";
const cross = "transformer:Cross-attention";

/** How two roles of one part exclude each other: roles in different atlases do not, nor does one that lies within the other. */
function rivalForm(own: PairedSide, others: PairedSide, names: Names): "kinds" | "roles" | undefined {
  const a = own.ends.length === 1 ? own.ends[0]?.part : undefined;
  const b = others.ends.length === 1 ? others.ends[0]?.part : undefined;
  if (!a || !b || a === b || a.atlas !== b.atlas) return undefined;
  if (excludeEachOther(a, b) || excludeEachOther(b, a)) return "kinds";
  return names.withAncestors(a).has(b) || names.withAncestors(b).has(a) ? undefined : "roles";
}

const excludeEachOther = (a: AtlasPart, b: AtlasPart): boolean =>
  (a.kind === "datum" && b.kind === "module") || (a.id === self && b.id === cross);

/** Where they are ascribed to two versions of one work: the citations. */
function versionsOf(ours: readonly Cite[], theirs: readonly Cite[]): readonly [Cite, Cite] | undefined {
  for (const one of ours) {
    if (one.version === undefined) continue;
    for (const other of theirs) {
      if (other.key === one.key && other.version !== undefined && other.version !== one.version) return [one, other];
    }
  }
  return undefined;
}

const noCites: readonly Cite[] = [];

/** The works that are said to state a claim, or its family for it. */
export const ascribedTo = (claim: ClaimMeaning, snapshot: Snapshot): readonly Cite[] =>
  inherited(claim, snapshot, ({ statedIn }) => (statedIn.length > 0 ? citedBy(statedIn) : undefined))?.value ?? noCites;

const citesByStatement = new WeakMap<ClaimMeaning["statedIn"], readonly Cite[]>();

/** Gathered once: every claim is compared with many. */
function citedBy(statedIn: ClaimMeaning["statedIn"]): readonly Cite[] {
  let cites = citesByStatement.get(statedIn);
  if (!cites) {
    cites = statedIn.flatMap(({ citation }) => citation.cites);
    citesByStatement.set(statedIn, cites);
  }
  return cites;
}

/** The works that are said to state a claim, and those that are cited as saying so. */
export function saidBy(claim: ClaimMeaning, snapshot: Snapshot): readonly Cite[] {
  // without a family it is for the claim alone to say, in whatever snapshot
  if (claim.relations.length > 0) return saidIn(claim, snapshot);
  let said = saidAlone.get(claim);
  if (!said) {
    said = saidIn(claim, snapshot);
    saidAlone.set(claim, said);
  }
  return said;
}

const saidAlone = new WeakMap<ClaimMeaning, readonly Cite[]>();

function saidIn(claim: ClaimMeaning, snapshot: Snapshot): readonly Cite[] {
  const stated = ascribedTo(claim, snapshot);
  const said = citedAsSaying(claim);
  return said.length === 0 ? stated : stated.length === 0 ? said : [...stated, ...said];
}

const citesByClaim = new WeakMap<ClaimMeaning, readonly Cite[]>();

function citedAsSaying(claim: ClaimMeaning): readonly Cite[] {
  let cites = citesByClaim.get(claim);
  if (!cites) {
    const found: Cite[] = [];
    for (const { stance, node } of claim.evidence)
      if (stance === "supports" && node.type?.text === "statement" && node.what.kind === "citation") found.push(...node.what.cites);
    cites = found.length > 0 ? found : noCites;
    citesByClaim.set(claim, cites);
  }
  return cites;
}

/** Whether one work is said to say both, in versions that may be the same. */
const shareSource = (a: ClaimMeaning, b: ClaimMeaning, snapshot: Snapshot): boolean => sharedSource(a, b, snapshot) !== undefined;

/** The work that is said to say both, as the first of them cites it. */
export function sharedSource(a: ClaimMeaning, b: ClaimMeaning, snapshot: Snapshot): Cite | undefined {
  const theirs = saidBy(b, snapshot);
  if (theirs.length === 0) return undefined;
  return saidBy(a, snapshot).find((one) =>
    theirs.some(
      (other) => other.key === one.key && (other.version === undefined || one.version === undefined || other.version === one.version),
    ),
  );
}

/** The claim of a mention; undefined for families and other items. */
export function placedClaim({ uri, item }: Mention): PlacedClaim | undefined {
  const claim = meaningOf(item);
  return isClaim(claim) ? { uri, claim } : undefined;
}

/**
 * The claims under a key that stand near a claim in the order of the workspace.
 *
 * @param after whether those after it count too, and not only those before
 */
export function near(key: string, uri: string, item: Item, snapshot: Snapshot, after: boolean): readonly PlacedClaim[] {
  const list = snapshot.placed(key);
  const at = list.length < 2 ? -1 : positionIn(list, uri, item);
  if (at < 0) return noClaims;
  const claims: PlacedClaim[] = [];
  const end = after ? Math.min(list.length, at + REACH + 1) : at;
  for (let index = Math.max(0, at - REACH); index < end; index++) {
    const claim = index === at ? undefined : list[index]?.placed;
    if (claim) claims.push(claim);
  }
  return claims;
}

const noClaims: readonly PlacedClaim[] = [];

/** How often a list was gone through, and, where that was often, where each of its items stands. */
const asked = new WeakMap<readonly Mention[], { times: number; positions: Map<Item, number> | undefined }>();

/** After so many times it pays to write down where all items stand; a keystroke asks of a list once or twice. */
const OFTEN = 6;

/** Lists are in the order of documents, so that only the entries of one document are gone through. */
function positionIn(list: readonly Mention[], uri: string, item: Item): number {
  let known = asked.get(list);
  if (!known) {
    known = { times: 0, positions: undefined };
    asked.set(list, known);
  }
  if (list.length > 2 * REACH && ++known.times > OFTEN) {
    known.positions ??= new Map(list.map((entry, index) => [entry.item, index]));
    return known.positions.get(item) ?? -1;
  }
  let at = 0;
  for (let end = list.length; at < end; ) {
    const middle = (at + end) >> 1;
    if ((list[middle] as Mention).uri < uri) at = middle + 1;
    else end = middle;
  }
  for (; at < list.length && (list[at] as Mention).uri === uri; at++) if ((list[at] as Mention).item === item) return at;
  return -1;
}

/** The conflicts of a claim with those before it on the same things, the first ones first; no more than `most`. */
export function conflictsOf({ claim, uri }: PlacedClaim, snapshot: Snapshot, most: number): readonly Conflict[] {
  const found: Conflict[] = [];
  const here = compared({ claim, uri }, snapshot);
  for (const pairing of here.pairings) {
    const keys = isOneThing(pairing.left) ? [pairKey(pairing), fromKey(pairing.left.key)] : [pairKey(pairing)];
    for (const key of keys) {
      for (const other of near(key, uri, claim.item, snapshot, false)) {
        // under both keys stand the same claims where the roles are the same too
        if (found.some((conflict) => conflict.other.claim === other.claim)) continue;
        const conflict = compare(here, other, snapshot);
        if (conflict) found.push(conflict);
        if (found.length >= most) return found;
      }
    }
  }
  return found;
}

/** An item of which something else may be found now. */
export interface Concerned extends Mention {
  /** Where nothing else can have changed: it is concerned only if what is found of it speaks of this item, which went. */
  readonly ifItSpeaksOf?: Item | undefined;
}

/** Items that did not change, and that stand near a claim which did, so that what is found of them may be other now. */
export function* neighbours(next: Snapshot, before: Snapshot): IterableIterator<Concerned> {
  const { replaced } = next.difference;
  const fresh = new Set(replaced.flatMap(({ added }) => added.filter(isPlaced)));
  const keys = new Set<string>();
  for (const { uri, removed, added } of replaced) {
    for (const item of removed) if (isPlaced(item)) for (const key of placesOf(item, before.names(uri))) keys.add(key);
    for (const item of added) if (isPlaced(item)) for (const key of placesOf(item, next.names(uri))) keys.add(key);
  }
  for (const key of keys) {
    const entries = key.startsWith("part ") || key.startsWith("use ") ? coverage(key, next, before) : claimsAround(key, next, before);
    for (const entry of entries) if (!fresh.has(entry.item)) yield entry;
  }
}

const isPlaced = ({ word }: Item): boolean => word === "claim" || word === "mapping" || word === "use";

/** The line that says how much of an atlas is mapped, where that is no longer what it was. */
function* coverage(key: string, next: Snapshot, before: Snapshot): IterableIterator<Mention> {
  if (key.startsWith("use ")) {
    // the first document that uses it says so: the one that was the first, and the one that is
    yield* before.placed(key).slice(0, 1);
    yield* next.placed(key).slice(0, 1);
  } else if (before.placed(key).length > 0 !== next.placed(key).length > 0) {
    yield* next.placed(useKey(key.slice("part ".length, key.indexOf(":")))).slice(0, 1);
  }
}

const claimsAround = (key: string, next: Snapshot, before: Snapshot): IterableIterator<Concerned> =>
  aroundChange(before.placed(key), next.placed(key), before, next);

/** The entries of a list whose neighbourhood differs from that in the list before. */
function* aroundChange(
  old: readonly PlacedMention[],
  list: readonly PlacedMention[],
  before: Snapshot,
  next: Snapshot,
): IterableIterator<Concerned> {
  let start = 0;
  while (start < old.length && start < list.length && old[start]?.item === list[start]?.item) start++;
  let end = list.length;
  let oldEnd = old.length;
  while (end > start && oldEnd > start && old[oldEnd - 1]?.item === list[end - 1]?.item) {
    end--;
    oldEnd--;
  }
  if (start === end && start === oldEnd) return;
  // one claim in the place of another: only those that it had or has something to do with
  const went = end === start + 1 && oldEnd === end ? old[start]?.placed : undefined;
  const came = went && list[start]?.placed;
  const ifItSpeaksOf = went && came && looksTheSame(went.claim, came.claim) ? went.claim.item : undefined;
  for (let at = Math.max(0, start - REACH); at < Math.min(list.length, end + REACH); at++) {
    const entry = list[at] as PlacedMention;
    const claim = went && entry.placed;
    if (ifItSpeaksOf) yield { uri: entry.uri, item: entry.item, ifItSpeaksOf };
    else if (!claim || !went || !came || bearsOn(claim, went, before) || bearsOn(claim, came, next)) yield entry;
  }
}

const bearsOn = (claim: PlacedClaim, other: PlacedClaim, snapshot: Snapshot): boolean =>
  shareSource(claim.claim, other.claim, snapshot) || conflictBetween(claim, other, snapshot) !== undefined;

/** The clauses by which a claim is compared with others; of its evidence, what it says and who is cited as saying so. */
const comparedBy: ReadonlySet<string> = new Set(["level", "facet", "scope", "stated in", "strength", "kind", ...relations]);

/** Whether all that other claims are compared with is written as it was, and only what people read differs. */
const looksTheSame = (a: ClaimMeaning, b: ClaimMeaning): boolean =>
  a.item.text.slice(0, a.item.header.end) === b.item.text.slice(0, b.item.header.end) &&
  a.evidence.some(isSupport) === b.evidence.some(isSupport) &&
  writtenIn(a.item, comparedBy) === writtenIn(b.item, comparedBy) &&
  JSON.stringify(citedAsSaying(a).map(({ key, version }) => [key, version])) ===
    JSON.stringify(citedAsSaying(b).map(({ key, version }) => [key, version]));

const isSupport = ({ stance }: ClaimMeaning["evidence"][number]): boolean => stance === "supports";

/** The claims near the members of a family, whose level, scope or source they have from it. */
export function* besideMembers(id: string, next: Snapshot, before: Snapshot): IterableIterator<Mention> {
  const family = (snapshot: Snapshot): string =>
    snapshot
      .declarations(id)
      .filter(({ word }) => word === "mapping")
      .map(({ item }) => writtenIn(item, handed))
      .join("\n");
  if (family(next) === family(before)) return;
  const given = new Set<Item>();
  for (const { uri, item } of next.mentions(id)) {
    const claim = placedClaim({ uri, item });
    if (!claim?.claim.relations.some(({ relation, target }) => relation === "belongs to" && target.text === id)) continue;
    for (const key of placesOf(item, next.names(uri))) {
      if (key.startsWith("part ")) continue;
      for (const other of near(key, uri, item, next, true)) {
        if (given.has(other.claim.item)) continue;
        given.add(other.claim.item);
        yield { uri: other.uri, item: other.claim.item };
      }
    }
  }
}

/** What a family hands down to its members. */
const handed: ReadonlySet<string> = new Set(["level", "scope", "stated in", "strength", "kind"]);

/** Some clauses of an item, as they are written. */
const writtenIn = (item: Item, words: ReadonlySet<string>): string =>
  item.clauses
    .filter(({ word }) => words.has(word))
    .map((clause) => item.text.slice(clause.start, clause.end))
    .join("\n");
