/** Reads comparators, and what is written for them. */
import { type Cursor, replacement } from "./cursor.ts";
import { KeywordSet } from "./keywords.ts";
import { passValue } from "./numbers.ts";
import { Kind } from "./tokens.ts";
import type { Comparator } from "./tree.ts";

/** Words that go on after a criterion without a test. */
const afterCriterion = new KeywordSet(["and", "or", "in", "with", "from"]);

const comparators: readonly (Comparator | undefined)[] = Object.assign(new Array<Comparator | undefined>(32).fill(undefined), {
  [Kind.equal]: "=",
  [Kind.notEqual]: "!=",
  [Kind.less]: "<",
  [Kind.atMost]: "<=",
  [Kind.greater]: ">",
  [Kind.atLeast]: ">=",
  [Kind.about]: "~",
});

export const comparatorOf = (kind: Kind): Comparator | undefined => comparators[kind];

/** Comparators as other languages and prose write them. */
const comparatorSlips: Readonly<Record<string, Comparator>> = {
  "==": "=",
  "===": "=",
  "=>": ">=",
  "=<": "<=",
  "<>": "!=",
  "=/=": "!=",
  "~=": "~",
  "≃": "~",
  "≅": "~",
  "∼": "~",
  "≲": "<=",
  "≳": ">=",
  "≪": "<",
  "≫": ">",
  "less than": "<",
  "fewer than": "<",
  below: "<",
  under: "<",
  "more than": ">",
  "greater than": ">",
  "larger than": ">",
  above: ">",
  over: ">",
  "at least": ">=",
  "at most": "<=",
  "up to": "<=",
  about: "~",
  around: "~",
  approximately: "~",
  "ca.": "~",
  is: "=",
  equals: "=",
};
const slipStarts = new RegExp(
  `^(?:${Object.keys(comparatorSlips)
    .sort((a, b) => b.length - a.length)
    .map((slip) => slip.replaceAll(/[./]/gu, String.raw`\$&`))
    .join("|")})(?=\\s|[-−"\\d])`,
  "u",
);

/** Takes a comparator. What was written for one is reported and read as the one that is meant. */
export function comparator(cursor: Cursor): Comparator | undefined {
  const plain = comparators[cursor.kind];
  if (plain !== undefined) {
    const signAfter =
      cursor.peekStart(1) === cursor.end && (comparators[cursor.peekKind(1)] !== undefined || cursor.peekKind(1) === Kind.unknown);
    if (!signAfter) {
      cursor.advance();
      return plain;
    }
  } else if (
    cursor.kind === Kind.name ? afterCriterion.has(cursor.detail) : cursor.kind !== Kind.unknown && cursor.kind !== Kind.arrowLeft
  ) {
    return undefined;
  }
  const { start } = cursor;
  if (cursor.kind === Kind.arrowLeft && cursor.peekKind(1) === Kind.number && cursor.peekStart(1) === cursor.end)
    return lessThanNegative(cursor);
  const written = slipStarts.exec(cursor.restOfLine())?.[0];
  const meant = written === undefined ? undefined : comparatorSlips[written];
  if (written === undefined || meant === undefined) {
    if (plain !== undefined) cursor.advance();
    return plain;
  }
  const span = { start, end: start + written.length };
  cursor.report("syntax-error", span, `Unexpected “${written}”, expected “${meant}”.`, [replacement(span, meant)]);
  cursor.skipTo(span.end);
  return meant;
}

/** `<-5` is read as an arrow: the space that it needs is asked for. */
function lessThanNegative(cursor: Cursor): undefined {
  const span = { start: cursor.start, end: cursor.peekEnd(1) };
  const meant = `< -${cursor.slice(cursor.end, span.end)}`;
  cursor.report("syntax-error", span, `Unexpected arrow in “${cursor.quote(span)}”, expected a space before the minus: “${meant}”.`, [
    replacement(span, meant),
  ]);
  passValue(cursor, span.end);
  return undefined;
}
