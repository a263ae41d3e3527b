/** What the evidence makes of a claim. */
import type { AtlasPart } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import {
  type ClaimMeaning,
  DEFAULT_STRENGTH,
  type EvidenceMeaning,
  type EvidenceUse,
  isClaim,
  meaningOf,
  ownStrength,
  type Stance,
  type Strength,
} from "../model/meaning.ts";
import { type ResolvedSide, resolveClaim } from "../model/resolve.ts";
import type { Declaration, Mention, Snapshot } from "../model/snapshot.ts";
import type { Cite } from "../syntax/tree.ts";
import { isFormalKind } from "../syntax/vocabulary.ts";
import { disputesOf } from "./disputes.ts";
import { earnedBy, type Piece, rank, stepDown } from "./ladder.ts";
import { lessRead, typesOf, typesOfBoth } from "./named-evidence.ts";
import type { EvidenceType } from "./types.ts";
import { predictionsOf } from "./verdict-kept.ts";

export type Standing = "supported" | "overstated" | "contested" | "refuted" | "unsupported" | "open";

/** What each standing means, best first; for cards, legend and manual. */
export const standings: readonly { readonly standing: Standing; readonly help: string }[] = [
  { standing: "supported", help: "The evidence earns at least the strength that is asserted." },
  { standing: "overstated", help: "There is evidence, but for less than is asserted." },
  { standing: "contested", help: "Evidence of the same sort stands on both sides, and nothing answers it." },
  { standing: "refuted", help: "A prediction was falsified, or a counterexample found." },
  { standing: "unsupported", help: "Nothing that is cited earns any strength." },
  { standing: "open", help: "A declared gap or a programme: nothing is asserted yet." },
];

/** One piece of evidence with what it refers to filled in. */
export interface WeighedEvidence {
  readonly use: EvidenceUse;
  readonly stance: Stance;
  /** What it is: a source, a data file, a model of the project, the writer's own argument, or an id nothing defines. */
  readonly origin: "source" | "data" | "model" | "argument" | "unknown";
  readonly cites: readonly Cite[];
  readonly types: readonly EvidenceType[];
  readonly typeWord: string | undefined;
  readonly shows: string | undefined;
  readonly read: string | undefined;
  /** Whether it counts: arguments, unknown ids, and sources of which no more than the title was read do not. */
  readonly weighed: boolean;
}

const unread: ReadonlySet<string> = new Set(["title-only", "not-read"]);

const weighedAlone = new WeakMap<EvidenceUse, WeighedEvidence>();

/** A piece of evidence, with what a named `evidence` or `model` item says of it. */
export function weigh(use: EvidenceUse, snapshot: Snapshot): WeighedEvidence {
  if (use.node.what.kind === "name") return weighUse(use, snapshot);
  // but for names, a piece of evidence is what the claim itself says of it
  let weighed = weighedAlone.get(use);
  if (!weighed) {
    weighed = weighUse(use, snapshot);
    weighedAlone.set(use, weighed);
  }
  return weighed;
}

function weighUse(use: EvidenceUse, snapshot: Snapshot): WeighedEvidence {
  const { what, type, shows, read } = use.node;
  // written out in full: thousands of these are made when a workspace is opened
  const piece = (
    origin: WeighedEvidence["origin"],
    cites: readonly Cite[],
    weighed: boolean,
    named?: EvidenceMeaning,
  ): WeighedEvidence => ({
    use,
    stance: use.stance,
    origin,
    cites,
    types: type && named?.type ? typesOfBoth(typesOf(type), typesOf(named.type)) : typesOf(type ?? named?.type),
    typeWord: type?.text ?? named?.type?.text,
    shows: shows?.value ?? named?.shows?.value,
    read: lessRead(read?.text, named?.read?.text),
    weighed,
  });
  if (what.kind === "text") return { ...piece("argument", [], false), types: [], shows: what.value };
  if (what.kind === "data") return piece("data", [], true);
  if (what.kind === "citation") return piece("source", what.cites, !unread.has(read?.text ?? ""));
  for (const declaration of snapshot.declarations(what.text)) {
    const named = meaningOf(declaration.item);
    if (named.kind === "model") return piece("model", [], true);
    if (named.kind !== "evidence") continue;
    return piece("source", named.citation?.cites ?? [], !unread.has(lessRead(read?.text, named.read?.text) ?? ""), named);
  }
  return { ...piece("unknown", [], false), types: [] };
}

export interface Assessment {
  readonly standing: Standing;
  readonly asserted: Strength;
  /** Whether the strength is the claim's own, its family's, or the default. */
  readonly assertedBy: "claim" | "family" | "default";
  /** The strength earned, disputes counted; undefined where nothing is. */
  readonly earned: Strength | undefined;
  readonly evidence: readonly WeighedEvidence[];
  readonly supports: number;
  readonly disputes: number;
  /** Disputes that count and are not answered. */
  readonly liveDisputes: number;
  /** Disputes that cost a step of strength: the live ones, and those that only words answer. */
  readonly loweringDisputes: number;
  /** The ids of its predictions that what was observed falsifies. */
  readonly falsified: readonly string[];
  readonly formal: boolean;
}

const cache = new WeakMap<Snapshot, Map<ClaimMeaning, Assessment>>();

/** Weighs a claim. `uri` is the document it stands in, for the names in scope. */
export function assess(claim: ClaimMeaning, uri: string, snapshot: Snapshot): Assessment {
  const inSnapshot = knownIn(cache, snapshot);
  const done = inSnapshot.get(claim);
  if (done) return done;
  const start = { uri, claim };
  const before = kept(start, snapshot);
  // most claims consist of no others
  const alone = before ?? (earnedByEvidence(claim, snapshot) && keep(start, snapshot, false, weighWhole(start, snapshot, [])));
  if (alone) {
    inSnapshot.set(claim, alone);
    return alone;
  }
  const partsOf = (part: ClaimInDocument): readonly ClaimInDocument[] =>
    kept(part, snapshot) || earnedByEvidence(part.claim, snapshot) !== undefined ? [] : partsOfClaim(part.claim, snapshot);
  const close = (part: ClaimInDocument, ofParts: readonly (Assessment | undefined)[]): Assessment =>
    kept(part, snapshot) ?? keep(part, snapshot, ofParts.length > 0, weighWhole(part, snapshot, ofParts));
  return bottomUp(start, partsOf, close, inSnapshot);
}

/** An assessment and all that it was made from beside the claim itself. */
interface Kept {
  readonly assessment: Assessment;
  readonly names: Names;
  readonly declared: readonly (readonly [string, readonly Declaration[]])[];
  readonly mentions: readonly Mention[];
  /** Of the claim's predictions, as one text. */
  readonly falsified: string;
}

const keptAssessments = new WeakMap<ClaimMeaning, Kept>();

/** What was made of a claim in an earlier snapshot, where all that it was made from is still the same. */
function kept({ claim, uri }: ClaimInDocument, snapshot: Snapshot): Assessment | undefined {
  const entry = keptAssessments.get(claim);
  if (!entry || entry.names !== snapshot.names(uri)) return undefined;
  for (const [id, declarations] of entry.declared) if (snapshot.declarations(id) !== declarations) return undefined;
  if (claim.id && snapshot.mentions(claim.id.text) !== entry.mentions) return undefined;
  if (claim.predicts.length > 0 && falsifiedOf(claim, snapshot).join() !== entry.falsified) return undefined;
  return entry.assessment;
}

/** The ids of a claim's predictions that what was observed falsifies. */
const falsifiedOf = (claim: ClaimMeaning, snapshot: Snapshot): readonly string[] =>
  predictionsOf(claim, snapshot).flatMap(({ id, verdict }) => (verdict.verdict === "falsified" ? [id] : []));

/** A composite hangs on more than its own text names, so that it is weighed anew in every snapshot. */
function keep({ claim, uri }: ClaimInDocument, snapshot: Snapshot, composite: boolean, assessment: Assessment): Assessment {
  if (composite) return assessment;
  const ids = new Set(claimsAsEnds(claim));
  for (const { node } of claim.evidence) if (node.what.kind === "name") ids.add(node.what.text);
  for (const { relation, target } of claim.relations) if (relation === "belongs to") ids.add(target.text);
  keptAssessments.set(claim, {
    assessment,
    names: snapshot.names(uri),
    declared: [...ids].map((id) => [id, snapshot.declarations(id)] as const),
    mentions: claim.id ? snapshot.mentions(claim.id.text) : [],
    falsified: assessment.falsified.join(),
  });
  return assessment;
}

/** What evidence of its own earns a claim; that both ends are formal decides how much, not whether. */
const earnedByEvidence = (claim: ClaimMeaning, snapshot: Snapshot): Strength | undefined =>
  earnedBy(countedPieces(claim.evidence.map((use) => weigh(use, snapshot))), false);

/** The pieces that count in support, as the ladder reads them. */
export const countedPieces = (evidence: readonly WeighedEvidence[]): readonly Piece[] =>
  evidence.filter((piece) => piece.stance === "supports" && piece.weighed).map((piece) => piece.types.map((type) => type.id));

function weighWhole({ claim, uri }: ClaimInDocument, snapshot: Snapshot, ofParts: readonly (Assessment | undefined)[]): Assessment {
  const evidence = claim.evidence.map((use) => weigh(use, snapshot));
  const { strength: asserted, by: assertedBy } = assertedStrength(claim, snapshot);
  const formal = isFormal(claim, uri, snapshot);
  const supporting = evidence.filter((piece) => piece.stance === "supports");
  const disputing = evidence.filter((piece) => piece.stance === "disputes");
  const { live, lowering } = disputesOf(evidence);
  // what nothing defines has earned nothing
  const lacksPart = claimsAsEnds(claim).some((id) => !isDefined(id, snapshot));
  const before = earnedBy(countedPieces(evidence), formal) ?? (lacksPart ? undefined : weakest(ofParts));
  const earned = before !== undefined && lowering.length > 0 ? stepDown(before) : before;
  const contested = live.some((dispute) => supporting.some((piece) => piece.weighed && sameSort(piece, dispute)));
  // a denial asserts less than what it denies, so that any evidence that counts earns it
  const falsified = falsifiedOf(claim, snapshot);
  const enough = claim.negated ? earned !== undefined : rank(earned) >= rank(asserted);
  const standing: Standing = isOpen(claim, snapshot)
    ? "open"
    : falsified.length > 0
      ? "refuted"
      : earned === undefined
        ? "unsupported"
        : contested
          ? "contested"
          : enough
            ? "supported"
            : "overstated";
  return {
    standing,
    asserted,
    assertedBy,
    earned,
    evidence,
    supports: supporting.length,
    disputes: disputing.length,
    liveDisputes: live.length,
    loweringDisputes: lowering.length,
    falsified,
    formal,
  };
}

/** A composite is as strong as its weakest part; a part that is refuted holds nothing up. */
function weakest(ofParts: readonly (Assessment | undefined)[]): Strength | undefined {
  let least: Strength | undefined;
  for (const part of ofParts) {
    if (part?.earned === undefined || part.standing === "refuted") return undefined;
    if (least === undefined || rank(part.earned) < rank(least)) least = part.earned;
  }
  return least;
}

const sameSort = (a: WeighedEvidence, b: WeighedEvidence): boolean =>
  a.types.some((type) => b.types.some((other) => other.family === type.family));

/** The families that a claim says it belongs to. */
function familiesOf(claim: ClaimMeaning, snapshot: Snapshot): ClaimMeaning[] {
  return claim.relations
    .filter((entry) => entry.relation === "belongs to")
    .flatMap((entry) => snapshot.declarations(entry.target.text))
    .map((declaration) => meaningOf(declaration.item))
    .filter((meaning): meaning is ClaimMeaning => meaning.kind === "mapping");
}

/** A family hands down its source, strength, kind, scope and level, not its evidence; the first family that says counts. */
export function inherited<T>(
  claim: ClaimMeaning,
  snapshot: Snapshot,
  read: (claim: ClaimMeaning) => T | undefined,
): { value: T; own: boolean } | undefined {
  const own = read(claim);
  if (own !== undefined) return { value: own, own: true };
  if (claim.relations.length === 0) return undefined;
  for (const family of familiesOf(claim, snapshot)) {
    if (family === claim) continue;
    const value = read(family);
    if (value !== undefined) return { value, own: false };
  }
  return undefined;
}

/** The strength that a claim asserts, and who says so. */
export function assertedStrength(claim: ClaimMeaning, snapshot: Snapshot): { strength: Strength; by: "claim" | "family" | "default" } {
  const found = inherited(claim, snapshot, ownStrength);
  if (!found) return { strength: DEFAULT_STRENGTH, by: "default" };
  return { strength: found.value, by: found.own ? "claim" : "family" };
}

/** Mapping, theorem, conjecture, programme or method. */
export const kindOfClaim = (claim: ClaimMeaning, snapshot: Snapshot): string =>
  inherited(claim, snapshot, (entry) => (entry.claimKind?.known ? entry.claimKind.text : undefined))?.value ?? "mapping";

/** A declared gap, or a programme that nothing is cited for. */
export const isOpen = (claim: ClaimMeaning, snapshot: Snapshot): boolean =>
  claim.left?.open === true ||
  claim.right?.open === true ||
  (kindOfClaim(claim, snapshot) === "programme" && !claim.evidence.some((use) => use.stance === "supports"));

/** The claims that stand as ends of a claim. */
export const claimsAsEnds = (claim: ClaimMeaning): readonly string[] =>
  [claim.left, claim.right].flatMap((side) =>
    [...(side?.list?.ends ?? []), ...(side?.outweighed?.ends ?? [])].flatMap((end) => end.claim?.text ?? []),
  );

const isDefined = (id: string, snapshot: Snapshot): boolean =>
  snapshot.declarations(id).some(({ word }) => word === "claim" || word === "mapping");

export interface ClaimInDocument {
  readonly uri: string;
  readonly claim: ClaimMeaning;
}

/** The claims that a composite consists of: its ends, and those that say they belong to it. */
export function partsOfClaim(claim: ClaimMeaning, snapshot: Snapshot): readonly ClaimInDocument[] {
  const parts: ClaimInDocument[] = [];
  for (const id of claimsAsEnds(claim)) {
    for (const { uri, item } of snapshot.declarations(id)) {
      const meaning = meaningOf(item);
      if (isClaim(meaning)) parts.push({ uri, claim: meaning });
    }
  }
  if (claim.id) {
    for (const { uri, item } of snapshot.mentions(claim.id.text)) {
      const meaning = meaningOf(item);
      const id = claim.id.text;
      if (isClaim(meaning) && meaning.relations.some((entry) => entry.relation === "belongs to" && entry.target.text === id))
        parts.push({ uri, claim: meaning });
    }
  }
  return parts;
}

const groundedCache = new WeakMap<Snapshot, Map<ClaimMeaning, boolean>>();

/**
 * Whether anything but the writer's own argument is cited for the claim, or for each of the claims that it consists of.
 * A claim that nothing defines is not held against it: that is a finding of its own.
 */
export function isGrounded(claim: ClaimMeaning, uri: string, snapshot: Snapshot): boolean {
  if (hasSupport(claim)) return true;
  return bottomUp(
    { uri, claim },
    ({ claim: part }) => (hasSupport(part) ? [] : partsOfClaim(part, snapshot)),
    ({ claim: part }, ofParts) => {
      if (hasSupport(part)) return true;
      const hasParts = ofParts.length > 0 || claimsAsEnds(part).some((id) => !isDefined(id, snapshot));
      return hasParts && ofParts.every((grounded) => grounded === true);
    },
    knownIn(groundedCache, snapshot),
  );
}

/** Whether anything but the writer's own argument is cited for the claim itself. */
export const hasSupport = (claim: ClaimMeaning): boolean =>
  claim.evidence.some((use) => use.stance === "supports" && use.node.what.kind !== "text");

/**
 * Works out something of a claim from that of the claims it consists of, each once. Where a claim rests on itself the
 * circle is cut: what is not known yet is `undefined`, and `close` must then give nothing, so that it makes no difference
 * where the circle was entered.
 */
function bottomUp<T>(
  start: ClaimInDocument,
  partsOf: (claim: ClaimInDocument) => readonly ClaimInDocument[],
  close: (claim: ClaimInDocument, ofParts: readonly (T | undefined)[]) => T,
  known: Map<ClaimMeaning, T>,
): T {
  const done = known.get(start.claim);
  if (done !== undefined) return done;
  const visiting = new Set<ClaimMeaning>([start.claim]);
  // a stack of its own: chains of claims may be longer than that of the machine
  const stack = [{ node: start, parts: partsOf(start), at: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.parts[top.at++];
    if (next) {
      if (known.has(next.claim) || visiting.has(next.claim)) continue;
      visiting.add(next.claim);
      stack.push({ node: next, parts: partsOf(next), at: 0 });
    } else {
      const ofParts = top.parts.map((part) => known.get(part.claim));
      known.set(top.node.claim, close(top.node, ofParts));
      visiting.delete(top.node.claim);
      stack.pop();
    }
  }
  return known.get(start.claim) as T;
}

function knownIn<T>(all: WeakMap<Snapshot, Map<ClaimMeaning, T>>, snapshot: Snapshot): Map<ClaimMeaning, T> {
  let known = all.get(snapshot);
  if (!known) {
    known = new Map();
    all.set(snapshot, known);
  }
  return known;
}

function isFormal(claim: ClaimMeaning, uri: string, snapshot: Snapshot): boolean {
  if (kindOfClaim(claim, snapshot) === "theorem") return true;
  const { left, right } = resolveClaim(claim, snapshot.names(uri));
  return sideIsFormal(left) && sideIsFormal(right);
}

function sideIsFormal(side: ResolvedSide | undefined): boolean {
  const parts: AtlasPart[] = (side?.ends ?? []).flatMap((end) => end.part ?? []);
  return parts.length > 0 && parts.length === side?.ends.length && parts.every((part) => isFormalKind(part.kind));
}

/** Every claim and family of the workspace, with its document. */
export function* claimsOf(snapshot: Snapshot): IterableIterator<{ readonly uri: string; readonly claim: ClaimMeaning }> {
  for (const { uri, region } of snapshot.regions()) {
    for (const item of region.document.items) {
      if (item.word !== "claim" && item.word !== "mapping") continue;
      const meaning = meaningOf(item);
      if (isClaim(meaning)) yield { uri, claim: meaning };
    }
  }
}
