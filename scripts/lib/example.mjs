// The example workspace, and what to show first in a workspace. Node built-ins only.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { exampleFolder, Problem } from "./project.mjs";

/**
 * Copies the example workspace, under its own name, into a folder of its own.
 * @returns {{ folder: string, remove: () => void }}
 */
export function copyExample() {
  if (!existsSync(exampleFolder)) throw new Problem(`The example workspace is missing: ${exampleFolder}`);
  const parent = realpathSync(mkdtempSync(join(tmpdir(), "lamina-example-")));
  const folder = join(parent, basename(exampleFolder));
  cpSync(exampleFolder, folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/**
 * The file to begin with: the folder's own Lamina file that holds the most claims.
 * @param {string} folder
 * @returns {string | undefined} Its name; undefined where the folder has none.
 */
export function mainLaminaFile(folder) {
  /** @param {string} name */
  const claims = (name) => readFileSync(join(folder, name), "utf8").match(/^claim\b/gm)?.length ?? 0;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".lamina"))
    .sort()
    .map((name) => ({ name, claims: claims(name) }))
    .sort((a, b) => b.claims - a.claims)[0]?.name;
}
