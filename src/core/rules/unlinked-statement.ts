import { knownInProse } from "../features/prose-hover.ts";
import { mappingStatements } from "../prose/statements.ts";
import { defineRule, quote, severity } from "./define.ts";

export const unlinkedStatement = defineRule({
  code: "unlinked-statement",
  title: "A sentence that maps a part of cortex to a part of a transformer, and states no claim",
  reach: "linked",
  items: [],
  severity: severity("-/-/i"),
  check() {},
  checkHost({ source, snapshot, report }) {
    // only in manuscripts that link sentences at all
    if (source.anchors.length === 0) return;
    for (const { span, brain, model } of mappingStatements(source, (name) => knownInProse(name, source.uri, snapshot), snapshot)) {
      report({
        span,
        message: `The sentence speaks of ${quote(brain)} as ${quote(model)} and states no claim, expected a link to one: [the sentence]{claim=id}.`,
      });
    }
  },
});
