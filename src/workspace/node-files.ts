/** Files of the local disk. */
import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { type Files, MOST_FILES } from "./files.ts";
import { type FolderRules, ignoreFiles, isIgnored, rulesOf } from "./ignored.ts";
import { isLeftOut, toPath, toUri } from "./node-paths.ts";
import { watchFiles } from "./watch-files.ts";

/** Larger files are not read: nobody writes claims by the tens of megabytes. */
export const LARGEST_FILE = 64 * 1024 * 1024;

export const nodeFiles: Files = {
  async list(root, endings) {
    const found: string[] = [];
    const start = toPath(root);
    const folders: { readonly path: string; readonly above: readonly FolderRules[] }[] = [{ path: start, above: await rulesAbove(start) }];
    for (let folder = folders.pop(); folder && found.length < MOST_FILES; folder = folders.pop()) {
      const entries = await entriesOf(folder.path);
      const own = await rulesIn(folder.path, entries);
      const chain = own ? [...folder.above, own] : folder.above;
      for (const entry of entries) {
        const path = join(folder.path, entry.name);
        const isFolder = entry.isDirectory();
        const isWanted = isFolder ? !isLeftOut(entry.name) : endings.some((ending) => `/${entry.name.toLowerCase()}`.endsWith(ending));
        if (!isWanted || (chain.length > 0 && isIgnored(slashed(path) + (isFolder ? "/" : ""), chain))) continue;
        if (isFolder) folders.push({ path, above: chain });
        else found.push(toUri(path));
      }
    }
    return found.sort();
  },
  async exists(uri) {
    try {
      return (await stat(toPath(uri))).isFile();
    } catch {
      return false;
    }
  },
  async read(uri) {
    try {
      const path = toPath(uri);
      const { size } = await stat(path);
      return size > LARGEST_FILE ? undefined : decode(await readFile(path));
    } catch {
      return undefined;
    }
  },
  watch: watchFiles,
};

const slashed = (path: string): string => (sep === "/" ? path : path.split(sep).join("/"));

/** What the folders above one leave out, up to where its repository begins; nothing where it is of none. */
async function rulesAbove(folder: string): Promise<readonly FolderRules[]> {
  const chain: FolderRules[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const entries = await entriesOf(at);
    const rules = at === folder ? undefined : await rulesIn(at, entries);
    if (rules) chain.unshift(rules);
    if (entries.some(({ name }) => name === ".git")) return chain;
    if (at === dirname(at)) return [];
  }
}

/** What a folder's own ignore files leave out; undefined where it has none. */
async function rulesIn(folder: string, entries: readonly Dirent[]): Promise<FolderRules | undefined> {
  const names = entries.filter((entry) => ignoreFiles.includes(entry.name) && entry.isFile()).map(({ name }) => name);
  if (names.length === 0) return undefined;
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8").catch(() => "")));
  return rulesOf(slashed(folder), texts);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? 1 : -1));
  } catch {
    return [];
  }
}

export { toPath, toUri };

/** Bytes as text: UTF-8, or UTF-16 where a mark at the start says so. Bytes that are neither become replacement characters. */
export function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
