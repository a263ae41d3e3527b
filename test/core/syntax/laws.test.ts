/** What holds for any text whatever: of documents, of their edits, of places in them. */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";
import { parseItem } from "../../../src/core/syntax/parser.ts";
import { type Item, type Node, walkItem } from "../../../src/core/syntax/tree.ts";
import { applyEdit, LineIndex, type Span } from "../../../src/core/text.ts";
import { anyText, corpus, passage, runs, tame, type WildEdit, wildEdit } from "../../support/corpus.ts";

// laws are tried many times, and other work may share the machine
vi.setConfig({ testTimeout: 120_000 });

const parameters = { numRuns: runs(300) };

describe("a document", () => {
  it("loses nothing: the texts of its items, joined, are the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(Document.parse(text).text).toBe(text);
      }),
      parameters,
    );
  });

  it("has items with the problems and the tree that each has alone", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const item of Document.parse(text).items) expect(parseItem(item.text, item.form).item).toEqual(item);
      }),
      parameters,
    );
  });

  it("has spans that lie inside their item, and nodes inside their parents", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const item of Document.parse(text).items) checkSpans(item);
      }),
      parameters,
    );
  });

  it("has fixes whose edits lie inside the item and do not overlap", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const item of Document.parse(text).items) {
          for (const problem of item.problems) {
            expect(problem.message).toMatch(/^(?:Unexpected|This document is written in version)/);
            expect(problem.message).not.toMatch(/\p{Cc}/u);
            expect(problem.message.length).toBeLessThan(320);
            for (const fix of problem.fixes) {
              const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start);
              edits.forEach((edit, index) => {
                expectInside(edit.span, { start: edits[index - 1]?.span.end ?? 0, end: item.text.length });
              });
            }
          }
        }
      }),
      parameters,
    );
  });
});

function checkSpans(item: Item): void {
  const whole = { start: 0, end: item.text.length };
  expectInside(item.wordSpan, item.header);
  expectInside(item.header, whole);
  expect(item.contentEnd).toBeLessThanOrEqual(item.text.length);
  for (const { span } of item.problems) expectInside(span, whole);
  let after = 0;
  for (const clause of item.clauses) {
    expectInside(clause.wordSpan, clause);
    expectInside(clause, whole);
    expect(clause.start).toBeGreaterThanOrEqual(after);
    after = clause.end;
    expect(item.contentEnd).toBeGreaterThanOrEqual(clause.end);
  }
  walkItem(item, (node, clause) => {
    expectInside(node, clause ?? item.header);
    for (const child of childrenOf(node)) expectInside(child, node);
  });
}

/** Everything with a place right below a node. */
function childrenOf(node: Node): Span[] {
  const found: Span[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each);
    else if (typeof value === "object" && value !== null) {
      if ("start" in value && "end" in value) found.push(value as Span);
      else for (const each of Object.values(value)) look(each);
    }
  };
  for (const value of Object.values(node)) look(value);
  return found;
}

function expectInside(inner: Span, outer: Span): void {
  if (outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end) return;
  expect.fail(`${inner.start}–${inner.end} does not lie inside ${outer.start}–${outer.end}`);
}

describe("an edited document", () => {
  const sameAsParsedAfresh = (text: string, edits: readonly WildEdit[]): void => {
    let current = text;
    let document = Document.parse(text);
    for (const wild of edits) {
      const edit = tame(wild, current);
      current = applyEdit(current, edit);
      document = document.edit(edit);
      const fresh = Document.parse(current);
      if (isDeepStrictEqual(document, fresh) && isDeepStrictEqual(document.items, fresh.items)) continue;
      expect({ text: current, items: document.items, starts: [...document.starts], lines: [...document.lines] }).toEqual({
        text: current,
        items: fresh.items,
        starts: [...fresh.starts],
        lines: [...fresh.lines],
      });
      expect.fail("differs from a document parsed afresh");
    }
  };

  it("is what parsing the edited text gives, on passages", () => {
    fc.assert(fc.property(fc.oneof(passage, anyText), fc.array(wildEdit, { minLength: 1, maxLength: 12 }), sameAsParsedAfresh), parameters);
  });

  it("is what parsing the edited text gives, on whole files", () => {
    fc.assert(fc.property(fc.constantFrom(...corpus.values()), fc.array(wildEdit, { minLength: 1, maxLength: 20 }), sameAsParsedAfresh), {
      numRuns: runs(20),
    });
  });

  it("shares the items that the edit does not touch", () => {
    const text = [...corpus.values()].join("\n");
    const document = Document.parse(text);
    const middle = document.startOf(100) + 20;
    const edited = document.edit({ span: { start: middle, end: middle }, text: "x" });
    const shared = edited.items.filter((item) => document.items.includes(item));
    expect(shared.length).toBeGreaterThanOrEqual(document.items.length - 2);
  });
});

describe("places", () => {
  it("agree with the line index of the whole text, both ways", () => {
    fc.assert(
      fc.property(anyText, fc.array(wildEdit, { maxLength: 3 }), (text, edits) => {
        let current = text;
        let document = Document.parse(text);
        for (const wild of edits) {
          const edit = tame(wild, current);
          current = applyEdit(current, edit);
          document = document.edit(edit);
        }
        const index = new LineIndex(current);
        for (let offset = -1; offset <= current.length + 1; offset++) {
          const position = index.positionAt(offset);
          expect(document.positionAt(offset)).toEqual(position);
          expect(document.offsetAt(position)).toBe(index.offsetAt(position));
        }
        for (let line = -1; line <= index.lineCount + 1; line++) {
          for (const character of [-1, 0, 3, 10_000]) {
            expect(document.offsetAt({ line, character })).toBe(index.offsetAt({ line, character }));
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it("come back to where they started, but for the inside of a line break", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = Document.parse(text);
        for (let offset = 0; offset <= text.length; offset++) {
          if (text[offset - 1] === "\r" && text[offset] === "\n") continue;
          expect(document.offsetAt(document.positionAt(offset))).toBe(offset);
        }
      }),
      parameters,
    );
  });

  it("have the text that stands there", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        expect(Document.parse(text).slice({ start, end })).toBe(text.slice(start, end));
      }),
      parameters,
    );
  });
});
