/** Nanopublications: whole by the rules of their makers, the same in both forms, honest in what they ascribe to whom. */
import fc from "fast-check";
import jsonld from "jsonld";
import { DataFactory, Parser, type Quad, Store, Writer } from "n3";
import { describe, expect, it } from "vitest";
import type { ClaimCollection } from "../../src/records/record.ts";
import { collectExample, examples, recordsOf } from "../records/examples.ts";
import { runs } from "../support/corpus.ts";
import { nastyCollection } from "./nasty.ts";
import { inFormat } from "./support.ts";

const { namedNode } = DataFactory;
const NP = "http://www.nanopub.org/nschema#";
const CITO = "http://purl.org/spar/cito/";
const PROV = "http://www.w3.org/ns/prov#";
const LAMINA = "urn:lamina:vocabulary#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

const parse = (trig: string): Quad[] => new Parser({ format: "application/trig" }).parse(trig);
const storeOf = (collection: ClaimCollection, more = {}): Store => new Store(parse(inFormat(collection, "trig", more)));
/** Statements in the one order that the standard gives them, so that equal sets are equal texts. */
const canonical = async (input: object | string, options: object = {}): Promise<string> =>
  String(
    await jsonld.canonize(input as jsonld.JsonLdDocument, { algorithm: "RDFC-1.0", format: "application/n-quads", ...options } as object),
  );

/** The canonical form of TriG, by a reader and a writer of others. */
function canonicalTrig(trig: string): Promise<string> {
  let text = "";
  const writer = new Writer({ format: "application/n-quads" });
  writer.addQuads(parse(trig));
  writer.end((_error: Error | null, result: string) => {
    text = result;
  });
  return canonical(text, { inputFormat: "application/n-quads" });
}

const claimNamed = (id: string): string => `urn:lamina:claim/${encodeURIComponent(id)}`;

/** Which claims cite a work: the question, as anyone may put it. */
const citing = (store: Store, work: string): string[] => [
  ...new Set(store.getQuads(null, namedNode(`${CITO}cites`), namedNode(work), null).map(({ subject }) => subject.value)),
];

/** Whether each nanopublication has its four graphs, each speaking of what it must, and nothing stands outside of them. */
function malformed(store: Store): string[] {
  const problems: string[] = [];
  const graphs = new Set<string>();
  const all = store.getQuads(null, namedNode(TYPE), namedNode(`${NP}Nanopublication`), null);
  for (const { subject, graph } of all) {
    const [assertion, provenance, publication] = ["hasAssertion", "hasProvenance", "hasPublicationInfo"].map(
      (name) => store.getObjects(subject, namedNode(NP + name), graph)[0],
    );
    if (!assertion || !provenance || !publication) {
      problems.push(`${subject.value} lacks a graph`);
      continue;
    }
    for (const each of [graph, assertion, provenance, publication]) {
      if (graphs.has(each.value)) problems.push(`${each.value} is of two`);
      graphs.add(each.value);
      if (store.getQuads(null, null, null, each as never).length === 0) problems.push(`${each.value} is empty`);
    }
    if (store.getQuads(assertion as never, null, null, provenance as never).length === 0)
      problems.push(`${provenance.value} says nothing of its assertion`);
    if (store.getQuads(subject, null, null, publication as never).length === 0)
      problems.push(`${publication.value} says nothing of its publication`);
  }
  for (const { graph, subject, object } of store.getQuads(null, null, null, null)) {
    if (!graphs.has(graph.value)) problems.push(`${graph.value} belongs to none`);
    for (const term of [subject, object]) if (term.termType === "BlankNode") problems.push("a node without a name");
  }
  return problems;
}

describe.each(examples)("examples/%s", (name) => {
  it("is a whole nanopublication a claim, and tells which claims cite each work", () => {
    const collection = collectExample(name);
    const store = storeOf(collection);
    expect(malformed(store)).toEqual([]);
    expect(store.getQuads(null, namedNode(TYPE), namedNode(`${NP}Nanopublication`), null)).toHaveLength(collection.claims.length);
    for (const { key, doi } of collection.works) {
      const cited = collection.claims.filter(({ statedIn, evidence }) =>
        [...statedIn, ...evidence].some(({ works }) => works.some((work) => work.key === key)),
      );
      if (doi !== undefined)
        expect(citing(store, `https://doi.org/${doi}`).sort(), key).toEqual(cited.map((claim) => claimNamed(claim.key)).sort());
    }
  });

  it("says the same in JSON-LD, which needs nothing from elsewhere", async () => {
    const collection = collectExample(name);
    const documentLoader = (address: string): never => {
      throw new Error(`asked for ${address}`);
    };
    const document = JSON.parse(inFormat(collection, "jsonld"));
    expect(await jsonld.expand(document, { documentLoader })).toHaveLength(collection.claims.length * 4);
    const fromJson = await canonical(document, { documentLoader });
    const fromTrig = await canonicalTrig(inFormat(collection, "trig"));
    expect(fromJson.split("\n").length).toBeGreaterThan(500);
    expect(fromJson).toBe(fromTrig);
  }, 120_000);

  it("is the same, byte for byte, whenever it is made", () => {
    expect(inFormat(collectExample(name), "trig")).toBe(inFormat(collectExample(name), "trig"));
    expect(inFormat(collectExample(name), "trig")).not.toContain("dcterms:created");
  });
});

const text = `# file: r.bib
@article{paper, author = {A, B}, title = {T}, year = 2001, doi = {10.1000/paper}}
@article{other, author = {C, D}, title = {U}, year = 2002, doi = {10.1000/other}}
@misc{third, title = {V}}
# file: a.lamina
cite "r.bib"
claim values: L4 as Value
  means "It carries the values."
  strength functional
  stated in [@paper] read secondary "a page about it"
  supported by [@paper, Fig. 1] anatomy_em "counted" read abstract
  disputed by [@other] statement
  qualified by [@third] simulation
  supported by "my own thought"
  predicts share
claim no: L5 not as Key
claim gap: L6 as ?
prediction share: "A tenth"
  expects "x" > 1
`;

describe("a nanopublication", () => {
  const store = (): Store => storeOf(recordsOf(text));
  const graph = (id: string, which: string) => namedNode(`urn:lamina:nanopublication/${id}#${which}`);
  const claim = namedNode(claimNamed("values"));

  it("cites in the direction of CiTO: the claim obtains support, and is not said to be disputed by a work that may not know it", () => {
    const relations = store()
      .getQuads(claim, null, null, graph("values", "provenance"))
      .filter(({ predicate }) => predicate.value.startsWith(CITO))
      .map(({ predicate, object }) => `${predicate.value.slice(CITO.length)} ${object.value}`);
    expect(relations.sort()).toEqual([
      "cites https://doi.org/10.1000/other",
      "cites https://doi.org/10.1000/paper",
      "cites urn:lamina:work/third",
      "citesAsSourceDocument https://doi.org/10.1000/paper",
      "discusses https://doi.org/10.1000/other",
      "isQualifiedBy urn:lamina:work/third",
      "obtainsSupportFrom https://doi.org/10.1000/paper",
    ]);
  });

  it("attributes the assertion to its writer alone, and says so where nobody is named", () => {
    const attributed = store().getQuads(graph("values", "assertion"), namedNode(`${PROV}wasAttributedTo`), null, null);
    expect(attributed.map(({ object }) => object.value)).toEqual(["urn:lamina:nanopublication/values#writer"]);
    expect(inFormat(recordsOf(text), "trig")).toContain("Whoever wrote a.lamina, which does not say who that is");
    const works = ["https://doi.org/10.1000/paper", "https://doi.org/10.1000/other"];
    const toWorks = store()
      .getQuads(null, namedNode(`${PROV}wasAttributedTo`), null, null)
      .filter(({ object }) => works.includes(object.value));
    expect(toWorks).toEqual([]);
    const named = storeOf(recordsOf(text), { writer: "https://example.org/me" }).getQuads(
      graph("values", "assertion"),
      namedNode(`${PROV}wasAttributedTo`),
      null,
      null,
    );
    expect(named.map(({ object }) => object.value)).toEqual(["https://example.org/me"]);
  });

  it("keeps what Lamina makes of a claim out of the assertion and its provenance", () => {
    for (const word of ["standing", "earned", "weighs", "verdict", "reason"]) {
      const said = store().getQuads(null, namedNode(LAMINA + word), null, null);
      expect(said.filter(({ graph: where }) => !where.value.endsWith("#pubinfo"))).toEqual([]);
    }
    const judgement = namedNode("urn:lamina:nanopublication/values#judgement");
    expect(
      store()
        .getObjects(judgement, namedNode(`${PROV}wasAttributedTo`), null)
        .map(({ value }) => value),
    ).toEqual(["urn:lamina:software/1.2.3"]);
    expect(store().getObjects(judgement, namedNode(`${LAMINA}standing`), null)).toHaveLength(1);
  });

  it("marks what was only read second hand", () => {
    const secondHand = store().getSubjects(namedNode(TYPE), namedNode(`${LAMINA}SecondHand`), null);
    expect(secondHand.map(({ value }) => value)).toEqual(["urn:lamina:nanopublication/values#statement-1"]);
  });

  it("does not call a denial or a gap a mapping", () => {
    const sort = (id: string): string[] =>
      store()
        .getObjects(namedNode(claimNamed(id)), namedNode(TYPE), null)
        .map(({ value }) => value.replace(LAMINA, ""))
        .sort();
    expect(sort("values")).toEqual(["Claim", "Mapping"]);
    expect(sort("no")).toEqual(["Claim", "Denial"]);
    expect(sort("gap")).toEqual(["Claim", "OpenQuestion"]);
  });

  it("says how well a term of ECO fits, and never that a type is the term", () => {
    const em = namedNode("urn:lamina:evidence-type#anatomy_em");
    const matches = store()
      .getQuads(em, null, null, null)
      .filter(({ object }) => object.value.includes("ECO_"));
    expect(matches.map(({ predicate, object }) => [predicate.value, object.value])).toEqual([
      ["http://www.w3.org/2004/02/skos/core#exactMatch", "http://purl.obolibrary.org/obo/ECO_0005033"],
    ]);
  });

  it("has a date only where one is given, and addresses from a base", () => {
    const dated = storeOf(recordsOf(text), { date: "2026-11-24", base: "https://example.org/c" });
    const [created] = dated.getQuads(null, namedNode("http://purl.org/dc/terms/created"), null, null);
    expect([created?.subject.value, created?.object.value]).toEqual(["https://example.org/c/nanopublication/values", "2026-11-24"]);
    expect(() => inFormat(recordsOf(text), "trig", { date: "24.11.2026" })).toThrow("expected one such as 2026-11-24");
    expect(() => inFormat(recordsOf(text), "trig", { base: "my claims" })).toThrow("cannot be the base of addresses");
    expect(() => inFormat(recordsOf(text), "trig", { base: "https://e.org/#x" })).toThrow("expected / or #");
  });
});

describe("whatever the texts hold", () => {
  it("gives TriG that parses, and whole nanopublications", () => {
    fc.assert(
      fc.property(nastyCollection, (collection) => {
        const store = storeOf(collection);
        expect(malformed(store)).toEqual([]);
        for (const { written, key } of collection.claims) {
          const [label] = store.getObjects(namedNode(claimNamed(key)), namedNode("http://www.w3.org/2000/01/rdf-schema#label"), null);
          if (!/[\ud800-\udfff]/.test(written)) expect(label?.value).toBe(written);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it("gives the same in JSON-LD", async () => {
    await fc.assert(
      fc.asyncProperty(nastyCollection, async (collection) => {
        const fromJson = await canonical(JSON.parse(inFormat(collection, "jsonld")));
        expect(fromJson).toBe(await canonicalTrig(inFormat(collection, "trig")));
      }),
      { numRuns: runs(15) },
    );
  });
});
