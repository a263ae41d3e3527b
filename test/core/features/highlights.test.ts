import { expect, it } from "vitest";
import { highlights } from "../../../src/core/features/highlights.ts";
import { project } from "../project.ts";
import { wordsAt } from "./marked.ts";

it("marks the other places of the document alone, and tells where the name is given", () => {
  const made = project(`# file: main.lamina
claim values: L4 as Value
claim b: L5 as Key
  assumes val‸ues
# file: other.lamina
claim c: L5 as Key
  assumes values
`);
  const found = highlights(made.snapshot, made.caret.uri, made.caret.offset);
  expect(
    wordsAt(
      made,
      found.map(({ span }) => span),
    ),
  ).toEqual(["values", "values"]);
  expect(found.map(({ declares }) => declares)).toEqual([true, false]);
});

it("marks an ambiguous name once", () => {
  const made = project(`# file: main.lamina
atlas own: "Own"
part same: "One"
  also twice
part other: "Two"
  also twice
use own, transformer
claim a: tw‸ice as Value
claim b: same as Key
`);
  expect(
    wordsAt(
      made,
      highlights(made.snapshot, made.caret.uri, made.caret.offset).map(({ span }) => span),
    ),
  ).toEqual(["same", "other", "twice", "same"]);
});
