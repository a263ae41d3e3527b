import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marked, oneLine, shown, widthOf, wrapped } from "../../../src/cli/formats/text.ts";

const lines = (text: string, start: number, end: number, width = 100): string => {
  const { line, before, marks } = marked(text, start, end, width);
  return `${line}\n${before}${marks}`;
};

describe("marks under a line", () => {
  it("stand under the words", () => {
    expect(lines("claim values: L4", 6, 12)).toBe("claim values: L4\n      ^^^^^^");
  });

  it("are one at least, at the end of the line too", () => {
    expect(lines("claim", 2, 2)).toBe("claim\n  ^");
    expect(lines("claim", 5, 5)).toBe("claim\n     ^");
    expect(lines("皮层", 2, 2)).toBe("皮层\n    ^");
  });

  it("stand under wide characters and after them", () => {
    expect(lines("皮层柱 is a 词元 here", 9, 11)).toBe("皮层柱 is a 词元 here\n            ^^^^");
  });

  it("take what a reader takes for one character as one", () => {
    // a family of four that is one sign of two columns
    expect(lines("👩‍👩‍👧‍👦 as Value", 12, 14)).toBe("👩‍👩‍👧‍👦 as Value\n   ^^");
    expect(lines("e\u0301tude of L4", 3, 6)).toBe("e\u0301tude of L4\n  ^^^");
  });

  it("are where they should be after tabs, which are shown as blanks", () => {
    expect(lines("\tsupported\tby", 1, 10)).toBe("    supported   by\n    ^^^^^^^^^");
  });

  it("stay in sight in a line that is too wide", () => {
    const text = `${"x".repeat(500)}here${"y".repeat(500)}`;
    const { line, before, marks } = marked(text, 500, 504, 60);
    expect(line.slice(before.length, before.length + marks.length)).toBe("here");
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line).toMatch(/^….*…$/);
  });

  it("never make a line wider than there is room, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.nat(200),
        fc.nat(200),
        fc.integer({ min: 20, max: 90 }),
        (text, a, b, width) => {
          const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          const { line, before, marks } = marked(text, start, end, width);
          expect(widthOf(line)).toBeLessThanOrEqual(width);
          expect(before.length + marks.length).toBeLessThanOrEqual(width + 1);
        },
      ),
    );
  });
});

describe("text for terminals", () => {
  it("has nothing that would steer one, sign for sign", () => {
    expect(shown("a\u001b[31m\tb\u009bc\u202ed\u2066")).toBe("a\ufffd[31m\tb\ufffdc\ufffdd\ufffd");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(shown(text)).toHaveLength(text.length);
        expect(oneLine(text)).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it("is wrapped at blanks", () => {
    expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapped("皮层柱 词元", 9)).toEqual(["皮层柱", "词元"]);
    expect(wrapped("incomprehensible", 5)).toEqual(["incomprehensible"]);
  });
});
