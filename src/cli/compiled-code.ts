/**
 * Starts a program from code that an earlier run has compiled. Compiling all of it takes longer than to check a small file,
 * and Node 20 remembers nothing between two runs.
 *
 * What is remembered lies in one file of the user's cache folder. It is only ever a help: where it is missing, of another
 * program or Node, damaged, or cannot be written, the program is compiled as usual.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire, wrap } from "node:module";
import { basename, dirname, isAbsolute, join } from "node:path";
import { Script } from "node:vm";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where compiled code is kept: a folder of the user's own, since it is run without being read.
 *
 * @param platform as `process.platform` has it
 * @returns undefined where the environment names no such folder, or forbids it with Node's own NODE_DISABLE_COMPILE_CACHE
 */
export function compiledCodeFolder(platform: string, environment: Environment): string | undefined {
  if (environment["NODE_DISABLE_COMPILE_CACHE"]) return undefined;
  const under = (folder: string | undefined, ...names: string[]): string | undefined =>
    folder !== undefined && isAbsolute(folder) ? join(folder, ...names, "lamina") : undefined;
  if (platform === "win32") return under(environment["LOCALAPPDATA"]);
  if (platform === "darwin") return under(environment["HOME"], "Library", "Caches");
  return under(environment["XDG_CACHE_HOME"]) ?? under(environment["HOME"], ".cache");
}

/**
 * Runs a program, a CommonJS file of ASCII characters, with what was compiled of it before.
 *
 * @param file the program
 * @param folder where compiled code is kept; undefined if nowhere
 * @param keep whether to keep what this run compiles, when it ends, if nothing fitting was kept before
 */
export function runWithCompiledCode(file: string, folder: string | undefined, keep: boolean): void {
  const stamp = stampOf(file);
  const kept = folder === undefined ? undefined : join(folder, `${basename(file)}.compiled`);
  const cachedData = kept === undefined ? undefined : readKept(kept, stamp);
  // one byte is one character here, which is several times as fast to read
  const source = wrap(readFileSync(file, "latin1"));
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  if (kept === undefined || !keep || (cachedData && !script.cachedDataRejected)) return;
  // at the end, when the functions that a run needs are compiled too
  process.once("exit", () => write(kept, stamp, script.createCachedData()));
}

/**
 * What must be the same for compiled code to fit: V8 itself compares its version and flags, but of the program only how long it
 * is. A line without the break at its end.
 */
function stampOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `lamina ${VERSION} ${size} ${mtimeMs} ${process.version} ${process.arch}`;
}

/** The version of the package, put in by the build. */
declare const LAMINA_VERSION: string | undefined;
const VERSION = typeof LAMINA_VERSION === "string" ? LAMINA_VERSION : "development";

const LINE_FEED = 10;

/** Code that was kept under this stamp. */
function readKept(path: string, stamp: string): Buffer | undefined {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch {
    return undefined;
  }
  const end = content.indexOf(LINE_FEED);
  return end > 0 && content.toString("latin1", 0, end) === stamp ? content.subarray(end + 1) : undefined;
}

/** Keeps code for the next run. Whoever reads at the same moment sees the old file or the new one whole. */
function write(path: string, stamp: string, code: Buffer): void {
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, Buffer.concat([Buffer.from(`${stamp}\n`, "latin1"), code]), { mode: 0o600 });
    renameSync(unfinished, path);
  } catch {
    // a folder that cannot be written to is no reason to bother anyone: the next run takes a moment longer
    discard(unfinished);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // it was never there
  }
}
