import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import type { Picture, PictureClaim } from "../../src/diagram/picture.ts";
import type { SceneNode } from "../../src/diagram/scene.ts";
import { Drawing } from "../../src/webview/drawing.ts";
import { FakeElement, FakePage } from "./page.ts";

let page: FakePage;
let root: FakeElement;
let drawing: Drawing;

beforeEach(() => {
  page = new FakePage();
  vi.stubGlobal("document", page);
  root = new FakeElement("g", page);
  drawing = new Drawing(root as never);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const end = (part: string) => ({ written: part, part: `${part}`, along: [] });
const claim = (key: string, change: Partial<PictureClaim> = {}): PictureClaim => ({
  key,
  id: key,
  written: "L4 as Value",
  standing: "supported",
  asserted: "functional",
  earned: "functional",
  negated: false,
  left: { open: false, join: "one", ends: [end("cortex:L4")] },
  right: { open: false, join: "one", ends: [end("transformer:Value")] },
  supports: 1,
  disputes: 0,
  ...change,
});
const picture = (claims: readonly PictureClaim[]): Picture => ({ title: "t", claims, parts: [] });
const node = (key: string, attrs: SceneNode["attrs"] = {}, children: readonly SceneNode[] = []): SceneNode => ({
  key,
  tag: "g",
  attrs,
  children,
});

describe("a drawing", () => {
  it("touches nothing where nothing changed", () => {
    const claims = [claim("a"), claim("b")];
    drawing.show(buildScene(picture(claims)).nodes);
    const { made, writes } = page;
    drawing.show(buildScene(picture([...claims])).nodes);
    expect([page.made, page.writes]).toEqual([made, writes]);
  });

  it("makes nothing anew where one claim differs", () => {
    drawing.show(buildScene(picture([claim("a"), claim("b")])).nodes);
    const { made, writes } = page;
    drawing.show(buildScene(picture([claim("a"), claim("b", { supports: 2 })])).nodes);
    expect(page.made).toBe(made);
    expect(page.writes).toBeGreaterThan(writes);
    expect(page.writes - writes).toBeLessThan(10);
  });

  it("leaves no element and no listener behind after two thousand scenes", () => {
    const standings = ["supported", "overstated", "contested", "refuted", "unsupported", "open"] as const;
    const first = buildScene(picture([claim("a")])).nodes;
    drawing.show(first);
    const size = root.size;
    const scenes = Array.from({ length: 12 }, (_, at) => {
      const claims = Array.from({ length: 1 + (at % 4) }, (__, index) =>
        claim(`c${(at * 3 + index) % 7}`, { standing: standings[(at + index) % 6] ?? "open", supports: at }),
      );
      return buildScene(picture(claims)).nodes;
    });
    for (let times = 0; times < 2000; times++) drawing.show(scenes[(times * 5) % scenes.length] ?? []);
    drawing.show(first);
    expect(root.size).toBe(size);
    expect(page.listeners).toBe(0);
    drawing.show([]);
    expect(root.size).toBe(1);
  });

  it("keeps a title as data, so that the browser does not show it over the card", () => {
    const title: SceneNode = { key: "title", tag: "title", attrs: {}, text: "Layer 4" };
    drawing.show([node("part", { "data-part": "cortex:L4" }, [title])]);
    expect(root.children[0]?.getAttribute("data-name")).toBe("Layer 4");
    expect(root.children[0]?.children).toEqual([]);
    drawing.show([node("part", { "data-part": "cortex:L4" })]);
    expect(root.children[0]?.getAttribute("data-name")).toBeNull();
  });
});
