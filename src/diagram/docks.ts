/**
 * THE table of places: every part of the two built-in atlases, where its body is drawn and where its ribbons dock.
 * Marks, ribbons, bundles and thumbnails read it, so a part that is moved here moves everywhere.
 *
 * x counts from the left edge of the drawing (column or block), y from the top of the picture. The column's ports
 * lie on its right edge, the block's on its left edge. Most are eight or nine units apart, so that neighbours can
 * be claimed together; none ever moves.
 */
import { BOX, BOX_LEFT, borders, COLUMN_WIDTH, rows } from "./frame.ts";

/** The two built-in drawings. */
export type Drawing = "column" | "block";

export type Point = readonly [x: number, y: number];

/** How a part is drawn, which is also how a thumbnail shows where it sits. */
export type Body =
  /** A layer or sublayer, over the width of the column. */
  | { readonly kind: "band"; readonly top: number; readonly bottom: number }
  | { readonly kind: "cell"; readonly at: Point }
  /** A pathway, from where it starts to where it ends. */
  | { readonly kind: "route"; readonly points: readonly Point[] }
  /** A mechanism: a sign, or a burst on a dendrite where `sign` is empty. */
  | { readonly kind: "spot"; readonly at: Point; readonly sign: string }
  /** Something that spans others: a bracket above the drawing (`above`) or beside it. */
  | { readonly kind: "bracket"; readonly top: number; readonly bottom: number; readonly above: boolean }
  /** A region with an outline of its own. */
  | { readonly kind: "area"; readonly at: Point; readonly size: Point; readonly round: boolean }
  /** A box of the block; a width of 0 runs to the block's right edge. */
  | { readonly kind: "box"; readonly at: Point; readonly size: Point }
  /** No place in the drawing: a row on the shelf below, present while it is claimed. */
  | { readonly kind: "shelf" };

export interface Dock {
  /** Qualified id: `cortex:L4-to-L2/3`. */
  readonly id: string;
  /** Short name, for chips of bundles and for tooltips. */
  readonly label: string;
  readonly drawing: Drawing;
  /** What the part counts towards when claims are bundled: a layer on the column's side, the part itself on the block's. */
  readonly region: string;
  /** Height of the port. */
  readonly y: number;
  /** How far outside the drawing's edge the port lies (side brackets). */
  readonly outside: number;
  /** How much height the ribbons at this port may take together. */
  readonly room: number;
  readonly body: Body;
}

/** Regions of the column's side with the height and room of their bundles, top to bottom. */
export const regions = {
  beyond: { label: "Area, cortex", y: 62, room: 14 },
  column: { label: "Column", y: rows.bracket, room: 22 },
  L1: { label: "L1", y: (borders.pia + borders.l1) / 2, room: borders.l1 - borders.pia - 8 },
  "L2/3": { label: "L2/3", y: (borders.l1 + borders.l23) / 2, room: borders.l23 - borders.l1 - 8 },
  L4: { label: "L4", y: (borders.l23 + borders.l4) / 2, room: borders.l4 - borders.l23 - 8 },
  L5: { label: "L5", y: (borders.l4 + borders.l5) / 2, room: borders.l5 - borders.l4 - 8 },
  L6: { label: "L6", y: (borders.l5 + borders.l6) / 2, room: borders.l6 - borders.l5 - 8 },
  white: { label: "White matter", y: (borders.l6 + borders.white) / 2, room: 24 },
  thalamus: { label: "Thalamus", y: rows.embedding, room: 56 },
} as const;

export type Region = keyof typeof regions;

const W = COLUMN_WIDTH;
/** Where the signs of mechanisms stand, clear of cells and arrows. */
const STRIP = W - 12;

const cortex = (name: string, label: string, region: Region, y: number, body: Body, outside = 0): Dock => ({
  id: `cortex:${name}`,
  label,
  drawing: "column",
  region,
  y,
  outside,
  room: body.kind === "band" ? 24 : 18,
  body,
});
const band = (top: number, bottom: number): Body => ({ kind: "band", top, bottom });
const cell = (x: number, y: number): Body => ({ kind: "cell", at: [x, y] });
const route = (...points: Point[]): Body => ({ kind: "route", points });
const sign = (text: string, y: number): Body => ({ kind: "spot", at: [STRIP, y], sign: text });
const burst = (x: number, y: number): Body => ({ kind: "spot", at: [x, y], sign: "" });
const above = (y: number): Body => ({ kind: "bracket", top: y, bottom: y, above: true });
const beside = (top: number, bottom: number): Body => ({ kind: "bracket", top, bottom, above: false });

const columnDocks: readonly Dock[] = [
  cortex("feedforward", "Feedforward", "L2/3", 46, route([97, 238], [124, 198], [124, 44])),
  cortex("neocortex", "Neocortex", "beyond", 58, above(58)),
  cortex("area", "Area", "beyond", 70, above(70)),
  cortex("column", "Column", "column", 82, above(82)),

  cortex("NMDA-spike", "NMDA spike", "L1", 101, burst(197, 112)),
  cortex("NGF", "NGF cell", "L1", 109, cell(15, 141)),
  cortex("L1", "L1", "L1", 118, band(borders.pia, borders.l1)),
  cortex("L1-feedback", "L1 feedback", "L1", 127, route([254, 44], [254, 127], [44, 127])),
  cortex("higher-order-thalamus-to-L1", "Higher-order thalamus → L1", "L1", 136, route([228, 686], [228, 136], [196, 136])),
  cortex("apical-dendrite", "Apical dendrite", "L1", 145, cell(184, 145)),

  cortex("BAC-firing", "BAC firing", "L2/3", 154, burst(182, 157)),
  cortex("gain-modulation", "Gain modulation", "L2/3", 163, { kind: "spot", at: [182, 176], sign: "×" }),
  cortex("VIP", "VIP cell", "L2/3", 172, cell(150, 192)),
  cortex("L2", "L2", "L2/3", 180, band(borders.l1, (borders.l1 + borders.l23) / 2)),
  cortex("supragranular", "Supragranular layers", "L2/3", 176, beside(borders.pia + 3, borders.l23 - 3), 10),
  cortex("pyramidal", "Pyramidal cell", "L2/3", 188, cell(207, 188)),
  cortex("prediction-error", "Prediction error", "L2/3", 196, sign("ε", 196)),
  cortex("L2/3", "L2/3", "L2/3", 205, band(borders.l1, borders.l23)),
  cortex("travelling-waves", "Travelling waves", "L2/3", 213, sign("≈", 213)),
  cortex("L2/3-horizontal", "L2/3 horizontal", "L2/3", 222, route([W, 222], [-40, 222])),
  cortex("Hebbian-potentiation", "Hebbian potentiation", "L2/3", 230, sign("H", 230)),
  cortex("recurrent-excitation", "Recurrent excitation", "L2/3", 238, cell(208, 240)),
  cortex("L3", "L3", "L2/3", 246, band((borders.l1 + borders.l23) / 2, borders.l23)),
  cortex("chandelier", "Chandelier cell", "L2/3", 254, cell(150, 246)),

  cortex("L4-to-L2/3", "L4 → L2/3", "L4", 262, route([239, 296], [239, 208])),
  cortex("gamma", "Gamma rhythm", "L4", 271, sign("γ", 271)),
  cortex("spiny-stellate", "Spiny stellate cell", "L4", 280, cell(205, 294)),
  cortex("L4", "L4", "L4", 290, band(borders.l23, borders.l4)),
  cortex("driver-modulator", "Driver or modulator", "L4", 299, sign("D", 299)),
  cortex("L6-to-L4", "L6 → L4", "L6", 308, route([257, 500], [257, 302])),
  cortex("divisive-normalization", "Divisive normalization", "L4", 317, sign("÷", 317)),

  cortex("winner-take-all", "Winner-take-all", "L5", 327, sign("1", 327)),
  cortex("L2/3-to-L5", "L2/3 → L5", "L2/3", 336, route([248, 232], [248, 366])),
  cortex("PV", "PV cell", "L5", 344, cell(200, 346)),
  cortex("L5A", "L5A", "L5", 353, band(borders.l4, (borders.l4 + borders.l5) / 2)),
  cortex("disinhibition", "Disinhibition", "L5", 362, sign("⊣", 362)),
  cortex("IT", "IT neuron", "L5", 371, cell(60, 371)),
  cortex("L5", "L5", "L5", 380, band(borders.l4, borders.l5)),
  cortex("L5-horizontal", "L5 horizontal", "L5", 389, route([W, 389], [-40, 389])),
  cortex("beta", "Beta rhythm", "L5", 397, sign("β", 397)),
  cortex("SST", "SST cell", "L5", 405, cell(135, 405)),
  cortex("ET", "ET neuron", "L5", 413, cell(182, 413)),
  cortex("L5B", "L5B", "L5", 421, band((borders.l4 + borders.l5) / 2, borders.l5)),
  cortex("basal-dendrite", "Basal dendrite", "L5", 429, cell(193, 431)),
  cortex("astrocyte", "Astrocyte", "L5", 437, cell(32, 414)),

  cortex("NP", "NP neuron", "L6", 446, cell(208, 448)),
  cortex("L5-to-L6", "L5 → L6", "L5", 455, route([239, 404], [239, 478])),
  cortex("alpha", "Alpha rhythm", "L6", 466, sign("α", 466)),
  cortex("infragranular", "Infragranular layers", "L6", 477, beside(borders.l4 + 3, borders.l6 - 3), 10),
  cortex("L6", "L6", "L6", 497, band(borders.l5, borders.l6)),
  cortex("L6-CT", "L6 CT neuron", "L6", 510, cell(158, 510)),
  cortex("minicolumn", "Minicolumn", "column", 524, { kind: "area", at: [171, 158], size: [22, 394], round: false }),
  cortex("microcircuit", "Microcircuit", "column", 536, beside(borders.l1 + 4, borders.l6 - 3), 20),
  cortex("L6b", "L6b", "L6", 547, band(borders.l6b, borders.l6)),

  cortex("white-matter", "White matter", "white", 572, band(borders.l6, borders.white)),
  cortex("thalamus-to-L4", "Thalamus → L4", "thalamus", 604, route([112, 686], [112, 318])),
  cortex("thalamus-to-L5/6", "Thalamus → L5/6", "thalamus", 614, route([112, 686], [112, 442])),
  cortex("L6-to-thalamus", "L6 → thalamus", "L6", 624, route([158, 518], [158, 600], [133, 686])),
  cortex("L5-to-higher-order-thalamus", "L5 → higher-order thalamus", "L5", 634, route([184, 422], [190, 580], [212, 686])),
  cortex(
    "corticothalamic-loop",
    "Corticothalamic loop",
    "thalamus",
    644,
    route([112, 686], [112, 510], [158, 510], [158, 600], [133, 686]),
  ),
  cortex("reticular-nucleus", "Reticular nucleus", "thalamus", 662, { kind: "area", at: [20, 644], size: [246, 16], round: true }),
  cortex("higher-order-thalamus", "Higher-order thalamus", "thalamus", 710, { kind: "area", at: [172, 684], size: [100, 52], round: true }),
  cortex("first-order-thalamus", "First-order thalamus", "thalamus", 744, { kind: "area", at: [60, 684], size: [100, 52], round: true }),
  cortex("thalamus", "Thalamus", "thalamus", 758, { kind: "area", at: [54, 678], size: [224, 64], round: false }),
];

const model = (name: string, label: string, y: number, body: Body, room = BOX): Dock => ({
  id: `transformer:${name}`,
  label,
  drawing: "block",
  region: name,
  y,
  outside: 0,
  room,
  body,
});
const box = (y: number, width: number, height = BOX, x = BOX_LEFT): Body => ({
  kind: "box",
  at: [x, y - height / 2],
  size: [width, height],
});
const shelf: Body = { kind: "shelf" };

const blockDocks: readonly Dock[] = [
  model("Unembedding", "Unembedding", rows.unembedding, box(rows.unembedding, 0, 24, 280)),
  model("Stack-depth", "Depth × N", 43, { kind: "spot", at: [176, 58], sign: "N" }, 12),
  model("Block", "Block", rows.bracket, above(rows.bracket), 22),
  model("Residual-stream", "Residual stream", 146, route([320, rows.embedding - 14], [320, 56]), 14),
  model("Expert-gating", "Expert gating", 160, box(155, 40, 13, 52), 10),
  model("Feed-forward", "Feed-forward", rows.feedForward, box(rows.feedForward, 222, 38)),
  model("Activation", "Activation", 184, { kind: "spot", at: [228, rows.feedForward], sign: "σ" }, 10),
  model("Layer-norm", "Layer norm", rows.firstNorm, box(rows.firstNorm, 0)),
  model("Self-attention", "Self-attention", 243, box(417, 276, 348, 4), 14),
  model("Output-projection", "Output projection", rows.output, box(rows.output, 222)),
  model("Multi-head", "Multi-head", 286, box(432, 254, 300, 19), 14),
  model("Attention-weights", "Attention weights", rows.weights, box(rows.weights, 178)),
  model("Softmax", "Softmax", rows.softmax, box(rows.softmax, 178)),
  model("Causal-mask", "Causal mask", 407, box(rows.scores, 14, 14, 194), 10),
  model("Attention-score", "Attention score", rows.scores, box(rows.scores, 178)),
  model("Attention-head", "Attention head", 448, box(436, 244, 292, 14), 14),
  model("Query", "Query", rows.query, box(rows.query, 96)),
  model("Key", "Key", rows.key, box(rows.key, 96)),
  model("KV-cache", "KV cache", 527, box(527, 38, 62, 192), 10),
  model("Value", "Value", rows.value, box(rows.value, 96)),
  model("Positional-encoding", "Positional encoding", rows.position, box(rows.position, 200)),
  model("Embedding", "Embedding", rows.embedding, box(rows.embedding, 0)),
  model("Token", "Token", rows.tokens, box(rows.tokens, 0, 18)),
  model("Encoder", "Encoder", 0, shelf, 18),
  model("Decoder", "Decoder", 0, shelf, 18),
  model("Cross-attention", "Cross-attention", 0, shelf, 18),
  model("Linear-attention", "Linear attention", 0, shelf, 18),
  model("Weight-sharing", "Weight sharing", 0, shelf, 18),
  model("Gradient-learning", "Gradient learning", 0, shelf, 18),
];

/** All docks of the built-in atlases, column first, in the order of the shelf. */
export const docks: readonly Dock[] = [...columnDocks, ...blockDocks];

/** Names are compared without regard to case; `-`, `_` and space count as the same, as in the language. */
const folded = (id: string): string => id.toLowerCase().replace(/[_ ]/g, "-");

const byId = new Map<string, Dock>(docks.flatMap((dock) => [dock.id, folded(dock.id)].map((id) => [id, dock] as const)));

const find = (part: string): Dock | undefined => byId.get(part) ?? byId.get(folded(part));

/** The dock of a qualified part id; undefined for parts that have no drawing. */
export const dockOf = (part: string): Dock | undefined => find(part);

/** The dock of a part that is known to be in the table; the marks use it. */
export function dockAt(part: string): Dock {
  const dock = find(part);
  if (!dock) throw new RangeError(`no dock for ${part}`);
  return dock;
}

/** The drawing that an atlas has, by the prefix of a qualified id. */
export function drawingOf(part: string): Drawing | undefined {
  const prefix = part.slice(0, part.indexOf(":")).toLowerCase();
  if (prefix === "cortex") return "column";
  return prefix === "transformer" ? "block" : undefined;
}
