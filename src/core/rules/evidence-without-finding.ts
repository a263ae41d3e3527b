import { isClaim } from "../model/meaning.ts";
import { defineRule, severity } from "./define.ts";

/** Texts that a stub leaves to be filled in. */
const placeholders: ReadonlySet<string> = new Set(["", "…", "...", "what it shows"]);

export const evidenceWithoutFinding = defineRule({
  code: "evidence-without-finding",
  title: "Evidence that does not say what it is or shows",
  reach: "local",
  severity: severity("-/i/w"),
  check({ meaning, report }) {
    if (!isClaim(meaning)) return;
    for (const { node } of meaning.evidence) {
      if (node.what.kind !== "citation") continue;
      const says = node.shows !== undefined && !placeholders.has(node.shows.value.trim());
      const missing = [...(node.type ? [] : ["its type, such as anatomy"]), ...(says ? [] : ["what it shows, in quotes"])];
      if (missing.length === 0) continue;
      const after = { start: node.what.end, end: node.what.end };
      report({
        span: node.what,
        message: `This evidence is ${missing.length === 2 ? "a citation alone" : "incomplete"}, expected ${missing.join(" and ")} after it.`,
        fixes: node.type ? [] : [{ title: "Call it a statement in the literature", edits: [{ span: after, text: " statement" }] }],
      });
    }
  },
});
