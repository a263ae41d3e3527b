/** Finds the name of a part in LaTeX, however it is set: `layer~4`, `L\textsubscript{4}`, `$L_{2/3}$`, `\mbox{L4}`. */

import { type Span, touches } from "../core/text.ts";
import { BARRIER, PlainText } from "./latex-plain.ts";
import { lineStartAt } from "./lines.ts";
import { termAt } from "./prose-terms.ts";

/** Code units of the source on each side of an offset among which a name is looked for. */
const farthest = 200;

/** A name in a document whose words are not written as they are read. */
export interface SetTerm {
  /** Where the name stands, with the braces and marks of formulas that it opens. */
  readonly span: Span;
  /** The words as a reader sees them, with single blanks between: `layer 4`, `L2/3`. */
  readonly words: string;
}

/**
 * The longest run of words at `offset` that `lookup` knows; `undefined` if there is none.
 * @param document the running text and the short formulas of the document, as `embedLatex` gives them
 * @param lookup as of `termAt`; of `$L_4$` it is asked for `L4` first, then for `L_4`
 */
export function latexTermAt(
  text: string,
  offset: number,
  document: { readonly prose: readonly Span[]; readonly formulas?: readonly Span[] },
  lookup: (name: string) => boolean,
): SetTerm | undefined {
  const formulas = around(document.formulas ?? [], offset);
  const pieces = [...around(document.prose, offset), ...formulas].sort((a, b) => a.start - b.start);
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || offset < first.start || offset > last.end || isInComment(text, offset, pieces))
    return undefined;
  const found = find(text, offset, pieces, formulas, lookup, false);
  return found ?? (formulas.length > 0 ? find(text, offset, pieces, formulas, lookup, true) : undefined);
}

/** Whether a comment between pieces of running text opens before an offset on its line. */
function isInComment(text: string, offset: number, pieces: readonly Span[]): boolean {
  let end = 0;
  for (const piece of pieces) if (piece.start < offset) end = piece.end;
  return end < offset && text.slice(Math.max(end, lineStartAt(text, offset)), offset).includes("%");
}

function find(
  text: string,
  offset: number,
  pieces: readonly Span[],
  formulas: readonly Span[],
  lookup: (name: string) => boolean,
  keepsIndices: boolean,
): SetTerm | undefined {
  const plain = new PlainText(text, keepsIndices);
  let end = pieces[0]?.start ?? 0;
  for (const piece of pieces) {
    plain.addBetween({ start: end, end: piece.start });
    if (formulas.includes(piece)) plain.addFormula(piece);
    else plain.addProse({ start: Math.max(piece.start, offset - farthest), end: Math.min(piece.end, offset + farthest) });
    end = piece.end;
  }
  const { starts, ends } = plain;
  let at = 0;
  while (at < ends.length && (ends[at] as number) <= offset && (starts[at] as number) < offset) at++;
  if (plain.text[at] === BARRIER && (starts[at] as number) < offset) return undefined;
  const found = termAt(plain.text, at, [{ start: 0, end: plain.text.length }], lookup);
  if (found === undefined) return undefined;
  const span = { start: starts[found.start] as number, end: ends[found.end - 1] as number };
  return { span: closed(text, span), words: plain.text.slice(found.start, found.end).replace(/\s+/g, " ") };
}

/** The spans of an ascending list that are near an offset. */
function around(spans: readonly Span[], offset: number): Span[] {
  const near = { start: offset - farthest, end: offset + farthest };
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end < near.start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let span = spans[low]; span !== undefined && (span.start < near.end || touches(span, offset)); span = spans[++low]) found.push(span);
  return found;
}

/** The span with what closes the groups and the formula that it opens, if that follows at once. */
function closed(text: string, { start, end }: Span): Span {
  let braces = 0;
  let inDollars = false;
  let inRound = false;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === "\\") {
      at++;
      if (text[at] === "(" || text[at] === ")") inRound = text[at] === "(";
    } else if (character === "{") braces++;
    else if (character === "}") braces = Math.max(0, braces - 1);
    else if (character === "$") inDollars = !inDollars;
  }
  let last = end;
  for (;;) {
    if (braces > 0 && text[last] === "}") {
      braces--;
      last++;
    } else if (inDollars && text[last] === "$") {
      inDollars = false;
      last++;
    } else if (inRound && text.startsWith("\\)", last)) {
      inRound = false;
      last += 2;
    } else return { start, end: last };
  }
}
