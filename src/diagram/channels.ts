/**
 * Where ribbons turn. A ribbon that goes far up or down between a port and the rail is steep on its way, and many begin at
 * the same few layers; if all were steep in the middle, they would run on top of each other. So each has a channel of its
 * own, ordered so that ribbons nest: of those that go down, the one that begins lowest turns nearest to its port.
 */

/** A ribbon's way from a port, or from where its feet meet, to its chip. */
export interface Way {
  /** Heights at the port and at the chip. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Where its channel may be at the nearest and at the farthest, counted from the ports. */
  readonly nearest: number;
  readonly farthest: number;
  /** Decides where all else is the same. */
  readonly order: number;
}

/** Ways that go less far than this are nowhere steep, and stand in no one's way. */
const FAR = 26;

/** Room between two ribbons where there is enough, and how far they may cover each other where there is not. */
const ROOMY = 14;
const TIGHT = -16;

/** Height of the strips in which the channels are counted, and how many strips there are at most. */
const STRIP = 8;
const MOST_STRIPS = 256;

/** The channels side by side in each strip of height, as far as they have been laid. */
class Strips {
  readonly #top: number;
  readonly #strip: number;
  readonly #edges: Float64Array;

  constructor(ways: readonly Way[]) {
    let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { from, to } of ways) {
      top = Math.min(top, from, to);
      bottom = Math.max(bottom, from, to);
    }
    this.#top = top;
    this.#strip = Math.max(STRIP, (bottom - top) / MOST_STRIPS);
    this.#edges = new Float64Array(Math.floor((bottom - top) / this.#strip) + 1);
  }

  clear(): void {
    this.#edges.fill(Number.NEGATIVE_INFINITY);
  }

  /** Lays a way beside all that it passes, `least` or more from the start; how far from the start its middle is then. */
  lay({ from, to, width }: Way, gap: number, least: number): number {
    const first = Math.floor((Math.min(from, to) - this.#top) / this.#strip);
    const last = Math.floor((Math.max(from, to) - this.#top) / this.#strip);
    let at = least;
    for (let strip = first; strip <= last; strip++) at = Math.max(at, (this.#edges[strip] ?? 0) + gap + width / 2);
    // where ribbons must cover each other, a narrow one still leaves something of a wide one
    const edge = at + width / 2;
    for (let strip = first; strip <= last; strip++) this.#edges[strip] = Math.max(this.#edges[strip] ?? edge, edge);
    return at;
  }
}

/**
 * The order of channels from the ports to the rail. Of two ways that go down, that which begins lower turns first, of two that
 * go up, that which begins higher: so they cross only if their ends are in another order than their ports, and then near
 * the rail, where there is more room.
 */
function nested(a: Way, b: Way): number {
  const [down, other] = [a.to > a.from, b.to > b.from];
  if (down !== other) return down ? 1 : -1;
  const sign = down ? -1 : 1;
  return sign * (a.from - b.from) || sign * (a.to - b.to) || a.order - b.order;
}

/**
 * How far from the ports each way has its channel; undefined for ways that need none. A way alone is in the middle. Linear
 * in the number of ways, but for sorting them.
 */
export function channels(ways: readonly Way[]): (number | undefined)[] {
  const far = ways.filter(({ from, to }) => Math.abs(to - from) >= FAR).sort(nested);
  if (far.length === 0) return ways.map(() => undefined);
  const strips = new Strips(far);
  const width = far.reduce((most, { farthest }) => Math.max(most, farthest), 0);
  /** The least distance of each way from the ports, and the greatest that leaves room for all others. */
  const bounds = (gap: number, free: boolean): { least: number[]; most: number[] } => {
    strips.clear();
    const least = far.map((way) => strips.lay(way, gap, free ? way.width / 2 : way.nearest));
    strips.clear();
    const most = far.map(() => 0);
    for (let at = far.length - 1; at >= 0; at--) {
      const way = far[at] as Way;
      most[at] = strips.lay(way, gap, free ? way.width / 2 : width - way.farthest);
      if (!free) most[at] = width - (most[at] ?? 0);
    }
    return { least, most };
  };
  const fits = ({ least, most }: { least: number[]; most: number[] }): boolean =>
    least.every((value, at) => value <= (most[at] ?? 0) + 1e-6);
  // the widest gap that all ways can keep
  let [gap, wide] = [TIGHT, ROOMY];
  if (fits(bounds(wide, false))) gap = wide;
  for (let step = 0; step < 7 && wide - gap > 0.2; step++) {
    const middle = (gap + wide) / 2;
    if (fits(bounds(middle, false))) gap = middle;
    else wide = middle;
  }
  const { most } = bounds(gap, false);
  // packed around the middle where there is room, spread over all of it where there is not
  const packed = bounds(ROOMY, true);
  strips.clear();
  const turns = new Map<Way, number>();
  far.forEach((way, at) => {
    const { nearest, farthest } = way;
    const [before = 1, after = 1] = [packed.least[at], packed.most[at]];
    const pressed = Math.min(1, (farthest - nearest) / (before + after));
    const wish = (nearest + farthest + (before - after) * pressed) / 2;
    const turn = strips.lay(way, gap, Math.max(nearest, Math.min(wish, most[at] ?? wish)));
    turns.set(way, Math.max(nearest, Math.min(farthest, turn)));
  });
  return ways.map((way) => turns.get(way));
}
