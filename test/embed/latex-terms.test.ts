import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { embedLatex } from "../../src/embed/latex.ts";
import { latexTermAt } from "../../src/embed/latex-terms.ts";
import { anything, wellFormed } from "./latex-documents.ts";

const names = new Set(
  ["L4", "L2/3", "layer 4", "layer 2/3", "value", "apical dendrite", "PV+", "β", "W_Q", "Th→L4", "第4层", "IT"].map((name) =>
    name.toLowerCase(),
  ),
);
const known = (name: string): boolean => names.has(name.toLowerCase());

/** What is found at the `|` in a document: how it is written, and what it reads. */
function found(marked: string): [written: string, words: string] | undefined {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const term = latexTermAt(text, offset, embedLatex(text), known);
  return term && [text.slice(term.span.start, term.span.end), term.words];
}

describe("latexTermAt", () => {
  test.each([
    ["in l|ayer 4.", "layer 4", "layer 4"],
    ["in layer|~4.", "layer~4", "layer 4"],
    ["in layer~|2/3.", "layer~2/3", "layer 2/3"],
    ["in layer\\|,4.", "layer\\,4", "layer 4"],
    ["in layer\\ |4.", "layer\\ 4", "layer 4"],
    ["in lay|ers~2/3", "layers~2/3", "layers 2/3"],
    ["in layer\n  |4.", "layer\n  4", "layer 4"],
    ["in layer % not yet\n  |4.", "layer % not yet\n  4", "layer 4"],
    ["the |L4 cells", "L4", "L4"],
    ["the |L\\textsubscript{4} cells", "L\\textsubscript{4}", "L4"],
    ["the L\\text|subscript{4} cells", "L\\textsubscript{4}", "L4"],
    ["the L\\textsubscript{4}| cells", "L\\textsubscript{4}", "L4"],
    ["the |$L_4$ cells", "L_4", "L4"],
    ["the $L_4$| cells", "L_4", "L4"],
    ["the $L_{2|/3}$ cells", "L_{2/3}", "L2/3"],
    ["the \\(L_{2/3|}\\) cells", "L_{2/3}", "L2/3"],
    ["the $\\mathrm{L|}_{2/3}$ cells", "L}_{2/3}", "L2/3"],
    ["the L|$_4$ cells", "L$_4$", "L4"],
    ["the L|\\(_{4}\\) cells", "L\\(_{4}\\)", "L4"],
    ["the $\\text{layer |4}$ cells", "layer 4", "layer 4"],
    ["the layer $|4$ cells", "layer $4$", "layer 4"],
    ["the \\mbox{L|4} cells", "L4", "L4"],
    ["the \\mbox{layer 4|}-cells", "layer 4", "layer 4"],
    ["the {\\bf L|4} cells", "L4", "L4"],
    ["an \\emph{apical} den|drite", "apical} dendrite", "apical dendrite"],
    ["the \\ensuremath{L_|4} cells", "L_4", "L4"],
    ["the $\\be|ta$ rhythm", "\\beta", "β"],
    ["the $W_|Q$ matrix", "W_Q", "W_Q"],
    ["from Th|$\\to$L4", "Th$\\to$L4", "Th→L4"],
    ["PV|+ cells", "PV+", "PV+"],
    ["\\claim{values}{the v|alues of it}", "values", "values"],
    ["\\section{Layer|~4}\n", "Layer~4", "Layer 4"],
    ["|第4层是输入层", "第4层", "第4层"],
  ])("%s", (marked, written, words) => expect(found(marked)).toEqual([written, words]));

  test.each([
    ["a |word"],
    ["\\label{L|4}"],
    ["\\cite{L|4}"],
    ["\\verb+L|4+"],
    ["% L|4"],
    ["layer % see la|yer\n4"],
    ["layer\n\n|4"],
    ["layer \\cite{x} |4"],
    ["\\footnote{in layer|} 4"],
    ["\\begin{equation}L_|4\\end{equation}"],
    ["\\begin{lamina}\nL|4\n\\end{lamina}"],
    ["L4\\cite{va|lue}"],
    ["|"],
  ])("nothing: %s", (marked) => expect(found(marked)).toBeUndefined());

  test("in any text the span is inside, holds the offset, and was looked up", () => {
    fc.assert(
      fc.property(fc.oneof(anything, wellFormed), fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        const asked = new Set<string>();
        const term = latexTermAt(text, offset, embedLatex(text), (name) => asked.add(name) && name.length < 9);
        if (term === undefined) return;
        expect(0 <= term.span.start && term.span.start < term.span.end && term.span.end <= text.length).toBe(true);
        expect(term.words).toBe(term.words.trim());
        const word = term.words.replace(/s\b/g, "");
        expect([...asked].some((name) => name.replace(/s\b/g, "") === word || term.words.startsWith(name.slice(0, -1)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
