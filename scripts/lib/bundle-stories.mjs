// Turns the end-to-end stories into programs. A story is found by its name in its folder, so that adding one is adding one file.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { Problem, root } from "./project.mjs";

const common = /** @type {const} */ ({
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
});

/** @param {string} folder @param {string} ending @returns {string[]} Paths for an import, in the order of their names. */
function findStories(folder, ending) {
  const stories = readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort();
  if (stories.length === 0) throw new Problem(`There is no *${ending} in ${folder}.`);
  return stories.map((name) => `./${name}`);
}

/**
 * The suite that runs inside the editor's extension host: test/e2e/host/*.test.ts under mocha.
 * @returns {Promise<string>} The program to give to the editor as its tests.
 */
export async function bundleHostStories() {
  const folder = join("test", "e2e", "host");
  const outfile = join(root, "out", "e2e", "host.cjs");
  // Mocha must set the scene (describe, it) before a story's top level runs, hence require inside a function.
  const requires = findStories(folder, ".test.ts").map((story) => `require(${JSON.stringify(story)});`);
  const contents = `import { runMocha } from "./run-mocha.ts";\nexport const run = () => runMocha(() => {\n${requires.join("\n")}\n});\n`;
  const stdin = { contents, resolveDir: join(root, folder), sourcefile: "all-host-stories.ts", loader: /** @type {const} */ ("ts") };
  await esbuild.build({ ...common, stdin, outfile, format: "cjs", external: ["vscode", "mocha"] });
  return outfile;
}

/**
 * The stories that look at the workbench from outside: test/e2e/ui/stories/*.story.ts.
 * @returns {Promise<string>} A module whose `stories` is the list of them.
 */
export async function bundleUiStories() {
  const folder = join("test", "e2e", "ui", "stories");
  const outfile = join(root, "out", "e2e", "ui.mjs");
  const found = findStories(folder, ".story.ts");
  const imports = found.map((story, index) => `import story${index} from ${JSON.stringify(story)};`);
  const list = found.map((story, index) => `[${JSON.stringify(story.slice(2, -".story.ts".length))}, story${index}]`);
  const contents = `${imports.join("\n")}\nexport { runStories } from "../run-stories.ts";\nexport const stories = [${list.join(", ")}];\n`;
  const stdin = { contents, resolveDir: join(root, folder), sourcefile: "all-ui-stories.ts", loader: /** @type {const} */ ("ts") };
  await esbuild.build({ ...common, stdin, outfile, format: "esm", packages: "external" });
  return outfile;
}
