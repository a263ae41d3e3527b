import { describe, expect, it } from "vitest";
import { readMemory } from "../../src/webview/memory.ts";

describe("what the view remembers over a reload", () => {
  it("comes back as it was", () => {
    const memory = { uri: "file:///a.lamina", view: { x: 1, y: 2, scale: 0.5 }, selected: "values" };
    expect(readMemory(memory)).toEqual(memory);
    expect(readMemory({ ...memory, view: null, selected: null })).toEqual({ uri: memory.uri, view: null, selected: null });
  });

  it("is forgotten piece by piece where it makes no sense", () => {
    for (const value of [undefined, null, "x", 3, {}, { uri: 3 }]) expect(readMemory(value)).toBeUndefined();
    for (const view of ["x", { x: 1 }, { x: 1, y: 2, scale: 0 }, { x: 1, y: Number.NaN, scale: 1 }]) {
      expect(readMemory({ uri: "u", view, selected: 4 })).toEqual({ uri: "u", view: null, selected: null });
    }
  });
});
