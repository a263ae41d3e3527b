/** What a project says of itself in `lamina.json`. */
import { describe, expect, it } from "vitest";
import { parseConfiguration } from "../../src/core/configuration.ts";
import { Checker } from "../../src/core/service.ts";
import { address, brief, check, project } from "./project.ts";

const bare = "claim values: L4 -> L2/3 as Value\n";
const configured = (settings: unknown, text: string): string =>
  `# file: lamina.json\n${JSON.stringify(settings)}\n# file: main.lamina\n${text}`;
const weights = (text: string, settings = {}): readonly string[] =>
  check(text, { settings }).map(({ rule, severity }) => `${severity} ${rule}`);

describe("lamina.json", () => {
  it("chooses the profile, which counts more than the editor's", () => {
    expect(weights(configured({ profile: "submission" }, bare), { profile: "draft" })).toContain("error claim-without-evidence");
    expect(weights(bare, { profile: "draft" })).toContain("warning claim-without-evidence");
  });

  it("gives way to the profile that whoever checks asks for", () => {
    const { snapshot } = project(configured({ profile: "submission" }, bare));
    const checker = new Checker(snapshot);
    checker.profile = "draft";
    expect(checker.findings(address("main.lamina")).map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it("weighs single rules, beside what the editor says of others", () => {
    const text = configured({ rules: { "claim-without-evidence": "hint" } }, `${bare}claim a: L5 as Key\n  assumes nobody\n`);
    const settings = { rules: { "unknown-claim": "off", "claim-without-evidence": "error" } };
    expect(weights(text, settings)).toEqual(["hint claim-without-evidence", "hint claim-without-evidence"]);
  });

  it("holds for its folder and below, the nearest first", () => {
    const text = `# file: lamina.json\n{"profile": "submission"}\n# file: a.lamina\n${bare}# file: drafts/lamina.json\n{"profile": "draft"}\n# file: drafts/b.lamina\n${bare.replace("values", "keys")}# file: drafts/deep/c.lamina\n${bare.replace("values", "queries")}`;
    const { findings } = project(text);
    expect(["a.lamina", "drafts/b.lamina", "drafts/deep/c.lamina"].map((name) => findings(name)[0]?.severity)).toEqual([
      "error",
      "warning",
      "warning",
    ]);
  });

  it("says which atlases are in scope where a document does not", () => {
    const atlas = "# file: own.lamina\natlas retina\npart rods\n";
    const claim = 'claim a: rods as Value\n  supported by [@larkum1999new] ephys "x"\n';
    expect(
      brief(`${configured({ atlases: ["retina", "transformer"] }, claim)}${atlas}`).filter((line) => line.startsWith("unknown")),
    ).toEqual([]);
    expect(brief(`${configured({ atlases: ["cortex", "transformer"] }, claim)}${atlas}`)).toContain("unknown-part: rods");
  });

  it("says which bibliographies are cited from where a document does not", () => {
    const files = (path: string): string =>
      `${configured({ bibliographies: [path] }, 'claim a: L4 as Value\n  supported by [@me2026] ephys "x"\n')}# file: refs/own.bib\n@article{me2026, title={T}, doi={10.1000/x}}\n# file: other.bib\n@article{you2026, title={T}, doi={10.1000/y}}\n`;
    expect(brief(files("refs/own.bib")).filter((line) => /citation|bibliography/.test(line))).toEqual([]);
    expect(brief(files("other.bib"))).toContain("unresolved-citation: me2026");
    expect(brief(files("gone.bib"))).toContain("bibliography-not-found: gone.bib");
  });

  it("follows its changes", () => {
    const before = project(configured({ profile: "draft" }, bare));
    const checker = new Checker(before.snapshot);
    checker.findings(address("main.lamina"));
    const source = before.snapshot.documents.get(address("lamina.json")) as ReturnType<typeof import("./project.ts").open>;
    const edited = source.edit({ span: { start: 0, end: source.length }, text: '{"profile": "submission"}' });
    const concerned = checker.update(before.snapshot.with({ documents: new Map([[edited.uri, edited]]) }));
    expect([...concerned]).toContain(address("main.lamina"));
    expect(checker.findings(address("main.lamina"))[0]?.severity).toBe("error");
    checker.update(checker.snapshot.with({ documents: new Map([[edited.uri, undefined]]) }));
    expect(checker.findings(address("main.lamina"))[0]?.severity).toBe("warning");
  });
});

describe("a lamina.json that is not as it should be", () => {
  it.each(["", "nonsense", "[]", "null", "{", '{"profile"', '{"rules": [}', "\u0000", '{"bibliographies": [1]}', '{"rules": {"a": {}}}'])(
    "%j gives problems inside the text, and no settings that are none",
    (text) => {
      const { problems, settings } = parseConfiguration(text);
      expect(problems.length).toBeGreaterThan(0);
      for (const { span } of problems) expect(span.start).toBeGreaterThanOrEqual(0);
      expect(Object.values(settings).every((value) => typeof value === "object")).toBe(true);
    },
  );

  it("may hold comments, a comma at the end and the address of its schema", () => {
    expect(parseConfiguration('{\n  // strict\n  "$schema": "x",\n  "profile": "review",\n}')).toEqual({
      settings: { profile: "review" },
      bibliographies: [],
      problems: [],
    });
  });
});

describe("project files of Quarto and MyST", () => {
  const claim = 'claim a: L4 as Value\n  supported by [@me2026] ephys "x"\n';
  const bibs =
    "# file: refs/own.bib\n@article{me2026, title={T}, doi={10.1000/x}}\n# file: other.bib\n@article{you2026, title={T}, doi={10.1000/y}}\n";

  it.each([
    ["_quarto.yml", "project:\n  type: book\nbibliography: refs/own.bib\n"],
    ["_quarto.yml", "bibliography:\n  - refs/own.bib\n"],
    ["myst.yml", "version: 1\nproject:\n  bibliography:\n    - refs/own.bib\n  title: T\n"],
    ["myst.yml", "project: \n  bibliography: ['refs/own.bib']\n"],
  ])("%s says which bibliographies are cited from", (name, text) => {
    const found = (of: string): readonly string[] =>
      brief(`# file: ${name}\n${of}# file: part/paper.md\n\`\`\`lamina\n${claim}\`\`\`\n${bibs}`).filter((line) =>
        /citation|bibliography/.test(line),
      );
    expect(found(text)).toEqual([]);
    expect(found(text.replace("refs/own.bib", "other.bib"))).toEqual(["unresolved-citation: me2026"]);
    expect(found(text.replace("refs/own.bib", "gone.bib"))).toEqual(["bibliography-not-found: gone.bib"]);
  });
});
