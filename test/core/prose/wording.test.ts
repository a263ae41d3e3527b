/** How much sentences say, in English and Chinese. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordingOf, wordings } from "../../../src/core/prose/wording.ts";

const names = ["token", "block", "value", "values", "query", "layer 4", "令牌"];
const said = (text: string): string | undefined => {
  const found = wordingOf(text, names);
  return found && `${found.strength}: ${text.slice(found.span.start, found.span.end)}`;
};

describe("a sentence says", () => {
  it.each([
    ["The column is a token.", "literal: is"],
    ["Columns are tokens.", "literal: are"],
    ["We prove that the column is a token.", "literal: prove that"],
    ["This proves that columns attend.", "literal: proves that"],
    ["Layer 4 proves to be the value.", "literal: proves to be the"],
    ["Layer 4 has been shown to be a value.", "literal: has been shown to be a"],
    ["Feedback to layer 1 constitutes the query.", "literal: constitutes"],
    ["Layer 4 implements the projection of values.", "mechanistic: implements"],
    ["The dot product is computed by dendrites.", "mechanistic: computed by"],
    ["Feedback acts as the query.", "functional: acts as"],
    ["The pathway carries the values.", "functional: carries"],
    ["A column is analogous to a token.", "analogy: is analogous to"],
    ["Feedback may implement the query.", "analogy: implement"],
    ["We hypothesise that layer 4 computes values.", "analogy: computes"],
    ["皮层柱是令牌。", "literal: 是"],
    ["第四层实现了投影。", "mechanistic: 实现了"],
    ["第四层可能实现投影。", "analogy: 实现"],
    ["皮层柱类似于令牌。", "analogy: 类似于"],
    ["Layer 4 implements it; layer 1 may do so.", "mechanistic: implements"],
  ])("%s → %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    "Layer 4 does not implement the projection.",
    "Layer 4 doesn't compute values.",
    "There is no evidence that layer 4 implements values.",
    "Does layer 4 implement the projection?",
    "They write that it “implements attention”.",
    "The column is not a token.",
    "Layer 4 is the main input layer of cortex.",
    "Values are shown in blue.",
    "The implementer met the computer.",
    "第四层没有实现投影。",
    "第四层是否实现投影？",
    "",
  ])("nothing in: %s", (text) => {
    expect(said(text)).toBeUndefined();
  });
});

it("every form of the table is read as its own rung, where nothing stronger stands with it", () => {
  for (const { forms, strength } of wordings)
    for (const form of forms) expect(wordingOf(`This ${form} that`, [])?.strength, form).toBe(strength);
});

it("any text is read, and what is found lies inside", () => {
  const word = fc.constantFrom(
    "is",
    "a token",
    "implements",
    "not",
    "may",
    ",",
    ".",
    "?",
    "“",
    "”",
    '"',
    "实现",
    "不",
    "\n",
    "😀",
    "proves that",
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 30 }).map((words) => words.join(" ")),
      (text) => {
        const found = wordingOf(text, names);
        if (found) expect(found.span.start >= 0 && found.span.end <= text.length && found.span.start < found.span.end).toBe(true);
      },
    ),
  );
});
