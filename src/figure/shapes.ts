/**
 * A figure as a list of what is painted, first things first, in user units from the upper left corner: paths, lines of text, and
 * one kind of fade. All formats but SVG and HTML are written from this.
 */
import type { Figure } from "../diagram/figure.ts";
import { palettes } from "../diagram/palette.ts";
import type { SceneNode } from "../diagram/scene.ts";
import { exportStyles } from "../diagram/styles.ts";
import { isLiving } from "../diagram/svg.ts";
import { ellipseSegments, rectSegments, type Segment, segmentsOf } from "./path-data.ts";
import { Sheet, type Style, stepOf } from "./sheet.ts";

/** `#rrggbb` and how much of it there is, 0 to 1. */
export interface Paint {
  readonly colour: string;
  readonly opacity: number;
}

export interface Stroke extends Paint {
  readonly width: number;
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
  /** Lengths on and off in turn; empty for a line without gaps. */
  readonly dashes: readonly number[];
}

export interface PathShape {
  readonly kind: "path";
  readonly segments: readonly Segment[];
  readonly fill: Paint | undefined;
  readonly stroke: Stroke | undefined;
}

/** A stretch of text in one size and weight, on a baseline of its own. */
export interface TextRun {
  readonly content: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** How far it stands below the line. */
  readonly below: number;
}

export interface TextShape {
  readonly kind: "text";
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** Clockwise, in degrees. */
  readonly turn: number;
  readonly runs: readonly TextRun[];
  /** What the letters stand on, so that lines behind them do not cross them. */
  readonly halo: { readonly colour: string; readonly width: number } | undefined;
}

/** A rectangle of one colour that thins out to the right. */
export interface FadeShape {
  readonly kind: "fade";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export type Shape = PathShape | TextShape | FadeShape;

/** `a b c d e f` as SVG has it. */
type Matrix = readonly [number, number, number, number, number, number];

const still: Matrix = [1, 0, 0, 1, 0, 0];

/** What is painted, in order. */
export function shapesOf({ scene, theme, styles }: Figure): Shape[] {
  const sheet = new Sheet(`${exportStyles(theme)}\n${styles}`);
  const out: Shape[] = [];
  const steps: ReturnType<typeof stepOf>[] = [];
  const walk = (node: SceneNode, parent: Style, around: Matrix, opacity: number): void => {
    if (node.tag === "title" || node.tag === "linearGradient" || isLiving(node)) return;
    steps.push(stepOf(node));
    const style = sheet.styleOf(steps, node, parent);
    if (style.display !== "none") {
      const matrix = times(around, transformOf(String(node.attrs.transform ?? "")));
      const seen = opacity * share(style.opacity);
      if (node.tag === "g") for (const child of node.children ?? []) walk(child, style, matrix, seen);
      else if (node.tag === "text") {
        const runs = runsOf(node, style, sheet, steps, scaleOf(matrix));
        const shape = textShape(node, style, matrix, runs);
        if (shape) out.push(shape);
      } else out.push(...marks(node, style, matrix, seen, palettes[theme].ground));
    }
    steps.pop();
  };
  for (const node of scene.nodes) walk(node, {}, still, 1);
  return out;
}

const number = (value: string | number | undefined, otherwise = 0): number => {
  const read = typeof value === "number" ? value : Number.parseFloat(value ?? "");
  return Number.isFinite(read) ? read : otherwise;
};

const share = (value: string | undefined): number => Math.max(0, Math.min(1, number(value, 1)));

const isColour = (value: string | undefined): value is string => value !== undefined && /^#[0-9a-f]{6}$/i.test(value);

function marks(node: SceneNode, style: Style, matrix: Matrix, opacity: number, ground: string): Shape[] {
  const { attrs } = node;
  const n = (name: string): number => number(attrs[name]);
  if (style.fill?.startsWith("url(")) return [fade(n, matrix, ground)];
  const segments =
    node.tag === "path"
      ? segmentsOf(String(attrs.d ?? ""))
      : node.tag === "rect"
        ? rectSegments(n("x"), n("y"), n("width"), n("height"), n("rx"))
        : node.tag === "circle"
          ? ellipseSegments(n("cx"), n("cy"), n("r"), n("r"))
          : ellipseSegments(n("cx"), n("cy"), n("rx"), n("ry"));
  // black is what SVG fills with where nothing is said
  const filled = style.fill ?? "#000000";
  const fill = isColour(filled) ? { colour: filled, opacity: opacity * share(style["fill-opacity"]) } : undefined;
  const stroke = strokeOf(style, scaleOf(matrix), opacity);
  if (segments.length === 0 || (!fill && !stroke)) return [];
  return [{ kind: "path", segments: segments.map((segment) => moved(segment, matrix)), fill, stroke }];
}

function strokeOf(style: Style, scale: number, opacity: number): Stroke | undefined {
  const width = number(style["stroke-width"], 1) * scale;
  if (!isColour(style.stroke) || width <= 0) return undefined;
  const cap = style["stroke-linecap"];
  const join = style["stroke-linejoin"];
  const dashes = (style["stroke-dasharray"] ?? "").split(/[\s,]+/).flatMap((part) => {
    const length = Number.parseFloat(part);
    return Number.isFinite(length) && length >= 0 ? [length * scale] : [];
  });
  return {
    colour: style.stroke,
    opacity: opacity * share(style["stroke-opacity"]),
    width,
    cap: cap === "round" || cap === "square" ? cap : "butt",
    join: join === "round" || join === "bevel" ? join : "miter",
    // an odd row is gone through twice
    dashes: dashes.some((length) => length > 0) ? (dashes.length % 2 === 1 ? [...dashes, ...dashes] : dashes) : [],
  };
}

/** The veil over the neighbouring column, which is the one gradient that scenes have. */
function fade(n: (name: string) => number, matrix: Matrix, colour: string): FadeShape {
  const [x, y] = at(matrix, n("x"), n("y"));
  const scale = scaleOf(matrix);
  return { kind: "fade", x, y, width: n("width") * scale, height: n("height") * scale, colour };
}

function textShape(node: SceneNode, style: Style, matrix: Matrix, runs: readonly TextRun[]): TextShape | undefined {
  if (runs.every(({ content }) => content.trim() === "")) return undefined;
  const [x, y] = at(matrix, number(node.attrs.x), number(node.attrs.y));
  const anchor = style["text-anchor"];
  const stroke = style["paint-order"] === "stroke" && isColour(style.stroke) ? style.stroke : undefined;
  return {
    kind: "text",
    x,
    y,
    anchor: anchor === "middle" || anchor === "end" ? anchor : "start",
    turn: (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI,
    runs,
    halo: stroke === undefined ? undefined : { colour: stroke, width: number(style["stroke-width"], 1) * scaleOf(matrix) },
  };
}

function runsOf(node: SceneNode, style: Style, sheet: Sheet, steps: ReturnType<typeof stepOf>[], scale: number): TextRun[] {
  const run = (content: string, own: Style, below: number): TextRun => ({
    content,
    size: number(own["font-size"], 12) * scale,
    bold: /^(?:bold|[6-9]00)$/.test(own["font-weight"] ?? ""),
    colour: isColour(own.fill) ? own.fill : "#000000",
    below: below * scale,
  });
  if (!node.children) return [run(node.text ?? "", style, 0)];
  let below = 0;
  return node.children.map((child) => {
    steps.push(stepOf(child));
    const own = sheet.styleOf(steps, child, style);
    steps.pop();
    below += number(child.attrs.dy);
    return run(child.text ?? "", own, below);
  });
}

/** `translate(x y) rotate(degrees) scale(s)`, in whatever order. */
function transformOf(text: string): Matrix {
  let matrix = still;
  for (const [, name, listed = ""] of text.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)) {
    const [a = 0, b] = listed
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const angle = (a * Math.PI) / 180;
    if (name === "translate") matrix = times(matrix, [1, 0, 0, 1, a, b ?? 0]);
    else if (name === "scale") matrix = times(matrix, [a, 0, 0, b ?? a, 0, 0]);
    else matrix = times(matrix, [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]);
  }
  return matrix;
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [a * x + c * y + e, b * x + d * y + f];

const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

function moved(segment: Segment, matrix: Matrix): Segment {
  if (matrix === still || segment.form === "Z") return segment;
  if (segment.form === "C") {
    const [x1, y1, x2, y2, x, y] = segment.points;
    return { form: "C", points: [...at(matrix, x1, y1), ...at(matrix, x2, y2), ...at(matrix, x, y)] };
  }
  return { form: segment.form, points: at(matrix, segment.points[0], segment.points[1]) };
}
