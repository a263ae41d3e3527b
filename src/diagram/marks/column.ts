/**
 * The column's ground: five bands of true relative thickness, the surface, white matter, cell density, a scale bar.
 * Where the thicknesses come from stands beside the table in `frame.ts`.
 */
import { dockAt } from "../docks.ts";
import { type Band, bands, borders, COLUMN_WIDTH, UNITS_PER_MICROMETRE } from "../frame.ts";
import { group, path, point, rect, round, type SceneNode, seeded, text } from "../scene.ts";

/** Cells for each band in the picture: layer 4 is densest and layer 1 nearly empty. Schematic, set by eye. */
const DENSITY: Readonly<Record<string, number>> = { L1: 12, "L2/3": 110, L4: 105, L5: 88, L6: 112 };

/** Dots on a jittered grid: even, but without rows. */
function density(band: Band, seed: number): string {
  const random = seeded(seed);
  const count = DENSITY[band.label] ?? 0;
  const height = band.bottom - band.top - 8;
  const across = Math.max(1, Math.round(Math.sqrt((count * COLUMN_WIDTH) / height)));
  const down = Math.max(1, Math.round(count / across));
  let d = "";
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const x = ((column + 0.1 + random() * 0.8) / across) * (COLUMN_WIDTH - 8) + 4;
      const y = band.top + 4 + ((row + 0.1 + random() * 0.8) / down) * height;
      d += `M${point(x, y)}h.01`;
    }
  return d;
}

const dots = bands.map((band, index) => density(band, 3 + index)).join("");
const bandClass = (band: Band): string => `band-${band.label.replace("/", "-")}`;

/** A band of the column as something that can be pointed at. */
function layer(band: Band): SceneNode[] {
  return [
    rect("band", `${bandClass(band)} shape fillable`, 0, band.top, COLUMN_WIDTH, band.bottom - band.top),
    text("name", "t-layer", 9, band.top + 19, band.label),
  ];
}

/** Sublayers that the source of the depths does not separate are drawn at half the layer, and only while claimed. */
const sublayers: readonly { readonly part: string; readonly border: number; readonly label: string; readonly at: number }[] = [
  { part: "cortex:L2", border: (borders.l1 + borders.l23) / 2, label: "L2", at: borders.l1 + 34 },
  { part: "cortex:L3", border: (borders.l1 + borders.l23) / 2, label: "L3", at: (borders.l1 + borders.l23) / 2 + 14 },
  { part: "cortex:L5A", border: (borders.l4 + borders.l5) / 2, label: "5A", at: borders.l4 + 34 },
  { part: "cortex:L5B", border: (borders.l4 + borders.l5) / 2, label: "5B", at: (borders.l4 + borders.l5) / 2 + 14 },
  { part: "cortex:L6b", border: borders.l6b, label: "6b", at: borders.l6b + 14 },
];

/** The column without its cells, in its own coordinates. */
export function column(isClaimed: (part: string) => boolean, part: (id: string, children: readonly SceneNode[]) => SceneNode): SceneNode[] {
  const lines = [borders.l1, borders.l23, borders.l4, borders.l5].map((y) => `M0 ${round(y)}h${COLUMN_WIDTH}`).join("");
  return [
    ...bands.map((band) => part(band.part, layer(band))),
    part("cortex:white-matter", [
      rect("band", "band-white shape fillable", 0, borders.l6, COLUMN_WIDTH, borders.white - borders.l6),
      text("name", "t-small t-muted", 9, borders.l6 + 20, "white matter"),
    ]),
    path("density", "density", dots),
    path("borders", "border", lines),
    ...sublayers
      .filter((sublayer) => isClaimed(sublayer.part))
      .map((sublayer) =>
        part(sublayer.part, [
          path("border", "sublayer shape", `M0 ${round(sublayer.border)}h${COLUMN_WIDTH}`),
          text("name", "t-cell t-muted", 9, sublayer.at, sublayer.label),
        ]),
      ),
    path(
      "outline",
      "outline",
      `M0 ${borders.pia}V${round(borders.white)}H${COLUMN_WIDTH}V${borders.pia}M0 ${round(borders.l6)}h${COLUMN_WIDTH}`,
    ),
    path("pia", "pia", `M-1 ${borders.pia}h${COLUMN_WIDTH + 2}`),
  ];
}

/** A dashed strip the width of a minicolumn around one apical bundle. */
export function minicolumn(): SceneNode[] {
  const { body } = dockAt("cortex:minicolumn");
  if (body.kind !== "area") return [];
  return [rect("strip", "region shape", body.at[0], body.at[1], body.size[0], body.size[1], 8)];
}

/** The neighbouring column at `x`, fading outwards under a veil of the ground's colour. */
export function neighbourColumn(x: number, width: number, inside: readonly SceneNode[]): SceneNode {
  return group("neighbour", {}, [
    ...bands.map((band) => rect(band.label, bandClass(band), x, band.top, width, band.bottom - band.top)),
    rect("white", "band-white", x, borders.l6, width, borders.white - borders.l6),
    path(
      "borders",
      "border",
      bands
        .slice(1)
        .map((band) => `M${x} ${round(band.top)}h${width}`)
        .join(""),
    ),
    group("cells", {}, inside),
    path("edge", "outline", `M${x + width} ${borders.pia}V${round(borders.white)}`),
  ]);
}

/** A veil in the ground's colour that thins out to the right, under which the neighbour fades. */
export const veil = (x: number, width: number): SceneNode =>
  group("veil", {}, [
    group("definitions", {}, [
      {
        key: "fade",
        tag: "linearGradient",
        attrs: { id: "lamina-fade", x1: 0, x2: 1, y1: 0, y2: 0 },
        children: [
          { key: "solid", tag: "stop", attrs: { class: "fade-solid", offset: 0.06 } },
          { key: "clear", tag: "stop", attrs: { class: "fade-clear", offset: 1 } },
        ],
      },
    ]),
    {
      key: "cover",
      tag: "rect",
      attrs: {
        class: "veil",
        x: round(x),
        y: borders.pia - 4,
        width: round(width),
        height: round(borders.white - borders.pia + 8),
        fill: "url(#lamina-fade)",
      },
    },
  ]);

/** A bar of 200 micrometres at `x`, standing on the lower border of layer 6. */
export function scaleBar(x: number): SceneNode {
  const top = borders.l6 - 200 * UNITS_PER_MICROMETRE;
  const middle = (top + borders.l6) / 2;
  return group("scale", {}, [
    path("bar", "flow", `M${x - 3} ${round(top)}h6M${x} ${round(top)}V${round(borders.l6)}M${x - 3} ${round(borders.l6)}h6`),
    {
      key: "name",
      tag: "text",
      attrs: { class: "t-cell t-muted t-mid", x: 0, y: 0, transform: `translate(${x - 6} ${round(middle)}) rotate(-90)` },
      text: "200 µm",
    },
  ]);
}
