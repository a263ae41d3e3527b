/** The syntax of the identifiers of works and people, and the check digits that guard some of them. */
import type { BibliographyEntry } from "./entry.ts";

/** An identifier that cannot be one. */
export interface MalformedIdentifier {
  /** What it is meant to be: `DOI`. */
  readonly kind: string;
  readonly text: string;
  /** What is wrong with it, in words that follow “expected”. */
  readonly expected: string;
}

/** A registrant's number, a slash, and whatever the registrant likes: the syntax of ISO 26324 as Crossref has it. */
const doi = /^10\.\d{4,9}(?:\.\d{1,9}){0,4}\/\S+$/;

/** Since April 2007 year, month and number; from 2015 on with five digits. */
const newArxiv = /^(\d{2})(0[1-9]|1[0-2])\.(\d{4,5})(v\d{1,3})?$/;
/** Before: archive, and perhaps subject, year, month and number. */
const oldArxiv = /^[a-z]{1,8}(?:-[a-z]{2,4})?(?:\.[A-Z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3}(v\d{1,3})?$/;

/** Whether a number is one that arXiv could have given. */
export function isArxiv(text: string): boolean {
  const [, year, , digits] = newArxiv.exec(text) ?? [];
  if (year === undefined || digits === undefined) return oldArxiv.test(text);
  return digits.length === (Number(year) >= 15 ? 5 : 4);
}

export const isDoi = (text: string): boolean => doi.test(text);

export const isPubmed = (text: string): boolean => /^[1-9]\d{0,7}$/.test(text);

export const isPubmedCentral = (text: string): boolean => /^PMC[1-9]\d{0,9}(?:\.\d{1,2})?$/i.test(text);

/** Digits of an ISBN or ORCID, the last of which may be X for ten. */
const digitsOf = (text: string): number[] => [...text].map((digit) => (digit === "X" || digit === "x" ? 10 : Number(digit)));

/** Whether the check digit of an ISBN of 10 or 13 digits is right; hyphens and blanks do not count. */
export function isIsbn(text: string): boolean {
  const bare = text.replace(/[-\s\u2010-\u2015]/g, "");
  const digits = digitsOf(bare);
  if (/^\d{9}[\dXx]$/.test(bare)) return digits.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11 === 0;
  return /^97[89]\d{10}$/.test(bare) && digits.reduce((sum, digit, at) => sum + digit * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** Whether the check digit of an ORCID is right: ISO 7064, modulo 11-2. */
export function isOrcid(text: string): boolean {
  const bare = text.replaceAll("-", "");
  if (!/^\d{15}[\dXx]$/.test(bare)) return false;
  const digits = digitsOf(bare);
  const total = digits.slice(0, 15).reduce((sum, digit) => (sum + digit) * 2, 0);
  return (12 - (total % 11)) % 11 === digits[15];
}

/** The archive that the number of a preprint is from, in lower case. */
const archiveOf = (entry: BibliographyEntry): string | undefined =>
  (entry.field("archiveprefix") ?? entry.field("eprinttype"))?.toLowerCase();

/** The number of a preprint at arXiv, with its version where it has one; undefined where the entry is of none. */
export function arxivOf(entry: BibliographyEntry): string | undefined {
  const { eprint, doi: identifier } = entry;
  const archive = archiveOf(entry);
  if (eprint !== undefined && (archive === "arxiv" || (archive === undefined && (newArxiv.test(eprint) || oldArxiv.test(eprint)))))
    return eprint;
  const [, number] = /^10\.48550\/arxiv\.(.+)$/i.exec(identifier ?? "") ?? [];
  const [, listed] = /arxiv\.org\/(?:abs|pdf)\/([^\s?#]{1,40}?)(?:\.pdf)?$/i.exec(entry.url ?? "") ?? [];
  return number ?? listed;
}

/** Fields of which any one leads to the work itself. */
const identifying: readonly string[] = ["doi", "eprint", "url", "pmid", "pmcid", "isbn"];

/** Whether anything in the entry leads to the work itself. */
export const isIdentified = (entry: BibliographyEntry): boolean =>
  identifying.some((name) => /[\p{L}\p{N}]/u.test(entry.rawValue(name) ?? ""));

interface Check {
  readonly field: string;
  readonly kind: string;
  readonly expected: string;
  /** What of the field's text cannot be right. */
  readonly wrong: (text: string, entry: BibliographyEntry) => readonly string[];
}

const unless = (isRight: (text: string) => boolean, text: string): readonly string[] => (isRight(text) ? [] : [text]);

const checks: readonly Check[] = [
  {
    field: "doi",
    kind: "DOI",
    expected: "10. with the number of a publisher, a slash and its own number, such as 10.1038/18686",
    wrong: (_, { doi: text }) => (text === undefined ? [] : unless(isDoi, text)),
  },
  {
    field: "eprint",
    kind: "arXiv number",
    expected: "year, month and number, such as 2603.15339, or before April 2007 an archive and seven digits",
    wrong: (_, entry) => (entry.eprint !== undefined && archiveOf(entry) === "arxiv" ? unless(isArxiv, entry.eprint) : []),
  },
  {
    field: "pmid",
    kind: "PMID",
    expected: "a number of up to eight digits",
    wrong: (text) => unless(isPubmed, text.replace(/^pmid:?\s*/i, "")),
  },
  { field: "pmcid", kind: "PMCID", expected: "PMC and a number, such as PMC2654017", wrong: (text) => unless(isPubmedCentral, text) },
  {
    field: "isbn",
    kind: "ISBN",
    expected: "10 or 13 digits of which the last agrees with the others",
    wrong: (text) => isbnsIn(text).filter((isbn) => !isIsbn(isbn)),
  },
  ...["orcid", "orcid-numbers"].map((field) => ({
    field,
    kind: "ORCID",
    expected: "16 digits of which the last agrees with the others",
    wrong: (text: string) => (text.match(/\b\d{4}-\d{4}-\d{4}-[\dXx]{4}\b/g) ?? []).filter((orcid) => !isOrcid(orcid)),
  })),
];

/** A DOI that is right as it is written, so that nothing needs to be decoded: what nearly all entries have. */
const plainDoi = /^["{]10\.\d{4,9}\/[^\s\\{}"]+["}]$/;

/** The identifiers of an entry that cannot be right. */
export function malformedIdentifiers(entry: BibliographyEntry): readonly MalformedIdentifier[] {
  const found: MalformedIdentifier[] = [];
  for (const { field, kind, expected, wrong } of checks) {
    const raw = entry.rawValue(field);
    if (raw === undefined || plainDoi.test(raw)) continue;
    for (const text of wrong(entry.field(field) ?? "", entry)) found.push({ kind, text, expected });
  }
  return found;
}

/** A field may hold several, as a book has one for each binding; what stands in brackets after one says which. */
const isbnsIn = (text: string): readonly string[] =>
  text
    .split(/[,;/]|\band\b/)
    .map((piece) =>
      piece
        .replace(/\([^)]*\)/g, "")
        .replace(/^\s*(?:isbn(?:-1[03])?:?)?\s*/i, "")
        .trim(),
    )
    .filter((piece) => piece !== "");
