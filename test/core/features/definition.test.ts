/** Where things are defined, and the outline of a document. */
import { describe, expect, it } from "vitest";
import { definition, type OutlineEntry, outline, shippedTexts } from "../../../src/core/service.ts";
import { address, CARET, type Project, project } from "../project.ts";

/** The words that lead somewhere, and the places they lead to as `file: selected words`. */
function led(text: string): { readonly origin: string; readonly targets: readonly string[]; readonly wholes: readonly string[] } {
  const made = project(text);
  const found = definition(made.snapshot, made.caret.uri, made.caret.offset);
  const slice = (uri: string, { start, end }: { start: number; end: number }): string => textOf(made, uri).slice(start, end);
  const targets = found?.targets ?? [];
  return {
    origin: found ? slice(made.caret.uri, found.origin) : "",
    targets: targets.map(({ uri, selection }) => `${uri.slice(uri.lastIndexOf("/") + 1)}: ${slice(uri, selection)}`),
    wholes: targets.map(({ uri, span }) => slice(uri, span)),
  };
}

const textOf = (made: Project, uri: string): string => made.texts.get(uri.replace(address(""), "")) ?? shippedTexts.get(uri) ?? "";

const support = '  supported by [@binzegger2004quantitative] anatomy "so"\n';

describe("go to definition", () => {
  it.each([
    ["L‸4 as Value", "L4", "cortex.lamina: L4"],
    ["L4 as Val‸ue", "Value", "transformer.lamina: Value"],
    ['"granular ‸layer" as Value', '"granular layer"', "cortex.lamina: L4"],
    ["L4 -> L2/‸3 as Value", "L2/3", "cortex.lamina: L2/3"],
    ["gamma as P‸E", "PE", "transformer.lamina: Positional-encoding"],
  ])("of a part leads into its atlas: %s", (ends, origin, target) => {
    const found = led(`claim a: ${ends}\n`);
    expect([found.origin, found.targets]).toEqual([origin, [target]]);
    expect(found.wholes[0]).toMatch(/^part /);
  });

  it("of a name that two parts bear leads to both", () => {
    expect(led("claim a: PE‸ as ?\n").targets).toEqual(["cortex.lamina: prediction-error", "transformer.lamina: Positional-encoding"]);
  });

  it("of an atlas leads to its first line", () => {
    expect(led("use cor‸tex\n").targets).toEqual(["cortex.lamina: cortex"]);
  });

  it.each([
    ["  assumes oth‸er\n", "other"],
    ["  belongs to fam‸ily\n", "family"],
    ["  predicts pre‸d\n", "pred"],
    ["  supported by ev‸id\n", "evid"],
    ["  qualified by mod‸el1 simulation\n", "model1"],
  ])("of an id leads to its item in another document: %s", (line, id) => {
    const others =
      "# file: b.lamina\nclaim other: L5 as Key\n\nmapping family: column as Block\nprediction pred: ?\nevidence evid: [@x]\nmodel model1: ?\n";
    const found = led(`${others}# file: a.lamina\nclaim a: L4 as Value\n${line}`);
    expect([found.origin, found.targets]).toEqual([id, [`b.lamina: ${id}`]]);
  });

  it("of an id that is given twice leads to both, and of one that nothing defines nowhere", () => {
    expect(led("claim x: L4 as Value\nclaim x: L5 as Key\nclaim y: L1 as Query\n  assumes x‸\n").targets).toEqual([
      "main.lamina: x",
      "main.lamina: x",
    ]);
    expect(led("claim y: L1 as Query\n  assumes x‸\n").targets).toEqual([]);
  });

  it("of a citation leads to its entry, in the project or in the bibliography that ships", () => {
    const bib = "# file: r.bib\n@article{one2001, title = {One}}\n# file: a.lamina\n";
    expect(led(`${bib}claim a: L4 as Value\n  supported by [@one‸2001, p. 3]\n`)).toEqual({
      origin: "@one2001, p. 3",
      targets: ["r.bib: one2001"],
      wholes: ["@article{one2001, title = {One}}"],
    });
    expect(led("claim a: L4 as Value\n  supported by [@x; @lee2009‸modulator]\n").targets).toEqual(["references.bib: lee2009modulator"]);
    expect(led("source @lee‸2009modulator\n").targets).toEqual([
      "references.bib: lee2009modulator",
      "main.lamina: source @lee2009modulator",
    ]);
  });

  it("of a file leads to the file", () => {
    for (const text of ['cite "deep/r.b‸ib"\n', 'model m: "deep/r.b‸ib"\n']) {
      const made = project(text);
      expect(definition(made.snapshot, made.caret.uri, made.caret.offset)?.targets[0]?.uri).toBe(address("deep/r.bib"));
    }
    expect(led('cite "https://e.org/x‸.bib"\n').targets).toEqual([]);
  });

  it("of a part of one's own in a manuscript leads to its words in the host", () => {
    const text =
      '# file: m.md\nSome prose before.\n\n> ```lamina\n> atlas mine: "Mine"\n> part thing: "Thing"\n>   kind layer\n> ```\n\nMore prose.\n\n```lamina\nclaim a: thi‸ng as Value\n```\n';
    const found = led(text);
    expect(found.targets).toEqual(["m.md: thing"]);
    expect(found.wholes).toEqual(['part thing: "Thing"\n>   kind layer']);
  });

  it("follows its target as the text before it grows", () => {
    const text = (before: string): string =>
      `# file: m.md\n${before}\`\`\`lamina\natlas mine: "Mine"\npart thing: "Thing"\nclaim a: thi${CARET}ng as Value\n\`\`\`\n`;
    expect(led(text("")).targets).toEqual(["m.md: thing"]);
    expect(led(text("Words.\n\n".repeat(50))).targets).toEqual(["m.md: thing"]);
  });

  it("of nothing leads nowhere", () => {
    for (const text of ["‸", "claim‸ a: L4 as Value", 'claim a: L4 as Value\n  means "L‸4"\n', "claim a: nowhe‸re as Value"]) {
      expect(led(text).targets, text).toEqual([]);
    }
  });
});

describe("the outline", () => {
  interface Plain {
    readonly name: string;
    readonly detail: string;
    readonly word: string;
    readonly text: string;
    readonly children: readonly Plain[];
  }

  const outlined = (text: string, name = "main.lamina"): readonly Plain[] => {
    const made = project(text);
    const source = made.snapshot.documents.get(address(name));
    const plain = (entry: OutlineEntry): Plain => {
      expect(entry.span.start).toBeLessThanOrEqual(entry.selection.start);
      expect(entry.selection.end).toBeLessThanOrEqual(entry.span.end);
      return {
        name: entry.name,
        detail: entry.detail,
        word: entry.word,
        text: source?.slice(entry.span) ?? "",
        children: entry.children.map(plain),
      };
    };
    return source ? outline(source).map(plain) : [];
  };

  it("has every item but those that hold for the document, with what it says", () => {
    const text = `lamina 1\nuse cortex, transformer\ncite "x.bib"\n\nclaim a: L4 -> L2/3 as Value\n${support}\nclaim L1 not as Query\n\nprediction p: "It grows"\nevidence e: [@x, p. 3]\nsource @y\nmodel m: "m.py"\n`;
    expect(outlined(text).map(({ name, detail, word }) => [word, name, detail])).toEqual([
      ["claim", "a", "L4 -> L2/3 as Value"],
      ["claim", "L1 not as Query", ""],
      ["prediction", "p", "It grows"],
      ["evidence", "e", "[@x, p. 3]"],
      ["source", "@y", "source"],
      ["model", "m", "m.py"],
    ]);
    expect(outlined(text)[0]?.text).toBe(`claim a: L4 -> L2/3 as Value\n${support.trimEnd()}`);
  });

  it("has the parts of an atlas within it, over the regions of a manuscript", () => {
    const text = '# file: m.md\n```lamina\natlas a: "A"\npart x: "X"\n```\n\nText.\n\n```lamina\npart y: "Y"\nclaim c: x as ?\n```\n';
    const found = outlined(text, "m.md");
    expect(found.map(({ name, children }) => [name, children.map((child) => child.name)])).toEqual([
      ["a", ["x", "y"]],
      ["c", []],
    ]);
  });

  it("has half-written items, and no lines that are not understood", () => {
    expect(outlined("claim\nclaim b:\nfrobnicate\n\n  x\nsource\n").map(({ word, name }) => [word, name])).toEqual([
      ["claim", "… as …"],
      ["claim", "b"],
      ["source", "@…"],
    ]);
  });
});
