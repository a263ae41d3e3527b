/** Completion: what is offered where, what it replaces, and where nothing is. */
import { describe, expect, it } from "vitest";
import { evidenceTypes } from "../../../src/core/evidence/types.ts";
import { builtin, complete, type Suggestion, type SuggestionKind } from "../../../src/core/service.ts";
import { clausesOf, closedVocabularies, items } from "../../../src/core/syntax/vocabulary.ts";
import { applyEdit } from "../../../src/core/text.ts";
import { CARET, project } from "../project.ts";

function offered(text: string): {
  readonly suggestions: readonly Suggestion[];
  readonly texts: ReadonlyMap<string, string>;
  readonly name: string;
} {
  const { snapshot, caret, texts } = project(text);
  const suggestions = [...complete(snapshot, caret.uri, caret.offset)].sort((a, b) => a.order - b.order);
  return { suggestions, texts, name: caret.uri.slice(caret.uri.lastIndexOf("/") + 1) };
}

const labels = (text: string, kind?: SuggestionKind): readonly string[] =>
  offered(text)
    .suggestions.filter((suggestion) => kind === undefined || suggestion.kind === kind)
    .map((suggestion) => suggestion.label);

/** The text after a suggestion is taken. */
function take(text: string, label: string): string {
  const { suggestions, texts, name } = offered(text);
  const chosen = suggestions.find((suggestion) => suggestion.label === label);
  if (!chosen) throw new Error(`${label} is not offered: ${suggestions.slice(0, 9).map((each) => each.label)}`);
  return applyEdit(texts.get(name) ?? "", { span: chosen.span, text: chosen.text });
}

const claim = "claim a: L4 as Value";
const headers = items.map((item) => item.word);
const clauseWords = clausesOf("claim").map((clause) => clause.word);

describe("at the start of a line", () => {
  it.each([[CARET], [`\n${CARET}\n`], [`cl${CARET}`], [`# x\n${CARET}`], [`\uFEFF${CARET}`]])(
    "%j without an item above are headers",
    (text) => {
      expect([...new Set(labels(text))].sort()).toEqual([...headers].sort());
    },
  );

  it("in an item are its clauses first where the line is indented, and headers first at the margin", () => {
    expect(labels(`${claim}\n  ${CARET}\n`).slice(0, clauseWords.length)).toEqual(clauseWords);
    expect(labels(`${claim}\n${CARET}\n`).slice(0, headers.length)).toEqual(headers);
    expect(labels(`${claim}\n  s${CARET}\n`)).toContain("supported by");
    expect(labels('prediction p: "x"\n  fals', "clause")).toEqual([]);
    expect(labels(`prediction p: "x"\n  fals${CARET}`, "clause")).toEqual(clausesOf("prediction").map((clause) => clause.word));
  });

  it("are not clauses that stand once and are there", () => {
    const after = labels(`${claim}\n  strength functional\n  supported by [@x]\n  ${CARET}\n`, "clause");
    expect(after).not.toContain("strength");
    expect(after).toContain("supported by");
  });

  it.each([
    [`${claim}\n\n  sup${CARET}`, `${claim}\n\n  supported by `],
    [`${claim}\n\nsup${CARET}`, `${claim}\n\nsupported by `],
    [`${claim}\n  supported ${CARET}`, `${claim}\n  supported by `],
    [`${claim}\n  supported b${CARET}`, `${claim}\n  supported by `],
    [`${claim}\n  supp${CARET}orted`, `${claim}\n  supported by `],
    [`${claim}\r\n\tsup${CARET}\r\n`, `${claim}\r\n\tsupported by \r\n`],
  ])("%j becomes a clause", (before, after) => {
    expect(take(before, "supported by")).toBe(after);
  });

  it("of two words are those that go on as they do", () => {
    expect(labels(`${claim}\n  undisputed ${CARET}`)).toEqual(["undisputed as of"]);
    expect(labels('prediction p: "x"\n  falsified ' + CARET)).toEqual(["falsified if", "falsified by counterexample"]);
  });

  it("in a fence without text are headers, and stand in the fence", () => {
    const text = `# file: m.md\n\`\`\`lamina\n${CARET}\n\`\`\`\n`;
    expect([...labels(text)].sort()).toEqual([...headers].sort());
    expect(take(text, "claim")).toBe("```lamina\nclaim \n```\n");
    expect(take(`# file: m.md\n> \`\`\`lamina\n> ${claim}\n>   st${CARET}\n> \`\`\`\n`, "strength")).toBe(
      `> \`\`\`lamina\n> ${claim}\n>   strength \n> \`\`\`\n`,
    );
  });
});

describe("in a header", () => {
  const first = (text: string): string => offered(text).suggestions.find((suggestion) => suggestion.kind === "part")?.documentation ?? "";
  const atlasesOf = (text: string): readonly string[] =>
    offered(text)
      .suggestions.filter((suggestion) => suggestion.kind === "part")
      .map((suggestion) => (suggestion.detail.endsWith("cortex)") ? "cortex" : "transformer"));

  it.each([
    [`claim ${CARET}`],
    [`claim a: ${CARET}`],
    [`claim a: L4 -> ${CARET}`],
    [`claim a: L4, ${CARET}`],
    [`claim a: L4 or ${CARET}`],
    [`claim a: each ${CARET}`],
    [`${claim}\n  via ${CARET}`],
  ])("%s are parts, those of the cortex first", (text) => {
    expect(atlasesOf(text)).toHaveLength(93);
    expect(atlasesOf(text).slice(0, 64)).toEqual(Array(64).fill("cortex"));
    expect(first(text)).toContain("**");
  });

  it.each([
    [`claim a: L4 as ${CARET}`],
    [`claim a: L4 as Va${CARET}`],
    [`claim a: L4 as Value, ${CARET}`],
    [`claim a: L4 not as ${CARET}`],
  ])("%s are those of the transformer first", (text) => {
    expect(atlasesOf(text).slice(0, 29)).toEqual(Array(29).fill("transformer"));
  });

  it("a part is found by its synonyms and written so that it reads", () => {
    const found = offered(`claim a: ${CARET}`).suggestions.find((suggestion) => suggestion.label === "L4");
    expect(found?.filter).toContain("granular layer");
    expect(found?.filter).toContain("第4层");
    expect(take(`claim a: L${CARET} as Value`, "L4-to-L2/3")).toBe("claim a: L4-to-L2/3 as Value");
    const own = 'atlas m: "M"\npart kind: "Kind"\n';
    expect(take(`${own}claim a: ${CARET}`, "kind")).toBe(`${own}claim a: "kind"`);
  });

  it("after a prefix are the parts of that atlas or within that part", () => {
    expect(take(`claim a: cortex:${CARET} as Value`, "L4")).toBe("claim a: cortex:L4 as Value");
    expect(take(`claim a: cortex:L${CARET} as Value`, "L4")).toBe("claim a: cortex:L4 as Value");
    expect(take(`claim a: L5.P${CARET} as Value`, "PV")).toBe("claim a: L5.PV as Value");
    expect(new Set(offered(`claim a: L4 as transformer:${CARET}`).suggestions.map((suggestion) => suggestion.kind))).toEqual(
      new Set(["part"]),
    );
    expect(labels(`claim a: L4 as nowhere:${CARET}`)).toEqual([]);
    expect(labels(`${claim}\n  strength cortex:${CARET}`)).toEqual([]);
  });

  it("after one end come the words that go on, and after both the clauses", () => {
    expect(labels(`claim a: L4 ${CARET}`)).toEqual(expect.arrayContaining(["as", "not"]));
    expect(labels(`${claim} ${CARET}`)).toEqual(clauseWords);
    expect(take(`${claim} sup${CARET}`, "supported by")).toBe(`${claim} supported by `);
  });

  it("after use are atlases, those of the project, too", () => {
    expect(labels(`use ${CARET}`)).toEqual(["cortex", "transformer"]);
    expect(labels(`# file: a.lamina\natlas mine: "M"\n# file: b.lamina\nuse cortex, ${CARET}\n`)).toEqual([
      "cortex",
      "transformer",
      "mine",
    ]);
  });
});

describe("citations", () => {
  const bib = "# file: r.bib\n@article{own2001paper, author = {O. Own}, title = {Own}, year = 2001}\n# file: a.lamina\n";

  it("are the project's works first, then those that ship", () => {
    const found = labels(`${bib}${claim}\n  supported by [@${CARET}`);
    expect(found[0]).toBe("own2001paper");
    expect(found.length).toBe(1 + builtin().bibliography.byKey.size);
  });

  it.each([
    [`  supported by ${CARET}`, "@own2001paper", "  supported by [@own2001paper]"],
    [`  supported by [@${CARET}`, "own2001paper", "  supported by [@own2001paper"],
    [`  supported by [@o${CARET}w]`, "own2001paper", "  supported by [@own2001paper]"],
    [`  supported by [@x, p. 3; @ow${CARET}]`, "own2001paper", "  supported by [@x, p. 3; @own2001paper]"],
    [`  stated in ${CARET}`, "@own2001paper", "  stated in [@own2001paper]"],
    [`source ${CARET}`, "@own2001paper", "source @own2001paper"],
    [`source @ow${CARET}`, "own2001paper", "source @own2001paper"],
    [`evidence e: ${CARET}`, "@own2001paper", "evidence e: [@own2001paper]"],
  ])("in %j", (line, label, after) => {
    expect(take(`${bib}${claim}\n${line}`, label).trimEnd()).toBe(`${claim}\n${after}`);
  });

  it("say which work it is, and are found by its title", () => {
    const found = offered(`${bib}${claim}\n  supported by [@${CARET}`).suggestions[0];
    expect([found?.detail, found?.filter]).toEqual(["Own 2001", "own2001paper Own"]);
  });
});

describe("after a citation", () => {
  it("are types of evidence and what may follow, each in its turn", () => {
    const types = labels(`${claim}\n  supported by [@x] ${CARET}`, "type");
    expect(types).toEqual(expect.arrayContaining(evidenceTypes.map((type) => type.id)));
    expect(types).toEqual(expect.arrayContaining(["anatomy", "ephys", "imaging"]));
    expect(labels(`${claim}\n  supported by [@x] ${CARET}`, "word")).toEqual(["in", "read"]);
    expect(labels(`${claim}\n  supported by [@x] anatomy "so" ${CARET}`)).toEqual(["in", "read"]);
    expect(labels(`${claim}\n  supported by [@x] anatomy "so" in cat read ${CARET}`)).toEqual(
      closedVocabularies.EXTENT.map((entry) => entry.word),
    );
  });
});

describe("ids", () => {
  const rest = "\nclaim b: L5 as Key\nmapping f: column as Block\nprediction p: ?\nevidence e: [@x]\nmodel m: ?\n";

  it.each([
    ["belongs to ", ["b", "f"]],
    ["assumes b, ", ["b", "f"]],
    ["predicts ", ["p"]],
  ])("after %s are those of the sort that is wanted, and not the item's own", (words, ids) => {
    expect([...labels(`${claim}\n  ${words}${CARET}${rest}`)].sort()).toEqual(ids);
  });

  it("of evidence and models stand beside citations", () => {
    expect([...labels(`${claim}\n  supported by ${CARET}${rest}`, "id")].sort()).toEqual(["e", "m"]);
    expect(take(`${claim}\n  supported by ${CARET}${rest}`, "e")).toBe(`${claim}\n  supported by e${rest}`);
  });

  it("of claims stand after claim", () => {
    expect([...labels(`claim a: claim ${CARET}${rest}`)].sort()).toEqual(["b", "f"]);
    expect([...labels(`implements ${CARET}${rest}`)].sort()).toEqual(["b", "f"]);
  });

  it("are those of all documents", () => {
    expect(labels(`# file: a.lamina\nclaim far: L4 as Value\n# file: b.lamina\n${claim}\n  refines ${CARET}`)).toEqual(["far"]);
  });
});

describe("closed lists", () => {
  it.each([
    [`${claim}\n  strength ${CARET}`, "STRENGTH"],
    [`${claim}\n  strength func${CARET}`, "STRENGTH"],
    [`${claim}\n  kind ${CARET}`, "KIND"],
    [`${claim}\n  level ${CARET}`, "LEVEL"],
    [`${claim}\n  informs ${CARET}`, "DIRECTION"],
    [`source @x\n  allows at most ${CARET}`, "STRENGTH"],
    [`source @x\n  read ${CARET}`, "EXTENT"],
    [`atlas m: "M"\npart x: "X"\n  kind ${CARET}`, "PARTKIND"],
  ] as const)("%j", (text, piece) => {
    expect(labels(text)).toEqual(closedVocabularies[piece].map((entry) => entry.word));
  });

  it("replace the word at the caret", () => {
    expect(take(`${claim}\n  strength func${CARET}tionl "in a way"`, "functional")).toBe(`${claim}\n  strength functional "in a way"`);
  });
});

describe("nothing is offered", () => {
  it.each([
    [`# cl${CARET}`],
    [`${claim} # su${CARET}`],
    [`${claim}\n  # ${CARET}`],
    [`${claim}\n  means "cl${CARET}`],
    [`${claim}\n  means "one" "tw${CARET}o"`],
    [`${claim}\n  means "a \\"${CARET}`],
    [`${claim}\n  supported by [@x] anatomy "read ${CARET}"`],
    [`claim a: "lay${CARET}`],
    [`mapping m${CARET}`],
    [`${claim}\n  means ${CARET}`],
  ])("in %j", (text) => {
    expect(labels(text)).toEqual([]);
  });

  it("in prose and in unknown documents", () => {
    expect(labels(`# file: m.md\ncl${CARET}\n\n\`\`\`lamina\n${claim}\n\`\`\`\n`)).toEqual([]);
    const { snapshot } = project(claim);
    expect(complete(snapshot, "file:///elsewhere.lamina", 0)).toEqual([]);
  });
});
