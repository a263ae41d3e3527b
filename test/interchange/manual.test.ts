/** The page on exchange: its examples are what the formats give, and it names all that these use. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/interchange/formats.ts";
import { type ExchangeFormatName, exchangeFormatOfName, exchangeFormats } from "../../src/interchange/names.ts";
import { collectExample, examples, recordsOf } from "../records/examples.ts";
import { inFormat } from "./support.ts";

const page = readFileSync(new URL("../../docs/manual/exchange.md", import.meta.url), "utf8");
const example = "neuroscience-of-transformers";

/** The sections of the page by their headings. */
const sections = new Map(page.split(/^## /m).map((text): [string, string] => [text.slice(0, text.indexOf("\n")), text]));

/** The examples of a section whose language is one of some. */
const fences = (section: string, languages: readonly string[]): string[] =>
  [...(sections.get(section) ?? "").matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, language = "", text = ""]) =>
    languages.includes(language) ? [text] : [],
  );

describe.each([
  ["json", "json", "json"],
  ["trig", "trig", "trig"],
  ["jsonld", "jsonld", "jsonld"],
  ["annotations", "json", "annotations"],
  ["csv and tsv", "csv", "csv"],
  ["bibtex", "bibtex", "bibtex"],
  ["graphml and dot", "dot", "dot"],
  ["graphml and dot", "xml", "graphml"],
  ["markdown and latex", "markdown", "markdown"],
  ["markdown and latex", "latex", "latex"],
  ["argdown", "argdown", "argdown"],
] as const)("%s (%s)", (section, language, format) => {
  it("shows lines that are written", () => {
    const text = inFormat(collectExample(example), format);
    const shown = fences(section, [language]).flatMap((fence) => fence.trimEnd().split("\n"));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((line) => !text.includes(line.replace(/…$/, "")))).toEqual([]);
  });
});

it("has a row for every format, with its ending", () => {
  expect(formats.map(({ name }) => name)).toEqual([...exchangeFormats]);
  for (const { name, extension, roundTrip } of formats) {
    expect(page).toMatch(new RegExp(`^\\| .*\\[\`${name}\`\\]\\(#`, "m"));
    expect(page).toContain(`\`${extension}\``);
    const row = page.split("\n").find((line) => line.startsWith("| [") && line.includes(`[\`${name}\`](#`)) ?? "";
    expect([row.includes("comes back whole"), row.includes("every cell comes back")], name).toEqual([
      roundTrip === "whole",
      roundTrip === "rows",
    ]);
    expect(exchangeFormatOfName(`claims${extension}`)).toBe(name);
  }
  expect(exchangeFormatOfName("claims.docx")).toBeUndefined();
});

it("names every word of Lamina's vocabulary, and of CiTO, that nanopublications use", () => {
  const own = recordsOf(`evidence e: [@x]
  type anatomy_em
claim a: L4 as Value
  because "so"
  supported by e
  supported by data "d.csv" anatomy
  undisputed as of 2026-01-02 "two indexes"
  critiques b
  rivals b
claim b: L4 as Key
`);
  const texts = [...examples.map((name) => inFormat(collectExample(name), "trig")), inFormat(own, "trig")].join("\n");
  const used = new Set([...texts.matchAll(/^(?: {4}|<[^>]*> )((?:lamina|cito):\w+) /gm)].map(([, word = ""]) => word));
  const classes = new Set([...texts.matchAll(/ a ((?:lamina:\w+(?:, )?)+)/g)].flatMap(([, list = ""]) => list.split(", ")));
  expect(used.size).toBeGreaterThan(30);
  expect([...used, ...classes].filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
});

it.each(exchangeFormats)("%s says in words what it leaves out", (name: ExchangeFormatName) => {
  const format = formats.find((each) => each.name === name);
  expect(format?.title).toMatch(/^[A-Z]/);
  expect(format?.mediaType).toMatch(/^[a-z]+\/[\w.+-]+/);
});
