/** JUnit's XML, which every system that runs tests shows: a suite a file, a case a finding. */
import { severities } from "../../core/settings.ts";
import type { CheckedFinding, CheckedSilence, CheckResult } from "../check-result.ts";
import type { FormatContext } from "./format.ts";
import { foundLine, placeText } from "./places.ts";
import { groupBy, notChecked, summaryLine } from "./summary.ts";
import { element, escapeXml, lines, xmlDocument } from "./xml.ts";

/**
 * A finding of a warning or above is a failure. What weighs less is a test that passed, its message among what it printed;
 * what a comment silences one that was skipped, with the reason; a file that could not be read an error.
 */
export function writeJunit(result: CheckResult, _: FormatContext): string {
  const byPath = groupBy([...result.findings, ...result.silenced], ({ path }) => path);
  const found = [...byPath].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, all]) => suiteOf(path, all));
  const missed = notChecked(result).map(({ path, message }) => {
    const error = element("error", { type: "not-checked", message: `This file ${message}` }, "");
    return suite(path, [element("testcase", { name: "can be checked", classname: path }, error)], { failures: 0, errors: 1, skipped: 0 });
  });
  const suites = [...missed, ...found];
  if (suites.length === 0) suites.push(suite("lamina", [element("testcase", { name: "no findings", classname: "lamina" })], passed));
  const failures = result.findings.filter(isFailure).length;
  const cases = missed.length + result.findings.length + result.silenced.length;
  const root = { name: "lamina", tests: Math.max(cases, 1), failures, errors: missed.length, skipped: result.silenced.length, time: 0 };
  return xmlDocument(element("testsuites", root, `\n  <!-- ${comment(summaryLine(result))} -->${lines(suites, "  ")}`));
}

const passed = { failures: 0, errors: 0, skipped: 0 };

const isFailure = ({ severity }: CheckedFinding): boolean => severities.indexOf(severity) <= severities.indexOf("warning");
const isSilence = (finding: CheckedFinding): finding is CheckedSilence => "reason" in finding;

function suiteOf(path: string, findings: readonly CheckedFinding[]): string {
  const failures = findings.filter((finding) => !isSilence(finding) && isFailure(finding)).length;
  return suite(path, findings.map(testCase), { failures, errors: 0, skipped: findings.filter(isSilence).length });
}

const suite = (name: string, cases: readonly string[], counts: typeof passed): string =>
  element("testsuite", { name, tests: cases.length, ...counts, time: 0 }, lines(cases, "    "));

function testCase(finding: CheckedFinding): string {
  const { path, start, rule, severity, message } = finding;
  const name = `${rule} at ${placeText(finding)}`;
  const attributes = { name, classname: path, file: path, line: start.line + 1, time: 0 };
  if (isSilence(finding)) return element("testcase", attributes, element("skipped", { message: finding.reason || "no reason is given" }));
  const details = `${path}:${placeText(finding)}: ${severity}: ${message}\n${foundLine(finding).text.slice(0, MOST)}`;
  if (isFailure(finding)) return element("testcase", attributes, element("failure", { type: severity, message }, escapeXml(details)));
  return element("testcase", attributes, element("system-out", {}, escapeXml(details)));
}

/** Of a line of code, in units of UTF-16. */
const MOST = 500;

/** Two dashes would end a comment. */
const comment = (text: string): string => escapeXml(text.replace(/-{2,}/g, "-"));
