/**
 * A ribbon: its width says what is asserted, its fill what is earned. Form alone tells the standings apart; hue
 * repeats it. Patterns run along the path.
 */
import type { PictureStanding, PictureStrength } from "../picture.ts";
import { path, point, round, type SceneNode } from "../scene.ts";

/** Width of a ribbon by the strength that is asserted. */
export const strengthWidths: Readonly<Record<PictureStrength, number>> = {
  analogy: 6,
  functional: 14,
  mechanistic: 22,
  literal: 32,
};

/** How far the casing in the ground's colour reaches beyond the ribbon on each side. */
const CASING = 2.5;

/** A way between two points, horizontal at both. */
export interface Curve {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Where it is steep; in the middle where this is left out. */
  readonly turn?: number | undefined;
}

type Cubic = readonly [x0: number, y0: number, x1: number, y1: number, x2: number, y2: number, x3: number, y3: number];

/** A way that goes further up or down than this many times along is upright in its channel. */
const UPRIGHT = 1.8;

/**
 * The two halves of a curve with a channel. Each leaves its end in a bend as wide as the room between that end and the
 * channel; where the way is short they are those of one plain cubic, where it is long both run upright into the channel.
 */
function halves({ x0, y0, x1, y1 }: Curve, turn: number): readonly [Cubic, Cubic] {
  const across = x1 < x0 ? -1 : 1;
  const down = y1 < y0 ? -1 : 1;
  const [far, wide] = [Math.abs(y1 - y0), Math.abs(x1 - x0)];
  const middle = (y0 + y1) / 2;
  const [near, after] = [Math.abs(turn - x0), Math.abs(x1 - turn)];
  const slope = wide === 0 ? 0 : Math.max(0, 1 - far / (UPRIGHT * wide));
  // units along for each unit up or down where the halves meet
  const lean = far === 0 ? 0 : (Math.min(near, after) * slope) / far;
  const bend = (room: number): readonly [along: number, off: number] => [room * (0.7 - 0.2 * slope), Math.min(far / 4, room / 2)];
  const half = (x: number, y: number, room: number, sign: number): Cubic => {
    const [along, off] = bend(room);
    const back = lean * (far / 2 - off);
    return [x, y, x + sign * across * along, y, turn - sign * across * back, y + sign * down * off, turn, middle];
  };
  return [half(x0, y0, near, 1), half(x1, y1, after, -1)];
}

/** Path data of a curve. */
export function curvePath(curve: Curve): string {
  const { x0, y0, x1, y1, turn } = curve;
  if (turn === undefined) {
    const middle = (x0 + x1) / 2;
    return `M${point(x0, y0)}C${point(middle, y0)} ${point(middle, y1)} ${point(x1, y1)}`;
  }
  const [one, two] = halves(curve, turn);
  const first = `M${point(one[0], one[1])}C${point(one[2], one[3])} ${point(one[4], one[5])} ${point(one[6], one[7])}`;
  return `${first}C${point(two[4], two[5])} ${point(two[2], two[3])} ${point(two[0], two[1])}`;
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** Direction in radians. */
  readonly angle: number;
}

function cubicAt([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic, t: number): CurvePoint {
  const s = 1 - t;
  const mixed = (a: number, b: number, c: number, d: number): number =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  const drift = (a: number, b: number, c: number, d: number): number => s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c);
  return { x: mixed(x0, x1, x2, x3), y: mixed(y0, y1, y2, y3), angle: Math.atan2(drift(y0, y1, y2, y3), drift(x0, x1, x2, x3)) };
}

/** The point of a curve at parameter `t` from 0 to 1, with its direction. */
export function curveAt(curve: Curve, t: number): CurvePoint {
  const { x0, y0, x1, y1, turn } = curve;
  if (turn === undefined) {
    const middle = (x0 + x1) / 2;
    return cubicAt([x0, y0, middle, y0, middle, y1, x1, y1], t);
  }
  const [one, two] = halves(curve, turn);
  if (t <= 0.5) return cubicAt(one, 2 * t);
  const back = cubicAt(two, 2 - 2 * t);
  return { ...back, angle: back.angle > 0 ? back.angle - Math.PI : back.angle + Math.PI };
}

/** Crosses of a given size every so often along a curve, turned with it. */
function crosses(curve: Curve, size: number, every: number): string {
  const steps = 48;
  let d = "";
  let travelled = every / 2;
  let last = curveAt(curve, 0);
  for (let step = 1; step <= steps; step++) {
    const here = curveAt(curve, step / steps);
    travelled += Math.hypot(here.x - last.x, here.y - last.y);
    last = here;
    if (travelled < every) continue;
    travelled -= every;
    const a = here.angle + Math.PI / 4;
    const b = here.angle - Math.PI / 4;
    for (const angle of [a, b]) {
      const dx = Math.cos(angle) * size;
      const dy = Math.sin(angle) * size;
      d += `M${point(here.x - dx, here.y - dy)}L${point(here.x + dx, here.y + dy)}`;
    }
  }
  return d;
}

export interface RibbonLook {
  readonly standing: PictureStanding;
  readonly width: number;
  /** Width of the core of an overstated claim: the strength that is earned. */
  readonly earned: number;
  /** How far the casing reaches beyond the ribbon, where several run close together. */
  readonly casing?: number;
}

/** The layers of a ribbon along a curve, from casing to pattern. */
export function ribbon(curve: Curve, look: RibbonLook): SceneNode[] {
  const d = curvePath(curve);
  const { standing, width } = look;
  const stroke = (key: string, className: string, wide: number, dashes?: string): SceneNode =>
    path(key, className, d, { "stroke-width": round(wide), ...(dashes ? { "stroke-dasharray": dashes } : {}) });
  const casing = stroke("casing", "casing", width + 2 * (look.casing ?? CASING));
  const line = width < 10 ? 1.2 : 1.5;
  const hull = [stroke("edge", "ribbon-edge", width), stroke("pale", "ribbon-pale", width - 2 * line)];
  switch (standing) {
    case "supported":
      return [casing, stroke("solid", "ribbon-solid", width)];
    case "overstated":
      return [casing, ...hull, stroke("core", "ribbon-solid", Math.min(width - 2 * line - 1.2, Math.max(1.6, look.earned)))];
    case "contested":
      return [casing, ...hull, stroke("bars", "ribbon-solid", width, width < 10 ? "4 4" : "6.5 6.5")];
    case "refuted": {
      const size = Math.max(1.7, Math.min(4.2, width * 0.26));
      return [casing, ...hull, path("crosses", "ribbon-mark", crosses(curve, size, size * 2 + 9))];
    }
    case "unsupported":
      return [casing, stroke("edge", "ribbon-edge", width, "7 5"), stroke("hollow", "ribbon-hollow", width - 2 * line)];
    case "open": {
      const dot = 4 + width / 7;
      return [casing, stroke("dots", "ribbon-dots", dot, `.1 ${round(dot * 2.05)}`)];
    }
  }
}

/** Where a refuted claim snaps: a gap with torn ends across a ribbon. */
export function snap(curve: Curve, width: number, t = 0.5): SceneNode[] {
  const { x, y, angle } = curveAt(curve, t);
  const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
  const tear = (shift: number, half: number): string => {
    let d = "";
    for (let step = 0; step <= 4; step++) {
      const across = -half + (step / 4) * 2 * half;
      const jag = shift + (step % 2 === 0 ? -1.9 : 1.9);
      d += `${step === 0 ? "M" : "L"}${point(x + alongX * jag - alongY * across, y + alongY * jag + alongX * across)}`;
    }
    return d;
  };
  return [
    path("gap", "casing", tear(0, width / 2 + 4), { "stroke-width": 10, "stroke-linejoin": "miter" }),
    path("torn", "ribbon-mark", tear(-5, width / 2) + tear(5, width / 2)),
  ];
}

/** Two slashes across a ribbon: the claim denies this. */
export function slashes(curve: Curve, width: number, t = 0.5): SceneNode[] {
  const { x, y, angle } = curveAt(curve, t);
  const lean = angle - Math.PI / 3;
  const half = width / 2 + 8;
  const [dx, dy] = [Math.cos(lean) * half, Math.sin(lean) * half];
  const stroke = (shift: number): string => {
    const [cx, cy] = [x + Math.cos(angle) * shift, y + Math.sin(angle) * shift];
    return `M${point(cx - dx, cy - dy)}L${point(cx + dx, cy + dy)}`;
  };
  return [path("slash gap", "slash-ground", stroke(0)), path("slashes", "slash", stroke(-4) + stroke(4))];
}
