/** Claims as a graph: parts as nodes and claims as edges between them; a claim that is more than that is a node itself. */
import type { ClaimCollection, RecordClaim, RecordEnd, RecordSide } from "../records/record.ts";

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  /** `name`: what no atlas knows, as it is written. */
  readonly sort: "part" | "name" | "gap" | "claim";
  readonly atlas?: string;
  readonly kind?: string;
  /** Of a node that is a claim. */
  readonly claim?: RecordClaim;
}

export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  /** `claim`: it is one; else what its claim, which is a node, has at this end. */
  readonly role: "claim" | "left" | "left-outweighed" | "right" | "right-outweighed";
  readonly claim: RecordClaim;
  /** Which of the ends of its side it is, from 1. */
  readonly position: number;
}

export interface ClaimGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The graph of a collection; nodes in the order in which claims name them. */
export function graphOf({ claims }: ClaimCollection): ClaimGraph {
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  const keys = new Map(claims.flatMap(({ id, key }) => (id === undefined ? [] : [[id, key] as const])).reverse());
  const named = new Set(
    claims.flatMap(({ left, right }) => [left, right].flatMap((side) => endsOf(side).flatMap(({ claim }) => claim ?? []))),
  );
  const add = (node: GraphNode): string => {
    if (!nodes.has(node.id)) nodes.set(node.id, node);
    return node.id;
  };
  const nodeOf = (end: RecordEnd): string => {
    // a claim that is defined nowhere here is a name
    const key = end.claim === undefined ? undefined : keys.get(end.claim);
    if (key !== undefined) return `claim:${key}`;
    const { part } = end;
    if (!part) return add({ id: `name:${end.written}`, label: end.written, sort: "name" });
    return add({
      id: `part:${part.id}`,
      label: part.label,
      sort: "part",
      atlas: part.atlas,
      ...(part.kind !== undefined && { kind: part.kind }),
    });
  };
  const gap = (claim: RecordClaim, side: "left" | "right"): string => add({ id: `gap:${claim.key}:${side}`, label: "?", sort: "gap" });
  for (const claim of claims) {
    const isPlain = [claim.left, claim.right].every(isOneEnd) && !(claim.id !== undefined && named.has(claim.id));
    if (isPlain) {
      const ends = (["left", "right"] as const).map((name) => {
        const [end] = claim[name]?.ends ?? [];
        return end ? nodeOf(end) : gap(claim, name);
      });
      edges.push({ source: ends[0] as string, target: ends[1] as string, role: "claim", claim, position: 1 });
      continue;
    }
    const own = add({ id: `claim:${claim.key}`, label: claim.id ?? claim.written, sort: "claim", claim });
    const join = (end: string, role: "left" | "left-outweighed" | "right" | "right-outweighed", index: number): void => {
      const isLeft = role.startsWith("left");
      edges.push({ source: isLeft ? end : own, target: isLeft ? own : end, role, claim, position: index + 1 });
    };
    for (const name of ["left", "right"] as const) {
      const side = claim[name];
      if (!side || side.open || side.ends.length === 0) join(gap(claim, name), name, 0);
      for (const [index, end] of (side?.ends ?? []).entries()) join(nodeOf(end), name, index);
      for (const [index, end] of (side?.outweighed ?? []).entries()) join(nodeOf(end), `${name}-outweighed`, index);
    }
  }
  return { nodes: [...nodes.values()], edges };
}

const endsOf = (side: RecordSide | undefined): readonly RecordEnd[] => [...(side?.ends ?? []), ...(side?.outweighed ?? [])];

const isOneEnd = (side: RecordSide | undefined): boolean =>
  side === undefined || side.open || (side.ends.length === 1 && side.outweighed === undefined && side.ends[0]?.claim === undefined);
