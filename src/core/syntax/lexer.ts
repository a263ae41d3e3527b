/**
 * Cuts the text of an item into tokens. Tokens are kept in one growing buffer of numbers, because making an object
 * for each costs more than all the rest of parsing; nodes keep offsets, so the buffer is used anew for every item.
 */

export const Kind = {
  end: 0,
  newline: 1,
  name: 2,
  string: 3,
  citation: 4,
  number: 5,
  date: 6,
  comment: 7,
  unknown: 8,
  // signs
  arrowBoth: 10,
  arrowRight: 11,
  arrowLeft: 12,
  line: 13,
  atMost: 14,
  atLeast: 15,
  notEqual: 16,
  range: 17,
  equal: 18,
  less: 19,
  greater: 20,
  about: 21,
  plusMinus: 22,
  question: 23,
  comma: 24,
  colon: 25,
  at: 26,
  percent: 27,
  degree: 28,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

export class TokenBuffer {
  kinds = new Uint8Array(256);
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  count = 0;

  add(kind: Kind, start: number, end: number): void {
    if (this.count === this.kinds.length) this.#grow();
    this.kinds[this.count] = kind;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  #grow(): void {
    const size = this.kinds.length * 2;
    const kinds = new Uint8Array(size);
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    kinds.set(this.kinds);
    starts.set(this.starts);
    ends.set(this.ends);
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }
}

const NAME_CHARACTER = 1;
const DIGIT = 2;
const JOINT = 4;
const SPACE = 8;
const BREAK = 16;

/** What an ASCII character may be. */
const ascii = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_+]/.test(character)) ascii[code] = NAME_CHARACTER;
  else if (/[0-9]/.test(character)) ascii[code] = NAME_CHARACTER | DIGIT;
  else if ("-./'^:".includes(character)) ascii[code] = JOINT;
  else if (character === "\n" || character === "\r") ascii[code] = BREAK;
  else if (code <= 32) ascii[code] = SPACE;
}

const wideName = /[\p{L}\p{M}\p{N}]/u;
const wideSpace = /[\s\u200b\ufeff]/u;

/** Signs that pass for their plain twins. */
const twins: Readonly<Record<string, Kind>> = {
  "→": Kind.arrowRight,
  "⟶": Kind.arrowRight,
  "←": Kind.arrowLeft,
  "⟵": Kind.arrowLeft,
  "↔": Kind.arrowBoth,
  "⟷": Kind.arrowBoth,
  "≤": Kind.atMost,
  "≥": Kind.atLeast,
  "≠": Kind.notEqual,
  "≈": Kind.about,
  "±": Kind.plusMinus,
  "°": Kind.degree,
  "？": Kind.question,
  "，": Kind.comma,
  "：": Kind.colon,
  "％": Kind.percent,
};

const plainSigns: Readonly<Record<string, Kind>> = {
  "=": Kind.equal,
  "<": Kind.less,
  ">": Kind.greater,
  "~": Kind.about,
  "?": Kind.question,
  ",": Kind.comma,
  ":": Kind.colon,
  "@": Kind.at,
  "%": Kind.percent,
};
const signOf = new Uint8Array(128);
for (const [sign, kind] of Object.entries(plainSigns)) signOf[sign.charCodeAt(0)] = kind;

const code = (character: string): number => character.charCodeAt(0);
const QUOTE = code('"');
const CURLY_OPEN = code("“");
const CURLY_CLOSE = code("”");
const BACKSLASH = code("\\");
const BRACKET = code("[");
const BRACKET_CLOSE = code("]");
const HASH = code("#");
const MINUS = code("-");
const TRUE_MINUS = code("−");
const LESS = code("<");
const GREATER = code(">");
const EQUAL = code("=");
const BANG = code("!");
const DOT = code(".");
const COMMA = code(",");
const WIDE_COMMA = code("，");
const CARET = code("^");

/** How many code units the name character at `at` takes; 0 where there is none. */
function nameCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return (ascii[unit] as number) & NAME_CHARACTER;
  if (Number.isNaN(unit) || unit in twinCodes) return 0;
  const point = text.codePointAt(at) as number;
  return wideName.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}
const twinCodes: Readonly<Record<number, true>> = Object.fromEntries(Object.keys(twins).map((sign) => [sign.charCodeAt(0), true]));

/** Where a name that starts at `at` ends; `at` itself where none starts. */
export function endOfName(text: string, at: number): number {
  let end = at;
  for (;;) {
    const width = nameCharacter(text, end);
    if (width > 0) {
      end += width;
      continue;
    }
    if (end === at) return at;
    const unit = text.charCodeAt(end);
    if (!(unit < 128 && (ascii[unit] as number) & JOINT)) return end;
    if (nameCharacter(text, end + 1) > 0) end++;
    else if (unit === CARET && text.charCodeAt(end + 1) === MINUS && nameCharacter(text, end + 2) > 0) end += 2;
    else return end;
  }
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Whether the text from `start` to `end` has the shape of a number, without a sign. */
function isNumber(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  if (at === start) return false;
  if (at < end && text.charCodeAt(at) === DOT) {
    const fraction = ++at;
    while (at < end && isDigit(text.charCodeAt(at))) at++;
    if (at === fraction) return false;
  }
  if (at < end && (text.charCodeAt(at) | 32) === 101) {
    at++;
    const sign = text.charCodeAt(at);
    if (sign === MINUS || sign === 43) at++;
    const exponent = at;
    while (at < end && isDigit(text.charCodeAt(at))) at++;
    if (at === exponent) return false;
  }
  return at === end;
}

/** Whether it has the shape of a date, `2026-11-23`. */
function isDate(text: string, start: number, end: number): boolean {
  if (end - start !== 10) return false;
  for (let index = 0; index < 10; index++) {
    const unit = text.charCodeAt(start + index);
    if (index === 4 || index === 7 ? unit !== MINUS : !isDigit(unit)) return false;
  }
  return true;
}

/** Whether the character at `at` is a blank that does not end the line. */
export function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return ((ascii[unit] as number) & SPACE) !== 0;
  if (unit === 0x2028 || unit === 0x2029) return false;
  return wideSpace.test(text.charAt(at));
}

/** Where the string that opens at `at` ends, its closing quote included; the end of the line where it never closes. */
export function endOfString(text: string, at: number): number {
  const opening = text.charCodeAt(at);
  for (let end = at + 1; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === BACKSLASH && text.charCodeAt(end + 1) === QUOTE) end++;
    else if (unit === QUOTE || (opening === CURLY_OPEN && unit === CURLY_CLOSE)) return end + 1;
    else if (unit === 10 || unit === 13) return end;
  }
  return text.length;
}

function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

function endOfCitation(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === BRACKET_CLOSE) return end + 1;
    if (unit === 10 || unit === 13) return end;
  }
  return end;
}

/**
 * Fills `buffer` with the tokens of `text`, a last one of kind `end` included. A line break becomes a token just
 * before the first token of the next line that has one, unless that token is a string or a comma: then the line
 * goes on. Comments are tokens; blanks are not.
 */
export function tokenize(text: string, buffer: TokenBuffer): void {
  buffer.count = 0;
  const length = text.length;
  let at = 0;
  let newlineAt = -1;
  const significant = (kind: Kind, start: number, end: number): void => {
    if (newlineAt >= 0) {
      if (kind !== Kind.string && kind !== Kind.comma) buffer.add(Kind.newline, newlineAt, newlineAt);
      newlineAt = -1;
    }
    buffer.add(kind, start, end);
  };
  while (at < length) {
    const unit = text.charCodeAt(at);
    const flags = unit < 128 ? (ascii[unit] as number) : 0;
    if (flags & SPACE) {
      at++;
      continue;
    }
    if (flags & BREAK) {
      if (newlineAt < 0 && buffer.count > 0) newlineAt = at;
      at++;
      continue;
    }
    if (flags & NAME_CHARACTER || (unit >= 128 && nameCharacter(text, at) > 0)) {
      const end = endOfName(text, at);
      const kind = !(flags & DIGIT) ? Kind.name : isNumber(text, at, end) ? Kind.number : isDate(text, at, end) ? Kind.date : Kind.name;
      significant(kind, at, end);
      at = end;
      continue;
    }
    if (unit === QUOTE || unit === CURLY_OPEN) {
      const end = endOfString(text, at);
      significant(Kind.string, at, end);
      at = end;
      continue;
    }
    if (unit === BRACKET) {
      const end = endOfCitation(text, at);
      significant(Kind.citation, at, end);
      at = end;
      continue;
    }
    if (unit === HASH && startsComment(text, at)) {
      const end = endOfLine(text, at);
      buffer.add(Kind.comment, at, end);
      at = end;
      continue;
    }
    if ((unit === MINUS || unit === TRUE_MINUS) && isDigit(text.charCodeAt(at + 1))) {
      const end = endOfName(text, at + 1);
      if (isNumber(text, at + 1, end)) {
        significant(Kind.number, at, end);
        at = end;
        continue;
      }
    }
    const width = sign(text, at, unit, significant);
    if (width > 0) {
      at += width;
      continue;
    }
    if (unit >= 128 && wideSpace.test(text.charAt(at))) {
      if (unit === 0x2028 || unit === 0x2029) significant(Kind.unknown, at, at + 1);
      at++;
      continue;
    }
    const wide = (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    significant(Kind.unknown, at, at + wide);
    at += wide;
  }
  buffer.add(Kind.end, length, length);
}

/** A comment starts at the start of a line or after a space. */
const startsComment = (text: string, at: number): boolean =>
  at === 0 || isSpace(text, at - 1) || text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13;

/** Adds the sign at `at`, read longest first; gives its width, 0 where there is none. */
function sign(text: string, at: number, unit: number, add: (kind: Kind, start: number, end: number) => void): number {
  const next = text.charCodeAt(at + 1);
  const give = (kind: Kind, width: number): number => {
    add(kind, at, at + width);
    return width;
  };
  switch (unit) {
    case LESS:
      if (next === MINUS) return text.charCodeAt(at + 2) === GREATER ? give(Kind.arrowBoth, 3) : give(Kind.arrowLeft, 2);
      return next === EQUAL ? give(Kind.atMost, 2) : give(Kind.less, 1);
    case GREATER:
      return next === EQUAL ? give(Kind.atLeast, 2) : give(Kind.greater, 1);
    case MINUS:
      if (next === GREATER) return give(Kind.arrowRight, 2);
      return next === MINUS ? give(Kind.line, 2) : 0;
    case BANG:
      return next === EQUAL ? give(Kind.notEqual, 2) : 0;
    case DOT:
      return next === DOT ? give(Kind.range, 2) : 0;
  }
  if (unit < 128) {
    const kind = signOf[unit] as Kind | 0;
    return kind === 0 ? 0 : give(kind, 1);
  }
  const twin = twins[text.charAt(at)];
  return twin === undefined ? 0 : give(twin, 1);
}

/** Whether a line whose first character is `unit` goes on with the line before. */
export const continuesLine = (unit: number): boolean =>
  unit === QUOTE || unit === CURLY_OPEN || unit === COMMA || unit === WIDE_COMMA;

/** The value of the string token from `start` to `end`, without its quotes. */
export function stringValue(text: string, start: number, end: number): string {
  const last = text.charCodeAt(end - 1);
  const closed = end - start >= 2 && (last === QUOTE || last === CURLY_CLOSE) && isClosed(text, start, end);
  const inner = text.slice(start + 1, closed ? end - 1 : end);
  return inner.includes('\\"') ? inner.replaceAll('\\"', '"') : inner;
}

/** Whether a string token ends with a quote that closes it, not with an escaped one. */
export function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  const last = text.charCodeAt(end - 1);
  if (last === CURLY_CLOSE) return text.charCodeAt(start) === CURLY_OPEN;
  return last === QUOTE && text.charCodeAt(end - 2) !== BACKSLASH;
}

/** Whether the name is one token as it stands, so that it needs no quotes. */
export const isOneName = (name: string): boolean => name.length > 0 && endOfName(name, 0) === name.length;
