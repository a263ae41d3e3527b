import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { semanticTokens, tokenModifiers, tokenTypes } from "../../../src/core/features/semantic-tokens.ts";
import type { Span } from "../../../src/core/text.ts";
import { address, open, type ProjectOptions, project } from "../project.ts";

/** Tokens as `words type.modifier`. */
function coloured(text: string, name = "main.lamina", options?: ProjectOptions, within?: Span): string[] {
  const made = project(text, options);
  return semanticTokens(made.snapshot, address(name), within).map(({ start, end, type, modifiers }) => {
    const bits = tokenModifiers.filter((_, bit) => modifiers & (1 << bit)).map((modifier) => `.${modifier.name}`);
    return `${(made.texts.get(name) ?? "").slice(start, end)} ${tokenTypes[type]?.name}${bits.join("")}`;
  });
}

describe("semantic tokens", () => {
  it("colour a claim by what its words mean", () => {
    expect(
      coloured(`claim values: L4 -> L2/3, "apical dendrite" as Value  # note
  supported by [@lee, p. 4; @two] anatomy "x" in cat V1, adult read abstract
  strength functional
  via L4.spiny-stellate, cortex:gain-modulation
  predicts p
  tag figure-1
`),
    ).toEqual([
      "claim item",
      "values claim.declaration.overstated",
      "L4 layer",
      "-> operator",
      "L2/3 layer",
      '"apical dendrite" cell',
      "as keyword",
      "Value tensor",
      "# note comment",
      "supported by clause",
      "@lee citation",
      "@two citation",
      "anatomy evidenceType",
      '"x" string',
      "in keyword",
      "cat V1 scope",
      "adult scope",
      "read keyword",
      "abstract closedWord",
      "strength clause",
      "functional closedWord",
      "via clause",
      "L4 layer",
      "spiny-stellate cell",
      "cortex atlas",
      "gain-modulation mechanism",
      "predicts clause",
      "p prediction",
      "tag clause",
      "figure-1 tag",
    ]);
  });

  it("colour numbers, units and operators, and leave unknown words alone", () => {
    expect(
      coloured(
        'prediction p: "x"\n  expects "share" of "all" within 10..15 %\n  falsified if > 5 ± 1 ms with n >= 6, ci 95 %\n  tested by anatomy_xx\n',
      ).slice(3),
    ).toEqual([
      "expects clause",
      '"share" string',
      "of keyword",
      '"all" string',
      "within keyword",
      "10 number",
      ".. operator",
      "15 number",
      "% unit",
      "falsified if clause",
      "> operator",
      "5 number",
      "± operator",
      "1 number",
      "ms unit",
      "with keyword",
      "n keyword",
      ">= operator",
      "6 number",
      "ci keyword",
      "95 number",
      "% unit",
      "tested by clause",
    ]);
  });

  it("colour the names that items give, and the ids of others by what they name", () => {
    const text = `evidence e: [@x]
model m: "m.py"
  pinned 3adf61e
  symbol a.b as Query
source @x
mapping w: column as Block
claim a: claim b as Value
  supported by e
  supported by m
  belongs to w
claim b: nowhere as ?
use cortex
`;
    expect(coloured(text).filter((token) => /^(e|m|w|a|b|@x|a\.b|3adf61e|cortex|nowhere) /.test(token))).toEqual([
      "e evidence.declaration",
      "@x citation",
      "m model.declaration",
      "3adf61e closedWord",
      "a.b symbol",
      "@x citation.declaration",
      "w mapping.declaration",
      "a claim.declaration.unsupported",
      "b claim.open",
      "e evidence",
      "m model",
      "w mapping",
      "b claim.declaration.open",
      "cortex atlas",
    ]);
  });

  it("colour entries of an atlas by what they are", () => {
    expect(
      coloured('atlas own: "Own"\npart CA3: "Field three"\n  kind layer\n  xref GO:1 exact\n  also third in en\npart odd: "Odd"\n').filter(
        (token) => !/string|clause|item/.test(token),
      ),
    ).toEqual([
      "own atlas.declaration",
      "CA3 layer.declaration",
      "layer closedWord",
      "GO:1 term",
      "exact closedWord",
      "in keyword",
      "odd part.declaration",
    ]);
  });

  it("follow other files, and say nothing of standing before all is read", () => {
    const text = "# file: main.lamina\nclaim a: L4 as Value\n  supported by e\n# file: e.lamina\nevidence e: [@x]\n  type perturbation\n";
    expect(coloured(text)[1]).toBe("a claim.declaration.supported");
    expect(coloured(text, "main.lamina", { complete: false })[1]).toBe("a claim.declaration");
  });

  it("leave a house's own clauses and lines that are not understood to the grammar", () => {
    expect(coloured("claim a: L4 as Value\n  x-own in 5 ms\n  bla in\n").slice(5)).toEqual(["x-own clause", "in keyword"]);
  });

  it("are those of the items that are looked at, where a part of the text is", () => {
    const text = "claim a: L4 as Value\nclaim b: L5 as Key\nclaim c: L6 as Query\n";
    const at = text.indexOf("L5");
    expect(coloured(text, "main.lamina", {}, { start: at, end: at })).toEqual([
      "claim item",
      "b claim.declaration.unsupported",
      "L5 layer",
      "as keyword",
      "Key tensor",
    ]);
  });

  it("stand on the places of a manuscript", () => {
    expect(coloured('# file: note.md\nclaim in prose\n\n> ```lamina\n> claim a: L4 as Value\n>   means "x"\n> ```\n', "note.md")).toEqual([
      "claim item",
      "a claim.declaration.unsupported",
      "L4 layer",
      "as keyword",
      "Value tensor",
      "means clause",
      '"x" string',
    ]);
  });

  it("never overlap, go over no line's end, and come in the order of the text, whatever is written", () => {
    const piece = fc.constantFrom(
      "claim a: ",
      "L4 ",
      "-> ",
      "as Value",
      "\n",
      "  supported by ",
      "[@lee, p. 4; @x",
      "] ",
      '"x ',
      '" ',
      "in cat V1 ",
      "read abstract",
      "# note",
      "cortex:L5.PT ",
      '"cortex:L4" ',
      "10-15 % ",
      "part b: ",
      "@ key",
      "x-own ",
      "\t",
      "→",
      "5 ms ",
      "? ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const { snapshot } = project("");
        const source = open("main.lamina", text);
        const tokens = semanticTokens(snapshot.with({ documents: new Map([[source.uri, source]]) }), source.uri);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.start, token.end)).toMatch(/^[^\r\n]+$/);
          ({ end } = token);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      // an id that nothing defines, in an item that is not the first
      { numRuns: 200, examples: [[["claim a: ", "\n", "claim a: ", "\n", "  supported by ", "claim a: "]]] },
    );
  });
});

it("gives every standing a modifier, and no two types one name", () => {
  expect(tokenModifiers.map(({ name }) => name)).toEqual([
    "declaration",
    "supported",
    "overstated",
    "contested",
    "refuted",
    "unsupported",
    "open",
  ]);
  expect(new Set(tokenTypes.map(({ name }) => name)).size).toBe(tokenTypes.length);
});
