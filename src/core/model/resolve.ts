/** Resolves the ends of a claim to parts of the atlases in scope. */
import type { AtlasPart } from "../atlas/atlas.ts";
import type { NameMatch, Names } from "../atlas/lookup.ts";
import type { EndNode, NameNode, SideNode } from "../syntax/tree.ts";
import type { ClaimMeaning } from "./meaning.ts";

/** A name in an end, and what it may mean. */
export interface ResolvedName {
  readonly node: NameNode;
  readonly match: NameMatch;
  /** The parts that are able to stand at this end; one where the name is clear. */
  readonly candidates: readonly AtlasPart[];
}

export interface ResolvedEnd {
  readonly node: EndNode;
  /** The names along the end: one for a part, several for a pathway, none for a claim. */
  readonly names: readonly ResolvedName[];
  /** For a pathway: the entries of the atlas that join its ends. None: it is taken as written. */
  readonly pathways: readonly AtlasPart[];
  /** What the end stands for, where that is one part. */
  readonly part: AtlasPart | undefined;
}

export interface ResolvedSide {
  readonly node: SideNode;
  readonly ends: readonly ResolvedEnd[];
  readonly outweighed: readonly ResolvedEnd[];
}

export interface ResolvedClaim {
  readonly left: ResolvedSide | undefined;
  readonly right: ResolvedSide | undefined;
  readonly via: readonly ResolvedEnd[];
}

const cache = new WeakMap<ClaimMeaning, { names: Names; resolved: ResolvedClaim }>();

/** The ends of a claim in these atlases. Kept with the claim for as long as the atlases in scope are the same. */
export function resolveClaim(claim: ClaimMeaning, names: Names): ResolvedClaim {
  const cached = cache.get(claim);
  if (cached?.names === names) return cached.resolved;
  const left = claim.left && new Side(claim.left, names);
  const right = claim.right && new Side(claim.right, names);
  // a name that both atlases know is meant in the atlas that the other side is not in
  const leftAtlas = left?.onlyAtlas();
  const rightAtlas = right?.onlyAtlas();
  const resolved: ResolvedClaim = {
    left: left?.resolve(rightAtlas),
    right: right?.resolve(leftAtlas),
    via: claim.via.map((end) => resolveEnd(end, names, rightAtlas)),
  };
  cache.set(claim, { names, resolved });
  return resolved;
}

class Side {
  readonly #node: SideNode;
  readonly #names: Names;

  constructor(node: SideNode, names: Names) {
    this.#node = node;
    this.#names = names;
  }

  /** The one atlas that all clear names of this side are in. */
  onlyAtlas(): string | undefined {
    let only: string | undefined;
    for (const end of this.#ends()) {
      for (const part of end.parts) {
        const [candidate, ...others] = this.#names.find(part.text).parts;
        if (!candidate || others.some((other) => other.atlas !== candidate.atlas)) continue;
        if (only !== undefined && only !== candidate.atlas) return undefined;
        only = candidate.atlas;
      }
    }
    return only;
  }

  resolve(otherAtlas: string | undefined): ResolvedSide {
    const each = (ends: readonly EndNode[] | undefined): ResolvedEnd[] =>
      (ends ?? []).map((end) => resolveEnd(end, this.#names, otherAtlas));
    return { node: this.#node, ends: each(this.#node.list?.ends), outweighed: each(this.#node.outweighed?.ends) };
  }

  #ends(): readonly EndNode[] {
    return [...(this.#node.list?.ends ?? []), ...(this.#node.outweighed?.ends ?? [])];
  }
}

/**
 * One end.
 *
 * @param otherAtlas the atlas of the claim's other side, whose parts are meant here only if no other bears the name
 */
export function resolveEnd(end: EndNode, names: Names, otherAtlas?: string): ResolvedEnd {
  if (end.claim) return { node: end, names: [], pathways: [], part: undefined };
  const resolved = end.parts.map((node): ResolvedName => {
    const match = names.find(node.text);
    const elsewhere = match.parts.filter((part) => part.atlas !== otherAtlas);
    return { node, match, candidates: elsewhere.length > 0 ? elsewhere : match.parts };
  });
  if (resolved.length === 1) {
    const [only] = resolved as [ResolvedName];
    return { node: end, names: resolved, pathways: [], part: only.candidates.length === 1 ? only.candidates[0] : undefined };
  }
  const pathways = joining(end, resolved, names);
  return { node: end, names: resolved, pathways, part: pathways.length === 1 ? pathways[0] : undefined };
}

function joining(end: EndNode, resolved: readonly ResolvedName[], names: Names): readonly AtlasPart[] {
  const ends: AtlasPart[] = [];
  for (const { candidates } of resolved) {
    if (candidates.length !== 1) return [];
    ends.push(candidates[0] as AtlasPart);
  }
  return names.pathwaysJoining(ends, end.arrows);
}

/** All parts that a resolved end has to do with: what it stands for, the parts along it, and what they lie in. */
export function partsOfEnd(end: ResolvedEnd): readonly AtlasPart[] {
  const parts = new Set<AtlasPart>();
  if (end.part) parts.add(end.part);
  for (const name of end.names) {
    if (name.candidates.length === 1) parts.add(name.candidates[0] as AtlasPart);
    if (name.match.whole) parts.add(name.match.whole);
  }
  return [...parts];
}
