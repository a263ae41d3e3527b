import { all } from "../model/arguments.ts";
import { partKey, useKey } from "../model/pairings.ts";
import { defineRule, quote, severity } from "./define.ts";

/** So many are named; how many there are is said. */
const MOST_NAMED = 5;

export const partUnmapped = defineRule({
  code: "part-unmapped",
  title: "Parts of an atlas that no claim speaks of",
  reach: "linked",
  items: ["use"],
  severity: severity("-/h/h"),
  check({ item, snapshot, names, report }) {
    if (item.word !== "use") return;
    const seen = new Set<string>();
    for (const node of all(item.args["atlases"], "name")) {
      const atlas = names.atlas(node.text)?.atlas;
      // of all documents that use it, only the first says so
      if (!atlas || seen.has(atlas.id) || snapshot.placed(useKey(atlas.id))[0]?.item !== item) continue;
      seen.add(atlas.id);
      const unmapped = atlas.parts.filter(({ id }) => snapshot.placed(partKey(id)).length === 0);
      if (unmapped.length === 0) continue;
      const named = unmapped.slice(0, MOST_NAMED).map(({ name }) => name);
      const more = unmapped.length - named.length;
      report({
        span: node,
        message: `No claim speaks of ${unmapped.length} of the ${atlas.parts.length} parts of ${quote(atlas.id)}: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}; expected a claim or a declared gap for what belongs to the mapping.`,
      });
    }
  },
});
