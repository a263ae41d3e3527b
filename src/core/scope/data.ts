/**
 * The scope vocabulary as data: `scope.json` holds the phrases of species, areas, ages, states and preparations with
 * their synonyms, what each lies under, its ontology terms, which layers an area lacks, and how far each was seen.
 * The file explains its own fields (`fields`, `matching`, `compatibility`, `layer_rules`); this module types them.
 */
import json from "./scope.json" with { type: "json" };

/** Works cited by the vocabulary, by their keys in the bibliography that ships, and how far each was read. */
export interface Cited {
  readonly reference?: string;
  /** A word of EXTENT. */
  readonly read?: string;
}

/** `is_a`: a kind of; `part_of`: a piece of; `overlaps`: shares ground, neither lies under the other. */
export type ScopeRelation = "is_a" | "part_of" | "overlaps";

export interface Broader {
  readonly id: string;
  readonly relation: ScopeRelation;
}

export interface ScopeOntologyTerm {
  readonly id: string;
  readonly label: string;
  /** A word of MATCH. */
  readonly match: string;
  /** In how many public files the id was read with this label, 1 to 3; undefined for terms of a user's atlas. */
  readonly files_agreeing?: number;
  readonly note?: string;
}

/** How sure it is that an area corresponds to one of another species. */
export type HomologueRelation = "equated" | "homologous" | "same-name" | "proposed" | "tentative" | "disputed" | "unknown";

export interface Homologue extends Cited {
  readonly species: string;
  readonly name: string;
  readonly relation: HomologueRelation;
  /** The phrase of the other area, where it is one of the vocabulary. */
  readonly area?: string;
  readonly note?: string;
}

export type LayerStatus = "present" | "indistinct" | "varies" | "other-structure" | "absent" | "unknown";

/** What is known of some layers in an area. */
export interface LayerEntry extends Cited {
  /** Ids of the cortex atlas as the data file writes them: `cortex.l4`. */
  readonly layers: readonly string[];
  readonly status: LayerStatus;
  /** Where it holds; everywhere if not given. */
  readonly species?: readonly string[];
  readonly statement: string;
  /** `reported` where cells with the connections of the layer are described without a visible layer. */
  readonly functional_equivalent?: string;
  readonly scheme_note?: string;
  readonly seen: string;
}

export interface AreaLayers {
  /** How the layers of the area are counted; `layerSchemes` says it in words. */
  readonly scheme: string;
  readonly entries: readonly LayerEntry[];
}

/** When a stage of life begins and ends in a species: `28 d`, `6 weeks`, `12 months`, `weaning`. */
export interface AgeBounds {
  readonly species: string;
  readonly from: string;
  /** Exclusive; null is open. */
  readonly to: string | null;
  readonly source: string;
}

export interface PhraseData {
  readonly id: string;
  readonly axis: string;
  readonly label: string;
  readonly name?: string;
  readonly synonyms?: { readonly en?: readonly string[]; readonly abbr?: readonly string[]; readonly zh?: readonly string[] };
  readonly parent: readonly Broader[];
  readonly ontology: readonly ScopeOntologyTerm[];
  readonly ontology_note?: string;
  /** The same thing in the cortex atlas: `cortex.thalamus`. */
  readonly part?: string;
  readonly homologues?: readonly Homologue[];
  readonly layers?: AreaLayers;
  readonly bounds?: readonly AgeBounds[];
  readonly implies?: readonly string[];
  readonly patterns?: readonly string[];
  readonly references?: readonly Cited[];
  readonly notes?: string;
  readonly seen: string;
}

/** When a word that means several things deserves to be pointed out although a scope reads it one way. */
export interface PointOut {
  readonly always?: boolean;
  /** With this species, or one below it, in the same scope. */
  readonly with?: string;
  /** Unless this species is in the same scope. */
  readonly without?: string;
}

export interface AmbiguousData {
  readonly term: string;
  readonly terms?: readonly string[];
  readonly meanings: readonly string[];
  readonly in_scope?: string;
  readonly advice?: string;
  readonly point_out?: PointOut;
  readonly seen: string;
}

export interface AgePattern {
  readonly id: string;
  readonly regex: string;
  readonly reads: string;
  readonly under: string;
  readonly example: string;
}

/** An outcome of comparing the scope of evidence with that of a claim, as the data words it. */
export interface OutcomeData {
  readonly id: string;
  readonly when: string;
  /** The rule that reports it, if any. */
  readonly finding: string | null;
  readonly severity?: string;
  readonly says?: string;
  readonly note?: string;
}

export interface ScopeExample {
  readonly claim: string;
  readonly evidence: string;
  readonly outcome: string;
}

interface ScopeData {
  readonly seen_legend: Readonly<Record<string, string>>;
  readonly axes: readonly {
    readonly id: string;
    readonly label: string;
    readonly zh: string;
    readonly asks: string;
    readonly required_of_claims: boolean;
  }[];
  readonly patterns: readonly AgePattern[];
  readonly compatibility: {
    readonly order: readonly string[];
    readonly outcomes: readonly OutcomeData[];
    readonly independent: readonly string[];
    readonly examples: readonly ScopeExample[];
  };
  readonly layer_rules: {
    readonly groups: Readonly<Record<string, readonly string[]>>;
    readonly statuses: readonly {
      readonly id: string;
      readonly finding: string | null;
      readonly severity?: string;
      readonly says?: string;
    }[];
    readonly schemes: Readonly<Record<string, string>>;
  };
  readonly phrases: readonly PhraseData[];
  readonly ambiguous_terms: readonly AmbiguousData[];
}

/** The vocabulary as it stands in the file. */
export const scopeData = json as unknown as ScopeData;
