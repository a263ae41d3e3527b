import { describe, expect, it } from "vitest";
import { atlasesOf } from "../../../src/core/atlas/atlas.ts";
import { scopeCard } from "../../../src/core/scope/card.ts";
import { compatible } from "../../../src/core/scope/compare.ts";
import { readPhrases } from "../../../src/core/scope/read.ts";
import { isWithin, scopeTerm, scopeTerms, scopeTermsOf } from "../../../src/core/scope/vocabulary.ts";
import { Document } from "../../../src/core/syntax/document.ts";

const [atlas] = atlasesOf(
  Document.parse(`atlas lab: "Our animals and areas"

part bat: "Egyptian fruit bat"
  kind species
  in mammal
  also "Rousettus", "果蝠" in zh

part PAC: "Posterior auditory cortex"
  kind area
  in "auditory cortex"

part PACd: "Dorsal posterior auditory cortex"
  kind area
  in PAC

part torpor: "Torpor"
  kind state

part visual-one: "The first visual area"
  kind area
  xref UBERON:0002436 exact "primary visual cortex"

part S1: "Somatosensory one"
  kind area
  also "finger area"

part reward: "Reward"
  kind other
`),
  "file:///lab.lamina",
);
if (!atlas) throw new Error("no atlas");
const own = scopeTermsOf(atlas);

const ids = (text: string): (string | undefined)[] =>
  readPhrases(text, own).map((reading) => (reading.form === "term" ? reading.term.id : reading.form));

const term = (id: string) => {
  const found = scopeTerm(id, own);
  if (!found) throw new Error(`no term ${id}`);
  return found;
};

describe("terms of a user's atlas", () => {
  it("are its parts of the kinds that scopes speak of", () => {
    expect(own.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "lab:bat species",
      "lab:PAC area",
      "lab:PACd area",
      "lab:torpor state",
      "lab:visual-one area",
      "lab:S1 area",
    ]);
  });

  it("are read beside the others, by any of their names", () => {
    expect(ids("bat PAC torpor")).toEqual(["lab:bat", "lab:PAC", "lab:torpor"]);
    expect(ids("Egyptian fruit bat V1")).toEqual(["lab:bat", "area.v1"]);
    expect(ids("果蝠")).toEqual(["lab:bat"]);
    expect(readPhrases("bat")).toMatchObject([{ form: "unknown" }]);
    expect(scopeTerms(own)).toContain(term("lab:bat"));
  });

  it("lie within what they say, their own parts or phrases of the vocabulary", () => {
    expect(isWithin(term("lab:PACd"), term("area.auditory_cortex"), own)).toBe(true);
    expect(isWithin(term("lab:bat"), term("species.mammal"), own)).toBe(true);
    const readings = (text: string) => readPhrases(text, own);
    expect([...compatible(readings("bat PACd"), readings("mammal auditory cortex"), own)]).toEqual([
      ["species", "within"],
      ["area", "within"],
    ]);
  });

  it("are a phrase of the vocabulary where an exact ontology term or the label says so", () => {
    expect(ids("visual-one")).toEqual(["area.v1"]);
    expect(ids("finger area")).toEqual(["area.s1"]);
    expect(ids("S1")).toEqual(["area.s1"]);
    expect(term("lab:S1")).toBe(term("area.s1"));
  });
});

describe("the card of a term", () => {
  it("says what it is, what it lies under, where that was seen and what to beware", () => {
    const card = scopeCard(term("area.v1"));
    expect(card).toMatchObject({
      label: "V1",
      kind: "area",
      asks: "In which part of the nervous system?",
      name: "primary visual cortex",
      layerScheme: "neocortex",
      layersLacking: [],
      seen: "id and label read in two or more independent public files",
    });
    expect(card.synonyms.get("zh")).toContain("初级视皮层");
    expect(card.within.slice(0, 2)).toEqual(["primary sensory cortex", "visual cortex"]);
    expect(card.ambiguities.map(({ term: listed }) => listed)).toEqual(["V1", "area 17, 18, 19, 21"]);
    expect(card.homologues.length).toBeGreaterThan(0);
  });

  it("tells of layers that are lacking, of what overlaps, and of the bounds of an age", () => {
    expect(scopeCard(term("area.hippocampus")).layersLacking).toContain("cortex:L4");
    expect(scopeCard(term("area.insular_cortex")).overlaps).toEqual(["neocortex"]);
    expect(scopeCard(term("age.adult")).bounds.map(({ species }) => species)).toContain("species.mouse");
    expect(scopeCard(term("species.mouse"))).toMatchObject({ layerScheme: undefined, layersLacking: [] });
  });

  it("is there for every term", () => {
    for (const each of scopeTerms(own)) expect(scopeCard(each, own).label).toBe(each.label);
  });
});
