/**
 * Two sides of a comparison in one picture: a rail for each, between the same two drawings. A row of the rails belongs to
 * one claim, so that its ribbon runs straight past the other rail; what both sides say stands across both. Rivals and
 * contradictions are joined between the rails.
 */
import { type ClaimLayers, drawClaims } from "./claims.ts";
import { type Comparison, type ComparisonVerdict, comparisonOf, comparisonVerdicts, sideOf } from "./comparison.ts";
import type { Frame, Stretch } from "./frame.ts";
import { cut, oneLine } from "./measure.ts";
import type { Picture, PictureClaim } from "./picture.ts";
import { slots } from "./rail.ts";
import type { Resolved } from "./resolve.ts";
import { circle, group, path, round, type SceneNode, text, title } from "./scene.ts";
import type { PictureComparison } from "./view.ts";

/** More claims than this are not drawn each: what the sides disagree on comes first. */
const MOST_COMPARED = 60;

/** Room between the rails, where rivals are joined. */
const BETWEEN = 44;

export interface Compared {
  readonly comparison: Comparison;
  /** The claims of both sides, each once, as one picture. */
  readonly picture: Picture;
  /** The sides that make a claim. */
  readonly sidesOf: (claim: PictureClaim) => readonly ("left" | "right")[];
  /** How many claims are not drawn because there are too many. */
  readonly hidden: number;
}

/** Puts both sides into one picture. A claim that both make, and that nothing tells apart, is drawn once. */
export function compared(picture: Picture, { left, right }: PictureComparison): Compared {
  const sides = { left: sideOf(picture, left), right: sideOf(picture, right) };
  const comparison = comparisonOf(sides.left, sides.right);
  const order = comparison.rows.flatMap((row) => [...row.left, ...row.right]);
  const makers = new Map<PictureClaim, ("left" | "right")[]>();
  const said = new Map<string, PictureClaim>();
  const keys = new Set<string>();
  const same = new Map<PictureClaim, PictureClaim>();
  // two texts of one document have claims of the same key; those of the text at hand keep theirs
  const inOrder = "picture" in left && !("picture" in right) ? (["right", "left"] as const) : (["left", "right"] as const);
  for (const side of inOrder)
    for (const claim of sides[side].claims) {
      const words = JSON.stringify({ ...claim, rivals: undefined, contradicts: undefined });
      let drawn = said.get(words);
      if (!drawn) {
        drawn = keys.has(claim.key) ? { ...claim, key: `${claim.key} (${side})` } : claim;
        said.set(words, drawn);
        keys.add(drawn.key);
      }
      same.set(claim, drawn);
      makers.set(drawn, [...(makers.get(drawn) ?? []), side]);
    }
  const claims = [...new Set(order.flatMap((claim) => same.get(claim) ?? []))];
  const shown = claims.slice(0, MOST_COMPARED);
  const rows = comparison.rows.map((row) => ({
    ...row,
    left: row.left.map((claim) => same.get(claim) ?? claim),
    right: row.right.map((claim) => same.get(claim) ?? claim),
  }));
  return {
    comparison: { ...comparison, rows },
    picture: {
      ...picture,
      claims: shown,
      parts: [...new Map([...sides.left.parts, ...sides.right.parts].map((part) => [part.id, part])).values()],
    },
    sidesOf: (claim) => [...new Set(makers.get(claim) ?? [])],
    hidden: claims.length - shown.length,
  };
}

/** The frame with a rail wide enough for two. */
export function comparedFrame(frame: Frame): Frame {
  const between = frame.block.x - frame.column.right;
  const gutter = Math.max(70, Math.min(100, between * 0.17));
  const width = between - 2 * gutter;
  const x = frame.column.right + gutter;
  return { ...frame, rail: { x, width, right: x + width } };
}

const marks: Readonly<Record<"rival" | "contradiction", readonly [sign: string, name: string]>> = {
  rival: ["≠", "rival roles"],
  contradiction: ["⊥", "contradiction"],
};

const words: Readonly<Record<ComparisonVerdict, (count: number, sides: Comparison) => string>> = {
  contradiction: (count) => `${count} contradicted`,
  rival: (count) => `${count} with rival roles`,
  same: (count) => `${count} the same`,
  "left only": (count, { left }) => `${count} only in ${oneLine(left)}`,
  "right only": (count, { right }) => `${count} only in ${oneLine(right)}`,
};

/** `Parts and pathways: 1 contradicted · 2 with rival roles · 3 only in Bastos et al. 2012`: how the two sides stand to each other on what they speak of. */
export function comparisonLine(comparison: Comparison): string {
  const told = comparisonVerdicts
    .filter((verdict) => comparison.counts[verdict] > 0)
    .map((verdict) => words[verdict](comparison.counts[verdict], comparison));
  return told.length === 0 ? "Neither side makes a claim" : `Parts and pathways: ${told.join(" · ")}`;
}

/**
 * Both rails with their claims; the layers are those of claims drawn each on its own. With labels, for print, the sides and how
 * they stand to each other are left to the caption.
 */
export function drawCompared(
  { comparison, sidesOf, hidden }: Compared,
  resolved: Resolved,
  frame: Frame,
  bottom: number,
  labels?: ReadonlyMap<string, string>,
): ClaimLayers & { readonly joints: readonly SceneNode[] } {
  const width = (frame.rail.width - BETWEEN) / 2;
  const rails: Record<"left" | "right", Stretch> = {
    left: { x: frame.rail.x, width, right: frame.rail.x + width },
    right: { x: frame.rail.right - width, width, right: frame.rail.right },
  };
  const railOf = (claim: PictureClaim): Stretch => {
    const [only, ...others] = sidesOf(claim);
    return only === undefined || others.length > 0 ? frame.rail : rails[only];
  };
  const layers = drawClaims(resolved.claims, frame, bottom, { railOf, top: 66, pills: true, ...(labels && { labels }) });
  const joints = joinedClaims(comparison, sidesOf, layers.heights);
  const signs = slots(
    joints.map(({ from, to }) => middleOf([...from, ...to])),
    21,
    0,
    Number.MAX_SAFE_INTEGER,
  );
  const line = comparisonLine(comparison) + (hidden > 0 ? ` · ${hidden} more claims are not drawn` : "");
  const middle = (frame.rail.x + frame.rail.right) / 2;
  const heads = (["left", "right"] as const).map((side) =>
    text(
      `name ${side}`,
      "t-strong t-mid",
      (rails[side].x + rails[side].right) / 2,
      33,
      cut(oneLine(comparison[side]), 12.5, width + BETWEEN - 12, true),
    ),
  );
  const foot = layers.bottom + (labels ? 0 : 26);
  const room = frame.block.x - frame.column.right - 20;
  return {
    ...layers,
    joints: [
      group("heads", {}, labels ? [] : heads),
      group(
        "joints",
        {},
        joints.map((each, at) => joint(each, rails, signs[at] ?? 0, at)),
      ),
      ...(labels ? [] : [text("summary", "t-small t-muted t-mid halo", middle, foot, cut(line, 11, room))]),
    ],
    bottom: foot + 6,
  };
}

interface Joint {
  readonly key: string;
  readonly verdict: "rival" | "contradiction";
  /** Centres of the chips on either rail. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const middleOf = (heights: readonly number[]): number => (Math.min(...heights) + Math.max(...heights)) / 2;

/** What is to be joined between the rails, from above: rivals that have a claim in common are one knot. */
function joinedClaims(comparison: Comparison, sidesOf: Compared["sidesOf"], heights: ReadonlyMap<string, number>): Joint[] {
  const knots: { verdict: Joint["verdict"]; key: string; left: Set<string>; right: Set<string> }[] = [];
  for (const { key, verdict, left, right } of comparison.rows) {
    if (verdict !== "rival" && verdict !== "contradiction") continue;
    // rivals that both sides claim stand across both rails, and need no joint
    const own = (claims: readonly PictureClaim[]): string[] =>
      claims.flatMap((claim) => (sidesOf(claim).length === 1 && heights.has(claim.key) ? claim.key : []));
    const [from, to] = [own(left), own(right)];
    if (from.length === 0 || to.length === 0) continue;
    const knot = { verdict, key, left: new Set(from), right: new Set(to) };
    for (let at = knots.length - 1; at >= 0; at--) {
      const other = knots[at];
      if (other?.verdict !== verdict || !(from.some((each) => other.left.has(each)) || to.some((each) => other.right.has(each)))) continue;
      for (const each of other.left) knot.left.add(each);
      for (const each of other.right) knot.right.add(each);
      knots.splice(at, 1);
    }
    knots.push(knot);
  }
  const at = (keys: ReadonlySet<string>): number[] => [...keys].flatMap((key) => heights.get(key) ?? []).sort((a, b) => a - b);
  return knots
    .map(({ key, verdict, left, right }) => ({ key, verdict, from: at(left), to: at(right) }))
    .sort((a, b) => middleOf([...a.from, ...a.to]) - middleOf([...b.from, ...b.to]));
}

/** A line between the rails from the claims of one side to those of the other, with a sign on it. */
function joint(
  { key, verdict, from, to }: Joint,
  rails: Readonly<Record<"left" | "right", Stretch>>,
  y: number,
  number: number,
): SceneNode {
  const middle = (rails.left.right + rails.right.x) / 2 + ((number % 3) - 1) * 9;
  const all = [...from, ...to, y];
  const [sign, name] = marks[verdict];
  const d = [
    ...from.map((each) => `M${round(rails.left.right)} ${round(each)}H${round(middle)}`),
    ...to.map((each) => `M${round(rails.right.x)} ${round(each)}H${round(middle)}`),
    `M${round(middle)} ${round(Math.min(...all))}V${round(Math.max(...all))}`,
  ].join("");
  return group(key, { class: `joint-${verdict}` }, [
    title(name),
    path("gap", "joint-gap", d),
    path("line", "joint", d),
    circle("disc", "joint-disc", middle, y, 9),
    text("sign", "joint-sign", middle, y + 4.2, sign),
  ]);
}
