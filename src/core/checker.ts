/**
 * Runs the rules. What a rule said of an item is kept until the item, or something that the item speaks of, changes:
 * a keystroke checks the items it touches and those that name them, not the workspace.
 */

import type { Configuration } from "./configuration.ts";
import { byPlace, type Finding, PlacedFinding, type SilencedFinding, withReason } from "./findings.ts";
import { Ledger, type RegionLedger, type RuleReport } from "./ledger.ts";
import { as } from "./model/arguments.ts";
import { dependants } from "./model/dependants.ts";
import { type Meaning, meaningOf } from "./model/meaning.ts";
import { itemsOf, type Snapshot } from "./model/snapshot.ts";
import type { SourceDocument, SourceRegion } from "./model/source.ts";
import { ProseSilence, proseSuppressions } from "./prose/suppressions.ts";
import type { FixContext, HostReport, Report, Rule, RuleContext } from "./rules/define.ts";
import { rules } from "./rules/index.ts";
import { unusedReport, unusedSuppression } from "./rules/unused-suppression.ts";
import { defaultSettings, type Profile, type Settings, type Severity, severities } from "./settings.ts";
import { Silence, suppressionsOf } from "./suppressions.ts";
import type { Document } from "./syntax/document.ts";
import type { Item } from "./syntax/tree.ts";
import type { Span } from "./text.ts";

/** Settings with what follows from them. */
interface Orders {
  readonly settings: Settings;
  /** The rules that are not off. */
  readonly active: readonly Rule[];
  /** Of these, the ones that look at a sort of items; filled in as sorts are met. */
  readonly byKind: Map<Meaning["kind"], readonly Rule[]>;
}

const ruleCodes: ReadonlySet<string> = new Set(rules.map((rule) => rule.code));
/** Rules that no suppression silences. */
const houseCodes: ReadonlySet<string> = new Set(rules.filter((rule) => rule.keepsHouse).map((rule) => rule.code));

/** The findings that stand first in a document, for an editor that does not show all of them. */
export interface Overview {
  /** In the order of the text. */
  readonly first: readonly Finding[];
  /** How many findings of the rule asked about there are in all of the document. */
  readonly count: number;
}

export type { Finding, FindingFix, SilencedFinding } from "./findings.ts";

export class Checker {
  #snapshot: Snapshot;
  #settings: Settings = defaultSettings;
  #profile: Profile | undefined;
  #today: string | undefined;
  /** What holds where no `lamina.json` says otherwise, and by what such a file says. */
  #orders: Orders | undefined;
  #ordersIn = new WeakMap<Configuration, Orders>();
  /** By document: what the rules said of its items. */
  #ledgers = new Map<string, Ledger>();
  /** Items of which something was said that hangs on which ids there are, with their documents. */
  #suggesting = new Map<Item, string>();
  /** By document: the documents whose findings speak of a place in it. */
  #relatedTo = new Map<string, Set<string>>();
  #moved: ReadonlySet<string> = new Set();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get settings(): Settings {
    return this.#settings;
  }

  set settings(settings: Settings) {
    const differ = settings.profile !== this.#settings.profile || JSON.stringify(settings.rules) !== JSON.stringify(this.#settings.rules);
    this.#settings = settings;
    if (differ) this.#forgetOrders();
  }

  /** The profile that whoever runs the checker asks for; it counts more than what a `lamina.json` says. */
  set profile(profile: Profile | undefined) {
    this.#profile = profile;
    this.#forgetOrders();
  }

  /** The day that it is, `2026-12-31`, by which suppressions end; without it, none does. */
  set today(today: string | undefined) {
    if (today === this.#today) return;
    this.#today = today;
    this.#forgetAll();
  }

  #forgetOrders(): void {
    this.#orders = undefined;
    this.#ordersIn = new WeakMap();
    this.#forgetAll();
  }

  /** The settings that hold for a document: those of the nearest `lamina.json`, and for the rest those of the editor. */
  settingsOf(uri: string): Settings {
    return this.#ordersFor(uri).settings;
  }

  #ordersFor(uri: string): Orders {
    const configuration = this.#snapshot.configurationOf(uri);
    const known = configuration ? this.#ordersIn.get(configuration) : this.#orders;
    if (known) return known;
    const own = configuration?.settings ?? {};
    const given = { ...this.#settings, ...own, rules: { ...this.#settings.rules, ...own.rules } };
    const settings = this.#profile ? { ...given, profile: this.#profile } : given;
    const active = rules.filter((rule) => severityOf(rule, {}, settings) !== undefined);
    const made: Orders = { settings, active, byKind: new Map() };
    if (configuration) this.#ordersIn.set(configuration, made);
    else this.#orders = made;
    return made;
  }

  /** Goes on to the next snapshot; gives the documents whose findings may be other than before. */
  update(next: Snapshot): ReadonlySet<string> {
    const before = this.#snapshot;
    this.#snapshot = next;
    const { changed, rescoped, surroundings, ids } = next.difference;
    if (surroundings || !next.follows(before)) {
      this.#forgetAll();
      this.#moved = new Set();
      return new Set([...before.documents.keys(), ...next.documents.keys()]);
    }
    const concerned = new Set(changed);
    const forget = (item: Item, uri: string): void => {
      this.#ledgers.get(uri)?.forget(item);
      concerned.add(uri);
    };
    for (const uri of changed) if (!next.documents.has(uri)) this.#ledgers.delete(uri);
    for (const uri of rescoped) for (const item of itemsOf(next.documents.get(uri))) forget(item, uri);
    const spokenOf = new Set(next.difference.touched);
    for (const { uri, item, ifItSpeaksOf } of dependants(next, before)) {
      if (ifItSpeaksOf && this.#ledgers.get(uri)?.speaksOf(item, ifItSpeaksOf) !== true) continue;
      forget(item, uri);
      const id = as(item.args["id"], "name")?.text;
      if (id !== undefined) spokenOf.add(id);
    }
    // whether a claim is stated in running text, and whether the text says more than the claim does
    for (const id of next.difference.anchored) for (const { uri, item } of next.declarations(id)) forget(item, uri);
    if (next.hasAnchors) for (const id of spokenOf) for (const uri of next.anchoring(id)) concerned.add(uri);
    // sentences on one claim are compared with each other
    for (const uri of next.difference.changed) {
      const anchors = [...(before.documents.get(uri)?.anchors ?? []), ...(next.documents.get(uri)?.anchors ?? [])];
      for (const { id } of anchors) for (const other of next.anchoring(id)) concerned.add(other);
    }
    if (ids) for (const uri of next.anchoredDocuments()) concerned.add(uri);
    if (next.hasAnchors !== before.hasAnchors) for (const uri of this.#forgetClaims(next)) concerned.add(uri);
    if (ids) {
      for (const [item, uri] of this.#suggesting) forget(item, uri);
      this.#suggesting.clear();
    }
    // places in a document move with its text
    const moved = new Set<string>();
    for (const uri of changed) for (const other of this.#relatedTo.get(uri) ?? []) if (!concerned.has(other)) moved.add(other);
    for (const uri of moved) concerned.add(uri);
    this.#moved = moved;
    return concerned;
  }

  /** Of the documents that the last update gave, those whose findings differ at most in where other places stand that they speak of. */
  get moved(): ReadonlySet<string> {
    return this.#moved;
  }

  /** The findings of a document, in the order of the text. */
  findings(uri: string): readonly Finding[] {
    return this.check(uri).findings;
  }

  /** The findings of a document, and those that its comments silence, each in the order of the text. */
  check(uri: string): { readonly findings: readonly Finding[]; readonly silenced: readonly SilencedFinding[] } {
    const source = this.#snapshot.documents.get(uri);
    if (!source) return { findings: [], silenced: [] };
    const orders = this.#ordersFor(uri);
    const findings: Finding[] = [];
    const silenced: SilencedFinding[] = [];
    const silence = new Silence();
    if (source.fault) {
      const span = { start: 0, end: 0 };
      findings.push({ rule: "syntax-error", severity: "error", uri, span, message: source.fault, related: [], fixes: [] });
    }
    const said = this.#said(source, orders);
    source.regions.forEach((region, at) => {
      silence.enterRegion();
      const isSilencing = said[at]?.isSilencing === true;
      said[at]?.reports.forEach((reports, index) => {
        if (reports.length === 0 && !isSilencing) return;
        const item = region.document.items[index] as Item;
        const mayBeSilenced = isSilencing && (silence.isWaiting || suppressionsOf(item).length > 0);
        const toHost = toHostOf(region, index);
        if (mayBeSilenced) silence.enter(item, toHost);
        for (const each of reports) {
          const reason = each.rule.keepsHouse || !mayBeSilenced ? undefined : silence.onItem(each.rule.code, each.report.span);
          if (!each.severity) continue;
          const finding = this.#finding(uri, item, each, each.severity, toHost);
          if (reason === undefined) findings.push(finding);
          else silenced.push(withReason(finding, reason));
        }
      });
    });
    findings.push(...this.#ofHost(source, orders));
    const inProse = new ProseSilence(source);
    const heard = findings.filter((finding) => {
      const reasons = houseCodes.has(finding.rule)
        ? []
        : [silence.inDocument(finding.rule), inProse.reasonFor(finding.rule, finding.span.start)];
      const reason = reasons[0] ?? reasons[1];
      if (reason !== undefined) silenced.push(withReason(finding, reason));
      return reason === undefined;
    });
    heard.push(...this.#unused(uri, silence, orders), ...this.#unusedInProse(source, inProse, orders));
    return { findings: heard.sort(byPlace), silenced: silenced.sort(byPlace) };
  }

  /**
   * The first findings of a document, and how many of one rule it has in all. The same as can be read off `findings`,
   * without making those that are not asked for: a large document may have ten thousand.
   */
  overview(uri: string, most: number, counted: string): Overview {
    const source = this.#snapshot.documents.get(uri);
    if (!source) return { first: [], count: 0 };
    const orders = this.#ordersFor(uri);
    const said = this.#said(source, orders);
    if (source.fault || said.some(({ isSilencing }) => isSilencing) || proseSuppressions(source).length > 0) {
      const findings = this.findings(uri);
      return { first: findings.slice(0, most), count: findings.filter(({ rule }) => rule === counted).length };
    }
    const first = this.#ofHost(source, orders);
    const enough = first.length + most;
    let count = first.filter(({ rule }) => rule === counted).length;
    // what is said of an item lies within it, or where the next one starts
    let isLast = false;
    for (const [at, region] of source.regions.entries()) {
      count += said[at]?.countOf(counted) ?? 0;
      const list = said[at]?.reports ?? [];
      for (let index = 0; index < list.length && !isLast; index++) {
        const reports = list[index] ?? [];
        if (reports.length === 0) continue;
        isLast = first.length >= enough;
        const toHost = toHostOf(region, index);
        const item = region.document.items[index] as Item;
        for (const each of reports) if (each.severity) first.push(this.#finding(uri, item, each, each.severity, toHost));
      }
    }
    return { first: first.sort(byPlace).slice(0, most), count };
  }

  /** What the rules say of the items of a document, region by region; asked again where something changed. */
  #said(source: SourceDocument, orders: Orders): readonly RegionLedger[] {
    let ledger = this.#ledgers.get(source.uri);
    if (!ledger) {
      ledger = new Ledger();
      this.#ledgers.set(source.uri, ledger);
    }
    return ledger.follow(source, (item) => this.#reportsOn(item, source.uri, orders));
  }

  /** Suppressions that silence nothing; of a rule that did not run, nobody knows. */
  #unused(uri: string, silence: Silence, { settings, active }: Orders): Finding[] {
    const severity = severityOf(unusedSuppression, {}, settings);
    if (!severity || !this.#snapshot.complete) return [];
    return [...silence.unused()].flatMap(({ suppression, rule, item, toHost }) =>
      active.some(({ code, keepsHouse }) => code === rule.code && !keepsHouse)
        ? [this.#finding(uri, item, { rule: unusedSuppression, report: unusedReport(suppression, rule) }, severity, toHost)]
        : [],
    );
  }

  /** The same for those in the running text of a host that holds Lamina. */
  #unusedInProse({ uri, regions, anchors }: SourceDocument, silence: ProseSilence, { settings, active }: Orders): Finding[] {
    const severity = severityOf(unusedSuppression, {}, settings);
    if (!severity || !this.#snapshot.complete || (regions.length === 0 && anchors.length === 0)) return [];
    return silence
      .unused()
      .flatMap(({ code, span, message, fixes }) =>
        active.some((rule) => rule.code === code && !rule.keepsHouse)
          ? [{ rule: unusedSuppression.code, severity, uri, span, message, related: [], fixes }]
          : [],
      );
  }

  /** What rules find outside the regions of a host that holds Lamina. */
  #ofHost(source: SourceDocument, { settings, active }: Orders): Finding[] {
    const findings: Finding[] = [];
    const { uri } = source;
    if (source.regions.length === 0 && source.anchors.length === 0 && !source.configuration && !source.publishes) return findings;
    for (const rule of active) {
      const severity = severityOf(rule, {}, settings);
      if (!rule.checkHost || !severity || (rule.reach !== "local" && !this.#snapshot.complete)) continue;
      rule.checkHost({
        source,
        snapshot: this.#snapshot,
        ruleCodes,
        today: this.#today,
        report: (report) => {
          const weight = severityOf(rule, report, settings);
          if (weight) findings.push(this.#hostFinding(rule.code, weight, uri, report));
        },
      });
    }
    return findings;
  }

  #hostFinding(rule: string, severity: Severity, uri: string, { span, message, related = [], fixes = [] }: HostReport): Finding {
    const places = related.flatMap((place) => {
      if (place.uri !== uri) this.#noteRelated(place.uri, uri);
      const found = this.#snapshot.locate(place.uri, place.item, place.span);
      return found ? [{ uri: place.uri, span: found, message: place.message }] : [];
    });
    return { rule, severity, uri, span, message, related: places, fixes };
  }

  #finding(uri: string, item: Item, said: Pick<RuleReport, "rule" | "report">, severity: Severity, toHost: (span: Span) => Span): Finding {
    const { report } = said;
    return new PlacedFinding(severity, uri, toHost(report.span), said, this.#snapshot, () => {
      const made = typeof report.fixes === "function" ? report.fixes(this.#contextOf(item, uri)) : (report.fixes ?? []);
      return made.map(({ title, edits }) => ({ title, edits: edits.map(({ span, text }) => ({ span: toHost(span), text })) }));
    });
  }

  /** Whether claims are stated in running text is asked of all where any are; gives the documents that hold some. */
  *#forgetClaims(snapshot: Snapshot): IterableIterator<string> {
    for (const [uri, source] of snapshot.documents) {
      const ledger = this.#ledgers.get(uri);
      if (ledger) for (const item of itemsOf(source)) if (item.word === "claim") ledger.forget(item);
      yield uri;
    }
  }

  #forgetAll(): void {
    this.#ledgers = new Map();
    this.#suggesting = new Map();
    this.#relatedTo = new Map();
  }

  #reportsOn(item: Item, uri: string, orders: Orders): readonly RuleReport[] {
    const reports: RuleReport[] = [];
    const snapshot = this.#snapshot;
    const { complete } = snapshot;
    const { settings } = orders;
    const meaning = meaningOf(item);
    let current: Rule | undefined;
    // one for all rules: there are many of them, and many items
    const context: RuleContext = {
      item,
      meaning,
      uri,
      snapshot,
      names: snapshot.names(uri),
      ruleCodes,
      today: this.#today,
      report: (report) => {
        if (current) reports.push({ rule: current, report, severity: severityOf(current, report, settings) });
      },
    };
    for (const rule of rulesFor(meaning.kind, orders)) {
      if (rule.reach !== "local" && !complete) continue;
      current = rule;
      rule.check(context);
    }
    for (const { report } of reports) {
      if (report.suggestsIds) this.#suggesting.set(item, uri);
      for (const place of report.related ?? []) if (place.uri !== uri) this.#noteRelated(place.uri, uri);
    }
    return reports;
  }

  #contextOf(item: Item, uri: string): FixContext {
    const snapshot = this.#snapshot;
    return { item, meaning: meaningOf(item), uri, snapshot, names: snapshot.names(uri), ruleCodes };
  }

  #noteRelated(place: string, uri: string): void {
    const known = this.#relatedTo.get(place);
    if (known) known.add(uri);
    else this.#relatedTo.set(place, new Set([uri]));
  }
}

function rulesFor(kind: Meaning["kind"], { active, byKind }: Orders): readonly Rule[] {
  let found = byKind.get(kind);
  if (!found) {
    found = active.filter(({ items }) => items === undefined || items.includes(kind));
    byKind.set(kind, found);
  }
  return found;
}

/** From spans of a region's item to spans of the host. */
const toHostOf = ({ document, map }: SourceRegion, index: number): ((span: Span) => Span) => {
  const start = document.startOf(index);
  return (span) => map.spanToHost({ start: span.start + start, end: span.end + start });
};

function severityOf(rule: Rule, report: Pick<Report, "atMost" | "severity">, settings: Settings): Severity | undefined {
  const chosen = settings.rules[rule.code];
  if (chosen === "off") return undefined;
  const severity = chosen ?? (report.severity ?? rule.severity)[settings.profile];
  if (!severity || !report.atMost || chosen) return severity;
  return severities.indexOf(severity) > severities.indexOf(report.atMost) ? severity : report.atMost;
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
  for (const [uri, { regions }] of snapshot.documents) {
    if (wanted(uri)) for (const { document } of regions) count += claimsIn(document);
  }
  return count;
}

const claimCounts = new WeakMap<Document, number>();

/** Counted once for each document: after a keystroke, all but one are as they were. */
function claimsIn(document: Document): number {
  let count = claimCounts.get(document);
  if (count === undefined) {
    count = 0;
    for (const item of document.items) if (item.word === "claim") count++;
    claimCounts.set(document, count);
  }
  return count;
}
