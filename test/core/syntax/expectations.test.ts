/** What could stand at a caret, as the parser tells completion. */
import { describe, expect, it } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";
import { parseItem } from "../../../src/core/syntax/parser.ts";

/** What is expected at `‸` in the last item of a text. */
function expectedAt(marked: string): string[] {
  const caret = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  const document = Document.parse(text);
  const index = Math.max(0, document.itemAt(caret));
  const item = document.items[index];
  const { expected } = parseItem(item?.text ?? "", item?.form ?? "loose", caret - document.startOf(index));
  return [...new Set(expected.map((each) => (each.form === "piece" ? each.piece : each.form === "word" ? `“${each.word}”` : "clause")))];
}

describe("expected", () => {
  it.each([
    ["claim ‸", ["DECLARE", "SIDE", "“each”", "“claim”", "PART"]],
    ["claim x: L4 -> ‸ as Value", ["PART"]],
    ["claim x: L4 ‸", ["“not”", "“as”"]],
    ["claim x: L4 as V‸", ["SIDE", "“each”", "“claim”", "PART"]],
    ["claim x: L4 as Value ‸", ["clause"]],
    ["claim x: L4 as Value\n  strength ‸", ["STRENGTH"]],
    ["claim x: L4 as Value\n  strength functional ‸", ["STRING"]],
    ["claim x: L4 as Value\n  stated in [@k] ‸", ["“read”"]],
    ["claim x: L4 as Value\n  stated in [@k] read ‸", ["EXTENT"]],
    ["claim x: L4 as Value\n  supported by ‸", ["EVIDENCE", "CITATION", "“data”"]],
    ["claim x: L4 as Value\n  supported by [@k] ‸", ["TYPE", "STRING", "“in”", "“read”"]],
    ['claim x: L4 as Value\n  supported by [@k] anat‸ "x"', ["TYPE"]],
    ["claim x: L4 as Value\n  supported by [@k] anatomy in ‸", ["SCOPE"]],
    ["claim x: L4 as Value\n  predicts a, ‸", ["PREDICTION"]],
    ["claim x: L4 as Value\n  supported by ‸\n  tag x", []],
    [
      'prediction p: "x"\n  expects "a" ‸',
      ["“of”", "“data”", "“within”", "“outside”", "“includes”", "“and”", "“or”", "“in”", "“with”", "“from”"],
    ],
    ["use ‸", ["ATLAS"]],
  ])("at %j", (marked, expected) => {
    expect(expectedAt(marked)).toEqual(expected);
  });

  it("is not asked for without a caret", () => {
    expect(parseItem("claim x: L4 as Value", "item").expected).toEqual([]);
  });
});
