import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, applyEdits, isLineBreak, LineIndex, lastAtOrBefore, lineStarts, shift, spanAt, touches } from "../../src/core/text.ts";

const text = fc.array(fc.constantFrom("a", "b", "\n", "\r", "\r\n", "𝛃", "")).map((pieces) => pieces.join(""));

describe("spans", () => {
  it("are moved, and touched at both ends", () => {
    expect(shift({ start: 2, end: 5 }, 3)).toEqual({ start: 5, end: 8 });
    expect(spanAt(4)).toEqual({ start: 4, end: 4 });
    expect([1, 2, 5, 6].map((offset) => touches({ start: 2, end: 5 }, offset))).toEqual([false, true, true, false]);
  });
});

describe("edits", () => {
  it("replace what their spans cover, all counted from the text before", () => {
    expect(applyEdit("claim", { span: { start: 1, end: 3 }, text: "LA" })).toBe("cLAim");
    const edits = [
      { span: { start: 4, end: 5 }, text: "M" },
      { span: { start: 0, end: 1 }, text: "C" },
      { span: { start: 2, end: 2 }, text: "--" },
    ];
    expect(applyEdits("claim", edits)).toBe("Cl--aiM");
    expect(applyEdits("claim", [])).toBe("claim");
  });

  it("at one place keep their order", () => {
    const edits = ["a", "b"].map((each) => ({ span: { start: 1, end: 1 }, text: each }));
    expect(applyEdits("--", edits)).toBe("-ab-");
  });

  it("must not overlap", () => {
    const edits = [
      { span: { start: 0, end: 3 }, text: "" },
      { span: { start: 2, end: 4 }, text: "" },
    ];
    expect(() => applyEdits("claim", edits)).toThrow(/overlap at offset 2/);
  });
});

describe("lines", () => {
  it("end with each of the three breaks", () => {
    expect(lineStarts("a\nb\r\nc\rd\n")).toEqual([0, 2, 5, 7, 9]);
    expect(lineStarts("")).toEqual([0]);
    expect(["\n", "\r", "\u2028", "a"].map((each) => isLineBreak(each.charCodeAt(0)))).toEqual([true, true, false, false]);
  });

  it("know where they start and end, breaks left out", () => {
    const index = new LineIndex("ab\r\nc\n");
    expect(index.lineCount).toBe(3);
    expect([0, 1, 2].map((line) => [index.lineStart(line), index.lineEnd(line)])).toEqual([
      [0, 2],
      [4, 5],
      [6, 6],
    ]);
    expect(index.lineStart(-1)).toBe(0);
    expect(index.lineStart(9)).toBe(6);
  });

  it("take places outside the text as its first and last", () => {
    const index = new LineIndex("ab\r\nc");
    expect(index.positionAt(-3)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(99)).toEqual({ line: 1, character: 1 });
    expect(index.offsetAt({ line: -1, character: 4 })).toBe(0);
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 1, character: -1 })).toBe(4);
    expect(index.offsetAt({ line: 7, character: 0 })).toBe(5);
  });

  it("turn offsets into positions and back", () => {
    fc.assert(
      fc.property(text, (each) => {
        const index = new LineIndex(each);
        for (let offset = 0; offset <= each.length; offset++) {
          const position = index.positionAt(offset);
          expect(position.line).toBe(index.lineAt(offset));
          const insideBreak = each[offset - 1] === "\r" && each[offset] === "\n";
          expect(index.offsetAt(position)).toBe(insideBreak ? offset - 1 : offset);
        }
      }),
    );
  });
});

describe("the last entry at or before a value", () => {
  it("is found in sorted lists", () => {
    expect([-1, 0, 3, 4, 5, 9].map((value) => lastAtOrBefore([0, 4, 8], value))).toEqual([0, 0, 0, 1, 1, 2]);
    expect(lastAtOrBefore([], 3)).toBe(0);
  });
});
