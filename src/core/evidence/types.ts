/**
 * The vocabulary of evidence types. The words, their definitions and their terms of the Evidence and Conclusion
 * Ontology (ECO) are data, in `evidence-types.json`; this file only gives typed access to them. The JSON also holds
 * what exporters need: stances and extents of reading, and relations of the Citation Typing Ontology (CiTO).
 */
import vocabulary from "./evidence-types.json" with { type: "json" };

/** A term of ECO that stands near an evidence type. */
export interface EcoTerm {
  /** `ECO:0005033` */
  readonly id: string;
  readonly iri: string;
  /** The label as ECO spells it. */
  readonly label: string;
  /** How well the term fits: a word of MATCH in the table of the language. */
  readonly match: string;
}

export interface EvidenceType {
  /** The word that a claim writes: `anatomy_em`. */
  readonly id: string;
  /** The piece of the id before its underscore: `anatomy`. An id without one is its own family. */
  readonly family: string;
  readonly label: string;
  /** What counts as evidence of this type, in a sentence. */
  readonly definition: string;
  /** Terms of ECO, best fit first. */
  readonly eco: readonly EcoTerm[];
  /** What to keep in mind when using the type. */
  readonly notes: string | undefined;
  /** Citation keys of works in the bibliography that ships, as examples. */
  readonly examples: readonly string[];
}

/** What a word in the place of a type stands for. */
export interface EvidenceTypeMatch {
  /** The family, where the word names a whole family and not one type. */
  readonly family?: string;
  /** One type, or all types of the family; never empty. */
  readonly types: readonly EvidenceType[];
}

/** The fields that an entry of the JSON may have. */
interface Entry {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly eco: readonly EcoTerm[];
  readonly notes?: string;
  readonly examples?: readonly string[];
}

const entries: readonly Entry[] = vocabulary.types;

const familyOf = (id: string): string => {
  const underscore = id.indexOf("_");
  return underscore < 0 ? id : id.slice(0, underscore);
};

/** All evidence types, in the order of the vocabulary. */
export const evidenceTypes: readonly EvidenceType[] = entries.map((entry) => ({
  id: entry.id,
  family: familyOf(entry.id),
  label: entry.label,
  definition: entry.definition,
  eco: entry.eco,
  notes: entry.notes,
  examples: entry.examples ?? [],
}));

const matches = new Map<string, EvidenceTypeMatch>();
for (const family of new Set(evidenceTypes.map((type) => type.family))) {
  matches.set(family, { family, types: evidenceTypes.filter((type) => type.family === family) });
}
// an id that is its own family names a single type, so ids are entered last
for (const type of evidenceTypes) matches.set(type.id, { types: [type] });

/**
 * What `word` stands for: the id of a type (`anatomy_em`) or the name of a family (`anatomy`, `ephys`, `imaging`).
 * Undefined for any other word; letters must be as in the vocabulary.
 */
export const evidenceType = (word: string): EvidenceTypeMatch | undefined => matches.get(word);
