/**
 * Colours by meaning: words of the language, parts by what they are, ids by what they name, and on ids of claims how the
 * claim stands. What an item's own words decide is kept with the item; what other items decide is looked up each time.
 */
import type { AtlasPart } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import { assess, standings } from "../evidence/standing.ts";
import { isClaim, meaningOf } from "../model/meaning.ts";
import type { Declaration, Snapshot } from "../model/snapshot.ts";
import { tokenize } from "../syntax/lexer.ts";
import { compilePattern, type Element } from "../syntax/pattern.ts";
import { Kind, TokenBuffer } from "../syntax/tokens.ts";
import type { Item, NameNode, Node } from "../syntax/tree.ts";
import { walkItem } from "../syntax/tree.ts";
import { clauses, type ItemWord, items, ownClause, reservedInEnds } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { placedItems } from "./occurrences.ts";
import { segmentsOf } from "./subject.ts";

export interface TokenType {
  readonly name: string;
  /** The type that themes know, of which this is a kind; the same where it is one of those. */
  readonly like: string;
  readonly help: string;
}

/** The types, in the order of their numbers. */
export const tokenTypes = [
  { name: "item", like: "keyword", help: "A word that opens an item: claim, prediction." },
  { name: "clause", like: "keyword", help: "A word that opens a clause: supported by." },
  { name: "keyword", like: "keyword", help: "A word within a line: as, in, read." },
  { name: "closedWord", like: "enumMember", help: "A word of a closed list: functional, abstract." },
  { name: "evidenceType", like: "enumMember", help: "A type of evidence." },
  { name: "claim", like: "function", help: "The id of a claim." },
  { name: "mapping", like: "interface", help: "The id of a family of claims." },
  { name: "prediction", like: "event", help: "The id of a prediction." },
  { name: "evidence", like: "variable", help: "The id of a finding." },
  { name: "model", like: "namespace", help: "The id of a model." },
  { name: "atlas", like: "namespace", help: "The name of an atlas." },
  { name: "layer", like: "class", help: "A layer, or several together." },
  { name: "region", like: "class", help: "A region, or a way in which tissue is organised." },
  { name: "cell", like: "type", help: "A class of cells, or a part of a cell." },
  { name: "pathway", like: "method", help: "A projection." },
  { name: "mechanism", like: "method", help: "Something that cells or circuits do." },
  { name: "tensor", like: "parameter", help: "What a model processes." },
  { name: "operation", like: "function", help: "A step of computation." },
  { name: "module", like: "struct", help: "A block of operations, or how a model is put together." },
  { name: "part", like: "type", help: "Any other part of an atlas, and a name of several." },
  { name: "citation", like: "macro", help: "The key of a cited work." },
  { name: "scope", like: "property", help: "Where something holds: a species, an area, an age." },
  { name: "tag", like: "decorator", help: "A tag." },
  { name: "term", like: "macro", help: "A term of an ontology." },
  { name: "symbol", like: "property", help: "A symbol of a model's code, or a column of data." },
  { name: "number", like: "number", help: "A number or a date." },
  { name: "unit", like: "type", help: "A unit." },
  { name: "string", like: "string", help: "A text." },
  { name: "operator", like: "operator", help: "An arrow or a comparison." },
  { name: "comment", like: "comment", help: "A comment." },
] as const satisfies readonly TokenType[];

export type TokenTypeName = (typeof tokenTypes)[number]["name"];

/** The modifiers, in the order of their bits: where a name is given, and how a claim stands. */
export const tokenModifiers: readonly { readonly name: string; readonly help: string }[] = [
  { name: "declaration", help: "Where a thing gets its name." },
  ...standings.map(({ standing, help }) => ({ name: standing, help })),
];

export interface SemanticToken extends Span {
  /** A number of `tokenTypes`. */
  readonly type: number;
  /** Bits of `tokenModifiers`. */
  readonly modifiers: number;
}

const typeNumbers = new Map<string, number>(tokenTypes.map(({ name }, index) => [name, index]));
const numberOf = (name: TokenTypeName): number => typeNumbers.get(name) as number;

const DECLARATION = 1;
const modifierOf = new Map<string, number>(tokenModifiers.map(({ name }, index) => [name, 1 << index]));

/** A token of an item, counted from its start. */
interface ItemToken extends SemanticToken {
  /** The id that it writes, where other items decide on its colour. */
  readonly id: string | undefined;
}

/** The tokens of a document, or of those of its items that `within` touches, in the order of the text. None goes over a line's end. */
export function semanticTokens(snapshot: Snapshot, uri: string, within?: Span): SemanticToken[] {
  const source = snapshot.documents.get(uri);
  if (!source) return [];
  const names = snapshot.names(uri);
  const found: SemanticToken[] = [];
  for (const { item, atlas, shift, toHost } of placedItems(source)) {
    if (within) {
      const { start, end } = toHost({ start: 0, end: item.text.length });
      if (start > within.end || end <= within.start) continue;
    }
    for (const token of tokensOf(item, atlas, names)) {
      // most documents are Lamina alone, and a token is wanted for every word of them
      const { start, end } = shift === undefined ? toHost(token) : { start: token.start + shift, end: token.end + shift };
      found.push(
        token.id === undefined
          ? { start, end, type: token.type, modifiers: token.modifiers }
          : { start, end, ...withMeaning(token, uri, snapshot) },
      );
    }
  }
  return found;
}

/** What an id names colours it, and how a claim stands. */
function withMeaning(token: ItemToken, uri: string, snapshot: Snapshot): { type: number; modifiers: number } {
  const declarations = snapshot.declarations(token.id as string);
  const declaration = declarations.find((entry) => entry.uri === uri) ?? declarations[0];
  if (!declaration) return { type: token.type, modifiers: token.modifiers };
  const type = typeOfId[declaration.word];
  return { type: type === undefined ? token.type : numberOf(type), modifiers: token.modifiers | standingOf(declaration, snapshot) };
}

const typeOfId: Readonly<Partial<Record<ItemWord, TokenTypeName>>> = {
  claim: "claim",
  mapping: "mapping",
  prediction: "prediction",
  evidence: "evidence",
  model: "model",
  atlas: "atlas",
};

function standingOf({ word, item, uri }: Declaration, snapshot: Snapshot): number {
  // before all is read, evidence may be missing
  if (word !== "claim" || !snapshot.complete) return 0;
  const meaning = meaningOf(item);
  return isClaim(meaning) ? (modifierOf.get(assess(meaning, uri, snapshot).standing) ?? 0) : 0;
}

const kept = new WeakMap<Item, { readonly names: Names; readonly tokens: readonly ItemToken[] }>();

function tokensOf(item: Item, atlas: string | undefined, names: Names): readonly ItemToken[] {
  const known = kept.get(item);
  if (known?.names === names) return known.tokens;
  const tokens = new Reader(item, atlas, names).read();
  kept.set(item, { names, tokens });
  return tokens;
}

/** What the tree says of a stretch of text: its tokens, none where the stretch is left to itself. */
interface Marked {
  readonly end: number;
  readonly tokens: readonly ItemToken[];
}

const buffer = new TokenBuffer();

/** Goes over the words of one item with what its tree says of them. */
class Reader {
  readonly #item: Item;
  readonly #atlas: string | undefined;
  readonly #names: Names;
  /** By the offset where the stretch starts. */
  readonly #marked = new Map<number, Marked>();

  constructor(item: Item, atlas: string | undefined, names: Names) {
    this.#item = item;
    this.#atlas = atlas;
    this.#names = names;
  }

  read(): ItemToken[] {
    const { text, form, wordSpan, clauses: lines } = this.#item;
    if (form === "item") this.#mark(wordSpan, "item");
    for (const clause of lines) if (clause.spec) this.#mark(clause.wordSpan, "clause");
    walkItem(this.#item, (node, clause) => {
      if (clause?.spec === ownClause) this.#marked.set(node.start, { end: node.end, tokens: [] });
      else this.#markNode(node, clause);
    });
    const tokens: ItemToken[] = [];
    tokenize(text, buffer);
    let until = 0;
    let before: Kind = Kind.end;
    for (let index = 0; index < buffer.count; index++) {
      const start = buffer.starts[index] as number;
      const kind = buffer.kinds[index] as Kind;
      if (start < until || kind === Kind.newline || kind === Kind.end) continue;
      const marked = this.#marked.get(start);
      if (marked) {
        tokens.push(...marked.tokens);
        until = marked.end;
      } else {
        const end = buffer.ends[index] as number;
        const type = plainType(kind, before, text, start, end);
        if (type) tokens.push({ start, end, type: numberOf(type), modifiers: 0, id: undefined });
      }
      before = kind;
    }
    return tokens;
  }

  #mark({ start, end }: Span, type: TokenTypeName, modifiers = 0, id?: string): void {
    this.#marked.set(start, { end, tokens: [{ start, end, type: numberOf(type), modifiers, id }] });
  }

  #markNode(node: Node, clause: Parameters<Parameters<typeof walkItem>[1]>[1]): void {
    switch (node.kind) {
      case "name":
        this.#markName(node, clause);
        break;
      case "word":
        if (!node.known) this.#marked.set(node.start, { end: node.end, tokens: [] });
        else this.#mark(node, node.vocabulary === "KEYWORD" ? "keyword" : node.vocabulary === "TYPE" ? "evidenceType" : "closedWord");
        break;
      case "citation":
        this.#marked.set(node.start, {
          end: node.end,
          tokens: node.cites.map(({ start, keySpan }) => ({
            start,
            end: keySpan.end,
            type: numberOf("citation"),
            modifiers: 0,
            id: undefined,
          })),
        });
        break;
      case "scope":
        for (const phrase of node.alternatives.flat()) if (!phrase.quoted) this.#mark(phrase, "scope");
        break;
      case "date":
        this.#mark(node, "number");
        break;
    }
  }

  #markName(node: NameNode, clause: Parameters<Parameters<typeof walkItem>[1]>[1]): void {
    switch (node.role) {
      case "declared":
        this.#markDeclared(node);
        break;
      case "part":
        this.#markPart(node, clause);
        break;
      case "key":
        // with the sign before it
        this.#mark({ start: node.start - 1, end: node.end }, "citation", DECLARATION);
        break;
      case "claim":
      case "prediction":
      case "evidence":
        this.#mark(node, node.role, 0, node.text);
        break;
      default: {
        const type = typeOfRole[node.role];
        if (type) this.#mark(node, type);
      }
    }
  }

  #markDeclared(node: NameNode): void {
    const { word } = this.#item;
    if (word === "part") {
      const part = this.#names.byId(`${this.#atlas ?? ""}:${node.text}`);
      this.#mark(node, part ? typeOfPart(part) : "part", DECLARATION);
    } else this.#mark(node, (word && typeOfId[word]) ?? "claim", DECLARATION, word === "claim" ? node.text : undefined);
  }

  #markPart(node: NameNode, clause: Parameters<Parameters<typeof walkItem>[1]>[1]): void {
    const segments = segmentsOf(node, clause, this.#item, this.#names, this.#atlas);
    const tokens = segments.flatMap(({ span, parts, atlas }, index): ItemToken[] => {
      const type = atlas ? "atlas" : commonType(parts);
      if (!type) return [];
      // quotes belong to the name
      const start = node.quoted && index === 0 ? node.start : span.start;
      const end = node.quoted && index === segments.length - 1 ? node.end : span.end;
      return [{ start, end, type: numberOf(type), modifiers: 0, id: undefined }];
    });
    this.#marked.set(node.start, { end: node.end, tokens });
  }
}

const typeOfRole: Readonly<Partial<Record<NameNode["role"], TokenTypeName>>> = {
  atlas: "atlas",
  tag: "tag",
  ontology: "term",
  symbol: "symbol",
  column: "symbol",
  revision: "closedWord",
};

const typeOfKind: Readonly<Record<string, TokenTypeName>> = {
  layer: "layer",
  "layer-group": "layer",
  region: "region",
  organization: "region",
  area: "region",
  "cell-type": "cell",
  compartment: "cell",
  pathway: "pathway",
  mechanism: "mechanism",
  datum: "tensor",
  tensor: "tensor",
  operation: "operation",
  process: "operation",
  module: "module",
  structure: "module",
};

const typeOfPart = (part: AtlasPart): TokenTypeName => typeOfKind[part.kind ?? ""] ?? "part";

/** The type of all of these parts; none where a name is unknown. */
function commonType(parts: readonly AtlasPart[]): TokenTypeName | undefined {
  const [first, ...others] = parts;
  if (!first) return undefined;
  const type = typeOfPart(first);
  return others.every((part) => typeOfPart(part) === type) ? type : "part";
}

/** The type of a token that the tree says nothing of. */
function plainType(kind: Kind, before: Kind, text: string, start: number, end: number): TokenTypeName | undefined {
  switch (kind) {
    case Kind.string:
      return "string";
    case Kind.number:
    case Kind.date:
      return "number";
    case Kind.comment:
      return "comment";
    case Kind.percent:
    case Kind.degree:
      return "unit";
    case Kind.name:
      if (words.has(text.slice(start, end))) return "keyword";
      return before === Kind.number ? "unit" : undefined;
    default:
      return operators.has(kind) ? "operator" : undefined;
  }
}

const operators: ReadonlySet<Kind> = new Set([
  Kind.arrowBoth,
  Kind.arrowRight,
  Kind.arrowLeft,
  Kind.line,
  Kind.atMost,
  Kind.atLeast,
  Kind.notEqual,
  Kind.range,
  Kind.equal,
  Kind.less,
  Kind.greater,
  Kind.about,
  Kind.plusMinus,
]);

/** Words within lines: those that the table's patterns write out, and those that its pieces are made of. */
const words: ReadonlySet<string> = new Set([
  ...[...items, ...clauses].flatMap(({ pattern }) => wordsOfPattern(compilePattern(pattern))),
  ...reservedInEnds,
  ..."in of read from with and or by within outside includes data column where accepted ci n p d sd".split(" "),
]);

function wordsOfPattern(elements: readonly Element[]): string[] {
  return elements.flatMap((element) =>
    element.type === "word" ? [element.word] : element.type === "optional" ? wordsOfPattern(element.elements) : [],
  );
}
