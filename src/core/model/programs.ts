/** Programs that claims speak of: those that `model` items name, and those with `implements` in their comments. */
import type { Item } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { modelFile } from "./model-file.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Program, SourceDocument } from "./source.ts";

/** The program that a `model` item names; undefined where it names none, or one that is not read. */
export function programOf(item: Item, uri: string, snapshot: Snapshot): { readonly uri: string; readonly program: Program } | undefined {
  const file = modelFile(item, uri);
  const program = file === undefined ? undefined : snapshot.documents.get(file)?.program;
  return file !== undefined && program ? { uri: file, program } : undefined;
}

/** Where `implements` stands in the comments of a program, in the host. */
export function* implementsIn({ program, regions }: SourceDocument): IterableIterator<Span> {
  if (!program) return;
  for (const { document, map } of regions) {
    for (const [index, item] of document.items.entries()) {
      if (item.word !== "implements") continue;
      const start = document.startOf(index);
      yield map.spanToHost({ start: start + item.wordSpan.start, end: start + item.wordSpan.end });
    }
  }
}
