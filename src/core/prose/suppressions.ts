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
  readonly rules: readonly string[];
  readonly reason: string;
  /** The paragraph after the comment, or all of the document. */
  readonly target: Span;
}

/** The suppressions in a document's running text. Goes through all of it: to be asked where there is something to silence. */
export function proseSuppressions(source: SourceDocument): readonly ProseSuppression[] {
  const text = source.slice({ start: 0, end: source.length });
  const found: ProseSuppression[] = [];
  for (let at = text.indexOf(IGNORE); at >= 0; at = text.indexOf(IGNORE, at + IGNORE.length)) {
    const comment = commentAround(text, at);
    if (!comment) continue;
    const isWhole = text.startsWith(IGNORE_FILE, at);
    const words = text.slice(at + (isWhole ? IGNORE_FILE : IGNORE).length, comment.end);
    const dash = words.indexOf("--");
    const rules = (dash < 0 ? words : words.slice(0, dash)).split(/[\s,]+/).filter((rule) => rule !== "");
    const reason = dash < 0 ? "" : words.slice(dash + 2).trim();
    found.push({ rules, reason, target: isWhole ? { start: 0, end: text.length } : paragraphAfter(text, comment.after) });
  }
  return found;
}

/** The end of the words of the comment that holds an offset, and where the text goes on. */
function commentAround(text: string, at: number): { readonly end: number; readonly after: number } | undefined {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const before = text.slice(lineStart, at);
  const lineEnd = endOfLine(text, at);
  if (/^[ \t]*%+[ \t]*$/.test(before)) return { end: lineEnd, after: lineEnd };
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
