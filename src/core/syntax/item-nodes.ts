/** The nodes of an item by what they are, gathered in one walk: many rules ask, and most items have few of each. */
import {
  type CitationNode,
  type CriterionNode,
  type DataNode,
  type EndNode,
  type Item,
  type NameNode,
  type ScopeNode,
  walkItem,
} from "./tree.ts";

/** Each list in the order of the text. */
export interface ItemNodes {
  readonly names: readonly NameNode[];
  readonly citations: readonly CitationNode[];
  readonly ends: readonly EndNode[];
  readonly scopes: readonly ScopeNode[];
  readonly criteria: readonly CriterionNode[];
  readonly data: readonly DataNode[];
}

const none: readonly never[] = [];
let last: { readonly item: Item; readonly nodes: ItemNodes } | undefined;

/** The nodes of an item. All rules ask for one item after the other, so that the last is enough to be remembered. */
export function nodesOf(item: Item): ItemNodes {
  if (last?.item !== item) last = { item, nodes: read(item) };
  return last.nodes;
}

function read(item: Item): ItemNodes {
  const names: NameNode[] = [];
  const citations: CitationNode[] = [];
  const ends: EndNode[] = [];
  const scopes: ScopeNode[] = [];
  const criteria: CriterionNode[] = [];
  const data: DataNode[] = [];
  walkItem(item, (node) => {
    if (node.kind === "name") names.push(node);
    else if (node.kind === "citation") citations.push(node);
    else if (node.kind === "end") ends.push(node);
    else if (node.kind === "scope") scopes.push(node);
    else if (node.kind === "criterion") criteria.push(node);
    else if (node.kind === "data") data.push(node);
  });
  return {
    names: kept(names),
    citations: kept(citations),
    ends: kept(ends),
    scopes: kept(scopes),
    criteria: kept(criteria),
    data: kept(data),
  };
}

// what is not there takes no room
const kept = <T>(nodes: readonly T[]): readonly T[] => (nodes.length > 0 ? nodes : none);
