/** A page of Markdown: what fits in a comment on a pull request, the heaviest first. */
import { type Severity, severities } from "../../core/settings.ts";
import type { CheckedFinding, CheckedSilence, CheckResult } from "../check-result.ts";
import { placeText } from "./places.ts";
import { ruleTexts } from "./rule-texts.ts";
import { groupBy, notChecked, summarise, summaryLine } from "./summary.ts";
import { oneLine, plural } from "./text.ts";

/** A comment on GitHub holds 65,536 characters; a person reads fewer. */
const MOST_CHARACTERS = 40_000;
const LONGEST_MESSAGE = 1000;

export function writeMarkdown(result: CheckResult): string {
  const missed = notChecked(result).map(({ path, message }) => `- ${code(path)} ${message}.\n`);
  const parts = [
    `## Lamina: ${headline(result)}\n\n${summaryLine(result)}.\n`,
    ...(missed.length > 0 ? [`\n**Not checked:**\n\n${missed.join("")}`] : []),
    findingsPart(result.findings),
    silencedPart(result.silenced),
    rulesPart(result.findings),
  ];
  return parts.join("");
}

function headline(result: CheckResult): string {
  const { errors, warnings, infos } = summarise(result);
  const missed = notChecked(result).length;
  if (missed > 0) return `${plural(missed, "file")} could not be checked`;
  if (errors > 0) return plural(errors, "error");
  if (warnings > 0) return plural(warnings, "warning");
  return infos > 0 ? "nothing that must be mended" : "nothing found";
}

/** File by file, those with the heaviest findings first, as long as there is room. */
function findingsPart(findings: readonly CheckedFinding[]): string {
  let made = "";
  let left = findings.length;
  for (const [path, those] of filesByWeight(findings)) {
    let rows = "";
    for (const finding of those) {
      const next = row(finding);
      if (made.length + rows.length + next.length > MOST_CHARACTERS) break;
      rows += next;
      left--;
    }
    if (rows !== "") made += `\n### ${code(path)}\n\n| | at | what | rule |\n| --- | --- | --- | --- |\n${rows}`;
  }
  return left === 0 ? made : `${made}\n… and ${plural(left, "finding")} more, for which there is no room here.\n`;
}

function filesByWeight(findings: readonly CheckedFinding[]): readonly (readonly [string, readonly CheckedFinding[]])[] {
  const weight = ({ severity }: CheckedFinding): number => severities.indexOf(severity);
  const heaviest = (those: readonly CheckedFinding[]): number => Math.min(...those.map(weight));
  const sorted = [...findings].sort((a, b) => weight(a) - weight(b));
  return [...groupBy(sorted, ({ path }) => path)].sort(([, a], [, b]) => heaviest(a) - heaviest(b));
}

const names: Readonly<Record<Severity, string>> = { error: "**error**", warning: "warning", information: "information", hint: "hint" };

const row = (finding: CheckedFinding): string =>
  `| ${names[finding.severity]} | ${placeText(finding)} | ${said(finding.message)} | ${code(finding.rule)} |\n`;

function silencedPart(silenced: readonly CheckedSilence[]): string {
  if (silenced.length === 0) return "";
  const rows = silenced.slice(0, 50).map((silence) => {
    const by = [silence.owner && `by ${said(silence.owner)}`, silence.until && `until ${said(silence.until)}`].filter(Boolean).join(", ");
    return `- ${code(silence.rule)} at ${code(silence.path)} ${placeText(silence)}: ${said(silence.reason || "no reason is given")}${by ? ` (${by})` : ""}\n`;
  });
  const more = silenced.length > rows.length ? `- … and ${silenced.length - rows.length} more\n` : "";
  return `\n<details><summary>${plural(silenced.length, "finding")} silenced</summary>\n\n${rows.join("")}${more}\n</details>\n`;
}

function rulesPart(findings: readonly CheckedFinding[]): string {
  const found = [...new Set(findings.map(({ rule }) => rule))].sort();
  if (found.length === 0) return "";
  const rows = found.map((rule) => `- ${code(rule)}: ${said(ruleTexts(rule).title)}. ${said(ruleTexts(rule).mend)}\n`);
  return `\n<details><summary>What the rules ask for</summary>\n\n${rows.join("")}\n</details>\n`;
}

/** Text that says what it says and nothing else: no marks, no tags, no columns, and it calls nobody by name. */
const said = (text: string): string =>
  oneLine(text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text)
    .replace(/[\\`*_{}[\]<>#|~$!&]/g, "\\$&")
    .replace(/@(?=\w)/g, "@<!-- -->")
    .replace(/:\/\//g, ":<!-- -->//");

/** Text as code, in as many ticks as it needs. */
function code(text: string): string {
  const plain = oneLine(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 || plain === "" ? `${fence} ${plain} ${fence}` : `${fence}${plain}${fence}`;
}
