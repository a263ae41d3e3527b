/** Graphs of claims, read by parsers that others wrote. */
import { parse as parseDot } from "@ts-graphviz/ast";
import fc from "fast-check";
import { DirectedGraph, MultiDirectedGraph } from "graphology";
import graphml from "graphology-graphml";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { graphOf } from "../../src/interchange/graph.ts";
import type { ClaimCollection } from "../../src/records/record.ts";
import { collectExample, examples, recordsOf } from "../records/examples.ts";
import { runs } from "../support/corpus.ts";
import { nastyCollection } from "./nasty.ts";
import { inFormat } from "./support.ts";

/** Whether a text is well-formed XML; the parser throws where it is not. */
function wellFormedXml(text: string): boolean {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return true;
}

/** The nodes and edges of a file in Graphviz's language. */
function dotCounts(text: string): { nodes: number; edges: number } {
  const counts = { nodes: 0, edges: 0 };
  const count = (of: { readonly type: string; readonly children?: readonly unknown[] }): void => {
    if (of.type === "Node") counts.nodes++;
    if (of.type === "Edge") counts.edges++;
    for (const child of of.children ?? []) count(child as Parameters<typeof count>[0]);
  };
  count(parseDot(text) as Parameters<typeof count>[0]);
  return counts;
}

const sizeOf = (collection: ClaimCollection): { nodes: number; edges: number } => {
  const { nodes, edges } = graphOf(collection);
  return { nodes: nodes.length, edges: edges.length };
};

describe.each(examples)("examples/%s", (name) => {
  it("is GraphML that others read", () => {
    const collection = collectExample(name);
    const text = inFormat(collection, "graphml");
    expect(wellFormedXml(text)).toBe(true);
    const read = graphml.parse(MultiDirectedGraph, text);
    expect({ nodes: read.order, edges: read.size }).toEqual(sizeOf(collection));
    const claims = new Set([...read.mapEdges((_, { claim }) => claim), ...read.mapNodes((_, { claim }) => claim)]);
    expect(collection.claims.filter(({ key }) => !claims.has(key))).toEqual([]);
  });

  it("is DOT that others read", () => {
    expect(dotCounts(inFormat(collectExample(name), "dot"))).toEqual(sizeOf(collectExample(name)));
  });
});

describe("the graph", () => {
  const told = (text: string): string[] => {
    const { nodes, edges } = graphOf(recordsOf(text));
    const label = new Map(nodes.map((node) => [node.id, node.label]));
    return edges.map(({ source, target, role }) => `${label.get(source)} -${role}-> ${label.get(target)}`);
  };

  it("has a plain claim as an edge between its parts", () => {
    expect(told("claim a: L4 as Value\nclaim b: L4 as ?\nclaim c: Nonsense as Key\n")).toEqual([
      "Layer 4 -claim-> Value",
      "Layer 4 -claim-> ?",
      "Nonsense -claim-> Key",
    ]);
  });

  it("has a claim that is more as a node", () => {
    expect(told("claim a: L4, L5 as Value\nclaim b: L5 > L4 as Key\n")).toEqual([
      "Layer 4 -left-> a",
      "Layer 5 -left-> a",
      "a -right-> Value",
      "Layer 5 -left-> b",
      "Layer 4 -left-outweighed-> b",
      "b -right-> Key",
    ]);
    expect(told("claim a: L4 as Value\nclaim whole: claim a, claim nowhere as Block\n")).toEqual([
      "Layer 4 -left-> a",
      "a -right-> Value",
      "a -left-> whole",
      "claim nowhere -left-> whole",
      "whole -right-> Transformer block",
    ]);
  });

  it("says of an edge what the claim says", () => {
    const read = graphml.parse(DirectedGraph, inFormat(recordsOf("claim a: L4 not as Value\n  strength functional\n"), "graphml"));
    expect(read.mapEdges((_, attributes) => attributes)).toMatchObject([
      { claim: "a", denied: true, asserted: "functional", standing: "unsupported", supports: 0 },
    ]);
  });
});

it("parses, whatever the texts hold", () => {
  fc.assert(
    fc.property(nastyCollection, (collection) => {
      expect(wellFormedXml(inFormat(collection, "graphml"))).toBe(true);
      const read = graphml.parse(MultiDirectedGraph, inFormat(collection, "graphml"));
      expect({ nodes: read.order, edges: read.size }).toEqual(sizeOf(collection));
      expect(dotCounts(inFormat(collection, "dot"))).toEqual(sizeOf(collection));
    }),
    { numRuns: runs(40) },
  );
});
