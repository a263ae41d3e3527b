/** Findings on the running text of manuscripts: they follow the claims, wherever those are, and say nothing of other projects. */
import { describe, expect, it } from "vitest";
import { Checker, type Finding } from "../../../src/core/service.ts";
import { address, brief, check, mend, only, open, project } from "../project.ts";

const claims = (strength = "analogy"): string =>
  `claim queries: L1-feedback as Query\n  strength ${strength}\n  supported by [@larkum1999new] ephys_intracellular "so"\n  supported by [@constantinople2013deep] perturbation "so"\n`;
const files = (text: string, more = claims()): string => `# file: claims.lamina\n${more}# file: paper.md\n${text}\n`;
const inPaper = (text: string, more?: string): readonly string[] =>
  project(files(text, more))
    .findings("paper.md")
    .map(({ rule, message }) => `${rule}: ${message}`);

describe("overclaim", () => {
  it("is mended by weaker words", () => {
    const before = project(files("[Feedback implements the query]{claim=queries}."));
    const finding = only(before.findings(), "overclaim");
    const after = mend(before, finding, /^Write/);
    expect(after.texts.get("paper.md")).toBe("[Feedback is analogous to the query]{claim=queries}.\n");
    expect(after.findings("paper.md")).toEqual([]);
  });

  it("keeps the number of the verb", () => {
    const before = project(files("[Feedback axons are queries]{claim=queries}."));
    expect(mend(before, only(before.findings(), "overclaim"), /^Write/).texts.get("paper.md")).toContain("axons are analogous to queries");
  });

  it("says nothing of text that is not linked, nor of what the claim asserts", () => {
    expect(inPaper("Feedback implements the query. [Feedback is like a query]{claim=queries}.")).toEqual([]);
    expect(inPaper("[Feedback implements the query]{claim=queries}.", claims("mechanistic"))).toEqual([]);
  });

  it("follows the strength of the claim in another file", () => {
    const before = project(files("[Feedback implements the query]{claim=queries}."));
    const checker = new Checker(before.snapshot);
    const rules = (): readonly string[] => checker.findings(address("paper.md")).map((finding: Finding) => finding.rule);
    expect(rules()).toEqual(["overclaim"]);
    const concerned = checker.update(
      before.snapshot.with({ documents: new Map([[address("claims.lamina"), open("claims.lamina", claims("mechanistic"))]]) }),
    );
    expect([...concerned]).toContain(address("paper.md"));
    expect(rules()).toEqual([]);
    checker.update(checker.snapshot.with({ documents: new Map([[address("claims.lamina"), undefined]]) }));
    expect(rules()).toEqual(["unknown-claim"]);
  });

  it("is said in Chinese", () => {
    expect(inPaper("[反馈实现了查询]{claim=queries}。")).toEqual([expect.stringMatching(/^overclaim: Unexpected “实现了”/)]);
  });
});

describe("links and citations", () => {
  it("to claims that nothing defines are found, with the nearest", () => {
    const before = project(files("[a b]{claim=querys} [c d]{claim=}"));
    expect(before.findings("paper.md").map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "unknown-claim: Unknown claim “querys”: nothing in the workspace defines it. Did you mean “queries”?",
      "unknown-claim: Expected the id of a claim here: the claim that the sentence states.",
    ]);
    const [finding] = before.findings("paper.md") as [Finding];
    expect(mend(before, finding, "Change to “queries”").texts.get("paper.md")).toContain("{claim=queries}");
  });

  it("of works that no bibliography has are found in manuscripts that hold claims, and nowhere else", () => {
    const bib = "# file: refs.bib\n@article{known2020, title={T}, year=2020}\n";
    const text = "We follow [@knwon2020; @known2020] and @somebody.";
    const linked = `${text} [Feedback is like a query]{claim=queries}.`;
    expect(
      project(`${bib}${files(linked)}`)
        .findings("paper.md")
        .map(({ rule }) => rule),
    ).toEqual(["unresolved-citation"]);
    expect(project(`${bib}${files(text)}`).findings("paper.md")).toEqual([]);
  });

  it("are not looked at before all is read", () => {
    expect(check(files("[a b]{claim=nothing}"), { complete: false })).toEqual([]);
  });
});

it("a project that does not use Lamina has no findings", () => {
  const readme = "# Readme\n\nThe layer 4 is a token. See [docs](x) and [@me], `[a]{claim=x}`. Thanks @you!\n\n| a | b |\n|---|---|\n";
  expect(brief(`# file: README.md\n${readme}`, { settings: { profile: "submission" } })).toEqual([]);
});

describe("a suppression in running text", () => {
  const bold = "[Feedback implements the query]{claim=queries}.";
  const rules = (text: string, name = "paper.md"): readonly string[] =>
    project(files(text).replace("paper.md", name))
      .findings(name)
      .map(({ rule }) => rule)
      .filter((rule) => rule !== "orphaned-anchor");

  it("silences the paragraph that follows, in Markdown and LaTeX", () => {
    expect(rules(`<!-- lamina-ignore overclaim -- the referee's wording -->\n\n${bold}\nMore ${bold}\n\n${bold}`)).toEqual(["overclaim"]);
    expect(rules(`<!-- lamina-ignore-file overclaim -- ours -->\n\n${bold}\n\n${bold}`)).toEqual([]);
    expect(rules(`<!-- lamina-ignore wording-drift -- ours -->\n${bold}`)).toEqual(["overclaim"]);
    const latex = "\\claim{queries}{Feedback implements the query}.";
    expect(rules(`% lamina-ignore overclaim -- ours\n${latex}\n\n${latex}`, "paper.tex")).toEqual(["overclaim"]);
  });

  it("says why", () => {
    const { snapshot } = project(files(`<!-- lamina-ignore overclaim -- the referee's wording -->\n${bold}`));
    expect(new Checker(snapshot).check(address("paper.md")).silenced.map(({ rule, reason }) => [rule, reason])).toEqual([
      ["overclaim", "the referee's wording"],
    ]);
  });

  it("reaches the claims of a fence and of a program, too", () => {
    const bare = "claim bare: L4 as Value";
    expect(brief(`# file: a.md\n<!-- lamina-ignore claim-without-evidence -- soon -->\n\n\`\`\`lamina\n${bare}\n\`\`\`\n`)).toEqual([]);
    expect(
      brief(`# file: a.md\n<!-- lamina-ignore-file claim-without-evidence -- soon -->\nText.\n\n\`\`\`lamina\n${bare}\n\`\`\`\n`),
    ).toEqual([]);
    expect(brief(`# file: a.py\n# lamina-ignore claim-without-evidence -- soon\n# lamina: ${bare}\nx = 1\n`)).toEqual([]);
  });

  it("is found where it silences nothing, and taken away with its line", () => {
    const idle = "<!-- lamina-ignore overclaim -- ours -->\n[Feedback is like a query]{claim=queries}.";
    const before = project(files(idle));
    expect(before.findings("paper.md").map(({ rule, severity }) => [rule, severity])).toEqual([["unused-suppression", "information"]]);
    const after = mend(before, only(before.findings(), "unused-suppression"), "Take the suppression away");
    expect(after.texts.get("paper.md")).toBe("[Feedback is like a query]{claim=queries}.\n");
    expect(after.findings("paper.md")).toEqual([]);
    expect(rules(`<!-- lamina-ignore overclaim, orphaned-anchor -- ours -->\n${bold}`)).toEqual(["unused-suppression"]);
    expect(rules(`<!-- lamina-ignore-file overclaim -- ours -->\n\n${bold}`)).toEqual([]);
  });

  it("is left alone where its rule is off, where not all is read, and where there is no Lamina", () => {
    const idle = "<!-- lamina-ignore unlinked-statement -- ours -->\n[Feedback is like a query]{claim=queries}.";
    expect(rules(idle)).toEqual([]);
    expect(check(files(idle.replace("unlinked-statement", "overclaim")), { complete: false })).toEqual([]);
    expect(brief("# file: a.md\n<!-- lamina-ignore overclaim -- ours -->\nWords.\n")).toEqual([]);
  });

  it("is itself looked at", () => {
    expect(rules(`<!-- lamina-ignore overclaim -->\n${bold}`)).toEqual(["suppression-without-reason"]);
    expect(rules(`<!-- lamina-ignore overclame -- so -->\n${bold}`)).toEqual(["unknown-rule", "overclaim"]);
  });
});

describe("wording", () => {
  it("is read over lines, and where letters have two small ones", () => {
    expect(inPaper("[Feedback is identical\nto a query]{claim=queries}.")).toEqual([expect.stringMatching(/^overclaim/)]);
    const { texts, findings } = project(files("[İİİİ says that feedback implements the query]{claim=queries}."));
    const [finding] = findings("paper.md") as [Finding];
    expect(texts.get("paper.md")?.slice(finding.span.start, finding.span.end)).toBe("implements");
    expect(inPaper("[It is not surprising that feedback implements the query]{claim=queries}.")).toEqual([
      expect.stringMatching(/^overclaim/),
    ]);
  });

  it("is not read in LaTeX's comments", () => {
    const text =
      '\\begin{lamina}\nclaim q: L1-feedback as Query\n  supported by [@larkum1999new] ephys "so"\n\\end{lamina}\n\\claim{q}{Feedback % implements\n is like a query}\n';
    expect(brief(`# file: a.tex\n${text}`)).toEqual([]);
  });

  it("that differs elsewhere follows an edit there", () => {
    const settings = { settings: { profile: "submission" } };
    const sentence = (verb: string): string => `[Feedback ${verb} the query]{claim=queries}.\n`;
    const before = project(
      `# file: claims.lamina\n${claims("mechanistic")}# file: a.md\n${sentence("acts as")}# file: b.md\n${sentence("implements")}`,
      settings,
    );
    const checker = new Checker(before.snapshot);
    checker.settings = before.settings;
    const drift = (): number => checker.findings(address("b.md")).filter(({ rule }) => rule === "wording-drift").length;
    expect(drift()).toBe(1);
    const concerned = checker.update(
      before.snapshot.with({ documents: new Map([[address("a.md"), open("a.md", sentence("implements"))]]) }),
    );
    expect([...concerned]).toContain(address("b.md"));
    expect(drift()).toBe(0);
  });
});
