/** A result for programs, and to be merged with others: places are from 1. Its schema is media/schemas/check-result.schema.json. */
import type { Position } from "../../core/text.ts";
import type { CheckedFinding, CheckedPlace, CheckedSilence, CheckResult } from "../check-result.ts";
import type { FormatContext } from "./format.ts";
import { summarise } from "./summary.ts";
import { json } from "./text.ts";

/** What the schema of a result is called. It names a form; no address is behind it. */
export const RESULT_SCHEMA = "urn:lamina:check-result:1";

export function writeJson(result: CheckResult, { version }: FormatContext): string {
  const { profile, folder, paths, shard, since, baseline, unreadable, foreign } = result;
  return json({
    $schema: RESULT_SCHEMA,
    version: result.version ?? version,
    folder,
    paths,
    profile,
    shard,
    since,
    findings: result.findings.map(ofFinding),
    silenced: result.silenced.map(ofSilence),
    baseline: baseline && { path: baseline.path, raised: baseline.raised, gone: baseline.gone, known: baseline.known.map(ofFinding) },
    unreadable,
    foreign,
    summary: summarise(result),
  });
}

const stretch = (start: Position, end: Position): object => ({
  line: start.line + 1,
  column: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

const ofPlace = ({ path, start, end, cell }: CheckedPlace): object => ({
  path,
  ...stretch(start, end),
  ...(cell && { cell: { number: cell.number, ...stretch(cell.start, cell.end) } }),
});

const ofFinding = (finding: CheckedFinding): object => ({
  ...ofPlace(finding),
  rule: finding.rule,
  severity: finding.severity,
  message: finding.message,
  fingerprint: finding.fingerprint,
  lineText: finding.lineText,
  ...(finding.item && { item: { line: finding.item.start + 1, endLine: finding.item.end + 1, name: finding.item.name } }),
  related: finding.related.map((place) => ({ ...ofPlace(place), message: place.message })),
  ...(finding.fixes && {
    fixes: finding.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ start, end, text }) => ({ ...stretch(start, end), text })),
    })),
  }),
});

const ofSilence = (silence: CheckedSilence): object => ({
  ...ofFinding(silence),
  reason: silence.reason,
  owner: silence.owner,
  until: silence.until,
});
