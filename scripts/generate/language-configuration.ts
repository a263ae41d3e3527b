/** How an editor types along in a Lamina file: comments, pairs, words, folding, indentation. */
import { items } from "../../src/core/syntax/vocabulary.ts";
import { anyOf, NAME } from "./words.ts";

/** The content of `media/language-configuration.json`. */
export function languageConfiguration(): unknown {
  const headersWithClauses = anyOf(items.filter(({ clauses }) => clauses).map(({ word }) => word));
  return {
    comments: { lineComment: "#" },
    brackets: [["[", "]"]],
    autoClosingPairs: [
      { open: '"', close: '"', notIn: ["string", "comment"] },
      { open: "“", close: "”", notIn: ["string", "comment"] },
      { open: "[", close: "]", notIn: ["comment"] },
      { open: "(", close: ")", notIn: ["comment"] },
    ],
    autoCloseBefore: ' \t\n,;]"',
    surroundingPairs: [
      ['"', '"'],
      ["“", "”"],
      ["[", "]"],
      ["(", ")"],
      ["$", "$"],
    ],
    // `L2/3`, `gain-modulation` and `cortex:L4` are one word each
    wordPattern: { pattern: NAME, flags: "u" },
    folding: {
      offSide: true,
      markers: { start: "^\\s*#\\s*region\\b", end: "^\\s*#\\s*endregion\\b" },
    },
    onEnterRules: [
      // a comment that is split goes on as a comment
      { beforeText: "^\\s*#.*", afterText: "\\S", action: { indent: "none", appendText: "# " } },
      // clauses stand two spaces in, below their header
      { beforeText: `^(?:${headersWithClauses})\\s+\\S.*$`, action: { indent: "none", appendText: "  " } },
      // an empty line ends the item: the next header starts at the margin
      { beforeText: "^[ \\t]+$", afterText: "^[ \\t]*$", action: { indent: "outdent" } },
    ],
  };
}
