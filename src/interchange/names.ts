/** The formats of exchange by name: what a door needs to know before it loads the program that writes them. */
import type { ClaimCollection } from "../records/record.ts";

export const exchangeFormats = [
  "json",
  "trig",
  "jsonld",
  "annotations",
  "csv",
  "tsv",
  "bibtex",
  "graphml",
  "dot",
  "markdown",
  "latex",
  "argdown",
] as const;
export type ExchangeFormatName = (typeof exchangeFormats)[number];

/** Which rows a table has. */
export const exchangeTables = ["claims", "evidence", "predictions", "works"] as const;
export type ExchangeTable = (typeof exchangeTables)[number];

/** The formats that are tables. */
export const tableFormats: readonly ExchangeFormatName[] = ["csv", "tsv", "markdown", "latex"];

/** What stands before the names of claims, parts and works where no base is given: addresses that lead nowhere. */
export const DEFAULT_BASE = "urn:lamina:";

const endings: readonly (readonly [string, ExchangeFormatName])[] = [
  [".annotations.jsonld", "annotations"],
  [".jsonld", "jsonld"],
  [".json", "json"],
  [".trig", "trig"],
  [".csv", "csv"],
  [".tsv", "tsv"],
  [".bib", "bibtex"],
  [".graphml", "graphml"],
  [".dot", "dot"],
  [".gv", "dot"],
  [".md", "markdown"],
  [".tex", "latex"],
  [".argdown", "argdown"],
  [".ad", "argdown"],
];

/** The format that the name of a file says; undefined where it says none. */
export function exchangeFormatOfName(name: string): ExchangeFormatName | undefined {
  const lower = name.toLowerCase();
  return endings.find(([ending]) => lower.endsWith(ending))?.[1];
}

export interface ExchangeRequest {
  readonly collection: ClaimCollection;
  readonly format: ExchangeFormatName;
  /** Of formats that are tables; claims where it is left out. */
  readonly table?: ExchangeTable;
  /** What addresses of claims, parts and works begin with; `urn:lamina:` where it is left out. */
  readonly base?: string;
  /** When this is published: `2026-11-24`, or with a time. Left out, no file says when it was made. */
  readonly date?: string;
  /** Who wrote the claims: a name, or an address such as that of an ORCID. Left out, they are said to be unnamed. */
  readonly writer?: string;
  /** Of Lamina. */
  readonly version: string;
}

export interface Exchanged {
  readonly text: string;
  readonly mediaType: string;
  /** What the format cannot say of this collection, in sentences; none where nothing is lost. */
  readonly notes: readonly string[];
}

/** What doors have of the program before they load it. */
export interface InterchangeProgram {
  /** Writes a collection. Same request, same text. @throws in words for people, where the request cannot be met */
  exchange(request: ExchangeRequest): Exchanged;
  /** Reads what the format `json` wrote. @throws in words for people, where it is none */
  readCollection(text: string): ClaimCollection;
}
