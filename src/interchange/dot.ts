/** The graph of claims in the language of Graphviz. */
import type { ClaimCollection } from "../records/record.ts";
import { type GraphEdge, type GraphNode, graphOf } from "./graph.ts";
import { oneLine, wellFormed } from "./text.ts";

/** How a claim of each standing is drawn, in ink alone. */
const styles: Readonly<Record<string, string>> = {
  supported: "solid",
  overstated: "dashed",
  contested: "dashed",
  refuted: "dashed",
  unsupported: "dotted",
  open: "dotted",
};

const shapes: Readonly<Record<GraphNode["sort"], string>> = { part: "box", name: "box", gap: "plaintext", claim: "ellipse" };

/** The graph of a collection, the parts of each atlas together. */
export function dotOf(collection: ClaimCollection): string {
  const { nodes, edges } = graphOf(collection);
  const atlases = [...new Set(nodes.flatMap(({ atlas }) => atlas ?? []))];
  const lines = [
    `digraph ${quoted(collection.title)} {`,
    "  rankdir=LR;",
    ...atlases.flatMap((atlas, index) => [
      `  subgraph cluster_${index} {`,
      `    label=${quoted(atlas)};`,
      ...nodes.filter((node) => node.atlas === atlas).map((node) => `    ${nodeLine(node)}`),
      "  }",
    ]),
    ...nodes.filter(({ atlas }) => atlas === undefined).map((node) => `  ${nodeLine(node)}`),
    ...edges.map((edge) => `  ${edgeLine(edge)}`),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

function nodeLine({ id, label, sort, claim }: GraphNode): string {
  return `${quoted(id)} ${attributes([["label", label], ["shape", shapes[sort]], ...(claim ? said(claim) : [])])};`;
}

function edgeLine({ source, target, role, claim }: GraphEdge): string {
  const label = role === "claim" ? (claim.id ?? "") : role.includes("outweighed") ? "outweighed" : "";
  const own = role === "claim" ? said(claim) : [];
  return `${quoted(source)} -> ${quoted(target)} ${attributes([["label", label], ["role", role], ...own])};`;
}

type Attribute = readonly [string, string | undefined];

/** What Graphviz does not know it keeps, for whoever reads the file. */
const said = (claim: GraphEdge["claim"]): readonly Attribute[] => [
  ["tooltip", claim.means ?? claim.written],
  ["style", styles[claim.standing]],
  ["arrowhead", claim.negated ? "tee" : "normal"],
  ["claim", claim.key],
  ["asserted", claim.asserted],
  ["earned", claim.earned],
  ["standing", claim.standing],
];

const attributes = (pairs: readonly Attribute[]): string =>
  `[${pairs.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [`${name}=${quoted(value)}`])).join(", ")}]`;

/** A text between quotes. Backslashes are doubled, because in labels they begin commands. */
const quoted = (text: string): string =>
  `"${wellFormed(oneLine(text))
    .replace(/\p{Cc}/gu, "\ufffd")
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')}"`;
