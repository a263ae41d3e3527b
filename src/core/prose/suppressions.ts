/**
 * Suppressions in running text: in a comment of the host, for the paragraph that follows.
 *
 *     <!-- lamina-ignore overclaim -- the referee asked for this wording -->
 *     % lamina-ignore overclaim -- the referee asked for this wording
 */
import { type Reason, readReason } from "../suppression-reason.ts";
import { IGNORE, IGNORE_FILE } from "../suppressions.ts";
import type { Edit, Span } from "../text.ts";
import type { HostComment, Page, WrittenDocument } from "./running-text.ts";

export interface ProseSuppression {
  /** From the word to the end of the comment. */
  readonly span: Span;
  /** The comment with its signs, or its whole line where it stands alone: what goes when it is taken away. */
  readonly comment: Span;
  readonly rules: readonly (Span & { readonly code: string })[];
  /** Why, without who and until when; empty where nothing is said. */
  readonly reason: string;
  readonly owner?: string;
  /** As written; it holds through that day. */
  readonly until?: string;
  /** The brackets with the two. */
  readonly tail?: Span;
  /** The paragraph after the comment, or all of the document. */
  readonly target: Span;
  /** Whether it is the document that it speaks of. */
  readonly isWhole: boolean;
}

const none: readonly ProseSuppression[] = [];
const known = new WeakMap<WrittenDocument, readonly ProseSuppression[]>();

/** The suppressions in a document's running text. A file of Lamina alone has its own, item by item. */
export function proseSuppressions(source: WrittenDocument): readonly ProseSuppression[] {
  let found = known.get(source);
  if (!found) {
    const whole = { start: 0, end: source.length };
    // nearly no document has any
    const pages = source.runningText && source.slice(whole).includes(IGNORE) ? source.runningText.pages() : [];
    found = pages.length === 0 ? none : pages.flatMap((page) => suppressionsOn(page, whole));
    known.set(source, found);
  }
  return found;
}

function suppressionsOn(page: Page, whole: Span): readonly ProseSuppression[] {
  const found: ProseSuppression[] = [];
  for (let at = page.text.indexOf(IGNORE); at >= 0; at = page.text.indexOf(IGNORE, at + IGNORE.length)) {
    const comment = page.commentAt(at);
    if (comment) found.push(readSuppression(page, at, comment, whole));
  }
  return found;
}

function readSuppression(page: Page, at: number, comment: HostComment, whole: Span): ProseSuppression {
  const { text } = page;
  const isWhole = text.startsWith(IGNORE_FILE, at);
  const start = at + (isWhole ? IGNORE_FILE : IGNORE).length;
  const words = text.slice(start, comment.end);
  const dash = words.indexOf("--");
  const rules = [...(dash < 0 ? words : words.slice(0, dash)).matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
    code,
    ...page.toDocument({ start: start + index, end: start + index + code.length }),
  }));
  const { text: reason, tail, ...said } = readReason(dash < 0 ? "" : words.slice(dash + 2));
  const shift = start + dash + 2;
  return {
    span: page.toDocument({ start: at, end: at + text.slice(at, comment.end).trimEnd().length }),
    comment: page.toDocument(withItsLine(text, comment)),
    rules,
    reason,
    ...said,
    ...(tail && { tail: page.toDocument({ start: tail.start + shift, end: tail.end + shift }) }),
    target: isWhole ? whole : page.toDocument(paragraphAfter(text, comment.after)),
    isWhole,
  };
}

function withItsLine(text: string, { start, after }: HostComment): Span {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", after);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  const isAlone = text.slice(lineStart, start).trim() === "" && text.slice(after, end).trim() === "";
  return isAlone ? { start: lineStart, end } : { start, end: after };
}

/** From the first line that says something to the next blank one. */
function paragraphAfter(text: string, from: number): Span {
  let start = from;
  while (start < text.length && /\s/.test(text[start] as string)) start++;
  const blank = /\n[ \t>]*\r?\n/g;
  blank.lastIndex = start;
  return { start, end: blank.exec(text)?.index ?? text.length };
}

/** What is said of a suppression that silences nothing. */
export interface UnusedInProse {
  /** The rule that it names in vain. */
  readonly code: string;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly Edit[] }[];
}

/** The suppressions of one document's running text, and which of their rules have silenced something. */
export class ProseSilence {
  readonly #suppressions: readonly ProseSuppression[];
  readonly #used = new Set<Span>();

  constructor(source: WrittenDocument) {
    this.#suppressions = proseSuppressions(source);
  }

  /** The reason why a finding at a place is silenced; undefined where it is not. Every suppression that fits has its use. */
  reasonFor(code: string, at: number): Reason | undefined {
    let reason: Reason | undefined;
    for (const suppression of this.#suppressions) {
      const { target, rules, reason: text, owner, until } = suppression;
      if (at < target.start || at >= target.end) continue;
      for (const rule of rules) {
        if (rule.code !== code) continue;
        this.#used.add(rule);
        reason ??= { text, ...(owner !== undefined && { owner }), ...(until !== undefined && { until }) };
      }
    }
    return reason;
  }

  /** The rules named by suppressions that silenced nothing, after all findings were asked about. */
  unused(): readonly UnusedInProse[] {
    return this.#suppressions.flatMap(({ rules, isWhole, span, comment }) =>
      rules.flatMap((rule, index) => {
        if (this.#used.has(rule)) return [];
        const place = isWhole ? "in this document" : "in the paragraph that follows";
        const message = `Unexpected suppression: “${rule.code}” finds nothing ${place}. Expected none, so that nothing is hidden later.`;
        // of several rules one goes, with what parts it from the others
        const cut = rules[index + 1]
          ? { start: rule.start, end: rules[index + 1]?.start ?? rule.end }
          : { start: rules[index - 1]?.end ?? rule.start, end: rule.end };
        const isOne = rules.length === 1;
        const fix = {
          title: isOne ? "Take the suppression away" : `Take “${rule.code}” out of it`,
          edits: [{ span: isOne ? comment : cut, text: "" }],
        };
        return [{ code: rule.code, span: isOne ? span : rule, message, fixes: [fix] }];
      }),
    );
  }
}
