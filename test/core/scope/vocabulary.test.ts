import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtin } from "../../../src/core/atlas/builtin.ts";
import { scopeData } from "../../../src/core/scope/data.ts";
import { readPhrases } from "../../../src/core/scope/read.ts";
import json from "../../../src/core/scope/scope.json" with { type: "json" };
import { isWithin, scopeKinds, scopeTerm, scopeTerms, scopeVocabulary, seenLegend } from "../../../src/core/scope/vocabulary.ts";
import { joinedKey, phraseKey, wordsOf } from "../../../src/core/scope/words.ts";

const term = (id: string) => {
  const found = scopeTerm(id);
  if (!found) throw new Error(`no term ${id}`);
  return found;
};

const phrases = scopeTerms().filter(({ kind }) => kind !== "layer");

describe("the vocabulary of scopes", () => {
  it("reads every label, name and synonym as its term, or lists it as ambiguous", () => {
    const lost: string[] = [];
    for (const each of phrases) {
      for (const text of [each.label, each.name ?? each.label, ...each.synonyms.map((synonym) => synonym.text)]) {
        const readings = readPhrases(text);
        const [only] = readings;
        const asItself = readings.length === 1 && only?.form === "term" && only.term === each;
        const listed = only?.ambiguity !== undefined && only.form === "term" && only.ambiguity.inScope === only.term.id;
        if (!asItself && !listed) lost.push(`${each.id}: ${text}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it("knows every name of a layer of the cortex atlas, but for those of formulas and single letters", () => {
    const layers = scopeTerms().filter(({ kind }) => kind === "layer");
    expect(layers.map(({ id }) => id)).toContain("cortex:L2/3");
    for (const layer of layers) expect(readPhrases(layer.label), layer.id).toMatchObject([{ form: "term", term: { id: layer.id } }]);
    expect(readPhrases("layer 4")).toMatchObject([{ term: { id: "cortex:L4" } }]);
    expect(readPhrases("第四层")).toMatchObject([{ term: { id: "cortex:L4" } }]);
    expect(readPhrases("G")).toMatchObject([{ form: "unknown" }]);
  });

  it("gives a name that two layers share to the wider one", () => {
    expect(readPhrases("superficial layers")).toMatchObject([{ term: { id: "cortex:supragranular" } }]);
  });

  it("has ids once, axes that are kinds, and relations it knows", () => {
    const ids = scopeTerms().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of scopeTerms()) {
      expect(scopeKinds, each.id).toContain(each.kind);
      for (const { id, relation } of each.broader) {
        expect(scopeTerm(id), `${each.id} -> ${id}`).toBeDefined();
        expect(["is_a", "part_of", "overlaps"]).toContain(relation);
      }
      for (const id of each.implies) expect(scopeTerm(id), id).toBeDefined();
      for (const { species, area } of each.homologues) {
        expect(scopeTerm(species), species).toBeDefined();
        if (area !== undefined) expect(scopeTerm(area), area).toBeDefined();
      }
    }
  });

  it("speaks of ambiguous words to the writer, without ids of its own", () => {
    for (const { term, meanings, advice } of scopeVocabulary().ambiguities) {
      for (const text of [...meanings, advice ?? ""]) {
        expect(text, term).not.toMatch(/\b(?:area|cortex|species|state|preparation|age)\.[a-z]|\b(?:Offer|Ask|point(?:ed)? (?:it )?out)\b/);
      }
    }
  });

  it("explains every word of `seen`, and every status, scheme and relation by its lists", () => {
    const words = phrases.flatMap((each) => [each.seen, ...(each.layers?.entries.map(({ seen }) => seen) ?? [])]);
    expect([...new Set(words)].filter((word) => !Object.hasOwn(seenLegend(), word))).toEqual([]);
    const statuses = scopeData.layer_rules.statuses.map(({ id }) => id);
    for (const { layers } of phrases) {
      if (!layers) continue;
      expect(Object.keys(scopeData.layer_rules.schemes)).toContain(layers.scheme);
      for (const entry of layers.entries) expect(statuses).toContain(entry.status);
    }
  });

  it("cites only works of the bibliography that ships", () => {
    const cited = phrases.flatMap((each) => [
      ...each.homologues.map(({ reference }) => reference),
      ...(each.layers?.entries.map(({ reference }) => reference) ?? []),
      ...each.references.map(({ reference }) => reference),
    ]);
    const keys = new Set(builtin().bibliography.entries.map(({ key }) => key));
    expect(cited.length).toBeGreaterThan(50);
    expect([...new Set(cited)].filter((key) => key !== undefined && !keys.has(key))).toEqual([]);
  });

  it("names its parts of the cortex atlas by their ids", () => {
    expect(term("area.thalamus").part).toBe("cortex:thalamus");
    expect(term("area.trn").part).toBe("cortex:reticular-nucleus");
    const parts = new Set(builtin().atlases.flatMap((atlas) => atlas.parts.map(({ id }) => id)));
    expect(phrases.filter(({ part }) => part !== undefined).map(({ part }) => parts.has(part as string))).toEqual([true, true, true]);
  });

  it("reads ambiguous words as it says it does", () => {
    for (const { term: listed, terms, in_scope, meanings } of scopeData.ambiguous_terms) {
      expect(meanings.length, listed).toBeGreaterThan(1);
      for (const word of terms ?? [listed]) {
        const [reading] = readPhrases(word);
        expect(reading?.ambiguity?.term, word).toBe(listed);
        if (in_scope !== undefined) expect(reading, word).toMatchObject({ form: "term", term: { id: in_scope } });
      }
    }
  });

  it("keeps what a phrase holds of another axis inside it", () => {
    for (const { phrase, is, holds, which_is } of json.inner_phrases) {
      expect(readPhrases(phrase), phrase).toMatchObject([{ term: { id: is } }]);
      expect(readPhrases(holds), holds).toMatchObject([{ term: { id: which_is } }]);
    }
  });

  it("puts V1 within primary sensory cortex within neocortex, and macaque within primate within mammal", () => {
    expect(isWithin(term("area.v1"), term("area.primary_sensory_cortex"))).toBe(true);
    expect(isWithin(term("area.primary_sensory_cortex"), term("area.neocortex"))).toBe(true);
    expect(isWithin(term("area.neocortex"), term("area.v1"))).toBe(false);
    expect(isWithin(term("species.macaque"), term("species.mammal"))).toBe(true);
    expect(isWithin(term("cortex:L5A"), term("cortex:infragranular"))).toBe(true);
    expect(isWithin(term("area.insular_cortex"), term("area.neocortex"))).toBe(false);
  });

  it("orders terms: below is reflexive, transitive and without circles", () => {
    const one = fc.constantFrom(...scopeTerms());
    fc.assert(
      fc.property(one, one, (a, b) => {
        const vocabulary = scopeVocabulary();
        const both = vocabulary.isWithin(a, b) && vocabulary.isWithin(b, a);
        const inherits = !vocabulary.isWithin(a, b) || [...vocabulary.withBroader(b)].every((above) => vocabulary.isWithin(a, above));
        return vocabulary.isWithin(a, a) && both === (a === b) && inherits && vocabulary.overlaps(a, b) === vocabulary.overlaps(b, a);
      }),
    );
  });

  it("takes the quick and the careful way to a key alike", () => {
    const character = fc.constantFrom(..."aB1 -_/.'’ 小鼠V区\u00ad\uff0d\u3000\t々é");
    fc.assert(fc.property(fc.array(character), (characters) => phraseKey(characters.join("")) === joinedKey(wordsOf(characters.join("")))));
  });
});
