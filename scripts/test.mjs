// npm test: everything that must hold, from a fresh clone on. Installs what is missing, then runs every check even after one
// has failed, and ends with one line "N passed, N failed".
import { join } from "node:path";
import { ensureChromium } from "./lib/chromium.mjs";
import { run, runNode } from "./lib/commands.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { ensureHost } from "./lib/host-install.mjs";
import { ensureNeovim } from "./lib/neovim.mjs";
import { announce, explain, Problem, root, runScript, stopwatch } from "./lib/project.mjs";
import { closingLine, forgetResult, readResult, resultFile } from "./lib/results.mjs";

let built = false;

/** @param {string[]} parts */
const tool = (...parts) => join(root, "node_modules", ...parts);
/** @param {string} name */
const script = (name) => join(root, "scripts", name);

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<number>} perform Gives an exit code.
 * @property {string} [suite] Under which name it leaves the counts of its tests; a step without tests counts only when it fails.
 */

/** @type {readonly Step[]} */
const steps = [
  { name: "build", perform: build },
  { name: "types", perform: () => runNode([tool("typescript", "bin", "tsc"), "-b"]) },
  {
    name: "lint",
    perform: () => runNode([tool("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "--diagnostic-level=warn"]),
  },
  {
    name: "unit and property tests",
    suite: "unit",
    perform: () =>
      runNode([tool("vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${resultFile("unit")}`]),
  },
  {
    name: "packages",
    suite: "packages",
    perform: () => run(process.execPath, [script("test-packages.mjs")], { env: { LAMINA_WITHIN_TEST: "1" } }),
  },
  { name: "other editors", suite: "editors", perform: () => inNeovim() },
  { name: "stories in the extension host", suite: "host", perform: () => inEditor("test-host.mjs") },
  { name: "stories in the browser", suite: "ui", perform: () => inEditor("test-ui.mjs") },
];

await runScript(async () => {
  const elapsed = stopwatch();
  ensureDependencies();
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const broken = [];
  for (const step of steps) {
    const counts = await runStep(step);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (counts.failed > 0) broken.push(step.name);
  }
  announce(`${broken.length === 0 ? "all is well" : `not well: ${broken.join(", ")}`}; ${elapsed()} in all`);
  console.log(closingLine(total));
  return broken.length === 0 ? 0 : 1;
});

/** A step that fails without a failed test of its own counts as one failure. @param {Step} step */
async function runStep({ name, suite, perform }) {
  const elapsed = stopwatch();
  announce(name);
  if (suite) forgetResult(suite);
  const code = await perform().catch((thrown) => {
    explain(thrown);
    return 1;
  });
  const counts = (suite && readResult(suite)) || { passed: 0, failed: 0 };
  const nothingRan = suite !== undefined && counts.passed + counts.failed === 0;
  if ((code !== 0 || nothingRan) && counts.failed === 0) counts.failed = 1;
  announce(`${name}: ${counts.failed === 0 ? "well" : "FAILED"}, ${elapsed()}`);
  return counts;
}

async function build() {
  const code = await runNode([script("build.mjs")]);
  built = code === 0;
  return code;
}

async function inNeovim() {
  if (!built) throw new Problem("Not run: the language server was not built.");
  await ensureNeovim();
  return run(process.execPath, [script("test-editors.mjs")], { env: { LAMINA_WITHIN_TEST: "1" } });
}

/** @param {string} suite */
async function inEditor(suite) {
  if (!built) throw new Problem("Not run: the extension was not built.");
  await ensureChromium();
  ensureHost();
  return run(process.execPath, [script(suite)], { env: { LAMINA_WITHIN_TEST: "1" } });
}
