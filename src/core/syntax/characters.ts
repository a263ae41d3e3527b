/** What single characters may be, and the shapes of names, numbers and dates. */

import { lazily } from "../lazily.ts";

export const NAME_CHARACTER = 1;
export const DIGIT = 2;
export const JOINT = 4;
export const SPACE = 8;
export const BREAK = 16;

/** What each ASCII character may be: the flags above, or nothing for a sign. */
export const ascii = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_+]/.test(character)) ascii[code] = NAME_CHARACTER;
  else if (/[0-9]/.test(character)) ascii[code] = NAME_CHARACTER | DIGIT;
  else if ("-./'^:".includes(character)) ascii[code] = JOINT;
  else if (character === "\n" || character === "\r") ascii[code] = BREAK;
  else if (code <= 32) ascii[code] = SPACE;
}

const code = (character: string): number => character.charCodeAt(0);
export const QUOTE = code('"');
export const BACKSLASH = code("\\");
export const HASH = code("#");
export const MINUS = code("-");
export const TRUE_MINUS = code("−");
export const DOT = code(".");
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const BYTE_ORDER_MARK = 0xfeff;
const CARET = code("^");
const PLUS = code("+");

const wideName = lazily(() => /[\p{L}\p{M}\p{N}]/u);
const wideSpace = /[\s\u200b\ufeff]/u;

/** Line breaks to Unicode, but not to editors: neither a blank nor the end of a line here. */
const isUnicodeBreak = (unit: number): boolean => unit === 0x2028 || unit === 0x2029;

/** What characters beyond ASCII may be, found once for each: 0 where it was not asked for yet. */
const wide = new Uint8Array(0x10000);
const ASKED = 128;

function wideFlags(unit: number): number {
  let flags = wide[unit] as number;
  if (flags === 0) {
    const character = String.fromCharCode(unit);
    flags = ASKED;
    if (wideName().test(character)) flags |= NAME_CHARACTER;
    else if (wideSpace.test(character) && !isUnicodeBreak(unit)) flags |= SPACE;
    wide[unit] = flags;
  }
  return flags;
}

/** What the character whose first code unit is `unit` may be. */
export const flagsOf = (unit: number): number => (unit < 128 ? (ascii[unit] as number) : unit >= 128 ? wideFlags(unit) : 0);

const isHighSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xd800;

/** How many code units the character at `at` takes. */
export const widthAt = (text: string, at: number): number =>
  isHighSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;

/** How many code units the name character at `at` takes; 0 where there is none. */
export function nameCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return (ascii[unit] as number) & NAME_CHARACTER;
  if (Number.isNaN(unit)) return 0;
  if (!isHighSurrogate(unit)) return wideFlags(unit) & NAME_CHARACTER;
  const point = text.codePointAt(at) as number;
  return point > 0xffff && wideName().test(String.fromCodePoint(point)) ? 2 : 0;
}

/** Where a name that starts at `at` ends; `at` itself where none starts. Up to `from` it is known to be one. */
export function endOfName(text: string, at: number, from = at): number {
  let end = from;
  for (;;) {
    const unit = text.charCodeAt(end);
    // letters and digits first: they are nearly all that names are made of
    if (((unit | 32) >= 97 && (unit | 32) <= 122) || isDigit(unit)) end++;
    else if (unit >= 128) {
      const width = nameCharacter(text, end);
      if (width === 0) return end;
      end += width;
    } else {
      const flags = ascii[unit] as number;
      if (flags & NAME_CHARACTER) end++;
      else if (end === at || !(flags & JOINT)) return end;
      else if (nameCharacter(text, end + 1) > 0) end++;
      else if (unit === CARET && text.charCodeAt(end + 1) === MINUS && nameCharacter(text, end + 2) > 0) end += 2;
      else return end;
    }
  }
}

/** Whether the name is one token as it stands, so that it needs no quotes. */
export const isOneName = (name: string): boolean => name.length > 0 && endOfName(name, 0) === name.length;

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Whether the text from `start` to `end` has the shape of a number, without a sign. */
export function isNumber(text: string, start: number, end: number): boolean {
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
    if (sign === MINUS || sign === PLUS) at++;
    const exponent = at;
    while (at < end && isDigit(text.charCodeAt(at))) at++;
    if (at === exponent) return false;
  }
  return at === end;
}

/** Whether it has the shape of a date, `2026-11-23`. */
export function isDate(text: string, start: number, end: number): boolean {
  if (end - start !== 10) return false;
  for (let index = 0; index < 10; index++) {
    const unit = text.charCodeAt(start + index);
    if (index === 4 || index === 7 ? unit !== MINUS : !isDigit(unit)) return false;
  }
  return true;
}

/** Whether the character at `at` is a blank that does not end the line. */
export const isSpace = (text: string, at: number): boolean => (flagsOf(text.charCodeAt(at)) & SPACE) !== 0;

/** Whether a code unit ends a line. */
export const isBreak = (unit: number): boolean => unit === LINE_FEED || unit === CARRIAGE_RETURN;

export const CURLY_OPEN = code("“");
const CURLY_CLOSE = code("”");
const LOW_OPEN = code("„");

/** Whether `unit` opens a string: the plain quote, or a curly one that passes for it. */
export const opensString = (unit: number): boolean => unit === QUOTE || unit === CURLY_OPEN || unit === CURLY_CLOSE || unit === LOW_OPEN;

/** Whether `unit` closes a string that `opener` opened: a plain quote closes any, a curly one no plain one; “ needs its ”. */
export const closesString = (unit: number, opener: number): boolean =>
  unit === QUOTE || (opener !== QUOTE && (unit === CURLY_CLOSE || (unit === CURLY_OPEN && opener !== CURLY_OPEN)));
