/**
 * The picture as a figure of a paper: an SVG file measured in millimetres whose type is 5 to 6 points at that size, with
 * ids alone on the ribbons and a legend and a key below. One column of a journal is about 85 mm wide, two are about 174 mm.
 */

import { buildScene, isCrowded } from "./build.ts";
import { isBundled } from "./bundle.ts";
import { captionOf } from "./caption.ts";
import { compared } from "./compared.ts";
import { splitId } from "./marks/chip.ts";
import { keyHeight, legendRows, legendRowsHeight, type PrintSizes, printKey } from "./marks/print-key.ts";
import { oneLine } from "./measure.ts";
import type { Theme } from "./palette.ts";
import type { Picture, PictureClaim } from "./picture.ts";
import { group, rect, type Scene, type SceneNode } from "./scene.ts";
import { sceneToSvg } from "./svg.ts";
import { filtered, type PictureView } from "./view.ts";

export interface FigureOptions {
  /** Width on paper in millimetres, 40 to 400. */
  readonly widthMm: number;
  /** `print` where nothing is asked: ink on paper. */
  readonly theme?: Theme;
  readonly view?: PictureView;
}

export interface Figure {
  /** A file of its own. Same picture and options, same bytes. */
  readonly svg: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** What the figure shows, to be set below it. */
  readonly caption: string;
  /** What the file is written from, for other formats: its scene, and the rules beyond the sheet of its theme. */
  readonly scene: Scene;
  readonly theme: Theme;
  readonly styles: string;
}

/** Below this a figure is one column wide, and drawn closer. */
const TWO_COLUMNS_MM = 150;

/**
 * User units over the width of a figure of one column, of two, and of one that has two rails or lists in its middle; more where
 * many ribbons need room beside each other.
 */
const UNITS = { one: 840, oneCrowded: 885, oneRails: 940, two: 1000, twoCrowded: 1060, rails: 1200, lists: 1040 } as const;

/** A point is 25.4 / 72 mm. */
const MM_A_POINT = 25.4 / 72;

/** Smallest type in points. */
const SMALLEST = 5.1;

/** Words of the drawings that are too long for a narrow figure, or too small to be read there: what stands instead. */
const shorter: Readonly<Record<string, readonly [words: string, dy?: number, dx?: number]>> = {
  Cortical: ["Cortical", -3],
  column: ["column", 3],
  feedback: ["feedback", 9],
  Unembedding: ["Unembed"],
  "Transformer block × N": ["Transformer × N"],
  "Add & norm": ["Add & norm", 0, -12],
  "Concat + output projection": ["Output projection"],
  "Weighted values A·V": ["Weighted values"],
  "Attention weights A": ["Attention weights"],
  "Scores QKᵀ/√d": ["Scores"],
  "Positional encoding": ["Position"],
  "Input embedding": ["Embedding"],
  "to the next block": [""],
  feedforward: [""],
  reticular: [""],
  Thalamus: [""],
  "sensory input": [""],
  neighbour: [""],
  "first-order": ["first", -4],
  core: ["order", 2],
  "higher-order": ["higher", -4],
  matrix: ["order", 2],
  cache: [""],
  gate: [""],
  VIP: [""],
  PV: [""],
  SST: [""],
  NGF: [""],
};

function shortened(node: SceneNode): SceneNode | undefined {
  // the names of the weights, and of the atlases of parts on the shelves, for which there is no room
  if (node.tag === "text" && (node.key === "weights" || node.key === "note")) return undefined;
  if (node.tag === "text" && node.text !== undefined) {
    const instead = Object.hasOwn(shorter, node.text) ? shorter[node.text] : undefined;
    if (!instead) return node;
    const [words, dy = 0, dx = 0] = instead;
    if (words === "") return undefined;
    return { ...node, text: words, attrs: { ...node.attrs, x: Number(node.attrs.x ?? 0) + dx, y: Number(node.attrs.y ?? 0) + dy } };
  }
  if (!node.children) return node;
  return { ...node, children: node.children.flatMap((child) => shortened(child) ?? []) };
}

/** What stands on a claim's pill, and in the key: its number where its id begins with one, else its place in the text. */
export function figureLabels(claims: readonly PictureClaim[]): ReadonlyMap<string, string> {
  const numbered = claims.every(({ id }) => id !== undefined && splitId(oneLine(id))[1] !== "" && splitId(oneLine(id))[0].length <= 4);
  return new Map(claims.map(({ key, id }, at) => [key, numbered && id !== undefined ? splitId(oneLine(id))[0] : String(at + 1)]));
}

/** Sizes of type in user units, so that the smallest is five points on paper. */
function sizesFor(unitMm: number): PrintSizes {
  const least = (SMALLEST * MM_A_POINT) / unitMm;
  return { small: Math.max(11, least), body: Math.max(12, least), title: Math.max(13.5, least * 1.14) };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

function printStyles({ small, body, title }: PrintSizes): string {
  const [s, b, t] = [tenth(small), tenth(body), tenth(title)];
  return [
    "text{font-family:Arial,Helvetica,sans-serif}",
    `.t-cell,.t-small,.t-tiny{font-size:${s}px}`,
    `.t-body,.t-strong{font-size:${b}px}`,
    `.t-layer,.t-title{font-size:${t}px}`,
    `.node-text,.node-text-on,.sign-text,.plate-text,.joint-sign{font-size:${tenth(small * 0.9)}px}`,
    // within circles of a given size
    `.pair-number{font-size:${tenth(Math.min(13, small))}px}`,
    ".t-tiny.t-bold{font-size:11px}",
    // a quarter of a point is the thinnest line that prints
    ".dendrite,.density,.leader{stroke-width:1.3}",
  ].join("\n");
}

/** In lists alone, words of this size in user units are of the smallest type. */
const LIST_TYPE = 10.5;

function unitsFor(widthMm: number, view: PictureView, claims: number): number {
  const isNarrow = widthMm < TWO_COLUMNS_MM;
  if (view.coverage) return isNarrow ? Math.round((widthMm * LIST_TYPE) / (SMALLEST * MM_A_POINT)) : UNITS.lists;
  if (isBundled(claims)) return UNITS.rails;
  if (view.compare) return isNarrow ? UNITS.oneRails : UNITS.rails;
  if (isNarrow) return isCrowded(claims) ? UNITS.oneCrowded : UNITS.one;
  return isCrowded(claims) ? UNITS.twoCrowded : UNITS.two;
}

/** The picture as a figure. Total: a width that is no number counts as two columns. */
export function figure(picture: Picture, options: FigureOptions): Figure {
  const { view = {}, theme = "print" } = options;
  const widthMm = Number.isFinite(options.widthMm) ? Math.max(40, Math.min(400, options.widthMm)) : 174;
  const asked = filtered(picture, view);
  // two rails leave no room for names in one column: ids stand on them, too, and the caption says whose they are
  const claims = view.compare ? compared(asked, view.compare).picture.claims : asked.claims;
  const isPlain = (!view.compare || widthMm < TWO_COLUMNS_MM) && !view.coverage && !isBundled(claims.length);
  const bare = widthMm < TWO_COLUMNS_MM && view.coverage === true;
  const narrow = widthMm < TWO_COLUMNS_MM && isPlain;
  const units = unitsFor(widthMm, view, claims.length);
  const unitMm = widthMm / units;
  const labels = isPlain ? figureLabels(claims) : undefined;
  const scene = buildScene(picture, {
    view,
    width: units,
    figure: { narrow: narrow || bare, ...(labels && { labels }) },
  });
  const sizes = sizesFor(unitMm);
  const drawn = narrow ? scene.nodes.flatMap((node) => shortened(node) ?? []) : scene.nodes;
  const below: SceneNode[] = [];
  let height = scene.height;
  if (bare) {
    below.push(...legendRows({ x: 8, y: height, width: units - 16 }, sizes, asked.claims, 2, false));
    height += legendRowsHeight(sizes, asked.claims, 2, false);
  }
  if (isPlain) {
    const room = { x: 8, y: height, width: units - 16 };
    below.push(...legendRows(room, sizes, claims, narrow ? 3 : 6));
    height += legendRowsHeight(sizes, claims, narrow ? 3 : 6);
    const keyed = { ...room, y: height };
    below.push(...printKey(keyed, sizes, claims, labels ?? new Map()));
    height += keyHeight(sizes, claims);
  }
  height = Math.ceil(height + 4);
  const [ground, ...others] = drawn;
  const whole: Scene = {
    ...scene,
    height,
    nodes: [rect("ground", "ground", 0, 0, units, height), ...(ground?.key === "ground" ? others : drawn), group("key", {}, below)],
  };
  const heightMm = Math.round(height * unitMm * 100) / 100;
  const styles = printStyles(sizes);
  return {
    svg: sceneToSvg(whole, { theme, standalone: true, sizeMm: { width: widthMm, height: heightMm }, styles }),
    widthMm,
    heightMm,
    caption: captionOf(picture, view),
    scene: whole,
    theme,
    styles,
  };
}
