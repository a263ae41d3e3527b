/** What formatting may and may not do, on any text. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";
import { formatDocument } from "../../../src/core/syntax/print.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { anyText, corpus, runs, spoilt } from "../../support/corpus.ts";

// laws are tried many times, and other work may share the machine
vi.setConfig({ testTimeout: 120_000 });

const parameters = { numRuns: runs(300) };

const format = (text: string): string => applyEdits(text, formatDocument(Document.parse(text)));

/** A tree without its places: what it says. */
function meaningOf(text: string): unknown {
  return Document.parse(text)
    .items.filter((item) => item.form !== "loose" || item.clauses.length > 0)
    .map((item) => ({
      form: item.form,
      word: item.word,
      args: withoutPlaces(item.args),
      clauses: item.clauses.map((clause) => ({
        spec: clause.spec?.word,
        word: clause.word,
        args: withoutPlaces(clause.args),
        misplaced: clause.misplaced,
        whole: clause.whole,
      })),
      problems: item.problems.map((problem) => problem.code),
    }));
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  const places = ["start", "end", "keySpan"];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !places.includes(name))
      .map(([name, each]) => [name, withoutPlaces(each)]),
  );
}

describe("formatting", () => {
  it("twice is once", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = format(text);
        expect(format(once)).toBe(once);
      }),
      parameters,
    );
  });

  it("keeps what the text says, and what is wrong with it", () => {
    fc.assert(
      fc.property(fc.oneof(spoilt, anyText), (text) => {
        expect(meaningOf(format(text))).toEqual(meaningOf(text));
      }),
      parameters,
    );
  });

  it("of some lines is the formatting of the whole, there", () => {
    fc.assert(
      fc.property(spoilt, fc.nat(), fc.nat(200), (text, at, length) => {
        const start = at % (text.length + 1);
        const within = { start, end: Math.min(text.length, start + length) };
        const all = formatDocument(Document.parse(text));
        const touching = all.filter((edit) => edit.span.start <= within.end && edit.span.end >= within.start);
        expect(formatDocument(Document.parse(text), within)).toEqual(touching);
      }),
      parameters,
    );
  });

  it.each([...corpus])("leaves %s as it stands", (_, text) => {
    expect(format(text)).toBe(text);
  });

  it("brings a text in disorder into the order that it had", () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus.values()), fc.infiniteStream(fc.nat(3)), (text, choices) => {
        const untidy = text
          .split("\n")
          .map((line) => {
            const indent = /^\s*/.exec(line)?.[0] ?? "";
            // comments take the place of what follows them, so their own must stay
            if (line.trim() === "" || line.trimStart().startsWith("#")) return line;
            return `${indent}${["", " ", "\t", "   "][choices.next().value as number]}${line.trimStart()}${["", " ", "\t", ""][choices.next().value as number]}`;
          })
          .join("\n");
        expect(format(untidy)).toBe(text);
      }),
      { numRuns: runs(40) },
    );
  });
});
