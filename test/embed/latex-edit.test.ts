import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit } from "../../src/core/text.ts";
import { embedLatex } from "../../src/embed/latex.ts";
import { editToLatex } from "../../src/embed/latex-edit.ts";
import { regionEditor } from "./edited-regions.ts";

const { firstRegion, replace } = regionEditor(embedLatex, editToLatex);

describe("editToLatex", () => {
  test.each([
    ["in an environment", "\\begin{lamina}\na\n\\end{lamina}", 1, "\n  b", "\\begin{lamina}\na\n  b\n\\end{lamina}"],
    ["in one without a line", "\\begin{lamina}\n\\end{lamina}", 0, "a", "\\begin{lamina}\na\n\\end{lamina}"],
    ["in one with a blank line", "\\begin{lamina}\n\n\\end{lamina}", 0, "a", "\\begin{lamina}\na\n\\end{lamina}"],
    ["in one on a single line", "\\begin{lamina}\\end{lamina}", 0, "a", "\\begin{lamina}\na\n\\end{lamina}"],
    ["a clause in comments", "% lamina: a\nText", 1, "\n  b\n  c", "% lamina: a\n%   b\n%   c\nText"],
    ["an item in comments", "  % lamina: a\n", 1, "\n\nb\n  c", "  % lamina: a\n  % lamina: \n  % lamina: b\n  %   c\n"],
    ["a clause behind a comment after text", "Text % lamina: a\nmore", 1, "\n  b", "Text % lamina: a\n%   b\nmore"],
    ["on an empty line of a comment", "% lamina: a\n%\n%   b", 2, "c", "% lamina: a\n% lamina: c\n%   b"],
  ])("%s", (_, document, offset, text, expected) => expect(replace(document, offset, offset, text)).toBe(expected));

  test("a line that loses its indentation gets a marker", () => {
    expect(replace("% lamina: a\n%   b", 2, 4, "")).toBe("% lamina: a\n% lamina: b");
  });

  test("the region reads as edited, in whatever it stands", () => {
    const documents = fc.constantFrom(
      "\\begin{lamina}\nab\n  cd\n\\end{lamina}\n",
      "\\begin{lamina}[x]\n\\end{lamina}\n",
      "% lamina: ab\n%   cd\n",
      "Text.\n  %% lamina:ab\n  %%   cd\n  % lamina: ef",
      "% lamina: ab\r\n%\tcd\r\n",
      "% lamina: ab\n%\n%   cd\n%\n%   ef",
    );
    const texts = fc.array(fc.constantFrom("x", "  y", "\n", "\n  z"), { minLength: 1, maxLength: 5 }).map((list) => list.join(""));
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), fc.option(texts, { nil: "" }), (document, from, to, text) => {
        const region = firstRegion(document) ?? expect.fail(document);
        const start = from % (region.text.length + 1);
        const end = Math.min(region.text.length, start + (to % 4));
        // half of a line break is never edited
        fc.pre(!/\r$/.test(region.text.slice(0, start)) && !/\r$/.test(region.text.slice(0, end)));
        const expected = applyEdit(region.text, { span: { start, end }, text });
        const read = firstRegion(replace(document, start, end, text))?.text ?? "";
        // empty lines at the end of a region are not part of it
        expect(read.trimEnd()).toBe(expected.trimEnd());
      }),
      { numRuns: 400 },
    );
  });
});
