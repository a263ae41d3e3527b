import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openData, readData } from "../../../src/core/data/reader.ts";
import type { DataRequest } from "../../../src/core/data/request.ts";
import type { DataResult } from "../../../src/core/data/result.ts";

const mean: DataRequest = { column: "share", where: undefined, aggregate: "mean" };

const read = (text: string, request = mean): DataResult => readData("s.json", text, [request])[0] as DataResult;

describe("a table of JSON", () => {
  it.each([
    ["a list of entries", '[{"layer": "L4", "share": 10}, {"layer": "L5", "share": 14}]'],
    [
      "entries whose fields come in any order, or are left out",
      '[{"layer": "L4", "share": 10}, {"share": "14"}, {"layer": "L6"}, {"share": null}]',
    ],
    ["columns", '{"layer": ["L4", "L5"], "share": [10, 14]}'],
    ["a list within an object", '{"name": "ours", "rows": [{"share": 10}, {"share": 14}]}'],
    ["a mark at the start", '\ufeff[{"share": 10}, {"share": 14}]\n\n'],
  ])("may be %s", (_, text) => {
    expect(read(text)).toMatchObject({ value: 12, n: 2, problems: [] });
  });

  it.each([
    ["[1, 2]", "entry 1 has no named fields"],
    ["[]", "it is empty"],
    ["{}", "it is empty"],
    ["12", "expected a list of entries"],
    ['[{"share": 1}', "it ends before its last bracket is closed"],
    ["", "expected a list of entries"],
    ["true", "expected a list of entries"],
    ['[{"share": 1}] []', "it is not JSON"],
    ["[{share: 1}]", "it is not JSON"],
    ['{"a": [1, 2], "share": [1]}', "The columns are of different length"],
    ['[{"share": {"mean": 1}}]', "One cell of “share” is no number: “[…]” in entry 1."],
    ['[{"share": 1}, {"share": true}]', "One cell of “share” is no number: “true” in entry 2."],
    ['[{"shares": 1}]', "There is no column “share”; the nearest is “shares”."],
    ['[{"__proto__": 1, "constructor": 2}]', "There is no column “share”; the columns are"],
    [`[${"[".repeat(3000)}`, "it is nested more than 64 levels deep"],
  ])("is not %s", (text, message) => {
    const { value, problems } = read(text);
    expect(value).toBeUndefined();
    expect(problems.map((each) => each.message).join("\n")).toContain(message);
  });

  it("compares what is no text by how it is written", () => {
    const text = '[{"on": true, "share": 1}, {"on": false, "share": 3}, {"on": 7, "share": 5}]';
    const where = (value: string | number): DataRequest => ({ ...mean, where: { column: "on", comparator: "=", value } });
    expect([read(text, where("true")).value, read(text, where("7")).value, read(text, where(7)).value]).toEqual([1, 5, 5]);
  });

  it("is the same however it is cut into pieces, and never fails", () => {
    const valid = fc
      .array(fc.record({ share: fc.oneof(fc.integer(), fc.constantFrom("é", "x\n", null)), layer: fc.string({ maxLength: 4 }) }), {
        maxLength: 5,
      })
      .map((rows) => JSON.stringify(rows));
    const any = fc.string({ unit: fc.constantFrom("{", "}", "[", "]", '"', "share", ":", ",", "1", " ", "\\", "é"), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(valid, any), fc.array(fc.nat(50), { maxLength: 5 }), (text, cuts) => {
        const whole = read(text);
        const reader = openData("s.json", [mean]);
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
        places.forEach((place, index) => {
          reader.write(text.slice(place, places[index + 1] ?? text.length));
        });
        const [pieces] = reader.end();
        expect([pieces?.value, pieces?.n, pieces?.problems.length]).toEqual([whole.value, whole.n, whole.problems.length]);
      }),
      { numRuns: 300 },
    );
  });
});
