/** Ages as numbers: read by the patterns of the vocabulary, and set against the bounds of the stages of life. */
import { type AgeBounds, type AgePattern, scopeData } from "./data.ts";
import type { ScopeTerm, ScopeVocabulary } from "./vocabulary.ts";

/** An age, or a span of ages, in days. */
export interface Age {
  readonly from: number;
  /** Inclusive; the same as `from` where one age is written. */
  readonly to: number;
  /** What the days are counted from. */
  readonly since: "birth" | "conception";
  /** The id of the term that it lies under, whatever the species. */
  readonly under: string;
}

// A month is a twelfth of a year of 365.25 days.
const daysIn: Readonly<Record<string, number>> = {
  d: 1,
  w: 7,
  m: 365.25 / 12,
  y: 365.25,
  天: 1,
  日: 1,
  周: 7,
  月: 365.25 / 12,
  个: 365.25 / 12,
  岁: 365.25,
};

/** The length of a unit of time in days, by its first letter: d, w, m, y. */
const unitDays = (unit: string): number => daysIn[unit.slice(0, 1).toLowerCase()] ?? Number.NaN;

let compiled: readonly { readonly pattern: AgePattern; readonly shape: RegExp }[] | undefined;

/** The age that a piece of a phrase writes as a whole: `P14`, `8 weeks old`, `E18.5`, `8周龄`. */
export function readAge(piece: string): Age | undefined {
  compiled ??= scopeData.patterns.map((pattern) => ({ pattern, shape: new RegExp(pattern.regex, "i") }));
  for (const { pattern, shape } of compiled) {
    const match = shape.exec(piece);
    const age = match && ageOf(pattern, match);
    if (age) return age;
  }
  return undefined;
}

function ageOf(pattern: AgePattern, match: RegExpExecArray): Age | undefined {
  const numbers = match
    .slice(1)
    .map(Number)
    .filter((number) => !Number.isNaN(number));
  const unit = match.slice(1).find((piece) => piece !== undefined && Number.isNaN(Number(piece)));
  const days = unit === undefined ? 1 : unitDays(unit);
  const from = (numbers[0] ?? Number.NaN) * days;
  const to = (numbers[1] ?? numbers[0] ?? Number.NaN) * days;
  if (!Number.isFinite(from) || !Number.isFinite(to)) return undefined;
  const since = pattern.under === "age.prenatal" ? "conception" : "birth";
  return { from: Math.min(from, to), to: Math.max(from, to), since, under: pattern.under };
}

/** A stage of life in days; a side that the source gives in words is not known. */
export interface StageDays {
  readonly from: number | undefined;
  /** Exclusive; infinite where the stage is open. */
  readonly to: number | undefined;
}

/** `6 weeks` in days; undefined for an event such as `weaning`. */
function daysOf(bound: string): number | undefined {
  const [number, unit] = bound.split(" ");
  const days = Number(number) * unitDays(unit ?? "");
  return Number.isFinite(days) ? days : undefined;
}

/** When the stage begins and ends in one of these species, by the nearest species for which that is known. */
export function stageDays(stage: ScopeTerm, species: readonly ScopeTerm[], vocabulary: ScopeVocabulary): StageDays | undefined {
  for (const one of species) {
    for (const above of vocabulary.withBroader(one)) {
      const bounds: AgeBounds | undefined = stage.bounds.find((entry) => entry.species === above.id);
      if (bounds) return { from: daysOf(bounds.from), to: bounds.to === null ? Number.POSITIVE_INFINITY : daysOf(bounds.to) };
    }
  }
  return undefined;
}

/** How an age in days stands to a stage of life in a species; undefined where that is not known. */
export function ageAgainstStage(
  age: Age,
  stage: ScopeTerm,
  species: readonly ScopeTerm[],
  vocabulary: ScopeVocabulary,
): "inside" | "overlap" | "outside" | undefined {
  const under = vocabulary.term(age.under);
  if (under && vocabulary.isWithin(under, stage)) return "inside";
  if (age.since === "birth") {
    const below = vocabulary.terms.filter((term) => term.bounds.length > 0 && vocabulary.isWithin(term, stage));
    if (below.some((term) => holds(stageDays(term, species, vocabulary), age))) return "inside";
    const own = stageDays(stage, species, vocabulary);
    if (own) return clear(own, age);
  }
  const otherSide = vocabulary.term(age.since === "birth" ? "age.prenatal" : "age.postnatal");
  return otherSide && vocabulary.isWithin(stage, otherSide) ? "outside" : undefined;
}

const holds = (stage: StageDays | undefined, age: Age): boolean =>
  stage?.from !== undefined && stage.to !== undefined && stage.from <= age.from && age.to < stage.to;

function clear(stage: StageDays, age: Age): "overlap" | "outside" | undefined {
  if ((stage.from !== undefined && age.to < stage.from) || (stage.to !== undefined && age.from >= stage.to)) return "outside";
  return stage.from !== undefined && stage.to !== undefined ? "overlap" : undefined;
}

/** The stages of life that an age falls in, in a species, as far as their bounds are known: narrowest last. */
export function stagesAt(age: Age, species: readonly ScopeTerm[], vocabulary: ScopeVocabulary): readonly ScopeTerm[] {
  if (age.since !== "birth") return [];
  const stages = vocabulary.terms.filter((term) => term.bounds.length > 0 && holds(stageDays(term, species, vocabulary), age));
  return stages.sort((a, b) => vocabulary.withBroader(a).size - vocabulary.withBroader(b).size);
}
