/** All that can be written, and the tree that it becomes. */
import { describe, expect, it } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";
import type {
  Clause,
  CriterionNode,
  EndListNode,
  EndNode,
  EvidenceNode,
  Node,
  ScopeNode,
  SideNode,
  ValueNode,
} from "../../../src/core/syntax/tree.ts";
import { check, problemsOf } from "../../support/check.ts";

/** The arguments of a header that is read without a problem. */
function header(line: string): Readonly<Record<string, Node>> {
  const document = Document.parse(line);
  expect(problemsOf(document)).toEqual([]);
  return document.items[0]?.args ?? {};
}

const headers = {
  claim: "claim L4 as Value",
  prediction: 'prediction p: "x"',
  part: 'part L4: "Layer 4"',
  model: 'model m: "m.py"',
} as const;

/** A clause that is read without a problem. */
function clause(line: string, item: keyof typeof headers = "claim"): Clause {
  const document = Document.parse(`${headers[item]}\n  ${line}\n`);
  expect(problemsOf(document)).toEqual([]);
  expect(document.items[0]?.clauses).toHaveLength(1);
  return document.items[0]?.clauses[0] as Clause;
}

const argument = <Found extends Node>(line: string, role: string, item?: keyof typeof headers): Found =>
  clause(line, item).args[role] as Found;

const tellEnd = (end: EndNode): string =>
  end.claim ? `claim(${end.claim.text})` : end.parts.map((part, at) => `${at > 0 ? ` ${end.arrows[at - 1]} ` : ""}${part.text}`).join("");
const tellList = (list: EndListNode | undefined): string => (list ? `${list.join}(${list.ends.map(tellEnd).join(" | ")})` : "");
const tellSide = (side: SideNode): string =>
  side.open ? "?" : tellList(side.list) + (side.outweighed ? ` > ${tellList(side.outweighed)}` : "");

describe("ends of a claim", () => {
  const ends: readonly (readonly [string, string])[] = [
    ["L4", "one(L4)"],
    ['"layer 4"', "one(layer 4)"],
    ["cortex:L4", "one(cortex:L4)"],
    ["L5.PT", "one(L5.PT)"],
    ["W_Q^T", "one(W_Q^T)"],
    ["PV+", "one(PV+)"],
    ["5-HT", "one(5-HT)"],
    ["丘脑", "one(丘脑)"],
    ["β", "one(β)"],
    ["L4 -> L2/3", "one(L4 -> L2/3)"],
    ["L4->L2/3", "one(L4 -> L2/3)"],
    ["L4 <- L6", "one(L4 <- L6)"],
    ["L4 <-> L6", "one(L4 <-> L6)"],
    ["L5 -- L5", "one(L5 -- L5)"],
    ["A -> B <- C -- D", "one(A -> B <- C -- D)"],
    ['"layer 4" -> "layer 2"', "one(layer 4 -> layer 2)"],
    ["L2/3 -- L2/3, L5 -- L5", "all(L2/3 -- L2/3 | L5 -- L5)"],
    ["gain-modulation or BAC-firing or beta", "any(gain-modulation | BAC-firing | beta)"],
    ["each supragranular, infragranular", "each(supragranular | infragranular)"],
    ["each L4", "each(L4)"],
    ["claim queries, claim values", "all(claim(queries) | claim(values))"],
    ["claim queries or L4", "any(claim(queries) | L4)"],
    ["area -> L1 > thalamus -> L4", "one(area -> L1) > one(thalamus -> L4)"],
    ["A, B > C or D", "all(A | B) > any(C | D)"],
    ["?", "?"],
  ];
  it.each(ends)("%s", (written, told) => {
    const { left, right } = header(`claim x: ${written} as ${written}`);
    expect([tellSide(left as SideNode), tellSide(right as SideNode)]).toEqual([told, told]);
  });

  it("of one name have the words of the language in quotes", () => {
    expect(tellSide(header('claim x: "role" as "as"').left as SideNode)).toBe("one(role)");
  });

  it("are denied by `not as`", () => {
    expect(header("claim L4 not as Value").not).toMatchObject({ kind: "word", text: "not", start: 9, end: 12 });
    expect(header("claim L4 as Value").not).toBeUndefined();
  });

  it("take an id only with a colon", () => {
    expect(header("claim L4 as Value").id).toBeUndefined();
    expect(header("claim L4: L5 as Value").id).toMatchObject({ role: "declared", text: "L4" });
    // a colon inside a word is the prefix of an atlas
    expect(tellSide(header("claim values:L4 -> L2/3 as Value").left as SideNode)).toBe("one(values:L4 -> L2/3)");
  });

  it("do not mix commas and `or`", () => {
    check(`
      claim a: L4, L5 or L6 as Value
      #               ^^ mixed-list: Unexpected “,” and “or” in one list, expected one of them…
      claim b: each L4 or L5 as Value
      #                ^^ mixed-list
    `);
  });
});

describe("evidence", () => {
  const tell = (evidence: EvidenceNode): Record<string, unknown> => {
    const { what, type, shows, scope, read, through } = evidence;
    const told = what.kind === "citation" ? what.cites.map((cite) => cite.key).join("+") : what.kind === "name" ? what.text : what.kind;
    return {
      what: told,
      type: type?.text,
      shows: shows?.value,
      scope: scope && tellScope(scope),
      read: read?.text,
      through: through?.value,
    };
  };
  const all = { type: undefined, shows: undefined, scope: undefined, read: undefined, through: undefined };
  const forms: readonly (readonly [string, Record<string, unknown>])[] = [
    ["[@a]", { ...all, what: "a" }],
    ["[@a; @b, p. 3]", { ...all, what: "a+b" }],
    ["lee-thalamic", { ...all, what: "lee-thalamic" }],
    ['"my own view"', { ...all, what: "text" }],
    ['data "x.csv"', { ...all, what: "data" }],
    ["data", { ...all, what: "data" }],
    ["[@a] anatomy", { ...all, what: "a", type: "anatomy" }],
    ['[@a] "shown"', { ...all, what: "a", shows: "shown" }],
    ["[@a] in cat V1", { ...all, what: "a", scope: "cat V1" }],
    ["[@a] read abstract", { ...all, what: "a", read: "abstract" }],
    ["e1 simulation read not-read", { ...all, what: "e1", type: "simulation", read: "not-read" }],
    [
      '[@a] anatomy_em "shown" in cat V1, adult or juvenile read secondary "a review"',
      { what: "a", type: "anatomy_em", shows: "shown", scope: "cat V1; adult / juvenile", read: "secondary", through: "a review" },
    ],
  ];
  it.each(forms)("%s", (written, told) => {
    expect(tell(argument<EvidenceNode>(`supported by ${written}`, "evidence"))).toEqual(told);
  });

  it("from a data file names the file, the column, a condition and what is made of it", () => {
    const { what } = argument<EvidenceNode>('supported by data "x.csv" column share where layer = "L4" mean anatomy "shown"', "evidence");
    expect(what).toMatchObject({
      kind: "data",
      file: { value: "x.csv" },
      column: { text: "share" },
      where: { column: { text: "layer" }, comparator: "=", value: { value: "L4" } },
      aggregate: { text: "mean" },
    });
    for (const hash of ["3adf61e0c2b1", "123456789012", "3e4567890123", "deadbeef0000"]) {
      const accepted = argument<EvidenceNode>(`supported by data "x.csv" column share mean accepted ${hash} anatomy "shown"`, "evidence");
      expect(accepted.what).toMatchObject({ aggregate: { text: "mean" }, accepted: { text: hash } });
      expect(accepted).toMatchObject({ type: { text: "anatomy" }, shows: { value: "shown" } });
      const whole = argument<EvidenceNode>(`supported by data "x.csv" accepted ${hash} anatomy`, "evidence");
      expect(whole.what).toMatchObject({ column: undefined, accepted: { text: hash } });
    }
    const numbered = argument<EvidenceNode>('supported by data "x.csv" column "a b" where n >= -2.5', "evidence");
    expect(numbered.what).toMatchObject({ column: { text: "a b", quoted: true }, where: { comparator: ">=", value: { value: -2.5 } } });
  });
});

const tellScope = (scope: ScopeNode): string =>
  scope.alternatives.map((phrases) => phrases.map((phrase) => phrase.text).join(" / ")).join("; ");

describe("a scope", () => {
  it.each([
    ["mouse V1, adult, awake", "mouse V1; adult; awake"],
    ["V1, cat or primate", "V1; cat / primate"],
    ['mouse, "while running", P14', "mouse; while running; P14"],
    ["rat   S1", "rat S1"],
    ["grade 3", "grade 3"],
    ["小鼠 V1，成年", "小鼠 V1; 成年"],
  ])("%s", (written, told) => {
    expect(tellScope(argument<ScopeNode>(`scope ${written}`, "scope"))).toBe(told);
  });
});

describe("a citation", () => {
  const cites = (written: string) => header(`evidence e: ${written}`).cited;

  it("has keys, places and versions", () => {
    expect(cites("[@binzegger2004quantitative, p. 12; @granier2025multihead, v3, table 2;@x]")).toMatchObject({
      cites: [
        { key: "binzegger2004quantitative", place: "p. 12", version: undefined },
        { key: "granier2025multihead", place: "v3, table 2", version: "v3" },
        { key: "x", place: undefined, version: undefined },
      ],
    });
  });

  it("knows the place of each", () => {
    expect(cites("[ @a ; see @b:c_1.x, p. 3 ]")).toMatchObject({
      start: 12,
      end: 39,
      cites: [
        { key: "a", start: 14, end: 16, keySpan: { start: 15, end: 16 } },
        { key: "b:c_1.x", start: 23, end: 37, keySpan: { start: 24, end: 31 }, place: "p. 3" },
      ],
    });
  });

  it("leaves to the sentence the punctuation after a key, as in Pandoc", () => {
    expect(cites("[@a.; @b:, p. 1]")).toMatchObject({
      cites: [
        { key: "a", place: undefined },
        { key: "b", place: "p. 1" },
      ],
    });
  });

  it("holds number signs, which open no comment in it", () => {
    expect(cites("[@a, fig. # 3] # a comment")).toMatchObject({ cites: [{ place: "fig. # 3" }] });
  });

  it("may stand empty after its @, for its key to be completed", () => {
    expect(cites("[@]")).toMatchObject({ cites: [{ key: "", keySpan: { start: 14, end: 14 } }] });
  });
});

describe("a criterion", () => {
  const tellValue = (value: ValueNode): string =>
    `${value.number}${value.plusMinus === undefined ? "" : `±${value.plusMinus}`}${value.unit ? `[${value.unit}]` : ""}`;
  const tell = ({ quantity, test, data }: CriterionNode): string => {
    const of = quantity?.denominator && (quantity.denominator.kind === "open" ? "/?" : `/${quantity.denominator.value}`);
    const named = quantity ? `${quantity.name.value}${of ?? ""} ` : "";
    if (data) return `${named}data`;
    if (!test) return named.trim();
    if (test.form === "compare") return `${named}${test.comparator} ${tellValue(test.value)}`;
    if (test.form === "quantities") return `${named}${test.comparator} ${test.other.value}${test.by ? ` by ${tellValue(test.by)}` : ""}`;
    if (test.form === "includes") return `${named}includes ${tellValue(test.value)}`;
    return `${named}${test.form} ${test.low}..${test.high}${test.unit ? `[${test.unit}]` : ""}`;
  };
  const results: readonly (readonly [string, string])[] = [
    ['"a" of "b" within 10..15 %', "a/b within 10..15[%]"],
    ['"a" of ? ~ 5', "a/? ~ 5"],
    ["outside 10 .. 15 %", "outside 10..15[%]"],
    ["within -2.5..-1 mV", "within -2.5..-1[mV]"],
    ['"a" > "b" by 5 %', "a > b by 5[%]"],
    ['"a" != "b"', "a != b"],
    ["= 0", "= 0"],
    ["< -5", "< -5"],
    ["≤ −5", "<= -5"],
    ["≈ 2e4 Hz", "~ 20000[Hz]"],
    ["~ 5 ± 1 ms", "~ 5±1[ms]"],
    ["= 0.24 nm^-2", "= 0.24[nm^-2]"],
    ["= 36.6 °C", "= 36.6[°C]"],
    ["= 90 °", "= 90[°]"],
    ["= 5％", "= 5[%]"],
    ["includes 0 percentage-points", "includes 0[percentage-points]"],
    ['"both fall alike"', "both fall alike"],
    ['"a" > 1 and "b" < 2 and > 3', "a > 1 and b < 2 and > 3"],
    ['"a" > 1 or "b" < 2', "a > 1 or b < 2"],
    ['data "x.csv" column a mean', "data"],
    ['"a" of "b" data "x.csv" column a mean', "a/b data"],
  ];
  it.each(results)("%s", (written, told) => {
    const result = argument<Node>(`expects ${written}`, "result", "prediction");
    if (result.kind !== "result") throw new Error("not a result");
    expect(result.criteria.map(tell).join(` ${result.join} `)).toBe(told);
  });

  it("is followed by where, under which conditions, and from whom", () => {
    const node = argument('observed "a" = 5 % in adult S1, rat with ci 95 %, n >= 6, "corrected" from [@k]', "result", "prediction");
    expect(node).toMatchObject({
      scope: { alternatives: [[{ text: "adult S1" }], [{ text: "rat" }]] },
      with: {
        qualifiers: [
          { measure: "ci", comparator: undefined, value: { number: 95, unit: "%" } },
          { measure: "n", comparator: ">=", value: { number: 6 } },
          { text: "corrected" },
        ],
      },
      from: { kind: "citation" },
    });
    expect(argument('observed "a" = 5 from e1', "result", "prediction")).toMatchObject({
      from: { kind: "name", role: "evidence", text: "e1" },
    });
  });
});

describe("lists of names", () => {
  it("in other languages and notations", () => {
    const names = clause('also "granular layer", "L_4" in latex, "第4层" in zh, L4x', "part").args.names;
    expect(names).toMatchObject({
      nodes: [
        { name: { text: "granular layer", quoted: true }, notation: undefined },
        { name: { text: "L_4" }, notation: { text: "latex" } },
        { name: { text: "第4层" }, notation: { text: "zh" } },
        { name: { text: "L4x", quoted: false } },
      ],
    });
  });

  it("of symbols and the parts that they stand for", () => {
    expect(clause('symbol "conn_probs[0][2]" as L4 -> L2/3, L5', "model").args).toMatchObject({
      symbol: { text: "conn_probs[0][2]" },
      parts: { nodes: [{ arrows: ["->"] }, { parts: [{ text: "L5" }] }] },
    });
  });
});

describe("texts", () => {
  const means = (written: string) => clause(`means ${written}`).args.text;

  it("in a row are one, joined by a space, over lines too", () => {
    expect(means('"a" "b"')).toMatchObject({ value: "a b" });
    expect(means('"a"\n    "b"\n\n  # between\n\n"c"')).toMatchObject({ value: "a b c" });
  });

  it("hold any sign, and quotes that are escaped", () => {
    expect(means(String.raw`"$\alpha$ says \"yes\" # no comment, 丘脑"`)).toMatchObject({
      value: String.raw`$\alpha$ says "yes" # no comment, 丘脑`,
    });
  });

  it("take curly quotes", () => {
    expect(means("“a „b c”")).toMatchObject({ value: "a „b c" });
    expect(means("„a“")).toMatchObject({ value: "a" });
    expect(means("”a”")).toMatchObject({ value: "a" });
    expect(means('“a"')).toMatchObject({ value: "a" });
  });

  it("are one as names too", () => {
    expect(header('claim "layer"\n  "four" as Value').left).toMatchObject({ list: { ends: [{ parts: [{ text: "layer four" }] }] } });
  });
});

describe("lines", () => {
  it("go on where they begin with a text or a comma", () => {
    const document = Document.parse('use cortex\n  , transformer\nprediction p:\n  "x"\n  tag a\n, b\n    , c\n');
    expect(problemsOf(document)).toEqual([]);
    expect(document.items.map((item) => item.word)).toEqual(["use", "prediction"]);
    expect(document.items[0]?.args.atlases).toMatchObject({ nodes: [{ text: "cortex" }, { text: "transformer" }] });
    expect(document.items[1]?.clauses[0]?.args.tags).toMatchObject({ nodes: [{ text: "a" }, { text: "b" }, { text: "c" }] });
  });

  it("end as they end anywhere", () => {
    for (const lineBreak of ["\n", "\r\n", "\r"]) {
      const lines = ["# note", "claim a: L4 as Value", "  means “x”", "", "claim b: L5 as Key", ""];
      const document = Document.parse(lines.join(lineBreak));
      expect(problemsOf(document)).toEqual([]);
      expect(document.items.map((item) => [item.form, item.word, item.clauses.length, item.lineBreaks])).toEqual([
        ["loose", undefined, 0, 1],
        ["item", "claim", 1, 3],
        ["item", "claim", 0, 1],
      ]);
    }
  });

  it("may follow a byte order mark", () => {
    const document = Document.parse("\ufeffclaim a: L4 as Value\n");
    expect(problemsOf(document)).toEqual([]);
    expect(document.items[0]).toMatchObject({ form: "item", word: "claim", wordSpan: { start: 1, end: 6 } });
  });

  it("may be indented at will, with tabs and wide blanks", () => {
    const document = Document.parse("\t claim a:\u00a0L4\tas　Value\nmeans\t“x”\n        note “y”\n");
    expect(problemsOf(document)).toEqual([]);
    expect(document.items.map((item) => item.clauses.length)).toEqual([2]);
  });

  it("have comments at their end and for their own", () => {
    const document = Document.parse('claim a: L4 as Value # one\n# two\n  means "x" # three\n  #four\n  tag a#b\n');
    expect(problemsOf(document).map((problem) => problem.message)).toEqual(["Unexpected “#b”, expected the end of the line."]);
    expect(document.items[0]?.clauses.map((each) => each.word)).toEqual(["means", "tag"]);
  });

  it("take the full-width twins of signs", () => {
    const document = Document.parse("claim 值：丘脑 → L4 as ？\n  tag 一，二、三\n");
    expect(problemsOf(document)).toEqual([]);
    expect(document.items[0]?.args).toMatchObject({
      id: { text: "值" },
      left: { list: { ends: [{ arrows: ["->"], parts: [{ text: "丘脑" }, { text: "L4" }] }] } },
      right: { open: true },
    });
    expect(document.items[0]?.clauses[0]?.args.tags).toMatchObject({ nodes: [{ text: "一" }, { text: "二" }, { text: "三" }] });
  });

  it("of a house's own are kept as they stand", () => {
    const own = clause("x-reviewed-by  PK :  [yes  # not this");
    expect(own).toMatchObject({ word: "x-reviewed-by", args: { rest: { value: "PK :  [yes  # not this" } } });
    expect(clause("x-done  2026 !  # this not").args.rest).toMatchObject({ value: "2026 !" });
    expect(clause("x-done")).toMatchObject({ word: "x-done", args: { rest: { value: "" } } });
    expect(clause('x-open [a  \n    "b"').args.rest).toMatchObject({ value: '[a "b"' });
  });
});
