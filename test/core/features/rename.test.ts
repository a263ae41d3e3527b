import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareRename, rename } from "../../../src/core/features/rename.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { address, filesOf, type ProjectOptions, project } from "../project.ts";
import { wordsAt } from "./marked.ts";

interface Renamed {
  /** All files after the edits. */
  readonly files: ReadonlyMap<string, string>;
  readonly notice: string | undefined;
}

function renamed(text: string, to: string, options?: ProjectOptions): Renamed | string {
  const made = project(text, options);
  const { uri, offset } = made.caret;
  const answer = rename(made.snapshot, uri, offset, to);
  if ("problem" in answer) return answer.problem;
  const files = new Map([...made.texts].map(([name, before]) => [name, applyEdits(before, answer.edits.get(address(name)) ?? [])]));
  return { files, notice: answer.notice };
}

/** The text after a rename that is to succeed. */
function textAfter(text: string, to: string): string {
  const answer = renamed(text, to);
  if (typeof answer === "string") throw new Error(answer);
  return [...answer.files].map(([name, content]) => (answer.files.size > 1 ? `# file: ${name}\n${content}` : content)).join("");
}

/** The problem of a rename that is to fail. */
function problem(text: string, to: string, options?: ProjectOptions): string {
  const answer = renamed(text, to, options);
  if (typeof answer !== "string") throw new Error(`renamed: ${[...answer.files.values()].join("\n")}`);
  return answer;
}

const family = (id: string, caret = ""): string => `# file: a.lamina
mapping ${caret}${id}: column as Block
claim values: L4 as Value
  belongs to ${id}
# file: note.md
> - \`\`\`lamina
>   claim b: claim ${id}, claim values as Key
>     assumes ${id}
>   \`\`\`

Prose of ${"whole"} things.
`;

describe("rename of an id", () => {
  it("changes its item and whatever names it, in every file", () => {
    expect(textAfter(family("whole", "‸"), "all-of-it")).toBe(family("all-of-it"));
  });

  it("works for every sort of item", () => {
    const text = (caret: string, p: string, e: string, m: string): string => `prediction ${caret}${p}: "x"
  observed "share" = 5 % from ${e}
evidence ${e}: [@lee2009modulator]
model ${m}: "m.py"
claim a: L4 as Value
  predicts ${p}
  supported by ${e} anatomy
  disputed by ${m} simulation
`;
    expect(textAfter(text("‸", "p", "e", "m"), "new")).toBe(text("", "new", "e", "m"));
    expect(textAfter(text("", "p", "e", "m").replace("evidence e", "evidence ‸e"), "new")).toBe(text("", "p", "new", "m"));
    expect(textAfter(text("", "p", "e", "m").replace("by m", "by ‸m"), "new")).toBe(text("", "p", "e", "new"));
  });

  it.each([
    ["two words", "expected one name"],
    ["", "Expected a name"],
    ["10", "expected one name"],
    ["2026-11-23", "expected one name"],
    ["a:", "expected one name"],
    ["“a”", "expected one name"],
    ["a#b", "expected one name"],
    ["-a", "expected one name"],
    ["claim", "a word of the language"],
    ["supported", "a word of the language"],
    ["not", "a word of the language"],
    ["x-own", "a word of the language"],
    ["data", "a word of the language"],
    ["values", "“values” is taken: it is the id of a claim in a.lamina."],
  ])("refuses %j, and says why", (to, why) => {
    expect(problem(family("whole", "‸"), to)).toContain(why);
  });

  it("refuses where it cannot know all places, or which thing is meant", () => {
    expect(problem(family("whole", "‸"), "new", { complete: false })).toContain("still being read");
    expect(problem("claim ‸a: L4 as Value\nclaim a: L5 as Key\n", "new")).toContain("“a” is defined 2 times (main.lamina)");
    expect(problem("claim a: L4 as Value\n  assumes ‸b\n", "new")).toContain("Nothing in the workspace defines “b”");
    expect(problem('claim a: L4 as Value\n  means "te‸xt"\n', "new")).toContain("Nothing that can be renamed stands here");
    expect(problem('evidence e: [@a]\n  measures "sh‸are" ~ 5 %\n', "new")).toContain("A quantity is known by its words");
  });

  it("changes nothing for the same name", () => {
    expect(textAfter(family("whole", "‸"), " whole ")).toBe(family("whole"));
  });

  it("leaves a project that says the same of the same things", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?$/);
    fc.assert(
      fc.property(name, (to) => {
        const made = renamed(family("whole", "‸"), to);
        if (typeof made === "string") {
          expect(made).toMatch(/taken|word of the language/);
          return;
        }
        const rules = (text: string): string[] =>
          project(text)
            .findings()
            .map(({ rule }) => rule)
            .sort();
        const text = [...made.files].map(([file, content]) => `# file: ${file}\n${content}`).join("");
        expect([...filesOf(text).keys()]).toEqual(["a.lamina", "note.md"]);
        expect(rules(text)).toEqual(rules(family("whole")));
      }),
      { numRuns: 12 },
    );
  });
});

describe("rename of a citation key", () => {
  const text = (key: string, caret = ""): string => `# file: a.lamina
source @${caret}${key}
claim a: L4 as Value
  supported by [@${key}, p. 4; @other] anatomy
# file: refs.bib
@article{old2001, title = {T}}
`;

  it("changes Lamina alone, and says so", () => {
    const answer = renamed(text("old2001", "‸"), "@new/2001");
    expect(answer).toMatchObject({
      notice: expect.stringContaining("The entry in refs.bib keeps its key “old2001”. No bibliography has an entry “new/2001” yet."),
    });
    expect(textAfter(text("old2001", "‸"), "@new/2001")).toBe(text("new/2001"));
  });

  it("does not merge what is known of two works, and takes no sign that a key cannot have", () => {
    expect(problem(`${text("old2001", "‸")}# file: b.lamina\nsource @taken\n`, "taken")).toContain(
      "a “source” item of its own in b.lamina",
    );
    expect(problem(text("old2001", "‸"), "it's")).toContain("expected a citation key");
    expect(problem(text("old2001", "‸"), "a b")).toContain("expected one name");
  });
});

describe("rename of a part and of an atlas", () => {
  const text = (part: string, atlas: string, caretAtPart = "", caretAtAtlas = ""): string => `# file: own.lamina
atlas ${caretAtAtlas}${atlas}: "Hippocampus"
part ${caretAtPart}${part}: "Field three"
  also "third field"
part CA1: "Field one"
  in ${part}
  joins ${part} -> CA1
# file: claims.lamina
use ${atlas}, transformer
claim a: ${part} -> CA1 as Value
  via ${part}.CA1, "${part}.CA1"
claim b: "third field" as transformer:Key
claim c: ${atlas}:${part} as Query
claim d: "${atlas}:${part}" as Query
`;

  it("changes its own name wherever it stands, and no other name of it", () => {
    expect(textAfter(text("CA3", "hippo", "‸"), "CA-three")).toBe(text("CA-three", "hippo"));
    expect(textAfter(text("CA3", "hippo").replace("a: CA3", "a: C‸A3"), "CA-three")).toBe(text("CA-three", "hippo"));
    expect(textAfter(text("CA3", "hippo", "", "‸"), "campus")).toBe(text("CA3", "campus"));
    expect(textAfter(text("CA3", "hippo").replace("c: hippo", "c: hip‸po"), "campus")).toBe(text("CA3", "campus"));
  });

  it.each([
    ["CA1", "“CA1” is taken: in own.lamina it is a name of “hippo:CA1” (Field one)"],
    ["value", "“value” is taken: in own.lamina it is a name of “transformer:Value”"],
    ["a:b", "would be read as the name of an atlas"],
    ["each", "a word of the language"],
  ])("refuses %j for a part", (to, why) => {
    expect(problem(text("CA3", "hippo", "‸"), to)).toContain(why);
  });

  it("does not let a part bear another name of its own twice, but its own other name it may", () => {
    expect(textAfter(text("CA3", "hippo", "‸").replace('"third field"', "third"), "third")).toContain("part third:");
  });

  it("refuses the name of another atlas, and whatever ships with Lamina", () => {
    expect(problem(text("CA3", "hippo", "", "‸"), "Cortex")).toContain("“Cortex” is taken");
    expect(problem("claim a: L‸4 as Value\n", "layer-four")).toContain(
      "“L4” is a part of the atlas “cortex”, which ships with Lamina and cannot be changed",
    );
    expect(problem("use cor‸tex\n", "brain")).toContain("“cortex” is an atlas that ships with Lamina");
    expect(problem("claim a: cor‸tex:L4 as Value\n", "brain")).toContain("ships with Lamina");
  });

  it("refuses at another name of a part, and at a name that several bear", () => {
    expect(problem(text("CA3", "hippo").replace('third field" as', 'third ‸field" as'), "x")).toContain(
      "“third field” is not the id of this part, which is “CA3”",
    );
    expect(problem(text("CA3", "hippo").replace("Field one", "Third field").replace('third field" as', 'third ‸field" as'), "x")).toContain(
      "may mean hippo:CA3 or hippo:CA1",
    );
  });

  it("says what it does not reach", () => {
    expect(renamed(text("CA3", "hippo", "", "‸"), "campus")).toMatchObject({ notice: expect.stringContaining("lamina.atlases") });
    const species =
      '# file: a.lamina\natlas own: "Own"\npart ‸axolotl: "Axolotl"\n  kind species\nclaim a: L4 as Value\n  scope axolotl, adult\n';
    expect(renamed(species, "olm")).toMatchObject({ notice: expect.stringContaining("“axolotl”") });
  });
});

it("shows what would be renamed", () => {
  const made = project("claim a: L4 as Value\n  supported by [@le‸e2009, p. 4] anatomy\n");
  const target = prepareRename(made.snapshot, made.caret.uri, made.caret.offset);
  expect("problem" in target || [target.placeholder, ...wordsAt(made, [target.span])]).toEqual(["lee2009", "lee2009"]);
});
