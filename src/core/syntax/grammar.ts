/** The table of the language, made ready to be followed: each pattern as steps, each with the function that reads it. */
import { type Cursor, exact } from "./cursor.ts";
import { end, listComma, part, side } from "./ends.ts";
import { evidence, scope } from "./evidence.ts";
import { type Keyword, keyword } from "./keywords.ts";
import { describe } from "./messages.ts";
import { date, number } from "./numbers.ts";
import { compilePattern, type Element } from "./pattern.ts";
import { citation, closedWord, declared, key, name, rest, synonym, text, typeWord } from "./pieces.ts";
import { Kind } from "./tokens.ts";
import type { Arguments, ListNode, Node } from "./tree.ts";
import { criterion, qualifiers, result } from "./values.ts";
import {
  type ClauseSpec,
  type ClosedPiece,
  clauses,
  closedVocabularies,
  type ItemSpec,
  items,
  ownClause,
  type PieceName,
} from "./vocabulary.ts";

type Reader = (cursor: Cursor) => Node | undefined;

const open: Reader = (cursor) => {
  if (cursor.kind !== Kind.question) return undefined;
  const { start, end: after } = cursor;
  cursor.advance();
  return { kind: "open", start, end: after };
};

const readers: Readonly<Record<Exclude<PieceName, ClosedPiece>, Reader>> = {
  STRING: text,
  CITATION: citation,
  KEY: key,
  DECLARE: declared,
  ID: (cursor) => name(cursor, "evidence"),
  CLAIM: (cursor) => name(cursor, "claim"),
  PREDICTION: (cursor) => name(cursor, "prediction"),
  ATLAS: (cursor) => name(cursor, "atlas"),
  SIDE: side,
  END: end,
  PART: part,
  TERM: (cursor) => name(cursor, "term", true),
  EVIDENCE: evidence,
  TYPE: typeWord,
  SCOPE: scope,
  RESULT: result,
  CRITERION: criterion,
  QUALIFIERS: qualifiers,
  DATE: date,
  NUMBER: number,
  REVISION: (cursor) => name(cursor, "revision", true),
  SYMBOL: (cursor) => name(cursor, "symbol", true),
  SYNONYM: synonym,
  XREF: (cursor) => name(cursor, "ontology"),
  TAG: (cursor) => name(cursor, "tag"),
  REST: rest,
};

export interface WordStep {
  readonly type: "word";
  readonly word: Keyword;
  readonly text: string;
}

export interface PieceStep {
  readonly type: "piece";
  readonly role: string;
  readonly pieces: readonly (PieceName | "?")[];
  readonly readers: readonly Reader[];
  /** Whether there may be several, with commas between. */
  readonly list: boolean;
}

export interface OptionalStep {
  readonly type: "optional";
  readonly steps: readonly Step[];
}

/** One step of a pattern: a word as it stands, a piece to be read, or steps that may be left out together. */
export type Step = WordStep | PieceStep | OptionalStep;

function stepOf(element: Element): Step {
  if (element.type === "word") return { type: "word", word: keyword(element.word), text: element.word };
  if (element.type === "optional") return { type: "optional", steps: element.elements.map(stepOf) };
  const { role, list } = element;
  return { type: "piece", role, list, pieces: element.pieces, readers: element.pieces.map((piece) => readerOf(piece, role)) };
}

function readerOf(piece: PieceName | "?", role: string): Reader {
  if (piece === "?") return open;
  const read: Reader =
    piece in closedVocabularies ? (cursor) => closedWord(cursor, piece as ClosedPiece) : readers[piece as Exclude<PieceName, ClosedPiece>];
  return (cursor) => {
    cursor.expectPiece(piece, role);
    return read(cursor);
  };
}

/** A header or a clause of the table with its steps. */
export interface Rule<Spec> {
  readonly spec: Spec;
  /** The place in the table, which numbers the rules. */
  readonly index: number;
  /** The words after the first that open it. */
  readonly more: readonly Keyword[];
  readonly steps: readonly Step[];
  /** Whether a header must give its item an id, so that a colon right after its word only lacks that. */
  readonly startsWithId: boolean;
  /** An empty object for what the steps read. */
  readonly newArguments: () => MutableArguments;
}

/**
 * Makes arguments of one rule. Each rule has a class of its own, because the runtime fits the room that an object takes
 * to what objects of its class came to hold: plain objects take twice as much, and there is one for every clause.
 */
function argumentsMaker(): () => MutableArguments {
  class RuleArguments {
    [role: string]: Node;
  }
  return () => new RuleArguments();
}

function rulesOf<Spec extends ClauseSpec | ItemSpec>(specs: readonly Spec[]): Rule<Spec>[] {
  return specs.map((spec, index) => {
    const more = spec.word.split(" ").slice(1).map(keyword);
    const steps = compilePattern(spec.pattern).map(stepOf);
    const [first] = steps;
    const startsWithId = first?.type === "piece" && first.pieces[0] === "DECLARE";
    return { spec, index, more, steps, startsWithId, newArguments: argumentsMaker() };
  });
}

const itemRules = rulesOf(items);
const clauseRules = rulesOf([...clauses, ownClause]);

/** How many clauses the table has, the house's own among them: their indices are below this number. */
export const clauseCount = clauseRules.length;
export const ownClauseRule = clauseRules[clauseRules.length - 1] as Rule<ClauseSpec>;

const itemRulesByKeyword: Rule<ItemSpec>[] = [];
for (const rule of itemRules) itemRulesByKeyword[keyword(rule.spec.word)] = rule;

/** The item that the word opens. */
export const itemRule = (word: Keyword): Rule<ItemSpec> | undefined => itemRulesByKeyword[word];

const clauseRulesByKeyword: Rule<ClauseSpec>[][] = [];
for (const rule of clauseRules) {
  const first = keyword(rule.spec.word.split(" ")[0] as string);
  const same = clauseRulesByKeyword[first];
  if (same) same.push(rule);
  else clauseRulesByKeyword[first] = [rule];
}
// longest first, so that `falsified by counterexample` is tried before shorter words
for (const rules of clauseRulesByKeyword) rules?.sort((a, b) => b.more.length - a.more.length);

/** The clauses whose first word this is, longest first. */
export const clauseRulesFor = (word: Keyword): readonly Rule<ClauseSpec>[] | undefined => clauseRulesByKeyword[word];

// for each item by its number, for each clause by its number, whether it may stand there
const places = items.map((item) => Uint8Array.from(clauseRules, (rule) => (rule.spec.items.includes(item.word) ? 1 : 0)));

/** Whether the clause may stand in the item. */
export const clauseAllowed = (item: Rule<ItemSpec>, clause: Rule<ClauseSpec>): boolean => places[item.index]?.[clause.index] === 1;

export type MutableArguments = { -readonly [Role in keyof Arguments]: Arguments[Role] };

const NOT = keyword("not");

/** Follows steps; gives the step that was missing, or undefined where all went well. */
export function follow(cursor: Cursor, steps: readonly Step[], args: MutableArguments): WordStep | PieceStep | undefined {
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] as Step;
    if (step.type === "piece") {
      const node = step.list ? readList(cursor, step) : readAny(cursor, step);
      if (!node) return step;
      args[step.role] = node;
    } else if (step.type === "optional") {
      if (!couldStart(cursor, step.steps)) continue;
      const missing = follow(cursor, step.steps, args);
      if (missing) return missing;
    } else {
      cursor.expectWord(step.word);
      if (!cursor.isWord(step.word)) return step;
      if (step.word === NOT) {
        args.not = { kind: "word", vocabulary: "KEYWORD", text: "not", known: true, start: cursor.start, end: cursor.end };
      }
      cursor.advance();
    }
  }
  return undefined;
}

function readAny(cursor: Cursor, step: PieceStep): Node | undefined {
  const { readers } = step;
  for (let index = 0; index < readers.length; index++) {
    const node = (readers[index] as Reader)(cursor);
    if (node) return node;
  }
  return undefined;
}

function readList(cursor: Cursor, step: PieceStep): Node | undefined {
  const first = readAny(cursor, step);
  if (!first) return undefined;
  const nodes = [first];
  let last = first;
  while (listComma(cursor)) {
    const next = readAny(cursor, step);
    if (!next) {
      cursor.reportExpected(describe(step));
      break;
    }
    nodes.push(next);
    last = next;
  }
  const list: ListNode = { kind: "list", nodes: exact(nodes), start: first.start, end: last.end };
  return list;
}

/** Whether an optional group starts at the current token. */
function couldStart(cursor: Cursor, steps: readonly Step[]): boolean {
  const first = steps[0] as Step;
  if (first.type === "word") {
    cursor.expectWord(first.word);
    return cursor.isWord(first.word);
  }
  if (first.type === "optional") return couldStart(cursor, first.steps);
  const { pieces, role } = first;
  for (const piece of pieces) if (piece !== "?") cursor.expectPiece(piece, role);
  switch (pieces[0]) {
    case "STRING":
      return cursor.kind === Kind.string;
    case "NUMBER":
      return cursor.kind === Kind.number;
    case "DECLARE":
      return cursor.kind === Kind.name && cursor.peekKind(1) === Kind.colon;
    default:
      return cursor.kind === Kind.name;
  }
}
