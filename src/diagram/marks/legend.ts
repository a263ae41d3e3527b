/** The legend: standings with their counts, what width and fill mean, what the ends mean. */
import type { Frame } from "../frame.ts";
import { textWidth } from "../measure.ts";
import { standingNames, standings } from "../palette.ts";
import type { PictureStanding } from "../picture.ts";
import { circle, group, path, rect, round, type SceneNode, text } from "../scene.ts";
import { ribbon, slashes, strengthWidths } from "./ribbon.ts";
import { setNode } from "./setNode.ts";
import { sign } from "./sign.ts";

/** Height that the legend takes at a width. */
export const legendHeight = (frame: Frame, plain = false): number => (isWide(frame) || plain ? 92 : 168);

const isWide = (frame: Frame): boolean => frame.width >= 1400;

/** What the picture holds, as far as the legend tells. */
export interface LegendContent {
  readonly counts: Readonly<Record<PictureStanding, number>>;
  /** How many claims are drawn, and how many there were before some were filtered away. */
  readonly claims: number;
  readonly total: number;
  /** How wide a ribbon of the full width is drawn. */
  readonly scale: number;
  /** Whether no ribbons are drawn, so that only standings need a word. */
  readonly plain?: boolean;
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

/** Numbers of claims whose lanes can be told apart at so many units a claim. */
const countsFor = (unit: number): readonly number[] =>
  unit > 0.4 ? [1, 5, 10, 20] : unit > 0.08 ? [10, 25, 50, 100] : [50, 100, 250, 500];

/** Four swatches, by strength or by number of claims. */
function widths(x: number, y: number, bundled: number | undefined, scale: number): SceneNode[] {
  const samples =
    bundled === undefined
      ? (["analogy", "functional", "mechanistic", "literal"] as const).map((word) => ({ word, width: strengthWidths[word] * scale }))
      : countsFor(bundled).map((number) => ({ word: String(number), width: number * bundled }));
  const step = bundled === undefined ? 76 : 52;
  return samples.flatMap(({ word, width }, index) => [
    rect(`swatch ${word}`, "swatch", x + index * step, y - width / 2, bundled === undefined ? 44 : 36, Math.max(0.8, width)),
    text(`word ${word}`, "t-small", x + index * step, y + 27, word),
  ]);
}

/** How ends belong together: nodes where feet meet, numbers where ends are set beside each other one by one. */
const joins: readonly (readonly [join: "all" | "any" | "outweighs", name: string])[] = [
  ["all", "all of"],
  ["any", "any of"],
  ["outweighs", "outweighs"],
];

function bundledEnds(x: number, y: number): SceneNode[] {
  return [
    heading("heading", x, y - 27, "Many claims"),
    path("thread", "grey-thread", `M${x} ${y}h44`, { "stroke-width": 5 }),
    text("thread name", "t-small", x, y + 27, "small bundles"),
    rect("pill", "pill", x + 104, y - 9, 34, 18, 9),
    text("pill text", "t-small t-bold t-mid", x + 121, y + 4, "42"),
    text("pill name", "t-small", x + 104, y + 27, "claims here"),
  ];
}

function ends(x: number, y: number): SceneNode[] {
  const nodes = [heading("heading", x, y - 27, "Ends")];
  let at = x;
  const entry = (key: string, name: string, sample: SceneNode): void => {
    nodes.push(group(key, { class: "standing-unsupported" }, [sample]), text(`${key} name`, "t-small", at, y + 27, name));
    at += Math.max(40, textWidth(name, 11)) + 11;
  };
  for (const [join, name] of joins) entry(join, name, setNode("node", join, at + 11, y));
  entry(
    "pairs",
    "pairwise",
    group("pairs", {}, [
      circle("one", "end-open", at + 9, y, 6),
      text("one name", "pair-number", at + 9, y + 3.2, "1"),
      circle("two", "end-open", at + 27, y, 6),
      text("two name", "pair-number", at + 27, y + 3.2, "2"),
    ]),
  );
  const denied = { x0: at, y0: y, x1: at + 40, y1: y };
  entry(
    "denied",
    "denied",
    group("denied", {}, [...ribbon(denied, { standing: "unsupported", width: 14, earned: 0 }).slice(1), ...slashes(denied, 6)]),
  );
  nodes.push(text("for", "t-strong", at, y + 4.5, "+3 −1"), text("for name", "t-small", at, y + 27, "for, against"));
  return nodes;
}

/** `24 claims`; `3 of 24 claims` where some are filtered away. */
export const counted = (claims: number, total: number): string =>
  `${claims < total ? `${claims} of ${total}` : claims} claim${(claims < total ? total : claims) === 1 ? "" : "s"}`;

/** The legend with its rule at height `y`; in narrow pictures it takes two rows. */
export function legend(frame: Frame, y: number, content: LegendContent): SceneNode {
  const wide = isWide(frame);
  const left = frame.margin;
  const first = y + 46;
  const second = wide ? first : first + 76;
  const bundled = content.bundled !== undefined;
  const step = wide ? (bundled ? 116 : 101) : (frame.width - 2 * left) / 6;
  const widthX = wide ? left + step * 6 + 8 : left;
  const fillX = widthX + (bundled ? 240 : 312);
  const endsX = fillX + (bundled ? 8 : 112);
  return group("legend", {}, [
    path("rule", "rule", `M${left} ${round(y)}H${frame.width - frame.margin}`),
    heading("standing", left, first - 27, `Standing of ${counted(content.claims, content.total)}`),
    ...standings.map((standing, index) => standingEntry(standing, left + 2 + index * step, first, content.counts[standing])),
    ...(content.plain ? [] : meanings(widthX, fillX, endsX, second, content)),
  ]);
}

/** What width, fill and ends mean. */
function meanings(widthX: number, fillX: number, endsX: number, second: number, content: LegendContent): SceneNode[] {
  const bundled = content.bundled !== undefined;
  return [
    heading("width", widthX, second - 27, bundled ? "Width: number of claims" : "Width: strength asserted"),
    ...widths(widthX, second, content.bundled, content.scale),
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
    group("ends", {}, bundled ? bundledEnds(endsX, second) : ends(endsX, second)),
  ];
}
