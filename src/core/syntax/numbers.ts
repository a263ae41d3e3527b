/** Reads numbers, values with units, ranges and dates, and explains the slips that are usual with them. */
import { lazily } from "../lazily.ts";
import type { Span } from "../text.ts";
import { type Cursor, replacement } from "./cursor.ts";
import { KeywordSet, keyword } from "./keywords.ts";
import { Kind } from "./tokens.ts";
import type { DateNode, NumberNode, ValueNode } from "./tree.ts";

/** Words that follow a value and are not its unit. */
const afterValue = new KeywordSet(["and", "or", "in", "with", "from", "by", "of", "seen", "read", "as", "where", "mean", "median"]);
const TO = keyword("to");

/**
 * A number. The usual slips are explained where they stand; where one says clearly what is meant, that is its value.
 *
 * @param from where a comparator before it stands, which a range written after it makes wrong
 */
export function number(cursor: Cursor, from = cursor.start): NumberNode | undefined {
  const { start, end, kind } = cursor;
  if (kind !== Kind.number || mayBeSlip(cursor)) {
    const slip = cursor.lineEnded ? undefined : slipAt(cursor);
    if (slip) return explain(cursor, slip, from);
    if (kind !== Kind.number) return undefined;
  }
  const value = Number(cursor.slice(start, end).replace("−", "-"));
  cursor.advance();
  return { kind: "number", value, start, end };
}

/** Whether what follows a number is not what follows most: worth a closer look. */
function mayBeSlip(cursor: Cursor): boolean {
  const next = cursor.peekKind(1);
  if (next === Kind.comma) return cursor.peekStart(1) === cursor.end && cursor.peekStart(2) === cursor.peekEnd(1);
  if (next === Kind.name) return cursor.peekDetail(1) === TO;
  if (next === Kind.percent) return cursor.peekKind(2) === Kind.unknown || cursor.peekKind(2) === Kind.number;
  return next === Kind.unknown || next === Kind.number || next === Kind.range;
}

const digits = String.raw`\d+(?:\.\d+)?`;
const dash = String.raw`(?:[-‐‑–—−]|\.\.\.|to\b)`;
const rangeSlip = new RegExp(String.raw`^(${digits})(?:\s?%)?\s*${dash}\s*(${digits})(?![-\d])`, "u");
const thousandsSlip = /^[1-9]\d{0,2}(?:[,'’_\u00a0\u2009\u202f ]\d{3})+(?:\.\d+)?(?!\d)/u;
const decimalComma = /^\d+,\d+(?!\d)/u;
const wideMinus = /^[‐‑–—]\s?\d+(?:\.\d+)?/u;
const bareFraction = /^\.\d+/u;
const gluedUnit = lazily(() => /^(\d+(?:\.\d+)?)([\p{L}µ]\S*)$/u);
const power = /^10\^([-+]?\d+)$/u;

/** What was written for a number, and the number that is meant, or the bounds of a range. */
interface Slip extends Span {
  readonly meant: string | undefined;
  readonly bounds: readonly [low: string, high: string] | undefined;
}

function slipAt(cursor: Cursor): Slip | undefined {
  const { start } = cursor;
  // enough of the line to know a slip by
  const rest = cursor.slice(start, Math.min(cursor.lineEnd(), start + 80));
  const make = (written: string, meant: string | undefined, bounds?: Slip["bounds"]): Slip => {
    return { start, end: start + written.length, meant, bounds };
  };
  const range = rangeSlip.exec(rest);
  if (range) return make(range[0], undefined, [range[1] as string, range[2] as string]);
  const thousands = thousandsSlip.exec(rest)?.[0];
  if (thousands !== undefined) return make(thousands, thousands.replace(/[^\d.]/gu, ""));
  const decimal = decimalComma.exec(rest)?.[0];
  if (decimal !== undefined) return make(decimal, decimal.replace(",", "."));
  const negative = wideMinus.exec(rest)?.[0];
  if (negative !== undefined) return make(negative, `-${negative.slice(1).trim()}`);
  const fraction = bareFraction.exec(rest)?.[0];
  if (fraction !== undefined) return make(fraction, `0${fraction}`);
  if (cursor.kind !== Kind.name) return undefined;
  const { word } = cursor;
  const glued = gluedUnit().exec(word);
  if (glued) return make(word, `${glued[1]} ${glued[2]}`);
  const exponent = power.exec(word);
  return exponent ? make(word, `1e${exponent[1]}`) : undefined;
}

/** The range slip at the cursor, if there is one: `10-15`, `10 – 15`, `10 to 15`. */
export function rangeSlipAt(cursor: Cursor): (Span & { readonly bounds: readonly [low: string, high: string] }) | undefined {
  if (cursor.kind !== Kind.name && !(cursor.kind === Kind.number && mayBeSlip(cursor))) return undefined;
  const slip = slipAt(cursor);
  return slip?.bounds ? { start: slip.start, end: slip.end, bounds: slip.bounds } : undefined;
}

/** Reports what was written for a number and goes past it, so that the rest of the line is read. */
function explain(cursor: Cursor, slip: Slip, from: number): NumberNode | undefined {
  const { start, end, meant, bounds } = slip;
  if (bounds) {
    const span = { start: from, end };
    const range = `within ${bounds[0]}..${bounds[1]}`;
    const fixes = from < start ? [replacement(span, range)] : [];
    cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected one number, or a range: “${range}”.`, fixes);
    passValue(cursor, end);
    return undefined;
  }
  const plain = meant as string;
  const span = { start, end };
  const found = cursor.slice(start, end).includes(",") ? "comma in a number" : `“${cursor.quote(span)}”`;
  cursor.report("syntax-error", span, `Unexpected ${found}, expected “${plain}”.`, [replacement(span, plain)]);
  cursor.skipTo(end);
  return { kind: "number", value: Number.parseFloat(plain), start, end };
}

/** Goes past a value that was explained, its unit included, so that the rest of the line is read. */
export function passValue(cursor: Cursor, end: number): void {
  cursor.skipTo(end);
  unit(cursor);
  cursor.markExplained();
}

/** The unit after a number: one word, `%`, `°` or `°C`. */
export function unit(cursor: Cursor): string | undefined {
  const { kind, start, end } = cursor;
  if (kind === Kind.percent) {
    cursor.advance();
    return "%";
  }
  if (kind === Kind.degree) {
    cursor.advance();
    if (cursor.kind !== Kind.name || cursor.start !== end) return "°";
    const { word } = cursor;
    cursor.advance();
    return `°${word}`;
  }
  if (kind !== Kind.name || afterValue.has(cursor.detail)) return undefined;
  const word = cursor.slice(start, end);
  cursor.advance();
  return word;
}

/** `5 ± 1 ms`; for `from` see `number`. */
export function value(cursor: Cursor, from = cursor.start): ValueNode | undefined {
  const { start } = cursor;
  const first = number(cursor, from);
  if (!first) return undefined;
  let plusMinus: number | undefined;
  if (cursor.kind === Kind.plusMinus || explainPlusMinus(cursor)) {
    if (cursor.kind === Kind.plusMinus) cursor.advance();
    plusMinus = number(cursor)?.value;
    if (plusMinus === undefined) cursor.reportExpected("a number");
  }
  const itsUnit = unit(cursor);
  return { kind: "value", number: first.value, plusMinus, unit: itsUnit, start, end: cursor.before };
}

/** `+-` and `+/-`, read as the sign that is meant. */
function explainPlusMinus(cursor: Cursor): boolean {
  if (cursor.kind !== Kind.name || cursor.unit(cursor.start) !== PLUS) return false;
  const written = plusMinusSlip.exec(cursor.slice(cursor.start, cursor.start + 3))?.[0];
  if (written === undefined) return false;
  const span = { start: cursor.start, end: cursor.start + written.length };
  cursor.report("syntax-error", span, `Unexpected “${written}”, expected “±”.`, [replacement(span, "±")]);
  cursor.skipTo(span.end);
  return true;
}
const PLUS = 43;
const plusMinusSlip = /^\+\/?-/u;

/** A day of the calendar, `2026-11-23`. */
export function date(cursor: Cursor): DateNode | undefined {
  if (cursor.kind !== Kind.date) return undefined;
  const { word, start, end } = cursor;
  if (!exists(word))
    cursor.report("syntax-error", cursor.span, `Unexpected “${word}”, expected a day that exists: year-month-day, such as 2026-11-23.`);
  cursor.advance();
  return { kind: "date", text: word, start, end };
}

function exists(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  const number = Number(day.slice(8, 10));
  return number >= 1 && number <= days;
}
