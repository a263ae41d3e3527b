/** The table of the language itself, and that every line of it is what it says. */
import { describe, expect, it } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";
import { compilePattern } from "../../../src/core/syntax/pattern.ts";
import { formatDocument } from "../../../src/core/syntax/print.ts";
import {
  type ClauseSpec,
  clauses,
  clausesOf,
  closedVocabularies,
  type ItemWord,
  items,
  ownClause,
  pieces,
} from "../../../src/core/syntax/vocabulary.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { problemsOf } from "../../support/check.ts";

const headerOf = (word: ItemWord): string => items.find((item) => item.word === word)?.example ?? "";

const allClauses: readonly ClauseSpec[] = [...clauses, ownClause];
const inItems = allClauses.flatMap((clause) => clause.items.map((item) => [clause.example, item, clause] as const));

describe("the table", () => {
  it.each([...items, ...allClauses])("has a sentence and an example for $word", ({ word, help, example, pattern }) => {
    expect(help).toMatch(/^[A-Z].*[.…]$/);
    expect(example.startsWith(word)).toBe(true);
    expect(() => compilePattern(pattern)).not.toThrow();
  });

  it("names each clause once for each item", () => {
    for (const item of items) {
      const words = clausesOf(item.word).map((clause) => clause.word);
      expect(new Set(words).size).toBe(words.length);
      expect(words.length > 0).toBe(item.clauses);
    }
  });

  it("has for each word of a closed vocabulary a sentence, and no word twice", () => {
    for (const entries of Object.values(closedVocabularies)) {
      expect(new Set(entries.map((entry) => entry.word)).size).toBe(entries.length);
      for (const entry of entries) expect(entry.help).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("says of each closed vocabulary what it is called", () => {
    for (const vocabulary of Object.keys(closedVocabularies)) expect(Object.keys(pieces)).toContain(vocabulary);
  });

  it("refuses a pattern that it cannot read", () => {
    expect(() => compilePattern("[text:STRING")).toThrow(/unbalanced/);
    expect(() => compilePattern("text:STRING]")).toThrow(/unbalanced/);
    expect(() => compilePattern("text:SENTENCE")).toThrow(/unknown piece SENTENCE/);
  });
});

/** Checks that lines parse without a problem and stand as the formatter sets them. */
function checkLines(text: string): Document {
  const document = Document.parse(text);
  expect(problemsOf(document)).toEqual([]);
  expect(applyEdits(text, formatDocument(document))).toBe(text);
  return document;
}

describe("headers", () => {
  it.each(items)("$example", ({ example, word }) => {
    const document = checkLines(`${example}\n`);
    expect(document.items).toHaveLength(1);
    expect(document.items[0]).toMatchObject({ form: "item", word, header: { start: 0, end: example.length } });
  });

  it.each(items.filter((item) => !item.clauses))("$word takes no clauses", ({ example, word }) => {
    const document = Document.parse(`${example}\n  note "x"\n`);
    expect(problemsOf(document).map((problem) => problem.code)).toEqual(["misplaced-clause"]);
    expect(clausesOf(word)).toEqual([]);
  });
});

describe("clauses", () => {
  it.each(inItems)("%s, in %s", (example, item, spec) => {
    const document = checkLines(`${headerOf(item)}\n  ${example}\n`);
    expect(document.items).toHaveLength(1);
    expect(document.items[0]?.clauses).toMatchObject([{ spec, misplaced: false, whole: true, start: headerOf(item).length + 3 }]);
  });

  it.each(inItems)("%s, on the line of %s", (example, item, spec) => {
    const header = headerOf(item);
    const document = checkLines(`${header} ${example}\n`);
    expect(document.items[0]).toMatchObject({ header: { start: 0, end: header.length }, clauses: [{ spec, misplaced: false }] });
  });

  it.each(inItems.filter(([, , clause]) => clause.times === "once"))("%s, once in %s", (example, item) => {
    const codes = problemsOf(Document.parse(`${headerOf(item)}\n  ${example}\n  ${example}\n`)).map((problem) => problem.code);
    expect(codes).toEqual(["misplaced-clause"]);
  });

  it.each(inItems.filter(([, , clause]) => clause.times === "many"))("%s, as often as wanted in %s", (example, item) => {
    checkLines(`${headerOf(item)}\n  ${example}\n  ${example}\n`);
  });

  it.each(allClauses.filter((clause) => clause.word !== "x-"))("$word, in no item that it does not belong to", ({ word, example }) => {
    const allowed = allClauses.filter((clause) => clause.word === word).flatMap((clause) => clause.items);
    for (const item of items) {
      if (allowed.includes(item.word)) continue;
      const codes = problemsOf(Document.parse(`${item.example}\n  ${example}\n`)).map((problem) => problem.code);
      // which of two clauses of one name was meant cannot be known, so its words may be unknown too
      expect(codes.filter((code) => code !== "unknown-word")).toEqual(["misplaced-clause"]);
    }
  });
});
