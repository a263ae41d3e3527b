/**
 * What a claim sets beside what: its pairings, and the keys under which the workspace finds the other claims on the same
 * things. A claim with `each` is as many pairings as its lists are long; any other is one.
 */
import type { AtlasPart } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import type { Arrow, EndListNode, Item } from "../syntax/tree.ts";
import { all } from "./arguments.ts";
import { type ClaimMeaning, isClaim, meaningOf } from "./meaning.ts";
import { partsOfEnd, type ResolvedEnd, type ResolvedSide, resolveClaim } from "./resolve.ts";

/** The ends that stand together on one side, as one thing to compare. */
export interface PairedSide {
  /** The same for all ways to write the same ends. */
  readonly key: string;
  /** `any` where any one of the ends is meant; `all` where they are meant together. */
  readonly join: "all" | "any";
  readonly ends: readonly ResolvedEnd[];
  /** The key of each end. */
  readonly keys: readonly string[];
}

export interface Pairing {
  readonly left: PairedSide;
  readonly right: PairedSide;
}

interface Known {
  readonly names: Names;
  readonly pairings: readonly Pairing[];
}

const known = new WeakMap<ClaimMeaning, Known>();
const none: readonly Pairing[] = [];

/**
 * The pairings of a claim: with `each` the first end with the first, and so on, else all of the left with all of the
 * right. None where a side is open, is a comparison, has a name that means no part or several, or where `each` finds
 * lists of different length.
 */
export function pairingsOf(claim: ClaimMeaning, names: Names): readonly Pairing[] {
  const before = known.get(claim);
  if (before?.names === names) return before.pairings;
  const pairings = readPairings(claim, names);
  known.set(claim, { names, pairings });
  return pairings;
}

function readPairings(claim: ClaimMeaning, names: Names): readonly Pairing[] {
  const { left, right } = resolveClaim(claim, names);
  const lefts = left && keysOf(left);
  const rights = right && keysOf(right);
  const leftList = left?.node.list;
  const rightList = right?.node.list;
  if (!left || !right || !lefts || !rights || !leftList || !rightList) return none;
  if (!isPairwise(claim)) return [{ left: paired(left.ends, lefts, leftList), right: paired(right.ends, rights, rightList) }];
  if (lefts.length !== rights.length) return none;
  return lefts.map((_, at) => ({ left: only(left, lefts, at), right: only(right, rights, at) }));
}

/** Whether the claim is read pair by pair: `each` on a side. */
export const isPairwise = (claim: ClaimMeaning): boolean => claim.left?.list?.join === "each" || claim.right?.list?.join === "each";

/** The keys of the ends of a side; undefined where it is a comparison, or an end is not clear. */
function keysOf({ node, ends }: ResolvedSide): readonly string[] | undefined {
  if (node.open || node.outweighed || ends.length === 0) return undefined;
  const keys: string[] = [];
  for (const end of ends) {
    const key = endKey(end);
    if (key === undefined) return undefined;
    keys.push(key);
  }
  return keys;
}

function paired(ends: readonly ResolvedEnd[], keys: readonly string[], { join }: EndListNode): PairedSide {
  const [first] = keys;
  if (keys.length === 1 && first !== undefined) return { key: first, join: "all", ends, keys };
  return { key: [...new Set(keys)].sort().join(join === "any" ? " or " : ", "), join: join === "any" ? "any" : "all", ends, keys };
}

function only(side: ResolvedSide, keys: readonly string[], at: number): PairedSide {
  const key = keys[at] as string;
  return { key, join: "all", ends: [side.ends[at] as ResolvedEnd], keys: [key] };
}

const turned: Readonly<Record<Arrow, Arrow>> = { "->": "<-", "<-": "->", "<->": "<->", "--": "--" };

/** What an end stands for, in one spelling: the id of a part, a pathway from part to part, or a claim. */
function endKey({ node, names, part }: ResolvedEnd): string | undefined {
  if (node.claim) return `claim ${node.claim.text}`;
  if (part) {
    const whole = names.length === 1 ? names[0]?.match.whole : undefined;
    return whole ? `${part.id} in ${whole.id}` : part.id;
  }
  if (names.length < 2) return undefined;
  const ids: string[] = [];
  for (const { candidates } of names) {
    if (candidates.length !== 1) return undefined;
    ids.push((candidates[0] as AtlasPart).id);
  }
  const one = path(ids, node.arrows);
  const other = path([...ids].reverse(), node.arrows.map((arrow) => turned[arrow]).reverse());
  return one < other ? one : other;
}

const path = (ids: readonly string[], arrows: readonly Arrow[]): string =>
  ids.map((id, at) => (at === 0 ? id : `${arrows[at - 1]} ${id}`)).join(" ");

/** A direction in which parts of the cortex are opposite, and which parts lie on either side. */
interface Axis {
  readonly name: "depth" | "direction";
  readonly sides: readonly [Pole, Pole];
}

interface Pole {
  /** As messages say it. */
  readonly word: string;
  readonly parts: ReadonlySet<string>;
}

const pole = (word: string, ...names: readonly string[]): Pole => ({ word, parts: new Set(names.map((name) => `cortex:${name}`)) });

const axes: readonly Axis[] = [
  {
    name: "depth",
    sides: [
      pole("superficial", "L1", "L2", "L3", "L2/3", "supragranular", "L2/3-horizontal"),
      pole("deep", "L5", "L5A", "L5B", "L6", "L6b", "infragranular", "L5-horizontal"),
    ],
  },
  { name: "direction", sides: [pole("feedforward", "feedforward"), pole("feedback", "L1-feedback")] },
];

/** Where an end lies on an axis. */
export interface Placing {
  readonly axis: Axis["name"];
  readonly word: string;
}

/** On which side of which axis a thing lies, by its key: a superficial or a deep layer, the feedforward or the feedback path. */
export function placingOf(key: string): Placing | undefined {
  for (const { name, sides } of axes) for (const { word, parts } of sides) if (parts.has(key)) return { axis: name, word };
  return undefined;
}

/** The key of the claims that set these two beside each other, whichever stands on the left. */
export const pairKey = ({ left, right }: Pairing): string =>
  left.key < right.key ? `pair ${left.key} as ${right.key}` : `pair ${right.key} as ${left.key}`;

/** The key of the claims on the left of which an end stands. */
export const fromKey = (end: string): string => `from ${end}`;

/** The key of the claims that give a role to something on an axis. */
export const axisKey = (axis: string, role: string): string => `${axis} ${role}`;

/** The key of the claims and families that speak of a part at all. */
export const partKey = (part: string): string => `part ${part}`;

/** The key of the `use` lines that name an atlas. */
export const useKey = (atlas: string): string => `use ${atlas}`;

const nothing: ReadonlySet<string> = new Set();

/** All keys under which an item is found; none for items that are neither claim, family nor `use`. */
export function placesOf(item: Item, names: Names): ReadonlySet<string> {
  if (item.word === "use") {
    return new Set(
      all(item.args.atlases, "name")
        .flatMap(({ text }) => names.atlas(text)?.atlas.id ?? [])
        .map(useKey),
    );
  }
  if (item.word !== "claim" && item.word !== "mapping") return nothing;
  const claim = meaningOf(item);
  if (!isClaim(claim)) return nothing;
  const keys = new Set<string>();
  const { left, right, via } = resolveClaim(claim, names);
  for (const side of [left, right]) {
    for (const end of side?.ends ?? []) for (const part of partsOfEnd(end)) keys.add(partKey(part.id));
    for (const end of side?.outweighed ?? []) for (const part of partsOfEnd(end)) keys.add(partKey(part.id));
  }
  for (const end of via) for (const part of partsOfEnd(end)) keys.add(partKey(part.id));
  if (claim.kind === "mapping") return keys;
  for (const pairing of pairingsOf(claim, names)) {
    keys.add(pairKey(pairing));
    for (const end of pairing.left.keys) {
      keys.add(fromKey(end));
      const placing = placingOf(end);
      if (placing) for (const role of pairing.right.keys) keys.add(axisKey(placing.axis, role));
    }
  }
  return keys;
}
