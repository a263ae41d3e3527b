import { describe, expect, it } from "vitest";
import { laminaGrammar, markdownGrammar, type Rule } from "../../scripts/generate/grammar.ts";
import { clauses, items } from "../../src/core/syntax/vocabulary.ts";
import { Tokenizer } from "./textmate.ts";

const tokenizer = new Tokenizer(laminaGrammar());

/** What an editor's theme goes by: the innermost name of each piece, short, without blanks, frames and punctuation. */
function colours(line: string): string[] {
  const pieces: { text: string; scope: string }[] = [];
  for (const { text, scopes } of tokenizer.line(line)) {
    const scope = scopes.filter((name) => !/^(?:meta|punctuation)\./.test(name)).at(-1) ?? "";
    const last = pieces.at(-1);
    if (last?.scope === scope) last.text += text;
    else pieces.push({ text, scope });
  }
  return pieces
    .filter(({ text, scope }) => text.trim() !== "" && scope !== "" && scope !== "string.quoted.double.lamina")
    .map(({ text, scope }) => `${text.trim()} ${scope.replace(/\.lamina$/, "")}`);
}

/** All regular expressions of a grammar. */
function expressions(rule: Rule | readonly Rule[] | undefined): string[] {
  if (rule === undefined) return [];
  if (Array.isArray(rule)) return rule.flatMap(expressions);
  const { match, begin, end, patterns } = rule as Rule;
  return [match, begin, end, (rule as Rule).while].filter((each) => each !== undefined).concat(expressions(patterns));
}

describe("the grammar of Lamina", () => {
  it("has a rule for every include", () => {
    const { repository, patterns } = laminaGrammar();
    const included = JSON.stringify([repository, patterns]).matchAll(/"include":"#([^"]+)"/g);
    for (const [, name = ""] of included) expect(Object.keys(repository)).toContain(name);
  });

  it("colours every header of the table", () => {
    for (const { word, example } of items) expect(colours(example)[0], example).toBe(`${word} keyword.control.item`);
  });

  it("colours every clause of the table, on a line of its own and on the header's", () => {
    for (const { word, example } of clauses) {
      expect(colours(`  ${example}`)[0], example).toBe(`${word} keyword.other.clause`);
    }
    expect(colours("claim L4 -> L2/3 as Value supported by [@k] anatomy # seen")).toEqual([
      "claim keyword.control.item",
      "L4 entity.name.type",
      "-> keyword.operator.arrow",
      "L2/3 entity.name.type",
      "as keyword.other",
      "Value entity.name.type",
      "supported by keyword.other.clause",
      "k entity.other.attribute-name.key",
      "anatomy constant.language.type",
      "# seen comment.line.number-sign",
    ]);
  });

  it("tells an id from an end", () => {
    expect(colours("claim kind: L4->L2/3 not as ?").slice(0, 3)).toEqual([
      "claim keyword.control.item",
      "kind entity.name.function",
      "L4 entity.name.type",
    ]);
    expect(colours("claim all: claim queries, claim values as Self-attention")).toContain("queries entity.name.function");
    expect(colours("claim gain-modulation or BAC-firing as Attention-score")).toContain("or keyword.other");
    expect(colours("implements values as Value")).toEqual([
      "implements keyword.control.item",
      "values entity.name.function",
      "as keyword.other",
      "Value entity.name.type",
    ]);
  });

  it("reads evidence in its fixed order", () => {
    expect(colours('  supported by lee-x anatomy_em "$W_V x$ for $5" in mouse V1 read secondary "r"')).toEqual([
      "supported by keyword.other.clause",
      "lee-x entity.name.function",
      "anatomy_em constant.language.type",
      "$W_V x$ markup.math.inline",
      "in keyword.other",
      "read keyword.other",
      "secondary constant.language",
    ]);
    expect(colours('  supported by data "x.csv" column share mean').slice(1)).toEqual([
      "data keyword.other",
      "column keyword.other",
      "mean keyword.other",
    ]);
  });

  it("tells units from words of the language", () => {
    expect(colours('  expects "a" within 10..15 % and "b" > 0.24 nm^-2 with ci 95 %, n >= 6 from lee-x')).toEqual([
      "expects keyword.other.clause",
      "within keyword.other",
      "10 constant.numeric",
      ".. keyword.operator.comparison",
      "15 constant.numeric",
      "% keyword.other.unit",
      "and keyword.other",
      "> keyword.operator.comparison",
      "0.24 constant.numeric",
      "nm^-2 keyword.other.unit",
      "with keyword.other",
      "ci keyword.other",
      "95 constant.numeric",
      "% keyword.other.unit",
      "n keyword.other",
      ">= keyword.operator.comparison",
      "6 constant.numeric",
      "from keyword.other",
      "lee-x entity.name.function",
    ]);
    expect(colours("  undisputed as of 2026-11-23")).toContain("2026-11-23 constant.numeric.date");
  });

  it("goes on with the line before after a string or a comma", () => {
    expect(colours('    "more of it" read abstract')).toEqual(["read keyword.other", "abstract constant.language"]);
  });

  it("leaves a line that is none of its own uncoloured", () => {
    expect(colours("  suported by lee strength functional")).toEqual([]);
    expect(colours("claims are many")).toEqual([]);
  });

  it("knows a directive in a comment, and a comment only after a space", () => {
    expect(colours("# lamina-ignore unknown-part -- later")).toContain("lamina-ignore keyword.control.directive");
    expect(colours("  tag a#b")).toEqual(["tag keyword.other.clause", "a constant.other", "b constant.other"]);
  });

  it("takes no more than a moment for a long line of nothing in particular", () => {
    const long = `claim ${"a-".repeat(20_000)} as ${"x".repeat(20_000)}`;
    expect(colours(long)[0]).toBe("claim keyword.control.item");
  });

  it("is written in what both kinds of regular expressions read alike", () => {
    const { patterns, repository } = laminaGrammar();
    for (const expression of expressions([...patterns, ...Object.values(repository)])) {
      expect(() => new RegExp(expression.replaceAll("\\G", ""), "u"), expression).not.toThrow();
    }
  });
});

describe("the grammar of fences in Markdown", () => {
  const fence = markdownGrammar().repository.fence as Rule;
  const begin = new RegExp((fence.begin ?? "").replace("|\\G", "").replace("(?i:", "(?:"), "u");

  it("opens at a fence of Lamina in any of its forms", () => {
    for (const line of [
      "```lamina",
      "``` lamina",
      "~~~lamina",
      "  ```lamina title=x",
      "````{lamina}",
      "```{.lamina #id}",
      "```lamina {.x}",
    ]) {
      expect(begin.test(line), line).toBe(true);
    }
  });

  it("does not open at other fences", () => {
    for (const line of ["```laminar", "```python", "``lamina``", "text ```lamina", "```{.python .lamina}", "``` `lamina"]) {
      expect(begin.test(line), line).toBe(false);
    }
  });

  it("closes with a fence of its own kind", () => {
    const [, indent = "", sign = ""] = /^([ \t]*)(`{3,}|~{3,})/.exec("  ~~~~lamina") ?? [];
    const end = new RegExp((fence.end ?? "").replace("|\\G", "").replace("\\2", indent).replace("\\3", sign), "u");
    expect(end.test("  ~~~~")).toBe(true);
    expect(end.test("  ~~~~~ ")).toBe(true);
    expect(end.test("  ~~~")).toBe(false);
    expect(end.test("  ~~~~ more")).toBe(false);
  });
});
