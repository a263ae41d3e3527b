/** The page of a rule is its test: what it marks is found, what it calls good is not, and its table is what the code does. */
import { describe, expect, it } from "vitest";
import { ladder } from "../../../src/core/evidence/ladder.ts";
import { standings } from "../../../src/core/evidence/standing.ts";
import { strengths } from "../../../src/core/model/meaning.ts";
import type { Rule } from "../../../src/core/rules/define.ts";
import { rulePages, rulePageUri } from "../../../src/core/rules/pages.ts";
import { rules, shippedTexts } from "../../../src/core/service.ts";
import { profiles } from "../../../src/core/settings.ts";
import { expectMarks, type Found, plainText } from "../../support/check.ts";
import { check } from "../project.ts";

interface Example {
  readonly text: string;
  /** The profile that the fence names: draft, review or submission; without one, that of a draft with the page's own rule as before submission. */
  readonly profile: string | undefined;
  /** The bibliography that stands before it in the same section. */
  readonly bibliography: string | undefined;
  /** The files with a name that stand before it in the same section, as a project's text. */
  readonly data: string;
  /** The file that the example is. */
  readonly file: string;
}

const ladderPage = shippedTexts.get("lamina-atlas:/ladder.md") ?? "";

/** What stands under a heading of the second order. */
function section(page: string, heading: string): string {
  const [, after = ""] = page.split(new RegExp(`^## ${heading}$`, "m"));
  return after.split(/^## /m)[0] ?? "";
}

const exampleFiles: Readonly<Record<string, string>> = { jsonc: "lamina.json", markdown: "paper.md" };

function examples(text: string): readonly Example[] {
  const found: Example[] = [];
  let bibliography: string | undefined;
  let data = "";
  for (const [, language, said, code = ""] of text.matchAll(
    /^```(lamina|markdown|python|bibtex|jsonc|csv)(?: (\S+))?\n([\s\S]*?)^```$/gm,
  )) {
    if (language === "bibtex") bibliography = code;
    else if (said?.includes(".")) data += `# file: ${said}\n${code}`;
    else found.push({ text: code, profile: said, bibliography, data, file: exampleFiles[language ?? ""] ?? "main.lamina" });
  }
  return found;
}

/** What is found in an example by the rule of its page, and whatever else weighs enough to be a warning in a draft. */
function found(rule: Rule, text: string, { profile, bibliography, data, file }: Example): readonly Found[] {
  const settings = profile ? { profile } : { profile: "draft", rules: { [rule.code]: rule.severity.submission } };
  const files = `${data}${bibliography === undefined ? "" : `# file: references.bib\n${bibliography}`}# file: ${file}\n${text}`;
  return check(files, { settings, today: "2026-06-15" })
    .filter(({ uri }) => uri.endsWith(`/${file}`))
    .filter(({ rule: code, severity }) => code === rule.code || severity === "error" || severity === "warning")
    .map(({ span, rule: code, message }) => ({ span, code, message }));
}

/** The rows of the first table, cell by cell, without its head. */
const rows = (text: string): readonly (readonly string[])[] => {
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
};

describe.each(rules)("the page of $code", (rule) => {
  const page = rulePages.get(rule.code) ?? "";

  it("has the rule's title and its severities", () => {
    const title = /[?.]$/.test(rule.title) ? rule.title : `${rule.title}.`;
    expect(page.split("\n").slice(0, 3)).toEqual([`# ${rule.code}`, "", title]);
    expect(rows(page.split("\n## ")[0] ?? "")).toEqual([profiles.map((profile) => rule.severity[profile] ?? "off")]);
  });

  it("says why it matters and how to mend it", () => {
    expect(section(page, "Why it matters").trim().length).toBeGreaterThan(80);
    expect(section(page, "How to mend it").trim().length).toBeGreaterThan(40);
  });

  const bad = examples(section(page, "Bad"));
  const good = examples(section(page, "Good"));

  it("has an example of both sorts, and a bad one that is marked by this rule", () => {
    expect(good.length).toBeGreaterThan(0);
    expect(bad.flatMap((example) => found(rule, plainText(example.text), example)).map(({ code }) => code)).toContain(rule.code);
  });

  it.each(bad)("marks in a bad example what is found, and nothing else: $text", (example) => {
    expectMarks(example.text, (plain) => found(rule, plain, example));
    expect(found(rule, plainText(example.text), example)).not.toEqual([]);
  });

  it.each(good)("finds nothing in a good example: $text", (example) => {
    expect(found(rule, example.text, example)).toEqual([]);
  });

  it("ships with Lamina", () => {
    expect(shippedTexts.get(rulePageUri(rule.code))).toBe(page);
  });
});

it("there is no page without a rule", () => {
  expect([...rulePages.keys()].sort()).toEqual(rules.map((rule) => rule.code).sort());
});

describe("the page of the ladder", () => {
  it("has every way to every strength, in the order of the code", () => {
    const ways = ladder.flatMap((rung) => rung.ways.map((way) => [rung.strength, way.text]));
    expect(rows(ladderPage.split("\n## ")[0] ?? "")).toEqual(ways);
    expect(ladder.map((rung) => rung.strength)).toEqual(strengths);
  });

  it("has every standing as cards and legend explain it", () => {
    expect(rows(section(ladderPage, "Standing"))).toEqual(standings.map(({ standing, help }) => [standing, help]));
  });

  it("gives a reason for every strength, and says whose rule it is", () => {
    for (const strength of strengths) expect(section(ladderPage, "Reasons").toLowerCase()).toContain(`**${strength}**`);
    expect(ladderPage).toContain("It is a rule of thumb of ours.");
  });
});
