/**
 * What the rules said of the items of one document. After an edit it follows the document: items that are still there
 * keep what was said of them, wherever they moved. Lists side by side, and not one object for each item: a large document
 * has ten thousand, and a keystroke should not have to touch them all.
 */
import type { SourceDocument } from "./model/source.ts";
import type { Report, Rule } from "./rules/define.ts";
import type { Severity } from "./settings.ts";
import { suppressionsOf } from "./suppressions.ts";
import type { Document } from "./syntax/document.ts";
import type { Item } from "./syntax/tree.ts";

/** A report with the rule that made it, and how much it weighs by the settings at hand. */
export interface RuleReport {
  readonly rule: Rule;
  readonly report: Report;
  /** Undefined where the settings show no such finding; a comment that silences it has its use all the same. */
  readonly severity: Severity | undefined;
}

type Reports = readonly RuleReport[];

const nothingSaid: Reports = [];

/** More items than this are looked for in one walk over all of them. */
const FEW = 32;

export class Ledger {
  #regions: RegionLedger[] = [];
  readonly #stale = new Set<Item>();

  /** What was said of an item no longer holds. */
  forget(item: Item): void {
    this.#stale.add(item);
  }

  /** Whether something that was said of an item speaks of another one. */
  speaksOf(item: Item, other: Item): boolean {
    return this.#regions.some((region) =>
      region.saidOf(item).some(({ report }) => report.related?.some((place) => place.item === other) === true),
    );
  }

  /**
   * What is said of a document, region by region.
   *
   * @param ask asks the rules about an item of which nothing is known, or no longer
   */
  follow({ regions }: SourceDocument, ask: (item: Item) => Reports): readonly RegionLedger[] {
    this.#regions.length = Math.min(this.#regions.length, regions.length);
    for (const [at, { document }] of regions.entries()) {
      const region = this.#regions[at] ?? new RegionLedger();
      this.#regions[at] = region;
      region.follow(document, this.#stale);
    }
    this.#stale.clear();
    for (const region of this.#regions) region.ask(ask);
    return this.#regions;
  }
}

export class RegionLedger {
  #document: Document | undefined;
  #reports: Reports[] = [];
  /** Items about which the rules must be asked. */
  #open = new Set<Item>();
  /** How many reports there are that count as findings, by rule. */
  readonly #counts = new Map<string, number>();
  /** How many items have comments that silence findings. */
  #silencing = 0;

  /** For each item, in the order of the text, what was said of it. */
  get reports(): readonly Reports[] {
    return this.#reports;
  }

  /** What was said of an item when the rules were asked last. */
  saidOf(item: Item): Reports {
    return this.#reports[this.#document?.indexOf(item) ?? -1] ?? nothingSaid;
  }

  get isSilencing(): boolean {
    return this.#silencing > 0;
  }

  /** How many reports of a rule count as findings, where no comment silences them. */
  countOf(rule: string): number {
    return this.#counts.get(rule) ?? 0;
  }

  /** Goes on to the next state of the region; what changed lies in one stretch. */
  follow(document: Document, stale: ReadonlySet<Item>): void {
    const before = this.#document?.items ?? [];
    const { items } = document;
    let start = 0;
    let end = items.length;
    let oldEnd = before.length;
    while (start < oldEnd && start < end && before[start] === items[start]) start++;
    while (end > start && oldEnd > start && before[oldEnd - 1] === items[end - 1]) {
      end--;
      oldEnd--;
    }
    this.#document = document;
    for (let at = start; at < oldEnd; at++) {
      const item = before[at] as Item;
      this.#open.delete(item);
      this.#count(this.#reports[at] ?? nothingSaid, -1);
      if (suppressionsOf(item).length > 0) this.#silencing--;
    }
    if (end > start || oldEnd > start) {
      const fresh = new Array<Reports>(end - start).fill(nothingSaid);
      this.#reports = this.#reports.slice(0, start).concat(fresh, this.#reports.slice(oldEnd));
    }
    for (let at = start; at < end; at++) {
      const item = items[at] as Item;
      this.#open.add(item);
      if (suppressionsOf(item).length > 0) this.#silencing++;
    }
    if (stale.size > FEW) for (const item of items) if (stale.has(item)) this.#open.add(item);
    if (stale.size <= FEW) for (const item of stale) if (document.indexOf(item) >= 0) this.#open.add(item);
  }

  ask(rules: (item: Item) => Reports): void {
    const document = this.#document;
    if (!document || this.#open.size === 0) return;
    const open = this.#open;
    this.#open = new Set();
    if (open.size > FEW) for (let at = 0; at < document.items.length; at++) this.#askOf(at, document, open, rules);
    else
      for (const item of [...open].sort((a, b) => document.indexOf(a) - document.indexOf(b)))
        this.#askOf(document.indexOf(item), document, open, rules);
  }

  #askOf(at: number, { items }: Document, open: ReadonlySet<Item>, rules: (item: Item) => Reports): void {
    const item = items[at] as Item;
    if (!open.has(item)) return;
    this.#count(this.#reports[at] ?? nothingSaid, -1);
    const said = rules(item);
    this.#reports[at] = said.length > 0 ? said : nothingSaid;
    this.#count(said, 1);
  }

  #count(reports: Reports, by: number): void {
    for (const { rule, severity } of reports) if (severity) this.#counts.set(rule.code, this.countOf(rule.code) + by);
  }
}
