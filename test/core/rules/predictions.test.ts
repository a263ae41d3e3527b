/** Rules on predictions: share-without-denominator, prediction-without-falsifier. */
import { describe, expect, it } from "vitest";
import { brief, check, mend, only, project } from "../project.ts";

const prediction = (...lines: string[]): string => ['prediction p: "it is small"', ...lines, '  falsified if "it is not"', ""].join("\n");

describe("share-without-denominator", () => {
  const rule = "share-without-denominator";

  it.each([
    ['  expects "share of thalamic synapses" < 15 %'],
    ['  expects "Fraction of cells" within 10..15 %'],
    ['  expects "proportions of input" ~ 0.1'],
    ['  expects "percentage of synapses" = 5 %'],
    ['  expects "丘脑突触占比" ~ 5 %'],
    ['  observed "share of thalamic synapses" ~ 5 %'],
  ])("is found in %s", (line) => {
    const before = project(prediction(line));
    const finding = only(before.findings(), rule);
    expect(finding.severity).toBe("warning");
    for (const fix of finding.fixes) {
      const after = mend(before, finding, fix.title).findings();
      expect(after.filter((each) => each.severity !== "information")).toEqual([]);
    }
  });

  it.each([
    ['  expects "share of thalamic synapses" of "all synapses" < 15 %'],
    ['  expects "fall of identity" >= 50 %'],
    ['  expects "shareholders" ~ 3'],
    ['  expects "the share of thalamic synapses is small"'],
  ])("is not found in %s", (line) => {
    expect(brief(prediction(line))).toEqual([]);
  });

  it("is information where the source does not say, once", () => {
    const text = prediction(
      '  expects "share of synapses" of ? < 15 %',
      '  falsified if "share of synapses" > 15 %',
      '  observed "share of synapses" of ? ~ 5 %',
    );
    const found = check(text, { settings: { profile: "submission" } }).filter(({ rule: code }) => code === rule);
    expect(found.map(({ severity }) => severity)).toEqual(["information"]);
  });

  it("is information where that is said at a later mention", () => {
    const text = prediction('  expects "share of synapses" < 15 %', '  observed "share of synapses" of ? ~ 5 %');
    const found = check(text).filter(({ rule: code }) => code === rule);
    expect(found.map(({ severity }) => severity)).toEqual(["information"]);
  });

  it("is found once for a name that is repeated", () => {
    expect(brief(prediction('  expects "share of synapses" < 15 %', '  falsified if "share of synapses" > 15 %'))).toEqual([
      `${rule}: "share of synapses"`,
    ]);
  });

  it("takes a denominator said anywhere in the item for all mentions of the name", () => {
    expect(
      brief(prediction('  expects "share of synapses" < 15 %', '  falsified if "share of synapses" of "all synapses" > 15 %')),
    ).toEqual([]);
    expect(brief(prediction('  expects "share of a" < 15 % and "share of b" of "all" < 5 %'))).toEqual([`${rule}: "share of a"`]);
  });

  it("is found in evidence and in atlases", () => {
    expect(brief('evidence e: [@lee2009modulator]\n  measures "share of input" ~ 5 %\n')).toEqual([`${rule}: "share of input"`]);
    expect(brief('atlas m: "M"\npart x: "X"\n  quantity "share of input" ~ 5 %\n')).toEqual([`${rule}: "share of input"`]);
  });
});

describe("prediction-without-falsifier", () => {
  const rule = "prediction-without-falsifier";

  it("weighs more from profile to profile", () => {
    const severities = ["draft", "review", "submission"].map(
      (profile) => check('prediction p: "x"\n', { settings: { profile } })[0]?.severity,
    );
    expect(severities).toEqual(["information", "warning", "error"]);
  });

  it.each([
    ['prediction p: "x"\n  falsified if "it is not"\n'],
    ['prediction p: "x"\n  falsified if < 5 %\n'],
    ['prediction p: "x"\n  falsified by counterexample\n'],
    ["prediction p: ?\n"],
    ["prediction p:\n"],
    ["prediction\n"],
  ])("is not found in %s", (text) => {
    expect(brief(text).filter((line) => line.startsWith(rule))).toEqual([]);
  });

  it("is mended by a line to fill in, and says the id", () => {
    const before = project('prediction p: "x"\n  expects "y" > 5\n\nprediction q: ?\n');
    const finding = only(before.findings(), rule);
    expect(finding.message).toContain("the prediction “p” wrong");
    const after = mend(before, finding, "Say what would show it wrong");
    expect(after.findings()).toEqual([]);
    expect(after.texts.get("main.lamina")).toContain('  expects "y" > 5\n  falsified if "what would show it wrong"\n\nprediction q');
  });
});
