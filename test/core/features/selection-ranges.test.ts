import { describe, expect, it } from "vitest";
import { selectionRanges } from "../../../src/core/features/selection-ranges.ts";
import { CARET, project } from "../project.ts";
import { wordsAt } from "./marked.ts";

function growing(text: string, name = "main.lamina"): string[] {
  const made = project(`# file: ${name}\n${text}`);
  return wordsAt(made, selectionRanges(made.snapshot, made.caret.uri, made.caret.offset), name);
}

describe("a growing selection", () => {
  it("goes from the word to the argument, the clause, the item and the region", () => {
    const text = 'claim a: L4 as Value\n  supported by [@lee, p. 4] ana‸tomy "x" in cat V1\n\nclaim b: L5 as Key\n';
    const plain = text.replace(CARET, "");
    expect(growing(text)).toEqual([
      "anatomy",
      '[@lee, p. 4] anatomy "x" in cat V1',
      'supported by [@lee, p. 4] anatomy "x" in cat V1',
      'claim a: L4 as Value\n  supported by [@lee, p. 4] anatomy "x" in cat V1',
      plain,
    ]);
  });

  it("takes a word in a text, then the text, then its quotes", () => {
    expect(growing('claim a: L4 as Value\n  means "one tw‸o"\n').slice(0, 4)).toEqual(["two", "one two", '"one two"', 'means "one two"']);
    expect(growing("claim a: L4 as Value\n  stated in [@le‸e, p. 4]\n").slice(0, 3)).toEqual(["lee", "@lee, p. 4", "[@lee, p. 4]"]);
  });

  it("takes a pathway whole, and in a header the header", () => {
    expect(growing('claim a: L‸4 -> L2/3, L5 as Value\n  means "x"\n').slice(0, 4)).toEqual([
      "L4",
      "L4 -> L2/3",
      "L4 -> L2/3, L5",
      "claim a: L4 -> L2/3, L5 as Value",
    ]);
  });

  it("stays in the fence of a manuscript, with the prefixes within", () => {
    expect(growing('Prose.\n\n> ```lamina\n> claim a: L4 as Val‸ue\n>   means "x"\n> ```\n', "note.md")).toEqual([
      "Value",
      "claim a: L4 as Value",
      'claim a: L4 as Value\n>   means "x"',
    ]);
  });

  it("is nothing in prose", () => expect(growing("Pro‸se.\n", "note.md")).toEqual([]));

  it("always grows", () => {
    const text = 'claim a: L4 -> L2/3 as Value  # note\n  supported by [@lee, p. 4] anatomy "x \\" y" in cat V1\n  x-own a b\n\n';
    for (let offset = 0; offset <= text.length; offset++) {
      const made = project(text);
      const spans = selectionRanges(made.snapshot, "file:///project/main.lamina", offset);
      spans.forEach(({ start, end }, index) => {
        const wider = spans[index + 1] ?? { start, end: end + 1 };
        expect(start <= offset && offset <= end && wider.start <= start && end <= wider.end && wider.end - wider.start > end - start).toBe(
          true,
        );
      });
    }
  });
});
