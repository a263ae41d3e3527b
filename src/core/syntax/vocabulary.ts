/**
 * THE table of the language: every item, clause and closed word, with its arguments, where it may stand,
 * how often, one sentence of help and an example. The parser, completion, hover help, the formatter, the
 * TextMate grammar and the manual are read off it, so a word that is added here exists everywhere.
 *
 * A `pattern` is read by `pattern.ts`:
 *   lower-case words   are written as they stand
 *   PIECE, role:PIECE  an argument (see `pieces` below), under the name `role`
 *   PIECE,…            one or more of it, with commas between
 *   [ … ]              may be left out as a whole
 *   ?                  stands for itself: open, not transcribed, not located
 *   A|B                one of them
 */

/** Words that open an item. */
export type ItemWord =
  | "claim"
  | "mapping"
  | "prediction"
  | "evidence"
  | "source"
  | "model"
  | "implements"
  | "atlas"
  | "part"
  | "use"
  | "cite"
  | "lamina";

/** What a clause pattern can ask for; `pieces` says each in words. */
export type PieceName =
  | "STRING"
  | "CITATION"
  | "KEY"
  | "DECLARE"
  | "ID"
  | "CLAIM"
  | "PREDICTION"
  | "ATLAS"
  | "SIDE"
  | "END"
  | "PART"
  | "TERM"
  | "EVIDENCE"
  | "TYPE"
  | "SCOPE"
  | "RESULT"
  | "CRITERION"
  | "QUALIFIERS"
  | "DATE"
  | "NUMBER"
  | "REVISION"
  | "SYMBOL"
  | "SYNONYM"
  | "XREF"
  | "TAG"
  | "REST"
  | ClosedPiece;

/** Pieces whose words are a closed list, in `closedVocabularies`. */
export type ClosedPiece = "STRENGTH" | "KIND" | "EXTENT" | "LEVEL" | "DIRECTION" | "MATCH" | "SEEN" | "CHECKED" | "PARTKIND" | "MARK";

export interface ItemSpec {
  readonly word: ItemWord;
  readonly pattern: string;
  /** One sentence, shown on hover and in completion. */
  readonly help: string;
  readonly example: string;
  /** Whether the item takes clauses on the lines after it. */
  readonly clauses: boolean;
  /** Where it stands in the outline of the manual. */
  readonly group: "claims" | "evidence" | "models" | "atlases" | "document";
}

export interface ClauseSpec {
  /** The words that open the clause, as one string: `supported by`. */
  readonly word: string;
  readonly items: readonly ItemWord[];
  /** What follows the words. */
  readonly pattern: string;
  readonly times: "once" | "many";
  readonly help: string;
  readonly example: string;
  /** Order within an item that the formatter and completion suggest: lower comes first. */
  readonly order: number;
}

export const items: readonly ItemSpec[] = [
  {
    word: "claim",
    pattern: "[id:DECLARE] left:SIDE [not] as right:SIDE",
    help: "A mapping claim: the left end does what the right end does. `not as` denies it; `?` on a side is a declared gap.",
    example: "claim values: L4 -> L2/3 as Value",
    clauses: true,
    group: "claims",
  },
  {
    word: "mapping",
    pattern: "id:DECLARE left:SIDE [not] as right:SIDE",
    help: "A family of claims. Its source, strength, kind, scope and level are defaults for the claims that say `belongs to` it; its evidence is not.",
    example: "mapping column-transformer: column as Block",
    clauses: true,
    group: "claims",
  },
  {
    word: "prediction",
    pattern: "id:DECLARE text:STRING|?",
    help: "What must be observed if a claim holds. `?` says that the source has one which is not transcribed here.",
    example: 'prediction thalamic-minority: "Thalamic synapses are a minority on layer 4 cells"',
    clauses: true,
    group: "evidence",
  },
  {
    word: "evidence",
    pattern: "id:DECLARE cited:CITATION",
    help: "One finding of one source, to be used by several claims.",
    example: "evidence lee-thalamic: [@lee2009modulator, introduction]",
    clauses: true,
    group: "evidence",
  },
  {
    word: "source",
    pattern: "key:KEY",
    help: "What is known of a cited work: its version, how far it was read, the strength that it allows.",
    example: "source @koenig2026neuroscience",
    clauses: true,
    group: "evidence",
  },
  {
    word: "model",
    pattern: "id:DECLARE file:STRING|?",
    help: "A code or model file whose symbols stand for parts. `?` says that it is not located.",
    example: 'model gpt: "nanoGPT/model.py"',
    clauses: true,
    group: "models",
  },
  {
    word: "implements",
    pattern: "id:CLAIM [as part:END,…]",
    help: "In a code comment: the symbol on this line, or else on the next, is that end of the claim.",
    example: "implements values as Value",
    clauses: false,
    group: "models",
  },
  {
    word: "atlas",
    pattern: "id:DECLARE label:STRING",
    help: "A vocabulary of parts. The parts after it are its entries.",
    example: 'atlas hippocampus: "Hippocampal formation"',
    clauses: true,
    group: "atlases",
  },
  {
    word: "part",
    pattern: "id:DECLARE label:STRING",
    help: "An entry of the atlas above it: a layer, pathway, cell class, tensor, operation …",
    example: 'part L4: "Layer 4"',
    clauses: true,
    group: "atlases",
  },
  {
    word: "use",
    pattern: "atlases:ATLAS,…",
    help: "The atlases whose names this document may use. Without it: those of the project, else cortex and transformer.",
    example: "use cortex, transformer",
    clauses: false,
    group: "document",
  },
  {
    word: "cite",
    pattern: "file:STRING",
    help: "A bibliography (BibTeX or CSL-JSON) whose keys this document may cite, relative to the document.",
    example: 'cite "references.bib"',
    clauses: false,
    group: "document",
  },
  {
    word: "lamina",
    pattern: "version:NUMBER",
    help: "The version of the language this document was written in. Optional.",
    example: "lamina 1",
    clauses: false,
    group: "document",
  },
];

const claims: readonly ItemWord[] = ["claim", "mapping"];
const anyItem: readonly ItemWord[] = ["claim", "mapping", "prediction", "evidence", "source", "model", "atlas", "part"];

export const clauses: readonly ClauseSpec[] = [
  // what is claimed
  {
    word: "means",
    items: [...claims, "atlas", "part"],
    pattern: "text:STRING",
    times: "once",
    order: 10,
    help: "The claim, or the entry of an atlas, in a sentence.",
    example: 'means "Layer 4 passes content on to layer 2/3, as values are passed on."',
  },
  {
    word: "because",
    items: claims,
    pattern: "text:STRING",
    times: "many",
    order: 11,
    help: "The reasoning behind the claim, in the writer's own words. It is an argument and earns no standing.",
    example: 'because "The pathway is the main excitatory input to layer 2/3."',
  },
  {
    word: "strength",
    items: claims,
    pattern: "strength:STRENGTH [sense:STRING]",
    times: "once",
    order: 20,
    help: "How much is asserted: analogy < functional < mechanistic < literal, and in which sense.",
    example: 'strength functional "in what it passes on, not in how"',
  },
  {
    word: "kind",
    items: claims,
    pattern: "kind:KIND",
    times: "once",
    order: 21,
    help: "What sort of statement this is. Without it a mapping.",
    example: "kind conjecture",
  },
  {
    word: "stated in",
    items: [...claims, "prediction"],
    pattern: "cited:CITATION [read extent:EXTENT [through:STRING]]",
    times: "many",
    order: 22,
    help: "Who asserts it, and how far that source was read. Without it the claim is the writer's own.",
    example: 'stated in [@koenig2026neuroscience] read secondary "a page about the paper"',
  },
  {
    word: "supported by",
    items: claims,
    pattern: "evidence:EVIDENCE",
    times: "many",
    order: 30,
    help: "One piece of evidence for the claim.",
    example: 'supported by [@binzegger2004quantitative] anatomy "layer 4 spiny cells project to layer 2/3" in cat V1 read abstract',
  },
  {
    word: "disputed by",
    items: [...claims, "part"],
    pattern: "evidence:EVIDENCE",
    times: "many",
    order: 31,
    help: "One piece of evidence against it.",
    example: 'disputed by [@constantinople2013deep] perturbation "deep layers do not need layer 4"',
  },
  {
    word: "qualified by",
    items: claims,
    pattern: "evidence:EVIDENCE",
    times: "many",
    order: 32,
    help: "Evidence that limits the claim or answers a dispute. Words alone answer it, and do not restore the strength that it costs.",
    example: 'qualified by [@harris2015neocortical] statement "areas vary around a common scheme"',
  },
  {
    word: "undisputed as of",
    items: claims,
    pattern: "date:DATE [where:STRING]",
    times: "once",
    order: 33,
    help: "An honest search for evidence against the claim that found none: when, and where it was looked for.",
    example: 'undisputed as of 2026-11-23 "PubMed, citing papers of @larkum1999new"',
  },
  {
    word: "scope",
    items: [...claims, "evidence", "prediction"],
    pattern: "scope:SCOPE",
    times: "once",
    order: 40,
    help: "Where it holds: species, area, layer, age, state, preparation.",
    example: "scope mouse V1, adult, awake",
  },
  {
    word: "via",
    items: claims,
    pattern: "part:END,…",
    times: "many",
    order: 41,
    help: "Through what the left end does it.",
    example: "via apical-dendrite",
  },
  {
    word: "facet",
    items: claims,
    pattern: "facet:STRING [of part:END]",
    times: "many",
    order: 42,
    help: "Which aspect of a part is meant; without `of`, of the left end.",
    example: 'facet "vector of activity" of column',
  },
  {
    word: "level",
    items: claims,
    pattern: "level:LEVEL",
    times: "once",
    order: 43,
    help: "The scale of the claim, so that mappings at different scales may stand side by side.",
    example: "level column",
  },
  {
    word: "informs",
    items: claims,
    pattern: "direction:DIRECTION",
    times: "once",
    order: 44,
    help: "Which field is to learn from the other.",
    example: "informs both",
  },
  {
    word: "predicts",
    items: claims,
    pattern: "predictions:PREDICTION,…",
    times: "many",
    order: 50,
    help: "The predictions that test the claim.",
    example: "predicts thalamic-minority",
  },
  {
    word: "assumes",
    items: claims,
    pattern: "claims:CLAIM,…",
    times: "many",
    order: 60,
    help: "Claims that must hold for this one to hold.",
    example: "assumes queries, keys",
  },
  {
    word: "refines",
    items: claims,
    pattern: "claims:CLAIM,…",
    times: "many",
    order: 61,
    help: "Claims that this one makes more precise.",
    example: "refines values",
  },
  {
    word: "critiques",
    items: claims,
    pattern: "claims:CLAIM,…",
    times: "many",
    order: 62,
    help: "Claims that this one argues against.",
    example: "critiques queries",
  },
  {
    word: "rivals",
    items: claims,
    pattern: "claims:CLAIM,…",
    times: "many",
    order: 63,
    help: "Claims that explain the same thing otherwise.",
    example: "rivals predictive-coding",
  },
  {
    word: "contrasts with",
    items: claims,
    pattern: "claims:CLAIM,…",
    times: "many",
    order: 64,
    help: "Claims that this one is set against, without arguing that they are wrong.",
    example: "contrasts with column-is-token",
  },
  {
    word: "belongs to",
    items: claims,
    pattern: "claims:CLAIM,…",
    times: "many",
    order: 65,
    help: "The mapping or composite claim that this claim is part of.",
    example: "belongs to column-transformer",
  },

  // evidence
  {
    word: "type",
    items: ["evidence"],
    pattern: "type:TYPE",
    times: "once",
    order: 10,
    help: "What sort of evidence it is: a type, or the family before its underscore.",
    example: "type anatomy_em",
  },
  {
    word: "shows",
    items: ["evidence"],
    pattern: "text:STRING",
    times: "once",
    order: 11,
    help: "What the finding is, in a sentence.",
    example: 'shows "Thalamic input is a small share of what converges on layer 4"',
  },
  {
    word: "measures",
    items: ["evidence"],
    pattern: "result:RESULT",
    times: "many",
    order: 12,
    help: "A measured quantity with its denominator and value.",
    example: 'measures "share of thalamic input" of "total convergent input to layer 4" ~ 5 %',
  },
  {
    word: "read",
    items: ["evidence", "source"],
    pattern: "extent:EXTENT [through:STRING]",
    times: "once",
    order: 14,
    help: "How far the source was read, and through what if not in the source itself.",
    example: 'read secondary "a review that cites it"',
  },

  // sources
  {
    word: "version",
    items: ["source"],
    pattern: "version:REVISION",
    times: "once",
    order: 10,
    help: "The version that was read.",
    example: "version v1",
  },
  {
    word: "allows at most",
    items: ["source"],
    pattern: "strength:STRENGTH [reason:STRING]",
    times: "once",
    order: 11,
    help: "The highest strength that a claim ascribed to this source may carry, by the source's own words.",
    example: 'allows at most functional "a hypothetical analogy, not a literal implementation"',
  },

  // predictions
  {
    word: "about",
    items: ["prediction"],
    pattern: "parts:END,…",
    times: "many",
    order: 10,
    help: "The parts that the prediction is about.",
    example: "about thalamus -> L4",
  },
  {
    word: "expects",
    items: ["prediction"],
    pattern: "result:RESULT",
    times: "many",
    order: 20,
    help: "What is expected if the claim holds. Several lines are joined by and.",
    example: 'expects "share of thalamic synapses" of "asymmetric synapses on layer 4 excitatory cells" within 10..15 %',
  },
  {
    word: "falsified if",
    items: ["prediction"],
    pattern: "result:RESULT",
    times: "many",
    order: 21,
    help: "What would show it wrong. Several lines are joined by or.",
    example: "falsified if outside 10..15 % with ci 95 %",
  },
  {
    word: "falsified by counterexample",
    items: ["prediction"],
    pattern: "",
    times: "once",
    order: 22,
    help: "For theorems: one counterexample refutes.",
    example: "falsified by counterexample",
  },
  {
    word: "tested by",
    items: ["prediction"],
    pattern: "type:TYPE [in scope:SCOPE] [with qualifiers:QUALIFIERS]",
    times: "many",
    order: 30,
    help: "How it is to be tested: the type of evidence, where, and with what sample. What stands behind `with` is asked of every observation.",
    example: "tested by anatomy_em in adult S1 with n >= 6",
  },
  {
    word: "observed",
    items: ["prediction"],
    pattern: "result:RESULT",
    times: "many",
    order: 31,
    help: "What was observed, from a source or from a data file in the workspace; `accepted` with the first digits of the file's hash says which content of it was looked at.",
    example: 'observed "share of thalamic input" of "total convergent input to layer 4" ~ 5 % from lee-thalamic',
  },

  // models
  {
    word: "pinned",
    items: ["model"],
    pattern: "revision:REVISION",
    times: "once",
    order: 10,
    help: "The revision of the code that was read.",
    example: "pinned 3adf61e",
  },
  {
    word: "symbol",
    items: ["model"],
    pattern: "symbol:SYMBOL as parts:END,…",
    times: "many",
    order: 20,
    help: "A symbol of the file and the parts that it stands for.",
    example: "symbol CausalSelfAttention.c_attn as Query, Key, Value",
  },

  // entries of an atlas
  {
    word: "kind",
    items: ["part"],
    pattern: "kind:PARTKIND",
    times: "once",
    order: 5,
    help: "What sort of thing the entry is.",
    example: "kind layer",
  },
  {
    word: "in",
    items: ["part"],
    pattern: "parts:PART,…",
    times: "many",
    order: 6,
    help: "The parts that this part lies within.",
    example: "in column",
  },
  {
    word: "joins",
    items: ["part"],
    pattern: "path:END",
    times: "many",
    order: 7,
    help: "The ends of a pathway.",
    example: "joins L4 -> L2/3",
  },
  {
    word: "also",
    items: ["part"],
    pattern: "names:SYNONYM,…",
    times: "many",
    order: 8,
    help: "Other names of the part; `in` says in which language or notation.",
    example: 'also "granular layer", "L_4" in latex, "第4层" in zh',
  },
  {
    word: "equation",
    items: ["part"],
    pattern: "text:STRING",
    times: "many",
    order: 12,
    help: "The formula of the part.",
    example: 'equation "v_j = W_V x_j"',
  },
  {
    word: "xref",
    items: ["part"],
    pattern: "term:XREF match:MATCH [label:STRING]",
    times: "many",
    order: 30,
    help: "A term of an ontology and how well it fits.",
    example: 'xref UBERON:0005393 exact "cortical layer IV"',
  },
  {
    word: "quantity",
    items: ["part"],
    pattern: "criterion:CRITERION [in scope:SCOPE] [from origin:CITATION|STRING] [seen seen:SEEN [detail:STRING]]",
    times: "many",
    order: 31,
    help: "A number with its denominator, its source, and how far that was seen.",
    example: 'quantity "share of input from thalamus" of "total convergent input to layer 4" ~ 5 % from [@lee2009modulator] seen primary',
  },
  {
    word: "role",
    items: ["part"],
    pattern: "parts:END,…|? text:STRING [strength sense:STRING] [from origin:CITATION|STRING] [seen seen:SEEN [detail:STRING]]",
    times: "many",
    order: 32,
    help: "The role that a source gives to the part, and where that was seen.",
    example: 'role Embedding "thalamic drive as input embedding" from [@koenig2026neuroscience] seen summary',
  },
  {
    word: "rival",
    items: ["part"],
    pattern: "text:STRING [from origin:CITATION|STRING] [seen seen:SEEN [detail:STRING]]",
    times: "many",
    order: 33,
    help: "Another reading of the part, and whose it is.",
    example: 'rival "locus of error integration" from [@bastos2012canonical]',
  },
  {
    word: "beware",
    items: ["atlas", "part"],
    pattern: "text:STRING [for term:TERM]",
    times: "many",
    order: 35,
    help: "A pitfall; with `for`, of a word that means several things or of a misleading name in code.",
    example: 'beware "cortical lamina, or block of a network" for layer',
  },
  {
    word: "code",
    items: ["part"],
    pattern: "names:STRING,… in framework:STRING [checked:CHECKED] [detail:STRING]",
    times: "many",
    order: 36,
    help: "How model code names the part, in which framework, and whether that was checked.",
    example: 'code "L4E", "L4I" in "NEST" checked',
  },
  {
    word: "see",
    items: ["atlas", "part"],
    pattern: "cited:CITATION",
    times: "many",
    order: 37,
    help: "Works to read about it.",
    example: "see [@binzegger2004quantitative]",
  },
  {
    word: "draw",
    items: ["part"],
    pattern: "mark:MARK [amount:NUMBER]",
    times: "many",
    order: 38,
    help: "A hint for the column view: how and where to draw the part.",
    example: "draw band 4",
  },

  // anywhere
  {
    word: "note",
    items: anyItem,
    pattern: "text:STRING",
    times: "many",
    order: 90,
    help: "A remark. Kept and shown, never judged.",
    example: 'note "asked the authors on 3 May"',
  },
  {
    word: "tag",
    items: anyItem,
    pattern: "tags:TAG,…",
    times: "many",
    order: 91,
    help: "Labels to filter by.",
    example: "tag figure-1, thalamus",
  },
];

/** A clause of a house's own starts with `x-`: kept, shown, never judged. */
export const ownClause: ClauseSpec = {
  word: "x-",
  items: anyItem,
  pattern: "rest:REST",
  times: "many",
  order: 92,
  help: "A house's own clause: kept and shown, never judged.",
  example: "x-reviewed-by PK",
};

export interface ClosedWord {
  readonly word: string;
  readonly help: string;
  /** A few words for small print, where the word itself says too little to a reader. */
  readonly short?: string;
}

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
  PARTKIND: [
    { word: "region", help: "A region of the brain." },
    { word: "organization", help: "A way in which tissue is organised: column, microcircuit." },
    { word: "layer", help: "A cortical layer." },
    { word: "layer-group", help: "Several layers together." },
    { word: "cell-type", help: "A class of cells." },
    { word: "compartment", help: "A part of a cell." },
    { word: "pathway", help: "A projection from one part to another." },
    { word: "mechanism", help: "Something that cells or circuits do." },
    { word: "datum", help: "What is processed." },
    { word: "tensor", help: "An array of numbers in a model." },
    { word: "operation", help: "A step of computation." },
    { word: "module", help: "A block of operations." },
    { word: "structure", help: "How a model is put together." },
    { word: "process", help: "Something that happens to a model over time." },
    { word: "species", help: "A species; extends the vocabulary of scopes." },
    { word: "area", help: "A named brain area; extends the vocabulary of scopes." },
    { word: "age", help: "An age; extends the vocabulary of scopes." },
    { word: "state", help: "A state of the animal; extends the vocabulary of scopes." },
    { word: "preparation", help: "A preparation; extends the vocabulary of scopes." },
    { word: "formal", help: "A mathematical object." },
    { word: "other", help: "Anything else." },
  ],
  MARK: [
    { word: "band", help: "A horizontal band, counted from the surface." },
    { word: "cell", help: "A cell body in its band." },
    { word: "fibre", help: "A fibre." },
    { word: "box", help: "A box." },
    { word: "none", help: "Not drawn on its own." },
  ],
};

/** What each piece is called when it is missing, and what it looks like. */
export const pieces: Readonly<Record<PieceName, { readonly name: string; readonly sample: string }>> = {
  STRING: { name: "a text in double quotes", sample: '"…"' },
  CITATION: { name: "a citation", sample: "[@key]" },
  KEY: { name: "a citation key", sample: "@key" },
  DECLARE: { name: "an id and a colon", sample: "id:" },
  ID: { name: "an id", sample: "id" },
  CLAIM: { name: "the id of a claim", sample: "claim-id" },
  PREDICTION: { name: "the id of a prediction", sample: "prediction-id" },
  ATLAS: { name: "the name of an atlas", sample: "cortex" },
  SIDE: { name: "a part, a pathway or ?", sample: "L4 -> L2/3" },
  END: { name: "a part or a pathway", sample: "L4 -> L2/3" },
  PART: { name: "a part", sample: "L4" },
  TERM: { name: "a word", sample: "layer" },
  EVIDENCE: { name: "evidence", sample: '[@key] anatomy "what it shows"' },
  TYPE: { name: "a type of evidence", sample: "anatomy_em" },
  SCOPE: { name: "a scope", sample: "mouse V1, adult" },
  RESULT: { name: "a quantity and a test", sample: '"share" of "all synapses" within 10..15 %' },
  CRITERION: { name: "a quantity and a test", sample: '"share" of "all synapses" ~ 5 %' },
  QUALIFIERS: { name: "qualifiers", sample: "n >= 6, ci 95 %" },
  DATE: { name: "a date", sample: "2026-11-23" },
  NUMBER: { name: "a number", sample: "1" },
  REVISION: { name: "a version", sample: "v1" },
  SYMBOL: { name: "a symbol of the file", sample: "Class.attribute" },
  SYNONYM: { name: "a name", sample: '"granular layer"' },
  XREF: { name: "a term of an ontology", sample: "UBERON:0005393" },
  TAG: { name: "a word", sample: "figure-1" },
  REST: { name: "anything", sample: "…" },
  STRENGTH: { name: "a strength", sample: "functional" },
  KIND: { name: "a kind of claim", sample: "mapping" },
  EXTENT: { name: "how far it was read", sample: "abstract" },
  LEVEL: { name: "a level", sample: "column" },
  DIRECTION: { name: "left, right or both", sample: "both" },
  MATCH: { name: "how well the term fits", sample: "exact" },
  SEEN: { name: "where it was seen", sample: "primary" },
  CHECKED: { name: "checked or unchecked", sample: "checked" },
  PARTKIND: { name: "a kind of part", sample: "layer" },
  MARK: { name: "a mark", sample: "band" },
};

/** Words with a meaning inside ends; a part of that name is written in quotes. */
export const reservedInEnds: readonly string[] = ["as", "not", "or", "each", "claim"];

/** The version of the language that this table describes. */
export const languageVersion = 1;

const itemByWord = new Map<string, ItemSpec>(items.map((item) => [item.word, item]));
const clausesByFirstWord = new Map<string, ClauseSpec[]>();
for (const clause of clauses) {
  const first = clause.word.split(" ")[0] as string;
  const list = clausesByFirstWord.get(first);
  if (list) list.push(clause);
  else clausesByFirstWord.set(first, [clause]);
}
// longest first, so that `falsified by counterexample` is tried before shorter words
for (const list of clausesByFirstWord.values()) list.sort((a, b) => b.word.length - a.word.length);

/** The item that a line starting with `word` opens. */
export const itemSpec = (word: string): ItemSpec | undefined => itemByWord.get(word);

/** The clauses whose first word is `word`, longest first. */
export const clausesStartingWith = (word: string): readonly ClauseSpec[] => clausesByFirstWord.get(word) ?? [];

/** The clauses that an item may have. */
export const clausesOf = (item: ItemWord): readonly ClauseSpec[] =>
  clauses.filter((clause) => clause.items.includes(item)).sort((a, b) => a.order - b.order);

/** The clause spec for `word` in `item`, where it is allowed there. */
export const clauseSpec = (item: ItemWord, word: string): ClauseSpec | undefined =>
  clauses.find((clause) => clause.word === word && clause.items.includes(item));
