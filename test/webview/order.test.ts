import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stayingKeys, uniqueKeys } from "../../src/webview/order.ts";

const lists = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 12 });

/** Length of the longest run of keys in the same order in both lists, by trying all. */
function longestRun(before: readonly string[], after: readonly string[]): number {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  before.forEach((key, row) => {
    after.forEach((other, column) => {
      const above = table[row]?.[column + 1] ?? 0;
      const left = table[row + 1]?.[column] ?? 0;
      (table[row + 1] as number[])[column + 1] = key === other ? (table[row]?.[column] ?? 0) + 1 : Math.max(above, left);
    });
  });
  return table[before.length]?.[after.length] ?? 0;
}

describe("siblings that change their order", () => {
  it("stay where they are as far as they can", () => {
    expect([...stayingKeys(["a", "b", "c"], ["b", "c", "a"])].sort()).toEqual(["b", "c"]);
    expect([...stayingKeys(["a", "b", "c"], ["a", "x", "b", "c"])].sort()).toEqual(["a", "b", "c"]);
    expect([...stayingKeys([], ["a"])]).toEqual([]);
  });

  it("that stay are in the same order before and after, and no longer run exists", () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const staying = stayingKeys(before, after);
        const stayed = (keys: readonly string[]) => keys.filter((key) => staying.has(key));
        expect(stayed(before)).toEqual(stayed(after));
        expect(stayed(before)).toHaveLength(staying.size);
        expect(staying.size).toBe(longestRun(before, after));
      }),
    );
  });

  it("get keys of their own", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c")), (keys) => {
        const unique = uniqueKeys(keys);
        expect(new Set(unique).size).toBe(keys.length);
        expect(unique.map((key) => key.split("\u0000")[0])).toEqual(keys);
      }),
    );
  });
});
