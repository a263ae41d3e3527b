/** Notebooks as files: their cells, the Lamina in them, and the way back. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { embedNotebook, placeInNotebook, readNotebook } from "../../src/embed/notebook.ts";
import { textInJson } from "../../src/embed/notebook-text.ts";
import { openSource } from "../../src/embed/source.ts";

interface CellText {
  readonly kind: string;
  readonly text: string;
  readonly asLines?: boolean;
  readonly metadata?: unknown;
}

/** A notebook's file as programs write it. */
function notebook(cells: readonly CellText[], language: unknown = { language_info: { name: "python" } }, indent = 1): string {
  const written = cells.map(({ kind, text, asLines = true, metadata = {} }) => ({
    cell_type: kind,
    metadata,
    source: asLines ? (text.match(/[^\n]*\n|[^\n]+$/g) ?? []) : text,
    ...(kind === "code" ? { execution_count: null, outputs: [{ output_type: "stream", text: ["# lamina: claim no\n"] }] } : {}),
  }));
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: language, cells: written }, null, indent);
}

const manuscript =
  'The projection from layer 4 "carries" values.\n\n```lamina\nclaim β: L4 -> L2/3 as Value\n  means "a\\\\b"\n```\n\nSee [the text]{claim=values} [@key].';
const program =
  "import csv\n# lamina: claim queries: L1-feedback as Query\n#   supported by [@k]\nx = 1  # lamina: implements values as Value\n";

describe("cells", () => {
  test.each([true, false])("as lines: %s", (asLines) => {
    const file = notebook([
      { kind: "markdown", text: manuscript, asLines },
      { kind: "code", text: program, asLines },
      { kind: "raw", text: "# lamina: claim none", asLines },
      { kind: "code", text: "", asLines },
    ]);
    const { cells } = readNotebook(file);
    expect(cells.map(({ text }) => text)).toEqual([manuscript, program, "# lamina: claim none", ""]);
    expect(cells.map(({ kind, language }) => `${kind} ${language?.id}`)).toEqual([
      "markdown undefined",
      "code python",
      "raw undefined",
      "code python",
    ]);
  });

  test.each([
    ["R", "r"],
    ["julia", "julia"],
    ["C++17", "c"],
    ["brainfuck", undefined],
  ])("of %s", (name, expected) => {
    const file = notebook([{ kind: "code", text: "x" }], { kernelspec: { language: name } });
    expect(readNotebook(file).cells[0]?.language?.id).toBe(expected);
  });

  test.each([
    ["%%bash\nx", undefined],
    ["%%javascript\nx", "javascript"],
    ["%%time\nx", "python"],
    ["%matplotlib inline", "python"],
  ])("under a command of IPython: %j", (text, expected) => {
    expect(readNotebook(notebook([{ kind: "code", text }])).cells[0]?.language?.id).toBe(expected);
  });

  test("of another language than the notebook's", () => {
    const metadata = { vscode: { languageId: "julia" } };
    expect(readNotebook(notebook([{ kind: "code", text: "x", metadata }])).cells[0]?.language?.id).toBe("julia");
  });

  test.each(["", "[]", "{}", '{"cells": 1}', '{"cells": [1, {}, {"cell_type": "code"}]}', "[".repeat(50_000), '{"a":'.repeat(20_000)])(
    "of %#, no notebook",
    (text) => {
      expect(
        readNotebook(text)
          .cells.map((cell) => cell.text)
          .join(""),
      ).toBe("");
    },
  );

  test("of a file that is being written", () => {
    const { cells } = readNotebook('{"cells": [{"cell_type": "code", "source": ["# lamina: a\\n", "x');
    expect(cells.map(({ text }) => text)).toEqual(["# lamina: a\nx"]);
  });

  test("with escapes of every form", () => {
    const file = '{"cells":[{"cell_type":"markdown","source":"\\u00e9 \\ud83d\\ude00 \\t\\/\\\\ \\x \\u12"}]}';
    expect(readNotebook(file).cells[0]?.text).toBe("é 😀 \t/\\ \\x \\u12");
  });
});

describe("the Lamina in a notebook", () => {
  const file = notebook([
    { kind: "markdown", text: manuscript },
    { kind: "code", text: program },
  ]);
  const found = embedNotebook(file);
  const slices = (spans: readonly { readonly start: number; readonly end: number }[]): string[] =>
    spans.map(({ start, end }) => file.slice(start, end));

  test("is that of its cells, in no output", () => {
    expect(found.regions.map(({ text }) => text)).toEqual([
      'claim β: L4 -> L2/3 as Value\n  means "a\\\\b"',
      "claim queries: L1-feedback as Query\n  supported by [@k]",
      "implements values as Value",
    ]);
  });

  test("leads to the file's offsets", () => {
    const [first, second] = found.regions;
    if (!first || !second) return expect.fail();
    const spanOf = (region: typeof first, words: string) => {
      const start = region.text.indexOf(words);
      return region.map.spanToHost({ start, end: start + words.length });
    };
    expect(slices([spanOf(first, "L2/3"), spanOf(first, "Value"), spanOf(second, "[@k]"), spanOf(first, '"a')])).toEqual([
      "L2/3",
      "Value",
      "[@k]",
      '\\"a',
    ]);
    expect(first.map.toRegion(file.indexOf("L2/3"))).toBe(first.text.indexOf("L2/3"));
  });

  test("has prose as it stands in the file", () => {
    expect(slices(found.prose).join("|")).toContain("The projection from layer 4 ");
    expect(slices(found.prose).join("")).not.toMatch(/[\\\n]/);
    expect(slices((found.anchors ?? []).flatMap(({ text, idSpan }) => [text, idSpan]))).toEqual(["the text", "values"]);
  });

  test("is told by cell and line", () => {
    const notebookFile = readNotebook(file);
    expect(placeInNotebook(notebookFile, file.indexOf("L2/3"))).toEqual({ cell: 1, line: 4, column: 16 });
    expect(placeInNotebook(notebookFile, file.indexOf("L1-feedback"))).toEqual({ cell: 2, line: 2, column: 26 });
    expect(placeInNotebook(notebookFile, file.indexOf("nbformat"))).toBe(undefined);
    // between the two code units of an escape
    expect(placeInNotebook(notebookFile, file.indexOf('\\"carries') + 1)).toEqual({ cell: 1, line: 1, column: 29 });
  });

  test("is put in escaped", () => {
    expect(textInJson('x "é"\n\\')).toBe('x \\"é\\"\\n\\\\');
  });
});

/** How a code unit stands in the file; one half of a pair stands there as it is. */
const written = (unit: string): string => (/[\uD800-\uDFFF]/.test(unit) ? unit : textInJson(unit));

const anyText = fc
  .array(
    fc.constantFrom("a", '"', "\\", "\n", "\r\n", "é", "😀", "\t", "# lamina: claim x\n", "```lamina\n", "```\n", "  b", "\u0001", "第"),
    { maxLength: 30 },
  )
  .map((list) => list.join(""));

test("every cell comes back as it was, and every character leads to its place", () => {
  const cells = fc.array(fc.record({ kind: fc.constantFrom("markdown", "code"), text: anyText, asLines: fc.boolean() }), { maxLength: 4 });
  fc.assert(
    fc.property(cells, fc.constantFrom(0, 1), (made, indent) => {
      const file = notebook(made, undefined, indent);
      const { cells: read } = readNotebook(file);
      expect(read.map(({ text }) => text)).toEqual(made.map(({ text }) => text));
      for (const { text, map } of read) {
        for (let at = 0; at < text.length; at++) {
          const host = map.toHost(at);
          expect(file.startsWith(written(text[at] as string), host)).toBe(true);
          expect(map.toRegion(host)).toBe(at);
        }
        expect(map.toHost(text.length)).toBe(map.hostEnd);
        expect(file[map.hostEnd]).toBe(text === "" && file[map.hostEnd] === "]" ? "]" : '"');
      }
      let last = 0;
      for (const { text, map } of embedNotebook(file).regions) {
        expect(map.hostStart).toBeGreaterThanOrEqual(last);
        last = map.hostEnd;
        for (let at = 0; at < text.length; at++) expect(file.startsWith(written(text[at] as string), map.toHost(at))).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test("the notebook of the example is read", () => {
  const file = readFileSync(new URL("../../examples/neuroscience-of-transformers/notebooks/thalamic-share.ipynb", import.meta.url), "utf8");
  const { regions, anchors = [], citations = [] } = embedNotebook(file);
  expect(regions.map(({ text }) => text.split("\n")[0])).toEqual([
    "claim denominator-decides: thalamus -> L4 as Embedding",
    "implements thalamic-minority as thalamus -> L4",
  ]);
  expect([...anchors.map(({ id }) => id), ...citations.map(({ key }) => key)]).toEqual(["thalamic-minority", "potjans2014cell"]);
});

test("a cell that the editor sends is read as the same cell of the file", () => {
  const [cell] = readNotebook(notebook([{ kind: "markdown", text: manuscript }])).cells;
  expect(openSource("cell:1", "markdown", cell?.text ?? "").regions.map(({ document }) => document.text)).toEqual(
    embedNotebook(notebook([{ kind: "markdown", text: manuscript }])).regions.map(({ text }) => text),
  );
});

test("any bytes, cut anywhere, are read without an error", () => {
  const file = notebook([
    { kind: "markdown", text: manuscript },
    { kind: "code", text: program, asLines: false },
  ]);
  for (let end = 0; end < file.length; end++) embedNotebook(file.slice(0, end));
  fc.assert(
    fc.property(fc.nat(file.length), fc.nat(20), fc.string(), (start, length, inserted) => {
      const text = file.slice(0, start) + inserted + file.slice(start + length);
      for (const { map } of embedNotebook(text).regions) expect(map.hostEnd).toBeLessThanOrEqual(text.length);
    }),
  );
});
