/**
 * What may be mended without asking: slips that can be read in only one way, such as a misspelt word of a closed list or
 * of the language, `20,000` or `10-15`. What takes words away or puts them in quotes is left to people, and so is whatever
 * a rule proposes.
 */
import type { Finding } from "../checker.ts";
import { clauses, items } from "../syntax/vocabulary.ts";
import type { Edit } from "../text.ts";

const words: ReadonlySet<string> = new Set([...items, ...clauses].map(({ word }) => word));

const isNumberOrRange = (text: string): boolean => /^-?[\d.]+(?:e[+-]?\d+)?(?:\.\.-?[\d.]+(?:e[+-]?\d+)?)?$/i.test(text);

/** Whether a finding's only fix is one that nobody would refuse. */
function isSafe({ rule, fixes }: Finding): boolean {
  const [fix, ...others] = fixes;
  if (!fix || others.length > 0) return false;
  if (rule === "unknown-word") return fix.edits.every(({ text }) => text !== "");
  return rule === "syntax-error" && fix.edits.every(({ text }) => words.has(text) || isNumberOrRange(text));
}

/** The edits that mend all such findings of a document. They do not overlap: of two that would, the first is made. */
export function fixAll(findings: readonly Finding[]): Edit[] {
  const edits: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes[0];
    if (!fix || !isSafe(finding)) continue;
    const overlaps = fix.edits.some(({ span }) => edits.some((made) => span.start <= made.span.end && made.span.start <= span.end));
    if (!overlaps) edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}
