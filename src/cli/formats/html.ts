/**
 * A page that works by itself, offline and on paper: the findings file by file with the line they stand on, what was silenced
 * and why, and what the rules ask for. It has no script; its policy allows its own style sheet and nothing else.
 */
import { createHash } from "node:crypto";
import type { CheckedFinding, CheckedSilence, CheckResult } from "../check-result.ts";
import type { FormatContext } from "./format.ts";
import { pageStyle } from "./html-style.ts";
import { foundLine, placeText } from "./places.ts";
import { ruleTexts } from "./rule-texts.ts";
import { groupBy, notChecked, summarise, summaryLine } from "./summary.ts";
import { oneLine, plural, shown } from "./text.ts";
import { escapeXml } from "./xml.ts";

export function writeHtml(result: CheckResult, { version }: FormatContext): string {
  const hash = createHash("sha256").update(pageStyle).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = `Lamina: ${summaryLine(result)}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>Mapping claims, checked</h1>
<p class="summary">${escapeXml(summaryLine(result))}.</p>
${[counts(result), missedPart(result), contents(result), filesPart(result), silencedPart(result.silenced), rulesPart(result)].filter(Boolean).join("\n")}
<footer>Lamina ${escapeXml(version)}${result.profile ? `, profile ${result.profile}` : ""}.</footer>
</main>
</body>
</html>
`;
}

function counts(result: CheckResult): string {
  const { errors, warnings, infos, silenced, known } = summarise(result);
  const count = (number: number, word: string, name: string): string => `<li class="${name}"><b>${number}</b> ${word}</li>`;
  return `<ul class="counts">${[
    count(errors, errors === 1 ? "error" : "errors", "error"),
    count(warnings, warnings === 1 ? "warning" : "warnings", "warning"),
    count(infos, "to know", "information"),
    ...(silenced > 0 ? [count(silenced, "silenced", "hint")] : []),
    ...(known ? [count(known, "known before", "hint")] : []),
  ].join("")}</ul>`;
}

function missedPart(result: CheckResult): string {
  const missed = notChecked(result).map(({ path, message }) => `<li><code>${escapeXml(shown(path))}</code> ${message}</li>`);
  return missed.length === 0 ? "" : `<section><h2>Not checked</h2><ul>${missed.join("")}</ul></section>`;
}

const pathsOf = (result: CheckResult): readonly (readonly [string, readonly CheckedFinding[]])[] => [
  ...groupBy(result.findings, ({ path }) => path),
];

function contents(result: CheckResult): string {
  const paths = pathsOf(result);
  if (paths.length < 2) return "";
  const rows = paths.map(([path, findings], index) => `<li><a href="#file-${index + 1}">${words(path)}</a> ${findings.length}</li>`);
  return `<nav aria-label="Files"><ul>${rows.join("")}</ul></nav>`;
}

function filesPart(result: CheckResult): string {
  const sections = pathsOf(result).map(
    ([path, findings], index) => `<section id="file-${index + 1}"><h2>${words(path)} <span>${plural(findings.length, "finding")}</span></h2>
${findings.map(article).join("\n")}
</section>`,
  );
  return sections.length > 0 ? sections.join("\n") : '<p class="none">Nothing found.</p>';
}

function article(finding: CheckedFinding): string {
  const { severity, message, rule, related, fixes = [] } = finding;
  const places = related.map((place) => `<li>${words(`${place.path}:${placeText(place)}`)} ${words(place.message)}</li>`);
  const [fix] = fixes;
  return `<article class="${severity}">
<p><b>${severity}</b> <span class="place">${placeText(finding)}</span> ${words(message)} <a class="rule" href="#rule-${escapeXml(rule)}">${escapeXml(rule)}</a></p>
${codeLine(finding)}${places.length > 0 ? `<ul class="related">${places.join("")}</ul>` : ""}${fix ? `<p class="fix">${words(fix.title)}</p>` : ""}
</article>`;
}

/** Of a line, around what is marked. */
const MOST_AROUND = 300;

function codeLine(finding: CheckedFinding): string {
  const { number, text, start, end } = foundLine(finding);
  if (text.trim() === "") return "";
  const from = Math.max(0, start - MOST_AROUND);
  const to = Math.min(text.length, end + MOST_AROUND, start + 3 * MOST_AROUND);
  const stop = Math.min(end, to);
  const before = `${from > 0 ? "…" : ""}${code(text.slice(from, start))}`;
  const after = `${code(text.slice(stop, to))}${to < text.length ? "…" : ""}`;
  return `<pre><span aria-hidden="true">${number}</span><code>${before}<mark>${code(text.slice(start, stop)) || " "}</mark>${after}</code></pre>\n`;
}

function silencedPart(silenced: readonly CheckedSilence[]): string {
  if (silenced.length === 0) return "";
  const rows = silenced.map(
    (silence) =>
      `<tr><td>${words(`${silence.path}:${placeText(silence)}`)}</td><td>${words(silence.rule)}</td><td>${words(silence.reason || "no reason is given")}</td><td>${words(silence.owner ?? "")}</td><td>${words(silence.until ?? "")}</td></tr>`,
  );
  return `<section><h2>Silenced <span>${plural(silenced.length, "finding")}</span></h2>
<table><thead><tr><th scope="col">where</th><th scope="col">rule</th><th scope="col">why</th><th scope="col">by</th><th scope="col">until</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></section>`;
}

function rulesPart({ findings }: CheckResult): string {
  const found = [...new Set(findings.map(({ rule }) => rule))].sort();
  if (found.length === 0) return "";
  const rows = found.map((rule) => {
    const { title, why, mend } = ruleTexts(rule);
    return `<dt id="rule-${escapeXml(rule)}">${escapeXml(rule)}</dt><dd><p><b>${words(title)}.</b> ${words(why)}</p><p>${words(mend)}</p></dd>`;
  });
  return `<section><h2>What the rules ask for</h2><dl>${rows.join("\n")}</dl></section>`;
}

const words = (text: string): string => escapeXml(oneLine(text));
const code = (text: string): string => escapeXml(shown(text)).replaceAll("&#9;", "\t");
