import { describe, expect, it } from "vitest";
import { captionOf } from "../../src/diagram/caption.ts";
import { figure, figureLabels } from "../../src/diagram/figure.ts";
import { eightClaims, madeUpClaims, oddClaims, twentyFourClaims } from "./fixtures.ts";
import { labelBoxes, overlaps, xmlProblems } from "./helpers.ts";

/** Sizes of type in the sheet of a figure, in points on paper. */
function pointSizes(svg: string, widthMm: number): Map<string, number> {
  const units = Number(/viewBox="0 0 (\S+) /.exec(svg)?.[1]);
  const sizes = new Map<string, number>();
  for (const [, selectors = "", size = "0"] of svg.matchAll(/^([^{}\n]+)\{[^}\n]*font-size:([\d.]+)px/gm))
    for (const selector of selectors.split(",")) sizes.set(selector, (Number(size) * widthMm) / units / (25.4 / 72));
  return sizes;
}

describe("a figure", () => {
  it.each([85, 120, 174, 180])("of %d mm is measured in millimetres, with words of at least five points", (widthMm) => {
    for (const picture of [eightClaims, twentyFourClaims]) {
      const made = figure(picture, { widthMm });
      expect(xmlProblems(made.svg)).toEqual([]);
      expect(made.svg).toContain(`width="${widthMm}mm" height="${made.heightMm}mm"`);
      const sizes = pointSizes(made.svg, widthMm);
      for (const name of [".t-title", ".t-layer", ".t-body", ".t-strong", ".t-small", ".t-cell", ".t-tiny"])
        expect(sizes.get(name), name).toBeGreaterThanOrEqual(5);
      expect(sizes.get(".t-small")).toBeLessThan(9);
      expect(made.svg).toContain("Arial,Helvetica,sans-serif");
    }
  });

  it("has ids alone on its ribbons, and says below what they stand for", () => {
    const { svg } = figure(eightClaims, { widthMm: 85 });
    expect([...svg.matchAll(/>C04</g)]).toHaveLength(2);
    expect([...svg.matchAll(/>queries</g)]).toHaveLength(1);
    expect(svg).toContain(">contested +3 −2<");
    expect(svg).toContain(">denied, unsupported +1 −0<");
  });

  it("numbers claims whose ids are no numbers, in the order of the text", () => {
    const named = twentyFourClaims.claims.slice(0, 3).map((one, at) => ({ ...one, id: ["values", "C2-keys", undefined][at] }));
    expect([...figureLabels(named).values()]).toEqual(["1", "2", "3"]);
    expect([...figureLabels(eightClaims.claims).values()][0]).toBe("C02");
  });

  it("is the same, byte for byte, when it is made again, and never fails", () => {
    for (const picture of [eightClaims, oddClaims, madeUpClaims(60), { title: "", claims: [], parts: [] }])
      for (const widthMm of [85, Number.NaN, 0, 1e9]) {
        const one = figure(picture, { widthMm });
        expect(figure(JSON.parse(JSON.stringify(picture)), { widthMm }).svg).toBe(one.svg);
        expect(xmlProblems(one.svg)).toEqual([]);
        expect(one.heightMm).toBeGreaterThan(0);
      }
  });

  it("shows a view as well, in the sizes of the picture", () => {
    expect(figure(eightClaims, { widthMm: 174, view: { coverage: true } }).svg).toContain(">none<");
  });
});

describe("coverage as a figure", () => {
  it("is lists alone in one column of a journal, with every name in full, in words of at least five points", () => {
    const { svg, scene } = figure(twentyFourClaims, { widthMm: 85, view: { coverage: true } });
    expect(xmlProblems(svg)).toEqual([]);
    expect(scene.nodes.map(({ key }) => key)).not.toContain("cortex");
    expect(pointSizes(svg, 85).get(".t-cell")).toBeGreaterThanOrEqual(5);
    for (const name of ["Higher-order thalamus → L1", "L5 → higher-order thalamus", "Positional encoding"])
      expect(svg).toContain(`>${name}<`);
    const labels = labelBoxes(scene.nodes);
    expect(labels.length).toBeGreaterThan(180);
    expect(overlaps(labels)).toEqual([]);
  });
});

describe("a comparison as a figure", () => {
  const stated = (label: string) => [{ key: label, label, states: true }];
  const both = {
    ...eightClaims,
    claims: eightClaims.claims.map((one, at) => ({ ...one, sources: stated(at % 2 === 0 ? "Ada 1843" : "Bell 1811") })),
  };
  const view = { compare: { left: { source: "Ada 1843" }, right: { source: "Bell 1811" } } };

  it("has ids alone on its two rails in one column of a journal; the key and the caption say the rest", () => {
    const { svg, caption } = figure(both, { widthMm: 85, view });
    expect(xmlProblems(svg)).toEqual([]);
    expect([...svg.matchAll(/>C04</g)]).toHaveLength(2);
    expect(svg).not.toContain(">Ada 1843<");
    expect(caption).toContain("Left rail: Ada 1843; right rail: Bell 1811.");
  });

  it("names claims and sides in two columns", () => {
    expect(figure(both, { widthMm: 174, view }).svg).toContain(">Bell 1811<");
  });
});

describe("the caption", () => {
  it("tells what is drawn, and the meaning of those forms alone that occur", () => {
    const caption = captionOf(eightClaims);
    expect(caption).toContain("8 claims: 1 supported, 2 overstated, 2 contested, 1 refuted, 1 unsupported and 1 open gap.");
    expect(caption).toContain("Two slashes: the claim denies this.");
    expect(caption).not.toContain("outweighs");
    expect(captionOf(twentyFourClaims)).toContain("“>”: the first outweighs the second.");
    const plain = captionOf({ ...eightClaims, claims: eightClaims.claims.filter(({ standing }) => standing === "supported") });
    expect(plain).not.toMatch(/slashes|Crosses|Dots|“&”/);
    expect(plain).toContain("“or”: any one of these.");
  });

  it("names who states the claims, and what was left out", () => {
    const [first] = eightClaims.claims;
    if (!first) throw new Error("no claim");
    const sources = [
      { key: "a", label: "Ada 1843", states: true },
      { key: "b", label: "Bell 1811", states: false },
    ];
    const caption = captionOf(
      { ...eightClaims, claims: [{ ...first, sources }, ...eightClaims.claims.slice(1)] },
      { filter: { text: "ada" } },
    );
    expect(caption).toContain("1 of 8 claims: 1 contested.");
    expect(caption).toContain("Claims after Ada 1843.");
  });

  it("speaks of layers only where layers are drawn", () => {
    const other = { title: "", parts: [], claims: [{ ...eightClaims.claims[0], left: end("chem:a"), right: end("phys:b") }] };
    const caption = captionOf(other as unknown as typeof eightClaims);
    expect(caption).toContain("between chem (left) and phys (right)");
    expect(caption).not.toContain("Layers");
  });
});

const end = (part: string) => ({ open: false, join: "one", ends: [{ written: part, part, along: [] }] });
