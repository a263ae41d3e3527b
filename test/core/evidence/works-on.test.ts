import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BibliographyFormat, parseBibliography } from "../../../src/core/evidence/bibliography.ts";
import { isTitled } from "../../../src/core/evidence/works-on.ts";

const entryOf = (text: string, format: BibliographyFormat = "bibtex") => {
  const [entry] = parseBibliography(text, format).entries;
  if (!entry) throw new Error("nothing was read");
  return entry;
};

describe("a work is titled with words", () => {
  test.each([
    ["{The apical dendrites of layer 5}", "apical dendrites", true],
    ["{The {Apical}\n   dendrites}", "apical dendrites", true],
    [String.raw`{Apical \emph{dendrites}}`, "apical dendrites", true],
    ["{Apical~dendrites}", "apical dendrites", true],
    ['"Apical dendrites"', "apical dendrites", true],
    ['"Apical " # "dendrites"', "apical dendrites", true],
    ["{Feed-forward}", "feed-forward", true],
    ["{Basal dendrites}", "apical dendrites", false],
  ])("%s: %s", (title, words, expected) => {
    expect(isTitled(entryOf(`@article{a,\n  title = ${title}\n}`), words)).toBe(expected);
  });

  test("of a CSL file, without its markup", () => {
    const text = JSON.stringify([{ id: "a", type: "article", title: "Apical <i>dendrites</i>" }]);
    expect(isTitled(entryOf(text, "csl-json"), "apical dendrites")).toBe(true);
  });

  test("as its decoded title says, however it is written", () => {
    const piece = fc.constantFrom(
      "L",
      "4",
      "é",
      "e\u0301",
      " ",
      "\n",
      "-",
      "--",
      "{",
      "}",
      "{}",
      "\\'e",
      "\\ss{}",
      "$",
      "~",
      "`",
      "''",
      "<i>",
      "#",
      "ab",
      "%",
    );
    const words = fc.constantFrom("l4", "é", "ab", "a b", "-", "4-4", "l 4", "–", "ss");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), words, (pieces, wanted) => {
        const title = pieces.join("");
        const [entry] = parseBibliography(`@article{a, title = {${title}}}`, "bibtex").entries;
        if (entry) expect(isTitled(entry, wanted)).toBe(entry.title?.toLowerCase().includes(wanted) === true);
      }),
      { numRuns: 2000 },
    );
  });
});
