import { describe, expect, it } from "vitest";
import { documentLinks, termAddress } from "../../../src/core/features/document-links.ts";
import { address, project } from "../project.ts";
import { wordsAt } from "./marked.ts";

/** Links as `words -> address`. */
function found(text: string, name = "main.lamina"): string[] {
  const made = project(text);
  const links = documentLinks(made.snapshot, address(name));
  const words = wordsAt(
    made,
    links.map(({ span }) => span),
    name,
  );
  return links.map(({ target }, index) => `${words[index]} -> ${target}`);
}

const noted = (note: string): string[] => found(`claim a: L4 as Value\n  note "${note}"\n`);

describe("identifiers in texts", () => {
  it.each([
    ["see doi:10.1038/nn.3917.", "10.1038/nn.3917 -> https://doi.org/10.1038/nn.3917"],
    ["(10.1016/S0896-6273(00)80986-4)", "10.1016/S0896-6273(00)80986-4 -> https://doi.org/10.1016/S0896-6273(00)80986-4"],
    ["10.1234/a?b#c", "10.1234/a?b#c -> https://doi.org/10.1234/a%3Fb%23c"],
    ["arXiv:2603.15339v2, p. 4", "arXiv:2603.15339v2 -> https://arxiv.org/abs/2603.15339v2"],
    ["arxiv: q-bio/0401234", "arxiv: q-bio/0401234 -> https://arxiv.org/abs/q-bio/0401234"],
    ["PMID: 12345678", "PMID: 12345678 -> https://pubmed.ncbi.nlm.nih.gov/12345678/"],
    ["PMID 12345", "PMID 12345 -> https://pubmed.ncbi.nlm.nih.gov/12345/"],
  ])("%s", (note, link) => expect(noted(note)).toEqual([link]));

  it.each(["10.5 mm", "version 10.1234", "https://doi.org/10.1038/nn.3917", "arXiv", "110.1038/nn", "PMID:1234567890"])(
    "none in %s",
    (note) => expect(noted(note)).toEqual([]),
  );

  it("stand in comments and own clauses, too, and not in the names of things", () => {
    expect(found('claim a: L4 as Value  # doi:10.1000/x\n  x-see "PMID:1"\n  tag arxiv:2603.15339\n')).toEqual([
      "10.1000/x -> https://doi.org/10.1000/x",
      "PMID:1 -> https://pubmed.ncbi.nlm.nih.gov/1/",
    ]);
  });

  it("are read in bounded time, whatever stands there", () => {
    expect(noted("10.1234/".repeat(5_000)).length).toBeLessThan(5_000);
    expect(noted(`10.1234/${")".repeat(20_000)}`)).toHaveLength(1);
  });
});

describe("links of works, terms and files", () => {
  it("stand on the sign of a key, with the reference as their tooltip", () => {
    const text = `# file: refs.bib
@article{one, title = {On layers}, doi = {10.1000/one}, year = 2001}
@misc{two, title = {T}, eprint = {2603.15339}, archiveprefix = {arXiv}}
@misc{three, title = {T}, url = {https://example.org/x}}
@misc{four, title = {T}, url = {javascript:alert(1)}}
@misc{five, title = {T}, eprint = {q}, archiveprefix = {OSF}}
# file: main.lamina
source @one
claim a: L4 as Value
  stated in [@one, p. 4; @two; @three; @four; @five; @six]
`;
    expect(found(text)).toEqual([
      "@ -> https://doi.org/10.1000/one",
      "@ -> https://doi.org/10.1000/one",
      "@ -> https://arxiv.org/abs/2603.15339",
      "@ -> https://example.org/x",
    ]);
    expect(documentLinks(project(text).snapshot, address("main.lamina"))[0]?.tooltip).toBe(
      "Open doi:10.1000/one · (2001). On layers. doi:10.1000/one",
    );
  });

  it("lead from terms of ontologies that have permanent addresses", () => {
    expect(termAddress("UBERON:0005393")).toBe("http://purl.obolibrary.org/obo/UBERON_0005393");
    expect(termAddress("CL:0000598")).toBe("http://purl.obolibrary.org/obo/CL_0000598");
    expect(termAddress("NLX:152609")).toBeUndefined();
    expect(termAddress("UBERON:x/../y")).toBeUndefined();
    expect(found('atlas o: "O"\npart p: "P"\n  xref GO:0097440 exact "apical dendrite"\n')).toEqual([
      "GO:0097440 -> http://purl.obolibrary.org/obo/GO_0097440",
    ]);
  });

  it("lead to files beside the document", () => {
    expect(
      found(
        `# file: claims/main.lamina
cite "../my refs.bib"
model m: "code/m.py"
claim a: L4 as Value
  supported by data "d.csv" anatomy
prediction p: "x"
  observed data "e.csv" column share mean
model n: ?
`,
        "claims/main.lamina",
      ),
    ).toEqual([
      "../my refs.bib -> file:///project/my%20refs.bib",
      "code/m.py -> file:///project/claims/code/m.py",
      "d.csv -> file:///project/claims/d.csv",
      "e.csv -> file:///project/claims/e.csv",
    ]);
  });

  it("stand on the places of a manuscript", () => {
    expect(
      found('# file: note.md\ndoi:10.1000/prose\n\n> ```lamina\n> claim a: L4 as Value note "doi:10.1000/x"\n> ```\n', "note.md"),
    ).toEqual(["10.1000/x -> https://doi.org/10.1000/x"]);
  });
});
