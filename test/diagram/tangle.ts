/** How hard it is to follow a ribbon with the eye: how often ribbons cross, and how far they run on top of each other. */
import type { Scene } from "../../src/diagram/scene.ts";
import { layer, walk } from "./helpers.ts";

type Point = readonly [x: number, y: number];

/** A line of a claim, as points a few units apart. */
interface Run {
  readonly claim: string;
  readonly width: number;
  readonly points: readonly Point[];
}

export interface Tangle {
  /** How often lines of two claims cross. */
  readonly crossings: number;
  /** Units along which a line runs beside another claim's, so near that each hides half of the other, in the same direction. */
  readonly overlap: number;
  /** The same for lines that run together over their steep parts, where an eye loses them first. */
  readonly steep: number;
}

/** Distance of two points of a run. */
const STEP = 4;
/** Lines that meet at a wider angle cross, and an eye follows each; in radians. */
const ALONG = (25 * Math.PI) / 180;
/** Steeper than this a line goes down more than along; in radians. */
const STEEP = (60 * Math.PI) / 180;
/** Room around a port or a chip in which lines of different claims must come together. */
const MEETING = 26;

/** The points of `M… C… V… H…`, the path data that ribbons are written in. */
function pointsOf(d: string): Point[] {
  const dense: Point[] = [];
  let at: Point = [0, 0];
  for (const [, command = "", written = ""] of d.matchAll(/([MCLHV])([^MCLHV]*)/g)) {
    const numbers = (written.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = numbers;
    const [x0, y0] = at;
    if (command === "C") {
      for (let step = 1; step <= 200; step++) {
        const t = step / 200;
        const s = 1 - t;
        const mixed = (p: number, q: number, r: number, end: number): number =>
          s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * end;
        dense.push([mixed(x0, a, c, f), mixed(y0, b, e, g)]);
      }
      at = [f, g];
      continue;
    }
    at = command === "H" ? [a, y0] : command === "V" ? [x0, a] : [a, b];
    const steps = command === "M" ? 1 : Math.ceil(Math.hypot(at[0] - x0, at[1] - y0));
    for (let step = 1; step <= steps; step++) dense.push([x0 + ((at[0] - x0) * step) / steps, y0 + ((at[1] - y0) * step) / steps]);
    if (command === "M") dense.splice(0, dense.length, at);
  }
  const points: Point[] = [];
  for (const point of dense) {
    const last = points.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= STEP) points.push(point);
  }
  return points;
}

function runsOf(scene: Scene): Run[] {
  return layer(scene, "ribbons").flatMap((claim) =>
    [...walk(claim.children ?? [])].flatMap(({ node }): Run[] => {
      if (node.tag !== "path" || !node.key.endsWith("casing") || node.attrs.d === undefined) return [];
      return [{ claim: claim.key, width: Number(node.attrs["stroke-width"]) - 4, points: pointsOf(String(node.attrs.d)) }];
    }),
  );
}

const angleAt = (points: readonly Point[], index: number): number => {
  const [before, after] = [points[Math.max(0, index - 1)], points[Math.min(points.length - 1, index + 1)]];
  return before && after ? Math.atan2(after[1] - before[1], after[0] - before[0]) : 0;
};

/** The angle between two lines, whichever way each runs; 0 to a quarter turn. */
const between = (a: number, b: number): number => {
  const turn = Math.abs(a - b) % Math.PI;
  return Math.min(turn, Math.PI - turn);
};

const crosses = (a: Point, b: Point, c: Point, d: Point): boolean => {
  const side = (p: Point, q: Point, r: Point): number => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
};

/** Measures the ribbons of a scene whose claims are drawn one by one. */
export function tangleOf(scene: Scene): Tangle {
  const runs = runsOf(scene);
  const cells = new Map<string, { run: number; index: number }[]>();
  const size = 16;
  runs.forEach(({ points }, run) => {
    points.forEach(([x, y], index) => {
      const key = `${Math.floor(x / size)} ${Math.floor(y / size)}`;
      cells.set(key, [...(cells.get(key) ?? []), { run, index }]);
    });
  });
  let overlap = 0;
  let steep = 0;
  const crossed = new Set<string>();
  runs.forEach((own, run) => {
    const [start, end] = [own.points[0], own.points.at(-1)];
    own.points.forEach((point, index) => {
      const [x, y] = point;
      const angle = angleAt(own.points, index);
      let covered = false;
      for (let column = -1; column <= 1; column++)
        for (let row = -1; row <= 1; row++)
          for (const other of cells.get(`${Math.floor(x / size) + column} ${Math.floor(y / size) + row}`) ?? []) {
            const its = runs[other.run];
            const there = its?.points[other.index];
            if (!its || !there || its.claim === own.claim) continue;
            const [next, after] = [own.points[index + 1], its.points[other.index + 1]];
            if (run < other.run && next && after && crosses(point, next, there, after))
              crossed.add(`${run} ${other.run} ${index} ${other.index}`);
            const near = Math.hypot(there[0] - x, there[1] - y) < (own.width + its.width) / 4;
            if (near && between(angle, angleAt(its.points, other.index)) < ALONG) covered = true;
          }
      const meets = [start, end].some((one) => one && Math.hypot(one[0] - x, one[1] - y) < MEETING);
      if (!covered || meets) return;
      overlap += STEP;
      if (between(angle, 0) > STEEP) steep += STEP;
    });
  });
  return { crossings: crossed.size, overlap, steep };
}
