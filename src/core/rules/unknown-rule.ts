import { nearest } from "../nearest.ts";
import { proseSuppressions } from "../prose/suppressions.ts";
import { IGNORE, IGNORE_FILE, suppressionsOf } from "../suppressions.ts";
import { relayConfiguration } from "./bad-setting.ts";
import { defineRule, quote, severity } from "./define.ts";

export const unknownRule = defineRule({
  code: "unknown-rule",
  title: "The name of a rule that there is not",
  reach: "local",
  severity: severity("w/w/w"),
  keepsHouse: true,
  checkHost(context) {
    relayConfiguration("unknown-rule")(context);
    const { source, report, ruleCodes } = context;
    for (const { rules } of proseSuppressions(source))
      for (const rule of rules) if (!ruleCodes.has(rule.code)) report({ span: rule, message: unknownRuleMessage(rule.code, ruleCodes) });
  },
  check({ item, report, ruleCodes }) {
    for (const { span, word, rules } of suppressionsOf(item)) {
      if (word.text !== IGNORE && word.text !== IGNORE_FILE) {
        report({
          span: word,
          message: `Unexpected ${quote(word.text)}, expected ${quote(IGNORE)} or ${quote(IGNORE_FILE)}.`,
          fixes: [{ title: `Write ${quote(IGNORE)}`, edits: [{ span: word, text: IGNORE }] }],
        });
        continue;
      }
      if (rules.length === 0) {
        report({ span, message: `Nothing is said on what is silenced, expected the name of a rule: ${word.text} RULE -- reason.` });
      }
      for (const rule of rules) {
        if (ruleCodes.has(rule.code)) continue;
        const [best] = nearest(rule.code, ruleCodes);
        report({
          span: rule,
          message: unknownRuleMessage(rule.code, ruleCodes),
          fixes: best ? [{ title: `Write ${quote(best)}`, edits: [{ span: rule, text: best }] }] : [],
        });
      }
    }
  },
});

function unknownRuleMessage(code: string, ruleCodes: ReadonlySet<string>): string {
  const [best] = nearest(code, ruleCodes);
  return `There is no rule ${quote(code)}, expected ${best ? quote(best) : "the name that stands with a finding"}.`;
}
