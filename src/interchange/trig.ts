/** Nanopublications as TriG. */
import { DataFactory, Writer } from "n3";
import type { Quad } from "./quads.ts";
import { prefixes } from "./rdf-names.ts";

const { namedNode, literal, quad } = DataFactory;

/** Statements as TriG, each graph in one piece. */
export function trigOf(quads: readonly Quad[]): string {
  const writer = new Writer({ prefixes: { ...prefixes }, format: "application/trig" });
  for (const { subject, predicate, object, graph } of quads) {
    const said =
      "address" in object
        ? namedNode(object.address)
        : literal(object.text, object.type === undefined ? undefined : namedNode(object.type));
    writer.addQuad(quad(namedNode(subject), namedNode(predicate), said, namedNode(graph)));
  }
  let text = "";
  writer.end((error: Error | null, result: string) => {
    if (error) throw error;
    text = result;
  });
  return text;
}
