import { describe, expect, it } from "vitest";
import { folds } from "../../../src/core/features/folding.ts";
import { open } from "../project.ts";

/** Folds as `first line–last line kind`, counted from 1. */
function found(text: string, name = "main.lamina"): string[] {
  const source = open(name, text);
  const line = (offset: number): number => source.lines.positionAt(offset).line + 1;
  return folds(source).map(({ span, kind }) => `${line(span.start)}–${line(span.end)} ${kind}`);
}

describe("folds", () => {
  it("are items to the last line that says something, and comments that follow each other", () => {
    expect(
      found(`# one
# two

claim a: L4 as Value
  means "x"
  # within
  # the claim
  because "y"
    "z"

# about b
claim b: L5 as Key
use cortex
`),
    ).toEqual(["1–2 comment", "4–9 item", "6–7 comment"]);
  });

  it("are an atlas with its entries, and each entry", () => {
    expect(found('atlas own: "Own"\n  means "x"\npart a: "A"\n  kind layer\npart b: "B"\nclaim c: a as b\n  means "x"\n')).toEqual([
      "1–5 item",
      "3–4 item",
      "6–7 item",
    ]);
  });

  it("are what marks enclose, one within the other", () => {
    expect(
      found(
        '# region outer\nclaim a: L4 as Value\n# region inner\nclaim b: L5 as Key\n  means "x"\n# endregion\n#endregion\n# endregion of nothing\n',
      ),
    ).toEqual(["1–7 region", "3–6 region", "4–5 item"]);
  });

  it("are of broken items, too, and of items in the fence of a manuscript", () => {
    expect(found('clam a: L4 as Value\n  means "x"\n')).toEqual(["1–2 item"]);
    expect(found('Prose.\n\n- > ```lamina\n  > claim a: L4 as Value\n  >   means "x"\n  > ```\n\nMore.\n', "note.md")).toEqual([
      "4–5 item",
    ]);
  });

  it.each(["", "claim a: L4 as Value\n", "# alone\n", "\n\n"])("are none of one line: %j", (text) => expect(found(text)).toEqual([]));
});
