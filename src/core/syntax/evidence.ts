/** Reads pieces of evidence: what it is, its type, what it shows, where, and how far it was read; scopes and data files. */

import { comparatorOf } from "./comparators.ts";
import { type Cursor, exact } from "./cursor.ts";
import { KeywordSet, keyword } from "./keywords.ts";
import { number } from "./numbers.ts";
import { citation, closedWord, isClosedWord, isTypeWord, name, text, typeWord } from "./pieces.ts";
import { Kind } from "./tokens.ts";
import type { CitationNode, DataNode, EvidenceNode, NameNode, ScopeNode, ScopePhrase, TextNode, WordNode } from "./tree.ts";
import { closedVocabularies } from "./vocabulary.ts";

const IN = keyword("in");
const READ = keyword("read");
const OR = keyword("or");
const DATA = keyword("data");
const COLUMN = keyword("column");
const WHERE = keyword("where");
const ACCEPTED = keyword("accepted");

/** Words that end a scope, because a clause goes on with them. */
const scopeEnds = new KeywordSet(["read", "with", "from", "seen", "or", "and", "in"]);

/** `mouse V1, adult or juvenile, "while running"` */
export function scope(cursor: Cursor): ScopeNode | undefined {
  const { start } = cursor;
  cursor.expectPiece("SCOPE", "scope");
  let phrase = scopePhrase(cursor);
  if (!phrase) return undefined;
  let phrases = [phrase];
  const alternatives = [phrases];
  let last = phrase.end;
  for (;;) {
    const or = cursor.isWord(OR);
    if (!or && cursor.kind !== Kind.comma) break;
    cursor.advance();
    cursor.expectPiece("SCOPE", "scope");
    phrase = scopePhrase(cursor);
    if (!phrase) {
      cursor.reportExpected("a scope, such as mouse V1");
      break;
    }
    last = phrase.end;
    if (or) phrases.push(phrase);
    else {
      phrases = [phrase];
      alternatives.push(phrases);
    }
  }
  return { kind: "scope", alternatives: exact(alternatives), start, end: last };
}

/** Preparations whose first word is `in`: the only phrases that hold a word of the language. */
const afterIn: ReadonlySet<string> = new Set(["vivo", "vitro", "situ", "silico"]);

/** Whether `in vivo` or the like stands here, on one line. */
function startsWithIn(cursor: Cursor): boolean {
  if (!cursor.isWord(IN) || cursor.peekKind(1) !== Kind.name) return false;
  return afterIn.has(cursor.slice(cursor.peekStart(1), cursor.peekEnd(1)).toLowerCase());
}

function scopePhrase(cursor: Cursor): ScopePhrase | undefined {
  const { start } = cursor;
  if (cursor.kind === Kind.string) {
    const quoted = text(cursor) as TextNode;
    return { text: quoted.value, quoted: true, start, end: quoted.end };
  }
  let last = start;
  let words = "";
  while (
    cursor.kind === Kind.name
      ? !scopeEnds.has(cursor.detail) || startsWithIn(cursor)
      : cursor.kind === Kind.number || cursor.kind === Kind.date
  ) {
    const { word } = cursor;
    words = words === "" ? word : `${words} ${word}`;
    last = cursor.end;
    cursor.advance();
    // another phrase may follow without a comma: `mouse V1`
    cursor.expectPiece("SCOPE", "scope");
  }
  return last === start ? undefined : { text: words, quoted: false, start, end: last };
}

/** `data "FILE" [column NAME [where NAME = VALUE] [mean|median|min|max|count]] [accepted HASH]` */
export function data(cursor: Cursor): DataNode | undefined {
  cursor.expectWord(DATA);
  if (!cursor.isWord(DATA) || cursor.peekKind(1) !== Kind.string) return undefined;
  const { start } = cursor;
  cursor.advance();
  const file = text(cursor) as TextNode;
  let column: NameNode | undefined;
  let where: DataNode["where"];
  let aggregate: WordNode | undefined;
  cursor.expectWord(COLUMN);
  if (cursor.isWord(COLUMN)) {
    cursor.advance();
    column = cursor.isWord(WHERE) ? undefined : name(cursor, "column", true);
    if (column) {
      cursor.expectWord(WHERE);
      if (cursor.isWord(WHERE)) where = dataCondition(cursor);
      aggregate = dataAggregate(cursor);
    } else cursor.reportExpected("the name of a column");
  }
  const accepted = dataAccepted(cursor);
  return { kind: "data", file, column, where, aggregate, accepted, start, end: cursor.before };
}

function dataAccepted(cursor: Cursor): NameNode | undefined {
  cursor.expectWord(ACCEPTED);
  if (!cursor.isWord(ACCEPTED)) return undefined;
  cursor.advance();
  const hash = name(cursor, "revision");
  if (!hash) cursor.reportExpected("the first digits of the file's hash, such as: accepted 3adf61e0c2b1");
  return hash;
}

/** What can be made of the values of a column. */
export const aggregates: readonly string[] = ["mean", "median", "min", "max", "count"];
const aggregateWords = aggregates.map(keyword);

function dataAggregate(cursor: Cursor): WordNode | undefined {
  for (const word of aggregateWords) {
    cursor.expectWord(word);
    if (cursor.isWord(word)) {
      const node: WordNode = { kind: "word", vocabulary: "KEYWORD", text: cursor.word, known: true, start: cursor.start, end: cursor.end };
      cursor.advance();
      return node;
    }
  }
  return undefined;
}

function dataCondition(cursor: Cursor): DataNode["where"] {
  cursor.advance();
  const column = name(cursor, "column", true);
  const comparator = column && comparatorOf(cursor.kind);
  if (!column || !comparator) {
    cursor.reportExpected('a column and a comparison, such as: where layer = "L4"');
    return undefined;
  }
  cursor.advance();
  const value = text(cursor) ?? number(cursor);
  if (value) return { column, comparator, value };
  cursor.reportExpected("a text in double quotes or a number");
  return undefined;
}

/** WHAT `TYPE "what it shows" in SCOPE read EXTENT "through what"`, all after WHAT optional, in this order. */
export function evidence(cursor: Cursor): EvidenceNode | undefined {
  const { start } = cursor;
  cursor.expectPiece("CITATION", "what");
  cursor.expectPiece("EVIDENCE", "what");
  const argument = text(cursor);
  if (argument) return made(start, argument.end, argument);
  const what = citation(cursor) ?? data(cursor) ?? name(cursor, "evidence");
  if (!what) return undefined;
  if (cursor.explained) return made(start, cursor.before, what);
  cursor.expectPiece("TYPE", "type");
  const type = startsType(cursor) ? typeWord(cursor) : undefined;
  cursor.expectPiece("STRING", "shows");
  const shows = text(cursor);
  let where: ScopeNode | undefined;
  cursor.expectWord(IN);
  if (cursor.isWord(IN)) {
    cursor.advance();
    where = scope(cursor);
    if (!where) cursor.reportExpected("a scope, such as cat V1, adult");
  }
  let read: WordNode | undefined;
  let through: TextNode | undefined;
  cursor.expectWord(READ);
  if (cursor.isWord(READ)) {
    cursor.advance();
    read = extent(cursor);
    cursor.expectPiece("STRING", "through");
    if (read) through = text(cursor);
  }
  return made(start, cursor.before, what, type, shows, where, read, through);
}

/** Whether a type stands here. A word that is none counts as one misspelt, unless the line has another use for it. */
function startsType(cursor: Cursor): boolean {
  if (cursor.kind !== Kind.name || cursor.isWord(IN) || cursor.isWord(READ)) return false;
  if (isTypeWord(cursor)) return true;
  const next = cursor.peekKind(1);
  return !isClosedWord(cursor, "EXTENT") && next !== Kind.name && next !== Kind.number && next !== Kind.comma;
}

function made(
  start: number,
  end: number,
  what: CitationNode | NameNode | DataNode | TextNode,
  type?: WordNode,
  shows?: TextNode,
  scope?: ScopeNode,
  read?: WordNode,
  through?: TextNode,
): EvidenceNode {
  return { kind: "evidence", what, type, shows, scope, read, through, start, end };
}

function extent(cursor: Cursor): WordNode | undefined {
  cursor.expectPiece("EXTENT", "read");
  const read = closedWord(cursor, "EXTENT");
  if (!read) cursor.reportExpected(`how far it was read: ${closedVocabularies.EXTENT.map((entry) => entry.word).join(", ")}`);
  return read;
}
