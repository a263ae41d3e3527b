/** Annotations of GitHub Actions: commands that a workflow's runner reads from what a step prints. */
import { type Severity, severities } from "../../core/settings.ts";
import type { CheckResult } from "../check-result.ts";
import type { FormatContext } from "./format.ts";
import { messageWithCell } from "./places.ts";
import { notChecked, summaryLine } from "./summary.ts";
import { wellFormed } from "./text.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "notice", hint: "notice" };

export function writeGithub(result: CheckResult, _: FormatContext): string {
  const missed = notChecked(result).map(({ path, message }) =>
    command("error", { file: path, title: "not checked" }, `${path} ${message}`),
  );
  // of more than ten of a sort, GitHub shows the first ten: the heaviest
  const heaviest = result.findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const lines = heaviest.map((finding) => {
    const { path, start, end, severity, rule } = finding;
    // columns are for findings on one line; whether the end is counted in is said nowhere, so it is the last sign
    const columns = end.line === start.line ? { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) } : {};
    const place = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns };
    return command(commands[severity], { ...place, title: `lamina: ${rule}` }, messageWithCell(finding));
  });
  return [...missed, ...lines, `${summaryLine(result)}\n`].join("");
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${given.join(",")}::${data(message)}\n`;
}

/** The runner ends a command at a line break, and reads `%` as the start of a code. */
const data = (text: string): string => wellFormed(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** Of a property it takes `:` and `,` for its end, too. */
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
