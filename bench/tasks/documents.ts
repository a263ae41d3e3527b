/** Keystrokes in a manuscript, bibliographies, memory. Milliseconds, or megabytes. */
import { readFileSync } from "node:fs";
import { editBibliography, parseBibliography } from "../../src/core/evidence/bibliography.ts";
import { Checker } from "../../src/core/service.ts";
import { applyEdit, type Edit } from "../../src/core/text.ts";
import { openSource } from "../../src/embed/source.ts";
import { bibliography, corpus, manuscript } from "../lib/corpus.ts";
import { loadPeer } from "../lib/load-peer.ts";
import { timeOf, warmTime } from "../lib/measure.ts";
import { Dice } from "../lib/random.ts";
import { spread } from "../lib/statistics.ts";
import { folderUri, snapshotOf } from "../lib/workspace.ts";

/** A letter typed at a place, and taken away again. */
const typed = (at: number): Edit => ({ span: { start: at, end: at }, text: "x" });
const taken = (at: number): Edit => ({ span: { start: at, end: at + 1 }, text: "" });

interface Remark {
  unified(): { use(plugin: unknown): { parse(text: string): unknown } };
}

interface CitationJs {
  plugins: { input: { chain(text: string, options: object): readonly unknown[] } };
}

export const documentTasks = {
  "markdown-keystroke": ({ bytes, keystrokes }: { bytes: number; keystrokes: number }) => {
    const uri = `${folderUri}/manuscript.md`;
    let source = openSource(uri, "markdown", manuscript(bytes));
    const checker = new Checker(snapshotOf(100, 100).with({ documents: new Map([[uri, source]]) }));
    checker.findings(uri);
    const dice = new Dice(7);
    const times: number[] = [];
    for (let stroke = 0; stroke < keystrokes; stroke++) {
      // half of them in the prose, half inside fences
      const region = dice.happens(0.5) ? dice.pick(source.regions) : undefined;
      const at = region
        ? region.map.spanToHost({ start: 20, end: 20 }).start
        : wordAt(source.slice({ start: 0, end: source.length }), dice);
      for (const edit of [typed(at), taken(at)]) {
        const time = timeOf(() => {
          source = source.edit(edit);
          checker.update(checker.snapshot.with({ documents: new Map([[uri, source]]) }));
          return checker.findings(uri);
        });
        if (stroke > keystrokes / 4) times.push(time);
      }
    }
    return spread(times);
  },
  "markdown-remark": async ({ bytes }: { bytes: number }) => {
    const { unified } = (await loadPeer("unified")) as Remark;
    const { default: remarkParse } = (await loadPeer("remark-parse")) as { default: unknown };
    const processor = unified().use(remarkParse);
    const text = manuscript(bytes);
    return warmTime(() => processor.parse(text));
  },
  "unified-latex": async ({ path }: { path: string }) => {
    const { parse } = (await loadPeer("@unified-latex/unified-latex-util-parse")) as {
      parse(text: string): { content: readonly unknown[] };
    };
    return parse(readFileSync(path, "utf8")).content.length;
  },
  "lezer-python": async ({ path }: { path: string }) => {
    const { parser } = (await loadPeer("@lezer/python")) as { parser: { parse(text: string): { length: number } } };
    return parser.parse(readFileSync(path, "utf8")).length;
  },
  "bib-cold": ({ entries }: { entries: number }) => {
    const text = bibliography(entries);
    return timeOf(() => parseBibliography(text, "bibtex"));
  },
  "bib-warm": ({ entries }: { entries: number }) => {
    const text = bibliography(entries);
    return warmTime(() => parseBibliography(text, "bibtex"));
  },
  "bib-edit": ({ entries }: { entries: number }) => {
    let text = bibliography(entries);
    let works = parseBibliography(text, "bibtex");
    const dice = new Dice(3);
    const times: number[] = [];
    for (let stroke = 0; stroke < 60; stroke++) {
      const at = wordAt(text, dice);
      for (const edit of [typed(at), taken(at)]) {
        const next = applyEdit(text, edit);
        times.push(
          timeOf(() => {
            works = editBibliography(works, edit, next, "bibtex");
            return works;
          }),
        );
        text = next;
      }
    }
    return spread(times.slice(40)).p50;
  },
  "bib-floor": ({ entries }: { entries: number }) => {
    const text = bibliography(entries);
    return warmTime(() => [...text.matchAll(/^@\w+\{([^,\s]+)/gm)].length);
  },
  "bib-orcid": async ({ entries, warm }: BibPeer) => {
    const { default: orcid } = (await loadPeer("@orcid/bibtex-parse-js")) as { default: { toJSON(text: string): readonly unknown[] } };
    return timedBib((text) => orcid.toJSON(text).length, entries, warm);
  },
  "bib-citation-js": async ({ entries, warm }: BibPeer) => {
    await loadPeer("@citation-js/plugin-bibtex");
    const { plugins } = (await loadPeer("@citation-js/core")) as CitationJs;
    const options = { target: "@biblatex/entries+list" };
    return timedBib((text) => plugins.input.chain(text, options).length, entries, warm);
  },
  "bib-retorquere": async ({ entries, warm }: BibPeer) => {
    const { parse } = (await loadPeer("@retorquere/bibtex-parser")) as { parse(text: string): { entries: readonly unknown[] } };
    return timedBib((text) => parse(text).entries.length, entries, warm);
  },
  "memory-text": ({ claims }: { claims: number }) => {
    const before = heapNow();
    // copies, because what is put together of pieces keeps them all
    const texts = [...corpus({ claims, perFile: 100, cites: true }).map(({ text }) => text), bibliography()].map(copied);
    const after = heapNow();
    return texts.length > 0 ? after - before : 0;
  },
  memory: ({ claims }: { claims: number }) => {
    // what the program itself takes is not counted
    new Checker(snapshotOf(1, 1)).findings(`${folderUri}/claims-0001.lamina`);
    const before = heapNow();
    const checker = new Checker(snapshotOf(claims, 100));
    const findings = [...checker.snapshot.documents.keys()].map((uri) => checker.findings(uri).length);
    const after = heapNow();
    return findings.length > 0 ? after - before : 0;
  },
};

/** What lives on the heap, in megabytes. */
function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

const copied = (text: string): string => Buffer.from(text).toString();

interface BibPeer {
  readonly entries: number;
  readonly warm: boolean;
}

/** @throws where the peer reads something else than the entries that are there */
function timedBib(read: (text: string) => number, entries: number, warm: boolean): number {
  if (read(bibliography(10)) !== 10) throw new Error("cannot read the bibliography");
  const text = bibliography(entries);
  return warm ? warmTime(() => read(text), 500, 2) : timeOf(() => read(text));
}

/** A place inside some word of a text, where a letter changes no structure. */
function wordAt(text: string, dice: Dice): number {
  for (;;) {
    const at = dice.below(text.length - 40);
    const word = /[a-z]{3}[ ][a-z]{3}/.exec(text.slice(at, at + 40));
    if (word) return at + word.index + 1;
  }
}
