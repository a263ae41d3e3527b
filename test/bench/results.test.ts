import { describe, expect, it } from "vitest";
import { Unavailable } from "../../bench/lib/processes.ts";
import { begin, end, withSpeed } from "../../bench/lib/readme.ts";
import { measured, type RowPlan } from "../../bench/lib/rows.ts";
import { median, quantile, rounded, shown, shownMeasure, spread } from "../../bench/lib/statistics.ts";
import { columns, markdownTable, type Row, readerTable, terminalTable } from "../../bench/lib/table.ts";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

const row: Row = {
  id: "parse",
  title: "parse 1,000 claims",
  unit: "MB/s",
  better: "higher",
  ours: 61.2,
  floor: 447,
  floorIs: "looking at every character",
  peers: { Lezer: 8.5 },
  missing: { Langium: "does not run here" },
  goal: "≥ 60",
  met: true,
};

describe("statistics", () => {
  it("take the value that a share of the measurements does not exceed", () => {
    expect([quantile(hundred, 0), quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([1, 50, 99, 100]);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1])).toBe(1);
    expect(spread([5])).toEqual({ p50: 5, p99: 5 });
  });

  it("have nothing to say of nothing", () => {
    expect(() => median([])).toThrow("nothing was measured");
  });

  it("leave the measurements in their order", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it("show three digits", () => {
    expect([1234567, 123.4, 12.34, 12, 1.234, 1.2, 2, 0.05].map(shown)).toEqual([
      "1 234 567",
      "123",
      "12.3",
      "12",
      "1.23",
      "1.2",
      "2",
      "0.05",
    ]);
    expect(shownMeasure({ p50: 2.5, p99: 12 })).toBe("2.5 / 12");
    expect(rounded(1.23456)).toBe(1.235);
    expect(rounded({ p50: 0.00123456, p99: 98765.4 })).toEqual({ p50: 0.001235, p99: 98770 });
  });
});

describe("tables", () => {
  it("line up for the terminal", () => {
    expect(
      columns([
        ["a", "long head"],
        ["wide cell", "b"],
      ]),
    ).toBe("a          long head\n---------  ---------\nwide cell  b");
    expect(terminalTable([row])).toContain("Lezer 8.5, Langium: does not run here  ≥ 60  met");
  });

  it("are tables to Markdown whatever the cells hold", () => {
    expect(markdownTable([["a"], ["b | c"]])).toBe("| a |\n| --- |\n| b \\| c |");
    expect(readerTable([{ ...row, met: false }])).toContain("| parse 1,000 claims | 61.2 MB/s | 447 (looking at every character) |");
    expect(readerTable([{ ...row, met: false }])).toContain("| missed |");
  });
});

describe("the section of the README", () => {
  const run = { date: "2026-03-15", machine: "2 cores", rows: [row] };

  it("is written between its markers, again and again", () => {
    const readme = `# A\n\n${begin}\nold\n${end}\n\n## B\n`;
    const once = withSpeed(readme, run);
    expect(once).not.toContain("old");
    expect(once).toMatch(/^# A\n\n<!--[\s\S]+2026-03-15[\s\S]+2 cores[\s\S]+\| parse 1,000 claims \|[\s\S]+-->\n\n## B\n$/);
    expect(withSpeed(once, run)).toBe(once);
  });

  it("is missed where it is not", () => {
    expect(() => withSpeed("# A\n", run)).toThrow("no section");
  });
});

describe("a row", () => {
  const plan = (peer: () => number): RowPlan => ({
    ...{ id: "x", title: "x", unit: "ms", better: "lower" },
    measure: () => ({ ours: 2, peers: { other: peer }, goal: "ahead", met: ({ other = 0 }) => other > 2 }),
  });

  it("asks for its goal when the others are measured", async () => {
    expect(
      await measured(
        plan(() => 3),
        { quick: true },
      ),
    ).toMatchObject({ peers: { other: 3 }, met: true });
    expect(
      await measured(
        plan(() => 1),
        { quick: true },
      ),
    ).toMatchObject({ met: false });
  });

  it("names those that do not run, and lets other faults through", async () => {
    const gone = plan(() => {
      throw new Unavailable("not installed");
    });
    expect(await measured(gone, { quick: true })).toMatchObject({ peers: {}, missing: { other: "not installed" } });
    const broken = plan(() => {
      throw new Error("a fault of ours");
    });
    await expect(measured(broken, { quick: true })).rejects.toThrow("a fault of ours");
  });
});
