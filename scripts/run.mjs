// node scripts/run.mjs FILE.ts [ARGUMENTS]: runs a TypeScript file of the project.
import { Problem, runScript } from "./lib/project.mjs";
import { runTypeScript } from "./lib/run-typescript.mjs";

await runScript(async () => {
  const [file, ...rest] = process.argv.slice(2);
  if (!file) throw new Problem("Which file?", "node scripts/run.mjs FILE.ts [ARGUMENTS]");
  process.argv.splice(1, process.argv.length, file, ...rest);
  await runTypeScript(file);
  return typeof process.exitCode === "number" ? process.exitCode : 0;
});
