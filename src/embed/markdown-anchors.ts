/**
 * What the running text of Markdown says of claims and works: sentences that state a claim, in the notations of Pandoc
 * (`[text]{claim=id}`), of directives (`:claim[text]{#id}`) and of MyST (``{claim}`text <id>` ``), and citations as Pandoc
 * and its kin write them (`[see @key, p. 3; @other]`, `@key`).
 */
import { type Edit, type Span, shift } from "../core/text.ts";
import type { Anchor, ProseCitation } from "./embedding.ts";
import { Places } from "./places.ts";

/** A sentence longer than this is none; keeps the search for its opening bracket short. */
const longestAnchor = 4000;

/** Sentences that state a claim, in the order of their ends. */
export function markdownAnchors(text: string, prose: readonly Span[]): readonly Anchor[] {
  // nearly no document has any
  if (!text.includes("]{") && !text.includes("{claim}`")) return [];
  const anchors: Anchor[] = [];
  const closing = new Places(text, "]{");
  for (const span of prose) {
    for (let at = closing.from(span.start); at < span.end; at = closing.from(at + 2)) {
      const anchor = bracketed(text, at);
      if (anchor) anchors.push(anchor);
    }
    const role = roleAfter(text, span);
    if (role) anchors.push(role);
  }
  return anchors;
}

/** `[text]{claim=id}` or `:claim[text]{#id}`, whose text ends at `close`. */
function bracketed(text: string, close: number): Anchor | undefined {
  const end = text.indexOf("}", close);
  if (end < 0 || end - close > 400) return undefined;
  const attributes = text.slice(close + 2, end);
  if (attributes.includes("\n")) return undefined;
  const open = openingBracket(text, close);
  if (open === undefined) return undefined;
  const isDirective = text.startsWith(":claim", open - 6) && !/[\w:]/.test(text[open - 7] ?? " ");
  const id = isDirective ? idAfter(attributes, /(?:^|\s)#/) : idAfter(attributes, /(?:^|\s)claim=/);
  if (!id) return undefined;
  const start = close + 2 + id.start;
  return { id: id.text, idSpan: { start, end: start + id.text.length }, text: { start: open + 1, end: close } };
}

/** The word after the sign that opens it, with or without quotes; an empty one is being typed. */
function idAfter(attributes: string, sign: RegExp): { readonly text: string; readonly start: number } | undefined {
  const found = sign.exec(attributes);
  if (!found) return undefined;
  let start = found.index + found[0].length;
  const quote = attributes[start] === '"' || attributes[start] === "'" ? attributes[start] : undefined;
  if (quote !== undefined) start++;
  let end = start;
  while (end < attributes.length && attributes[end] !== quote && !/[\s}]/.test(attributes[end] as string)) end++;
  return { text: attributes.slice(start, end), start };
}

/** The bracket that the one at `close` ends, in the same paragraph. */
function openingBracket(text: string, close: number): number | undefined {
  let depth = 0;
  for (let at = close - 1; at >= 0 && close - at < longestAnchor; at--) {
    const sign = text[at];
    if (sign === "\n" && isBlankLine(text, at)) return undefined;
    if ((sign !== "[" && sign !== "]") || isEscaped(text, at)) continue;
    if (sign === "]") depth++;
    else if (depth-- === 0) return at;
  }
  return undefined;
}

/** Whether the line before the break at `at` is blank. */
function isBlankLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === " " || text[before] === "\t" || text[before] === "\r" || text[before] === ">")) before--;
  return before < 0 || text[before] === "\n";
}

function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text[at - 1 - count] === "\\") count++;
  return count % 2 === 1;
}

/** ``{claim}`text <id>` `` where the running text stops before the backtick. */
function roleAfter(text: string, { start, end }: Span): Anchor | undefined {
  if (text[end] !== "`" || text[end + 1] === "`" || end - start < 7 || !text.startsWith("{claim}", end - 7)) return undefined;
  const close = text.indexOf("`", end + 1);
  if (close < 0 || close - end > longestAnchor) return undefined;
  const inside = text.slice(end + 1, close);
  const pointed = inside.endsWith(">") ? inside.lastIndexOf("<") : -1;
  if (pointed < 0) {
    // a role without a text is its id alone
    return { id: inside, idSpan: { start: end + 1, end: close }, text: { start: end + 1, end: close } };
  }
  const idStart = end + 1 + pointed + 1;
  return {
    id: text.slice(idStart, close - 1),
    idSpan: { start: idStart, end: close - 1 },
    text: { start: end + 1, end: end + 1 + inside.slice(0, pointed).trimEnd().length },
  };
}

/**
 * Citations in running text, in order. Without brackets `@name` may be a person or a package, so that what is not in
 * brackets is told apart.
 */
export function markdownCitations(text: string, prose: readonly Span[]): readonly ProseCitation[] {
  if (!text.includes("@")) return [];
  const citations: ProseCitation[] = [];
  const places = new Places(text, "@");
  for (const span of prose) {
    for (let at = places.from(span.start); at < span.end; at = places.from(at + 1)) {
      const key = keyAt(text, at, span.end);
      if (key) citations.push(isInBrackets(text, at, span.start) ? key : { ...key, unsure: true });
    }
  }
  return citations;
}

/**
 * The citations after an edit: what `markdownCitations` gives for the new text. Spans of running text before and behind
 * the edit keep theirs: a citation lies in one span, and only the character before it is looked at besides.
 *
 * @param before the running text before the edit, @param known its citations
 */
export function citationsAfter(
  before: readonly Span[],
  known: readonly ProseCitation[],
  edit: Edit,
  text: string,
  prose: readonly Span[],
): readonly ProseCitation[] {
  const by = edit.text.length - (edit.span.end - edit.span.start);
  const most = Math.min(before.length, prose.length);
  let first = 0;
  for (; first < most; first++) {
    const span = prose[first] as Span;
    if (span.end > edit.span.start || !isSame(before[first] as Span, span, 0)) break;
  }
  let last = 0;
  for (; last < most - first; last++) {
    const old = before[before.length - 1 - last] as Span;
    if (old.start <= edit.span.end || !isSame(old, prose[prose.length - 1 - last] as Span, by) || text[old.start + by - 1] === "\\") break;
  }
  const left = first > 0 ? (prose[first - 1] as Span).end : 0;
  const right = last > 0 ? (before[before.length - last] as Span).start : Number.POSITIVE_INFINITY;
  const citations: ProseCitation[] = [];
  let index = 0;
  for (; index < known.length && (known[index] as ProseCitation).span.start < left; index++) citations.push(known[index] as ProseCitation);
  for (const citation of markdownCitations(text, prose.slice(first, prose.length - last))) citations.push(citation);
  for (; index < known.length; index++) {
    const citation = known[index] as ProseCitation;
    if (citation.span.start >= right) citations.push(by === 0 ? citation : { ...citation, span: shift(citation.span, by) });
  }
  return citations;
}

const isSame = (old: Span, now: Span, by: number): boolean => old.start + by === now.start && old.end + by === now.end;

/** The key after an `@` by Pandoc's rules: it starts with a letter, a digit or `_`, and signs within stand alone. */
function keyAt(text: string, at: number, end: number): ProseCitation | undefined {
  if (at > 0 && (text[at - 1] === "." || isKeyLetter(text, at - 1) || isEscaped(text, at))) return undefined;
  if (!isKeyLetter(text, at + 1) || at + 1 >= end) return undefined;
  let last = at + 2;
  while (last < end && (isKeyLetter(text, last) || (isKeySign(text[last]) && last + 1 < end && isKeyLetter(text, last + 1)))) last++;
  return { key: text.slice(at + 1, last), span: { start: at + 1, end: last } };
}

/** A letter or digit of any script, or `_`. Half a character of two code units is none. */
function isKeyLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x80) return /[\p{L}\p{N}]/u.test(text[at] as string);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === UNDERSCORE;
}

const isKeySign = (sign: string | undefined): boolean => sign !== undefined && ":.#$%&-+?<>~/".includes(sign);

/** Whether a bracket is open at `at` that is not closed before it, in the same sentence of prose. */
function isInBrackets(text: string, at: number, start: number): boolean {
  let depth = 0;
  for (let before = at - 1; before >= start; before--) {
    const code = text.charCodeAt(before);
    if (code === CLOSING && !isEscaped(text, before)) depth++;
    else if (code === OPENING && !isEscaped(text, before) && depth-- === 0) return true;
  }
  return false;
}

const OPENING = 0x5b;
const CLOSING = 0x5d;
const UNDERSCORE = 0x5f;
