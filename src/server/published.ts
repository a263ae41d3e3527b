/**
 * What the editor was last told of each document. A keystroke seldom changes more than one of a thousand findings, so
 * that those which stayed as they were are not made anew, and nothing is sent where nothing differs.
 */
import type { Diagnostic, Range } from "vscode-languageserver";
import type { Finding, Snapshot, SourceDocument } from "../core/service.ts";
import { toDiagnostic } from "./replies.ts";

/** What is known of an edit, for what need not be looked at again after it. */
export interface LineEdit {
  readonly uri: string;
  /** From the first line to the last that the edit touches, as they were counted before it. */
  readonly from: number;
  readonly to: number;
  /** Whether every line that it does not touch, in all of the document, keeps its number and its text. */
  readonly keepsLines: boolean;
}

interface Told {
  readonly diagnostics: readonly Diagnostic[];
  readonly byOrigin: ReadonlyMap<object, Diagnostic>;
}

export class Published {
  readonly #told = new Map<string, Told>();

  /**
   * The diagnostics of a document; undefined where the editor has them already.
   *
   * @param edit the edit that the findings answer, where there is one
   */
  news(findings: readonly Finding[], source: SourceDocument, snapshot: Snapshot, edit?: LineEdit): readonly Diagnostic[] | undefined {
    const { uri } = source;
    const before = this.#told.get(uri);
    const byOrigin = new Map<object, Diagnostic>();
    let isSame = before !== undefined && before.diagnostics.length === findings.length;
    const diagnostics = findings.map((finding, at) => {
      const known = edit?.keepsLines && finding.origin ? before?.byOrigin.get(finding.origin) : undefined;
      const diagnostic = known ?? toDiagnostic(finding, source, snapshot);
      if (finding.origin) byOrigin.set(finding.origin, diagnostic);
      isSame &&= isEqual(before?.diagnostics[at], diagnostic);
      return diagnostic;
    });
    this.#told.set(uri, { diagnostics, byOrigin });
    // an editor moves the marks that are typed in by itself, and not always to where they belong
    if (isSame && !(edit?.uri === uri && diagnostics.some(({ range }) => touches(range, edit)))) return undefined;
    return diagnostics;
  }

  forget(uri: string): void {
    this.#told.delete(uri);
  }
}

const touches = ({ start, end }: Range, { from, to }: LineEdit): boolean => start.line <= to && end.line >= from;

const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

function isEqual(a: Diagnostic | undefined, b: Diagnostic): boolean {
  if (a === b) return true;
  if (!a || a.code !== b.code || a.severity !== b.severity || a.message !== b.message || !sameRange(a.range, b.range)) return false;
  const others = a.relatedInformation ?? [];
  const related = b.relatedInformation ?? [];
  return (
    others.length === related.length &&
    others.every(({ location, message }, at) => {
      const other = related[at];
      return message === other?.message && location.uri === other.location.uri && sameRange(location.range, other.location.range);
    })
  );
}
