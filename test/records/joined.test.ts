/** Collections of several projects as one. */
import { expect, it } from "vitest";
import { joined } from "../../src/records/joined.ts";
import { plainLine } from "../../src/records/plain.ts";
import { recordsOf } from "./examples.ts";

it("tells claims of two projects apart, and knows a work by whoever knows it", () => {
  const first = recordsOf("claim a: L4 as Value supported by [@x] anatomy\n");
  const second = recordsOf(
    '# file: r.bib\n@misc{x, title = {T}}\n# file: b.lamina\ncite "r.bib"\nclaim a: L5 as Key supported by [@x] anatomy\n',
  );
  const both = joined([first, second], "both");
  expect(both.claims.map(({ key, written }) => [key, written])).toEqual([
    ["a", "L4 as Value"],
    ["a#2", "L5 as Key"],
  ]);
  expect(both.works).toMatchObject([{ key: "x", title: "T" }]);
  expect(joined([first], "one")).toEqual({ ...first, title: "one" });
});

it.each([
  ["add one of `anatomy_em`, and *mechanistic*", "add one of anatomy_em, and mechanistic"],
  ["`` a`b `` and `a_*b*`", "a`b and a_*b*"],
  ["a \\*b\\* \\_c", "a *b* _c"],
  ["`open and \\", "`open and \\"],
])("takes the marks off %s", (markdown, plain) => {
  expect(plainLine(markdown)).toBe(plain);
});
