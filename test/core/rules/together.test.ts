/** Claims against each other, on the real examples first: as they stand, and with what sets them apart taken out. */
import { describe, expect, it } from "vitest";
import { builtin, Checker, Snapshot } from "../../../src/core/service.ts";
import { defaultSettings } from "../../../src/core/settings.ts";
import { address, check, mend, only, open, project } from "../project.ts";
import { type ExampleEdit, foundInExamples, messagesInExamples } from "./example-files.ts";
import { findingsOf, messages, places } from "./found.ts";

const hypothesis = "neuroscience-of-transformers/hypothesis.lamina";
const context = "neuroscience-of-transformers/claims/context.lamina";
const grain = "neuroscience-of-transformers/claims/grain.lamina";
const limits = "neuroscience-of-transformers/claims/limits.lamina";
const circuits = "other-mappings/circuits.lamina";
const memory = "other-mappings/memory.lamina";

const edit = (file: string, from: string, to = ""): ExampleEdit => ({ file, from, to });

const together = [
  "kind-mismatch",
  "contradictory-claims",
  "rival-targets",
  "rival-sources",
  "chain-too-strong",
  "orientation-reversed",
  "pairs-unequal",
];

it.each(together)("the examples as they stand have no %s", (rule) => {
  expect(foundInExamples(rule, "submission")).toEqual([]);
});

const noFacets = [
  edit(hypothesis, '  facet "vector of activity" of column\n'),
  edit(grain, '  facet "wiring that recurs" of column\n'),
  edit(grain, "  contrasts with column-is-token\n"),
];

describe("kind-mismatch", () => {
  it("finds the column as token and as block where no facet says which of it is meant", () => {
    expect(foundInExamples("kind-mismatch", "draft", ...noFacets)).toContain("hypothesis.lamina: column-is-token");
    expect(foundInExamples("kind-mismatch", "draft", ...noFacets.slice(1))).toEqual([]);
  });

  it("finds feedback as self- and as cross-attention", () => {
    const self = edit(limits, "L1-feedback as Cross-attention", "L1-feedback as Self-attention");
    const noFacet = edit(limits, '  facet "comes from other areas" of L1-feedback\n');
    expect(foundInExamples("kind-mismatch", "draft", self, noFacet)).toEqual(["limits.lamina: Self-attention"]);
    expect(foundInExamples("kind-mismatch", "draft", self)).toEqual([]);
  });

  it("offers a facet, and is content with it", () => {
    const before = project("claim a: column as Token\nclaim b: column as Block\n");
    const after = mend(before, only(before.findings(), "kind-mismatch"), /facet/);
    expect(after.findings().filter(({ rule }) => rule === "kind-mismatch")).toEqual([]);
  });

  it("finds a pathway as a state", () => {
    const own = 'atlas mine: "Mine"\npart alert: "Alertness"\n  kind state\nuse cortex, mine\n';
    expect(places("kind-mismatch", `${own}claim a: L4 -> L2/3 as alert\n`)).toEqual(["alert"]);
    expect(places("kind-mismatch", `${own}claim a: L4 as alert\n`)).toEqual([]);
  });
});

describe("contradictory-claims", () => {
  it("finds what is denied elsewhere at the same strength, and not the denial of a literal reading", () => {
    const assertion = edit(hypothesis, "claim whole-mapping:", "claim grain: area as Stack-depth\nclaim whole-mapping:");
    expect(foundInExamples("contradictory-claims", "draft", assertion)).toHaveLength(1);
    const asserted = edit(limits, "claim exchange: microcircuit as Block", "claim exchange: microcircuit as Query, Key, Value");
    expect(foundInExamples("contradictory-claims", "draft", asserted)).toEqual([]);
  });

  it.each([
    ["another level", "  level cell\n", "  level area\n"],
    ["another facet", '  facet "one"\n', '  facet "other"\n'],
    ["another species", "  scope macaque MT\n", "  scope mouse S1\n"],
    ["a relation", "", "  rivals a\n"],
  ])("is content with %s", (_, first, second) => {
    const texts = (a: string, b: string): string => `claim a: L4 as Value\n${a}claim b: L4 not as Value\n${b}`;
    expect(places("contradictory-claims", texts("", ""))).toEqual(["b"]);
    expect(places("contradictory-claims", texts(first, second))).toEqual([]);
    if (second.startsWith("  scope")) expect(places("contradictory-claims", texts(first, first))).toEqual(["b"]);
  });

  it("reads ends in any spelling, order and direction, and `each` pair by pair", () => {
    expect(places("contradictory-claims", "claim a: L4 -> L2/3 as Value\nclaim b: L2/3 <- L4 not as transformer:Value\n")).toEqual(["b"]);
    expect(places("contradictory-claims", "claim a: each L4, L5 as Value, Key\nclaim b: L5 not as Key\n")).toEqual(["b"]);
    expect(places("contradictory-claims", "claim a: each L4, L5 as Value, Key\nclaim b: L5 not as Value\n")).toEqual([]);
    expect(places("contradictory-claims", "claim a: L4, L5 as Key\nclaim b: L5, L4 not as Key\n")).toEqual(["b"]);
    expect(places("contradictory-claims", "claim a: L4, L5 as Key\nclaim b: L5 not as Key\n")).toEqual([]);
    expect(places("contradictory-claims", "claim a: L4 or L5 as Key\nclaim b: L5, L4 not as Key\n")).toEqual([]);
  });
});

describe("rival-targets", () => {
  it("finds two roles of the horizontal axons once the facet is gone that sets them apart", () => {
    const bare = edit(context, '  facet "effective connectivity, which changes with context" of L2/3-horizontal\n');
    expect(foundInExamples("rival-targets", "draft", bare)).toHaveLength(1);
    expect(messagesInExamples("rival-targets", "draft", bare)[0]).toContain("effective-connectivity");
  });

  it("says nothing of a role that lies within the other, of one in another atlas, of programmes and gaps", () => {
    expect(places("rival-targets", "claim a: L5 as Self-attention\nclaim b: L5 as Query\n")).toEqual([]);
    expect(places("rival-targets", "claim a: L5 as Query\nclaim b: L5 as Value\n")).toEqual(["b"]);
    const own = 'atlas mine: "Mine"\npart gate: "Gate"\nuse cortex, transformer, mine\n';
    expect(places("rival-targets", `${own}claim a: L5 as Query\nclaim b: L5 as gate\n`)).toEqual([]);
    expect(places("rival-targets", "claim a: L5 as Query\n  kind programme\nclaim b: L5 as Value\n")).toEqual([]);
    expect(places("rival-targets", "claim a: L5 as ?\nclaim b: L5 as Value\n")).toEqual([]);
  });

  it("takes the level from the family", () => {
    const family = "mapping f: column as Block\n  level cell\n";
    const claims = (level: string): string => `claim a: L5 as Query\n  belongs to f\nclaim b: L5 as Value\n  level ${level}\n`;
    expect(places("rival-targets", family + claims("cell"))).toEqual(["b"]);
    expect(places("rival-targets", family + claims("area"))).toEqual([]);
  });

  it("answers for a thousand rivals of one part, with few related places", () => {
    const roles = ["Query", "Key", "Value", "Softmax", "KV-cache"];
    const text = Array.from({ length: 1000 }, (_, at) => `claim c${at}: L5 as ${roles[at % roles.length]}\n`).join("");
    const found = findingsOf("rival-targets", text);
    expect(found).toHaveLength(999);
    expect(Math.max(...found.map(({ related }) => related.length))).toBe(4);
  });
});

describe("rival-sources", () => {
  const undeclared = [edit(circuits, "  rivals cortico-thalamic-heads\n"), edit(circuits, ", superficial-mask\n", "\n")];

  it("finds the two versions of the preprint on layer 2/3 once nobody says that they are rivals", () => {
    expect(foundInExamples("rival-sources", "draft", ...undeclared)).toEqual(["circuits.lamina: superficial-mask"]);
    expect(messagesInExamples("rival-sources", "draft", ...undeclared)[0]).toContain("in v1 what it does not say in v3");
    expect(foundInExamples("rival-targets", "draft", ...undeclared)).toEqual([]);
  });
});

describe("chain-too-strong", () => {
  it("holds the chain from attention to the cerebellum to its weaker link", () => {
    const stronger = edit(
      memory,
      'strength analogy "no stronger than the weaker of its two links"',
      'strength functional "no stronger than the weaker of its two links"',
    );
    expect(foundInExamples("chain-too-strong", "draft", stronger)).toEqual(["memory.lamina: functional"]);
    expect(messagesInExamples("chain-too-strong", "draft", stronger)[0]).toContain("“sdm-is-cerebellar”");
  });

  it("goes over more than one thing between, by the strongest way", () => {
    const links = "claim a: L4 as Token\n  strength literal\nclaim b: Token as Query\n  strength functional\nclaim c: Query as Key\n";
    const weak = "claim d: L4 as Key\n  strength mechanistic\n  assumes a, b, c\n";
    expect(messages("chain-too-strong", links + weak)[0]).toContain("at most “analogy”");
    const detour = "claim e: Query as Value\n  strength functional\nclaim g: Value as Key\n  strength mechanistic\n";
    expect(messages("chain-too-strong", links + detour + weak.replace("b, c", "b, c, e, g"))[0]).toContain("at most “functional”");
    expect(places("chain-too-strong", links + weak.replace("a, b, c", "a, c"))).toEqual([]);
  });
});

describe("rests-on-unsupported", () => {
  it("finds what rests on the share of thalamic synapses, for which there are statements only", () => {
    expect(foundInExamples("rests-on-unsupported", "draft")).toEqual(["context.lamina: thalamic-minority"]);
    const measured = edit(
      hypothesis,
      "  supported by koenig-thalamic-share\n",
      '  supported by [@dacosta2009selective] anatomy_em "few"\n',
    );
    expect(foundInExamples("rests-on-unsupported", "draft", measured)).toEqual([]);
  });
});

describe("orientation-reversed", () => {
  it("finds predictive coding turned upside down", () => {
    const reversed = edit(circuits, "claim superficial-expectations: L2/3 not as", "claim superficial-expectations: L2/3 as");
    const unrelated = edit(circuits, "  contrasts with superficial-expectations\n");
    expect(foundInExamples("orientation-reversed", "draft", reversed, unrelated)).toEqual(["circuits.lamina: L2/3"]);
    const [message] = messagesInExamples("orientation-reversed", "draft", reversed);
    expect(message).toContain("@bastos2012canonical, by “expectations-backward”");
  });

  it("finds query and key exchanged against the record of the atlas, and not in another source", () => {
    const of = (key: string): string => `claim a: L2/3-horizontal as Query\n  stated in [@${key}]\n`;
    expect(places("orientation-reversed", of("koenig2026neuroscience"))).toEqual(["L2/3-horizontal"]);
    expect(places("orientation-reversed", of("granier2025multihead"))).toEqual([]);
  });
});

describe("part-unmapped and open-gap", () => {
  it("say once for each atlas what is not mapped, not in a draft", () => {
    expect(foundInExamples("part-unmapped", "draft")).toEqual([]);
    const found = foundInExamples("part-unmapped", "review");
    expect(found).toContain("hypothesis.lamina: cortex");
    expect(new Set(found).size).toBe(found.length);
  });

  it("hint at the gaps of the examples, and at no claim with two ends", () => {
    expect(foundInExamples("open-gap", "draft")).toEqual(["manuscript.md: ?", "context.lamina: ?", "context.lamina: ?"]);
  });
});

it("pairs-unequal finds the table of layers with a role missing", () => {
  expect(foundInExamples("pairs-unequal", "draft", edit(context, "as Query, Key, Value, Key", "as Query, Key, Value"))).toEqual([
    "context.lamina: Query, Key, Value",
  ]);
  expect(check("claim a: each L4, L5 as ?\n").filter(({ rule }) => rule === "pairs-unequal")).toEqual([]);
});

it("a change far from other claims on the same thing leaves them as they were", () => {
  const claims = (first: string): string =>
    `${first}${Array.from({ length: 200 }, (_, at) => `claim c${at}: L5 as Query\n  level ${at % 2 ? "cell" : "area"}\n`).join("")}`;
  const uri = address("a.lamina");
  const before = Snapshot.empty(builtin()).with({
    documents: new Map([[uri, open("a.lamina", claims("claim x: L5 as Key\n"))]]),
    complete: true,
  });
  const checker = new Checker(before);
  checker.settings = { ...defaultSettings, profile: "submission" };
  checker.findings(uri);
  const after = before.with({ documents: new Map([[uri, open("a.lamina", claims("claim x: L5 as Key\n  level cell\n"))]]) });
  checker.update(after);
  const fresh = new Checker(after);
  fresh.settings = checker.settings;
  expect(checker.findings(uri)).toEqual(fresh.findings(uri));
});
