/** What is promised of the layout: it is stable, nothing covers a label, and it costs what its claims cost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import { docks } from "../../src/diagram/docks.ts";
import type { Picture, PictureClaim } from "../../src/diagram/picture.ts";
import { railSize } from "../../src/diagram/rail.ts";
import type { Scene, SceneNode } from "../../src/diagram/scene.ts";
import type { PictureView } from "../../src/diagram/view.ts";
import { claim, eightClaims, madeUpClaims, oddClaims, side, twentyFourClaims } from "./fixtures.ts";
import { boxes, labelBoxes, layer, overlaps, walk } from "./helpers.ts";

const column = docks.filter(({ drawing, body }) => drawing === "column" && body.kind !== "shelf").map(({ id }) => id);
const block = docks.filter(({ drawing, body }) => drawing === "block" && body.kind !== "shelf").map(({ id }) => id);

const anyClaim = (key: string): fc.Arbitrary<PictureClaim> =>
  fc
    .tuple(fc.constantFrom(...column), fc.constantFrom(...block), fc.constantFrom("supported", "contested", "unsupported" as const))
    .map(([left, right, standing]) =>
      claim(key, `${left} as ${right}`, standing as PictureClaim["standing"], "functional", [1, 0], side(left), side(right)),
    );

const anyClaims = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyClaim(`c${at}`))));

const picture = (claims: readonly PictureClaim[]): Picture => ({ title: "t", claims, parts: [] });

/** Centres of the chips, from above. */
const chipsOf = (scene: Scene): Map<string, number> =>
  new Map(boxes(layer(scene, "chips")).map(({ key, y, height }) => [key, y + height / 2]));

/** Heights of the ports of all parts that are not claims' own: circles of ribbons are left out. */
const anatomy = (scene: Scene): unknown[] =>
  [...walk(scene.nodes.filter(({ key }) => key === "cortex" || key === "transformer"))]
    .filter(({ node }) => node.tag === "rect" || (node.tag === "text" && !String(node.attrs.class).includes("t-muted")))
    .map(({ node }) => [node.key, node.attrs.x, node.attrs.y]);

describe("an edit moves only what it must", () => {
  const gap = 60;

  it("keeps the order of the other chips, and shifts them by no more than a gap, when a claim comes or goes", () => {
    fc.assert(
      fc.property(anyClaims, anyClaim("new"), (claims, added) => {
        fc.pre(railSize(claims.length, 772).gap === railSize(claims.length + 1, 772).gap);
        const before = chipsOf(buildScene(picture(claims)));
        const after = chipsOf(buildScene(picture([...claims, added])));
        const sorted = (chips: Map<string, number>): string[] =>
          [...chips]
            .filter(([key]) => key !== "new")
            .sort((a, b) => a[1] - b[1])
            .map(([key]) => key);
        expect(sorted(after)).toEqual(sorted(before));
        for (const [key, y] of before) expect(Math.abs((after.get(key) ?? Number.NaN) - y), key).toBeLessThanOrEqual(gap + 0.2);
      }),
      { numRuns: 80 },
    );
  });

  it("never moves the drawings, whatever is claimed", () => {
    fc.assert(
      fc.property(anyClaims, anyClaims, (claims, others) => {
        const [one, two] = [anatomy(buildScene(picture(claims))), anatomy(buildScene(picture(others)))].map((list) => list.map(String));
        const known = new Set(one);
        // what is drawn only while it is claimed comes and goes; all else stands in both
        expect((two ?? []).filter((each) => known.has(each)).length).toBeGreaterThan(55);
      }),
      { numRuns: 30 },
    );
  });

  it("repaints in place when a claim changes its standing, its strength or its counts", () => {
    fc.assert(
      fc.property(anyClaims, fc.nat(11), (claims, at) => {
        const index = at % claims.length;
        const changed = claims.map((one, each) => (each === index ? { ...one, standing: "overstated" as const, supports: 7 } : one));
        expect(chipsOf(buildScene(picture(changed)))).toEqual(chipsOf(buildScene(picture(claims))));
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the order in which claims are written", () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const one = chipsOf(buildScene(picture(claims)));
        const two = chipsOf(buildScene(picture([...claims].reverse())));
        expect(new Map([...two].sort())).toEqual(new Map([...one].sort()));
      }),
      { numRuns: 30 },
    );
  });
});

describe("what did not change", () => {
  const changeOne = (claims: readonly PictureClaim[]): readonly PictureClaim[] =>
    claims.map((one, at) => (at === 3 ? { ...one, supports: one.supports + 1 } : one));

  it("is drawn as the very same nodes: the anatomy, and the claims beside the one that changed", () => {
    const before = buildScene(eightClaims);
    const after = buildScene({ ...eightClaims, claims: changeOne(eightClaims.claims) });
    const other = eightClaims.claims[3]?.key;
    for (const key of ["cortex", "transformer"])
      expect(after.nodes.find((node) => node.key === key)).toBe(before.nodes.find((node) => node.key === key));
    const own = (scene: Scene): SceneNode[] =>
      ["ribbons", "nodes", "chips"].flatMap((key) => layer(scene, key)).filter(({ key }) => key !== other);
    const kept = own(before);
    own(after).forEach((node, at) => {
      expect(node).toBe(kept[at]);
    });
    expect(kept.length).toBeGreaterThan(14);
  });

  it("is drawn as the same nodes by the hundreds, too", () => {
    const many = madeUpClaims(300);
    const before = buildScene(many);
    const after = buildScene({ ...many, claims: changeOne(many.claims) });
    for (const key of ["cortex", "transformer"])
      expect(after.nodes.find((node) => node.key === key)).toBe(before.nodes.find((node) => node.key === key));
  });
});

const views: readonly (readonly [string, PictureView])[] = [
  ["as it is", {}],
  ["as coverage", { coverage: true }],
  ["with a part in focus", { focus: { part: "cortex:L1-feedback" } }],
];

const pictures: readonly (readonly [string, Picture])[] = [
  ["eight claims", eightClaims],
  ["twenty-four claims", twentyFourClaims],
  ["odd claims", oddClaims],
  ["a hundred claims", madeUpClaims(100)],
  ["three hundred claims", madeUpClaims(300)],
  ["two thousand claims", madeUpClaims(2000)],
];

describe.each(pictures)("the labels of %s", (_, drawn) => {
  it.each(views)("do not cover each other, drawn %s", (__, view) => {
    for (const width of drawn.claims.length > 500 ? [1000, 1440] : [1000, 1240, 1440, 1800]) {
      const scene = buildScene(drawn, { width, view });
      const labels = labelBoxes(scene.nodes);
      expect(labels.length).toBeGreaterThan(40);
      expect(overlaps(labels), String(width)).toEqual([]);
      for (const { key, x, width: long } of labels) {
        expect(x, key).toBeGreaterThanOrEqual(0);
        expect(x + long, key).toBeLessThanOrEqual(scene.width + 2);
      }
    }
  });
});

describe("two thousand claims", () => {
  const many = madeUpClaims(2000);
  const scene = buildScene(many);

  it("are bundled, so that what is drawn does not grow with them", () => {
    const count = (one: Scene): number => [...walk(one.nodes)].length;
    expect(scene.bundles.flatMap((bundle) => bundle.claims)).toHaveLength(2000);
    expect(count(scene)).toBeLessThan(count(buildScene(madeUpClaims(300))) * 1.6);
    expect(layer(scene, "chips").length).toBeLessThan(30);
    expect(scene.height).toBeLessThan(1300);
  });

  it("keep their bundles within the room of their layers and rows", () => {
    for (const { node, trail } of walk(layer(scene, "ribbons"))) expect(Number(node.attrs["stroke-width"] ?? 0), trail).toBeLessThan(110);
  });
});
