/**
 * Runs the rules. What a rule said of an item is kept until the item, or something that the item speaks of, changes:
 * a keystroke checks the items it touches and those that name them, not the workspace.
 */

import { dependants } from "./model/dependants.ts";
import { meaningOf } from "./model/meaning.ts";
import { itemsOf, type Snapshot } from "./model/snapshot.ts";
import type { SourceDocument } from "./model/source.ts";
import type { FixContext, Report, Rule, RuleContext } from "./rules/define.ts";
import { rules } from "./rules/index.ts";
import { defaultSettings, type Settings, type Severity, severities } from "./settings.ts";
import type { Item } from "./syntax/tree.ts";
import type { Edit, Span } from "./text.ts";

/** A finding in its document: all spans are offsets of the host. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly { readonly uri: string; readonly span: Span; readonly message: string }[];
  /** Worked out when they are first asked for, with the snapshot that the checker has then. */
  readonly fixes: readonly FindingFix[];
}

export interface FindingFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

interface RuleReport {
  readonly rule: Rule;
  readonly report: Report;
}

export class Checker {
  #snapshot: Snapshot;
  #settings: Settings = defaultSettings;
  /** The rules that are not off. */
  #active: readonly Rule[] = [];
  #reports = new WeakMap<Item, readonly RuleReport[]>();
  /** Items of which something was said that hangs on which ids there are, with their documents. */
  #suggesting = new Map<Item, string>();
  /** By document: the documents whose findings speak of a place in it. */
  #relatedTo = new Map<string, Set<string>>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.settings = defaultSettings;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get settings(): Settings {
    return this.#settings;
  }

  set settings(settings: Settings) {
    this.#settings = settings;
    const active = rules.filter((rule) => this.#severity(rule, {}) !== undefined);
    if (active.length === this.#active.length && active.every((rule, index) => rule === this.#active[index])) return;
    this.#active = active;
    this.#forgetAll();
  }

  /** Goes on to the next snapshot; gives the documents whose findings may be other than before. */
  update(next: Snapshot): ReadonlySet<string> {
    const before = this.#snapshot;
    this.#snapshot = next;
    const { changed, rescoped, surroundings, ids } = next.difference;
    if (surroundings || !next.follows(before)) {
      this.#forgetAll();
      return new Set([...before.documents.keys(), ...next.documents.keys()]);
    }
    const concerned = new Set(changed);
    const forget = (item: Item, uri: string): void => {
      this.#reports.delete(item);
      concerned.add(uri);
    };
    for (const uri of rescoped) for (const item of itemsOf(next.documents.get(uri))) forget(item, uri);
    for (const { uri, item } of dependants(next, before)) forget(item, uri);
    if (ids) {
      for (const [item, uri] of this.#suggesting) forget(item, uri);
      this.#suggesting.clear();
    }
    // places in a document move with its text
    for (const uri of changed) for (const other of this.#relatedTo.get(uri) ?? []) concerned.add(other);
    return concerned;
  }

  /** The findings of a document, in the order of the text. */
  findings(uri: string): readonly Finding[] {
    const source = this.#snapshot.documents.get(uri);
    if (!source) return [];
    const findings: Finding[] = [];
    if (source.fault) {
      const span = { start: 0, end: 0 };
      findings.push({ rule: "syntax-error", severity: "error", uri, span, message: source.fault, related: [], fixes: [] });
    }
    for (const region of source.regions) {
      region.document.items.forEach((item, index) => {
        const start = region.document.startOf(index);
        const toHost = (span: Span): Span => region.map.spanToHost({ start: span.start + start, end: span.end + start });
        for (const { rule, report } of this.#reportsOn(item, uri)) {
          const severity = this.#severity(rule, report);
          if (severity) findings.push(this.#finding(uri, item, rule, report, severity, toHost));
        }
      });
    }
    findings.push(...this.#ofHost(source));
    return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  }

  /** What rules find outside the regions of a host that holds Lamina. */
  #ofHost(source: SourceDocument): Finding[] {
    const findings: Finding[] = [];
    const { uri } = source;
    if (source.regions.length === 0) return findings;
    for (const rule of rules) {
      const severity = this.#severity(rule, {});
      if (!rule.checkHost || !severity || (rule.reach !== "local" && !this.#snapshot.complete)) continue;
      rule.checkHost({
        source,
        snapshot: this.#snapshot,
        report: ({ span, message }) => findings.push({ rule: rule.code, severity, uri, span, message, related: [], fixes: [] }),
      });
    }
    return findings;
  }

  #finding(uri: string, item: Item, rule: Rule, report: Report, severity: Severity, toHost: (span: Span) => Span): Finding {
    let fixes: readonly FindingFix[] | undefined;
    const makeFixes = (): readonly FindingFix[] => {
      const made = typeof report.fixes === "function" ? report.fixes(this.#contextOf(item, uri)) : (report.fixes ?? []);
      return made.map(({ title, edits }) => ({ title, edits: edits.map(({ span, text }) => ({ span: toHost(span), text })) }));
    };
    return {
      rule: rule.code,
      severity,
      uri,
      span: toHost(report.span),
      message: report.message,
      related: (report.related ?? []).flatMap((place) => {
        const span = this.#snapshot.locate(place.uri, place.item, place.span);
        return span ? [{ uri: place.uri, span, message: place.message }] : [];
      }),
      get fixes() {
        fixes ??= makeFixes();
        return fixes;
      },
    };
  }

  #forgetAll(): void {
    this.#reports = new WeakMap();
    this.#suggesting = new Map();
    this.#relatedTo = new Map();
  }

  #severity(rule: Rule, report: Pick<Report, "atMost" | "severity">): Severity | undefined {
    const chosen = this.#settings.rules[rule.code];
    if (chosen === "off") return undefined;
    const severity = chosen ?? (report.severity ?? rule.severity)[this.#settings.profile];
    if (!severity || !report.atMost || chosen) return severity;
    return severities.indexOf(severity) > severities.indexOf(report.atMost) ? severity : report.atMost;
  }

  #reportsOn(item: Item, uri: string): readonly RuleReport[] {
    const known = this.#reports.get(item);
    if (known) return known;
    const reports: RuleReport[] = [];
    const snapshot = this.#snapshot;
    const { complete } = snapshot;
    let current: Rule | undefined;
    // one for all rules: there are many of them, and many items
    const context: RuleContext = {
      item,
      meaning: meaningOf(item),
      uri,
      snapshot,
      names: snapshot.names(uri),
      report: (report) => {
        if (current) reports.push({ rule: current, report });
      },
    };
    for (const rule of this.#active) {
      if (rule.reach !== "local" && !complete) continue;
      current = rule;
      rule.check(context);
    }
    for (const { report } of reports) {
      if (report.suggestsIds) this.#suggesting.set(item, uri);
      for (const place of report.related ?? []) if (place.uri !== uri) this.#noteRelated(place.uri, uri);
    }
    this.#reports.set(item, reports);
    return reports;
  }

  #contextOf(item: Item, uri: string): FixContext {
    const snapshot = this.#snapshot;
    return { item, meaning: meaningOf(item), uri, snapshot, names: snapshot.names(uri) };
  }

  #noteRelated(place: string, uri: string): void {
    const known = this.#relatedTo.get(place);
    if (known) known.add(uri);
    else this.#relatedTo.set(place, new Set([uri]));
  }
}

/** All findings of a snapshot, document by document. */
export function checkAll(snapshot: Snapshot, settings: Settings = defaultSettings): Map<string, readonly Finding[]> {
  const checker = new Checker(snapshot);
  checker.settings = settings;
  return new Map([...snapshot.documents.keys()].map((uri) => [uri, checker.findings(uri)]));
}

/** How many claims a snapshot holds in the documents wanted; families are not counted. */
export function countClaims(snapshot: Snapshot, wanted: (uri: string) => boolean = () => true): number {
  let count = 0;
  for (const [uri, source] of snapshot.documents) {
    if (wanted(uri)) for (const item of itemsOf(source)) if (item.word === "claim") count++;
  }
  return count;
}
