/** Accepts what a data file gives: writes the first digits of its hash behind the clause that names it. */
import { shortHash } from "../evidence/accepted.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Edit } from "../text.ts";
import { placeAt } from "./place.ts";

/** The edit that accepts the file named at an offset; undefined where none is, where it is accepted already, or not read. */
export function acceptData(snapshot: Snapshot, uri: string, offset: number): Edit | undefined {
  const place = placeAt(snapshot, uri, offset);
  for (const node of place?.nodes ?? []) {
    if (node.kind !== "data") continue;
    const hash = node.accepted ? undefined : snapshot.data(uri, node)?.hash;
    if (!place || hash === undefined) return undefined;
    return { span: place.toHost({ start: node.end, end: node.end }), text: ` accepted ${shortHash(hash)}` };
  }
  return undefined;
}
