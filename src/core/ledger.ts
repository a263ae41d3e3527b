/**
 * What the rules said of the items of one document, entry by entry in the order of the text. After an edit it follows
 * the document: items that are still there keep what was said of them, wherever they moved.
 */
import type { SourceDocument } from "./model/source.ts";
import type { Report, Rule } from "./rules/define.ts";
import type { Severity } from "./settings.ts";
import { suppressionsOf } from "./suppressions.ts";
import type { Item } from "./syntax/tree.ts";

/** A report with the rule that made it, and how much it weighs by the settings at hand. */
export interface RuleReport {
  readonly rule: Rule;
  readonly report: Report;
  /** Undefined where the settings show no such finding; a comment that silences it has its use all the same. */
  readonly severity: Severity | undefined;
}

export interface LedgerEntry {
  readonly item: Item;
  /** Whether comments in the item silence findings. */
  readonly silences: boolean;
  /** Undefined where the rules have not been asked, or must be asked again. */
  reports: readonly RuleReport[] | undefined;
}

/** More items than this are looked for in one walk over all entries. */
const FEW = 32;

export class Ledger {
  /** Region by region. */
  #entries: (readonly LedgerEntry[])[] = [];
  readonly #stale = new Set<Item>();

  /** What was said of an item no longer holds. */
  forget(item: Item): void {
    this.#stale.add(item);
  }

  /** The entries of a document, region by region: one for each item, in the order of the text. */
  follow({ regions }: SourceDocument): readonly (readonly LedgerEntry[])[] {
    this.#entries.length = regions.length;
    for (let at = 0; at < regions.length; at++) {
      const items = regions[at]?.document.items ?? [];
      const entries = followed(this.#entries[at] ?? [], items);
      this.#entries[at] = entries;
      if (this.#stale.size > FEW) {
        for (const entry of entries) if (this.#stale.has(entry.item)) entry.reports = undefined;
      } else {
        for (const item of this.#stale) {
          const entry = entries[regions[at]?.document.indexOf(item) ?? -1];
          if (entry) entry.reports = undefined;
        }
      }
    }
    this.#stale.clear();
    return this.#entries;
  }
}

/** Entries for items of which many are those that the entries before are of; what changed lies in one stretch. */
function followed(before: readonly LedgerEntry[], items: readonly Item[]): readonly LedgerEntry[] {
  let start = 0;
  while (start < before.length && start < items.length && before[start]?.item === items[start]) start++;
  if (start === before.length && start === items.length) return before;
  let end = items.length;
  let oldEnd = before.length;
  while (end > start && oldEnd > start && before[oldEnd - 1]?.item === items[end - 1]) {
    end--;
    oldEnd--;
  }
  const fresh = items
    .slice(start, end)
    .map((item): LedgerEntry => ({ item, silences: suppressionsOf(item).length > 0, reports: undefined }));
  return before.slice(0, start).concat(fresh, before.slice(oldEnd));
}
