import { describe, expect, it } from "vitest";
import { lensAt, lenses, lensPlaces } from "../../../src/core/features/lenses.ts";
import { address, project } from "../project.ts";
import { wordsAt } from "./marked.ts";

/** Lenses as `header: title | title`, the way to the picture left out. */
function found(text: string, name = "main.lamina"): string[] {
  const made = project(text);
  const titles = new Map<string, string[]>();
  for (const { span, title, action } of lenses(made.snapshot, address(name))) {
    if (action === "show-column") continue;
    const [header] = wordsAt(made, [span], name) as [string];
    titles.set(header, [...(titles.get(header) ?? []), title]);
  }
  return [...titles].map(([header, list]) => `${header}: ${list.join(" | ")}`);
}

describe("lenses", () => {
  it("say how a claim stands, how much is cited, and who uses it", () => {
    expect(
      found(`claim a: L4 as Value
  supported by [@x] perturbation
  supported by [@y] simulation
  supported by [@z] statement
  disputed by [@w] behaviour
  qualified by [@v] ephys_mass
claim b: L5 as Key
  strength mechanistic
  supported by [@x] perturbation
  assumes a
claim c: L6 as Query
  refines a, a
claim ? as Token
`),
    ).toEqual([
      "claim a: L4 as Value: ● supported · 3 for, 1 against | asserted analogy, earned functional | used by 2 claims",
      "claim b: L5 as Key: ◉ overstated · 1 for | asserted mechanistic, earned functional",
      "claim c: L6 as Query: ◌ unsupported · no evidence cited",
      "claim ? as Token: ? open",
    ]);
  });

  it("say which claims a prediction tests, and who uses a finding, a model, a work, a family", () => {
    expect(
      found(`prediction p: "x"
  observed "share" = 5 % from e
prediction q: "x"
evidence e: [@x]
evidence f: [@x]
model m: "m.py"
source @x
source @y
mapping w: column as Block
mapping v: column as Block
claim a: L4 as Value predicts p
  supported by e
  supported by m simulation
  belongs to w
  assumes v
claim b: L5 as Key
  predicts p
`).slice(0, 9),
    ).toEqual([
      'prediction p: "x": ○ untested: 1 observation that cannot be compared | tests 2 claims: a, b',
      'prediction q: "x": tests no claim',
      "evidence e: [@x]: used by 1 prediction, 1 claim",
      "evidence f: [@x]: not used",
      'model m: "m.py": used by 1 claim',
      "source @x: cited by 2 evidence",
      "source @y: not cited",
      "mapping w: column as Block: family of 1 claim",
      "mapping v: column as Block: no claim belongs to it",
    ]);
  });

  it("do not spell out the ids of many claims, or of claims without one", () => {
    const claims = [1, 2, 3, 4].map((number) => `claim c${number}: L4 as Value\n  predicts p\n`).join("");
    expect(found(`prediction p: "x"\n${claims}`)[0]).toBe('prediction p: "x": tests 4 claims');
    expect(found('prediction p: "x"\nclaim L4 as Value\n  predicts p\n')[0]).toBe('prediction p: "x": tests 1 claim');
  });

  it("follow other files, stand in fences, and lead to the picture", () => {
    const text = "# file: a.lamina\nclaim a: L4 as Value\n  assumes b\n# file: note.md\n- ```lamina\n  claim b: L5 as Key\n  ```\n";
    expect(found(text, "note.md")).toEqual(["claim b: L5 as Key: ◌ unsupported · no evidence cited | used by 1 claim"]);
    expect(lenses(project(text).snapshot, address("a.lamina")).at(-1)).toMatchObject({
      title: "show in column view",
      action: "show-column",
    });
  });

  it("count the places in code that carry a claim out", () => {
    const text = "# file: a.lamina\nclaim a: L4 as Value\n# file: model.py\n# lamina: implements a\nx = 1\n# lamina: implements a\ny = 2\n";
    expect(found(text, "a.lamina")).toEqual(["claim a: L4 as Value: ◌ unsupported · no evidence cited | used by 2 places in code"]);
  });

  it("can be read one by one, as a document with very many does", () => {
    const made = project("# one\nuse cortex\nclaim a: L4 as Value\n  supported by [@x] anatomy\nclaim b: L5 as Key\n  assumes a\n");
    const uri = address("main.lamina");
    const source = made.snapshot.documents.get(uri);
    const places = source ? lensPlaces(source) : [];
    expect(wordsAt(made, places)).toEqual(["claim a: L4 as Value", "claim b: L5 as Key"]);
    expect(places.map(({ start }) => lensAt(made.snapshot, uri, start)?.title)).toEqual([
      "● supported · 1 for · used by 1 claim",
      "◌ unsupported · no evidence cited",
    ]);
    expect(lensAt(made.snapshot, uri, 0)).toBeUndefined();
  });
});
