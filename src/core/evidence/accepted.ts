/** Whether data files are still what they were when their content was accepted. */
import { dataNodesOf } from "../data/request.ts";
import type { ClaimMeaning } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { DataNode, Item } from "../syntax/tree.ts";
import { predictionsOf } from "./verdict-kept.ts";

/** How many digits of a file's hash are written behind `accepted`: as many as nobody hits by chance. */
const DIGITS = 12;

/** Fewer digits than this tell no two files apart. */
export const FEWEST_DIGITS = 7;

/** What is written behind `accepted` for a file of this hash: the first of its digits. */
export const shortHash = (hash: string): string => hash.slice(0, DIGITS);

/** Whether a hash begins with the digits that were accepted; with too few, nothing can be said, and it does not. */
export const isAccepted = (accepted: string, hash: string): boolean =>
  accepted.length >= FEWEST_DIGITS && hash.startsWith(accepted.toLowerCase());

/** The hash that a file has now, where it is another than was accepted; undefined where nothing was, and while it is not read. */
export function changedHash(node: DataNode, uri: string, snapshot: Snapshot): string | undefined {
  const hash = node.accepted && snapshot.data(uri, node)?.hash;
  return hash !== undefined && node.accepted && !isAccepted(node.accepted.text, hash) ? hash : undefined;
}

const hasChanged = (item: Item, uri: string, snapshot: Snapshot): boolean =>
  dataNodesOf(item).some((node) => changedHash(node, uri, snapshot) !== undefined);

/** Whether a data file that a claim rests on, or that one of its predictions was tested on, changed since it was accepted. */
export const needsRecheck = (claim: ClaimMeaning, uri: string, snapshot: Snapshot): boolean =>
  (claim.evidence.some(({ node }) => node.what.kind === "data") && hasChanged(claim.item, uri, snapshot)) ||
  predictionsOf(claim, snapshot).some(
    ({ prediction, uri: where }) => prediction.observed.length > 0 && hasChanged(prediction.item, where, snapshot),
  );
