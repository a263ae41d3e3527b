import { nearest } from "../nearest.ts";
import { IGNORE, IGNORE_FILE, suppressionsOf } from "../suppressions.ts";
import { relayConfiguration } from "./bad-setting.ts";
import { defineRule, quote, severity } from "./define.ts";

export const unknownRule = defineRule({
  code: "unknown-rule",
  title: "The name of a rule that there is not",
  reach: "local",
  severity: severity("w/w/w"),
  keepsHouse: true,
  checkHost: relayConfiguration("unknown-rule"),
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
          message: `There is no rule ${quote(rule.code)}, expected ${best ? quote(best) : "the name that stands with a finding"}.`,
          fixes: best ? [{ title: `Write ${quote(best)}`, edits: [{ span: rule, text: best }] }] : [],
        });
      }
    }
  },
});
