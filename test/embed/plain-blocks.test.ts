import fc from "fast-check";
import { expect, test } from "vitest";
import { type BlockReading, readBlocks } from "../../src/embed/blocks.ts";
import { readDocument, readPart } from "../../src/embed/plain-blocks.ts";
import { documents } from "./documents.ts";

const plain = ({ regions, prose, blocks, definitions }: BlockReading): unknown => ({
  regions: regions.map(({ text, map }) => ({ text, segments: map.segments })),
  prose,
  blocks,
  definitions,
});

function isReadAsParsed(text: string): void {
  expect(plain(readDocument(text, 0)), text).toEqual(plain(readBlocks(text, 0, text.length)));
  // and by itself within another, where it begins between blocks
  const around = `x\n\n${text}`;
  expect(plain(readPart(around, 3, around.length)), text).toEqual(plain(readBlocks(around, 3, around.length)));
}

/** Blocks that are read without the parser, blocks that nearly are, and what may stay open between them. */
const blocks = [
  "Some *plain words* with `code`, [@key, p. 3] and [a link](notes.md#n4).",
  "Two lines\nof *running\ntext*, 3 < 4, x_1 and R&D!",
  'Within *10 %* and *(so)* and *so.*\n*"x"*, *?*',
  "Stars * alone * and *open",
  "Two **strong** words and *a*b*",
  "Code ``of two`` marks, `open",
  "Broken  \nline and a\\*sign",
  "A bracket [open and *crossing] it*",
  "An ![image](a.png) and <b>html</b> and <https://a.b>",
  "A $formula$ at https://a.b/c_d and $5",
  "A [label][one] and [one] and [x]()",
  "Under\n-----",
  "Under\n===",
  "# A heading",
  "### A *heading* with `code` ##",
  "#nothing",
  "- one\n- two; see [it](a.md)",
  "- one\n  on\n- two",
  "- one\nlazy",
  "- one\n\n- two",
  "- one\n\n  more",
  "- one\n\n  ```lamina\n  x",
  "1. one\n\n   ~~~lamina",
  "- [ ] box",
  "* star\n* list",
  "1. first\n2. second",
  "> quoted\nlazy",
  "> - nested",
  "    indented\n\n    code",
  "```lamina\nclaim a: L4 as Value\n```",
  '```lamina\nclaim a: L4 as Value\n\n  note "x"\n\n```',
  "```lamina\n```",
  "```{lamina .x}\nclaim L4 as Value\n  ```",
  "```\ncode\n````",
  "````lamina\n```\n````",
  "```lamina\nclaim b: L4 as Key",
  "~~~lamina\nclaim b: L4 as Key\n~~~",
  "<div>\nhtml\n</div>",
  "<!-- open",
  "closed -->",
  "<pre>\n\nx",
  "| a | b |\n| - | - |\n| L4 | x |",
  "***",
  "- - -",
  '“Quoted” words\n(and more)\n"so"\n| x | y |',
  "\uFEFFmarked",
  "第4层是输入层。\n|-|",
  "Ünlaut *ü* and «*x*»",
  "word*s* and *s*word",
  "[one]: /there",
  "   ",
  "\t",
];

const texts = fc
  .array(fc.tuple(fc.constantFrom(...blocks), fc.constantFrom("\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n \n", "\n\n ")), { maxLength: 9 })
  .map((pairs) => pairs.flat().join(""));

const numRuns = Number(process.env["LAMINA_RUNS"] ?? 400);

test("what is read without the parser is what the parser reads", () => {
  fc.assert(fc.property(texts, isReadAsParsed), { numRuns });
});

test("in any document", () => {
  fc.assert(fc.property(documents, isReadAsParsed), { numRuns });
});

const signs = fc.constantFrom(..."ab *`[]()_!<&\\$-#\n\n.,1", "https://a.b");

test("and of any signs", () => {
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 24 }), (words) => {
      isReadAsParsed(`a${words.join("")}z\n\nend`);
    }),
    { numRuns: numRuns * 5 },
  );
});
