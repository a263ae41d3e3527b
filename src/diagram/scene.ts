/**
 * The scene: a plain, serialisable tree that stands between the claims and whatever shows them. The webview
 * patches its document by `key`, the exporter writes the same tree as SVG text; neither knows how it was made.
 */

/** The elements that a scene may hold. */
export type SceneTag = "g" | "path" | "circle" | "ellipse" | "rect" | "text" | "tspan" | "title" | "linearGradient" | "stop";

/** Attributes of an element; numbers are in user units and already rounded. */
export type Attributes = Readonly<Record<string, string | number>>;

export interface SceneNode {
  /** Unique among its siblings and stable from scene to scene, so that an element is moved and not made anew. */
  readonly key: string;
  readonly tag: SceneTag;
  readonly attrs: Attributes;
  readonly children?: readonly SceneNode[];
  /** Text content; a node has either text or children. */
  readonly text?: string;
}

/** Several claims that are drawn as one because there are too many to draw each. */
export interface SceneBundle {
  readonly key: string;
  /** `L4 → Value`. */
  readonly label: string;
  /** Keys of the claims in it, in the picture's order. */
  readonly claims: readonly string[];
}

export interface Scene {
  /** Size of the viewBox, which starts at 0 0. */
  readonly width: number;
  readonly height: number;
  /** One line, and a longer account, for those who do not see the picture. */
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly SceneNode[];
  /** Empty while every claim is drawn on its own. */
  readonly bundles: readonly SceneBundle[];
}

/** Rounds to a tenth of a unit, which is finer than a screen shows; what is not a number becomes 0. */
export const round = (value: number): number => (Number.isFinite(value) ? Math.round(value * 10) / 10 : 0);

/** A point as path data. */
export const point = (x: number, y: number): string => `${round(x)} ${round(y)}`;

/** A node that holds others. */
export const group = (key: string, attrs: Attributes, children: readonly SceneNode[]): SceneNode => ({
  key,
  tag: "g",
  attrs,
  children,
});

/** A path with a class; further attributes may follow. */
export const path = (key: string, className: string, d: string, attrs: Attributes = {}): SceneNode => ({
  key,
  tag: "path",
  attrs: { class: className, d, ...attrs },
});

/** A circle by centre and radius. */
export const circle = (key: string, className: string, x: number, y: number, r: number): SceneNode => ({
  key,
  tag: "circle",
  attrs: { class: className, cx: round(x), cy: round(y), r: round(r) },
});

/** An ellipse by centre and radii. */
export const ellipse = (key: string, className: string, x: number, y: number, rx: number, ry: number): SceneNode => ({
  key,
  tag: "ellipse",
  attrs: { class: className, cx: round(x), cy: round(y), rx: round(rx), ry: round(ry) },
});

/** A rectangle by its upper left corner, with rounded corners where `radius` is given. */
export const rect = (key: string, className: string, x: number, y: number, width: number, height: number, radius = 0): SceneNode => ({
  key,
  tag: "rect",
  attrs: {
    class: className,
    x: round(x),
    y: round(y),
    width: round(Math.max(0, width)),
    height: round(Math.max(0, height)),
    ...(radius > 0 ? { rx: radius } : {}),
  },
});

/** A line of text; `y` is the baseline and the class says size, weight, colour and where it is anchored. */
export const text = (key: string, className: string, x: number, y: number, content: string): SceneNode => ({
  key,
  tag: "text",
  attrs: { class: className, x: round(x), y: round(y) },
  text: content,
});

/** What an element is called: shown as a tooltip, read by screen readers. */
export const title = (content: string): SceneNode => ({ key: "title", tag: "title", attrs: {}, text: content });

/** A filled arrow head whose tip is at `x y`. */
export function arrowHead(
  key: string,
  className: string,
  x: number,
  y: number,
  direction: "up" | "down" | "left" | "right",
  size = 4,
): SceneNode {
  const long = size * 1.7;
  const corners = {
    up: [x - size * 0.8, y + long, x + size * 0.8, y + long],
    down: [x - size * 0.8, y - long, x + size * 0.8, y - long],
    left: [x + long, y - size * 0.8, x + long, y + size * 0.8],
    right: [x - long, y - size * 0.8, x - long, y + size * 0.8],
  }[direction];
  const [ax = 0, ay = 0, bx = 0, by = 0] = corners;
  return path(key, className, `M${point(x, y)}L${point(ax, ay)}L${point(bx, by)}Z`);
}

/** A generator of numbers in [0, 1) that gives the same row for the same seed, so that pictures are the same byte for byte. */
export function seeded(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    // the linear congruence of "Numerical Recipes"; good enough for the look of dendrites
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
