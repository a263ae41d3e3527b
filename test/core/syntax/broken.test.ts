/** Texts that are not, or not yet, what they should be: something is always read, and always something sensible said. */
import { describe, expect, it, vi } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";
import { check, problemsOf } from "../../support/check.ts";
import { corpus } from "../../support/corpus.ts";

// laws are tried many times, and other work may share the machine
vi.setConfig({ testTimeout: 120_000 });

const outline = (text: string): string[] =>
  Document.parse(text).items.map(
    (item) => `${item.form} ${item.word ?? "-"}: ${item.clauses.map((clause) => clause.spec?.word ?? "?").join(", ")}`,
  );

describe("a line that is not understood", () => {
  it("spoils itself alone", () => {
    check(`
      claim values: L4 -> L2/3 as Value
        means "so"
        frobnicate the column
      # ^^^^^^^^^^^^^^^^^^^^^ syntax-error: Unexpected “frobnicate the column”, expected a clause such as “means”.
        supported by [@a] anatomy "shown"
        strength strong
      #          ^^^^^^ unknown-word: Unexpected “strong”, expected a strength: analogy, functional, mechanistic or literal.
        stated in
      #        ^^ syntax-error: Unexpected end of the line after “in”, expected a citation, such as [@key].
        tag a
    `);
    const [item] = Document.parse('claim x: L4 as Value\n  nonsense\n  strength strong "sense"\n  tag a').items;
    expect(item?.clauses).toMatchObject([
      { spec: undefined, word: "nonsense", misplaced: true, whole: false },
      { word: "strength", misplaced: false, whole: false, args: { strength: { text: "strong", known: false }, sense: { value: "sense" } } },
      { word: "tag", misplaced: false, whole: true },
    ]);
  });

  it("keeps what was read before the fault", () => {
    const [item] = Document.parse("claim x: L4 -> L2/3 as Value, \n  supported by [@a] anatomy in cat V1 read ?").items;
    expect(item?.args).toMatchObject({
      id: { text: "x" },
      left: { list: { join: "one" } },
      right: { list: { ends: [{ parts: [{ text: "Value" }] }] } },
    });
    expect(item?.clauses[0]?.args).toMatchObject({
      evidence: { type: { text: "anatomy" }, scope: { alternatives: [[{ text: "cat V1" }]] } },
    });
  });

  it("is a broken header at the margin, and takes the clauses after it", () => {
    const text = "claim a: L4 as Value\n  supported by [@a]\nclam b: L5 as Key\n  supported by [@b]\n  strength literal\n";
    expect(outline(text)).toEqual(["item claim: supported by", "broken -: supported by, strength"]);
    check(`
      claim a: L4 as Value
      clam b: L5 as Key
      ^^^^ syntax-error: Unexpected “clam”, expected “claim”.
        supported by [@b]
    `);
  });

  it("is one after a blank line too, comments between or not, and else a line of the item above", () => {
    expect(outline("claim a: L4 as Value\n\n    clam b\n  tag x\n")).toEqual(["item claim: ", "broken -: tag"]);
    expect(outline("claim a: L4 as Value\n\n  # on b\n    clam b\n  tag x\n")).toEqual(["item claim: ", "broken -: tag"]);
    expect(outline("claim a: L4 as Value\n  # on b\n    clam b\n  tag x\n")).toEqual(["item claim: ?, tag"]);
    expect(outline("   clam b\n  tag x\n")).toEqual(["broken -: tag"]);
    expect(outline("\ufeffclam b\n  tag x\n")).toEqual(["broken -: tag"]);
  });

  it("has its clauses read as those of the item that was probably meant", () => {
    expect(problemsOf(Document.parse('prt L4: "Layer 4"\n  kind layer\n  in column\n')).map((problem) => problem.message)).toEqual([
      "Unexpected “prt”, expected “part”.",
    ]);
  });

  it("is all that is wrong where the words of a house's own item would be clauses", () => {
    expect(outline("x-list of things\n  tag a\n")).toEqual(["loose -: x-, tag"]);
  });
});

describe("a clause without an item", () => {
  it("is an orphan", () => {
    check(`
      # a file that lost its header
        means "so"
      # ^^^^^ misplaced-clause: Unexpected “means” with no item above it, expected a header such as “claim L4 as Value”.
        supported by [@a]
      # ^^^^^^^^^^^^ misplaced-clause: Unexpected “supported by” with no item above it…
        x-own words
      # ^^^^^ misplaced-clause: Unexpected “x-own” with no item above it…

      claim a: L4 as Value
        means "so"
    `);
  });
});

describe("one clause may stand on a header's line", () => {
  it("and no more", () => {
    check(`
      claim a: L4 as Value supported by [@a] anatomy strength literal
      #                                              ^^^^^^^^^^^^^^^^ syntax-error: Unexpected “strength literal”, expected the end of the line. A clause starts on a line of its own.
      claim b: L4 as Value strength literal
        strength functional
      # ^^^^^^^^ misplaced-clause: Unexpected second “strength”, expected it once. Merge the two.
      use cortex tag a
      #          ^^^ syntax-error: Unexpected “tag”, expected a comma before it or the end of the line.
    `);
  });
});

describe("an unclosed", () => {
  it("text ends with its line", () => {
    check(`
      claim a: L4 as Value
        means "Layer 4 passes content on
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ syntax-error: Unexpected end of the line in a text, expected a closing quote ".
        supported by [@a] anatomy "shown
      #                           ^^^^^^ syntax-error: Unexpected end of the line in a text, expected a closing quote ".
      claim b: "layer 4 as Value
      #        ^^^^^^^^^^^^^^^^^ syntax-error: Unexpected end of the line in a text, expected a closing quote ".
    `);
    expect(outline('claim a: L4 as Value\n  means "lost\n  tag x\nclaim b: L5 as Key\n')).toEqual([
      "item claim: means, tag",
      "item claim: ",
    ]);
  });

  it("text that ends with a backslash and a quote is not closed by it", () => {
    check(String.raw`
      claim a: L4 as Value
        means "a\"
      #       ^^^^ syntax-error: Unexpected end of the line in a text, expected a closing quote ".
    `);
  });

  it("citation ends with its line", () => {
    check(`
      claim a: L4 as Value
        supported by [@a, p. 3
      #              ^^^^^^^^^ syntax-error: Unexpected end of the line in a citation, expected a closing bracket ].
        tag x
    `);
  });
});

describe("half of a text", () => {
  const sensible = /^(?:Unexpected (?:“.+”|end of the line|second|citation|arrow|comma|brackets|“|not)|This document)/s;

  it.each([...corpus].filter(([path]) => !path.includes("atlas")))(
    "%s, however much of it was written, is read with messages that make sense",
    (_, text) => {
      // each character of a part of the file, some of the rest
      for (let end = 0; end < text.length; end += end < 1000 ? 1 : 131) {
        const problems = problemsOf(Document.parse(text.slice(0, end)));
        if (problems.length > 2) expect.fail(`at ${end}: ${problems.map((problem) => problem.message).join(" ")}`);
        // only the line that is being written can be wrong, or the one that it goes on with
        const lastLine = text.lastIndexOf("\n", end - 1);
        const lineBefore = lastLine < 1 ? 0 : text.lastIndexOf("\n", lastLine - 1) + 1;
        for (const { span, message } of problems) {
          if (span.start < lineBefore || !sensible.test(message)) expect.fail(`at ${end}: ${message}`);
        }
      }
    },
  );
});

describe("what is no Lamina at all", () => {
  it.each([
    ["binary", "\u0000\u0001PK\u0003\u0004\ufffd\ufffd\u0007 [\"'\n\u0000\u0000\u0010\n"],
    ["prose", "The layers of cortex.\n\nThey are six, and as a rule they are thin.\n"],
    ["code", "def f(x):\n    return x  # claim x: L4 as Value\n"],
    ["JSON", '{\n  "claim": "x"\n}\n'],
    ["lone surrogates", "\ud800 \udc00 claim\n\ud800claim x\n"],
    ["an empty text", ""],
    ["blanks", " \n\t\n"],
  ])("%s is read, and every line of it at most once found fault with", (_, text) => {
    const problems = problemsOf(Document.parse(text));
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    expect(problems.length).toBeLessThanOrEqual(lines.length);
    for (const problem of problems) expect(problem.message).toMatch(/^Unexpected “/);
  });

  it.each([
    "claim ",
    "[",
    '"',
    "L4, ",
    "L4 -> ",
    "- ",
    "\n  nonsense",
    "\n  means",
    "\nx",
    "10-",
    "20,000,",
    " of",
    "\\",
    "# ",
    ";",
    "and ",
  ])("%j over and over is read to its end", (shard) => {
    // time that grew with the square of the length would run out here
    const text = `claim x: L4 as Value\n  expects ${shard.repeat(5000)}`;
    expect(Document.parse(text).text).toBe(text);
  });
});
