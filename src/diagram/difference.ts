/**
 * What makes one scene into the next, to be sent instead of the whole. The law: `applied(old, differenceOf(old, next))`
 * equals `next`, and what does not differ is the same object as in `old`, so that a page sees at a glance what to leave.
 */
import type { Attributes, Scene, SceneBundle, SceneNode } from "./scene.ts";

/** How the children of a node differ. Plain data, as all of this is: it crosses the wire. */
export interface ListDifference {
  /** All keys in their new order; left out where keys and order are the same. */
  readonly order?: readonly string[];
  /** Nodes that are new, or so different that they are made anew. */
  readonly put?: readonly SceneNode[];
  /** Nodes that stay and are changed. */
  readonly changed?: readonly NodeDifference[];
}

export interface NodeDifference {
  readonly key: string;
  /** All attributes, where any differs. */
  readonly attrs?: Attributes;
  readonly text?: string;
  readonly children?: ListDifference;
}

export interface SceneDifference {
  readonly width?: number;
  readonly height?: number;
  readonly title?: string;
  readonly description?: string;
  readonly bundles?: readonly SceneBundle[];
  readonly nodes?: ListDifference;
}

function sameAttributes(a: Attributes, b: Attributes): boolean {
  if (a === b) return true;
  let count = 0;
  for (const name in a) {
    if (a[name] !== b[name]) return false;
    count++;
  }
  for (const name in b) if (b[name] !== undefined) count--;
  return count === 0;
}

/** Undefined where the two are equal; `"other"` where one cannot become the other. */
function nodeDifference(old: SceneNode, next: SceneNode): NodeDifference | "other" | undefined {
  if (old === next) return undefined;
  if (old.tag !== next.tag || (old.text === undefined) !== (next.text === undefined) || !old.children !== !next.children) return "other";
  const children = old.children && next.children ? listDifference(old.children, next.children) : undefined;
  const attrs = sameAttributes(old.attrs, next.attrs) ? undefined : next.attrs;
  const text = old.text === next.text ? undefined : next.text;
  if (!children && !attrs && text === undefined) return undefined;
  return { key: next.key, ...(attrs && { attrs }), ...(text !== undefined && { text }), ...(children && { children }) };
}

function listDifference(old: readonly SceneNode[], next: readonly SceneNode[]): ListDifference | undefined {
  if (old === next) return undefined;
  const before = new Map(old.map((node) => [node.key, node]));
  // siblings ought to have keys of their own; where they have not, nothing can be said by key
  if (before.size < old.length || new Set(next.map(({ key }) => key)).size < next.length)
    return { order: next.map(({ key }) => key), put: next };
  const put: SceneNode[] = [];
  const changed: NodeDifference[] = [];
  let sameOrder = old.length === next.length;
  next.forEach((node, at) => {
    if (sameOrder && old[at]?.key !== node.key) sameOrder = false;
    const from = before.get(node.key);
    const difference = from ? nodeDifference(from, node) : "other";
    if (difference === "other") put.push(node);
    else if (difference) changed.push(difference);
  });
  if (sameOrder && put.length === 0 && changed.length === 0) return undefined;
  return {
    ...(!sameOrder && { order: next.map(({ key }) => key) }),
    ...(put.length > 0 && { put }),
    ...(changed.length > 0 && { changed }),
  };
}

const sameBundles = (a: readonly SceneBundle[], b: readonly SceneBundle[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((bundle, at) => {
      const other = b[at];
      return (
        bundle === other ||
        (other !== undefined &&
          bundle.key === other.key &&
          bundle.label === other.label &&
          bundle.claims.length === other.claims.length &&
          bundle.claims.every((claim, index) => claim === other.claims[index]))
      );
    }));

/** What makes `old` into `next`; an empty object where they are equal. Nodes that are the same object are not looked into. */
export function differenceOf(old: Scene, next: Scene): SceneDifference {
  const nodes = listDifference(old.nodes, next.nodes);
  return {
    ...(old.width !== next.width && { width: next.width }),
    ...(old.height !== next.height && { height: next.height }),
    ...(old.title !== next.title && { title: next.title }),
    ...(old.description !== next.description && { description: next.description }),
    ...(!sameBundles(old.bundles, next.bundles) && { bundles: next.bundles }),
    ...(nodes && { nodes }),
  };
}

/** Whether a difference says that nothing differs. */
export const isEmpty = (difference: SceneDifference): boolean => Object.keys(difference).length === 0;

function appliedNode(node: SceneNode, difference: NodeDifference): SceneNode {
  return {
    ...node,
    ...(difference.attrs && { attrs: difference.attrs }),
    ...(difference.text !== undefined && { text: difference.text }),
    ...(difference.children && { children: appliedList(node.children ?? [], difference.children) }),
  };
}

function appliedList(old: readonly SceneNode[], { order, put, changed }: ListDifference): readonly SceneNode[] {
  // where the order names each node once and all of them are given, nothing of the old is needed
  if (order && put?.length === order.length) return put;
  const nodes = new Map(old.map((node) => [node.key, node]));
  for (const node of put ?? []) nodes.set(node.key, node);
  for (const difference of changed ?? []) {
    const node = nodes.get(difference.key);
    if (node) nodes.set(difference.key, appliedNode(node, difference));
  }
  return (order ?? old.map(({ key }) => key)).flatMap((key) => nodes.get(key) ?? []);
}

/** The scene after a difference. Total: what a difference says of nodes that are not there is passed over. */
export function applied(old: Scene, difference: SceneDifference): Scene {
  const { nodes, ...rest } = difference;
  return { ...old, ...rest, ...(nodes && { nodes: appliedList(old.nodes, nodes) }) };
}
