/** THE table of formats: what claims can be written as, who reads that, and what it cannot say. */
import type { ClaimCollection } from "../records/record.ts";
import { annotationsOf } from "./annotations.ts";
import { argdownOf } from "./argdown.ts";
import { bibtexOf } from "./bibtex.ts";
import { delimited } from "./delimited.ts";
import { dotOf } from "./dot.ts";
import { graphmlOf } from "./graphml.ts";
import { jsonOf } from "./json.ts";
import { jsonLdOf } from "./json-ld.ts";
import { latexOf } from "./latex.ts";
import { markdownOf } from "./markdown.ts";
import type { ExchangeFormatName, ExchangeRequest, ExchangeTable } from "./names.ts";
import { nanopublications } from "./nanopublications.ts";
import { baseOf } from "./rdf-names.ts";
import { tableOf } from "./tables.ts";
import { counted } from "./text.ts";
import { trigOf } from "./trig.ts";

export interface ExchangeFormat {
  readonly name: ExchangeFormatName;
  readonly title: string;
  /** With its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Who reads it, and whether all comes back. */
  readonly roundTrip: "whole" | "by query" | "rows" | "none";
  write(request: ExchangeRequest): string;
  /** What of a collection the format does not hold, each as a phrase: `12 pieces of evidence`. */
  readonly leavesOut: readonly Content[];
}

/** What a collection may hold beside its claims. */
type Content = "evidence" | "reasons" | "predictions" | "relations" | "sentences" | "programs" | "notes" | "unstated";

const contents: Readonly<Record<Content, (collection: ClaimCollection) => string | undefined>> = {
  evidence: ({ claims }) =>
    some(
      sum(claims, ({ evidence }) => evidence.length),
      "piece of evidence",
      "pieces of evidence",
    ),
  reasons: ({ claims }) =>
    some(
      sum(claims, ({ because }) => because.length),
      "reason (because)",
      "reasons (because)",
    ),
  predictions: ({ predictions }) => some(predictions.length, "prediction", "predictions"),
  relations: ({ claims }) =>
    some(
      sum(claims, ({ relations }) => relations.length),
      "relation between claims",
      "relations between claims",
    ),
  sentences: ({ claims }) =>
    some(
      sum(claims, ({ sentences }) => sentences.length),
      "sentence that states a claim",
      "sentences that state claims",
    ),
  programs: ({ claims }) =>
    some(
      sum(claims, ({ implementations }) => implementations.length),
      "place in a program",
      "places in programs",
    ),
  notes: ({ claims }) =>
    some(
      sum(claims, ({ notes }) => notes.length),
      "note",
      "notes",
    ),
  unstated: ({ claims }) =>
    some(
      claims.filter(({ sentences }) => sentences.length === 0).length,
      "claim that no sentence states",
      "claims that no sentence states",
    ),
};

const sum = (claims: ClaimCollection["claims"], count: (claim: ClaimCollection["claims"][number]) => number): number =>
  claims.reduce((total, claim) => total + count(claim), 0);

const some = (count: number, one: string, many: string): string | undefined =>
  count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;

const quadsOf = ({ collection, base, date, writer, version }: ExchangeRequest) =>
  nanopublications(collection, { base: baseOf(base), date: dateOf(date), writer, version });

const tableAsked = ({ table }: ExchangeRequest): ExchangeTable => table ?? "claims";

export const formats: readonly ExchangeFormat[] = [
  {
    name: "json",
    title: "Lamina's own records",
    extension: ".json",
    mediaType: "application/json",
    roundTrip: "whole",
    write: ({ collection }) => jsonOf(collection),
    leavesOut: [],
  },
  {
    name: "trig",
    title: "Nanopublications in TriG",
    extension: ".trig",
    mediaType: "application/trig",
    roundTrip: "by query",
    write: (request) => trigOf(quadsOf(request)),
    leavesOut: ["sentences", "programs"],
  },
  {
    name: "jsonld",
    title: "Nanopublications in JSON-LD",
    extension: ".jsonld",
    mediaType: "application/ld+json",
    roundTrip: "by query",
    write: (request) => jsonLdOf(quadsOf(request)),
    leavesOut: ["sentences", "programs"],
  },
  {
    name: "annotations",
    title: "W3C Web Annotations of manuscripts",
    extension: ".annotations.jsonld",
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    roundTrip: "none",
    write: ({ collection, base, date }) => annotationsOf(collection, baseOf(base), dateOf(date)),
    leavesOut: ["unstated", "evidence", "predictions"],
  },
  {
    name: "csv",
    title: "Tables in CSV",
    extension: ".csv",
    mediaType: "text/csv; charset=utf-8; header=present",
    roundTrip: "rows",
    write: (request) => delimited(tableOf(request.collection, tableAsked(request)), ","),
    leavesOut: [],
  },
  {
    name: "tsv",
    title: "Tables in TSV",
    extension: ".tsv",
    mediaType: "text/tab-separated-values; charset=utf-8",
    roundTrip: "rows",
    write: (request) => delimited(tableOf(request.collection, tableAsked(request)), "\t"),
    leavesOut: [],
  },
  {
    name: "bibtex",
    title: "The cited works in BibTeX",
    extension: ".bib",
    mediaType: "application/x-bibtex",
    roundTrip: "none",
    write: ({ collection }) => bibtexOf(collection),
    leavesOut: [],
  },
  {
    name: "graphml",
    title: "The graph of claims in GraphML",
    extension: ".graphml",
    mediaType: "application/graphml+xml",
    roundTrip: "none",
    write: ({ collection }) => graphmlOf(collection),
    leavesOut: ["evidence", "reasons", "predictions", "relations", "sentences", "programs", "notes"],
  },
  {
    name: "dot",
    title: "The graph of claims for Graphviz",
    extension: ".dot",
    mediaType: "text/vnd.graphviz",
    roundTrip: "none",
    write: ({ collection }) => dotOf(collection),
    leavesOut: ["evidence", "reasons", "predictions", "relations", "sentences", "programs", "notes"],
  },
  {
    name: "markdown",
    title: "Tables in Markdown",
    extension: ".md",
    mediaType: "text/markdown; charset=utf-8",
    roundTrip: "none",
    write: (request) => markdownOf(request.collection, tableAsked(request)),
    leavesOut: [],
  },
  {
    name: "latex",
    title: "Tables in LaTeX",
    extension: ".tex",
    mediaType: "application/x-tex",
    roundTrip: "none",
    write: (request) => latexOf(request.collection, tableAsked(request)),
    leavesOut: [],
  },
  {
    name: "argdown",
    title: "Arguments in Argdown",
    extension: ".argdown",
    mediaType: "text/vnd.argdown",
    roundTrip: "none",
    write: ({ collection }) => argdownOf(collection),
    leavesOut: ["predictions", "sentences", "programs", "notes", "reasons"],
  },
];

/** What is lost of a collection on the way, in a sentence; none where nothing is. */
export function lossesOf({ collection }: ExchangeRequest, { title, leavesOut, name }: ExchangeFormat): readonly string[] {
  const lost = leavesOut.flatMap((content) => contents[content](collection) ?? []);
  const unknown = name === "bibtex" ? collection.works.filter(({ label }) => label === undefined).length : 0;
  return [
    ...(lost.length > 0 ? [`${title} cannot hold all: ${lost.join(", ")} left out`] : []),
    ...(unknown > 0 ? [`no bibliography has ${counted(unknown, "work")} that ${unknown === 1 ? "is" : "are"} cited`] : []),
  ];
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/;

function dateOf(date: string | undefined): string | undefined {
  if (date !== undefined && !DATE.test(date))
    throw new Error(`“${date}” is no date, expected one such as 2026-11-24 or 2026-11-24T10:00:00Z`);
  return date;
}
