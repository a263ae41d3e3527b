import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import { frameFor } from "../../src/diagram/frame.ts";
import { layPanel, type PanelWish } from "../../src/diagram/panel.ts";
import type { Picture, PictureDraw, PicturePart } from "../../src/diagram/picture.ts";
import { claim, side } from "./fixtures.ts";
import { boxes, labelBoxes, layer, overlaps, walk } from "./helpers.ts";

const part = (name: string, draw?: PictureDraw, within: readonly string[] = []): PicturePart => ({
  id: `hippo:${name}`,
  label: name,
  kind: undefined,
  ...(draw && { draw }),
  ...(within.length > 0 && { within: within.map((one) => `hippo:${one}`) }),
});

const hippocampus: readonly PicturePart[] = [
  part("perforant-path", { mark: "fibre" }),
  part("deep", { mark: "band", amount: 2 }),
  part("basket-cell", { mark: "cell" }, ["deep"]),
  part("shallow", { mark: "band", amount: 1 }),
  part("granule-cell", { mark: "cell", amount: 1 }),
  part("CA3"),
];

const picture = (names: readonly string[]): Picture => ({
  title: "own.lamina",
  claims: names.map((name, at) =>
    claim(`c${at}`, `${name} as state`, "supported", "analogy", [1, 0], side(`hippo:${name}`), side("nets:state")),
  ),
  parts: hippocampus,
  atlases: [{ id: "hippo", label: "Hippocampus", parts: hippocampus }],
});

const wish = (name: string): PanelWish => ({ key: name, part: `hippo:${name}`, label: name, unknown: false });

describe("a vocabulary without a drawing", () => {
  const scene = buildScene(picture(hippocampus.map(({ label }) => label)));

  it("gets one, in place of the column and the block that no claim touches", () => {
    expect(scene.nodes.map(({ key }) => key)).toEqual(expect.arrayContaining(["panel left", "panel right"]));
    expect(scene.nodes.some(({ key }) => key === "cortex" || key === "transformer")).toBe(false);
    expect([...walk(layer(scene, "panel left"))].some(({ node }) => node.text === "Hippocampus")).toBe(true);
    const touches = buildScene({
      ...picture(["CA3"]),
      claims: [...picture(["CA3"]).claims, claim("l", "L4 as state", "open", "analogy", [0, 0], side("cortex:L4"), side("nets:state"))],
    });
    expect(touches.nodes.some(({ key }) => key === "cortex")).toBe(true);
    expect(layer(touches, "shelf left").length).toBeGreaterThan(0);
  });

  it("follows the hints of its atlas: bands from the top down with their cells in them, then all else", () => {
    const { rows } = layPanel(
      hippocampus.map(({ label }) => wish(label)),
      picture([]),
      "left",
      frameFor(undefined),
    );
    expect(rows.map(({ lines, mark }) => [lines[0], mark])).toEqual([
      ["shallow", "band"],
      ["granule-cell", "cell"],
      ["deep", "band"],
      ["basket-cell", "cell"],
      ["perforant-path", "fibre"],
      ["CA3", "box"],
    ]);
    const [shallow, granule, deep] = rows;
    expect(granule?.y).toBeGreaterThan(shallow?.top ?? 0);
    expect(granule?.y).toBeLessThan((shallow?.top ?? 0) + (shallow?.height ?? 0));
    expect(deep?.top).toBe((shallow?.top ?? 0) + (shallow?.height ?? 0));
  });

  it("has no label over another, and no chip outside", () => {
    expect(overlaps(labelBoxes(scene.nodes))).toEqual([]);
    for (const chip of boxes(layer(scene, "chips"))) expect(chip.y + chip.height).toBeLessThan(scene.height);
  });

  it("is laid out whatever it is called and however much of it there is, without two rows in one place", () => {
    const anyWish: fc.Arbitrary<PanelWish> = fc
      .tuple(fc.string({ maxLength: 60 }), fc.constantFrom("hippo", "chem", ""), fc.boolean())
      .map(([name, atlas, unknown]) => ({
        key: `${atlas} ${name}`,
        part: atlas === "" ? undefined : `${atlas}:${name}`,
        label: name,
        unknown,
      }));
    fc.assert(
      fc.property(fc.uniqueArray(anyWish, { maxLength: 30, selector: ({ key }) => key }), (wishes) => {
        const { rows, bottom } = layPanel(wishes, picture([]), "right", frameFor(1000));
        expect(rows).toHaveLength(wishes.length);
        const sorted = [...rows].filter(({ mark }) => mark !== "band").sort((a, b) => a.top - b.top);
        for (let at = 1; at < sorted.length; at++)
          expect(sorted[at]?.top).toBeGreaterThanOrEqual((sorted[at - 1]?.top ?? 0) + (sorted[at - 1]?.height ?? 0));
        for (const { top, height } of rows) expect(top + height).toBeLessThanOrEqual(bottom);
      }),
    );
  });

  it("keeps its order when a claim names one more part of it", () => {
    const names = (of: readonly string[]): (string | undefined)[] =>
      layPanel(of.map(wish), picture([]), "left", frameFor(undefined)).rows.map(({ lines }) => lines[0]);
    const few = names(["CA3", "shallow", "perforant-path"]);
    expect(names(["deep", "CA3", "shallow", "perforant-path"]).filter((name) => name !== "deep")).toEqual(few);
  });
});
