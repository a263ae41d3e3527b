import fc from "fast-check";
import type { Code, Nodes } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { isLaminaInfo } from "../../src/embed/fences.ts";
import { contentStart } from "../../src/embed/front-matter.ts";
import { embed, hostOf } from "../../src/embed/host.ts";
import { embedMarkdown } from "../../src/embed/markdown.ts";
import { documents } from "./documents.ts";

const regionTexts = (text: string): string[] => embedMarkdown(text).regions.map((region) => region.text);
const proseTexts = (text: string): string[] => embedMarkdown(text).prose.map(({ start, end }) => text.slice(start, end));
const paths = (text: string): string[] => embedMarkdown(text).bibliographies.map(({ path }) => path);

describe("regions", () => {
  test.each([
    ["a fence", "Text.\n\n```lamina\nclaim a: L4 as Value\n```\n", ["claim a: L4 as Value"]],
    ["tildes", "~~~lamina\na\n~~~\n", ["a"]],
    ["more marks than three", "`````lamina\n```\n`````\n", ["```"]],
    ["a fence that is never closed", "```lamina\na\nb", ["a\nb"]],
    ["a fence with nothing after its first line", "```lamina", [""]],
    ["an empty fence", "```lamina\n```\n", [""]],
    ["attributes after the word", "```lamina {#fig-1 .wide}\na\n```\n", ["a"]],
    ["attributes without a space", "```lamina{#fig-1}\na\n```\n", ["a"]],
    ["a MyST directive", "```{lamina}\na\n```\n", ["a"]],
    ["a Pandoc class", "```{.lamina #one}\na\n```\n", ["a"]],
    ["capitals", "```Lamina\na\n```\n", ["a"]],
    ["another word that begins alike", "```laminate\na\n```\n", []],
    ["another language", "```python\nx\n```\n", []],
    ["indented code", "    claim a: L4 as Value\n", []],
    ["a comment", "<!--\n```lamina\na\n```\n-->\n", []],
    ["a fence in another fence", "````markdown\n```lamina\na\n```\n````\n", []],
    ["a list item", "- one\n\n  ```lamina\n  a\n    b\n  ```\n", ["a\n  b"]],
    ["a block quote", "> ```lamina\n> a\n>\n> b\n> ```\n", ["a\n\nb"]],
    ["a list in a quote", "> 1. ```lamina\n>    a\n>    b\n>    ```\n", ["a\nb"]],
    ["an indented fence", "  ```lamina\n  a\n b\n   c\n  ```\n", ["a\nb\n c"]],
    ["a tab that is partly indentation", "- ```lamina\n\ta\n  ```\n", ["  a"]],
    ["CRLF", "> ```lamina\r\n> a\r\n> b\r\n> ```\r\n", ["a\r\nb"]],
    ["several fences", "```lamina\na\n```\n\n```lamina\nb\n```\n", ["a", "b"]],
  ])("%s", (_, text, expected) => expect(regionTexts(text)).toEqual(expected));

  test("a line keeps its place in the host behind a prefix", () => {
    const text = "> ```lamina\n> a b\n> c d\n> ```\n";
    const { map, text: region } = embedMarkdown(text).regions[0] as ReturnType<typeof embedMarkdown>["regions"][number];
    const span = map.spanToHost({ start: region.indexOf("c"), end: region.indexOf("d") });
    expect(text.slice(span.start, span.end)).toBe("c ");
    expect(map.toRegion(text.indexOf("d"))).toBe(region.indexOf("d"));
    expect(map.toRegion(text.indexOf("> c"))).toBeUndefined();
  });

  test("a byte order mark moves nothing", () => {
    const text = "\uFEFF```lamina\na\n```\n";
    const region = embedMarkdown(text).regions[0];
    expect(region?.map.toHost(0)).toBe(text.lastIndexOf("a"));
  });

  test("the content is what CommonMark gives, and every character stands where the map says", () => {
    const reader = unified().use(remarkParse);
    fc.assert(
      fc.property(documents, (text) => {
        const values: string[] = [];
        // a line break first, because the parser drops a byte order mark, which here is none
        const body = `\n${text.slice(contentStart(text))}`;
        const visit = (node: Nodes): void => {
          if (node.type === "code" && isLaminaInfo(info(node))) values.push(node.value);
          if ("children" in node) node.children.forEach(visit);
        };
        visit(reader.parse(body));
        const { regions } = embedMarkdown(text);
        expect(regions.map((region) => region.text.replaceAll("\0", "\uFFFD"))).toEqual(values);
        for (const region of regions) {
          for (const { regionStart, hostStart, length } of region.map.segments) {
            expect(text.slice(hostStart, hostStart + length)).toBe(region.text.slice(regionStart, regionStart + length));
            if (length > 0) expect(region.map.toRegion(region.map.toHost(regionStart))).toBe(regionStart);
          }
        }
      }),
    );
  });
});

const info = (node: Code): string => `${node.lang ?? ""} ${node.meta ?? ""}`;

describe("prose", () => {
  test.each([
    ["paragraphs and headings", "# Layer 4\n\nIt *carries* values.\n", ["Layer 4", "It ", "carries", " values."]],
    ["lists and quotes", "- L4\n- L5\n\n> L6\n", ["L4", "L5", "L6"]],
    ["no code", "see `L4` and\n\n```\nL4\n```\n\n    L4\n", ["see ", " and"]],
    ["a link's text without its address", "[L4](http://a.b/L4) and <http://a.b>\n", ["L4", " and "]],
    ["a link by reference, and its definition", "[L4][one]\n\n[one]: /L4\n", ["L4"]],
    ["no bare address", "at https://a.b/L4?x=1 here\n", ["at ", " here"]],
    ["no HTML", "a <b>L4</b>\n\n<div>L4</div>\n", ["a ", "L4"]],
    ["no mathematics", "the $L_4$ and $$L_5$$ end\n", ["the ", " and ", " end"]],
    ["mathematics with marks of Markdown in it", "the $a*b*c$ end\n", ["the ", " end"]],
    ["mathematics over a line", "$$\nL_4\n$$\n", []],
    ["sums of money", "costs $5 and $10 there\n", ["costs $5 and $10 there"]],
    ["a mark that is escaped", "a \\$L4 and b$\n", ["a \\$L4 and b$"]],
    ["a mark in code opens nothing", "`$` and L4 $\n", [" and L4 $"]],
    ["no front matter", "---\ntitle: L4\n---\nL5\n", ["L5"]],
    ["a rule that is no front matter", "---\n\nL5\n", ["L5"]],
  ])("%s", (_, text, expected) => expect(proseTexts(text)).toEqual(expected));
});

describe("bibliographies", () => {
  test.each([
    ["one", "---\nbibliography: refs.bib\n---\n", ["refs.bib"]],
    ["in double quotes", '---\nbibliography: "my \\"refs\\".bib" # ours\n---\n', ['my "refs".bib']],
    ["in single quotes", "---\nbibliography: 'it''s.bib'\n---\n", ["it's.bib"]],
    ["a comment", "---\nbibliography: refs.bib # ours\n---\n", ["refs.bib"]],
    ["a list in brackets", "---\nbibliography: [a.bib, 'b, c.bib' , \"d.json\"]\n---\n", ["a.bib", "b, c.bib", "d.json"]],
    ["a list in brackets over lines", "---\nbibliography: [\n  a.bib,\n  b.bib\n]\ntitle: t\n---\n", ["a.bib", "b.bib"]],
    ["a bracket that is not closed yet", "---\nbibliography: [a.bib\ntitle: t\n---\n", ["a.bib"]],
    ["a list by lines", "---\nbibliography:\n  - a.bib\n\n  # more\n- 'b.bib'\ntitle: t\n---\n", ["a.bib", "b.bib"]],
    ["CRLF and dots at the end", "---\r\nbibliography: a.bib\r\n...\r\n", ["a.bib"]],
    ["after a byte order mark", "\uFEFF---\nbibliography: a.bib\n---\n", ["a.bib"]],
    ["none", "---\ntitle: t\nnested:\n  bibliography: no.bib\n---\n", []],
    ["not in the text", "bibliography: no.bib\n", []],
    ["nothing after the key", "---\nbibliography:\n---\n", []],
  ])("%s", (_, text, expected) => expect(paths(text)).toEqual(expected));

  test("the span is that of the path alone", () => {
    const text = '---\nbibliography: ["a.bib", b.bib]\n---\n';
    const spans = embedMarkdown(text).bibliographies.map(({ span }) => text.slice(span.start, span.end));
    expect(spans).toEqual(["a.bib", "b.bib"]);
  });
});

describe("any text", () => {
  test("is read without an error, and all spans are in it and ascend", () => {
    fc.assert(
      fc.property(fc.oneof(documents, fc.string({ unit: "binary" }), fc.string()), (text) => {
        let last = 0;
        for (const { start, end } of embedMarkdown(text).prose) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("a very long line is read only at its beginning", () => {
    const text = `L4 ${"a_b ".repeat(20_000)}\n\n\`\`\`lamina\n# ${"z".repeat(20_000)}\n\`\`\`\n`;
    const { prose, regions } = embedMarkdown(text);
    expect(prose[0]?.start).toBe(0);
    expect(prose.at(-1)?.end).toBeLessThanOrEqual(10_000);
    expect(regions.map((region) => region.text)).toEqual([`# ${"z".repeat(20_000)}`]);
  });
});

describe("hosts", () => {
  test.each([
    ["lamina", "lamina"],
    ["markdown", "markdown"],
    ["quarto", "markdown"],
    ["notes/Paper.QMD", "markdown"],
    ["C:\\work\\paper.md", "markdown"],
    ["claims.lamina", "lamina"],
    ["paper.tex", "latex"],
    ["md", undefined],
    [".md", undefined],
    ["plaintext", undefined],
  ])("%s", (name, expected) => expect(hostOf(name)).toBe(expected));

  test("a Lamina file is one region", () => {
    const [region, ...others] = embed("claim a: L4 as Value\n", "lamina").regions;
    expect(others).toEqual([]);
    expect(region?.text).toBe("claim a: L4 as Value\n");
    expect(region?.map.segments).toEqual([{ regionStart: 0, hostStart: 0, length: 21 }]);
  });
});
