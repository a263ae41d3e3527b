import { describe, expect, it } from "vitest";
import { ellipseSegments, rectSegments, type Segment, segmentsOf } from "../../src/figure/path-data.ts";

const ends = (segments: readonly Segment[]): (readonly number[])[] => segments.map(({ points }) => points.slice(-2));

describe("path data", () => {
  it("is made absolute, command by command", () => {
    expect(segmentsOf("M1 2l3 4h5v-6H1V2Z")).toEqual([
      { form: "M", points: [1, 2] },
      { form: "L", points: [4, 6] },
      { form: "L", points: [9, 6] },
      { form: "L", points: [9, 0] },
      { form: "L", points: [1, 0] },
      { form: "L", points: [1, 2] },
      { form: "Z", points: [] },
    ]);
    expect(ends(segmentsOf("m1 1 2 2 3 3"))).toEqual([
      [1, 1],
      [3, 3],
      [6, 6],
    ]);
    expect(ends(segmentsOf("M10 10zl1 1"))).toEqual([[10, 10], [], [11, 11]]);
  });

  it("reads numbers without blanks between them", () => {
    expect(segmentsOf("M.5-.5L1e1-2.5")).toEqual([
      { form: "M", points: [0.5, -0.5] },
      { form: "L", points: [10, -2.5] },
    ]);
  });

  it("turns quadratic and smooth curves into cubic ones", () => {
    expect(segmentsOf("M0 0Q3 3 6 0")[1]).toEqual({ form: "C", points: [2, 2, 4, 2, 6, 0] });
    expect(segmentsOf("M0 0Q3 3 6 0T12 0")[2]).toEqual({ form: "C", points: [8, -2, 10, -2, 12, 0] });
    expect(segmentsOf("M0 0C1 1 2 2 3 0S5 5 6 0")[2]).toEqual({ form: "C", points: [4, -2, 5, 5, 6, 0] });
  });

  it("turns arcs into curves that lie on the circle", () => {
    for (const data of ["M10 0A10 10 0 0 1 0 10", "M10 0A10 10 0 1 0 0 10", "M-10 0A10 10 0 0 1 10 0"]) {
      const arc = segmentsOf(data).slice(1);
      expect(arc.length).toBeGreaterThan(0);
      for (const [x = 0, y = 0] of ends(arc)) {
        const distance = [Math.hypot(x, y), Math.hypot(x - 10, y - 10)];
        expect(Math.min(...distance.map((each) => Math.abs(each - 10)))).toBeLessThan(1e-6);
      }
    }
    expect(segmentsOf("M0 0A0 5 0 0 1 9 9")[1]?.points.slice(-2)).toEqual([9, 9]);
  });

  it("ends where it is none", () => {
    expect(segmentsOf("")).toEqual([]);
    expect(segmentsOf("M1 2L3")).toHaveLength(1);
    expect(segmentsOf("hello")).toEqual([]);
  });

  it("closes rectangles and ellipses", () => {
    expect(
      rectSegments(0, 0, 4, 2, 0)
        .map(({ form }) => form)
        .join(""),
    ).toBe("MLLLZ");
    expect(rectSegments(0, 0, 4, 2, 99)).toContainEqual({ form: "M", points: [1, 0] });
    expect(ends(ellipseSegments(5, 5, 2, 1)).slice(0, 2)).toEqual([
      [7, 5],
      [5, 6],
    ]);
  });
});
