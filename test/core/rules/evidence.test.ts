/** Rules on evidence: claim-without-evidence, evidence-without-finding, strength-exceeds-source. */
import { describe, expect, it } from "vitest";
import { brief as briefOf, check, mend, only, type Project, type ProjectOptions, project as projectOf, wordsOf } from "../project.ts";

/** Rules that weigh the same claims otherwise, and have tests of their own. */
const others = [
  "strength-exceeds-evidence",
  "statements-only",
  "no-counter-evidence",
  "unanswered-dispute",
  "single-source",
  "superseded-version",
  "claim-without-prediction",
  "file-not-found",
];
const alone = ({ settings, ...rest }: ProjectOptions = {}): ProjectOptions => ({
  ...rest,
  settings: { ...settings, rules: Object.fromEntries(others.map((code) => [code, "off"])) },
});
const project = (text: string, options?: ProjectOptions): Project => projectOf(text, alone(options));
const brief = (text: string, options?: ProjectOptions): readonly string[] => briefOf(text, alone(options));

const rule = "claim-without-evidence";
const support = '  supported by [@binzegger2004quantitative] anatomy "it is there"';
const without = (text: string): readonly string[] => brief(text).filter((line) => line.startsWith(rule));

describe(rule, () => {
  it.each([
    ["claim a: L4 as Value\n"],
    ['claim a: L4 as Value\n  disputed by [@lee2009modulator] statement "no"\n'],
    ['claim a: L4 as Value\n  qualified by [@lee2009modulator] statement "partly"\n'],
    ['claim a: L4 as Value\n  supported by "it is plain"\n'],
    ['claim a: L4 as Value\n  because "it is plain"\n  stated in [@koenig2026neuroscience]\n'],
    ["claim a: L4 not as Value\n"],
    ["claim a: L4 as Value\n  kind theorem\n"],
    ["claim a: L4 as Value\n  kind conjecture\n"],
    ["claim a: each L4, L5 as Value, Key\n"],
  ])("is found in %s", (text) => {
    expect(without(text)).toEqual([`${rule}: a`]);
  });

  it.each([
    [`claim a: L4 as Value\n${support}\n`],
    ["claim a: L4 as Value\n  supported by [@binzegger2004quantitative]\n"],
    ['claim a: L4 as Value\n  supported by data "x.csv"\n'],
    ["claim a: L4 as Value\n  supported by nothing-defines-this\n"],
    ["claim a: L4 as ?\n"],
    ["claim a: ? as Value\n"],
    ["claim a: L4 as Value\n  kind programme\n"],
    ["mapping a: column as Block\n"],
    ["claim a: L4\n"],
    ["claim a:\n"],
    ["claim\n"],
  ])("is not found in %s", (text) => {
    expect(without(text)).toEqual([]);
  });

  it("stands on the id, or on the header where there is none, and says the claim", () => {
    const before = project("claim L4 -> L2/3 not as Value\n");
    const finding = only(before.findings(), rule);
    expect(wordsOf(finding, before.texts)).toBe("claim L4 -> L2/3 not as Value");
    expect(finding.message).toBe(
      "No evidence supports the claim “L4 -> L2/3 not as Value”, expected at least one “supported by” with a source.",
    );
  });

  it("says that an argument of one's own does not count", () => {
    expect(check('claim a: L4 as Value\n  supported by "plain"\n')[0]?.message).toContain("the writer's own argument and does not count");
  });

  it("asks a theorem for a derivation", () => {
    expect(check("claim a: L4 as Value\n  kind theorem\n")[0]?.message).toContain("supported by [@key] theory_derivation");
    expect(without('claim a: L4 as Value\n  kind theorem\n  supported by [@krotov2021large] theory_derivation "proved"\n')).toEqual([]);
  });

  it("takes its kind from the family, but not the evidence", () => {
    const family = (clause: string): string => `mapping f: column as Block\n  ${clause}\nclaim a: L4 as Value\n  belongs to f\n`;
    expect(without(family("kind programme"))).toEqual([]);
    expect(without(family('supported by [@koenig2026neuroscience] statement "so"'))).toEqual([`${rule}: a`]);
  });

  it("is not found in a composite whose every part has evidence, wherever the parts stand", () => {
    const parts = (second: string): string =>
      `# file: a.lamina\nclaim whole: claim one, claim two as Self-attention\n# file: b.lamina\nclaim one: L4 as Value\n${support}\nclaim two: L5 as Key\n${second}\n`;
    expect(without(parts(support))).toEqual([]);
    expect(without(parts(""))).toEqual([`${rule}: whole`, `${rule}: two`]);
    expect(check(parts(""))[0]?.message).toContain("expected evidence on it or on each of the claims it consists of");
  });

  it("counts claims that belong to a claim as its parts", () => {
    const text = (second: string): string =>
      `claim whole: column as Block\nclaim one: L4 as Value\n${support}\n  belongs to whole\nclaim L5 as Key\n${second}\n  belongs to whole\n`;
    expect(without(text(support))).toEqual([]);
    expect(without(text(""))).toEqual([`${rule}: whole`, `${rule}: claim L5 as Key`]);
  });

  it("is found where a claim rests on itself, alone, in a ring or beside parts with evidence", () => {
    expect(without("claim a: claim a as Token\n")).toEqual([`${rule}: a`]);
    expect(without("claim a: claim b as Token\nclaim b: claim a as Token\n")).toEqual([`${rule}: a`, `${rule}: b`]);
    const ring = `claim a: claim b, claim d as Token\nclaim b: claim c as Token\nclaim c: claim a as Token\nclaim d: L4 as Value\n${support}\n`;
    expect(without(ring)).toEqual([`${rule}: a`, `${rule}: b`, `${rule}: c`]);
    const cut = `claim a: claim b as Token\nclaim b: claim a as Token\n${support}\n`;
    expect(without(cut)).toEqual([]);
  });

  it("takes no longer for diamonds upon diamonds, and stands a chain longer than any stack", () => {
    const layers = 60;
    const diamonds = Array.from({ length: layers }, (_, at) =>
      ["l", "r"].map((side) => `claim ${side}${at}: claim l${at + 1}, claim r${at + 1} as Block\n`).join(""),
    ).join("");
    expect(without(`${diamonds}claim l${layers}: L4 as Value\n${support}\nclaim r${layers}: L4 as Key\n${support}\n`)).toEqual([]);
    const length = 5000;
    const chain = Array.from({ length }, (_, at) => `claim c${at}: claim c${at + 1} as Block\n`).join("");
    expect(without(`${chain}claim c${length}: L4 as Value\n${support}\n`)).toEqual([]);
  });

  describe("fixes", () => {
    const text = "claim a: L4 -> L2/3 as Value\n  strength functional # for now\n\nclaim b: L4 as Key\n  kind programme\n";

    it.each([[/^Cite Binzegger et al\. 2004/], ["Call it a programme, not yet a claim"], ["Declare it an open gap"]])("%s", (title) => {
      const before = project(text);
      const after = mend(before, only(before.findings(), rule), title);
      expect(after.findings().filter(({ severity }) => severity !== "hint")).toEqual([]);
      expect(after.texts.get("main.lamina")).toContain("claim b: L4 as Key\n  kind programme\n");
    });

    it("keeps a remark at the end of the line before", () => {
      const before = project(text);
      const after = mend(before, only(before.findings(), rule), /^Cite Binzegger/);
      expect(after.texts.get("main.lamina")).toContain(
        'functional # for now\n  supported by [@binzegger2004quantitative] anatomy_light "…"\n\nclaim b',
      );
    });

    it("lowers the strength of a programme", () => {
      const before = project(text);
      const after = mend(before, only(before.findings(), rule), /programme/);
      expect(after.texts.get("main.lamina")).toContain("  strength analogy # for now\n  kind programme\n");
    });

    it("writes line breaks as the document does", () => {
      const before = project(text.replaceAll("\n", "\r\n"));
      for (const title of [/^Cite Binzegger/, /programme/]) {
        const mended = mend(before, only(before.findings(), rule), title);
        expect(mended.texts.get("main.lamina")?.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        expect(mended.findings()).toEqual([]);
      }
    });

    it("offers a line to fill in where no work is known", () => {
      const before = project('atlas m: "M"\npart x: "X"\nclaim a: x as x\n');
      const after = mend(before, only(before.findings(), rule), "Add a line for evidence");
      expect(after.findings().map((finding) => finding.rule)).toEqual(["unresolved-citation"]);
    });

    it("offers works of the project whose title names an end", () => {
      const bib = "@article{mine, author = {A. One}, year = 2001, title = {On the apical dendrite of cats}}\n";
      const before = project(`# file: a.bib\n${bib}# file: a.lamina\nclaim a: apical-dendrite as Query\n`);
      expect(mend(before, only(before.findings(), rule), "Cite One 2001 as evidence").findings()).toEqual([]);
    });
  });
});

describe("evidence-without-finding", () => {
  const submission = { settings: { profile: "submission" } };

  it("is off in a draft", () => {
    expect(brief("claim a: L4 as Value\n  supported by [@lee2009modulator]\n")).toEqual([]);
  });

  it("is found for support, dispute and qualification, and for placeholders", () => {
    const text = [
      "claim a: L4 as Value",
      "  supported by [@lee2009modulator]",
      "  disputed by [@lee2009modulator] statement",
      '  qualified by [@lee2009modulator] statement "…"',
      '  supported by [@lee2009modulator] "it is so"',
      '  supported by data "x.csv"',
      '  supported by "plain"',
    ].join("\n");
    expect(check(text, alone(submission)).map((finding) => finding.message)).toEqual([
      "This evidence is a citation alone, expected its type, such as anatomy and what it shows, in quotes after it.",
      "This evidence is incomplete, expected what it shows, in quotes after it.",
      "This evidence is incomplete, expected what it shows, in quotes after it.",
      "This evidence is incomplete, expected its type, such as anatomy after it.",
    ]);
  });

  it("is found for an evidence item, whoever uses it", () => {
    expect(brief("evidence e: [@lee2009modulator]\n", submission)).toEqual(["evidence-without-finding: e"]);
    expect(brief('evidence e: [@lee2009modulator]\n  type statement\n  shows "so"\n', submission)).toEqual([]);
  });

  it("can be called a statement", () => {
    const before = project('claim a: L4 as Value\n  supported by [@lee2009modulator] "it is so"\n', submission);
    expect(mend(before, only(before.findings(), "evidence-without-finding"), /statement/).findings()).toEqual([]);
    const named = project('evidence e: [@lee2009modulator]\n  shows "so"\n', submission);
    expect(mend(named, only(named.findings(), "evidence-without-finding"), /statement/).findings()).toEqual([]);
  });
});

describe("strength-exceeds-source", () => {
  const source =
    '# file: sources.lamina\nsource @koenig2026neuroscience\n  version v1\n  allows at most functional "a hypothesis"\n# file: a.lamina\n';
  const claim = (lines: string): string => `${source}claim a: L4 as Value\n${support}\n${lines}\n`;

  it.each([
    ["  strength mechanistic\n  stated in [@koenig2026neuroscience]", "mechanistic"],
    ['  strength literal\n  supported by [@koenig2026neuroscience] statement "so"', "literal"],
    ["  strength literal\n  supported by e\nevidence e: [@koenig2026neuroscience]\n  type statement", "literal"],
  ])("is found in %s", (lines, words) => {
    const before = project(claim(lines));
    const finding = only(before.findings(), "strength-exceeds-source");
    expect(wordsOf(finding, before.texts)).toBe(words);
    expect(finding.message).toMatch(/expected at most “functional”, which is what @koenig2026neuroscience, .* allows: “a hypothesis”\.$/);
    expect(finding.related.map((place) => wordsOf(place, before.texts))).toEqual(["functional"]);
    expect(mend(before, finding, "Lower to “functional”").findings()).toEqual([]);
  });

  it.each([
    ["  strength functional\n  stated in [@koenig2026neuroscience]"],
    ["  stated in [@koenig2026neuroscience]"],
    ["  strength literal"],
    ["  strength literal\n  stated in [@koenig2026neuroscience, v2]"],
    ['  strength literal\n  disputed by [@koenig2026neuroscience] statement "no"'],
  ])("is not found in %s", (lines) => {
    expect(brief(claim(lines))).toEqual([]);
  });

  it("is not found in a denial", () => {
    expect(brief(`${source}claim a: L4 not as Value\n${support}\n  strength literal\n  stated in [@koenig2026neuroscience]\n`)).toEqual([]);
  });

  it("is found once for a source that is said twice to state it", () => {
    const twice =
      "  strength literal\n  stated in [@koenig2026neuroscience] read abstract\n  stated in [@koenig2026neuroscience] read secondary";
    expect(brief(claim(twice))).toHaveLength(1);
  });

  it("weighs strength and source that a family hands down", () => {
    const family = "mapping f: column as Block\n  strength mechanistic\n  stated in [@koenig2026neuroscience]\n";
    const before = project(claim(`  belongs to f\n${family}`));
    expect(before.findings().map((finding) => [finding.rule, wordsOf(finding, before.texts)])).toEqual([
      ["strength-exceeds-source", "claim a: L4 as Value"],
      ["strength-exceeds-source", "mechanistic"],
    ]);
    expect(brief(claim(`  strength functional\n  belongs to f\n${family}`))).toEqual(["strength-exceeds-source: mechanistic"]);
  });
});
