// npm run bench [-- ROW…] [--quick]: installs the peers, builds the product and the benchmark, and runs it.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { bundlePrograms } from "../scripts/lib/bundle.mjs";
import { npm, run } from "../scripts/lib/commands.mjs";
import { ensureDependencies } from "../scripts/lib/dependencies.mjs";
import { announce, messageOf, root, runScript } from "../scripts/lib/project.mjs";
import { textLoaders } from "../scripts/lib/text-assets.mjs";

const folder = join(root, "bench");

/** Installs the peers where one is missing or has another version. Without them the rows say what could not be measured. */
function ensurePeers() {
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const installed = Object.entries(dependencies).every(([name, version]) => {
    const manifest = join(folder, "node_modules", name, "package.json");
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === version;
  });
  if (installed) return;
  announce("installing what Lamina is measured against into bench/node_modules");
  try {
    // not “ci”: the lock file names the optional packages of few platforms, and what others need is then looked up
    npm(["install", "--ignore-scripts", "--no-save"], { cwd: folder });
  } catch (thrown) {
    announce(`the peers could not be installed, so the rows go without them: ${messageOf(thrown)}`);
  }
}

/** @param {string} entry @param {string} out @param {import("esbuild").BuildOptions} options */
const bundle = (entry, out, options) =>
  esbuild.build({
    absWorkingDir: root,
    entryPoints: [`bench/${entry}`],
    outfile: `bench/out/${out}`,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    loader: textLoaders,
    logLevel: "warning",
    ...options,
  });

await runScript(async () => {
  ensureDependencies();
  ensurePeers();
  const generated = await run(process.execPath, [join(root, "scripts", "run.mjs"), "scripts/generate.ts"]);
  if (generated !== 0) return generated;
  await bundlePrograms({ development: false });
  rmSync(join(folder, "out"), { recursive: true, force: true });
  await Promise.all([
    bundle("main.ts", "main.mjs", { format: "esm" }),
    bundle("worker.ts", "worker.mjs", { format: "esm" }),
    bundle("peers/empty-server.ts", "empty-server.cjs", { format: "cjs" }),
  ]);
  return run(process.execPath, [join(folder, "out", "main.mjs"), ...process.argv.slice(2)]);
});
