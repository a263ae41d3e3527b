/** Hover: for each kind of thing the card's head and first lines; what comes first; Markdown that holds. */
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { evidenceTypes } from "../../../src/core/evidence/types.ts";
import type { Card } from "../../../src/core/features/card.ts";
import { knownInProse, proseHover, usesLamina } from "../../../src/core/features/prose-hover.ts";
import { builtin, hover, renderCard } from "../../../src/core/service.ts";
import { clauses, closedVocabularies, items } from "../../../src/core/syntax/vocabulary.ts";
import { address, CARET, project, wordsOf } from "../project.ts";

function cardAt(text: string): { readonly card: Card | undefined; readonly words: string } {
  const made = project(text);
  const card = hover(made.snapshot, made.caret.uri, made.caret.offset);
  return { card, words: card ? wordsOf({ uri: made.caret.uri, span: card.span }, made.texts) : "" };
}

const markdownAt = (text: string): string => {
  const { card } = cardAt(text);
  return card ? renderCard(card) : "";
};

/** The text with a caret where the mark stands in a piece of it. */
function caretIn(text: string, piece: string): string {
  const at = text.indexOf(piece.replace(CARET, ""));
  if (at < 0) throw new Error(`${piece} is not in the text`);
  return text.slice(0, at) + piece + text.slice(at + piece.length - CARET.length);
}

const base = `mapping family: column as Block
  strength functional
  stated in [@koenig2026neuroscience] read secondary "a page"

claim values: L4 -> L2/3 as Value
  means "Layer 4 passes content on."
  because "It is the main input."
  strength functional "in what it passes on"
  supported by [@binzegger2004quantitative, p. 3] anatomy "layer 4 projects to layer 2/3" read abstract
  supported by "it is plain"
  supported by finding
  disputed by [@constantinople2013deep] perturbation "deep layers do not need layer 4"
  qualified by model simulation "it runs"
  predicts small, nowhere

claim queries: area -> L1 not as Query
  kind conjecture
  belongs to family
  via apical-dendrite

claim gap: gamma, PE as ?

prediction small: "It is small"
  expects "share" of "all synapses" within 10..15 %
  falsified if "share" outside 10..15 % with ci 95 %
  tested by anatomy_em in adult S1
  observed "share" ~ 5 % from finding
  note "ours"

evidence finding: [@lee2009modulator, introduction]
  type statement
  shows "Thalamic input is small"
  measures "share" of "total input" ~ 5 %
  read abstract "the introduction"

source @koenig2026neuroscience
  version v1
  allows at most functional "a hypothesis"

model model: "code/model.py"
  pinned 3adf61e
  symbol Net.layer as L4

use cortex, transformer
`;

const at = (piece: string): { readonly card: Card | undefined; readonly words: string } => cardAt(caretIn(base, piece));
const shown = (piece: string): string => markdownAt(caretIn(base, piece));

describe("hover on", () => {
  it.each([
    ["a layer", `as${CARET} Value`, undefined],
    ["a layer", `L${CARET}4 ->`, ["L4", "**Layer 4**  ·  `L4` layer, cortex"]],
    ["a layer of a pathway", `L2/3${CARET} as Value`, ["L2/3", "**Layer 2/3**  ·  `L2/3` layer, cortex"]],
    ["a pathway, on its arrow", `-${CARET}> L2/3`, ["L4 -> L2/3", "**Layer 4 to layer 2/3**  ·  `L4-to-L2/3` pathway, cortex"]],
    ["a role", `Val${CARET}ue\n`, ["Value", "**Value**  ·  `Value` tensor, transformer"]],
    [
      "a cell's part in via",
      `apical-den${CARET}drite`,
      ["apical-dendrite", "**Apical dendrite**  ·  `apical-dendrite` compartment, cortex"],
    ],
    ["a claim, where it is declared", `val${CARET}ues:`, ["values", "**values**  ·  claim"]],
    ["a family", `belongs to fam${CARET}ily`, ["family", "**family**  ·  family of claims"]],
    ["a prediction, where it is named", `predicts sm${CARET}all`, ["small", "**small**  ·  prediction"]],
    ["evidence, where it is named", `by fin${CARET}ding`, ["finding", "**finding**  ·  evidence, `statement`"]],
    ["a model, where it is named", `qualified by mod${CARET}el`, ["model", "**model**  ·  model"]],
    [
      "a citation",
      `[@binz${CARET}egger`,
      ["@binzegger2004quantitative, p. 3", "**Binzegger et al. 2004**  ·  `@binzegger2004quantitative` p. 3"],
    ],
    [
      "the key of a source",
      `source @koe${CARET}nig`,
      ["koenig2026neuroscience", "**König \\& Negrello 2026**  ·  `@koenig2026neuroscience`"],
    ],
    ["a family of types", `ana${CARET}tomy "`, ["anatomy", "**`anatomy`**  ·  family of types of evidence"]],
    ["a type", `pert${CARET}urbation`, ["perturbation", "**Causal perturbation**  ·  `perturbation` type of evidence"]],
    ["a strength", `func${CARET}tional "in`, ["functional", "**`functional`**  ·  a strength"]],
    ["a kind", `conj${CARET}ecture`, ["conjecture", "**`conjecture`**  ·  a kind of claim"]],
    ["an extent", `read abs${CARET}tract\n`, ["abstract", "**`abstract`**  ·  how far it was read"]],
    ["not", `n${CARET}ot as`, ["not", "**`not`**  ·  word of the language"]],
    ["a header's word", `cl${CARET}aim values`, ["claim", "**`claim`**  ·  item of the language, version 1"]],
    ["a clause's words", `supported b${CARET}y`, ["supported by", "**`supported by`**  ·  clause of the language, version 1"]],
    ["an atlas", `use cor${CARET}tex`, ["cortex", "**Neocortical column and its loops**  ·  `cortex` atlas, 64 parts"]],
    ["an id that nothing defines", `nowh${CARET}ere`, undefined],
    ["a text", `"It is sm${CARET}all`, undefined],
    ["a number", `10.${CARET}.15 %\n`, undefined],
  ] as const)("%s: %s", (_, piece, expected) => {
    const { card, words } = at(piece);
    if (expected === undefined) {
      expect(card).toBeUndefined();
      return;
    }
    expect([words, card && renderCard(card).split("\n")[0]]).toEqual(expected);
  });

  it("a name that two parts bear says both", () => {
    const text = shown(`, P${CARET}E as`);
    expect(text.split("\n")[0]).toBe("**PE**  ·  a name that several parts bear");
    expect(text).toContain("`cortex:prediction-error`");
    expect(text).toContain("`transformer:Positional-encoding`");
  });

  it("nothing gives nothing", () => {
    for (const text of [`${CARET}`, `\n${CARET}\n`, `# claim ${CARET}L4\n`, `claim a: L4 as Value ${CARET} # x`, `frob${CARET}nicate 5`]) {
      expect(cardAt(text).card, text).toBeUndefined();
    }
    const { snapshot } = project("claim a: L4 as Value");
    expect(hover(snapshot, "file:///elsewhere.lamina", 0)).toBeUndefined();
    expect(hover(snapshot, address("main.lamina"), 999)?.title).toBeUndefined();
  });
});

describe("the card of a part", () => {
  const titles = (text: string): readonly string[] => [...text.matchAll(/^\*\*([^*]+)\*\*(?: {2})?$/gm)].map(([, title = ""]) => title);

  it("has this workspace's claims first, then the paper", () => {
    const text = shown(`L${CARET}4 ->`);
    expect(titles(text).slice(0, 2)).toEqual(["In this workspace", "In the paper"]);
    const [, first = ""] = text.split("**In this workspace**\n\n");
    expect(first.split("\n")[0]).toBe(`- ◉ **Value** — L4 → L2/3 · *overstated*, functional · [values](${address("main.lamina")}#L5)`);
    expect(text).toMatch(/\*\*Value\*\*: .* — \*König \\& Negrello 2026 · .*seen/);
  });

  it("says so where no claim speaks of it", () => {
    expect(markdownAt(`claim a: L${CARET}6 as ?`)).toContain("**In this workspace**\n\n- ? **?** — L6");
    expect(markdownAt(`prediction p: "x"\n  about L${CARET}6\n`)).toContain("**In this workspace**  \nNo claim speaks of it yet.");
  });

  it("says that a claim is denied, and finds claims in all documents, on either side and through it", () => {
    const files = `# file: a.lamina\nclaim one: L1 not as Query\n# file: b.lamina\nclaim two: claim one > L1 as Block > Query\n# file: c.lamina\nclaim three: area as Query\n  via L1\nclaim four: L4 as V${CARET}alue, L1\n`;
    const text = markdownAt(files.replace(`V${CARET}alue, L1`, `Value, L${CARET}1`));
    expect(text).toContain("*not* **Query** — L1");
    for (const id of ["one", "two", "three", "four"]) expect(text).toContain(`[${id}](`);
  });

  it("does not fill in what the paper does not say", () => {
    const text = markdownAt(`claim a: L${CARET}6 as ?`);
    expect(text).toContain("**In the paper**  \nNo role for this element could be seen");
  });

  it("of every part of the atlases is Markdown without anything but what cards use", () => {
    for (const atlas of builtin().atlases) {
      for (const part of atlas.parts) {
        const name = /^[\w-]+$/.test(part.name) ? part.name : `"${part.name}"`;
        const text = markdownAt(`claim a: ${atlas.id}:L4, ${name.startsWith('"') ? "" : `${atlas.id}:`}${name}${CARET} as ?`);
        expect(text, part.id).toContain(`**${part.label.replace(/[&~]/g, "\\$&")}**`);
        expectPlain(text, part.id);
      }
    }
  });

  it("names the part that its figure shows", () => {
    expect(at(`L${CARET}4 ->`).card?.figure).toBe("cortex:L4");
    expect(at(`val${CARET}ues:`).card?.figure).toBeUndefined();
  });
});

/** No node but those that cards are made of: no HTML, no images, no headings; links lead to files and to the web alone. */
function expectPlain(markdown: string, what: string): void {
  const allowed = [
    "root",
    "paragraph",
    "text",
    "strong",
    "emphasis",
    "inlineCode",
    "code",
    "list",
    "listItem",
    "break",
    "thematicBreak",
    "link",
  ];
  const visit = (node: Nodes): void => {
    expect(allowed, `${what}: ${node.type} in ${markdown}`).toContain(node.type);
    if (node.type === "link") expect(node.url, what).toMatch(/^(https?|file):\/\//);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown));
}

describe("the card of a claim", () => {
  const text = shown(`val${CARET}ues:`);

  it("says first what it claims, then how well that stands", () => {
    const lines = text.split("\n").filter(Boolean);
    expect(lines.slice(1, 5)).toEqual([
      "`L4 -> L2/3 as Value`  ",
      "Layer 4 passes content on.",
      "◉ **overstated**: There is evidence, but for less than is asserted.  ",
      "asserted functional · earned analogy",
    ]);
  });

  it("lists evidence with its type and how far it was read", () => {
    expect(text).toContain("- Binzegger et al. 2004, p. 3: layer 4 projects to layer 2/3 — *anatomy · read: abstract*");
    expect(text).toContain("- *the writer's own argument*: it is plain");
    expect(text).toContain("- Lee \\& Sherman 2009, introduction: Thalamic input is small — *statement · read: abstract*");
    expect(text).toContain("**Qualified by**\n\n- `model`: it runs — *simulation*");
    expect(text).toContain(
      "**Predicts**\n\n- ◑ `small` — **undecided**: What was observed, 4..6 %, decides nothing: the test is of the 95 % interval",
    );
    expect(text).toContain("- `nowhere` (nothing defines it)");
    expect(text).toContain("**Because**  \nIt is the main input.");
  });

  it("says what would make it green", () => {
    expect(text).toMatch(
      /\*\*Why is this not green\?\*\*\n\n- Either add one of `ephys_extracellular`, .*,\n- or assert only \*analogy\*, which is earned\.\n/,
    );
  });

  it("says what it takes from its family", () => {
    const family = shown(`que${CARET}ries:`);
    expect(family).toContain("asserted functional (by its family) · earned nothing");
    expect(family).toContain("**Its family is stated in**  \nKönig \\& Negrello 2026 · read: secondary, a page");
    expect(markdownAt(`claim ${CARET}a: L4 as Value`)).toContain("asserted analogy (nothing said)");
  });

  it("of an open one does not ask for more, and of a supported one asks nothing", () => {
    expect(shown(`ga${CARET}p:`)).toContain("It is declared open, so nothing is asserted yet.");
    const supported = markdownAt(`claim ${CARET}a: L4 as Value\n  supported by [@binzegger2004quantitative] anatomy "so"\n`);
    expect(supported).toContain("● **supported**");
    expect(supported).not.toContain("green");
  });

  it("of a composite points to its parts, and one with a part that is not there is not supported", () => {
    const parts = 'claim one: L4 as Value\n  supported by [@binzegger2004quantitative] anatomy "so"\n';
    expect(markdownAt(`claim ${CARET}a: claim one, claim two as Block\n${parts}`)).toContain("◌ **unsupported**");
    const weak = markdownAt(`claim ${CARET}a: claim one as Block\n  strength functional\n${parts}`);
    expect(weak).toContain("- or let each of the claims that it consists of earn as much,");
  });
});

describe("other cards", () => {
  it("of a work say what it is, what is known of it, and who uses it how, by its findings too", () => {
    const text = shown(`source @koe${CARET}nig`);
    expect(text).toContain("[arXiv:2603.15339](https://arxiv.org/abs/2603.15339)");
    expect(text).toContain("**What is known of it**\n\n- version v1\n- allows at most **functional**: a hypothesis");
    expect(text).toContain("states ");
    expect(shown(`[@lee2009mod${CARET}ulator`)).toContain("supports ◉ **values**");
  });

  it("of a work that no bibliography has say so", () => {
    expect(markdownAt(`claim a: L4 as Value\n  supported by [@now${CARET}here]\n`)).toContain("No bibliography has this key.");
  });

  it("of an identifier that is not of arXiv make no link to arXiv", () => {
    const bib =
      "# file: r.bib\n@misc{one, title = {T}, eprint = {2020.01.01.123}, archiveprefix = {bioRxiv}}\n@misc{two, title = {T}, url = {javascript:alert(1)}}\n";
    const card = (key: string): string => markdownAt(`${bib}# file: a.lamina\nsource @${key}${CARET}\n`);
    expect(card("one")).toContain("bioRxiv:2020.01.01.123");
    expect(card("one")).not.toContain("](");
    expect(card("two")).not.toContain("](");
  });

  it("of predictions and evidence say what they expect, measure and serve", () => {
    const prediction = shown(`predicts sm${CARET}all`);
    for (const line of [
      '- `"share" of "all synapses" within 10..15 %`',
      '- if `"share" outside 10..15 % with ci 95 %`',
      "- `anatomy_em in adult S1`",
      "**Tests**  \n**values**",
      "*ours*",
    ]) {
      expect(prediction).toContain(line);
    }
    const evidence = shown(`by fin${CARET}ding`);
    for (const line of [
      "Thalamic input is small",
      '- `"share" of "total input" ~ 5 %`',
      "**Used by**  \n**values**",
      "read: **abstract**, the introduction",
    ]) {
      expect(evidence).toContain(line);
    }
    expect(markdownAt(`prediction ${CARET}p: ?`)).toContain("It exists and is not transcribed here.");
  });

  it("exist for every word of the language, with its example, and read as Markdown", () => {
    for (const spec of items) expectPlain(markdownAt(`${spec.word}${CARET} x`), spec.word);
    for (const spec of clauses) {
      const [item] = spec.items;
      const text = markdownAt(`${item} x: "y"\n  ${spec.word}${CARET} ${spec.example.slice(spec.word.length + 1)}\n`);
      expect(text, spec.word).toContain(`\`\`\`lamina\n${spec.example}\n\`\`\``);
      expectPlain(text, spec.word);
    }
  });

  it("exist for every word of the closed lists and every type of evidence", () => {
    const holders: Readonly<Record<string, string>> = {
      STRENGTH: "claim a: L4 as Value\n  strength ",
      KIND: "claim a: L4 as Value\n  kind ",
      EXTENT: "source @x\n  read ",
      LEVEL: "claim a: L4 as Value\n  level ",
      DIRECTION: "claim a: L4 as Value\n  informs ",
      MATCH: 'atlas m: "M"\npart x: "X"\n  xref A:1 ',
      SEEN: 'atlas m: "M"\npart x: "X"\n  rival "y" from "z" seen ',
      CHECKED: 'atlas m: "M"\npart x: "X"\n  code "y" in "z" ',
      PARTKIND: 'atlas m: "M"\npart x: "X"\n  kind ',
      MARK: 'atlas m: "M"\npart x: "X"\n  draw ',
    };
    for (const [piece, words] of Object.entries(closedVocabularies)) {
      for (const { word, help } of words) {
        const text = markdownAt(`${holders[piece]}${word}${CARET}\n`);
        expect(text, `${piece} ${word}`).toContain(help);
        expectPlain(text, word);
      }
    }
    for (const { id, label } of evidenceTypes) expect(markdownAt(`evidence e: [@x]\n  type ${id}${CARET}\n`)).toContain(`**${label}**`);
  });
});

describe("hostile text", () => {
  it.each([
    "<img src=x onerror=alert(1)>",
    "](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "`` ` ```",
    "# h",
    "![x](y)",
    "&lt;b&gt;",
    "<script>alert(1)</script>",
  ])("%s is shown and does nothing", (text) => {
    const fixture = `claim a: L4 as Value
  means "${text}"
  because "${text}"
  supported by [@one, ${text.replace(/[\][;]/g, "")}] anatomy "${text}" read abstract "${text}"
  supported by "${text}"
  stated in [@one] read secondary "${text}"
  disputed by e
prediction p: "${text}"
  falsified if "${text}"
  note "${text}"
evidence e: [@one]
  shows "${text}"
  measures "${text}" of "${text}" ~ 5 %
  read abstract "${text}"
model m: "${text}"
atlas mine: "${text}"
  means "${text}"
part thing: "${text}"
  means "${text}"
  equation "${text}"
  also "${text}"
  quantity "${text}" of "${text}" ~ 5 % from "${text}" seen primary "${text}"
  role Value "${text}" strength "${text}" from "${text}"
  rival "${text}" from "${text}"
  disputed by [@one] statement "${text}"
  beware "${text}"
  code "${text}" in "${text}" unchecked "${text}"
`;
    const bib = `@misc{one, title = {${text.replaceAll("`", "'")}}, author = {X${text.replace(/[{}`#,]/g, "")}}, note = {${text.replaceAll("`", "'")}}, url = {https://e.org/${text.replace(/[{}`]/g, "")}}}\n`;
    const file = (piece: string): string => `# file: one.bib\n${bib}# file: a.lamina\n${caretIn(fixture, piece)}`;
    for (const piece of [
      `${CARET}a: L4`,
      `${CARET}p:`,
      `${CARET}e:`,
      `${CARET}m:`,
      `${CARET}mine:`,
      `${CARET}thing:`,
      `[@o${CARET}ne, `,
      `${CARET}L4`,
    ]) {
      expectPlain(markdownAt(file(piece)), `${text} at ${piece}`);
    }
  });
});

describe("hover in prose", () => {
  const { snapshot } = project("# file: m.md\n```lamina\nclaim a: L4 as Value\n```\n# file: n.md\nText.\n");
  const uri = address("m.md");

  it("is for names of one part that are no everyday words", () => {
    for (const name of ["L4", "layer 4", "layer 2/3", "apical dendrite", "丘脑皮层"]) {
      const known = knownInProse(name, uri, snapshot);
      expect([name, known, proseHover(name, { start: 0, end: 1 }, uri, snapshot) !== undefined]).toEqual([name, known, known]);
    }
    expect(knownInProse("layer 4", uri, snapshot)).toBe(true);
    for (const name of ["PE", "a", "V", "area", "nonsense", "upper layers"]) expect(knownInProse(name, uri, snapshot), name).toBe(false);
  });

  it("is for projects that use Lamina", () => {
    expect(usesLamina(snapshot)).toBe(true);
    expect(usesLamina(project("# file: n.md\nLayer 4.\n").snapshot)).toBe(false);
    expect(usesLamina(project("# file: n.md\n```lamina\n# nothing yet\n```\n").snapshot)).toBe(false);
  });
});
