/** Findings for programs: places are 1-based. */
import type { CheckResult } from "./check.ts";
import { summarise } from "./summary.ts";

export function formatJson(result: CheckResult): string {
  const findings = result.findings.map((finding) => ({
    path: finding.path,
    line: finding.start.line + 1,
    column: finding.start.character + 1,
    endLine: finding.end.line + 1,
    endColumn: finding.end.character + 1,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
  }));
  return `${JSON.stringify({ findings, summary: summarise(result) }, null, 2)}\n`;
}
