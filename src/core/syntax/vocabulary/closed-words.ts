/** The closed lists of words, each with what it means. */
import { partKinds } from "./part-kinds.ts";
import type { ClosedPiece, ClosedWord } from "./specs.ts";

/** The closed lists. Types of evidence are a table of their own (`evidence/types.ts`). */
export const closedVocabularies: Readonly<Record<ClosedPiece, readonly ClosedWord[]>> = {
  STRENGTH: [
    { word: "analogy", help: "The two are alike in some respect; nothing is said about function." },
    { word: "functional", help: "The left end plays the part of the right end, by whatever means." },
    { word: "mechanistic", help: "It does so by a mechanism that is named and could be perturbed." },
    { word: "literal", help: "The same formal object; only for ends that are formal on both sides." },
  ],
  KIND: [
    { word: "mapping", help: "One thing does what another does (the default)." },
    { word: "theorem", help: "Proved; a derivation supports it and a counterexample refutes it." },
    { word: "conjecture", help: "Believed, not proved." },
    { word: "programme", help: "A direction of work, not yet a claim that evidence could bear on." },
    { word: "method", help: "A claim about how well a method works." },
  ],
  EXTENT: [
    { word: "full-text", help: "The work itself was read in full." },
    { word: "abstract", help: "Only the abstract or front matter was read." },
    { word: "secondary", short: "seen second-hand", help: "Only read about in another document." },
    { word: "title-only", help: "Only the title was seen." },
    { word: "not-read", help: "Cited without having been read." },
  ],
  LEVEL: [
    { word: "area", help: "Whole cortical areas." },
    { word: "column", help: "Columns." },
    { word: "circuit", help: "Circuits between layers and cell classes." },
    { word: "cell", help: "Single cells." },
    { word: "dendrite", help: "Dendrites and synapses." },
  ],
  DIRECTION: [
    { word: "left", help: "The field of the left end is to learn." },
    { word: "right", help: "The field of the right end is to learn." },
    { word: "both", help: "Both are to learn." },
  ],
  MATCH: [
    { word: "exact", help: "The term means the same." },
    { word: "close", help: "The term means nearly the same." },
    { word: "broader", help: "The term is wider than the part." },
    { word: "broad", help: "The term is wider than the part, loosely." },
    { word: "narrower", help: "The term is narrower than the part." },
    { word: "part", help: "The term names a piece of the part." },
  ],
  SEEN: [
    { word: "paper-abstract", short: "abstract of the paper", help: "In the abstract or front matter of the paper." },
    { word: "seed", short: "seen on a web page about the paper", help: "On a web page about the paper, not in the paper itself." },
    {
      word: "seed-and-summary",
      short: "seen on a web page and in a summary",
      help: "On a web page about the paper and in a summary of it.",
    },
    { word: "summary", short: "seen in a summary", help: "In a summary, or in a preprint that cites the paper." },
    { word: "third-party-note", short: "seen in a third-party note", help: "In an unreviewed note by others; never cite as the paper." },
    { word: "primary", short: "seen in the source", help: "In the abstract, introduction or code of the cited source itself." },
    { word: "secondary", short: "seen second-hand", help: "In another document that reports the cited source." },
    { word: "index-abstract", short: "seen as an abstract in an index", help: "In the abstract as an index shows it." },
    { word: "model-code", short: "read in the model code", help: "Read from the reference implementation of the cited model." },
    { word: "derived", short: "derived by us", help: "Computed by us from the cited model's code." },
    { word: "inferred", short: "our reading", help: "Our reading; not stated anywhere that was seen." },
    { word: "not-seen", short: "not seen", help: "Could not be seen; do not guess." },
  ],
  CHECKED: [
    { word: "checked", help: "The names were read in the code." },
    { word: "unchecked", help: "The names are from memory." },
  ],
  PARTKIND: partKinds,
  MARK: [
    { word: "band", help: "A horizontal band, counted from the surface." },
    { word: "cell", help: "A cell body in its band." },
    { word: "fibre", help: "A fibre." },
    { word: "box", help: "A box." },
    { word: "none", help: "Not drawn on its own." },
  ],
};
