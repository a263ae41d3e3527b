/**
 * Finds a place for every end of every claim. Column parts stand left and block parts right, however a claim is
 * written; parts of other atlases and unknown names get a row on the shelf below, on the side that the claim gives them.
 */
import { type Dock, dockOf, docks, drawingOf } from "./docks.ts";
import { BOX, DRAWING_BOTTOM, type Frame, rows } from "./frame.ts";
import { oneLine } from "./measure.ts";
import type { Picture, PictureClaim, PictureEnd, PictureSide } from "./picture.ts";

export type Flank = "left" | "right";

/** Where a ribbon docks. */
export interface Place {
  /** One for each port of the picture. */
  readonly key: string;
  readonly flank: Flank;
  readonly x: number;
  readonly y: number;
  /** Height that all ribbons at this port may take. */
  readonly room: number;
  /** What it counts towards when claims are bundled. */
  readonly region: string;
  readonly label: string;
  readonly dock: Dock | undefined;
  /** For a pathway that no atlas has: the heights of its ends, drawn as an arrow between their ports. */
  readonly span: readonly [from: number, to: number] | undefined;
  /** For several parts that are taken as one: the heights that a bracket spans. */
  readonly bracket: readonly [top: number, bottom: number] | undefined;
}

/** Query, key and value together are one thing in many claims, so they have a bracket and a port of their own. */
const STREAMS = ["transformer:Query", "transformer:Key", "transformer:Value"];
const STREAMS_PORT = rows.value + 36;

function asOne(group: EndGroup, edge: number): EndGroup {
  const ids = new Set(group.places.map((place) => place.dock?.id));
  const isStreams = group.join === "all" && ids.size === STREAMS.length && STREAMS.every((id) => ids.has(id));
  const [first] = group.places;
  if (!isStreams || !first) return group;
  const place: Place = {
    ...first,
    key: `${first.flank} streams`,
    x: edge - 11,
    y: STREAMS_PORT,
    room: 34,
    region: "streams",
    label: "Query, Key, Value",
    dock: undefined,
    bracket: [rows.query - BOX / 2, STREAMS_PORT + 18],
  };
  return { ...group, places: [place] };
}

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

/** The ends of one side of a claim that lie on one flank. */
export interface EndGroup {
  readonly role: "left" | "right";
  readonly flank: Flank;
  readonly join: PictureSide["join"];
  readonly places: readonly Place[];
}

export interface ResolvedClaim {
  readonly claim: PictureClaim;
  readonly groups: readonly EndGroup[];
  /** Sides that are declared open, or that have no end. */
  readonly sockets: readonly { readonly role: "left" | "right"; readonly flank: Flank }[];
  /** Keys of claims that are ends of this one. */
  readonly threads: readonly string[];
  /** Every part that the claim touches, pathways with the parts along them. */
  readonly parts: readonly string[];
}

export interface Resolved {
  readonly claims: readonly ResolvedClaim[];
  readonly shelf: readonly ShelfRow[];
  /** How many claims name a part as an end. */
  readonly counts: ReadonlyMap<string, number>;
}

/** First row of the shelf, and from row to row. */
export const SHELF_TOP = DRAWING_BOTTOM + 38;
export const SHELF_ROW = 27;

/** More parts of other atlases than this on one flank share a row for each atlas. */
const MOST_PARTS = 10;
const MOST_UNKNOWN = 6;

const other = (flank: Flank): Flank => (flank === "left" ? "right" : "left");

/** The drawing that an end belongs to; undefined for other atlases and unknown names. */
function home(end: PictureEnd): Flank | undefined {
  const part = end.part ?? end.along.find((id) => id !== undefined);
  const drawing = part === undefined ? undefined : drawingOf(part);
  return drawing === undefined ? undefined : drawing === "column" ? "left" : "right";
}

/** Whether the left side of a claim is drawn on the right, so that cortex stands left. */
function isTurned(claim: PictureClaim): boolean {
  const left = claim.left.ends.map(home).find((flank) => flank !== undefined);
  const right = claim.right.ends.map(home).find((flank) => flank !== undefined);
  return (left === "right" && right !== "right") || (right === "left" && left !== "left");
}

/** What an end asks of the shelf; undefined where it has a place in a drawing. */
interface ShelfWish {
  readonly kind: "built-in" | "part" | "unknown";
  readonly key: string;
  readonly label: string;
  readonly part: string | undefined;
}

function shelfWish(end: PictureEnd): ShelfWish | undefined {
  if (end.part !== undefined) {
    const dock = dockOf(end.part);
    if (dock === undefined) return { kind: "part", key: end.part, label: oneLine(end.part), part: end.part };
    return dock.body.kind === "shelf" ? { kind: "built-in", key: dock.id, label: dock.label, part: dock.id } : undefined;
  }
  const written = oneLine(end.written);
  const known = end.along.filter((id) => id !== undefined);
  if (known.length === 0 || known.length < end.along.length) return { kind: "unknown", key: written, label: written, part: undefined };
  if (spanOf(known)) return undefined;
  return { kind: "part", key: written, label: written, part: undefined };
}

/** The docks at both ends of a pathway that no atlas has, where both lie in one drawing. */
function spanOf(along: readonly string[]): readonly [Dock, Dock] | undefined {
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
function layShelf(flank: Flank, wishes: ReadonlyMap<string, ShelfWish>, labels: ReadonlyMap<string, string>) {
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
  return { rows: shelfRows, rowOf };
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/**
 * Resolves all claims of a picture against the docks. Total: whatever the ends say, each gets a place.
 * Cost is linear in the number of ends, but for sorting the few names on the shelf.
 */
export function resolve(picture: Picture, frame: Frame): Resolved {
  const labels = new Map(picture.parts.map((part) => [part.id, oneLine(part.label)]));
  const wishes = { left: new Map<string, ShelfWish>(), right: new Map<string, ShelfWish>() };
  const flanks = picture.claims.map((claim) => {
    const turned = isTurned(claim);
    return { left: turned ? "right" : "left", right: turned ? "left" : "right" } as const;
  });
  const flankOf = (end: PictureEnd, wished: Flank): Flank => home(end) ?? wished;

  picture.claims.forEach((claim, index) => {
    for (const role of ["left", "right"] as const)
      for (const end of claim[role].ends) {
        const wish = end.claim === undefined ? shelfWish(end) : undefined;
        if (wish) wishes[flankOf(end, flanks[index]?.[role] ?? role)].set(`${wish.kind}|${wish.key}`, wish);
      }
  });
  const shelves = { left: layShelf("left", wishes.left, labels), right: layShelf("right", wishes.right, labels) };
  const places = new Map<string, Place>();
  const edge = { left: frame.column.right, right: frame.block.x };

  const placeOf = (end: PictureEnd, flank: Flank): Place => {
    const wish = shelfWish(end);
    const row = wish && shelves[flank].rowOf.get(`${wish.kind}|${wish.key}`);
    const dock = end.part === undefined ? undefined : dockOf(end.part);
    const span = !row && !dock ? spanOf(end.along.filter((id) => id !== undefined)) : undefined;
    const key = row ? `shelf ${row.key}` : (dock?.id ?? `as written ${oneLine(end.written)}`);
    const found = places.get(`${flank} ${key}`);
    if (found) return found;
    const side = flank === "left" ? 1 : -1;
    // just outside a bracket's line, so that the casing does not cover it
    const reach = span && span[0].y !== span[1].y ? 31 : dock?.outside ? dock.outside + 1 : 0;
    const [from, to] = span ?? [dock, dock];
    const place: Place = {
      key: `${flank} ${key}`,
      flank,
      x: edge[flank] + side * reach,
      y: row?.y ?? ((from?.y ?? SHELF_TOP) + (to?.y ?? SHELF_TOP)) / 2,
      room: row || span ? 18 : (dock?.room ?? 18),
      region: row ? key : (from?.region ?? "column"),
      label: row?.label ?? dock?.label ?? oneLine(end.written),
      dock: row ? undefined : dock,
      span: span && span[0].y !== span[1].y ? [span[0].y, span[1].y] : undefined,
      bracket: undefined,
    };
    places.set(place.key, place);
    return place;
  };

  const counts = new Map<string, number>();
  const claims = picture.claims.map((claim, index): ResolvedClaim => {
    const groups: EndGroup[] = [];
    const sockets: { role: "left" | "right"; flank: Flank }[] = [];
    const threads: string[] = [];
    const named = new Set<string>();
    const touched = new Set<string>();
    for (const role of ["left", "right"] as const) {
      const side = claim[role];
      const wished = flanks[index]?.[role] ?? role;
      const onFlank: Record<Flank, Map<string, Place>> = { left: new Map(), right: new Map() };
      for (const end of side.ends) {
        if (end.claim !== undefined) {
          threads.push(end.claim);
          continue;
        }
        const place = placeOf(end, flankOf(end, wished));
        onFlank[place.flank].set(place.key, place);
        const part = (end.part !== undefined && dockOf(end.part)?.id) || end.part;
        if (part !== undefined) named.add(part);
        for (const along of end.along) if (along !== undefined) touched.add(dockOf(along)?.id ?? along);
      }
      for (const flank of [wished, other(wished)])
        if (onFlank[flank].size > 0) groups.push(asOne({ role, flank, join: side.join, places: [...onFlank[flank].values()] }, edge.right));
      if (side.open || side.ends.length === 0) sockets.push({ role, flank: wished });
    }
    for (const part of named) counts.set(part, (counts.get(part) ?? 0) + 1);
    return { claim, groups, sockets, threads, parts: [...new Set([...named, ...touched])] };
  });
  return { claims, shelf: [...shelves.left.rows, ...shelves.right.rows], counts };
}
