/** The legend: standings with their counts, what width and fill mean, what the ends mean. */
import type { Frame } from "../frame.ts";
import { standingNames, standings } from "../palette.ts";
import type { PictureStanding } from "../picture.ts";
import { group, path, rect, round, type SceneNode, text } from "../scene.ts";
import { ribbon, slashes, strengthWidths } from "./ribbon.ts";
import { setNode } from "./setNode.ts";
import { sign } from "./sign.ts";

/** Height that the legend takes at a width. */
export const legendHeight = (frame: Frame): number => (isWide(frame) ? 92 : 168);

const isWide = (frame: Frame): boolean => frame.width >= 1400;

/** What the picture holds, as far as the legend tells. */
export interface LegendContent {
  readonly counts: Readonly<Record<PictureStanding, number>>;
  /** Width means number of claims, this many units each; undefined where it means strength. */
  readonly bundled: number | undefined;
}

function standingEntry(standing: PictureStanding, x: number, y: number, counted: number): SceneNode {
  const curve = { x0: x, y0: y, x1: x + 50, y1: y };
  return group(standing, { class: `standing-${standing} legend-entry`, "data-standing": standing }, [
    group("sample", {}, ribbon(curve, { standing, width: 14, earned: 5 }).slice(1)),
    sign("sign", standing, x + 66, y),
    {
      key: "name",
      tag: "text",
      attrs: { class: "t-small", x, y: y + 27 },
      children: [
        { key: "word", tag: "tspan", attrs: {}, text: `${standingNames[standing]} ` },
        { key: "count", tag: "tspan", attrs: { class: "t-bold" }, text: String(counted) },
      ],
    },
    rect("hit", "hit-area", x - 6, y - 14, 100, 48),
  ]);
}

const heading = (key: string, x: number, y: number, content: string): SceneNode => text(key, "t-small t-bold", x, y, content);

/** Four swatches, by strength or by number of claims. */
function widths(x: number, y: number, bundled: number | undefined, scale: number): SceneNode[] {
  const samples =
    bundled === undefined
      ? (["analogy", "functional", "mechanistic", "literal"] as const).map((word) => ({ word, width: strengthWidths[word] * scale }))
      : [1, 5, 10, 20].map((number) => ({ word: String(number), width: number * bundled }));
  const step = bundled === undefined ? 84 : 52;
  return samples.flatMap(({ word, width }, index) => [
    rect(`swatch ${word}`, "swatch", x + index * step, y - width / 2, bundled === undefined ? 44 : 36, Math.max(0.8, width)),
    text(`word ${word}`, "t-small", x + index * step, y + 27, word),
  ]);
}

function ends(x: number, y: number, bundled: boolean): SceneNode[] {
  if (bundled)
    return [
      heading("heading", x, y - 27, "Many claims"),
      path("thread", "grey-thread", `M${x} ${y}h44`, { "stroke-width": 5 }),
      text("thread name", "t-small", x, y + 27, "small bundles"),
      rect("pill", "pill", x + 104, y - 9, 34, 18, 9),
      text("pill text", "t-small t-bold t-mid", x + 121, y + 4, "42"),
      text("pill name", "t-small", x + 104, y + 27, "claims here"),
    ];
  const denied = { x0: x + 96, y0: y, x1: x + 140, y1: y };
  return [
    heading("heading", x, y - 27, "Ends"),
    group("all", { class: "standing-unsupported" }, [setNode("node", "all", x + 10, y)]),
    text("all name", "t-small", x, y + 27, "all of"),
    group("any", { class: "standing-unsupported" }, [setNode("node", "any", x + 58, y)]),
    text("any name", "t-small", x + 48, y + 27, "any of"),
    group("denied", { class: "standing-unsupported" }, [
      ...ribbon(denied, { standing: "unsupported", width: 14, earned: 0 }).slice(1),
      ...slashes(denied, 6),
    ]),
    text("denied name", "t-small", x + 98, y + 27, "denied"),
    text("for", "t-strong", x + 156, y + 4.5, "+3 −1"),
    text("for name", "t-small", x + 156, y + 27, "for, against"),
  ];
}

/** The legend with its rule at height `y`; in narrow pictures it takes two rows. */
export function legend(frame: Frame, y: number, content: LegendContent): SceneNode {
  const wide = isWide(frame);
  const left = frame.margin;
  const first = y + 46;
  const second = wide ? first : first + 76;
  const bundled = content.bundled !== undefined;
  const step = wide ? Math.min(112, (frame.width * 0.47 - left) / 6) : (frame.width - 2 * left) / 6;
  const widthX = wide ? left + step * 6 + 14 : left;
  const fillX = widthX + (bundled ? 240 : 352);
  const endsX = fillX + (bundled ? 8 : 116);
  return group("legend", {}, [
    path("rule", "rule", `M${left} ${round(y)}H${frame.width - frame.margin}`),
    heading("standing", left, first - 27, "Standing"),
    ...standings.map((standing, index) => standingEntry(standing, left + 2 + index * step, first, content.counts[standing])),
    heading("width", widthX, second - 27, bundled ? "Width: number of claims" : "Width: strength asserted"),
    ...widths(widthX, second, content.bundled, frame.ribbonScale),
    ...(bundled
      ? []
      : [
          heading("fill", fillX, second - 27, "Fill: earned"),
          group(
            "fill sample",
            { class: "standing-overstated" },
            ribbon({ x0: fillX, y0: second, x1: fillX + 50, y1: second }, { standing: "overstated", width: 14, earned: 5 }).slice(1),
          ),
          text("fill name", "t-small", fillX, second + 27, "hollow = oversold"),
        ]),
    group("ends", {}, ends(endsX, second, bundled)),
  ]);
}
