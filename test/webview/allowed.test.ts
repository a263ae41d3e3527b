import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import type { PictureClaim } from "../../src/diagram/picture.ts";
import type { SceneNode } from "../../src/diagram/scene.ts";
import { isAllowedAttribute, isAllowedTag } from "../../src/webview/allowed.ts";

const standings = ["supported", "overstated", "contested", "refuted", "unsupported", "open"] as const;

const claim = (index: number): PictureClaim => ({
  key: `c${index}`,
  id: `c${index}`,
  written: "L4 → L2/3 as Value",
  standing: standings[index % standings.length] ?? "supported",
  asserted: "functional",
  earned: index % 2 === 0 ? "analogy" : undefined,
  negated: index % 5 === 0,
  left: { open: false, join: "one", ends: [{ written: "L4", part: "cortex:L4", along: [] }] },
  right: { open: index % 7 === 0, join: "one", ends: [{ written: "Value", part: "transformer:Value", along: [] }] },
  supports: 1,
  disputes: 0,
});

/** What the page would leave out of a node and all below it. */
function refused({ tag, attrs, children = [] }: SceneNode): string[] {
  const here = Object.entries(attrs).filter(([name, value]) => !isAllowedAttribute(name, value));
  return [...(isAllowedTag(tag) ? [] : [tag]), ...here.map(([name, value]) => `${name}=${value}`), ...children.flatMap(refused)];
}

describe("what may become part of the page", () => {
  it.each([0, 12, 90])("is all that a picture of %i claims is made of", (count) => {
    const claims = Array.from({ length: count }, (_, index) => claim(index));
    expect(buildScene({ title: "t", claims, parts: [] }).nodes.flatMap(refused)).toEqual([]);
  });

  it("is no script, no address and no style", () => {
    for (const tag of ["script", "foreignObject", "a", "image", "use", "style", "animate", "constructor"])
      expect(isAllowedTag(tag)).toBe(false);
    for (const name of ["onclick", "onload", "href", "xlink:href", "style", "src", "data", "filter", "mask"]) {
      expect(isAllowedAttribute(name, "x"), name).toBe(false);
    }
  });

  it("paints only with what the picture holds itself", () => {
    expect(isAllowedAttribute("fill", "url(#lamina-fade)")).toBe(true);
    expect(isAllowedAttribute("fill", "url(https://example.org/x.svg#y)")).toBe(false);
    expect(isAllowedAttribute("fill", "URL (//example.org)")).toBe(false);
    expect(isAllowedAttribute("aria-label", "what url( means")).toBe(true);
    expect(isAllowedAttribute("x", Number.NaN)).toBe(false);
    expect(isAllowedAttribute("x", { toString: () => "1" })).toBe(false);
  });
});
