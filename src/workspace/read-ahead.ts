/** Reads files one after the other while the next are already on their way: the disk works while the text is parsed. */
import type { Files } from "./files.ts";

/** How many files are on their way at once. */
const AHEAD = 8;

/** The texts of files, in their order; undefined for one that cannot be read. */
export async function* readAhead(files: Files, uris: Iterable<string>): AsyncIterableIterator<readonly [string, string | undefined]> {
  const waiting: { readonly uri: string; readonly text: Promise<string | undefined> }[] = [];
  for (const uri of uris) {
    waiting.push({ uri, text: files.read(uri) });
    if (waiting.length < AHEAD) continue;
    const first = waiting.shift();
    if (first) yield [first.uri, await first.text];
  }
  for (const { uri, text } of waiting) yield [uri, await text];
}
