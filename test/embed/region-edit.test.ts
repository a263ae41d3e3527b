import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit } from "../../src/core/text.ts";
import type { Region } from "../../src/embed/embedding.ts";
import { embed } from "../../src/embed/host.ts";
import { embedMarkdown } from "../../src/embed/markdown.ts";
import { editToHost } from "../../src/embed/region-edit.ts";
import { regionEditor } from "./edited-regions.ts";

const { firstRegion, replace } = regionEditor(embedMarkdown, editToHost);

describe("editToHost", () => {
  test.each([
    ["a fence at the margin", "```lamina\na\n```\n", 1, "\nb", "```lamina\na\nb\n```\n"],
    ["a block quote", "> ```lamina\n> a\n> ```\n", 1, "\n  b\n  c", "> ```lamina\n> a\n>   b\n>   c\n> ```\n"],
    ["a list item", "1. ```lamina\n   a\n   ```\n", 1, "\nb", "1. ```lamina\n   a\n   b\n   ```\n"],
    ["a blank line without its indentation", "- ```lamina\n  a\n\n  b\n  ```\n", 2, "c", "- ```lamina\n  a\n  c\n  b\n  ```\n"],
    ["a fence without a line", "> ```lamina\n> ```\n", 0, "a", "> ```lamina\n> a\n> ```\n"],
    ["a fence with a blank line", "- ```lamina\n\n  ```\n", 0, "a\nb", "- ```lamina\n  a\n  b\n  ```\n"],
  ])("%s", (_, document, offset, text, expected) => expect(replace(document, offset, offset, text)).toBe(expected));

  test("a whole file takes an edit as it is", () => {
    const region = embed("a\n", "lamina").regions[0] as Region;
    const edit = { span: { start: 1, end: 1 }, text: "\nb" };
    expect(editToHost(region, "a\n", edit)).toEqual(edit);
  });

  test("the region has the inserted lines afterwards, in whatever it stands", () => {
    const documents = fc.constantFrom(
      "```lamina\nab\ncd\n```\n",
      "> ```lamina\n> ab\n> cd\n> ```\n",
      "- x\n\n  > ```lamina\n  > ab\n  > cd\n  > ```\n",
    );
    fc.assert(
      fc.property(documents, fc.integer({ min: 0, max: 5 }), fc.constantFrom("x", "x\ny", "x\n\ny"), (document, offset, text) => {
        const edit = { span: { start: offset, end: offset }, text };
        expect(firstRegion(replace(document, offset, offset, text))?.text).toBe(applyEdit("ab\ncd", edit));
      }),
    );
  });
});
