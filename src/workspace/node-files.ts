/** Files of the local disk. */
import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { type Files, MOST_FILES } from "./files.ts";
import { type FolderRules, ignoreFiles, isIgnored, rulesOf } from "./ignored.ts";
import { isLeftOut, toPath, toUri } from "./node-paths.ts";
import { watchFiles } from "./watch-files.ts";

/** Larger files are not read: nobody writes claims by the tens of megabytes. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** What is asked of a disk. Throws, or rejects, as Node does. */
interface Disk {
  entries(folder: string): Dirent[] | Promise<Dirent[]>;
  bytes(path: string): Uint8Array | Promise<Uint8Array>;
  status(path: string): Stats | Promise<Stats>;
}

/** Files that are read while other work goes on: for a program that has to answer meanwhile, such as the server. */
export const nodeFiles: Files = filesOn({
  entries: (folder) => readdir(folder, { withFileTypes: true }),
  bytes: (path) => readFile(path),
  status: (path) => stat(path),
});

/**
 * Files that are read at once: for a program that has nothing else to do, such as the command line. Small files, one after another,
 * are read in a tenth of the time, and Node need not load what reads them in turns.
 */
export const nodeFilesAtOnce: Files = filesOn({
  entries: (folder) => readdirSync(folder, { withFileTypes: true }),
  bytes: (path) => readFileSync(path),
  status: (path) => statSync(path),
});

function filesOn(disk: Disk): Files {
  return {
    async list(root, endings) {
      const found: string[] = [];
      const start = toPath(root);
      const folders: { readonly path: string; readonly above: readonly FolderRules[] }[] = [
        { path: start, above: await rulesAbove(disk, start) },
      ];
      for (let folder = folders.pop(); folder && found.length < MOST_FILES; folder = folders.pop()) {
        const entries = await entriesOf(disk, folder.path);
        const own = await rulesIn(disk, folder.path, entries);
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
        return (await disk.status(toPath(uri))).isFile();
      } catch {
        return false;
      }
    },
    async read(uri) {
      try {
        const path = toPath(uri);
        const { size } = await disk.status(path);
        return size > LARGEST_FILE ? undefined : decode(await disk.bytes(path));
      } catch {
        return undefined;
      }
    },
    watch: watchFiles,
  };
}

const slashed = (path: string): string => (sep === "/" ? path : path.split(sep).join("/"));

/** What the folders above one leave out, up to where its repository begins; nothing where it is of none. */
async function rulesAbove(disk: Disk, folder: string): Promise<readonly FolderRules[]> {
  const chain: FolderRules[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const entries = await entriesOf(disk, at);
    const rules = at === folder ? undefined : await rulesIn(disk, at, entries);
    if (rules) chain.unshift(rules);
    if (entries.some(({ name }) => name === ".git")) return chain;
    if (at === dirname(at)) return [];
  }
}

/** What a folder's own ignore files leave out; undefined where it has none. */
async function rulesIn(disk: Disk, folder: string, entries: readonly Dirent[]): Promise<FolderRules | undefined> {
  const names = entries.filter((entry) => ignoreFiles.includes(entry.name) && entry.isFile()).map(({ name }) => name);
  if (names.length === 0) return undefined;
  const texts = await Promise.all(names.map((name) => textOf(disk, join(folder, name))));
  return rulesOf(slashed(folder), texts);
}

/** The text of a file; an empty one where it cannot be read. */
async function textOf(disk: Disk, path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await disk.bytes(path));
  } catch {
    return "";
  }
}

async function entriesOf(disk: Disk, folder: string): Promise<Dirent[]> {
  try {
    return (await disk.entries(folder)).sort((a, b) => (a.name < b.name ? 1 : -1));
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
