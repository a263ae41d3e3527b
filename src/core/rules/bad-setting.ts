import { defineRule, type Rule, severity } from "./define.ts";

export const badSetting = defineRule({
  code: "bad-setting",
  title: "A setting of lamina.json that is none, or a value that it cannot have",
  reach: "local",
  items: [],
  severity: severity("w/w/w"),
  keepsHouse: true,
  check() {},
  checkHost: relayConfiguration("bad-setting"),
});

/** Hands on what was found wrong with a `lamina.json` under the code of a rule. */
export function relayConfiguration(wanted: string): NonNullable<Rule["checkHost"]> {
  return ({ source, report }) => {
    for (const { code, span, message } of source.configuration?.problems ?? []) if (code === wanted) report({ span, message });
  };
}
