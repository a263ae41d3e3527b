/**
 * `--cache`: what a check found is kept, with the contents of all that it read. The next check of the same reads the same files
 * again, and if none of them says anything else, it has found the same. By content alone: no time of a file is trusted, and of the clock only the day is looked at, by which suppressions end.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Files } from "../workspace/files.ts";
import { toPath } from "../workspace/node-paths.ts";
import { today } from "../workspace/today.ts";
import type { CheckOrder, OpenProjects } from "./check.ts";
import type { CheckResult } from "./check-result.ts";
import { VERSION } from "./version.ts";

/** One question that a check asked of the disk, and the hash of the answer. */
type Asked =
  | { readonly kind: "list"; readonly uri: string; readonly endings: readonly string[]; readonly hash: string }
  | { readonly kind: "read" | "exists" | "data"; readonly uri: string; readonly hash: string };

interface Kept {
  readonly version: string;
  readonly asked: readonly Asked[];
  readonly result: CheckResult;
}

const sha = (text: string): string => createHash("sha256").update(text).digest("base64");

/** Stands for what is not there. */
const NOTHING = "nothing";

/** Files that remember what was asked of them. */
export class RememberingFiles implements Files {
  readonly #files: Files;
  readonly #asked = new Map<string, Asked>();

  constructor(files: Files) {
    this.#files = files;
  }

  get asked(): readonly Asked[] {
    return [...this.#asked.values()];
  }

  async list(uri: string, endings: readonly string[]): Promise<readonly string[]> {
    const listed = await this.#files.list(uri, endings);
    this.#note({ kind: "list", uri, endings, hash: sha(listed.join("\n")) });
    return listed;
  }

  async exists(uri: string): Promise<boolean> {
    const is = await this.#files.exists(uri);
    this.#note({ kind: "exists", uri, hash: String(is) });
    return is;
  }

  async read(uri: string): Promise<string | undefined> {
    const text = await this.#files.read(uri);
    this.#note({ kind: "read", uri, hash: text === undefined ? NOTHING : sha(text) });
    return text;
  }

  #note(asked: Asked): void {
    this.#asked.set(JSON.stringify([asked.kind, asked.uri, "endings" in asked ? asked.endings : ""]), asked);
  }
}

/**
 * What an order finds, from what was kept if that still holds.
 *
 * @param folder where results are kept
 * @param check finds it anew
 */
export async function checkWithCache(
  folder: string,
  order: CheckOrder,
  check: (order: CheckOrder) => Promise<CheckResult>,
): Promise<{ readonly result: CheckResult; readonly isKept: boolean }> {
  const { paths, profile, folder: at, fixes, share } = order;
  const path = join(
    folder,
    "results",
    `${createHash("sha256")
      .update(JSON.stringify([VERSION, today(), at, paths, profile, fixes, share]))
      .digest("hex")}.json`,
  );
  const kept = await readKept(path);
  if (kept && (await stillHolds(kept.asked, order.files))) return { result: kept.result, isKept: true };
  const files = new RememberingFiles(order.files);
  const data = new Set<string>();
  const opened = (projects: OpenProjects): void => {
    order.opened?.(projects);
    const { workspaces } = projects;
    for (const { dataFiles } of workspaces.values()) for (const uri of dataFiles) data.add(uri);
  };
  const result = await check({ ...order, files, opened });
  const asked: Asked[] = [...files.asked];
  for (const uri of data) asked.push({ kind: "data", uri, hash: await hashOf(uri) });
  // where something is missing, what is said of it hangs on what lies beside it, which was not noted
  if (!asked.some(({ kind, hash }) => kind === "data" && hash === NOTHING)) await write(path, { version: VERSION, asked, result });
  return { result, isKept: false };
}

async function stillHolds(asked: readonly Asked[], files: Files): Promise<boolean> {
  for (const one of asked) {
    const hash =
      one.kind === "list"
        ? sha((await files.list(one.uri, one.endings)).join("\n"))
        : one.kind === "exists"
          ? String(await files.exists(one.uri))
          : one.kind === "data"
            ? await hashOf(one.uri)
            : await files.read(one.uri).then((text) => (text === undefined ? NOTHING : sha(text)));
    if (hash !== one.hash) return false;
  }
  return true;
}

/** The hash of a file of data, which may be larger than memory. */
async function hashOf(uri: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(toPath(uri)), hash);
    return hash.digest("base64");
  } catch {
    return NOTHING;
  }
}

/** What was kept; undefined where there is nothing, or nothing that can be read. */
async function readKept(path: string): Promise<Kept | undefined> {
  try {
    const kept = JSON.parse(await readFile(path, "utf8")) as Kept;
    return kept.version === VERSION && Array.isArray(kept.asked) && Array.isArray(kept.result.findings) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a result. A folder that cannot be written to is no reason to bother anyone. */
async function write(path: string, kept: Kept): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(unfinished, JSON.stringify(kept), { mode: 0o600 });
    await rename(unfinished, path);
  } catch {
    // the next check takes its time
  }
}
