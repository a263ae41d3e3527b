import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import { MOST_CLAIMS } from "../../src/diagram/bundle.ts";
import { docks } from "../../src/diagram/docks.ts";
import { textWidth } from "../../src/diagram/measure.ts";
import type { Picture, PictureClaim, PictureEnd, PictureSide } from "../../src/diagram/picture.ts";
import type { Scene, SceneNode } from "../../src/diagram/scene.ts";
import { sceneToSvg } from "../../src/diagram/svg.ts";
import { claim, eightClaims, end, madeUpClaims, oddClaims, side, twentyFourClaims } from "./fixtures.ts";
import { boxes, layer, overlaps, walk, xmlProblems } from "./helpers.ts";

const pictures: readonly (readonly [string, Picture])[] = [
  ["none", { title: "", claims: [], parts: [] }],
  ["eight claims", eightClaims],
  ["twenty-four claims", twentyFourClaims],
  ["odd claims", oddClaims],
  ["forty claims", madeUpClaims(40)],
  ["a hundred claims", madeUpClaims(100)],
  ["three hundred claims", madeUpClaims(300)],
];

const nasty = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("", "<script>", "&amp;", "\"'><g>", "]]>", "\u0000\u001b", "\ud800", "\u202eabc", "丘脑", "L4 → L2/3", "a".repeat(3000)),
);
const partId = fc.oneof(
  fc.constantFrom(...docks.map((dock) => dock.id)),
  fc.constantFrom("chem:x", "cortex:L9", "transformer:", ":", "x"),
  nasty,
);
const anyEnd: fc.Arbitrary<PictureEnd> = fc.record({
  written: nasty,
  part: fc.option(partId, { nil: undefined }),
  along: fc.array(fc.option(partId, { nil: undefined }), { maxLength: 3 }),
  claim: fc.option(fc.constantFrom("k0", "k1", "nowhere"), { nil: undefined, freq: 8 }),
});
const anySide: fc.Arbitrary<PictureSide> = fc.record({
  open: fc.boolean(),
  join: fc.constantFrom("one", "all", "any", "each", "outweighs"),
  ends: fc.array(anyEnd, { maxLength: 4 }),
});
const anyNumber = fc.oneof(fc.nat(9), fc.constantFrom(Number.NaN, -3, Number.POSITIVE_INFINITY, 1e9, 2.5));
const anyClaim: fc.Arbitrary<PictureClaim> = fc.record({
  key: fc.oneof(fc.constantFrom("k0", "k1", "chips"), nasty),
  id: fc.option(nasty, { nil: undefined }),
  written: nasty,
  standing: fc.constantFrom("supported", "overstated", "contested", "refuted", "unsupported", "open"),
  asserted: fc.constantFrom("analogy", "functional", "mechanistic", "literal"),
  earned: fc.constantFrom("analogy", "functional", "mechanistic", "literal", undefined),
  negated: fc.boolean(),
  left: anySide,
  right: anySide,
  supports: anyNumber,
  disputes: anyNumber,
});
const anyPicture: fc.Arbitrary<Picture> = fc.record({
  title: nasty,
  claims: fc.oneof(
    { weight: 4, arbitrary: fc.array(anyClaim, { maxLength: 9 }) },
    { weight: 1, arbitrary: fc.array(anyClaim, { minLength: 41, maxLength: 46 }) },
  ),
  parts: fc.array(fc.record({ id: partId, label: nasty, kind: fc.option(nasty, { nil: undefined }) }), { maxLength: 3 }),
});

/** Keys that two siblings share, and attributes that are no numbers. */
function faults(scene: Scene): string[] {
  const found: string[] = [];
  const check = (nodes: readonly SceneNode[], trail: string): void => {
    const keys = new Set<string>();
    for (const node of nodes) {
      if (keys.has(node.key)) found.push(`twice: ${trail}/${node.key}`);
      keys.add(node.key);
      for (const [name, value] of Object.entries(node.attrs))
        if (
          typeof value === "number"
            ? !Number.isFinite(value)
            : /NaN|undefined|Infinity/.test(name === "d" || name === "transform" ? value : "")
        )
          found.push(`${trail}/${node.key} ${name}=${value}`);
      if (node.children) check(node.children, `${trail}/${node.key}`);
    }
  };
  check(scene.nodes, "");
  return found;
}

describe.each(pictures)("the picture of %s", (_, picture) => {
  it.each([720, 1000, 1100, 1440, 1800])("is sound at a width of %d", (width) => {
    const scene = buildScene(picture, { width });
    expect(faults(scene)).toEqual([]);
    for (const standalone of [true, false]) expect(xmlProblems(sceneToSvg(scene, { theme: "light", standalone }))).toEqual([]);
  });

  it.each([1000, 1440])("has no two chips in one place at a width of %d, and all of them inside", (width) => {
    const scene = buildScene(picture, { width });
    const chips = boxes(layer(scene, "chips"));
    expect(overlaps(chips)).toEqual([]);
    for (const chip of chips) {
      expect(chip.y, chip.key).toBeGreaterThanOrEqual(0);
      expect(chip.y + chip.height, chip.key).toBeLessThan(scene.height);
    }
    expect(overlaps(boxes(layer(scene, "totals")))).toEqual([]);
  });

  it.each([1000, 1280, 1440])("keeps its legend within a width of %d", (width) => {
    const scene = buildScene(picture, { width });
    for (const { node, trail } of walk(layer(scene, "legend"))) {
      if (node.tag !== "text" || String(node.attrs.class).includes("t-mid")) continue;
      const content = node.text ?? (node.children ?? []).map((child) => child.text).join("");
      expect(Number(node.attrs.x) + textWidth(content, 11), trail).toBeLessThan(width);
    }
  });

  it("is the same, byte for byte, when it is drawn again", () => {
    const again: Picture = JSON.parse(JSON.stringify(picture));
    const write = (from: Picture): string => sceneToSvg(buildScene(from), { theme: "dark", standalone: true });
    expect(write(again)).toBe(write(picture));
  });
});

describe("a scene", () => {
  it("is drawn whatever the picture says", () => {
    fc.assert(
      fc.property(anyPicture, fc.oneof(fc.integer({ min: -10, max: 3000 }), fc.constant(Number.NaN)), (picture, width) => {
        const scene = buildScene(picture, { width, height: width });
        expect(faults(scene)).toEqual([]);
        expect(xmlProblems(sceneToSvg(scene, { theme: "light", standalone: false }))).toEqual([]);
        expect(overlaps(boxes(layer(scene, "chips")))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("survives being sent as JSON", () => {
    const scene = buildScene(oddClaims);
    expect(JSON.parse(JSON.stringify(scene))).toEqual(scene);
  });

  it("draws words it does not know as what they are not: unsupported", () => {
    const odd = {
      ...claim("c", "a as b", "supported", "analogy", [0, 0], side("cortex:L4"), side("transformer:Key")),
      standing: "splendid",
      asserted: "huge",
    };
    const scene = buildScene({ title: "", claims: [odd as unknown as PictureClaim], parts: [] });
    expect(faults(scene)).toEqual([]);
    expect(layer(scene, "chips")[0]?.attrs.class).toBe("claim standing-unsupported");
  });

  it("makes each chip a button with a name", () => {
    const chips = layer(buildScene(eightClaims), "chips");
    expect(chips).toHaveLength(8);
    const queries = chips.find((chip) => chip.key === "C04-queries");
    expect(queries?.attrs).toMatchObject({
      role: "button",
      tabindex: 0,
      "data-claim": "C04-queries",
      "data-parts": "cortex:L1-feedback transformer:Query",
      "aria-label": "C04 queries: L1-feedback as Query; contested; 3 for, 2 against",
    });
    expect(chips.find((chip) => chip.key === "C06-not-literal")?.attrs["aria-label"]).toContain("denied; unsupported");
  });

  it("shows what a claim denies however long its name is, and a claim without an id in full", () => {
    const denied = claim("n".repeat(80), "L4 not as Key", "contested", "literal", [1, 1], side("cortex:L4"), side("transformer:Key"), {
      negated: true,
    });
    const nameless = {
      ...claim(
        "",
        "thalamus → L4 and all else as Embedding",
        "supported",
        "analogy",
        [1, 0],
        side("cortex:L4"),
        side("transformer:Embedding"),
      ),
      key: "#1",
      id: undefined,
    };
    const chips = layer(buildScene({ title: "", claims: [denied, nameless], parts: [] }), "chips");
    const texts = (key: string): (string | undefined)[] =>
      [...walk(chips.filter((chip) => chip.key === key))].filter(({ node }) => node.tag === "text").map(({ node }) => node.text);
    expect(texts("n".repeat(80))).toContain("NOT");
    expect(texts("#1").slice(0, 1).concat(texts("#1").slice(-1)).join(" ")).toBe("thalamus → L4 and all else as Embedding");
  });

  it("names what a pathway runs along, so that it can be lit with its claim", () => {
    const chip = layer(buildScene(eightClaims), "chips").find((node) => node.key === "C08-thalamic-share");
    expect(chip?.attrs["data-parts"]).toBe("cortex:thalamus-to-L4 transformer:Embedding cortex:thalamus cortex:L4");
  });

  it("tells what it shows to those who do not see it", () => {
    const scene = buildScene(eightClaims);
    expect(scene.title).toBe("Column view of hypothesis.lamina: 8 claims");
    expect(scene.description).toContain("1 supported, 2 overstated, 2 contested, 1 refuted, 1 unsupported, 1 open gap.");
    expect(scene.description).toContain("C12 recurrence: recurrent-excitation as ?; open gap; 2 for, 0 against.");
  });

  it("escapes every text of the writer's", () => {
    const evil = `<b>&"'`;
    const picture: Picture = {
      title: evil,
      claims: [
        claim(evil, evil, "supported", "analogy", [1, 0], { open: false, join: "one", ends: [end(undefined, evil)] }, side("a:<i>")),
      ],
      parts: [{ id: "a:<i>", label: evil, kind: undefined }],
    };
    const svg = sceneToSvg(buildScene(picture), { theme: "light", standalone: false });
    expect(xmlProblems(svg)).toEqual([]);
    expect(svg).not.toContain("<b>");
    expect(svg).not.toContain("<i>");
    expect(svg).toContain("&lt;b&gt;&amp;&quot;&#39;");
  });

  it("keeps the elements of other claims when one changes its standing", () => {
    const before = buildScene(eightClaims);
    const after = buildScene({
      ...eightClaims,
      claims: eightClaims.claims.map((one) => (one.key === "C03-values" ? { ...one, standing: "supported" } : one)),
    });
    const others = (scene: Scene): SceneNode[] =>
      ["ribbons", "nodes", "chips"].flatMap((key) => layer(scene, key)).filter((node) => node.key !== "C03-values");
    expect(others(after)).toEqual(others(before));
    expect(after.nodes.find((node) => node.key === "cortex")).toEqual(before.nodes.find((node) => node.key === "cortex"));
  });
});

describe("where claims are drawn", () => {
  const ends = (scene: Scene, key: string): (readonly [string, number])[] =>
    [...walk(layer(scene, "ribbons").filter((node) => node.key === key))]
      .filter(({ node }) => String(node.attrs.class).startsWith("end-"))
      .map(({ node }) => [String(node.attrs.class), Number(node.attrs.cx)] as const);
  const odd = buildScene(oddClaims);

  it("draws a claim from model to cortex with the cortex on the left; the open end stays the claim's left end", () => {
    expect(ends(odd, "turned")).toEqual([
      ["end-open", 1008],
      ["end-filled", 416],
    ]);
  });

  it("draws both ends of a claim within one drawing on that side", () => {
    expect(ends(odd, "within-column").map(([, x]) => x)).toEqual([416, 416]);
    expect(ends(odd, "within-block").map(([, x]) => x)).toEqual([1008, 1008]);
  });

  it("puts parts of other atlases and unknown names on the shelf", () => {
    const labels = (key: string): (string | undefined)[] =>
      [...walk(layer(odd, key))].filter(({ node }) => node.key === "label").map(({ node }) => node.text);
    expect(labels("shelf left")).toEqual(["Bombykol monolayer", "CA1 field", "CA3", "unknown: L7"]);
    expect(labels("shelf right")).toEqual(["Linear attention", "equation-of-state"]);
  });

  it("draws a pathway that no atlas has as an arrow between its ports", () => {
    expect(layer(odd, "as written").map((node) => node.key)).toEqual(["left as written L5 → L1"]);
  });

  it("takes query, key and value together as one", () => {
    const scene = buildScene(eightClaims);
    expect(layer(scene, "as written").map((node) => node.key)).toEqual(["right streams"]);
    const meeting = layer(scene, "nodes").filter((node) => [...walk([node])].some(({ node: { key } }) => key === "disc"));
    expect(meeting.map((node) => node.key).sort()).toEqual(["C05-keys", "C07-gating"]);
  });

  it("draws what is claimed pair by pair as pairs, with a number at either end of each", () => {
    const scene = buildScene(twentyFourClaims);
    const numbers = (flank: "left" | "right"): (string | undefined)[] =>
      [...walk(layer(scene, "nodes").filter((node) => node.key === "C13-laminar"))]
        .filter(({ node }) => node.attrs.class === "pair-number" && Number(node.attrs.x) < 700 === (flank === "left"))
        .map(({ node }) => node.text);
    expect(numbers("left")).toEqual(["1", "2", "3", "4"]);
    expect(numbers("right")).toEqual(["1", "2", "3", "4"]);
    // four ribbons on each side, none of them through a node
    const ribbons = [...walk(layer(scene, "ribbons").filter((node) => node.key === "C13-laminar"))];
    expect(ribbons.filter(({ node }) => node.attrs.class === "casing")).toHaveLength(8);
  });

  it("joins a claim to the claims that are its ends", () => {
    const group = layer(buildScene(twentyFourClaims), "ribbons").filter((node) => node.key === "C24-whole-mapping");
    expect([...walk(group)].filter(({ node }) => node.attrs.class === "thread")).toHaveLength(3);
  });

  it("shares rows of the shelf where another atlas has very many parts", () => {
    const claims = Array.from({ length: 30 }, (_, index) =>
      claim(`c${index}`, "x", "supported", "analogy", [1, 0], side(`chem:m${index}`), side("transformer:Key")),
    );
    const beside = claim("beside", "L4 as Key", "supported", "analogy", [1, 0], side("cortex:L4"), side("transformer:Key"));
    const rows = layer(buildScene({ title: "", claims: [...claims, beside], parts: [] }), "shelf left").filter((node) =>
      node.key.startsWith("row"),
    );
    expect(rows).toHaveLength(1);
  });
});

describe("bundles", () => {
  it("begin beyond forty claims", () => {
    expect(buildScene(madeUpClaims(MOST_CLAIMS)).bundles).toEqual([]);
    expect(buildScene(madeUpClaims(MOST_CLAIMS + 1)).bundles.length).toBeGreaterThan(0);
  });

  it("hold every claim exactly once", () => {
    const picture = madeUpClaims(300);
    const held = buildScene(picture).bundles.flatMap((bundle) => bundle.claims);
    expect(held.sort()).toEqual(picture.claims.map((one) => one.key).sort());
  });

  it("say how many claims they hold, and what is not shown", () => {
    const scene = buildScene(madeUpClaims(300));
    const byKey = new Map(scene.bundles.map((bundle) => [bundle.key, bundle.claims.length]));
    const chips = layer(scene, "chips");
    const shown = chips.filter((chip) => byKey.has(chip.key));
    const total = (chip: SceneNode): number => Number(chip.children?.find((node) => node.key === "total")?.text);
    for (const chip of shown) expect(total(chip)).toBe(byKey.get(chip.key));
    const rest = chips.find((chip) => chip.key === "small bundles")?.children?.find((node) => node.key === "label")?.text ?? "";
    const hidden = 300 - shown.reduce((sum, chip) => sum + total(chip), 0);
    expect(rest).toBe(`+ ${scene.bundles.length - shown.length} small bundles, ${hidden} claims`);
  });
});
