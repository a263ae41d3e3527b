/** Which findings a baseline knows of. */
import type { Severity } from "../core/settings.ts";
import type { CheckedFinding } from "./check-result.ts";

/** One finding of a baseline, or several that are alike. */
export interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  /** What it weighed when the baseline was written. */
  readonly severity: Severity;
  /** What the item is called that it stands in. */
  readonly item?: string;
  readonly message: string;
  /** Without what tells its twins apart. */
  readonly fingerprint: string;
  readonly count: number;
}

export interface KnownFinding {
  readonly finding: CheckedFinding;
  readonly entry: BaselineEntry;
}

export interface Matches {
  readonly known: readonly KnownFinding[];
  /** In the order in which they came. */
  readonly fresh: readonly CheckedFinding[];
  /** What of the baseline was not met, with how many of it. */
  readonly left: readonly BaselineEntry[];
}

type Key = (finding: Pick<BaselineEntry, "path" | "rule" | "item" | "message" | "fingerprint">) => string | undefined;

const key = (...parts: readonly string[]): string => parts.join("\u0000");

/**
 * By what a finding is known again, the surest first; each step looks at what the ones before have left. An item bears the same
 * name wherever it is moved. What stands in no item is known in another file only if its own is gone: two files may have the
 * same gap.
 */
const stepsOf = (
  isThere: (path: string) => boolean,
): readonly { readonly key: Key; readonly wants?: (entry: BaselineEntry) => boolean }[] => [
  { key: ({ fingerprint }) => fingerprint },
  { key: ({ path, rule, item, message }) => key(path, rule, item ?? "", message) },
  { key: ({ rule, item, message }) => (item === undefined ? undefined : key(rule, item, message)) },
  { key: ({ rule, message }) => key(rule, message), wants: ({ path }) => !isThere(path) },
];

/** Matches findings with a baseline, one to one. */
export function matchFindings(
  findings: readonly CheckedFinding[],
  entries: readonly BaselineEntry[],
  isThere: (path: string) => boolean,
): Matches {
  const counts = new Map(entries.map((entry) => [entry, entry.count]));
  const known = new Map<CheckedFinding, BaselineEntry>();
  for (const { key: keyOf, wants = () => true } of stepsOf(isThere)) {
    const open = new Map<string, BaselineEntry[]>();
    for (const [entry, count] of counts) {
      const name = count > 0 && wants(entry) ? keyOf(entry) : undefined;
      const those = name === undefined ? undefined : open.get(name);
      if (those) those.push(entry);
      else if (name !== undefined) open.set(name, [entry]);
    }
    if (open.size === 0) continue;
    for (const finding of findings) {
      if (known.has(finding)) continue;
      const name = keyOf(asEntry(finding));
      const entry = name === undefined ? undefined : open.get(name)?.find((each) => (counts.get(each) ?? 0) > 0);
      if (!entry) continue;
      known.set(finding, entry);
      counts.set(entry, (counts.get(entry) ?? 0) - 1);
    }
  }
  return {
    known: findings.flatMap((finding) => {
      const entry = known.get(finding);
      return entry ? [{ finding, entry }] : [];
    }),
    fresh: findings.filter((finding) => !known.has(finding)),
    left: [...counts].flatMap(([entry, count]) => (count > 0 ? [{ ...entry, count }] : [])),
  };
}

const asEntry = ({ path, rule, item, message, fingerprint }: CheckedFinding): Parameters<Key>[0] => ({
  path,
  rule,
  ...(item?.name !== undefined && { item: item.name }),
  message,
  fingerprint: fingerprint.replace(/-\d+$/, ""),
});
