/** Bundled claims: one lane for each standing, side by side, as many units wide as there are claims. */

import { cut } from "../measure.ts";
import { standingNames, standings } from "../palette.ts";
import type { PictureStanding } from "../picture.ts";
import { type Attributes, group, path, rect, round, type SceneNode, text } from "../scene.ts";
import type { StandingCounts } from "../standings.ts";
import { focusRings } from "./chip.ts";
import { type Curve, curvePath, ribbon } from "./ribbon.ts";

/** Lanes thinner than this cannot bear a pattern and are plain lines; the chip's bar keeps the pattern. */
const THINNEST_PATTERN = 4;

/** The lanes along a curve, centred on it, `scale` units a claim. */
export function lanes(curve: Curve, counts: StandingCounts, total: number, scale: number): SceneNode[] {
  const nodes: SceneNode[] = [path("casing", "casing", curvePath(curve), { "stroke-width": round(total * scale + 4) })];
  let at = -(total * scale) / 2;
  for (const standing of standings) {
    const number = counts[standing];
    if (number === 0) continue;
    const width = number * scale;
    const shift = at + width / 2;
    at += width;
    const own = { x0: curve.x0, y0: curve.y0 + shift, x1: curve.x1, y1: curve.y1 + shift };
    const drawn =
      width < THINNEST_PATTERN
        ? [thinLane(own, standing, width)]
        : ribbon(own, { standing, width: width - 0.6, earned: width * 0.36 }).slice(1);
    nodes.push(group(standing, { class: `standing-${standing}` }, drawn));
  }
  return nodes;
}

/** A thin lane: what is open or unsupported stays broken even so, because an unbroken line says supported. */
function thinLane(curve: Curve, standing: PictureStanding, width: number): SceneNode {
  const d = curvePath(curve);
  if (standing === "open")
    return path("plain", "ribbon-dots", d, { "stroke-width": Math.max(1.6, round(width)), "stroke-dasharray": ".1 6" });
  const dashes = standing === "unsupported" ? { "stroke-dasharray": "4 3" } : {};
  return path("plain", "ribbon-solid", d, { "stroke-width": Math.max(0.5, round(width)), ...dashes });
}

export interface BundleChipBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A bar of standings around the height `y`, each as long as its share of the claims, in its own pattern. */
export function standingBar(
  counts: Readonly<Partial<Record<PictureStanding, number>>>,
  total: number,
  { x, y, width, height }: BundleChipBox,
): SceneNode[] {
  let at = x;
  const segments: SceneNode[] = [];
  for (const standing of standings) {
    const number = counts[standing] ?? 0;
    if (number === 0) continue;
    const length = (number / total) * width;
    const segment =
      length < 3
        ? [rect("plain", "sign-fill", at, y - height / 2, Math.max(0.8, length - 0.6), height)]
        : ribbon({ x0: at, y0: y, x1: at + length - 1, y1: y }, { standing, width: height, earned: height * 0.375 }).slice(1);
    segments.push(group(standing, { class: `standing-${standing}` }, segment));
    at += length;
  }
  return segments;
}

/** A bundle's chip with its upper left corner at `x y`: what is joined, how many claims, and a bar of their standings. */
export function bundleChip(
  key: string,
  label: string,
  counts: StandingCounts,
  total: number,
  box: BundleChipBox,
  attrs: Attributes,
): SceneNode {
  const { width, height } = box;
  // in a narrow chip the number stands beside the bar, so that the label has the whole line
  const narrow = width < 180;
  const edge = narrow ? 8 : 12;
  const inner = width - 2 * edge - (narrow ? 26 : 0);
  const bar = height - 11;
  const segments = standingBar(counts, total, { x: edge, y: bar, width: inner, height: 8 });
  const told = standings.filter((standing) => counts[standing] > 0).map((standing) => `${counts[standing]} ${standingNames[standing]}`);
  return group(
    key,
    {
      ...attrs,
      role: "button",
      tabindex: 0,
      "aria-label": `${label}: ${total} claims; ${told.join(", ")}`,
      transform: `translate(${round(box.x)} ${round(box.y)})`,
    },
    [
      rect("chip", "bundle-chip", 0, 0, width, height, 5),
      narrow
        ? text("label", "t-small", edge, 15, cut(label, 11, width - 2 * edge))
        : text("label", "t-body", edge, 17, cut(label, 12.5, inner - 34)),
      text("total", "t-strong t-end", width - edge, narrow ? bar + 4.5 : 17, String(total)),
      ...segments,
      ...focusRings(width, height, 5),
    ],
  );
}
