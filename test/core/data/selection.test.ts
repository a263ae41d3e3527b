import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readData } from "../../../src/core/data/reader.ts";
import { type Aggregate, type DataRequest, dataNodesOf, requestKey, requestOf } from "../../../src/core/data/request.ts";
import type { DataResult } from "../../../src/core/data/result.ts";
import { holdsNumber } from "../../../src/core/evidence/quantity-region.ts";
import { predictionOf } from "../evidence/verdict-fixtures.ts";

const table = "layer,Share (%),depth [um],id\nL4,10,400,1\nL4,12,410,2\nL4,20,390,3\nL5,30,900,4\nL6,NA,,5\n";

const read = (request: DataRequest, text = table): DataResult => readData("s.csv", text, [request])[0] as DataResult;

const ask = (column: string, aggregate?: Aggregate, where?: DataRequest["where"]): DataRequest => ({ column, where, aggregate });

/** What a clause asks for. */
const asked = (clause: string): DataRequest =>
  requestOf(dataNodesOf(predictionOf(`prediction p: "It is so"\n  observed ${clause}`).item)[0] as never);

describe("a request", () => {
  it("is read off its clause", () => {
    expect(asked('data "data/s.csv" column share where layer = "L4" mean')).toEqual(
      ask("share", "mean", { column: "layer", comparator: "=", value: "L4" }),
    );
    expect(asked('data "s.csv" column "Share (%)" where depth >= 400')).toEqual(
      ask("Share (%)", undefined, { column: "depth", comparator: ">=", value: 400 }),
    );
    expect(requestKey(asked('data "a.csv" column share'))).toBe(requestKey(asked('data "b.csv" column share')));
    expect(requestKey(asked('data "a.csv" column share'))).not.toBe(requestKey(asked('data "a.csv" column share mean')));
  });

  it.each<[Aggregate, number, number]>([
    ["mean", 14, 3],
    ["median", 12, 3],
    ["min", 10, 3],
    ["max", 20, 3],
    ["count", 3, 3],
  ])("may want the %s", (aggregate, value, n) => {
    expect(read(ask("share", aggregate, { column: "layer", comparator: "=", value: "L4" }))).toMatchObject({
      value,
      n,
      missing: 0,
      problems: [],
    });
  });

  it("knows the middle of an even count, and how a mean scatters", () => {
    expect(read(ask("share", "median")).value).toBe(16);
    const { moments } = read(ask("share", "mean", { column: "layer", comparator: "=", value: "L4" }));
    expect(moments?.deviation).toBeCloseTo(Math.sqrt(28), 12);
  });

  it("without an aggregate gives all numbers, or the one", () => {
    expect(
      read(ask("share", undefined, { column: "layer", comparator: "=", value: "L4" })).values?.map(({ low, high }) => [low, high]),
    ).toEqual([
      [10, 10],
      [12, 12],
      [20, 20],
    ]);
    expect(read(ask("share", undefined, { column: "id", comparator: "=", value: 4 }))).toMatchObject({ value: 30, values: undefined });
  });

  it.each<[NonNullable<DataRequest["where"]>, number[]]>([
    [{ column: "depth", comparator: ">", value: 400 }, [2, 4]],
    [{ column: "depth", comparator: "<=", value: 400 }, [1, 3]],
    [{ column: "depth", comparator: "!=", value: 400 }, [2, 3, 4]],
    [{ column: "depth", comparator: "~", value: 400 }, [1, 2, 3]],
    [{ column: "layer", comparator: "!=", value: "L4" }, [4, 5]],
    [{ column: "id", comparator: "=", value: "5" }, [5]],
    [{ column: "LAYER", comparator: "=", value: "L6" }, [5]],
  ])("may be of some rows only: %o", (where, ids) => {
    const { value, values } = read(ask("id", undefined, where));
    expect(values?.map(({ low }) => low) ?? [value]).toEqual(ids);
  });

  it("does not order texts", () => {
    expect(read(ask("id", "mean", { column: "layer", comparator: "<", value: "L5" })).problems[0]?.message).toBe(
      "Unexpected “<” before a text, expected “=” or “!=”; numbers are written without quotes.",
    );
  });

  it("counts what is missing, and a selection of nothing", () => {
    expect(read(ask("share", "mean"))).toMatchObject({ n: 4, missing: 1 });
    expect(read(ask("layer", "count"))).toMatchObject({ value: 5, counted: true, unit: undefined });
    expect(read(ask("share", "count", { column: "layer", comparator: "=", value: "L1" }))).toMatchObject({ value: 0, problems: [] });
  });

  it("finds the unit in the header, and nothing else", () => {
    expect(read(ask("share", "mean")).unit).toBe("%");
    expect(read(ask("depth", "mean")).unit).toBe("um");
    expect(read(ask("Depth [um]", "mean")).unit).toBe("um");
    expect(read(ask("n (all)", "mean"), "n (all)\n5\n").unit).toBeUndefined();
    expect(read(ask("delay_ms", "mean"), "delay_ms\n5\n").unit).toBe("ms");
    expect(read(ask("share_pct", "mean"), "share_pct\n5\n").unit).toBe("%");
    // the least, not minutes; and metres hardly ever
    for (const name of ["latency_min", "V_m", "ms", "_ms", "cell_id"]) expect(read(ask(name, "mean"), `${name}\n5\n`).unit).toBeUndefined();
  });

  it("of which several are asked at once gives each its own answer", () => {
    const requests = [ask("share", "max"), ask("nothing", "max"), ask("id", "count")];
    const results = readData("s.csv", table, requests, "abc");
    expect(results.map(({ value, hash, problems }) => [value, hash, problems.length])).toEqual([
      [30, "abc", 0],
      [undefined, "abc", 1],
      [5, "abc", 0],
    ]);
  });

  it("keeps every number within its region, however many there are", () => {
    const numbers = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 1500 });
    fc.assert(
      fc.property(numbers, (list) => {
        const { value, values, n } = read(ask("x", undefined), `x\n${list.join("\n")}\n`);
        const region = values ?? [{ low: value as number, high: value as number, lowOpen: false, highOpen: false }];
        expect(n).toBe(list.length);
        expect(region.length).toBeLessThanOrEqual(256);
        const known = new Set(list);
        expect(region.every(({ low, high }) => known.has(low) && known.has(high))).toBe(true);
        expect(list.filter((number) => !holdsNumber(region, number))).toEqual([]);
        if (known.size <= 256) expect(region.length).toBe(known.size);
      }),
      { numRuns: 30 },
    );
  });

  it("loses no digits to large numbers", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => 1e9 + (index % 2));
    const { value, moments } = read(ask("x", "mean"), `x\n${rows.join("\n")}`);
    expect(value).toBe(1000000000.5);
    expect(moments?.deviation).toBeCloseTo(Math.sqrt(250 / 999), 9);
  });
});
