import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit, type Edit } from "../../src/core/text.ts";
import { embed } from "../../src/embed/host.ts";
import { editEmbedding } from "../../src/embed/incremental.ts";
import { embedMarkdown } from "../../src/embed/markdown.ts";
import { documents, editSeeds, plain } from "./documents.ts";

test("any series of edits gives what a full reading gives", () => {
  fc.assert(
    fc.property(documents, fc.array(editSeeds, { minLength: 1, maxLength: 6 }), (document, seeds) => {
      let text = document;
      let embedding = embedMarkdown(text);
      for (const [where, length, removes, inserted] of seeds) {
        const start = Math.floor(where * text.length);
        const edit: Edit = { span: { start, end: removes ? Math.min(text.length, start + length) : start }, text: inserted };
        const edited = applyEdit(text, edit);
        embedding = editEmbedding(embedding, text, edit, edited);
        text = edited;
        expect(plain(embedding)).toEqual(plain(embedMarkdown(text)));
      }
    }),
    { numRuns: Number(process.env["LAMINA_RUNS"] ?? 300) },
  );
});

describe("what an edit does not concern is not read again", () => {
  const document = [
    "First.\n\n",
    "```lamina\nclaim a: L4 as Value\n```\n\n",
    "- a list\n- of two\n\n",
    "Last, with [a link][one].\n\n",
    "[one]: /there\n",
  ].join("");
  const old = embedMarkdown(document);

  /** Replaces the one place where `what` stands. */
  function replace(what: string, by: string): ReturnType<typeof embedMarkdown> {
    const start = document.indexOf(what);
    const edit = { span: { start, end: start + what.length }, text: by };
    const edited = editEmbedding(old, document, edit, applyEdit(document, edit));
    expect(plain(edited)).toEqual(plain(embedMarkdown(applyEdit(document, edit))));
    return edited;
  }

  test("in a fence", () => {
    const edited = replace("Value", "Query\n  supported by [@k]");
    expect(edited.prose[0]).toBe(old.prose[0]);
    expect(edited.regions.map(({ text }) => text)).toEqual(["claim a: L4 as Query\n  supported by [@k]"]);
  });

  test("in a list", () => expect(replace("of two", "of\n- three").prose[0]).toBe(old.prose[0]));

  test("in a paragraph with a link by reference", () => expect(replace("Last", "At last").prose[0]).toBe(old.prose[0]));

  test("but a fence that opens takes all that follows", () => expect(replace("First.", "```lamina\nFirst.").regions).toHaveLength(1));

  test("and a label that changes unmakes its links", () => {
    const edited = replace("[one]:", "[two]:");
    expect(edited.prose.some(({ start, end }) => document.slice(start, end).includes("[a link][one]"))).toBe(true);
  });
});

test("a Lamina file is its own region after an edit", () => {
  const edit = { span: { start: 0, end: 1 }, text: "cl" };
  expect(plain(editEmbedding(embed("caim", "lamina"), "caim", edit))).toEqual(plain(embed("claim", "lamina")));
});

test("front matter", () => {
  const before = "---\nbibliography: a.bib\n---\n\nText.\n";
  const start = before.indexOf("a.bib");
  const edit = { span: { start, end: start + 1 }, text: "refs" };
  const edited = editEmbedding(embedMarkdown(before), before, edit);
  expect(plain(edited)).toEqual(plain(embedMarkdown(applyEdit(before, edit))));
  expect(edited.bibliographies.map(({ path }) => path)).toEqual(["refs.bib"]);
});
