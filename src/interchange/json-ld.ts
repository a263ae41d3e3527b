/** Nanopublications as JSON-LD that needs nothing from elsewhere: what its names stand for is said at its top. */
import type { Quad, QuadObject } from "./quads.ts";
import { prefixes } from "./rdf-names.ts";

type Value = string | { readonly "@id": string } | { readonly "@value": string; readonly "@type": string };
type Node = Record<string, Value | Value[] | string | string[]>;

const RDF_TYPE = `${prefixes.rdf}type`;

/** Statements as JSON-LD, each graph an object with what is said in it. */
export function jsonLdOf(quads: readonly Quad[]): string {
  const graphs = new Map<string, Map<string, Node>>();
  for (const { subject, predicate, object, graph } of quads) {
    const nodes = at(graphs, graph, () => new Map<string, Node>());
    const node = at(nodes, subject, (): Node => ({ "@id": subject }));
    if (predicate === RDF_TYPE && "address" in object) append(node, "@type", short(object.address));
    else append(node, short(predicate), spelt(object));
  }
  const document = {
    "@context": prefixes,
    "@graph": [...graphs].map(([address, nodes]) => ({ "@id": address, "@graph": [...nodes.values()] })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function spelt(object: QuadObject): Value {
  if ("address" in object) return { "@id": object.address };
  return object.type === undefined ? object.text : { "@value": object.text, "@type": short(object.type) };
}

/** A property by its prefix. All properties and types are of our own table, so that each has one. */
function short(address: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes))
    if (address.startsWith(namespace)) return `${prefix}:${address.slice(namespace.length)}`;
  return address;
}

function append(node: Node, key: string, value: Value): void {
  const before = node[key] as Value | Value[] | undefined;
  node[key] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
}

function at<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
