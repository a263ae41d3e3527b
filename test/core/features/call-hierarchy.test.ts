import { describe, expect, it } from "vitest";
import { type Assumption, assumed, assuming, claimsAt } from "../../../src/core/features/call-hierarchy.ts";
import { type Project, project } from "../project.ts";
import { wordsAt } from "./marked.ts";

const text = `# file: main.lamina
claim ‸a: L4 as Value
  assumes b, whole
  assumes b, nowhere
mapping whole: column as Block
  assumes a
# file: note.md
\`\`\`lamina
claim b: L5 as Key
  assumes a
  refines a
\`\`\`
`;

/** The claim of that name, by where it stands. */
function at(made: Project, name: string): readonly [Project["snapshot"], string, number] {
  const [declaration] = made.snapshot.declarations(name);
  if (!declaration) throw new Error(`no ${name}`);
  const span = made.snapshot.locate(declaration.uri, declaration.item, declaration.item.header);
  return [made.snapshot, declaration.uri, span?.start ?? -1];
}

const told = (found: readonly Assumption[]): string[] => found.map(({ claim, from }) => `${claim.name} ${from.length}`);

describe("what claims assume", () => {
  it("is found from an id, from a mention of it, and from anywhere in the claim", () => {
    const made = project(text);
    const names = (offset: number): string[] =>
      claimsAt(made.snapshot, made.caret.uri, offset).map(({ name, detail, isFamily }) => `${name}: ${detail} ${isFamily}`);
    expect(names(made.caret.offset)).toEqual(["a: L4 as Value false"]);
    expect(names(31)).toEqual(["b: L5 as Key false"]);
    expect(names(12)).toEqual(["a: L4 as Value false"]);
  });

  it("leads to what it assumes, and to what assumes it, across files and in circles", () => {
    const made = project(text);
    expect(told(assumed(...at(made, "a")))).toEqual(["b 2", "whole 1"]);
    expect(told(assuming(...at(made, "a")))).toEqual(["whole 1", "b 1"]);
    expect(told(assumed(...at(made, "b")))).toEqual(["a 1"]);
    const [caller] = assuming(...at(made, "a")).filter(({ claim }) => claim.uri.endsWith("note.md"));
    expect(caller && wordsAt(made, [caller.claim.selection, ...caller.from], "note.md")).toEqual(["b", "a"]);
  });

  it("is nothing for what is no claim", () => {
    const made = project('prediction p: "x"\n');
    expect(claimsAt(made.snapshot, "file:///project/main.lamina", 3)).toEqual([]);
    expect(assumed(made.snapshot, "file:///project/main.lamina", 3)).toEqual([]);
  });
});
