/** The Test Anything Protocol, version 14: a point a finding, its particulars in YAML. */
import { severities } from "../../core/settings.ts";
import type { CheckedFinding, CheckResult } from "../check-result.ts";
import type { FormatContext } from "./format.ts";
import { placeText } from "./places.ts";
import { notChecked, summaryLine } from "./summary.ts";
import { oneLine, wellFormed } from "./text.ts";

/** Findings of a warning or above are `not ok`; what weighs less is `ok`; what a comment silences is skipped, with its reason. */
export function writeTap(result: CheckResult, _: FormatContext): string {
  const points: ((number: number) => string)[] = [
    ...notChecked(result).map(
      ({ path, message }) =>
        (number: number) =>
          `not ok ${number} - ${description(`${path} ${message}`)}\n`,
    ),
    ...result.findings.map((finding) => (number: number) => {
      const isOk = severities.indexOf(finding.severity) > severities.indexOf("warning");
      return `${isOk ? "ok" : "not ok"} ${number} - ${titleOf(finding)}\n${yaml(finding)}`;
    }),
    ...result.silenced.map((finding) => (number: number) => {
      const reason = description(finding.reason || "no reason is given");
      return `ok ${number} - ${titleOf(finding)} # SKIP ${reason}\n`;
    }),
  ];
  if (points.length === 0) points.push((number) => `ok ${number} - no findings\n`);
  const lines = points.map((point, index) => point(index + 1));
  return `TAP version 14\n1..${points.length}\n${lines.join("")}# ${oneLine(summaryLine(result))}\n`;
}

const titleOf = (finding: CheckedFinding): string => description(`${finding.path}:${placeText(finding)} ${finding.rule}`);

/** `#` would begin a directive, and a backslash escapes. */
const description = (text: string): string => oneLine(text).replace(/[\\#]/g, "\\$&").trim();

/** Strings of JSON are strings of YAML, if no line break of YAML alone is in them. */
function yaml(finding: CheckedFinding): string {
  const { path, start, rule, severity, message, cell, fingerprint } = finding;
  const entries: [string, string | number][] = [
    ["message", message],
    ["severity", severity],
    ["rule", rule],
    ["file", path],
    ...(cell
      ? ([
          ["cell", cell.number],
          ["lineInCell", cell.start.line + 1],
        ] as [string, number][])
      : []),
    ["line", start.line + 1],
    ["column", start.character + 1],
    ["fingerprint", fingerprint],
  ];
  const lines = entries.map(([key, value]) => `  ${key}: ${typeof value === "number" ? value : yamlString(value)}\n`);
  return `  ---\n${lines.join("")}  ...\n`;
}

const yamlString = (text: string): string =>
  JSON.stringify(wellFormed(text)).replace(
    // YAML may not hold these as they are
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
