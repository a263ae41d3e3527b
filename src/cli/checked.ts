/** Findings of the engine as plain data with places, as a result holds them. */
import type { SilencedFinding } from "../core/checker.ts";
import { hostEdit } from "../core/features/host-edit.ts";
import type { Snapshot } from "../core/model/snapshot.ts";
import type { Finding, SourceDocument } from "../core/service.ts";
import { sha256 } from "../core/sha256.ts";
import type { Item } from "../core/syntax/tree.ts";
import type { Position, Span } from "../core/text.ts";
import { type Notebook, placeInNotebook, readNotebook } from "../embed/notebook.ts";
import type { CheckedFinding, CheckedFix, CheckedPlace, CheckedSilence } from "./check-result.ts";
import { relativePath } from "./project.ts";

/** Turns findings of documents of one snapshot into plain data. */
export class Checked {
  readonly #snapshot: Snapshot;
  readonly #folder: string;
  readonly #paths = new Map<string, string>();
  readonly #notebooks = new Map<string, Notebook>();

  /** @param folder that paths are relative to */
  constructor(snapshot: Snapshot, folder: string) {
    this.#snapshot = snapshot;
    this.#folder = folder;
  }

  /** @param withFixes whether to work out its fixes, which takes a search */
  finding(finding: Finding, source: SourceDocument, withFixes: boolean): CheckedFinding {
    const { uri, span, rule, severity, message } = finding;
    const place = this.#place(uri, source, span);
    const item = itemAt(source, span.start);
    return {
      ...place,
      rule,
      severity,
      message,
      lineText: shownLine(source.slice(lineSpan(source, place.start.line)).replace(/[\r\n]+$/, "")),
      related: finding.related.flatMap((other) => {
        const document = this.#snapshot.documents.get(other.uri);
        return document ? [{ ...this.#place(other.uri, document, other.span), message: other.message }] : [];
      }),
      ...(withFixes && { fixes: fixesOf(finding, source) }),
      fingerprint: fingerprint(rule, place.path, item?.header ?? "", source.slice(span)),
      ...(item && {
        item: {
          start: source.lines.positionAt(item.span.start).line,
          end: source.lines.positionAt(item.span.end).line,
          name: item.header,
        },
      }),
    };
  }

  silence(finding: SilencedFinding, source: SourceDocument): CheckedSilence {
    const { reason, owner, until } = finding;
    return {
      ...this.finding(finding, source, false),
      reason,
      ...(owner !== undefined && { owner }),
      ...(until !== undefined && { until }),
    };
  }

  #place(uri: string, source: SourceDocument, span: Span): CheckedPlace {
    let path = this.#paths.get(uri);
    if (path === undefined) {
      path = relativePath(uri, this.#folder);
      this.#paths.set(uri, path);
    }
    const place = { path, start: source.lines.positionAt(span.start), end: source.lines.positionAt(span.end) };
    return uri.endsWith(".ipynb") ? { ...place, ...this.#cell(uri, source, span) } : place;
  }

  /** Where a stretch of a notebook's file stands in a cell. */
  #cell(uri: string, source: SourceDocument, span: Span): Pick<CheckedPlace, "cell"> {
    let notebook = this.#notebooks.get(uri);
    if (!notebook) {
      notebook = readNotebook(source.slice({ start: 0, end: source.length }));
      this.#notebooks.set(uri, notebook);
    }
    const start = placeInNotebook(notebook, span.start);
    const end = placeInNotebook(notebook, span.end);
    if (!start) return {};
    const from = { line: start.line - 1, character: start.column - 1 };
    return {
      cell: { number: start.cell, start: from, end: end?.cell === start.cell ? { line: end.line - 1, character: end.column - 1 } : from },
    };
  }
}

/** The fixes that the editor offers, as edits of the file. */
export function fixesOf(finding: Finding, source: SourceDocument): readonly CheckedFix[] {
  const at = (offset: number): Position => source.lines.positionAt(offset);
  return finding.fixes.map(({ title, edits }) => ({
    title,
    edits: edits.map((edit) => hostEdit(source, edit)).map(({ span, text }) => ({ start: at(span.start), end: at(span.end), text })),
  }));
}

/** The item that an offset of a document lies in: its whole span in the document, and what it is called or how it begins. */
function itemAt(source: SourceDocument, offset: number): { readonly span: Span; readonly header: string } | undefined {
  for (const { map, document } of source.regions) {
    if (offset < map.hostStart || offset > map.hostEnd) continue;
    const at = map.toRegion(offset);
    const index = at === undefined ? -1 : document.itemAt(at);
    const item = document.items[index];
    if (!item) continue;
    const start = document.startOf(index);
    return { span: map.spanToHost({ start, end: start + item.contentEnd }), header: headerOf(item) };
  }
  return undefined;
}

/** What an item is called, or how it begins where it has no name. */
function headerOf(item: Item): string {
  const id = item.args["id"];
  return `${item.word ?? ""} ${id && "text" in id && typeof id.text === "string" ? id.text : (item.text.trimStart().split(/\r?\n/, 1)[0] ?? "")}`;
}

/** Hexadecimal digits of a fingerprint: enough for a million findings. */
const DIGITS = 20;

const fingerprint = (rule: string, path: string, header: string, words: string): string =>
  sha256([rule, path, header, words.slice(0, 500)].join("\u0000")).slice(0, DIGITS);

/** Tells findings apart whose fingerprints are alike: in the order of the text, the second ends in `-2`. */
export function apart<F extends CheckedFinding>(findings: readonly F[]): F[] {
  const met = new Map<string, number>();
  return findings.map((finding) => {
    const times = (met.get(finding.fingerprint) ?? 0) + 1;
    met.set(finding.fingerprint, times);
    return times === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${times}` };
  });
}

/** A line as a terminal may show it: what would steer the terminal stands as a replacement character, sign for sign. */
export function shownLine(text: string): string {
  let shown = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const steers = (code < 0x20 && code !== 0x09) || (code >= 0x7f && code <= 0x9f);
    if (!steers) continue;
    shown += `${text.slice(from, at)}\ufffd`;
    from = at + 1;
  }
  // nearly every line is as it was
  return from === 0 ? text : shown + text.slice(from);
}

const lineSpan = (source: SourceDocument, line: number): Span => ({
  start: source.lines.offsetAt({ line, character: 0 }),
  end: source.lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }),
});

/** By path, then place, then rule. */
export function byPlace(a: CheckedFinding, b: CheckedFinding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.start.line - b.start.line || a.start.character - b.start.character || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
