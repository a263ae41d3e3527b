/** The atlas files as the parser of the language reads them. */
import { describe, expect, it } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";
import { formatDocument } from "../../../src/core/syntax/print.ts";
import { atlasNames, atlasText, readEntries } from "./read.ts";

describe.each(atlasNames)("the file of atlas %s", (atlas) => {
  const text = atlasText(atlas);
  const document = Document.parse(text);

  it("parses without a problem", () => {
    const problems = document.items.flatMap((item, index) =>
      item.problems.map(
        ({ code, message, span }) => `${document.positionAt(document.startOf(index) + span.start).line + 1}: ${code}: ${message}`,
      ),
    );
    expect(problems).toEqual([]);
    const lost = document.items.flatMap((item) => item.clauses.filter((clause) => !clause.whole || clause.misplaced || !clause.spec));
    expect(lost).toEqual([]);
  });

  it("holds the items and clauses that stand there", () => {
    const entries = readEntries(text);
    const items = document.items.filter((item) => item.word === "atlas" || item.word === "part");
    expect(items.map((item) => item.clauses.length)).toEqual(entries.map((entry) => entry.lines.length));
    for (const [index, item] of items.entries()) {
      expect(item.args.id).toMatchObject({ kind: "name", text: entries[index]?.id });
    }
  });

  it("says each thing once where once is asked, and in the order of its entries", () => {
    const order = ["kind", "in", "joins", "also", "means", "equation", "xref", "quantity", "role", "rival", "disputed by"];
    order.push("beware", "code", "see", "draw", "note");
    for (const item of document.items.filter((candidate) => candidate.word === "part")) {
      const words = item.clauses.map((clause) => clause.word);
      expect(words.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(words);
      for (const clause of item.clauses.filter((candidate) => candidate.spec?.times === "once")) {
        expect(words.filter((word) => word === clause.word)).toHaveLength(1);
      }
      expect(words).toEqual(expect.arrayContaining(["kind", "also", "means", "role", "see"]));
    }
  });

  it("keeps within 140 columns", () => {
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(140);
    expect(text).not.toMatch(/[ \t]\n/);
    expect(text.endsWith("\n")).toBe(true);
  });

  it("stands as the formatter would set it", () => {
    expect(formatDocument(document)).toEqual([]);
  });
});

describe("what the parser makes of layer 4", () => {
  const document = Document.parse(atlasText("cortex"));
  const layer = document.items.find((item) => item.args.id?.kind === "name" && item.args.id.text === "L4");
  const clausesOf = (word: string) => layer?.clauses.filter((clause) => clause.word === word).map((clause) => clause.args) ?? [];

  it("shares with their denominators, and how far they were seen", () => {
    const quantities = clausesOf("quantity");
    expect(quantities).toHaveLength(10);
    expect(quantities[2]).toMatchObject({
      criterion: { quantity: { denominator: { kind: "open" } }, test: { form: "within", low: 10, high: 15, unit: "%" } },
      origin: { cites: [{ key: "koenig2026neuroscience" }] },
      seen: { text: "seed" },
      detail: { value: "denominator NOT STATED on the web page about the paper" },
    });
    expect(quantities[3]).toMatchObject({
      criterion: {
        quantity: { denominator: { value: "total convergent input to layer 4" } },
        test: { form: "compare", comparator: "~", value: { number: 5, unit: "%" } },
      },
    });
  });

  it("names with their notation, and where the layer is drawn", () => {
    expect(clausesOf("also")[2]).toMatchObject({ names: { nodes: [{ name: { text: "L_4" }, notation: { text: "latex" } }] } });
    expect(clausesOf("draw")).toMatchObject([{ mark: { text: "band" }, amount: { value: 3 } }]);
  });

  it("roles as ends of the other atlas", () => {
    expect(clausesOf("role").map((role) => role.parts)).toMatchObject([
      { nodes: [{ kind: "end", parts: [{ text: "transformer:Value" }] }] },
      { nodes: [{ kind: "end", parts: [{ text: "transformer:Embedding" }] }] },
    ]);
  });
});
