/** SARIF 2.1.0, the OASIS standard for results of static analysis: for code scanning, and viewers in editors. */
import type { Fix, Invocation, Location, Log, Notification, PhysicalLocation, Region, Result, Run } from "sarif";
import type { Severity } from "../../core/settings.ts";
import type { CheckedFinding, CheckedFix, CheckedPlace, CheckedSilence, CheckResult } from "../check-result.ts";
import type { FormatContext } from "./format.ts";
import { messageWithCell } from "./places.ts";
import { NOT_CHECKED, notificationKinds, sarifRules } from "./sarif-rules.ts";
import { notChecked } from "./summary.ts";
import { json, wellFormed } from "./text.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/** What paths are relative to. */
const ROOT = "%SRCROOT%";

/** SARIF has no hints, and its `none` is for what is no finding at all. */
const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

export function writeSarif(result: CheckResult, { version, folder }: FormatContext): string {
  const { baseline, shard, files, claims, profile } = result;
  const all = [...result.findings, ...result.silenced, ...(baseline?.known ?? [])];
  const { rules, indexOf } = sarifRules([...new Set(all.map(({ rule }) => rule))].sort(), profile);
  const base = (finding: CheckedFinding): Result => resultOf(finding, indexOf(finding.rule));
  // where one result says how it compares with the baseline, all do; what is silenced nobody is to look at anew
  const compared = (state: Result.baselineState): { baselineState?: Result.baselineState } => (baseline ? { baselineState: state } : {});
  const run: Run = {
    tool: {
      driver: {
        name: "lamina",
        fullName: `Lamina ${version}`,
        version,
        ...(/^\d+\.\d+\.\d+/.test(version) && { semanticVersion: version }),
        rules,
        notifications: notificationKinds,
      },
    },
    ...(shard && { automationDetails: { id: `lamina/shard-${shard.index}-of-${shard.of}` } }),
    invocations: [invocationOf(result)],
    originalUriBaseIds: { [ROOT]: { ...(folder !== undefined && { uri: folder.endsWith("/") ? folder : `${folder}/` }), ...rootWords } },
    columnKind: "utf16CodeUnits",
    results: [
      ...result.findings.map((finding) => ({ ...base(finding), ...compared("new") })),
      ...result.silenced.map((silence) => ({ ...base(silence), ...suppressedBy(silence), ...compared("unchanged") })),
      ...(baseline?.known ?? []).map((known) => ({ ...base(known), ...knownTo(baseline?.path ?? ""), ...compared("unchanged") })),
    ],
    properties: { files, claims, ...(profile && { profile }) },
  };
  const log: Log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return json(log);
}

const rootWords = { description: { text: "The folder that lamina ran in." } };

function invocationOf(result: CheckResult): Invocation {
  const missed = notChecked(result).map(
    ({ path, message }): Notification => ({
      descriptor: { id: NOT_CHECKED, index: 0 },
      level: "error",
      message: { text: `${path} ${message}` },
      locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    }),
  );
  return { executionSuccessful: missed.length === 0, ...(missed.length > 0 && { toolExecutionNotifications: missed }) };
}

function resultOf(finding: CheckedFinding, ruleIndex: number): Result {
  const { rule, severity, path, fingerprint, related, fixes } = finding;
  const made = (fixes ?? []).filter(({ edits }) => edits.length > 0).map((fix) => fixOf(fix, path));
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: messageWithCell(finding) },
    locations: [{ physicalLocation: { ...physical(finding), ...snippets(finding) } }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id): Location => ({ id, physicalLocation: physical(place), message: { text: place.message } })),
    }),
    partialFingerprints: { "laminaFinding/v1": fingerprint },
    ...(made.length > 0 && { fixes: made }),
    properties: { severity },
  };
}

const artifact = (path: string): { uri: string; uriBaseId: string } => ({
  uri: wellFormed(path).split("/").map(encodeURIComponent).join("/"),
  uriBaseId: ROOT,
});

const physical = (place: CheckedPlace): PhysicalLocation => ({ artifactLocation: artifact(place.path), region: regionOf(place) });

const regionOf = ({ start, end }: Pick<CheckedPlace, "start" | "end">): Region => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** Of a longer line, viewers look in the file. */
const LONGEST_LINE = 1000;

/** The words that are meant, and the line around them. A finding on several lines has no line to show them on. */
function snippets(finding: CheckedFinding): Partial<PhysicalLocation> {
  const { lineText, start, end } = finding;
  if (start.line !== end.line || lineText === "" || lineText.length > LONGEST_LINE) return {};
  const words = lineText.slice(start.character, end.character);
  return {
    region: { ...regionOf(finding), ...(words !== "" && { snippet: { text: words } }) },
    contextRegion: { startLine: start.line + 1, endLine: start.line + 1, snippet: { text: lineText } },
  };
}

const fixOf = ({ title, edits }: CheckedFix, path: string): Fix => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifact(path),
      replacements: edits.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } })),
    },
  ],
});

const suppressedBy = ({ reason, owner, until }: CheckedSilence): Pick<Result, "suppressions"> => ({
  suppressions: [
    {
      kind: "inSource",
      ...(reason !== "" && { justification: reason }),
      ...((owner || until) && { properties: { ...(owner && { owner }), ...(until && { until }) } }),
    },
  ],
});

const knownTo = (path: string): Pick<Result, "suppressions"> => ({
  suppressions: [{ kind: "external", justification: `Known to ${path}.` }],
});
