import type { AtlasPart } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import { isClaim, type Meaning } from "../model/meaning.ts";
import { type ResolvedEnd, resolveClaim, resolveEnd } from "../model/resolve.ts";
import { nodesOf } from "../syntax/item-nodes.ts";
import type { Item, NameNode } from "../syntax/tree.ts";
import { defineRule, type Fix, oneOf, quote, type Report, severity } from "./define.ts";
import { asName } from "./unknown-part.ts";

export const ambiguousName = defineRule({
  code: "ambiguous-name",
  title: "A name that several parts bear",
  reach: "linked",
  severity: severity("w/w/e"),
  check({ item, meaning, names, report }) {
    for (const end of endsOf(item, meaning, names)) for (const found of ambiguities(end, names)) report(found);
  },
});

/** The ends in an item that stand for parts. Within an atlas names are looked up there first, so that its entries have none. */
function endsOf(item: Item, meaning: Meaning, names: Names): readonly ResolvedEnd[] {
  if (item.word === "part") return [];
  if (isClaim(meaning)) {
    const { left, right, via } = resolveClaim(meaning, names);
    const facets = meaning.facets.flatMap(({ of }) => (of ? [resolveEnd(of, names)] : []));
    return [...[left, right].flatMap((side) => [...(side?.ends ?? []), ...(side?.outweighed ?? [])]), ...via, ...facets];
  }
  return nodesOf(item).ends.map((node) => resolveEnd(node, names));
}

function* ambiguities(end: ResolvedEnd, names: Names): IterableIterator<Report> {
  for (const { node, candidates } of end.names) {
    if (candidates.length > 1) yield severalParts(node, candidates, names);
    else if (candidates.length === 0) {
      const meanings = names.meaningsOfTerm(node.text);
      if (meanings.length > 0) {
        yield {
          span: node,
          message: `Unexpected ${quote(node.text)}, a word with several meanings: ${meanings.join("; ")}. Expected the name of one part.`,
        };
      }
    }
  }
  if (end.pathways.length > 1) {
    yield {
      span: end.node,
      message: `Several pathways join these ends: ${oneOf(end.pathways.map((part) => quote(part.name)))}. Expected one of them by its name.`,
      fixes: end.pathways.slice(0, 5).map((part) => change(end.node, asName(part.name))),
    };
  }
}

function severalParts(node: NameNode, candidates: readonly AtlasPart[], names: Names): Report {
  const outside = names.meaningsOfTerm(node.text);
  const listed = oneOf(candidates.map((part) => `${part.name} (${part.label})`));
  return {
    span: node,
    message: `${quote(node.text)} is the name of several parts: ${listed}.${outside.length > 0 ? ` It also stands for: ${outside.join("; ")}.` : ""} Expected one of them by its id.`,
    fixes: candidates.slice(0, 5).map((part) => change(node, asName(isUnique(part, names) ? part.name : part.id))),
  };
}

const isUnique = (part: AtlasPart, names: Names): boolean => names.find(part.name).parts.length === 1;

const change = (span: { start: number; end: number }, text: string): Fix => ({
  title: `Change to ${quote(text)}`,
  edits: [{ span, text }],
});
