/** What one claim, or one prediction, differs in from what it was. */
import type { RecordCitation, RecordClaim, RecordEvidence, RecordPrediction, RecordStanding } from "../records/record.ts";
import { endsName } from "./claim-pairs.ts";
import type { ClaimChange, Direction, EvidenceField } from "./difference.ts";
import { commonWords, pairedByLikeness, pairedByName, wordsOf } from "./match.ts";
import { byCode, oneLine, readingWords, strengthOrder } from "./words.ts";

/** What a claim says in words, field by field, each as the texts that it is made of. */
const wordings = {
  ends: ({ written }: RecordClaim) => [written],
  means: ({ means }: RecordClaim) => present(means),
  because: ({ because }: RecordClaim) => because,
  sense: ({ sense }: RecordClaim) => present(sense),
  kind: ({ claimKind, kind }: RecordClaim) => [kind === "mapping" ? "mapping" : claimKind],
  scope: ({ scope }: RecordClaim) => present(scope),
  level: ({ level }: RecordClaim) => present(level),
  informs: ({ informs }: RecordClaim) => present(informs),
  via: ({ via }: RecordClaim) => via,
  facet: ({ facets }: RecordClaim) => facets.map(({ text, of }) => (of === undefined ? text : `${text}, of ${of}`)),
  "stated in": ({ statedIn }: RecordClaim) =>
    statedIn.map(({ works, read, through }) => `${works.map(citationText).join("; ")}, ${readingWords(read, through)}`),
  undisputed: ({ undisputed }: RecordClaim) =>
    undisputed ? [undisputed.where === undefined ? undisputed.date : `${undisputed.date}: ${undisputed.where}`] : [],
  relations: ({ relations }: RecordClaim) => relations.map(({ relation, to }) => `${relation} ${to}`),
  notes: ({ notes }: RecordClaim) => notes,
  tags: ({ tags }: RecordClaim) => tags,
  sentences: ({ sentences }: RecordClaim) => sentences.map(({ exact }) => exact),
  programs: ({ implementations }: RecordClaim) => implementations.map(({ path }) => path),
} satisfies Readonly<Record<string, (claim: RecordClaim) => readonly string[]>>;

export type WordingField = keyof typeof wordings;

export const wordingFields = Object.keys(wordings) as readonly WordingField[];

const present = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

const citationText = ({ key, version, place }: RecordCitation): string =>
  `@${[key, version, place].filter((each) => each !== undefined).join(", ")}`;

/** From the least to the best; a declared gap is on no scale. */
const standingOrder: readonly RecordStanding[] = ["refuted", "unsupported", "contested", "overstated", "supported"];

const directed = (before: number, after: number): Direction => (before < after ? "rises" : "falls");

/** All that differs, in the order of `changeKinds`; nothing where nothing does. */
export function changesOf(before: RecordClaim, after: RecordClaim): readonly ClaimChange[] {
  return [
    ...nameChanges(before, after),
    ...judgementChanges(before, after),
    ...evidenceChanges(before.evidence, after.evidence),
    ...predictionChanges(before, after),
    ...wordingChanges(before, after),
    ...(before.place.path === after.place.path ? [] : [{ kind: "moved" as const, before: before.place.path, after: after.place.path }]),
  ];
}

function nameChanges(old: RecordClaim, now: RecordClaim): readonly ClaimChange[] {
  const [before, after] = [old.id ?? null, now.id ?? null];
  return before === after ? [] : [{ kind: "renamed", before, after }];
}

function judgementChanges(old: RecordClaim, now: RecordClaim): readonly ClaimChange[] {
  const changes: ClaimChange[] = [];
  const rank = (strength: RecordClaim["earned"] | null): number => (strength ? strengthOrder.indexOf(strength) : -1);
  if (old.asserted !== now.asserted)
    changes.push({
      kind: "asserted",
      before: old.asserted,
      after: now.asserted,
      direction: directed(rank(old.asserted), rank(now.asserted)),
    });
  // a family has no evidence of its own to be judged by
  if (old.kind === "mapping" || now.kind === "mapping") return changes;
  const [before, after] = [old.earned ?? null, now.earned ?? null];
  if (before !== after) changes.push({ kind: "earned", before, after, direction: directed(rank(before), rank(after)) });
  if (old.standing !== now.standing) {
    const [was, is] = [standingOrder.indexOf(old.standing), standingOrder.indexOf(now.standing)];
    const direction = was < 0 || is < 0 ? "changes" : directed(was, is);
    changes.push({ kind: "standing", before: old.standing, after: now.standing, direction });
  }
  return changes;
}

/** What a piece of evidence says, field by field. */
const evidenceTexts: Readonly<Record<EvidenceField, (piece: RecordEvidence) => string>> = {
  stance: ({ stance }) => stance,
  type: ({ type }) => type ?? "",
  shows: ({ shows }) => oneLine(shows ?? ""),
  scope: ({ scope }) => oneLine(scope ?? ""),
  read: ({ read, through }) => `${read ?? ""} ${oneLine(through ?? "")}`,
  place: ({ works }) => works.map(({ place }) => place ?? "").join(";"),
  version: ({ works }) => works.map(({ version }) => version ?? "").join(";"),
  weight: ({ weighed }) => String(weighed),
};

const evidenceFields = Object.keys(evidenceTexts) as readonly EvidenceField[];

const differingFields = (a: RecordEvidence, b: RecordEvidence): readonly EvidenceField[] =>
  evidenceFields.filter((field) => evidenceTexts[field](a) !== evidenceTexts[field](b));

/** What a piece is, whatever is said of it: the works, data or model that it cites. The writer's own arguments have no name. */
function evidenceName({ argument, works, data, model, id }: RecordEvidence): string | undefined {
  if (argument) return undefined;
  const keys = works.map(({ key }) => key).sort();
  return JSON.stringify(keys.length > 0 || data !== undefined || model !== undefined ? [keys, data ?? "", model ?? ""] : [id ?? ""]);
}

/** Of several pieces of one work, the likest belong together. */
const evidenceLikeness = (a: RecordEvidence, b: RecordEvidence): number =>
  evidenceFields.length - differingFields(a, b).length + commonWords(wordsOf(a.shows ?? ""), wordsOf(b.shows ?? ""));

function evidenceChanges(before: readonly RecordEvidence[], after: readonly RecordEvidence[]): readonly ClaimChange[] {
  const named = pairedByName(before, after, evidenceName, evidenceLikeness);
  const argued = pairedByLikeness(named.before, named.after, (a, b) => {
    if (!a.argument || !b.argument) return undefined;
    const common = commonWords(wordsOf(a.shows ?? ""), wordsOf(b.shows ?? ""));
    return oneLine(a.shows ?? "") === oneLine(b.shows ?? "") ? 2 : common >= 0.5 ? common : undefined;
  });
  const order = ({ before: old, after: now }: { readonly before: RecordEvidence; readonly after: RecordEvidence }): string =>
    [JSON.stringify(old), JSON.stringify(now)].sort().join();
  const changed = [...named.pairs, ...argued.pairs].flatMap(([old, now]) => {
    const fields = differingFields(old, now);
    return fields.length === 0 ? [] : [{ kind: "evidence-changed" as const, before: old, after: now, fields }];
  });
  return [
    ...argued.after.map((evidence) => ({ kind: "evidence-gained" as const, evidence })),
    ...argued.before.map((evidence) => ({ kind: "evidence-lost" as const, evidence })),
    ...changed.sort((a, b) => byCode(order(a), order(b))),
  ];
}

function predictionChanges(before: RecordClaim, after: RecordClaim): readonly ClaimChange[] {
  const idsOf = ({ predictions, undefinedPredictions }: RecordClaim): readonly string[] => [
    ...new Set([...predictions.map(({ id }) => id), ...undefinedPredictions]),
  ];
  const [old, now] = [idsOf(before), idsOf(after)];
  const verdictOf = ({ predictions }: RecordClaim, id: string) => predictions.find((each) => each.id === id)?.verdict;
  const verdicts = now.flatMap((id): ClaimChange[] => {
    const [was, is] = [verdictOf(before, id), verdictOf(after, id)];
    return was === undefined || is === undefined || was === is ? [] : [{ kind: "verdict", id, before: was, after: is }];
  });
  return [
    ...now.filter((id) => !old.includes(id)).map((id) => ({ kind: "prediction-added" as const, id })),
    ...old.filter((id) => !now.includes(id)).map((id) => ({ kind: "prediction-removed" as const, id })),
    ...verdicts.sort((a, b) => (a.kind === "verdict" && b.kind === "verdict" ? byCode(a.id, b.id) : 0)),
  ];
}

function wordingChanges(before: RecordClaim, after: RecordClaim): readonly ClaimChange[] {
  // a synonym for the same part is no other claim
  const sameEnds =
    endsName(before) === endsName(after) && (endsName(before) !== undefined || oneLine(before.written) === oneLine(after.written));
  return wordingFields.flatMap((field): ClaimChange[] => {
    if (field === "ends" && sameEnds) return [];
    const [old, now] = [wordings[field](before).map(oneLine), wordings[field](after).map(oneLine)];
    const gone = without(old, now);
    const come = without(now, old);
    return gone.length === 0 && come.length === 0 ? [] : [{ kind: "wording", field, before: gone, after: come }];
  });
}

/** What is in a list and not in another, as often as it is there more often. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return all.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const predictionTexts = {
  text: ({ text }: RecordPrediction) => present(text),
  expects: ({ expects }: RecordPrediction) => expects,
  "falsified if": ({ falsifiedIf }: RecordPrediction) => falsifiedIf,
  observed: ({ observed }: RecordPrediction) => observed,
  verdict: ({ verdict }: RecordPrediction) => [verdict],
} satisfies Readonly<Record<string, (prediction: RecordPrediction) => readonly string[]>>;

export type PredictionField = keyof typeof predictionTexts;

/** What a prediction differs in. */
export const predictionFields = (before: RecordPrediction, after: RecordPrediction): readonly PredictionField[] =>
  (Object.keys(predictionTexts) as readonly PredictionField[]).filter((field) => {
    const [old, now] = [predictionTexts[field](before).map(oneLine), predictionTexts[field](after).map(oneLine)];
    return without(old, now).length > 0 || without(now, old).length > 0;
  });
