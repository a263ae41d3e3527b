import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bibliography, parseBibliography, referenceLine, shortCitation } from "../../../src/core/evidence/bibliography.ts";

const csl = (text: string): Bibliography => parseBibliography(text, "csl-json");

const lee = {
  id: "lee2009modulator",
  type: "article-journal",
  title: "Modulator property of the <i>intrinsic</i> cortical projection",
  author: [
    { family: "Lee", given: "Charles C." },
    { family: "Sherman", given: "S. Murray" },
  ],
  issued: { "date-parts": [[2009, 3]] },
  "container-title": "Frontiers in Systems Neuroscience",
  volume: 3,
  page: "3-7",
  DOI: "10.1000/example",
  URL: "https://example.org",
};

describe("CSL-JSON", () => {
  test("says what it says", () => {
    const text = JSON.stringify([lee, { id: 17, type: "book", title: "B" }], null, 2);
    const { entries, problems } = csl(text);
    expect(problems).toEqual([]);
    expect(entries.map(({ key, keySpan }) => [key, text.slice(keySpan.start, keySpan.end)])).toEqual([
      ["lee2009modulator", "lee2009modulator"],
      ["17", "17"],
    ]);
    expect(entries[0]).toMatchObject({
      type: "article-journal",
      title: "Modulator property of the intrinsic cortical projection",
      year: "2009",
      container: "Frontiers in Systems Neuroscience",
      volume: "3",
      pages: "3-7",
      doi: "10.1000/example",
      url: "https://example.org",
      note: undefined,
      authors: lee.author,
    });
    const title = entries[0]?.rawField("title");
    expect(text.slice(title?.span.start, title?.span.end)).toBe(JSON.stringify(lee.title));
    expect(text.slice(title?.nameSpan.start, title?.nameSpan.end)).toBe("title");
  });

  test("in words", () => {
    const first = csl(JSON.stringify([lee])).byKey.get("lee2009modulator");
    expect(first && shortCitation(first)).toBe("Lee & Sherman 2009");
    expect(first && referenceLine(first)).toBe(
      "Lee, C. C. & Sherman, S. M. (2009). Modulator property of the intrinsic cortical projection. " +
        "Frontiers in Systems Neuroscience 3, 3-7. doi:10.1000/example",
    );
  });

  test.each([
    ["a list", JSON.stringify([lee])],
    ["one item", JSON.stringify(lee)],
    ["a list in an object", JSON.stringify({ info: [1], items: [lee] })],
    ["a byte order mark and CRLF", `\uFEFF[\r\n${JSON.stringify(lee)}\r\n]`],
    ["a comma too many", `[${JSON.stringify(lee)},]`],
  ])("in %s", (_, text) => {
    expect([...csl(text).byKey.keys()]).toEqual(["lee2009modulator"]);
    expect(csl(text).problems).toEqual([]);
  });

  test.each([
    ["parts as texts", { "date-parts": [["2009"]] }, "2009"],
    ["a raw date", { raw: "March 2009" }, "2009"],
    ["a literal date", { literal: "circa 1957" }, "1957"],
    ["a date that is empty", { "date-parts": [[]] }, undefined],
  ])("the year of %s", (_, issued, expected) => expect(csl(JSON.stringify([{ id: "a", issued }])).entries[0]?.year).toBe(expected));

  test("names with particles, and bodies", () => {
    const author = [{ family: "Gogh", given: "Vincent", "non-dropping-particle": "van" }, { literal: "MICrONS Consortium" }, {}, 3];
    expect(csl(JSON.stringify([{ id: "a", author }])).entries[0]?.authors).toEqual([
      { family: "van Gogh", given: "Vincent" },
      { family: "MICrONS Consortium", given: "" },
    ]);
  });
});

describe("half-written and broken text", () => {
  test.each([
    ["an item without an id", '[{"title": "A"}, {"id": "b"}]', ["b"], "has no “id”"],
    ["an item that is never closed", '[{"id": "a", "title": "A"', ["a"], "never closed"],
    ["a text that is never closed", '[{"id": "a", "title": "A\n}, {"id": "b"}]', ["a", "b"], "quotation mark"],
    ["a name without a value", '[{"id": "a", "title"}, {"id": "b"}]', ["a", "b"], "Expected a colon"],
    ["a name without quotes", '[{id: "a"}, {"id": "b"}]', ["b"], "Expected the name"],
    ["something else", "@misc{a}", [], "Expected a list of references"],
    ["an id that is there twice", '[{"id": "a"}, {"id": "a"}]', ["a", "a"], "is there twice"],
  ])("%s", (_, text, expected, message) => {
    const { entries, problems } = csl(text);
    expect(entries.map(({ key }) => key)).toEqual(expected);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
  });

  test("any text is read without an error, and any JSON is found whole", () => {
    const pieces = fc.constantFrom("[", "]", "{", "}", '"id"', '"a"', ":", ",", "1", "\n", '"', "\\", '"items"', "null");
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces).map((list) => list.join("")),
      fc.json(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const entry of csl(text).entries) {
          shortCitation(entry);
          expect(referenceLine(entry)).not.toMatch(/[\r\n]/);
          expect(entry.span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
    const items = fc.array(fc.record({ id: fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), rest: fc.jsonValue() }));
    fc.assert(
      fc.property(items, fc.constantFrom(undefined, 2), (list, indent) => {
        const { entries } = csl(JSON.stringify(list, null, indent));
        expect(entries.map(({ key }) => key)).toEqual(list.map(({ id }) => id));
        expect(entries.map((entry) => JSON.parse(entry.rawField("rest")?.raw ?? ""))).toEqual(
          JSON.parse(JSON.stringify(list)).map(({ rest }: { rest: unknown }) => rest),
        );
      }),
    );
  });
});
