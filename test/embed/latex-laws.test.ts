import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit, type Edit, type Span } from "../../src/core/text.ts";
import type { Embedding } from "../../src/embed/embedding.ts";
import { editLatex, embedLatex } from "../../src/embed/latex.ts";
import { plain } from "./documents.ts";
import { anything, insertion, wellFormed } from "./latex-documents.ts";

const ascends = (spans: readonly Span[], length: number): void => {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(length);
};

const isInside = ({ start, end }: Span, length: number): void => {
  expect(0 <= start && start <= end && end <= length).toBe(true);
};

function holds(text: string, embedding: Embedding): void {
  const { regions, prose, formulas = [], anchors = [], citations = [], inputs = [], bibliographies } = embedding;
  ascends(prose, text.length);
  ascends(formulas, text.length);
  ascends(
    [...prose, ...formulas].sort((a, b) => a.start - b.start),
    text.length,
  );
  ascends(
    citations.map(({ span }) => span),
    text.length,
  );
  for (const { key, span } of citations) expect(text.slice(span.start, span.end)).toBe(key);
  for (const { id, idSpan, text: statement } of anchors) {
    expect(text.slice(idSpan.start, idSpan.end)).toBe(id);
    isInside(statement, text.length);
    expect(statement.start).toBeGreaterThanOrEqual(idSpan.end);
  }
  for (const { span } of [...inputs, ...bibliographies]) isInside(span, text.length);
  let last = 0;
  for (const { text: region, map } of regions) {
    expect(map.hostStart).toBeGreaterThanOrEqual(last);
    last = map.hostEnd;
    let read = "";
    for (const { regionStart, hostStart, length } of map.segments) {
      expect(regionStart).toBe(read.length);
      read += text.slice(hostStart, hostStart + length);
      if (length > 0) expect(map.toRegion(map.toHost(regionStart))).toBe(regionStart);
    }
    expect(read).toBe(region);
    for (const span of prose) expect(span.end <= map.hostStart || span.start >= map.hostEnd).toBe(true);
  }
  expect(last).toBeLessThanOrEqual(text.length);
}

describe("any text", () => {
  test("is read without an error, and everything that is found stands where it is said to", () => {
    fc.assert(
      fc.property(anything, (text) => holds(text, embedLatex(text))),
      { numRuns: 500 },
    );
  });

  test("any series of edits gives what a full reading gives", () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 }), insertion), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.oneof(wellFormed, anything), edits, (document, seeds) => {
        let text = document;
        let embedding = embedLatex(text);
        for (const [where, length, inserted] of seeds) {
          const start = where % (text.length + 1);
          const edit: Edit = { span: { start, end: Math.min(text.length, start + length) }, text: inserted };
          const edited = applyEdit(text, edit);
          embedding = editLatex(embedding, text, edit, edited);
          text = edited;
          expect(plain(embedding)).toEqual(plain(embedLatex(text)));
          holds(text, embedding);
        }
      }),
    );
  });

  test("what is unfinished spoils nothing beyond its paragraph", () => {
    const unfinished = fc.constantFrom(
      "$x",
      "\\claim{a}{x",
      "\\cite{a",
      "\\label{",
      "\\item[",
      "\\begin{equation} x",
      "{",
      "\\begin{verbatim}",
    );
    fc.assert(
      fc.property(unfinished, wellFormed, (start, rest) => {
        // a listing that opens here may end further on
        fc.pre(!rest.includes("\\begin{"));
        const before = `${start}\n\n`;
        const alone = embedLatex(rest);
        const shifted = embedLatex(before + rest);
        const texts = ({ regions }: Embedding): string[] => regions.map(({ text }) => text);
        expect(texts(shifted)).toEqual(texts(alone));
        const move = ({ start: from, end }: Span): Span => ({ start: from + before.length, end: end + before.length });
        expect(shifted.prose.filter((span) => span.start >= before.length)).toEqual(alone.prose.map(move));
        expect(shifted.formulas).toEqual(alone.formulas?.map(move));
      }),
    );
  });
});

test.each([
  ["{"],
  ["\\begin{lamina}"],
  ["\\begin{lamina}["],
  ["\\cite{"],
  ["\\cite{%\n"],
  ["\\verb"],
  ["\\foo["],
  ["\\url{"],
  ["% lamina: a\n%\n"],
  ["\\cites("],
  ["\\begin{verbatim}"],
])("%j again and again takes no more steps than it has characters", (piece) => {
  // a reading that is not linear would not end here within the patience of any test runner
  const text = piece.repeat(Math.ceil(600_000 / piece.length));
  expect(embedLatex(text).regions.length).toBeLessThanOrEqual(text.length);
});
