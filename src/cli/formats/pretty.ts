/** Findings for people at a terminal: one block a finding, with the line it stands on, what would mend it, and a summary. */
import { rules } from "../../core/service.ts";
import { type Severity, severities } from "../../core/settings.ts";
import type { CheckedFinding, CheckResult } from "../check-result.ts";
import type { FormatContext } from "./format.ts";
import { foundLine, placeText } from "./places.ts";
import { groupBy, summaryLine } from "./summary.ts";
import { marked, oneLine, plural, shown, widthOf, wrapped } from "./text.ts";

const colours = { error: "31", warning: "33", information: "36", hint: "90", bold: "1", dim: "2", help: "32" } as const;

type Paint = (text: string, name: keyof typeof colours) => string;

/** Where messages and frames begin. */
const INDENT = 10;
/** Lines of code are cut to this where nobody knows how wide the terminal is. */
const WIDTH_OF_NOTHING = 160;
/** Narrower than this nothing can be read, and wider lines than this are hard to read. */
const NARROWEST = 40;
const WIDEST_TEXT = 110;
/** More related places than this tell nothing more. */
const MOST_PLACES = 5;
/** Rules that the end points to. */
const MOST_RULES = 6;

export function writePretty(result: CheckResult, { colour, width }: FormatContext): string {
  const paint: Paint = (text, name) => (colour ? `\u001b[${colours[name]}m${text}\u001b[0m` : text);
  const columns = width === undefined ? undefined : Math.max(NARROWEST, width);
  const files = [...groupBy(result.findings, ({ path }) => path)].map(
    ([path, findings]) => `${paint(oneLine(path), "bold")}\n${findings.map((finding) => block(finding, paint, columns)).join("")}`,
  );
  const end = [...readMore(result, paint), `${summaryLine(result)}\n`];
  return [...files, end.join("")].join("\n");
}

function block(finding: CheckedFinding, paint: Paint, columns: number | undefined): string {
  const { severity, rule } = finding;
  const place = `  ${placeText(finding).padEnd(7)} `;
  if (columns === undefined)
    return `${place}${paint(severity, severity)}  ${oneLine(finding.message)}  ${paint(rule, "dim")}\n${frame(finding, severity, paint, columns)}`;
  const head = `${place}${severity}`;
  const said = `${oneLine(finding.message)}  ${rule}`;
  const lines = hanging(`${head}  `, said, Math.min(columns, WIDEST_TEXT + INDENT));
  // painted last, as colours take no columns
  const last = lines.length - 1;
  const painted = lines.map((line, index) => {
    const own = index === 0 ? line.replace(severity, paint(severity, severity)) : line;
    return index === last && own.endsWith(rule) ? own.slice(0, -rule.length) + paint(rule, "dim") : own;
  });
  return `${painted.join("\n")}\n${frame(finding, severity, paint, columns)}`;
}

/** Text after a head, its further lines indented. */
function hanging(head: string, text: string, columns: number): readonly string[] {
  const [first = "", ...rest] = wrapped(`${head.slice(INDENT)}${text}`, columns - INDENT);
  return [head.slice(0, INDENT) + first, ...rest.map((line) => " ".repeat(INDENT) + line)];
}

/** The line with marks under the words that the finding is about, and below it what helps. */
function frame(finding: CheckedFinding, severity: Severity, paint: Paint, columns: number | undefined): string {
  const { number, text, start, end } = foundLine(finding);
  const gutter = (label: string): string => `${label.padStart(INDENT - 2)} ${paint("│", "dim")} `;
  const room = (columns ?? WIDTH_OF_NOTHING) - INDENT - 1;
  let made = "";
  if (text.trim() !== "") {
    const { line, before, marks } = marked(text, start, end, room);
    made += `${gutter(String(number))}${line}\n${gutter("")}${before}${paint(marks, severity)}\n`;
  }
  for (const place of finding.related.slice(0, MOST_PLACES))
    made += note("see", `${oneLine(place.path)}:${placeText(place)}  ${oneLine(place.message)}`, "dim");
  if (finding.related.length > MOST_PLACES) made += note("see", `${finding.related.length - MOST_PLACES} places more`, "dim");
  const [fix] = finding.fixes ?? [];
  if (fix) made += note("help", oneLine(fix.title), "help");
  return made;

  function note(word: string, said: string, name: "dim" | "help"): string {
    const lines = columns === undefined ? [said] : wrapped(said, Math.min(room, WIDEST_TEXT) - word.length - 2);
    return lines
      .map((line, index) => `${gutter("")}${index === 0 ? paint(`${word}:`, name) : " ".repeat(word.length + 1)} ${line}\n`)
      .join("");
  }
}

const weightOf = (findings: readonly CheckedFinding[]): number => Math.min(...findings.map(({ severity }) => severities.indexOf(severity)));

/** Where to read on, once a rule: the heaviest first, then those that are found most. */
function readMore({ findings }: CheckResult, paint: Paint): readonly string[] {
  const found = [...groupBy(findings, ({ rule }) => rule)].sort(
    ([a, those], [b, others]) => weightOf(those) - weightOf(others) || others.length - those.length || (a < b ? -1 : 1),
  );
  if (found.length === 0) return [];
  const named = found.slice(0, MOST_RULES);
  const longest = Math.max(...named.map(([code]) => widthOf(code)));
  const lines = named.map(([code, those]) => {
    const title = rules.find((rule) => rule.code === code)?.title ?? "";
    const times = those.length > 1 ? ` (${those.length})` : "";
    return `  ${paint("lamina explain", "dim")} ${shown(code).padEnd(longest)}  ${paint(`${title}${times}`, "dim")}\n`;
  });
  const others = found.length - named.length;
  return [
    "Why it matters, and how to mend it:\n",
    ...lines,
    ...(others > 0 ? [`${paint(`  and ${plural(others, "rule")} more`, "dim")}\n`] : []),
    "\n",
  ];
}
