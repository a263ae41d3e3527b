/** How a difference is said, in pieces that text and Markdown share. */
import type { RecordCitation, RecordEvidence, RecordStrength } from "../records/record.ts";
import type { PredictionField, WordingField } from "./claim-changes.ts";
import type { ClaimDifference, ClaimReference, CollectionDifference, EvidenceField } from "./difference.ts";
import { calledClaim, counted, listed, oneLine, readingWords } from "./words.ts";

export const strengthWord = (strength: RecordStrength | null): string => strength ?? "nothing";

/** `Larkum et al. 1999, v2, Fig. 3`. */
const citationWords = ({ label, version, place }: RecordCitation): string =>
  [label, version, place].filter((each) => each !== undefined).join(", ");

/** What a piece of evidence is called: its works, data, model or id; the writer's own argument is quoted. */
export function evidenceName({ works, data, model, id, argument, shows }: RecordEvidence): string {
  if (argument) return `the argument “${oneLine(shows ?? "")}”`;
  return works.length > 0 ? works.map(citationWords).join("; ") : (data ?? model ?? id ?? "an unnamed piece");
}

/** A piece of evidence with all that is said of it: `Larkum et al. 1999: Intracellular recording, “…”, in rat S1 (read in full)`. */
export function evidenceWords(piece: RecordEvidence): string {
  const { argument, type, typeLabel, shows, scope, read, through, works, weighed, stance } = piece;
  if (argument) return evidenceName(piece);
  const what = typeLabel ?? type;
  const said = [
    ...(what === undefined ? [] : [what]),
    ...(shows === undefined ? [] : [`“${oneLine(shows)}”`]),
    ...(scope === undefined ? [] : [`in ${scope}`]),
  ];
  const small = [...(works.length > 0 ? [readingWords(read, through)] : []), ...(weighed || stance === "qualifies" ? [] : ["not counted"])];
  return `${evidenceName(piece)}${said.length === 0 ? "" : `: ${said.join(", ")}`}${small.length === 0 ? "" : ` (${small.join("; ")})`}`;
}

/** What one field of a piece says. */
export function evidenceFieldText(field: EvidenceField, piece: RecordEvidence): string {
  switch (field) {
    case "stance":
      return piece.stance;
    case "type":
      return piece.typeLabel ?? piece.type ?? "no type";
    case "shows":
      return piece.shows === undefined ? "not said" : `“${oneLine(piece.shows)}”`;
    case "scope":
      return piece.scope ?? "no scope";
    case "read":
      return readingWords(piece.read, piece.through);
    case "place":
      return piece.works.map(({ place }) => place ?? "no place").join("; ");
    case "version":
      return piece.works.map(({ version }) => version ?? "no version").join("; ");
    case "weight":
      return piece.weighed ? "counted" : "not counted";
  }
}

export const evidenceFieldNames: Readonly<Record<EvidenceField, string>> = {
  stance: "which side it is on",
  type: "of which type it is",
  shows: "what it shows",
  scope: "where it was seen",
  read: "how far it was read",
  place: "where in the work",
  version: "which version",
  weight: "whether it counts",
};

export const wordingNames: Readonly<Record<WordingField, string>> = {
  ends: "what is set beside what",
  means: "what it means",
  because: "the reasoning",
  sense: "in which sense",
  kind: "its kind",
  scope: "where it holds",
  level: "its level",
  informs: "which field it informs",
  via: "through what",
  facet: "which facet is meant",
  "stated in": "who states it",
  undisputed: "the search for disputes",
  relations: "its relations to others",
  notes: "its notes",
  tags: "its tags",
  sentences: "the sentences that state it",
  programs: "the programs that implement it",
};

export const predictionFieldNames: Readonly<Record<PredictionField, string>> = {
  text: "its wording",
  expects: "what it expects",
  "falsified if": "when it fails",
  observed: "what was observed",
  verdict: "its verdict",
};

export const stanceWords = { supports: "for it", disputes: "against it", qualifies: "that qualifies it" } as const;

/** The claim as it is now, or as it was before it went. */
export function shownReference({ before, after }: ClaimDifference): ClaimReference {
  const reference = after ?? before;
  if (!reference) throw new Error("a difference speaks of no claim");
  return reference;
}

export const calledReference = (reference: ClaimReference): string => calledClaim(reference);

/** `23 claims and 1 family: 2 added, 1 removed, 3 changed (1 weakened), 18 unchanged`. */
export function differenceCounts({ claims, unchanged }: CollectionDifference): string {
  const of = (status: ClaimDifference["status"]): number => claims.filter((each) => each.status === status).length;
  const directed = (direction: "rises" | "falls"): number =>
    claims.filter(({ changes }) => changes.some((change) => change.kind === "asserted" && change.direction === direction)).length;
  const asserting = [
    ...(directed("rises") > 0 ? [`${directed("rises")} strengthened`] : []),
    ...(directed("falls") > 0 ? [`${directed("falls")} weakened`] : []),
  ];
  const told = [
    ...(of("added") > 0 ? [`${of("added")} added`] : []),
    ...(of("removed") > 0 ? [`${of("removed")} removed`] : []),
    ...(of("changed") > 0 ? [`${of("changed")} changed${asserting.length > 0 ? ` (${listed(asserting)})` : ""}`] : []),
    ...(of("moved") > 0 ? [`${of("moved")} only moved`] : []),
    ...(unchanged.length > 0 ? [`${unchanged.length} unchanged`] : []),
  ];
  return told.length === 0 ? "no claims" : `${countedByKind([...claims.map(shownReference), ...unchanged])}: ${told.join(", ")}`;
}

/** `23 claims and 1 family`: of claims as the check counts them, and of families of claims, if there are any. */
export function countedByKind(all: readonly { readonly kind: "claim" | "mapping" }[]): string {
  const families = all.filter(({ kind }) => kind === "mapping").length;
  const claims = all.length - families;
  const told = [
    ...(claims > 0 || families === 0 ? [counted(claims, "claim")] : []),
    ...(families > 0 ? [counted(families, "family", "families")] : []),
  ];
  return told.join(" and ");
}
