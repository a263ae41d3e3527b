/** Terms of scopes that are parts of an atlas: the layers of the cortex, and whatever a user's atlas adds. */
import type { Atlas, AtlasPart } from "../atlas/atlas.ts";
import { indexOf } from "../atlas/lookup.ts";
import type { Broader } from "./data.ts";
import type { ScopeKind, ScopeTerm } from "./vocabulary.ts";

/** Kinds of parts that are terms of scopes. */
const kindOfPart: Readonly<Record<string, ScopeKind>> = {
  species: "species",
  area: "area",
  age: "age",
  state: "state",
  preparation: "preparation",
  layer: "layer",
  "layer-group": "layer",
};

/** Names in these notations stand in formulas and files, not in phrases. */
const notWritten: ReadonlySet<string> = new Set(["latex", "id"]);

/** A term with nothing but a name. */
export const plainTerm = (id: string, kind: ScopeKind, label: string): ScopeTerm => ({
  id,
  kind,
  label,
  name: undefined,
  synonyms: [],
  broader: [],
  ontology: [],
  ontologyNote: undefined,
  part: undefined,
  homologues: [],
  layers: undefined,
  bounds: [],
  implies: [],
  references: [],
  note: undefined,
  seen: "term-only",
});

/**
 * The parts of an atlas that are terms of scopes. `known` gives the id of a term that is not in the atlas, by a name
 * that a part lies within.
 */
export function termsOfAtlas(atlas: Atlas, known: (name: string) => string | undefined): ScopeTerm[] {
  const terms: ScopeTerm[] = [];
  for (const part of atlas.parts) {
    const kind = Object.hasOwn(kindOfPart, part.kind ?? "") ? kindOfPart[part.kind as string] : undefined;
    if (!kind) continue;
    terms.push({
      // the id of a part is its shortest name, and its label is the name in full: as with the areas of the vocabulary
      ...plainTerm(part.id, kind, part.name),
      name: part.label === part.name ? undefined : part.label,
      synonyms: part.synonyms
        .filter(({ text, notation }) => !notWritten.has(notation ?? "") && text.length > 1)
        .map(({ text, notation }) => ({ text, notation: notation ?? "en" })),
      broader: broaderOf(atlas, part, kind, known),
      ontology: part.xrefs.map(({ term, match, label }) => ({ id: term, label: label ?? "", match })),
      note: part.means,
    });
  }
  return terms;
}

function broaderOf(atlas: Atlas, part: AtlasPart, kind: ScopeKind, known: (name: string) => string | undefined): Broader[] {
  // a piece of an area or layer is a part of it; of the other kinds there are only kinds
  const relation = kind === "area" || kind === "layer" ? "part_of" : "is_a";
  return part.within.flatMap((name): Broader[] => {
    const own = indexOf(atlas).part(name);
    const id = own && own.kind !== undefined && Object.hasOwn(kindOfPart, own.kind) ? own.id : known(name);
    return id === undefined ? [] : [{ id, relation }];
  });
}
