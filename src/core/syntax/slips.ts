/**
 * The slips that are seen most where a line breaks off: each says what was meant and how to mend it. Those of lines that
 * go on too long are in `left-over.ts`, those inside a piece where it is read: arrows in `ends.ts`, numbers in `numbers.ts`.
 */
import type { Span } from "../text.ts";
import { type Cursor, insertion, replacement, shorten } from "./cursor.ts";
import type { PieceStep, WordStep } from "./grammar.ts";
import { opensClause } from "./lexer.ts";
import { Kind } from "./tokens.ts";
import type { Arguments, ProblemFix } from "./tree.ts";
import { quoteNames } from "./values.ts";
import { type ClauseSpec, type ItemSpec, type PieceName, reservedInEnds } from "./vocabulary.ts";

/** The header or clause that is being read. */
export interface Reading {
  readonly spec: ClauseSpec | ItemSpec;
  /** What was read so far. */
  readonly args: Arguments;
  /** The first token after the opening words. */
  readonly from: number;
  /** Whether a clause of the item starts at the current token. */
  readonly clauseFollows: boolean;
}

/** Pieces in which a bare name may not be a word of the language. */
export const ends: readonly (PieceName | "?")[] = ["SIDE", "END", "PART"];

/** Explains a slip where `missing` should stand; false where it knows none. */
export function explainMissing(cursor: Cursor, missing: WordStep | PieceStep, reading: Reading): boolean {
  if (missing.type === "word") return missing.text === "as" && explainNoAs(cursor, reading);
  const [piece] = missing.pieces as readonly [PieceName | "?"];
  if (piece === "STRING") return explainNoQuotes(cursor);
  if (piece === "CITATION" || piece === "EVIDENCE") return explainNoBrackets(cursor);
  if (piece === "KEY") return explainNoKey(cursor);
  if (piece === "DECLARE") return explainNoId(cursor, reading);
  if (piece === "RESULT" || piece === "CRITERION") return explainNoQuantity(cursor);
  return ends.includes(piece) && (explainBadId(cursor, reading) || explainReserved(cursor));
}

const forAs: readonly string[] = ["=", "~", "is", "are", "like", "to", "maps", "does", "==", "≙", "≡", "~="];

function explainNoAs(cursor: Cursor, reading: Reading): boolean {
  const { span } = cursor;
  if (cursor.lineEnded) {
    if (reading.args.left === undefined) return false;
    cursor.reportExpected("“as” and the other end, such as: as Value", [
      insertion(cursor.before, " as ?", "Declare the other end open: as ?"),
    ]);
    return true;
  }
  const { word } = cursor;
  if (cursor.kind === Kind.colon) {
    const id = cursor.beforeSpan;
    return explainId(cursor, id, cursor.slice(id.start, id.end));
  }
  if (forAs.includes(word)) {
    cursor.report("syntax-error", span, `Unexpected “${word}”, expected “as” between the two ends.`, [replacement(span, "as")]);
    return true;
  }
  const before = cursor.beforeSpan;
  const first = cursor.quote(before);
  if (first === "not") {
    cursor.reportExpected("“as”", [insertion(before.end, " as")]);
    return true;
  }
  const left = reading.args.left;
  if (left?.kind !== "side" || (cursor.kind !== Kind.name && cursor.kind !== Kind.number)) return false;
  if (word === "each") return explainEach(cursor, left);
  const whole = { start: before.start, end: namesEnd(cursor) };
  const both = cursor.slice(whole.start, whole.end);
  const quoting = replacement(whole, `"${both}"`);
  const inQuotes = `a name of several words is written in quotes: "${shorten(both)}".`;
  const asFollows = /\sas\s/u.test(cursor.slice(cursor.end, cursor.lineEnd()));
  if (cursor.kind === Kind.name && asFollows && reading.args.id === undefined && left.start === before.start) {
    const message = `Unexpected “${cursor.quote(span)}”, expected a colon after the id, “${first}:”, or “as” between the two ends; ${inQuotes}`;
    cursor.report("syntax-error", span, message, [insertion(before.end, ":"), quoting]);
    return true;
  }
  const fixes = asFollows ? [quoting] : [insertion(before.end, " as"), quoting];
  cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected “as” between the two ends; ${inQuotes}`, fixes);
  return true;
}

/** `each` between the ends: it stands before the list whose entries go with those of the other side. */
function explainEach(cursor: Cursor, left: Span): boolean {
  const meant = `each ${cursor.slice(left.start, left.end)} as`;
  const whole = { start: left.start, end: cursor.end };
  const message = `Unexpected “each”, expected it before the first list and “as” between the two: “${shorten(meant)}”.`;
  cursor.report("syntax-error", cursor.span, message, [replacement(whole, meant)]);
  return true;
}

/** Where a name ends that goes on in plain words up to `as` or the end of the line. */
function namesEnd(cursor: Cursor): number {
  let { end } = cursor;
  for (let ahead = 1; cursor.peekKind(ahead) === Kind.name || cursor.peekKind(ahead) === Kind.number; ahead++) {
    if (cursor.peekKind(ahead) === Kind.name) {
      const word = cursor.slice(cursor.peekStart(ahead), cursor.peekEnd(ahead));
      if (reservedInEnds.includes(word) || word === "and" || opensClause(cursor.peekDetail(ahead))) break;
    }
    end = cursor.peekEnd(ahead);
  }
  return end;
}

/** Quotes of other kinds around a text. */
const otherQuotes = /^(?:'(.*)'|‘(.*)’|«(.*)»|‹(.*)›|「(.*)」|『(.*)』|`(.*)`)$/u;

function explainNoQuotes(cursor: Cursor): boolean {
  if (cursor.lineEnded || (cursor.kind !== Kind.name && cursor.kind !== Kind.number && cursor.kind !== Kind.unknown)) return false;
  const span = { start: cursor.start, end: cursor.lineEnd() };
  const found = cursor.slice(span.start, span.end);
  const inner =
    otherQuotes
      .exec(found)
      ?.slice(1)
      .find((group) => group !== undefined) ?? found;
  const fixes = inner.includes('"') ? [] : [replacement(span, `"${inner}"`)];
  cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected a text in double quotes.`, fixes);
  return true;
}

/** The name of a quantity without quotes. */
function explainNoQuantity(cursor: Cursor): boolean {
  const fixes = quoteNames(cursor);
  const edit = fixes[0]?.edits[0];
  if (!edit) return false;
  const message = `Unexpected “${cursor.quote(edit.span)}”, expected a quantity in double quotes, a test such as > 5 %, or both.`;
  cursor.report("syntax-error", edit.span, message, fixes);
  return true;
}

function explainNoBrackets(cursor: Cursor): boolean {
  if (cursor.kind !== Kind.at || cursor.peekStart(1) !== cursor.end || cursor.peekKind(1) !== Kind.name) return false;
  const span = { start: cursor.start, end: cursor.peekEnd(1) };
  const bracketed = `[${cursor.slice(span.start, span.end)}]`;
  cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected a citation in brackets: “${shorten(bracketed)}”.`, [
    replacement(span, bracketed),
  ]);
  return true;
}

function explainNoKey(cursor: Cursor): boolean {
  const { span } = cursor;
  if (cursor.kind === Kind.name) {
    const meant = `@${cursor.word}`;
    cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected a citation key: “${shorten(meant)}”.`, [
      replacement(span, meant),
    ]);
    return true;
  }
  const key = cursor.kind === Kind.citation ? /^\[\s*(@[^\s,;\]]+)\s*\]$/u.exec(cursor.word)?.[1] : undefined;
  if (key === undefined) return false;
  cursor.report(
    "syntax-error",
    span,
    `Unexpected brackets, expected the key alone: “${shorten(key)}”. To say who states a claim, write “stated in”.`,
    [replacement(span, key)],
  );
  return true;
}

/** A text or a number where an id should stand. */
function explainBadId(cursor: Cursor, reading: Reading): boolean {
  if (reading.args.id !== undefined || cursor.peekKind(1) !== Kind.colon || (cursor.kind !== Kind.string && cursor.kind !== Kind.number))
    return false;
  return explainId(cursor, cursor.span, cursor.word);
}

function explainId(cursor: Cursor, span: Span, written: string): boolean {
  const words = written
    .replaceAll('"', "")
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}_+]+/gu, "-")
    .replace(/^-|-$/gu, "");
  const meant = /^[\d.-]*$/u.test(words) ? `n${words}` : words;
  cursor.report(
    "syntax-error",
    span,
    `Unexpected “${shorten(written)}” as an id, expected one word that is not a number, such as “${shorten(meant)}”.`,
    [replacement(span, meant)],
  );
  return true;
}

function explainNoId(cursor: Cursor, reading: Reading): boolean {
  if (explainBadId(cursor, reading)) return true;
  if (reading.spec.word !== "evidence" || cursor.kind !== Kind.citation) return false;
  const header = cursor.beforeSpan;
  const message =
    "Unexpected citation, expected an id and a colon, such as “evidence id: [@key]”. For evidence of the claim above, write “supported by”.";
  cursor.report("syntax-error", cursor.span, message, [insertion(header.end, " id:"), replacement(header, "supported by")]);
  return true;
}

/** A word of the language where a part should stand. */
function explainReserved(cursor: Cursor): boolean {
  if (cursor.kind !== Kind.name) return false;
  const { word, span } = cursor;
  if (word === "as") {
    cursor.reportExpected("a part, a pathway or ?", [insertion(cursor.start, "? ", "Declare this end open: ?")]);
    return true;
  }
  if (word === "not") return explainNot(cursor);
  if (!opensClause(cursor.detail) && !reservedInEnds.includes(word)) return false;
  const message = `Unexpected “${word}”, expected a part. “${word}” is a word of the language: as a name, it is written in quotes.`;
  cursor.report("syntax-error", span, message, [replacement(span, `"${word}"`)]);
  return true;
}

/** `not` where it does not deny: before the ends, or after `as`. */
function explainNot(cursor: Cursor): boolean {
  const { span, before, beforeSpan } = cursor;
  const fixes: ProblemFix[] = [];
  if (cursor.slice(beforeSpan.start, before) === "as") fixes.push(replacement({ start: beforeSpan.start, end: span.end }, "not as"));
  else {
    const as = /\sas\s/u.exec(cursor.slice(span.end, cursor.lineEnd()));
    const edits = as && [
      { span: { start: span.start, end: cursor.peekStart(1) }, text: "" },
      { span: { start: span.end + as.index, end: span.end + as.index }, text: " not" },
    ];
    if (edits) fixes.push({ title: "Move it before “as”", edits });
  }
  cursor.report("syntax-error", span, "Unexpected “not”, expected it before “as”: claim L4 not as Value.", fixes);
  return true;
}

/** Takes a colon after the words that open a line from `start` on, as in `strength: functional`, which is reported. */
export function explainColon(cursor: Cursor, start: number): void {
  if (cursor.kind !== Kind.colon) return;
  const { span, before } = cursor;
  const opening = cursor.slice(start, before);
  const fix: ProblemFix = { title: "Remove it", edits: [{ span: { start: before, end: span.end }, text: "" }] };
  cursor.report("syntax-error", span, `Unexpected “:” after “${opening}”, expected “${opening}” without it.`, [fix]);
  cursor.advance();
}
