import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { termAt } from "../../src/embed/prose-terms.ts";

const names = new Set(
  [
    ...["L4", "L2/3", "layer 4", "layer 2/3", "layer II/III", "query", "value", "key", "key-value cache", "apical dendrite", "PV+"],
    ...["column", "5-HT", "Th→L4", "β", "W_Q", "bias", "supragranular layers", "loss", "unit", "canonical cortical microcircuit model of"],
    ...["第4层", "输入层", "层", "第2/3层", "皮层-丘脑环路", "BAC放电"],
  ].map((name) => name.toLowerCase()),
);
const known = (name: string): boolean => names.has(name.toLowerCase());

/** What is found at the `|` in a sentence. */
function found(marked: string): string | undefined {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const span = termAt(text, offset, [{ start: 0, end: text.length }], known);
  return span && text.slice(span.start, span.end);
}

describe("termAt", () => {
  test.each([
    ["the |L4 cells", "L4"],
    ["the L4| cells", "L4"],
    ["the L|4.", "L4"],
    ["in layer| 2/3, where", "layer 2/3"],
    ["in layer 2|/3, where", "layer 2/3"],
    ["in layer 2/3|", "layer 2/3"],
    ["in l|ayers 2/3 and 4", "layers 2/3"],
    ["in layer II/I|II", "layer II/III"],
    ["the q|ueries of it", "queries"],
    ["Val|ues", "Values"],
    ["the b|iases", "biases"],
    ["the bias| here", "bias"],
    ["the l|oss", "loss"],
    ["apical d|endrites", "apical dendrites"],
    ["apical\n> d|endrites", "apical\n> dendrites"],
    ["a key-v|alue cache", "key-value cache"],
    ["a |key-query pair", "key"],
    ["the column|'s cells", "column"],
    ["the column|’s cells", "column"],
    ["PV|+ cells", "PV+"],
    ["(L4|)", "L4"],
    ["L4|/L5", "L4"],
    ["L4–L2/|3", "L2/3"],
    ["|Th→L4 drive", "Th→L4"],
    ["from Th|→L6", undefined],
    ["the S|upragranular layers", "Supragranular layers"],
    ["the β| rhythm", "β"],
    ["W|_Q x", "W_Q"],
    ["a 5-|HT axon", "5-HT"],
    ["a |word", undefined],
    ["unite| them", undefined],
    ["L4 | L4", undefined],
    ["canonical cortical m|icrocircuit model of", "canonical cortical microcircuit model of"],
    ["", undefined],
  ])("%s", (marked, expected) => expect(found(marked)).toBe(expected));

  test.each([
    ["皮层的第|4层是输入层。", "第4层"],
    ["皮层的第4层是输|入层。", "输入层"],
    ["皮层的第4层是输入层|。", "输入层"],
    ["从第2/|3层出发", "第2/3层"],
    ["在皮层-|丘脑环路中", "皮层-丘脑环路"],
    ["一种B|AC放电。", "BAC放电"],
    ["某某|层", "层"],
    ["这是XL4|号", undefined],
  ])("without spaces: %s", (marked, expected) => expect(found(marked)).toBe(expected));

  test("outside prose nothing is found, and no term goes beyond it", () => {
    const text = "apical dendrite and L4";
    expect(termAt(text, 21, [{ start: 0, end: 15 }], known)).toBeUndefined();
    expect(termAt(text, 3, [{ start: 0, end: 6 }], known)).toBeUndefined();
    expect(termAt(text, 3, [], known)).toBeUndefined();
  });

  test("where two spans meet, either may hold the term", () => {
    const spans = [
      { start: 0, end: 2 },
      { start: 2, end: 10 },
    ];
    expect(termAt("L4 and L4", 8, spans, known)).toEqual({ start: 7, end: 9 });
  });

  test("in any text the span is in the prose, holds the offset, and was looked up", () => {
    const texts = fc
      .array(fc.constantFrom("L4", " ", "layer", "2/3", "第4层", "-", "’s", "😀", "\n> ", ".", "s", "→"))
      .map((list) => list.join(""));
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), fc.nat(40), (text, offset, from, to) => {
        const prose = { start: Math.min(from, to, text.length), end: Math.min(Math.max(from, to), text.length) };
        const span = termAt(text, offset, [prose], () => true);
        if (span === undefined) return;
        expect(prose.start <= span.start && span.start <= offset && offset <= span.end && span.end <= prose.end).toBe(true);
        expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim());
        expect(span.end).toBeGreaterThan(span.start);
      }),
    );
  });
});
