import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compatibleUnits, convert, readUnit, unitText } from "../../../src/core/evidence/units.ts";

describe("units", () => {
  it.each([
    ["um", "length"],
    ["µm", "length"],
    ["μm", "length"],
    ["mm2", "area"],
    ["mm²", "area"],
    ["nm^-2", "number per area"],
    ["neurons/mm^2", "number per area"],
    ["ms", "time"],
    ["Hz", "frequency"],
    ["spikes/s", "rate"],
    ["mV", "potential"],
    ["MΩ", "resistance"],
    ["nS", "conductance"],
    ["uM", "molar concentration"],
    ["deg", "angle"],
    ["°", "angle"],
    ["cycles/deg", "number per angle"],
    ["kT", "thermal energy"],
    ["%", "share"],
    ["ratio", "share"],
    ["percentage-points", "percentage points"],
    ["synapses", "count of synapses"],
    ["stimuli", "count of stimuli"],
    ["bits", "information"],
  ])("knows %s as %s", (text, family) => {
    expect(readUnit(text)).toMatchObject({ known: true, family });
  });

  it.each(["rats", "AIC", "mss", "z", "AU", "points", "constructor", "__proto__", "toString", "m^99", "/", "m//s", "x".repeat(500)])(
    "takes %s as a count of that thing, which only compares with itself",
    (text) => {
      expect(readUnit(text).known).toBe(false);
      expect(compatibleUnits(text, text)).toBe(true);
      expect([compatibleUnits(text, "ms"), compatibleUnits(text, "%"), compatibleUnits(text, "other-thing")]).toEqual([
        false,
        false,
        false,
      ]);
    },
  );

  it.each([
    [0.5, "mm", "um", 500],
    [0.24, "nm^-2", "um^-2", 240000],
    [3, "um", "mm", 0.003],
    [20, "Hz", "spikes/s", 20],
    [2, "spikes/ms", "Hz", 2000],
    [180, "deg", "rad", Math.PI],
    [5, "%", "ratio", 0.05],
    [1.5, "fold", "%", 150],
    [30, "neurons/mm^2", "mm^-2", 30],
    [1, "nats", "bits", 1 / Math.LN2],
    [1, "kcal/mol", "J/mol", 4184],
    [9, "m/s/s", "m/s^2", 9],
    [100, "MΩ", "GOhm", 0.1],
  ])("turns %d %s into %s", (value, from, to, expected) => {
    expect(convert(value, from, to)).toBeCloseTo(expected, 9);
  });

  it.each([
    ["%", undefined],
    ["%", "percentage-points"],
    ["%", "ms"],
    ["synapses", "neurons"],
    ["spikes/s", "cycles/s"],
    ["degC", "K"],
    ["kT", "J"],
    ["kT", "mT"],
    ["um", "um^2"],
  ])("never compares %s with %s", (a, b) => {
    expect([compatibleUnits(a, b), compatibleUnits(b, a)]).toEqual([false, false]);
    expect(convert(1, a, b)).toBeUndefined();
  });

  it("lets a bare number stand for a ratio and for a count", () => {
    expect([compatibleUnits(undefined, "ratio"), compatibleUnits(undefined, "synapses"), compatibleUnits("", undefined)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("says what it cannot hold", () => {
    expect(convert(1e308, "km", "nm")).toBeUndefined();
    expect(convert(1e-320, "nm", "km")).toBeUndefined();
    expect(convert(0, "nm", "km")).toBe(0);
    expect(convert(Infinity, "nm", "km")).toBe(Infinity);
  });

  it("names a unit with what it measures", () => {
    expect([unitText("ms"), unitText(undefined), unitText("nS/um^2")]).toEqual(["“ms” (time)", "no unit", "“nS/um^2”"]);
  });

  const families = [
    ["nm", "um", "µm", "mm", "m", "km", "inch"],
    ["ms", "s", "min", "h", "day"],
    ["%", "ratio", "‰", "ppm"],
    ["Hz", "kHz", "spikes/s", "1/ms"],
    ["nm^-2", "um^-2", "mm^-2"],
    ["mV", "V", "uV"],
  ];

  it("comes back from every conversion where it began", () => {
    const unitPair = fc.constantFrom(...families).chain((family) => fc.tuple(fc.constantFrom(...family), fc.constantFrom(...family)));
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), unitPair, (value, [from, to]) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-9);
        const back = convert(convert(value, from, to) as number, to, from) as number;
        expect(Math.abs(back - value)).toBeLessThanOrEqual(1e-10 * Math.abs(value));
      }),
    );
  });

  it("keeps the order of numbers", () => {
    const unitPair = fc.constantFrom(...families).chain((family) => fc.tuple(fc.constantFrom(...family), fc.constantFrom(...family)));
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }), unitPair, (a, b, [from, to]) => {
        const [one, other] = [convert(a, from, to) as number, convert(b, from, to) as number];
        expect(Math.sign(one - other)).toBe(Math.sign(a - b));
      }),
    );
  });

  it("reads any text, and compares both ways alike", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), fc.constantFrom("ms", "%", "neurons", "nm^-2", ""), (text, other) => {
        const unit = readUnit(text);
        expect(Number.isFinite(unit.factor) && unit.factor > 0).toBe(true);
        expect(compatibleUnits(text, text)).toBe(true);
        expect(compatibleUnits(text, other)).toBe(compatibleUnits(other, text));
      }),
    );
  });
});
