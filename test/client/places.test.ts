import { describe, expect, it } from "vitest";
import { claimAt, placeOf } from "../../src/client/places.ts";
import type { ClaimPlace } from "../../src/protocol/requests.ts";

const place = (claim: string, from: readonly [number, number], to: readonly [number, number]): ClaimPlace => {
  const start = { line: from[0], character: from[1] };
  return { claim, range: { start, end: { line: to[0], character: to[1] } }, selection: { start, end: start } };
};

describe("claims in the text", () => {
  const places = [place("values", [2, 0], [4, 20]), place("queries", [6, 0], [6, 30]), place("keys", [6, 30], [8, 5])];
  const at = (line: number, character: number) => claimAt(places, { line, character });

  it("are found from their first character to just behind their last", () => {
    expect(at(2, 0)).toBe("values");
    expect(at(3, 100)).toBe("values");
    expect(at(4, 20)).toBe("values");
    expect(at(4, 21)).toBeNull();
    expect(at(1, 80)).toBeNull();
    expect(at(5, 0)).toBeNull();
  });

  it("begin where another ends", () => {
    expect(at(6, 29)).toBe("queries");
    expect(at(6, 30)).toBe("keys");
  });

  it("are known by their keys", () => {
    expect(placeOf(places, "queries")).toBe(places[1]);
    expect(placeOf(places, "gone")).toBeUndefined();
    expect(claimAt([], { line: 0, character: 0 })).toBeNull();
  });
});
