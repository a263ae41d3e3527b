import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, escapeMarkdown, link } from "../../src/core/features/card.ts";
import { type RichPiece, readRich } from "../../src/webview/rich-text.ts";

const plain = (pieces: readonly RichPiece[]): string =>
  pieces.map((piece) => (piece.kind === "text" || piece.kind === "code" ? piece.text : plain(piece.pieces))).join("");

describe("a line of a card", () => {
  it("holds strong words, emphasis, code and links", () => {
    expect(readRich("◉ **overstated**: *abstract* of `a * b`, [the **work**](https://doi.org/10.1/x)")).toEqual([
      { kind: "text", text: "◉ " },
      { kind: "strong", pieces: [{ kind: "text", text: "overstated" }] },
      { kind: "text", text: ": " },
      { kind: "em", pieces: [{ kind: "text", text: "abstract" }] },
      { kind: "text", text: " of " },
      { kind: "code", text: "a * b" },
      { kind: "text", text: ", " },
      {
        kind: "link",
        pieces: [
          { kind: "text", text: "the " },
          { kind: "strong", pieces: [{ kind: "text", text: "work" }] },
        ],
        address: "https://doi.org/10.1/x",
      },
    ]);
  });

  it("leaves what is not closed as it stands", () => {
    for (const line of ["a * b", "**", "`", "[x", "[x](y", "2 ** 3"]) expect(plain(readRich(line))).toBe(line);
  });

  it("gives back any text that a card escaped, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const line = text.replace(/\s+/g, " ").trim();
        expect(plain(readRich(escapeMarkdown(text)))).toBe(line);
        expect(plain(readRich(`**${escapeMarkdown(`x${text}x`)}**`))).toBe(`x${text}x`.replace(/\s+/g, " "));
      }),
    );
  });

  it("gives back code and the label of a link", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const line = text.replace(/[\r\n]+/g, " ");
        expect(plain(readRich(code(text)))).toBe(line);
        expect(plain(readRich(link(`a ${text}`, "file:///x y(z)#L3")))).toBe(`a ${text}`.replace(/\s+/g, " ").trim());
      }),
    );
  });
});
