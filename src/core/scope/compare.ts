/**
 * Does evidence with one scope speak to a claim with another? Judged kind by kind, species, area, age and so on; the
 * worst outcome counts. The outcomes and what they lead to are data (`compatibility` in `scope.json`).
 */
import { ageAgainstStage } from "./age.ts";
import { type Homologue, type HomologueRelation, type OutcomeData, scopeData } from "./data.ts";
import { type AgeReading, kindOf, type ScopeReading, termsOf } from "./read.ts";
import { type ScopeKind, type ScopeTerm, type ScopeVocabulary, scopeKinds, scopeVocabulary } from "./vocabulary.ts";

/**
 * How the evidence's scope stands to the claim's. `narrower`: the evidence lies within it; `broader`: the claim lies
 * within the evidence; `unstated`: the evidence says nothing of this kind; `not-comparable`: it cannot be told.
 */
export type ScopeOutcome = "same" | "narrower" | "homologous" | "broader" | "overlap" | "unstated" | "not-comparable" | "mismatch";

/** The outcomes in few words. */
export type Compatibility = "same" | "within" | "overlap" | "different" | "unknown";

const compatibilityOf: Readonly<Record<ScopeOutcome, Compatibility>> = {
  same: "same",
  narrower: "within",
  homologous: "overlap",
  broader: "overlap",
  overlap: "overlap",
  unstated: "unknown",
  "not-comparable": "unknown",
  mismatch: "different",
};

/** What the vocabulary says of an outcome: whether it is a finding, how severe at most, in which words. */
export const outcomeData = (outcome: ScopeOutcome): OutcomeData | undefined =>
  scopeData.compatibility.outcomes.find((entry) => entry.id === outcome);

const rank = (outcome: ScopeOutcome): number => scopeData.compatibility.order.indexOf(outcome);

const best = (outcomes: readonly ScopeOutcome[]): ScopeOutcome | undefined => [...outcomes].sort((a, b) => rank(a) - rank(b))[0];
const worst = (outcomes: readonly ScopeOutcome[]): ScopeOutcome | undefined => [...outcomes].sort((a, b) => rank(b) - rank(a))[0];

/** The outcome for one kind of term that the claim states. */
export interface KindComparison {
  readonly kind: ScopeKind;
  readonly outcome: ScopeOutcome;
  readonly compatibility: Compatibility;
  /** What the evidence and the claim say of this kind, as labels. */
  readonly evidence: readonly string[];
  readonly claim: readonly string[];
  /** Where the outcome is `homologous`: on what it rests; undefined where both name the same area. */
  readonly homologue: Homologue | undefined;
}

export interface ScopeComparison {
  /** The worst of all kinds; `same` where the claim states nothing. */
  readonly outcome: ScopeOutcome;
  /** The kinds that the claim states. */
  readonly kinds: readonly KindComparison[];
}

const none: readonly ScopeTerm[] = [];

/** Compares one alternative of the evidence's scope with one of the claim's. */
export function compareScopes(
  evidence: readonly ScopeReading[],
  claim: readonly ScopeReading[],
  extra: readonly ScopeTerm[] = none,
): ScopeComparison {
  const vocabulary = scopeVocabulary(extra);
  const theirs = sideOf(evidence, extra);
  const ours = sideOf(claim, extra);
  const kinds = scopeKinds.filter((kind) => ours.labels(kind).length > 0).map((kind) => compareKind(kind, theirs, ours, vocabulary));
  const joined = withHomologues(kinds, theirs, ours, vocabulary);
  return { outcome: worst(joined.map((each) => each.outcome)) ?? "same", kinds: joined };
}

/** The outcomes in few words, for each kind that the claim states. */
export function compatible(
  evidence: readonly ScopeReading[],
  claim: readonly ScopeReading[],
  extra: readonly ScopeTerm[] = none,
): ReadonlyMap<ScopeKind, Compatibility> {
  return new Map(compareScopes(evidence, claim, extra).kinds.map(({ kind, compatibility }) => [kind, compatibility]));
}

export interface AlternativesComparison extends ScopeComparison {
  /** The claim's alternatives that no alternative of the evidence fits, by index. */
  readonly unmet: readonly number[];
  /** The alternatives of the evidence that fit no alternative of the claim, by index. */
  readonly astray: readonly number[];
}

/**
 * Compares all alternatives (see `alternativesOf`): evidence need fit one alternative of the claim, and the best
 * alternative of the evidence counts.
 */
export function compareAlternatives(
  evidence: readonly (readonly ScopeReading[])[],
  claim: readonly (readonly ScopeReading[])[],
  extra: readonly ScopeTerm[] = none,
): AlternativesComparison {
  const table = evidence.map((theirs) => claim.map((ours) => compareScopes(theirs, ours, extra)));
  const fits = (comparison: ScopeComparison | undefined): boolean => comparison !== undefined && comparison.outcome !== "mismatch";
  const all = table.flat().sort((a, b) => rank(a.outcome) - rank(b.outcome));
  const first = all[0] ?? { outcome: "same", kinds: [] };
  return {
    ...first,
    unmet: claim.flatMap((_, column) => (table.some((row) => fits(row[column])) ? [] : [column])),
    astray: table.flatMap((row, index) => (row.some(fits) ? [] : [index])),
  };
}

/** All that one side says. */
interface Side {
  readonly terms: readonly ScopeTerm[];
  readonly ages: readonly AgeReading[];
  labels(kind: ScopeKind): readonly string[];
}

function sideOf(readings: readonly ScopeReading[], extra: readonly ScopeTerm[]): Side {
  const terms = termsOf(readings, extra);
  const ages = readings.filter((reading): reading is AgeReading => reading.form === "age");
  return {
    terms,
    ages,
    labels: (kind) => [
      ...terms.filter((term) => term.kind === kind).map((term) => term.label),
      ...ages.filter((age) => kindOf(age) === kind).map((age) => age.text),
    ],
  };
}

type Thing = ScopeTerm | AgeReading;

const isAge = (thing: Thing): thing is AgeReading => "form" in thing;

const thingsOf = (side: Side, kind: ScopeKind): readonly Thing[] => [
  ...side.terms.filter((term) => term.kind === kind),
  ...(kind === "age" ? side.ages : []),
];

const speciesOf = (side: Side): readonly ScopeTerm[] => side.terms.filter((term) => term.kind === "species");

/** States that go with any other: a head-fixed animal is awake or asleep. */
const isIndependent = (thing: Thing): boolean => !isAge(thing) && scopeData.compatibility.independent.includes(thing.id);

function compareKind(kind: ScopeKind, evidence: Side, claim: Side, vocabulary: ScopeVocabulary): KindComparison {
  const stated = thingsOf(evidence, kind);
  const outcomes = thingsOf(claim, kind).map((ours) => {
    const relevant = stated.filter((theirs) => (isIndependent(ours) ? theirs === ours : !isIndependent(theirs)));
    return best(relevant.map((theirs) => compareThings(theirs, ours, evidence, claim, vocabulary))) ?? "unstated";
  });
  return comparison(kind, worst(outcomes) ?? "unstated", evidence, claim);
}

const comparison = (kind: ScopeKind, outcome: ScopeOutcome, evidence: Side, claim: Side, homologue?: Homologue): KindComparison => ({
  kind,
  outcome,
  compatibility: compatibilityOf[outcome],
  evidence: evidence.labels(kind),
  claim: claim.labels(kind),
  homologue,
});

function compareThings(theirs: Thing, ours: Thing, evidence: Side, claim: Side, vocabulary: ScopeVocabulary): ScopeOutcome {
  if (isAge(theirs) && isAge(ours)) return compareAges(theirs, ours);
  const species = [...speciesOf(evidence), ...speciesOf(claim)];
  if (isAge(theirs)) return agedAgainst(ageAgainstStage(theirs, ours as ScopeTerm, species, vocabulary), "narrower");
  if (isAge(ours)) return agedAgainst(ageAgainstStage(ours, theirs, [...speciesOf(claim), ...speciesOf(evidence)], vocabulary), "broader");
  return compareTerms(theirs, ours, vocabulary);
}

function compareTerms(theirs: ScopeTerm, ours: ScopeTerm, vocabulary: ScopeVocabulary): ScopeOutcome {
  if (theirs === ours) return "same";
  if (theirs.id === "species.in_silico" || ours.id === "species.in_silico") return "not-comparable";
  if (vocabulary.isWithin(theirs, ours)) return "narrower";
  if (vocabulary.isWithin(ours, theirs)) return "broader";
  return vocabulary.overlaps(theirs, ours) ? "overlap" : "mismatch";
}

function compareAges(theirs: AgeReading, ours: AgeReading): ScopeOutcome {
  if (theirs.since !== ours.since) return "mismatch";
  if (theirs.from === ours.from && theirs.to === ours.to) return "same";
  if (ours.from <= theirs.from && theirs.to <= ours.to) return "narrower";
  if (theirs.from <= ours.from && ours.to <= theirs.to) return "broader";
  return theirs.from <= ours.to && ours.from <= theirs.to ? "overlap" : "mismatch";
}

const agedAgainst = (found: "inside" | "overlap" | "outside" | undefined, inside: ScopeOutcome): ScopeOutcome =>
  found === "inside" ? inside : found === "overlap" ? "overlap" : found === "outside" ? "mismatch" : "not-comparable";

const acceptedHomologues: ReadonlySet<HomologueRelation> = new Set(["equated", "homologous", "same-name", "proposed", "tentative"]);

/** Another species is no mismatch where the areas are the same phrase or held to correspond. */
function withHomologues(
  kinds: readonly KindComparison[],
  evidence: Side,
  claim: Side,
  vocabulary: ScopeVocabulary,
): readonly KindComparison[] {
  if (kinds.find(({ kind }) => kind === "species")?.outcome !== "mismatch") return kinds;
  const area = kinds.find(({ kind }) => kind === "area");
  const link = area && area.outcome !== "unstated" ? homologueLink(evidence, claim, vocabulary) : undefined;
  if (!link) return kinds;
  return kinds.map((each) =>
    each.kind === "species" || each.kind === "area" ? comparison(each.kind, "homologous", evidence, claim, link.by) : each,
  );
}

function homologueLink(evidence: Side, claim: Side, vocabulary: ScopeVocabulary): { readonly by: Homologue | undefined } | undefined {
  const areas = (side: Side): readonly ScopeTerm[] => side.terms.filter((term) => term.kind === "area");
  for (const ours of areas(claim)) {
    for (const theirs of areas(evidence)) {
      const inTheirs = homologuesOf(ours, speciesOf(evidence), vocabulary);
      const inOurs = homologuesOf(theirs, speciesOf(claim), vocabulary);
      if (ours === theirs) {
        // one name for both; what is said of either species may deny that it is one area
        if ([inTheirs, inOurs].every((said) => said.length === 0 || said.some(isAccepted))) {
          return { by: inTheirs.find(isAccepted) ?? inOurs.find(isAccepted) };
        }
      } else {
        const by =
          inTheirs.find((one) => isAccepted(one) && one.area === theirs.id) ??
          inOurs.find((one) => isAccepted(one) && one.area === ours.id);
        if (by) return { by };
      }
    }
  }
  return undefined;
}

const isAccepted = (homologue: Homologue): boolean => acceptedHomologues.has(homologue.relation);

/** What is said of an area about its counterpart in these species. */
const homologuesOf = (area: ScopeTerm, species: readonly ScopeTerm[], vocabulary: ScopeVocabulary): readonly Homologue[] =>
  area.homologues.filter((homologue) => {
    const where = vocabulary.term(homologue.species);
    return where !== undefined && species.some((one) => vocabulary.isWithin(one, where));
  });
