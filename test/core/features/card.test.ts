/** Cards as Markdown: whatever a user writes is shown, and does nothing else. */
import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { type Card, code, escapeMarkdown, firstOf, link, renderCard, webAddress } from "../../../src/core/features/card.ts";

/** What Markdown makes of a text: the kinds of its nodes but for paragraphs and text, and the words shown. */
function read(markdown: string): { readonly kinds: readonly string[]; readonly words: string } {
  const kinds: string[] = [];
  let words = "";
  const visit = (node: Nodes): void => {
    if (!["root", "paragraph", "text"].includes(node.type)) kinds.push(node.type);
    if ("value" in node) words += node.value;
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown));
  return { kinds, words };
}

const hostile = [
  "<img src=x onerror=alert(1)>",
  "](javascript:alert(1))",
  "[x](javascript:alert(1))",
  "![x](http://e.org/x.png)",
  "`code` and ``more``",
  "*a* _b_ **c** __d__ ~~e~~",
  "# heading",
  "1. one",
  "12) twelve",
  "- item",
  "+ item",
  "---",
  "===",
  "> quote",
  "| a | b |",
  "&lt;b&gt; &amp; &#60;",
  "\\",
  "\\*",
  "$x_i$",
  "<!-- -->",
  "[ref]: http://e.org",
  "$(alert) command:workbench.action.quit",
  "    indented",
  "第4层 *и* ё",
];

const scraps = fc.constantFrom(..."\\`*_{}[]()<>#|~$&!-+=.:;\"'0123456789 ab", "第", "\n", "\t", "javascript:", "<b>", "&amp;", "---");
const texts = fc.oneof(
  fc.array(scraps, { maxLength: 12 }).map((list) => list.join("")),
  fc.string(),
  fc.constantFrom(...hostile),
);

const folded = (text: string): string => text.replace(/\s+/g, " ").trim();
/** Markdown cannot show NUL. */
const shown = (text: string): string => text.replaceAll("\0", "\uFFFD");

describe("a user's text", () => {
  it("is shown as it stands at the start of a line, inside one, and in bold", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeMarkdown(text);
        expect(read(escaped)).toEqual({ kinds: [], words: shown(folded(text)) });
        expect(read(`said: ${escaped} .`).kinds).toEqual([]);
        if (folded(text) !== "") expect(read(`**${escaped}**`)).toEqual({ kinds: ["strong"], words: shown(folded(text)) });
      }),
      { numRuns: 1000 },
    );
  });

  it("is shown as code whatever it holds", () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text.trim() !== "");
        const line = text.replace(/[\r\n]+/g, " ");
        const made = read(`x ${code(text)} y`);
        expect(made.kinds).toEqual(["inlineCode"]);
        expect(made.words).toBe(`x ${shown(line)} y`);
      }),
      { numRuns: 1000 },
    );
    expect(code("")).toBe("");
  });

  it("in a label and an address is one link to that address", () => {
    fc.assert(
      fc.property(
        texts,
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        fc.constantFrom("", "(", ")", "<", ">", "\\", " ", "&lt;", '"'),
        (label, address, more) => {
          fc.pre(folded(label) !== "");
          const tree = fromMarkdown(`see ${link(label, address + more)} .`);
          const paragraph = tree.children[0];
          const found = paragraph?.type === "paragraph" ? paragraph.children.filter((child) => child.type === "link") : [];
          expect(found).toHaveLength(1);
          const encoded = more.replace(/[()<>\\ ]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
          expect(found[0]?.url).toBe(address.replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`) + encoded);
        },
      ),
    );
  });

  it("that no address can hold is no address", () => {
    expect(webAddress("https://doi.org/10.1/\ud800")).toBeUndefined();
    expect(webAddress("https://doi.org/10.1/é")).toBe("https://doi.org/10.1/%C3%A9");
  });
});

describe("a card", () => {
  const card: Card = {
    span: { start: 0, end: 1 },
    title: "Title",
    kind: "`x` layer",
    sections: [{ title: "First", list: true, lines: ["one", "two"] }, { title: "Empty", lines: [] }, { lines: ["plain"] }],
  };

  it("is a head and its sections, without those that have nothing to say", () => {
    expect(renderCard(card)).toBe("**Title**  ·  `x` layer\n\n**First**\n\n- one\n- two\n\nplain");
  });

  it("shows its picture beside the text where HTML is shown, and below it elsewhere", () => {
    expect(renderCard(card, { figure: "data:x", html: true })).toMatch(/^<img [^>]*src="data:x"[^>]*>\n\n\*\*Title/);
    expect(renderCard(card, { figure: "data:x" })).toMatch(/plain\n\n!\[[^\]]+\]\(data:x\)$/);
  });

  it("cuts long lists and says how much is left, but never for one line", () => {
    const more = (count: number): string => `${count} more`;
    expect(firstOf(["a", "b", "c"], 2, more)).toEqual(["a", "b", "c"]);
    expect(firstOf(["a", "b", "c", "d"], 2, more)).toEqual(["a", "b", "2 more"]);
  });
});
