/** The other places of a document that speak of what stands at an offset. */
import type { Snapshot } from "../model/snapshot.ts";
import type { Span } from "../text.ts";
import { occurrencesIn } from "./occurrences.ts";
import { subjectAt } from "./subject.ts";

export interface Highlight {
  /** In the host. */
  readonly span: Span;
  /** Whether the thing gets its name here. */
  readonly declares: boolean;
}

/** The places of the document, the one at the offset included, in the order of the text. */
export function highlights(snapshot: Snapshot, uri: string, offset: number): Highlight[] {
  const found = subjectAt(snapshot, uri, offset);
  return found ? occurrencesIn(snapshot, uri, found.subject).map(({ span, declares }) => ({ span, declares })) : [];
}
