/** One check on several threads: each reads the whole project, since rules look at all of it, and checks its share of the documents. */
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Profile } from "../core/settings.ts";
import { nodeFilesAtOnce } from "../workspace/node-files.ts";
import { checkPaths } from "./check.ts";
import type { CheckResult } from "./check-result.ts";

/** What one thread is asked for: an order without what cannot be handed over. */
export interface ThreadOrder {
  readonly paths: readonly string[];
  readonly profile?: Profile;
  readonly folder: string;
  readonly fixes: number;
  readonly share: { readonly index: number; readonly of: number };
}

/** Runs an order elsewhere. */
export type RunOnThread = (order: ThreadOrder) => Promise<CheckResult>;

/** What such a thread is started with, so that the others need not ask which they are. */
const CHECK_THREAD = "lamina-check-thread";

/**
 * What starts threads.
 *
 * @param program the file that starts this program
 */
export const threadsOf =
  (program: string): RunOnThread =>
  (order) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { argv: [CHECK_THREAD], workerData: order });
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`a thread of the check ended too early (${code})`)));
    });

/** Whether this is such a thread; it then does what it is asked for, and the program has nothing else to do. */
export function isCheckThread(argv: readonly string[]): boolean {
  const order = argv.includes(CHECK_THREAD) ? (workerData as ThreadOrder | null) : null;
  if (!order) return false;
  void checkPaths({ ...order, files: nodeFilesAtOnce }).then(
    (result) => parentPort?.postMessage(result),
    (thrown) => {
      // what is thrown in a thread ends it, and reaches the one who waits
      setImmediate(() => {
        throw thrown;
      });
    },
  );
  return true;
}
