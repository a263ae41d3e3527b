/**
 * What an item says, read off its tree: claims, predictions, evidence, sources, models. Names are not resolved here,
 * so the meaning of an item depends on its own text alone and is kept as long as the item is.
 */

import type {
  CitationNode,
  Clause,
  EndNode,
  EvidenceNode,
  Item,
  NameNode,
  Node,
  QualifiersNode,
  ResultNode,
  ScopeNode,
  SideNode,
  TextNode,
  WordNode,
} from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { all, as } from "./arguments.ts";

export type Strength = "analogy" | "functional" | "mechanistic" | "literal";

/** From the least asserted to the most. */
export const strengths: readonly Strength[] = ["analogy", "functional", "mechanistic", "literal"];

/** What a claim asserts where it does not say. */
export const DEFAULT_STRENGTH: Strength = "analogy";

export type Stance = "supports" | "disputes" | "qualifies";

export type Relation = "assumes" | "refines" | "critiques" | "rivals" | "contrasts with" | "belongs to";

export const relations: readonly Relation[] = ["assumes", "refines", "critiques", "rivals", "contrasts with", "belongs to"];

export interface EvidenceUse {
  readonly stance: Stance;
  readonly node: EvidenceNode;
  readonly clause: Clause;
}

export interface StatedIn {
  readonly citation: CitationNode;
  readonly read: WordNode | undefined;
  readonly through: TextNode | undefined;
  readonly clause: Clause;
}

interface Common {
  readonly item: Item;
  readonly id: NameNode | undefined;
  readonly notes: readonly TextNode[];
  readonly tags: readonly NameNode[];
}

export interface ClaimMeaning extends Common {
  readonly kind: "claim" | "mapping";
  readonly left: SideNode | undefined;
  readonly right: SideNode | undefined;
  readonly negated: boolean;
  readonly means: TextNode | undefined;
  readonly because: readonly TextNode[];
  readonly strength: WordNode | undefined;
  readonly sense: TextNode | undefined;
  readonly claimKind: WordNode | undefined;
  readonly statedIn: readonly StatedIn[];
  readonly evidence: readonly EvidenceUse[];
  readonly undisputed: { readonly date: string; readonly where: TextNode | undefined } | undefined;
  readonly scope: ScopeNode | undefined;
  readonly via: readonly EndNode[];
  readonly facets: readonly { readonly text: TextNode; readonly of: EndNode | undefined }[];
  readonly level: WordNode | undefined;
  readonly informs: WordNode | undefined;
  readonly predicts: readonly NameNode[];
  readonly relations: readonly { readonly relation: Relation; readonly target: NameNode }[];
}

export interface PredictionMeaning extends Common {
  readonly kind: "prediction";
  /** Undefined where the header has `?`: it exists, not transcribed. */
  readonly text: TextNode | undefined;
  readonly transcribed: boolean;
  readonly about: readonly EndNode[];
  readonly statedIn: readonly StatedIn[];
  readonly scope: ScopeNode | undefined;
  readonly expects: readonly ResultNode[];
  readonly falsifiedIf: readonly ResultNode[];
  readonly falsifiedByCounterexample: boolean;
  readonly tests: readonly { readonly type: WordNode; readonly scope: ScopeNode | undefined; readonly with: QualifiersNode | undefined }[];
  readonly observed: readonly ResultNode[];
}

export interface EvidenceMeaning extends Common {
  readonly kind: "evidence";
  readonly citation: CitationNode | undefined;
  readonly type: WordNode | undefined;
  readonly shows: TextNode | undefined;
  readonly measures: readonly ResultNode[];
  readonly scope: ScopeNode | undefined;
  readonly read: WordNode | undefined;
  readonly through: TextNode | undefined;
}

export interface SourceMeaning extends Common {
  readonly kind: "source";
  readonly key: NameNode | undefined;
  readonly version: NameNode | undefined;
  readonly read: WordNode | undefined;
  readonly through: TextNode | undefined;
  readonly allows: WordNode | undefined;
  readonly allowsReason: TextNode | undefined;
}

export interface ModelMeaning extends Common {
  readonly kind: "model";
  readonly file: TextNode | undefined;
  readonly pinned: NameNode | undefined;
  readonly symbols: readonly { readonly symbol: NameNode; readonly parts: readonly EndNode[] }[];
}

export interface OtherMeaning extends Common {
  readonly kind: "atlas" | "part" | "use" | "cite" | "implements" | "lamina" | "nothing";
}

export type Meaning = ClaimMeaning | PredictionMeaning | EvidenceMeaning | SourceMeaning | ModelMeaning | OtherMeaning;

const known = new WeakMap<Item, Meaning>();

/** The meaning of an item; computed once for each item object. */
export function meaningOf(item: Item): Meaning {
  let meaning = known.get(item);
  if (!meaning) {
    meaning = read(item);
    known.set(item, meaning);
  }
  return meaning;
}

function read(item: Item): Meaning {
  const clauses = new Clauses(item);
  const common: Common = {
    item,
    id: as(item.args["id"], "name"),
    notes: clauses.each("note", (args) => as(args["text"], "text")),
    tags: clauses.flat("tag", (args) => all(args["tags"], "name")),
  };
  switch (item.word) {
    case "claim":
    case "mapping":
      return readClaim(item, item.word, common, clauses);
    case "prediction":
      return readPrediction(item, common, clauses);
    case "evidence":
      return readEvidence(item, common, clauses);
    case "source":
      return readSource(item, common, clauses);
    case "model":
      return readModel(item, common, clauses);
    case undefined:
      return { kind: "nothing", ...common };
    default:
      return { kind: item.word, ...common };
  }
}

type Args = Clause["args"];

const none: readonly never[] = Object.freeze([]);

/** The clauses of an item by their word; misplaced ones mean nothing. */
class Clauses {
  readonly #clauses: readonly Clause[];

  constructor(item: Item) {
    this.#clauses = item.clauses.filter((clause) => clause.spec !== undefined && !clause.misplaced);
  }

  one(word: string): Args | undefined {
    return this.#clauses.find((clause) => clause.word === word)?.args;
  }

  // most items lack most clauses, and meanings are kept: what is not there takes no room

  each<T>(word: string, give: (args: Args, clause: Clause) => T | undefined): readonly T[] {
    let found: T[] | undefined;
    for (const clause of this.#clauses) {
      if (clause.word !== word) continue;
      const value = give(clause.args, clause);
      if (value === undefined) continue;
      if (found) found.push(value);
      else found = [value];
    }
    return found ?? none;
  }

  flat<T>(word: string, give: (args: Args) => readonly T[]): readonly T[] {
    let found: readonly T[] | undefined;
    for (const clause of this.#clauses) {
      if (clause.word !== word) continue;
      const values = give(clause.args);
      found = found ? [...found, ...values] : values;
    }
    return found ?? none;
  }

  has(word: string): boolean {
    return this.#clauses.some((clause) => clause.word === word);
  }
}

const stances: readonly (readonly [string, Stance])[] = [
  ["supported by", "supports"],
  ["disputed by", "disputes"],
  ["qualified by", "qualifies"],
];

function readClaim(item: Item, kind: "claim" | "mapping", common: Common, clauses: Clauses): ClaimMeaning {
  const strength = clauses.one("strength");
  const undisputed = clauses.one("undisputed as of");
  return {
    kind,
    ...common,
    left: as(item.args["left"], "side"),
    right: as(item.args["right"], "side"),
    negated: item.args["not"] !== undefined,
    means: as(clauses.one("means")?.["text"], "text"),
    because: clauses.each("because", (args) => as(args["text"], "text")),
    strength: as(strength?.["strength"], "word"),
    sense: as(strength?.["sense"], "text"),
    claimKind: as(clauses.one("kind")?.["kind"], "word"),
    statedIn: readStatedIn(clauses),
    evidence: stances.flatMap(([word, stance]) =>
      clauses.each(word, (args, clause) => {
        const node = as(args["evidence"], "evidence");
        return node && { stance, node, clause };
      }),
    ),
    undisputed: undisputed && { date: as(undisputed["date"], "date")?.text ?? "", where: as(undisputed["where"], "text") },
    scope: as(clauses.one("scope")?.["scope"], "scope"),
    via: clauses.flat("via", (args) => all(args["part"], "end")),
    facets: clauses.each("facet", (args) => {
      const text = as(args["facet"], "text");
      return text && { text, of: as(args["part"], "end") };
    }),
    level: as(clauses.one("level")?.["level"], "word"),
    informs: as(clauses.one("informs")?.["direction"], "word"),
    predicts: clauses.flat("predicts", (args) => all(args["predictions"], "name")),
    relations: relations.flatMap((relation) =>
      clauses.flat(relation, (args) => all(args["claims"], "name")).map((target) => ({ relation, target })),
    ),
  };
}

const readStatedIn = (clauses: Clauses): readonly StatedIn[] =>
  clauses.each("stated in", (args, clause) => {
    const citation = as(args["cited"], "citation");
    return citation && { citation, read: as(args["extent"], "word"), through: as(args["through"], "text"), clause };
  });

function readPrediction(item: Item, common: Common, clauses: Clauses): PredictionMeaning {
  return {
    kind: "prediction",
    ...common,
    text: as(item.args["text"], "text"),
    transcribed: item.args["text"]?.kind !== "open",
    about: clauses.flat("about", (args) => all(args["parts"], "end")),
    statedIn: readStatedIn(clauses),
    scope: as(clauses.one("scope")?.["scope"], "scope"),
    expects: clauses.each("expects", (args) => as(args["result"], "result")),
    falsifiedIf: clauses.each("falsified if", (args) => as(args["result"], "result")),
    falsifiedByCounterexample: clauses.has("falsified by counterexample"),
    tests: clauses.each("tested by", (args) => {
      const type = as(args["type"], "word");
      return type && { type, scope: as(args["scope"], "scope"), with: as(args["qualifiers"], "qualifiers") };
    }),
    observed: clauses.each("observed", (args) => as(args["result"], "result")),
  };
}

function readEvidence(item: Item, common: Common, clauses: Clauses): EvidenceMeaning {
  const extent = clauses.one("read");
  return {
    kind: "evidence",
    ...common,
    citation: as(item.args["cited"], "citation"),
    type: as(clauses.one("type")?.["type"], "word"),
    shows: as(clauses.one("shows")?.["text"], "text"),
    measures: clauses.each("measures", (args) => as(args["result"], "result")),
    scope: as(clauses.one("scope")?.["scope"], "scope"),
    read: as(extent?.["extent"], "word"),
    through: as(extent?.["through"], "text"),
  };
}

function readSource(item: Item, common: Common, clauses: Clauses): SourceMeaning {
  const extent = clauses.one("read");
  const allows = clauses.one("allows at most");
  return {
    kind: "source",
    ...common,
    key: as(item.args["key"], "name"),
    version: as(clauses.one("version")?.["version"], "name"),
    read: as(extent?.["extent"], "word"),
    through: as(extent?.["through"], "text"),
    allows: as(allows?.["strength"], "word"),
    allowsReason: as(allows?.["reason"], "text"),
  };
}

function readModel(item: Item, common: Common, clauses: Clauses): ModelMeaning {
  return {
    kind: "model",
    ...common,
    file: as(item.args["file"], "text"),
    pinned: as(clauses.one("pinned")?.["revision"], "name"),
    symbols: clauses.each("symbol", (args) => {
      const symbol = as(args["symbol"], "name");
      return symbol && { symbol, parts: all(args["parts"], "end") };
    }),
  };
}

/** Whether the item is a claim or a family of claims. */
export const isClaim = (meaning: Meaning): meaning is ClaimMeaning => meaning.kind === "claim" || meaning.kind === "mapping";

/** The strength that a claim asserts, by its own words alone. */
export function ownStrength(claim: ClaimMeaning): Strength | undefined {
  const word = claim.strength;
  return word?.known ? (word.text as Strength) : undefined;
}

/** The words of a side as they are written, blanks folded: `L4 -> L2/3`. */
export const written = (item: Item, node: Span): string => item.text.slice(node.start, node.end).replace(/\s+/g, " ").trim();

/** What a claim says as one line: `L4 -> L2/3 as Value`. */
export function claimLine(claim: ClaimMeaning): string {
  const side = (node: SideNode | undefined): string => (node ? (node.open ? "?" : written(claim.item, node)) : "…");
  return `${side(claim.left)} ${claim.negated ? "not as" : "as"} ${side(claim.right)}`;
}

/** The names of an item that stand in a role, header first. */
export function namesIn(node: Node | undefined): readonly NameNode[] {
  return node ? all(node, "name") : [];
}
