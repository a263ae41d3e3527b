import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtin, parseBibliography, Snapshot, type SourceDocument } from "../../src/core/service.ts";
import { pictureOf } from "../../src/diagram/from-snapshot.ts";
import type { Picture, PictureClaim } from "../../src/diagram/picture.ts";
import { openSource } from "../../src/embed/source.ts";

const uri = "file:///p/a.lamina";

const bibliography = parseBibliography(
  "@article{bastos2012, author = {Bastos, A. and Usrey, W.}, year = {2012}}\n@article{larkum2013, author = {Larkum, M.}, year = {2013}}",
  "bibtex",
);

const documentsOf = (text: string): Map<string, SourceDocument> => new Map([[uri, openSource(uri, "lamina", text)]]);

const snapshotOf = (text: string): Snapshot =>
  Snapshot.empty(builtin()).with({
    documents: documentsOf(text),
    bibliographies: new Map([["file:///p/r.bib", bibliography]]),
    roots: ["file:///p"],
    complete: true,
  });

const drawn = (text: string): Picture => pictureOf(snapshotOf(text), uri, "a.lamina").picture;
const claimOf = (picture: Picture, key: string): PictureClaim | undefined => picture.claims.find((claim) => claim.key === key);

const text = `
mapping family: microcircuit as Block
  stated in [@bastos2012]
  scope mouse V1, awake or anaesthetized

claim values: L4 -> L2/3 as Value
  means "Layer 4 hands on the content."
  supported by [@larkum2013] anatomy_light "few strong synapses"
  belongs to family
  tag core, C03

claim gain: L4 -> L2/3 as Key
  stated in [@unknownkey]

claim denial: L1-feedback not as Query

claim asserted: L1-feedback as Query

claim declared: L6 as Softmax
  rivals values

claim L5 as Value
`;

describe("a picture of a document", () => {
  const picture = drawn(text);

  it("says of each claim what it is filtered, listed and compared by", () => {
    expect(claimOf(picture, "values")).toMatchObject({
      means: "Layer 4 hands on the content.",
      sources: [
        { key: "bastos2012", label: "Bastos & Usrey 2012", states: true },
        { key: "larkum2013", label: "Larkum 2013", states: false },
      ],
      mappings: ["family"],
      scope: "mouse V1, awake or anaesthetized",
      scopes: ["mouse V1", "awake", "anaesthetized"],
      tags: ["core", "C03"],
    });
    expect(claimOf(picture, "gain")?.sources).toEqual([{ key: "unknownkey", label: "@unknownkey", states: true }]);
    const bare = claimOf(picture, "asserted") ?? {};
    for (const name of ["sources", "mappings", "scope", "tags", "means", "rivals"]) expect(name in bare, name).toBe(false);
  });

  it("knows rivals and contradictions from both ends, as the engine and the writer call them", () => {
    expect(claimOf(picture, "values")?.rivals).toEqual(["gain", "declared"]);
    expect(claimOf(picture, "gain")?.rivals).toEqual(["values"]);
    expect(claimOf(picture, "declared")?.rivals).toEqual(["values"]);
    expect(claimOf(picture, "denial")?.contradicts).toEqual(["asserted"]);
    expect(claimOf(picture, "asserted")?.contradicts).toEqual(["denial"]);
  });

  it("brings the atlases in scope with all their parts, and hints on how to draw them", () => {
    const own = drawn(`
use hippo, transformer
atlas hippo: "Hippocampus"
part molecular: "Molecular layer"
  kind layer
  draw band 1
part granule: "Granule cell"
  in molecular
  draw cell
claim granule as Value
`);
    const atlas = own.atlases?.find(({ id }) => id === "hippo");
    expect(atlas?.label).toBe("Hippocampus");
    expect(atlas?.parts).toEqual([
      { id: "hippo:molecular", label: "Molecular layer", kind: "layer", draw: { mark: "band", amount: 1 } },
      { id: "hippo:granule", label: "Granule cell", kind: undefined, within: ["hippo:molecular"], draw: { mark: "cell" } },
    ]);
    expect(own.atlases?.map(({ id }) => id)).toEqual(["hippo", "transformer"]);
  });
});

describe("the picture after an edit", () => {
  const pieces = [
    "claim a: L4 as Value\n",
    "claim b: L4 as Key\n",
    "claim c: L4 not as Value\n",
    "claim d: L1-feedback as Query\n  supported by [@larkum2013] physiology_unit\n",
    "claim e: claim a, claim d as Self-attention\n",
    "mapping m: column as Block\n  strength literal\n  stated in [@bastos2012]\n",
    "  belongs to m\n",
    "  rivals a\n",
    "  strength functional\n",
    "  scope rat\n",
    "  level cell\n",
    "  tag x\n",
    "  predicts p\n",
    'prediction p: "x"\n  expects "q" > 2\n  observed "q" = 1\n',
    "\n",
  ];
  const anyText = fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 12 }).map((lines) => lines.join(""));

  it("equals the picture of the text as it then is, whatever was drawn before", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { minLength: 1, maxLength: 4 }), (first, others) => {
        let snapshot = snapshotOf(first);
        pictureOf(snapshot, uri, "a.lamina");
        for (const next of others) {
          const document = snapshot.documents.get(uri);
          const [region] = document?.regions ?? [];
          if (!document || !region) return;
          const edited = region.document.edit({ span: { start: 0, end: region.document.length }, text: next });
          snapshot = snapshot.with({
            documents: new Map([[uri, { ...document, regions: [{ document: edited, map: openRegion(next) }] }]]),
          });
          expect(pictureOf(snapshot, uri, "a.lamina").picture).toEqual(drawn(next));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("holds the same claims, object for object, where nothing that is drawn of them changed", () => {
    const many = Array.from({ length: 30 }, (_, at) => `claim c${at}: ${["L4", "L5", "L6"][at % 3]} as ${["Value", "Key"][at % 2]}\n`).join(
      "",
    );
    let snapshot = snapshotOf(many);
    const before = pictureOf(snapshot, uri, "a.lamina").picture;
    const document = snapshot.documents.get(uri);
    const [region] = document?.regions ?? [];
    if (!document || !region) throw new Error("no document");
    const at = many.indexOf("claim c8:");
    const edited = region.document.edit({ span: { start: at, end: at }, text: "claim new: L2/3 as Query\n" });
    snapshot = snapshot.with({ documents: new Map([[uri, { ...document, regions: [{ document: edited, map: region.map }] }]]) });
    const after = pictureOf(snapshot, uri, "a.lamina").picture;
    expect(after.claims).toHaveLength(31);
    for (const claim of before.claims) expect(claimOf(after, claim.key), claim.key).toBe(claim);
    expect(after.atlases).toBe(before.atlases);
  });
});

function openRegion(next: string) {
  const [region] = openSource(uri, "lamina", next).regions;
  if (!region) throw new Error("no region");
  return region.map;
}
