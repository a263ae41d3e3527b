/** Findings of one rule alone, for texts on which others have something to say too. */
import type { Finding } from "../../../src/core/service.ts";
import { check, type ProjectOptions, project, wordsOf } from "../project.ts";

export const submission: ProjectOptions = { settings: { profile: "submission" } };

/** The words that the findings of a rule stand on, before submission if not said otherwise. */
export function places(rule: string, text: string, options: ProjectOptions = submission): readonly string[] {
  const { texts, findings } = project(text, options);
  return findings()
    .filter((finding) => finding.rule === rule)
    .map((finding) => wordsOf(finding, texts));
}

/** The findings of a rule. */
export const findingsOf = (rule: string, text: string, options: ProjectOptions = submission): readonly Finding[] =>
  check(text, options).filter((finding) => finding.rule === rule);

/** The messages of a rule. */
export const messages = (rule: string, text: string, options: ProjectOptions = submission): readonly string[] =>
  findingsOf(rule, text, options).map(({ message }) => message);

/** The severities of a rule's findings in draft, review and submission. */
export const severities = (rule: string, text: string): readonly string[] =>
  ["draft", "review", "submission"].map((profile) =>
    findingsOf(rule, text, { settings: { profile } })
      .map(({ severity }) => severity)
      .join(),
  );
