/**
 * A tolerant scanner of BibTeX that keeps offsets. It finds entries, their keys and the spans of their fields in one
 * pass and decodes nothing. What is between entries is comment, as in BibTeX; a line there that starts with `%` is too,
 * as in biber. One slip spoils its own entry: an entry that is not closed ends where a line starts with `@word{`.
 */

import { isLineBreak, type Span } from "../text.ts";
import {
  AT,
  CLOSE_BRACE,
  CLOSE_PARENTHESIS,
  COMMA,
  EQUALS,
  HASH,
  isAtLineStart,
  isBlankCode,
  isSpaceCode,
  isWordCode,
  nameEndAt,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  PERCENT,
  QUOTE,
  shown,
  skipSpace,
  trimmedEnd,
  wordEnd,
} from "./bibtex-characters.ts";

/** The highest code of a line break. */
const LAST_BREAK = 13;

/** Something in a bibliography that its author should look at. */
export interface BibliographyProblem {
  readonly span: Span;
  readonly message: string;
}

/** An entry as it stands in the text. */
export interface ScannedEntry {
  /** In lower case: `article`. */
  readonly type: string;
  readonly key: string;
  readonly start: number;
  /** Offset after the bracket that closes it. */
  readonly end: number;
  readonly keyStart: number;
  /** Four offsets a field, from the start of the entry: where its name and its value start and end. */
  readonly fields: readonly number[];
}

/** `@string{name = value}`: the value's expression, as offsets of the text. */
export interface ScannedMacro {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a scan found, in the order of the text. */
export interface BibtexScan {
  readonly entries: readonly ScannedEntry[];
  readonly macros: readonly ScannedMacro[];
  readonly problems: readonly BibliographyProblem[];
  /** Where `isKnown` ended the scan; the end of the text otherwise. */
  readonly end: number;
  /** Whether a comment or preamble is never closed: then what is far away can change how the rest is read. */
  readonly hasOpenComment: boolean;
}

/**
 * Scans BibTeX from `from`, a place between entries, to the end or to an entry whose start `isKnown` accepts.
 * Never throws; takes time linear in the length of the text.
 */
export function scanBibtex(text: string, from = 0, isKnown: (offset: number) => boolean = () => false): BibtexScan {
  return new BibtexScanner(text, from).scan(isKnown);
}

class BibtexScanner {
  readonly #text: string;
  #at: number;
  readonly #entries: ScannedEntry[] = [];
  readonly #macros: ScannedMacro[] = [];
  readonly #problems: BibliographyProblem[] = [];
  /** The last `@` that was looked at, and whether its line starts with `%`: keeps looking back linear. */
  #lastAt = -1;
  #lastIsComment = false;
  #hasOpenComment = false;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#at = from;
  }

  scan(isKnown: (offset: number) => boolean): BibtexScan {
    let end = this.#text.length;
    for (let at = this.#text.indexOf("@", this.#at); at >= 0; at = this.#text.indexOf("@", this.#at)) {
      this.#at = at + 1;
      // an address of mail is no entry
      if (this.#isInComment(at) || isWordCode(this.#text.charCodeAt(at - 1))) continue;
      if (isKnown(at)) {
        end = at;
        break;
      }
      this.#item(at);
    }
    return { entries: this.#entries, macros: this.#macros, problems: this.#problems, end, hasOpenComment: this.#hasOpenComment };
  }

  #isInComment(at: number): boolean {
    const text = this.#text;
    let lineStart = at;
    while (lineStart > 0 && lineStart > this.#lastAt && !isLineBreak(text.charCodeAt(lineStart - 1))) lineStart--;
    if (lineStart > this.#lastAt || this.#lastAt < 0) {
      while (lineStart < at && isBlankCode(text.charCodeAt(lineStart))) lineStart++;
      this.#lastIsComment = text.charCodeAt(lineStart) === PERCENT;
    }
    this.#lastAt = at;
    return this.#lastIsComment;
  }

  /** What an `@` between entries opens. */
  #item(start: number): void {
    const text = this.#text;
    const typeEnd = wordEnd(text, start + 1);
    if (typeEnd === start + 1) return;
    const open = skipSpace(text, typeEnd);
    const opening = text.charCodeAt(open);
    if (opening !== OPEN_BRACE && opening !== OPEN_PARENTHESIS) return;
    const type = text.slice(start + 1, typeEnd).toLowerCase();
    const closing = opening === OPEN_BRACE ? CLOSE_BRACE : CLOSE_PARENTHESIS;
    this.#at = open + 1;
    if (type === "comment" || type === "preamble") this.#skipItem(start, open, type);
    else if (type === "string") this.#macro(start, closing);
    else this.#entry(start, type, closing);
  }

  /**
   * A comment may hold whole entries, so it goes to the bracket that closes it, wherever that is. After one that is
   * never closed the others are not tried: looking to the end of the text for each would take too long.
   */
  #skipItem(start: number, open: number, type: string): void {
    const end = this.#hasOpenComment ? -1 : this.#skipBalanced(open, type === "preamble");
    if (end >= 0) {
      this.#at = end;
      return;
    }
    this.#hasOpenComment = true;
    this.#problem(start, open + 1, `“@${type}” is never closed.`);
  }

  /** The offset after the bracket that closes the one at `open`; -1 if none does, or a new item starts before if it `mayEnd`. */
  #skipBalanced(open: number, mayEnd: boolean): number {
    const text = this.#text;
    const isBrace = text.charCodeAt(open) === OPEN_BRACE;
    let depth = isBrace ? 1 : 0;
    for (let at = open + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === OPEN_BRACE) depth++;
      else if (code === CLOSE_BRACE && --depth === 0 && isBrace) return at + 1;
      else if (code === CLOSE_PARENTHESIS && !isBrace && depth <= 0) return at + 1;
      else if (mayEnd && isLineBreak(code) && this.#startsItem(at + 1) >= 0) return -1;
    }
    return -1;
  }

  #macro(start: number, closing: number): void {
    const fields: number[] = [];
    const end = this.#fields(start, closing, fields, "“@string”");
    for (let index = 0; index < fields.length; index += 4) {
      this.#macros.push({
        name: this.#text.slice(start + (fields[index] as number), start + (fields[index + 1] as number)).toLowerCase(),
        start: start + (fields[index + 2] as number),
        end: start + (fields[index + 3] as number),
      });
    }
    this.#at = end;
  }

  #entry(start: number, type: string, closing: number): void {
    const text = this.#text;
    const keyStart = skipSpace(text, this.#at);
    let at = keyStart;
    for (let code = text.charCodeAt(at); at < text.length; code = text.charCodeAt(++at)) {
      if (code === COMMA || code === closing || code === EQUALS || code === OPEN_BRACE || isLineBreak(code)) break;
    }
    let keyEnd = at;
    while (keyEnd > keyStart && isBlankCode(text.charCodeAt(keyEnd - 1))) keyEnd--;
    // the name of a field, or the next entry, may stand where the key should
    const hasKey = keyEnd > keyStart && text.charCodeAt(at) !== EQUALS && text.charCodeAt(keyStart) !== AT;
    const key = hasKey ? text.slice(keyStart, keyEnd) : "";
    this.#at = hasKey ? at : keyStart;
    if (!hasKey) this.#problem(start, Math.max(keyStart, start + 1), `This entry has no key: expected “@${type}{key,”.`);
    else if (/\s/.test(key)) this.#problem(keyStart, keyEnd, `A key holds no spaces: “${shown(key)}” cannot be cited.`);

    const next = skipSpace(text, this.#at);
    const code = text.charCodeAt(next);
    if (hasKey && code !== COMMA && code !== closing && next < text.length && this.#startsItem(next) < 0) {
      this.#problem(keyStart, keyEnd, `Expected a comma after the key “${shown(key)}”.`);
    }
    const fields: number[] = [];
    const end = this.#fields(start, closing, fields, hasKey ? `The entry “${shown(key)}”` : "This entry");
    // a list that grows takes more room than it needs, and there are thousands
    if (hasKey) this.#entries.push({ type, key, start, end, keyStart, fields: fields.slice() });
    this.#at = end;
  }

  /** Fields up to the closing bracket; pushes their offsets from `start` and gives the offset after the bracket. */
  #fields(start: number, closing: number, fields: number[], what: string): number {
    const text = this.#text;
    while (true) {
      const at = skipSpace(text, this.#at);
      const code = text.charCodeAt(at);
      if (code === closing) {
        this.#checkClosedTooEarly(at + 1);
        return at + 1;
      }
      if (at >= text.length || (code === AT && this.#startsItem(at) >= 0 && isAtLineStart(text, at))) {
        const end = trimmedEnd(text, start, at);
        const where = at < text.length ? "the next entry" : "the end";
        this.#problem(start, Math.min(end, this.#lineEnd(start)), `${what} is never closed; it is read up to ${where}.`);
        return end;
      }
      if (code === COMMA) this.#at = at + 1;
      else this.#field(start, at, closing, fields);
    }
  }

  /** One field, or what stands where one should. */
  #field(start: number, nameStart: number, closing: number, fields: number[]): void {
    const text = this.#text;
    const nameEnd = nameEndAt(text, nameStart);
    const equals = skipSpace(text, nameEnd);
    if (nameEnd === nameStart || text.charCodeAt(equals) !== EQUALS) {
      const end = this.#skipJunk(Math.max(nameEnd, nameStart + 1), closing);
      this.#problem(nameStart, end, `Expected “name = value” and not “${shown(text.slice(nameStart, end))}”.`);
      this.#at = end;
      return;
    }
    const valueStart = skipSpace(text, equals + 1);
    const valueEnd = this.#value(valueStart, closing);
    fields.push(nameStart - start, nameEnd - start, valueStart - start, valueEnd - start);
    const after = skipSpace(text, valueEnd);
    const code = text.charCodeAt(after);
    this.#at = after;
    if (code === COMMA || code === closing || after >= text.length || code === AT) return;
    this.#problem(valueEnd, valueEnd, `Expected a comma after the field “${shown(text.slice(nameStart, nameEnd))}”.`);
    // go on with the next field where one stands, else with the next comma
    const nextEnd = nameEndAt(text, after);
    if (nextEnd === after || text.charCodeAt(skipSpace(text, nextEnd)) !== EQUALS) this.#at = this.#skipJunk(after, closing);
  }

  /** Pieces joined by `#`; gives the offset after the last. */
  #value(start: number, closing: number): number {
    const text = this.#text;
    let end = start;
    for (let at = start; ; ) {
      const code = text.charCodeAt(at);
      if (code === OPEN_BRACE) end = this.#braced(at);
      else if (code === QUOTE) end = this.#quoted(at);
      else {
        let bare = at;
        for (; bare < text.length; bare++) {
          const inside = text.charCodeAt(bare);
          if (isSpaceCode(inside) || inside === COMMA || inside === HASH || inside === closing) break;
          if (inside === OPEN_BRACE || inside === CLOSE_BRACE || inside === QUOTE || inside === EQUALS || inside === AT) break;
        }
        if (bare > at) end = bare;
      }
      const next = skipSpace(text, end);
      if (text.charCodeAt(next) !== HASH) return end;
      end = next + 1;
      at = skipSpace(text, end);
    }
  }

  /** A value in braces; where none closes it, it ends before the next item. */
  #braced(open: number): number {
    const text = this.#text;
    const { length } = text;
    let depth = 0;
    for (let at = open; at < length; at++) {
      const code = text.charCodeAt(at);
      // most of a bibliography is letters and blanks in braces, which mean nothing here
      if (code < OPEN_BRACE && code > LAST_BREAK) continue;
      if (code === OPEN_BRACE) depth++;
      else if (code === CLOSE_BRACE) {
        if (--depth === 0) return at + 1;
      } else if (isLineBreak(code) && this.#startsItem(at + 1) >= 0) return trimmedEnd(text, open, at);
    }
    return trimmedEnd(text, open, length);
  }

  /** A value in quotes, inside which braces balance; where none closes it, it takes the rest of the entry. */
  #quoted(open: number): number {
    const text = this.#text;
    let depth = 0;
    let at = open + 1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === OPEN_BRACE) depth++;
      else if (code === CLOSE_BRACE) {
        if (--depth < 0) break;
      } else if (code === QUOTE && depth === 0) return at + 1;
      else if (code <= LAST_BREAK && isLineBreak(code) && this.#startsItem(at + 1) >= 0) break;
    }
    const end = trimmedEnd(text, open + 1, at);
    this.#problem(open, Math.min(end, this.#lineEnd(open)), "This quotation mark is never closed.");
    return end;
  }

  /** From something that is no field to the comma, bracket or item that follows it. */
  #skipJunk(from: number, closing: number): number {
    const text = this.#text;
    let depth = 0;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (depth === 0 && (code === COMMA || code === closing)) return at;
      if (code === OPEN_BRACE) depth++;
      else if (code === CLOSE_BRACE) depth = Math.max(0, depth - 1);
      else if (isLineBreak(code) && this.#startsItem(at + 1) >= 0) return at;
    }
    return text.length;
  }

  /** The `@` of an item that starts on the line that starts at `lineStart`; -1 if none does. */
  #startsItem(lineStart: number): number {
    const text = this.#text;
    let at = lineStart;
    while (isBlankCode(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== AT) return -1;
    const end = wordEnd(text, at + 1);
    let open = end;
    while (isBlankCode(text.charCodeAt(open))) open++;
    return end > at + 1 && text.charCodeAt(open) === OPEN_BRACE ? at : -1;
  }

  /** A comma behind an entry that is followed by no entry: a bracket too many closed it before its end. */
  #checkClosedTooEarly(end: number): void {
    const comma = skipSpace(this.#text, end);
    if (this.#text.charCodeAt(comma) !== COMMA) return;
    const next = skipSpace(this.#text, comma + 1);
    const nameEnd = nameEndAt(this.#text, next);
    if (nameEnd === next || this.#text.charCodeAt(skipSpace(this.#text, nameEnd)) !== EQUALS) return;
    this.#problem(end - 1, end, "This bracket closes the entry, and fields follow it: one bracket too many?");
  }

  /** The end of the line that holds `start`. */
  #lineEnd(start: number): number {
    let end = start;
    while (end < this.#text.length && !isLineBreak(this.#text.charCodeAt(end))) end++;
    return end;
  }

  #problem(start: number, end: number, message: string): void {
    this.#problems.push({ span: { start, end }, message });
  }
}

/** A piece of a value: text between brackets, or a bare word, which is a number or the name of a macro. */
export interface ValuePiece {
  readonly text: string;
  readonly isBare: boolean;
}

/** The pieces of a value's expression, without their brackets. */
export function valuePieces(expression: string): ValuePiece[] {
  const pieces: ValuePiece[] = [];
  let at = 0;
  while (at < expression.length) {
    const code = expression.charCodeAt(at);
    if (isSpaceCode(code) || code === HASH) {
      at++;
      continue;
    }
    const start = at;
    let depth = 0;
    const isQuoted = code === QUOTE;
    if (isQuoted || code === OPEN_BRACE) {
      for (; at < expression.length; at++) {
        const inside = expression.charCodeAt(at);
        if (inside === OPEN_BRACE) depth++;
        else if (inside === CLOSE_BRACE) depth--;
        if (depth === 0 && at > start && inside === (isQuoted ? QUOTE : CLOSE_BRACE)) break;
      }
      pieces.push({ text: expression.slice(start + 1, at), isBare: false });
      at++;
    } else {
      while (at < expression.length && !isSpaceCode(expression.charCodeAt(at)) && expression.charCodeAt(at) !== HASH) at++;
      pieces.push({ text: expression.slice(start, at), isBare: true });
    }
  }
  return pieces;
}
