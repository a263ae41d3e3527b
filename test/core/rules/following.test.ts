/** Findings that hang on other items follow when those change: an edit there ends where reading afresh begins. */
import { describe, expect, it } from "vitest";
import { Checker, type Finding } from "../../../src/core/service.ts";
import { address, open, project } from "../project.ts";
import { submission as profile } from "./found.ts";

/** The findings of a rule after one piece of a file was replaced, by a checker that had seen what was before. */
function foundAfter(text: string, name: string, from: string, to: string, rule: string): readonly string[] {
  const before = project(text, profile);
  const checker = new Checker(before.snapshot);
  checker.settings = before.settings;
  const all = (of: Checker): readonly Finding[] => [...of.snapshot.documents.keys()].sort().flatMap((uri) => of.findings(uri));
  all(checker);
  const written = before.texts.get(name) ?? "";
  if (!written.includes(from)) throw new Error(`no ${from} in ${name}`);
  const source = before.snapshot.documents.get(address(name));
  const changed = written.replace(from, () => to);
  const start = written.indexOf(from);
  const edited =
    source && "edit" in source
      ? (source as ReturnType<typeof open>).edit({ span: { start, end: start + from.length }, text: to })
      : open(name, changed);
  checker.update(before.snapshot.with({ documents: new Map([[address(name), edited]]) }));
  const texts = new Map(before.texts).set(name, changed);
  const fresh = project([...texts].map(([file, content]) => `# file: ${file}\n${content}`).join(""), profile);
  const found = all(checker);
  expect(JSON.stringify(found)).toBe(JSON.stringify([...fresh.findings()].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0))));
  return found.filter((finding) => finding.rule === rule).map(({ uri, message }) => `${uri.slice(address("").length)}: ${message}`);
}

const claim = (id: string, rest: string): string => `claim ${id}: L4 as Value\n  strength functional\n${rest}`;

describe("a change of", () => {
  it("the type of a piece of evidence reaches the composites above the claim that uses it", () => {
    const text = `# file: a.lamina\nclaim top: claim whole as Block\n  strength functional\nclaim whole: claim a as Self-attention\n# file: b.lamina\n${claim("a", "  supported by e\n")}# file: c.lamina\nevidence e: [@larkum1999new]\n  type ephys_intracellular\n`;
    expect(foundAfter(text, "c.lamina", "ephys_intracellular", "anatomy_em", "strength-exceeds-evidence")).toHaveLength(2);
    expect(
      foundAfter(text.replace("ephys_intracellular", "anatomy_em"), "c.lamina", "anatomy_em", "behaviour", "strength-exceeds-evidence"),
    ).toEqual([]);
  });

  it("a family reaches the composite of one of its claims", () => {
    const text = `# file: a.lamina\nclaim whole: claim a as Self-attention\n  strength literal\n# file: b.lamina\nclaim a: L4 as Value\n  belongs to f\n  supported by [@ramsauer2021hopfield] theory_derivation "x"\n# file: c.lamina\nmapping f: column as Block\n  kind theorem\n`;
    expect(foundAfter(text, "c.lamina", "theorem", "mapping", "strength-exceeds-evidence")).toEqual([
      expect.stringContaining("a.lamina: Unexpected strength “literal”"),
    ]);
  });

  it("a piece of evidence reaches the prediction of a claim that it supports", () => {
    const text = `# file: a.lamina\nprediction p: "It grows"\n  falsified if "size" < 2 mm\n  observed "size" ~ 6 mm from [@larkum1999new]\n# file: b.lamina\n${claim("a", "  supported by e\n  predicts p\n")}# file: c.lamina\nevidence e: [@larkum2009synaptic]\n  type behaviour\n`;
    expect(foundAfter(text, "c.lamina", "larkum2009synaptic", "larkum1999new", "circular-prediction")).toEqual([
      expect.stringMatching(/^a\.lamina: /),
    ]);
  });

  it("the result's own evidence reaches the prediction", () => {
    const text = `# file: a.lamina\nprediction p: "It grows"\n  falsified if "size" < 2 mm\n  observed "size" ~ 6 mm from e\n# file: b.lamina\n${claim("a", '  supported by [@larkum1999new] behaviour "x"\n  predicts p\n')}# file: c.lamina\nevidence e: [@larkum2009synaptic]\n  type behaviour\n`;
    expect(foundAfter(text, "c.lamina", "larkum2009synaptic", "larkum1999new", "circular-prediction")).toHaveLength(1);
  });

  it("a claim reaches its prediction", () => {
    const text = `# file: a.lamina\nprediction p: "It grows"\n  falsified if "size" < 2 mm\n  observed "size" ~ 6 mm from [@larkum1999new]\n# file: b.lamina\n${claim("a", '  supported by [@larkum2009synaptic] behaviour "x"\n  predicts p\n')}`;
    expect(foundAfter(text, "b.lamina", "larkum2009synaptic", "larkum1999new", "circular-prediction")).toHaveLength(1);
    expect(
      foundAfter(text.replace("larkum2009synaptic", "larkum1999new"), "b.lamina", "  predicts p\n", "", "circular-prediction"),
    ).toEqual([]);
  });

  it("a source reaches the evidence lines and the claims that are stated in it", () => {
    const text = `# file: a.lamina\n${claim("a", "  stated in [@larkum1999new]\n  supported by e\n")}# file: b.lamina\nevidence e: [@larkum1999new]\n  type behaviour\n# file: c.lamina\nsource @larkum1999new\n  read abstract\n`;
    expect(foundAfter(text, "c.lamina", "abstract", "not-read", "unread-source")).toEqual([
      expect.stringMatching(/^a\.lamina: @larkum1999new was not read/),
    ]);
    expect(foundAfter(text, "c.lamina", "abstract", 'secondary "a note"', "secondary-as-paper")).toEqual([
      expect.stringMatching(/^a\.lamina: /),
    ]);
  });

  it("one version reaches whoever cites another, and what is known of it", () => {
    const one = (id: string, version: string): string =>
      `claim ${id}: L4 as Value\n  supported by [@granier2025multihead, ${version}] theory_derivation "x"\n`;
    const text = `# file: a.lamina\n${one("a", "v1")}# file: b.lamina\n${one("b", "v1")}# file: c.lamina\nsource @granier2025multihead\n  version v1\n  note "x"\n`;
    const both = text.replace("  version v1\n", "");
    expect(foundAfter(both, "b.lamina", "v1", "v3", "superseded-version")).toEqual([expect.stringMatching(/^a\.lamina: /)]);
    expect(foundAfter(both.replace("v1", "v3"), "a.lamina", "v3", "v1", "superseded-version")).toEqual([]);
    const known = text.replace("multihead, v1", "multihead, v3");
    expect(foundAfter(known, "b.lamina", "v1", "v3", "superseded-version")).toEqual([
      expect.stringMatching(/^c\.lamina: Unexpected version “v1”/),
    ]);
    expect(foundAfter(known.replace("multihead, v1", "multihead, v3"), "b.lamina", "v3", "v1", "superseded-version")).toEqual([]);
    expect(foundAfter(known, "c.lamina", "v1", "v2", "superseded-version")).toHaveLength(2);
    const twoSources = `${known}# file: d.lamina\nsource @granier2025multihead\n  version v2\n`;
    expect(foundAfter(twoSources, "d.lamina", "v2", "v3", "superseded-version")).toEqual([]);
  });

  it("who cites a work first reaches who did before", () => {
    const text = `# file: r.bib\n@article{k1, title = {One}}\n# file: a.lamina\n# here\n\n${claim("a", '  supported by [@k1] behaviour "x"\n')}`;
    const rule = "reference-without-identifier";
    const first = (found: readonly string[]): number => found.length;
    expect(first(foundAfter(text, "a.lamina", "# here\n", "evidence e: [@k1]\n  type behaviour\n", rule))).toBe(1);
    const two = text.replace("# here\n", "evidence e: [@k1]\n  type behaviour\n");
    expect(first(foundAfter(two, "a.lamina", "evidence e: [@k1]\n  type behaviour\n", "", rule))).toBe(1);
    expect(first(foundAfter(two, "a.lamina", "evidence e: [@k1]", "evidence e: [@k2]", rule))).toBe(1);
  });

  it("what is cited anywhere reaches the file that lists it", () => {
    const bib = "# file: r.bib\n@article{k1, title = {One}}\n@article{k2, title = {Two}}\n";
    const text = `${bib}# file: a.lamina\ncite "r.bib"\n# file: b.lamina\n${claim("a", '  supported by [@k1] behaviour "x"\n')}# file: m.md\nText.\n\n\`\`\`lamina\n\`\`\`\n`;
    const rule = "unused-reference";
    expect(foundAfter(text, "b.lamina", "@k1]", "@k1; @k2]", rule)).toEqual([]);
    expect(foundAfter(text.replace("@k1]", "@k1; @k2]"), "b.lamina", "; @k2", "", rule)).toHaveLength(1);
    expect(foundAfter(text, "m.md", "Text.", "Text [@k2].", rule)).toEqual([]);
    expect(foundAfter(text.replace("Text.", "Text [@k2]."), "m.md", " [@k2]", "", rule)).toHaveLength(1);
    expect(foundAfter(text, "b.lamina", "claim a", "source @k2\n\nclaim a", rule)).toEqual([]);
    expect(foundAfter(text, "b.lamina", "claim a", 'cite "r.bib"\n\nclaim a', rule)).toHaveLength(1);
    expect(foundAfter(text.replace("claim a", 'cite "r.bib"\n\nclaim a'), "a.lamina", 'cite "r.bib"', "", rule)).toEqual([
      expect.stringMatching(/^b\.lamina: /),
    ]);
  });
});
