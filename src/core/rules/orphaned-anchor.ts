import { defineRule, quote, severity } from "./define.ts";

export const orphanedAnchor = defineRule({
  code: "orphaned-anchor",
  title: "A link to a claim whose sentence is gone, or is there twice",
  reach: "linked",
  items: [],
  severity: severity("w/w/e"),
  check() {},
  checkHost({ source, snapshot, report }) {
    const seen = new Set<string>();
    for (const { id, idSpan, text } of source.anchors) {
      if (id === "" || snapshot.declarations(id).length === 0) continue;
      const sentence = source.slice(text).replace(/\s+/g, " ").trim();
      if (sentence === "") {
        report({
          span: idSpan,
          message: `The sentence that states the claim ${quote(id)} is gone, expected its words in the brackets, or no link.`,
        });
        continue;
      }
      // a name alone may be said as often as one likes
      if (sentence === id || !sentence.includes(" ")) continue;
      const mark = `${id} ${sentence}`;
      if (seen.has(mark))
        report({
          span: idSpan,
          message: `The same sentence states the claim ${quote(id)} further up, expected one of the two to be linked.`,
          atMost: "information",
        });
      seen.add(mark);
    }
  },
});
