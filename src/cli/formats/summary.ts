/** How much was found, counted. */
import type { CheckResult } from "../check-result.ts";
import { plural } from "./text.ts";

export interface Summary {
  readonly files: number;
  readonly claims: number;
  readonly errors: number;
  readonly warnings: number;
  /** Of information and hints. */
  readonly infos: number;
  /** Of hints alone. */
  readonly hints: number;
  /** Of findings that comments silence. */
  readonly silenced: number;
  /** Of findings that a baseline knows of, and of those that it knows of and that are there no more; left out without one. */
  readonly known?: number;
  readonly gone?: number;
}

export function summarise({ findings, files, claims, silenced, baseline }: CheckResult): Summary {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return {
    files,
    claims,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.information + counts.hint,
    hints: counts.hint,
    silenced: silenced.length,
    ...(baseline && { known: baseline.known.length, gone: baseline.gone }),
  };
}

/** The summary in a line: `2 claims in 1 file: 0 errors, 1 warning`. */
export function summaryLine(result: CheckResult): string {
  const summary = summarise(result);
  return `${plural(summary.claims, "claim")} in ${plural(summary.files, "file")}: ${countsOf(summary, result).join(", ")}`;
}

function countsOf(summary: Summary, { baseline }: CheckResult): readonly string[] {
  const { errors, warnings, infos, hints, silenced, known, gone } = summary;
  return [
    plural(errors, "error"),
    plural(warnings, "warning"),
    ...(infos > hints ? [`${infos - hints} information`] : []),
    ...(hints > 0 ? [plural(hints, "hint")] : []),
    ...(silenced > 0 ? [`${silenced} silenced`] : []),
    ...(known ? [`${known} known${baseline?.raised ? ` (${baseline.raised} of them heavier than before)` : ""}`] : []),
    ...(gone ? [`${gone} of the baseline mended`] : []),
  ];
}

/** What could not be checked, in sentences. */
export const notChecked = ({ unreadable, foreign }: CheckResult): readonly { readonly path: string; readonly message: string }[] => [
  ...unreadable.map((path) => ({ path, message: "cannot be read" })),
  ...foreign.map((path) => ({ path, message: "is not a file that Lamina reads" })),
];

/** Things that findings are about, grouped in the order in which they are met. */
export function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
