/** Which stretches of a block of running text are prose, and which are mathematics or addresses. */

import type { Span } from "../core/text.ts";
import { isBlank } from "./lines.ts";

const DOLLAR = 0x24;
const BACKSLASH = 0x5c;
const SMALL_H = 0x68;

/** What is taken out of the spans, both in ascending order. */
export function withoutSpans(spans: readonly Span[], cuts: readonly Span[]): readonly Span[] {
  if (cuts.length === 0) return spans;
  const left: Span[] = [];
  let index = 0;
  for (const span of spans) {
    let start = span.start;
    while (index < cuts.length && (cuts[index] as Span).end <= start) index++;
    let ahead = index;
    for (let cut = cuts[ahead]; cut !== undefined && cut.start < span.end; cut = cuts[++ahead]) {
      if (cut.start > start) left.push({ start, end: cut.start });
      start = Math.max(start, cut.end);
    }
    if (start < span.end) left.push({ start, end: span.end });
  }
  return left;
}

/**
 * Mathematics `$…$` and `$$…$$` and bare web addresses within one block of running text. `opaque` spans (code, HTML)
 * are jumped over: what is in them opens and closes nothing. By Pandoc's rule a single `$` opens only before something
 * that is not a space, and closes only after such and not before a digit, so that `$5 and $10` is no formula.
 */
export function mathAndAddresses(text: string, block: Span, opaque: readonly Span[]): Span[] {
  const cuts: Span[] = [];
  const scan = new BlockScan(text, block, opaque);
  let mayClose = { single: true, double: true };
  for (let at = scan.next(block.start); at < block.end; at = scan.next(at)) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 2;
    else if (code === SMALL_H && isAddress(text, at)) {
      const start = at;
      while (at < block.end && !endsAddress(text.charCodeAt(at))) at++;
      cuts.push({ start, end: at });
    } else if (code === DOLLAR) {
      const double = text.charCodeAt(at + 1) === DOLLAR;
      const marks = double ? 2 : 1;
      const opens = double ? mayClose.double : mayClose.single && !isSpace(text.charCodeAt(at + 1));
      const close = opens ? scan.closing(at + marks, double) : -1;
      if (close >= 0) {
        cuts.push({ start: at, end: close });
        at = close;
      } else {
        // what finds no end from here finds none from further on either
        if (opens) mayClose = double ? { ...mayClose, double: false } : { ...mayClose, single: false };
        at += marks;
      }
    } else at++;
  }
  return cuts;
}

/** Goes through a block once, from left to right, and jumps over its opaque spans. */
class BlockScan {
  readonly #text: string;
  readonly #block: Span;
  readonly #opaque: readonly Span[];
  #index = 0;

  constructor(text: string, block: Span, opaque: readonly Span[]) {
    this.#text = text;
    this.#block = block;
    this.#opaque = opaque;
  }

  /** `at`, or the end of the opaque span that holds it. */
  next(at: number): number {
    let here = at;
    for (let span = this.#opaque[this.#index]; span !== undefined && span.start <= here; span = this.#opaque[++this.#index]) {
      if (span.end > here) here = span.end;
    }
    return here;
  }

  /** The offset after the `$` or `$$` that closes a formula whose content starts at `start`; -1 if there is none. */
  closing(start: number, double: boolean): number {
    const text = this.#text;
    let index = this.#index;
    let at = start;
    while (at < this.#block.end) {
      const span = this.#opaque[index];
      if (span !== undefined && span.start <= at) {
        if (span.end > at) at = span.end;
        index++;
      } else if (text[at] === "\\") at += 2;
      else if (text[at] !== "$") at++;
      else if (double) {
        if (text[at + 1] === "$" && at + 1 < this.#block.end) return at + 2;
        at++;
      } else {
        const after = text.charCodeAt(at + 1);
        if (at > start && !isSpace(text.charCodeAt(at - 1)) && !(after >= 48 && after <= 57)) return at + 1;
        at++;
      }
    }
    return -1;
  }
}

const isAddress = (text: string, at: number): boolean => text.startsWith("http://", at) || text.startsWith("https://", at);

const isSpace = (code: number): boolean => isBlank(code) || code === 10 || code === 13 || Number.isNaN(code);

/** A space, or a bracket that more likely belongs to the sentence. */
const endsAddress = (code: number): boolean => isSpace(code) || code === 41 || code === 93 || code === 62;
