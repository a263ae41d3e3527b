import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import { dockOf, docks } from "../../src/diagram/docks.ts";
import { DRAWING_BOTTOM } from "../../src/diagram/frame.ts";
import type { Picture } from "../../src/diagram/picture.ts";
import { claim, side } from "./fixtures.ts";
import { layer, walk } from "./helpers.ts";

const cortex = [
  "neocortex column minicolumn microcircuit area L1 L2 L3 L2/3 L4 L5 L5A L5B L6 L6b supragranular infragranular thalamus",
  "first-order-thalamus higher-order-thalamus reticular-nucleus white-matter pyramidal spiny-stellate IT ET L6-CT NP PV SST VIP NGF",
  "chandelier astrocyte apical-dendrite basal-dendrite thalamus-to-L4 thalamus-to-L5/6 L4-to-L2/3 L2/3-to-L5 L5-to-L6 L6-to-L4",
  "L6-to-thalamus L5-to-higher-order-thalamus higher-order-thalamus-to-L1 L1-feedback feedforward L2/3-horizontal L5-horizontal",
  "corticothalamic-loop recurrent-excitation gain-modulation BAC-firing NMDA-spike divisive-normalization disinhibition winner-take-all",
  "gamma beta alpha travelling-waves prediction-error Hebbian-potentiation driver-modulator",
]
  .flatMap((line) => line.split(" "))
  .map((name) => `cortex:${name}`);

const transformer = [
  "Token Block Embedding Positional-encoding Query Key Value Attention-score Softmax Attention-weights Attention-head Multi-head",
  "Output-projection Self-attention Cross-attention Linear-attention Residual-stream Layer-norm Feed-forward Activation Unembedding",
  "KV-cache Causal-mask Expert-gating Stack-depth Encoder Decoder Weight-sharing Gradient-learning",
]
  .flatMap((line) => line.split(" "))
  .map((name) => `transformer:${name}`);

const scene = (left: string, right: string) =>
  buildScene({
    title: "t",
    claims: [claim("c", `${left} as ${right}`, "supported", "functional", [1, 0], side(left), side(right))],
    parts: [],
  });

describe("the table of docks", () => {
  it("has a place for each of the 93 parts of the two atlases, and no other", () => {
    expect(cortex.length + transformer.length).toBe(93);
    expect(docks.map((dock) => dock.id).sort()).toEqual([...cortex, ...transformer].sort());
  });

  it("finds parts without regard to case, hyphen, underscore and space", () => {
    for (const written of ["cortex:l4-to-l2/3", "CORTEX:L4_to_L2/3", "cortex:L4 to L2/3"])
      expect(dockOf(written)?.id).toBe("cortex:L4-to-L2/3");
    expect(dockOf("cortex:L7")).toBeUndefined();
    expect(dockOf("L4")).toBeUndefined();
    expect(dockOf("")).toBeUndefined();
  });

  it("gives every part with a body a port of its own, at the drawing's side", () => {
    for (const drawing of ["column", "block"] as const) {
      const ports = docks.filter((dock) => dock.drawing === drawing && dock.body.kind !== "shelf");
      const taken = ports.map((dock) => `${dock.y} ${dock.outside}`);
      expect(new Set(taken).size).toBe(taken.length);
      for (const dock of ports) {
        expect(dock.y, dock.id).toBeGreaterThan(16);
        expect(dock.y, dock.id).toBeLessThan(DRAWING_BOTTOM);
      }
    }
  });

  it("lists the column's ports from the surface down, so that layers keep their order", () => {
    const heights = ["L1", "L2/3", "L4", "L5", "L6", "white-matter", "thalamus"].map((name) => dockOf(`cortex:${name}`)?.y ?? 0);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  });

  it.each(cortex)("%s docks at the column, and can be pointed at", (id) => {
    const drawn = scene(id, "transformer:Value");
    expect(layer(drawn, "shelf left")).toEqual([]);
    const parts = [...walk(drawn.nodes)].map(({ node }) => node.attrs["data-part"]);
    expect(parts.includes(id) || ["cortex:apical-dendrite", "cortex:basal-dendrite"].includes(id)).toBe(true);
  });

  it.each(transformer)("%s docks at the block or on its shelf, and can be pointed at", (id) => {
    const drawn = scene("cortex:L4", id);
    expect([...walk(drawn.nodes)].some(({ node }) => node.attrs["data-part"] === id)).toBe(true);
    const onShelf = layer(drawn, "shelf right").length > 0;
    expect(onShelf).toBe(dockOf(id)?.body.kind === "shelf");
  });

  it("keeps ports where they are, whatever else is claimed", () => {
    const others = docks
      .slice(0, 20)
      .map((dock, index) => claim(`x${index}`, "x", "contested", "literal", [0, 0], side(dock.id), side("transformer:Key")));
    const alone = claim("alone", "L6 as Softmax", "supported", "functional", [1, 0], side("cortex:L6"), side("transformer:Softmax"));
    const ends = (picture: Picture): unknown[] => {
      const group = layer(buildScene(picture), "ribbons").find((node) => node.key === "alone");
      return [...walk(group ? [group] : [])].filter(({ node }) => node.tag === "circle").map(({ node }) => [node.attrs.cx, node.attrs.cy]);
    };
    const few = ends({ title: "", claims: [alone], parts: [] });
    expect(few).toHaveLength(2);
    expect(ends({ title: "", claims: [alone, ...others], parts: [] })).toEqual(few);
  });
});
