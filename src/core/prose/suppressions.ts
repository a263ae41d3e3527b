/**
 * Suppressions in running text: in a comment of the host, for the paragraph that follows.
 *
 *     <!-- lamina-ignore overclaim -- the referee asked for this wording -->
 *     % lamina-ignore overclaim -- the referee asked for this wording
 */
import type { SourceDocument } from "../model/source.ts";
import { IGNORE, IGNORE_FILE } from "../suppressions.ts";
import type { Span } from "../text.ts";

export interface ProseSuppression {
  /** From the word to the end of the comment. */
  readonly span: Span;
  readonly rules: readonly (Span & { readonly code: string })[];
  readonly reason: string;
  /** The paragraph after the comment, or all of the document. */
  readonly target: Span;
}

/** The suppressions in a document's running text. Goes through all of it: to be asked where there is something to silence. */
export function proseSuppressions(source: SourceDocument): readonly ProseSuppression[] {
  // a file of Lamina alone has its own, item by item; a notebook's file is no running text, but its cells are when they are open
  if (source.configuration || isLaminaAlone(source) || source.uri.endsWith(".ipynb")) return [];
  const text = source.slice({ start: 0, end: source.length });
  const found: ProseSuppression[] = [];
  for (let at = text.indexOf(IGNORE); at >= 0; at = text.indexOf(IGNORE, at + IGNORE.length)) {
    const comment = commentAround(text, at);
    if (!comment) continue;
    const isWhole = text.startsWith(IGNORE_FILE, at);
    const start = at + (isWhole ? IGNORE_FILE : IGNORE).length;
    const words = text.slice(start, comment.end);
    const dash = words.indexOf("--");
    const rules = [...(dash < 0 ? words : words.slice(0, dash)).matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
      code,
      start: start + index,
      end: start + index + code.length,
    }));
    const reason = dash < 0 ? "" : words.slice(dash + 2).trim();
    const span = { start: at, end: at + text.slice(at, comment.end).trimEnd().length };
    found.push({ span, rules, reason, target: isWhole ? { start: 0, end: text.length } : paragraphAfter(text, comment.after) });
  }
  return found;
}

const isLaminaAlone = ({ regions, length }: SourceDocument): boolean => regions.length === 1 && regions[0]?.document.length === length;

/** The end of the words of the comment that holds an offset, and where the text goes on. */
function commentAround(text: string, at: number): { readonly end: number; readonly after: number } | undefined {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const before = text.slice(lineStart, at);
  const lineEnd = endOfLine(text, at);
  if (/^[ \t]*(?:%+|#+|\/\/+|--|\*+)[ \t]*$/.test(before)) return { end: lineEnd, after: lineEnd };
  if (!/<!--\s*$/.test(text.slice(Math.max(0, at - 20), at))) return undefined;
  const close = text.indexOf("-->", at);
  return close < 0 ? undefined : { end: close, after: close + 3 };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** From the first line that says something to the next blank one. */
function paragraphAfter(text: string, from: number): Span {
  let start = from;
  while (start < text.length && /\s/.test(text[start] as string)) start++;
  const blank = /\n[ \t>]*\r?\n/g;
  blank.lastIndex = start;
  return { start, end: blank.exec(text)?.index ?? text.length };
}
