/**
 * Finds a place for every end of every claim. Column parts stand left and block parts right, however a claim is
 * written; parts of other atlases and unknown names get a row on the shelf below, on the side that the claim gives them.
 */
import { type Dock, dockOf, drawingOf } from "./docks.ts";
import { BOX, type Frame, rows } from "./frame.ts";
import { oneLine } from "./measure.ts";
import type { Panel } from "./panel.ts";
import type { Picture, PictureClaim, PictureEnd, PictureSide } from "./picture.ts";
import { type Flank, layShelf, SHELF_TOP, type ShelfRow, type ShelfWish, shelfWish, spanOf } from "./shelf-layout.ts";

export type { Flank, ShelfRow } from "./shelf-layout.ts";

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
  /** The part that docks here; undefined for what is no part, and where several share a place. */
  readonly part: string | undefined;
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
    part: undefined,
    bracket: [rows.query - BOX / 2, STREAMS_PORT + 18],
  };
  return { ...group, places: [place] };
}

/** The ends of one side of a claim that lie on one flank. */
export interface EndGroup {
  readonly role: "left" | "right";
  readonly flank: Flank;
  readonly join: PictureSide["join"];
  readonly places: readonly Place[];
  /** Where the claim is read pair by pair: for each place the pairs that it stands in, counted from 1. */
  readonly pairs: readonly (readonly number[])[] | undefined;
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
  /** Drawings for flanks on which no claim touches the column or the block. */
  readonly panels: Readonly<Record<Flank, Panel | undefined>>;
  /** How many claims name a part as an end. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Whether a claim sets its ends beside each other one by one; lists of different length cannot be. */
const isPairwise = ({ left, right }: PictureClaim): boolean =>
  (left.join === "each" || right.join === "each") && left.ends.length === right.ends.length && left.ends.length > 1;

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

/** A claim all of whose ends dock in the drawings, so that where it stands hangs on the frame alone. */
interface Docked {
  readonly resolved: ResolvedClaim;
  readonly named: ReadonlySet<string>;
  readonly touched: Readonly<Record<Flank, boolean>>;
}

/** What is known for a frame: the places of docks, and the claims that need no others. */
interface Known {
  readonly places: Map<string, Place>;
  readonly claims: WeakMap<PictureClaim, Docked>;
}

const knownFor = new WeakMap<Frame, Known>();

function knowledgeOf(frame: Frame): Known {
  let known = knownFor.get(frame);
  if (!known) {
    known = { places: new Map(), claims: new WeakMap() };
    knownFor.set(frame, known);
  }
  return known;
}

const edgeOf = (flank: Flank, frame: Frame): number => (flank === "left" ? frame.column.right : frame.block.x);

/** The place of a dock of one of the two drawings; one object for each frame. */
function dockPlace(dock: Dock, flank: Flank, frame: Frame): Place {
  const { places } = knowledgeOf(frame);
  const key = `${flank} ${dock.id}`;
  let place = places.get(key);
  if (!place) {
    // just outside a bracket's line, so that the casing does not cover it
    const reach = dock.outside ? dock.outside + 1 : 0;
    place = {
      key,
      flank,
      x: edgeOf(flank, frame) + (flank === "left" ? reach : -reach),
      y: dock.y,
      room: dock.room,
      region: dock.region,
      label: dock.label,
      dock,
      part: dock.id,
      span: undefined,
      bracket: undefined,
    };
    places.set(key, place);
  }
  return place;
}

/** The place of an end that no single dock of a drawing stands for: a row, or an arrow between two ports. */
function otherPlace(end: PictureEnd, flank: Flank, row: ShelfRow | undefined, frame: Frame): Place {
  const span = row ? undefined : spanOf(end.along.filter((id) => id !== undefined));
  const isArrow = span !== undefined && span[0].y !== span[1].y;
  const key = row ? `shelf ${row.key}` : `as written ${oneLine(end.written)}`;
  const reach = isArrow ? 31 : 0;
  return {
    key: `${flank} ${key}`,
    flank,
    x: edgeOf(flank, frame) + (flank === "left" ? reach : -reach),
    y: row?.y ?? (span ? (span[0].y + span[1].y) / 2 : SHELF_TOP),
    room: 18,
    region: row ? key : (span?.[0].region ?? "column"),
    label: row?.label ?? oneLine(end.written),
    dock: undefined,
    part: row?.part,
    span: isArrow ? [span[0].y, span[1].y] : undefined,
    bracket: undefined,
  };
}

/** The dock of an end that has a body in a drawing. */
function bodyOf(end: PictureEnd): Dock | undefined {
  const dock = end.part === undefined ? undefined : dockOf(end.part);
  return dock?.body.kind === "shelf" ? undefined : dock;
}

/** Puts the ends of a claim to their places. */
function placeClaim(claim: PictureClaim, frame: Frame, placeOf: (end: PictureEnd, flank: Flank) => Place): Docked {
  const turned = isTurned(claim);
  const groups: EndGroup[] = [];
  const sockets: { role: "left" | "right"; flank: Flank }[] = [];
  const threads: string[] = [];
  const named = new Set<string>();
  const along = new Set<string>();
  const touched = { left: false, right: false };
  const pairwise = isPairwise(claim);
  for (const role of ["left", "right"] as const) {
    const side = claim[role];
    const wished = turned ? other(role) : role;
    const onFlank: Record<Flank, Map<string, Place>> = { left: new Map(), right: new Map() };
    const numbers = new Map<Place, number[]>();
    for (const [at, end] of side.ends.entries()) {
      if (end.claim !== undefined) {
        threads.push(end.claim);
        continue;
      }
      const own = home(end);
      if (own) touched[own] = true;
      const place = placeOf(end, own ?? wished);
      onFlank[place.flank].set(place.key, place);
      if (pairwise) numbers.set(place, [...(numbers.get(place) ?? []), at + 1]);
      const part = (end.part !== undefined && dockOf(end.part)?.id) || end.part;
      if (part !== undefined) named.add(part);
      for (const each of end.along) if (each !== undefined) along.add(dockOf(each)?.id ?? each);
    }
    for (const flank of [wished, other(wished)])
      if (onFlank[flank].size > 0) {
        const own = [...onFlank[flank].values()];
        const pairs = pairwise ? own.map((place) => numbers.get(place) ?? []) : undefined;
        groups.push(asOne({ role, flank, join: pairwise ? "each" : side.join, places: own, pairs }, frame.block.x));
      }
    if (side.open || side.ends.length === 0) sockets.push({ role, flank: wished });
  }
  return { resolved: { claim, groups, sockets, threads, parts: [...new Set([...named, ...along])] }, named, touched };
}

const isDocked = ({ left, right }: PictureClaim): boolean =>
  left.ends.every((end) => end.claim !== undefined || bodyOf(end) !== undefined) &&
  right.ends.every((end) => end.claim !== undefined || bodyOf(end) !== undefined);

/** A claim whose ends all have bodies in the drawings, put to its places once for each frame. */
function docked(claim: PictureClaim, frame: Frame): Docked | undefined {
  const { claims } = knowledgeOf(frame);
  const known = claims.get(claim);
  if (known) return known;
  if (!isDocked(claim)) return undefined;
  const made = placeClaim(claim, frame, (end, flank) => dockPlace(bodyOf(end) as Dock, flank, frame));
  claims.set(claim, made);
  return made;
}

/**
 * Resolves all claims of a picture against the docks. Total: whatever the ends say, each gets a place.
 * Cost is linear in the number of ends, but for sorting the few names on the shelf.
 */
export function resolve(picture: Picture, frame: Frame): Resolved {
  const wishes = { left: new Map<string, ShelfWish>(), right: new Map<string, ShelfWish>() };
  const touched = { left: false, right: false };
  const quick = picture.claims.map((claim) => docked(claim, frame));
  picture.claims.forEach((claim, index) => {
    const known = quick[index];
    if (known) {
      touched.left ||= known.touched.left;
      touched.right ||= known.touched.right;
      return;
    }
    const turned = isTurned(claim);
    for (const role of ["left", "right"] as const)
      for (const end of claim[role].ends) {
        if (end.claim !== undefined) continue;
        const own = home(end);
        if (own) touched[own] = true;
        const wish = shelfWish(end);
        if (wish) wishes[own ?? (turned ? other(role) : role)].set(`${wish.kind}|${wish.key}`, wish);
      }
  });
  const shelves = {
    left: layShelf("left", wishes.left, picture, frame, !touched.left),
    right: layShelf("right", wishes.right, picture, frame, !touched.right),
  };
  const places = new Map<string, Place>();
  const placeOf = (end: PictureEnd, flank: Flank): Place => {
    const wish = shelfWish(end);
    const row = wish && shelves[flank].rowOf.get(`${wish.kind}|${wish.key}`);
    const body = row ? undefined : bodyOf(end);
    if (body) return dockPlace(body, flank, frame);
    const made = otherPlace(end, flank, row, frame);
    const found = places.get(made.key);
    if (!found) places.set(made.key, made);
    return found ?? made;
  };
  const counts = new Map<string, number>();
  const claims = picture.claims.map((claim, index): ResolvedClaim => {
    const { resolved, named } = quick[index] ?? placeClaim(claim, frame, placeOf);
    for (const part of named) counts.set(part, (counts.get(part) ?? 0) + 1);
    return resolved;
  });
  const panels = { left: shelves.left.panel, right: shelves.right.panel };
  return { claims, shelf: [...shelves.left.rows, ...shelves.right.rows], panels, counts };
}
