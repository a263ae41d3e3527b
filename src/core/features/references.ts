/** All places that speak of what stands at an offset: evidence and the claims that cite it, a part and the claims about it. */
import type { Snapshot } from "../model/snapshot.ts";
import type { Span } from "../text.ts";
import { definitionsElsewhere, occurrences } from "./occurrences.ts";
import { subjectAt } from "./subject.ts";

export interface Reference {
  readonly uri: string;
  /** The words that name it, in the host. */
  readonly span: Span;
}

/**
 * The references to what stands at an offset, in the order of documents and text.
 *
 * @param withDeclarations whether the places where it gets its name count too: its item, its entry in an atlas or bibliography
 */
export function references(snapshot: Snapshot, uri: string, offset: number, withDeclarations: boolean): Reference[] {
  const found = subjectAt(snapshot, uri, offset);
  if (!found) return [];
  const elsewhere = withDeclarations ? definitionsElsewhere(snapshot, uri, found.subject) : [];
  return [...elsewhere, ...occurrences(snapshot, found.subject)]
    .filter((occurrence) => withDeclarations || !occurrence.declares)
    .map((occurrence) => ({ uri: occurrence.uri, span: occurrence.span }));
}
