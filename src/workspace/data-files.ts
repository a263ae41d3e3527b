/** Data files of the workspace: read in pieces, hashed on the way, never from outside the open folders. */
import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type DataRequest, requestKey } from "../core/data/request.ts";
import { type DataProblem, type DataResult, failed } from "../core/data/result.ts";
import { nearest } from "../core/nearest.ts";
import { baseName, isInside, resolvePath } from "../core/uri.ts";
import { toUri } from "./node-files.ts";

/** How many bytes are read at once; between two pieces others get their turn. */
const PIECE = 256 * 1024;

/** Answers of one file that are kept; while a clause is being written, most of them are asked for once. */
const MOST_KEPT = 200;

/** What was read of a file, to be kept until the file changes. */
interface Read {
  readonly modified: number;
  readonly size: number;
  readonly results: ReadonlyMap<string, DataResult>;
}

/** Reads data files and remembers what they gave until they change. */
export class DataFiles {
  readonly #known = new Map<string, Read>();
  readonly #underWay = new Map<string, Promise<unknown>>();

  /**
   * Answers requests on one file, by `requestKey`. Whatever is wrong is a problem in the result; only `signal` throws.
   *
   * @param base the address of the document that names the file
   * @param file as the document writes it
   * @param roots the addresses of the open folders
   */
  async read(
    base: string,
    file: string,
    requests: readonly DataRequest[],
    roots: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, DataResult>> {
    const uri = resolvePath(base, file);
    if (uri === undefined) return answered(requests, outside(file));
    // one reading of a file at a time, so that a second one finds what the first has learnt
    const before = this.#underWay.get(uri);
    const reading = (before ?? Promise.resolve()).then(
      () => this.#read(uri, file, requests, roots, signal),
      () => this.#read(uri, file, requests, roots, signal),
    );
    this.#underWay.set(uri, reading);
    try {
      return await reading;
    } finally {
      if (this.#underWay.get(uri) === reading) this.#underWay.delete(uri);
    }
  }

  /** Forgets files that changed, came or went. A file that was changed is found out by its size and time too. */
  forget(uris: Iterable<string>): void {
    for (const uri of uris) this.#known.delete(uri);
  }

  async #read(
    uri: string,
    file: string,
    requests: readonly DataRequest[],
    roots: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<ReadonlyMap<string, DataResult>> {
    const found = await locate(uri, file, roots);
    if ("code" in found) return answered(requests, found);
    const { path, stats } = found;
    const known = this.#known.get(uri);
    const unchanged = known && known.modified === stats.mtimeMs && known.size === stats.size;
    if (unchanged && requests.every((request) => known.results.has(requestKey(request)))) return known.results;
    const fresh = unchanged && known.results.size < MOST_KEPT ? known.results : new Map<string, DataResult>();
    const open = new Map(requests.map((request) => [requestKey(request), request]));
    for (const key of fresh.keys()) open.delete(key);
    if (open.size === 0) return fresh;
    const read = await readTable(path, file, [...open.values()], signal);
    const results = new Map([...fresh, ...[...open.keys()].map((key, index) => [key, read[index] as DataResult] as const)]);
    this.#known.set(uri, { modified: stats.mtimeMs, size: stats.size, results });
    return results;
  }
}

const answered = (requests: readonly DataRequest[], problem: DataProblem): ReadonlyMap<string, DataResult> =>
  new Map(requests.map((request) => [requestKey(request), failed(problem)]));

const outside = (file: string): DataProblem => ({
  code: "outside-workspace",
  about: "file",
  message: `“${file}” lies outside the open folders, expected a file within them.`,
});

const notFound = (file: string, near: string | undefined): DataProblem => ({
  code: "file-not-found",
  about: "file",
  message: `There is no file “${file}”${near ? `; the nearest is “${near}”` : ""}.`,
  ...(near !== undefined && { nearest: near }),
});

const unreadable = (file: string, why: string): DataProblem => ({
  code: "unreadable-file",
  about: "file",
  message: `“${file}” cannot be read: ${why}.`,
});

/** The file behind an address, after all links are followed; what they lead to must lie within the folders as well. */
async function locate(
  uri: string,
  file: string,
  roots: readonly string[],
): Promise<{ readonly path: string; readonly stats: Stats } | DataProblem> {
  if (!uri.startsWith("file:") || !roots.some((root) => isInside(uri, root))) return outside(file);
  const written = fileURLToPath(uri);
  try {
    const path = await realpath(written);
    const folders = await Promise.all(roots.map((root) => realpath(fileURLToPath(root)).catch(() => undefined)));
    if (!folders.some((folder) => folder !== undefined && isInside(toUri(path), toUri(folder)))) return outside(file);
    const stats = await stat(path);
    return stats.isFile() ? { path, stats } : unreadable(file, stats.isDirectory() ? "it is a folder" : "it is no file");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code !== "ENOENT" && code !== "ENOTDIR") return unreadable(file, whyUnreadable(code));
    return notFound(file, await nearestName(written, file));
  }
}

const whyUnreadable = (code: string): string =>
  code === "EACCES" || code === "EPERM"
    ? "its permissions forbid it"
    : code === "ELOOP"
      ? "its links lead in a circle"
      : `the system says ${code}`;

/** A file beside the one that is missing, as the document would write it. */
async function nearestName(path: string, file: string): Promise<string | undefined> {
  const names = await readdir(dirname(path)).catch(() => []);
  const name = baseName(file.replaceAll("\\", "/"));
  const [near] = nearest(name, names);
  return near === undefined ? undefined : file.slice(0, file.length - name.length) + near;
}

/**
 * Reads a table in one pass, with the hash (sha-256, in hexadecimal digits) of its bytes.
 *
 * @throws the signal's reason where it is aborted
 */
async function readTable(
  path: string,
  file: string,
  requests: readonly DataRequest[],
  signal: AbortSignal | undefined,
): Promise<readonly DataResult[]> {
  // the parsers are loaded with the first file, so that those who name none do not wait for them
  const { openData } = await import("../core/data/reader.ts");
  const hash = createHash("sha256");
  const reader = openData(file, requests);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    const handle = await open(path);
    try {
      const buffer = Buffer.allocUnsafe(PIECE);
      for (;;) {
        signal?.throwIfAborted();
        const { bytesRead } = await handle.read(buffer, 0, PIECE, null);
        if (bytesRead === 0) break;
        const bytes = buffer.subarray(0, bytesRead);
        hash.update(bytes);
        decoder ??= new TextDecoder(encodingOf(bytes), { ignoreBOM: true });
        reader.write(decoder.decode(bytes, { stream: true }));
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (signal?.aborted || !(error instanceof Error && "code" in error)) throw error;
    const problem = unreadable(file, whyUnreadable(String(error.code)));
    return requests.map(() => failed(problem));
  }
  if (decoder) reader.write(decoder.decode());
  return reader.end(hash.digest("hex"));
}

/** UTF-8, or UTF-16 where a mark at the start says so. */
const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
