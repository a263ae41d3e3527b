/** Rules on what was observed of predictions, from sources and from data files. */
import { describe, expect, it } from "vitest";
import { hashOf } from "../answers.ts";
import { brief, check, mend, only, project } from "../project.ts";

const csv = "layer,share (%)\nL4,11\nL4,13\nL5,30\n";
const data = `# file: d.csv\n${csv}# file: main.lamina\n`;

const prediction = (...lines: string[]): string =>
  [
    'prediction p: "it is small"',
    '  expects "share" of "all" within 10..15 %',
    '  falsified if "share" of "all" > 20 %',
    ...lines.map((line) => `  ${line}`),
    "",
  ].join("\n");

/** The findings of the rules of this page alone, as `rule: words`. */
const rules =
  /^(?:falsifier|quantity|incompatible|prediction-(?:falsified|undecided)|observation|file-not-found|data-changed|numbers|claim-without-prediction)/;
const found = (text: string, options: Parameters<typeof brief>[1] = {}): readonly string[] =>
  brief(text, options).filter((line) => rules.test(line));

describe("what was observed", () => {
  it.each([
    ['observed "share" = 30 %', ['prediction-falsified: "share" = 30 %']],
    ['observed "share" = 12 %', []],
    ['observed "share" = 18 %', ["prediction-undecided: p"]],
    ['observed "share" of "some" = 12 %', ['observation-not-comparable: "share" of "some" = 12 %']],
    ['observed "share" = 12 ms', ['observation-not-comparable: "share" = 12 ms']],
    // missing its unit, it is found once
    ['observed "share" = 12', ["quantity-without-unit: = 12"]],
    ['observed "it is small"', ["prediction-undecided: p"]],
    ['observed data "d.csv" column share mean', ["prediction-undecided: p"]],
    ['observed data "d.csv" column share where layer = "L4" mean', []],
    ['observed data "d.csv" column share where layer = "L5"', ['prediction-falsified: data "d.csv" column share where layer = "L5"']],
    ['observed data "d.csv" column part', ["file-not-found: part"]],
    ['observed data "d.csv" column layer', ["file-not-found: layer"]],
    ['observed data "d.csv" column share where layers = "L4"', ['file-not-found: layers = "L4"']],
    ['observed data "d.csv" column share where layer = "L9" mean', ['file-not-found: layer = "L9"']],
    ['observed data "d.csv"', ['file-not-found: "d.csv"']],
    ['observed data "none.csv" column share', ['file-not-found: "none.csv"']],
    ['observed data "d.xlsx" column share', ['file-not-found: "d.xlsx"']],
    [`observed data "d.csv" column share where layer = "L4" mean accepted ${hashOf(csv).slice(0, 12)}`, []],
    ['observed data "d.csv" column share where layer = "L4" mean accepted 0123456789ab', ["data-changed: 0123456789ab"]],
    ['observed data "d.csv" column share where layer = "L4" mean accepted abc', ["data-changed: abc"]],
  ])("is judged: %s", (line, expected) => {
    expect(found(data + prediction(line))).toEqual(expected);
  });

  it("is neither missing nor undecided while the file has not been read", () => {
    const text = data + prediction('observed data "none.csv" column share accepted 0123456789ab');
    expect(found(text, { data: "unread" })).toEqual([]);
  });

  it("refutes the claims that make the prediction, and says which", () => {
    const text = `claim a: L4 as Value\n  supported by [@x] anatomy "so"\n  predicts p\n${prediction('observed "share" = 30 %')}`;
    const finding = only(check(text), "prediction-falsified");
    expect(finding.severity).toBe("warning");
    expect(finding.message).toBe(
      "The prediction “p” is falsified, and with it the claim “a”: what was observed, 30 %, lies where the prediction fails: > 20 %.",
    );
    expect(finding.related.map(({ message }) => message)).toEqual(["“a” predicts it"]);
  });

  it("counts nowhere before all that a workspace holds was read", () => {
    expect(found(prediction('observed "share" = 30 %'), { complete: false })).toEqual([]);
  });
});

describe("quick fixes", () => {
  const codes = (text: ReturnType<typeof project>): readonly string[] =>
    text
      .findings()
      .map(({ rule }) => rule)
      .filter((rule) => rules.test(rule));

  it.each([
    ["data-changed", 'observed data "d.csv" column share where layer = "L4" mean accepted 0123456789ab', "Accept what the file gives now"],
    ["file-not-found", 'observed data "d.csv" column shares where layer = "L4" mean', "Change to “share”"],
    ["file-not-found", 'observed data "d.csv" column share where layer = "4" mean', "Change to “L4”"],
    ["quantity-without-unit", 'observed "share" = 12', "Add “%”"],
    ["quantity-near-miss", 'observed "shares" of "all" = 12 %', "Change to “share”"],
    ["quantity-unnamed", 'expects "count" > 3\n  observed "count" = 4\n  observed = 12 %', "Name it “share”"],
  ])("mend %s in: %s", (rule, line, title) => {
    const before = project(data + prediction(line));
    expect(codes(mend(before, only(before.findings(), rule), title))).toEqual([]);
  });

  it("makes a prediction below a claim, with an id that is free", () => {
    const settings = { profile: "submission" };
    const before = project('claim a: L4 as Value\n  supported by [@x] anatomy "so"\nprediction a-test: ?\n', { settings });
    const after = mend(before, only(before.findings(), "claim-without-prediction"), "Add a prediction");
    expect(after.texts.get("main.lamina")).toContain('  predicts a-test-2\n\nprediction a-test-2: "what must be observed"\n  falsified if');
    expect(codes(after)).not.toContain("claim-without-prediction");
  });
});

describe("claim-without-prediction", () => {
  it.each([
    ["claim a: L4 as ?\n", 0],
    ["claim a: L4 as Value\n  kind theorem\n", 0],
    ["claim a: L4 as Value\n  kind programme\n  supported by [@x] anatomy\n", 0],
    ["mapping f: L4 as Value\n", 0],
    ["mapping f: L4 as Value\n  kind theorem\nclaim a: L4 as Value\n  belongs to f\n", 0],
    ["claim a: L4 as Value\n  predicts p\nclaim b: claim a as Block\n", 0],
    ["claim a: L4 as Value\n", 1],
    ["claim a: L4 as Value\nclaim b: claim a as Block\n", 2],
  ])("%j", (text, count) => {
    const codes = check(text, { settings: { profile: "review" } }).map(({ rule }) => rule);
    expect(codes.filter((rule) => rule === "claim-without-prediction")).toHaveLength(count);
  });
});

describe("names and units", () => {
  it.each([
    ['expects "response latency" < 5 ms\n  falsified if "response latencies" > 5 ms', 0],
    ['expects "spike count" < 5 ms\n  falsified if "spike counts" > 5 ms', 1],
    ['expects "spike-count" < 5 ms\n  falsified if "Spike count" > 5 ms', 1],
    ['expects "effect of layer 4" < 5 ms\n  falsified if "effect of layer 5" > 5 ms', 0],
    ['expects "afferent drive" < 5 ms\n  falsified if "efferent drive" > 5 ms', 0],
    ['expects "context effect in L2/3" > "context effect in L4"\n  falsified if "both fall"', 0],
    ['expects "share" of "all synapses" < 5 %\n  falsified if "share" of "all synapse" > 9 %', 1],
    ['expects "content lost" < 5 %\n  falsified if "content last" > 9 %', 0],
  ])("near misses: %s", (lines, count) => {
    expect(found(`prediction p: "x"\n  ${lines}\n`).filter((line) => line.startsWith("quantity-near-miss"))).toHaveLength(count);
  });

  it("compare what is observed by its name with what the evidence measures", () => {
    const evidence = 'evidence e: [@x]\n  type anatomy\n  shows "so"\n  measures "spike count" of "all" = 5\n';
    const text = (name: string): string =>
      `prediction p: "x"\n  expects "${name}" of "all" < 9\n  falsified if > 12\n  observed "${name}" of "all" from e\n${evidence}`;
    expect(found(text("spike count"))).toEqual([]);
    expect(found(text("spike counts"))).toEqual([
      'quantity-near-miss: "spike counts"',
      'observation-not-comparable: "spike counts" of "all"',
    ]);
  });

  it.each([
    ['expects "a" < 5 ms\n  falsified if > 9 s', []],
    ['expects "a" < 5 ms\n  falsified if > 9 mV', ["incompatible-units: > 9 mV"]],
    ['expects "a" > 0\n  falsified if < -5 mV', []],
    ['expects "a" < 5 cells\n  falsified if > 9', []],
    ['expects "a" < 5 cells\n  falsified if > 9 spines', ["incompatible-units: > 9 spines"]],
    ['expects "a" < 5 %\n  falsified if > 9', ["quantity-without-unit: > 9"]],
    ['expects "response latency" < 5\n  falsified if > 9', ["quantity-without-unit: < 5", "quantity-without-unit: > 9"]],
    ['expects "a" < 5\n  falsified if > 9', []],
    ['expects "a" of "x" < 5 ms\n  expects "a" of "y" < 5 mV\n  falsified if "it is not"', []],
  ])("units: %s", (lines, expected) => {
    expect(found(`prediction p: "x"\n  ${lines}\n`)).toEqual(expected);
  });
});

describe("numbers-disagree", () => {
  const measured = (...lines: string[]): string =>
    lines.map((line, at) => `evidence e${at}: [@x]\n  type anatomy\n  shows "so"\n  measures ${line}\n`).join("");

  it.each([
    [['"a" of "b" = 5 %', '"a" of "b" = 9 %'], 1],
    [['"a" of "b" = 5 %', '"a" of "b" = 5.2 %'], 0],
    [['"a" of "b" = 5.0 %', '"a" of "b" = 5.2 %'], 1],
    [['"a" of "b" = 5 %', '"a" of "b" = 0.05 ratio'], 0],
    [['"a" of "b" = 5 %', '"a" of "c" = 9 %'], 0],
    [['"a" of ? = 5 %', '"a" of ? = 9 %'], 0],
    [['"a" of "b" = 5 % in V1', '"a" of "b" = 9 % in V4'], 0],
    [['"a" of "b" = 5 % in V1', '"a" of "b" = 9 % in V1'], 1],
    [['"a" of "b" ~ 5 %', '"a" of "b" = 5.5 %'], 0],
    [['"a" of "b" = 5 ms', '"a" of "b" = 9 mV'], 0],
    [['"a" of "b" > 5 %', '"a" of "b" = 2 %', '"a" of "b" = 3 %'], 2],
  ])("%j", (lines, count) => {
    expect(found(measured(...lines)).filter((line) => line.startsWith("numbers-disagree"))).toHaveLength(count);
  });

  it("is found over files, at the later place, with the earlier one beside it", () => {
    const text = `# file: a.lamina\n${measured('"a" of "b" = 5 %')}# file: b.lamina\nprediction p: ?\n  observed "a" of "b" = 9 % from [@x]\n`;
    const finding = only(check(text), "numbers-disagree");
    expect([finding.uri.slice(-8), finding.related[0]?.uri.slice(-8), finding.severity]).toEqual(["b.lamina", "a.lamina", "information"]);
    expect(finding.related[0]?.message).toBe("here it is 5 %");
    expect(finding.message).toContain("disagree: 5 % and 9 %;");
  });

  it("holds what an atlas says of a part against what it says of that part alone", () => {
    const part = (id: string, value: number): string => `part ${id}: "X"\n  quantity "a" of "b" = ${value} %\n`;
    const disagree = (text: string): number =>
      found(`atlas m: "M"\n${text}${measured('"a" of "b" = 70 %')}`).filter((line) => line.startsWith("numbers-disagree")).length;
    expect(disagree(part("x", 5) + part("y", 9))).toBe(0);
    expect(disagree(`${part("x", 5)}  quantity "a" of "b" = 9 %\n`)).toBe(1);
  });
});
