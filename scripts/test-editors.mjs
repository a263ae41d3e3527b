// npm run test:editors: the language server in an editor that nobody here wrote, Neovim, as its page in the manual sets it up.
// Ends with a line "N passed, N failed".
import { join } from "node:path";
import { runNode } from "./lib/commands.mjs";
import { ensureNeovim } from "./lib/neovim.mjs";
import { concludeSuite, ensureExtension } from "./lib/prepare.mjs";
import { announce, root, runScript, stopwatch } from "./lib/project.mjs";
import { forgetResult, readResult, resultFile } from "./lib/results.mjs";

await runScript(async () => {
  const elapsed = stopwatch();
  await ensureExtension();
  await ensureNeovim();
  forgetResult("editors");
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${resultFile("editors")}`];
  const code = await runNode([vitest, "run", "--config", join(root, "test", "editors", "vitest.config.ts"), ...reporters]);
  const counts = readResult("editors") ?? { passed: 0, failed: 0 };
  announce(`other editors: ended after ${elapsed()}`);
  return concludeSuite(counts) || code;
});
