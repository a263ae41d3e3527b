/** Reads the arguments of headers and clauses by the shape that the table gives them. A missing one is `undefined`. */
import type {
  CitationNode,
  CriterionNode,
  DateNode,
  EndNode,
  EvidenceNode,
  NameNode,
  Node,
  QualifiersNode,
  ResultNode,
  ScopeNode,
  SideNode,
  SynonymNode,
  TextNode,
  WordNode,
} from "../syntax/tree.ts";

interface NodeByKind {
  citation: CitationNode;
  criterion: CriterionNode;
  date: DateNode;
  end: EndNode;
  evidence: EvidenceNode;
  name: NameNode;
  qualifiers: QualifiersNode;
  result: ResultNode;
  scope: ScopeNode;
  side: SideNode;
  synonym: SynonymNode;
  text: TextNode;
  word: WordNode;
}

/** The node, where it is of that kind. */
export const as = <K extends keyof NodeByKind>(node: Node | undefined, kind: K): NodeByKind[K] | undefined =>
  node?.kind === kind ? (node as NodeByKind[K]) : undefined;

/** The nodes of that kind in a list, or the one node itself. */
export function all<K extends keyof NodeByKind>(node: Node | undefined, kind: K): readonly NodeByKind[K][] {
  if (node === undefined) return [];
  if (node.kind !== "list") return node.kind === kind ? [node as NodeByKind[K]] : [];
  return node.nodes.filter((child): child is NodeByKind[K] => child.kind === kind);
}
