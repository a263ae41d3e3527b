import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { railSize, slots } from "../../src/diagram/rail.ts";

const cost = (heights: readonly number[], wishes: readonly number[]): number =>
  heights.reduce((sum, height, index) => sum + (height - (wishes[index] ?? 0)) ** 2, 0);

const wishList = fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 40 }).map((list) => list.sort((a, b) => a - b));

describe("the rail", () => {
  it("leaves items where they wish to be when there is room", () => {
    expect(slots([100, 200, 300], 60, 0, 800)).toEqual([100, 200, 300]);
  });

  it("pushes neighbours apart evenly", () => {
    expect(slots([100, 100], 60, 0, 800)).toEqual([70, 130]);
    expect(slots([100, 100, 100], 60, 0, 800)).toEqual([40, 100, 160]);
  });

  it("stays between top and bottom", () => {
    expect(slots([0, 0], 60, 30, 800)).toEqual([30, 90]);
    expect(slots([900, 900], 60, 30, 800)).toEqual([740, 800]);
  });

  it("begins at the top and grows downwards when there are too many", () => {
    const heights = slots(new Array<number>(30).fill(400), 60, 30, 800);
    expect(heights[0]).toBe(30);
    expect(heights.at(-1)).toBe(30 + 29 * 60);
  });

  it("keeps order and gap, whatever is wished", () => {
    fc.assert(
      fc.property(wishList, (wishes) => {
        const heights = slots(wishes, 34, 20, 800);
        expect(heights).toHaveLength(wishes.length);
        for (let index = 1; index < heights.length; index++)
          expect((heights[index] ?? 0) - (heights[index - 1] ?? 0)).toBeGreaterThanOrEqual(34 - 1e-6);
        expect(heights[0]).toBeGreaterThanOrEqual(20);
      }),
    );
  });

  it("comes as near to the wishes as any nearby layout", () => {
    fc.assert(
      fc.property(wishList, fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 40, maxLength: 40 }), (wishes, shifts) => {
        const heights = slots(wishes, 34, -100_000, 100_000);
        let last = Number.NEGATIVE_INFINITY;
        const other = heights.map((height, index) => {
          last = Math.max(last + 34, height + (shifts[index] ?? 0));
          return last;
        });
        expect(cost(heights, wishes)).toBeLessThanOrEqual(cost(other, wishes) + 1e-6);
      }),
    );
  });

  it("sets chips smaller only when there are too many", () => {
    expect(railSize(8, 780)).toEqual({ gap: 60, height: 42 });
    expect(railSize(20, 780)).toEqual({ gap: 34, height: 26 });
    for (let count = 1; count <= 40; count++) {
      const { gap, height } = railSize(count, 780);
      expect(gap).toBeGreaterThan(height);
      expect(height).toBeGreaterThanOrEqual(24);
    }
  });
});
