/**
 * Revisions of a Git repository, read without being checked out: the tree of one by `git ls-tree`, its files by one running
 * `git cat-file --batch`. To the engine they are files like those of a disk, at the addresses that they have in the working tree.
 */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { posix, resolve, sep } from "node:path";
import { type DataRequest, requestKey } from "../core/data/request.ts";
import { type DataProblem, type DataResult, failed } from "../core/data/result.ts";
import { isInside, resolvePath } from "../core/uri.ts";
import type { DataSource } from "../workspace/asked-data.ts";
import { type Files, MOST_FILES } from "../workspace/files.ts";
import { type FolderRules, ignoreFiles, isIgnored, rulesOf } from "../workspace/ignored.ts";
import { decode, LARGEST_FILE } from "../workspace/node-files.ts";
import { isLeftOut, toPath, toUri } from "../workspace/node-paths.ts";

/** What an entry of a tree is, where it holds text or leads to some. */
interface Entry {
  readonly object: string;
  readonly size: number;
  readonly isLink: boolean;
}

/** Links are followed so often. */
const MOST_LINKS = 20;

/** Git ran, and said no. */
class GitFailed extends Error {}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
});

function git(args: readonly string[], folder: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile("git", args, { cwd: folder, env: environment(), maxBuffer: 2 ** 29, windowsHide: true }, (error, output, errors) => {
      if (!error) done(output);
      else if (error.code === "ENOENT") fail(new Error("revisions are read by git, and there is no git on this machine"));
      else fail(new GitFailed(`git says: ${errors.trim() || error.message}`));
    });
  });
}

/** A repository, as it is seen from a folder of its working tree. */
export interface Repository {
  readonly folder: string;
  /** The outermost folder of the working tree. */
  readonly root: string;
}

/** The repository that a folder lies in; undefined where it is in none. Throws where there is no git. */
export async function repositoryOf(folder: string): Promise<Repository | undefined> {
  try {
    const up = await git(["rev-parse", "--show-cdup"], folder);
    return { folder, root: resolve(folder, up.replace(/\r?\n$/, "")) };
  } catch (error) {
    if (error instanceof GitFailed) return undefined;
    throw error;
  }
}

/** The commit that a revision names; undefined where it names none. What begins with a dash is none. */
export async function commitNamed(revision: string, { folder }: Repository): Promise<string | undefined> {
  if (revision === "" || revision.startsWith("-")) return undefined;
  try {
    return (await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], folder)).trim();
  } catch (error) {
    if (error instanceof GitFailed) return undefined;
    throw error;
  }
}

/** The files of a commit. To be closed, so that git ends. */
export class RevisionTree implements Files {
  /** By absolute path with `/`. */
  readonly #entries = new Map<string, Entry>();
  /** The names of what lies in each folder. */
  readonly #folders = new Map<string, Set<string>>();
  readonly #objects: Objects;
  readonly #root: string;
  /** Repositories within this one, of which a commit knows the address alone; as absolute paths. */
  readonly submodules: string[] = [];
  /** Paths of files that were asked for and are too large, from the root of the repository. */
  readonly tooLarge = new Set<string>();

  private constructor(root: string, listing: string) {
    this.#root = slashed(root);
    this.#objects = new Objects(root);
    for (const line of listing.split("\0")) {
      const [, mode = "", , object = "", size = "", path = ""] = /^(\d+) (\w+) ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line) ?? [];
      if (path === "") continue;
      const absolute = this.pathOf(path);
      this.#place(absolute);
      if (mode === "160000") this.submodules.push(absolute);
      else this.#entries.set(absolute, { object, size: Number(size), isLink: mode === "120000" });
    }
  }

  /** Reads the tree of a commit. */
  static async of(commit: string, { root }: Repository): Promise<RevisionTree> {
    return new RevisionTree(root, await git(["ls-tree", "-r", "-z", "-l", "--full-tree", commit], root));
  }

  /** Where a path of the repository lies in the working tree. */
  pathOf(path: string): string {
    return posix.join(this.#root, path);
  }

  #place(path: string): void {
    for (let at = path; at.length > this.#root.length; ) {
      const folder = posix.dirname(at);
      const names = this.#folders.get(folder) ?? new Set<string>();
      const isKnown = names.size > 0;
      names.add(posix.basename(at));
      this.#folders.set(folder, names);
      if (isKnown) return;
      at = folder;
    }
  }

  /** Whether there is a file or a folder of an absolute path. */
  kindOf(path: string): "file" | "folder" | undefined {
    const at = slashed(path);
    if (this.#folders.has(at) || at === this.#root) return "folder";
    return this.#entries.has(at) ? "file" : undefined;
  }

  async namesIn(folder: string): Promise<readonly string[]> {
    return [...(this.#folders.get(slashed(folder)) ?? [])];
  }

  async list(root: string, endings: readonly string[]): Promise<readonly string[]> {
    const start = slashed(toPath(root));
    const found: string[] = [];
    const folders: { readonly path: string; readonly above: readonly FolderRules[] }[] = [
      { path: start, above: await this.#rulesAbove(start) },
    ];
    for (let folder = folders.pop(); folder && found.length < MOST_FILES; folder = folders.pop()) {
      const own = await this.#rulesIn(folder.path);
      const chain = own ? [...folder.above, own] : folder.above;
      for (const name of [...(this.#folders.get(folder.path) ?? [])].sort()) {
        const path = posix.join(folder.path, name);
        const isFolder = this.#folders.has(path);
        const isWanted = isFolder
          ? !isLeftOut(name)
          : this.#entries.has(path) && endings.some((each) => `/${name.toLowerCase()}`.endsWith(each));
        if (!isWanted || (chain.length > 0 && isIgnored(isFolder ? `${path}/` : path, chain))) continue;
        if (isFolder) folders.push({ path, above: chain });
        else found.push(toUri(path));
      }
    }
    return found.sort();
  }

  /** What the folders above one leave out, as on the disk. */
  async #rulesAbove(folder: string): Promise<readonly FolderRules[]> {
    const chain: FolderRules[] = [];
    for (let at = folder; at.length > this.#root.length; ) {
      at = posix.dirname(at);
      const rules = await this.#rulesIn(at);
      if (rules) chain.unshift(rules);
    }
    return chain;
  }

  async #rulesIn(folder: string): Promise<FolderRules | undefined> {
    const names = ignoreFiles.filter((name) => this.#folders.get(folder)?.has(name));
    if (names.length === 0) return undefined;
    return rulesOf(folder, await Promise.all(names.map(async (name) => (await this.read(toUri(posix.join(folder, name)))) ?? "")));
  }

  async exists(uri: string): Promise<boolean> {
    return (await this.#entryAt(uri)) !== undefined;
  }

  async read(uri: string): Promise<string | undefined> {
    const bytes = await this.#bytesAt(uri);
    return bytes && decode(bytes);
  }

  /** Its tables of data; a commit never changes, so that nothing is ever to be forgotten. */
  get data(): DataSource {
    return { read: (base, file, requests, roots) => this.#readData(base, file, requests, roots), forget: () => undefined };
  }

  close(): void {
    this.#objects.close();
  }

  async #bytesAt(uri: string): Promise<Buffer | undefined> {
    const entry = await this.#entryAt(uri);
    if (!entry) return undefined;
    if (entry.size > LARGEST_FILE) {
      this.tooLarge.add(posix.relative(this.#root, slashed(toPath(uri))));
      return undefined;
    }
    return this.#objects.read(entry.object);
  }

  /** The file behind an address; where links lead out of the repository, or in a circle, there is none. */
  async #entryAt(uri: string): Promise<Entry | undefined> {
    let path = slashed(toPath(uri));
    for (let links = 0; links < MOST_LINKS; links++) {
      const entry = this.#entries.get(path);
      if (!entry?.isLink) return entry;
      const target = (await this.#objects.read(entry.object))?.toString("utf8");
      if (target === undefined || posix.isAbsolute(target)) return undefined;
      path = posix.join(posix.dirname(path), target);
    }
    return undefined;
  }

  async #readData(
    base: string,
    file: string,
    requests: readonly DataRequest[],
    roots: readonly string[],
  ): Promise<ReadonlyMap<string, DataResult>> {
    const answered = (problem: DataProblem): ReadonlyMap<string, DataResult> =>
      new Map(requests.map((request) => [requestKey(request), failed(problem)]));
    const uri = resolvePath(base, file);
    if (uri === undefined || !roots.some((root) => isInside(uri, root)))
      return answered(problemOf("outside-workspace", `“${file}” lies outside the folders that are read.`));
    const entry = await this.#entryAt(uri);
    if (!entry) return answered(problemOf("file-not-found", `There is no file “${file}” in this revision.`));
    const bytes = await this.#bytesAt(uri);
    if (!bytes) return answered(problemOf("unreadable-file", `“${file}” is too large to be read from a revision.`));
    const { openData } = await import("../core/data/reader.ts");
    const reader = openData(file, requests);
    reader.write(decode(bytes));
    const results = reader.end(createHash("sha256").update(bytes).digest("hex"));
    return new Map(requests.map((request, index) => [requestKey(request), results[index] as DataResult]));
  }
}

const problemOf = (code: DataProblem["code"], message: string): DataProblem => ({ code, about: "file", message });

/** A path with `/`, on every system. */
const slashed = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/")).replace(/(.)\/+$/, "$1");

interface Wanted {
  readonly done: (content: Buffer | undefined) => void;
  readonly fail: (error: Error) => void;
}

/** Objects of a repository by one running `git cat-file --batch`, which answers in the order in which it is asked. */
class Objects {
  readonly #folder: string;
  readonly #wanted: Wanted[] = [];
  #process: ChildProcessWithoutNullStreams | undefined;
  #pieces: Buffer[] = [];
  #length = 0;
  /** How many bytes must have come before there is anything to do. */
  #enough = 1;
  #failure: Error | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The content of an object; undefined where the repository lacks it. */
  read(object: string): Promise<Buffer | undefined> {
    return new Promise((done, fail) => {
      if (this.#failure) return fail(this.#failure);
      this.#process ??= this.#start();
      this.#wanted.push({ done, fail });
      this.#process.stdin.write(`${object}\n`);
    });
  }

  close(): void {
    this.#process?.stdin.end();
  }

  #start(): ChildProcessWithoutNullStreams {
    const started = spawn("git", ["cat-file", "--batch"], { cwd: this.#folder, env: environment(), windowsHide: true });
    started.stdout.on("data", (piece: Buffer) => this.#take(piece));
    started.stderr.resume();
    started.stdin.on("error", () => undefined);
    started.on("error", (error) => this.#end(error));
    started.on("close", () => this.#end(new Error("git ended before it gave all files of a revision")));
    return started;
  }

  #end(error: Error): void {
    this.#failure ??= error;
    for (const { fail } of this.#wanted.splice(0)) fail(error);
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length < this.#enough) return;
    let bytes = this.#pieces.length === 1 ? piece : Buffer.concat(this.#pieces, this.#length);
    this.#enough = 1;
    for (;;) {
      const lineEnd = bytes.indexOf(10);
      if (lineEnd < 0) break;
      const size = / blob (\d+)$/.exec(bytes.toString("latin1", 0, lineEnd))?.[1];
      // an object that is missing has one line alone
      const contentEnd = size === undefined ? lineEnd : lineEnd + 1 + Number(size);
      if (bytes.length < contentEnd + 1) {
        this.#enough = contentEnd + 1;
        break;
      }
      this.#wanted.shift()?.done(size === undefined ? undefined : Buffer.from(bytes.subarray(lineEnd + 1, contentEnd)));
      bytes = bytes.subarray(contentEnd + 1);
    }
    this.#pieces = bytes.length === 0 ? [] : [bytes];
    this.#length = bytes.length;
  }
}
