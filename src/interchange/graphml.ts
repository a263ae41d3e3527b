/** The graph of claims as GraphML. */
import type { ClaimCollection } from "../records/record.ts";
import { type ClaimGraph, type GraphEdge, type GraphNode, graphOf } from "./graph.ts";
import { wellFormed } from "./text.ts";

interface Key<T> {
  readonly name: string;
  readonly type: "string" | "int" | "boolean";
  readonly value: (of: T) => string | undefined;
}

const nodeKeys: readonly Key<GraphNode>[] = [
  { name: "label", type: "string", value: ({ label }) => label },
  { name: "sort", type: "string", value: ({ sort }) => sort },
  { name: "atlas", type: "string", value: ({ atlas }) => atlas },
  { name: "kind", type: "string", value: ({ kind }) => kind },
  ...claimKeys<GraphNode>(({ claim }) => claim),
];

const edgeKeys: readonly Key<GraphEdge>[] = [
  { name: "role", type: "string", value: ({ role }) => role },
  { name: "position", type: "int", value: ({ position }) => String(position) },
  ...claimKeys<GraphEdge>(({ claim }) => claim),
];

/** What is said of the claim that a node or an edge is, or belongs to. */
function claimKeys<T>(claimOf: (of: T) => GraphNode["claim"]): readonly Key<T>[] {
  return [
    { name: "claim", type: "string", value: (of) => claimOf(of)?.key },
    { name: "written", type: "string", value: (of) => claimOf(of)?.written },
    { name: "means", type: "string", value: (of) => claimOf(of)?.means },
    { name: "claimKind", type: "string", value: (of) => claimOf(of)?.claimKind },
    { name: "denied", type: "boolean", value: (of) => (claimOf(of) ? String(claimOf(of)?.negated) : undefined) },
    { name: "asserted", type: "string", value: (of) => claimOf(of)?.asserted },
    { name: "earned", type: "string", value: (of) => claimOf(of)?.earned },
    { name: "standing", type: "string", value: (of) => claimOf(of)?.standing },
    { name: "scope", type: "string", value: (of) => claimOf(of)?.scope },
    { name: "level", type: "string", value: (of) => claimOf(of)?.level },
    { name: "supports", type: "int", value: (of) => stances(claimOf(of), "supports") },
    { name: "disputes", type: "int", value: (of) => stances(claimOf(of), "disputes") },
  ];
}

const stances = (claim: GraphNode["claim"], stance: string): string | undefined =>
  claim && String(claim.evidence.filter((piece) => piece.stance === stance).length);

/** The graph of a collection as GraphML, with all that is said of nodes and edges under keys of their own. */
export function graphmlOf(collection: ClaimCollection): string {
  const graph: ClaimGraph = graphOf(collection);
  const declared = <T>(keys: readonly Key<T>[], of: "node" | "edge"): string =>
    keys.map(({ name, type }) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`).join("");
  const data = <T>(keys: readonly Key<T>[], of: "node" | "edge", thing: T): string =>
    keys
      .flatMap(({ name, value }) => {
        const text = value(thing);
        return text === undefined ? [] : [`      <data key="${of}-${name}">${inXml(text)}</data>\n`];
      })
      .join("");
  const numbers = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\n' +
    '  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n' +
    `  <desc>${inXml(collection.title)}</desc>\n` +
    `${declared(nodeKeys, "node")}${declared(edgeKeys, "edge")}` +
    '  <graph id="claims" edgedefault="directed">\n' +
    graph.nodes.map((node) => `    <node id="${numbers.get(node.id)}">\n${data(nodeKeys, "node", node)}    </node>\n`).join("") +
    graph.edges
      .map(
        (edge, index) =>
          `    <edge id="e${index}" source="${numbers.get(edge.source)}" target="${numbers.get(edge.target)}">\n` +
          `${data(edgeKeys, "edge", edge)}    </edge>\n`,
      )
      .join("") +
    "  </graph>\n</graphml>\n"
  );
}

/** A text as XML holds it; signs that no XML may have become replacement characters. */
const inXml = (text: string): string =>
  wellFormed(text)
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\n\r\u0080-\u009f]/.test(sign) ? sign : "\ufffd"))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
