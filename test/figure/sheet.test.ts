import { describe, expect, it } from "vitest";
import type { SceneNode } from "../../src/diagram/scene.ts";
import { shapesOf } from "../../src/figure/shapes.ts";
import { Sheet, stepOf } from "../../src/figure/sheet.ts";
import { eightClaims } from "../diagram/fixtures.ts";
import { made } from "./made.ts";

const node = (tag: SceneNode["tag"], className: string, attrs: SceneNode["attrs"] = {}): SceneNode => ({
  key: "",
  tag,
  attrs: { class: className, ...attrs },
});

const outer = node("g", "claim standing-open");

describe("a style sheet", () => {
  const sheet = new Sheet(
    "text{fill:#111111}.a{fill:#222222;stroke-width:3px}.standing-open .a,.x .a{fill:#333333}.a.b{opacity:.5}.a{stroke:none}",
  );
  const style = (inner: SceneNode, around: readonly SceneNode[] = []) => sheet.styleOf([...around, inner].map(stepOf), inner, {});

  it("lets the narrower rule win, and the later among equals", () => {
    expect(style(node("text", "")).fill).toBe("#111111");
    expect(style(node("text", "a")).fill).toBe("#222222");
    expect(style(node("text", "a"), [outer])).toEqual({ fill: "#333333", "stroke-width": "3px", stroke: "none" });
    expect(style(node("path", "b a")).opacity).toBe(".5");
    expect(style(node("path", "b")).opacity).toBeUndefined();
  });

  it("outweighs attributes, which outweigh what is inherited", () => {
    expect(style(node("path", "a", { fill: "#ffffff" })).fill).toBe("#222222");
    expect(style(node("path", "c", { fill: "#ffffff" })).fill).toBe("#ffffff");
    const own = node("path", "c");
    expect(sheet.styleOf([stepOf(own)], own, { fill: "#444444", opacity: ".2" })).toEqual({ fill: "#444444" });
  });
});

describe("the shapes of a figure", () => {
  it("lie within it, in colours of its theme, and leave out what only a page needs", () => {
    const figure = made(eightClaims, { theme: "dark" });
    const shapes = shapesOf(figure);
    expect(shapes[0]).toMatchObject({ kind: "path", fill: { colour: "#1f1f1f", opacity: 1 } });
    expect(shapes.filter(({ kind }) => kind === "fade")).toMatchObject([{ colour: "#1f1f1f" }]);
    const words = shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : []));
    expect(words.map(({ runs }) => runs.map(({ content }) => content).join(""))).toContain("WQ");
    for (const { x, y, runs } of words) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(figure.scene.width);
      expect(y).toBeLessThanOrEqual(figure.scene.height);
      for (const { size, colour } of runs) {
        expect(size).toBeGreaterThan(8);
        expect(colour).toMatch(/^#[0-9a-f]{6}$/);
      }
    }
    // nothing but an outline that is filled or drawn is painted
    for (const shape of shapes) if (shape.kind === "path") expect(shape.fill ?? shape.stroke).toBeDefined();
  });
});
