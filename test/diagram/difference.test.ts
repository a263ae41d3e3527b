import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import { applied, differenceOf, isEmpty } from "../../src/diagram/difference.ts";
import type { Picture } from "../../src/diagram/picture.ts";
import type { Scene, SceneNode } from "../../src/diagram/scene.ts";
import { eightClaims, madeUpClaims, oddClaims, twentyFourClaims } from "./fixtures.ts";

const key = fc.constantFrom("a", "b", "c", "d");
const attrs = fc.dictionary(fc.constantFrom("x", "class", "d"), fc.oneof(fc.nat(3), fc.constantFrom("m", "n")), { maxKeys: 3 });
const { node } = fc.letrec<{ node: SceneNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ key, tag: fc.constantFrom("rect", "path"), attrs }) as fc.Arbitrary<SceneNode>,
    fc.record({ key, tag: fc.constant("text"), attrs, text: fc.constantFrom("", "one", "two") }) as fc.Arbitrary<SceneNode>,
    fc.record({ key, tag: fc.constant("g"), attrs, children: fc.array(tie("node"), { maxLength: 4 }) }) as fc.Arbitrary<SceneNode>,
  ),
}));
const anyScene: fc.Arbitrary<Scene> = fc.record({
  width: fc.nat(2),
  height: fc.nat(2),
  title: fc.constantFrom("t", "u"),
  description: fc.constantFrom("", "x"),
  nodes: fc.array(node, { maxLength: 5 }),
  bundles: fc.array(fc.record({ key, label: fc.constantFrom("l", "m"), claims: fc.subarray(["p", "q"]) }), { maxLength: 2 }),
});

const pictures: readonly Picture[] = [
  { title: "", claims: [], parts: [] },
  eightClaims,
  { ...eightClaims, claims: eightClaims.claims.slice(2).reverse() },
  { ...eightClaims, claims: eightClaims.claims.map((one) => ({ ...one, standing: "contested" })) },
  twentyFourClaims,
  oddClaims,
  madeUpClaims(60),
  madeUpClaims(61),
];

describe("the difference of two scenes", () => {
  it("makes the one into the other, after it has crossed the wire", () => {
    fc.assert(
      fc.property(anyScene, anyScene, (old, next) => {
        const sent = JSON.parse(JSON.stringify(differenceOf(old, next)));
        expect(applied(old, sent)).toEqual(next);
      }),
      { numRuns: 400 },
    );
    const scenes = pictures.map((picture) => buildScene(picture));
    for (const old of scenes)
      for (const next of scenes) expect(applied(old, JSON.parse(JSON.stringify(differenceOf(old, next))))).toEqual(next);
  });

  it("of equal scenes is empty, though they are other objects", () => {
    fc.assert(
      fc.property(anyScene, (scene) => {
        // siblings of one key cannot be told apart, and are sent again
        fc.pre(distinct(scene.nodes));
        expect(isEmpty(differenceOf(scene, JSON.parse(JSON.stringify(scene))))).toBe(true);
      }),
    );
    expect(isEmpty(differenceOf(buildScene(oddClaims), JSON.parse(JSON.stringify(buildScene(oddClaims)))))).toBe(true);
  });

  it("leaves what does not differ the same object", () => {
    const old: Scene = JSON.parse(JSON.stringify(buildScene(eightClaims)));
    const changed = { ...eightClaims, claims: eightClaims.claims.map((one, at) => (at === 2 ? { ...one, supports: 9 } : one)) };
    const next = applied(old, differenceOf(old, buildScene(changed)));
    for (const name of ["cortex", "transformer", "ribbons", "nodes", "legend"])
      expect(next.nodes.find((one) => one.key === name)).toBe(old.nodes.find((one) => one.key === name));
    const chips = (scene: Scene): readonly SceneNode[] => scene.nodes.find((one) => one.key === "chips")?.children ?? [];
    const differing = chips(next).filter((chip, at) => chip !== chips(old)[at]);
    expect(differing.map((chip) => chip.key)).toEqual([eightClaims.claims[2]?.key]);
  });

  it("is small where little changed", () => {
    const many = madeUpClaims(300);
    const changed = { ...many, claims: many.claims.map((one, at) => (at === 7 ? { ...one, standing: "refuted" as const } : one)) };
    const [old, next] = [buildScene(many), buildScene(changed)];
    expect(JSON.stringify(differenceOf(old, next)).length).toBeLessThan(JSON.stringify(next).length / 5);
  });

  it("passes over what it says of nodes that are not there", () => {
    const [one] = [buildScene(eightClaims)];
    expect(
      applied(one, { nodes: { changed: [{ key: "nowhere", text: "x" }], order: ["ground", "nowhere"] } }).nodes.map(
        ({ key: name }) => name,
      ),
    ).toEqual(["ground"]);
  });
});

function distinct(nodes: readonly SceneNode[]): boolean {
  return new Set(nodes.map((one) => one.key)).size === nodes.length && nodes.every((one) => distinct(one.children ?? []));
}
