import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Candidates, editDistance, nearest } from "../../src/core/nearest.ts";

/** The textbook definition, without a table. */
function plainDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const rest = (fromA: number, fromB: number): number => plainDistance(a.slice(fromA), b.slice(fromB));
  const steps = [1 + rest(1, 0), 1 + rest(0, 1), (a[0] === b[0] ? 0 : 1) + rest(1, 1)];
  if (a[0] === b[1] && a[1] === b[0] && a.length > 1 && b.length > 1) steps.push(1 + rest(2, 2));
  return Math.min(...steps);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "-"), maxLength: 6 });

describe("the distance of two words", () => {
  it("counts letters that are missing, added, changed or swapped", () => {
    expect(editDistance("claim", "claim", 3)).toBe(0);
    expect(editDistance("clam", "claim", 3)).toBe(1);
    expect(editDistance("calim", "claim", 3)).toBe(1);
    expect(editDistance("support", "supported", 3)).toBe(2);
    expect(editDistance("", "abc", 3)).toBe(3);
  });

  it("is that of the definition, cut at its limit", () => {
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      }),
    );
  });

  it("takes words longer than any before", () => {
    expect(editDistance("a".repeat(300), "a".repeat(299), 3)).toBe(1);
  });
});

describe("the nearest words", () => {
  it("come nearest first, in either case, and no more than asked for", () => {
    expect(nearest("Clam", ["claim", "clamp", "class", "model"], 2)).toEqual(["clamp", "claim"].sort());
    expect(nearest("STRENGHT", ["strength", "length"])).toEqual(["strength"]);
    expect(nearest("xyz", ["claim"])).toEqual([]);
    expect(nearest("l", ["L4", "L1", "column"], 3)).toEqual(["L1", "L4"]);
  });

  it("count words that start with what was written", () => {
    expect(nearest("anat", ["anatomy_light", "ephys"])).toEqual(["anatomy_light"]);
    expect(nearest("an", ["anatomy_light"])).toEqual([]);
  });

  it("are those that a look at every candidate finds", () => {
    fc.assert(
      fc.property(word, fc.uniqueArray(word), (wanted, candidates) => {
        const limit = Math.max(1, Math.floor(wanted.length / 3));
        const near = candidates.filter((each) => plainDistance(wanted, each) <= limit || (wanted.length >= 3 && each.startsWith(wanted)));
        expect([...new Candidates(candidates).nearest(wanted, 99)].sort()).toEqual(near.sort());
      }),
    );
  });
});
