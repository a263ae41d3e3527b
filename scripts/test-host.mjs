// npm run test:host: test/e2e/host in the real extension host of the VS Code that comes from the npm registry, with a headless
// Chromium as its window. Ends with a line "N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync, unwatchFile, watchFile } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./lib/chromium.mjs";
import { copyExample } from "./lib/example.mjs";
import { startServer } from "./lib/host-server.mjs";
import { concludeSuite, ensureExtension } from "./lib/prepare.mjs";
import { announce, explain, Problem, root, runScript, stopwatch } from "./lib/project.mjs";
import { forgetResult, readResult, resultFile } from "./lib/results.mjs";

/** Longest time for the whole suite, in milliseconds. */
const limit = Number(process.env.LAMINA_TEST_LIMIT || 240_000);

/** The mocha entry writes its lines here: what it prints in the extension host is not passed on in order. */
const output = join(root, "out", "results", "host.txt");

await runScript(async () => {
  const elapsed = stopwatch();
  await ensureExtension();
  const chromium = await ensureChromium();
  const { bundleHostStories } = await import("./lib/bundle-stories.mjs");
  const tests = await bundleHostStories();
  forgetResult("host");
  rmSync(output, { force: true });

  const code = await runSuite(chromium, tests);
  const counts = readResult("host") ?? { passed: 0, failed: 0 };
  announce(`extension host: ended with code ${code} after ${elapsed()}`);
  return concludeSuite(counts) || code;
});

/** @param {string} chromium @param {string} tests @returns {Promise<number>} The exit code that the editor reports. */
async function runSuite(chromium, tests) {
  const { launchBrowser } = await import("./lib/browser.mjs");
  const example = copyExample();
  const stopPrinting = printAsItGrows(output);
  /** @type {import("./lib/host-server.mjs").HostServer | undefined} */
  let server;
  /** @type {import("playwright-core").Browser | undefined} */
  let browser;
  try {
    server = await startServer({ environment: { LAMINA_TEST_RESULT: resultFile("host"), LAMINA_TEST_OUTPUT: output } });
    announce(`VS Code ${server.version} is up`);
    browser = await launchBrowser(chromium);
    const page = await browser.newPage();
    const ended = suiteEnd(page);
    await page.goto(server.url({ folder: example.folder, tests }));
    try {
      return await ended;
    } catch (thrown) {
      mkdirSync(join(root, "shots"), { recursive: true });
      await page.screenshot({ path: join(root, "shots", "failed-host.png") }).catch(() => undefined);
      throw thrown;
    }
  } catch (thrown) {
    explain(thrown);
    if (server) console.error(`The server's last words:\n${server.log().slice(-3000)}`);
    return 1;
  } finally {
    await browser?.close();
    await server?.stop();
    stopPrinting();
    example.remove();
  }
}

/** Resolves with the exit code that the workbench gives when its extension tests have ended. @param {import("playwright-core").Page} page */
function suiteEnd(page) {
  return new Promise((resolve, reject) => {
    page.exposeFunction("codeAutomationExit", resolve).catch(reject);
    page
      .exposeFunction("codeAutomationLog", (/** @type {string} */ kind, /** @type {unknown[]} */ words) => {
        if (process.env.LAMINA_VERBOSE) console.error(`[${kind}]`, ...words);
      })
      .catch(reject);
    page.on("crash", () => reject(new Problem("The browser's page crashed.")));
    setTimeout(
      () =>
        reject(
          new Problem(
            `The suite did not end within ${limit / 1000} s.`,
            "shots/failed-host.png shows the editor at that moment; LAMINA_TEST_LIMIT (milliseconds) gives it longer.",
          ),
        ),
      limit,
    ).unref();
  });
}

/** Prints what is appended to a file; call what it returns to print the rest and stop. @param {string} file */
function printAsItGrows(file) {
  let printed = 0;
  const print = () => {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    process.stdout.write(text.slice(printed));
    printed = text.length;
  };
  watchFile(file, { interval: 200 }, print);
  return () => {
    unwatchFile(file);
    print();
  };
}
