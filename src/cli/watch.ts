/** `--watch`: does something again whenever a file that matters changes. */
import { CONFIGURATION_FILE } from "../core/configuration.ts";
import { baseName } from "../core/uri.ts";
import { hostOf } from "../embed/host.ts";
import { toUri } from "../workspace/node-paths.ts";
import { CLEAN } from "./command.ts";
import type { World } from "./world.ts";

/** Endings of files that are no hosts and yet matter. */
const others = /\.(?:bib|csv|tsv|json|lamina)$/i;

const matters = (uri: string): boolean => hostOf(uri) !== undefined || others.test(uri) || baseName(uri) === CONFIGURATION_FILE;

const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

/** Runs at once, and then after every change below the folder at hand, until the process is told to stop. */
export async function watchFolder(world: World, run: () => Promise<unknown>): Promise<number> {
  const { files, folder, output, errors, stop } = world;
  if (!files.watch) throw new Error("files cannot be watched here");
  const again = async (): Promise<void> => {
    if (output.isTTY) output.write(CLEAR);
    try {
      await run();
    } catch (thrown) {
      // a file may be gone for the moment
      errors.write(`lamina: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    }
    errors.write("watching for changes; Ctrl+C ends it\n");
  };
  let running = again();
  let isWaiting = false;
  const unwatch = files.watch(toUri(folder), (uris) => {
    // what changes while a run waits is seen by that run
    if (isWaiting || !uris.some(matters)) return;
    isWaiting = true;
    running = running.then(() => {
      isWaiting = false;
      return again();
    });
  });
  // an open watch alone does not keep the process
  const alive = setInterval(() => {}, 1 << 30);
  await new Promise<void>((done) => {
    if (stop?.aborted) done();
    stop?.addEventListener("abort", () => done(), { once: true });
  });
  clearInterval(alive);
  unwatch();
  await running;
  return CLEAN;
}
