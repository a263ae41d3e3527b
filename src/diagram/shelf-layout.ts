/**
 * Where the drawings have no place for what claims name: rows on a shelf below them, or, where nothing else is claimed on
 * that side, a drawing of its own.
 */
import { type Dock, dockOf, docks } from "./docks.ts";
import { DRAWING_BOTTOM, type Frame } from "./frame.ts";
import { oneLine } from "./measure.ts";
import { layPanel, type Panel } from "./panel.ts";
import type { Picture, PictureEnd } from "./picture.ts";

export type Flank = "left" | "right";

/** A row below a drawing for what the drawing does not show. */
export interface ShelfRow {
  readonly key: string;
  readonly flank: Flank;
  readonly label: string;
  /** The atlas of the part, or what is odd about it. */
  readonly note: string;
  readonly part: string | undefined;
  readonly unknown: boolean;
  readonly y: number;
}

/** First row of the shelf, and from row to row. */
export const SHELF_TOP = DRAWING_BOTTOM + 38;
export const SHELF_ROW = 27;

/** More parts of other atlases than this on one flank share a row for each atlas. */
const MOST_PARTS = 10;
const MOST_UNKNOWN = 6;
/** Beyond this a flank is no drawing any more but a list, and shares rows as on the shelf. */
const MOST_IN_PANEL = 48;

/** What an end asks of the shelf; undefined where it has a place in a drawing. */
export interface ShelfWish {
  readonly kind: "built-in" | "part" | "unknown";
  readonly key: string;
  readonly label: string;
  readonly part: string | undefined;
}

/** What an end asks of the shelf; undefined where it has a place in a drawing. */
export function shelfWish(end: PictureEnd): ShelfWish | undefined {
  if (end.part !== undefined) {
    const dock = dockOf(end.part);
    if (dock === undefined) return { kind: "part", key: end.part, label: oneLine(end.part), part: end.part };
    return dock.body.kind === "shelf" ? { kind: "built-in", key: dock.id, label: dock.label, part: dock.id } : undefined;
  }
  const written = oneLine(end.written).replaceAll("<->", "↔").replaceAll("->", "→").replaceAll("<-", "←");
  const known = end.along.filter((id) => id !== undefined);
  if (known.length === 0 || known.length < end.along.length) return { kind: "unknown", key: written, label: written, part: undefined };
  if (spanOf(known)) return undefined;
  return { kind: "part", key: written, label: written, part: undefined };
}

/** The docks at both ends of a pathway that no atlas has, where both lie in one drawing. */
export function spanOf(along: readonly string[]): readonly [Dock, Dock] | undefined {
  const first = dockOf(along[0] ?? "");
  const last = dockOf(along.at(-1) ?? "");
  if (!first || !last || first.drawing !== last.drawing) return undefined;
  return first.body.kind === "shelf" || last.body.kind === "shelf" ? undefined : [first, last];
}

const prefixOf = (part: string | undefined): string => {
  const colon = part?.indexOf(":") ?? -1;
  return colon > 0 ? oneLine((part ?? "").slice(0, colon)) : "";
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Lays out one flank's shelf and says which row each wish got. */
function layShelfRows(flank: Flank, wishes: ReadonlyMap<string, ShelfWish>, labels: ReadonlyMap<string, string>) {
  const shelfRows: ShelfRow[] = [];
  const rowOf = new Map<string, ShelfRow>();
  const add = (members: readonly ShelfWish[], label: string, note: string, part: string | undefined, unknown: boolean): void => {
    const key = members.length === 1 ? (members[0]?.key ?? "") : `${note}|${label}`;
    const row = { key, flank, label, note, part, unknown, y: SHELF_TOP + shelfRows.length * SHELF_ROW };
    shelfRows.push(row);
    for (const member of members) rowOf.set(`${member.kind}|${member.key}`, row);
  };

  const all = [...wishes.values()];
  const builtIn = new Map(all.filter((wish) => wish.kind === "built-in").map((wish) => [wish.key, wish]));
  for (const dock of docks) {
    const wish = builtIn.get(dock.id);
    if (wish) add([wish], wish.label, "", dock.id, false);
  }
  const parts = all.filter((wish) => wish.kind === "part").sort((a, b) => byText(a.key, b.key));
  if (parts.length <= MOST_PARTS) {
    for (const wish of parts) {
      const own = wish.part === undefined ? undefined : labels.get(wish.part);
      const bare = wish.label.slice(wish.label.indexOf(":") + 1) || wish.label;
      add([wish], own ?? bare, prefixOf(wish.part), wish.part, false);
    }
  } else {
    const atlases = new Map<string, ShelfWish[]>();
    for (const wish of parts) {
      const atlas = prefixOf(wish.part) || "pathways as written";
      atlases.set(atlas, [...(atlases.get(atlas) ?? []), wish]);
    }
    const named = [...atlases].slice(0, MOST_PARTS - 1);
    const rest = [...atlases].slice(MOST_PARTS - 1).flatMap(([, members]) => members);
    for (const [atlas, members] of named) add(members, atlas, plural(members.length, "part"), undefined, false);
    if (rest.length > 0) add(rest, "other atlases", plural(rest.length, "part"), undefined, false);
  }
  const unknown = all.filter((wish) => wish.kind === "unknown").sort((a, b) => byText(a.key, b.key));
  if (unknown.length <= MOST_UNKNOWN) for (const wish of unknown) add([wish], `unknown: ${wish.label}`, "", undefined, true);
  else add(unknown, "unknown names", String(unknown.length), undefined, true);
  return { rows: shelfRows, rowOf, panel: undefined };
}

/** Lays out a flank as a drawing of its own, and says which row each wish got. */
function layInPanel(
  flank: Flank,
  wishes: ReadonlyMap<string, ShelfWish>,
  labels: ReadonlyMap<string, string>,
  picture: Picture,
  frame: Frame,
): { readonly rows: readonly ShelfRow[]; readonly rowOf: ReadonlyMap<string, ShelfRow>; readonly panel: Panel } {
  const asked = [...wishes.values()].map(({ kind, key, label, part }) => ({
    key: `${kind}|${key}`,
    part,
    label: (part === undefined ? undefined : labels.get(part)) ?? (label.slice(label.indexOf(":") + 1) || label),
    unknown: kind === "unknown",
  }));
  const panel = layPanel(asked, picture, flank, frame);
  const rowOf = new Map(
    panel.rows.map((row) => {
      const { key, part, note, unknown, y, lines } = row;
      return [key, { key, flank, label: lines.join(" "), note, part, unknown, y }];
    }),
  );
  return { rows: [], rowOf, panel };
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

export interface ShelfLayout {
  readonly rows: readonly ShelfRow[];
  /** The row that each wish got, by its kind and key. */
  readonly rowOf: ReadonlyMap<string, ShelfRow>;
  /** A drawing of its own, where the flank has no other. */
  readonly panel: Panel | undefined;
}

/** Gives every wish of a flank a row. `isBare` says that nothing there has a place in a drawing. */
export function layShelf(
  flank: Flank,
  wishes: ReadonlyMap<string, ShelfWish>,
  picture: Picture,
  frame: Frame,
  isBare: boolean,
): ShelfLayout {
  if (wishes.size === 0) return nothingOnShelf;
  const labels = new Map(picture.parts.map((part) => [part.id, oneLine(part.label)]));
  return isBare && wishes.size <= MOST_IN_PANEL ? layInPanel(flank, wishes, labels, picture, frame) : layShelfRows(flank, wishes, labels);
}

const nothingOnShelf: ShelfLayout = { rows: [], rowOf: new Map(), panel: undefined };
