/** Other processes: workers in which one thing is measured alone, and whole programs that are timed from outside. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./statistics.ts";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

export const bench = join(root, "bench");

/** The product's own program for the command line. */
export const commandLine = join(root, "dist", "lamina.cjs");

export const languageServer = join(root, "dist", "server.cjs");

export const workerFile = join(bench, "out", "worker.mjs");

/** A measurement that cannot be had here, and why. */
export class Unavailable extends Error {}

/**
 * Measures in a process of its own, so that nothing that ran before has warmed or filled it.
 *
 * @param task a name from `worker.ts`, whose results are of the type `Result`
 * @throws Unavailable where the process fails
 */
export function resultOf<Result>(task: string, input: object = {}, seconds = 60): Result {
  const args = ["--expose-gc", "--max-old-space-size=4096", workerFile, task, JSON.stringify(input)];
  const done = spawnSync(process.execPath, args, { encoding: "utf8", cwd: bench, timeout: seconds * 1000, maxBuffer: 1e8 });
  const said = /^RESULT (.+)$/m.exec(done.stdout ?? "")?.[1];
  if (said !== undefined) return JSON.parse(said) as Result;
  if (done.signal) throw new Unavailable(`no answer in ${seconds} s`);
  throw new Unavailable(reason(`${done.stderr}`));
}

/** The same for what is one number. */
export const worker = (task: string, input: object = {}): number => resultOf<number>(task, input);

/** The line of an error output that says what is wrong. */
function reason(output: string): string {
  const line = output.split("\n").find((each) => /error|cannot|not /i.test(each)) ?? output.split("\n")[0] ?? "";
  return line.trim().replace(/\s+/g, " ").replaceAll(root, "").slice(0, 90) || "does not run here";
}

/** The median of several workers, for what can be measured only once in each. */
export const workers = (times: number, task: string, input: object = {}): number =>
  median(Array.from({ length: times }, () => worker(task, input)));

/**
 * How long a whole program takes, in milliseconds: the median of several runs after one that does not count.
 *
 * @param exits the exit codes that count as having run
 * @throws Unavailable where it does not run
 */
export function programTime(args: readonly string[], { times = 5, exits = [0], folder = bench }: ProgramOptions = {}): number {
  const measured: number[] = [];
  for (let run = 0; run <= times; run++) {
    const from = performance.now();
    const done = spawnSync(process.execPath, args, { cwd: folder, timeout: 120_000, maxBuffer: 1e9, env: plainEnvironment });
    if (run > 0) measured.push(performance.now() - from);
    if (done.signal) throw new Unavailable("no answer in 120 s");
    if (!exits.includes(done.status ?? -1)) throw new Unavailable(reason(`${done.stderr}${done.stdout}`));
  }
  return median(measured);
}

export interface ProgramOptions {
  readonly times?: number;
  readonly exits?: readonly number[];
  readonly folder?: string;
}

const plainEnvironment = { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1", CI: "1" };
