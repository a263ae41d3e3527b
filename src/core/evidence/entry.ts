/** One entry of a bibliography: spans at once, what its fields say on demand. */

import type { Span } from "../text.ts";
import { type ScannedEntry, type ScannedMacro, valuePieces } from "./bibtex.ts";
import { cslNames, cslText, cslYear } from "./csl.ts";
import { type PersonName, type PersonNames, readNames } from "./person-names.ts";
import { plainTex, verbatimTex } from "./tex-text.ts";

/** A field as it stands in the text. */
export interface BibliographyField {
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The value with its brackets or quotes. */
  readonly span: Span;
  /** The value as written, with its brackets or quotes. */
  readonly raw: string;
}

/** What the entries of one bibliography share. */
export interface EntrySource {
  readonly text: string;
  readonly format: "bibtex" | "csl-json";
  readonly macros: MacroTable;
  readonly byKey: ReadonlyMap<string, BibliographyEntry>;
}

const months = "January February March April May June July August September October November December".split(" ");

/** Expanded values are cut here, because macros of macros can grow without bound. */
const longestValue = 200_000;

/** The macros of a file, `@string{name = value}`, and those of the months that every style knows. */
export class MacroTable {
  readonly #expressions = new Map<string, string>();
  readonly #values = new Map<string, string>();

  constructor(text: string, macros: readonly ScannedMacro[]) {
    for (const macro of macros) this.#expressions.set(macro.name, text.slice(macro.start, macro.end));
  }

  /** The TeX of a value: its pieces in a row, macros by what they stand for. An unknown macro is its own name. */
  expand(expression: string): string {
    let value = "";
    for (const { text, isBare } of valuePieces(expression)) {
      if (value.length > longestValue) break;
      value += isBare ? this.#valueOf(text) : text;
    }
    return value;
  }

  #valueOf(word: string): string {
    const name = word.toLowerCase();
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const expression = this.#expressions.get(name);
    if (expression === undefined) return months.find((month) => month.slice(0, 3).toLowerCase() === name) ?? word;
    // a macro that uses itself stands for nothing there
    this.#values.set(name, "");
    const value = this.expand(expression).slice(0, longestValue / 100);
    this.#values.set(name, value);
    return value;
  }
}

/** Fields of identifiers and addresses, in which TeX's signs stand for themselves. */
const verbatimFields = new Set(["doi", "eprint", "url", "file", "pdf", "isbn", "issn", "pmid", "pmcid", "crossref", "xdata"]);

/** Fields that say something of the work itself and not of what it is in, so that it has none of them from there. */
const ownFields = new Set(
  (
    "crossref xref xdata ids title subtitle shorttitle titleaddon pages doi eprint url urldate " +
    "abstract note annote keywords verification file label shorthand sortkey"
  ).split(" "),
);

interface DecodedFields {
  texts?: Map<string, string | undefined>;
  names?: Map<string, PersonNames>;
}

/** The most works that one may be in, one in the other. */
const deepestCrossref = 8;

/** One entry. Text that it gives is plain: without TeX or markup, on one line. */
export class BibliographyEntry {
  readonly #scanned: ScannedEntry;
  readonly #start: number;
  readonly #source: EntrySource;
  /** What its own fields say, by name, once it was asked for; shared by the copies that edits elsewhere make of it. */
  readonly #decodedFields: DecodedFields;

  constructor(scanned: ScannedEntry, start: number, source: EntrySource, decodedFields: DecodedFields = {}) {
    this.#scanned = scanned;
    this.#start = start;
    this.#source = source;
    this.#decodedFields = decodedFields;
  }

  /** The same entry further on in another version of the text, all of whose macros are the same. */
  moved(by: number, source: EntrySource): BibliographyEntry {
    return new BibliographyEntry(this.#scanned, this.#start + by, source, this.#decodedFields);
  }

  get key(): string {
    return this.#scanned.key;
  }

  /** In lower case: `article`, `misc`, in CSL `article-journal`. */
  get type(): string {
    return this.#scanned.type;
  }

  /** Offset of its `@` or bracket. */
  get start(): number {
    return this.#start;
  }

  /** Offset after the bracket that closes it. */
  get end(): number {
    return this.#start + this.#scanned.end - this.#scanned.start;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  /** The whole entry as it stands in the text. */
  get raw(): string {
    return this.#source.text.slice(this.start, this.end);
  }

  /** Where the key stands, without quotes. */
  get keySpan(): Span {
    const start = this.#start + this.#scanned.keyStart - this.#scanned.start;
    return { start, end: start + this.#scanned.key.length };
  }

  /** Its own fields in the order of the text. */
  get fields(): BibliographyField[] {
    return Array.from({ length: this.#scanned.fields.length / 4 }, (_, index) => this.#fieldAt(index * 4));
  }

  /** Its own field of a name, as it stands in the text; the first if there are several. */
  rawField(name: string): BibliographyField | undefined {
    const index = this.#indexOf(name.toLowerCase());
    return index < 0 ? undefined : this.#fieldAt(index);
  }

  /** The value of its own field as written, with its brackets or quotes: quick where thousands are looked through. */
  rawValue(name: string): string | undefined {
    const index = this.#indexOf(name);
    if (index < 0) return undefined;
    const { fields } = this.#scanned;
    return this.#slice(fields[index + 2] as number, fields[index + 3] as number);
  }

  /** What a field says; one that it has not itself it may have from the work that it is in (`crossref`). */
  field(name: string): string | undefined {
    const wanted = name.toLowerCase();
    let entry: BibliographyEntry | undefined = this;
    for (let depth = 0; entry !== undefined && depth < deepestCrossref; depth++) {
      // what a work is in has a title, which is the book's title of the work
      const here: string = depth > 0 && wanted === "booktitle" && entry.#indexOf(wanted) < 0 ? "title" : wanted;
      const text = entry.#ownText(here);
      if (text !== undefined || ownFields.has(wanted)) return text;
      entry = entry.#parent();
    }
    return undefined;
  }

  get title(): string | undefined {
    return this.field("title");
  }

  /** Empty where none are named. */
  get authors(): readonly PersonName[] {
    return this.#names("author").names;
  }

  get editors(): readonly PersonName[] {
    return this.#names("editor").names;
  }

  /** Whether the list of authors says that there are more than it names. */
  get hasMoreAuthors(): boolean {
    return this.#names("author").areMore;
  }

  /** The year as written, `2004`, or a word such as `in press`. */
  get year(): string | undefined {
    if (this.#source.format === "csl-json") return this.#decoded("issued", cslYear, "year of issued");
    return this.field("year") ?? /^-?\d{4}/.exec(this.field("date") ?? "")?.[0];
  }

  /** The journal, proceedings or book that the work is in. */
  get container(): string | undefined {
    return this.#firstOf("journal", "journaltitle", "container-title", "booktitle");
  }

  get volume(): string | undefined {
    return this.field("volume");
  }

  get issue(): string | undefined {
    return this.#firstOf("number", "issue");
  }

  get pages(): string | undefined {
    return this.#firstOf("pages", "page");
  }

  get publisher(): string | undefined {
    return this.#firstOf("publisher", "school", "institution", "organization", "howpublished");
  }

  /** Without the address of the resolver: `10.1038/nn.3917`. */
  get doi(): string | undefined {
    return this.field("doi")?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "") || undefined;
  }

  /** The number of a preprint, without the name of its archive: `2603.15339`. */
  get eprint(): string | undefined {
    return this.field("eprint")?.replace(/^arxiv:\s*/i, "") || undefined;
  }

  get url(): string | undefined {
    return this.field("url");
  }

  get note(): string | undefined {
    return this.field("note");
  }

  /** How far the entry was checked, where a bibliography says so. */
  get verification(): string | undefined {
    return this.field("verification");
  }

  #firstOf(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const text = this.field(name);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  #parent(): BibliographyEntry | undefined {
    if (this.#source.format !== "bibtex") return undefined;
    const key = this.#ownText("crossref");
    return key === undefined ? undefined : this.#source.byKey.get(key);
  }

  #names(name: string): PersonNames {
    let entry: BibliographyEntry | undefined = this;
    for (let depth = 0; entry !== undefined && depth < deepestCrossref; depth++) {
      const field: BibliographyField | undefined = entry.rawField(name);
      if (field !== undefined) return entry.#ownNames(field);
      entry = entry.#parent();
    }
    return { names: [], areMore: false };
  }

  /** Names are read from TeX and not from plain text, because braces keep a name together. */
  #ownNames({ name, raw }: BibliographyField): PersonNames {
    this.#decodedFields.names ??= new Map();
    const { names } = this.#decodedFields;
    const known = names.get(name) ?? (this.#source.format === "csl-json" ? cslNames(raw) : readNames(this.#source.macros.expand(raw)));
    names.set(name, known);
    return known;
  }

  #ownText(name: string): string | undefined {
    if (this.#source.format === "csl-json") return this.#decoded(name, cslText);
    const decode = verbatimFields.has(name) ? verbatimTex : plainTex;
    return this.#decoded(name, (raw) => decode(this.#source.macros.expand(raw)));
  }

  /** What its own field says by `decode`; `undefined` where it is empty. Decoded once and kept under `as`. */
  #decoded(name: string, decode: (raw: string) => string, as = name): string | undefined {
    this.#decodedFields.texts ??= new Map();
    const { texts } = this.#decodedFields;
    const known = texts.get(as);
    if (known !== undefined || texts.has(as)) return known;
    const text = decode(this.rawField(name)?.raw ?? "") || undefined;
    texts.set(as, text);
    return text;
  }

  #indexOf(name: string): number {
    const { fields } = this.#scanned;
    for (let index = 0; index < fields.length; index += 4) {
      const start = fields[index] as number;
      if ((fields[index + 1] as number) - start === name.length && this.#slice(start, start + name.length).toLowerCase() === name)
        return index;
    }
    return -1;
  }

  #fieldAt(index: number): BibliographyField {
    const [nameStart = 0, nameEnd = 0, start = 0, end = 0] = this.#scanned.fields.slice(index, index + 4);
    return {
      name: this.#slice(nameStart, nameEnd).toLowerCase(),
      nameSpan: { start: this.#start + nameStart, end: this.#start + nameEnd },
      span: { start: this.#start + start, end: this.#start + end },
      raw: this.#slice(start, end),
    };
  }

  #slice(start: number, end: number): string {
    return this.#source.text.slice(this.#start + start, this.#start + end);
  }
}
