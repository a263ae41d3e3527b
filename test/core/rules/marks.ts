/**
 * Marks in an example: comment lines with carets under the words of the line above, then a rule and how its message
 * starts.
 *
 *     claim values: L4 as Value
 *     #     ^^^^^^ claim-without-evidence: No evidence
 */
import type { Finding } from "../../../src/core/service.ts";
import { LineIndex } from "../../../src/core/text.ts";

export interface Mark {
  /** The words that are marked, by their place. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly message: string;
}

const markLine = /^(\s*#\s*)(\^+) ([a-z-]+): (.+)$/;

/** The marks of an example. */
export function marksOf(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  let above = 0;
  let start = 0;
  for (const line of text.split("\n")) {
    const found = markLine.exec(line);
    if (found) {
      const [, before = "", carets = "", rule = "", message = ""] = found;
      marks.push({ start: above + before.length, end: above + before.length + carets.length, rule, message: message.trimEnd() });
    } else above = start;
    start += line.length + 1;
  }
  return marks;
}

const place = (lines: LineIndex, { start, end }: { start: number; end: number }): string => {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return `${from.line + 1}:${from.character + 1}-${to.line === from.line ? "" : `${to.line + 1}:`}${to.character + 1}`;
};

/**
 * Marks and findings as lines that are the same where they agree: a message is cut to what its mark says of it.
 * Both are in the order of the text, marks of one line in the order in which they stand.
 */
export function compare(text: string, findings: readonly Finding[]): { readonly marked: readonly string[]; readonly found: readonly string[] } {
  const lines = new LineIndex(text);
  const marks = [...marksOf(text)].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
  const shown = (span: { start: number; end: number }, rule: string, message: string): string => `${place(lines, span)} ${rule}: ${message}`;
  const marked = marks.map((mark) => shown(mark, mark.rule, mark.message));
  const found = findings.map(({ span, rule, message }) => {
    const mark = marks.find((each) => each.start === span.start && each.end === span.end && each.rule === rule && message.startsWith(each.message));
    return shown(span, rule, mark?.message ?? message);
  });
  return { marked, found };
}
