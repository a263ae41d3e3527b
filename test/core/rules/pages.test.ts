/** The page of a rule is its test: what it marks is found, what it calls good is not, and its table is what the code does. */
import { describe, expect, it } from "vitest";
import { ladder } from "../../../src/core/evidence/ladder.ts";
import { standings } from "../../../src/core/evidence/standing.ts";
import { strengths } from "../../../src/core/model/meaning.ts";
import { rulePages, rulePageUri } from "../../../src/core/rules/pages.ts";
import { rules, shippedTexts } from "../../../src/core/service.ts";
import { profiles } from "../../../src/core/settings.ts";
import { expectMarks, type Found, plainText } from "../../support/check.ts";
import { check } from "../project.ts";

interface Example {
  readonly text: string;
  readonly profile: string;
}

const ladderPage = shippedTexts.get("lamina-atlas:/ladder.md") ?? "";

/** What stands under a heading of the second order. */
function section(page: string, heading: string): string {
  const [, after = ""] = page.split(new RegExp(`^## ${heading}$`, "m"));
  return after.split(/^## /m)[0] ?? "";
}

const examples = (text: string): readonly Example[] =>
  [...text.matchAll(/^```lamina(?: (draft|review|submission))?\n([\s\S]*?)^```$/gm)].map(([, profile = "submission", code = ""]) => ({
    text: code,
    profile,
  }));

const found = (text: string, profile: string): readonly Found[] =>
  check(text, { settings: { profile } }).map(({ span, rule, message }) => ({ span, code: rule, message }));

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
    expect(bad.flatMap(({ text }) => check(text, { settings: { profile: "submission" } })).map((finding) => finding.rule)).toContain(
      rule.code,
    );
  });

  it.each(bad)("marks in a bad example what is found, and nothing else: $text", ({ text, profile }) => {
    expectMarks(text, (plain) => found(plain, profile));
    expect(found(plainText(text), profile)).not.toEqual([]);
  });

  it.each(good)("finds nothing in a good example: $text", ({ text, profile }) => {
    expect(found(text, profile)).toEqual([]);
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
