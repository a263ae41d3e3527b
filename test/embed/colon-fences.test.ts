import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit, type Edit } from "../../src/core/text.ts";
import { editEmbedding } from "../../src/embed/incremental.ts";
import { embedMarkdown } from "../../src/embed/markdown.ts";
import { editSeeds, plain } from "./documents.ts";

describe("MyST's fences of colons", () => {
  const read = (text: string): unknown => {
    const { regions, prose } = embedMarkdown(text);
    return { lamina: regions.map((region) => region.text), prose: prose.map(({ start, end }) => text.slice(start, end)) };
  };

  test.each([
    ["a directive", ":::{lamina}\nclaim a: L4 as Value\n\n# note\n- x\n:::\nafter", ["claim a: L4 as Value\n\n# note\n- x"], ["after"]],
    ["with an argument, in capitals, behind a blank", "::: {Lamina} one\na\n:::\n", ["a"], []],
    ["right behind a paragraph", "before\n:::{lamina}\na\n:::\nafter", ["a"], ["before", "after"]],
    ["in a quotation that ends", "> :::{lamina}\n> a\nafter", ["a"], ["after"]],
    ["in a list", "- one\n\n  :::{lamina}\n  a\n    b\n  :::\n", ["a\n  b"], ["one"]],
    ["with more colons than are in it", "::::{lamina}\na\n:::\n::::\n", ["a\n:::"], []],
    ["in another directive", ":::{note}\n:::{lamina}\na\n:::\n:::\n", ["a"], [":::{note}", ":::"]],
    ["that is never closed", "x\n\n:::{lamina}\na\n\nb", ["a\n\nb"], ["x"]],
    ["without content", ":::{lamina}\n:::\nafter", [""], ["after"]],
    ["in code", "```\n:::{lamina}\na\n:::\n```\n", [], []],
    ["in a comment", "<!--\n:::{lamina}\na\n:::\n-->\n", [], []],
    ["of another directive", ":::{laminate}\na\n:::\n", [], [":::{laminate}\na\n:::"]],
    ["that is a class of Pandoc's", "::: {.lamina}\na\n:::\n", [], ["::: {.lamina}\na\n:::"]],
    ["of two colons", "::{lamina}\na\n::\n", [], ["::{lamina}\na\n::"]],
  ])("%s", (_, text, lamina, prose) => expect(read(text)).toEqual({ lamina, prose }));
});

/** Pieces of documents, in which `@@@` stands for the marks of a fence. */
const pieces = fc.constantFrom(
  "@@@{lamina}\nclaim a: L4 as Value\n@@@",
  "@@@{lamina}\n\n  note\n\n- x\n> y\n@@@",
  "@@@@{lamina} more\n@@@\n# x\n@@@@@",
  " @@@{lamina}\n  x\n y\n   @@@",
  "@@@{lamina}\n@@@",
  "> @@@{lamina}\n> x\n>\n> y\n> @@@",
  "> - @@@{lamina}\n>   x\n>\n>   @@@",
  "- one\n\n  @@@{lamina}\n  x\n\n    y\n  @@@",
  "1. @@@{lamina}\n   x\n   @@@",
  "\t@@@{lamina}",
  // what begins in HTML ends there, too: marks that close nothing are not the same
  "<div>\n@@@{lamina}\n</div>\n",
  "Words and more\nwords.",
  "# Heading",
  "- a\n- b",
  "    code",
  "```lamina\nclaim b: L4 as Key\n```",
);
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom("\n\n", "\n\n", "\n", "\n\n\n", "\r\n\r\n")), { maxLength: 7 })
  .map((pairs) => pairs.flat().join(""));

const runs = Number(process.env["LAMINA_RUNS"] ?? 300);

test("they read as fences of tildes do", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const read = (marks: string): string => JSON.stringify(plain(embedMarkdown(text.replaceAll("@", marks))), null, 1);
      expect(read(":")).toBe(read("~").replaceAll("~", ":"));
    }),
    { numRuns: runs },
  );
});

test("any series of edits gives what a full reading gives", () => {
  fc.assert(
    fc.property(texts, fc.array(editSeeds, { minLength: 1, maxLength: 5 }), (document, seeds) => {
      let text = document.replaceAll("@", ":");
      let embedding = embedMarkdown(text);
      for (const [where, length, removes, inserted] of seeds) {
        const start = Math.floor(where * text.length);
        const edit: Edit = { span: { start, end: removes ? Math.min(text.length, start + length) : start }, text: inserted };
        const edited = applyEdit(text, edit);
        embedding = editEmbedding(embedding, text, edit, edited);
        text = edited;
        expect(plain(embedding)).toEqual(plain(embedMarkdown(text)));
      }
    }),
    { numRuns: runs },
  );
});
