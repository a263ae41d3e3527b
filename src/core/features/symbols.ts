/** The outline of a document. */

import { as } from "../model/arguments.ts";
import { claimLine, isClaim, meaningOf, written } from "../model/meaning.ts";
import type { SourceDocument } from "../model/source.ts";
import type { Item } from "../syntax/tree.ts";
import type { Span } from "../text.ts";

export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly word: string;
  /** The item, in the host. */
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineEntry[];
}

/** The items of a document; the parts of an atlas are its children. */
export function outline(source: SourceDocument): OutlineEntry[] {
  const entries: (OutlineEntry & { span: Span; children: OutlineEntry[] })[] = [];
  // an atlas goes on over the regions that follow
  let atlas: (OutlineEntry & { span: Span; children: OutlineEntry[] }) | undefined;
  for (const region of source.regions) {
    region.document.items.forEach((item, index) => {
      if (!item.word || item.word === "lamina" || item.word === "use" || item.word === "cite") return;
      const start = region.document.startOf(index);
      const toHost = (span: Span): Span => region.map.spanToHost({ start: span.start + start, end: span.end + start });
      const span = toHost({ start: item.wordSpan.start, end: Math.max(item.contentEnd, item.header.end) });
      const entry = { ...describe(item), word: item.word, span, selection: toHost(item.header), children: [] as OutlineEntry[] };
      if (item.word === "atlas") atlas = entry;
      if (item.word === "part" && atlas) {
        atlas.children.push(entry);
        atlas.span = { start: atlas.span.start, end: span.end };
      } else entries.push(entry);
    });
  }
  return entries;
}

function describe(item: Item): { name: string; detail: string } {
  const meaning = meaningOf(item);
  const id = meaning.id?.text;
  if (isClaim(meaning)) return id ? { name: id, detail: claimLine(meaning) } : { name: claimLine(meaning), detail: "" };
  if (meaning.kind === "source") return { name: `@${meaning.key?.text ?? "…"}`, detail: "source" };
  const text = as(item.args["label"], "text")?.value ?? as(item.args["text"], "text")?.value ?? as(item.args["file"], "text")?.value;
  const cited = as(item.args["cited"], "citation");
  return { name: id ?? written(item, item.header), detail: text ?? (cited ? written(item, cited) : "") };
}
