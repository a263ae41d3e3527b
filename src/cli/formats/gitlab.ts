/** GitLab's Code Quality report: what `artifacts:reports:codequality` takes, shown in merge requests. */
import type { Severity } from "../../core/settings.ts";
import type { CheckedFinding, CheckResult } from "../check-result.ts";
import { messageWithCell } from "./places.ts";
import { notChecked } from "./summary.ts";
import { json } from "./text.ts";

const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", information: "info", hint: "info" };

export function writeGitlab(result: CheckResult): string {
  const issues = result.findings.map((finding) => issue(finding));
  const missed = notChecked(result).map(({ path, message }) => ({
    description: `This file ${message}`,
    check_name: "not-checked",
    fingerprint: `not-checked ${path}`,
    severity: "blocker",
    location: { path, lines: { begin: 1 } },
  }));
  return json([...missed, ...issues]);
}

const issue = (finding: CheckedFinding): object => ({
  description: messageWithCell(finding),
  check_name: finding.rule,
  fingerprint: finding.fingerprint,
  severity: severities[finding.severity],
  location: { path: finding.path, lines: { begin: finding.start.line + 1, end: finding.end.line + 1 } },
});
