/** Findings for people: one block a finding, with the line it stands on, and a summary. */
import type { CheckedFinding, CheckResult } from "./check.ts";
import { summarise } from "./summary.ts";

const colours = { error: 31, warning: 33, information: 36, hint: 90, path: 1, dim: 2 } as const;

export function formatPretty(result: CheckResult, colour: boolean): string {
  const paint = (text: string, name: keyof typeof colours): string => (colour ? `\u001b[${colours[name]}m${text}\u001b[0m` : text);
  let output = "";
  let path = "";
  for (const finding of result.findings) {
    if (finding.path !== path) {
      path = finding.path;
      output += `${output ? "\n" : ""}${paint(path, "path")}\n`;
    }
    const place = `${finding.start.line + 1}:${finding.start.character + 1}`;
    output += `  ${place.padEnd(7)} ${paint(finding.severity, finding.severity)}  ${finding.message}  ${paint(finding.rule, "dim")}\n${frame(finding, paint)}`;
  }
  const { files, claims, errors, warnings, infos, hints } = summarise(result);
  const counts = [
    plural(errors, "error"),
    plural(warnings, "warning"),
    ...(infos > hints ? [`${infos - hints} information`] : []),
    ...(hints > 0 ? [plural(hints, "hint")] : []),
    ...(result.silenced > 0 ? [`${result.silenced} silenced`] : []),
  ].join(", ");
  return `${output}${output ? "\n" : ""}${plural(claims, "claim")} in ${plural(files, "file")}: ${counts}\n`;
}

/** The line, and marks under the words that the finding is about. */
function frame(finding: CheckedFinding, paint: (text: string, name: keyof typeof colours) => string): string {
  const { lineText, start, end } = finding;
  if (lineText.trim() === "" || lineText.length > 400) return "";
  const until = end.line === start.line ? Math.max(end.character, start.character + 1) : lineText.length;
  const before = lineText.slice(0, start.character).replace(/[^\t]/g, " ");
  const marks = "^".repeat(Math.max(1, until - start.character));
  return `          ${paint(lineText, "dim")}\n          ${before}${paint(marks, finding.severity)}\n`;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
