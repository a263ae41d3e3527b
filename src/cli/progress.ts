/** How far long work has come, on a terminal alone. */
import type { Output } from "./world.ts";

/** Work that is done by then needs no bar; and how often one is drawn; in milliseconds. */
const PATIENCE = 600;
const EVERY = 80;

const WIDTH = 24;
const CLEAR_LINE = "\r\u001b[K";

/** Is told how many of how many are done. */
export type Progress = (done: number, of: number) => void;

/** Draws a bar, and takes it away when all is done; does nothing where the output is no terminal. */
export function progressTo(output: Output, now: () => number = () => performance.now()): Progress {
  if (output.isTTY !== true) return () => {};
  const begun = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return (done, of) => {
    const at = now();
    if (done >= of) {
      if (drawn > 0) output.write(CLEAR_LINE);
      drawn = Number.NEGATIVE_INFINITY;
    } else if (at - begun > PATIENCE && at - drawn > EVERY) {
      const filled = Math.round((done / of) * WIDTH);
      output.write(`${CLEAR_LINE}${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done} of ${of} files`);
      drawn = at;
    }
  };
}
