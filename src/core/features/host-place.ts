/** What stands at an offset of the running text around the Lamina: a sentence that states a claim, or a citation. */
import type { Snapshot } from "../model/snapshot.ts";
import type { Anchor, ProseCitation } from "../model/source.ts";
import { type Span, touches } from "../text.ts";

export type HostPlace =
  /** `onId`: on the id itself, not on the sentence. */
  | { readonly form: "anchor"; readonly anchor: Anchor; readonly onId: boolean }
  | { readonly form: "citation"; readonly citation: ProseCitation };

/** The citation, else the innermost sentence, at an offset of a document. */
export function hostPlaceAt(snapshot: Snapshot, uri: string, offset: number): HostPlace | undefined {
  const source = snapshot.documents.get(uri);
  if (!source) return undefined;
  const citation = source.citations.find(({ span }) => span.start - 1 <= offset && offset <= span.end);
  // an `@name` without brackets is a citation only where there is such a work
  if (citation && (!citation.unsure || snapshot.reference(uri, citation.key))) return { form: "citation", citation };
  const onId = source.anchors.find(({ idSpan }) => touches(idSpan, offset));
  if (onId) return { form: "anchor", anchor: onId, onId: true };
  const around = source.anchors.filter(({ text }) => touches(text, offset)).sort((a, b) => length(a.text) - length(b.text))[0];
  return around && { form: "anchor", anchor: around, onId: false };
}

const length = ({ start, end }: Span): number => end - start;
