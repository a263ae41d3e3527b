/** Models and their code: what was pinned, and which layers a model has. */
import { describe, expect, it } from "vitest";
import { Checker } from "../../../src/core/service.ts";
import { sha256 } from "../../../src/core/sha256.ts";
import { address, brief, mend, only, open, project } from "../project.ts";

const python = "class Attention:\n    def __init__(self, width):\n        self.q_proj = Linear(width)\n";
const files = (pinned: string): string =>
  `# file: gpt.py\n${python}# file: models.lamina\nmodel gpt: "gpt.py"\n  pinned ${pinned}\n  symbol Attention.q_proj as Query\n`;

describe("a pinned model", () => {
  const hash = sha256(python);

  it.each([`sha256:${hash}`, `sha256:${hash.slice(0, 7)}`, `sha256-${hash.slice(0, 12).toUpperCase()}`])("has not moved: %s", (pinned) =>
    expect(brief(files(pinned))).toEqual([]),
  );

  it.each(["3adf61e", "v2.0", "2024-01-31"])("is not compared with revisions of its own history: %s", (pinned) =>
    expect(brief(files(pinned)).filter((line) => line.startsWith("pinned"))).toEqual([]),
  );

  it("has moved, and is pinned anew", () => {
    const before = project(files("sha256:3adf61e07924"));
    const finding = only(before.findings(), "pinned-version-moved");
    expect(finding.message).toContain(`expected “sha256:${hash.slice(0, 12)}”`);
    const after = mend(before, finding, /^Pin/);
    expect(after.findings()).toEqual([]);
  });

  it("needs enough digits to be told by", () => {
    expect(only(project(files("sha256:3a")).findings(), "pinned-version-moved").message).toMatch(/too short/);
  });

  it("moves with every edit of its file", () => {
    const { snapshot } = project(files(`sha256:${hash}`));
    const checker = new Checker(snapshot);
    const rules = (): readonly string[] => checker.findings(address("models.lamina")).map(({ rule }) => rule);
    expect(rules()).toEqual([]);
    const edited = open("gpt.py", `${python}\n# more\n`);
    expect([...checker.update(snapshot.with({ documents: new Map([[edited.uri, edited]]) }))]).toContain(address("models.lamina"));
    expect(rules()).toEqual(["pinned-version-moved"]);
    const restored = open("gpt.py", python);
    checker.update(checker.snapshot.with({ documents: new Map([[restored.uri, restored]]) }));
    expect(rules()).toEqual([]);
  });

  it("is not missed where its file is not read", () => {
    expect(brief('# file: models.lamina\nmodel big: "weights.h5"\n  pinned sha256:3adf61e07924\n')).toEqual([]);
  });
});

describe("a model's layers", () => {
  const column = (symbols: string): string =>
    `# file: column.py\npopulations = {"a": 1, "b": 2}\n# file: claims.lamina\nmodel column: "column.py"\n${symbols}`;
  const two = "  symbol populations.a as L2/3\n  symbol populations.b as L4\n";
  const claim = (left: string, evidence = "column simulation"): string =>
    `claim x: ${left} as Query\n  supported by ${evidence} "so"\n  supported by [@larkum1999new] ephys_intracellular "so"\n`;
  const missing = (text: string): readonly string[] =>
    project(text)
      .findings()
      .filter(({ rule }) => rule === "part-not-in-model")
      .map(({ message }) => message);

  it.each(["L1", "area -> L1", "L1-feedback", "L5 -> L6", "L4 -> L5"])("are missed where a claim rests on others: %s", (left) =>
    expect(missing(column(two) + claim(left))).toHaveLength(1),
  );

  it.each(["L4", "L2", "supragranular", "L4 -> L2/3", "thalamus -> L4", "PV", "gain-modulation"])("are not missed: %s", (left) =>
    expect(missing(column(two) + claim(left))).toEqual([]),
  );

  it("are known along its pathways", () => {
    const paths = '  symbol "weights[0][2]" as L4 -> L2/3\n  symbol "weights[6][0]" as L1-feedback\n';
    expect(missing(column(paths) + claim("L1"))).toEqual([]);
    expect(missing(column(paths) + claim("L6"))).toEqual([expect.stringContaining("“L4”")]);
  });

  it("say nothing where the model names one, or none, or the claim rests on something else", () => {
    expect(missing(column("  symbol populations.a as L4\n") + claim("L1"))).toEqual([]);
    expect(missing(column("") + claim("L1"))).toEqual([]);
    expect(missing(column(two) + claim("L1", "[@larkum1999new] ephys_intracellular"))).toEqual([]);
  });

  it("follow the model when it changes", () => {
    const { snapshot } = project(`${column(two)}# file: paper.lamina\n${claim("L1")}`);
    const checker = new Checker(snapshot);
    const found = (): number => checker.findings(address("paper.lamina")).filter(({ rule }) => rule === "part-not-in-model").length;
    expect(found()).toBe(1);
    const more = open("claims.lamina", `model column: "column.py"\n${two}  symbol populations.a as L1\n`);
    checker.update(snapshot.with({ documents: new Map([[more.uri, more]]) }));
    expect(found()).toBe(0);
  });
});
