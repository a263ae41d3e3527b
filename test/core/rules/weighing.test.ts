/** Rules that weigh a claim's evidence: how much it earns, of what sort it is, and what stands against it. */
import { describe, expect, it } from "vitest";
import { mend, only, project } from "../project.ts";
import { findingsOf, messages, places, severities, submission } from "./found.ts";

const anatomy = '  supported by [@binzegger2004quantitative] anatomy_light "layer 4 projects to layer 2/3"\n';
const recording = '  supported by [@mcadams1999effects] ephys_extracellular "attention raises responses"\n';
const intracellular = '  supported by [@larkum1999new] ephys_intracellular "inputs coincide"\n';
const perturbation = '  supported by [@olsen2012gain] perturbation "layer 6 sets the gain"\n';
const derivation = '  supported by [@ramsauer2021hopfield] theory_derivation "proved"\n';
const simulation = '  supported by [@potjans2014cell] simulation "in a model"\n';
const statement = '  supported by [@koenig2026neuroscience] statement "said"\n';
const unread = '  supported by [@larkum2009synaptic] ephys_intracellular "as its title says" read title-only\n';
const dispute = '  disputed by [@constantinople2013deep] perturbation "deep layers do not need layer 4"\n';
const claim = (strength: string, ...lines: readonly string[]): string =>
  `claim a: L4 -> L2/3 as Value\n  strength ${strength}\n${lines.join("")}`;

describe("strength-exceeds-evidence", () => {
  const rule = "strength-exceeds-evidence";

  it.each([
    [
      "functional",
      [anatomy],
      "expected at most “analogy”, which is what the evidence earns, or in addition ephys, imaging, perturbation, behaviour",
    ],
    ["mechanistic", [recording], "or in addition anatomy or ephys_intracellular, and perturbation."],
    ["mechanistic", [anatomy], "expected at most “analogy”, which is what the evidence earns, or in addition perturbation."],
    [
      "mechanistic",
      [derivation, simulation],
      "expected at most “analogy”, which is what the evidence earns, or in addition anatomy, ephys, imaging",
    ],
    [
      "functional",
      [statement, unread],
      "for nothing is earned, since statements earn none and what is known only by its title is not weighed. Expected that more is read than the title of @larkum2009synaptic, or in addition",
    ],
    ["literal", [anatomy, derivation], "“literal” is only for ends that are formal on both sides."],
    [
      "functional",
      [recording, dispute],
      "expected at most “analogy”: the evidence earns “functional”, and the dispute costs one step. Other evidence under “qualified by” would restore it.",
    ],
    [
      "functional",
      [anatomy, dispute],
      "or in addition ephys, imaging, perturbation, behaviour or model_data_comparison, and evidence that limits the dispute under “qualified by”.",
    ],
  ])("is found on %s with %j", (strength, lines, expected) => {
    const text = claim(strength, ...lines);
    expect(places(rule, text)).toEqual([strength]);
    expect(messages(rule, text)[0]).toContain(expected);
  });

  it.each([
    [claim("analogy", anatomy)],
    [claim("functional", recording)],
    [claim("mechanistic", anatomy, perturbation)],
    [claim("mechanistic", derivation, simulation, recording)],
    [claim("functional", recording, dispute, '  qualified by [@olsen2012gain] perturbation "in one species"\n')],
    [`claim a: L4 as Value\n${anatomy}`],
    ["claim a: L4 as ?\n  strength literal\n"],
    [`claim a: L4 as Value\n  kind programme\n  strength literal\n${anatomy}`],
    [`mapping a: column as Block\n  strength literal\n${anatomy}`],
    [`claim a: Linear-attention as Self-attention\n  strength literal\n${derivation}`],
    [`claim a: L4 not as Value\n  strength literal\n${anatomy}`],
    [claim("functional", "  supported by nothing-defines-this\n")],
    [claim("functional", '  supported by [@lee2009modulator] anatomical "a word that is no type"\n')],
    [claim("functional", statement)],
    [claim("functional")],
    ["claim a: L4 as Value\n  supported by [@lee2009modulator]\n"],
  ])("is not found in %s", (text) => {
    expect(places(rule, text)).toEqual([]);
  });

  it("is found on the id where the strength is not said in the claim", () => {
    const family = `mapping f: column as Block\n  strength functional\nclaim a: L4 as Value\n${anatomy}  belongs to f\n`;
    expect(places(rule, family)).toEqual(["a"]);
    const before = project(family, submission);
    const after = mend(before, only(before.findings(), rule), "Lower to “analogy”");
    expect(after.texts.get("main.lamina")).toContain("belongs to f\n  strength analogy\n");
    expect(after.findings().filter((finding) => finding.rule === rule)).toEqual([]);
  });

  it("lowers the strength that is said", () => {
    const before = project(claim("mechanistic # for now", recording), submission);
    const after = mend(before, only(before.findings(), rule), "Lower to “functional”");
    expect(after.texts.get("main.lamina")).toContain("  strength functional # for now\n");
    expect(after.findings().filter((finding) => finding.rule === rule)).toEqual([]);
  });

  it("offers works that are known to hold what is lacking, and lines to fill in", () => {
    const [finding] = findingsOf(rule, claim("mechanistic", anatomy));
    expect(finding?.fixes.map(({ title }) => title)).toEqual([
      "Lower to “analogy”",
      "Cite Constantinople & Bruno 2013 as evidence",
      "Add a line for what is lacking",
    ]);
    const before = project(claim("mechanistic", anatomy), submission);
    expect(
      mend(before, only(before.findings(), rule), /^Cite Constantinople/)
        .findings()
        .map((each) => each.rule),
    ).not.toContain(rule);
    const two = project(claim("mechanistic", recording), submission);
    const lines = mend(two, only(two.findings(), rule), "Add lines for what is lacking").texts.get("main.lamina") ?? "";
    expect(lines).toContain('supported by [@key] anatomy "what it shows"\n  supported by [@key] perturbation "what it shows"');
  });

  it("weighs a composite by the weakest of its parts, and says which", () => {
    const text = `claim whole: claim a, claim b as Self-attention\n  strength functional\nclaim a: L4 as Value\n${recording}claim b: L5 as Key\n${anatomy}`;
    expect(severities(rule, text)).toEqual(["", "warning", "error"]);
    const [finding] = findingsOf(rule, text);
    expect(finding?.message).toContain("expected at most “analogy”, or more evidence on “b”");
    expect(finding?.related.map(({ message }) => message)).toEqual(["earns “analogy”"]);
  });

  it("stands rings and chains of claims", () => {
    expect(places(rule, "claim a: claim b as Token\n  strength functional\nclaim b: claim a as Token\n")).toEqual([]);
    const chain = Array.from({ length: 2000 }, (_, at) => `claim c${at}: claim c${at + 1} as Block\n`).join("");
    const text = `${chain}claim c2000: L4 as Value\n${anatomy}claim top: claim c0 as Block\n  strength functional\n`;
    expect(places(rule, text)).toEqual(["functional"]);
  });

  it("makes less of an analogy for which nothing was read", () => {
    const text = claim("analogy", unread);
    expect(severities(rule, text)).toEqual(["", "information", "warning"]);
    expect(messages(rule, text)[0]).toContain("Expected that more is read than the title of @larkum2009synaptic");
    expect(severities(rule, claim("functional", anatomy))).toEqual(["information", "warning", "error"]);
  });
});

describe("statements-only", () => {
  const rule = "statements-only";

  it.each([
    [claim("analogy", statement), "statement"],
    [claim("functional", statement, statement), "statement"],
    [`claim a: L4 as Value\n  supported by e\nevidence e: [@lee2009modulator]\n  type statement\n`, "e"],
    [claim("analogy", statement, '  supported by "I think so too"\n'), "statement"],
  ])("is found in %s", (text, words) => {
    expect(places(rule, text)).toEqual([words]);
  });

  it.each([
    [claim("analogy", statement, anatomy)],
    [claim("analogy", statement, unread)],
    [claim("analogy", statement, '  supported by [@lee2009modulator] "of no type"\n')],
    [claim("analogy", '  supported by "I think so"\n')],
    [claim("analogy", dispute)],
    [`claim a: L4 as ?\n${statement}`],
    [`claim a: L4 as Value\n  kind programme\n${statement}`],
    [`mapping a: L4 as Value\n${statement}`],
    [`claim a: claim b as Block\n${statement}claim b: L4 as Value\n${anatomy}`],
  ])("is not found in %s", (text) => {
    expect(places(rule, text)).toEqual([]);
  });

  it("weighs as much as what is asserted", () => {
    expect(severities(rule, claim("analogy", statement))).toEqual(["information", "warning", "warning"]);
    expect(severities(rule, claim("functional", statement))).toEqual(["information", "warning", "error"]);
    expect(severities(rule, `claim a: area not as Stack-depth\n${statement}`)).toEqual(["", "information", "warning"]);
  });

  it("can be told from a finding once one is cited", () => {
    const before = project(claim("analogy", statement), submission);
    const after = mend(before, only(before.findings(), rule), /^Cite Binzegger/);
    expect(after.findings().map((finding) => finding.rule)).not.toContain(rule);
  });
});

describe("model-side-only", () => {
  const rule = "model-side-only";

  it.each([
    [claim("mechanistic", simulation), "simulation"],
    [claim("mechanistic", statement, derivation, simulation), "theory_derivation"],
    [claim("literal", derivation), "theory_derivation"],
    ['claim a: L4 as Value\n  strength mechanistic\n  supported by m\nmodel m: "m.py"\n', "m"],
  ])("is found in %s", (text, words) => {
    expect(places(rule, text)).toEqual([words]);
  });

  it.each([
    [claim("functional", simulation)],
    [claim("mechanistic", simulation, recording)],
    [claim("mechanistic", simulation, '  supported by [@schrimpf2021neural] model_data_comparison "fits"\n')],
    [claim("mechanistic", simulation, '  supported by [@lee2009modulator] "of no type"\n')],
    [claim("mechanistic", statement)],
    [`claim a: KV-cache as Linear-attention\n  strength mechanistic\n${simulation}`],
    [`claim a: L4 not as Value\n  strength mechanistic\n${simulation}`],
    [`use mine\natlas mine: "Mine"\npart x: "X"\nclaim a: x as x\n  strength mechanistic\n${simulation}`],
  ])("is not found in %s", (text) => {
    expect(places(rule, text)).toEqual([]);
  });

  it("knows the brain in an atlas of one's own", () => {
    const text = `atlas hippocampus: "Hippocampus"\npart CA3: "Field CA3"\n  kind region\nclaim a: CA3 as KV-cache\n  strength mechanistic\n${simulation}`;
    expect(messages(rule, text)).toEqual([
      "The mechanistic claim “a” is about the brain, and simulation about a model, expected also something measured: anatomy, ephys, imaging, perturbation or behaviour.",
    ]);
  });
});

describe("correlation-for-cause", () => {
  const rule = "correlation-for-cause";
  const saying = (sentence: string, ...lines: readonly string[]): string =>
    `claim a: gamma as Value\n  means "${sentence}"\n${lines.join("")}`;

  it.each([
    [claim("mechanistic", recording), "mechanistic"],
    [claim("mechanistic", recording, anatomy, statement), "mechanistic"],
    [saying("Gamma drives it.", recording), "drives"],
    [saying("It is driven by gamma.", recording), "driven by"],
    [saying("This leads to that.", recording), "leads to"],
    [saying("γ 振荡驱动编码。", recording), "驱动"],
    [saying("Gamma drives it.", '  supported by [@larkum1999new] ephys_intracellular "bursts go along with it"\n'), "drives"],
    [saying("Gamma drives it.", '  supported by [@mcadams1999effects] ephys_extracellular "stimulation of the eye"\n'), "drives"],
    [saying('One thing"\n    "causes another.', recording), "causes"],
  ])("is found in %s", (text, words) => {
    expect(places(rule, text)).toEqual([words]);
  });

  it.each([
    [claim("mechanistic", recording, perturbation)],
    [claim("mechanistic", recording, derivation, simulation)],
    [claim("mechanistic", anatomy)],
    [claim("functional", recording)],
    [saying("Gamma may drive it.", recording)],
    [saying("Gamma drives it.", '  supported by [@larkum1999new] ephys_intracellular "current injected into the tuft evokes a burst"\n')],
    [claim("mechanistic", '  supported by [@larkum1999new] ephys_intracellular "blocking NMDA receptors takes the spike away"\n')],
    [saying("Thalamic drive goes along with gamma.", recording)],
    [saying("Gamma drives it.", anatomy)],
    [saying("Gamma drives it.", statement)],
    [saying("Gamma drives it.", recording, '  supported by [@lee2009modulator] "of no type"\n')],
    [`claim a: gamma not as Value\n  means "Gamma drives it."\n${recording}`],
    [`claim a: gamma as ?\n  means "Gamma drives it."\n${recording}`],
  ])("is not found in %s", (text) => {
    expect(places(rule, text)).toEqual([]);
  });

  it("is mended by a perturbation, or by asserting less", () => {
    const before = project(claim("mechanistic", recording), submission);
    const finding = only(before.findings(), rule);
    expect(
      mend(before, finding, "Lower to “functional”")
        .findings()
        .map((each) => each.rule),
    ).not.toContain(rule);
    expect(
      mend(before, finding, "Add a line for what is lacking")
        .findings()
        .map((each) => each.rule),
    ).not.toContain(rule);
  });
});

describe("no-counter-evidence", () => {
  const rule = "no-counter-evidence";

  it("is found where nothing is named, and only there", () => {
    expect(places(rule, claim("analogy", anatomy))).toEqual(["a"]);
    expect(places(rule, claim("analogy", anatomy, '  qualified by "in cats"\n'))).toEqual(["a"]);
    expect(places(rule, claim("analogy", anatomy, dispute))).toEqual([]);
    expect(places(rule, claim("analogy", anatomy, '  disputed by "I doubt it"\n'))).toEqual([]);
    expect(places(rule, claim("analogy", anatomy, "  undisputed as of 2026-11-23\n"))).toEqual([]);
    expect(places(rule, `claim a: Linear-attention as Self-attention\n  kind theorem\n${derivation}`)).toEqual([]);
    expect(places(rule, "claim a: L4 as Value\n")).toEqual([]);
    expect(severities(rule, claim("analogy", anatomy))).toEqual(["", "hint", "warning"]);
  });

  it("offers what the atlases know, without the works that the claim itself rests on", () => {
    const titles = (text: string): readonly string[] => findingsOf(rule, text)[0]?.fixes.map(({ title }) => title) ?? [];
    const column = (key: string): string => `claim a: column as Token\n  supported by [@${key}] statement "said"\n`;
    expect(titles(column("mountcastle1997columnar"))).toEqual([
      "Name the dispute of Horton & Adams 2005",
      "Name the dispute of da Costa & Martin 2010",
      "Name the rival reading of Granier & Senn 2025",
      "Say when and where you looked for it",
    ]);
    expect(titles(column("horton2005cortical"))).not.toContain("Name the dispute of Horton & Adams 2005");
  });

  it("is mended by each of them, but for the day, which nobody can guess", () => {
    const before = project('claim a: column as Token\n  supported by [@mountcastle1997columnar] anatomy_light "vertical"\n', submission);
    const finding = only(before.findings(), rule);
    for (const { title } of finding.fixes.slice(0, -1)) {
      const rules = mend(before, finding, title)
        .findings()
        .map((each) => each.rule);
      expect(rules).not.toContain(rule);
      expect(rules).not.toContain("syntax-error");
      expect(rules).not.toContain("unresolved-citation");
    }
    expect(
      mend(before, finding, /^Say when/)
        .findings()
        .map((each) => each.rule),
    ).toContain("syntax-error");
  });
});

describe("unanswered-dispute", () => {
  const rule = "unanswered-dispute";

  it("is found until it is answered", () => {
    expect(places(rule, claim("analogy", anatomy, dispute))).toEqual(["[@constantinople2013deep]"]);
    expect(messages(rule, claim("analogy", anatomy, dispute, dispute))).toHaveLength(1);
    expect(messages(rule, claim("analogy", anatomy, dispute, dispute))[0]).toMatch(/^Each of the 2 disputes/);
    for (const answer of ['  qualified by [@lee2009modulator] statement "so"\n', '  because "it must"\n', '  note "answered"\n']) {
      expect(places(rule, claim("analogy", anatomy, dispute, answer))).toEqual([]);
    }
    expect(places(rule, claim("analogy", anatomy, dispute, '  because "…"\n'))).toEqual(["[@constantinople2013deep]"]);
  });

  it("is not found for what is not weighed, nor where there is nothing to defend", () => {
    expect(places(rule, claim("analogy", anatomy, '  disputed by "I doubt it"\n'))).toEqual([]);
    expect(places(rule, claim("analogy", anatomy, '  disputed by [@geva2021transformer] statement "no" read title-only\n'))).toEqual([]);
    expect(places(rule, claim("analogy", dispute))).toEqual([]);
    expect(places(rule, `claim a: L4 as ?\n${anatomy}${dispute}`)).toEqual([]);
  });

  it("offers a line to fill in, which is no answer before it is", () => {
    const before = project(claim("analogy", anatomy, dispute), submission);
    const after = mend(before, only(before.findings(), rule), "Add a line for an answer of your own");
    expect(after.findings().map((each) => each.rule)).toContain(rule);
  });
});

describe("single-source", () => {
  const rule = "single-source";

  it.each([
    [claim("analogy", anatomy), "is from one source, @binzegger2004quantitative,"],
    [claim("analogy", anatomy, anatomy), "is from one source, @binzegger2004quantitative,"],
    [claim("analogy", intracellular, unread), "is from works whose first or last author is “Matthew E. Larkum”,"],
    [claim("analogy", "  stated in [@koenig2026neuroscience]\n", statement), "is from @koenig2026neuroscience, which states it,"],
    [
      `mapping f: column as Block\n  stated in [@koenig2026neuroscience; @binzegger2004quantitative]\n${claim("analogy", statement, anatomy, "  belongs to f\n")}`,
      "is from the works that state it,",
    ],
  ])("is found in %s", (text, expected) => {
    expect(messages(rule, text)[0]).toContain(expected);
  });

  it.each([
    [claim("analogy", anatomy, recording)],
    [claim("analogy", anatomy, '  supported by data "x.csv"\n')],
    [claim("analogy", anatomy, '  supported by [@nobody-knows] statement "so"\n')],
    [claim("analogy", '  supported by [@binzegger2004quantitative; @mcadams1999effects] anatomy "so"\n')],
    [`claim a: Linear-attention as Self-attention\n  kind theorem\n${derivation}`],
    [claim("analogy")],
  ])("is not found in %s", (text) => {
    expect(places(rule, text)).toEqual([]);
  });

  it("compares people by family name and first letter", () => {
    const bib = (second: string): string =>
      `# file: a.bib\n@article{k1, author = {M{\\"u}ller, Anna and Two, B.}, title = {First}}\n@article{k2, author = {${second}}, title = {Second}}\n# file: a.lamina\nclaim a: L4 as Value\n  supported by [@k1] anatomy "x"\n  supported by [@k2] anatomy "y"\n`;
    expect(places(rule, bib("Someone, C. and Müller, A."))).toEqual(["[@k1]"]);
    expect(places(rule, bib("Someone, C. and TWO, Bert"))).toEqual(["[@k1]"]);
    expect(places(rule, bib("Someone, C. and Müller, B."))).toEqual([]);
    expect(places(rule, bib("Someone, C. and Two, B. and Last, D."))).toEqual([]);
    expect(places(rule, bib("Someone, C. and others"))).toEqual([]);
  });
});

describe("circular-prediction", () => {
  const rule = "circular-prediction";
  const text = (observed: string, support = anatomy): string =>
    `claim a: L4 as Value\n${support}  predicts p\nprediction p: "It grows"\n  expects "size" > 5 mm\n  falsified if "size" < 2 mm\n  observed ${observed}\nevidence e: [@binzegger2004quantitative]\n  type anatomy_light\n`;

  it.each([
    ['"size" ~ 6 mm from [@binzegger2004quantitative]', anatomy, "[@binzegger2004quantitative]"],
    ['"size" ~ 6 mm from [@binzegger2004quantitative, p. 3]', anatomy, "[@binzegger2004quantitative, p. 3]"],
    ['"size" ~ 6 mm from e', anatomy, "e"],
    ['"size" ~ 6 mm from [@binzegger2004quantitative]', "  supported by e\n", "[@binzegger2004quantitative]"],
    ['data "x.csv" column size mean', '  supported by data "./x.csv" column Size max\n', 'data "x.csv" column size mean'],
    ['data "x.csv" column size mean', '  supported by data "./x.csv"\n', 'data "x.csv" column size mean'],
  ])("is found for %s with %s", (observed, support, words) => {
    expect(places(rule, text(observed, support))).toEqual([words]);
  });

  it.each([
    ['"size" ~ 6 mm from [@lee2009modulator]', anatomy],
    ['"size" ~ 6 mm from e', recording],
    ['"size" ~ 6 mm', anatomy],
    ['"size" ~ 6 mm from [@binzegger2004quantitative]', "  disputed by e\n"],
    ['"size" ~ 6 mm from [@granier2025multihead, v3]', '  supported by [@granier2025multihead, v1] theory_derivation "so"\n'],
    ['data "x.csv" column size mean', '  supported by data "y.csv" column size\n'],
    ['data "x.csv" column size mean', '  supported by data "x.csv" column other\n'],
  ])("is not found for %s with %s", (observed, support) => {
    expect(places(rule, text(observed, support))).toEqual([]);
  });

  it("shows the support, wherever the claim stands", () => {
    const other = `# file: b.lamina\nprediction p: "It grows"\n  falsified if "size" < 2 mm\n  observed "size" ~ 6 mm from [@binzegger2004quantitative]\n# file: a.lamina\nclaim a: L4 as Value\n${anatomy}  predicts p\n`;
    expect(findingsOf(rule, other).map(({ uri, related }) => [uri, related.map((place) => place.uri)])).toEqual([
      ["file:///project/b.lamina", ["file:///project/a.lamina"]],
    ]);
  });
});
