/**
 * What two collections of claims differ in: what a co-author asks after a week, and a reviewer after a revision. Turned round, it
 * is what the second differs in from the first; `mirrored` says so, and a test holds it.
 */
import type {
  ClaimCollection,
  RecordClaim,
  RecordEvidence,
  RecordPrediction,
  RecordStanding,
  RecordStrength,
  RecordVerdict,
  RecordWork,
} from "../records/record.ts";
import { changesOf, type PredictionField, predictionFields, type WordingField } from "./claim-changes.ts";
import { pairedClaims } from "./claim-pairs.ts";
import { pairedByName } from "./match.ts";
import { byCode } from "./words.ts";

/** `changes`: neither more nor less, as when a gap is declared. */
export type Direction = "rises" | "falls" | "changes";

export type EvidenceField = "stance" | "type" | "shows" | "scope" | "read" | "place" | "version" | "weight";

export type ClaimChange =
  | { readonly kind: "renamed"; readonly before: string | null; readonly after: string | null }
  /** How much is asserted. */
  | { readonly kind: "asserted"; readonly before: RecordStrength; readonly after: RecordStrength; readonly direction: Direction }
  /** What the evidence earns; null where it is nothing. */
  | {
      readonly kind: "earned";
      readonly before: RecordStrength | null;
      readonly after: RecordStrength | null;
      readonly direction: Direction;
    }
  | { readonly kind: "standing"; readonly before: RecordStanding; readonly after: RecordStanding; readonly direction: Direction }
  | { readonly kind: "evidence-gained" | "evidence-lost"; readonly evidence: RecordEvidence }
  | {
      readonly kind: "evidence-changed";
      readonly before: RecordEvidence;
      readonly after: RecordEvidence;
      readonly fields: readonly EvidenceField[];
    }
  | { readonly kind: "prediction-added" | "prediction-removed"; readonly id: string }
  | { readonly kind: "verdict"; readonly id: string; readonly before: RecordVerdict; readonly after: RecordVerdict }
  /** What only the one says, and what only the other. */
  | { readonly kind: "wording"; readonly field: WordingField; readonly before: readonly string[]; readonly after: readonly string[] }
  /** To another file, which by itself changes nothing. */
  | { readonly kind: "moved"; readonly before: string; readonly after: string };

/** The order in which changes are told. */
export const changeKinds: readonly ClaimChange["kind"][] = [
  "renamed",
  "asserted",
  "earned",
  "standing",
  "evidence-gained",
  "evidence-lost",
  "evidence-changed",
  "prediction-added",
  "prediction-removed",
  "verdict",
  "wording",
  "moved",
];

/** A claim as it is spoken of. */
export interface ClaimReference {
  readonly key: string;
  readonly id?: string;
  readonly kind: "claim" | "mapping";
  readonly written: string;
  readonly means?: string;
  readonly asserted: RecordStrength;
  readonly standing: RecordStanding;
  readonly path: string;
  readonly line: number;
  readonly evidence: readonly RecordEvidence[];
}

export interface ClaimDifference {
  /** `moved`: nothing but its file is another. */
  readonly status: "added" | "removed" | "changed" | "moved";
  /** Left out for an added claim. */
  readonly before?: ClaimReference;
  /** Left out for a removed claim. */
  readonly after?: ClaimReference;
  readonly changes: readonly ClaimChange[];
}

export interface PredictionDifference {
  readonly status: "added" | "removed" | "changed";
  readonly id: string;
  readonly before?: RecordPrediction;
  readonly after?: RecordPrediction;
  readonly fields: readonly PredictionField[];
}

export interface WorkReference {
  readonly key: string;
  readonly label?: string;
  readonly line?: string;
}

export interface CollectionDifference {
  readonly format: "lamina-difference";
  readonly version: 1;
  /** What the two collections are called. */
  readonly before: string;
  readonly after: string;
  /** In the order of their keys. */
  readonly claims: readonly ClaimDifference[];
  /** Claims, and families of claims, in which nothing differs. */
  readonly unchanged: readonly UnchangedClaim[];
  /** By their ids; whether or not a claim makes them. */
  readonly predictions: readonly PredictionDifference[];
  readonly works: { readonly added: readonly WorkReference[]; readonly removed: readonly WorkReference[] };
}

/** What the second collection differs in from the first. */
export function differenceBetween(before: ClaimCollection, after: ClaimCollection): CollectionDifference {
  const { pairs, before: removed, after: added } = pairedClaims(before.claims, after.claims);
  const claims: ClaimDifference[] = [
    ...removed.map((claim) => ({ status: "removed" as const, before: referenceTo(claim), changes: [] })),
    ...added.map((claim) => ({ status: "added" as const, after: referenceTo(claim), changes: [] })),
  ];
  const unchanged: UnchangedClaim[] = [];
  for (const [old, now] of pairs) {
    const changes = changesOf(old, now);
    if (changes.length === 0) unchanged.push({ before: old.key, after: now.key, kind: now.kind });
    else {
      const status = changes.every(({ kind }) => kind === "moved") ? "moved" : "changed";
      claims.push({ status, before: referenceTo(old), after: referenceTo(now), changes });
    }
  }
  return {
    format: "lamina-difference",
    version: 1,
    before: before.title,
    after: after.title,
    claims: claims.sort(byKeys),
    unchanged: unchanged.sort(byKeyPairs),
    predictions: predictionDifferences(before.predictions, after.predictions),
    works: { added: worksOnlyIn(after.works, before.works), removed: worksOnlyIn(before.works, after.works) },
  };
}

/** Whether anything differs but in which files claims stand. */
export const isDifferent = ({ claims, predictions, works }: CollectionDifference): boolean =>
  claims.some(({ status }) => status !== "moved") || predictions.length > 0 || works.added.length > 0 || works.removed.length > 0;

const referenceTo = ({ key, id, kind, written, means, asserted, standing, place, evidence }: RecordClaim): ClaimReference => ({
  key,
  ...(id !== undefined && { id }),
  kind,
  written,
  ...(means !== undefined && { means }),
  asserted,
  standing,
  path: place.path,
  line: place.line,
  evidence,
});

/** A claim in which nothing differs: its keys on both sides, and whether it is a family of claims. */
export interface UnchangedClaim {
  readonly before: string;
  readonly after: string;
  readonly kind: "claim" | "mapping";
}

interface Keyed {
  readonly before?: { readonly key: string };
  readonly after?: { readonly key: string };
}

/** By the lesser key of the two, as far as can be whichever collection comes first; pairs come before claims that stand alone. */
function byKeys(a: Keyed, b: Keyed): number {
  const [[least, most], [otherLeast, otherMost]] = [keysOf(a), keysOf(b)];
  return byCode(least, otherLeast) || byCode(most, otherMost) || lone(a) - lone(b) || byCode(a.before?.key ?? "", b.before?.key ?? "");
}

function keysOf({ before, after }: Keyed): readonly [string, string] {
  const [one, other] = [before?.key ?? after?.key ?? "", after?.key ?? before?.key ?? ""];
  return byCode(one, other) <= 0 ? [one, other] : [other, one];
}

const lone = ({ before, after }: Keyed): number => (before && after ? 0 : 1);

const byKeyPairs = (a: UnchangedClaim, b: UnchangedClaim): number =>
  byKeys({ before: { key: a.before }, after: { key: a.after } }, { before: { key: b.before }, after: { key: b.after } });

function predictionDifferences(before: readonly RecordPrediction[], after: readonly RecordPrediction[]): readonly PredictionDifference[] {
  const paired = pairedByName(
    before,
    after,
    ({ id }) => id,
    () => 0,
  );
  const found: PredictionDifference[] = [
    ...paired.before.map((each) => ({ status: "removed" as const, id: each.id, before: each, fields: [] })),
    ...paired.after.map((each) => ({ status: "added" as const, id: each.id, after: each, fields: [] })),
    ...paired.pairs.flatMap(([old, now]) => {
      const fields = predictionFields(old, now);
      return fields.length === 0 ? [] : [{ status: "changed" as const, id: now.id, before: old, after: now, fields }];
    }),
  ];
  return found.sort((a, b) => byCode(a.id, b.id));
}

function worksOnlyIn(works: readonly RecordWork[], others: readonly RecordWork[]): readonly WorkReference[] {
  const known = new Set(others.map(({ key }) => key));
  return works
    .filter(({ key }) => !known.has(key))
    .map(({ key, label, line }) => ({ key, ...(label !== undefined && { label }), ...(line !== undefined && { line }) }))
    .sort((a, b) => byCode(a.key, b.key));
}

const turned: Readonly<Record<Direction, Direction>> = { rises: "falls", falls: "rises", changes: "changes" };

/** The same difference seen from the other side. */
export function mirrored(difference: CollectionDifference): CollectionDifference {
  const { before, after, claims, unchanged, predictions, works } = difference;
  return {
    ...difference,
    before: after,
    after: before,
    claims: claims
      .map(
        (claim): ClaimDifference => ({
          status: claim.status === "added" ? "removed" : claim.status === "removed" ? "added" : claim.status,
          ...(claim.after && { before: claim.after }),
          ...(claim.before && { after: claim.before }),
          changes: claim.changes.map(mirroredChange).sort((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind)),
        }),
      )
      .sort(byKeys),
    unchanged: unchanged.map((each) => ({ ...each, before: each.after, after: each.before })).sort(byKeyPairs),
    predictions: predictions.map((each) => ({
      status: each.status === "added" ? "removed" : each.status === "removed" ? "added" : each.status,
      id: each.id,
      ...(each.after && { before: each.after }),
      ...(each.before && { after: each.before }),
      fields: each.fields,
    })),
    works: { added: works.removed, removed: works.added },
  };
}

function mirroredChange(change: ClaimChange): ClaimChange {
  switch (change.kind) {
    case "evidence-gained":
      return { ...change, kind: "evidence-lost" };
    case "evidence-lost":
      return { ...change, kind: "evidence-gained" };
    case "prediction-added":
      return { ...change, kind: "prediction-removed" };
    case "prediction-removed":
      return { ...change, kind: "prediction-added" };
    case "asserted":
      return { ...change, before: change.after, after: change.before, direction: turned[change.direction] };
    case "earned":
      return { ...change, before: change.after, after: change.before, direction: turned[change.direction] };
    case "standing":
      return { ...change, before: change.after, after: change.before, direction: turned[change.direction] };
    case "renamed":
      return { ...change, before: change.after, after: change.before };
    case "evidence-changed":
      return { ...change, before: change.after, after: change.before };
    case "verdict":
      return { ...change, before: change.after, after: change.before };
    case "wording":
      return { ...change, before: change.after, after: change.before };
    case "moved":
      return { ...change, before: change.after, after: change.before };
  }
}
