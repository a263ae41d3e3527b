/** Findings and fixes in manuscripts: offsets are the host's, and new lines get what the host demands. */
import { describe, expect, it } from "vitest";
import { brief, mend, only, project, wordsOf } from "../project.ts";

const support = 'supported by [@binzegger2004quantitative] anatomy "it is there"';

/** A claim without evidence in a fence, with what the host puts in front of every line. */
const hosts: readonly (readonly [string, string])[] = [
  ["at the margin", "Text.\n\n```lamina\nclaim a: L4 as Value\n  strength analogy\n```\n\nMore.\n"],
  ["in a block quote", "> Text.\n>\n> ```lamina\n> claim a: L4 as Value\n>   strength analogy\n> ```\n>\n> More.\n"],
  ["in a list", "- Text.\n\n  ```lamina\n  claim a: L4 as Value\n    strength analogy\n  ```\n\n- More.\n"],
  ["in a list in a block quote", "> 1. ```lamina\n>    claim a: L4 as Value\n>      strength analogy\n>    ```\n> 2. More.\n"],
  ["in an indented fence", "Text.\n\n  ```lamina\n  claim a: L4 as Value\n    strength analogy\n  ```\n"],
  ["in tildes with attributes", "~~~{.lamina #c}\nclaim a: L4 as Value\n  strength analogy\n~~~\n"],
  ["with CRLF", "> ```lamina\n> claim a: L4 as Value\n>   strength analogy\n> ```\n".replaceAll("\n", "\r\n")],
  ["on one line with CRLF", "> ```lamina\r\n> claim a: L4 as Value\r\n> ```\r\n"],
  ["after a byte order mark and front matter", "\uFEFF---\ntitle: T\n---\n\n```lamina\nclaim a: L4 as Value\n  strength analogy\n```\n"],
];

describe.each(hosts)("a claim %s", (_, text) => {
  const before = project(`# file: m.md\n${text}`);
  const finding = only(before.findings(), "claim-without-evidence");

  it("is found at its own words", () => {
    expect(before.findings()).toHaveLength(1);
    expect(wordsOf(finding, before.texts)).toBe("a");
  });

  it.each([[/^Cite/], ["Call it a programme, not yet a claim"], ["Declare it an open gap"]])("is mended in its place: %s", (title) => {
    const after = mend(before, finding, title);
    expect(after.findings().filter(({ severity }) => severity !== "hint")).toEqual([]);
    const lines = (which: typeof before): readonly string[] => (which.texts.get("m.md") ?? "").split("\n");
    const added = lines(after).filter((line) => !lines(before).includes(line));
    const own = lines(before).find((line) => line.includes("claim a")) ?? "";
    const prefix = own.slice(0, own.indexOf("claim a"));
    for (const line of added) expect(line.startsWith(prefix)).toBe(true);
    // what stands around the region is as it was
    expect(after.texts.get("m.md")?.split("lamina")[0]).toBe(before.texts.get("m.md")?.split("lamina")[0]);
    if (text.includes("\r")) expect(after.texts.get("m.md")?.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});

it("writes line breaks as the document does after the last line of a file", () => {
  const before = project("# file: a.lamina\nclaim b: L4 as ?\r\nclaim a: L4 as Value");
  const finding = only(before.findings(), "claim-without-evidence");
  expect(mend(before, finding, /^Cite/).texts.get("a.lamina")).toMatch(/^claim b: L4 as \?\r\nclaim a: L4 as Value\r\n {2}supported by/);
});

describe("a manuscript", () => {
  it("has one space of ids with the rest of the project", () => {
    const text = `# file: a.lamina\nclaim values: L4 as Value\n  ${support}\n# file: m.md\n\`\`\`lamina\nclaim queries: L1 as Query\n  ${support}\n  assumes values\n\`\`\`\n`;
    expect(brief(text)).toEqual([]);
  });

  it("lets an item end with its fence", () => {
    const text = `# file: m.md\n\`\`\`lamina\nclaim a: L4 as Value\n\`\`\`\n\n\`\`\`lamina\n  ${support}\n\`\`\`\n`;
    expect(brief(text)).toEqual(["claim-without-evidence: a", "misplaced-clause: supported by"]);
  });

  it("holds its `use` and `cite` for all of it", () => {
    const text = `# file: m.md\n\`\`\`lamina\nuse cortex\n\`\`\`\n\n\`\`\`lamina\nclaim a: L4 as Value\n  ${support}\n\`\`\`\n`;
    expect(brief(text)).toEqual(["unknown-part: Value"]);
  });

  it("says nothing of other code, nor of prose", () => {
    expect(brief("# file: m.md\nclaim a: L4 as Value\n\n```python\nclaim a: L4 as Value\n```\n\n    claim a: L4 as Value\n")).toEqual([]);
  });
});
