// Runs a TypeScript file of the project on any Node that the project runs on, most of which cannot read TypeScript themselves.
import { rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { root } from "./project.mjs";
import { textLoaders } from "./text-assets.mjs";

/**
 * Bundles the file and runs it in this process; resolves when its top level has ended.
 * Its own `import.meta.url` is that of the TypeScript file; packages are those in node_modules.
 * @param {string} file Relative to the project, or absolute.
 */
export async function runTypeScript(file) {
  const source = resolve(root, file);
  // It stands in a file for a moment because Node looks for packages from a file's folder upwards.
  const program = join(root, "out", "run", `${basename(source, ".ts")}-${process.pid}.mjs`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: program,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    loader: textLoaders,
    sourcemap: "inline",
    logLevel: "warning",
    define: { "import.meta.url": JSON.stringify(pathToFileURL(source).href) },
  });
  process.setSourceMapsEnabled(true);
  try {
    await import(pathToFileURL(program).href);
  } finally {
    rmSync(program, { force: true });
  }
}
