/** An atlas as plain data, read off its Lamina items. The built-in ones are compiled to this at build. */
import { all, as } from "../model/arguments.ts";
import type { SourceRegion } from "../model/source.ts";
import { OffsetMap } from "../offset-map.ts";
import type { Document } from "../syntax/document.ts";
import type { Arrow, CitationNode, Clause, EndNode, Item, NameNode, Node } from "../syntax/tree.ts";
import { type Span, shift } from "../text.ts";

/** A pathway's ends by the names that the atlas writes, and the arrows between them. */
export interface Path {
  readonly parts: readonly string[];
  readonly arrows: readonly Arrow[];
}

/** Where a fact is from, and how far that was seen. */
export interface Provenance {
  /** Citation keys, with the place in the work. */
  readonly keys: readonly { readonly key: string; readonly place: string | undefined }[];
  /** An origin that is not a citation. */
  readonly origin: string | undefined;
  /** A word of the SEEN vocabulary. */
  readonly seen: string | undefined;
  readonly detail: string | undefined;
}

export interface Quantity extends Provenance {
  readonly name: string;
  /** What it is a share of; `?` where the source does not say; undefined where it is not a share. */
  readonly denominator: string | undefined;
  /** The test as written: `~ 5 %`. */
  readonly value: string | undefined;
  readonly scope: string | undefined;
}

export interface Role extends Provenance {
  /** The parts of the other atlas as written; empty where no role was seen. */
  readonly parts: readonly string[];
  readonly text: string;
  readonly strength: string | undefined;
}

export interface Rival extends Provenance {
  readonly text: string;
}

export interface AtlasDispute {
  readonly keys: readonly string[];
  readonly type: string | undefined;
  readonly shows: string | undefined;
}

export interface CodeNames {
  readonly names: readonly string[];
  readonly framework: string;
  readonly checked: boolean;
  readonly detail: string | undefined;
}

export interface Beware {
  readonly text: string;
  /** The word it warns of. */
  readonly term: string | undefined;
}

export interface AtlasPart {
  /** Atlas and name: `cortex:L4`. */
  readonly id: string;
  readonly atlas: string;
  readonly name: string;
  readonly label: string;
  readonly kind: string | undefined;
  /** The parts it lies within, as written. */
  readonly within: readonly string[];
  readonly joins: readonly Path[];
  readonly synonyms: readonly { readonly text: string; readonly notation: string | undefined }[];
  readonly means: string | undefined;
  readonly equations: readonly string[];
  readonly xrefs: readonly { readonly term: string; readonly match: string; readonly label: string | undefined }[];
  readonly quantities: readonly Quantity[];
  readonly roles: readonly Role[];
  readonly rivals: readonly Rival[];
  readonly disputes: readonly AtlasDispute[];
  readonly bewares: readonly Beware[];
  readonly codes: readonly CodeNames[];
  readonly see: readonly string[];
  readonly notes: readonly string[];
  readonly draw: { readonly mark: string; readonly amount: number | undefined } | undefined;
  /** The entry in its document, by the offsets of the host. */
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface Atlas {
  readonly id: string;
  readonly label: string;
  /** The document that it is written in. */
  readonly uri: string;
  readonly means: string | undefined;
  readonly bewares: readonly Beware[];
  readonly notes: readonly string[];
  readonly parts: readonly AtlasPart[];
  readonly nameSpan: Span;
}

/** The atlases of a file of Lamina alone. */
export const atlasesOf = (document: Document, uri: string): Atlas[] =>
  atlasesIn([{ document, map: OffsetMap.identity(document.length) }], uri);

/**
 * The atlases that the regions of a document declare. An atlas goes on over the regions that follow, up to the next
 * `atlas`; a part before the first belongs to none and is left out.
 */
export function atlasesIn(regions: readonly SourceRegion[], uri: string): Atlas[] {
  const atlases: (Atlas & { parts: AtlasPart[] })[] = [];
  for (const { document, map } of regions) {
    document.items.forEach((item, index) => {
      const start = document.startOf(index);
      const toHost = (span: Span): Span => map.spanToHost(shift(span, start));
      const id = as(item.args["id"], "name");
      const label = as(item.args["label"], "text");
      if (!id) return;
      if (item.word === "atlas") {
        atlases.push({
          id: id.text,
          label: label?.value ?? id.text,
          uri,
          means: textOf(item, "means", "text"),
          bewares: bewaresOf(item),
          notes: textsOf(item, "note"),
          parts: [],
          nameSpan: toHost(id),
        });
      } else if (item.word === "part") {
        const atlas = atlases.at(-1);
        if (atlas) atlas.parts.push(readPart(item, toHost, id, label?.value ?? id.text, atlas.id));
      }
    });
  }
  return atlases;
}

function readPart(item: Item, toHost: (span: Span) => Span, id: NameNode, label: string, atlas: string): AtlasPart {
  const draw = clausesOf(item, "draw")[0];
  return {
    id: `${atlas}:${id.text}`,
    atlas,
    name: id.text,
    label,
    kind: as(clausesOf(item, "kind")[0]?.args["kind"], "word")?.text,
    within: clausesOf(item, "in").flatMap((clause) => all(clause.args["parts"], "name").map((name) => name.text)),
    joins: clausesOf(item, "joins").flatMap((clause) => {
      const end = as(clause.args["path"], "end");
      return end ? [{ parts: end.parts.map((part) => part.text), arrows: end.arrows }] : [];
    }),
    synonyms: clausesOf(item, "also").flatMap((clause) =>
      all(clause.args["names"], "synonym").map((synonym) => ({ text: synonym.name.text, notation: synonym.notation?.text })),
    ),
    means: textOf(item, "means", "text"),
    equations: textsOf(item, "equation"),
    xrefs: clausesOf(item, "xref").flatMap((clause) => {
      const term = as(clause.args["term"], "name");
      const match = as(clause.args["match"], "word");
      return term && match ? [{ term: term.text, match: match.text, label: as(clause.args["label"], "text")?.value }] : [];
    }),
    quantities: clausesOf(item, "quantity").flatMap((clause) => readQuantity(item, clause)),
    roles: clausesOf(item, "role").flatMap((clause) => {
      const text = as(clause.args["text"], "text");
      if (!text) return [];
      const parts = all(clause.args["parts"], "end").map((end) => item.text.slice(end.start, end.end));
      return [{ parts, text: text.value, strength: as(clause.args["sense"], "text")?.value, ...provenanceOf(clause) }];
    }),
    rivals: clausesOf(item, "rival").flatMap((clause) => {
      const text = as(clause.args["text"], "text");
      return text ? [{ text: text.value, ...provenanceOf(clause) }] : [];
    }),
    disputes: clausesOf(item, "disputed by").flatMap((clause) => {
      const evidence = as(clause.args["evidence"], "evidence");
      if (evidence?.what.kind !== "citation") return [];
      return [{ keys: evidence.what.cites.map((cite) => cite.key), type: evidence.type?.text, shows: evidence.shows?.value }];
    }),
    bewares: bewaresOf(item),
    codes: clausesOf(item, "code").flatMap((clause) => {
      const framework = as(clause.args["framework"], "text");
      if (!framework) return [];
      const names = all(clause.args["names"], "text").map((name) => name.value);
      const checked = as(clause.args["checked"], "word")?.text === "checked";
      return [{ names, framework: framework.value, checked, detail: as(clause.args["detail"], "text")?.value }];
    }),
    see: clausesOf(item, "see").flatMap((clause) => keysOf(clause.args["cited"]).map((cite) => cite.key)),
    notes: textsOf(item, "note"),
    draw: draw && { mark: as(draw.args["mark"], "word")?.text ?? "", amount: numberOf(draw.args["amount"]) },
    span: toHost({ start: item.wordSpan.start, end: item.contentEnd }),
    nameSpan: toHost(id),
  };
}

function readQuantity(item: Item, clause: Clause): Quantity[] {
  const criterion = as(clause.args["criterion"], "criterion");
  if (!criterion?.quantity) return [];
  const { name, denominator } = criterion.quantity;
  const scope = as(clause.args["scope"], "scope");
  return [
    {
      name: name.value,
      denominator: denominator && (denominator.kind === "open" ? "?" : denominator.value),
      value: criterion.test && item.text.slice(criterion.test.start, criterion.test.end),
      scope: scope?.alternatives.map((alternative) => alternative.map((phrase) => phrase.text).join(" or ")).join(", "),
      ...provenanceOf(clause),
    },
  ];
}

const clausesOf = (item: Item, word: string): Clause[] => item.clauses.filter((clause) => clause.word === word && !clause.misplaced);

const textsOf = (item: Item, word: string): string[] =>
  clausesOf(item, word).flatMap((clause) => {
    const text = as(clause.args["text"], "text");
    return text ? [text.value] : [];
  });

const textOf = (item: Item, word: string, role: string): string | undefined => as(clausesOf(item, word)[0]?.args[role], "text")?.value;

const numberOf = (node: Node | undefined): number | undefined => (node?.kind === "number" ? node.value : undefined);

const bewaresOf = (item: Item): Beware[] =>
  clausesOf(item, "beware").flatMap((clause) => {
    const text = as(clause.args["text"], "text");
    return text ? [{ text: text.value, term: as(clause.args["term"], "name")?.text }] : [];
  });

const keysOf = (node: Node | undefined): CitationNode["cites"] => as(node, "citation")?.cites ?? [];

function provenanceOf(clause: Clause): Provenance {
  const origin = clause.args["origin"];
  return {
    keys: keysOf(origin).map((cite) => ({ key: cite.key, place: cite.place })),
    origin: as(origin, "text")?.value,
    seen: as(clause.args["seen"], "word")?.text,
    detail: as(clause.args["detail"], "text")?.value,
  };
}

/** A path by the names of an end, for comparing with those that an atlas joins. */
export const pathOf = (end: EndNode): Path => ({ parts: end.parts.map((part) => part.text), arrows: end.arrows });
