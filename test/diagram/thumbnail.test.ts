import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docks } from "../../src/diagram/docks.ts";
import { palettes } from "../../src/diagram/palette.ts";
import { thumbnail } from "../../src/diagram/thumbnail.ts";
import { xmlProblems } from "./helpers.ts";

describe("thumbnails", () => {
  it("are small, sound and complete in themselves for every part", () => {
    for (const theme of ["light", "dark"] as const)
      for (const { id } of docks) {
        const svg = thumbnail(id, { theme });
        expect(xmlProblems(svg), id).toEqual([]);
        expect(svg.length, id).toBeLessThan(6 * 1024);
        expect(svg, id).not.toMatch(/var\(|url\(|class=/);
        expect(svg, id).toContain(palettes[theme].focus);
      }
  });

  it("differ wherever places differ", () => {
    const drawn = docks
      .filter((dock) => dock.body.kind !== "shelf")
      .map(({ id }) => thumbnail(id, { theme: "light" }).replace(/<title>.*<\/title>/, ""));
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it("show the name of what has no drawing, whatever the name", () => {
    expect(thumbnail("hippocampus:CA1", { theme: "light" })).toContain(">CA1<");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (id) => xmlProblems(thumbnail(id, { theme: "dark" })).length === 0),
    );
  });
});
