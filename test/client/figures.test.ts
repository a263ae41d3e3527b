import { describe, expect, it } from "vitest";
import { figureReferences } from "../../src/client/figure-references.ts";
import { LeftDocuments } from "../../src/client/left-documents.ts";
import { fenceForm, figureHtml } from "../../src/client/preview-html.ts";
import { everything } from "../../src/protocol/column.ts";

describe("references to figures", () => {
  it("are found in Markdown, HTML and LaTeX, each path once", () => {
    const text = [
      "![a](figures/hypothesis.lamina.svg)",
      "![b](<lamina.svg>)",
      '<img src="my%20claims.lamina.svg" alt="">',
      "\\includegraphics[width=\\linewidth]{lamina.svg}",
      "\\includesvg{deep/other.lamina.svg}",
    ].join("\n");
    expect(figureReferences(text)).toEqual([
      { path: "figures/hypothesis.lamina.svg", drawn: "hypothesis.lamina" },
      { path: "lamina.svg", drawn: undefined },
      { path: "my claims.lamina.svg", drawn: "my claims.lamina" },
      { path: "deep/other.lamina.svg", drawn: "other.lamina" },
    ]);
  });

  it("are no others", () => {
    for (const text of ["![x](mylamina.svg)", "![x](https://example.org/lamina.svg)", "![x](/lamina.svg)", "lamina.svg", "![x](a.svg)"])
      expect(figureReferences(text), text).toEqual([]);
  });
});

describe("a fence of the Markdown preview", () => {
  it("asks for a picture or a table by an attribute", () => {
    for (const info of [
      "lamina {picture}",
      "lamina {.picture}",
      "lamina picture",
      "{lamina} picture",
      "LAMINA {show=picture}",
      "{.lamina .picture}",
    ])
      expect(fenceForm(info), info).toBe("picture");
    for (const info of ["lamina {table}", "lamina { #fig table }"]) expect(fenceForm(info), info).toBe("table");
    for (const info of ["lamina", "laminate {picture}", "python {picture}", "lamina {pictures}", ""])
      expect(fenceForm(info), info).toBeUndefined();
  });

  it("becomes HTML in which no text is markup", () => {
    const evil = `<script>alert("x")</script>`;
    const table = figureHtml({ form: "table", head: [evil], rows: [[evil]] });
    expect(table).not.toContain("<script");
    expect(table).toContain("&lt;script&gt;");
    const image = figureHtml({ form: "svg", svg: `<svg>${evil}</svg>`, title: `"${evil}`, description: "d", claims: 1 });
    expect(image).not.toContain("<script");
    expect(image).toContain("data:image/svg+xml;base64,");
    expect(figureHtml(null)).toBe("");
  });
});

describe("what is remembered of documents", () => {
  const memento = () => {
    const kept = new Map<string, unknown>();
    const state = {
      get: <T>(key: string): T | undefined => kept.get(key) as T | undefined,
      update: async (key: string, value: unknown) => {
        kept.set(key, JSON.parse(JSON.stringify(value)));
      },
    };
    return { kept, state: state as ConstructorParameters<typeof LeftDocuments>[0] };
  };
  const left = { viewport: null, view: { ...everything, search: "layer" }, selected: "values" };

  it("comes back, for fifty documents at most", () => {
    const { state } = memento();
    const documents = new LeftDocuments(state);
    for (let at = 0; at < 60; at++) documents.set(`file:///${at}`, left);
    const again = new LeftDocuments(state);
    expect(again.get("file:///59")).toEqual(left);
    expect(again.get("file:///10")).toEqual(left);
    expect(again.get("file:///9")).toBeNull();
  });

  it("is nothing where it is of another form", () => {
    const { kept, state } = memento();
    for (const value of [3, {}, [1, ["u"], ["u", {}], [3, left]]]) {
      kept.set("lamina.column.left", value);
      expect(new LeftDocuments(state).get("u")).toBeNull();
    }
  });
});
