/**
 * A plain drawing for what has none of its own: where no claim of a flank touches the column (or the block), the parts
 * that claims name there stand in a panel of boxes, atlas by atlas, in the order of their atlas. `draw` hints of the
 * atlas refine it: bands lie on each other from the top down and hold the cells that lie in them, fibres are lines.
 */
import { BOX_LEFT, type Frame, PIA } from "./frame.ts";
import { breakLine, cut, oneLine } from "./measure.ts";
import type { Picture, PictureAtlas, PictureDraw, PicturePart } from "./picture.ts";

export type PanelMark = Exclude<PictureDraw["mark"], "none">;

/** A part in the panel. `x` counts from the panel's left edge. */
export interface PanelRow {
  readonly key: string;
  readonly part: string | undefined;
  readonly mark: PanelMark;
  /** One line or two. */
  readonly lines: readonly string[];
  /** Its kind, or what is odd about it. */
  readonly note: string;
  readonly unknown: boolean;
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Height of its port. */
  readonly y: number;
}

export interface Panel {
  /** The name of the atlas where there is one alone. */
  readonly title: string;
  /** Names of atlases, where there is more than one. */
  readonly headings: readonly { readonly label: string; readonly y: number }[];
  readonly rows: readonly PanelRow[];
  readonly top: number;
  readonly bottom: number;
}

/** What claims name on a flank. */
export interface PanelWish {
  readonly key: string;
  /** Undefined for names that nothing is known by, and for pathways that no atlas has. */
  readonly part: string | undefined;
  readonly label: string;
  readonly unknown: boolean;
}

const SIZE = 12.5;
const LINE = 15;
const GAP = 9;
const HEADING = 30;
/** Room inside a band beside its cells. */
const BAND = 40;
const CELL = 26;

interface Known extends PanelWish {
  readonly about: PicturePart | undefined;
  readonly order: number;
}

const markOf = (about: PicturePart | undefined): PanelMark => {
  if (about?.draw && about.draw.mark !== "none") return about.draw.mark;
  return about?.kind === "pathway" ? "fibre" : "box";
};

/** From a wish to what its atlas says of it. */
function look(wish: PanelWish, atlas: PictureAtlas | undefined, named: ReadonlyMap<string, PicturePart>): Known {
  const order = atlas?.parts.findIndex(({ id }) => id === wish.part) ?? -1;
  return {
    ...wish,
    about: atlas?.parts[order] ?? (wish.part === undefined ? undefined : named.get(wish.part)),
    order: order < 0 ? 1e6 : order,
  };
}

/** Lays out what claims name on one flank. Linear but for sorting; never fails. */
export function layPanel(wishes: readonly PanelWish[], picture: Picture, flank: "left" | "right", frame: Frame): Panel {
  const stretch = flank === "left" ? frame.column : frame.block;
  const x = flank === "left" ? 14 : BOX_LEFT;
  const width = stretch.width - x - (flank === "left" ? 26 : 16);
  const named = new Map(picture.parts.map((part) => [part.id, part]));
  const groups = new Map<string, Known[]>();
  for (const wish of wishes) {
    const colon = wish.part?.indexOf(":") ?? -1;
    const id = wish.part === undefined || colon <= 0 ? "" : wish.part.slice(0, colon);
    const atlas = picture.atlases?.find((one) => one.id === id);
    groups.set(id, [...(groups.get(id) ?? []), look(wish, atlas, named)]);
  }
  const labelOf = (id: string): string => oneLine(picture.atlases?.find((one) => one.id === id)?.label ?? id) || "As written";
  const ids = [...groups.keys()].sort((a, b) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : a > b ? 1 : 0));
  const rows: PanelRow[] = [];
  const headings: { label: string; y: number }[] = [];
  let y = PIA + 14;
  for (const id of ids) {
    if (ids.length > 1) {
      headings.push({ label: cut(labelOf(id), 11, width, true), y: y + 12 });
      y += HEADING - 8;
    }
    const own = (groups.get(id) ?? []).sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    y = layGroup(own, { x, width, top: y }, stretch.width, rows) + 6;
  }
  const title = ids.length === 1 ? labelOf(ids[0] ?? "") : "";
  return { title, headings, rows, top: PIA, bottom: y + 8 };
}

interface Room {
  readonly x: number;
  readonly width: number;
  readonly top: number;
}

/** Bands first, each with its cells, then all else; gives the lowest line. */
function layGroup(group: readonly Known[], room: Room, whole: number, rows: PanelRow[]): number {
  const bands = group
    .filter(({ about }) => markOf(about) === "band")
    .sort((a, b) => (a.about?.draw?.amount ?? 1e6) - (b.about?.draw?.amount ?? 1e6));
  const inside = (band: Known): Known[] =>
    group.filter(
      ({ about }) =>
        markOf(about) === "cell" &&
        ((about?.within ?? []).includes(band.part ?? "") ||
          (about?.draw?.amount !== undefined && about.draw.amount === band.about?.draw?.amount)),
    );
  const placed = new Set<Known>();
  let y = room.top;
  for (const band of bands) {
    const cells = inside(band).filter((cell) => !placed.has(cell));
    const height = BAND + cells.length * (CELL + 4);
    rows.push(rowOf(band, "band", { x: 0, width: whole, top: y }, height, y + BAND / 2));
    cells.forEach((cell, at) => {
      placed.add(cell);
      const top = y + BAND - 4 + at * (CELL + 4);
      rows.push(rowOf(cell, "cell", { ...room, x: room.x + 16, width: room.width - 16, top }, CELL, top + CELL / 2));
    });
    placed.add(band);
    y += height;
  }
  if (bands.length > 0) y += GAP;
  for (const known of group) {
    if (placed.has(known)) continue;
    const lines = linesOf(known, room.width - 24);
    const height = lines.length * LINE + 14;
    rows.push(rowOf(known, markOf(known.about), { ...room, top: y }, height, y + height / 2));
    y += height + GAP;
  }
  return y;
}

function linesOf(known: Known, width: number): string[] {
  const [first, rest] = breakLine(oneLine(known.label), SIZE, width);
  return rest === "" ? [first] : [first, cut(rest, SIZE, width)];
}

function rowOf(known: Known, mark: PanelMark, room: Room, height: number, y: number): PanelRow {
  const lines = mark === "box" || mark === "fibre" ? linesOf(known, room.width - 24) : [cut(oneLine(known.label), SIZE, room.width - 40)];
  const { key, part, unknown } = known;
  return {
    key,
    part,
    mark,
    lines,
    note: oneLine(known.about?.kind ?? ""),
    unknown,
    x: room.x,
    top: room.top,
    width: room.width,
    height,
    y,
  };
}
