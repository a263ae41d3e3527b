/** How one snapshot differs from the one before it. */
import type { Item } from "../syntax/tree.ts";
import { itemsOf } from "./document-facts.ts";
import type { TouchedKeys } from "./index-changes.ts";
import type { SourceDocument } from "./source.ts";

/** What a change made of the items of a document; all of them where other names hold in it. */
export interface Replaced {
  readonly uri: string;
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** How a snapshot differs from the one before. */
export interface Difference extends TouchedKeys {
  /** Document by document: the items that went and those that came, in the order of the text. */
  readonly replaced: readonly Replaced[];
  /** Ids of which sentences in running text came or went. */
  readonly anchored: ReadonlySet<string>;
  /** Documents that did not change themselves, and whose data files give other answers. */
  readonly answered: ReadonlySet<string>;
  /** Files that `model` items name, which went missing or came to be there. */
  readonly missed: ReadonlySet<string>;
  /** Documents that differ. */
  readonly changed: ReadonlySet<string>;
  /** Documents whose `use`, `cite` and the like differ, so that any of their items may be concerned. */
  readonly rescoped: ReadonlySet<string>;
  /** Whether names or bibliographies changed, so that any document may be concerned. */
  readonly surroundings: boolean;
  /** Whether an id came or went, or names another sort of thing. */
  readonly ids: boolean;
}

export const noDifference: Difference = {
  touched: new Set(),
  mentioned: new Set(),
  cited: new Set(),
  replaced: [],
  anchored: new Set(),
  quantified: new Set(),
  answered: new Set(),
  missed: new Set(),
  changed: new Set(),
  rescoped: new Set(),
  surroundings: false,
  ids: false,
};

/** Items that are in one but not in the other; those at the same place at both ends are left out cheaply. */
export function difference(
  old: SourceDocument | undefined,
  fresh: SourceDocument | undefined,
): { removed: readonly Item[]; added: readonly Item[] } {
  const before = old ? itemsOf(old) : [];
  const after = fresh ? itemsOf(fresh) : [];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  return { removed: before.slice(start, endBefore), added: after.slice(start, endAfter) };
}
