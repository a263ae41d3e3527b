/** The file that a `model` item names. */
import type { Item } from "../syntax/tree.ts";
import { resolvePath } from "../uri.ts";
import { meaningOf } from "./meaning.ts";

/** Its address, counted from that of the item's document; undefined for `?`, for other items, and for what is no path. */
export function modelFile(item: Item, uri: string): string | undefined {
  const meaning = meaningOf(item);
  return meaning.kind === "model" && meaning.file ? resolvePath(uri, meaning.file.value) : undefined;
}
