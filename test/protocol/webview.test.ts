import { describe, expect, it } from "vitest";
import { everything } from "../../src/protocol/column.ts";
import { readFromWebview, readLeft, readToWebview } from "../../src/protocol/webview.ts";

const scene = { width: 10, height: 10, title: "t", description: "d", nodes: [], bundles: [] };
const left = { viewport: { x: 1, y: 2, scale: 0.5 }, view: everything, selected: "values" };

describe("messages of the column view", () => {
  it("are read when they are ours", () => {
    const size = { width: 640, height: 480 };
    const view = {
      ...everything,
      mode: "table",
      topic: "compare",
      chosen: { standings: ["open"], sources: ["a", "b"] },
      search: "layer",
      focus: { kind: "part", key: "cortex:L4" },
      compare: { left: "@a", right: "this" },
      order: { by: "standing", descending: true },
    };
    const fromView = [
      { type: "ready", size },
      { type: "resized", size },
      { type: "view", uri: "file:///a.lamina", view, selected: null },
      { type: "left", uri: "file:///a.lamina", left },
      { type: "reveal", claim: "values", focus: true },
      { type: "choose", label: "L4 → Value", claims: ["a", "b"] },
      { type: "card", ask: 3, kind: "part", key: "cortex:L4" },
      { type: "insert", claim: "values", title: "Add a line", rule: "claim-without-evidence" },
      { type: "connect", from: "cortex:L4", to: "transformer:Value" },
      { type: "pin", pinned: true },
      { type: "copy", text: "a\tb\n" },
      { type: "open", address: "https://doi.org/10.1/x" },
    ];
    for (const message of fromView) expect(readFromWebview(message)).toEqual(message);
    const toView = [
      { type: "document", uri: "file:///a.lamina", title: "a.lamina", pinned: false, left: null },
      { type: "document", uri: "file:///a.lamina", title: "a.lamina", pinned: true, left },
      { type: "column", uri: "file:///a.lamina", revision: 1, title: "a.lamina", scene, shown: 1, all: 2 },
      { type: "column", uri: "file:///a.lamina", revision: 2, table: { columns: [], rows: [] }, comparison: null, details: null },
      { type: "highlight", claim: null },
      { type: "highlight", claim: "values" },
      { type: "card", ask: 1, card: null },
      { type: "card", ask: 1, card: { title: "**L4**", kind: "layer", sections: [{ lines: ["a"] }] } },
      { type: "select", claim: "values" },
    ];
    for (const message of toView) expect(readToWebview(message)).toEqual(message);
  });

  it("are nothing when they are not", () => {
    const strangers = [
      undefined,
      null,
      "ready",
      { type: "ready" },
      { type: "ready", size: { width: Number.POSITIVE_INFINITY, height: 1 } },
      { type: "resized", size: { width: -1, height: 1 } },
      { type: "reveal" },
      { type: "reveal", claim: "values" },
      { type: "reveal", claim: "x".repeat(2001), focus: true },
      { type: "choose", label: "x", claims: "values" },
      { type: "view", uri: "u", view: { ...everything, mode: "film" }, selected: null },
      { type: "view", uri: "u", view: { ...everything, chosen: { standings: "open" } }, selected: null },
      { type: "view", uri: "u", view: everything },
      { type: "left", uri: "u", left: { ...left, viewport: { x: 0, y: 0, scale: 0 } } },
      { type: "card", ask: 1, kind: "file", key: "x" },
      { type: "connect", from: 3, to: "x" },
      { type: "open", address: {} },
      { type: "highlight", claim: "values" },
    ];
    for (const message of strangers) expect(readFromWebview(message), JSON.stringify(message)).toBeUndefined();
    const toView = [
      { type: "column" },
      { type: "column", uri: "u", revision: 1, scene: 3 },
      { type: "column", uri: "u", revision: 1, facets: "all" },
      { type: "document", uri: "u", title: "t" },
      { type: "card", ask: 1, card: { title: "no sections" } },
      { type: "highlight" },
      7,
      [],
      null,
    ];
    for (const message of toView) expect(readToWebview(message), JSON.stringify(message)).toBeUndefined();
  });

  it("leave out of a view what it does not know", () => {
    const view = { ...everything, chosen: { standings: ["open"], planets: ["Mars"] }, extra: 1 };
    expect(readLeft({ ...left, view })?.view).toEqual({ ...everything, chosen: { standings: ["open"] } });
    expect(readLeft({ view: 3 })).toBeUndefined();
  });
});
