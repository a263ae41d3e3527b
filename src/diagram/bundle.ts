/**
 * Too many claims to draw each: they are bundled by region of the column and part of the block. A claim with several
 * ends counts once, in the bundle of its first ends; the totals beside bands and boxes count it at every part that it
 * names. Width means number here, and the legend says so.
 */
import { type Region, regions } from "./docks.ts";
import { BOX, type Frame } from "./frame.ts";
import { keep } from "./keep.ts";
import { bundleChip, lanes } from "./marks/lanes.ts";
import { curvePath } from "./marks/ribbon.ts";
import { socket } from "./marks/socket.ts";
import type { PictureStanding } from "./picture.ts";
import { slots } from "./rail.ts";
import type { Flank, Place, Resolved, ResolvedClaim } from "./resolve.ts";
import { group, path, point, rect, round, type SceneBundle, type SceneNode, text } from "./scene.ts";
import { noCounts } from "./standings.ts";
import { totals } from "./totals.ts";

/** More claims than this are bundled. */
export const MOST_CLAIMS = 40;

/** Widest lane: units for one claim. */
const UNITS_A_CLAIM = 0.95;
/** How much a stack of bundles may reach beyond its row: rows are a little further apart than boxes are high. */
const OVERHANG = 8;
const GAP = 46;
const CHIP_HEIGHT = 36;
/** Share of the claims that the bundles with a chip hold at least, as far as there is room. */
const SHOWN_SHARE = 0.7;
/** Small bundles beyond this are counted, not drawn. */
const MOST_THREADS = 80;

interface End {
  readonly key: string;
  readonly label: string;
  readonly flank: Flank;
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly open: boolean;
}

interface Bundle {
  readonly key: string;
  readonly label: string;
  readonly ends: readonly [End, End];
  readonly claims: string[];
  readonly counts: Record<PictureStanding, number>;
  readonly members: ResolvedClaim[];
}

function endOf(resolved: ResolvedClaim, role: "left" | "right", frame: Frame): End {
  const place = resolved.groups.find((ends) => ends.role === role)?.places[0];
  if (place) return placed(place, frame);
  const flank = resolved.sockets.find((one) => one.role === role)?.flank ?? role;
  const label = resolved.threads.length > 0 ? "claims" : "?";
  return { key: `open ${flank} ${label}`, label, flank, x: 0, y: 0, room: 0, open: true };
}

const ends = new WeakMap<Place, End>();

/** The end of a bundle at a place; places belong to one frame. */
function placed(place: Place, frame: Frame): End {
  let end = ends.get(place);
  if (!end) {
    end = endAt(place, frame);
    ends.set(place, end);
  }
  return end;
}

function endAt(place: Place, frame: Frame): End {
  const edge = place.flank === "left" ? frame.column.right : frame.block.x;
  if (place.flank === "left" && place.region in regions) {
    const region = regions[place.region as Region];
    return { key: `left ${place.region}`, label: region.label, flank: "left", x: edge, y: region.y, room: region.room, open: false };
  }
  return { key: place.key, label: place.label, flank: place.flank, x: edge, y: place.y, room: place.room, open: false };
}

const bundled = new WeakMap<ResolvedClaim, { readonly key: string; readonly ends: readonly [End, End] }>();

function collect(claims: readonly ResolvedClaim[], frame: Frame): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const resolved of claims) {
    let known = bundled.get(resolved);
    if (!known) {
      const both = [endOf(resolved, "left", frame), endOf(resolved, "right", frame)] as const;
      known = { key: `${both[0].key} | ${both[1].key}`, ends: both };
      bundled.set(resolved, known);
    }
    const {
      key,
      ends: [left, right],
    } = known;
    let bundle = bundles.get(key);
    if (!bundle) {
      bundle = { key, label: `${left.label} → ${right.label}`, ends: [left, right], claims: [], counts: noCounts(), members: [] };
      bundles.set(key, bundle);
    }
    bundle.claims.push(resolved.claim.key);
    bundle.counts[resolved.claim.standing] = (bundle.counts[resolved.claim.standing] ?? 0) + 1;
    bundle.members.push(resolved);
  }
  return [...bundles.values()];
}

const heightOf = (bundle: Bundle): number => {
  const known = bundle.ends.filter((end) => !end.open);
  return known.length === 0 ? 0 : known.reduce((sum, end) => sum + end.y, 0) / known.length;
};

const bySize = (a: Bundle, b: Bundle): number => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1);

/** The bundles that get a chip, in the order of the rail. */
function choose(bundles: readonly Bundle[], total: number, most: number): { shown: Bundle[]; small: Bundle[] } {
  const ordered = [...bundles].sort(bySize);
  let held = 0;
  let number = 0;
  for (const bundle of ordered) {
    if (number >= most || (held >= total * SHOWN_SHARE && number >= 8)) break;
    held += bundle.claims.length;
    number++;
  }
  const shown = ordered.slice(0, number).sort((a, b) => heightOf(a) - heightOf(b) || (a.key < b.key ? -1 : 1));
  return { shown, small: ordered.slice(number) };
}

/** Units a claim, so that the largest stack fits the room of its region or row. */
function scaleFor(bundles: readonly Bundle[]): number {
  const loads = new Map<string, { room: number; load: number }>();
  let scale = UNITS_A_CLAIM;
  for (const bundle of bundles) {
    scale = Math.min(scale, (CHIP_HEIGHT - 3) / bundle.claims.length);
    for (const end of bundle.ends) {
      if (end.open) continue;
      const load = loads.get(end.key) ?? { room: end.room >= BOX ? end.room + OVERHANG : end.room, load: 0 };
      load.load += bundle.claims.length;
      loads.set(end.key, load);
    }
  }
  for (const { room, load } of loads.values()) scale = Math.min(scale, room / load);
  return scale;
}

/** Where each bundle stands in the stack of each of its ends, upper chips above. */
function stackEnds(bundles: readonly Bundle[], height: (bundle: Bundle) => number, scale: number): Map<string, number> {
  const stacks = new Map<string, Bundle[]>();
  for (const bundle of bundles)
    for (const end of bundle.ends) {
      if (end.open) continue;
      const stack = stacks.get(end.key);
      if (stack) stack.push(bundle);
      else stacks.set(end.key, [bundle]);
    }
  const at = new Map<string, number>();
  for (const [key, list] of stacks) {
    list.sort((a, b) => height(a) - height(b) || (a.key < b.key ? -1 : 1));
    const total = list.reduce((sum, bundle) => sum + bundle.claims.length, 0);
    let y = -(total * scale) / 2;
    for (const bundle of list) {
      const width = bundle.claims.length * scale;
      at.set(`${bundle.key} @ ${key}`, y + width / 2);
      y += width;
    }
  }
  return at;
}

export interface BundleLayers {
  readonly threads: readonly SceneNode[];
  readonly ribbons: readonly SceneNode[];
  readonly chips: readonly SceneNode[];
  readonly totals: readonly SceneNode[];
  readonly bundles: readonly SceneBundle[];
  readonly bottom: number;
  /** Units a claim. */
  readonly scale: number;
}

/** The parts that the claims of a bundle touch, as one word after the other. */
function partsOf({ members }: Bundle): string {
  const parts = new Set<string>();
  for (const member of members) for (const part of member.parts) parts.add(part);
  return [...parts].join(" ");
}

/** Where a bundle stands. */
interface BundlePlace {
  readonly railX: number;
  readonly width: number;
  readonly y: number;
  /** Heights of its two ends. */
  readonly ends: readonly number[];
  readonly scale: number;
}

function drawBundle(
  bundle: Bundle,
  { railX, width, y, ends: at, scale }: BundlePlace,
  parts: string,
): { ribbon: SceneNode; chip: SceneNode } {
  const total = bundle.claims.length;
  const attrs = { class: "bundle", "data-bundle": bundle.key, "data-parts": parts };
  const lines = bundle.ends.flatMap((end, index) => {
    const edge = end.flank === "left" ? railX : railX + width;
    if (end.open)
      return end.label === "?"
        ? [group(`open ${index}`, { class: "standing-open" }, [socket("socket", edge, y, end.flank === "left" ? -1 : 1, 50)])]
        : [];
    return [group(`lanes ${index}`, {}, lanes({ x0: end.x, y0: at[index] ?? end.y, x1: edge, y1: y }, bundle.counts, total, scale))];
  });
  const box = { x: railX, y: y - CHIP_HEIGHT / 2, width, height: CHIP_HEIGHT };
  return {
    ribbon: group(bundle.key, attrs, [group("lines", { class: "lines" }, lines)]),
    chip: bundleChip(bundle.key, bundle.label, bundle.counts, total, box, attrs),
  };
}

/** Draws many claims as bundles. */
export function drawBundles({ claims, panels }: Resolved, frame: Frame, bottom: number): BundleLayers {
  const bundles = collect(claims, frame);
  const { shown, small } = choose(bundles, claims.length, Math.max(8, Math.floor((bottom - 70) / GAP)));
  const scale = scaleFor(bundles);
  const heights = slots(shown.map(heightOf), GAP, 40, bottom - 40);
  const chipY = new Map(shown.map((bundle, index) => [bundle.key, heights[index] ?? 40]));
  const stack = stackEnds(bundles, (bundle) => chipY.get(bundle.key) ?? heightOf(bundle), scale);
  const endY = (bundle: Bundle, end: End): number => end.y + (stack.get(`${bundle.key} @ ${end.key}`) ?? 0);
  const width = Math.max(152, Math.min(200, frame.rail.width));
  const railX = frame.rail.x + (frame.rail.width - width) / 2;

  const ribbons: SceneNode[] = [];
  const chips: SceneNode[] = [];
  for (const bundle of shown) {
    const y = chipY.get(bundle.key) ?? 40;
    const at = bundle.ends.map((end) => endY(bundle, end));
    const place: BundlePlace = { railX, width, y, ends: at, scale };
    const parts = partsOf(bundle);
    const signature = JSON.stringify([place, bundle.label, bundle.counts, parts]);
    const drawn = keep(frame, `bundle ${bundle.key}`, signature, () => drawBundle(bundle, place, parts));
    ribbons.push(drawn.ribbon);
    chips.push(drawn.chip);
  }
  let last = (heights.at(-1) ?? 20) + CHIP_HEIGHT / 2;
  if (small.length > 0) {
    const count = small.reduce((sum, bundle) => sum + bundle.claims.length, 0);
    const label = width < 150 ? `+ ${count} claims` : `+ ${small.length} small bundles, ${count} claims`;
    chips.push(
      group("small bundles", {}, [
        rect("pill", "pill-none", railX, last + 12, width, 24, 12),
        text("label", "t-small t-muted t-mid", railX + width / 2, last + 28, label),
      ]),
    );
    last += 40;
  }
  return {
    threads: small.slice(0, MOST_THREADS).flatMap((bundle) => {
      const signature = `${endY(bundle, bundle.ends[0])} ${endY(bundle, bundle.ends[1])} ${bundle.claims.length} ${scale}`;
      return keep(frame, `thread ${bundle.key}`, signature, () => thread(bundle, endY, scale, railX, width));
    }),
    ribbons,
    chips,
    totals: totals(claims, frame, panels),
    bundles: [...shown, ...small].map(({ key, label, claims: keys }) => ({ key, label, claims: keys })),
    bottom: last,
    scale,
  };
}

/** A small bundle: a grey line straight from end to end, behind everything. */
function thread(bundle: Bundle, endY: (bundle: Bundle, end: End) => number, scale: number, railX: number, railWidth: number): SceneNode[] {
  const [a, b] = bundle.ends;
  if (a.open || b.open) return [];
  const [left, right] = a.flank === "left" ? [a, b] : [b, a];
  const [y0, y1] = [endY(bundle, left), endY(bundle, right)];
  const stroke = { "stroke-width": Math.max(1, round(bundle.claims.length * scale)) };
  if (left.flank === right.flank) {
    const bow = left.flank === "left" ? railX - 12 : railX + railWidth + 12;
    return [path(bundle.key, "grey-thread", `M${point(left.x, y0)}C${point(bow, y0)} ${point(bow, y1)} ${point(right.x, y1)}`, stroke)];
  }
  return [path(bundle.key, "grey-thread", curvePath({ x0: left.x, y0, x1: right.x, y1 }), stroke)];
}

/** Whether so many claims are bundled. */
export const isBundled = (claims: number): boolean => claims > MOST_CLAIMS;
