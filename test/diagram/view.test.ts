import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import { comparisonOf, sideOf } from "../../src/diagram/comparison.ts";
import { coverageOf } from "../../src/diagram/coverage.ts";
import type { Picture, PictureClaim } from "../../src/diagram/picture.ts";
import { tableOf } from "../../src/diagram/table.ts";
import { type Facet, facetCounts, facets, filtered, type PictureFilter, type PictureView } from "../../src/diagram/view.ts";
import { claim, eightClaims, side, twentyFourClaims } from "./fixtures.ts";
import { layer, walk } from "./helpers.ts";

const bastos = { key: "bastos2012", label: "Bastos et al. 2012", states: true };
const konig = { key: "konig2026", label: "König & Negrello 2026", states: true };
const cited = { key: "larkum2013", label: "Larkum 2013", states: false };

const told = (one: PictureClaim, more: Partial<PictureClaim>): PictureClaim => ({ ...one, ...more });

/** Two sources that speak of feedback, of layer 2/3, and each of one thing alone. */
const rivals: Picture = {
  title: "rivals.lamina",
  parts: [],
  claims: [
    told(
      claim("k-query", "L1-feedback as Query", "contested", "functional", [2, 1], side("cortex:L1-feedback"), side("transformer:Query")),
      {
        sources: [konig, cited],
        tags: ["core"],
        scope: "mouse V1",
        scopes: ["mouse V1"],
      },
    ),
    told(claim("b-error", "L1-feedback as Value", "supported", "analogy", [1, 0], side("cortex:L1-feedback"), side("transformer:Value")), {
      sources: [bastos],
      tags: ["core", "predictive"],
    }),
    told(claim("k-key", "L2/3 as Key", "supported", "analogy", [1, 0], side("cortex:L2/3"), side("transformer:Key")), { sources: [konig] }),
    told(
      claim("b-key", "L2/3 not as Key", "supported", "analogy", [1, 0], side("cortex:L2/3"), side("transformer:Key"), { negated: true }),
      { sources: [bastos] },
    ),
    told(claim("k-alone", "L4 as Value", "open", "analogy", [0, 0], side("cortex:L4"), side("?")), { sources: [konig] }),
    told(claim("b-alone", "L5 as Value", "unsupported", "literal", [0, 0], side("cortex:L5"), side("transformer:Value")), {
      sources: [bastos],
    }),
    claim("own", "L6 as Softmax", "unsupported", "analogy", [0, 0], side("cortex:L6"), side("transformer:Softmax")),
  ],
};

const keys = (picture: Picture): string[] => picture.claims.map(({ key }) => key);

describe("a filter", () => {
  it("leaves the claims that have one of the values of each facet", () => {
    const left = (filter: PictureFilter): string[] => keys(filtered(rivals, { filter }));
    expect(left({})).toEqual(keys(rivals));
    expect(left({ standings: ["supported", "open"] })).toEqual(["b-error", "k-key", "b-key", "k-alone"]);
    expect(left({ sources: ["konig2026"], strengths: ["functional"] })).toEqual(["k-query"]);
    expect(left({ sources: ["larkum2013"] })).toEqual(["k-query"]);
    expect(left({ scopes: ["mouse V1"] })).toEqual(["k-query"]);
    expect(left({ tags: ["predictive"] })).toEqual(["b-error"]);
    expect(left({ atlases: ["transformer"] })).toHaveLength(6);
    expect(left({ text: "bastos value" })).toEqual(["b-error", "b-alone"]);
    expect(left({ tags: [] })).toEqual(keys(rivals));
  });

  it("says how many claims there were, in the picture, its title and its legend", () => {
    const view = { filter: { tags: ["core"] } };
    expect(filtered(rivals, view).total).toBe(7);
    const scene = buildScene(rivals, { view });
    expect(scene.title).toBe("Column view of rivals.lamina: 2 of 7 claims");
    expect(layer(scene, "legend").find((node) => node.key === "standing")?.text).toBe("Standing of 2 of 7 claims");
    expect(layer(scene, "chips")).toHaveLength(2);
    // a filter of what was filtered still counts from the whole
    expect(filtered(filtered(rivals, view), { filter: { text: "query" } }).total).toBe(7);
  });

  it("leaves for each value of a facet what its count promised", () => {
    const anyFilter = fc.record(
      {
        standings: fc.subarray(["supported", "contested", "open", "unsupported"] as const),
        tags: fc.subarray(["core", "predictive"]),
        sources: fc.subarray(["konig2026", "bastos2012", "larkum2013"]),
        text: fc.constantFrom("", "L1", "key"),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<PictureFilter>;
    fc.assert(
      fc.property(anyFilter, (filter) => {
        for (const { facet, values } of facetCounts(rivals, { filter }))
          for (const { value, count } of values)
            expect(filtered(rivals, { filter: { ...filter, [facet]: [value] } }).claims, `${facet} ${value}`).toHaveLength(count);
      }),
      { numRuns: 40 },
    );
  });

  it("offers every standing and strength, and of the others what claims have, by name", () => {
    const values = (facet: Facet): string[] =>
      facetCounts(rivals)
        .find((one) => one.facet === facet)
        ?.values.map(({ label }) => label) ?? [];
    expect(facetCounts(rivals).map(({ facet }) => facet)).toEqual(facets);
    expect(values("standings")).toEqual(["supported", "overstated", "contested", "refuted", "unsupported", "open gap"]);
    expect(values("sources")).toEqual(["Bastos et al. 2012", "König & Negrello 2026", "Larkum 2013"]);
    expect(values("atlases")).toEqual(["cortex", "transformer"]);
  });
});

describe("focus", () => {
  it("on a part leaves the claims that speak of it, and marks it", () => {
    const view = { focus: { part: "cortex:L1-feedback" } };
    expect(keys(filtered(rivals, view))).toEqual(["k-query", "b-error"]);
    const marked = [...walk(buildScene(rivals, { view }).nodes)].filter(({ node }) => String(node.attrs.class).includes("is-focus"));
    expect(marked.map(({ node }) => node.attrs["data-part"])).toEqual(["cortex:L1-feedback"]);
  });

  it("on a claim leaves the claims that speak of what it speaks of", () => {
    expect(keys(filtered(rivals, { focus: { claim: "b-error" } }))).toEqual(["k-query", "b-error", "b-alone"]);
    expect(keys(filtered(rivals, { focus: { claim: "nowhere" } }))).toEqual(keys(rivals));
  });
});

describe("the table", () => {
  it("has a row for each claim that the view leaves, with a cell under every heading", () => {
    const { columns, rows } = tableOf(rivals, { filter: { tags: ["core"] } });
    expect(columns.map(({ heading }) => heading)).toEqual([
      "Claim",
      "What",
      "As",
      "Standing",
      "Asserted",
      "Earned",
      "For",
      "Against",
      "Predictions",
      "Stated in",
      "Evidence",
      "Scope",
      "Tags",
    ]);
    expect(rows[0]).toEqual({
      claim: "k-query",
      cells: {
        id: "k-query",
        left: "L1-feedback",
        right: "Query",
        standing: "contested",
        strength: "functional",
        earned: "nothing",
        for: "2",
        against: "1",
        verdicts: "",
        statedIn: "König & Negrello 2026",
        sources: "Larkum 2013",
        scope: "mouse V1",
        tags: "core",
      },
    });
    for (const { cells } of rows) expect(Object.keys(cells)).toEqual(columns.map(({ key }) => key));
  });

  it("is sorted by what words mean, not by their letters; ties stay as in the text", () => {
    const order = (by: "strength" | "standing" | "for", descending = false): string[] =>
      tableOf(rivals, {}, { by, descending }).rows.map(({ claim: key }) => key);
    expect(order("strength").at(-1)).toBe("b-alone");
    expect(order("standing").slice(0, 3)).toEqual(["b-error", "k-key", "b-key"]);
    expect(order("for", true)[0]).toBe("k-query");
  });

  it("says that a denial is one", () => {
    expect(tableOf(rivals).rows.find(({ claim: key }) => key === "b-key")?.cells).toMatchObject({ left: "L2/3", right: "not Key" });
  });
});

describe("a claim that rests on claims", () => {
  const whole = twentyFourClaims.claims.find(({ key }) => key === "C24-whole-mapping");
  const cells = (picture: Picture) => tableOf(picture).rows.find(({ claim: key }) => key === "C24-whole-mapping")?.cells;

  it("says so on its chip, aloud and in the table, and not that it has no evidence", () => {
    const chip = layer(buildScene(twentyFourClaims), "chips").find(({ key }) => key === "C24-whole-mapping");
    const words = [...walk(chip ? [chip] : [])].map(({ node }) => node.text);
    expect(words).toContain("3 claims");
    expect(words).not.toContain("+0");
    expect(chip?.attrs["aria-label"]).toContain("unsupported; rests on 3 claims");
    expect(cells(twentyFourClaims)).toMatchObject({ for: "", against: "", sources: "3 claims" });
  });

  it("counts its evidence where it has some of its own", () => {
    if (!whole) throw new Error("no claim");
    const picture = { ...twentyFourClaims, claims: [{ ...whole, disputes: 1 }] };
    const chip = layer(buildScene(picture), "chips")[0];
    expect(chip?.attrs["aria-label"]).toContain("0 for, 1 against");
    expect(cells(picture)).toMatchObject({ for: "0", against: "1" });
  });
});

describe("coverage", () => {
  it("counts claims at every part by their standing, and knows gaps from what nothing is said of", () => {
    const [cortex, transformer] = coverageOf(rivals);
    const part = (id: string) => [...(cortex?.parts ?? []), ...(transformer?.parts ?? [])].find((one) => one.part === id);
    expect(part("cortex:L1-feedback")).toMatchObject({ claims: 2, byStanding: { contested: 1, supported: 1 }, gaps: [] });
    expect(part("cortex:L4")).toMatchObject({ claims: 1, gaps: ["k-alone"] });
    expect(part("cortex:VIP")).toMatchObject({ claims: 0, gaps: [] });
    expect(cortex).toMatchObject({ mapped: 4, declared: 1 });
    expect((cortex?.parts.length ?? 0) + (transformer?.parts.length ?? 0)).toBe(93);
  });

  it("is drawn as a line for every part, none over another", () => {
    const scene = buildScene(twentyFourClaims, { view: { coverage: true } });
    for (const flank of ["left", "right"]) {
      const list = layer(scene, "coverage").find((node) => node.key === `coverage ${flank}`)?.children ?? [];
      const names = [...walk(list)].filter(({ node }) => node.key === "name").map(({ node }) => Number(node.attrs.y));
      expect(names).toHaveLength(flank === "left" ? 64 : 29);
      const sorted = [...names].sort((a, b) => a - b);
      for (let at = 1; at < sorted.length; at++) expect((sorted[at] ?? 0) - (sorted[at - 1] ?? 0)).toBeGreaterThan(11.5);
      expect(Math.max(...names)).toBeLessThan(scene.height);
    }
    expect(layer(scene, "chips")).toEqual([]);
  });

  it("says every name in full, or with a shorter word, in a narrow panel as well, and no badge lies over the drawings", () => {
    const scene = buildScene(twentyFourClaims, { width: 1000, view: { coverage: true } });
    const names = [...walk(layer(scene, "coverage"))].filter(({ node }) => node.key === "name").map(({ node }) => node.text ?? "");
    expect(names.filter((name) => name.endsWith("…"))).toEqual([]);
    expect(names).toContain("Recurrent excitation");
    expect(layer(scene, "totals")).toEqual([]);
  });

  it("lists the parts of atlases that the built-in drawings do not know", () => {
    const picture: Picture = {
      title: "",
      claims: [claim("c", "CA1 as state", "supported", "analogy", [1, 0], side("hippo:CA1"), side("net:state"))],
      parts: [],
      atlases: [
        {
          id: "hippo",
          label: "Hippocampus",
          parts: [
            { id: "hippo:CA1", label: "CA1", kind: undefined },
            { id: "hippo:CA3", label: "CA3", kind: undefined },
          ],
        },
      ],
    };
    expect(coverageOf(picture).map(({ label, mapped, parts }) => [label, mapped, parts.length])).toEqual([
      ["Hippocampus", 1, 2],
      ["net", 1, 1],
    ]);
  });
});

describe("a comparison", () => {
  const compare = { left: { source: "konig2026" }, right: { source: "bastos2012" } };

  it("says who gives what which role", () => {
    const { left, right, rows, counts } = comparisonOf(sideOf(rivals, compare.left), sideOf(rivals, compare.right));
    expect([left, right]).toEqual(["König & Negrello 2026", "Bastos et al. 2012"]);
    expect(rows.map(({ key, verdict }) => [key, verdict])).toEqual([
      ["cortex:L2/3", "contradiction"],
      ["cortex:L1-feedback", "rival"],
      ["cortex:L4", "left only"],
      ["cortex:L5", "right only"],
    ]);
    expect(counts).toEqual({ contradiction: 1, rival: 1, same: 0, "left only": 1, "right only": 1 });
  });

  it("of a picture with itself finds nothing but the same", () => {
    for (const picture of [rivals, eightClaims]) {
      const one = { ...picture, claims: picture.claims.filter(({ key }) => key !== "b-error" && key !== "b-key") };
      expect(new Set(comparisonOf(one, one).rows.map(({ verdict }) => verdict))).toEqual(new Set(["same"]));
    }
  });

  it("hears what the engine calls rivals, though the things are named differently", () => {
    const [query, ...others] = rivals.claims;
    const calls = {
      ...rivals,
      claims: [{ ...(query as PictureClaim), rivals: ["b-alone"] }, ...others.filter(({ key }) => key !== "b-error")],
    };
    const { rows } = comparisonOf(sideOf(calls, compare.left), sideOf(calls, compare.right));
    expect(rows.find(({ key }) => key === "cortex:L1-feedback")).toMatchObject({ verdict: "rival", right: [{ key: "b-alone" }] });
  });

  it("is drawn with a rail for each side; what both say stands across both", () => {
    const shared = told(claim("both", "L6 as Key", "supported", "analogy", [1, 0], side("cortex:L6"), side("transformer:Key")), {
      sources: [konig, bastos],
    });
    const view: PictureView = { compare };
    const scene = buildScene({ ...rivals, claims: [...rivals.claims, shared] }, { view });
    const chips = new Map(
      layer(scene, "chips").map((chip) => {
        const box = [...walk([chip])].find(({ node }) => node.tag === "rect")?.node.attrs.width;
        return [chip.key, [Number(/translate\((\S+)/.exec(String(chip.attrs.transform))?.[1]), Number(box)]] as const;
      }),
    );
    const [left = [0, 0], right = [0, 0], both = [0, 0]] = ["k-query", "b-error", "both"].map((key) => chips.get(key));
    expect(chips.has("own")).toBe(false);
    expect(right[0]).toBeGreaterThan((left[0] ?? 0) + (left[1] ?? 0));
    expect(both[0]).toBe(left[0]);
    expect(both[1]).toBeGreaterThan(2 * (left[1] ?? 0));
    const joints = [...walk(layer(scene, "comparison"))]
      .filter(({ node }) => String(node.attrs.class).startsWith("joint-"))
      .map(({ node }) => node.key);
    expect(joints).toContain("cortex:L1-feedback");
    expect(scene.title).toBe("Comparison of König & Negrello 2026 and Bastos et al. 2012 in rivals.lamina: 7 claims");
    expect(scene.description).toContain("Parts and pathways: 1 contradicted · 1 with rival roles · 1 the same");
  });

  it("of two texts draws claims of one key as two where they differ, and as one where not", () => {
    const before: Picture = {
      ...rivals,
      claims: rivals.claims.map((one) => (one.key === "k-query" ? { ...one, standing: "supported" } : one)),
    };
    const view: PictureView = { compare: { left: { picture: before, label: "before" }, right: { whole: true, label: "now" } } };
    const chips = layer(buildScene(rivals, { view }), "chips").map(({ key }) => key);
    expect(chips).toHaveLength(8);
    expect(chips.filter((key) => key.startsWith("k-query")).sort()).toEqual(["k-query", "k-query (left)"]);
  });
});
