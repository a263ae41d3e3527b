/** The ribbons of one claim: feet, set nodes, bodies to the chip, sockets, and what denies or breaks them. */
import type { PictureClaim } from "../picture.ts";
import type { EndGroup } from "../resolve.ts";
import { circle, path, round, type SceneNode } from "../scene.ts";
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
}

/** Width of a claim's ribbon, and of each foot where it has several. */
export const ribbonWidth = (claim: PictureClaim, scale: number): number =>
  scale * (strengthWidths[claim.asserted] ?? strengthWidths.analogy);
export const footWidth = (claim: PictureClaim, feet: number, scale: number): number =>
  feet > 1 ? Math.max(scale * 5, ribbonWidth(claim, scale) / 2) : ribbonWidth(claim, scale);

/** What the ribbons of a claim are made of: lines below, and what must stay visible above other claims' lines. */
export interface ClaimRibbons {
  readonly lines: readonly SceneNode[];
  readonly hit: readonly SceneNode[];
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
export function claimRibbons(claim: PictureClaim, groups: readonly PlacedGroup[], scale: number): ClaimRibbons {
  const lines: SceneNode[] = [];
  const hit: SceneNode[] = [];
  const width = ribbonWidth(claim, scale);
  const look = lookOf(claim, scale);
  // a refuted claim snaps on its way to the right end, once
  const snapped = claim.standing === "refuted" ? (groups.find((placed) => placed.group.flank === "right") ?? groups.at(-1)) : undefined;
  groups.forEach((placed, index) => {
    const { feet, node, chip, group } = placed;
    const narrow = footWidth(claim, feet.length, scale) / width;
    const start = node ?? feet[0];
    if (!start) return;
    if (node)
      feet.forEach((foot, at) => {
        lines.push(
          ...keyed(`${index} foot ${at}`, ribbon({ x0: foot.x, y0: foot.y, x1: node.x, y1: node.y }, lookOf(claim, scale * narrow))),
        );
      });
    const body: Curve = { x0: start.x, y0: start.y, x1: chip.x, y1: chip.y };
    lines.push(...keyed(`${index} body`, ribbon(body, look)));
    hit.push(path(`${index} hit`, "hit", curvePath(body), { "stroke-width": round(Math.max(24, width)) }));
    if (placed === snapped) lines.push(...keyed(String(index), snap(body, width, claim.negated ? 0.66 : 0.5)));
    if (claim.negated) lines.push(...keyed(String(index), slashes(body, width, placed === snapped ? 0.34 : 0.5)));
    feet.forEach((foot, at) => {
      const half = footWidth(claim, feet.length, scale) / 2;
      if (claim.negated && group.role === "right")
        lines.push(path(`${index} stop ${at}`, "stop-bar", `M${round(foot.x)} ${round(foot.y - half - 4)}V${round(foot.y + half + 4)}`));
      else lines.push(circle(`${index} end ${at}`, group.role === "left" ? "end-open" : "end-filled", foot.x, foot.y, 3.9));
    });
  });
  return { lines, hit };
}
