/**
 * Where things stand. One unit is one CSS pixel at full size. Heights never change; widths have two sizes, because
 * a panel beside the text is narrower than a window. Ports never move, whatever is claimed.
 */

/** A stretch of the picture from left to right. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
  /** `x + width`. */
  readonly right: number;
}

export interface Frame {
  readonly width: number;
  readonly margin: number;
  /** The neighbouring column; not drawn where there is no room. */
  readonly neighbour: Stretch | undefined;
  readonly column: Stretch;
  readonly rail: Stretch;
  readonly block: Stretch;
  /** How wide ribbons are against their full width: narrow gutters bear only narrow ribbons. */
  readonly ribbonScale: number;
}

const stretch = (x: number, width: number): Stretch => ({ x, width, right: x + width });

/** Width of the column at every size of the picture. */
export const COLUMN_WIDTH = 280;

/** Narrowest and widest picture; what is asked beyond is scaled by the viewBox. */
export const NARROWEST = 1000;
export const WIDEST = 1800;

/** The picture's division for a wished width. What is not a number counts as the full size of 1440. */
export function frameFor(wished: number | undefined): Frame {
  const width = widthFor(wished);
  let frame = frames.get(width);
  if (!frame) {
    // a window that is dragged larger asks for many
    if (frames.size > 40) frames.clear();
    frame = divide(width);
    frames.set(width, frame);
  }
  return frame;
}

/** One object for each width, so that what hangs on the frame alone is kept with it. */
const frames = new Map<number, Frame>();

function widthFor(wished: number | undefined): number {
  const asked = wished !== undefined && Number.isFinite(wished) ? Math.round(wished) : 1440;
  return Math.max(NARROWEST, Math.min(WIDEST, asked));
}

function divide(width: number): Frame {
  const wide = width >= 1360;
  const margin = wide ? 32 : 16;
  const neighbour = wide ? stretch(margin, 74) : undefined;
  const column = stretch(wide ? 136 : 46, COLUMN_WIDTH);
  const block = stretch(width - margin - (wide ? 400 : 320), wide ? 400 : 320);
  const between = block.x - column.right;
  const gutter = Math.max(78, Math.min(150, between * 0.24));
  const chip = Math.max(106, Math.min(288, between - 2 * gutter));
  const rail = stretch(Math.round(column.right + (between - chip) / 2), Math.round(chip));
  return { width, margin, neighbour, column, rail, block, ribbonScale: gutter < 120 ? 0.65 : 1 };
}

const crowdedFrames = new WeakMap<Frame, Frame>();

/** The frame with a rail that has room for chips of one line alone, so that many ribbons have more room to turn. */
export function crowdedFrame(frame: Frame): Frame {
  let crowded = crowdedFrames.get(frame);
  if (!crowded) {
    const between = frame.block.x - frame.column.right;
    const width = Math.round(Math.max(156, Math.min(252, between * 0.425)));
    crowded = { ...frame, rail: stretch(Math.round(frame.column.right + (between - width) / 2), width) };
    crowdedFrames.set(frame, crowded);
  }
  return crowded;
}

const coverageFrames = new WeakMap<Frame, Frame>();

/** The frame of coverage, where nothing stands left of the column and the lists need the room. */
export function coverageFrame(frame: Frame): Frame {
  if (frame.neighbour) return frame;
  let wider = coverageFrames.get(frame);
  if (!wider) {
    wider = { ...frame, column: stretch(28, COLUMN_WIDTH) };
    coverageFrames.set(frame, wider);
  }
  return wider;
}

/** The division of a figure that has lists alone, without the drawings: all of the width lies between them. */
export function listFrame(width: number): Frame {
  return {
    width,
    margin: 8,
    neighbour: undefined,
    column: stretch(0, 0),
    rail: stretch(0, width),
    block: stretch(width, 0),
    ribbonScale: 1,
  };
}

/** The division of a figure of one column: both drawings close together, ids alone between them. */
export function narrowFrame(width: number): Frame {
  const column = stretch(36, COLUMN_WIDTH);
  const block = stretch(width - 326, 320);
  const between = block.x - column.right;
  const rail = stretch(Math.round(column.right + (between - 62) / 2), 62);
  return { width, margin: 8, neighbour: undefined, column, rail, block, ribbonScale: 0.8 };
}

/** The frame with a rail that has room for ids alone. */
export function idFrame(frame: Frame): Frame {
  const width = 72;
  const x = Math.round((frame.column.right + frame.block.x - width) / 2);
  return { ...frame, rail: stretch(x, width), ribbonScale: 1 };
}

/** Surface of the cortex, and how much of the picture its depth takes. */
export const PIA = 96;
export const CORTEX_HEIGHT = 460;

/**
 * Depth of each layer in micrometres. Average mouse depths, `DEFAULT_MOUSE_ME_MET_REFERENCE_LAYER_DEPTHS` in public
 * code of the Allen Institute (cited from memory in the design notes; the paper behind it was not read). Another
 * species or area has other shares, and agranular cortex has no distinct layer 4.
 */
const DEPTHS = [
  { part: "cortex:L1", label: "L1", depth: 115.1 },
  { part: "cortex:L2/3", label: "L2/3", depth: 218.4 },
  { part: "cortex:L4", label: "L4", depth: 120.2 },
  { part: "cortex:L5", label: "L5", depth: 234.0 },
  { part: "cortex:L6", label: "L6", depth: 234.9 },
] as const;

/** Depth of layer 6b within layer 6, same source. */
const DEPTH_L6B = 39.5;

const TOTAL_DEPTH = DEPTHS.reduce((sum, layer) => sum + layer.depth, 0);

/** User units for a micrometre of cortex. */
export const UNITS_PER_MICROMETRE = CORTEX_HEIGHT / TOTAL_DEPTH;

export interface Band {
  readonly part: string;
  readonly label: string;
  readonly top: number;
  readonly bottom: number;
}

/** The five bands from the surface down, in user units. */
export const bands: readonly Band[] = DEPTHS.map((layer, index) => {
  const above = DEPTHS.slice(0, index).reduce((sum, other) => sum + other.depth, 0);
  const top = PIA + above * UNITS_PER_MICROMETRE;
  return { part: layer.part, label: layer.label, top, bottom: top + layer.depth * UNITS_PER_MICROMETRE };
});

const edge = (index: number): number => bands[index]?.top ?? PIA;

/** The borders between layers, in user units. */
export const borders = {
  pia: PIA,
  l1: edge(1),
  l23: edge(2),
  l4: edge(3),
  l5: edge(4),
  l6b: PIA + CORTEX_HEIGHT - DEPTH_L6B * UNITS_PER_MICROMETRE,
  l6: PIA + CORTEX_HEIGHT,
  /** White matter, not to scale. */
  white: PIA + CORTEX_HEIGHT + 32,
} as const;

/** Heights of the block's rows (centres), top to bottom; the thalamus stands level with the embedding. */
export const rows = {
  unembedding: 28,
  bracket: 82,
  top: 96,
  secondNorm: 122,
  feedForward: 172,
  firstNorm: 222,
  output: 264,
  weighted: 312,
  weights: 350,
  softmax: 388,
  scores: 426,
  query: 470,
  key: 508,
  value: 546,
  branch: 600,
  bottom: 616,
  position: 662,
  embedding: 710,
  tokens: 756,
} as const;

/** Height of a box in a row. */
export const BOX = 28;

/** Where the boxes of the block begin, counted from its left edge: every part has a clear way to its port. */
export const BOX_LEFT = 38;

/** Lowest line of the two drawings. */
export const DRAWING_BOTTOM = 776;

/** Where the residual stream runs, counted from the block's left edge. */
export const spineAt = (blockWidth: number): number => blockWidth - (blockWidth > 360 ? 56 : 36);
