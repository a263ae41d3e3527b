// npm run package: builds, then makes the packages that users install, in dist/packages: the .vsix of the editor and the .tgz of
// npm. Says how large they are.
import { ensureDependencies } from "./lib/dependencies.mjs";
import { makePackages, sizes } from "./lib/packages.mjs";
import { announce, runScript, stopwatch } from "./lib/project.mjs";

await runScript(async () => {
  const elapsed = stopwatch();
  ensureDependencies();
  await makePackages();
  for (const line of sizes()) announce(line);
  announce(`packed in ${elapsed()}`);
  return 0;
});
