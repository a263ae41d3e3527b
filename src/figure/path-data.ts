/** The data of an SVG path as what every other format knows: moves, lines, cubic curves, and closing. All of it absolute. */

/** A command and its points, flat: `M x y`, `L x y`, `C x1 y1 x2 y2 x y`, `Z`. */
export type Segment =
  | { readonly form: "M" | "L"; readonly points: readonly [number, number] }
  | { readonly form: "C"; readonly points: readonly [number, number, number, number, number, number] }
  | { readonly form: "Z"; readonly points: readonly [] };

/** How many numbers a command takes. */
const arity: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** Reads path data; ends at the first thing that is none, as SVG asks. */
export function segmentsOf(data: string): Segment[] {
  const out: Segment[] = [];
  const tokens = data.match(/[a-z]|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  // the control point that a smooth curve mirrors
  let [mirrorX, mirrorY] = [0, 0];
  let before = "";
  let at = 0;
  let word = "";
  const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number): void => {
    out.push({ form: "C", points: [x1, y1, x2, y2, toX, toY] });
    [x, y] = [toX, toY];
  };
  const quadratic = (cx: number, cy: number, toX: number, toY: number): void => {
    [mirrorX, mirrorY] = [cx, cy];
    curve(x + ((cx - x) * 2) / 3, y + ((cy - y) * 2) / 3, toX + ((cx - toX) * 2) / 3, toY + ((cy - toY) * 2) / 3, toX, toY);
  };
  const line = (toX: number, toY: number): void => {
    out.push({ form: "L", points: [toX, toY] });
    [x, y] = [toX, toY];
  };
  while (at < tokens.length) {
    const token = tokens[at] ?? "";
    if (/[a-z]/i.test(token)) {
      word = token;
      at++;
    } else if (word === "" || /z/i.test(word)) break;
    const command = word.toUpperCase();
    const takes = arity[command];
    if (takes === undefined) break;
    const numbers = tokens.slice(at, at + takes).map(Number);
    if (numbers.length < takes || numbers.some((number) => !Number.isFinite(number))) break;
    at += takes;
    const [dx, dy] = word === command ? [0, 0] : [x, y];
    const n = (index: number): number => numbers[index] ?? 0;
    switch (command) {
      case "M":
        [x, y] = [n(0) + dx, n(1) + dy];
        [startX, startY] = [x, y];
        out.push({ form: "M", points: [x, y] });
        // further pairs are lines
        word = word === "M" ? "L" : "l";
        break;
      case "L":
        line(n(0) + dx, n(1) + dy);
        break;
      case "H":
        line(n(0) + dx, y);
        break;
      case "V":
        line(x, n(0) + dy);
        break;
      case "C":
        [mirrorX, mirrorY] = [n(2) + dx, n(3) + dy];
        curve(n(0) + dx, n(1) + dy, mirrorX, mirrorY, n(4) + dx, n(5) + dy);
        break;
      case "S": {
        const [x1, y1] = /[CS]/.test(before) ? [2 * x - mirrorX, 2 * y - mirrorY] : [x, y];
        [mirrorX, mirrorY] = [n(0) + dx, n(1) + dy];
        curve(x1, y1, mirrorX, mirrorY, n(2) + dx, n(3) + dy);
        break;
      }
      case "Q":
        quadratic(n(0) + dx, n(1) + dy, n(2) + dx, n(3) + dy);
        break;
      case "T": {
        const [cx, cy] = /[QT]/.test(before) ? [2 * x - mirrorX, 2 * y - mirrorY] : [x, y];
        quadratic(cx, cy, n(0) + dx, n(1) + dy);
        break;
      }
      case "A":
        for (const points of arc(x, y, n(0), n(1), n(2), n(3) !== 0, n(4) !== 0, n(5) + dx, n(6) + dy)) curve(...points);
        [x, y] = [n(5) + dx, n(6) + dy];
        break;
      case "Z":
        out.push({ form: "Z", points: [] });
        [x, y] = [startX, startY];
        break;
    }
    before = command;
  }
  return out;
}

type Curve = [number, number, number, number, number, number];

/** An elliptical arc as curves of a quarter turn at most, by the equations of SVG 1.1, appendix F.6.5. */
function arc(
  x1: number,
  y1: number,
  radiusX: number,
  radiusY: number,
  degrees: number,
  large: boolean,
  sweep: boolean,
  x2: number,
  y2: number,
): Curve[] {
  let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)];
  if (x1 === x2 && y1 === y2) return [];
  if (rx === 0 || ry === 0) return [[x1, y1, x2, y2, x2, y2]];
  const phi = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [hx, hy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * hx + sin * hy, cos * hy - sin * hx];
  const reach = Math.sqrt((px / rx) ** 2 + (py / ry) ** 2);
  if (reach > 1) [rx, ry] = [rx * reach, ry * reach];
  const square = (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1;
  const root = Math.sqrt(Math.max(0, square)) * (large === sweep ? -1 : 1);
  const [qx, qy] = [(root * rx * py) / ry, (-root * ry * px) / rx];
  const [cx, cy] = [cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2];
  const from = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let turn = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - from;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / pieces;
  const handle = (4 / 3) * Math.tan(step / 4);
  const onEllipse = (ux: number, uy: number): [number, number] => [cx + cos * rx * ux - sin * ry * uy, cy + sin * rx * ux + cos * ry * uy];
  return Array.from({ length: pieces }, (_, piece): Curve => {
    const [a, b] = [from + piece * step, from + (piece + 1) * step];
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    const end = piece === pieces - 1 ? [x2, y2] : onEllipse(cb, sb);
    return [...onEllipse(ca - handle * sa, sa + handle * ca), ...onEllipse(cb + handle * sb, sb - handle * cb), end[0] ?? 0, end[1] ?? 0];
  });
}

/** How far the handles of a quarter circle stand off, in radii. */
const QUARTER = 0.5523;

/** An ellipse by its centre and radii. */
export function ellipseSegments(cx: number, cy: number, rx: number, ry: number): Segment[] {
  const [hx, hy] = [rx * QUARTER, ry * QUARTER];
  return [
    { form: "M", points: [cx + rx, cy] },
    { form: "C", points: [cx + rx, cy + hy, cx + hx, cy + ry, cx, cy + ry] },
    { form: "C", points: [cx - hx, cy + ry, cx - rx, cy + hy, cx - rx, cy] },
    { form: "C", points: [cx - rx, cy - hy, cx - hx, cy - ry, cx, cy - ry] },
    { form: "C", points: [cx + hx, cy - ry, cx + rx, cy - hy, cx + rx, cy] },
    { form: "Z", points: [] },
  ];
}

/** A rectangle by its upper left corner, with rounded corners where `radius` is given. */
export function rectSegments(x: number, y: number, width: number, height: number, radius: number): Segment[] {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  const [right, bottom] = [x + width, y + height];
  if (r === 0)
    return [
      { form: "M", points: [x, y] },
      { form: "L", points: [right, y] },
      { form: "L", points: [right, bottom] },
      { form: "L", points: [x, bottom] },
      { form: "Z", points: [] },
    ];
  const h = r * (1 - QUARTER);
  return [
    { form: "M", points: [x + r, y] },
    { form: "L", points: [right - r, y] },
    { form: "C", points: [right - h, y, right, y + h, right, y + r] },
    { form: "L", points: [right, bottom - r] },
    { form: "C", points: [right, bottom - h, right - h, bottom, right - r, bottom] },
    { form: "L", points: [x + r, bottom] },
    { form: "C", points: [x + h, bottom, x, bottom - h, x, bottom - r] },
    { form: "L", points: [x, y + r] },
    { form: "C", points: [x, y + h, x + h, y, x + r, y] },
    { form: "Z", points: [] },
  ];
}
