import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PersistentMap } from "../../../src/core/model/persistent-map.ts";

const changes = fc.array(
  fc.tuple(fc.oneof(fc.constantFrom("a", "b", "c", "", "__proto__", "constructor"), fc.string()), fc.option(fc.nat(), { nil: undefined })),
);

const plain = <V>(map: PersistentMap<V>): Map<string, V> => new Map([...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));

function apply(map: Map<string, number>, list: Iterable<readonly [string, number | undefined]>): Map<string, number> {
  const next = new Map(map);
  for (const [key, value] of list) {
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  return new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("a persistent map", () => {
  it("holds what a plain map holds after the same changes, and its earlier states stay", () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 6 }), (steps) => {
        let map = PersistentMap.empty<number>();
        let model = new Map<string, number>();
        const states: [PersistentMap<number>, Map<string, number>][] = [[map, model]];
        for (const step of steps) {
          map = map.with(step);
          model = apply(model, step);
          states.push([map, model]);
        }
        for (const [state, expected] of states) {
          expect(plain(state)).toEqual(expected);
          expect(state.size).toBe(expected.size);
          expect([...state.keys()].sort()).toEqual([...expected.keys()].sort());
          for (const key of ["a", "b", "", "__proto__"]) {
            expect(state.get(key)).toBe(expected.get(key));
            expect(state.has(key)).toBe(expected.has(key));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is the same after the same changes, all at once or one by one", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const atOnce = PersistentMap.empty<number>().with(list);
        const oneByOne = list.reduce((map, change) => map.with([change]), PersistentMap.empty<number>());
        expect(plain(atOnce)).toEqual(plain(oneByOne));
      }),
    );
  });

  it("is itself after no change", () => {
    const map = PersistentMap.empty<number>().with([["a", 1]]);
    expect(map.with([])).toBe(map);
  });
});
