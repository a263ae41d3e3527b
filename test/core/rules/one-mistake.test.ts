/** One mistake, one finding; and what lies within the other, or is said by an item and by a line that names it. */
import { describe, expect, it } from "vitest";
import { check } from "../project.ts";
import { messages, places } from "./found.ts";

const rulesOf = (text: string): readonly string[] => check(text).map(({ rule }) => rule);

describe("one mistake is one finding", () => {
  it.each([
    ["a misspelt part in a bare claim", "claim c: L4 -> L2/3 as Valu\n", ["unknown-part"]],
    ["a quoted id", 'claim "BAC 1999": BAC-firing as Query\n  supported by [@larkum1999new] ephys_intracellular "x"\n', ["syntax-error"]],
    [
      "a sign in an id",
      'claim BAC_fire!: BAC-firing as Query\n  supported by [@larkum1999new] ephys_intracellular "x"\n',
      ["syntax-error"],
    ],
    [
      "a name of several words",
      'claim e: dendritic coincidence detection as Query\n  supported by [@larkum1999new] ephys_intracellular "x"\n',
      ["syntax-error"],
    ],
    ["a bare claim", "claim c: L4 -> L2/3 as Value\n", ["claim-without-evidence"]],
  ])("for %s", (_, text, rules) => {
    expect(rulesOf(text)).toEqual(rules);
  });

  it("does not hide a misspelt part behind a slip elsewhere", () => {
    expect(rulesOf('claim c: L4 -> L2/3 as Valu\n  supported by [@larkum1999new] ephys_intracellular "x" full-text\n')).toEqual([
      "unknown-part",
      "syntax-error",
    ]);
  });
});

const claim = (evidence: string, scope: string, more = ""): string =>
  `claim a: BAC-firing as Query\n  supported by ${evidence}\n  scope ${scope}\n${more}`;

describe("scope-mismatch", () => {
  const rule = "scope-mismatch";
  const recording = (scope: string): string => `[@larkum1999new] ephys_intracellular "x" in ${scope}`;

  it.each([
    ["rat somatosensory cortex", "rat S1"],
    ["rat S1", "rat somatosensory cortex"],
    ["primate V1", "macaque V1"],
    ["rodent", "rat S1"],
  ])("is not found where one lies within the other: %s, %s", (seen, claimed) => {
    expect(places(rule, claim(recording(seen), claimed))).toEqual([]);
  });

  it.each([
    ["rat V1", "rat S1", /^Unexpected area “V1”/],
    ["mouse", "rat", /^Unexpected species “mouse”/],
  ])("is found where neither does: %s, %s", (seen, claimed, message) => {
    expect(messages(rule, claim(recording(seen), claimed))).toEqual([expect.stringMatching(message)]);
  });

  const item = 'evidence e: [@larkum1999new]\n  type ephys_intracellular\n  shows "x"\n  scope rat S1\n';

  it("goes by the item too, where a line that names it says otherwise", () => {
    expect(messages(rule, claim("e in mouse S1", "mouse S1", item))).toEqual([expect.stringMatching(/“rat”/)]);
    expect(messages(rule, claim("e in mouse S1", "rat S1", item))).toEqual([expect.stringMatching(/“mouse”/)]);
    expect(messages(rule, claim("e in rat S1", "rat S1", item))).toEqual([]);
  });
});

describe("unread-source", () => {
  const item = (read: string): string => `evidence e: [@larkum1999new]\n  type ephys_intracellular\n  shows "x"\n  read ${read}\n`;
  const text = (line: string, read: string): string =>
    `claim a: BAC-firing as Query\n  strength functional\n  supported by e ${line}\n${item(read)}`;

  it("goes by the lesser reading of line and item", () => {
    expect(places("unread-source", text("read full-text", "secondary"))).toEqual(["full-text"]);
    expect(places("unread-source", text("read secondary", "full-text"))).toEqual(["secondary"]);
    expect(places("unread-source", text("read full-text", "abstract"))).toEqual([]);
  });
});

describe("unknown-scope", () => {
  it("says to the writer what to write", () => {
    expect(messages("unknown-scope", claim('[@larkum1999new] ephys_intracellular "x" in rat PFC', "rat"))).toEqual([
      "Unexpected “PFC”, which may mean prefrontal cortex of primates, with granular areas or rodent prefrontal areas, mostly medial. In rodents there is no consensus on what it covers (@laubach2018rodent, @carlen2017constitutes). Write prelimbic cortex, infralimbic cortex, anterior cingulate cortex or orbitofrontal cortex.",
    ]);
    expect(messages("unknown-scope", claim('[@larkum1999new] ephys_intracellular "x" in rat, in vitro', "rat"))).toEqual([
      "Unexpected “in vitro”, which may mean acute slice or cell culture. Write “acute slice” or “cell culture”.",
    ]);
  });
});
