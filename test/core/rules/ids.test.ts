/** Rules on ids: unknown-claim, unknown-prediction, unknown-evidence, duplicate-id. */
import { describe, expect, it } from "vitest";
import { brief, check, mend, only, project, wordsOf } from "../project.ts";

const support = '  supported by [@binzegger2004quantitative] anatomy "it is there"';
const values = `claim values: L4 -> L2/3 as Value\n${support}\n`;

describe("unknown ids", () => {
  it("are found in every relation", () => {
    const relations = ["assumes", "refines", "critiques", "rivals", "contrasts with", "belongs to"];
    const text = `claim a: L4 as Value\n${support}\n${relations.map((word, index) => `  ${word} none${index}`).join("\n")}\n`;
    expect(brief(text)).toEqual(relations.map((_, index) => `unknown-claim: none${index}`));
  });

  it("are found as ends, in implements, in predicts, in evidence and in what was observed", () => {
    expect(
      brief(
        [
          "claim a: claim c1, L4 as Value",
          support,
          "  predicts p1",
          "  supported by e1",
          "  disputed by e2",
          "  qualified by e3",
          "implements c2",
          'prediction p: "it grows"',
          '  falsified if "it shrinks" from e4',
          '  observed "size" ~ 5 mm from e5',
        ].join("\n"),
      ),
    ).toEqual([
      "unknown-claim: c1",
      "unknown-prediction: p1",
      "unknown-evidence: e1",
      "unknown-evidence: e2",
      "unknown-evidence: e3",
      "unknown-claim: c2",
      "unknown-evidence: e4",
      "unknown-evidence: e5",
    ]);
  });

  it("are not found where another document defines them", () => {
    expect(brief(`# file: a.lamina\nclaim a: L4 as Value\n${support}\n  assumes values\n# file: deep/b.lamina\n${values}`)).toEqual([]);
  });

  it("are looked up with their case", () => {
    const before = project(`${values}claim a: L4 as Value\n${support}\n  assumes Values\n`);
    const after = mend(before, only(before.findings(), "unknown-claim"), "Change to “values”");
    expect(after.findings()).toEqual([]);
  });

  it("say what bears the id where it is a thing of another sort", () => {
    const text = `claim a: L4 as Value\n${support}\n  assumes p\nprediction p: "it grows"\n  falsified if "not"\n`;
    const before = project(text);
    const finding = only(before.findings(), "unknown-claim");
    expect(finding.message).toBe("Unexpected “p”, which is a prediction, expected the id of a claim or a mapping.");
    expect(finding.related.map((place) => wordsOf(place, before.texts))).toEqual(['prediction p: "it grows"']);
  });

  it.each([
    ["claim", "assumes news", "Create the claim “news” here", "claim news: ? as ?"],
    ["prediction", "predicts news", "Create the prediction “news” here", 'prediction news: "what must be observed"'],
    ["evidence", "supported by news", "Create the evidence “news” here", "evidence news: [@key]"],
  ])("of a %s can be created in their place", (word, clause, title, header) => {
    const before = project(`claim a: L4 as Value\n${support}\n  ${clause}\n\n${values}`);
    const after = mend(before, only(before.findings(), `unknown-${word}`), title);
    expect(after.texts.get("main.lamina")).toContain(`  ${clause}\n\n${header}\n`);
    expect(after.findings().filter((finding) => finding.rule === `unknown-${word}` || finding.rule === "syntax-error")).toEqual([]);
  });

  it("are found where a claim names itself, with its id as an end or in a relation", () => {
    expect(brief(`claim a: claim a as Value\n${support}\n  assumes a\n`)).toEqual(["unknown-claim: a", "unknown-claim: a"]);
    expect(check(`claim a: claim a as Value\n${support}`)[0]?.message).toBe(
      "Unexpected “a”, which is this claim itself, expected the id of another claim.",
    );
  });

  it("are models as well as evidence where evidence is asked for", () => {
    expect(brief(`claim a: L4 as Value\n  supported by m simulation "it runs"\nmodel m: "m.pkl"\n`)).toEqual([]);
  });

  it("wait until everything was read", () => {
    expect(brief("claim a: L4 as Value\n  assumes none", { complete: false })).toEqual([]);
  });
});

describe("duplicate-id", () => {
  it("is found in both documents, each with the other as the place", () => {
    const before = project(`# file: a.lamina\n${values}# file: b.lamina\n\n${values}`);
    const found = before.findings();
    expect(found.map(({ rule, uri }) => [rule, uri.slice(-8)])).toEqual([
      ["duplicate-id", "a.lamina"],
      ["duplicate-id", "b.lamina"],
    ]);
    expect(found[0]?.related).toEqual([{ uri: found[1]?.uri, span: found[1]?.span, message: "“values” is also the id of this claim" }]);
    expect(found[1]?.related[0]?.uri).toBe(found[0]?.uri);
  });

  it("is gone once one of the two is renamed to the free id", () => {
    const before = project(`${values}${values}claim values-2: L4 as Key\n${support}\n`);
    const [first] = before.findings();
    const after = mend(before, first as NonNullable<typeof first>, "Rename this one to “values-3”");
    expect(after.findings()).toEqual([]);
  });

  it.each([
    ["prediction values: ?"],
    ["evidence values: [@lee2009modulator]\n  type statement"],
    ["model values: ?"],
    ["mapping values: column as Block"],
    ['atlas values: "V"'],
  ])("is found over items of any sort: %s", (other) => {
    expect(brief(`${values}${other}\n`)).toEqual(["duplicate-id: values", "duplicate-id: values"]);
  });

  it("counts how many there are", () => {
    expect(check(`${values}${values}${values}`).map((finding) => [finding.message, finding.related.length])).toEqual(
      Array.from({ length: 3 }, () => ["The id “values” is given 3 times, expected once in the project.", 2]),
    );
  });

  it("does not concern sources, implements and parts of different atlases", () => {
    expect(brief(`source @lee2009modulator\nsource @lee2009modulator\n${values}implements values as Value\n`)).toEqual([]);
    expect(brief('atlas a: "A"\npart x: "X"\natlas b: "B"\npart x: "X"\n')).toEqual([]);
  });

  it("is found for entries of an atlas that look up as the same", () => {
    const before = project('atlas a: "A"\npart my-part: "One"\npart My_Part: "Two"\npart other: "Three"\n');
    expect(before.findings().map((finding) => [finding.rule, wordsOf(finding, before.texts)])).toEqual([
      ["duplicate-id", "my-part"],
      ["duplicate-id", "My_Part"],
    ]);
    expect(before.findings()[0]?.related.map((place) => wordsOf(place, before.texts))).toEqual(["My_Part"]);
  });

  it("is found for an atlas that takes the name of one that ships", () => {
    const before = project('atlas Cortex: "Mine"\n');
    const finding = only(before.findings(), "duplicate-id");
    expect(mend(before, finding, /Rename/).findings()).toEqual([]);
  });
});
