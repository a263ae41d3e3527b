/** Files of the local disk. */
import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { normalUri } from "../core/uri.ts";
import type { Files } from "./files.ts";

/** Folders that hold no writing of the project's own. */
const skipped: ReadonlySet<string> = new Set(["node_modules", "__pycache__", "venv", "dist", "out", "build", "target"]);

/** Larger files are not read: nobody writes claims by the tens of megabytes. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** A workspace with more files than this is read up to here, so that a mistaken folder does not hang the server. */
const MOST_FILES = 20_000;

export const nodeFiles: Files = {
  async list(root, endings) {
    const found: string[] = [];
    const folders = [toPath(root)];
    for (let folder = folders.pop(); folder !== undefined && found.length < MOST_FILES; folder = folders.pop()) {
      for (const entry of await entriesOf(folder)) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (!entry.name.startsWith(".") && !skipped.has(entry.name)) folders.push(path);
        } else if (endings.some((ending) => `/${entry.name.toLowerCase()}`.endsWith(ending))) found.push(toUri(path));
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
};

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? 1 : -1));
  } catch {
    return [];
  }
}

/** The address of a path as the engine writes addresses. */
export const toUri = (path: string): string => normalUri(pathToFileURL(path).href);

const toPath = (uri: string): string => (uri.startsWith("file:") ? fileURLToPath(uri) : uri);

/** Bytes as text: UTF-8, or UTF-16 where a mark at the start says so. Bytes that are neither become replacement characters. */
export function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
