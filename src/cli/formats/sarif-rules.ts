/** What SARIF says of the rules themselves. */
import type { ReportingDescriptor } from "sarif";
import { rules } from "../../core/service.ts";
import { type Profile, profiles, type Severity } from "../../core/settings.ts";
import { ruleTexts } from "./rule-texts.ts";

/** The kind of notification about a file that was asked for and not checked. */
export const NOT_CHECKED = "not-checked";

export const notificationKinds: ReportingDescriptor[] = [
  {
    id: NOT_CHECKED,
    name: "NotChecked",
    shortDescription: { text: "A file that was asked for and could not be checked" },
    defaultConfiguration: { level: "error" },
  },
];

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/**
 * The rules of these codes, and where each stands among them. They weigh what the profile gives them; without one, what they
 * weigh while drafting.
 */
export function sarifRules(
  codes: readonly string[],
  profile: Profile = "draft",
): { readonly rules: ReportingDescriptor[]; readonly indexOf: (code: string) => number } {
  const places = new Map(codes.map((code, index) => [code, index]));
  return { rules: codes.map((code) => descriptor(code, profile)), indexOf: (code) => places.get(code) ?? -1 };
}

function descriptor(code: string, profile: Profile): ReportingDescriptor {
  const { title, page, why, mend } = ruleTexts(code);
  const weights = rules.find((rule) => rule.code === code)?.severity;
  const weight = weights?.[profile];
  return {
    id: code,
    name: nameOf(code),
    shortDescription: { text: title },
    fullDescription: { text: why === "" ? title : why },
    ...(page !== "" && { help: { text: mend === "" ? title : mend, markdown: page } }),
    defaultConfiguration: weight ? { level: levels[weight] } : { enabled: false },
    properties: {
      "problem.severity": weight ? levels[weight] : "note",
      ...(weights && { severities: Object.fromEntries(profiles.map((each) => [each, weights[each] ?? "off"])) }),
      tags: ["claims"],
    },
  };
}

/** `claim-without-evidence` -> `ClaimWithoutEvidence`, as the standard would have names. */
const nameOf = (code: string): string =>
  code
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
