/** The ribbons of one claim: feet, set nodes, bodies to the chip, sockets, and what denies or breaks them. */
import type { PictureClaim } from "../picture.ts";
import type { EndGroup } from "../resolve.ts";
import { circle, path, round, type SceneNode, text } from "../scene.ts";
import { type Curve, curvePath, type RibbonLook, ribbon, slashes, snap, strengthWidths } from "./ribbon.ts";

/** A foot of a claim at a port, after all feet there have been stacked. */
export interface Foot {
  readonly x: number;
  readonly y: number;
}

/** One group of ends with everything placed. */
export interface PlacedGroup {
  readonly group: EndGroup;
  readonly feet: readonly Foot[];
  /** Where several feet meet; undefined for a single foot. */
  readonly node: Foot | undefined;
  /** Where the body reaches the chip. */
  readonly chip: Foot;
  /** Where the body is steep; undefined for the middle. */
  readonly turn: number | undefined;
  /** Where the claim is read pair by pair: a ribbon of its own for each pair; the feet have no body in common. */
  readonly pairs: readonly Pair[] | undefined;
}

/** One end of one pair. */
export interface Pair {
  /** Counted from 1; the same number stands at its other end. */
  readonly number: number;
  readonly foot: Foot;
  readonly chip: Foot;
  /** Where its ribbon is steep; undefined for the middle. */
  readonly turn: number | undefined;
}

/** Below this a pattern cannot be told from another. */
const NARROWEST_RIBBON = 5;

/** Width of a claim's ribbon, and of each foot where it has several. */
export const ribbonWidth = (claim: PictureClaim, scale: number): number =>
  Math.max(Math.min(1, scale * 1.6) * NARROWEST_RIBBON, scale * (strengthWidths[claim.asserted] ?? strengthWidths.analogy));
export const footWidth = (claim: PictureClaim, feet: number, scale: number): number =>
  feet > 1 ? Math.max(scale * 5, ribbonWidth(claim, scale) / 2) : ribbonWidth(claim, scale);

/** What the ribbons of a claim are made of: lines below, and what must stay visible above other claims' lines. */
export interface ClaimRibbons {
  readonly lines: readonly SceneNode[];
  readonly hit: readonly SceneNode[];
  /** What nothing may hide: the numbers of pairs, the slashes that deny. */
  readonly above: readonly SceneNode[];
}

const lookOf = (claim: PictureClaim, scale: number): RibbonLook => ({
  standing: claim.standing,
  width: ribbonWidth(claim, scale),
  earned: claim.earned === undefined ? 0 : (strengthWidths[claim.earned] ?? 0) * scale,
});

/** Prefixes keys, so that the layers of several curves can be siblings. */
const keyed = (prefix: string, nodes: readonly SceneNode[]): SceneNode[] =>
  nodes.map((node) => ({ ...node, key: `${prefix} ${node.key}` }));

/** All lines of a claim whose groups have been placed; `scale` is the frame's for ribbons. */
export function claimRibbons(claim: PictureClaim, groups: readonly PlacedGroup[], scale: number, numberRadius = 6): ClaimRibbons {
  const lines: SceneNode[] = [];
  const hit: SceneNode[] = [];
  const above: SceneNode[] = [];
  const width = ribbonWidth(claim, scale);
  const look = lookOf(claim, scale);
  // a refuted claim snaps on its way to the right end, once
  const snapped = claim.standing === "refuted" ? (groups.find((placed) => placed.group.flank === "right") ?? groups.at(-1)) : undefined;
  groups.forEach((placed, index) => {
    const { feet, node, chip, group, turn } = placed;
    if (placed.pairs) {
      const drawn = pairRibbons(claim, placed.pairs, look, placed === snapped, numberRadius);
      lines.push(...keyed(String(index), drawn.lines));
      hit.push(...keyed(String(index), drawn.hit));
      above.push(...keyed(String(index), drawn.above));
      return;
    }
    const narrow = footWidth(claim, feet.length, scale) / width;
    const start = node ?? feet[0];
    if (!start) return;
    if (node)
      feet.forEach((foot, at) => {
        lines.push(
          ...keyed(`${index} foot ${at}`, ribbon({ x0: foot.x, y0: foot.y, x1: node.x, y1: node.y }, lookOf(claim, scale * narrow))),
        );
      });
    const body: Curve = { x0: start.x, y0: start.y, x1: chip.x, y1: chip.y, turn };
    lines.push(...keyed(`${index} body`, ribbon(body, look)));
    hit.push(path(`${index} hit`, "hit", curvePath(body), { "stroke-width": round(Math.max(24, width)) }));
    if (placed === snapped) lines.push(...keyed(String(index), snap(body, width, claim.negated ? 0.66 : 0.5)));
    if (claim.negated) above.push(...keyed(String(index), slashes(body, width, placed === snapped ? 0.34 : 0.5)));
    feet.forEach((foot, at) => {
      const half = footWidth(claim, feet.length, scale) / 2;
      if (claim.negated && group.role === "right")
        lines.push(path(`${index} stop ${at}`, "stop-bar", `M${round(foot.x)} ${round(foot.y - half - 4)}V${round(foot.y + half + 4)}`));
      else lines.push(circle(`${index} end ${at}`, group.role === "left" ? "end-open" : "end-filled", foot.x, foot.y, 3.9));
    });
  });
  return { lines, hit, above };
}

/** A straight way of one side's ribbons past the other rail of a comparison, at the heights at which they reach their chip. */
export function leadRibbons(
  claim: PictureClaim,
  groups: readonly PlacedGroup[],
  flank: "left" | "right",
  from: number,
  to: number,
  scale: number,
): SceneNode[] {
  return groups
    .filter(({ group }) => group.flank === flank)
    .flatMap(({ pairs, chip }, index) => {
      const look = pairs ? pairLook(lookOf(claim, scale), pairs) : lookOf(claim, scale);
      const heights = pairs ? [...new Set(pairs.map((pair) => pair.chip.y))] : [chip.y];
      return heights.flatMap((y, at) => keyed(`lead ${flank} ${index} ${at}`, ribbon({ x0: from, y0: y, x1: to, y1: y }, look)));
    });
}

/** Room between the ribbons of two pairs at the chip. */
const PAIR_GAP = 2.4;

/** Narrow enough for all pairs to reach the chip beside each other. */
function pairLook(look: RibbonLook, [first, second]: readonly Pair[]): RibbonLook {
  const step = first && second ? Math.abs(second.chip.y - first.chip.y) / Math.max(1, Math.abs(second.number - first.number)) : look.width;
  const width = Math.max(2.4, Math.min(look.width / 2, step - PAIR_GAP));
  return { ...look, width, earned: (look.earned * width) / look.width, casing: 1 };
}

/** The ribbons of one side of a pairwise claim, a number at the end of each so that the eye finds its counterpart. */
function pairRibbons(claim: PictureClaim, pairs: readonly Pair[], look: RibbonLook, isSnapped: boolean, radius: number): ClaimRibbons {
  const lines: SceneNode[] = [];
  const hit: SceneNode[] = [];
  const above: SceneNode[] = [];
  const narrow = pairLook(look, pairs);
  const { width } = narrow;
  for (const { number, foot, chip, turn } of pairs) {
    const body: Curve = { x0: foot.x, y0: foot.y, x1: chip.x, y1: chip.y, turn };
    lines.push(...keyed(`pair ${number}`, ribbon(body, narrow)));
    if (isSnapped) lines.push(...keyed(`pair ${number}`, snap(body, width)));
    if (claim.negated) above.push(...keyed(`pair ${number}`, slashes(body, width, isSnapped ? 0.3 : 0.5)));
    hit.push(path(`pair ${number} hit`, "hit", curvePath(body), { "stroke-width": 14 }));
  }
  for (const { number, foot } of pairs)
    above.push(
      circle(`pair ${number} end`, "end-open", foot.x, foot.y, radius),
      text(`pair ${number} name`, "pair-number", foot.x, foot.y + radius * 0.55, String(number)),
    );
  return { lines, hit, above };
}
