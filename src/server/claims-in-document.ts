/** The claims of one document with the keys by which pictures, tables and the explorer know them. */
import { type ClaimMeaning, isClaim, meaningOf } from "../core/model/meaning.ts";
import type { SourceDocument } from "../core/service.ts";
import type { Span } from "../core/text.ts";

export interface ClaimInDocument {
  /** The id, `#3` for the third claim where it has none, `id#2` for the second with one id. */
  readonly key: string;
  readonly claim: ClaimMeaning;
  /** Where the header stands in the host. */
  header(): Span;
}

/** The claims of a document in the order of its text; families of claims are none. */
export function* claimsInDocument(source: SourceDocument): IterableIterator<ClaimInDocument> {
  const seen = new Map<string, number>();
  let ordinal = 0;
  for (const { document, map } of source.regions) {
    for (let index = 0; index < document.items.length; index++) {
      const item = document.items[index];
      if (item?.word !== "claim") continue;
      const claim = meaningOf(item);
      if (!isClaim(claim)) continue;
      ordinal++;
      const id = claim.id?.text;
      const times = id === undefined ? 0 : (seen.get(id) ?? 0) + 1;
      if (id !== undefined) seen.set(id, times);
      const key = id === undefined ? `#${ordinal}` : times > 1 ? `${id}#${times}` : id;
      const header = (): Span => {
        const start = document.startOf(index);
        return map.spanToHost({ start: item.header.start + start, end: item.header.end + start });
      };
      yield { key, claim, header };
    }
  }
}
