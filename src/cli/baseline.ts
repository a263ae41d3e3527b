/**
 * A baseline with a ratchet: a file of the findings that a project lives with for now. What it knows of is counted and left out,
 * what is new is reported, and its count may only fall.
 *
 * It holds one finding a line, sorted, and no total: what one branch mends and what another mends are other lines, so that git
 * puts them together by itself.
 */
import { type Severity, severities } from "../core/settings.ts";
import { type BaselineEntry, type KnownFinding, type Matches, matchFindings } from "./baseline-match.ts";
import type { CheckedFinding, CheckResult } from "./check-result.ts";
import { wellFormed } from "./formats/text.ts";

export type { BaselineEntry } from "./baseline-match.ts";

/** What the file is called where nobody says otherwise. */
export const BASELINE_FILE = "lamina-baseline.json";

/** What its schema is called. It names a form; no address is behind it. */
export const BASELINE_SCHEMA = "urn:lamina:baseline:1";

export interface Baseline {
  /** By path, then rule, then fingerprint. */
  readonly findings: readonly BaselineEntry[];
}

/** How a result compares with a baseline. */
export interface Comparison {
  /** The result with what is new; what is known is counted in its `baseline`. */
  readonly result: CheckResult;
  readonly known: readonly KnownFinding[];
  /** What the baseline knows of and is there no more: a line each, with how many of it went. */
  readonly gone: readonly BaselineEntry[];
  /** The baseline without what went, and with paths as they are now: what it may be replaced by without anyone's leave. */
  readonly tightened: Baseline;
}

export interface CompareOptions {
  /** The path of the baseline, for messages. */
  readonly path?: string;
  /** Whether a file is still there. Without it, files are taken to be. */
  readonly isThere?: (path: string) => boolean;
  /** Whether findings of a file were left out before, as `--exclude` does: nothing of it is gone. */
  readonly isLeftOut?: (path: string) => boolean;
}

/** A baseline of all that a result found. */
export function baselineOf({ findings }: Pick<CheckResult, "findings">): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const fingerprint = baseOf(finding.fingerprint);
    const known = entries.get(fingerprint);
    entries.set(
      fingerprint,
      known
        ? { ...known, count: known.count + 1, severity: heavier(known.severity, finding.severity) }
        : { ...entryOf(finding), fingerprint, count: 1 },
    );
  }
  return { findings: [...entries.values()].sort(inOrder) };
}

const entryOf = ({ path, rule, severity, item, message }: CheckedFinding): Omit<BaselineEntry, "fingerprint" | "count"> => ({
  path,
  rule,
  severity,
  ...(item?.name !== undefined && { item: item.name }),
  message,
});

const heavier = (a: Severity, b: Severity): Severity => (severities.indexOf(a) <= severities.indexOf(b) ? a : b);

/** A fingerprint without what tells its twins apart. */
export const baseOf = (fingerprint: string): string => fingerprint.replace(/-\d+$/, "");

function inOrder(a: BaselineEntry, b: BaselineEntry): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  return a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0;
}

/** How many findings a baseline knows of. */
export const countOf = ({ findings }: Baseline): number => findings.reduce((sum, { count }) => sum + count, 0);

/**
 * Holds a result against a baseline. A finding is known by its fingerprint; where its file was renamed or its words were moved
 * about, by its rule, item and message. What weighs more than it did is still known, and counted apart.
 *
 * Of files that were not checked nothing is gone: neither where only some paths were asked for, nor in one share of several.
 */
export function compare(
  result: CheckResult,
  baseline: Baseline,
  { path = BASELINE_FILE, isThere = () => true, isLeftOut = () => false }: CompareOptions = {},
): Comparison {
  const matches = matchFindings(result.findings, baseline.findings, isThere);
  const covers = coveredBy(result);
  const gone = matches.left.filter((entry) => covers(entry.path) && !isLeftOut(entry.path));
  const goneOf = new Map(gone.map((entry) => [entry.fingerprint, entry.count]));
  return {
    result: {
      ...result,
      findings: matches.fresh,
      baseline: {
        path,
        known: matches.known.map(({ finding }) => finding),
        raised: matches.known.filter(({ finding, entry }) => severities.indexOf(finding.severity) < severities.indexOf(entry.severity))
          .length,
        gone: gone.reduce((sum, { count }) => sum + count, 0),
      },
    },
    known: matches.known,
    gone,
    tightened: tightened(baseline, matches, goneOf),
  };
}

/** Every entry, less what went of it; that of a file that was renamed as it is now. No entry is new, and no count is higher. */
function tightened(baseline: Baseline, { known }: Matches, goneOf: ReadonlyMap<string, number>): Baseline {
  const moved = new Map<string, { readonly finding: CheckedFinding; readonly entry: BaselineEntry; count: number }[]>();
  for (const { finding, entry } of known) {
    if (baseOf(finding.fingerprint) === entry.fingerprint) continue;
    const those = moved.get(entry.fingerprint) ?? [];
    const twin = those.find((each) => baseOf(each.finding.fingerprint) === baseOf(finding.fingerprint));
    if (twin) twin.count++;
    else those.push({ finding, entry, count: 1 });
    moved.set(entry.fingerprint, those);
  }
  const entries = new Map<string, BaselineEntry>();
  const add = (entry: BaselineEntry): void => {
    const there = entries.get(entry.fingerprint);
    if (entry.count > 0) entries.set(entry.fingerprint, there ? { ...there, count: there.count + entry.count } : entry);
  };
  for (const entry of baseline.findings) {
    const others = moved.get(entry.fingerprint) ?? [];
    const elsewhere = others.reduce((sum, { count }) => sum + count, 0);
    add({ ...entry, count: entry.count - (goneOf.get(entry.fingerprint) ?? 0) - elsewhere });
    for (const { finding, count } of others)
      add({ ...entryOf(finding), severity: entry.severity, fingerprint: baseOf(finding.fingerprint), count });
  }
  return { findings: [...entries.values()].sort(inOrder) };
}

/** Whether a result tells of all of a file. */
function coveredBy({ paths, shard, since }: CheckResult): (path: string) => boolean {
  if (shard || since !== undefined) return () => false;
  if (!paths) return () => true;
  const asked = paths.map((path) => path.replaceAll("\\", "/").replace(/^\.\//, "").replace(/\/+$/, ""));
  return (path) => asked.some((each) => each === "." || each === "" || path === each || path.startsWith(`${each}/`));
}

/** What a baseline's update would be, and whether it may be. */
export interface BaselineUpdate {
  readonly baseline: Baseline;
  /** Findings that it would know of and the one before does not. */
  readonly added: number;
  /** Those that it would know of no more. */
  readonly removed: number;
}

/**
 * What to write for `--baseline-update`: without `accept`, only what takes away; with it, or where there is no baseline yet, all
 * that was found.
 *
 * @param before undefined where there is no baseline yet
 * @throws where the result tells of a part only, of which no baseline of all can be made
 */
export function updated(
  result: CheckResult,
  before: Baseline | undefined,
  options: CompareOptions & { readonly accept?: boolean } = {},
): BaselineUpdate {
  if (result.shard) throw new Error("a baseline cannot be written from one shard: put them together with “lamina merge” first");
  if (result.since !== undefined) throw new Error("a baseline cannot be written from changed lines alone: leave out --since");
  if (result.unreadable.length > 0)
    throw new Error(`a baseline cannot be written while something cannot be read: ${result.unreadable.join(", ")}`);
  if (!before) {
    const baseline = baselineOf(result);
    return { baseline, added: countOf(baseline), removed: 0 };
  }
  const { result: compared, tightened: down } = compare(result, before, options);
  const removed = compared.baseline?.gone ?? 0;
  if (!options.accept) return { baseline: down, added: 0, removed };
  const added = compared.findings.length;
  return { baseline: joined(down, baselineOf(compared)), added, removed };
}

function joined(one: Baseline, other: Baseline): Baseline {
  const entries = new Map(one.findings.map((entry) => [entry.fingerprint, entry]));
  for (const entry of other.findings) {
    const there = entries.get(entry.fingerprint);
    entries.set(entry.fingerprint, there ? { ...there, count: there.count + entry.count } : entry);
  }
  return { findings: [...entries.values()].sort(inOrder) };
}

/** The text of the file: a line for each finding. */
export function writeBaseline({ findings }: Baseline): string {
  // in order as they are written: half a sign is written as another, and may then stand elsewhere
  const written = findings
    .map(({ path, item, message, ...entry }) => ({
      ...entry,
      ...{ path: wellFormed(path), message: wellFormed(message) },
      ...(item !== undefined && { item: wellFormed(item) }),
    }))
    .sort(inOrder);
  const lines = written.map(({ path, rule, severity, item, message, fingerprint, count }) =>
    JSON.stringify({ path, rule, ...(item !== undefined && { item }), message, severity, fingerprint, ...(count > 1 && { count }) }),
  );
  const list = lines.length === 0 ? "[]" : `[\n${lines.map((line) => `    ${line}`).join(",\n")}\n  ]`;
  return `{\n  "$schema": ${JSON.stringify(BASELINE_SCHEMA)},\n  "findings": ${list}\n}\n`;
}

/**
 * Reads the file.
 *
 * @param name its path, for messages
 * @throws in words for people, where it is none, or where git left both sides of a merge in it
 */
export function readBaseline(text: string, name: string): Baseline {
  if (/^(?:<{7}|>{7})(?: |$)/m.test(text))
    throw new Error(
      `${name} holds both sides of a merge. Take either side, as a whole, then run lamina check --baseline-update: what is mended goes, and nothing comes.`,
    );
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new Error(
      `${name} is not JSON (${error instanceof Error ? error.message : String(error)}). Take an older version of it back, or delete it and write it anew.`,
    );
  }
  const schema = fieldOf(value, "$schema");
  const found = fieldOf(value, "findings");
  if (!Array.isArray(found) || (schema !== undefined && schema !== BASELINE_SCHEMA))
    throw new Error(
      `${name} is no baseline that this version of Lamina reads, expected “$schema” ${BASELINE_SCHEMA} and a list “findings”`,
    );
  const entries = new Map<string, BaselineEntry>();
  for (const [index, each] of found.entries()) {
    const entry = readEntry(each);
    if (!entry)
      throw new Error(
        `${name}: entry ${index + 1} of “findings” is none, expected path, rule, message, severity and fingerprint, and a count from 1 where it is given`,
      );
    // both sides of a merge may have kept a line
    if (!entries.has(entry.fingerprint) || (entries.get(entry.fingerprint)?.count ?? 0) < entry.count)
      entries.set(entry.fingerprint, entry);
  }
  return { findings: [...entries.values()].sort(inOrder) };
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

function readEntry(value: unknown): BaselineEntry | undefined {
  const [path, rule, message, fingerprint] = ["path", "rule", "message", "fingerprint"].map((name) => fieldOf(value, name));
  const severity = severities.find((each) => each === fieldOf(value, "severity"));
  const item = fieldOf(value, "item");
  const count = fieldOf(value, "count") ?? 1;
  if (typeof path !== "string" || typeof rule !== "string" || typeof message !== "string" || typeof fingerprint !== "string")
    return undefined;
  if (!severity || typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) return undefined;
  if (item !== undefined && typeof item !== "string") return undefined;
  return { path, rule, severity, ...(item !== undefined && { item }), message, fingerprint, count };
}
