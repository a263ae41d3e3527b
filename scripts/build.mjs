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
  // the atlases come first: what is generated after them reads them
  const steps = ["scripts/compile-atlases.ts", "scripts/generate.ts"];
  let isWell = true;
  for (const step of steps) isWell = isWell && (await runNode([join(root, "scripts", "run.mjs"), step])) === 0;
  if (isWell) return;
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
