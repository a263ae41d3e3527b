// What a pipeline runs: the command line of this checkout, built if need be, or that of a package. Node built-ins only.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { npm, runNode } from "./commands.mjs";
import { ensureDependencies, requireNode } from "./dependencies.mjs";
import { announce, Problem, root } from "./project.mjs";

const own = join(root, "dist", "lamina.cjs");

/**
 * The program of the command line.
 * @param {{ package?: string, folder?: string }} [from] `package`: what npm is to install, a tarball or `lamina@1.2.3`, into
 *   `folder`. Without it, this checkout.
 */
export async function ensureCommand({ package: wanted, folder } = {}) {
  requireNode();
  if (wanted && folder) {
    announce(`installing ${wanted}`);
    npm(["install", "--prefix", folder, "--ignore-scripts", "--no-save", wanted], { cwd: process.cwd() });
    return join(folder, "node_modules", "lamina", "dist", "lamina.cjs");
  }
  if (existsSync(own)) return own;
  announce("building Lamina, once");
  ensureDependencies();
  if ((await runNode([join(root, "scripts", "build.mjs")])) === 0) return own;
  throw new Problem("Lamina was not built.", "Mend what is said above, or name a package that is built.");
}
