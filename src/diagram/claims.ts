/**
 * Draws every claim on its own: the rail is laid, feet are stacked at their ports, set nodes find a place, and each
 * claim becomes ribbons, nodes and a chip.
 */
import { channels, type Way } from "./channels.ts";
import type { Frame, Stretch } from "./frame.ts";
import { chip, pill, spoken } from "./marks/chip.ts";
import { claimRibbons, type Foot, footWidth, leadRibbons, type Pair, type PlacedGroup, ribbonWidth } from "./marks/claim.ts";
import { NODE_RADIUS, setNode } from "./marks/setNode.ts";
import { SOCKET_REACH, socket } from "./marks/socket.ts";
import type { PictureClaim } from "./picture.ts";
import { railSize, slots } from "./rail.ts";
import type { EndGroup, Flank, Place, ResolvedClaim } from "./resolve.ts";
import { group, path, rect, round, type SceneNode } from "./scene.ts";

export interface ClaimLayers {
  readonly ribbons: readonly SceneNode[];
  readonly nodes: readonly SceneNode[];
  readonly chips: readonly SceneNode[];
  /** Centres of the chips, by key. */
  readonly heights: ReadonlyMap<string, number>;
  /** Where the lowest chip ends. */
  readonly bottom: number;
}

/** How wide ribbons are against their full width: the more there are, the narrower, or they hide each other. */
export const ribbonScale = (claims: number, frame: Frame): number => frame.ribbonScale * (claims <= 12 ? 1 : claims <= 20 ? 0.76 : 0.54);

/** Highest chip centre. */
const RAIL_TOP = 34;

interface Placed {
  readonly resolved: ResolvedClaim;
  readonly order: number;
  /** Centre of the chip. */
  readonly y: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Mean height of both ends; a side without a place takes the other's. */
function wish(resolved: ResolvedClaim, fallback: number): number {
  const sides = resolved.groups.map((ends) => mean(ends.places.map((place) => place.y)));
  return sides.length === 0 ? fallback : mean(sides);
}

/** Lays the rail: by wished height, ties by id, then by key. */
function lay(
  claims: readonly ResolvedClaim[],
  bottom: number,
  { top = RAIL_TOP, pills = false, labels }: RailOptions,
): { placed: Placed[]; height: number } {
  const roomy = railSize(claims.length, bottom - top + 30);
  const size = (pills || labels) && roomy.height > 26 ? { gap: labels ? 48 : 38, height: labels ? 30 : 26 } : roomy;
  const wished = claims.map((resolved) => {
    const heights = wish(resolved, bottom / 2);
    return { resolved, height: heights, id: resolved.claim.id ?? resolved.claim.key };
  });
  wished.sort(
    (a, b) => a.height - b.height || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || (a.resolved.claim.key < b.resolved.claim.key ? -1 : 1),
  );
  const heights = slots(
    wished.map((item) => item.height),
    size.gap,
    top,
    bottom,
  );
  return {
    placed: wished.map((item, order) => ({ resolved: item.resolved, order, y: heights[order] ?? top })),
    height: size.height,
  };
}

interface Standing {
  readonly at: Place;
  readonly width: number;
  readonly claimY: number;
  readonly order: number;
  readonly slot: string;
}

const slotKey = (order: number, index: number, foot: number): string => `${order}/${index}/${foot}`;

/** Stacks all feet at each port within its room, upper chips above, and says where each stands. */
function stackFeet(placed: readonly Placed[], scale: number): Map<string, Foot> {
  const ports = new Map<string, Standing[]>();
  for (const { resolved, order, y } of placed)
    resolved.groups.forEach((ends, index) => {
      ends.places.forEach((at, foot) => {
        const standing = {
          at,
          width: footWidth(resolved.claim, ends.places.length, scale),
          claimY: y,
          order,
          slot: slotKey(order, index, foot),
        };
        const list = ports.get(at.key);
        if (list) list.push(standing);
        else ports.set(at.key, [standing]);
      });
    });
  const feet = new Map<string, Foot>();
  for (const list of ports.values()) {
    list.sort((a, b) => a.claimY - b.claimY || a.order - b.order);
    const total = list.reduce((sum, item) => sum + item.width + 2, -2);
    const room = list[0]?.at.room ?? total;
    const pack = list.length > 1 && total > room ? room / total : 1;
    let at = -(total * pack) / 2;
    for (const { at: place, width, slot } of list) {
      feet.set(slot, { x: place.x, y: place.y + at + (width * pack) / 2 });
      at += (width + 2) * pack;
    }
  }
  return feet;
}

/** How much of the way to the chip the feet of a set may take. */
const REACH = 0.3;

interface NodeWish {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Where the feet of sets meet. A node stands beside the foot that is nearest to the ribbon's neighbours on the rail,
 * so that feet cross and bodies do not; nodes on one flank keep clear of each other.
 */
function placeNodes(placed: readonly Placed[], feet: ReadonlyMap<string, Foot>, frame: Frame): Map<string, Foot> {
  const near: Record<Flank, (number | undefined)[]> = { left: [], right: [] };
  for (const { resolved } of placed)
    for (const flank of ["left", "right"] as const) {
      const here = resolved.groups.filter((ends) => ends.flank === flank).flatMap((ends) => ends.places.map((place) => place.y));
      near[flank].push(here.length === 0 ? undefined : mean(here));
    }
  const nodes = new Map<string, Foot>();
  for (const flank of ["left", "right"] as const) {
    const gutter = flank === "left" ? frame.rail.x - frame.column.right : frame.block.x - frame.rail.right;
    const reach = Math.min(62, gutter * REACH);
    const x = flank === "left" ? frame.column.right + reach : frame.block.x - reach;
    const wishes: NodeWish[] = [];
    for (const { resolved, order, y } of placed)
      resolved.groups.forEach((ends, index) => {
        if (ends.flank !== flank || ends.places.length < 2 || ends.pairs) return;
        const own = ends.places.map((_, foot) => feet.get(slotKey(order, index, foot))?.y ?? y);
        const beside = [near[flank][order - 1], near[flank][order + 1]].filter((value) => value !== undefined);
        const towards = beside.length === 0 ? y : mean(beside);
        const nearest = own.reduce((best, value) => (Math.abs(value - towards) < Math.abs(best - towards) ? value : best), own[0] ?? y);
        const inward = mean(own) - nearest;
        wishes.push({ key: `${order}/${index}`, x, y: nearest + Math.sign(inward) * Math.min(14, Math.abs(inward)) });
      });
    wishes.sort((a, b) => a.y - b.y);
    const heights = slots(
      wishes.map((item) => item.y),
      2 * NODE_RADIUS + 5,
      20,
      Number.MAX_SAFE_INTEGER,
    );
    wishes.forEach((item, at) => {
      nodes.set(item.key, { x: item.x, y: heights[at] ?? item.y });
    });
  }
  return nodes;
}

/** Where each group of a claim reaches its chip: two groups on one flank keep apart. */
function chipAnchors(groups: readonly EndGroup[], frame: Frame, y: number, height: number): Foot[] {
  return groups.map((ends, index) => {
    const same = groups.filter((one) => one.flank === ends.flank);
    const order = groups.slice(0, index).filter((one) => one.flank === ends.flank).length;
    const spread = same.length < 2 ? 0 : (order / (same.length - 1) - 0.5) * Math.min(22, height - 8);
    return { x: ends.flank === "left" ? frame.rail.x : frame.rail.right, y: y + spread };
  });
}

/** Pairs reach their chip below each other, in the order in which they are written, on both sides alike. */
function pairsAt(numbers: readonly (readonly number[])[], feet: readonly Foot[], chip: Foot, height: number): Pair[] {
  const most = Math.max(1, ...numbers.flat());
  const step = Math.min(9, (height - 4) / most);
  return numbers.flatMap((own, at) =>
    own.map((number) => ({
      number,
      foot: feet[at] ?? chip,
      chip: { x: chip.x, y: chip.y + (number - (most + 1) / 2) * step },
      turn: undefined,
    })),
  );
}

/** Least room between a channel and the port of its ribbon, in which it bends. */
const BEND = 13;

/** The same before the chip: where others cross a ribbon there, a stretch of it must be seen. */
const lead = (room: number): number => Math.max(11, Math.min(22, room * 0.12));

/** Gives every ribbon its channel on its way to the chip. */
function turned(claims: readonly (readonly PlacedGroup[])[], widths: readonly number[], frame: Frame): PlacedGroup[][] {
  const turns = new Map<PlacedGroup | Pair, number>();
  for (const flank of ["left", "right"] as const) {
    const [edge, sign] = flank === "left" ? [frame.column.right, 1] : [frame.block.x, -1];
    const ways: (Way & { readonly of: PlacedGroup | Pair })[] = [];
    const add = (of: PlacedGroup | Pair, start: Foot, chip: Foot, width: number, order: number): void => {
      const [from, to] = [sign * (start.x - edge), sign * (chip.x - edge)];
      const room = to - from;
      const [nearest, farthest] = [from + Math.min(BEND, room * 0.3), to - Math.min(lead(room), room * 0.3)];
      ways.push({ of, from: start.y, to: chip.y, nearest, farthest, width, order });
    };
    claims.forEach((groups, order) => {
      const width = widths[order] ?? 0;
      for (const placed of groups) {
        if (placed.group.flank !== flank) continue;
        const start = placed.node ?? placed.feet[0];
        if (placed.pairs) for (const pair of placed.pairs) add(pair, pair.foot, pair.chip, Math.min(4, width / 2), order);
        else if (start) add(placed, start, placed.chip, width, order);
      }
    });
    channels(ways).forEach((turn, index) => {
      const way = ways[index];
      if (way && turn !== undefined) turns.set(way.of, edge + sign * turn);
    });
  }
  return claims.map((groups) =>
    groups.map((placed) => ({
      ...placed,
      turn: turns.get(placed),
      pairs: placed.pairs?.map((pair) => ({ ...pair, turn: turns.get(pair) })),
    })),
  );
}

/** A thread along the rail from a claim to a claim that is one of its ends. */
function thread(key: string, x: number, from: number, to: number, reach: number): SceneNode {
  const bow = x - Math.min(reach, 14 + Math.abs(to - from) * 0.12);
  return path(
    key,
    "thread",
    `M${round(x)} ${round(from)}C${round(bow)} ${round(from)} ${round(bow)} ${round(to)} ${round(x)} ${round(to)}`,
  );
}

/** Where the chips of a comparison stand: on the rail of the side that makes the claim, or over both. */
export interface RailOptions {
  readonly railOf?: (claim: PictureClaim) => Stretch;
  /** Highest chip centre. */
  readonly top?: number;
  /** Whether chips of one line are enough, because each has but part of the rail. */
  readonly pills?: boolean;
  /** For print: what stands on the pill of each claim, in place of a chip. */
  readonly labels?: ReadonlyMap<string, string>;
}

/** What a claim is drawn from but for itself. */
interface Setting {
  readonly frame: Frame;
  /** Where its chip stands: the frame's rail, or one of two. */
  readonly chipAt: Stretch;
  readonly y: number;
  readonly height: number;
  readonly scale: number;
  readonly groups: readonly PlacedGroup[];
  /** Heights of the chips of claims that are its ends. */
  readonly threads: readonly number[];
  readonly label: string | undefined;
}

interface Drawn {
  readonly width: number;
  readonly ribbon: SceneNode;
  readonly above: SceneNode | undefined;
  readonly chip: SceneNode;
}

/** What was drawn of a claim last, and in which setting: the same nodes serve as long as nothing moves. */
const kept = new WeakMap<PictureClaim, { readonly setting: string; readonly drawn: Drawn }>();

function drawClaim(resolved: ResolvedClaim, setting: Setting): Drawn {
  const { claim } = resolved;
  const { frame, chipAt, y, height, scale, groups } = setting;
  const written = JSON.stringify([
    [frame.width, frame.rail, chipAt, y, height, scale, setting.label, setting.threads, resolved.parts, resolved.sockets],
    groups.map(({ group: { role, flank, join }, feet, node, chip: at, pairs, turn }) => [role, flank, join, feet, node, at, pairs, turn]),
  ]);
  const before = kept.get(claim);
  if (before?.setting === written) return before.drawn;
  const ribbons = claimRibbons(claim, groups, scale, setting.label === undefined ? 6 : 8.5);
  const attrs = {
    class: `claim standing-${claim.standing}`,
    "data-claim": claim.key,
    ...(resolved.parts.length > 0 ? { "data-parts": resolved.parts.join(" ") } : {}),
  };
  const leads = [
    ...(chipAt.x > frame.rail.x + 1 ? leadRibbons(claim, groups, "left", frame.rail.x, chipAt.x, scale) : []),
    ...(chipAt.right < frame.rail.right - 1 ? leadRibbons(claim, groups, "right", chipAt.right, frame.rail.right, scale) : []),
  ];
  const gutter = { left: frame.rail.x - frame.column.right, right: frame.block.x - frame.rail.right };
  const sockets = resolved.sockets.map(({ role, flank }) =>
    socket(
      `socket ${role}`,
      flank === "left" ? chipAt.x : chipAt.right,
      y,
      flank === "left" ? -1 : 1,
      Math.min(SOCKET_REACH, gutter[flank] - 16),
    ),
  );
  const threads = setting.threads.map((to, index) => thread(`thread ${index}`, chipAt.x, y, to, gutter.left - 12));
  const meetings = groups.flatMap(({ group: { join }, node }, index) => (node ? [setNode(`node ${index}`, join, node.x, node.y)] : []));
  const above = [...meetings, ...ribbons.above];
  const lines = [...leads, ...ribbons.lines, ...threads, ...sockets];
  const box = { width: chipAt.width, height };
  const drawn: Drawn = {
    width: ribbonWidth(claim, scale),
    ribbon: group(claim.key, attrs, [group("lines", { class: "lines" }, lines), ...ribbons.hit]),
    above: above.length > 0 ? group(claim.key, attrs, [group("lines", { class: "lines" }, above)]) : undefined,
    chip:
      setting.label !== undefined
        ? pill(claim, setting.label, chipAt.x, y - height / 2, box, attrs)
        : chip(claim, chipAt.x, y - height / 2, box, { ...attrs, role: "button", tabindex: 0, "aria-label": spoken(claim) }),
  };
  kept.set(claim, { setting: written, drawn });
  return drawn;
}

/** Draws the claims of a picture, each on its own. `bottom` is how far down the rail may reach before the picture grows. */
export function drawClaims(claims: readonly ResolvedClaim[], frame: Frame, bottom: number, options: RailOptions = {}): ClaimLayers {
  const { placed, height } = lay(claims, bottom, options);
  const scale = ribbonScale(claims.length, frame);
  const feet = stackFeet(placed, scale);
  const nodesAt = placeNodes(placed, feet, frame);
  const heightOf = new Map(placed.map(({ resolved, y }) => [resolved.claim.key, y]));
  const grouped = turned(
    placed.map(({ resolved, order, y }) => {
      const anchors = chipAnchors(resolved.groups, frame, y, height);
      return resolved.groups.map((ends, index): PlacedGroup => {
        const own = ends.places.map((place, foot) => feet.get(slotKey(order, index, foot)) ?? place);
        const anchor = anchors[index] ?? { x: frame.rail.x, y };
        return {
          group: ends,
          feet: own.map(({ x, y: at }) => ({ x, y: at })),
          node: nodesAt.get(`${order}/${index}`),
          chip: anchor,
          pairs: ends.pairs && pairsAt(ends.pairs, own, { x: anchor.x, y }, height),
          turn: undefined,
        };
      });
    }),
    placed.map(({ resolved }) => ribbonWidth(resolved.claim, scale)),
    frame,
  );
  const drawn = placed.map(({ resolved, y }, order): Drawn => {
    const groups = grouped[order] ?? [];
    const threads = resolved.threads.flatMap((key) => {
      const to = heightOf.get(key);
      return to === undefined || to === y ? [] : [to];
    });
    const chipAt = options.railOf?.(resolved.claim) ?? frame.rail;
    return drawClaim(resolved, { frame, chipAt, y, height, scale, groups, threads, label: options.labels?.get(resolved.claim.key) });
  });
  // wide below narrow, so that a strong claim does not hide a weak one
  const ribbons = [...drawn].sort((a, b) => b.width - a.width).map(({ ribbon }) => ribbon);
  const last = placed.at(-1);
  return {
    ribbons,
    nodes: drawn.flatMap(({ above }) => above ?? []),
    chips: drawn.map(({ chip: node }) => node),
    heights: heightOf,
    bottom: last ? last.y + height / 2 : 0,
  };
}

/** Brackets around parts that are taken as one, and an arrow between two ports for a pathway that is in no atlas. */
export function writtenPathways(places: readonly Place[]): SceneNode[] {
  return places.flatMap((place) => {
    if (place.bracket) {
      const [top, bottom] = place.bracket;
      return [group(place.key, {}, [path("bracket", "bracket", `M${round(place.x + 7)} ${top}H${round(place.x + 1)}V${bottom}h6`)])];
    }
    if (!place.span) return [];
    const [from, to] = place.span;
    const tip = to < from ? 1 : -1;
    return [
      group(place.key, { class: "as-written" }, [
        rect("back", "hit-area", place.x - 6, Math.min(from, to), 12, Math.abs(to - from)),
        path("line", "flow", `M${round(place.x - 1)} ${round(from)}V${round(to)}m-3.5 ${tip * 6}l3.5 ${-tip * 6}l3.5 ${tip * 6}`),
      ]),
    ];
  });
}
