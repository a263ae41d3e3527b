/** Names of things in RDF: namespaces, and how claims, parts and works are addressed. */
import type { RecordTerm, RecordWork } from "../records/record.ts";
import { DEFAULT_BASE } from "./names.ts";
import { wellFormed } from "./text.ts";

/** Namespaces by their prefixes. Those of Lamina are names, not addresses: nothing lies behind them. */
export const prefixes = {
  np: "http://www.nanopub.org/nschema#",
  prov: "http://www.w3.org/ns/prov#",
  dcterms: "http://purl.org/dc/terms/",
  cito: "http://purl.org/spar/cito/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  obo: "http://purl.obolibrary.org/obo/",
  lamina: "urn:lamina:vocabulary#",
  evidencetype: "urn:lamina:evidence-type#",
} as const;

export type Prefix = keyof typeof prefixes;

/** The address behind a short name: `prov:Agent`. */
export function named(short: `${Prefix}:${string}`): string {
  const colon = short.indexOf(":");
  return prefixes[short.slice(0, colon) as Prefix] + short.slice(colon + 1);
}

/** A piece of an address: all that may not stand in one is percent-encoded. */
export const piece = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A path, each of its names encoded. */
export const pathPiece = (path: string): string => path.split("/").map(piece).join("/");

const ADDRESS = /^(?:https?:\/\/[^\s/?#<>"{}|\\^`\p{Cc}]+|urn:[a-z0-9-]+:|tag:)[^\s<>"{}|\\^`\p{Cc}]*$/iu;

/** Whether a text is an address that may stand in RDF as it is. */
export const isAddress = (text: string): boolean => ADDRESS.test(text) && wellFormed(text) === text;

/** What addresses begin with. @throws in words for people, where it is no address */
export function baseOf(base: string | undefined): string {
  if (base === undefined) return DEFAULT_BASE;
  if (!isAddress(base)) throw new Error(`“${base}” cannot be the base of addresses, expected one such as https://example.org/claims/`);
  if (base.includes("#") && !base.endsWith("#"))
    throw new Error(`the base “${base}” has something behind its #, expected / or # at its end`);
  return /[/#:]$/.test(base) ? base : `${base}/`;
}

/** Addresses of all that a collection speaks of. */
export class Addresses {
  readonly #base: string;
  readonly #works: ReadonlyMap<string, RecordWork>;

  constructor(base: string, works: readonly RecordWork[]) {
    this.#base = base;
    this.#works = new Map(works.map((work) => [work.key, work]));
  }

  claim(key: string): string {
    return `${this.#base}claim/${piece(key)}`;
  }

  nanopublication(key: string): string {
    return `${this.#base}nanopublication/${piece(key)}`;
  }

  prediction(id: string): string {
    return `${this.#base}prediction/${piece(id)}`;
  }

  part(id: string): string {
    return `${this.#base}part/${piece(id)}`;
  }

  file(path: string): string {
    return `${this.#base}file/${pathPiece(path)}`;
  }

  annotation(key: string, number: number): string {
    return `${this.#base}annotation/${piece(key)}/${number}`;
  }

  /** What a work is known by everywhere, where its bibliography says so; else its key here. */
  work(key: string): string {
    const work = this.#works.get(key);
    const known = work && addressOfWork(work);
    return known ?? `${this.#base}work/${piece(key)}`;
  }

  /** What is known of a work; undefined for one that the collection lacks. */
  described(key: string): RecordWork | undefined {
    return this.#works.get(key);
  }
}

/** The address of a work by its identifiers; undefined where it has none. */
export function addressOfWork({ doi, arxiv, pmid, isbn, url }: RecordWork): string | undefined {
  if (doi !== undefined && /^10\.\S+\/\S+$/.test(doi)) return `https://doi.org/${pathPiece(doi)}`;
  if (arxiv !== undefined && /^[\w.-]+(?:\/\d+)?(?:v\d+)?$/.test(arxiv)) return `https://arxiv.org/abs/${arxiv}`;
  if (pmid !== undefined && /^\d+$/.test(pmid)) return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  const digits = isbn?.replace(/[\s-]/g, "");
  if (digits !== undefined && /^(?:\d{9}[\dXx]|\d{13})$/.test(digits)) return `urn:isbn:${digits.toUpperCase()}`;
  return url !== undefined && /^https?:/i.test(url) && isAddress(url) ? url : undefined;
}

/** Ontologies of the OBO Foundry that the atlases and the types of evidence draw on: their terms have addresses of one form. */
const OBO = /^(UBERON|CL|GO|ECO):(\d{7})$/;

/** The address of a term; undefined for an ontology of which we do not know how it forms them. */
export function addressOfTerm({ id }: RecordTerm): string | undefined {
  const match = OBO.exec(id);
  return match ? `${prefixes.obo}${match[1]}_${match[2]}` : undefined;
}

/** How well a term fits, in SKOS, said of what the term stands near. */
export function matchRelation({ match }: RecordTerm): `skos:${string}` {
  switch (match) {
    case "exact":
      return "skos:exactMatch";
    case "close":
      return "skos:closeMatch";
    case "broader":
    case "broad":
      return "skos:broadMatch";
    case "narrower":
      return "skos:narrowMatch";
    default:
      return "skos:relatedMatch";
  }
}
