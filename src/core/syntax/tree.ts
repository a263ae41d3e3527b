/**
 * The tree of a region of Lamina. It is lossless: every item keeps its own text, from its header to just before
 * the next header, and joining the texts of all items gives the region back. All spans inside an item count from
 * the item's start, so an item that an edit does not touch is shared as it is, wherever it moves.
 */
import type { Span } from "../text.ts";
import type { ClauseSpec, ClosedPiece, ItemWord } from "./vocabulary.ts";

/** What a name refers to, decided by where it stands. */
export type NameRole =
  | "declared"
  | "part"
  | "claim"
  | "prediction"
  | "evidence"
  | "atlas"
  | "key"
  | "term"
  | "symbol"
  | "revision"
  | "synonym"
  | "notation"
  | "ontology"
  | "tag"
  | "column"
  | "unit"
  | "measure";

export interface NameNode extends Span {
  readonly kind: "name";
  readonly role: NameRole;
  /** The name itself, without quotes or `@`. */
  readonly text: string;
  /** Whether it was written in quotes. */
  readonly quoted: boolean;
}

export interface TextNode extends Span {
  readonly kind: "text";
  /** The text without quotes; strings in a row are joined by a space. */
  readonly value: string;
}

/** A word of a closed vocabulary; `known` is false where the vocabulary lacks it. */
export interface WordNode extends Span {
  readonly kind: "word";
  readonly vocabulary: ClosedPiece | "TYPE" | "KEYWORD";
  readonly text: string;
  readonly known: boolean;
}

/** `?`: open, not transcribed, not located. */
export interface OpenNode extends Span {
  readonly kind: "open";
}

export interface Cite extends Span {
  readonly key: string;
  /** The span of the key alone, without `@`. */
  readonly keySpan: Span;
  /** The place after the key: `p. 12`. */
  readonly place: string | undefined;
  /** A place that starts with a version: `v3`. */
  readonly version: string | undefined;
}

export interface CitationNode extends Span {
  readonly kind: "citation";
  readonly cites: readonly Cite[];
}

export interface NumberNode extends Span {
  readonly kind: "number";
  readonly value: number;
}

export interface DateNode extends Span {
  readonly kind: "date";
  readonly text: string;
}

export type Arrow = "->" | "<-" | "<->" | "--";

/** A part, a pathway of parts, or a claim, as one end of a claim. */
export interface EndNode extends Span {
  readonly kind: "end";
  /** `claim ID` as an end. */
  readonly claim: NameNode | undefined;
  /** One part, or the parts along a pathway. */
  readonly parts: readonly NameNode[];
  /** The arrows between the parts, one fewer than the parts. */
  readonly arrows: readonly Arrow[];
}

export type Join = "one" | "all" | "any" | "each";

export interface EndListNode extends Span {
  readonly kind: "ends";
  readonly join: Join;
  readonly ends: readonly EndNode[];
}

export interface SideNode extends Span {
  readonly kind: "side";
  readonly open: boolean;
  readonly list: EndListNode | undefined;
  /** The list after `>`: what the first outweighs. */
  readonly outweighed: EndListNode | undefined;
}

export interface ScopePhrase extends Span {
  readonly text: string;
  readonly quoted: boolean;
}

export interface ScopeNode extends Span {
  readonly kind: "scope";
  /** Conditions that hold together; in each, phrases of which one holds. */
  readonly alternatives: readonly (readonly ScopePhrase[])[];
}

export interface DataNode extends Span {
  readonly kind: "data";
  readonly file: TextNode;
  readonly column: NameNode | undefined;
  readonly where: { readonly column: NameNode; readonly comparator: Comparator; readonly value: TextNode | NumberNode } | undefined;
  readonly aggregate: WordNode | undefined;
  /** The first digits of the hash that the file had when its content was accepted. */
  readonly accepted: NameNode | undefined;
}

export interface EvidenceNode extends Span {
  readonly kind: "evidence";
  /** A citation, an id, a data file, or the writer's own argument. */
  readonly what: CitationNode | NameNode | DataNode | TextNode;
  readonly type: WordNode | undefined;
  readonly shows: TextNode | undefined;
  readonly scope: ScopeNode | undefined;
  readonly read: WordNode | undefined;
  readonly through: TextNode | undefined;
}

export type Comparator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "~";

export interface ValueNode extends Span {
  readonly kind: "value";
  readonly number: number;
  readonly plusMinus: number | undefined;
  readonly unit: string | undefined;
}

export interface QuantityNode extends Span {
  readonly kind: "quantity";
  readonly name: TextNode;
  /** A text, `?` where the source does not say, or nothing. */
  readonly denominator: TextNode | OpenNode | undefined;
}

export type Test =
  | { readonly form: "compare"; readonly comparator: Comparator; readonly value: ValueNode }
  | { readonly form: "quantities"; readonly comparator: Comparator; readonly other: TextNode; readonly by: ValueNode | undefined }
  | { readonly form: "within" | "outside"; readonly low: number; readonly high: number; readonly unit: string | undefined }
  | { readonly form: "includes"; readonly value: ValueNode };

export interface CriterionNode extends Span {
  readonly kind: "criterion";
  readonly quantity: QuantityNode | undefined;
  readonly test: (Test & Span) | undefined;
  readonly data: DataNode | undefined;
}

export interface Qualifier extends Span {
  readonly measure: string | undefined;
  readonly comparator: Comparator | undefined;
  readonly value: ValueNode | undefined;
  readonly text: string | undefined;
}

export interface QualifiersNode extends Span {
  readonly kind: "qualifiers";
  readonly qualifiers: readonly Qualifier[];
}

export interface ResultNode extends Span {
  readonly kind: "result";
  readonly join: "and" | "or";
  readonly criteria: readonly CriterionNode[];
  readonly scope: ScopeNode | undefined;
  readonly with: QualifiersNode | undefined;
  readonly from: CitationNode | NameNode | undefined;
}

export interface SynonymNode extends Span {
  readonly kind: "synonym";
  readonly name: NameNode;
  /** The language or notation after `in`. */
  readonly notation: NameNode | undefined;
}

export interface ListNode extends Span {
  readonly kind: "list";
  readonly nodes: readonly Node[];
}

export type Node =
  | NameNode
  | TextNode
  | WordNode
  | OpenNode
  | CitationNode
  | NumberNode
  | DateNode
  | EndNode
  | EndListNode
  | SideNode
  | ScopeNode
  | DataNode
  | EvidenceNode
  | ValueNode
  | QuantityNode
  | CriterionNode
  | QualifiersNode
  | ResultNode
  | SynonymNode
  | ListNode;

/** Arguments by the role that the pattern gives them. */
export type Arguments = Readonly<Record<string, Node>>;

/** What the parser itself finds wrong. Its codes are the names of rules. */
export type ProblemCode = "syntax-error" | "misplaced-clause" | "unknown-word" | "mixed-list" | "newer-language";

export interface ProblemFix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly ProblemFix[];
}

export interface Clause extends Span {
  /** The spec by which it was read; undefined for a line that is not understood. */
  readonly spec: ClauseSpec | undefined;
  /** The words as in the table (`supported by`), or the first word of a line that is not understood. */
  readonly word: string;
  readonly wordSpan: Span;
  readonly args: Arguments;
  /** Whether the item may have this clause; a misplaced one is kept but means nothing. */
  readonly misplaced: boolean;
  /** Whether the line was read to its end without a problem. */
  readonly whole: boolean;
}

export interface Item {
  /** The item's own text, header to the last character before the next header. */
  readonly text: string;
  /** `broken`: a header that is not understood. `loose`: the text before the first header. */
  readonly form: "item" | "broken" | "loose";
  readonly word: ItemWord | undefined;
  /** The header's first word. */
  readonly wordSpan: Span;
  /** The header as far as it was read, without an inline clause. */
  readonly header: Span;
  readonly args: Arguments;
  readonly clauses: readonly Clause[];
  readonly problems: readonly Problem[];
  /** How many line breaks the text holds. */
  readonly lineBreaks: number;
  /** Where the last character stands that is neither space nor comment. */
  readonly contentEnd: number;
}

/** Calls `visit` on every node below `node`, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  switch (node.kind) {
    case "list":
      for (const child of node.nodes) walk(child, visit);
      break;
    case "side":
      if (node.list) walk(node.list, visit);
      if (node.outweighed) walk(node.outweighed, visit);
      break;
    case "ends":
      for (const end of node.ends) walk(end, visit);
      break;
    case "end":
      if (node.claim) visit(node.claim);
      for (const part of node.parts) visit(part);
      break;
    case "evidence":
      walk(node.what, visit);
      for (const child of [node.type, node.shows, node.scope, node.read, node.through]) if (child) walk(child, visit);
      break;
    case "data":
      visit(node.file);
      if (node.column) visit(node.column);
      if (node.where) {
        visit(node.where.column);
        visit(node.where.value);
      }
      if (node.aggregate) visit(node.aggregate);
      if (node.accepted) visit(node.accepted);
      break;
    case "result":
      for (const criterion of node.criteria) walk(criterion, visit);
      for (const child of [node.scope, node.with, node.from]) if (child) walk(child, visit);
      break;
    case "criterion":
      if (node.quantity) walk(node.quantity, visit);
      if (node.data) walk(node.data, visit);
      break;
    case "quantity":
      visit(node.name);
      if (node.denominator) visit(node.denominator);
      break;
    case "synonym":
      visit(node.name);
      if (node.notation) visit(node.notation);
      break;
  }
}

/** Calls `visit` on every node of an item, header first, then clause by clause. */
export function walkItem(item: Item, visit: (node: Node, clause: Clause | undefined) => void): void {
  for (const role in item.args) walk(item.args[role] as Node, (node) => visit(node, undefined));
  for (const clause of item.clauses) {
    for (const role in clause.args) walk(clause.args[role] as Node, (node) => visit(node, clause));
  }
}
