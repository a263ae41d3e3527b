/** Whatever stands in a document, the engine answers: no crash, no place outside the text, the same answer twice. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { complete, definition, hover, outline, renderCard } from "../../src/core/service.ts";
import { clauses, items } from "../../src/core/syntax/vocabulary.ts";
import { address, project } from "./project.ts";

const lines = [...items, ...clauses].map((spec) => spec.example);

const scraps = fc.constantFrom(
  ..."\"[]@:,;?#<>-~=%°±.|`*_&$\\'()/ \n\r\t",
  "->",
  "<->",
  "--",
  "claim ",
  "as ",
  "not ",
  "each ",
  "[@",
  "x:",
  "cortex:",
  "L5.PT",
  "L4",
  "PE",
  "\0",
  "\ufeff",
  "\ud800",
  "丘脑",
  "“",
  "10-15",
  "20,000",
);

const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...lines) },
  { weight: 3, arbitrary: fc.constantFrom(...lines).map((example) => `  ${example}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...lines), fc.nat({ max: 60 }), scraps)
      .map(([text, at, scrap]) => text.slice(0, at) + scrap + text.slice(at)),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...lines), fc.nat({ max: 60 })).map(([text, at]) => text.slice(0, at)) },
  { weight: 2, arbitrary: fc.array(scraps, { maxLength: 12 }).map((list) => list.join("")) },
);

const texts = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom("\n", "\n", "\r\n", "\r"), fc.boolean())
  .map(([list, lineBreak, end]) => list.join(lineBreak) + (end ? lineBreak : ""));

test("every feature answers at every place, inside the text", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(texts, fc.boolean(), fc.integer({ min: 3, max: 11 }), (text, inMarkdown, step) => {
      const name = inMarkdown ? "m.md" : "a.lamina";
      const content = inMarkdown
        ? `> Layer 4.\n>\n> \`\`\`lamina\n${text
            .split(/\r\n|\r|\n/)
            .map((part) => `> ${part}\n`)
            .join("")}> \`\`\`\n`
        : text;
      const made = project(`# file: ${name}\n${content}`, { settings: { profile: "submission" } });
      const uri = address(name);
      const { length } = made.texts.get(name) ?? "";
      const inside = ({ start, end }: { start: number; end: number }): boolean => start >= 0 && start <= end && end <= length;
      const findings = made.findings();
      for (const finding of findings) {
        expect(inside(finding.span), `${finding.rule} at ${finding.span.start}..${finding.span.end} of ${length}`).toBe(true);
        expect(finding.message).toMatch(/^(Unexpected|Expected|Unknown|No |Nothing |The |This |Several |All |“)/);
        for (const fix of finding.fixes) for (const edit of fix.edits) expect(inside(edit.span), finding.rule).toBe(true);
        for (const related of finding.related) expect(inside(related.span), finding.rule).toBe(true);
      }
      expect(made.findings()).toEqual(findings);
      const source = made.snapshot.documents.get(uri);
      if (source) for (const entry of outline(source)) expect(inside(entry.span)).toBe(true);
      for (let offset = 0; offset <= length; offset += step) {
        const card = hover(made.snapshot, uri, offset);
        if (card) {
          expect(inside(card.span)).toBe(true);
          expect(renderCard(card)).not.toMatch(/undefined|\[object|NaN/);
        }
        for (const suggestion of complete(made.snapshot, uri, offset)) expect(inside(suggestion.span)).toBe(true);
        const found = definition(made.snapshot, uri, offset);
        if (found) expect(inside(found.origin)).toBe(true);
      }
    }),
    { numRuns: Number(process.env["LAMINA_RUNS"] ?? 60) },
  );
});
