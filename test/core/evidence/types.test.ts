import { describe, expect, it } from "vitest";
import { evidenceType, evidenceTypes } from "../../../src/core/evidence/types.ts";
import { closedVocabularies } from "../../../src/core/syntax/vocabulary.ts";
import { sharedText } from "../atlas/read.ts";

interface Vocabulary {
  readonly eco: { readonly iri_base: string };
  readonly extent_read: readonly string[];
  readonly stances: readonly { readonly id: string; readonly claim_to_source: string }[];
  readonly relations: readonly { readonly curie: string; readonly inverse: string }[];
  readonly types: readonly { readonly id: string; readonly label: string }[];
}

/** The data as it lies on disk, so that what is typed is held against it. */
const vocabulary = JSON.parse(sharedText("src/core/evidence/evidence-types.json")) as Vocabulary;

describe("the vocabulary of evidence types", () => {
  it("offers every type of the data with all that is said of it", () => {
    expect(evidenceTypes.map(({ family: _, notes, examples, ...rest }) => ({ ...rest, notes, examples }))).toEqual(
      vocabulary.types.map((type) => ({ notes: undefined, examples: [], ...type })),
    );
  });

  it("finds a type by its id", () => {
    expect(evidenceType("anatomy_em")).toEqual({ types: [evidenceTypes.find((type) => type.id === "anatomy_em")] });
    expect(evidenceType("model_data_comparison")?.types.map((type) => type.label)).toEqual(["Model compared with data"]);
  });

  it.each([
    ["anatomy", ["anatomy_light", "anatomy_em"]],
    ["ephys", ["ephys_intracellular", "ephys_extracellular", "ephys_mass"]],
    ["imaging", ["imaging_optical", "imaging_mri"]],
    ["model", ["model_data_comparison"]],
    ["theory", ["theory_derivation"]],
    ["analogy", ["analogy_structural"]],
  ])("finds the family %s", (word, ids) => {
    const found = evidenceType(word);
    expect(found?.family).toBe(word);
    expect(found?.types.map((type) => type.id)).toEqual(ids);
  });

  it.each(["perturbation", "behaviour", "simulation", "statement"])("takes %s, which has no underscore, as a type", (word) => {
    expect(evidenceType(word)).toEqual({ types: [expect.objectContaining({ id: word, family: word })] });
  });

  it.each(["", "anatomy_", "Anatomy", "anatomy em", "_em", "toString", "__proto__", "hearsay"])("knows no type %j", (word) => {
    expect(evidenceType(word)).toBeUndefined();
  });

  it("names terms of ECO in one form, with a word of the table for how well they fit", () => {
    const words = closedVocabularies.MATCH.map((word) => word.word);
    for (const term of evidenceTypes.flatMap((type) => type.eco)) {
      expect(term.id).toMatch(/^ECO:\d{7}$/);
      expect(term.iri).toBe(vocabulary.eco.iri_base + term.id.slice("ECO:".length));
      expect(words).toContain(term.match);
    }
  });

  it("uses the words of the table for how far a source was read", () => {
    expect(vocabulary.extent_read).toEqual(closedVocabularies.EXTENT.map((word) => word.word));
  });

  it("gives as examples only works of the bibliography that ships", () => {
    const bibliography = sharedText("src/core/evidence/references.bib");
    for (const key of evidenceTypes.flatMap((type) => type.examples)) expect(bibliography).toContain(`{${key},`);
  });

  it("exports every stance to a relation that CiTO has", () => {
    const known = new Set(vocabulary.relations.map((relation) => relation.curie));
    const inverse = new Set(vocabulary.relations.map((relation) => `cito:${relation.inverse}`));
    for (const stance of vocabulary.stances) expect(known.has(stance.claim_to_source) || inverse.has(stance.claim_to_source)).toBe(true);
  });
});
