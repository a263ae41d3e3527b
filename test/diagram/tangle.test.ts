/** Ribbons can be followed: they nest in channels, and seldom run on top of each other. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import { channels, type Way } from "../../src/diagram/channels.ts";
import { curveAt, curvePath } from "../../src/diagram/marks/ribbon.ts";
import { eightClaims, madeUpClaims, twentyFourClaims } from "./fixtures.ts";
import { layer } from "./helpers.ts";
import { tangleOf } from "./tangle.ts";

describe("ribbons one by one", () => {
  // in brackets what one plain cubic for each ribbon, steep in the middle of its gutter, came to
  it.each([
    ["eight claims", eightClaims, 1440, 0, 8], // 16
    ["twenty-four claims", twentyFourClaims, 1440, 950, 175], // 1992, 206 crossings
    ["twenty-four claims in a narrow panel", twentyFourClaims, 1000, 1300, 175], // 1904, 206 crossings
    ["sixteen claims", madeUpClaims(16), 1440, 100, 36], // 420
    ["forty claims", madeUpClaims(40), 1440, 8000, 304], // 11604
  ])("of %s seldom hide each other along the way", (_, picture, width, overlap, crossings) => {
    const tangle = tangleOf(buildScene(picture, { width }));
    expect(tangle.overlap).toBeLessThanOrEqual(overlap);
    expect(tangle.crossings).toBeLessThanOrEqual(crossings);
  });

  it("stay where they are when a claim changes its standing or its evidence", () => {
    const lines = (claims: typeof twentyFourClaims.claims): unknown[] =>
      layer(buildScene({ ...twentyFourClaims, claims }), "ribbons")
        .filter(({ key }) => key !== "C04-queries")
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    const changed = twentyFourClaims.claims.map((one) =>
      one.key === "C04-queries" ? { ...one, standing: "supported" as const, supports: 9 } : one,
    );
    expect(lines(changed)).toEqual(lines(twentyFourClaims.claims));
  });
});

const anyWay: fc.Arbitrary<Way> = fc.record({
  from: fc.integer({ min: 0, max: 600 }),
  to: fc.integer({ min: 0, max: 800 }),
  width: fc.constantFrom(4, 8, 14),
  nearest: fc.constantFrom(13, 60),
  farthest: fc.constant(140),
  order: fc.nat(50),
});

describe("channels", () => {
  it("are in the middle for a way that is alone, and none for a way that hardly goes up or down", () => {
    const way: Way = { from: 100, to: 400, width: 8, nearest: 20, farthest: 120, order: 0 };
    expect(channels([way, { ...way, to: 110 }])).toEqual([70, undefined]);
    expect(channels([])).toEqual([]);
  });

  it("lie within what each way can reach, and hang on no order of the list", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyWay, { maxLength: 30, selector: (way) => JSON.stringify(way) }), (ways) => {
        const turns = channels(ways);
        ways.forEach(({ nearest, farthest }, at) => {
          const turn = turns[at];
          if (turn !== undefined) expect(turn >= nearest && turn <= farthest).toBe(true);
        });
        expect(channels([...ways].reverse()).reverse()).toEqual(turns);
      }),
    );
  });

  it("nest where ends are in the order of their ports, so that such ways never cross", () => {
    fc.assert(
      fc.property(fc.array(anyWay, { minLength: 2, maxLength: 8 }), (some) => {
        const ways = some.map((way, order) => ({ ...way, nearest: 13, order }));
        const turns = channels(ways);
        ways.forEach((upper, i) => {
          ways.forEach((lower, j) => {
            const [a, b] = [turns[i], turns[j]];
            const isOrdered = upper.from + 8 < lower.from && upper.to + 8 < lower.to;
            if (a === undefined || b === undefined || !isOrdered) return;
            // both go down and share a height: the upper one turns later
            if (upper.to > upper.from && lower.to > lower.from && upper.to > lower.from) expect(a).toBeGreaterThanOrEqual(b);
            if (upper.to < upper.from && lower.to < lower.from && lower.to < upper.from) expect(a).toBeLessThanOrEqual(b);
          });
        });
      }),
    );
  });

  it("keep ways apart while there is room", () => {
    const ways = Array.from(
      { length: 6 },
      (_, at): Way => ({ from: 10 * at, to: 300 + 40 * at, width: 8, nearest: 15, farthest: 135, order: at }),
    );
    const turns = channels(ways).map((turn) => turn ?? 0);
    for (let at = 1; at < turns.length; at++) expect((turns[at - 1] ?? 0) - (turns[at] ?? 0)).toBeGreaterThanOrEqual(11);
  });
});

describe("a curve with a channel", () => {
  it("begins and ends level, and is steep where its channel is", () => {
    const curve = { x0: 10, y0: 20, x1: 160, y1: 420, turn: 60 };
    expect(curveAt(curve, 0)).toEqual({ x: 10, y: 20, angle: 0 });
    expect(curveAt(curve, 1)).toMatchObject({ x: 160, y: 420 });
    expect(Math.abs(Math.sin(curveAt(curve, 1).angle))).toBeLessThan(1e-9);
    expect(curveAt(curve, 0.5)).toMatchObject({ x: 60, y: 220 });
    expect(curveAt(curve, 0.5).angle).toBeCloseTo(Math.PI / 2);
    expect(curvePath(curve)).toMatch(/^M10 20C.*60 220C.*160 420$/);
  });

  it("is as good as one plain cubic where it goes hardly up or down", () => {
    const [plain, turned] = [undefined, 80].map((turn) => ({ x0: 0, y0: 0, x1: 160, y1: 1, turn }));
    if (!plain || !turned) throw new Error("no curve");
    for (const t of [0.1, 0.3, 0.5, 0.8]) {
      const [one, other] = [curveAt(plain, t), curveAt(turned, t)];
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeLessThan(1.5);
    }
  });

  it("turns back as it goes, whichever side it starts from", () => {
    const right = { x0: 0, y0: 0, x1: 100, y1: 300, turn: 30 };
    const left = { x0: 0, y0: 0, x1: -100, y1: 300, turn: -30 };
    for (const t of [0.2, 0.5, 0.7]) {
      const [one, other] = [curveAt(right, t), curveAt(left, t)];
      expect(one.x).toBeCloseTo(-other.x);
      expect(one.y).toBeCloseTo(other.y);
      expect(Math.cos(one.angle)).toBeCloseTo(-Math.cos(other.angle));
    }
  });
});
