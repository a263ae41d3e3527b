/** The running text of a LaTeX document, and the short formulas in it. */

import type { Span } from "../core/text.ts";
import { Closer, type Group, MATH, type Mode, QUIET, TITLE } from "./latex-groups.ts";

/** Code units of the longest formula in which a layer may be named. */
const longestFormula = 48;

/** How many code units the marks of a formula have on each side; what is not here is no formula within the text. */
const marksOf = new Map<Closer, number>([
  [Closer.dollar, 1],
  [Closer.round, 2],
  [Closer.brace, 0],
]);

/** Collects running text. What stands in a preamble is none, but that is known only once `\begin{document}` is read. */
export class LatexProse {
  spans: Span[] = [];
  formulas: Span[] = [];
  /** Running text of titles, which counts even in a preamble. */
  #titles: Span[] = [];
  #inBody = false;
  #drawingEnd = 0;

  add(span: Span, mode: Mode): void {
    if (mode & QUIET || span.start < this.#drawingEnd) return;
    this.spans.push(span);
    if (mode & TITLE && !this.#inBody) this.#titles.push(span);
  }

  /** Takes note of mathematics that has been closed. @param around how the text around it is read */
  addFormula({ closer, start, mode }: Group, end: number, around: Mode): void {
    const marks = mode & MATH && !(around & MATH) ? marksOf.get(closer) : undefined;
    if (marks === undefined || end - start > longestFormula || around & QUIET || start < this.#drawingEnd) return;
    this.formulas.push({ start: start - marks, end: end + marks });
  }

  /** Up to `end` is a drawing: its words are mostly names of shapes and places. */
  skipTo(end: number): void {
    this.#drawingEnd = Math.max(this.#drawingEnd, end);
  }

  beginDocument(): void {
    if (this.#inBody) return;
    this.#inBody = true;
    this.spans = this.#titles;
    this.formulas = [];
  }
}
