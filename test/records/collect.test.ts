/** Claims as records: all that a claim says and that the workspace makes of it, and nothing that it does not. */
import { describe, expect, it } from "vitest";
import { collectClaims } from "../../src/records/collect.ts";
import type { RecordClaim } from "../../src/records/record.ts";
import { address, folder, project } from "../core/project.ts";
import { collectExample, examples, recordsOf } from "./examples.ts";

const bibliography = `# file: refs.bib
@string{jn = "Journal of Neuroscience \\& more"}
@article{smith2001, author = {Smith, Ann and {Big Consortium}}, title = {On {Layers}}, journal = jn, month = mar, year = 2001, doi = {10.1000/x}}
@misc{lee2009, author = {Lee, B.}, year = {2009}, eprint = {0901.1}, archiveprefix = {arXiv}}
@inproceedings{part2020, title = {A Part}, crossref = {whole2020}}
@proceedings{whole2020, title = {The Whole}, year = {2020}}
`;

const text = `${bibliography}# file: claims.lamina
use cortex, transformer
cite "refs.bib"
source @lee2009
  read abstract
  allows at most functional "a hypothesis"
evidence counts: [@smith2001, v2, Fig. 3]
  type anatomy_em
  shows "synapses were counted"
  read secondary "a review"
  scope cat V1
mapping family: microcircuit as Block
  strength functional "in organisation, not in mechanism"
  stated in [@lee2009, p. 4] read abstract "the web page"
  level circuit
claim values: L4 -> L2/3 as Value
  means "Layer 4 hands content on."
  because "so it looks"
  supported by counts
  supported by [@part2020] ephys
  disputed by [@nobody1999] statement "not so"
  disputed by "my own doubt"
  undisputed as of 2026-01-02 "two indexes"
  facet "content" of L4
  via apical-dendrite
  informs left
  predicts share, nothing-defines
  belongs to family
  tag C01
claim: L5, L6 > L4 as ?
prediction share: "A tenth"
  stated in [@lee2009]
  expects "share" of "all" within 10..15 %
  falsified if outside 10..15 %
  observed "share" of "all" = 12 % from counts
# file: notes/text.md
Layer *4* hands [its **content** on]{claim=values} to others, and 😀 so on.
# file: model.py
x = 1  # lamina: implements values as Value
`;

const claims = (): readonly RecordClaim[] => recordsOf(text).claims;
const values = (): RecordClaim => claims().find(({ id }) => id === "values") as RecordClaim;

describe("a claim's record", () => {
  it("says what the claim says", () => {
    expect(values()).toMatchObject({
      key: "values",
      kind: "claim",
      claimKind: "mapping",
      place: { path: "claims.lamina", line: 15, column: 1 },
      written: "L4 → L2/3 as Value",
      negated: false,
      means: "Layer 4 hands content on.",
      because: ["so it looks"],
      undisputed: { date: "2026-01-02", where: "two indexes" },
      facets: [{ text: "content", of: "L4" }],
      via: ["apical-dendrite"],
      informs: "left",
      tags: ["C01"],
      relations: [{ relation: "belongs to", to: "family" }],
    });
    expect(values().text.split("\n").at(0)).toBe("claim values: L4 -> L2/3 as Value");
    expect(values().text.split("\n").at(-1)).toBe("  tag C01");
  });

  it("takes from its family what the family hands down, and says so", () => {
    expect(values()).toMatchObject({
      asserted: "functional",
      sense: "in organisation, not in mechanism",
      assertedBy: "family",
      level: "circuit",
      statedIn: [
        { works: [{ key: "lee2009", place: "p. 4", label: "Lee 2009" }], read: "abstract", through: "the web page", inherited: true },
      ],
    });
    expect(values().scope).toBeUndefined();
  });

  it("resolves its ends to parts, with the terms of ontologies that the atlas has", () => {
    const { left, right } = values();
    expect(left).toMatchObject({ join: "one", ends: [{ written: "L4 -> L2/3", part: { id: "cortex:L4-to-L2/3", kind: "pathway" } }] });
    expect(left?.ends[0]?.along?.map((part) => part?.id)).toEqual(["cortex:L4", "cortex:L2/3"]);
    expect(left?.ends[0]?.along?.[0]?.terms).toEqual([{ id: "UBERON:0005393", match: "exact", label: "cortical layer IV" }]);
    expect(right?.ends[0]?.part?.id).toBe("transformer:Value");
  });

  it("keeps apart what outweighs and what is outweighed, and knows a declared gap", () => {
    const gap = claims().find(({ id, kind }) => id === undefined && kind === "claim");
    expect(gap).toMatchObject({ key: "claims.lamina#2", right: { written: "?", open: true, ends: [] }, standing: "open" });
    expect(gap?.left).toMatchObject({
      join: "outweighs",
      ends: [{ written: "L5" }, { written: "L6" }],
      outweighed: [{ written: "L4" }],
    });
  });

  it("fills in what a named piece of evidence says, and how far its source was read", () => {
    const [counts, family, dispute, doubt] = values().evidence;
    expect(counts).toEqual({
      stance: "supports",
      id: "counts",
      works: [{ key: "smith2001", version: "v2", place: "Fig. 3", label: "Smith & Big Consortium 2001" }],
      argument: false,
      type: "anatomy_em",
      typeLabel: "Electron microscopy and connectomics",
      terms: [{ id: "ECO:0005033", match: "exact", label: "electron microscopy evidence" }],
      shows: "synapses were counted",
      scope: "cat V1",
      weighed: true,
      read: "secondary",
      through: "a review",
    });
    expect(family).toMatchObject({ type: "ephys" });
    expect(family?.typeLabel).toContain(" or ");
    expect(family?.terms).toBeUndefined();
    expect(dispute).toMatchObject({ stance: "disputes", works: [{ key: "nobody1999", label: "@nobody1999" }] });
    expect(doubt).toEqual({ stance: "disputes", works: [], argument: true, shows: "my own doubt", weighed: false });
  });

  it("says of two readings the lesser, with what that was read through and not the other", () => {
    const [claim] = recordsOf(`evidence e: [@x]
  type anatomy_em
  read secondary "a review"
claim a: L4 as Value
  supported by e read full-text "the publisher's page"
`).claims;
    expect(claim?.evidence[0]).toMatchObject({ read: "secondary", through: "a review" });
    const [other] = recordsOf(
      'evidence e: [@x]\n  read secondary\nclaim a: L4 as Value\n  supported by e read full-text "a page"\n',
    ).claims;
    expect([other?.evidence[0]?.read, other?.evidence[0]?.through]).toEqual(["secondary", undefined]);
  });

  it("says in plain words what would lift it", () => {
    const { standing, why } = values();
    expect(standing).not.toBe("supported");
    expect(why.length).toBeGreaterThan(1);
    expect(why.join(" ")).not.toMatch(/[`*\\]/);
  });

  it("has its predictions with their verdicts, and names those that nothing defines", () => {
    expect(values().predictions).toMatchObject([
      {
        id: "share",
        text: "A tenth",
        place: { path: "claims.lamina" },
        expects: ['"share" of "all" within 10..15 %'],
        falsifiedIf: ["outside 10..15 %"],
        statedIn: [{ key: "lee2009" }],
        observedIn: [{ key: "smith2001" }],
        verdict: "confirmed",
        pending: false,
      },
    ]);
    expect(values().undefinedPredictions).toEqual(["nothing-defines"]);
    expect(recordsOf(text).predictions.map(({ id }) => id)).toEqual(["share"]);
  });

  it("knows the sentences that state it and the places of programs that implement it", () => {
    expect(values().sentences).toEqual([
      {
        place: { path: "notes/text.md", line: 1, column: 18 },
        exact: "its **content** on",
        prefix: "Layer *4* hands [",
        suffix: "]{claim=values} to others, and 😀",
        start: 17,
        end: 35,
      },
    ]);
    expect(values().implementations).toEqual([{ path: "model.py", line: 1, column: 18 }]);
  });

  it("tells two claims with one id apart", () => {
    const twice = recordsOf("claim a: L4 as Value\nclaim a: L5 as Key\nclaim a#2: L6 as Query\n");
    expect(new Set(twice.claims.map(({ key }) => key)).size).toBe(twice.claims.length);
  });
});

describe("the works of a collection", () => {
  it("are those that are cited, and those that they are in, in the order of their keys", () => {
    const { works } = recordsOf(text);
    expect(works.map(({ key }) => key)).toEqual(["lee2009", "nobody1999", "part2020", "smith2001", "whole2020"]);
    expect(works[0]).toMatchObject({
      label: "Lee 2009",
      arxiv: "0901.1",
      source: { read: "abstract", allows: "functional", allowsReason: "a hypothesis" },
    });
    expect(works[1]).toEqual({ key: "nobody1999" });
  });

  it("have their entry with the macros of its file by what they stand for", () => {
    const smith = recordsOf(text).works.find(({ key }) => key === "smith2001");
    expect(smith).toMatchObject({
      doi: "10.1000/x",
      title: "On Layers",
      authors: [{ family: "Smith", given: "Ann" }, { family: "Big Consortium" }],
    });
    expect(smith?.bibtex).toBe(
      "@article{smith2001, author = {Smith, Ann and {Big Consortium}}, title = {On {Layers}}, journal = {Journal of Neuroscience \\& more}, month = mar, year = 2001, doi = {10.1000/x}}",
    );
  });
});

describe("places", () => {
  it("count in the cells of notebooks, and quote them as their readers see them", () => {
    const cell = { cell_type: "markdown", metadata: {}, source: ['# A "title"\n', "\n", "One [says\n", "so]{claim=a}.\n"] };
    const notebook = JSON.stringify({ cells: [{ ...cell, source: ["x"] }, cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
    const [claim] = recordsOf(`# file: a.lamina\nclaim a: L4 as Value\n# file: n.ipynb\n${notebook}\n`).claims;
    expect(claim?.sentences).toEqual([
      {
        place: { path: "n.ipynb", cell: 2, line: 3, column: 6 },
        exact: "says\nso",
        prefix: '# A "title"\n\nOne [',
        suffix: "]{claim=a}.\n",
        start: 18,
        end: 25,
      },
    ]);
  });

  it("lead out of the folder where they must", () => {
    const { snapshot } = project("# file: a/b.lamina\nclaim a: L4 as Value\n# file: c/d.lamina\nclaim b: L5 as Key\n");
    const { claims: found } = collectClaims(snapshot, [address("c/d.lamina"), address("a/b.lamina")], {
      title: "two",
      folder: `${folder}/a`,
      profile: "draft",
    });
    expect(found.map(({ key, place }) => [key, place.path])).toEqual([
      ["b", "../c/d.lamina"],
      ["a", "b.lamina"],
    ]);
  });
});

describe.each(examples)("examples/%s", (name) => {
  it("gives records that are JSON, with a key and a reason each", () => {
    const collection = collectExample(name);
    expect(JSON.parse(JSON.stringify(collection))).toEqual(collection);
    expect(collection.claims.length).toBeGreaterThan(5);
    expect(new Set(collection.claims.map(({ key }) => key)).size).toBe(collection.claims.length);
    expect(collection.claims.filter(({ why }) => why.length === 0 || why.includes(""))).toEqual([]);
    const known = new Set(collection.works.map(({ key }) => key));
    const cited = collection.claims.flatMap(({ statedIn, evidence }) => [...statedIn, ...evidence].flatMap(({ works }) => works));
    expect(cited.filter(({ key }) => !known.has(key))).toEqual([]);
    expect(collection.works.filter(({ bibtex }) => bibtex === undefined)).toEqual([]);
  });
});
