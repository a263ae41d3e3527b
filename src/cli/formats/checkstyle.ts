/** Checkstyle's XML, which many systems for continuous integration read. */
import type { Severity } from "../../core/settings.ts";
import type { CheckResult } from "../check-result.ts";
import type { FormatContext } from "./format.ts";
import { messageWithCell } from "./places.ts";
import { groupBy, notChecked } from "./summary.ts";
import { element, lines, xmlDocument } from "./xml.ts";

const severities: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "info", hint: "info" };

export function writeCheckstyle(result: CheckResult, { version }: FormatContext): string {
  const missed = notChecked(result).map(({ path, message }) => {
    const error = { line: 1, severity: "error", message: `This file ${message}`, source: "lamina.not-checked" };
    return element("file", { name: path }, lines([element("error", error)], "    "));
  });
  const files = [...groupBy(result.findings, ({ path }) => path)].map(([path, findings]) => {
    const errors = findings.map((finding) => {
      const { start, severity, rule } = finding;
      const place = { line: start.line + 1, column: start.character + 1 };
      return element("error", { ...place, severity: severities[severity], message: messageWithCell(finding), source: `lamina.${rule}` });
    });
    return element("file", { name: path }, lines(errors, "    "));
  });
  return xmlDocument(element("checkstyle", { version }, lines([...missed, ...files], "  ")));
}
