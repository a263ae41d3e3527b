/** The slips that are seen most where a line goes on too long: each says what was meant and how to mend it. */
import { evidenceType } from "../evidence/types.ts";
import { nearest } from "../nearest.ts";
import type { Span } from "../text.ts";
import { isOneName } from "./characters.ts";
import { comparatorOf } from "./comparators.ts";
import { type Cursor, insertion, replacement, shorten } from "./cursor.ts";
import { aggregates } from "./evidence.ts";
import { KeywordSet, keyword } from "./keywords.ts";
import { opensClause } from "./lexer.ts";
import { isClosedWord, isTypeWord } from "./pieces.ts";
import { ends, type Reading } from "./slips.ts";
import { Kind } from "./tokens.ts";
import type { CriterionNode, EvidenceNode, Node, ProblemFix, WordNode } from "./tree.ts";
import { measures } from "./values.ts";
import { type PieceName, reservedInEnds } from "./vocabulary.ts";

const IN = keyword("in");
const OF = keyword("of");

const severalWords: readonly (PieceName | "?")[] = [...ends, "SYNONYM"];
const named: readonly (PieceName | "?")[] = ["ATLAS", "CLAIM", "PREDICTION", "TAG"];

/** Explains a slip where the line should end; false where it knows none. */
export function explainLeftOver(cursor: Cursor, reading: Reading): boolean {
  if (reading.clauseFollows) return explainInlineClause(cursor);
  const { type, evidence, result, criterion } = reading.args;
  if (evidence?.kind === "evidence") return explainEvidence(cursor, reading, evidence);
  if (type?.kind === "word" && cursor.before === type.end && explainUnderscore(cursor, type)) return true;
  const read = result?.kind === "result" ? result.criteria[result.criteria.length - 1] : criterion;
  if (read?.kind === "criterion" && explainCriterion(cursor, read)) return true;
  if (explainNoWord(cursor, reading)) return true;
  const last = lastPiece(reading.spec.pattern);
  if (named.includes(last)) return explainNoComma(cursor);
  return severalWords.includes(last) && explainSeveralWords(cursor);
}

/** The name of the piece with which a pattern ends. */
const lastPiece = (pattern: string): PieceName => (/([A-Z]+)[^A-Z]*$/u.exec(pattern)?.[1] ?? "REST") as PieceName;

const restSpan = (cursor: Cursor): Span => ({ start: cursor.start, end: cursor.lineEnd() });

function explainInlineClause(cursor: Cursor): boolean {
  const rest = restSpan(cursor);
  const between = { start: cursor.before, end: cursor.start };
  cursor.report(
    "syntax-error",
    rest,
    `Unexpected “${cursor.quote(rest)}”, expected the end of the line. A clause starts on a line of its own.`,
    [{ title: "Move it to a line of its own", edits: [{ span: between, text: "\n  " }] }],
  );
  return true;
}

/** A comma was forgotten between names. */
function explainNoComma(cursor: Cursor): boolean {
  if (cursor.kind !== Kind.name) return false;
  const { span } = cursor;
  cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected a comma before it or the end of the line.`, [
    insertion(cursor.before, ","),
  ]);
  return true;
}

/** Whether a word that means nothing to the language here stands so many tokens ahead, or a number. */
function isPlainWord(cursor: Cursor, ahead: number): boolean {
  const kind = cursor.peekKind(ahead);
  const word = cursor.peekDetail(ahead);
  return kind === Kind.number || (kind === Kind.name && !structural.has(word) && !opensClause(word));
}
const structural = new KeywordSet([...reservedInEnds, "in", "read", "with", "from", "seen", "of", "by", "and", "for"]);

/** A part's name of several words stands without quotes. */
function explainSeveralWords(cursor: Cursor): boolean {
  if (!isPlainWord(cursor, 0)) return false;
  const first = cursor.beforeSpan;
  if (!isOneName(cursor.slice(first.start, first.end))) return false;
  const { span, end } = cursor;
  let last = end;
  for (let ahead = 1; isPlainWord(cursor, ahead); ahead++) last = cursor.peekEnd(ahead);
  const whole = { start: first.start, end: last };
  const quoted = `"${cursor.slice(whole.start, whole.end)}"`;
  cursor.report(
    "syntax-error",
    span,
    `Unexpected “${cursor.quote(span)}”, expected the end of the line. A name of several words is written in quotes: ${shorten(quoted)}.`,
    [replacement(whole, quoted)],
  );
  return true;
}

/** A denominator after the value, a unit of two words, or a measure that was taken for a unit. */
function explainCriterion(cursor: Cursor, criterion: CriterionNode): boolean {
  const { span, before } = cursor;
  const { quantity } = criterion;
  if (cursor.isWord(OF) && cursor.peekKind(1) === Kind.string && quantity && !quantity.denominator) {
    const moved = { start: span.start, end: cursor.peekEnd(1) };
    const denominator = cursor.slice(moved.start, moved.end);
    const fix: ProblemFix = {
      title: "Move it after the quantity",
      edits: [
        { span: { start: quantity.end, end: quantity.end }, text: ` ${denominator}` },
        { span: { start: before, end: moved.end }, text: "" },
      ],
    };
    const message = `Unexpected “${cursor.quote(moved)}” after the value, expected it after the quantity: "quantity" of "denominator" ~ 5 %.`;
    cursor.report("syntax-error", moved, message, [fix]);
    return true;
  }
  if (explainAggregate(cursor, criterion)) return true;
  const last = cursor.beforeSpan;
  const measure = cursor.slice(last.start, last.end);
  if (comparatorOf(cursor.kind) !== undefined && measures.includes(measure)) {
    cursor.report("syntax-error", last, `Unexpected “${measure}”, expected “with ${measure}”.`, [insertion(last.start, "with ")]);
    return true;
  }
  if (cursor.word !== "per" || cursor.peekKind(1) !== Kind.name) return false;
  const unit = { start: last.start, end: cursor.peekEnd(1) };
  const meant = `${cursor.slice(unit.start, before)}/${cursor.slice(cursor.peekStart(1), unit.end)}`;
  cursor.report("syntax-error", unit, `Unexpected “${cursor.quote(unit)}”, expected a unit of one word: “${shorten(meant)}”.`, [
    replacement(unit, meant),
  ]);
  return true;
}

/** A word behind a column that says what is to be made of its values, and is none that the language knows: `sd`. */
function explainAggregate(cursor: Cursor, { data }: CriterionNode): boolean {
  if (!data?.column || data.aggregate || data.accepted || cursor.before !== data.end) return false;
  if (cursor.kind !== Kind.name && cursor.kind !== Kind.number) return false;
  const { span } = cursor;
  const [meant] = [...nearest(cursor.word, aggregates), ...(/^(?:average|avg|arithmetic)$/iu.test(cursor.word) ? ["mean"] : [])];
  const known = `${aggregates.slice(0, -1).join(", ")} or ${aggregates.at(-1)}`;
  cursor.report(
    "syntax-error",
    span,
    `Unexpected “${cursor.quote(span)}” after the column, expected ${known}, or nothing for all its numbers.`,
    [...(meant === undefined ? [] : [replacement(span, meant)])],
  );
  return true;
}

/** The word that opens the rest of the line was forgotten: `seen`, `read`, `from`, `with`. */
function explainNoWord(cursor: Cursor, reading: Reading): boolean {
  for (const [, word, piece] of reading.spec.pattern.matchAll(/\[([a-z]+) (?:[a-z]+:)?([A-Z]+)/gu)) {
    if (word !== undefined && couldBe(cursor, piece as PieceName)) return explainForgotten(cursor, word);
  }
  return false;
}

function couldBe(cursor: Cursor, piece: PieceName): boolean {
  if (piece === "CITATION") return cursor.kind === Kind.citation;
  if (piece === "EXTENT" || piece === "SEEN") return isClosedWord(cursor, piece);
  return piece === "QUALIFIERS" && cursor.kind === Kind.name && measures.includes(cursor.word);
}

function explainForgotten(cursor: Cursor, forgotten: string): boolean {
  const found = cursor.quote(cursor.span);
  const meant = `${forgotten} ${found}`;
  cursor.report("syntax-error", cursor.span, `Unexpected “${found}”, expected “${meant}”.`, [
    insertion(cursor.start, `${forgotten} `, `Change to “${meant}”`),
  ]);
  return true;
}

const ORDER = 'Evidence is written in this order: [@key] type "what it shows" in scope read extent.';

function explainEvidence(cursor: Cursor, reading: Reading, evidence: EvidenceNode): boolean {
  const { what, type, shows, scope, read } = evidence;
  const { kind } = cursor;
  if (what.kind === "text") {
    const rest = restSpan(cursor);
    const why = "A text alone is the writer's own argument; evidence starts with a citation, an id or data.";
    cursor.report("syntax-error", rest, `Unexpected “${cursor.quote(rest)}”, expected the end of the line. ${why}`);
    return true;
  }
  if (kind === Kind.citation) return explainCitation(cursor, reading, what);
  const after = pieceBehind(cursor, evidence);
  if (after) return explainOrder(cursor, after);
  if (isClosedWord(cursor, "EXTENT")) return explainForgotten(cursor, "read");
  if (kind === Kind.name && type && !shows && !scope && !read && explainUnderscore(cursor, type)) return true;
  if (kind === Kind.name && isPlainWord(cursor, 0) && !scope && !read) {
    const rest = restSpan(cursor);
    const orType = type || shows ? "" : "a type of evidence, ";
    cursor.report(
      "syntax-error",
      rest,
      `Unexpected “${cursor.quote(rest)}”, expected ${orType}“in” before a scope or the end of the line. ${ORDER}`,
      [insertion(cursor.start, "in ", `Change to “in ${cursor.quote(rest)}”`)],
    );
    return true;
  }
  return false;
}

/** The first piece of the evidence that was read but should stand after the one at the cursor. */
function pieceBehind(cursor: Cursor, { type, shows, scope, read }: EvidenceNode): Node | undefined {
  if (cursor.isWord(IN)) return scope ? undefined : read;
  if (cursor.kind === Kind.string) return shows ? undefined : (scope ?? read);
  return isTypeWord(cursor) && !type ? (shows ?? scope ?? read) : undefined;
}

/** A type of evidence with a blank in it: `anatomy em`. */
function explainUnderscore(cursor: Cursor, family: WordNode): boolean {
  const type = `${family.text}_${cursor.word}`;
  if (evidenceType(type) === undefined) return false;
  const span = { start: family.start, end: cursor.end };
  cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected “${type}”.`, [replacement(span, type)]);
  return true;
}

function explainCitation(cursor: Cursor, reading: Reading, what: Node): boolean {
  const { span } = cursor;
  const cited = cursor.slice(span.start, span.end);
  if (what.kind === "name" && cursor.before === what.end) {
    const swapped = { start: what.start, end: span.end };
    const meant = `${cited} ${what.text}`;
    cursor.report("syntax-error", span, `Unexpected citation after “${shorten(what.text)}”, expected it first: “${shorten(meant)}”.`, [
      replacement(swapped, meant),
    ]);
    return true;
  }
  const { word } = reading.spec;
  cursor.report("syntax-error", span, `Unexpected second citation “${cursor.quote(span)}”, expected one piece of evidence a line.`, [
    { title: "Move it to a line of its own", edits: [{ span: { start: cursor.before, end: cursor.start }, text: `\n  ${word} ` }] },
  ]);
  return true;
}

/** A part of the evidence that stands after one that it should stand before. */
function explainOrder(cursor: Cursor, before: Node): boolean {
  const { start } = cursor;
  const called = before.kind === "text" ? "the text" : before.kind === "scope" ? "“in”" : "“read”";
  const piece = { start, end: isTypeWord(cursor) ? cursor.end : cursor.lineEnd() };
  const moved = cursor.slice(piece.start, piece.end);
  // `in` and `read` stand a word before their nodes
  const at = before.kind === "text" ? before.start : cursor.startBefore(before.start);
  const fix: ProblemFix = {
    title: `Move it before ${called}`,
    edits: [
      { span: { start: at, end: at }, text: `${moved} ` },
      { span: { start: cursor.before, end: piece.end }, text: "" },
    ],
  };
  cursor.report("syntax-error", piece, `Unexpected “${cursor.quote(piece)}”, expected it before ${called}. ${ORDER}`, [fix]);
  return true;
}
