// npm run test:electron: the suite of `npm run test:host` in the desktop VS Code that @vscode/test-electron downloads.
// LAMINA_VSCODE names an installed program instead, LAMINA_VSCODE_VERSION another version than the newest.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyExample } from "./lib/example.mjs";
import { concludeSuite, ensureExtension } from "./lib/prepare.mjs";
import { messageOf, Problem, root, runScript } from "./lib/project.mjs";
import { forgetResult, readResult, resultFile } from "./lib/results.mjs";

await runScript(async () => {
  await ensureExtension();
  const { bundleHostStories } = await import("./lib/bundle-stories.mjs");
  const tests = await bundleHostStories();
  const vscodeExecutablePath = process.env.LAMINA_VSCODE ?? (await download());
  forgetResult("electron");
  const code = await runSuite(vscodeExecutablePath, tests);
  const counts = readResult("electron") ?? { passed: 0, failed: 0 };
  return concludeSuite(counts) || code;
});

/** @returns {Promise<string>} */
async function download() {
  const { downloadAndUnzipVSCode } = await import("@vscode/test-electron");
  try {
    return await downloadAndUnzipVSCode({
      version: process.env.LAMINA_VSCODE_VERSION ?? "stable",
      cachePath: join(root, ".cache", "vscode"),
    });
  } catch (thrown) {
    throw new Problem(
      `VS Code could not be downloaded: ${messageOf(thrown)}`,
      "Run this where update.code.visualstudio.com can be reached, or set LAMINA_VSCODE to the program of an installed VS Code.\nnpm run test:host runs the same suite without that download.",
    );
  }
}

/** @param {string} vscodeExecutablePath @param {string} extensionTestsPath @returns {Promise<number>} */
async function runSuite(vscodeExecutablePath, extensionTestsPath) {
  const { runTests } = await import("@vscode/test-electron");
  const example = copyExample();
  const userData = mkdtempSync(join(tmpdir(), "lamina-code-"));
  const launchArgs = [example.folder, "--disable-workspace-trust", "--disable-extensions", `--user-data-dir=${userData}`];
  if (process.getuid?.() === 0) launchArgs.push("--no-sandbox");
  const extensionTestsEnv = { LAMINA_TEST_RESULT: resultFile("electron") };
  try {
    return await runTests({ vscodeExecutablePath, extensionDevelopmentPath: root, extensionTestsPath, extensionTestsEnv, launchArgs });
  } catch (thrown) {
    console.error(messageOf(thrown));
    return 1;
  } finally {
    example.remove();
    rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
