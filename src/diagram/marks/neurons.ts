/**
 * Cell classes: pyramidal cells with apical tufts, spiny stellate stars, interneurons as open circles. Shapes are
 * schematic; which layer a class lies in follows the atlas, positions within the layer are set for legibility.
 */
import { dockAt } from "../docks.ts";
import { borders } from "../frame.ts";
import { circle, group, path, point, round, type SceneNode, seeded, text } from "../scene.ts";
import { arbor } from "./arbor.ts";

interface Pyramid {
  readonly key: string;
  /** The part that this cell stands for; undefined for a cell that only populates the picture. */
  readonly part?: string;
  readonly x: number;
  readonly y: number;
  /** Half the width of the soma. */
  readonly size: number;
  /** Where the apical trunk ends and the tuft begins. */
  readonly tuftFrom: number;
  /** Length of the tuft's first branches, and how often they fork. */
  readonly tuft: number;
  readonly forks: number;
  readonly ceiling: number;
  readonly seed: number;
}

/** The pyramidal cells of the column, in its own coordinates. */
const pyramids: readonly Pyramid[] = [
  { key: "IT", part: "cortex:IT", x: 60, y: 371, size: 6.5, tuftFrom: 156, tuft: 24, forks: 2, ceiling: 106, seed: 11 },
  { key: "L3", x: 90, y: 236, size: 8, tuftFrom: 158, tuft: 27, forks: 2, ceiling: 102, seed: 5 },
  { key: "L2", part: "cortex:pyramidal", x: 207, y: 188, size: 6.5, tuftFrom: 154, tuft: 22, forks: 2, ceiling: 104, seed: 23 },
  { key: "ET", part: "cortex:ET", x: 182, y: 413, size: 11, tuftFrom: 160, tuft: 25, forks: 3, ceiling: 100, seed: 8 },
  { key: "NP", part: "cortex:NP", x: 208, y: 448, size: 5.5, tuftFrom: 404, tuft: 11, forks: 1, ceiling: 372, seed: 3 },
  { key: "L6-CT", part: "cortex:L6-CT", x: 158, y: 510, size: 7, tuftFrom: 334, tuft: 13, forks: 2, ceiling: 284, seed: 17 },
];

/** One pyramidal cell: trunk, tuft, basal dendrites, soma. */
function pyramid(cell: Pyramid): SceneNode[] {
  const { x, y, size, seed } = cell;
  const spreads = cell.forks > 1 ? [-0.62, -0.05, 0.58] : [-0.4, 0.4];
  const tuft = spreads
    .map((lean, index) =>
      arbor({
        x,
        y: cell.tuftFrom,
        angle: -Math.PI / 2 + lean,
        length: cell.tuft,
        forks: cell.forks - 1,
        spread: 0.42,
        seed: seed + index * 7,
        ceiling: cell.ceiling,
        upright: 0.28,
      }),
    )
    .join("");
  const basal = [0.28, 0.85, 1.6, 2.3, 2.86]
    .map((angle, index) =>
      arbor({
        x: x + Math.cos(angle) * size * 0.7,
        y: y + size * 0.55,
        angle,
        length: size * 1.4,
        forks: 1,
        spread: 0.4,
        seed: seed + 40 + index * 3,
      }),
    )
    .join("");
  const random = seeded(seed + 90);
  const trunkLength = y - cell.tuftFrom;
  let oblique = "";
  for (let step = 1; step <= Math.floor(trunkLength / 52); step++) {
    const side = step % 2 === 0 ? -1 : 1;
    const from = y - 18 - step * 34 - random() * 8;
    if (from > cell.tuftFrom + 14)
      oblique += arbor({
        x,
        y: from,
        angle: -Math.PI / 2 + side * 1.05,
        length: 9 + size * 0.3,
        forks: 0,
        spread: 0.3,
        seed: seed + 60 + step,
      });
  }
  return [
    path("trunk", "trunk shape", `M${point(x, y - size)}L${point(x, cell.tuftFrom)}`),
    path("tuft", "dendrite shape", tuft + oblique),
    path("basal", "dendrite shape", basal),
    path(
      "soma",
      "soma shape",
      `M${point(x, y - size * 1.25)}Q${point(x + size * 0.35, y - size * 0.2)} ${point(x + size * 0.86, y + size * 0.72)}` +
        `Q${point(x, y + size * 0.98)} ${point(x - size * 0.86, y + size * 0.72)}Q${point(x - size * 0.35, y - size * 0.2)} ${point(x, y - size * 1.25)}Z`,
    ),
  ];
}

/** A star of spiny dendrites around a small soma. */
function stellate(x: number, y: number, seed: number): SceneNode[] {
  const random = seeded(seed);
  let d = "";
  for (let index = 0; index < 7; index++) {
    const angle = (index / 7) * Math.PI * 2 + random() * 0.5;
    d += arbor({ x, y, angle, length: 8.5, forks: 1, spread: 0.38, seed: seed + index * 5 });
  }
  return [path("dendrites", "dendrite shape", d), circle("soma", "soma shape", x, y, 3.6)];
}

const stars: readonly (readonly [x: number, y: number])[] = [
  [44, 300],
  [98, 306],
  [205, 294],
];

/** Interneurons: where the name stands beside the circle. */
const interneurons: readonly { readonly name: string; readonly beside: "right" | "below" }[] = [
  { name: "NGF", beside: "right" },
  { name: "VIP", beside: "right" },
  { name: "PV", beside: "right" },
  { name: "SST", beside: "below" },
];

function interneuron(name: string, beside: "right" | "below"): SceneNode[] {
  const [x, y] = centre(`cortex:${name}`);
  const label = beside === "right" ? text("name", "t-cell halo", x + 9, y + 4, name) : text("name", "t-cell t-mid halo", x, y + 17, name);
  return [circle("soma", "interneuron shape fillable", x, y, 5), label];
}

/** Centre of a cell in the table of docks. */
function centre(part: string): readonly [number, number] {
  const { body } = dockAt(part);
  return body.kind === "cell" ? body.at : [0, 0];
}

/** A chandelier cell: a soma with rows of upright cartridges. */
function chandelier(): SceneNode[] {
  const [x, y] = centre("cortex:chandelier");
  const cartridges = [-10, -5, 5, 10].map((at) => `M${round(x + at)} ${round(y + 3)}v7`).join("");
  return [
    path("axon", "axon shape", `M${point(x - 10, y + 3)}Q${point(x, y - 2)} ${point(x + 10, y + 3)}${cartridges}`),
    circle("soma", "interneuron shape fillable", x, y, 4),
  ];
}

/** An astrocyte: a bush of fine processes without polarity. */
function astrocyte(): SceneNode[] {
  const [x, y] = centre("cortex:astrocyte");
  let d = "";
  for (let index = 0; index < 9; index++)
    d += arbor({ x, y, angle: (index / 9) * Math.PI * 2, length: 7, forks: 1, spread: 0.5, seed: 70 + index });
  return [path("processes", "glia shape", d), circle("soma", "badge shape fillable", x, y, 2.4)];
}

/**
 * All cells of the column in its own coordinates. `part` wraps what stands for a part of the atlas, so that it can
 * be pointed at; rare classes are drawn only while `isClaimed`, because the column is crowded.
 */
export function neurons(
  isClaimed: (part: string) => boolean,
  part: (id: string, children: readonly SceneNode[]) => SceneNode,
): SceneNode[] {
  const [sstX, sstY] = centre("cortex:SST");
  const martinotti = path(
    "axon",
    "axon-fine shape",
    `M${point(sstX, sstY - 5)}L${point(sstX, 122)}M${point(sstX - 15, 116)}Q${point(sstX, 114)} ${point(sstX, 122)}Q${point(sstX, 114)} ${point(sstX + 14, 118)}`,
  );
  // to the tuft, and to the soma: where each class inhibits
  const bars = [-15, 0, 14].map((at) => `M${point(sstX + at - 3, at === 0 ? 113 : 116)}h6`).join("");
  const [pvX, pvY] = centre("cortex:PV");
  const basket = path(
    "axon",
    "axon-inhibits shape",
    `M${point(pvX - 3, pvY + 5)}C${point(pvX - 6, pvY + 26)} ${point(pvX + 2, pvY + 40)} ${point(pvX - 8, pvY + 56)}m-4.4 -2.6l8.2 5`,
  );
  return [
    ...pyramids.map((cell) => (cell.part ? part(cell.part, pyramid(cell)) : group(cell.key, {}, pyramid(cell)))),
    part(
      "cortex:spiny-stellate",
      stars.map(([x, y], index) => group(`star ${index}`, {}, stellate(x, y, 31 + index * 13))),
    ),
    ...interneurons.map(({ name, beside }) =>
      part(`cortex:${name}`, [
        ...(name === "SST" ? [martinotti, path("bars", "axon-inhibits", bars)] : name === "PV" ? [basket] : []),
        ...interneuron(name, beside),
      ]),
    ),
    ...(isClaimed("cortex:chandelier") ? [part("cortex:chandelier", chandelier())] : []),
    ...(isClaimed("cortex:astrocyte") ? [part("cortex:astrocyte", astrocyte())] : []),
  ];
}

/** Two pyramidal cells and a star for the neighbouring column, which only hints at its inside. */
export function neighbourNeurons(x: number): SceneNode[] {
  const far: readonly Pyramid[] = [
    { key: "L3", x: x + 44, y: 238, size: 7, tuftFrom: 156, tuft: 16, forks: 2, ceiling: 102, seed: 51 },
    { key: "L5", x: x + 30, y: 408, size: 8.5, tuftFrom: 158, tuft: 18, forks: 2, ceiling: 101, seed: 57 },
  ];
  return [
    ...far.map((cell) => group(cell.key, {}, pyramid(cell))),
    group("star", {}, stellate(x + 50, (borders.l23 + borders.l4) / 2 + 4, 61)),
  ];
}
