/** What a snapshot is made of, and what changes it. */
import type { Atlas } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import type { Configuration } from "../configuration.ts";
import type { Bibliography, BibliographyEntry } from "../evidence/bibliography.ts";
import type { DataAnswers } from "./data-answers.ts";
import type { DocumentFacts } from "./document-facts.ts";
import type { Indexes } from "./index-changes.ts";
import type { ProseIndex } from "./prose-index.ts";
import type { SourceDocument } from "./source.ts";

/** A bibliography that a document may cite from. */
export interface BibliographyLink {
  /** As written in the document; undefined for one of the project. */
  readonly path: string | undefined;
  readonly uri: string | undefined;
  readonly bibliography: Bibliography | undefined;
  /** Why it cannot be read, where it cannot. */
  readonly problem: "not-found" | "outside" | undefined;
}

export interface FoundReference {
  readonly entry: BibliographyEntry;
  readonly uri: string;
  /** Whether it is known only from the bibliography that ships with Lamina. */
  readonly shipped: boolean;
}

export interface Builtin {
  readonly atlases: readonly Atlas[];
  readonly bibliography: Bibliography;
  readonly bibliographyUri: string;
}

export interface Change {
  /** Documents by address; undefined takes one away. */
  readonly documents?: ReadonlyMap<string, SourceDocument | undefined>;
  readonly bibliographies?: ReadonlyMap<string, Bibliography | undefined>;
  /** By document: all that the data files gave which it names, as far as they have been read. */
  readonly data?: ReadonlyMap<string, DataAnswers>;
  /** All files that `model` items name and that are not there. */
  readonly missing?: ReadonlySet<string>;
  /** Whether everything that the workspace holds has been read. */
  readonly complete?: boolean;
  /** The folders that are open. */
  readonly roots?: readonly string[];
  /** Atlases in scope where a document has no `use`. */
  readonly defaultAtlases?: readonly string[];
}

/** What a snapshot holds. */
export interface State {
  readonly builtin: Builtin;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly facts: ReadonlyMap<string, DocumentFacts>;
  readonly bibliographies: ReadonlyMap<string, Bibliography>;
  readonly indexes: Indexes;
  readonly data: ReadonlyMap<string, DataAnswers>;
  readonly missing: ReadonlySet<string>;
  readonly atlases: readonly Atlas[];
  /** What every `lamina.json` says, by the address of its folder. */
  readonly configurations: ReadonlyMap<string, Configuration>;
  /** The project files of Quarto and MyST, by the address of their folder. */
  readonly publications: ReadonlyMap<string, SourceDocument>;
  readonly prose: ProseIndex;
  readonly complete: boolean;
  readonly roots: readonly string[];
  readonly defaultAtlases: readonly string[];
  /** Stands for the ids that there are: the same object as long as they are the same. */
  readonly idSpace: object;
  /** `Names` by document; kept while the atlases are the same. */
  readonly names: Map<string, { readonly facts: DocumentFacts | undefined; readonly names: Names }>;
  /** The same by the atlases in scope and those that are missing; kept while the atlases are the same. */
  readonly sharedNames: Map<string, Names>;
  /** `bibliographiesOf` by document; kept while the bibliographies are the same. */
  readonly links: Map<string, KnownLinks>;
}

interface KnownLinks {
  readonly facts: DocumentFacts | undefined;
  /** What the document itself names. */
  readonly named: SourceDocument["bibliographies"] | undefined;
  readonly links: readonly BibliographyLink[];
}
