// What every end-to-end suite needs before it starts. Node built-ins only.
import { join } from "node:path";
import { runNode } from "./commands.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { Problem, root } from "./project.mjs";
import { closingLine } from "./results.mjs";

/** Set by `npm test` for the suites that it starts: all is prepared, and it prints the closing line itself. */
const withinTest = process.env.LAMINA_WITHIN_TEST === "1";

/** Installs the packages and builds the extension as it is shipped. */
export async function ensureExtension() {
  if (withinTest) return;
  ensureDependencies();
  if ((await runNode([join(root, "scripts", "build.mjs")])) === 0) return;
  throw new Problem("The extension was not built.", "Mend what is said above, then run the same command again.");
}

/**
 * Ends a suite: prints the closing line where the suite was run alone, and gives the exit code, 0 only where tests ran and all passed.
 * @param {import("./results.mjs").Counts} counts
 */
export function concludeSuite(counts) {
  if (!withinTest) console.log(closingLine(counts));
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}
