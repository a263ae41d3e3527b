import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OffsetMap, type OffsetSegment } from "../../src/core/offset-map.ts";

/** Segments of some length, with gaps of 0 to 3 on either side between them. */
const segmentLists = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) => {
    const segments: OffsetSegment[] = [];
    let region = 0;
    let host = 0;
    for (const [regionGap, hostGap, length] of list) {
      segments.push({ regionStart: region + regionGap, hostStart: host + hostGap, length });
      region += regionGap + length;
      host += hostGap + length;
    }
    return segments;
  });

describe("OffsetMap", () => {
  test("a whole file is its own host", () => {
    const map = OffsetMap.identity(10);
    expect([0, 4, 10].map((offset) => map.toHost(offset))).toEqual([0, 4, 10]);
    expect([0, 4, 10, 11].map((offset) => map.toRegion(offset))).toEqual([0, 4, 10, undefined]);
  });

  test("offsets outside count as the first or last place", () => {
    const map = OffsetMap.contiguous(5, 3);
    expect(map.toHost(-1)).toBe(5);
    expect(map.toHost(99)).toBe(8);
    expect(map.toRegion(4)).toBeUndefined();
  });

  test("a prefix is in no region, and a line starts after it", () => {
    // "> ab\n> cd" with the region "ab\ncd"
    const map = OffsetMap.fromSegments([
      { regionStart: 0, hostStart: 2, length: 3 },
      { regionStart: 3, hostStart: 7, length: 2 },
    ]);
    expect(map.toHost(3)).toBe(7);
    expect([0, 1, 5, 6].map((offset) => map.toRegion(offset))).toEqual([undefined, undefined, undefined, undefined]);
    expect(map.toRegion(4)).toBe(2);
    expect(map.toRegion(9)).toBe(5);
    expect(map.spanToHost({ start: 0, end: 5 })).toEqual({ start: 2, end: 9 });
  });

  test("an empty last line has its place", () => {
    const map = OffsetMap.fromSegments([
      { regionStart: 0, hostStart: 2, length: 2 },
      { regionStart: 2, hostStart: 6, length: 0 },
    ]);
    expect(map.toHost(2)).toBe(6);
    expect(map.toRegion(6)).toBe(2);
    expect(map.hostEnd).toBe(6);
  });

  test("segments must ascend", () => {
    expect(() => OffsetMap.fromSegments([])).toThrow(RangeError);
    expect(() =>
      OffsetMap.fromSegments([
        { regionStart: 0, hostStart: 0, length: 3 },
        { regionStart: 2, hostStart: 9, length: 1 },
      ]),
    ).toThrow(RangeError);
  });

  test("both ways agree wherever region and host share a character", () => {
    fc.assert(
      fc.property(segmentLists, fc.integer({ min: 0, max: 50 }), (segments, by) => {
        const map = OffsetMap.fromSegments(segments).shifted(by);
        for (const { regionStart, hostStart, length } of segments) {
          for (let index = 0; index < length; index++) {
            expect(map.toHost(regionStart + index)).toBe(hostStart + index + by);
            expect(map.toRegion(hostStart + index + by)).toBe(regionStart + index);
          }
        }
        const end = map.hostEnd;
        let last = 0;
        for (let offset = 0; offset <= end; offset++) {
          expect(map.toHost(offset)).toBeGreaterThanOrEqual(last);
          last = map.toHost(offset);
          const region = map.toRegion(offset);
          if (region !== undefined) expect(map.toHost(region)).toBe(offset);
        }
      }),
    );
  });

  test("neighbours without a gap are one", () => {
    const map = OffsetMap.fromSegments([
      { regionStart: 0, hostStart: 4, length: 3 },
      { regionStart: 3, hostStart: 7, length: 2 },
    ]);
    expect(map.segments).toEqual([{ regionStart: 0, hostStart: 4, length: 5 }]);
    expect(map.isContiguous).toBe(true);
  });
});
