/** Documents of every host, followed through edits, and what they say of their own writing. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostEdit } from "../../src/core/features/host-edit.ts";
import { proseSuppressions } from "../../src/core/prose/suppressions.ts";
import type { Edit } from "../../src/core/text.ts";
import { hostOf, mayHoldLamina } from "../../src/embed/host.ts";
import { type EditableSource, openSource } from "../../src/embed/source.ts";
import { documents, editSeeds } from "./documents.ts";

const open = (name: string, text: string): EditableSource => openSource(`file:///project/${name}`, hostOf(name) ?? expect.fail(name), text);

const textOf = (source: EditableSource): string => source.slice({ start: 0, end: source.length });

/** What the engine reads off a document. */
const read = (source: EditableSource): unknown => ({
  text: textOf(source),
  regions: source.regions.map(({ document, map }) => ({ text: document.text, items: document.items, segments: map.segments })),
  prose: source.prose,
  anchors: source.anchors,
  citations: source.citations,
  bibliographies: source.bibliographies,
});

const spoken = [
  "As [@key2020, p. 3; @other] and @somebody say, \\@not and a@b.\n\n",
  "See [L4 @in_it]{claim=values} and @here.\n",
  "> @quoted [and @more].\n",
  "```lamina\nclaim a: L4 as Value\n\nclaim b: L5 as Key\n```\n@behind it\n\n",
  "# lamina: claim c: L4 as Value\n#   supported by [@k]\nx = 1\n",
  "% lamina: claim d: L4 as Value\n%   supported by [@k]\n\\cite{one, two} \\claim{values}{text}\n",
];
const texts = fc
  .array(fc.oneof(documents, fc.constantFrom(...spoken)), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join("").replaceAll("\0", ""));
const additions = fc.constantFrom("@", "[", "]", "@new", "\\", "\n\n", "claim e: L6 as Query\n", "```\n", "x");
const seeds = fc.array(fc.tuple(editSeeds, fc.option(additions)), { minLength: 1, maxLength: 5 });

describe("after any edits a document is what one is that is opened anew", () => {
  test.each(["a.md", "a.tex", "a.py", "a.lamina"])("%s", (name) => {
    fc.assert(
      fc.property(texts, seeds, fc.boolean(), (document, list, asks) => {
        let source = open(name, document);
        for (const [[where, length, removes, inserted], added] of list) {
          // citations are followed only where someone asked for them before
          if (asks) expect(source.citations).toBeDefined();
          const start = Math.floor(where * source.length);
          const text = (added ?? inserted).replaceAll("\0", "");
          const edit: Edit = { span: { start, end: removes ? Math.min(source.length, start + length) : start }, text };
          source = source.edit(edit);
          const trees = source.regions.map((region) => region.document);
          expect(new Set(trees).size).toBe(trees.length);
        }
        expect(read(source)).toEqual(read(open(name, textOf(source))));
      }),
      { numRuns: 150 },
    );
  });
});

test("what does not look as if it held Lamina does not", () => {
  const marks = fc.constantFrom(
    "L4",
    "{claim=a}",
    "[x]",
    "{claim}",
    "`x <a>`",
    "```lam&#105;na\nclaim\n```",
    "lamina",
    ":::",
    "{lamina}",
    "\\claim",
    "{a}",
    "% ",
    "# ",
    "\n",
    ": ",
  );
  const fromMarks = fc.array(marks, { maxLength: 6 }).map((list) => list.join(""));
  let without = 0;
  fc.assert(
    fc.property(fc.oneof(texts, fromMarks), fc.constantFrom("a.md", "a.tex", "a.py"), (text, name) => {
      const source = open(name, text);
      if (mayHoldLamina(text, hostOf(name) ?? expect.fail(name))) return;
      without++;
      expect([...source.regions, ...source.anchors]).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(without).toBeGreaterThan(100);
});

test("items that an edit of their fence does not touch stay the same objects", () => {
  const text =
    "Words.\n\n```lamina\nclaim a: L4 as Value\n\nclaim b: L5 as Key\n\nclaim c: L6 as Query\n```\n\n```lamina\nclaim d: L4 as Key\n```\n";
  const before = open("a.md", text);
  const at = text.indexOf("Key");
  const after = before.edit({ span: { start: at, end: at }, text: "x" });
  const items = (source: EditableSource): readonly unknown[] => source.regions.flatMap(({ document }) => document.items);
  expect(items(after).map((item) => items(before).includes(item))).toEqual([true, false, true, true]);
});

test("a region that is doubled does not share its items", () => {
  const fence = "```lamina\nclaim a: L4 as Value\n```\n\n";
  const { regions } = open("a.md", fence).edit({ span: { start: 0, end: 0 }, text: fence });
  expect(regions).toHaveLength(2);
  expect(regions[0]?.document.items[0]).not.toBe(regions[1]?.document.items[0]);
});

describe("an edit of a region, as its host writes it", () => {
  const added = (name: string, text: string, after: string, addition: string): string => {
    const source = open(name, text);
    const at = text.indexOf(after) + after.length;
    const { span, text: written } = hostEdit(source, { span: { start: at, end: at }, text: addition });
    return text.slice(0, span.start) + written + text.slice(span.end);
  };

  test.each([
    ["a.lamina", "claim a: L4 as Value\r\n", "\r\n  note x", "claim a: L4 as Value\r\n  note x\r\n"],
    [
      "a.md",
      "> ```lamina\r\n> claim a: L4 as Value\r\n> ```\r\n",
      "\r\n>   note x",
      "> ```lamina\r\n> claim a: L4 as Value\r\n>   note x\r\n> ```\r\n",
    ],
    ["a.tex", "% lamina: claim a: L4 as Value\r\nWords\r\n", "\r\n%   note x", "% lamina: claim a: L4 as Value\r\n%   note x\r\nWords\r\n"],
    ["a.py", "  # lamina: claim a: L4 as Value\r\n", "\r\n  #   note x", "  # lamina: claim a: L4 as Value\r\n  #   note x\r\n"],
  ])("%s", (name, text, _, expected) => expect(added(name, text, "Value", "\n  note x")).toBe(expected));

  test("running text takes it as it is", () => {
    expect(added("a.md", "> Words.\n\n```lamina\nclaim a: L4 as Value\n```\n", "Words", " more")).toContain("> Words more.\n");
  });
});

describe("comments that silence", () => {
  /** Rules, reasons and targets of the suppressions of a document. */
  const found = (name: string, text: string): unknown[] =>
    proseSuppressions(open(name, text)).map(({ rules, reason, target, span }) => [
      rules.map(({ code, start, end }) => {
        expect(text.slice(start, end)).toBe(code);
        return code;
      }),
      reason,
      text.slice(target.start, target.end),
      text.slice(span.start, span.end).startsWith("lamina-ignore"),
    ]);
  const words = "lamina-ignore overclaim, wording-drift -- so it is";
  const one = [["overclaim", "wording-drift"], "so it is", "Words\nand more.", true];

  test.each([
    ["Markdown's", "a.md", `<!-- ${words} -->\nWords\nand more.\n\nOther.`],
    ["over lines", "a.md", `<!--\n${words}\n-->\n\nWords\nand more.`],
    ["in a list", "a.md", `- one\n\n  <!-- ${words} -->\n\nWords\nand more.`],
    ["MyST's", "a.md", `Text.\n\n% ${words}\n\nWords\nand more.`],
    ["LaTeX's", "a.tex", `Text.\n  %% ${words}\nWords\nand more.\n\nOther.`],
    ["Python's", "a.py", `## ${words}\nWords\nand more.\n\nOther.`],
    ["C's", "a.c", `/* ${words} */\nWords\nand more.`],
    ["C++'s", "a.cpp", `// ${words}\nWords\nand more.`],
    ["behind a star", "a.c", `/*\n * ${words}\n */\nWords\nand more.`],
    ["Julia's", "a.jl", `#= ${words} =#\nWords\nand more.`],
    ["MATLAB's", "a.m", `% ${words}\nWords\nand more.`],
  ])("%s", (_, name, text) => expect(found(name, text)).toEqual([one]));

  test.each([
    ["a heading of Markdown", "a.md", `# ${words}\n\nWords.`],
    ["code of Markdown", "a.md", `\`\`\`html\n<!-- ${words} -->\n\`\`\`\n\nWords.`],
    ["indented code", "a.md", `    <!-- ${words} -->\n\nWords.`],
    ["a line of code", "a.md", `\`\`\`tex\n% ${words}\n\`\`\`\n\nWords.`],
    ["running text", "a.md", `The comment ${words}`],
    ["verbatim text of LaTeX", "a.tex", `\\begin{verbatim}\n% ${words}\n\\end{verbatim}\nWords.`],
    ["a string of a program", "a.py", `x = """\n# ${words}\n"""\n`],
    ["a sign of another language", "a.py", `// ${words}\nWords.`],
    ["a comment behind code", "a.py", `x = 1  # ${words}\nWords.`],
    ["a file of Lamina, which has its own", "a.lamina", `# ${words}\nclaim a: L4 as Value\n`],
  ])("%s is none", (_, name, text) => expect(found(name, text)).toEqual([]));

  test("in a notebook that is not open: the paragraph of its cell, or all of the file", () => {
    const cells = [
      { cell_type: "markdown", metadata: {}, source: [`<!-- ${words} -->\n`, "Words\n", 'and "more".\n', "\n", "Other."] },
      { cell_type: "code", metadata: {}, source: ["# lamina-ignore-file part-unmapped -- never\n", "x = 1"] },
      { cell_type: "raw", metadata: {}, source: [`<!-- ${words} -->\n`] },
    ];
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
    const [paragraph, whole, ...none] = proseSuppressions(open("a.ipynb", text));
    expect(none).toEqual([]);
    expect(text.slice(paragraph?.target.start, paragraph?.target.end)).toMatch(/^Words\\n",\s+"and \\"more\\"\.$/);
    expect(paragraph?.rules.map(({ start, end }) => text.slice(start, end))).toEqual(["overclaim", "wording-drift"]);
    expect(whole?.target).toEqual({ start: 0, end: text.length });
    const { start, end } = paragraph?.comment ?? { start: 0, end: 0 };
    expect(JSON.parse(text.slice(0, start) + text.slice(end)).cells[0].source.join("")).toBe('Words\nand "more".\n\nOther.');
  });
});

describe("what a reader sees", () => {
  const seen = (name: string, text: string, from: string, to: string): string | undefined =>
    open(name, text).runningText?.readable({ start: text.indexOf(from), end: text.indexOf(to) + to.length });

  test("is in Markdown what is written", () => expect(seen("a.md", "It % is so.", "It", "so")).toBe("It % is so"));

  test("leaves out LaTeX's comments, with all offsets as they are", () => {
    expect(seen("a.tex", "It % is not\n  is 5\\% so.", "It", "so")).toBe("It         \n  is 5\\% so");
  });

  test("leaves out the signs of a notebook's file", () => {
    const text = JSON.stringify({ cells: [{ cell_type: "markdown", metadata: {}, source: ['It "is"\n', "so."] }] }, null, 1);
    const words = seen("a.ipynb", text, "It", "so.") ?? "";
    expect(words.replace(/\s+/g, " ")).toBe('It " is" so.');
    expect(words.indexOf("so")).toBe(text.indexOf("so.") - text.indexOf("It"));
  });
});
