import { describe, expect, it } from "vitest";
import { readFromWebview, readToWebview } from "../../src/protocol/webview.ts";

const scene = { width: 10, height: 10, title: "t", description: "d", nodes: [], bundles: [] };

describe("messages of the column view", () => {
  it("are read when they are ours", () => {
    const size = { width: 640, height: 480 };
    const fromView = [
      { type: "ready", size },
      { type: "resized", size },
      { type: "reveal", claim: "values" },
      { type: "choose", label: "L4 → Value", claims: ["a", "b"] },
    ];
    for (const message of fromView) expect(readFromWebview(message)).toEqual(message);
    const toView = [
      { type: "show", uri: "file:///a.lamina", revision: 1, title: "a.lamina", scene },
      { type: "highlight", claim: null },
      { type: "highlight", claim: "values" },
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
      { type: "reveal", claim: 3 },
      { type: "reveal", claim: "x".repeat(2001) },
      { type: "choose", label: "x", claims: "values" },
      { type: "highlight", claim: "values" },
    ];
    for (const message of strangers) expect(readFromWebview(message), JSON.stringify(message)).toBeUndefined();
    const toView = [{ type: "show" }, { type: "show", uri: "u", revision: 1, title: "t", scene: 3 }, { type: "highlight" }, 7, [], null];
    for (const message of toView) expect(readToWebview(message), JSON.stringify(message)).toBeUndefined();
  });
});
