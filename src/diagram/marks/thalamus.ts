/**
 * Thalamus: first-order and higher-order nuclei, the reticular nucleus as a shell above them, and the axons that
 * join them to the column.
 */
import { dockAt } from "../docks.ts";
import { rows } from "../frame.ts";
import { arrowHead, circle, ellipse, group, path, point, rect, type SceneNode, text } from "../scene.ts";
import { arbor } from "./arbor.ts";

type Part = (id: string, children: readonly SceneNode[]) => SceneNode;

/** Where the first-order axon rises, in the column's coordinates. */
const DRIVER = 112;

/** A nucleus as the table places it, with its name and the other name in use. */
function nucleus(id: string, className: string, name: string, alias: string): SceneNode[] {
  const { body } = dockAt(id);
  if (body.kind !== "area") return [];
  const [x, y] = body.at;
  const [width, height] = body.size;
  const middle = x + width / 2;
  return [
    ellipse("nucleus", `${className} shape fillable`, middle, y + height / 2, width / 2, height / 2),
    text("name", "t-small t-bold t-mid", middle, y + height / 2 - 1, name),
    text("alias", "t-cell t-muted t-mid", middle, y + height / 2 + 13, alias),
  ];
}

/** The axon that drives layer 4, with its arbor. */
function driver(): SceneNode[] {
  const branches = [-1.02, -0.66, -0.32, 0.02, 0.36, 0.7, 1.04];
  const tips = branches.map((lean, index) => {
    const x = DRIVER + Math.sin(lean) * (38 + (index % 2) * 5);
    const y = 318 - Math.cos(lean) * (36 + (index % 2) * 6);
    return { x, y, d: `M${point(DRIVER, 320)}Q${point(DRIVER + Math.sin(lean) * 8, 318 - Math.cos(lean) * 24)} ${point(x, y)}` };
  });
  return [
    path("axon", "axon-driver shape axon", `M${point(DRIVER, 686)}L${point(DRIVER, 320)}`),
    path("arbor", "axon-arbor shape", tips.map((tip) => tip.d).join("")),
    ...tips.map((tip, index) => circle(`bouton ${index}`, "bouton", tip.x, tip.y, 2.1)),
  ];
}

/** Collaterals of the same axon in layers 5 and 6. */
function collaterals(): SceneNode[] {
  const d =
    arbor({ x: DRIVER, y: 452, angle: -2.5, length: 12, forks: 1, spread: 0.5, seed: 4 }) +
    arbor({ x: DRIVER, y: 466, angle: -0.6, length: 11, forks: 1, spread: 0.5, seed: 9 });
  return [path("axon", "axon shape", d)];
}

/** What the ends of axons mean, for those who read another convention. */
export function endings(x: number, y: number): SceneNode[] {
  const row = (at: number, name: string, axon: string, end: SceneNode): SceneNode =>
    group(name, {}, [path("axon", axon, `M${x} ${y + at}h20`), end, text("name", "t-cell t-muted", x + 34, y + at + 3.6, name)]);
  return [
    row(0, "excites", "axon", arrowHead("head", "head", x + 26, y, "right", 3.6)),
    row(16, "modulates", "axon-dashed", arrowHead("head", "head-open", x + 26, y + 16, "right", 3.6)),
    row(32, "inhibits", "axon", path("bar", "axon-inhibits", `M${x + 20} ${y + 32}h4m0 -4.4v8.8`)),
  ];
}

/** Everything below the white matter, and the axons that rise from it, in the column's coordinates. */
export function thalamus(isClaimed: (part: string) => boolean, part: Part): { readonly axons: SceneNode[]; readonly nuclei: SceneNode[] } {
  const axons = [
    part("cortex:L5-to-higher-order-thalamus", [
      path("axon", "axon shape", "M184 424C186 500 187 548 190 588S206 652 212 680"),
      arrowHead("head", "head shape-head", 213.5, 687, "down", 3.6),
    ]),
    part("cortex:L6-to-thalamus", [
      path("axon", "axon-dashed shape", "M158 520V596C158 640 138 640 134 680"),
      // modulates: the head is open
      arrowHead("head", "head-open", 133.4, 687, "down", 3.6),
    ]),
    part("cortex:higher-order-thalamus-to-L1", [
      path("axon", "axon shape", "M236 686C236 640 228 640 228 590V142Q228 136 222 136H120"),
      ...[140, 168, 196, 214].map((x) => circle(`bouton ${x}`, "bouton", x, 136, 1.4)),
    ]),
    part("cortex:thalamus-to-L5/6", collaterals()),
    part("cortex:thalamus-to-L4", driver()),
  ];
  const shell = dockAt("cortex:reticular-nucleus").body;
  const [x, y] = shell.kind === "area" ? shell.at : [0, 0];
  const width = shell.kind === "area" ? shell.size[0] : 0;
  const nuclei = [
    ...(isClaimed("cortex:corticothalamic-loop")
      ? [
          part("cortex:corticothalamic-loop", [
            path("loop", "route shape", "M126 622A16 11 0 1 0 146 622"),
            arrowHead("head", "route-head shape-head", 126, 617, "up", 3.6),
          ]),
        ]
      : []),
    part("cortex:reticular-nucleus", [
      path(
        "shell",
        "nucleus shape fillable",
        `M${x} ${y + 18}Q${x + width / 2} ${y - 14} ${x + width} ${y + 18}Q${x + width / 2} ${y + 2} ${x} ${y + 18}Z`,
      ),
      path(
        "axon",
        "axon-inhibits shape",
        `M${point(x + 46, y + 8)}C${point(x + 44, y + 20)} ${point(x + 60, y + 24)} ${point(x + 66, y + 34)}m-5.2 1.6l9.6 -4.6`,
      ),
      text("name", "t-cell t-muted halo", x - 4, y - 4, "reticular"),
    ]),
    ...(isClaimed("cortex:thalamus") ? [part("cortex:thalamus", [rect("outline", "region shape", 52, 678, 228, 64, 14)])] : []),
    part("cortex:first-order-thalamus", nucleus("cortex:first-order-thalamus", "nucleus-first", "first-order", "core")),
    part("cortex:higher-order-thalamus", nucleus("cortex:higher-order-thalamus", "nucleus", "higher-order", "matrix")),
    text("title", "t-strong t-end", 50, rows.embedding + 5, "Thalamus"),
    path("sensory", "flow", `M110 ${rows.tokens + 4}V744`),
    arrowHead("sensory head", "head", 110, 738, "up", 3.6),
    text("sensory name", "t-small t-muted t-end", 102, rows.tokens + 2, "sensory input"),
  ];
  return { axons, nuclei };
}
