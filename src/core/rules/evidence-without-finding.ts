import { isClaim } from "../model/meaning.ts";
import { addClause, defineRule, quote, severity } from "./define.ts";

/** Texts that a stub leaves to be filled in. */
const placeholders: ReadonlySet<string> = new Set(["", "…", "...", "what it shows"]);

export const evidenceWithoutFinding = defineRule({
  code: "evidence-without-finding",
  title: "Evidence that does not say what it is or shows",
  reach: "local",
  items: ["claim", "mapping", "evidence"],
  severity: severity("-/i/w"),
  check({ meaning, report, item }) {
    if (meaning.kind === "evidence") {
      if (!meaning.citation) return;
      const missing = missingIn(
        meaning.type !== undefined,
        meaning.shows?.value,
        "a line “type”, such as: type anatomy",
        "a line “shows” with the finding",
      );
      if (missing.length === 0) return;
      report({
        span: meaning.id ?? item.header,
        message: `The evidence ${quote(meaning.id?.text ?? "")} does not say what it is or shows, expected ${missing.join(" and ")}.`,
        fixes: meaning.type ? [] : [{ title: "Call it a statement in the literature", edits: [addClause(item, "type statement")] }],
      });
      return;
    }
    if (!isClaim(meaning)) return;
    for (const { node } of meaning.evidence) {
      if (node.what.kind !== "citation") continue;
      const missing = missingIn(node.type !== undefined, node.shows?.value, "its type, such as anatomy", "what it shows, in quotes");
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

/** Which of two things to say are not said, in the words given for them. */
const missingIn = (hasType: boolean, shows: string | undefined, type: string, finding: string): readonly string[] => [
  ...(hasType ? [] : [type]),
  ...(shows !== undefined && !placeholders.has(shows.trim()) ? [] : [finding]),
];
