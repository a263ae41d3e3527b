/** Markdown documents for property tests: pieces that open, close, nest and interrupt each other, put together at random. */

import fc from "fast-check";
import type { Embedding } from "../../src/embed/embedding.ts";

const pieces = [
  "Layer 4 carries values.\n",
  "a\n",
  "# Heading\n",
  "Title\n===\n",
  "---\n",
  "\n",
  "\n\n",
  "  \n",
  "```lamina\nclaim a: L4 as Value\n  supported by [@k]\n```\n",
  "```lamina\n",
  "```\n",
  "~~~lamina\n\tx\n~~~\n",
  "````{lamina}\n```\n````\n",
  "```python\nx = 1\n```\n",
  "  ```lamina\n  a\n b\n  ```\n",
  "```lamina\n\n```\n",
  "```lamina\n```\n",
  "- item\n",
  "- ```lamina\n  claim b: L4 as Value\n\n  more\n  ```\n",
  "  continued\n",
  "1. one\n2. two\n",
  "-\t```lamina\n\t\tcode\n\t```\n",
  "> quoted\n",
  "> ```lamina\n> claim c: L4 as Key\n>\n>\tx\n> ```\n",
  "> - ```lamina\n>   a\n",
  "    indented\n",
  "\tindented\n",
  "<div>\n",
  "</div>\n",
  "<!-- ```lamina\n",
  "-->\n",
  "<script>\n",
  "see [link] and [other][link] and [text](http://x.y/$z)\n",
  "[link]: http://a.b\n",
  "[link]:\n  /url 'title\n",
  "more'\n",
  "> [quoted]: /there\n",
  "use [quoted] `code` and <b>html</b> and <http://auto.link>\n",
  "cost $5 and $x_i$ and $$y\n",
  "$$ and \\$ https://example.org/value)\n",
  "*emph* **strong\n",
  "strong** _a_\n",
  "\uFEFF",
  "\0\n",
  "第4层是输入层\n",
  "\r\n",
  "\r",
  "end without a line break",
  "x".repeat(40),
] as const;

const front = [
  "",
  "---\ntitle: t\nbibliography: refs.bib\n---\n",
  "\uFEFF",
  "\uFEFF---\nbibliography: [a.bib, 'b.bib']\n...\n",
  "---\nnever closed\n",
];

const bodies = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((list) => list.join(""));

/** Documents, some of them with CRLF line breaks throughout. */
export const documents = fc
  .tuple(fc.constantFrom(...front), bodies, fc.boolean())
  .map(([start, body, crlf]) => (crlf ? (start + body).replaceAll("\n", "\r\n") : start + body));

/** What people and programs type: letters, marks, line breaks, whole pieces. */
export const insertions = fc.oneof(
  fc.constantFrom(
    "",
    "",
    "x",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "`",
    "```",
    "~~~",
    "> ",
    "- ",
    "#",
    "$",
    "[",
    "]",
    ":",
    "(",
    "'",
  ),
  fc.constantFrom(...pieces),
);

/** An edit by fractions of the text that it meets: where it starts, how far it reaches, what it puts there. */
export const editSeeds = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 12 }), fc.boolean(), insertions);

/** The embedding as plain data. */
export const plain = (embedding: Embedding): unknown => ({
  ...embedding,
  regions: embedding.regions.map(({ text, map }) => ({ text, segments: map.segments })),
});
