/** Edits of a document's first region, as its host writes them. */
import { applyEdit, type Edit } from "../../src/core/text.ts";
import type { Embedding, Region } from "../../src/embed/embedding.ts";

export interface RegionEditor {
  firstRegion(document: string): Region | undefined;
  /** The document after a stretch of its first region was replaced. */
  replace(document: string, start: number, end: number, text: string): string;
}

export function regionEditor(embed: (text: string) => Embedding, adapt: (region: Region, host: string, edit: Edit) => Edit): RegionEditor {
  const firstRegion = (document: string): Region | undefined => embed(document).regions[0];
  return {
    firstRegion,
    replace(document, start, end, text) {
      const region = firstRegion(document);
      if (!region) throw new Error(`no region in ${JSON.stringify(document)}`);
      return applyEdit(document, adapt(region, document, { span: { start, end }, text }));
    },
  };
}
