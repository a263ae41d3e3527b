/**
 * Suppressions: comments that silence findings, each with a reason, and at its end who answers for it and until when.
 *
 *     strength mechanistic  # lamina-ignore strength-exceeds-evidence -- the lesion study is under review (until: 2026-12-31)
 *
 * At the end of a line it silences that line; alone on a line, the clause or the item that comes next;
 * `lamina-ignore-file`, the document.
 */

import { type Reason, readReason } from "./suppression-reason.ts";
import { tokenize } from "./syntax/lexer.ts";
import { Kind, TokenBuffer } from "./syntax/tokens.ts";
import type { Item } from "./syntax/tree.ts";
import type { Span } from "./text.ts";

/** A suppression; its spans count from the item's start. */
export interface Suppression {
  /** From `lamina-ignore` to the end of the comment. */
  readonly span: Span;
  /** The comment with the blanks before it, or its whole line where it stands alone: what goes when it is taken away. */
  readonly whole: Span;
  /** The opening word, such as `lamina-ignore`. */
  readonly word: Span & { readonly text: string };
  readonly reach: "line" | "clause" | "item" | "document";
  /** What it silences within the item: what starts in there. Undefined where it is the next item, or the document. */
  readonly target: Span | undefined;
  readonly rules: readonly (Span & { readonly code: string })[];
  /** Why, without who and until when; undefined where nothing is said. */
  readonly reason: string | undefined;
  readonly owner?: string;
  /** As written; it holds through that day. */
  readonly until?: string;
  /** The brackets with the two. */
  readonly tail?: Span;
}

export const IGNORE = "lamina-ignore";
export const IGNORE_FILE = "lamina-ignore-file";

const none: readonly Suppression[] = [];
const known = new WeakMap<Item, readonly Suppression[]>();

/** The suppressions in an item's text. Those after its last clause are for the item that follows. */
export function suppressionsOf(item: Item): readonly Suppression[] {
  let found = known.get(item);
  if (!found) {
    // nearly no item has any
    found = item.text.includes(IGNORE) ? read(item) : none;
    known.set(item, found);
  }
  return found;
}

function read(item: Item): readonly Suppression[] {
  const buffer = new TokenBuffer();
  tokenize(item.text, buffer);
  const found: Suppression[] = [];
  for (let index = 0; index < buffer.count; index++) {
    if (buffer.kinds[index] !== Kind.comment) continue;
    const suppression = readComment(item, { start: buffer.starts[index] as number, end: buffer.ends[index] as number });
    if (suppression) found.push(suppression);
  }
  return found;
}

function readComment(item: Item, comment: Span): Suppression | undefined {
  const { text } = item;
  const start = skip(text, comment.start + 1, comment.end, isBlank);
  if (!text.startsWith(IGNORE, start)) return undefined;
  const wordEnd = skip(text, start, comment.end, isOfWord);
  const word = { start, end: wordEnd, text: text.slice(start, wordEnd) };
  const dash = text.slice(0, comment.end).indexOf("--", wordEnd);
  const rulesEnd = dash < 0 ? comment.end : dash;
  const { text: reason, tail, ...said } = readReason(dash < 0 ? "" : text.slice(dash + 2, comment.end));
  const end = endOfContent(text, start, comment.end);
  const common = { span: { start, end }, word, rules: readRules(text, wordEnd, rulesEnd), reason: reason === "" ? undefined : reason };
  const shift = dash + 2;
  return {
    ...common,
    ...said,
    ...(tail && { tail: { start: tail.start + shift, end: tail.end + shift } }),
    ...place(item, comment, word.text),
  };
}

function readRules(text: string, from: number, end: number): Suppression["rules"] {
  const rules: (Span & { code: string })[] = [];
  for (let at = from; at < end; ) {
    const start = skip(text, at, end, isBetween);
    at = skip(text, start, end, (unit) => !isBetween(unit));
    if (at > start) rules.push({ start, end: at, code: text.slice(start, at) });
  }
  return rules;
}

/** What a comment silences, and what goes with it. */
function place(item: Item, comment: Span, word: string): Pick<Suppression, "reach" | "target" | "whole"> {
  const { text, clauses, contentEnd, form } = item;
  const lineStart = text.lastIndexOf("\n", comment.start - 1) + 1;
  const isAlone = text.slice(lineStart, comment.start).trim() === "";
  const whole = isAlone
    ? { start: lineStart, end: afterBreak(text, comment.end) }
    : { start: beforeBlanks(text, comment.start), end: comment.end };
  if (word === IGNORE_FILE) return { reach: "document", target: undefined, whole };
  if (!isAlone) return { reach: "line", target: { start: lineStart, end: comment.end }, whole };
  if (comment.start >= contentEnd || form === "loose") return { reach: "item", target: undefined, whole };
  const next = clauses.find((clause) => clause.start >= comment.end);
  return { reach: "clause", target: next && { start: next.start, end: next.end }, whole };
}

type Test = (unit: string) => boolean;
const isBlank: Test = (unit) => unit === " " || unit === "\t";
const isBetween: Test = (unit) => isBlank(unit) || unit === "," || unit === "\r";
const isOfWord: Test = (unit) => (unit >= "a" && unit <= "z") || (unit >= "A" && unit <= "Z") || unit === "-";

function skip(text: string, from: number, end: number, test: Test): number {
  let at = from;
  while (at < end && test(text[at] as string)) at++;
  return at;
}

function endOfContent(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] as string).trim() === "") at--;
  return at;
}

function beforeBlanks(text: string, from: number): number {
  let at = from;
  while (at > 0 && isBlank(text[at - 1] as string)) at--;
  return at;
}

function afterBreak(text: string, from: number): number {
  let at = from;
  if (text[at] === "\r") at++;
  if (text[at] === "\n") at++;
  return at;
}

/** A suppression at work in a document: which of its rules it has silenced. */
interface Use {
  readonly suppression: Suppression;
  readonly item: Item;
  /** From the item's spans to the host's. */
  readonly toHost: (span: Span) => Span;
  readonly silenced: Set<string>;
}

/** The suppressions of one document, followed item by item while its findings are gathered. */
export class Silence {
  readonly #uses: Use[] = [];
  #next: readonly Use[] = [];
  #here: readonly Use[] = [];
  readonly #document: Use[] = [];

  /** A new region begins: what stands at the end of the one before has nothing to silence. */
  enterRegion(): void {
    this.#next = [];
  }

  /** Whether what stands before silences the item that comes next. */
  get isWaiting(): boolean {
    return this.#next.length > 0;
  }

  /** Goes on to the next item of the region. Items without suppressions may be left out while nothing is waiting. */
  enter(item: Item, toHost: (span: Span) => Span): void {
    const before = this.#next;
    const suppressions = suppressionsOf(item);
    if (suppressions.length === 0) {
      this.#here = before;
      if (before.length > 0) this.#next = [];
      return;
    }
    const own = suppressions.map((suppression): Use => ({ suppression, item, toHost, silenced: new Set() }));
    this.#uses.push(...own);
    this.#document.push(...own.filter((use) => use.suppression.reach === "document"));
    this.#next = own.filter((use) => use.suppression.reach === "item");
    this.#here = [...before, ...own.filter((use) => use.suppression.target !== undefined)];
  }

  /** The reason why a finding on the item at hand is silenced; undefined where it is not. */
  onItem(code: string, span: Span): Reason | undefined {
    return silencing(this.#here, code, ({ target }) => target === undefined || (target.start <= span.start && span.start <= target.end));
  }

  /** The same for what is silenced in the whole document; to be asked once all items were entered. */
  inDocument(code: string): Reason | undefined {
    return this.#document.length === 0 ? undefined : silencing(this.#document, code, () => true);
  }

  /** The rules named by suppressions that silenced nothing. */
  *unused(): IterableIterator<Use & { readonly rule: Suppression["rules"][number] }> {
    for (const use of this.#uses) for (const rule of use.suppression.rules) if (!use.silenced.has(rule.code)) yield { ...use, rule };
  }
}

/** Every suppression that fits has its use; the first says why. */
function silencing(uses: readonly Use[], code: string, fits: (suppression: Suppression) => boolean): Reason | undefined {
  let reason: Reason | undefined;
  for (const { suppression, silenced } of uses) {
    if (!suppression.rules.some((rule) => rule.code === code) || !fits(suppression)) continue;
    silenced.add(code);
    reason ??= reasonOf(suppression);
  }
  return reason;
}

const reasonOf = ({ reason, owner, until }: Suppression): Reason => ({
  text: reason ?? "",
  ...(owner !== undefined && { owner }),
  ...(until !== undefined && { until }),
});
