import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  between,
  complement,
  everywhere,
  holdsNumber,
  hull,
  intersection,
  isWithin,
  mapEnds,
  meets,
  mirrored,
  nowhere,
  point,
  type Region,
  regionText,
  union,
} from "../../../src/core/evidence/quantity-region.ts";

const end = fc.oneof(fc.integer({ min: -6, max: 6 }), fc.constantFrom(-Infinity, Infinity));
const interval = fc
  .tuple(end, end, fc.boolean(), fc.boolean())
  .map(([low, high, lowOpen, highOpen]) => between(low, high, lowOpen, highOpen));
const region: fc.Arbitrary<Region> = fc.array(interval, { maxLength: 4 }).map((regions) => union(...regions));

/** Numbers on, between and beyond every end that is drawn. */
const probes = Array.from({ length: 31 }, (_, index) => (index - 15) / 2);

describe("regions", () => {
  it("hold of each number what their parts hold", () => {
    fc.assert(
      fc.property(region, region, (a, b) => {
        const held = (shown: Region): readonly boolean[] => probes.map((number) => holdsNumber(shown, number));
        const [inA, inB] = [held(a), held(b)];
        expect(held(union(a, b))).toEqual(inA.map((inside, index) => inside || inB[index]));
        expect(held(intersection(a, b))).toEqual(inA.map((inside, index) => inside && inB[index]));
        expect(held(complement(a))).toEqual(inA.map((inside) => !inside));
        expect(held(mirrored(a))).toEqual([...inA].reverse());
      }),
    );
  });

  it("have one form each", () => {
    fc.assert(
      fc.property(region, region, (a, b) => {
        expect(complement(complement(a))).toEqual(a);
        expect(complement(union(a, b))).toEqual(intersection(complement(a), complement(b)));
        expect(union(a, b)).toEqual(union(b, a));
        expect(intersection(a, b)).toEqual(intersection(b, a));
        expect(union(a, complement(a))).toEqual(everywhere);
        expect(intersection(a, complement(a))).toEqual(nowhere);
        expect(mirrored(mirrored(a))).toEqual(a);
        expect(mapEnds(a, (number) => number)).toEqual(a);
      }),
    );
  });

  it("lie within each other as their numbers do", () => {
    fc.assert(
      fc.property(region, region, (a, b) => {
        expect(isWithin(a, union(a, b))).toBe(true);
        expect(isWithin(intersection(a, b), a)).toBe(true);
        expect(meets(a, b)).toBe(!isWithin(a, complement(b)));
        if (isWithin(a, b) && isWithin(b, a)) expect(a).toEqual(b);
        const whole = hull(a);
        if (whole) expect(isWithin(a, [whole])).toBe(true);
      }),
    );
  });

  it("tell a closed end from an open one", () => {
    expect(meets(between(0, 5), between(5, 9))).toBe(true);
    expect(meets(between(0, 5, false, true), between(5, 9))).toBe(false);
    expect(union(between(0, 5, false, true), between(5, 9))).toEqual(between(0, 9));
    expect(union(between(0, 5, false, true), between(5, 9, true))).toHaveLength(2);
    expect(between(3, 3, true)).toEqual(nowhere);
    expect(between(Number.NaN, 3)).toEqual(nowhere);
  });

  it.each<[Region, string | undefined, string]>([
    [between(10, 15), "%", "10..15 %"],
    [point(1.9), "%", "1.9 %"],
    [point(-5), "°", "−5°"],
    [between(5, Infinity, true), "ms", "> 5 ms"],
    [between(-Infinity, 5), undefined, "<= 5"],
    [complement(between(10, 15)), "%", "outside 10..15 %"],
    [complement(point(0)), undefined, "not 0"],
    [between(1, 2, true), undefined, "> 1 and <= 2"],
    [union(point(1), point(3)), undefined, "1 or 3"],
    [union(...[1, 2, 3, 4].map(point)), "mV", "4 places from 1 to 4 mV"],
    [everywhere, "ms", "any number"],
    [nowhere, undefined, "nowhere"],
    [point(0.1 + 0.2), undefined, "0.3"],
  ])("are written as the language writes them: %#", (shown, unit, text) => {
    expect(regionText(shown, unit)).toBe(text);
  });
});
