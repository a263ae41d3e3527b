/**
 * Draws every claim on its own: the rail is laid, feet are stacked at their ports, set nodes find a place, and each
 * claim becomes ribbons, nodes and a chip.
 */
import type { Frame } from "./frame.ts";
import { chip, spoken } from "./marks/chip.ts";
import { claimRibbons, type Foot, footWidth, type PlacedGroup, ribbonWidth } from "./marks/claim.ts";
import { NODE_RADIUS, setNode } from "./marks/setNode.ts";
import { SOCKET_REACH, socket } from "./marks/socket.ts";
import { railSize, slots } from "./rail.ts";
import type { EndGroup, Flank, Place, ResolvedClaim } from "./resolve.ts";
import { group, path, rect, round, type SceneNode } from "./scene.ts";

export interface ClaimLayers {
  readonly ribbons: readonly SceneNode[];
  readonly nodes: readonly SceneNode[];
  readonly chips: readonly SceneNode[];
  /** Where the lowest chip ends. */
  readonly bottom: number;
}

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
function lay(claims: readonly ResolvedClaim[], bottom: number): { placed: Placed[]; height: number } {
  const size = railSize(claims.length, bottom - RAIL_TOP + 30);
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
    RAIL_TOP,
    bottom,
  );
  return {
    placed: wished.map((item, order) => ({ resolved: item.resolved, order, y: heights[order] ?? RAIL_TOP })),
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
    const reach = Math.min(62, gutter * 0.42);
    const x = flank === "left" ? frame.column.right + reach : frame.block.x - reach;
    const wishes: NodeWish[] = [];
    for (const { resolved, order, y } of placed)
      resolved.groups.forEach((ends, index) => {
        if (ends.flank !== flank || ends.places.length < 2) return;
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

/** A thread along the rail from a claim to a claim that is one of its ends. */
function thread(key: string, x: number, from: number, to: number, reach: number): SceneNode {
  const bow = x - Math.min(reach, 14 + Math.abs(to - from) * 0.12);
  return path(
    key,
    "thread",
    `M${round(x)} ${round(from)}C${round(bow)} ${round(from)} ${round(bow)} ${round(to)} ${round(x)} ${round(to)}`,
  );
}

/** Draws the claims of a picture, each on its own. `bottom` is how far down the rail may reach before the picture grows. */
export function drawClaims(claims: readonly ResolvedClaim[], frame: Frame, bottom: number): ClaimLayers {
  const { placed, height } = lay(claims, bottom);
  const feet = stackFeet(placed, frame.ribbonScale);
  const nodesAt = placeNodes(placed, feet, frame);
  const heightOf = new Map(placed.map(({ resolved, y }) => [resolved.claim.key, y]));
  const box = { width: frame.rail.width, height };

  const ribbons: { width: number; node: SceneNode }[] = [];
  const nodes: SceneNode[] = [];
  const chips: SceneNode[] = [];
  for (const { resolved, order, y } of placed) {
    const { claim } = resolved;
    const anchors = chipAnchors(resolved.groups, frame, y, height);
    const groups = resolved.groups.map(
      (ends, index): PlacedGroup => ({
        group: ends,
        feet: ends.places.map((place, foot) => feet.get(slotKey(order, index, foot)) ?? place),
        node: nodesAt.get(`${order}/${index}`),
        chip: anchors[index] ?? { x: frame.rail.x, y },
      }),
    );
    const drawn = claimRibbons(claim, groups, frame.ribbonScale);
    const className = `claim standing-${claim.standing}`;
    const attrs = {
      class: className,
      "data-claim": claim.key,
      ...(resolved.parts.length > 0 ? { "data-parts": resolved.parts.join(" ") } : {}),
    };
    const gutter = { left: frame.rail.x - frame.column.right, right: frame.block.x - frame.rail.right };
    const sockets = resolved.sockets.map(({ role, flank }) =>
      socket(
        `socket ${role}`,
        flank === "left" ? frame.rail.x : frame.rail.right,
        y,
        flank === "left" ? -1 : 1,
        Math.min(SOCKET_REACH, gutter[flank] - 16),
      ),
    );
    const threads = resolved.threads.flatMap((key, index) => {
      const to = heightOf.get(key);
      return to === undefined || to === y ? [] : [thread(`thread ${index}`, frame.rail.x, y, to, gutter.left - 12)];
    });
    ribbons.push({
      width: ribbonWidth(claim, frame.ribbonScale),
      node: group(claim.key, attrs, [group("lines", { class: "lines" }, [...drawn.lines, ...threads, ...sockets]), ...drawn.hit]),
    });
    const meetings = groups.flatMap((placedGroup, index) =>
      placedGroup.node ? [setNode(`node ${index}`, placedGroup.group.join, placedGroup.node.x, placedGroup.node.y)] : [],
    );
    if (meetings.length > 0) nodes.push(group(claim.key, attrs, [group("lines", { class: "lines" }, meetings)]));
    chips.push(chip(claim, frame.rail.x, y - height / 2, box, { ...attrs, role: "button", tabindex: 0, "aria-label": spoken(claim) }));
  }
  // wide below narrow, so that a strong claim does not hide a weak one
  ribbons.sort((a, b) => b.width - a.width);
  const last = placed.at(-1);
  return {
    ribbons: ribbons.map((item) => item.node),
    nodes,
    chips,
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
