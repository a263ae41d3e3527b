import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bringIntoSight,
  keepInSight,
  largestScale,
  pan,
  resize,
  smallestScale,
  type View,
  whole,
  zoomAt,
} from "../../src/webview/viewport.ts";

const length = fc.double({ min: 1, max: 5000, noNaN: true });
const size = fc.record({ width: length, height: length });
const place = fc.double({ min: -5000, max: 5000, noNaN: true });
const view = fc.record({ x: place, y: place, scale: fc.double({ min: smallestScale, max: largestScale, noNaN: true }) });

/** Where a point of the scene stands in the pane. */
const seenAt = ({ x, y, scale }: View, point: { x: number; y: number }) => ({ x: (point.x - x) * scale, y: (point.y - y) * scale });
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6 * (1 + Math.abs(a) + Math.abs(b));

describe("the part in sight", () => {
  it("is at first the whole scene, in the middle", () => {
    expect(whole({ width: 1000, height: 500 }, { width: 500, height: 500 })).toEqual({ x: 0, y: -250, scale: 0.5 });
    expect(whole({ width: 100, height: 100 }, { width: 1000, height: 1000 }).scale).toBe(1.5);
  });

  it("holds still under the pointer while zooming", () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0.1, max: 10, noNaN: true }), place, place, (before, factor, x, y) => {
        const after = zoomAt(before, factor, x, y);
        const point = { x: before.x + x / before.scale, y: before.y + y / before.scale };
        const seen = seenAt(after, point);
        expect(near(seen.x, x) && near(seen.y, y)).toBe(true);
        expect(after.scale).toBeGreaterThanOrEqual(smallestScale);
        expect(after.scale).toBeLessThanOrEqual(largestScale);
      }),
    );
  });

  it("moves with the hand", () => {
    const seen = seenAt(pan({ x: 10, y: 20, scale: 2 }, 30, -8), { x: 10, y: 20 });
    expect(seen).toEqual({ x: 30, y: -8 });
  });

  it("never loses the scene", () => {
    fc.assert(
      fc.property(view, size, size, (before, scene, pane) => {
        const after = keepInSight(before, scene, pane);
        expect(after.x).toBeLessThan(scene.width);
        expect(after.y).toBeLessThan(scene.height);
        expect(after.x + pane.width / after.scale).toBeGreaterThan(0);
        expect(after.y + pane.height / after.scale).toBeGreaterThan(0);
      }),
    );
  });

  it("keeps its middle when the pane changes size", () => {
    fc.assert(
      fc.property(view, size, size, (before, small, large) => {
        const middle = { x: before.x + small.width / 2 / before.scale, y: before.y + small.height / 2 / before.scale };
        const seen = seenAt(resize(before, small, large), middle);
        expect(near(seen.x, large.width / 2) && near(seen.y, large.height / 2)).toBe(true);
      }),
    );
  });

  it("moves for what lies outside, and only for that", () => {
    const pane = { width: 400, height: 300 };
    const still: View = { x: 0, y: 0, scale: 1 };
    expect(bringIntoSight(still, { x: 10, y: 10, width: 50, height: 20 }, pane)).toBe(still);
    expect(bringIntoSight(still, { x: -30, y: 10, width: 50, height: 20 }, pane)).toEqual({ x: -54, y: 0, scale: 1 });
    expect(bringIntoSight(still, { x: 10, y: 290, width: 50, height: 20 }, pane)).toEqual({ x: 0, y: 34, scale: 1 });
  });

  it("shows the beginning of what is larger than the pane", () => {
    const { x, y } = bringIntoSight({ x: 0, y: 0, scale: 1 }, { x: 100, y: -50, width: 900, height: 20 }, { width: 400, height: 300 });
    expect([x, y]).toEqual([100, -74]);
  });
});
