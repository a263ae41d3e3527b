/**
 * THE contract of a view: what is asked of a picture, and the pure functions that answer. Filter, focus, comparison
 * and coverage are the same for the picture (`buildScene(picture, { view })`), the table and whatever else shows
 * claims, because all of them call these.
 *
 * `filtered`, `facetCounts` stand here; `tableOf` in table.ts, `coverageOf` in coverage.ts, `comparisonOf` in
 * comparison.ts.
 */
import { standingNames, standings } from "./palette.ts";
import type { Picture, PictureClaim, PictureSide, PictureStanding, PictureStrength } from "./picture.ts";

/** From the least asserted to the most. */
export const strengths: readonly PictureStrength[] = ["analogy", "functional", "mechanistic", "literal"];

/** What claims are filtered by. A claim passes a facet that lists values where it has one of them; an empty list lets all pass. */
export interface PictureFilter {
  readonly standings?: readonly PictureStanding[];
  /** By the strength that is asserted. */
  readonly strengths?: readonly PictureStrength[];
  /** Citation keys, without `@`, of works that state the claim or are evidence for or against it. */
  readonly sources?: readonly string[];
  /** Phrases of scopes, as written. */
  readonly scopes?: readonly string[];
  readonly tags?: readonly string[];
  /** Ids of atlases. */
  readonly atlases?: readonly string[];
  /** Words that a claim must hold, each of them somewhere; in any case. */
  readonly text?: string;
}

/** The facets of a filter that are lists of values, in the order in which they are offered. */
export const facets = ["standings", "strengths", "sources", "scopes", "tags", "atlases"] as const;
export type Facet = (typeof facets)[number];

/** What a facet is called. */
export const facetNames: Readonly<Record<Facet, string>> = {
  standings: "Standing",
  strengths: "Strength",
  sources: "Source",
  scopes: "Scope",
  tags: "Tag",
  atlases: "Atlas",
};

/** One part, which leaves the claims that speak of it; or one claim, which leaves those that speak of a part it speaks of. */
export type PictureFocus = { readonly part: string } | { readonly claim: string };

/** One side of a comparison: what a work states, what belongs to a mapping, all of this picture, or another picture. */
export type ComparedSide =
  | { readonly source: string }
  | { readonly mapping: string }
  | { readonly whole: true; readonly label?: string }
  | { readonly picture: Picture; readonly label: string };

export interface PictureComparison {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
}

/** What is asked of a picture. */
export interface PictureView {
  readonly filter?: PictureFilter;
  readonly focus?: PictureFocus;
  readonly compare?: PictureComparison;
  /** Whether to count claims at every part and to mark what no claim speaks of. */
  readonly coverage?: boolean;
}

/** The qualified ids of the parts that a side names: as its ends, and along its pathways. */
export const partsOfSide = (side: PictureSide): readonly string[] => {
  const parts: string[] = [];
  for (const { part, along } of side.ends) {
    if (part !== undefined) parts.push(part);
    for (const each of along) if (each !== undefined) parts.push(each);
  }
  return parts;
};

/** The qualified ids of the parts that a claim speaks of, each once. */
export const partsOfClaim = (claim: PictureClaim): readonly string[] => [
  ...new Set([...partsOfSide(claim.left), ...partsOfSide(claim.right)]),
];

/** The atlas of a qualified id; empty where there is none. */
export const atlasOf = (part: string): string => part.slice(0, Math.max(0, part.indexOf(":")));

/** The atlases that a claim speaks of, each once. */
export const atlasesOfClaim = (claim: PictureClaim): readonly string[] =>
  [...new Set(partsOfClaim(claim).map(atlasOf))].filter((atlas) => atlas !== "");

/** The values that a claim has of a facet. */
export function facetValues(claim: PictureClaim, facet: Facet): readonly string[] {
  switch (facet) {
    case "standings":
      return [claim.standing];
    case "strengths":
      return [claim.asserted];
    case "sources":
      return (claim.sources ?? []).map(({ key }) => key);
    case "scopes":
      return claim.scopes ?? [];
    case "tags":
      return claim.tags ?? [];
    case "atlases":
      return atlasesOfClaim(claim);
  }
}

/** All words of a claim in small letters, which a search looks through. */
export const searchedText = (claim: PictureClaim): string =>
  [
    claim.id ?? "",
    claim.written,
    claim.means ?? "",
    claim.scope ?? "",
    ...(claim.tags ?? []),
    ...(claim.sources ?? []).flatMap(({ key, label }) => [key, label]),
    ...partsOfClaim(claim),
  ]
    .join(" ")
    .toLowerCase();

const wordsOf = (text: string | undefined): readonly string[] => (text ?? "").toLowerCase().split(/\s+/).filter(Boolean);

const passes = (claim: PictureClaim, facet: Facet, filter: PictureFilter): boolean => {
  const wanted: readonly string[] | undefined = filter[facet];
  return wanted === undefined || wanted.length === 0 || facetValues(claim, facet).some((value) => wanted.includes(value));
};

/** A test for what text and focus leave: everything but the facets. */
function asked(picture: Picture, { filter, focus }: PictureView): (claim: PictureClaim) => boolean {
  const words = wordsOf(filter?.text);
  let near: (claim: PictureClaim) => boolean = () => true;
  if (focus && "part" in focus) near = (claim) => partsOfClaim(claim).includes(focus.part);
  else if (focus) {
    const centre = picture.claims.find(({ key }) => key === focus.claim);
    const parts = new Set(centre ? partsOfClaim(centre) : []);
    if (centre) near = (claim) => claim === centre || partsOfClaim(claim).some((part) => parts.has(part));
  }
  return (claim) => {
    if (!near(claim)) return false;
    if (words.length === 0) return true;
    const text = searchedText(claim);
    return words.every((word) => text.includes(word));
  };
}

/**
 * The picture with the claims that filter and focus leave, the same objects in the same order; `total` then says how
 * many there were. The same picture where all are left.
 */
export function filtered(picture: Picture, view: PictureView): Picture {
  if (!view.filter && !view.focus) return picture;
  const filter = view.filter ?? {};
  const isAsked = asked(picture, view);
  const claims = picture.claims.filter((claim) => isAsked(claim) && facets.every((facet) => passes(claim, facet, filter)));
  if (claims.length === picture.claims.length) return picture;
  return { ...picture, claims, total: picture.total ?? picture.claims.length };
}

export interface FacetValue {
  readonly value: string;
  /** What it is called; a citation key has a name in the bibliography. */
  readonly label: string;
  /** How many claims would be left if this value alone were chosen, all other facets as they are. */
  readonly count: number;
  readonly chosen: boolean;
}

export interface FacetCount {
  readonly facet: Facet;
  readonly label: string;
  /** Standings and strengths in their order, even those with no claim; all others by label. */
  readonly values: readonly FacetValue[];
}

/** What there is to choose from, each value with what it would leave. */
export function facetCounts(picture: Picture, view: PictureView = {}): readonly FacetCount[] {
  const filter = view.filter ?? {};
  const isAsked = asked(picture, view);
  const left = picture.claims.filter(isAsked);
  const atlasLabels = new Map((picture.atlases ?? []).map(({ id, label }) => [id, label]));
  return facets.map((facet): FacetCount => {
    const others = facets.filter((other) => other !== facet);
    const counts = new Map<string, number>();
    const labels = new Map<string, string>();
    if (facet === "standings") for (const standing of standings) counts.set(standing, 0);
    if (facet === "strengths") for (const strength of strengths) counts.set(strength, 0);
    for (const claim of picture.claims) {
      for (const value of facetValues(claim, facet)) if (!counts.has(value)) counts.set(value, 0);
      if (facet === "sources") for (const { key, label } of claim.sources ?? []) labels.set(key, label);
    }
    for (const claim of left) {
      if (!others.every((other) => passes(claim, other, filter))) continue;
      for (const value of new Set(facetValues(claim, facet))) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const wanted: readonly string[] = filter[facet] ?? [];
    const nameOf = (value: string): string =>
      facet === "standings"
        ? (standingNames[value as PictureStanding] ?? value)
        : ((facet === "atlases" ? atlasLabels.get(value) : labels.get(value)) ?? value);
    const values = [...counts].map(([value, count]) => ({ value, label: nameOf(value), count, chosen: wanted.includes(value) }));
    if (facet !== "standings" && facet !== "strengths") values.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
    return { facet, label: facetNames[facet], values };
  });
}
