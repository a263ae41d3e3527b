/** What there is to say of a term of a scope, as plain data for a hover card. */
import type { AgeBounds, Cited, Homologue, ScopeOntologyTerm } from "./data.ts";
import { scopeData } from "./data.ts";
import { type LayerInArea, layerScheme, layersLacking } from "./layers.ts";
import { type ScopeAmbiguity, type ScopeTerm, scopeVocabulary, seenLegend } from "./vocabulary.ts";
import { phraseKey } from "./words.ts";

export interface ScopeCard {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  /** The question that terms of this kind answer: `In which animals?` */
  readonly asks: string | undefined;
  readonly name: string | undefined;
  /** Other names by language or notation: `en`, `abbr`, `zh`. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** What it lies under, nearest first, as labels. */
  readonly within: readonly string[];
  readonly overlaps: readonly string[];
  readonly ontology: readonly ScopeOntologyTerm[];
  readonly ontologyNote: string | undefined;
  /** The part of the cortex atlas that is the same thing. */
  readonly part: string | undefined;
  /** How the area's layers are counted, and which of them it is known to lack whatever the species. */
  readonly layerScheme: string | undefined;
  readonly layersLacking: readonly string[];
  readonly layers: LayerInArea["entries"];
  readonly homologues: readonly Homologue[];
  readonly bounds: readonly AgeBounds[];
  readonly references: readonly Cited[];
  /** How far the term was verified, in words. */
  readonly seen: string;
  readonly note: string | undefined;
  /** Its names that mean several things, with what to write instead. */
  readonly ambiguities: readonly ScopeAmbiguity[];
}

const none: readonly ScopeTerm[] = [];

/** The card of a term. */
export function scopeCard(term: ScopeTerm, extra: readonly ScopeTerm[] = none): ScopeCard {
  const vocabulary = scopeVocabulary(extra);
  const synonyms = new Map<string, string[]>();
  for (const { text, notation } of term.synonyms) synonyms.set(notation, [...(synonyms.get(notation) ?? []), text]);
  const names = [term.label, ...(term.name === undefined ? [] : [term.name]), ...term.synonyms.map((synonym) => synonym.text)];
  return {
    id: term.id,
    label: term.label,
    kind: term.kind,
    asks: scopeData.axes.find((axis) => axis.id === term.kind)?.asks,
    name: term.name,
    synonyms,
    within: [...vocabulary.withBroader(term)].slice(1).map((broader) => broader.label),
    overlaps: term.broader.flatMap(({ id, relation }) => (relation === "overlaps" ? (vocabulary.term(id)?.label ?? []) : [])),
    ontology: term.ontology,
    ontologyNote: term.ontologyNote,
    part: term.part,
    layerScheme: term.kind === "area" ? layerScheme(term, extra) : undefined,
    layersLacking: term.kind === "area" ? layersLacking(term, none, extra) : [],
    layers: term.layers?.entries ?? [],
    homologues: term.homologues,
    bounds: term.bounds,
    references: term.references,
    seen: seenLegend()[term.seen] ?? term.seen,
    note: term.note,
    ambiguities: [...new Set(names.flatMap((name) => vocabulary.ambiguity(phraseKey(name)) ?? []))],
  };
}
