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

/** At which place among the entries the first one with each key stands. */
type KeyPlaces = ReadonlyMap<string, number>;

/** What `editBibliography` must know of a BibTeX file beside its entries. */
interface ScanState {
  readonly places: KeyPlaces;
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
    return assemble(scan.entries, { text, format, macros: new MacroTable(text, []) }, scan.problems, placesOf(scan.entries));
  }
  return fromScan(text, scanBibtex(text));
}

function fromScan(text: string, scan: BibtexScan): Bibliography {
  const { macros, problems, hasOpenComment } = scan;
  const macroTable = new MacroTable(text, macros);
  const places = placesOf(scan.entries);
  const bibliography = assemble(scan.entries, { text, format: "bibtex", macros: macroTable }, problems, places);
  scanStates.set(bibliography, { places, macros, macroTable, problems, hasOpenComment });
  return bibliography;
}

function assemble(
  scanned: readonly ScannedEntry[],
  shared: Omit<EntrySource, "byKey">,
  problems: readonly BibliographyProblem[],
  places: KeyPlaces,
): Bibliography {
  const entries: BibliographyEntry[] = [];
  const source: EntrySource = { ...shared, byKey: new EntriesByKey(places, entries) };
  for (const entry of scanned) entries.push(new BibliographyEntry(entry, entry.start, source));
  return complete(entries, source, problems);
}

function placesOf(entries: readonly { readonly key: string }[]): KeyPlaces {
  const places = new Map<string, number>();
  for (let place = 0; place < entries.length; place++) {
    const { key } = entries[place] as { readonly key: string };
    if (!places.has(key)) places.set(key, place);
  }
  return places;
}

/** Says which keys are there twice. */
function complete(entries: readonly BibliographyEntry[], { byKey }: EntrySource, problems: readonly BibliographyProblem[]): Bibliography {
  if (byKey.size === entries.length) return { entries, byKey, problems };
  const duplicates = entries
    .filter((entry) => byKey.get(entry.key) !== entry)
    .map((entry) => ({ span: entry.keySpan, message: `The key “${entry.key}” is there twice; the first entry counts.` }));
  return { entries, byKey, problems: [...problems, ...duplicates].sort((a, b) => a.span.start - b.span.start) };
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
  const first = Math.max(0, firstIndex(entries, (entry) => entry.end >= edit.span.start) - 1);
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

  const result: BibliographyEntry[] = [];
  // most edits are inside an entry and leave all keys where they are; to find places for thousands takes longer than all else
  const sameKeys =
    scan.entries.length === next - first &&
    scan.entries.every((entry, index) => entry.key === (entries[first + index] as BibliographyEntry).key);
  const places = sameKeys ? state.places : placesOf([...entries.slice(0, first), ...scan.entries, ...entries.slice(next)]);
  const source: EntrySource = { text: newText, format: "bibtex", macros: state.macroTable, byKey: new EntriesByKey(places, result) };
  for (let index = 0; index < first; index++) result.push((entries[index] as BibliographyEntry).moved(0, source));
  for (const entry of scan.entries) result.push(new BibliographyEntry(entry, entry.start, source));
  for (let index = next; index < entries.length; index++) result.push((entries[index] as BibliographyEntry).moved(by, source));
  const move = (offset: number): number => (offset < start ? offset : offset + by);
  const macros = state.macros.map((macro) => ({ ...macro, start: move(macro.start), end: move(macro.end) }));
  const problems = [
    ...state.problems.filter((problem) => problem.span.start < start),
    ...scan.problems,
    ...state.problems.filter((problem) => problem.span.start >= oldEnd).map(({ span, message }) => ({ span: shift(span, by), message })),
  ];
  const bibliography = complete(result, source, problems);
  scanStates.set(bibliography, { places, macros, macroTable: state.macroTable, problems, hasOpenComment: false });
  return bibliography;
}

/** The first entry of every key. Where the keys stand is shared by all versions of a file that have the same. */
class EntriesByKey implements ReadonlyMap<string, BibliographyEntry> {
  readonly #places: KeyPlaces;
  readonly #entries: readonly BibliographyEntry[];

  constructor(places: KeyPlaces, entries: readonly BibliographyEntry[]) {
    this.#places = places;
    this.#entries = entries;
  }

  get size(): number {
    return this.#places.size;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): BibliographyEntry | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#entries[place];
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *values(): MapIterator<BibliographyEntry> {
    for (const place of this.#places.values()) yield this.#entries[place] as BibliographyEntry;
  }

  *entries(): MapIterator<[string, BibliographyEntry]> {
    for (const [key, place] of this.#places) yield [key, this.#entries[place] as BibliographyEntry];
  }

  [Symbol.iterator](): MapIterator<[string, BibliographyEntry]> {
    return this.entries();
  }

  forEach(visit: (entry: BibliographyEntry, key: string, map: ReadonlyMap<string, BibliographyEntry>) => void): void {
    for (const [key, entry] of this) visit(entry, key, this);
  }
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
