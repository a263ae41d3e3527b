// npm run build: generated files first, then the programs in dist/. `--development` for readable code with source maps,
// `--watch` to go on building as files change.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bundlePrograms, programs, watchPrograms } from "./lib/bundle.mjs";
import { runNode } from "./lib/commands.mjs";
import { announce, Problem, root, runScript, stopwatch } from "./lib/project.mjs";

const watch = process.argv.includes("--watch");
const development = watch || process.argv.includes("--development");

/** Files that the code is partly made of, in a process of its own so that what it leaves behind cannot matter here. */
async function generate() {
  if (!existsSync(join(root, "scripts", "generate.ts"))) return;
  if ((await runNode([join(root, "scripts", "run.mjs"), "scripts/generate.ts"])) === 0) return;
  throw new Problem("The generated files could not be made.", "Mend what is said above; npm run generate runs this step alone.");
}

await runScript(async () => {
  const elapsed = stopwatch();
  await generate();
  if (watch) {
    announce("building, and again after every change; Ctrl+C ends it (generated files: npm run generate)");
    await watchPrograms();
    return 0;
  }
  await bundlePrograms({ development });
  announce(`built ${programs.map(({ out }) => out).join(", ")} in ${elapsed()}${development ? ", for development" : ""}`);
  return 0;
});
