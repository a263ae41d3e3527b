/** One line a finding, as compilers print: `path:line:column: severity: message [rule]`. For grep and the lists of editors. */
import type { CheckResult } from "../check-result.ts";
import { messageWithCell } from "./places.ts";
import { notChecked } from "./summary.ts";
import { oneLine } from "./text.ts";

export function writeShort(result: CheckResult): string {
  const lines = result.findings.map((finding) => {
    const { path, start, severity, rule } = finding;
    return `${oneLine(path)}:${start.line + 1}:${start.character + 1}: ${severity}: ${oneLine(messageWithCell(finding))} [${rule}]\n`;
  });
  const missed = notChecked(result).map(({ path, message }) => `${oneLine(path)}:1:1: error: This file ${message} [not-checked]\n`);
  return [...missed, ...lines].join("");
}
