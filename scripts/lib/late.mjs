// Modules of a bundle that start when they are first used, not when the program does.
import { isBuiltin } from "node:module";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { root } from "./project.mjs";

/**
 * What takes long to start and is not needed for a file of claims: the parsers of programs and of Markdown, units, tables, scopes, hashes,
 * patches, wildcards, threads.
 * Our own files stand here with their path, packages and modules of Node with their name. They are known by names alone: a
 * default export would have to be there at once.
 */
const lateModules = [
  "src/core/data/delimited.ts",
  "src/core/data/json-table.ts",
  "src/core/evidence/units.ts",
  "src/core/scope/data.ts",
  "src/embed/blocks.ts",
  "src/embed/code-symbols.ts",
  "diff",
  "jsonc-parser",
  "node:child_process",
  "node:crypto",
  "node:fs/promises",
  "node:stream/promises",
  "node:worker_threads",
];

/**
 * Puts a stand-in of the same exports before each of these modules: the first that is read of it starts the module. The source
 * goes on to import them plainly, as synchronous code must; all stays in one file, so that traces of errors name it.
 * @type {esbuild.Plugin}
 */
export const late = {
  name: "late",
  setup(build) {
    const own = new Set(lateModules.filter((name) => name.startsWith("src/")).map((path) => join(root, path)));
    const others = new Set(lateModules.filter((name) => !name.startsWith("src/")));

    build.onResolve({ filter: /./ }, async ({ path, kind, importer, namespace, resolveDir }) => {
      if (namespace === "late" || kind !== "import-statement") return undefined;
      if (others.has(path)) return { path, namespace: "late", pluginData: { resolveDir } };
      if (!path.startsWith(".") || importer.includes("node_modules")) return undefined;
      const file = join(resolveDir, path);
      return own.has(file) ? { path: file, namespace: "late", pluginData: { resolveDir } } : undefined;
    });
    build.onLoad({ filter: /./, namespace: "late" }, async ({ path, pluginData: { resolveDir } }) => {
      const getters = (await exportsOf(path, build.initialOptions)).map((name) => `  get ${name}() { return load().${name}; },`);
      const contents = `let started;
const load = () => (started ??= require(${JSON.stringify(path)}));
module.exports = {
  __esModule: true,
${getters.join("\n")}
};`;
      return { contents, loader: "js", resolveDir };
    });
  },
};

/**
 * The names that a module exports.
 * @param {string} path @param {esbuild.BuildOptions} options @returns {Promise<string[]>}
 */
async function exportsOf(path, { mainFields = [], loader = {} }) {
  if (isBuiltin(path)) return Object.keys(await import(path)).filter((name) => name !== "default");
  const { metafile } = await esbuild.build({
    ...{ absWorkingDir: root, entryPoints: [path], bundle: true, platform: "node", format: "esm", mainFields, loader },
    ...{ write: false, metafile: true, outfile: "exports.js", logLevel: "silent" },
  });
  const names = Object.values(metafile?.outputs ?? {}).flatMap((output) => output.exports);
  if (names.length === 0 || names.includes("default"))
    throw new Error(`${path} cannot start late: it exports nothing by name, or has a default`);
  return names;
}
