/** Reads quantities, tests, criteria and results. */
import { isDigit } from "./characters.ts";
import { comparator } from "./comparators.ts";
import { type Cursor, exact, insertion, replacement, shorten } from "./cursor.ts";
import { data, scope } from "./evidence.ts";
import { type Keyword, KeywordSet, keyword } from "./keywords.ts";
import { number, passValue, rangeSlipAt, unit, value } from "./numbers.ts";
import { citation, name, text } from "./pieces.ts";
import { Kind } from "./tokens.ts";
import type {
  CitationNode,
  Comparator,
  CriterionNode,
  NameNode,
  OpenNode,
  ProblemFix,
  Qualifier,
  QualifiersNode,
  QuantityNode,
  ResultNode,
  ScopeNode,
  Test,
  TextNode,
  ValueNode,
} from "./tree.ts";

export { date, number, value } from "./numbers.ts";

const OF = keyword("of");
const BY = keyword("by");
const AND = keyword("and");
const OR = keyword("or");
const IN = keyword("in");
const WITH = keyword("with");
const FROM = keyword("from");
const WITHIN = keyword("within");
const OUTSIDE = keyword("outside");
const INCLUDES = keyword("includes");
const CI = keyword("ci");
const DATA = keyword("data");

/** The fix that puts the names at the cursor in quotes, as far as they are none of the language's words. */
export function quoteNames(cursor: Cursor): readonly ProblemFix[] {
  let ahead = 0;
  while (isPlainName(cursor, ahead)) ahead++;
  if (ahead === 0) return [];
  const span = { start: cursor.start, end: cursor.peekEnd(ahead - 1) };
  return [replacement(span, `"${cursor.slice(span.start, span.end)}"`)];
}

const isPlainName = (cursor: Cursor, ahead: number): boolean =>
  cursor.peekKind(ahead) === Kind.name && !quantityEnds.has(cursor.peekDetail(ahead));
const quantityEnds = new KeywordSet(["of", "by", "and", "or", "in", "with", "from", "within", "outside", "includes", "data", "seen"]);

function passNames(cursor: Cursor): void {
  while (isPlainName(cursor, 0)) cursor.advance();
  cursor.markExplained();
}

function quantity(cursor: Cursor): QuantityNode | undefined {
  const { start } = cursor;
  const itsName = text(cursor);
  if (!itsName) return undefined;
  let denominator: TextNode | OpenNode | undefined;
  cursor.expectWord(OF);
  if (cursor.isWord(OF)) {
    cursor.advance();
    if (cursor.kind === Kind.question) {
      denominator = { kind: "open", start: cursor.start, end: cursor.end };
      cursor.advance();
    } else denominator = text(cursor);
    if (!denominator) {
      const fixes = quoteNames(cursor);
      cursor.reportExpected("the denominator in double quotes, or ? where the source does not say", fixes);
      if (fixes.length > 0) passNames(cursor);
    }
  }
  return { kind: "quantity", name: itsName, denominator, start, end: cursor.before };
}

type PlacedTest = Test & { readonly start: number; readonly end: number };

function test(cursor: Cursor): PlacedTest | undefined {
  const { start } = cursor;
  cursor.expectWord(WITHIN);
  cursor.expectWord(OUTSIDE);
  cursor.expectWord(INCLUDES);
  if (cursor.isWord(WITHIN)) return range(cursor, "within");
  if (cursor.isWord(OUTSIDE)) return range(cursor, "outside");
  if (cursor.isWord(INCLUDES)) {
    cursor.advance();
    const included = value(cursor);
    if (included) return { form: "includes", value: included, start, end: included.end };
    cursor.reportExpected("a number, such as: includes 0");
    return undefined;
  }
  const sign = comparator(cursor);
  if (sign !== undefined) return comparison(cursor, sign, start);
  if (cursor.kind === Kind.number || isDigit(cursor.unit(start))) explainNoComparator(cursor);
  else if (cursor.kind === Kind.name && cursor.detail === 0) explainBetween(cursor);
  return undefined;
}

const bareRange = /^[-−]?\d[\d.]*?\s*\.\.\s*[-−]?\d[\d.]*/u;

/** A value where a test should stand. */
function explainNoComparator(cursor: Cursor): void {
  const { start } = cursor;
  const slip = rangeSlipAt(cursor);
  const range = slip ? `${slip.bounds[0]}..${slip.bounds[1]}` : bareRange.exec(cursor.restOfLine())?.[0];
  if (range !== undefined) {
    const span = { start, end: slip?.end ?? start + range.length };
    const meant = `within ${range}`;
    cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected “${meant}”.`, [replacement(span, meant)]);
    passValue(cursor, span.end);
    return;
  }
  const faults = cursor.problems.length;
  const compared = value(cursor);
  if (!compared || cursor.problems.length > faults) return;
  const span = { start, end: compared.end };
  const found = cursor.quote(span);
  cursor.report("syntax-error", span, `Unexpected “${found}”, expected a comparison such as “= ${found}”, “~ ${found}” or “>= ${found}”.`, [
    insertion(start, "= ", `Change to “= ${found}”`),
    insertion(start, "~ ", `Change to “~ ${found}”`),
  ]);
}

function comparison(cursor: Cursor, sign: Comparator, start: number): PlacedTest | undefined {
  const other = text(cursor);
  if (other) {
    let by: ValueNode | undefined;
    cursor.expectWord(BY);
    if (cursor.isWord(BY)) {
      cursor.advance();
      by = value(cursor);
      if (!by) cursor.reportExpected("a number, such as: by 5 %");
    }
    return { form: "quantities", comparator: sign, other, by, start, end: cursor.before };
  }
  const compared = value(cursor, start);
  if (compared) return { form: "compare", comparator: sign, value: compared, start, end: compared.end };
  cursor.reportExpected("a number, or a quantity in double quotes");
  return undefined;
}

const betweenRange = /^between\s+(-?\d[\w.]*)\s*%?\s*(?:and|to|-|–)\s*(-?\d[\w.]*)/u;

/** `between 10 and 15 %` */
function explainBetween(cursor: Cursor): void {
  const match = betweenRange.exec(cursor.restOfLine());
  if (!match) return;
  const span = { start: cursor.start, end: cursor.start + match[0].length };
  const meant = `within ${match[1]}..${match[2]}`;
  cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected a range: “${meant}”.`, [replacement(span, meant)]);
  passValue(cursor, span.end);
}

const RANGE = "a range with two dots, such as 10..15 %";

function range(cursor: Cursor, form: "within" | "outside"): PlacedTest | undefined {
  const { start } = cursor;
  cursor.advance();
  const slip = rangeSlipAt(cursor);
  if (slip) {
    const [low, high] = slip.bounds;
    const span = { start: slip.start, end: slip.end };
    const meant = `${low}..${high}`;
    cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected a range with two dots: “${meant}”.`, [
      replacement(span, meant),
    ]);
    cursor.skipTo(slip.end);
    return { form, low: Number(low), high: Number(high), unit: unit(cursor), start, end: cursor.before };
  }
  const low = number(cursor);
  const unitAt = cursor.span;
  if (low && cursor.kind !== Kind.range && unit(cursor) !== undefined && cursor.is(Kind.range)) {
    const between = { start: low.end, end: cursor.before };
    cursor.report("syntax-error", unitAt, `Unexpected “${cursor.quote(unitAt)}” before “..”, expected the unit once, after the range.`, [
      { title: "Remove it", edits: [{ span: between, text: "" }] },
    ]);
  }
  if (low && cursor.kind === Kind.range) {
    cursor.advance();
    const high = number(cursor);
    if (high) {
      if (low.value > high.value) explainOrder(cursor, low, high);
      return { form, low: low.value, high: high.value, unit: unit(cursor), start, end: cursor.before };
    }
    cursor.reportExpected("a number");
    return undefined;
  }
  if (low && cursor.isWord(AND) && cursor.peekKind(1) === Kind.number) {
    const span = { start: low.start, end: cursor.peekEnd(1) };
    const meant = `${cursor.slice(low.start, low.end)}..${cursor.slice(cursor.peekStart(1), span.end)}`;
    cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected a range with two dots: “${meant}”.`, [
      replacement(span, meant),
    ]);
    passValue(cursor, span.end);
  } else cursor.reportExpected(RANGE);
  return undefined;
}

interface Bound {
  readonly start: number;
  readonly end: number;
}

function explainOrder(cursor: Cursor, low: Bound, high: Bound): void {
  const span = { start: low.start, end: high.end };
  const meant = `${cursor.slice(high.start, high.end)}..${cursor.slice(low.start, low.end)}`;
  const message = `Unexpected “${cursor.quote(span)}”, expected the lower bound first: “${meant}”.`;
  cursor.report("syntax-error", span, message, [replacement(span, meant)]);
}

/** A quantity and its test, either of which may be left out, or data for a quantity. */
export function criterion(cursor: Cursor): CriterionNode | undefined {
  const { start } = cursor;
  const faults = cursor.problems.length;
  const itsQuantity = quantity(cursor);
  const fromData = data(cursor);
  if (fromData) return { kind: "criterion", quantity: itsQuantity, test: undefined, data: fromData, start, end: fromData.end };
  const itsTest = test(cursor);
  if (!itsQuantity && !itsTest && cursor.problems.length === faults) return undefined;
  return { kind: "criterion", quantity: itsQuantity, test: itsTest, data: undefined, start, end: cursor.before };
}

/** Criteria joined by `and` or by `or`, then `in` where, `with` qualifiers, `from` whom. */
export function result(cursor: Cursor): ResultNode | undefined {
  const { start } = cursor;
  const first = criterion(cursor);
  if (!first) return undefined;
  const criteria = [first];
  let join: "and" | "or" | undefined;
  for (;;) {
    cursor.expectWord(AND);
    cursor.expectWord(OR);
    const word = cursor.isWord(AND) ? "and" : cursor.isWord(OR) ? "or" : undefined;
    if (!word) break;
    if (join !== undefined && join !== word) {
      cursor.report("mixed-list", cursor.span, "Unexpected “and” and “or” on one line, expected one of them. Write two lines.");
    }
    join ??= word;
    cursor.advance();
    const next = criterion(cursor);
    if (!next) {
      cursor.reportExpected("a quantity in double quotes or a test, such as > 5 %");
      break;
    }
    criteria.push(next);
  }
  let where: ScopeNode | undefined;
  let qualified: QualifiersNode | undefined;
  let from: CitationNode | NameNode | undefined;
  if (follows(cursor, IN)) {
    where = scope(cursor);
    if (!where) cursor.reportExpected("a scope, such as adult S1");
  }
  if (follows(cursor, WITH)) {
    qualified = qualifiers(cursor);
    if (!qualified) cursor.reportExpected("qualifiers, such as n >= 6, ci 95 %");
  }
  if (follows(cursor, FROM)) {
    cursor.expectPiece("CITATION", "from");
    cursor.expectPiece("EVIDENCE", "from");
    explainFromData(cursor);
    from = cursor.explained ? undefined : (citation(cursor) ?? name(cursor, "evidence"));
    if (!from) cursor.reportExpected("a citation or the id of a piece of evidence");
  }
  return { kind: "result", join: join ?? "and", criteria: exact(criteria), scope: where, with: qualified, from, start, end: cursor.before };
}

/** `from data "FILE"`: a file is named in the place of the value. */
function explainFromData(cursor: Cursor): void {
  if (!cursor.isWord(DATA) || cursor.peekKind(1) !== Kind.string) return;
  const span = { start: cursor.beforeSpan.start, end: cursor.end };
  const message = `Unexpected “from data”, expected “data” right after the quantity: "gain" data "gains.csv" column gain mean.`;
  cursor.report("syntax-error", span, message, [replacement(span, "data")]);
  data(cursor);
  cursor.markExplained();
}

function follows(cursor: Cursor, word: Keyword): boolean {
  cursor.expectWord(word);
  if (!cursor.isWord(word)) return false;
  cursor.advance();
  return true;
}

/** What a measure in `with` may be called. */
export const measures: readonly string[] = ["ci", "n", "p", "d", "sd"];
const measureWords = measures.map(keyword);

/** `ci 95 %, n >= 6, "corrected"` */
export function qualifiers(cursor: Cursor): QualifiersNode | undefined {
  const { start } = cursor;
  const first = qualifier(cursor);
  if (!first) return undefined;
  const list = [first];
  while (cursor.kind === Kind.comma) {
    cursor.advance();
    const next = qualifier(cursor);
    if (!next) {
      cursor.reportExpected("a qualifier, such as n >= 6");
      break;
    }
    list.push(next);
  }
  return { kind: "qualifiers", qualifiers: exact(list), start, end: cursor.before };
}

function qualifier(cursor: Cursor): Qualifier | undefined {
  const { start } = cursor;
  const words = text(cursor);
  if (words) return { measure: undefined, comparator: undefined, value: undefined, text: words.value, start, end: words.end };
  for (const word of measureWords) cursor.expectWord(word);
  if (cursor.kind !== Kind.name) return undefined;
  const { word: measure, detail } = cursor;
  if (!measureWords.includes(detail)) cursor.reportUnknownWord(cursor.span, measure, "a measure", measures);
  cursor.advance();
  const { before } = cursor;
  let sign = comparator(cursor);
  if (!sign && detail !== CI && cursor.is(Kind.number)) {
    const meant = `${measure} = ${cursor.word}`;
    const message = `Unexpected “${cursor.word}” after “${shorten(measure)}”, expected a comparison such as “${shorten(meant)}”.`;
    cursor.report("syntax-error", cursor.span, message, [insertion(before, " =")]);
    sign = "=";
  }
  const itsValue = value(cursor);
  if (!itsValue) cursor.reportExpected(detail === CI ? "a number, such as: ci 95 %" : `a comparison, such as: ${shorten(measure)} >= 6`);
  return { measure, comparator: sign, value: itsValue, text: undefined, start, end: cursor.before };
}
