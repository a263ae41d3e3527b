import { overlap } from "../evidence/verdict-overlap.ts";
import { written } from "../model/meaning.ts";
import { defineRule, quote, severity } from "./define.ts";

export const falsifierOverlapsExpectation = defineRule({
  code: "falsifier-overlaps-expectation",
  title: "One result that would both confirm and falsify a prediction",
  reach: "local",
  items: ["prediction"],
  severity: severity("e/e/e"),
  check({ meaning, item, report }) {
    if (meaning.kind !== "prediction") return;
    const said = new Set<unknown>();
    for (const { expects, falsifier, where } of overlap(meaning)) {
      if (said.has(falsifier)) continue;
      said.add(falsifier);
      const both = where === undefined ? "the same result could be both" : `${quote(where)} would be both`;
      report({
        span: falsifier,
        message: `What would show the prediction wrong overlaps with what it expects, ${quote(written(item, expects))}: ${both}; expected nothing in common.`,
      });
    }
  },
});
