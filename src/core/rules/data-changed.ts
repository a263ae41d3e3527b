import { dataNodesOf } from "../data/request.ts";
import type { DataResult } from "../data/result.ts";
import { changedHash, FEWEST_DIGITS, shortHash } from "../evidence/accepted.ts";
import { point, regionText } from "../evidence/quantity-region.ts";
import { defineRule, quote, severity } from "./define.ts";

export const dataChanged = defineRule({
  code: "data-changed",
  title: "A data file that changed since its content was accepted",
  reach: "outward",
  severity: severity("w/w/e"),
  check({ item, uri, snapshot, report }) {
    for (const node of dataNodesOf(item)) {
      const { accepted } = node;
      const hash = changedHash(node, uri, snapshot);
      const result = snapshot.data(uri, node);
      if (!accepted || hash === undefined || !result) continue;
      const now = shortHash(hash);
      const why =
        accepted.text.length < FEWEST_DIGITS
          ? `${quote(accepted.text)} is too short to tell the content of ${quote(node.file.value)} by`
          : `${quote(node.file.value)} changed since it was accepted as ${quote(accepted.text)}`;
      report({
        span: accepted,
        message: `${why}, expected ${quote(now)} as it is now${gives(result)}. Look again at what rests on it, then accept it.`,
        fixes: [{ title: "Accept what the file gives now", edits: [{ span: accepted, text: now }] }],
      });
    }
  },
});

/** What the file gives, in a few words. */
function gives({ value, values, unit }: DataResult): string {
  const region = value === undefined ? values : point(value);
  return region ? `, giving ${regionText(region, unit)}` : "";
}
