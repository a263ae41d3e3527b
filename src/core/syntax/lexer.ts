/** Cuts text into tokens and, where asked, into items: one pass over the text does both. */
import {
  ascii,
  BACKSLASH,
  BREAK,
  BYTE_ORDER_MARK,
  CARRIAGE_RETURN,
  CURLY_OPEN,
  closesString,
  DIGIT,
  DOT,
  endOfName,
  flagsOf,
  HASH,
  isBreak,
  isDate,
  isDigit,
  isNumber,
  isSpace,
  LINE_FEED,
  MINUS,
  NAME_CHARACTER,
  opensString,
  QUOTE,
  SPACE,
  TRUE_MINUS,
  widthAt,
} from "./characters.ts";
import { hashMore, hashOf, type Keyword, KeywordSet, keywordAt } from "./keywords.ts";
import { CLOSED, ESCAPED, Kind, STRING, signs, type TokenBuffer } from "./tokens.ts";
import { clauses, items } from "./vocabulary.ts";

export { endOfName, isOneName, isSpace } from "./characters.ts";
export { Kind, TokenBuffer } from "./tokens.ts";

const singleSigns = new Uint8Array(128);
const wideSigns = new Map<number, Kind>();
for (const { kind, sign, twins } of signs) {
  if (sign.length === 1 && sign.charCodeAt(0) < 128) singleSigns[sign.charCodeAt(0)] = kind;
  else if (sign.length === 1) wideSigns.set(sign.charCodeAt(0), kind);
  for (const twin of twins) wideSigns.set(twin.charCodeAt(0), kind);
}

const itemWords = new KeywordSet(items.map((item) => item.word));
const clauseWords = new KeywordSet(clauses.map((clause) => clause.word.split(" ")[0] as string));

/** Whether a line that starts with this word is an item's header. */
export const opensItem = (word: Keyword): boolean => itemWords.has(word);

/** Whether a clause starts with this word. */
export const opensClause = (word: Keyword): boolean => clauseWords.has(word);

/** What an item's first line is: a known header, a broken one, or `loose` for the text before the first header. */
export type Form = "item" | "broken" | "loose";

/**
 * Fills `buffer` with the tokens of one item, a last one of kind `end` included; offsets count from the item's start.
 * A line break becomes a token just before the first token of the next line that has one, unless that token is a
 * string or a comma: then the line goes on. Neither blanks nor comments are tokens.
 */
export class Lexer {
  readonly text: string;
  readonly buffer: TokenBuffer;
  /** What the item after the one that was read last is. */
  nextForm: Form = "loose";
  /** Whether nothing but comments stands between where the lexer is and the last blank line, or the start of the region. */
  afterBlank: boolean;

  /** How many lines end in the item that was read last. */
  lineBreaks = 0;

  #from = 0;
  #lineStart = 0;
  /** No token of the current line was seen. */
  #fresh = true;
  #commented = false;
  #cutting = false;

  constructor(text: string, buffer: TokenBuffer, afterBlank = true) {
    this.text = text;
    this.buffer = buffer;
    this.afterBlank = afterBlank;
  }

  /** Reads the item that starts at `from`, of the form `nextForm`; gives its end, where the next item starts. */
  readItem(from: number): number {
    return this.#read(from, true, false);
  }

  /** Reads the text as one item, whatever its lines; with comments as tokens where `comments` says so. */
  readAll(comments = false): void {
    this.#read(0, false, comments);
  }

  #read(from: number, cutting: boolean, comments: boolean): number {
    const { text, buffer } = this;
    const { length } = text;
    buffer.count = 0;
    this.lineBreaks = 0;
    this.#from = from;
    this.#lineStart = from;
    this.#fresh = true;
    this.#commented = false;
    // the first line of an item is its header: that was decided when the item before ended
    this.#cutting = cutting && this.nextForm === "loose";
    let at = from;
    while (at < length) {
      const unit = text.charCodeAt(at);
      const flags = unit < 128 ? (ascii[unit] as number) : 0;
      if (flags & SPACE) {
        at++;
        continue;
      }
      if (flags & BREAK) {
        at += unit === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
        this.#endLine(at);
        this.#cutting = cutting;
        continue;
      }
      if (unit === HASH && this.#startsComment(at)) {
        const end = this.#endOfComment(at);
        if (comments) buffer.add(Kind.comment, at - from, end - from, 0);
        this.#commented = true;
        at = end;
        continue;
      }
      const end = this.#token(at, unit, flags);
      if (end < 0) return this.#lineStart;
      at = end;
    }
    buffer.add(Kind.end, length - from, length - from, 0);
    return length;
  }

  #endLine(next: number): void {
    if (!this.#fresh) this.afterBlank = false;
    else if (!this.#commented) this.afterBlank = true;
    this.#fresh = true;
    this.#commented = false;
    this.#lineStart = next;
    this.lineBreaks++;
  }

  /** Adds a token, and before it what its line's start asks for. Negative where the token opens the next item. */
  #add(kind: Kind, start: number, end: number, detail: number): number {
    const { buffer } = this;
    const from = this.#from;
    if (this.#fresh) {
      if (kind !== Kind.string && kind !== Kind.comma) {
        if (this.#cutting && this.#startsItem(kind, start, detail)) {
          buffer.add(Kind.end, this.#lineStart - from, this.#lineStart - from, 0);
          return -1;
        }
        if (buffer.count > 0) {
          const before = buffer.ends[buffer.count - 1] as number;
          buffer.add(Kind.newline, before, before, 0);
        }
      }
      this.#fresh = false;
    }
    buffer.add(kind, start - from, end - from, detail);
    return end;
  }

  /** Whether the first token of a line makes the line a header: a known one, or one that is not understood. */
  #startsItem(kind: Kind, start: number, detail: number): boolean {
    if (kind === Kind.name) {
      if (opensItem(detail)) {
        this.nextForm = "item";
        return true;
      }
      if (opensClause(detail) || this.#isOwnClause(start)) return false;
    }
    const lineStart = this.#lineStart;
    const atMargin = start === lineStart || (start === lineStart + 1 && this.text.charCodeAt(lineStart) === BYTE_ORDER_MARK);
    if (!atMargin && !this.afterBlank) return false;
    this.nextForm = "broken";
    return true;
  }

  #isOwnClause(start: number): boolean {
    return isOwnClause(this.text, start);
  }

  /** Reads the token at `at`; gives its end, or a negative number where it opens the next item. */
  #token(at: number, unit: number, flags: number): number {
    const { text } = this;
    if (flags & DIGIT) {
      const end = endOfName(text, at);
      return this.#add(kindOfDigits(text, at, end), at, end, 0);
    }
    if (flags & NAME_CHARACTER) return unit >= SMALL_A ? this.#word(at, unit) : this.#add(Kind.name, at, endOfName(text, at), 0);
    if (opensString(unit)) return this.#string(at, unit);
    if (unit === BRACKET) return this.#add(Kind.citation, at, this.#endOfCitation(at), 0);
    if ((unit === MINUS || unit === TRUE_MINUS) && isDigit(text.charCodeAt(at + 1))) {
      const end = endOfName(text, at + 1);
      if (isNumber(text, at + 1, end)) return this.#add(Kind.number, at, end, 0);
    }
    if (unit < 128) return this.#sign(at, unit);
    return this.#wide(at, unit);
  }

  /** Reads a name that starts with a small letter: it may be a word of the language. */
  #word(at: number, unit: number): number {
    const { text } = this;
    let end = at;
    let hash = 0;
    let next = unit;
    do {
      hash = hashMore(hash, next);
      end++;
      next = text.charCodeAt(end);
    } while (next >= SMALL_A && next <= SMALL_Z);
    const nameEnd = next > SPACE_CODE ? endOfName(text, at, end) : end;
    return this.#add(Kind.name, at, nameEnd, keywordAt(text, at, nameEnd, nameEnd === end ? hash : hashOf(text, at, nameEnd)));
  }

  #wide(at: number, unit: number): number {
    const { text } = this;
    const sign = wideSigns.get(unit);
    if (sign !== undefined) return this.#add(sign, at, at + 1, 0);
    const end = endOfName(text, at);
    if (end > at) return this.#add(kindOfDigits(text, at, end), at, end, 0);
    if (flagsOf(unit) & SPACE) return at + 1;
    return this.#add(Kind.unknown, at, at + widthAt(text, at), 0);
  }

  #string(at: number, opener: number): number {
    const { text } = this;
    const { length } = text;
    let detail = STRING;
    let end = at + 1;
    for (; end < length; end++) {
      const unit = text.charCodeAt(end);
      // most of a text is small letters, which mean nothing here
      if (unit > BACKSLASH && unit < CURLY_OPEN) continue;
      if (unit === BACKSLASH && text.charCodeAt(end + 1) === QUOTE) {
        detail |= ESCAPED;
        end++;
      } else if (closesString(unit, opener)) {
        detail |= CLOSED;
        end++;
        break;
      } else if (isBreak(unit)) break;
    }
    return this.#add(Kind.string, at, Math.min(end, length), detail);
  }

  #endOfCitation(at: number): number {
    const { text } = this;
    const { length } = text;
    for (let end = at + 1; end < length; end++) {
      const unit = text.charCodeAt(end);
      if (unit === BRACKET_CLOSE) return end + 1;
      if (isBreak(unit)) return end;
    }
    return length;
  }

  /** A comment starts at the start of a line or after a space. */
  #startsComment(at: number): boolean {
    return at === this.#from || isSpace(this.text, at - 1) || isBreak(this.text.charCodeAt(at - 1));
  }

  #endOfComment(at: number): number {
    const { text } = this;
    const { length } = text;
    let end = at;
    while (end < length && !isBreak(text.charCodeAt(end))) end++;
    return end;
  }

  /** Reads the sign at `at`, longest first. */
  #sign(at: number, unit: number): number {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    switch (unit) {
      case LESS:
        if (next === MINUS) {
          if (text.charCodeAt(at + 2) === GREATER) return this.#add(Kind.arrowBoth, at, at + 3, 0);
          return this.#add(Kind.arrowLeft, at, at + 2, 0);
        }
        if (next === EQUAL) return this.#add(Kind.atMost, at, at + 2, 0);
        break;
      case GREATER:
        if (next === EQUAL) return this.#add(Kind.atLeast, at, at + 2, 0);
        break;
      case MINUS:
        if (next === GREATER) return this.#add(Kind.arrowRight, at, at + 2, 0);
        if (next === MINUS) return this.#add(Kind.line, at, at + 2, 0);
        break;
      case BANG:
        if (next === EQUAL) return this.#add(Kind.notEqual, at, at + 2, 0);
        break;
      case DOT:
        if (next === DOT) return this.#add(Kind.range, at, at + 2, 0);
        break;
    }
    const kind = singleSigns[unit] as Kind;
    return this.#add(kind === 0 ? Kind.unknown : kind, at, at + 1, 0);
  }
}

/** Words of the language start with a small letter; parts and roles mostly do not. */
const SMALL_A = 97;
const SMALL_Z = 122;
const SPACE_CODE = 32;
const BRACKET = 91;
const BRACKET_CLOSE = 93;
const LESS = 60;
const GREATER = 62;
const EQUAL = 61;
const BANG = 33;

const kindOfDigits = (text: string, start: number, end: number): Kind =>
  isNumber(text, start, end) ? Kind.number : isDate(text, start, end) ? Kind.date : Kind.name;

/** Whether the name at `start` opens a clause of a house's own: `x-` and more. */
export const isOwnClause = (text: string, start: number): boolean =>
  text.charCodeAt(start) === 120 && text.charCodeAt(start + 1) === MINUS && endOfName(text, start) > start + 2;

/** Tokens of a text that stands alone, comments among them. */
export function tokenize(text: string, buffer: TokenBuffer): void {
  new Lexer(text, buffer).readAll(true);
}
