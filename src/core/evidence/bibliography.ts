/**
 * Bibliographies: which works can be cited, and what their entries say. Keys and the spans of fields are known at
 * once; what a field says is decoded when it is first asked for, because of thousands of entries few are ever shown.
 */

import { type Edit, shift } from "../text.ts";
import { type BibliographyProblem, type BibtexScan, type ScannedEntry, type ScannedMacro, scanBibtex } from "./bibtex.ts";
import { scanCsl } from "./csl.ts";
import { BibliographyEntry, type EntrySource, MacroTable } from "./entry.ts";

export type { BibliographyProblem } from "./bibtex.ts";
export { BibliographyEntry, type BibliographyField } from "./entry.ts";
export type { PersonName } from "./person-names.ts";
export { referenceLine, shortCitation } from "./reference-line.ts";

export type BibliographyFormat = "bibtex" | "csl-json";

/** The references of one file. */
export interface Bibliography {
  /** In the order of the text, with those whose key an earlier one has. */
  readonly entries: readonly BibliographyEntry[];
  /** The first entry of every key; keys are compared as written. */
  readonly byKey: ReadonlyMap<string, BibliographyEntry>;
  readonly problems: readonly BibliographyProblem[];
}

/** The format of a bibliography by the ending of its file's name; `undefined` if it is none that is read. */
export function bibliographyFormat(path: string): BibliographyFormat | undefined {
  if (/\.bib(?:tex)?$/i.test(path)) return "bibtex";
  return /\.json$/i.test(path) ? "csl-json" : undefined;
}

/** What `editBibliography` must know of a BibTeX file beside its entries. */
interface ScanState {
  readonly text: string;
  readonly macros: readonly ScannedMacro[];
  readonly macroTable: MacroTable;
  /** Those of the scan, without keys that are there twice. */
  readonly problems: readonly BibliographyProblem[];
  readonly hasOpenComment: boolean;
}

const scanStates = new WeakMap<Bibliography, ScanState>();

/** Reads a bibliography. Never throws: what cannot be read is a problem, and spoils no more than its own entry. */
export function parseBibliography(text: string, format: BibliographyFormat): Bibliography {
  if (format === "csl-json") {
    const scan = scanCsl(text);
    return assemble(text, scan.entries, "csl-json", new MacroTable(text, []), scan.problems);
  }
  return fromScan(text, scanBibtex(text));
}

function fromScan(text: string, scan: BibtexScan): Bibliography {
  const macroTable = new MacroTable(text, scan.macros);
  const bibliography = assemble(text, scan.entries, "bibtex", macroTable, scan.problems);
  const { macros, problems, hasOpenComment } = scan;
  scanStates.set(bibliography, { text, macros, macroTable, problems, hasOpenComment });
  return bibliography;
}

function assemble(
  text: string,
  scanned: readonly ScannedEntry[],
  format: BibliographyFormat,
  macros: MacroTable,
  problems: readonly BibliographyProblem[],
): Bibliography {
  const byKey = new Map<string, BibliographyEntry>();
  const source: EntrySource = { text, format, macros, byKey };
  return complete(
    scanned.map((entry) => new BibliographyEntry(entry, entry.start, source)),
    byKey,
    problems,
  );
}

/** Enters the entries by their keys, and says which keys are there twice. */
function complete(
  entries: readonly BibliographyEntry[],
  byKey: Map<string, BibliographyEntry>,
  problems: readonly BibliographyProblem[],
): Bibliography {
  const duplicates: BibliographyProblem[] = [];
  for (const entry of entries) {
    if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
    else duplicates.push({ span: entry.keySpan, message: `The key “${entry.key}” is there twice; the first entry counts.` });
  }
  const all = duplicates.length === 0 ? problems : [...problems, ...duplicates].sort((a, b) => a.span.start - b.span.start);
  return { entries, byKey, problems: all };
}

/**
 * The bibliography after an edit: the same as reading `newText` gives. In BibTeX only the entries around the edit are
 * scanned again: between entries a scanner knows nothing but where it is, so from the first entry behind the edit that
 * it meets again all is as before.
 */
export function editBibliography(old: Bibliography, edit: Edit, newText: string, format: BibliographyFormat): Bibliography {
  const state = scanStates.get(old);
  const edited = format === "bibtex" && state !== undefined && !state.hasOpenComment ? editBibtex(old, state, edit, newText) : undefined;
  return edited ?? parseBibliography(newText, format);
}

function editBibtex(old: Bibliography, state: ScanState, edit: Edit, newText: string): Bibliography | undefined {
  const entries = old.entries;
  const by = edit.text.length - (edit.span.end - edit.span.start);
  // one entry more than the edit touches, because where an unclosed one ends depends on the next
  const first = firstIndex(entries, (entry) => entry.end >= edit.span.start) - 1;
  const start = first > 0 ? (entries[first] as BibliographyEntry).start : 0;
  // from the first entry behind the edit that the scan meets again, all is as before
  let next = firstIndex(entries, (entry) => entry.start > edit.span.end);
  const scan = scanBibtex(newText, start, (offset) => {
    while (next < entries.length && (entries[next] as BibliographyEntry).start + by < offset) next++;
    return next < entries.length && (entries[next] as BibliographyEntry).start + by === offset;
  });
  if (scan.end === newText.length) next = entries.length;
  const oldEnd = entries[next]?.start ?? Number.POSITIVE_INFINITY;
  const isInside = (offset: number): boolean => offset >= start && offset < oldEnd;
  if (scan.hasOpenComment || scan.macros.length > 0 || state.macros.some((macro) => isInside(macro.start))) return undefined;

  const byKey = new Map<string, BibliographyEntry>();
  const move = (offset: number): number => (offset < start ? offset : offset + by);
  const macros = state.macros.map((macro) => ({ ...macro, start: move(macro.start), end: move(macro.end) }));
  const source: EntrySource = { text: newText, format: "bibtex", macros: state.macroTable, byKey };
  const result: BibliographyEntry[] = [];
  for (let index = 0; index < first; index++) result.push((entries[index] as BibliographyEntry).moved(0, source));
  for (const entry of scan.entries) result.push(new BibliographyEntry(entry, entry.start, source));
  for (let index = next; index < entries.length; index++) result.push((entries[index] as BibliographyEntry).moved(by, source));
  const problems = [
    ...state.problems.filter((problem) => problem.span.start < start),
    ...scan.problems,
    ...state.problems.filter((problem) => problem.span.start >= oldEnd).map(({ span, message }) => ({ span: shift(span, by), message })),
  ];
  const bibliography = complete(result, byKey, problems);
  scanStates.set(bibliography, { text: newText, macros, macroTable: state.macroTable, problems, hasOpenComment: false });
  return bibliography;
}

/** The first index whose entry meets a condition that holds for all after it; the length if none does. */
function firstIndex(entries: readonly BibliographyEntry[], meets: (entry: BibliographyEntry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (meets(entries[middle] as BibliographyEntry)) high = middle;
    else low = middle + 1;
  }
  return low;
}
