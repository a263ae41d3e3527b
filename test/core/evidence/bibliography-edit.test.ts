import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bibliography, editBibliography, parseBibliography } from "../../../src/core/evidence/bibliography.ts";
import { applyEdit, type Edit } from "../../../src/core/text.ts";

const pieces = [
  "@misc{a,\n  title = {A},\n  year = 2004\n}\n",
  "@article{b, author = {Doe, J.}, journal = jn,}\n\n",
  '@book(c, title = "C" # jn)\n',
  "@misc{b, title = {again}}\n",
  '@string{jn = "Journal"}\n',
  '@string{jn = "Other"}\n',
  "@comment{ @misc{hidden,} }\n",
  "@comment{ never closed\n",
  '@preamble{"x"}\n',
  "@misc{open,\n  title = {never closed,\n",
  '@misc{quote, title = "never closed }\n',
  "@misc{d, crossref = {a}}\n",
  "@misc{e}, title = {x}}\n",
  "% @misc{f,}\n",
  "words me@example.org\n",
  "}\n",
  "\r\n",
];

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((list) => list.join(""));
const insertions = fc.oneof(
  fc.constantFrom("", "x", "{", "}", '"', ",", "\n", "@", "%", "(", ")", "=", "\n@misc{new,}\n"),
  fc.constantFrom(...pieces),
);
const edits = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 30 }), insertions);

/** Everything that can be asked of a bibliography. */
const plain = ({ entries, byKey, problems }: Bibliography): unknown => ({
  entries: entries.map((entry) => [
    entry.key,
    entry.type,
    entry.span,
    entry.keySpan,
    entry.fields,
    entry.fields.map(({ name }) => entry.field(name)),
    [entry.title, entry.year, entry.container, entry.authors],
  ]),
  keys: [...byKey].map(([key, entry]) => [key, entries.indexOf(entry)]),
  problems,
});

test("any series of edits gives what reading the new text gives", () => {
  fc.assert(
    fc.property(texts, fc.array(edits, { minLength: 1, maxLength: 6 }), (first, list) => {
      let text = first;
      let bibliography = parseBibliography(text, "bibtex");
      for (const [where, length, inserted] of list) {
        const start = Math.floor(where * text.length);
        const edit: Edit = { span: { start, end: Math.min(text.length, start + length) }, text: inserted };
        text = applyEdit(text, edit);
        bibliography = editBibliography(bibliography, edit, text, "bibtex");
        expect(plain(bibliography)).toEqual(plain(parseBibliography(text, "bibtex")));
      }
    }),
    { numRuns: 300 },
  );
});

test("CSL-JSON is read again", () => {
  const before = '[{"id": "a"}]';
  const edit = { span: { start: before.indexOf("a"), end: before.indexOf("a") + 1 }, text: "bc" };
  const after = editBibliography(parseBibliography(before, "csl-json"), edit, applyEdit(before, edit), "csl-json");
  expect([...after.byKey.keys()]).toEqual(["bc"]);
});
