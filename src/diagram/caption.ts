/** The caption of a picture in words: what is drawn, and what its forms mean. It says nothing that the picture does not show. */
import { isBundled } from "./bundle.ts";
import { compared, comparisonLine } from "./compared.ts";
import { coverageOf } from "./coverage.ts";
import { frameFor } from "./frame.ts";
import { oneLine } from "./measure.ts";
import { standingNames, standings } from "./palette.ts";
import type { Picture, PictureClaim } from "./picture.ts";
import { resolve } from "./resolve.ts";
import { countStandings } from "./standings.ts";
import { filtered, type PictureView } from "./view.ts";

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** `24 claims: 5 supported, 3 overstated and 1 open gap.` */
function counted(claims: readonly PictureClaim[], total: number): string {
  const counts = countStandings(claims.map(({ standing }) => standing));
  const told = standings
    .filter((standing) => counts[standing] > 0)
    .map((standing) => `${counts[standing]} ${standingNames[standing]}${standing === "open" && counts[standing] > 1 ? "s" : ""}`);
  const number = claims.length < total ? `${claims.length} of ${total} claims` : `${claims.length} claim${claims.length === 1 ? "" : "s"}`;
  return `${number}${told.length === 0 ? "" : `: ${listed(told)}`}.`;
}

/** The meanings of the forms that occur among the claims, and of no other. */
function forms(claims: readonly PictureClaim[]): string[] {
  const has = (test: (claim: PictureClaim) => boolean): boolean => claims.some(test);
  const joined = (join: string): boolean => has(({ left, right }) => left.join === join || right.join === join);
  return [
    "The width of a ribbon is the strength that a claim asserts (analogy, functional, mechanistic, literal), its fill what the evidence earns: hollow is oversold.",
    ...(has(({ standing }) => standing === "contested") ? ["Cross-bars: evidence of the same sort on both sides."] : []),
    ...(has(({ standing }) => standing === "refuted") ? ["Crosses and a break: a prediction was falsified."] : []),
    ...(has(({ standing }) => standing === "unsupported") ? ["Dashed edges: nothing that is cited earns any strength."] : []),
    ...(has(({ standing }) => standing === "open") ? ["Dots and “?”: a declared gap."] : []),
    ...(has(({ negated }) => negated) ? ["Two slashes: the claim denies this."] : []),
    ...(joined("all") ? ["“&”: all of these together."] : []),
    ...(joined("any") ? ["“or”: any one of these."] : []),
    ...(joined("outweighs") ? ["“>”: the first outweighs the second."] : []),
    ...(joined("each") ? ["Equal numbers: ends set beside each other pair by pair."] : []),
    ...(has(({ supports, disputes }) => supports + disputes > 0) ? ["+ and −: pieces of evidence for and against."] : []),
  ];
}

const MOST_SOURCES = 8;

/** Who states the claims, by the names of the bibliography. */
function sources(claims: readonly PictureClaim[]): string {
  const names = [
    ...new Set(claims.flatMap((claim) => (claim.sources ?? []).flatMap(({ states, label }) => (states ? oneLine(label) : [])))),
  ];
  if (names.length === 0) return "";
  const shown = names.slice(0, MOST_SOURCES);
  return `Claims after ${listed(shown)}${names.length > shown.length ? ` and ${names.length - shown.length} more` : ""}.`;
}

/** The caption of the picture that a view gives, as sentences on one line. */
export function captionOf(picture: Picture, view: PictureView = {}): string {
  const asked = filtered(picture, view);
  const both = view.compare && compared(asked, view.compare);
  const claims = both?.picture.claims ?? asked.claims;
  const { panels } = resolve({ ...(both?.picture ?? asked), claims }, frameFor(undefined));
  const left = panels.left ? panels.left.title || "parts of several vocabularies" : "the cortical column";
  const right = panels.right ? panels.right.title || "parts of several vocabularies" : "the transformer block";
  const subject = view.coverage
    ? `What claims say of ${oneLine(left)} (left) and ${oneLine(right)} (right), and what they leave out.`
    : `Mapping claims between ${oneLine(left)} (left) and ${oneLine(right)} (right).`;
  const bundled = !both && !view.coverage && isBundled(claims.length);
  const meanings = view.coverage
    ? coverageOf(asked).map(({ label, mapped, parts }) => `${oneLine(label)}: ${mapped} of ${parts.length} parts mapped.`)
    : bundled
      ? ["Claims are bundled by layer and part; the width of a lane is the number of its claims."]
      : forms(claims);
  return [
    subject,
    counted(claims, asked.total ?? claims.length),
    ...(both
      ? [
          `Left rail: ${oneLine(both.comparison.left)}; right rail: ${oneLine(both.comparison.right)}.`,
          `${comparisonLine(both.comparison)}.`,
        ]
      : []),
    ...meanings,
    ...(panels.left
      ? []
      : ["Layers are drawn to the scale of average depths in mouse cortex; thalamus, white matter and cells are not to scale."]),
    sources(claims),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
