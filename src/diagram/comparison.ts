/** Who assigns what: the claims of two sources, two mappings or two pictures, beside each other. */
import type { Picture, PictureClaim, PictureEnd, PictureSide } from "./picture.ts";
import type { ComparedSide } from "./view.ts";

/**
 * How two sides stand to each other on one thing: they give it the `same` roles; one gives it another role (`rival`);
 * one denies what the other asserts (`contradiction`); or only one of them speaks of it.
 */
export type ComparisonVerdict = "contradiction" | "rival" | "same" | "left only" | "right only";

/** In the order in which they are listed and counted. */
export const comparisonVerdicts: readonly ComparisonVerdict[] = ["contradiction", "rival", "same", "left only", "right only"];

/** One thing that a side gives a role. */
export interface ComparisonRow {
  /** The same for all ways to write it: the id of a part, or of the parts along a pathway, or the words as written. */
  readonly key: string;
  /** As it is written by whoever writes it first. */
  readonly label: string;
  readonly verdict: ComparisonVerdict;
  readonly left: readonly PictureClaim[];
  readonly right: readonly PictureClaim[];
}

export interface Comparison {
  readonly left: string;
  readonly right: string;
  readonly rows: readonly ComparisonRow[];
  readonly counts: Readonly<Record<ComparisonVerdict, number>>;
}

/** The claims of one side of a comparison, as a picture with that side's name. */
export function sideOf(picture: Picture, side: ComparedSide): Picture {
  if ("picture" in side) return { ...side.picture, title: side.label };
  if ("whole" in side) return side.label === undefined ? picture : { ...picture, title: side.label };
  if ("source" in side) {
    const states = (claim: PictureClaim): boolean => (claim.sources ?? []).some(({ key, states: is }) => is && key === side.source);
    const label = picture.claims.flatMap(({ sources }) => sources ?? []).find(({ key }) => key === side.source)?.label;
    return { ...picture, title: label ?? `@${side.source}`, claims: picture.claims.filter(states) };
  }
  const belongs = (claim: PictureClaim): boolean => (claim.mappings ?? []).includes(side.mapping) || claim.id === side.mapping;
  return { ...picture, title: side.mapping, claims: picture.claims.filter(belongs) };
}

/** What an end stands for, in one spelling. */
export const endKey = ({ part, along, claim, written }: PictureEnd): string =>
  claim !== undefined
    ? `claim ${claim}`
    : (part ?? (along.length > 0 && along.every((each) => each !== undefined) ? along.join(" → ") : `“${written}”`));

/** A side as one thing to compare: `each` and lists in any order are what they hold. */
const sideKey = ({ open, ends }: PictureSide): string =>
  open || ends.length === 0 ? "?" : [...new Set(ends.map(endKey))].sort().join(", ");

interface Assignment {
  readonly key: string;
  readonly label: string;
  readonly role: string;
  readonly claim: PictureClaim;
}

/** What a claim gives which role: with `each` pair by pair, a list of alternatives each alone, else all of a side as one. */
function assignments(claim: PictureClaim): Assignment[] {
  const { left, right } = claim;
  const pairwise = left.join === "each" || right.join === "each";
  if (pairwise && left.ends.length === right.ends.length)
    return left.ends.map((end, at) => {
      const other = right.ends[at];
      return { key: endKey(end), label: end.written, role: other ? endKey(other) : "?", claim };
    });
  const role = sideKey(right);
  if (left.open || left.ends.length === 0) return [{ key: "?", label: "?", role, claim }];
  // tangential streams of two layers are two things that one source may give one role and another source one of them
  return left.ends.map((end) => ({ key: endKey(end), label: end.written, role, claim }));
}

function byThing(claims: readonly PictureClaim[]): Map<string, Assignment[]> {
  const found = new Map<string, Assignment[]>();
  for (const claim of claims)
    for (const assignment of assignments(claim)) {
      const list = found.get(assignment.key);
      if (list) list.push(assignment);
      else found.set(assignment.key, [assignment]);
    }
  return found;
}

function verdictOn(left: readonly Assignment[], right: readonly Assignment[]): ComparisonVerdict {
  if (left.length === 0) return "right only";
  if (right.length === 0) return "left only";
  if (left.some((a) => right.some((b) => a.role === b.role && a.claim.negated !== b.claim.negated))) return "contradiction";
  const roles = (list: readonly Assignment[]): string =>
    [...new Set(list.map(({ role, claim }) => `${claim.negated} ${role}`))].sort().join("|");
  return roles(left) === roles(right) ? "same" : "rival";
}

/** What the engine, or the writer, calls rivals or contradictions of claims that the other side makes of something else. */
function calledOut(
  own: readonly Assignment[],
  other: Picture,
): { readonly verdict: ComparisonVerdict; readonly others: readonly Assignment[] } | undefined {
  const named = (keys: readonly string[]): Assignment[] =>
    other.claims.flatMap((claim) => (keys.includes(claim.key) ? { key: "", label: "", role: "", claim } : []));
  const contradicted = named(own.flatMap(({ claim }) => claim.contradicts ?? []));
  if (contradicted.length > 0) return { verdict: "contradiction", others: contradicted };
  const rivals = named(own.flatMap(({ claim }) => claim.rivals ?? []));
  return rivals.length > 0 ? { verdict: "rival", others: rivals } : undefined;
}

/** Compares two pictures by what they give which role; their titles name the sides. */
export function comparisonOf(left: Picture, right: Picture): Comparison {
  const ofLeft = byThing(left.claims);
  const ofRight = byThing(right.claims);
  const counts: Record<ComparisonVerdict, number> = { contradiction: 0, rival: 0, same: 0, "left only": 0, "right only": 0 };
  const rows = [...new Set([...ofLeft.keys(), ...ofRight.keys()])].map((key): ComparisonRow => {
    const said = { left: ofLeft.get(key) ?? [], right: ofRight.get(key) ?? [] };
    const alone = verdictOn(said.left, said.right);
    const called = alone === "left only" ? calledOut(said.left, right) : alone === "right only" ? calledOut(said.right, left) : undefined;
    const a = alone === "right only" && called ? called.others : said.left;
    const b = alone === "left only" && called ? called.others : said.right;
    const verdict = called?.verdict ?? alone;
    counts[verdict]++;
    return {
      key,
      label: (said.left[0] ?? said.right[0])?.label ?? key,
      verdict,
      left: a.map(({ claim }) => claim),
      right: b.map(({ claim }) => claim),
    };
  });
  rows.sort((a, b) => comparisonVerdicts.indexOf(a.verdict) - comparisonVerdicts.indexOf(b.verdict));
  return { left: left.title, right: right.title, rows, counts };
}
