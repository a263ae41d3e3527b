/** The corpus of the benchmark says nothing that the parser or the names would mend: else other work would be measured. */
import { describe, expect, it } from "vitest";
import { bibliography, corpus, manuscript } from "../../bench/lib/corpus.ts";
import { builtin, Checker, countClaims, parseBibliography, Snapshot } from "../../src/core/service.ts";
import { openSource } from "../../src/embed/source.ts";

const folder = "file:///bench";

/** Rules on how a text is written, and on names that lead nowhere. */
const unwanted =
  /^(?:syntax-error|misplaced-clause|unknown-(?!scope)[a-z]+|mixed-list|newer-language|ambiguous-name|duplicate-id|unresolved-citation|bibliography-not-found)$/;

const files = corpus({ claims: 300, perFile: 100, cites: true });

describe("the corpus", () => {
  it("is clean of findings on syntax and names", () => {
    const documents = new Map(
      [...files, { name: "manuscript.md", text: manuscript(20_000) }].map(({ name, text }) => {
        const uri = `${folder}/${name}`;
        return [uri, openSource(uri, name.endsWith(".md") ? "markdown" : "lamina", text)];
      }),
    );
    const works = parseBibliography(bibliography(), "bibtex");
    const bibliographies = new Map([[`${folder}/references.bib`, works]]);
    const checker = new Checker(Snapshot.empty(builtin()).with({ documents, bibliographies, roots: [folder], complete: true }));
    const found = [...documents.keys()].flatMap((uri) => checker.findings(uri)).filter(({ rule }) => unwanted.test(rule));
    expect(found.map(({ uri, message }) => `${uri}: ${message}`)).toEqual([]);
    expect(works.problems).toEqual([]);
    expect(works.byKey.size).toBe(5000);
    expect(countClaims(checker.snapshot, (uri) => uri.endsWith(".lamina"))).toBe(300);
  });

  it("has few claims that speak against others without saying so, as in the examples", () => {
    const documents = new Map(files.map(({ name, text }) => [`${folder}/${name}`, openSource(`${folder}/${name}`, "lamina", text)]));
    const checker = new Checker(Snapshot.empty(builtin()).with({ documents, roots: [folder], complete: true }));
    const found = [...documents.keys()].flatMap((uri) => checker.findings(uri));
    expect(found.filter(({ rule }) => rule.startsWith("rival-")).length).toBeLessThan(15);
    const text = files.map((file) => file.text).join("");
    expect(text.match(/^ {2}(?:rivals|contrasts with) /gm)?.length).toBeGreaterThan(15);
  });

  it("is the same each time, and grows by files", () => {
    expect(corpus({ claims: 300, perFile: 100, cites: true })).toEqual(files);
    expect(files.map(({ name }) => name)).toEqual(["claims-0001.lamina", "claims-0002.lamina", "claims-0003.lamina"]);
    expect(corpus({ claims: 250, perFile: 100 }).at(-1)?.text).toContain("claim claim-249:");
  });

  it("is about as dense as the examples are", () => {
    const { length } = files.map(({ text }) => text).join("");
    expect(length / 300).toBeGreaterThan(250);
    expect(length / 300).toBeLessThan(420);
  });

  it("has what linked rules follow: evidence, predictions and claims that claims name, in other files too", () => {
    const [, second] = files;
    for (const clause of [/supported by finding-\d+/, /predicts expectation-\d+/, /assumes claim-\d\n/]) {
      expect(files.map(({ text }) => text).join("")).toMatch(clause);
    }
    expect(second?.text).toMatch(/assumes claim-\d{1,2}\n/);
  });
});
