/** What stands at an offset of a document. */
import type { Snapshot } from "../model/snapshot.ts";
import type { SourceRegion } from "../model/source.ts";
import type { Clause, Item, Node } from "../syntax/tree.ts";
import { walk } from "../syntax/tree.ts";
import { type Span, touches } from "../text.ts";

export interface Place {
  readonly uri: string;
  readonly region: SourceRegion;
  readonly item: Item;
  /** Where the item starts in its region. */
  readonly itemStart: number;
  /** The offset, counted from the item's start. */
  readonly offset: number;
  /** The clause at the offset; undefined in a header. */
  readonly clause: Clause | undefined;
  /** The nodes at the offset, innermost first. */
  readonly nodes: readonly Node[];
  /** A span of the item, in the host. */
  toHost(span: Span): Span;
}

/** The item and nodes at an offset of the host; undefined outside all regions of Lamina. */
export function placeAt(snapshot: Snapshot, uri: string, hostOffset: number): Place | undefined {
  const source = snapshot.documents.get(uri);
  for (const region of source?.regions ?? []) {
    const regionOffset = region.map.toRegion(hostOffset);
    if (regionOffset === undefined) continue;
    const index = region.document.itemAt(regionOffset);
    const item = region.document.items[index];
    if (!item) return undefined;
    const itemStart = region.document.startOf(index);
    const offset = regionOffset - itemStart;
    const clause = item.clauses.find((candidate) => touches(candidate, offset));
    const nodes: Node[] = [];
    const args = clause ? clause.args : item.args;
    for (const role in args) {
      walk(args[role] as Node, (node) => {
        if (touches(node, offset)) nodes.unshift(node);
      });
    }
    // innermost first: a later sibling that only touches the offset must not hide the node that holds it
    nodes.sort((a, b) => a.end - a.start - (b.end - b.start));
    const toHost = (span: Span): Span => region.map.spanToHost({ start: span.start + itemStart, end: span.end + itemStart });
    return { uri, region, item, itemStart, offset, clause, nodes, toHost };
  }
  return undefined;
}
