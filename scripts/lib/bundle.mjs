// What is bundled into what: the one table of the product's programs, and how esbuild makes them.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { late } from "./late.mjs";
import { writeLicences } from "./licences.mjs";
import { Problem, root } from "./project.mjs";
import { textLoaders } from "./text-assets.mjs";

/**
 * @typedef {object} Program
 * @property {string} entry
 * @property {string} out
 * @property {import("esbuild").BuildOptions} options
 * @property {RegExp} [never] Modules that must not get into the bundle.
 * @property {string} [because] Why not.
 */

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const languageServerLibrary = /node_modules\/(vscode-languageserver|vscode-languageclient|vscode-jsonrpc)/;
const onNode = /** @type {const} */ ({ platform: "node", target: "node20", format: "cjs" });

/** Packages ask for modules of Node by `require`, which a module of JavaScript has not by itself. */
const require = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
const asModule = /** @type {const} */ ({ platform: "node", target: "node20", format: "esm", banner: { js: require } });

/** @type {readonly Program[]} */
export const programs = [
  {
    entry: "src/client/extension.ts",
    out: "dist/client.cjs",
    options: { ...onNode, external: ["vscode"] },
    never: /(^|\/)src\/(core|embed|workspace|server|webview|cli)\//,
    because: "the client knows no engine; it asks the server",
  },
  { entry: "src/server/node.ts", out: "dist/server.cjs", options: onNode },
  {
    entry: "src/figure/program.ts",
    out: "dist/figure.cjs",
    options: onNode,
    never: /(^|\/)src\/(core|embed|workspace|server|cli)\//,
    because: "it is given pictures, and knows nothing of where they come from",
  },
  {
    entry: "src/report/program.ts",
    out: "dist/report.cjs",
    options: onNode,
    never: /(^|\/)src\/(embed|workspace|server|cli|core\/(rules|model|atlas))\//,
    because: "it is given records, and knows nothing of where they come from",
  },
  {
    entry: "src/interchange/program.ts",
    out: "dist/interchange.cjs",
    options: onNode,
    never: /(^|\/)src\/(core|embed|workspace|server|cli)\//,
    because: "it is given records, and knows nothing of where they come from",
  },
  {
    entry: "src/webview/main.ts",
    out: "dist/webview.js",
    options: { platform: "browser", target: "es2022", format: "iife" },
    never: languageServerLibrary,
    because: "the webview receives scenes as messages",
  },
  {
    entry: "src/cli/bin.ts",
    out: "dist/lamina.cjs",
    options: onNode,
    never: /(^|\/)src\/(core|embed|workspace)\//,
    because: "it only starts the program, from compiled code if there is any",
  },
  {
    entry: "src/cli/program.ts",
    out: "dist/lamina-program.cjs",
    options: onNode,
    never: languageServerLibrary,
    because: "the command line must start at once",
  },
  {
    entry: "src/library/index.ts",
    out: "dist/library.mjs",
    options: asModule,
    never: languageServerLibrary,
    because: "whoever imports it wants the engine alone",
  },
  ...["remark", "markdown-it"].map((name) => ({
    entry: `src/plugins/${name}.ts`,
    out: `dist/${name}.mjs`,
    options: asModule,
    never: /(^|\/)src\/(?!plugins\/|client\/preview-html\.ts)/,
    because: "the engine lies in dist/library.mjs",
  })),
];

/** What the figures need beside the programs: fonts, and a program in WebAssembly; by where it lies and what it is called. */
export const figureAssets = /** @type {const} */ ({
  "Arimo-Regular.ttf": "node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf",
  "Arimo-Bold.ttf": "node_modules/@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf",
  "resvg.wasm": "node_modules/@resvg/resvg-wasm/index_bg.wasm",
});

/** Copies them, with the terms under which they are given. */
function copyFigureAssets() {
  const folder = join(root, "dist", "figure");
  mkdirSync(folder, { recursive: true });
  for (const [name, path] of Object.entries(figureAssets)) copyFileSync(join(root, path), join(folder, name));
  const ofFonts = readFileSync(join(root, "node_modules/@expo-google-fonts/arimo/LICENSE_FONT"), "utf8");
  const ofProgram =
    "resvg.wasm is resvg, compiled by the package @resvg/resvg-wasm. Mozilla Public License, version 2.0: https://mozilla.org/MPL/2.0/\n" +
    "Its source: https://github.com/yisibl/resvg-js\n";
  writeFileSync(join(folder, "LICENSES.txt"), `${ofProgram}\nArimo-Regular.ttf and Arimo-Bold.ttf:\n\n${ofFonts}`);
}

/**
 * @param {Program} program
 * @param {{ development: boolean }} how In development readable and with source maps, else small.
 * @returns {import("esbuild").BuildOptions}
 */
export function bundleOptions(program, { development }) {
  return {
    absWorkingDir: root,
    entryPoints: [program.entry],
    outfile: program.out,
    bundle: true,
    // Packages that come as both kinds of module are smaller, and free of dynamic requires, as ES modules.
    mainFields: program.options.platform === "browser" ? ["browser", "module", "main"] : ["module", "main"],
    loader: textLoaders,
    // ASCII alone is read without being decoded; the page of the webview may be any
    charset: "ascii",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    minify: !development,
    sourcemap: development,
    define: { "process.env.NODE_ENV": development ? '"development"' : '"production"', LAMINA_VERSION: JSON.stringify(version) },
    plugins: [wall(program), tables, beside, late],
    ...program.options,
  };
}

/**
 * Large tables of data: as JSON in a text they are read several times as fast as when they are written out as code.
 * @type {import("esbuild").Plugin}
 */
const tables = {
  name: "tables",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.json$/ }, ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path, "utf8"))))})`,
      loader: "js",
    }));
  },
};

/**
 * The library lies beside the plugins that use it: they do not take it in.
 * @type {import("esbuild").Plugin}
 */
const beside = {
  name: "beside",
  setup(build) {
    build.onResolve({ filter: /\/library\/index\.ts$/ }, ({ kind }) =>
      kind === "import-statement" ? { path: "./library.mjs", external: true } : undefined,
    );
  },
};

/** Fails the build of a program that takes in what it must not. @param {Program} program @returns {import("esbuild").Plugin} */
function wall({ out, never, because }) {
  return {
    name: "wall",
    setup(build) {
      build.onEnd(({ metafile }) => {
        const bundled = Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.keys(output.inputs));
        const stranger = never && bundled.find((path) => never.test(path));
        return stranger ? { errors: [{ text: `${out} contains ${stranger}, but ${because}` }] } : undefined;
      });
    },
  };
}

/**
 * Bundles every program of the table; all are tried, so that one broken ring does not hide another.
 * @param {{ development: boolean }} how
 */
export async function bundlePrograms(how) {
  copyFigureAssets();
  const outcomes = await Promise.allSettled(programs.map((program) => bundleProgram(program, how)));
  const broken = programs.filter((_, index) => outcomes[index]?.status === "rejected");
  if (broken.length > 0)
    throw new Problem(`Not built: ${broken.map(({ out }) => out).join(", ")}.`, "Mend what is said above, then run npm run build.");
  writeLicences(outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : [])));
}

/** Gives the report of what is in it. @param {Program} program @param {{ development: boolean }} how */
async function bundleProgram(program, how) {
  if (!existsSync(join(root, program.entry))) {
    console.error(`${program.entry} is missing`);
    throw new Error(`${program.entry} is missing`);
  }
  const { metafile } = await esbuild.build({ ...bundleOptions(program, how), metafile: true });
  return metafile;
}

/** Bundles every program again whenever a file that it is made of changes, until the process is ended. */
export async function watchPrograms() {
  copyFigureAssets();
  const options = programs.map((program) => ({
    ...bundleOptions(program, { development: true }),
    logLevel: /** @type {const} */ ("info"),
  }));
  const contexts = await Promise.all(options.map((each) => esbuild.context(each)));
  await Promise.all(contexts.map((context) => context.watch()));
}
