// Where the project is, and how its scripts speak to people. Node built-ins only: this runs before anything is installed.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds the project's package.json. Found by climbing, because this module is also bundled into out/. */
export const root = climbToProject(dirname(fileURLToPath(import.meta.url)));

/** The folder that `npm start` and the end-to-end suites open. */
export const exampleFolder = join(root, "examples", "neuroscience-of-transformers");

/** @param {string} folder @returns {string} */
function climbToProject(folder) {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "lamina") return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("the project's package.json was not found above this script");
  return climbToProject(parent);
}

/** Something that a person must mend: what happened, and exactly what to do about it. */
export class Problem extends Error {
  /**
   * @param {string} message What happened.
   * @param {string} [advice] What to do now, as commands where possible.
   */
  constructor(message, advice) {
    super(message);
    this.name = "Problem";
    this.advice = advice;
  }
}

/** Says on standard error what is being done. @param {string} message */
export const announce = (message) => console.error(`[lamina] ${message}`);

/** The message of whatever was thrown. @param {unknown} thrown @returns {string} */
export const messageOf = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));

/** Prints what went wrong: a Problem in words with its advice, anything else with its stack. @param {unknown} thrown */
export function explain(thrown) {
  if (thrown instanceof Problem) {
    console.error(`\n[lamina] ${thrown.message}`);
    if (thrown.advice) console.error(`\nWhat to do:\n${thrown.advice.replace(/^/gm, "  ")}\n`);
  } else console.error(thrown instanceof Error ? thrown.stack : thrown);
}

/**
 * Runs a script's work and turns its outcome into the exit code: what it returns, or 1 after an explained failure.
 * @param {() => Promise<number | undefined>} work
 */
export async function runScript(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (thrown) {
    explain(thrown);
    process.exitCode = 1;
  }
}

/** A clock for messages: `elapsed()` reads like "12.3 s". */
export function stopwatch() {
  const begun = Date.now();
  return () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}
