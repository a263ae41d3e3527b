// npm run test:packages: makes the packages that users install, looks at what is in them, and uses the one of npm as another
// project would. Ends with a line "N passed, N failed".
import { join } from "node:path";
import { runNode } from "./lib/commands.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { makePackages, sizes } from "./lib/packages.mjs";
import { concludeSuite } from "./lib/prepare.mjs";
import { announce, root, runScript, stopwatch } from "./lib/project.mjs";
import { forgetResult, readResult, resultFile } from "./lib/results.mjs";

await runScript(async () => {
  const elapsed = stopwatch();
  ensureDependencies();
  await makePackages();
  for (const line of sizes()) announce(line);
  forgetResult("packages");
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${resultFile("packages")}`];
  const code = await runNode([vitest, "run", "--config", join(root, "test", "package", "vitest.config.ts"), ...reporters]);
  const counts = readResult("packages") ?? { passed: 0, failed: 0 };
  announce(`packages: ended after ${elapsed()}`);
  return concludeSuite(counts) || code;
});
