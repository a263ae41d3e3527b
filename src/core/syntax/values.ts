/** Reads numbers with units, tests and criteria. */
import { type Cursor, replacement } from "./cursor.ts";
import { Kind } from "./lexer.ts";
import { citation, data, name, scope, text } from "./pieces.ts";
import type {
  CitationNode,
  Comparator,
  CriterionNode,
  DateNode,
  NameNode,
  NumberNode,
  OpenNode,
  QualifiersNode,
  Qualifier,
  QuantityNode,
  ResultNode,
  ScopeNode,
  Test,
  TextNode,
  ValueNode,
} from "./tree.ts";

const comparators: Readonly<Partial<Record<Kind, Comparator>>> = {
  [Kind.equal]: "=",
  [Kind.notEqual]: "!=",
  [Kind.less]: "<",
  [Kind.atMost]: "<=",
  [Kind.greater]: ">",
  [Kind.atLeast]: ">=",
  [Kind.about]: "~",
};

export const comparatorOf = (kind: Kind): Comparator | undefined => comparators[kind];

/** Words that follow a value and are not its unit. */
const afterValue: ReadonlySet<string> = new Set(["and", "or", "in", "with", "from", "by", "of", "seen", "read", "as"]);

/** A number. The usual slips, `10-15` and `20,000`, are explained where they stand. */
export function number(cursor: Cursor): NumberNode | undefined {
  if (cursor.kind === Kind.name || cursor.kind === Kind.date) {
    explainRange(cursor);
    return undefined;
  }
  if (cursor.kind !== Kind.number) return undefined;
  const { start, end } = cursor;
  const value = Number(cursor.word.replace("−", "-"));
  cursor.advance();
  if (cursor.is(Kind.comma) && cursor.start === end && cursor.peekKind(1) === Kind.number && cursor.peekStart(1) === end + 1) {
    const thousands = /^\d{3}$/.test(cursor.peekWord(1));
    if (thousands) {
      const last = end + 4;
      const plain = cursor.text.slice(start, last).replace(",", "");
      cursor.report("syntax-error", { start, end: last }, `Unexpected comma in a number, expected “${plain}”.`, [
        replacement({ start, end: last }, plain),
      ]);
      cursor.advance();
      cursor.advance();
      return { kind: "number", value: Number(plain), start, end: last };
    }
  }
  return { kind: "number", value, start, end };
}

function explainRange(cursor: Cursor): void {
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(cursor.word);
  if (!match) return;
  const range = `${match[1]}..${match[2]}`;
  cursor.report("syntax-error", cursor.span, `Unexpected “${cursor.word}”, expected a range written “within ${range}”.`, [
    replacement(cursor.span, range),
  ]);
}

/** The unit after a number: one word, `%` or `°`. */
function unit(cursor: Cursor): string | undefined {
  if (cursor.kind === Kind.percent || cursor.kind === Kind.degree) {
    const sign = cursor.kind === Kind.percent ? "%" : "°";
    cursor.advance();
    return sign;
  }
  if (cursor.kind === Kind.name && !afterValue.has(cursor.word)) {
    const { word } = cursor;
    cursor.advance();
    return word;
  }
  return undefined;
}

/** `5 ± 1 ms` */
export function value(cursor: Cursor): ValueNode | undefined {
  const { start } = cursor;
  const first = number(cursor);
  if (!first) return undefined;
  let plusMinus: number | undefined;
  if (cursor.kind === Kind.plusMinus) {
    const { span } = cursor;
    cursor.advance();
    plusMinus = number(cursor)?.value;
    if (plusMinus === undefined) cursor.report("syntax-error", span, "Expected a number after “±”.");
  }
  const itsUnit = unit(cursor);
  return { kind: "value", number: first.value, plusMinus, unit: itsUnit, start, end: cursor.before };
}

export function date(cursor: Cursor): DateNode | undefined {
  if (cursor.kind !== Kind.date) return undefined;
  const node: DateNode = { kind: "date", text: cursor.word, ...cursor.span };
  cursor.advance();
  return node;
}

function quantity(cursor: Cursor): QuantityNode | undefined {
  const { start } = cursor;
  const itsName = text(cursor);
  if (!itsName) return undefined;
  let denominator: TextNode | OpenNode | undefined;
  cursor.expectWord("of");
  if (cursor.isWord("of")) {
    const { span } = cursor;
    cursor.advance();
    if (cursor.kind === Kind.question) {
      denominator = { kind: "open", ...cursor.span };
      cursor.advance();
    } else denominator = text(cursor);
    if (!denominator) cursor.report("syntax-error", span, "Expected the denominator after “of”: a text in quotes, or ? where the source does not say.");
  }
  return { kind: "quantity", name: itsName, denominator, start, end: denominator?.end ?? itsName.end };
}

function test(cursor: Cursor): (Test & { start: number; end: number }) | undefined {
  const { start } = cursor;
  const comparator = comparators[cursor.kind];
  if (comparator) {
    cursor.advance();
    const other = text(cursor);
    if (other) {
      let by: ValueNode | undefined;
      cursor.expectWord("by");
      if (cursor.isWord("by")) {
        const { span } = cursor;
        cursor.advance();
        by = value(cursor);
        if (!by) cursor.report("syntax-error", span, "Expected a number after “by”.");
      }
      return { form: "quantities", comparator, other, by, start, end: cursor.before };
    }
    const compared = value(cursor);
    if (compared) return { form: "compare", comparator, value: compared, start, end: compared.end };
    if (cursor.problems.at(-1)?.span.start !== cursor.start) {
      cursor.report("syntax-error", { start, end: cursor.before }, `Expected a number or a quantity after “${comparator}”.`);
    }
    return undefined;
  }
  for (const form of ["within", "outside"] as const) {
    cursor.expectWord(form);
    if (cursor.isWord(form)) return range(cursor, form, start);
  }
  cursor.expectWord("includes");
  if (cursor.isWord("includes")) {
    cursor.advance();
    const included = value(cursor);
    if (included) return { form: "includes", value: included, start, end: included.end };
    cursor.report("syntax-error", { start, end: cursor.before }, "Expected a number after “includes”.");
  }
  return undefined;
}

function range(cursor: Cursor, form: "within" | "outside", start: number): (Test & { start: number; end: number }) | undefined {
  cursor.advance();
  const slip = cursor.kind === Kind.name ? /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(cursor.word) : undefined;
  if (slip) {
    explainRange(cursor);
    cursor.advance();
    return { form, low: Number(slip[1]), high: Number(slip[2]), unit: unit(cursor), start, end: cursor.before };
  }
  const low = number(cursor);
  if (low && cursor.kind === Kind.range) {
    cursor.advance();
    const high = number(cursor);
    if (high) return { form, low: low.value, high: high.value, unit: unit(cursor), start, end: cursor.before };
  }
  cursor.report("syntax-error", { start, end: cursor.before }, `Expected a range after “${form}”, such as 10..15 %.`);
  return undefined;
}

/** A quantity and its test, either of which may be left out, or data. */
export function criterion(cursor: Cursor): CriterionNode | undefined {
  const { start } = cursor;
  cursor.expectWord("data");
  const fromData = data(cursor);
  if (fromData) return { kind: "criterion", quantity: undefined, test: undefined, data: fromData, start, end: fromData.end };
  const itsQuantity = quantity(cursor);
  const faults = cursor.problems.length;
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
    cursor.expectWord("and");
    cursor.expectWord("or");
    const word = cursor.isWord("and") ? "and" : cursor.isWord("or") ? "or" : undefined;
    if (!word) break;
    const { span } = cursor;
    cursor.advance();
    const next = criterion(cursor);
    if (!next) {
      cursor.report("syntax-error", span, `Expected a quantity or a test after “${word}”.`);
      break;
    }
    if (join && join !== word) {
      cursor.report("mixed-list", span, "Unexpected “and” and “or” on one line, expected one of them. Write two lines.");
    }
    join ??= word;
    criteria.push(next);
  }
  let where: ScopeNode | undefined;
  let qualified: QualifiersNode | undefined;
  let from: CitationNode | NameNode | undefined;
  cursor.expectWord("in");
  if (cursor.isWord("in")) {
    cursor.advance();
    where = scope(cursor);
  }
  cursor.expectWord("with");
  if (cursor.isWord("with")) {
    cursor.advance();
    qualified = qualifiers(cursor);
  }
  cursor.expectWord("from");
  if (cursor.isWord("from")) {
    cursor.advance();
    cursor.expectPiece("CITATION", "from");
    cursor.expectPiece("EVIDENCE", "from");
    from = citation(cursor) ?? name(cursor, "evidence");
  }
  return { kind: "result", join: join ?? "and", criteria, scope: where, with: qualified, from, start, end: cursor.before };
}

/** What a measure in `with` may be called. */
export const measures: readonly string[] = ["ci", "n", "p", "d", "sd"];

/** `ci 95 %, n >= 6, "corrected"` */
export function qualifiers(cursor: Cursor): QualifiersNode | undefined {
  const { start } = cursor;
  const list: Qualifier[] = [];
  for (;;) {
    const next = qualifier(cursor);
    if (!next) break;
    list.push(next);
    if (cursor.kind !== Kind.comma) break;
    cursor.advance();
  }
  return list.length === 0 ? undefined : { kind: "qualifiers", qualifiers: list, start, end: cursor.before };
}

function qualifier(cursor: Cursor): Qualifier | undefined {
  const { start } = cursor;
  const words: TextNode | undefined = text(cursor);
  if (words) return { measure: undefined, comparator: undefined, value: undefined, text: words.value, start, end: words.end };
  for (const word of measures) cursor.expectWord(word);
  if (cursor.kind !== Kind.name) return undefined;
  const measure = cursor.word;
  const span = cursor.span;
  if (!measures.includes(measure)) {
    cursor.reportUnknownWord(span, measure, "a measure", measures);
  }
  cursor.advance();
  const comparator = comparators[cursor.kind];
  if (comparator) cursor.advance();
  const itsValue = value(cursor);
  if (!itsValue) cursor.report("syntax-error", span, `Expected a number after “${measure}”.`);
  return { measure, comparator, value: itsValue, text: undefined, start, end: cursor.before };
}
