/** The cited works as BibTeX, read by Lamina's own reader and by one that others wrote. */
import bibtexParse from "@orcid/bibtex-parse-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBibliography } from "../../src/core/evidence/bibliography.ts";
import { collectExample, examples, recordsOf } from "../records/examples.ts";
import { runs } from "../support/corpus.ts";
import { nastyCollection } from "./nasty.ts";
import { inFormat } from "./support.ts";

describe.each(examples)("examples/%s", (name) => {
  it("has an entry for every work, which says what the bibliography says", () => {
    const collection = collectExample(name);
    const text = inFormat(collection, "bibtex");
    const { entries, problems } = parseBibliography(text, "bibtex");
    expect(problems).toEqual([]);
    expect(entries.map(({ key }) => key).sort()).toEqual(collection.works.map(({ key }) => key));
    for (const work of collection.works) {
      const entry = entries.find(({ key }) => key === work.key);
      expect([entry?.title, entry?.year, entry?.doi, entry?.authors.length], work.key).toEqual([
        work.title,
        work.year,
        work.doi,
        work.authors?.length ?? 0,
      ]);
    }
    const others = bibtexParse.toJSON(text).filter(({ citationKey }) => citationKey !== undefined);
    expect(others.map(({ citationKey }) => citationKey).sort()).toEqual(collection.works.map(({ key }) => key));
  });
});

it("writes what is known of a work from another sort of bibliography, and remarks on one that none has", () => {
  const csl = [
    {
      id: "miller",
      type: "book",
      title: "Signs & {braces} 100 %",
      author: [{ family: "Müller", given: "A." }],
      issued: { "date-parts": [[1999]] },
    },
  ];
  const text = inFormat(
    recordsOf(
      `# file: r.json\n${JSON.stringify(csl)}\n# file: a.lamina\ncite "r.json"\nclaim a: L4 as Value\n  supported by [@miller] anatomy\n  disputed by [@nobody] anatomy\n`,
    ),
    "bibtex",
  );
  expect(text).toContain("% nobody: no bibliography of the project has it");
  const [entry, other] = parseBibliography(text, "bibtex").entries;
  expect(other).toBeUndefined();
  expect([entry?.key, entry?.title, entry?.year, entry?.authors[0]]).toEqual([
    "miller",
    "Signs & {braces} 100 %",
    "1999",
    { family: "Müller", given: "A." },
  ]);
});

it("puts a work behind those that are in it", () => {
  const text = inFormat(
    recordsOf(`# file: r.bib
@proceedings{all, title = {All}}
@inproceedings{piece, title = {Piece}, crossref = {all}}
# file: a.lamina
cite "r.bib"
claim a: L4 as Value supported by [@piece] anatomy
`),
    "bibtex",
  );
  expect(parseBibliography(text, "bibtex").entries.map(({ key }) => key)).toEqual(["piece", "all"]);
});

it("has balanced entries, whatever the texts hold", () => {
  fc.assert(
    fc.property(nastyCollection, (collection) => {
      const { entries, problems } = parseBibliography(inFormat(collection, "bibtex"), "bibtex");
      expect(problems).toEqual([]);
      const known = collection.works.filter(({ key, label }) => label !== undefined && !/[\s{,]/.test(key));
      expect(entries.map(({ key }) => key)).toEqual(known.map(({ key }) => key));
    }),
    { numRuns: runs(60) },
  );
});
