import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { overlap } from "../../../src/core/evidence/verdict-overlap.ts";
import { predictionOf, predictionsOf } from "./verdict-fixtures.ts";

const overlaps = (clauses: string) =>
  overlap(predictionOf(`prediction p: "It is so"\n${clauses}`)).map(({ quantity, where }) => [quantity.name, where]);

describe("what is expected and what falsifies", () => {
  it.each([
    ['expects "a" > 5 ms\nfalsified if "a" > 3 ms', [["a", "> 5 ms"]]],
    ['expects "a" within 10..15 %\nfalsified if >= 15 %', [["a", "15 %"]]],
    ['expects "a" within 10..15 %\nfalsified if > 15 %', []],
    ['expects "a" within 10..15 %\nfalsified if outside 0.1..0.15 ratio', []],
    ['expects "a" within 10..15 %\nfalsified if outside 0.1..0.14 ratio', [["a", "> 0.14 ratio and <= 0.15 ratio"]]],
    ['expects "a" > 5 ms\nfalsified if "a" > 3 mV', []],
    ['expects "a" > 5 ms\nexpects "a" < 9 ms\nfalsified if "a" > 9 ms', []],
    ['expects "a" > 5 ms\nexpects "a" < 9 ms\nfalsified if "a" > 8 ms', [["a", "> 8 ms and < 9 ms"]]],
    ['expects "a" > 5 ms\nfalsified if "a" > 7 ms and "b" < 3 ms', [["a", "> 7 ms"]]],
    ['expects "a" > 5 ms\nfalsified if "a" < 3 ms and "b" < 3 ms', []],
    ['expects "a" > 5 ms\nfalsified if "a" < 3 ms or "a" > 6 ms', [["a", "> 6 ms"]]],
    ['expects "a" > 5 ms\nfalsified if "b" > 5 ms', []],
    ['expects "a" < 5 ms or "a" > 9 ms\nfalsified if "a" > 4 ms', [["a", undefined]]],
    ['expects "a" < 5 ms or "a" > 9 ms\nfalsified if "a" within 5..9 ms', []],
    ['expects "a" >= 5 ms\nfalsified if includes 0 ms with ci 95 %', []],
    ['expects "a" >= 5 ms\nfalsified if includes 6 ms with ci 95 %', [["a", "6 ms"]]],
    ['expects "a" > "b"\nfalsified if "b" >= "a"', []],
    ['expects "a" >= "b"\nfalsified if "b" >= "a"', [["a", undefined]].map(([, where]) => ["b", where])],
    ['expects "a" > "b" by 10 ms\nfalsified if "a" > "b" by 5 ms', [["a", undefined]]],
    ['expects "a" > "b" by 10 ms\nfalsified if "a" = "b" by 5 ms', []],
    ['expects "a" > "b" by 10 %\nfalsified if "a" <= "b"', []],
    ['expects "a" > 5 ms\nfalsified if "both fall alike"', []],
  ])("%s", (clauses, expected) => {
    expect(overlaps(clauses)).toEqual(expected);
  });

  it("do not overlap anywhere in the examples", () => {
    const text = readFileSync(new URL("../../../examples/neuroscience-of-transformers/predictions.lamina", import.meta.url), "utf8");
    const found = [...predictionsOf(text)].flatMap(([id, prediction]) => overlap(prediction).map(({ quantity }) => [id, quantity.name]));
    expect(found).toEqual([]);
  });
});
