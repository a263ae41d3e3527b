/**
 * The terms of scopes and their names: those of `scope.json`, the layers of the cortex atlas, and what a user's atlas
 * adds. Built on first use, once; terms are plain data, look-ups go by the words of a phrase.
 */
import type { Atlas } from "../atlas/atlas.ts";
import { builtin } from "../atlas/builtin.ts";
import { plainTerm, termsOfAtlas } from "./atlas-terms.ts";
import type { AgeBounds, AreaLayers, Broader, Cited, Homologue, PhraseData, PointOut, ScopeOntologyTerm } from "./data.ts";
import { scopeData } from "./data.ts";
import { phraseKey } from "./words.ts";

/** What a phrase of a scope speaks of. */
export type ScopeKind = "species" | "area" | "layer" | "age" | "state" | "preparation";

/** In the order in which scopes are usually written. */
export const scopeKinds: readonly ScopeKind[] = ["species", "area", "layer", "age", "state", "preparation"];

/** Another name of a term. */
export interface ScopeSynonym {
  readonly text: string;
  /** A language or notation: `en`, `zh`, `abbr`, or as a user's atlas writes it. */
  readonly notation: string;
}

/** One phrase of the vocabulary. */
export interface ScopeTerm {
  /** `species.mouse`; for layers and parts of a user's atlas the id of the part: `cortex:L4`. */
  readonly id: string;
  readonly kind: ScopeKind;
  /** The phrase as the formatter and completion write it. */
  readonly label: string;
  /** The name in full where the label is an abbreviation. */
  readonly name: string | undefined;
  readonly synonyms: readonly ScopeSynonym[];
  /** What it lies under, or shares ground with. */
  readonly broader: readonly Broader[];
  readonly ontology: readonly ScopeOntologyTerm[];
  readonly ontologyNote: string | undefined;
  /** The part of the cortex atlas that is the same thing: `cortex:thalamus`. */
  readonly part: string | undefined;
  readonly homologues: readonly Homologue[];
  /** What is known of the layers of an area; layers are written as in the data, `cortex.l4`. */
  readonly layers: AreaLayers | undefined;
  readonly bounds: readonly AgeBounds[];
  /** Ids of terms that hold where the scope says nothing of their kind. */
  readonly implies: readonly string[];
  readonly references: readonly Cited[];
  readonly note: string | undefined;
  /** How far it was verified: a word that `seenLegend` explains. */
  readonly seen: string;
}

/** A word that means several things. */
export interface ScopeAmbiguity {
  /** As the vocabulary lists it. */
  readonly term: string;
  readonly meanings: readonly string[];
  /** The id of the term that it is read as in a scope, if any. */
  readonly inScope: string | undefined;
  readonly advice: string | undefined;
  readonly pointOut: PointOut | undefined;
  readonly seen: string;
}

/** What the words of `seen` mean. */
export const seenLegend = (): Readonly<Record<string, string>> => scopeData.seen_legend;

/** Terms, ready for look-ups. */
export class ScopeVocabulary {
  readonly terms: readonly ScopeTerm[];
  readonly #byId: Map<string, ScopeTerm>;
  readonly #byName: Map<string, ScopeTerm>;
  /** The number of words of the longest name that begins with a word. */
  readonly #longest: Map<string, number>;
  readonly #ambiguities: ReadonlyMap<string, ScopeAmbiguity>;
  readonly #broader = new Map<ScopeTerm, ReadonlySet<ScopeTerm>>();
  readonly #overlapping = new Map<ScopeTerm, Map<ScopeTerm, boolean>>();

  /** The terms of `base` and `added` ones; an added term that names a term of the base is that term under more names. */
  constructor(added: readonly ScopeTerm[], base?: ScopeVocabulary) {
    this.#byId = new Map(base ? base.#byId : []);
    this.#byName = new Map(base ? base.#byName : []);
    this.#longest = new Map(base ? base.#longest : []);
    this.#ambiguities = base ? base.#ambiguities : ambiguities();
    const own: ScopeTerm[] = [];
    for (const term of added) {
      const same = base && this.#sameInBase(term, base);
      this.#byId.set(term.id, same ?? term);
      if (!same) own.push(term);
    }
    // labels before other names, so that a name which two terms bear goes to the term that is called so
    for (const term of added) {
      const meant = this.#byId.get(term.id) ?? term;
      this.#name(term.label, meant, true);
      if (term.name !== undefined) this.#name(term.name, meant, true);
    }
    for (const term of added) {
      const meant = this.#byId.get(term.id) ?? term;
      for (const synonym of term.synonyms) this.#name(synonym.text, meant, false);
    }
    this.terms = base ? [...base.terms, ...own] : own;
    if (!base) {
      // words that are no phrases by themselves, yet are read as one: agranular
      for (const [word, { inScope }] of this.#ambiguities) {
        const meant = inScope === undefined ? undefined : this.#byId.get(inScope);
        if (meant && !this.#byName.has(word)) this.#name(word, meant, false);
      }
    }
  }

  #name(text: string, term: ScopeTerm, strong: boolean): void {
    const key = phraseKey(text);
    if (key === "") return;
    const words = key.split(" ");
    const first = words[0] as string;
    const bearer = this.#byName.get(key);
    // of two terms that share a synonym the wider one bears it, else the first
    if (bearer && !strong && !this.isWithin(bearer, term)) return;
    this.#byName.set(key, term);
    if (words.length > (this.#longest.get(first) ?? 0)) this.#longest.set(first, words.length);
  }

  /** The term of the base that an added one is: by an exact ontology id, or by its label and kind. */
  #sameInBase(term: ScopeTerm, base: ScopeVocabulary): ScopeTerm | undefined {
    const exact = (candidate: ScopeTerm): readonly string[] =>
      candidate.ontology.filter((entry) => entry.match === "exact").map((entry) => entry.id);
    const ids = exact(term);
    const byOntology = base.terms.find((candidate) => candidate.kind === term.kind && exact(candidate).some((id) => ids.includes(id)));
    if (byOntology) return byOntology;
    const byLabel = base.named(term.label);
    return byLabel?.kind === term.kind ? byLabel : undefined;
  }

  term(id: string): ScopeTerm | undefined {
    return this.#byId.get(id);
  }

  /** The term that a phrase names as a whole. */
  named(phrase: string): ScopeTerm | undefined {
    return this.#byName.get(phraseKey(phrase));
  }

  /** The term whose name these words are, joined by blanks. */
  byKey(key: string): ScopeTerm | undefined {
    return this.#byName.get(key);
  }

  /** All names, as keys. */
  keys(): Iterable<string> {
    return this.#byName.keys();
  }

  /** The number of words of the longest name that begins with this word; 0 where none does. */
  longestFrom(word: string): number {
    return this.#longest.get(word) ?? 0;
  }

  ambiguity(key: string): ScopeAmbiguity | undefined {
    return this.#ambiguities.get(key);
  }

  /** All words that mean several things, each once. */
  get ambiguities(): ReadonlySet<ScopeAmbiguity> {
    return new Set(this.#ambiguities.values());
  }

  /** The term and all that it lies under, nearest first, kinds before wholes. A circle ends where it closes. */
  withBroader(term: ScopeTerm): ReadonlySet<ScopeTerm> {
    let found = this.#broader.get(term);
    if (!found) {
      const grown = new Set<ScopeTerm>([term]);
      for (const each of grown) {
        for (const relation of ["is_a", "part_of"] as const) {
          for (const broader of each.broader) {
            const above = broader.relation === relation ? this.term(broader.id) : undefined;
            if (above) grown.add(above);
          }
        }
      }
      found = grown;
      this.#broader.set(term, found);
    }
    return found;
  }

  /** Whether `a` is `b` or lies below it. */
  isWithin(a: ScopeTerm, b: ScopeTerm): boolean {
    return this.withBroader(a).has(b);
  }

  /** Whether two terms of which neither lies below the other still share ground. */
  overlaps(a: ScopeTerm, b: ScopeTerm): boolean {
    if (a.kind !== b.kind) return false;
    const known = this.#overlapping.get(a) ?? new Map<ScopeTerm, boolean>();
    this.#overlapping.set(a, known);
    const before = known.get(b);
    if (before !== undefined) return before;
    const found = this.#findOverlap(a, b);
    known.set(b, found);
    return found;
  }

  #findOverlap(a: ScopeTerm, b: ScopeTerm): boolean {
    const reaches = (from: ScopeTerm, to: ScopeTerm): boolean =>
      [...this.withBroader(from)].some((above) =>
        above.broader.some((broader) => {
          const other = broader.relation === "overlaps" ? this.term(broader.id) : undefined;
          return other !== undefined && this.isWithin(other, to);
        }),
      );
    return reaches(a, b) || reaches(b, a) || this.terms.some((below) => this.isWithin(below, a) && this.isWithin(below, b));
  }
}

const none: readonly ScopeTerm[] = [];
let builtinVocabulary: ScopeVocabulary | undefined;
const extended = new WeakMap<readonly ScopeTerm[], ScopeVocabulary>();

/**
 * The vocabulary with the terms of user atlases added (see `scopeTermsOf`). It is kept with the list, so hand over the
 * same list as long as the terms are the same.
 */
export function scopeVocabulary(extra: readonly ScopeTerm[] = none): ScopeVocabulary {
  builtinVocabulary ??= new ScopeVocabulary(builtinTerms());
  if (extra.length === 0) return builtinVocabulary;
  let vocabulary = extended.get(extra);
  if (!vocabulary) {
    vocabulary = new ScopeVocabulary(extra, builtinVocabulary);
    extended.set(extra, vocabulary);
  }
  return vocabulary;
}

/** All terms, for completion. */
export const scopeTerms = (extra: readonly ScopeTerm[] = none): readonly ScopeTerm[] => scopeVocabulary(extra).terms;

/** The term with this id. */
export const scopeTerm = (id: string, extra: readonly ScopeTerm[] = none): ScopeTerm | undefined => scopeVocabulary(extra).term(id);

/** Whether `a` is `b` or lies below it: V1 within primary sensory cortex within neocortex, macaque within primate. */
export const isWithin = (a: ScopeTerm, b: ScopeTerm, extra: readonly ScopeTerm[] = none): boolean => scopeVocabulary(extra).isWithin(a, b);

/**
 * The terms that a user's atlas adds: its parts of kind species, area, layer, age, state and preparation. What a part
 * lies `in` may be a part of its own atlas or a phrase of the vocabulary. A part that has an `exact` ontology term of
 * the vocabulary, or its label, becomes that term under one more name.
 */
export const scopeTermsOf = (atlas: Atlas): readonly ScopeTerm[] =>
  termsOfAtlas(atlas, (name) => {
    const vocabulary = scopeVocabulary();
    return (vocabulary.named(name) ?? vocabulary.terms.find((term) => term.part === name))?.id;
  });

function builtinTerms(): ScopeTerm[] {
  const cortex = builtin().atlases.find((atlas) => atlas.id === "cortex");
  const partIds = new Map(
    cortex?.parts.flatMap((part) => part.synonyms.filter((name) => name.notation === "id").map((name) => [name.text, part.id])),
  );
  const phrases = scopeData.phrases.map((phrase) => termOf(phrase, partIds));
  return cortex ? [...phrases, ...termsOfAtlas(cortex, () => undefined).filter((term) => term.kind === "layer")] : phrases;
}

function termOf(phrase: PhraseData, partIds: ReadonlyMap<string, string>): ScopeTerm {
  const synonyms: ScopeSynonym[] = [];
  for (const [notation, texts] of Object.entries(phrase.synonyms ?? {})) {
    for (const text of texts) synonyms.push({ text, notation });
  }
  return {
    ...plainTerm(phrase.id, phrase.axis as ScopeKind, phrase.label),
    name: phrase.name,
    synonyms,
    broader: phrase.parent,
    ontology: phrase.ontology,
    ontologyNote: phrase.ontology_note,
    part: phrase.part === undefined ? undefined : partIds.get(phrase.part),
    homologues: phrase.homologues ?? [],
    layers: phrase.layers,
    bounds: phrase.bounds ?? [],
    implies: phrase.implies ?? [],
    references: phrase.references ?? [],
    note: phrase.notes,
    seen: phrase.seen,
  };
}

function ambiguities(): ReadonlyMap<string, ScopeAmbiguity> {
  const byKey = new Map<string, ScopeAmbiguity>();
  for (const entry of scopeData.ambiguous_terms) {
    const ambiguity: ScopeAmbiguity = {
      term: entry.term,
      meanings: entry.meanings,
      inScope: entry.in_scope,
      advice: entry.advice,
      pointOut: entry.point_out,
      seen: entry.seen,
    };
    for (const term of entry.terms ?? [entry.term]) byKey.set(phraseKey(term), ambiguity);
  }
  return byKey;
}
