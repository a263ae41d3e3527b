import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format, formatAfterLineBreak } from "../../../src/core/features/formatting.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { CARET, open } from "../project.ts";

const formatted = (text: string, name = "main.lamina"): string => applyEdits(text, format(open(name, text)));

describe("format", () => {
  it("lays out a file", () => {
    expect(formatted('  claim a :L4→L2/3   as Value\nsupported by [@lee]   anatomy\n"x"\n\n\n\nclaim b: L5 as Key\n')).toBe(
      'claim a: L4 -> L2/3 as Value\n  supported by [@lee] anatomy\n    "x"\n\nclaim b: L5 as Key\n',
    );
  });

  it.each([
    [
      "a fence",
      'Prose,   as it is.\n\n```lamina\nclaim a: L4   as Value\nmeans "x"\n```\n\n*  list\n',
      'Prose,   as it is.\n\n```lamina\nclaim a: L4 as Value\n  means "x"\n```\n\n*  list\n',
    ],
    [
      "a block quote",
      '> ```lamina\n> claim a: L4   as Value\n> means "x"\n> ```\n',
      '> ```lamina\n> claim a: L4 as Value\n>   means "x"\n> ```\n',
    ],
    [
      "a list item",
      '- x\n\n  ```lamina\n     claim a: L4 as Value\n  means "x"\n  ```\n',
      '- x\n\n  ```lamina\n  claim a: L4 as Value\n    means "x"\n  ```\n',
    ],
    [
      "blank lines of a block quote",
      "> ```lamina\n> claim a: L4 as Value\n>\n> \n>\n> claim b: L5 as Key\n> ```\n",
      "> ```lamina\n> claim a: L4 as Value\n>\n> claim b: L5 as Key\n> ```\n",
    ],
    [
      "blank lines without a prefix",
      "- ```lamina\n  claim a: L4 as Value\n\n\n  claim b: L5 as Key\n  ```\n",
      "- ```lamina\n  claim a: L4 as Value\n\n  claim b: L5 as Key\n  ```\n",
    ],
    [
      "CRLF",
      '> ```lamina\r\n> claim a: L4   as Value\r\n> \r\n> \r\n> means "x"\r\n> ```\r\n',
      '> ```lamina\r\n> claim a: L4 as Value\r\n> \r\n>   means "x"\r\n> ```\r\n',
    ],
    [
      "several fences",
      "```lamina\nclaim  a: L4 as Value\n```\n\n~~~lamina\nclaim  b: L5 as Key\n~~~\n",
      "```lamina\nclaim a: L4 as Value\n```\n\n~~~lamina\nclaim b: L5 as Key\n~~~\n",
    ],
  ])("keeps the prefixes of %s", (_, before, after) => expect(formatted(before, "note.md")).toBe(after));

  it("leaves lines alone whose blanks the host spells as part of a tab", () => {
    const text = '- ```lamina\n\tclaim a: L4   as Value\n\tmeans "x"\n  ```\n';
    const once = formatted(text, "note.md");
    expect(formatted(once, "note.md")).toBe(once);
    expect(open("note.md", once).regions[0]?.document.items.length).toBe(open("note.md", text).regions[0]?.document.items.length);
  });

  it("formats the lines that are asked for, and no line that a range only ends before", () => {
    const text = "claim  a: L4 as Value\nclaim  b: L5 as Key\nclaim  c: L6 as Query\n";
    const source = open("main.lamina", text);
    const second = { start: text.indexOf("claim  b"), end: text.indexOf("claim  c") };
    expect(applyEdits(text, format(source, second))).toBe(text.replace("claim  b", "claim b"));
    const note = `> \`\`\`lamina\n> ${text.trim().replaceAll("\n", "\n> ")}\n> \`\`\`\n`;
    const within = { start: note.indexOf("> claim  b"), end: note.indexOf("> claim  c") };
    expect(applyEdits(note, format(open("note.md", note), within))).toBe(note.replace("claim  b", "claim b"));
  });

  it("touches nothing outside regions, keeps their claims, and done twice is done once", () => {
    const line = fc.constantFrom(
      "claim a:  L4 as Value",
      "   claim b: L5 →L4 as Key",
      'means   "x"',
      '"more"',
      "",
      "   ",
      "# note",
      "\t# note",
      "clam c",
      "  supported by [@a]  anatomy",
      "x-own  a   b",
    );
    const prefix = fc.constantFrom("", "> ", ">", "- ", "1. ", "  > ", "> - ", "- - ");
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        prefix,
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("Prose,  here.", "", "  text"),
        (lines, first, lineBreak, prose) => {
          const rest = first.replace(/[^>]/g, " ");
          const fence = ["```lamina", ...lines, "```"].map((text, index) => (index === 0 ? first : rest) + text);
          const text = [prose, "", ...fence, "", prose, ""].join(lineBreak);
          const source = open("note.md", text);
          const edits = format(source);
          for (const { span } of edits) {
            const inside = source.regions.some(({ map }) => {
              const lineStart = source.lines.offsetAt({ line: source.lines.positionAt(map.hostStart).line, character: 0 });
              const after = source.lines.offsetAt({ line: source.lines.positionAt(map.hostEnd).line + 1, character: 0 });
              return lineStart <= span.start && span.end <= after;
            });
            expect(inside).toBe(true);
          }
          const once = applyEdits(text, edits);
          const items = (content: string): unknown[] =>
            open("note.md", content).regions.map(({ document }) =>
              document.items.map(({ form, word, clauses }) => [form, word, clauses.map((clause) => clause.word)]),
            );
          const said = (content: string): unknown[] =>
            items(content).map((region) => (region as unknown[][]).filter(([form]) => form !== "loose"));
          expect(said(once)).toEqual(said(text));
          expect(formatted(once, "note.md")).toBe(once);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("a line break", () => {
  /** The text after a line break was typed at the caret, which stands behind it. */
  const typed = (text: string, name = "main.lamina"): string => {
    const plain = text.replace(CARET, "");
    return applyEdits(plain, formatAfterLineBreak(open(name, plain), text.indexOf(CARET)));
  };

  it.each([
    ["claim a:L4  as Value\n‸", "claim a:L4 as Value\n  "],
    ["claim a: L4  as Value\n  ‸", "claim a: L4 as Value\n  "],
    ['claim a: L4 as Value\nmeans "x"\n‸', 'claim a: L4 as Value\n  means "x"\n  '],
    ["claim a: L4 as Value\n  \n  ‸", "claim a: L4 as Value\n\n"],
    ["use  cortex\n  ‸", "use cortex\n"],
    ["# note\n‸", "# note\n"],
    ["claim a: L4 as Value\n  # note\n‸", "claim a: L4 as Value\n  # note\n  "],
    ["clam a: L4  as Value\n‸", "clam a: L4  as Value\n  "],
    ['claim a: L4 as Value\n‸means   "x"\n', 'claim a: L4 as Value\n  means "x"\n'],
    [
      "claim   b: L5 as Key\n\nclaim a: L4 as Value\n‸\nclaim   c: L5 as Key\n",
      "claim   b: L5 as Key\n\nclaim a: L4 as Value\n  \nclaim   c: L5 as Key\n",
    ],
    ["‸", ""],
  ])("after %j", (before, after) => expect(typed(before)).toBe(after));

  it("does the same in the fence of a manuscript, and nothing in its prose", () => {
    expect(typed("> ```lamina\n> claim a: L4  as Value\n> ‸\n> ```\n", "note.md")).toBe(
      "> ```lamina\n> claim a: L4 as Value\n>   \n> ```\n",
    );
    expect(typed("```lamina\nclaim a: L4  as Value\n```\n\nProse  here\n‸\n", "note.md")).toContain("L4  as");
  });
});
