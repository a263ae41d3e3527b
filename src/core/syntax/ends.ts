/** Reads the ends of a claim: parts, pathways, lists of them, and the two sides. */
import type { Span } from "../text.ts";
import { type Cursor, exact, replacement } from "./cursor.ts";
import { KeywordSet, keyword } from "./keywords.ts";
import { opensClause } from "./lexer.ts";
import { name } from "./pieces.ts";
import { Kind } from "./tokens.ts";
import type { Arrow, EndListNode, EndNode, Join, NameNode, SideNode } from "./tree.ts";
import { reservedInEnds } from "./vocabulary.ts";

const CLAIM = keyword("claim");
const EACH = keyword("each");
const OR = keyword("or");
const AND = keyword("and");
const AS = keyword("as");

const reserved = new KeywordSet(reservedInEnds);

const none: readonly never[] = Object.freeze([]);

const arrows: readonly (Arrow | undefined)[] = Object.assign(new Array<Arrow | undefined>(32).fill(undefined), {
  [Kind.arrowRight]: "->",
  [Kind.arrowLeft]: "<-",
  [Kind.arrowBoth]: "<->",
  [Kind.line]: "--",
});

/** Most pathways have one arrow: all that have the same share its list. */
const single: Readonly<Record<Arrow, readonly Arrow[]>> = { "->": ["->"], "<-": ["<-"], "<->": ["<->"], "--": ["--"] };

/** A part of an end: a name that is not a word of the language, or a quoted one. */
export function part(cursor: Cursor): NameNode | undefined {
  cursor.expectPiece("PART", "part");
  const { kind } = cursor;
  if (kind === Kind.name ? cursor.detail !== 0 && (reserved.has(cursor.detail) || opensClause(cursor.detail)) : kind !== Kind.string) {
    return undefined;
  }
  return name(cursor, "part", true);
}

/** What is written for an arrow, and the arrow that is meant. */
const slips: Readonly<Record<string, Arrow>> = {
  "-->": "->",
  "=>": "->",
  "==>": "->",
  "->>": "->",
  "|->": "->",
  "–>": "->",
  "—>": "->",
  "−>": "->",
  "⇒": "->",
  "⟹": "->",
  "<--": "<-",
  "<=": "<-",
  "<–": "<-",
  "<—": "<-",
  "<−": "<-",
  "⇐": "<-",
  "<-->": "<->",
  "<=>": "<->",
  "<–>": "<->",
  "<—>": "<->",
  "⇔": "<->",
  "-": "--",
  "---": "--",
  "‐": "--",
  "–": "--",
  "—": "--",
  "−": "--",
};

const isSign = (kind: Kind): boolean => kind >= Kind.unknown && kind !== Kind.comma && kind !== Kind.colon && kind !== Kind.question;

/** Takes an arrow. What was written for one is reported and read as the one that is meant. */
function arrow(cursor: Cursor): Arrow | undefined {
  const plain = arrows[cursor.kind];
  const run = plain !== undefined && cursor.peekStart(1) > cursor.end ? 1 : signRun(cursor);
  if (run > 1 || (plain === undefined && run === 1)) {
    const span = { start: cursor.start, end: cursor.peekEnd(run - 1) };
    const written = cursor.slice(span.start, span.end);
    const meant = Object.hasOwn(slips, written) ? slips[written] : undefined;
    if (meant !== undefined) {
      cursor.report("syntax-error", span, `Unexpected “${written}”, expected “${meant}” for a pathway.`, [replacement(span, meant)]);
      cursor.goTo(cursor.at + run);
      return meant;
    }
  }
  if (plain !== undefined) cursor.advance();
  return plain;
}

/** How many signs stand at the cursor without a blank between. */
function signRun(cursor: Cursor): number {
  let run = 0;
  while (isSign(cursor.peekKind(run)) && (run === 0 || cursor.peekStart(run) === cursor.peekEnd(run - 1))) run++;
  return run;
}

/** A part, a pathway, or `claim ID`. */
export function end(cursor: Cursor): EndNode | undefined {
  const { start } = cursor;
  cursor.expectWord(CLAIM);
  if (cursor.isWord(CLAIM)) return claimAsEnd(cursor);
  const first = part(cursor);
  if (!first) return undefined;
  let parts = [first];
  let last = first;
  let between: readonly Arrow[] = none;
  let longer: Arrow[] | undefined;
  for (;;) {
    const sign = isSign(cursor.kind) ? arrow(cursor) : undefined;
    if (sign === undefined) break;
    const next = part(cursor);
    if (!next) {
      cursor.reportExpected("a part, such as L2/3");
      break;
    }
    // most pathways have two parts, and a list that grows takes more room than it needs
    if (longer) {
      longer.push(sign);
      parts.push(next);
    } else if (between.length === 1) {
      longer = [between[0] as Arrow, sign];
      parts.push(next);
    } else {
      between = single[sign];
      parts = [first, next];
    }
    last = next;
  }
  return {
    kind: "end",
    claim: undefined,
    parts: parts.length > 2 ? exact(parts) : parts,
    arrows: longer ? exact(longer) : between,
    start,
    end: last.end,
  };
}

function claimAsEnd(cursor: Cursor): EndNode | undefined {
  const { start } = cursor;
  cursor.advance();
  cursor.expectPiece("CLAIM", "claim");
  const claim = cursor.isWord(AS) ? undefined : name(cursor, "claim");
  if (claim) return { kind: "end", claim, parts: none, arrows: none, start, end: claim.end };
  cursor.reportExpected("the id of a claim");
  return undefined;
}

/** Takes the sign between the entries of a list. `and` and `;` are reported and read as the comma that is meant. */
export function listComma(cursor: Cursor): boolean {
  if (cursor.kind === Kind.comma) {
    cursor.advance();
    return true;
  }
  const slip = cursor.isWord(AND) || (cursor.kind === Kind.unknown && SEPARATORS.includes(cursor.word));
  if (!slip) return false;
  const { span, word } = cursor;
  const comma = { start: cursor.before, end: span.end };
  cursor.report("syntax-error", span, `Unexpected “${word}” in a list, expected “,”.`, [replacement(comma, ",")]);
  cursor.advance();
  return true;
}
const SEPARATORS = [";", "；", "&", "＆"];

/** `[each] A, B` or `A or B`. */
export function endList(cursor: Cursor): EndListNode | undefined {
  const { start } = cursor;
  cursor.expectWord(EACH);
  const each = cursor.isWord(EACH);
  if (each) cursor.advance();
  const first = end(cursor);
  if (!first) {
    if (each) cursor.reportExpected("a part or a pathway, such as L4 -> L2/3");
    return undefined;
  }
  const ends = [first];
  let last = first;
  let join: Join = each ? "each" : "one";
  let mixed: Span | undefined;
  for (;;) {
    const sign = cursor.start;
    const signEnd = cursor.end;
    const or = cursor.isWord(OR);
    if (or) cursor.advance();
    else if (!listComma(cursor)) break;
    const next = end(cursor);
    if (!next) {
      cursor.reportExpected("a part or a pathway, such as L4 -> L2/3");
      break;
    }
    const wanted: Join = or ? "any" : each ? "each" : "all";
    if (join === "one") join = wanted;
    else if (join !== wanted) mixed ??= { start: sign, end: signEnd };
    ends.push(next);
    last = next;
  }
  if (mixed) {
    const message = "Unexpected “,” and “or” in one list, expected one of them: nobody agrees which binds tighter. Write two claims.";
    cursor.report("mixed-list", mixed, message);
  }
  return { kind: "ends", join, ends: exact(ends), start, end: last.end };
}

/** One side of a claim. */
export function side(cursor: Cursor): SideNode | undefined {
  const { start } = cursor;
  if (cursor.kind === Kind.question) {
    const { end: after } = cursor;
    cursor.advance();
    return { kind: "side", open: true, list: undefined, outweighed: undefined, start, end: after };
  }
  const list = endList(cursor);
  if (!list) return undefined;
  if (cursor.kind !== Kind.greater) return { kind: "side", open: false, list, outweighed: undefined, start, end: list.end };
  const { end: signEnd } = cursor;
  cursor.advance();
  const outweighed = endList(cursor);
  if (!outweighed) cursor.reportExpected("a part or a pathway that the first outweighs");
  return { kind: "side", open: false, list, outweighed, start, end: outweighed?.end ?? signEnd };
}
