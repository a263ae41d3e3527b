/** Claims in LaTeX manuscripts: the same engine, on the manuscript's own offsets. */
import { describe, expect, it } from "vitest";
import { complete } from "../../src/core/features/completion.ts";
import { hover, sentenceHover } from "../../src/core/features/hover.ts";
import { rename } from "../../src/core/features/rename.ts";
import { address, brief, mend, only, project } from "./project.ts";

const head = "\\documentclass{article}\n\\addbibresource{refs.bib}\n\\begin{document}\n";
const bib = "# file: refs.bib\n@article{me2026, author={Me, A.}, title={T}, year=2026, doi={10.1000/x}}\n";
const paper = (body: string): string => `${bib}# file: paper.tex\n${head}${body}\n\\end{document}\n`;

describe("a LaTeX manuscript", () => {
  it("holds claims in an environment and in comments, with their findings in place", () => {
    const text = paper(
      'Text.\n\\begin{lamina}\nclaim values: L4 -> L2/3 as Value\n\\end{lamina}\n% lamina: claim keys: L2/3 -- L2/3 as Key\n%   supported by [@me2026] anatomy "so"\nMore.',
    );
    expect(brief(text)).toEqual(["claim-without-evidence: values"]);
  });

  it("is mended in its own way", () => {
    const before = project(paper("% lamina: claim keys: L2/3 -- L2/3 as Key\nMore."));
    const after = mend(before, only(before.findings(), "claim-without-evidence"), /^Cite/);
    expect(after.texts.get("paper.tex")).toMatch(/% lamina: claim keys: L2\/3 -- L2\/3 as Key\n% {3}supported by \[@\w+\] \w+ "…"\nMore\./);
    expect(after.findings().map(({ rule }) => rule)).toEqual([]);
  });

  it("states claims, cites works, and is told what it says too much", () => {
    const text = paper(
      '\\begin{lamina}\nclaim queries: L1-feedback as Query\n  supported by [@me2026] ephys "so"\n\\end{lamina}\n\\claim{queries}{Feedback implements the query \\citep{me2026}}, \\claim{quries}{so} \\cite{you2026}.',
    );
    expect(brief(text)).toEqual(["overclaim: implements", "unknown-claim: quries", "unresolved-citation: you2026"]);
  });

  it("has cards, completion and rename", () => {
    const claims = "\\begin{lamina}\nclaim queries: L1-feedback as Query\n\\end{lamina}\n";
    const id = project(paper(`${claims}\\claim{que‸ries}{Feedback is like a query}`));
    expect(hover(id.snapshot, id.caret.uri, id.caret.offset)?.title).toBe("queries");
    const renamed = rename(id.snapshot, id.caret.uri, id.caret.offset, "asks");
    expect("edits" in renamed && [...renamed.edits.values()].flat().length).toBe(2);
    const words = project(paper(`${claims}\\claim{queries}{Feedback is li‸ke a query}`));
    expect(sentenceHover(words.snapshot, words.caret.uri, words.caret.offset)?.title).toBe("queries");
    const cite = project(paper(`${claims}\\cite{me‸2026}`));
    expect(complete(cite.snapshot, cite.caret.uri, cite.caret.offset).map(({ label }) => label)).toContain("me2026");
  });

  it("gives its bibliography to its pieces, whoever names whom", () => {
    const piece = '\\begin{lamina}\nclaim keys: L2/3 -- L2/3 as Key\n  supported by [@me2026] anatomy "so"\n\\end{lamina}\n';
    const other = "# file: other.bib\n@article{else, title={T}, doi={10.1000/z}}\n";
    const whole = paper("\\input{part}");
    expect(brief(`${other}${whole}# file: part.tex\n${piece}`).filter((line) => line.includes("citation"))).toEqual([]);
    expect(
      project(`${other}${whole}# file: part.tex\n${piece}`)
        .snapshot.bibliographiesOf(address("part.tex"))
        .map(({ uri }) => uri),
    ).toEqual([address("refs.bib")]);
    expect(
      project(`${other}${paper("")}# file: part.tex\n% !TEX root = paper.tex\n${piece}`)
        .snapshot.bibliographiesOf(address("part.tex"))
        .map(({ uri }) => uri),
    ).toEqual([address("refs.bib")]);
  });

  it("without Lamina is left alone", () => {
    expect(
      brief(`# file: a.tex\n${head}Layer 4 is a token \\cite{nobody}. $L_4$ \\input{gone}\n`, { settings: { profile: "submission" } }),
    ).toEqual([]);
  });
});
