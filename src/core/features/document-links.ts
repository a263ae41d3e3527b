/** What leads out of a document: identifiers of works, cited works, terms of ontologies, files. */
import type { BibliographyEntry } from "../evidence/bibliography.ts";
import { referenceLine } from "../evidence/bibliography.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { tokenize } from "../syntax/lexer.ts";
import { Kind, TokenBuffer } from "../syntax/tokens.ts";
import type { Item, Node, TextNode } from "../syntax/tree.ts";
import { walkItem } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { resolvePath } from "../uri.ts";
import { placedItems } from "./occurrences.ts";

export interface DocumentLink {
  /** In the host. */
  readonly span: Span;
  readonly target: string;
  readonly tooltip: string;
}

/** A link of an item; its span counts from the item's start. */
type ItemLink = DocumentLink;

/** What an item's own words link to. */
interface ItemLinks {
  /** The document that files are looked for from. */
  readonly uri: string;
  readonly links: readonly ItemLink[];
  /** Keys of works, with the places of their signs: what they lead to, bibliographies say. */
  readonly works: readonly { readonly start: number; readonly key: string }[];
}

/** The links of a document, in the order of the text. */
export function documentLinks(snapshot: Snapshot, uri: string): DocumentLink[] {
  const source = snapshot.documents.get(uri);
  if (!source) return [];
  const works = new Map<string, Omit<ItemLink, "span"> | undefined>();
  const workOf = (key: string): Omit<ItemLink, "span"> | undefined => {
    if (!works.has(key)) works.set(key, linkOfWork(snapshot.reference(uri, key)?.entry));
    return works.get(key);
  };
  const found: DocumentLink[] = [];
  for (const { item, toHost } of placedItems(source)) {
    const own = linksOf(item, uri);
    for (const { span, target, tooltip } of own.links) found.push({ span: toHost(span), target, tooltip });
    for (const { start, key } of own.works) {
      const work = workOf(key);
      if (work) found.push({ span: toHost({ start, end: start + 1 }), ...work });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const kept = new WeakMap<Item, ItemLinks>();

function linksOf(item: Item, uri: string): ItemLinks {
  let known = kept.get(item);
  if (known?.uri !== uri) {
    known = readLinks(item, uri);
    kept.set(item, known);
  }
  return known;
}

function readLinks(item: Item, uri: string): ItemLinks {
  const links: ItemLink[] = [];
  const works: { start: number; key: string }[] = [];
  walkItem(item, (node) => {
    works.push(...citedIn(node));
    if (node.kind === "name" && node.role === "ontology") {
      const target = termAddress(node.text);
      if (target) links.push({ span: node, target, tooltip: `Open ${node.text}` });
    }
    if (node.kind === "data") links.push(...fileLink(node.file, item, uri));
  });
  const file = item.word === "cite" || item.word === "model" ? item.args["file"] : undefined;
  if (file?.kind === "text") links.push(...fileLink(file, item, uri));
  links.push(...identifiersIn(item));
  return { uri, links, works };
}

/**
 * The works that a node cites, with the place of their `@`. The link stands on that sign alone: an editor that is
 * clicked where both a link and a definition stand follows both, and the key leads to its entry.
 */
function citedIn(node: Node): { readonly start: number; readonly key: string }[] {
  if (node.kind === "citation") return node.cites.map(({ start, key }) => ({ start, key }));
  return node.kind === "name" && node.role === "key" ? [{ start: node.start - 1, key: node.text }] : [];
}

function linkOfWork(entry: BibliographyEntry | undefined): Omit<ItemLink, "span"> | undefined {
  if (!entry) return undefined;
  const line = referenceLine(entry);
  const { doi, eprint, url } = entry;
  if (doi) return { target: doiAddress(doi), tooltip: `Open doi:${doi} · ${line}` };
  const archive = (entry.field("archiveprefix") ?? entry.field("eprinttype") ?? "").toLowerCase();
  if (eprint && (archive === "arxiv" || /^\d{4}\.\d{4,5}(v\d+)?$/.test(eprint)))
    return { target: arxivAddress(eprint), tooltip: `Open arXiv:${eprint} · ${line}` };
  return url && /^https?:\/\//i.test(url) ? { target: url, tooltip: `Open ${url} · ${line}` } : undefined;
}

/** A path of an address: what would end it or open a query is encoded. */
const encoded = (path: string): string => encodeURIComponent(wellFormed(path)).replaceAll("%2F", "/");

/** Without halves of characters, which no address can hold. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

const doiAddress = (doi: string): string => `https://doi.org/${encoded(doi)}`;
const arxivAddress = (number: string): string => `https://arxiv.org/abs/${encoded(number)}`;

/** Ontologies whose terms have a permanent address at the Open Biological and Biomedical Ontology Foundry. */
const foundry: ReadonlySet<string> = new Set(
  "BFO CHEBI CL DOID ECO FBbt FMA GO HP IAO MA MONDO MP NBO NCBITaxon OBI PATO PR RO SO UBERON UO ZFA".split(" "),
);

/** The address of a term such as `UBERON:0005393`; undefined where its ontology has none that we know. */
export function termAddress(term: string): string | undefined {
  const [, prefix, number] = /^([A-Za-z]+):(\d+)$/.exec(term) ?? [];
  return prefix !== undefined && foundry.has(prefix) ? `http://purl.obolibrary.org/obo/${prefix}_${number}` : undefined;
}

function fileLink(file: TextNode, { text }: Item, uri: string): ItemLink[] {
  const span = { start: file.start + 1, end: file.end - 1 };
  const target = resolvePath(uri, file.value);
  // a path in several pieces has no place of its own
  if (!target || text.slice(span.start, span.end) !== file.value) return [];
  return [{ span, target, tooltip: `Open ${file.value}` }];
}

const tokens = new TokenBuffer();

/** Identifiers of works in the texts and comments of an item. */
function* identifiersIn({ text }: Item): IterableIterator<ItemLink> {
  if (!/\b10\.\d|arxiv|pmid/i.test(text)) return;
  tokenize(text, tokens);
  const places: Span[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kinds[index] as Kind;
    if (kind === Kind.string || kind === Kind.comment)
      places.push({ start: tokens.starts[index] as number, end: tokens.ends[index] as number });
  }
  for (const { start, end } of places) yield* identifiers(text.slice(start, end), start);
}

const identifier =
  /(?<doi>\b10\.\d{4,9}\/[^\s"“”<>]{1,300})|\barxiv:[ \t]?(?<arxiv>\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,12}\/\d{7}(?:v\d{1,2})?)|\bpmid:?[ \t]?(?<pmid>\d{1,8})\b/gi;

/** Identifiers in running text, at their offsets from `start`. */
function* identifiers(words: string, start: number): IterableIterator<ItemLink> {
  for (const match of words.matchAll(identifier)) {
    const { doi, arxiv, pmid } = match.groups ?? {};
    const at = match.index;
    // an address is a link as it stands
    if (doi !== undefined && /doi\.org\/$/i.test(words.slice(Math.max(0, at - 8), at))) continue;
    const found = doi === undefined ? match[0] : withoutPunctuation(doi);
    const target =
      doi !== undefined ? doiAddress(found) : arxiv !== undefined ? arxivAddress(arxiv) : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
    yield {
      span: { start: start + at, end: start + at + found.length },
      target,
      tooltip: `Open ${doi === undefined ? found : `doi:${found}`}`,
    };
  }
}

/** A DOI without the marks of the sentence around it; a bracket that it opens itself is its own. */
function withoutPunctuation(doi: string): string {
  let end = doi.length;
  for (; end > 0; end--) {
    const last = doi.charAt(end - 1);
    if (/[.,;:!?'*\\]/.test(last)) continue;
    const opening = last === ")" ? "(" : last === "]" ? "[" : last === "}" ? "{" : undefined;
    if (opening === undefined || count(doi, opening, end) >= count(doi, last, end)) break;
  }
  return doi.slice(0, end);
}

const count = (text: string, sign: string, end: number): number => text.slice(0, end).split(sign).length - 1;
