/** The kinds of parts, and what each is a kind of: tissue, models, or the scope of a claim. */
import type { ClosedWord } from "./specs.ts";

export interface PartKind extends ClosedWord {
  /** `brain`: tissue, or what tissue does; `model`: what models are made of; `scope`: where a claim may hold. */
  readonly of: "brain" | "model" | "formal" | "scope" | "other";
}

export const partKinds: readonly PartKind[] = [
  { word: "region", of: "brain", help: "A region of the brain." },
  { word: "organization", of: "brain", help: "A way in which tissue is organised: column, microcircuit." },
  { word: "layer", of: "brain", help: "A cortical layer." },
  { word: "layer-group", of: "brain", help: "Several layers together." },
  { word: "cell-type", of: "brain", help: "A class of cells." },
  { word: "compartment", of: "brain", help: "A part of a cell." },
  { word: "pathway", of: "brain", help: "A projection from one part to another." },
  { word: "mechanism", of: "brain", help: "Something that cells or circuits do." },
  { word: "datum", of: "model", help: "What is processed." },
  { word: "tensor", of: "model", help: "An array of numbers in a model." },
  { word: "operation", of: "model", help: "A step of computation." },
  { word: "module", of: "model", help: "A block of operations." },
  { word: "structure", of: "model", help: "How a model is put together." },
  { word: "process", of: "model", help: "Something that happens to a model over time." },
  { word: "species", of: "scope", help: "A species; extends the vocabulary of scopes." },
  { word: "area", of: "brain", help: "A named brain area; extends the vocabulary of scopes." },
  { word: "age", of: "scope", help: "An age; extends the vocabulary of scopes." },
  { word: "state", of: "scope", help: "A state of the animal; extends the vocabulary of scopes." },
  { word: "preparation", of: "scope", help: "A preparation; extends the vocabulary of scopes." },
  { word: "formal", of: "formal", help: "A mathematical object." },
  { word: "other", of: "other", help: "Anything else." },
];

const wordsOf = (...wanted: readonly PartKind["of"][]): ReadonlySet<string> =>
  new Set(partKinds.filter(({ of }) => wanted.includes(of)).map(({ word }) => word));
const ofBrain = wordsOf("brain");
const ofModel = wordsOf("model");
const formal = wordsOf("model", "formal");

/** Whether a part of this kind is tissue, or what tissue does. */
export const isOfBrain = (kind: string | undefined): boolean => kind !== undefined && ofBrain.has(kind);

/** Whether a part of this kind is what models are made of. */
export const isOfModel = (kind: string | undefined): boolean => kind !== undefined && ofModel.has(kind);

/** Whether a part of this kind is a formal object; tissue is not. */
export const isFormalKind = (kind: string | undefined): boolean => kind !== undefined && formal.has(kind);
