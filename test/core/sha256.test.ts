import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../src/core/sha256.ts";

const expected = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

test.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000])("a text of %i letters", (length) => {
  const text = "abcdefg".repeat(200).slice(0, length);
  expect(sha256(text)).toBe(expected(text));
});

test("any text, halves of characters too", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
      expect(sha256(text)).toBe(expected(text));
    }),
  );
  expect(sha256("a\ud800b\udc00")).toBe(expected("a\ud800b\udc00"));
});
