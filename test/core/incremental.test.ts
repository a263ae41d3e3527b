/**
 * THE law of the engine: whoever follows edits ends where whoever reads afresh begins. Nothing that a checker remembers
 * from before an edit may show afterwards.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { assess, builtin, Checker, claimsOf, type Finding, parseBibliography, Snapshot } from "../../src/core/service.ts";
import { defaultSettings, type Settings } from "../../src/core/settings.ts";
import type { EditableSource } from "../../src/embed/source.ts";
import { answersOf } from "./answers.ts";
import { address, folder, open } from "./project.ts";

/** How many runs; many times as many were run while the engine was written. */
const numRuns = Number(process.env["LAMINA_RUNS"] ?? 200);

const names = ["a.lamina", "b.lamina", "c.md"] as const;
const bibliographies = ["r.bib", "s.bib"] as const;
const settings: Settings = { ...defaultSettings, profile: "submission" };

/** Lines that speak of each other over documents: few ids, so that they meet. */
const lines = [
  "claim x: L4 as Value",
  "claim y: L4 -> L2/3 not as Key",
  "claim x-2: claim x, claim y as Block",
  "claim z: claim x-2 as Self-attention",
  "claim w: claim z, claim w as Token",
  "claim claim x as Token",
  "claim L1 as Query belongs to y",
  "claim xx: mine as Value",
  "claim x: cells as ?",
  "claim broken: as",
  "claim L4 not as Value",
  "claim L4 as Key stated in [@k1, v2]",
  "claim L4 as Query stated in [@k1, v1]",
  "claim L5 as Query stated in [@k1]",
  "claim each L4, L5 as Value, Key",
  "claim each L4, L5 as Value",
  "claim L2/3 as Token",
  "claim L2/3 as Block",
  "claim L2/3-horizontal as Query stated in [@koenig2026neuroscience]",
  "claim chain: L4 as Token",
  "claim Value as Token belongs to chain",
  "  assumes x, y",
  "  assumes chain",
  "  level column",
  '  facet "wiring"',
  "  scope mouse V1",
  "  scope macaque MT, frobs",
  '  supported by [@lee2009modulator] anatomy_em "so" in cat V1',
  "mapping f: column as Block",
  "mapping y: column as Token",
  'prediction p: "it grows"',
  "evidence e: [@k1]",
  "evidence e: [@k3] type anatomy_em",
  "evidence q: [@k1, v3] type theory_derivation",
  'model e: "m.py"',
  "source @k1",
  "use cortex, transformer",
  "use transformer",
  "use cortex, mine",
  "use cortx",
  "implements x as Value",
  'cite "r.bib"',
  'cite "s.bib"',
  'cite "none.bib"',
  'atlas mine: "Mine"',
  'part mine: "My own part" in column',
  'part cells: "Cells"',
  "lamina 2",
  "  supported by e",
  '  supported by [@k1] anatomy_em "it is there"',
  "  supported by [@k2]",
  '  supported by [@koenig2026neuroscience] statement "said"',
  '  supported by "I think so"',
  '  disputed by [@k3] anatomy "it is not"',
  "  qualified by e",
  "  stated in [@k1]",
  "  strength mechanistic",
  "  strength literal",
  "  kind theorem",
  "  kind programme",
  "  allows at most functional",
  "  belongs to f",
  "  belongs to y",
  "  belongs to z",
  "claim L5 as Key belongs to x-2",
  "prediction x-2: ?",
  "prediction x-3: ?",
  "  belongs to x-2, f",
  "  assumes x, z",
  "  rivals xy",
  "  predicts p, q",
  "  type simulation",
  '  shows "a thing"',
  '  measures "share" ~ 5 %',
  '  falsified if "share" of ? < 5 %',
  "  about cells",
  '  facet "one" of ff',
  '  stated in [@k1] read secondary "a note"',
  "  stated in [@k1, v2]",
  '  supported by [@k1, v1] statement "said" read title-only',
  '  supported by [@k2, v2; @k4] simulation "it runs"',
  "  supported by q",
  '  observed "share" of ? ~ 4 % from [@k1]',
  '  observed "share" of ? ~ 4 % from e',
  "  predicts p",
  'prediction q: "it shrinks"',
  '  expects "share" of "all" within 10..15 %',
  '  expects "share" of "all" > 8 % and "count" > 3',
  '  falsified if "share" of "all" > 20 %',
  "  falsified if > 12 %",
  "  falsified by counterexample",
  '  observed "share" of "all" = 30 %',
  '  observed "share" of "all" from e',
  '  observed "share" of "all" data "d.csv" column share mean',
  '  observed data "d.csv" column share where layer = "L4" mean accepted 0123456789ab',
  '  observed data "t.tsv" column shares',
  '  measures "share" of "all" = 25 %',
  '  measures "shares" of "all" ~ 5 %',
  '  measures "share" of "all" = 2 %',
  '  supported by data "d.csv" accepted abcdef0123 anatomy_em "it is there"',
  '  supported by data "none.csv" simulation "it runs"',
  "  belongs to x",
  "  read secondary",
  "  version v1",
  "  version v3",
  "  undisputed as of 2026-11-23",
  '  because "it must"',
  "  type perturbation",
  "  frobnicate",
  "frobnicate",
  "# a remark",
  "",
  '"goes on"',
] as const;

const bibliographyTexts = [
  "@article{k1, title = {One}, year = 2001}\n@article{k2, title = {Layer 4}}\n",
  "@article{k3, title = {Three}}\n",
  "@misc{k1, author = {A. One}, title = {A title of some length}, eprint = {2601.00001}, archiveprefix = {arXiv}}\n@misc{k4, author = {A. One}, title = {A title of some length}, doi = {10.1}}\n@misc{k2, author = {B. Two and A. One}, title = {RETRACTED: two}}\n",
  "@article{k1, title = {One\n",
  "",
];

const dataFiles = ["d.csv", "t.tsv"] as const;
const dataTexts = [
  "layer,share (%)\nL4,11\nL4,13\nL5,30\n",
  "layer,share (%)\nL4,31\nL4,33\nL5,30\n",
  "layer,part\nL4,31\n",
  "share\tshares\n0.1\t0.3\n",
  "share,layer\nmany,L4\n",
  "",
];

const scraps = fc.constantFrom(
  "x",
  "y",
  "-2",
  "2",
  "\n",
  "\r\n",
  '"',
  "  ",
  "claim ",
  ":",
  "#",
  "[@",
  "]",
  "f",
  "k",
  "e",
  "\n\n",
  "> ",
  "```",
  "?",
);

const lineList = fc.array(fc.constantFrom(...lines), { maxLength: 9 });
const lamina = lineList.map((list) => list.map((line) => `${line}\n`).join(""));
const markdown = fc
  .tuple(
    fc.constantFrom("", "---\nbibliography: r.bib\n---\n", "---\nbibliography: none.bib\n---\n"),
    fc.array(lineList, { maxLength: 3 }),
    fc.constantFrom("", "> "),
  )
  .map(([front, fences, prefix]) => {
    const body = fences.map((list) => ["```lamina", ...list, "```"].map((line) => `${prefix}${line}\n`).join(""));
    return `${front}Layer 4 carries values [@k4].\n\n${body.join("\nText.\n\n")}`;
  });

const texts = fc.tuple(lamina, lamina, markdown);

/** What happens to a project: an edit here or there, several at once, files that come and go. */
type Step =
  | { readonly kind: "edit"; readonly file: number; readonly from: number; readonly length: number; readonly text: string }
  | { readonly kind: "lines"; readonly file: number; readonly from: number; readonly count: number; readonly text: string }
  | { readonly kind: "remove"; readonly file: number }
  /** Whether what documents ask of data files is read at once, or stays unread. */
  | { readonly kind: "data"; readonly file: number; readonly text: string | undefined }
  | { readonly kind: "reading"; readonly reads: boolean }
  | { readonly kind: "bibliography"; readonly file: number; readonly text: string | undefined };

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const file = fc.nat({ max: names.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      file,
      from: fraction,
      length: fc.constantFrom(0, 0, 0, 1, 2, 5),
      text: fc.oneof(scraps, fc.constant("")),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("lines" as const),
      file,
      from: fraction,
      count: fc.constantFrom(0, 0, 1, 1, 2),
      text: fc.array(fc.constantFrom(...lines), { maxLength: 2 }).map((list) => list.map((line) => `${line}\n`).join("")),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), file }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("data" as const),
      file: fc.nat({ max: dataFiles.length - 1 }),
      text: fc.constantFrom(...dataTexts, undefined),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reading" as const), reads: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("bibliography" as const),
      file: fc.nat({ max: bibliographies.length - 1 }),
      text: fc.constantFrom(...bibliographyTexts, undefined),
    }),
  },
);

/** Lines start where a fraction of the text is. */
function lineSpan(text: string, from: number, count: number): { start: number; end: number } {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const first = Math.floor(from * (starts.length - 1));
  return { start: starts[first] as number, end: starts[Math.min(first + count, starts.length - 1)] as number };
}

class Editor {
  readonly sources = new Map<string, EditableSource>();
  readonly texts = new Map<string, string>();
  readonly bibliographies = new Map<string, string>();
  readonly data = new Map<string, string>([[address("d.csv"), dataTexts[0] as string]]);
  #reads = true;
  readonly checker = new Checker(Snapshot.empty(builtin()));

  constructor(start: readonly string[]) {
    this.checker.settings = settings;
    for (const [index, name] of names.entries()) this.#open(name, start[index] as string);
    this.bibliographies.set(address("r.bib"), bibliographyTexts[0] as string);
    this.#update({
      documents: new Map(this.sources),
      bibliographies: new Map([[address("r.bib"), parseBibliography(bibliographyTexts[0] as string, "bibtex")]]),
      roots: [folder],
      complete: true,
    });
  }

  #open(name: string, text: string): void {
    this.texts.set(address(name), text);
    this.sources.set(address(name), open(name, text));
  }

  #update(change: Parameters<Snapshot["with"]>[0]): ReadonlySet<string> {
    const concerned = this.checker.update(this.checker.snapshot.with(change));
    return this.#reads ? new Set([...concerned, ...this.#readData()]) : concerned;
  }

  #readData(): ReadonlySet<string> {
    const { snapshot } = this.checker;
    return this.checker.update(snapshot.with({ data: answersOf(snapshot, (uri) => this.data.get(uri)) }));
  }

  do(wanted: Step): ReadonlySet<string> {
    if (wanted.kind === "reading" || wanted.kind === "data") {
      if (wanted.kind === "reading") this.#reads = wanted.reads;
      else if (wanted.text === undefined) this.data.delete(address(dataFiles[wanted.file] as string));
      else this.data.set(address(dataFiles[wanted.file] as string), wanted.text);
      return this.#reads ? this.#readData() : new Set();
    }
    if (wanted.kind === "bibliography") {
      const uri = address(bibliographies[wanted.file] as string);
      if (wanted.text === undefined) this.bibliographies.delete(uri);
      else this.bibliographies.set(uri, wanted.text);
      return this.#update({
        bibliographies: new Map([[uri, wanted.text === undefined ? undefined : parseBibliography(wanted.text, "bibtex")]]),
      });
    }
    const name = names[wanted.file] as string;
    const uri = address(name);
    const source = this.sources.get(uri);
    if (wanted.kind === "remove") {
      this.sources.delete(uri);
      return this.#update({ documents: new Map([[uri, undefined]]) });
    }
    if (!source) {
      this.#open(name, wanted.text);
      return this.#update({ documents: new Map([[uri, this.sources.get(uri)]]) });
    }
    const text = this.texts.get(uri) as string;
    const start = Math.floor(wanted.from * text.length);
    const span =
      wanted.kind === "lines" ? lineSpan(text, wanted.from, wanted.count) : { start, end: Math.min(text.length, start + wanted.length) };
    this.texts.set(uri, text.slice(0, span.start) + wanted.text + text.slice(span.end));
    this.sources.set(uri, source.edit({ span, text: wanted.text }));
    return this.#update({ documents: new Map([[uri, this.sources.get(uri)]]) });
  }

  /** Puts other words in the place of the first that are such. */
  replace(name: string, from: string, to: string): ReadonlySet<string> {
    const uri = address(name);
    const text = this.texts.get(uri) as string;
    const start = text.indexOf(from);
    const source = this.sources.get(uri) as EditableSource;
    this.texts.set(uri, text.replace(from, to));
    this.sources.set(uri, source.edit({ span: { start, end: start + from.length }, text: to }));
    return this.#update({ documents: new Map([[uri, this.sources.get(uri)]]) });
  }

  /** A checker that knows nothing of what was before. */
  fresh(): Checker {
    const documents = new Map(
      [...this.sources.keys()].reverse().map((uri) => [uri, open(uri.slice(folder.length + 1), this.texts.get(uri) as string)]),
    );
    const read = new Map([...this.bibliographies].reverse().map(([uri, text]) => [uri, parseBibliography(text, "bibtex")]));
    const data = new Map([...documents.keys()].map((uri) => [uri, this.checker.snapshot.dataOf(uri) ?? new Map()]));
    const checker = new Checker(Snapshot.empty(builtin()).with({ documents, bibliographies: read, data, roots: [folder], complete: true }));
    checker.settings = settings;
    return checker;
  }
}

/** All findings; and what is shown first must be the first of them, whichever is asked for before the other. */
const allFindings = (checker: Checker): Record<string, readonly Finding[]> =>
  Object.fromEntries(
    [...checker.snapshot.documents.keys()].sort().map((uri) => {
      const { first, count } = checker.overview(uri, 3, "unknown-part");
      const findings = checker.findings(uri);
      expect(first).toEqual(findings.slice(0, 3));
      expect(count).toBe(findings.filter(({ rule }) => rule === "unknown-part").length);
      return [uri, findings];
    }),
  );

/** What the evidence makes of every claim, without what differs between two readings of one text. */
const allStandings = (snapshot: Snapshot): unknown =>
  [...claimsOf(snapshot)]
    .map(({ uri, claim }) => {
      const { evidence, ...rest } = assess(claim, uri, snapshot);
      return {
        uri,
        text: claim.item.text,
        ...rest,
        evidence: evidence.map(({ use, types, ...piece }) => ({ ...piece, types: types.map(({ id }) => id) })),
      };
    })
    .sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));

/** Compares as text first, which is quick; only a difference is worth a report. */
function expectSame(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, what).toEqual(expected);
}

test("a checker that follows edits finds what a fresh one finds", { timeout: 600 * numRuns }, () => {
  fc.assert(
    fc.property(texts, fc.array(step, { minLength: 1, maxLength: 12 }), (start, steps) => {
      const editor = new Editor(start);
      let before = allFindings(editor.checker);
      for (const wanted of steps) {
        const concerned = editor.do(wanted);
        const fresh = editor.fresh();
        const expected = allFindings(fresh);
        expectSame(allFindings(editor.checker), expected, "findings");
        expectSame(allStandings(editor.checker.snapshot), allStandings(fresh.snapshot), "standings");
        for (const uri of Object.keys(expected)) {
          if (!concerned.has(uri)) expectSame(before[uri], expected[uri], `${uri} changed unannounced`);
        }
        before = expected;
      }
    }),
    { numRuns },
  );
});

/** Claims on few things, more of them than any is compared with. */
const crowd = fc
  .array(
    fc.constantFrom(
      "claim L4 as Value",
      "claim L4 as Key",
      "claim L4 not as Value",
      "claim L4 as Query stated in [@k1]",
      "claim L5 as Value stated in [@k1]",
      "claim L2/3 as Value",
      "claim x: L4 as Token belongs to f",
      "  level column",
      '  facet "one"',
      "mapping f: column as Block",
    ),
    { minLength: 30, maxLength: 60 },
  )
  .map((list) => list.map((line) => `${line}\n`).join(""));

test("it does so where many claims are on one thing", { timeout: 600 * numRuns }, () => {
  fc.assert(
    fc.property(fc.tuple(crowd, lamina, fc.constant("")), fc.array(step, { minLength: 1, maxLength: 4 }), (start, steps) => {
      const editor = new Editor(start);
      allFindings(editor.checker);
      for (const wanted of steps) {
        editor.do(wanted);
        expectSame(allFindings(editor.checker), allFindings(editor.fresh()), "findings");
      }
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
});

test("a claim is concerned by evidence on what belongs to what belongs to it", () => {
  const support = '  supported by [@lee2009modulator] anatomy "so"\n';
  const editor = new Editor([
    "claim top: column as Block\nclaim middle: L5 as Key\n  belongs to top\n",
    "claim bottom: L4 as Value\n  belongs to middle\n",
    "",
  ]);
  const lacking = (): readonly string[] =>
    editor.checker
      .findings(address("a.lamina"))
      .filter(({ rule }) => rule === "claim-without-evidence")
      .map(({ message }) => message);
  expect(lacking()).toHaveLength(2);
  const concerned = editor.do({ kind: "lines", file: 1, from: 1, count: 0, text: support });
  expect([...concerned].sort()).toEqual([address("a.lamina"), address("b.lamina")]);
  expect(lacking()).toEqual([]);
});

test("a snapshot that was not made from the one before is checked anew", () => {
  const editor = new Editor(["claim a: L4 as Value\n", "", ""]);
  const uri = address("a.lamina");
  const lacking = (): readonly Finding[] => editor.checker.findings(uri).filter(({ rule }) => rule === "claim-without-evidence");
  expect(lacking()).toHaveLength(1);
  const other = Snapshot.empty(builtin()).with({ documents: new Map([[uri, open("a.lamina", "claim a: L4 as ?\n")]]), complete: true });
  expect(editor.checker.update(other).has(uri)).toBe(true);
  expect(lacking()).toEqual([]);
});

const anatomy = '  supported by [@lee2009modulator] anatomy "so"\n';

/** Two documents, an edit of the first, and what it changes in the second alone. */
const scenarios: readonly (readonly [string, { readonly a: string; readonly b: string; readonly from: string; readonly to: string }])[] = [
  [
    "what a source allows concerns a claim by way of its family",
    {
      a: "source @k1\n  allows at most literal\n",
      b: `mapping f: column as Block\n  stated in [@k1]\nclaim a: L4 as Value\n  strength literal\n  belongs to f\n${anatomy}`,
      from: "literal",
      to: "analogy",
    },
  ],
  [
    "what a source allows concerns a claim by way of evidence with an id",
    {
      a: "source @k1\n  allows at most literal\n",
      b: 'evidence e: [@k1]\n  type statement\n  shows "so"\nclaim a: L4 as Value\n  strength literal\n  supported by e\n',
      from: "literal",
      to: "analogy",
    },
  ],
  [
    "a first claim that belongs to another gives it standing",
    { a: `claim one: L4 as Value\n${anatomy}`, b: "claim a: column as Block\n", from: anatomy, to: `${anatomy}  belongs to a\n` },
  ],
  [
    "a claim that comes gives standing to one that has it as an end",
    { a: `claim none: L4 as Value\n${anatomy}`, b: "claim a: claim one as Block\n", from: "none", to: "one" },
  ],
  [
    "evidence by its id earns what its type does",
    { a: "evidence e: [@k1]\n  type statement\n", b: "claim a: L4 as Value\n  supported by e\n", from: "statement", to: "simulation" },
  ],
  [
    "a family hands down what it asserts",
    {
      a: "mapping f: column as Block\n  strength analogy\n",
      b: `claim a: L4 as Value\n  belongs to f\n${anatomy}`,
      from: "analogy",
      to: "literal",
    },
  ],
  [
    "an entry of an atlas decides whether both ends are formal",
    {
      a: 'atlas m: "M"\npart x: "X"\n  kind layer\n',
      b: 'use m\nclaim a: x as x\n  supported by [@lee2009modulator] theory_derivation "so"\n',
      from: "layer",
      to: "formal",
    },
  ],
  [
    "a family hands down the level at which two roles are rivals",
    {
      a: "mapping f: column as Block\n  level column\n",
      b: "claim a: L4 as Value\n  belongs to f\nclaim b: L4 as Key\n  level column\n",
      from: "level column",
      to: "level cell",
    },
  ],
  [
    "evidence on what is assumed bears on what rests on it",
    {
      a: "evidence e: [@k1]\n  type statement\n",
      b: `claim a: L4 as Value\n  supported by e\nclaim b: L5 as Key\n  assumes a\n${anatomy}`,
      from: "statement",
      to: "simulation",
    },
  ],
  ["a claim elsewhere denies it no more", { a: "claim a: L4 as Value\n", b: "claim b: L4 not as Value\n", from: "Value", to: "Key" }],
  [
    "a link elsewhere is weaker than the chain",
    {
      a: "claim one: L4 as Token\n  strength mechanistic\n",
      b: "claim two: Token as Key\n  strength mechanistic\nclaim chain: L4 as Key\n  strength mechanistic\n  assumes one, two\n",
      from: "mechanistic",
      to: "analogy",
    },
  ],
  [
    "the next document that uses an atlas says what is not mapped",
    { a: "use cortex, transformer\nclaim a: L4 as Value\n", b: "use cortex\n", from: "cortex, ", to: "" },
  ],
  ["a part that is mapped elsewhere is mapped", { a: "claim a: L4 as Value\n", b: "use cortex\n", from: "L4", to: "L5" }],
  [
    "what a source says elsewhere is the record",
    {
      a: "claim a: L4 as Key\n  stated in [@k1]\n",
      b: "claim b: L4 as Query\n  stated in [@k1]\n  contrasts with a\n",
      from: "as Key",
      to: "as Token",
    },
  ],
  [
    "a finding that falsifies a prediction refutes the claims behind it, and what consists of them",
    {
      a: 'evidence e: [@k1]\n  type statement\n  measures "share" of "all" = 5 %\n',
      b:
        'prediction p: "x"\n  expects "share" of "all" < 9 %\n  falsified if > 20 %\n  observed "share" of "all" from e\n' +
        `claim a: L4 as Value\n  predicts p\n${anatomy}claim whole: claim a as Block\n`,
      from: "5 %",
      to: "50 %",
    },
  ],
  [
    "a number elsewhere disagrees",
    {
      a: 'evidence e: [@k1]\n  measures "share" of "all" = 5 %\n',
      b: 'evidence f: [@k1]\n  measures "share" of "all" = 5 %\n',
      from: "5 %",
      to: "50 %",
    },
  ],
  [
    "an id that comes is what was meant elsewhere",
    { a: "claim other: L4 as ?\n", b: "claim a: L5 as ?\n  assumes valuess\n", from: "other", to: "values" },
  ],
  [
    "an id that is taken is free no more",
    { a: "claim b: L4 as ?\n", b: "claim a: L4 as ?\nclaim a: L5 as ?\n", from: "claim b", to: "claim a-2" },
  ],
];

test("a data file that changes refutes claims of other documents, and what consists of them", () => {
  const editor = new Editor([
    'prediction p: "x"\n  expects "share" of "all" < 20 %\n  falsified if > 22 %\n  observed data "d.csv" column share where layer = "L4" mean\n',
    `claim a: L4 as Value\n  predicts p\n${anatomy}`,
    "```lamina\nclaim whole: claim a as Block\n```\n",
  ]);
  const standings = (): readonly string[] =>
    [...claimsOf(editor.checker.snapshot)].map(({ uri, claim }) => assess(claim, uri, editor.checker.snapshot).standing);
  expect(standings()).toEqual(["supported", "supported"]);
  const concerned = editor.do({ kind: "data", file: 0, text: dataTexts[1] });
  expect([...concerned].sort()).toEqual(names.map(address));
  expect(standings()).toEqual(["refuted", "unsupported"]);
  expect(allFindings(editor.checker)).toEqual(allFindings(editor.fresh()));
});

test.each(scenarios)("%s", (_, { a, b, from, to }) => {
  const editor = new Editor([a, b, ""]);
  const both = (checker: Checker): readonly unknown[] => [checker.findings(address("b.lamina")), allStandings(checker.snapshot)];
  const before = JSON.stringify(both(editor.checker));
  const concerned = editor.replace("a.lamina", from, to);
  const expected = both(editor.fresh());
  expect(JSON.stringify(expected)).not.toBe(before);
  expect(both(editor.checker)).toEqual(expected);
  if (JSON.stringify(expected[0]) !== JSON.stringify(JSON.parse(before)[0])) expect(concerned).toContain(address("b.lamina"));
});
