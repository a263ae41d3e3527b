/** What the claims of a picture speak of, and of what they say nothing: every part of the atlases in scope. */
import { docks } from "./docks.ts";
import type { Picture, PictureAtlas, PictureStanding } from "./picture.ts";
import { atlasOf, partsOfClaim, partsOfSide } from "./view.ts";

/** How many claims speak of a part, by their standing. */
export interface PartCoverage {
  readonly part: string;
  readonly label: string;
  readonly kind: string | undefined;
  /** Claims that name it as an end or along a pathway, denials among them. */
  readonly claims: number;
  readonly byStanding: Readonly<Partial<Record<PictureStanding, number>>>;
  /** Keys of the claims that declare its counterpart open: `L6 as ?`. */
  readonly gaps: readonly string[];
}

export interface AtlasCoverage {
  readonly atlas: string;
  readonly label: string;
  readonly parts: readonly PartCoverage[];
  /** How many parts some claim speaks of that is no declared gap. */
  readonly mapped: number;
  /** How many parts are only declared open. */
  readonly declared: number;
}

/** The two built-in atlases as far as the drawings know them; for pictures that bring none of their own. */
const builtIn: readonly PictureAtlas[] = (
  [
    ["cortex", "Cortex", "column"],
    ["transformer", "Transformer", "block"],
  ] as const
).map(([id, label, drawing]) => ({
  id,
  label,
  parts: docks.filter((dock) => dock.drawing === drawing).map((dock) => ({ id: dock.id, label: dock.label, kind: undefined })),
}));

/** The atlases of a picture, and one more for each that its claims name and that it does not bring. */
export function atlasesOf(picture: Picture): readonly PictureAtlas[] {
  const known = picture.atlases ?? builtIn;
  const ids = new Set(known.map(({ id }) => id));
  const others = new Map<string, Map<string, PictureAtlas["parts"][number]>>();
  const labels = new Map(picture.parts.map((part) => [part.id, part]));
  for (const claim of picture.claims)
    for (const part of partsOfClaim(claim)) {
      const atlas = atlasOf(part);
      if (atlas === "" || ids.has(atlas)) continue;
      const parts = others.get(atlas) ?? new Map();
      others.set(atlas, parts);
      parts.set(part, labels.get(part) ?? { id: part, label: part.slice(atlas.length + 1), kind: undefined });
    }
  return [...known, ...[...others].map(([id, parts]) => ({ id, label: id, parts: [...parts.values()] }))];
}

/** The account of a picture's claims, atlas by atlas, each with its parts in its own order. */
export function coverageOf(picture: Picture): readonly AtlasCoverage[] {
  const counts = new Map<string, Partial<Record<PictureStanding, number>>>();
  const gaps = new Map<string, string[]>();
  for (const claim of picture.claims) {
    for (const part of partsOfClaim(claim)) {
      const of = counts.get(part) ?? {};
      counts.set(part, of);
      of[claim.standing] = (of[claim.standing] ?? 0) + 1;
    }
    if (!claim.left.open && !claim.right.open) continue;
    for (const part of new Set([...partsOfSide(claim.left), ...partsOfSide(claim.right)]))
      gaps.set(part, [...(gaps.get(part) ?? []), claim.key]);
  }
  return atlasesOf(picture).map(({ id, label, parts }) => {
    const covered = parts.map((part): PartCoverage => {
      const byStanding = counts.get(part.id) ?? {};
      const claims = Object.values(byStanding).reduce((sum, count) => sum + count, 0);
      return { part: part.id, label: part.label, kind: part.kind, claims, byStanding, gaps: gaps.get(part.id) ?? [] };
    });
    const mapped = covered.filter((part) => part.claims > part.gaps.length).length;
    const touched = covered.filter((part) => part.claims > 0).length;
    return { atlas: id, label, parts: covered, mapped, declared: touched - mapped };
  });
}
