/** Cited works as records. */
import { type BibliographyEntry, parseBibliography, referenceLine, shortCitation } from "../core/evidence/bibliography.ts";
import { valuePieces } from "../core/evidence/bibtex.ts";
import { meaningOf, type SourceMeaning, strengths } from "../core/model/meaning.ts";
import type { Snapshot } from "../core/model/snapshot.ts";
import { recordReading } from "./evidence.ts";
import type { RecordWork } from "./record.ts";

/** The works that are cited while records are made, each by the bibliography of the document that cites it first. */
export class CitedWorks {
  readonly #snapshot: Snapshot;
  readonly #works = new Map<string, RecordWork>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** Notes that a document cites works. */
  add(keys: Iterable<string>, uri: string): void {
    for (const key of keys) if (!this.#works.has(key)) this.#add(key, uri);
  }

  /** All of them in the order of their keys. */
  all(): readonly RecordWork[] {
    return [...this.#works.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #add(key: string, uri: string): void {
    const entry = this.#snapshot.reference(uri, key)?.entry;
    const source = this.#source(key);
    this.#works.set(key, { key, ...(entry && described(entry)), ...(source && { source }) });
    // without the work that it is in, an entry says less
    const within = entry?.raw.startsWith("@") ? entry.field("crossref") : undefined;
    if (within !== undefined && this.#snapshot.reference(uri, within)) this.add([within], uri);
  }

  #source(key: string): RecordWork["source"] {
    for (const { item } of this.#snapshot.sources(key)) {
      const meaning = meaningOf(item);
      if (meaning.kind === "source") return sourceRecord(meaning);
    }
    return undefined;
  }
}

function sourceRecord({ read, through, allows, allowsReason }: SourceMeaning): RecordWork["source"] {
  const allowed = strengths.find((strength) => strength === allows?.text);
  return {
    ...recordReading(read?.text, through?.value),
    ...(allowed && { allows: allowed }),
    ...(allowed && allowsReason && { allowsReason: allowsReason.value }),
  };
}

function described(entry: BibliographyEntry): Omit<RecordWork, "key" | "source"> {
  const archive = entry.field("archiveprefix") ?? entry.field("eprinttype");
  const pmid = entry.field("pmid");
  const isbn = entry.field("isbn");
  const bibtex = entryText(entry);
  return {
    label: shortCitation(entry),
    type: entry.type,
    ...(entry.title !== undefined && { title: entry.title }),
    ...(entry.authors.length > 0 && {
      authors: entry.authors.map(({ family, given }) => ({ family, ...(given !== "" && { given }) })),
    }),
    ...(entry.year !== undefined && { year: entry.year }),
    ...(entry.doi !== undefined && { doi: entry.doi }),
    ...(entry.eprint !== undefined && archive?.toLowerCase() === "arxiv" && { arxiv: entry.eprint }),
    ...(pmid !== undefined && { pmid }),
    ...(isbn !== undefined && { isbn }),
    ...(entry.url !== undefined && { url: entry.url }),
    line: referenceLine(entry),
    ...(bibtex !== undefined && { bibtex }),
  };
}

const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i;

/**
 * The text of a BibTeX entry that can stand in another file: a macro of its own file stands for itself there. Undefined for
 * an entry of another format, and for one that is not whole.
 */
function entryText(entry: BibliographyEntry): string | undefined {
  const { raw, start } = entry;
  if (!raw.startsWith("@")) return undefined;
  const alone = parseBibliography(raw, "bibtex");
  if (alone.entries.length !== 1 || alone.problems.length > 0 || alone.entries[0]?.key !== entry.key) return undefined;
  let text = "";
  let at = 0;
  for (const field of entry.fields) {
    const usesMacro = valuePieces(field.raw).some(({ text: word, isBare }) => isBare && !/^\d+$/.test(word) && !months.test(word));
    if (!usesMacro) continue;
    text += `${raw.slice(at, field.span.start - start)}{${plainInTex(entry.field(field.name) ?? "")}}`;
    at = field.span.end - start;
  }
  return text + raw.slice(at);
}

/** Plain text as TeX reads it, braces left out, because they would have to be closed. */
const plainInTex = (text: string): string => text.replace(/[{}\\]/g, " ").replace(/[%&$#_]/g, "\\$&");
