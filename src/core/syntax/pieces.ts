/** Reads the pieces that clauses are made of: names, ends, citations, evidence, scopes. One function a piece. */
import { evidenceType, evidenceTypes } from "../evidence/types.ts";
import type { Span } from "../text.ts";
import { type Cursor, replacement } from "./cursor.ts";
import { isClosed, Kind, stringValue } from "./lexer.ts";
import type {
  Arrow,
  Cite,
  CitationNode,
  DataNode,
  EndListNode,
  EndNode,
  EvidenceNode,
  Join,
  NameNode,
  NameRole,
  ScopeNode,
  ScopePhrase,
  SideNode,
  SynonymNode,
  TextNode,
  WordNode,
} from "./tree.ts";
import { comparatorOf, number } from "./values.ts";
import { type ClosedPiece, closedVocabularies, clausesStartingWith, pieces, reservedInEnds } from "./vocabulary.ts";

/** Words that end a scope, because a clause goes on with them. */
const scopeEnds: ReadonlySet<string> = new Set(["read", "with", "from", "seen", "or", "and", "in"]);

const reservedWords: ReadonlySet<string> = new Set(reservedInEnds);

/** Whether a bare name may stand in an end: words of the language need quotes there. */
export const isReservedInEnds = (word: string): boolean => reservedWords.has(word) || clausesStartingWith(word).length > 0;

/** A name as one token, or a quoted one where `quoted` allows it. */
export function name(cursor: Cursor, role: NameRole, quoted = false): NameNode | undefined {
  const { kind, start, end } = cursor;
  if (kind === Kind.name || ((kind === Kind.number || kind === Kind.date) && role !== "declared")) {
    const node: NameNode = { kind: "name", role, text: cursor.word, quoted: false, start, end };
    cursor.advance();
    return node;
  }
  if (quoted && kind === Kind.string) {
    const node: NameNode = { kind: "name", role, text: stringValue(cursor.text, start, end), quoted: true, start, end };
    checkClosed(cursor);
    cursor.advance();
    return node;
  }
  return undefined;
}

function checkClosed(cursor: Cursor): void {
  const { start, end } = cursor;
  if (!isClosed(cursor.text, start, end)) {
    cursor.report("syntax-error", { start, end }, 'This text is not closed: expected a closing quote " on the same line.', [
      { title: "Close the text", edits: [{ span: { start: end, end }, text: '"' }] },
    ]);
  }
}

/** A text; several in a row are one, joined by a space. */
export function text(cursor: Cursor): TextNode | undefined {
  if (cursor.kind !== Kind.string) return undefined;
  const { start } = cursor;
  let end = cursor.end;
  let value = stringValue(cursor.text, start, end);
  checkClosed(cursor);
  cursor.advance();
  while (cursor.kind === Kind.string) {
    end = cursor.end;
    value += ` ${stringValue(cursor.text, cursor.start, end)}`;
    checkClosed(cursor);
    cursor.advance();
  }
  return { kind: "text", value, start, end };
}

/** A word of a closed vocabulary. Any name is taken, so that a misspelt one is a finding and the rest still holds. */
export function closedWord(cursor: Cursor, vocabulary: ClosedPiece): WordNode | undefined {
  if (cursor.kind !== Kind.name) return undefined;
  const { start, end, word } = cursor;
  const known = closedVocabularies[vocabulary].some((entry) => entry.word === word);
  if (!known) {
    const words = closedVocabularies[vocabulary].map((entry) => entry.word);
    cursor.reportUnknownWord({ start, end }, word, pieces[vocabulary].name, words);
  }
  cursor.advance();
  return { kind: "word", vocabulary, text: word, known, start, end };
}

/** A type of evidence, or a family of them. */
export function typeWord(cursor: Cursor): WordNode | undefined {
  if (cursor.kind !== Kind.name) return undefined;
  const { start, end, word } = cursor;
  const known = evidenceType(word) !== undefined;
  if (!known) {
    const words = evidenceTypes.map((type) => type.id);
    cursor.reportUnknownWord({ start, end }, word, "a type of evidence", words);
  }
  cursor.advance();
  return { kind: "word", vocabulary: "TYPE", text: word, known, start, end };
}

/** The name before a colon that an item gives itself. */
export function declared(cursor: Cursor): NameNode | undefined {
  if (cursor.kind !== Kind.name || cursor.peekKind(1) !== Kind.colon) return undefined;
  const node = name(cursor, "declared");
  cursor.advance();
  return node;
}

/** `[@key, p. 12; @other]` */
export function citation(cursor: Cursor): CitationNode | undefined {
  if (cursor.kind !== Kind.citation) return undefined;
  const { start, end, text: whole } = cursor;
  const closed = whole[end - 1] === "]";
  if (!closed) {
    cursor.report("syntax-error", { start, end }, "This citation is not closed: expected ] on the same line.", [
      { title: "Close the citation", edits: [{ span: { start: end, end }, text: "]" }] },
    ]);
  }
  const cites: Cite[] = [];
  let at = start + 1;
  const stop = closed ? end - 1 : end;
  while (at <= stop) {
    let partEnd = whole.indexOf(";", at);
    if (partEnd < 0 || partEnd > stop) partEnd = stop;
    const cite = readCite(whole, at, partEnd);
    if (cite) cites.push(cite);
    at = partEnd + 1;
  }
  if (cites.length === 0) {
    cursor.report("syntax-error", { start, end }, "Unexpected “[…]” without a key, expected a citation such as [@key, p. 12].");
  }
  cursor.advance();
  return { kind: "citation", cites, start, end };
}

const keyCharacter = /[\p{L}\p{M}\p{N}_:.#$%&+?<>~/-]/u;

function readCite(whole: string, from: number, to: number): Cite | undefined {
  const sign = whole.indexOf("@", from);
  if (sign < 0 || sign >= to) return undefined;
  let end = sign + 1;
  while (end < to && keyCharacter.test(whole.charAt(end))) end++;
  // punctuation at the end of a key belongs to the sentence, as in Pandoc
  while (end > sign + 1 && ":.#$%&+?<>~/-".includes(whole.charAt(end - 1))) end--;
  const comma = whole.indexOf(",", end);
  const place = comma >= 0 && comma < to ? whole.slice(comma + 1, to).trim() : "";
  const version = /^v\d[\w.]*/.exec(place)?.[0];
  return {
    key: whole.slice(sign + 1, end),
    keySpan: { start: sign + 1, end },
    place: place === "" ? undefined : place,
    version,
    start: sign,
    end: to,
  };
}

/** `@key`, as in a source's header. */
export function key(cursor: Cursor): NameNode | undefined {
  if (cursor.kind !== Kind.at || cursor.peekKind(1) !== Kind.name) return undefined;
  cursor.advance();
  return name(cursor, "key");
}

const arrows: Readonly<Partial<Record<Kind, Arrow>>> = {
  [Kind.arrowRight]: "->",
  [Kind.arrowLeft]: "<-",
  [Kind.arrowBoth]: "<->",
  [Kind.line]: "--",
};

/** A part of an end: a name that is not a word of the language, or a quoted one. */
export function part(cursor: Cursor): NameNode | undefined {
  cursor.expectPiece("PART", "part");
  if (cursor.kind === Kind.name && isReservedInEnds(cursor.word)) return undefined;
  if (cursor.kind === Kind.number || cursor.kind === Kind.date) return undefined;
  return name(cursor, "part", true);
}

/** A part, a pathway, or `claim ID`. */
export function end(cursor: Cursor): EndNode | undefined {
  const { start } = cursor;
  cursor.expectWord("claim");
  if (cursor.isWord("claim")) {
    cursor.advance();
    cursor.expectPiece("CLAIM", "claim");
    const claim = name(cursor, "claim");
    return claim ? { kind: "end", claim, parts: [], arrows: [], start, end: claim.end } : undefined;
  }
  const first = part(cursor);
  if (!first) return undefined;
  const parts = [first];
  const between: Arrow[] = [];
  for (;;) {
    const arrow = arrows[cursor.kind];
    if (!arrow) break;
    const { span } = cursor;
    cursor.advance();
    const next = part(cursor);
    if (!next) {
      cursor.report("syntax-error", span, `Expected a part after “${arrow}”.`);
      break;
    }
    between.push(arrow);
    parts.push(next);
  }
  return { kind: "end", claim: undefined, parts, arrows: between, start, end: (parts[parts.length - 1] as NameNode).end };
}

/** `[each] A, B` or `A or B`. */
export function endList(cursor: Cursor): EndListNode | undefined {
  const { start } = cursor;
  const each = cursor.isWord("each");
  cursor.expectWord("each");
  if (each) cursor.advance();
  const first = end(cursor);
  if (!first) return undefined;
  const ends = [first];
  let join: Join = each ? "each" : "one";
  let mixed: Span | undefined;
  for (;;) {
    const comma = cursor.kind === Kind.comma;
    const or = !comma && cursor.isWord("or");
    if (!comma && !or) break;
    const wanted: Join = or ? "any" : each ? "each" : "all";
    const { span } = cursor;
    cursor.advance();
    const next = end(cursor);
    if (!next) {
      cursor.report("syntax-error", span, `Expected a part after “${or ? "or" : ","}”.`);
      break;
    }
    if (join !== "one" && join !== wanted && !(each && comma)) mixed ??= span;
    if (join === "one") join = wanted;
    ends.push(next);
  }
  if (mixed) {
    cursor.report(
      "mixed-list",
      mixed,
      "Unexpected “,” and “or” in one list, expected one of them: nobody agrees which binds tighter. Write two claims.",
    );
  }
  return { kind: "ends", join, ends, start, end: (ends[ends.length - 1] as EndNode).end };
}

/** One side of a claim. */
export function side(cursor: Cursor): SideNode | undefined {
  const { start } = cursor;
  if (cursor.kind === Kind.question) {
    const open: SideNode = { kind: "side", open: true, list: undefined, outweighed: undefined, start, end: cursor.end };
    cursor.advance();
    return open;
  }
  const list = endList(cursor);
  if (!list) return undefined;
  if (cursor.kind !== Kind.greater) return { kind: "side", open: false, list, outweighed: undefined, start, end: list.end };
  const { span } = cursor;
  cursor.advance();
  const outweighed = endList(cursor);
  if (!outweighed) cursor.report("syntax-error", span, "Expected a part after “>”: what the first outweighs.");
  return { kind: "side", open: false, list, outweighed, start, end: outweighed?.end ?? span.end };
}

/** `mouse V1, adult or juvenile, "while running"` */
export function scope(cursor: Cursor): ScopeNode | undefined {
  const { start } = cursor;
  const alternatives: ScopePhrase[][] = [];
  let last = start;
  for (;;) {
    const phrases: ScopePhrase[] = [];
    for (;;) {
      cursor.expectPiece("SCOPE", "scope");
      const phrase = scopePhrase(cursor);
      if (!phrase) break;
      phrases.push(phrase);
      last = phrase.end;
      if (!cursor.isWord("or")) break;
      cursor.advance();
    }
    if (phrases.length === 0) break;
    alternatives.push(phrases);
    if (cursor.kind !== Kind.comma) break;
    cursor.advance();
  }
  return alternatives.length === 0 ? undefined : { kind: "scope", alternatives, start, end: last };
}

function scopePhrase(cursor: Cursor): ScopePhrase | undefined {
  const { start } = cursor;
  if (cursor.kind === Kind.string) {
    const quoted = name(cursor, "term", true) as NameNode;
    return { text: quoted.text, quoted: true, start, end: quoted.end };
  }
  let last = start;
  while ((cursor.kind === Kind.name && !scopeEnds.has(cursor.word)) || cursor.kind === Kind.number) {
    last = cursor.end;
    cursor.advance();
  }
  return last === start ? undefined : { text: cursor.text.slice(start, last), quoted: false, start, end: last };
}

/** `data "FILE" [column NAME [where NAME = VALUE] [mean|median|min|max|count]]` */
export function data(cursor: Cursor): DataNode | undefined {
  if (!cursor.isWord("data") || cursor.peekKind(1) !== Kind.string) return undefined;
  const { start } = cursor;
  cursor.advance();
  const file = name(cursor, "term", true) as NameNode;
  const fileText: TextNode = { kind: "text", value: file.text, start: file.start, end: file.end };
  let column: NameNode | undefined;
  let where: DataNode["where"];
  let aggregate: WordNode | undefined;
  cursor.expectWord("column");
  if (cursor.isWord("column")) {
    cursor.advance();
    column = name(cursor, "column", true);
    cursor.expectWord("where");
    if (cursor.isWord("where")) where = dataCondition(cursor);
    aggregate = dataAggregate(cursor);
  }
  return { kind: "data", file: fileText, column, where, aggregate, start, end: cursor.before };
}

export const aggregates: readonly string[] = ["mean", "median", "min", "max", "count"];

function dataAggregate(cursor: Cursor): WordNode | undefined {
  for (const word of aggregates) {
    cursor.expectWord(word);
    if (cursor.isWord(word)) {
      const node: WordNode = { kind: "word", vocabulary: "KEYWORD", text: word, known: true, ...cursor.span };
      cursor.advance();
      return node;
    }
  }
  return undefined;
}

function dataCondition(cursor: Cursor): DataNode["where"] {
  const { span } = cursor;
  cursor.advance();
  const column = name(cursor, "column", true);
  const comparator = comparatorOf(cursor.kind);
  if (!column || !comparator) {
    cursor.report("syntax-error", span, 'Expected a column and a comparison after “where”, such as: where layer = "L4".');
    return undefined;
  }
  cursor.advance();
  const value = cursor.kind === Kind.string ? text(cursor) : number(cursor);
  if (value) return { column, comparator, value };
  cursor.report("syntax-error", span, "Expected a text or a number after the comparison.");
  return undefined;
}

/** WHAT `TYPE "what it shows" in SCOPE read EXTENT "through what"`, all after WHAT optional, in this order. */
export function evidence(cursor: Cursor): EvidenceNode | undefined {
  const { start } = cursor;
  cursor.expectPiece("CITATION", "what");
  cursor.expectPiece("EVIDENCE", "what");
  cursor.expectWord("data");
  const argument = text(cursor);
  if (argument) return finishEvidence(cursor, start, { what: argument });
  const what = citation(cursor) ?? data(cursor) ?? name(cursor, "evidence");
  if (!what) return undefined;
  let type: WordNode | undefined;
  cursor.expectPiece("TYPE", "type");
  if (cursor.kind === Kind.name && !cursor.isWord("in") && !cursor.isWord("read")) type = typeWord(cursor);
  const shows = text(cursor);
  return finishEvidence(cursor, start, { what, type, shows, ...scopeAndRead(cursor) });
}

type EvidenceParts = { what: EvidenceNode["what"] } & Partial<Pick<EvidenceNode, "type" | "shows" | "scope" | "read" | "through">>;

function finishEvidence(cursor: Cursor, start: number, parts: EvidenceParts): EvidenceNode {
  const { what, type, shows, scope: where, read, through } = parts;
  return { kind: "evidence", what, type, shows, scope: where, read, through, start, end: cursor.before };
}

function scopeAndRead(cursor: Cursor): Pick<EvidenceNode, "scope" | "read" | "through"> {
  let where: ScopeNode | undefined;
  let read: WordNode | undefined;
  let through: TextNode | undefined;
  cursor.expectWord("in");
  if (cursor.isWord("in")) {
    const { span } = cursor;
    cursor.advance();
    where = scope(cursor);
    if (!where) cursor.report("syntax-error", span, "Expected a scope after “in”, such as: in cat V1, adult.");
  }
  cursor.expectWord("read");
  if (cursor.isWord("read")) {
    const { span } = cursor;
    cursor.advance();
    cursor.expectPiece("EXTENT", "read");
    read = closedWord(cursor, "EXTENT");
    if (!read) cursor.report("syntax-error", span, "Expected how far it was read after “read”: full-text, abstract, secondary, title-only or not-read.");
    else through = text(cursor);
  }
  return { scope: where, read, through };
}

/** A synonym, with `in` and its language or notation. */
export function synonym(cursor: Cursor): SynonymNode | undefined {
  const { start } = cursor;
  const node = name(cursor, "synonym", true);
  if (!node) return undefined;
  let notation: NameNode | undefined;
  cursor.expectWord("in");
  if (cursor.isWord("in")) {
    cursor.advance();
    notation = name(cursor, "notation");
  }
  return { kind: "synonym", name: node, notation, start, end: notation?.end ?? node.end };
}

/** Everything to the end of the line, as it stands. */
export function rest(cursor: Cursor): TextNode {
  const { start } = cursor;
  const last = Math.max(start, cursor.lineEnd());
  const node: TextNode = { kind: "text", value: cursor.text.slice(start, last), start, end: last };
  cursor.skipLine();
  return node;
}

export { replacement };
