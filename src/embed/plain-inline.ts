/**
 * Running text that needs no parser of Markdown to be read: words, simple emphasis, code, and links to plain addresses.
 * Gives up on whatever could be read in more than one way, so that what it gives is what `remark-parse` gives.
 */
import type { Span } from "../core/text.ts";

/** The text nodes and the code of a paragraph. */
export interface PlainInline {
  readonly texts: readonly Span[];
  readonly opaque: readonly Span[];
}

const BACKTICK = 0x60;
const STAR = 0x2a;
const OPENING = 0x5b;
const CLOSING = 0x5d;
const PARENTHESIS = 0x28;
const UNDERSCORE = 0x5f;
const EXCLAMATION = 0x21;

/** For ASCII: 1 where a sign may mean something, 2 where it means that somebody else must read the text. */
const weight = new Uint8Array(128);
for (const sign of "`*[]_!") weight[sign.charCodeAt(0)] = 1;
for (const sign of "\\<&\r\0") weight[sign.charCodeAt(0)] = 2;

/** Reads the text from `start` to `end`; undefined where it is not plain. No label may be defined anywhere in the document. */
export function readPlainInline(text: string, start: number, end: number): PlainInline | undefined {
  const texts: Span[] = [];
  const opaque: Span[] = [];
  let from = start;
  let isEmphasised = false;
  /** The bracket that is open, if it opened in the same emphasis. */
  let bracket = -1;
  const cut = (at: number, next: number): void => {
    if (at > from) texts.push({ start: from, end: at });
    from = next;
  };
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128 || weight[code] === 0) continue;
    if (weight[code] === 2) return undefined;
    if (code === UNDERSCORE) {
      // within a word it is a letter
      if (!isWord(text.charCodeAt(at - 1)) || !isWord(text.charCodeAt(at + 1))) return undefined;
    } else if (code === EXCLAMATION) {
      if (text.charCodeAt(at + 1) === OPENING) return undefined;
    } else if (code === BACKTICK) {
      const close = endOfCode(text, at, end);
      if (close < 0 || bracket >= 0) return undefined;
      cut(at, close);
      opaque.push({ start: at, end: close });
      at = close - 1;
    } else if (code === STAR) {
      if (bracket >= 0 || !(isEmphasised ? closes(text, at, end) : opens(text, at, start))) return undefined;
      cut(at, at + 1);
      isEmphasised = !isEmphasised;
    } else if (code === OPENING) {
      if (bracket >= 0) return undefined;
      bracket = at;
    } else if (code === CLOSING) {
      if (bracket < 0) return undefined;
      if (text.charCodeAt(at + 1) === PARENTHESIS) {
        const close = endOfAddress(text, at + 2, end);
        if (close < 0 || at === bracket + 1) return undefined;
        cut(bracket, bracket + 1);
        cut(at, close);
        at = close - 1;
      } else if (text.charCodeAt(at + 1) === OPENING) return undefined;
      bracket = -1;
    }
  }
  if (isEmphasised || bracket >= 0) return undefined;
  cut(end, end);
  return { texts, opaque };
}

/** The end of `code` that opens at `at`; negative where it is longer or never closes. */
function endOfCode(text: string, at: number, end: number): number {
  if (text.charCodeAt(at + 1) === BACKTICK) return -1;
  const close = text.indexOf("`", at + 1);
  return close > at + 1 && close < end && text.charCodeAt(close + 1) !== BACKTICK ? close + 1 : -1;
}

const isWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isGap = (code: number): boolean => code === 0x20 || code === 0x0a;

/** A star after a blank and before a letter opens, and does not close. */
const opens = (text: string, at: number, start: number): boolean =>
  isWord(text.charCodeAt(at + 1)) && (at === start || isGap(text.charCodeAt(at - 1)));

/** A star before a blank closes whatever it stands behind, and one behind a letter before a sign that ends a phrase, too; neither opens. */
function closes(text: string, at: number, end: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at + 1 === end || isGap(text.charCodeAt(at + 1))) return before > 0x20 && before < 0x7f && before !== STAR;
  return isWord(before) && ".,;:?)".includes(text[at + 1] as string);
}

/** The end of an address in parentheses, after them; negative where it is not plain. */
function endOfAddress(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isWord(text.charCodeAt(at)) || "./#:%-".includes(text[at] as string))) at++;
  return at > start && at < end && text[at] === ")" ? at + 1 : -1;
}
