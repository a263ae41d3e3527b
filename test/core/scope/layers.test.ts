import { describe, expect, it } from "vitest";
import { layerInArea, layerScheme, layersLacking } from "../../../src/core/scope/layers.ts";
import { type ScopeTerm, scopeTerm } from "../../../src/core/scope/vocabulary.ts";

const term = (id: string): ScopeTerm => {
  const found = scopeTerm(id);
  if (!found) throw new Error(`no term ${id}`);
  return found;
};

const status = (area: string, layer: string, ...species: string[]): string =>
  layerInArea(
    term(`area.${area}`),
    layer,
    species.map((id) => term(`species.${id}`)),
  ).status;

describe("the layers of an area", () => {
  it("are those that its own entries name, for the species in scope", () => {
    expect(status("v1", "cortex:L4", "cat")).toBe("present");
    expect(status("m1", "cortex:L4", "mouse")).toBe("indistinct");
    expect(status("premotor", "cortex:L4", "human")).toBe("absent");
  });

  it("are those of what the area lies under where it has no entry of its own", () => {
    const found = layerInArea(term("area.v1"), "cortex:L4", [term("species.mouse")]);
    expect(found).toMatchObject({ status: "present", from: { id: "area.primary_sensory_cortex" } });
    expect(status("ca1", "cortex:L4")).toBe("absent");
  });

  it("are not known from other species alone", () => {
    expect(status("premotor", "cortex:L4", "mouse")).toBe("indistinct");
    expect(status("pfc", "cortex:L4", "mouse")).toBe("unknown");
  });

  it("say where a layer that is not visible has its counterpart", () => {
    expect(layerInArea(term("area.m1"), "cortex:L4", [term("species.mouse")]).entries[0]).toMatchObject({
      reference: "yamawaki2014genuine",
      functional_equivalent: "reported",
    });
  });

  it("are read for groups and sublayers from what is said of their pieces and wholes", () => {
    expect(status("entorhinal", "cortex:L2/3", "human")).toBe("other-structure");
    expect(status("olfactory_cortex", "cortex:L5A", "mouse")).toBe("absent");
  });

  it("take the mildest of entries that disagree, and keep them all", () => {
    const found = layerInArea(term("area.agranular_cortex"), "cortex:L4");
    expect(found.entries.map(({ reference }) => reference)).toEqual(["shepherd2009intracortical", "garciacabezas2014area"]);
    expect(found.status).toBe("indistinct");
  });

  it("are listed where they are lacking, and only there", () => {
    expect(layersLacking(term("area.v1"))).toEqual([]);
    expect(layersLacking(term("area.neocortex"))).toEqual([]);
    expect(layersLacking(term("area.premotor"), [term("species.human")])).toEqual(["cortex:L4"]);
    expect(layersLacking(term("area.hippocampus"))).toContain("cortex:L4");
    expect(layersLacking(term("area.hippocampus"))).toHaveLength(12);
    expect(layersLacking(term("species.mouse"))).toEqual([]);
  });

  it("are counted by a scheme", () => {
    expect(layerScheme(term("area.piriform"))).toBe("three layers");
    expect(layerScheme(term("area.barrel_cortex"))).toBe("neocortex");
  });

  it("are unknown for parts that are no layers", () => {
    expect(status("v1", "cortex:thalamus")).toBe("unknown");
  });
});
