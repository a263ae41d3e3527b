/**
 * Claims as plain records: what a report, a comparison of two states, and every exchange format are made from. All is JSON;
 * nothing of it points back into the engine, so that records of two revisions, or of two machines, can be set side by side.
 */

/** Where something stands; lines and columns count from 1, columns in UTF-16 units as editors count them. */
export interface RecordPlace {
  /** Relative to the folder that was asked about, with `/`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The cell of a notebook, from 1; lines then count within it. */
  readonly cell?: number;
}

/** A term of an ontology, and how well it fits. */
export interface RecordTerm {
  /** `UBERON:0005393`, `ECO:0005033`. */
  readonly id: string;
  /** `exact`, `close`, `narrower`, `broader` and the like: the term by what it stands near. */
  readonly match: string;
  /** As the ontology spells it. */
  readonly label?: string;
}

/** A part of an atlas, as a claim names it. */
export interface RecordPart {
  /** Qualified: `cortex:L4`. */
  readonly id: string;
  readonly label: string;
  readonly atlas: string;
  readonly kind?: string;
  /** Terms of ontologies, as the atlas has them. */
  readonly terms?: readonly RecordTerm[];
}

/** One end of a claim. */
export interface RecordEnd {
  /** As the writer wrote it. */
  readonly written: string;
  /** Left out where no atlas in scope knows the name, where several parts bear it, or where the end is a claim. */
  readonly part?: RecordPart;
  /** For a pathway, the parts along it in order; null for a name that nothing bears. */
  readonly along?: readonly (RecordPart | null)[];
  /** For an end that is a claim: its id. */
  readonly claim?: string;
}

export interface RecordSide {
  /** As the writer wrote the whole side. */
  readonly written: string;
  /** `?`: a declared gap. */
  readonly open: boolean;
  readonly join: "one" | "all" | "any" | "each" | "outweighs";
  /** With `outweighs`, those before the sign. */
  readonly ends: readonly RecordEnd[];
  /** With `outweighs`, those after the sign. */
  readonly outweighed?: readonly RecordEnd[];
}

export type RecordStrength = "analogy" | "functional" | "mechanistic" | "literal";
export type RecordStanding = "supported" | "overstated" | "contested" | "refuted" | "unsupported" | "open";

/** A work, where it is cited. */
export interface RecordCitation {
  readonly key: string;
  /** As cited: `v2`. */
  readonly version?: string;
  /** Where in the work: `Fig. 3`, `p. 12`. */
  readonly place?: string;
  /** `Larkum et al. 1999`; the key with its `@` where no bibliography has it. */
  readonly label: string;
}

/** How far a source was seen, by the writer's own word. */
export interface RecordReading {
  /** `full`, `abstract`, `title`, `secondary` and the like; left out where the writer does not say. */
  readonly read?: string;
  /** Through what it was read. */
  readonly through?: string;
}

export interface RecordStatement extends RecordReading {
  readonly works: readonly RecordCitation[];
  /** Whether its family says so, and not the claim itself. */
  readonly inherited: boolean;
}

/** A piece of evidence, where a claim uses it. */
export interface RecordEvidence extends RecordReading {
  readonly stance: "supports" | "disputes" | "qualifies";
  /** The id of the evidence item that it names. */
  readonly id?: string;
  readonly works: readonly RecordCitation[];
  /** The data that it cites, by their path from the folder that was asked about. */
  readonly data?: string;
  /** The `model` item that it cites, by its id. */
  readonly model?: string;
  /** Whether it is the writer's own argument, which earns nothing. */
  readonly argument: boolean;
  /** The type, or family of types, as the claim writes it (`anatomy_light`), and what that is called for people. */
  readonly type?: string;
  readonly typeLabel?: string;
  /** Terms of the Evidence and Conclusion Ontology near the type; none for a family, which may be any of several. */
  readonly terms?: readonly RecordTerm[];
  readonly shows?: string;
  readonly scope?: string;
  /** Whether the ladder counts it. */
  readonly weighed: boolean;
}

export type RecordVerdict = "confirmed" | "falsified" | "undecided" | "untested";

export interface RecordPrediction {
  readonly id: string;
  /** Left out where it was not transcribed. */
  readonly text?: string;
  readonly place?: RecordPlace;
  readonly expects: readonly string[];
  readonly falsifiedIf: readonly string[];
  readonly observed: readonly string[];
  /** Who predicts it; left out where nobody is named. */
  readonly statedIn?: readonly RecordCitation[];
  /** The works that what was observed is taken from. */
  readonly observedIn?: readonly RecordCitation[];
  readonly verdict: RecordVerdict;
  /** Why, in a sentence. */
  readonly reason: string;
  /** Whether data are still to be read, or moved since they were accepted. */
  readonly pending: boolean;
}

export interface RecordClaim {
  /** Stable: the id; for a claim without one, its path and its number in it (`notes.md#2`). */
  readonly key: string;
  readonly id?: string;
  readonly kind: "claim" | "mapping";
  /** `hypothesis`, `programme`, `theorem` and the like, of the claim or its family. */
  readonly claimKind: string;
  readonly place: RecordPlace;
  /** The header as written, arrows typeset: `L4 → L2/3 as Value`. */
  readonly written: string;
  /** The whole item, from its header to its last clause, without what a host writes before its lines. */
  readonly text: string;
  readonly negated: boolean;
  readonly left?: RecordSide;
  readonly right?: RecordSide;
  readonly means?: string;
  readonly because: readonly string[];
  readonly notes: readonly string[];
  readonly asserted: RecordStrength;
  /** In which sense, by the word of whoever says it. */
  readonly sense?: string;
  /** Who says so: the claim, its family, or nobody, so that the least counts. */
  readonly assertedBy: "claim" | "family" | "default";
  /** Left out where the evidence earns nothing. */
  readonly earned?: RecordStrength;
  readonly standing: RecordStanding;
  /** What the standing means, and what would lift it, in lines for people. */
  readonly why: readonly string[];
  readonly statedIn: readonly RecordStatement[];
  readonly evidence: readonly RecordEvidence[];
  readonly undisputed?: { readonly date: string; readonly where?: string };
  /** Of the claim, or of its family where it says nothing itself; as written. */
  readonly scope?: string;
  readonly level?: string;
  readonly informs?: string;
  readonly facets: readonly { readonly text: string; readonly of?: string }[];
  readonly via: readonly string[];
  readonly tags: readonly string[];
  readonly predictions: readonly RecordPrediction[];
  /** Ids of predictions that it makes and nothing defines. */
  readonly undefinedPredictions: readonly string[];
  readonly relations: readonly { readonly relation: string; readonly to: string }[];
  /** Sentences of manuscripts that state it. */
  readonly sentences: readonly RecordSentence[];
  /** Places of programs that say they implement it. */
  readonly implementations: readonly RecordPlace[];
}

/** A sentence of a manuscript that is linked to a claim. */
export interface RecordSentence {
  readonly place: RecordPlace;
  /** Without the marks around it. */
  readonly exact: string;
  /** Up to 32 signs before and after it, as they stand in the file, or in the cell of a notebook. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where it starts and ends, in Unicode code points from the start of the file, or of the cell of a notebook. */
  readonly start: number;
  readonly end: number;
}

/** A work that any record cites, or that one of them is in (`crossref`), as its bibliography has it. */
export interface RecordWork {
  readonly key: string;
  /** Left out where no bibliography has it. */
  readonly label?: string;
  /** The type of the entry: `article`. */
  readonly type?: string;
  readonly title?: string;
  readonly authors?: readonly { readonly family: string; readonly given?: string }[];
  readonly year?: string;
  readonly doi?: string;
  readonly arxiv?: string;
  readonly pmid?: string;
  readonly isbn?: string;
  readonly url?: string;
  /** A line for a list of references, plain text. */
  readonly line?: string;
  /** The entry as it stands in its bibliography, where that is BibTeX; macros of the file by what they stand for. */
  readonly bibtex?: string;
  /** What a `source` item says of it. */
  readonly source?: RecordReading & { readonly allows?: RecordStrength; readonly allowsReason?: string };
}

/** A collection: all that is said below a folder, at one moment. */
export interface ClaimCollection {
  /** The form of these records. */
  readonly format: "lamina-claims";
  readonly version: 1;
  /** What people call it: a file's or folder's name. */
  readonly title: string;
  readonly claims: readonly RecordClaim[];
  /** In the order of their keys. */
  readonly works: readonly RecordWork[];
  /** All predictions that are defined, whether or not a claim predicts them. */
  readonly predictions: readonly RecordPrediction[];
  /** The profile that held. */
  readonly profile: string;
}
