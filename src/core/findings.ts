/** Findings as the doors get them: placed in their document, with other places and fixes that are worked out when asked for. */
import type { RuleReport } from "./ledger.ts";
import type { Snapshot } from "./model/snapshot.ts";
import type { Severity } from "./settings.ts";
import type { Reason } from "./suppression-reason.ts";
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
  /** The same object as long as nothing of the finding differs but where the text stands that it speaks of. */
  readonly origin?: object;
}

export interface FindingFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A finding that a comment silences. */
export interface SilencedFinding extends Finding {
  /** Why, in the words of the comment; empty where it does not say. */
  readonly reason: string;
  /** Who answers for it, and through which day it holds, as written; left out where the comment does not say. */
  readonly owner?: string;
  readonly until?: string;
}

const nowhere: Finding["related"] = [];

/** A class, because of ten thousand findings that a keystroke makes anew few are ever asked for their fixes and other places. */
export class PlacedFinding implements Finding {
  readonly rule: string;
  readonly message: string;
  readonly #said: Pick<RuleReport, "rule" | "report">;
  /** The moment that the finding is of: its other places are where they stood then. */
  readonly #snapshot: Snapshot;
  readonly #makeFixes: () => readonly FindingFix[];
  #fixes: readonly FindingFix[] | undefined;

  constructor(
    readonly severity: Severity,
    readonly uri: string,
    readonly span: Span,
    said: Pick<RuleReport, "rule" | "report">,
    snapshot: Snapshot,
    makeFixes: () => readonly FindingFix[],
  ) {
    this.rule = said.rule.code;
    this.message = said.report.message;
    this.#said = said;
    this.#snapshot = snapshot;
    this.#makeFixes = makeFixes;
  }

  get origin(): object {
    return this.#said;
  }

  get related(): Finding["related"] {
    const { related } = this.#said.report;
    if (!related || related.length === 0) return nowhere;
    return related.flatMap((place) => {
      const span = this.#snapshot.locate(place.uri, place.item, place.span);
      return span ? [{ uri: place.uri, span, message: place.message }] : [];
    });
  }

  get fixes(): readonly FindingFix[] {
    this.#fixes ??= this.#makeFixes();
    return this.#fixes;
  }
}

/** A finding that a comment silences, with the comment's reason. */
export function withReason(finding: Finding, { text, owner, until }: Reason): SilencedFinding {
  const { rule, severity, uri, span, message } = finding;
  return {
    ...{ rule, severity, uri, span, message, reason: text },
    ...(owner !== undefined && { owner }),
    ...(until !== undefined && { until }),
    get related() {
      return finding.related;
    },
    get fixes() {
      return finding.fixes;
    },
  };
}

/** The order of the text; at one place by rule. */
export const byPlace = (a: Finding, b: Finding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
