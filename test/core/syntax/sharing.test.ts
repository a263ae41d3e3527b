/** What an edit leaves alone stays the same object: whatever is known of an item goes with it. */
import { describe, expect, it } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";

const text = "claim a: L4 as Value\n  strength analogy\n\nclaim b: L5 as Key\n\nclaim c: L6 as Query\n";
const before = Document.parse(text);

/** The document once `written` was put in the place of `found`. */
function replaced(found: string, written: string): Document {
  const start = text.indexOf(found);
  return before.edit({ span: { start, end: start + found.length }, text: written });
}

describe("an edit", () => {
  it("keeps the items before and after the one that it is in", () => {
    const edited = replaced("analogy", "functional");
    expect(edited.items[0]).not.toBe(before.items[0]);
    expect(edited.items.slice(1)).toEqual(before.items.slice(1));
    expect(edited.items[1]).toBe(before.items[1]);
    expect(edited.items[2]).toBe(before.items[2]);
  });

  it("keeps the item before a header that is still one, though it was read again", () => {
    const edited = replaced("claim b:", "claim bee:");
    expect(edited.items[0]).toBe(before.items[0]);
    expect(edited.items[1]).not.toBe(before.items[1]);
    expect(edited.items[2]).toBe(before.items[2]);
  });

  it("keeps all items where it writes what was there", () => {
    const edited = replaced("L5 as Key", "L5 as Key");
    expect(edited.items.every((item, index) => item === before.items[index])).toBe(true);
  });

  it("finds items where they moved to, and none that went", () => {
    const edited = replaced("claim b: L5 as Key\n\n", "claim x: L4 as Key\n\nclaim y: L4 as Key\n\n");
    const [first, second, last] = before.items;
    expect(first && edited.indexOf(first)).toBe(0);
    expect(second && edited.indexOf(second)).toBe(-1);
    expect(last && edited.indexOf(last)).toBe(3);
    expect(last && before.indexOf(last)).toBe(2);
  });
});
