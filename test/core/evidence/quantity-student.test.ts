import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanInterval, studentQuantile } from "../../../src/core/evidence/quantity-student.ts";

describe("Student's t", () => {
  it("is the tangent for one degree of freedom", () => {
    for (const inside of [0.5, 0.8, 0.9, 0.95, 0.99])
      expect(studentQuantile(inside, 1) / Math.tan((Math.PI * inside) / 2)).toBeCloseTo(1, 9);
  });

  it("has a closed form for two degrees of freedom", () => {
    for (const inside of [0.5, 0.9, 0.95, 0.999]) {
      const expected = inside * Math.sqrt(2 / (1 - inside * inside));
      expect(studentQuantile(inside, 2) / expected).toBeCloseTo(1, 9);
    }
  });

  it("comes to the normal distribution with many degrees of freedom", () => {
    expect(studentQuantile(0.95, 2_000_000)).toBeCloseTo(1.959964, 4);
    expect(studentQuantile(0.6826894921, 2_000_000)).toBeCloseTo(1, 4);
  });

  it("falls with the degrees of freedom and grows with the level", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.1, max: 0.98, noNaN: true }), (freedom, inside) => {
        const t = studentQuantile(inside, freedom);
        expect(studentQuantile(inside, freedom + 1)).toBeLessThan(t);
        expect(studentQuantile(inside + 0.01, freedom)).toBeGreaterThan(t);
      }),
    );
  });

  it("puts the mean in the middle, and no interval around one number", () => {
    const interval = meanInterval({ n: 3, mean: 12, deviation: Math.sqrt(3) }, 95);
    // t for two degrees of freedom, by the closed form
    const reach = 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95));
    expect(interval?.low).toBeCloseTo(12 - reach, 9);
    expect(interval?.high).toBeCloseTo(12 + reach, 9);
    expect(meanInterval({ n: 1, mean: 12, deviation: Number.NaN }, 95)).toBeUndefined();
    expect(meanInterval({ n: 3, mean: 12, deviation: 1 }, 100)).toBeUndefined();
  });
});
