/** What holds of any text in any language, read as a program or not. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit } from "../../src/core/text.ts";
import { embedCode } from "../../src/embed/code.ts";
import { codeLanguages } from "../../src/embed/code-languages.ts";
import { scanCode } from "../../src/embed/code-scan.ts";
import { symbolAfter, symbolNamed, symbolsOf } from "../../src/embed/code-symbols.ts";
import { codeTermAt } from "../../src/embed/code-terms.ts";

const pieces = [
  "# lamina: claim a: L4 as Value\n",
  "#   supported by [@k]\n",
  "// lamina: implements a as Value\n",
  "//   level cell\n",
  "% lamina: a\n",
  "/* lamina: claim b\n   level cell */",
  "/**\n * lamina: c\n *   d\n */\n",
  "/*",
  "*/",
  "#=",
  "=#",
  "%{\n",
  "%}\n",
  "#!",
  "lamina:",
  "```lamina\n",
  "```\n",
  "'",
  '"',
  "`",
  '"""',
  "'''",
  'r#"',
  '"#',
  'R"x(',
  ')x"',
  "${",
  "$(",
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  "<a b={",
  "<A>",
  "</A>",
  "/>",
  "/",
  "\\",
  "...",
  "class A:\n",
  "  def f(self):\n",
  "    self.q = 1",
  "class A { f() { this.q = ",
  "x = ",
  "a: |\n",
  "- b: ",
  "  ",
  "\t",
  "\n",
  "\r\n",
  "\r",
  "é",
  "😀",
  "第",
  "\0",
] as const;

const programs = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 3 })), { maxLength: 30 })
  .map((list) => list.join(""));

describe.each(codeLanguages.map((language) => [language.label, language] as const))("%s", (_, language) => {
  test("comments and strings are in order, and regions stand where they are said to", () => {
    fc.assert(
      fc.property(programs, (text) => {
        let last = 0;
        for (const { start, end, innerStart, innerEnd } of scanCode(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect([start <= innerStart, innerStart <= innerEnd, innerEnd <= end, start < end]).toEqual([true, true, true, true]);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        let before = 0;
        for (const { text: region, map } of embedCode(text, language).regions) {
          expect(map.hostStart).toBeGreaterThanOrEqual(before);
          before = map.hostEnd;
          let read = "";
          for (const { regionStart, hostStart, length } of map.segments) {
            expect(regionStart).toBe(read.length);
            read += text.slice(hostStart, hostStart + length);
          }
          expect(read).toBe(region);
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 150 },
    );
  });

  test("a comment in a program that is well formed stays one, whatever is being typed on the lines above it", () => {
    const [sign] = language.lineComments;
    const typed = fc
      .array(fc.constantFrom("a", "'", '"', "(", "=", " ", "/", ".", "x'", "]", "1"), { maxLength: 12 })
      .map((list) => list.join(""));
    const isLong = language.strings.some(({ multiline, open }) => multiline && open.length === 1) || language.id === "yaml";
    fc.assert(
      fc.property(typed, (line) => {
        fc.pre(!isLong || !/['"]/.test(line));
        fc.pre(!/"""|'''/.test(line));
        const comment = `${sign} lamina: claim a: L4 as Value`;
        const { regions } = embedCode(`${line}\n${comment}\n`, language);
        expect(regions.map(({ text }) => text)).toEqual(["claim a: L4 as Value"]);
      }),
      { numRuns: 100 },
    );
  });

  test("symbols and names stand in the text", () => {
    fc.assert(
      fc.property(programs, fc.nat(), (text, seed) => {
        const symbols = symbolsOf(text, language);
        for (const { span, nameSpan } of symbols) {
          expect([span.start <= nameSpan.start, nameSpan.end <= span.end, span.end <= text.length]).toEqual([true, true, true]);
        }
        expect(new Set(symbols.map(({ path }) => path)).size).toBe(symbols.length);
        for (const symbol of symbols) expect(symbolNamed(symbols, symbol.path)).toBe(symbol);
        const offset = seed % (text.length + 1);
        symbolAfter(text, offset, language, symbols);
        const term = codeTermAt(text, offset, language);
        if (term) expect([term.span.start <= offset, offset <= term.span.end]).toEqual([true, true]);
      }),
      { numRuns: 60 },
    );
  });
});

test("an edit anywhere leaves something that can be read", () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom(...pieces)), { maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...codeLanguages), programs, edits, (language, program, seeds) => {
      let text = program;
      for (const [where, length, inserted] of seeds) {
        const start = where % (text.length + 1);
        text = applyEdit(text, { span: { start, end: Math.min(text.length, start + length) }, text: inserted });
        embedCode(text, language);
      }
    }),
  );
});

test.each(pieces.map((piece) => [piece]))("%j again and again takes no more steps than it has characters", (piece) => {
  // a reading that is not linear would not end here within the patience of any test runner
  const text = `lamina ${piece.repeat(Math.ceil(50_000 / piece.length))}`;
  for (const language of codeLanguages) expect(embedCode(text, language).regions.length).toBeLessThanOrEqual(text.length);
});

test.each([
  ["(".repeat(20_000)],
  ["[".repeat(20_000)],
  ["{a:".repeat(20_000)],
  ["a.".repeat(20_000)],
  ["x=".repeat(20_000)],
  ["class A:\n ".repeat(3000)],
])("symbols of what nests without end are read", (text) => {
  for (const language of codeLanguages) expect(symbolsOf(text, language).length).toBeLessThanOrEqual(text.length);
});
