/** Loads the program that writes figures from beside the program that runs. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FigureMaker, FigureProgram } from "./program.ts";

/**
 * The program as it is built: `figure.cjs`, and what it needs in the folder `figure`.
 *
 * @param folder in which the programs lie
 * @param require of the program that runs
 */
export const figureMaker = (folder: string, require: (path: string) => unknown): FigureMaker => ({
  async load() {
    try {
      return require(join(folder, "figure.cjs")) as FigureProgram;
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message.split("\n", 1)[0] : String(thrown);
      throw new Error(`the part of Lamina that writes figures cannot be loaded; install Lamina anew (${why})`);
    }
  },
  asset: (name) => readFile(join(folder, "figure", name)).catch(() => undefined),
});
