/** The slips that people make in headers and ends: each is explained at its place, and its first fix gives the line that was meant. */
import { describe, expect, it } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";
import { problemsOf } from "../../support/check.ts";
import { checkSlip, named } from "../../support/slip.ts";

describe("headers", () => {
  it.each(
    named([
      {
        line: "claim values L4 as Value",
        marked: "L4",
        message:
          'Unexpected “L4”, expected a colon after the id, “values:”, or “as” between the two ends; a name of several words is written in quotes: "values L4".',
        fixed: "claim values: L4 as Value",
      },
      { line: "claim layer 4 as Value", marked: "4", message: /^Unexpected “4”, expected “as” between/, fixed: 'claim "layer 4" as Value' },
      { line: "claim layer four as Value", marked: "four", message: /^Unexpected “four”/, fixed: 'claim "layer four" as Value', fix: 1 },
      { line: "claim x: layer norm as Value", marked: "norm", message: /in quotes: "layer norm"/, fixed: 'claim x: "layer norm" as Value' },
      {
        line: "claim x: L4 as layer norm",
        marked: "norm",
        message: 'Unexpected “norm”, expected the end of the line. A name of several words is written in quotes: "layer norm".',
        fixed: 'claim x: L4 as "layer norm"',
      },
      {
        line: "claim x: dendritic coincidence detection as Value",
        marked: "coincidence",
        message: /in quotes: "dendritic coincidence detection"/,
        fixed: 'claim x: "dendritic coincidence detection" as Value',
      },
      {
        line: "claim x: L4, L5 each Query, Value",
        marked: "each",
        message: "Unexpected “each”, expected it before the first list and “as” between the two: “each L4, L5 as”.",
        fixed: "claim x: each L4, L5 as Query, Value",
      },
      { line: "claim x: L4 Value", marked: "Value", message: /^Unexpected “Value”, expected “as”/, fixed: "claim x: L4 as Value" },
      {
        line: "claim x: L4 -> L2/3",
        marked: "L2/3",
        message: "Unexpected end of the line after “L2/3”, expected “as” and the other end, such as: as Value.",
        fixed: "claim x: L4 -> L2/3 as ?",
      },
      { line: "claim x: L4 is Value", marked: "is", message: /expected “as” between the two ends/, fixed: "claim x: L4 as Value" },
      { line: "claim x: L4 = Value", marked: "=", message: /expected “as” between the two ends/, fixed: "claim x: L4 as Value" },
      { line: "claim x: L4 not Value", marked: "Value", message: /after “not”, expected “as”/, fixed: "claim x: L4 not as Value" },
      { line: "claim x: L4 as not Value", marked: "not", message: /expected it before “as”/, fixed: "claim x: L4 not as Value" },
      { line: "claim x: not L4 as Value", marked: "not", message: /expected it before “as”/, fixed: "claim x: L4 not as Value" },
      { line: "claim x: as Value", marked: "as", message: /^Unexpected “as” after “:”, expected a part/, fixed: "claim x: ? as Value" },
      {
        line: "claim x: role as Value",
        marked: "role",
        message: "Unexpected “role”, expected a part. “role” is a word of the language: as a name, it is written in quotes.",
        fixed: 'claim x: "role" as Value',
      },
      {
        line: "claim x: L4 as Value and Key",
        marked: "and",
        message: "Unexpected “and” in a list, expected “,”.",
        fixed: "claim x: L4 as Value, Key",
      },
      {
        line: "claim x: L4 as Value; Key",
        marked: ";",
        message: "Unexpected “;” in a list, expected “,”.",
        fixed: "claim x: L4 as Value, Key",
      },
      {
        line: "claim: L4 as Value",
        marked: ":",
        message: "Unexpected “:” after “claim”, expected “claim” without it.",
        fixed: "claim L4 as Value",
      },
      { line: 'claim "a b": L4 as Value', marked: '"a b"', message: /as an id, expected one word/, fixed: "claim a-b: L4 as Value" },
      {
        line: "claim 4: L4 as Value",
        marked: "4",
        message: /as an id, expected one word that is not a number/,
        fixed: "claim n4: L4 as Value",
      },
      { line: "Claim x: L4 as Value", marked: "Claim", message: "Unexpected “Claim”, expected “claim”.", fixed: "claim x: L4 as Value" },
      { line: "clam x: L4 as Value", marked: "clam", message: "Unexpected “clam”, expected “claim”.", fixed: "claim x: L4 as Value" },
      {
        line: "thesis x: L4 as Value",
        marked: "thesis x: L4 as Value",
        message: /expected a header such as “claim”/,
        fixed: "claim x: L4 as Value",
      },
      {
        line: "L4 -> L2/3 as Value",
        marked: "L4 -> L2/3 as Value",
        message: /expected a header such as “claim”/,
        fixed: "claim L4 -> L2/3 as Value",
      },
      {
        line: 'prediction p "text"',
        marked: "p",
        message: "Unexpected “p” without a colon, expected “p:”.",
        fixed: 'prediction p: "text"',
      },
      { line: "mapping m L4 as Value", marked: "m", message: /without a colon/, fixed: "mapping m: L4 as Value" },
      {
        line: "mapping m:L4 as Value",
        marked: "m:L4",
        message: "Unexpected “m:L4”, expected a space after the colon: “m: L4”.",
        fixed: "mapping m: L4 as Value",
      },
      {
        line: "mapping L4 -> L5 as Value",
        marked: "L4",
        message: "Unexpected “L4” after “mapping”, expected an id and a colon, such as id:.",
      },
      { line: 'atlas: "x"', marked: ":", message: "Unexpected “:” after “atlas”, expected an id and a colon, such as id:." },
      { line: 'part "L4": "Layer 4"', marked: '"L4"', message: /as an id/, fixed: 'part L4: "Layer 4"' },
      {
        line: "prediction p: few synapses",
        marked: "few synapses",
        message: /expected a text in double quotes/,
        fixed: 'prediction p: "few synapses"',
      },
      {
        line: "cite references.bib",
        marked: "references.bib",
        message: /expected a text in double quotes/,
        fixed: 'cite "references.bib"',
      },
      {
        line: "cite 'references.bib'",
        marked: "'references.bib'",
        message: /expected a text in double quotes/,
        fixed: 'cite "references.bib"',
      },
      { line: "use cortex transformer", marked: "transformer", message: /expected a comma before it/, fixed: "use cortex, transformer" },
      {
        line: "use cortex,",
        marked: ",",
        message:
          /^Unexpected end of the line after “,”, expected the name of an atlas.* To go on with a list on the next line, start that line with the comma\.$/,
      },
      { line: "source key", marked: "key", message: "Unexpected “key”, expected a citation key: “@key”.", fixed: "source @key" },
      { line: "source [@key]", marked: "[@key]", message: /expected the key alone: “@key”/, fixed: "source @key" },
      { line: "evidence [@key]", marked: "[@key]", message: /write “supported by”/, fixed: "evidence id: [@key]" },
      { line: "evidence e: @key", marked: "@key", message: /expected a citation in brackets/, fixed: "evidence e: [@key]" },
      {
        line: "evidence e: [key]",
        marked: "key",
        message: "Unexpected “key” without a key, expected “@key”.",
        fixed: "evidence e: [@key]",
      },
      { line: "evidence e: [@a, @b]", marked: ",", message: /between citations, expected “;”/, fixed: "evidence e: [@a; @b]" },
      { line: "evidence e: [@a p. 3]", marked: "p. 3", message: /expected a comma before the place/, fixed: "evidence e: [@a, p. 3]" },
      { line: "evidence e: [@a, p. 3", marked: "[@a, p. 3", message: /expected a closing bracket/, fixed: "evidence e: [@a, p. 3]" },
      { line: "evidence e: []", marked: "[]", message: /without a key/ },
      { line: "// a remark", marked: "//", message: "Unexpected “//”, expected “#” before a comment.", fixed: "# a remark" },
      { line: "% a remark", marked: "%", message: "Unexpected “%”, expected “#” before a comment.", fixed: "# a remark" },
      { line: "lamina one", marked: "one", message: /expected a number/ },
    ]),
  )("%s", (_, slip) => checkSlip("", slip, slip.line.startsWith("use") ? "" : "\n"));

  it("part of", () => {
    checkSlip("claim x: L4 as Value\n  ", {
      line: "part of column-transformer",
      marked: "part of",
      message: /^Unexpected “part of”, expected “belongs to” in a claim, or “in” in an entry of an atlas/,
      fixed: "belongs to column-transformer",
    });
    checkSlip('part L4: "Layer 4"\n  ', { line: "part of column", marked: "part of", message: /^Unexpected/, fixed: "in column", fix: 1 });
  });

  it("take a colon with a blank before it", () => {
    const document = Document.parse("claim values : L4 as Value\n");
    expect(problemsOf(document)).toEqual([]);
    expect(document.items[0]?.args).toMatchObject({ id: { text: "values" }, left: { list: { ends: [{ parts: [{ text: "L4" }] }] } } });
  });

  it("read what goes on after a forgotten colon", () => {
    const [item] = Document.parse('prediction p "text"').items;
    expect(item?.args).toMatchObject({ id: { text: "p" }, text: { value: "text" } });
  });
});

describe("arrows", () => {
  const arrows: readonly (readonly [string, string])[] = [
    ["–>", "->"],
    ["—>", "->"],
    ["=>", "->"],
    ["-->", "->"],
    ["⇒", "->"],
    ["<--", "<-"],
    ["<=", "<-"],
    ["<=>", "<->"],
    ["⇔", "<->"],
    ["–", "--"],
    ["—", "--"],
    ["-", "--"],
  ];
  it.each(arrows)("%s for %s", (written, meant) => {
    checkSlip("", {
      line: `claim x: L4 ${written} L2/3 as Value`,
      marked: written,
      message: `Unexpected “${written}”, expected “${meant}” for a pathway.`,
      fixed: `claim x: L4 ${meant} L2/3 as Value`,
    });
    const [item] = Document.parse(`claim x: L4 ${written} L2/3 as Value`).items;
    expect(item?.args).toMatchObject({ left: { list: { ends: [{ arrows: [meant], parts: [{ text: "L4" }, { text: "L2/3" }] }] } } });
  });

  it.each(
    named([
      { line: "claim x: L4 -> as Value", marked: "as", message: "Unexpected “as” after “->”, expected a part, such as L2/3." },
      { line: "claim x: L4 ->", marked: "->", message: "Unexpected end of the line after “->”, expected a part, such as L2/3." },
      { line: "claim x: L4 > as Value", marked: "as", message: /after “>”, expected a part or a pathway that the first outweighs/ },
      { line: "claim x: each as Value", marked: "as", message: /after “each”, expected a part/ },
      { line: "claim x: claim as Value", marked: "as", message: /after “claim”, expected the id of a claim/ },
      { line: "claim x: L4, as Value", marked: "as", message: /after “,”, expected a part/ },
    ]),
  )("%s", (_, slip) => checkSlip("", slip));
});
