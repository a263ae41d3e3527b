import type { CheckResult } from "./check.ts";

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
}

export function summarise({ findings, files, claims, silenced }: CheckResult): Summary {
  const count = (...severities: string[]): number => findings.filter((finding) => severities.includes(finding.severity)).length;
  return {
    files,
    claims,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("information", "hint"),
    hints: count("hint"),
    silenced,
  };
}
