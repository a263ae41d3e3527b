/** When a check fails. */
import { type Severity, severities } from "../core/settings.ts";
import type { CheckedFinding, CheckResult } from "./check-result.ts";
import { numberOf, type OptionValues, wordOf } from "./command.ts";

/** How a check is judged. */
export interface Threshold {
  readonly failOn: Severity;
  readonly mostWarnings: number | undefined;
}

/** How it is judged by what was asked for. */
export const thresholdOf = (options: OptionValues): Threshold => ({
  failOn: wordOf<Severity>(options, "fail-on", severities) ?? "warning",
  mostWarnings: numberOf(options, "max-warnings", 0),
});

/** Whether a finding weighs enough to make a check fail by itself. */
const weighs = ({ severity }: CheckedFinding, failOn: Severity): boolean => severities.indexOf(severity) <= severities.indexOf(failOn);

/** Whether a result makes a check fail. */
export function fails({ findings }: CheckResult, { failOn, mostWarnings }: Threshold): boolean {
  if (mostWarnings === undefined) return findings.some((finding) => weighs(finding, failOn));
  return (
    findings.some(({ severity }) => severity === "error") || findings.filter(({ severity }) => severity === "warning").length > mostWarnings
  );
}

/** Only the findings that make it fail. */
export const onlyFailing = (result: CheckResult, { failOn }: Threshold): CheckResult => ({
  ...result,
  findings: result.findings.filter((finding) => weighs(finding, failOn)),
});
