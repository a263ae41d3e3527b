/**
 * THE law of the engine: whoever follows edits ends where whoever reads afresh begins. Nothing that a checker remembers
 * from before an edit may show afterwards.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { assess, builtin, Checker, claimsOf, type Finding, parseBibliography, Snapshot } from "../../src/core/service.ts";
import { defaultSettings, type Settings } from "../../src/core/settings.ts";
import type { EditableSource } from "../../src/embed/source.ts";
import { address, folder, open } from "./project.ts";

/** How many runs; a hundredfold was run while the engine was written. */
const numRuns = Number(process.env["LAMINA_RUNS"] ?? 300);

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
  "mapping f: column as Block",
  "mapping y: column as Token",
  "prediction p: \"it grows\"",
  "evidence e: [@k1]",
  "evidence e: [@k3] type anatomy_em",
  "model e: \"m.py\"",
  "source @k1",
  "use cortex, transformer",
  "use transformer",
  "use cortex, mine",
  "cite \"r.bib\"",
  "cite \"s.bib\"",
  "cite \"none.bib\"",
  "atlas mine: \"Mine\"",
  "part mine: \"My own part\" in column",
  "part cells: \"Cells\"",
  "lamina 2",
  "  supported by e",
  "  supported by [@k1] anatomy_em \"it is there\"",
  "  supported by [@k2]",
  "  supported by [@koenig2026neuroscience] statement \"said\"",
  "  supported by \"I think so\"",
  "  disputed by [@k3] anatomy \"it is not\"",
  "  qualified by e",
  "  stated in [@k1]",
  "  strength mechanistic",
  "  strength literal",
  "  kind theorem",
  "  kind programme",
  "  allows at most functional",
  "  belongs to f",
  "  belongs to y",
  "  belongs to x-2, f",
  "  assumes x, z",
  "  rivals xy",
  "  predicts p, q",
  "  type simulation",
  "  shows \"a thing\"",
  "  measures \"share\" ~ 5 %",
  "  falsified if \"share\" of ? < 5 %",
  "  about cells",
  "  facet \"one\" of ff",
  "  frobnicate",
  "frobnicate",
  "# a remark",
  "",
  "\"goes on\"",
] as const;

const bibliographyTexts = [
  "@article{k1, title = {One}, year = 2001}\n@article{k2, title = {Layer 4}}\n",
  "@article{k3, title = {Three}}\n",
  "@article{k1, title = {One\n",
  "",
];

const scraps = fc.constantFrom("x", "y", "-2", "2", "\n", "\r\n", "\"", "  ", "claim ", ":", "#", "[@", "]", "f", "k", "e", "\n\n", "> ", "```", "?");

const lineList = fc.array(fc.constantFrom(...lines), { maxLength: 9 });
const lamina = lineList.map((list) => list.map((line) => `${line}\n`).join(""));
const markdown = fc
  .tuple(fc.constantFrom("", "---\nbibliography: r.bib\n---\n", "---\nbibliography: none.bib\n---\n"), fc.array(lineList, { maxLength: 3 }), fc.constantFrom("", "> "))
  .map(([front, fences, prefix]) => {
    const body = fences.map((list) => ["```lamina", ...list, "```"].map((line) => `${prefix}${line}\n`).join(""));
    return `${front}Layer 4 carries values.\n\n${body.join("\nText.\n\n")}`;
  });

const texts = fc.tuple(lamina, lamina, markdown);

/** What happens to a project: an edit here or there, several at once, files that come and go. */
type Step =
  | { readonly kind: "edit"; readonly file: number; readonly from: number; readonly length: number; readonly text: string }
  | { readonly kind: "lines"; readonly file: number; readonly from: number; readonly count: number; readonly text: string }
  | { readonly kind: "remove"; readonly file: number }
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
  readonly checker = new Checker(Snapshot.empty(builtin()));

  constructor(start: readonly string[]) {
    this.checker.settings = settings;
    names.forEach((name, index) => this.#open(name, start[index] as string));
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
    return this.checker.update(this.checker.snapshot.with(change));
  }

  do(wanted: Step): ReadonlySet<string> {
    if (wanted.kind === "bibliography") {
      const uri = address(bibliographies[wanted.file] as string);
      if (wanted.text === undefined) this.bibliographies.delete(uri);
      else this.bibliographies.set(uri, wanted.text);
      return this.#update({ bibliographies: new Map([[uri, wanted.text === undefined ? undefined : parseBibliography(wanted.text, "bibtex")]]) });
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

  /** A checker that knows nothing of what was before. */
  fresh(): Checker {
    const documents = new Map([...this.sources.keys()].map((uri) => [uri, open(uri.slice(folder.length + 1), this.texts.get(uri) as string)]));
    const read = new Map([...this.bibliographies].map(([uri, text]) => [uri, parseBibliography(text, "bibtex")]));
    const checker = new Checker(Snapshot.empty(builtin()).with({ documents, bibliographies: read, roots: [folder], complete: true }));
    checker.settings = settings;
    return checker;
  }
}

const allFindings = (checker: Checker): Record<string, readonly Finding[]> =>
  Object.fromEntries([...checker.snapshot.documents.keys()].sort().map((uri) => [uri, checker.findings(uri)]));

/** What the evidence makes of every claim, without what differs between two readings of one text. */
const allStandings = (snapshot: Snapshot): unknown =>
  [...claimsOf(snapshot)]
    .map(({ uri, claim }) => {
      const { evidence, ...rest } = assess(claim, uri, snapshot);
      return { uri, text: claim.item.text, ...rest, evidence: evidence.map(({ use, types, ...piece }) => ({ ...piece, types: types.map(({ id }) => id) })) };
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
