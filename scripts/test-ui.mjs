// npm run test:ui [-- NAME …]: the stories of test/e2e/ui in a headless Chromium, all or those whose file name contains a NAME;
// pictures go to shots/. Ends with a line "N passed, N failed".
import { pathToFileURL } from "node:url";
import { ensureChromium } from "./lib/chromium.mjs";
import { makePackages } from "./lib/packages.mjs";
import { concludeSuite, ensureExtension } from "./lib/prepare.mjs";
import { announce, Problem, runScript, stopwatch } from "./lib/project.mjs";
import { forgetResult, writeResult } from "./lib/results.mjs";

await runScript(async () => {
  const elapsed = stopwatch();
  const wanted = process.argv.slice(2);
  await ensureExtension();
  const chromium = await ensureChromium();
  process.setSourceMapsEnabled(true);
  const { bundleUiStories } = await import("./lib/bundle-stories.mjs");
  const { runStories, stories } = await import(pathToFileURL(await bundleUiStories()).href);
  const chosen = stories.filter(
    (/** @type {[string, unknown]} */ [name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  if (chosen.length === 0)
    throw new Problem(
      `No story is called ${wanted.join(" or ")}.`,
      `The stories: ${stories.map((/** @type {[string, unknown]} */ [name]) => name).join(", ")}`,
    );
  // npm test has made the packages before it comes here
  if (!process.env.LAMINA_WITHIN_TEST && chosen.some((/** @type {[string, { packaged?: boolean }]} */ [, { packaged }]) => packaged))
    await makePackages();
  forgetResult("ui");
  const counts = await runStories(chosen, chromium);
  writeResult("ui", counts);
  announce(`UI stories: ended after ${elapsed()}`);
  return concludeSuite(counts);
});
