// The packages that users install: the .vsix of the editor, and the .tgz of npm with the command line, the library and its plugins.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { npm, runNode } from "./commands.mjs";
import { Problem, root } from "./project.mjs";

/** Where they are put. */
export const packagesFolder = join(root, "dist", "packages");

const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
export const vsixFile = join(packagesFolder, `${name}-${version}.vsix`);
export const tarballFile = join(packagesFolder, `${name}-${version}.tgz`);

/** Builds, and makes both. */
export async function makePackages() {
  rmSync(packagesFolder, { recursive: true, force: true });
  mkdirSync(packagesFolder, { recursive: true });
  await makeTypes();
  makeVsix();
  npm(["pack", "--ignore-scripts", "--pack-destination", packagesFolder], { cwd: root });
}

/** What other packages import, by the ring and file that its types are of. */
const typed = ["library/index", "plugins/remark", "plugins/markdown-it"];

/** The declarations of what other packages import, in dist/types: as the compiler writes them, with the names that they have there. */
async function makeTypes() {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  if ((await runNode([compiler, "-b", "src/library", "src/plugins"])) !== 0) throw new Problem("The types of the library were not made.");
  const types = join(root, "dist", "types");
  rmSync(types, { recursive: true, force: true });
  const waiting = [...typed];
  const made = new Set();
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (made.has(module)) continue;
    made.add(module);
    if (!/^(?:library|plugins|records)\//.test(module))
      throw new Problem(`The library's types name src/${module}.ts, which is no part of it.`);
    const at = dirname(module);
    const declared = readFileSync(join(root, "out", `${module}.d.ts`), "utf8");
    const text = declared.replace(/(from |import\()"(\.[^"]+)\.ts"/g, (_, before, path) => {
      waiting.push(join(at, path).replaceAll("\\", "/"));
      return `${before}"${path}.mjs"`;
    });
    mkdirSync(join(types, at), { recursive: true });
    writeFileSync(join(types, `${module}.d.mts`), text.replace(/^\/\/# sourceMappingURL=.*\n?/m, ""));
  }
}

/** The .vsix: what is in it says .vscodeignore. The tool that makes it has the project built first. */
function makeVsix() {
  const readme = join(root, "out", "gallery", "README.md");
  mkdirSync(dirname(readme), { recursive: true });
  writeFileSync(readme, galleryText(readFileSync(join(root, "README.md"), "utf8")));
  const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
  const args = ["package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
  const done = spawnSync(process.execPath, [vsce, ...args, "--readme-path", relative(root, readme), "--out", vsixFile], {
    cwd: root,
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Problem(`The .vsix was not made:\n${done.stdout}\n${done.stderr}`);
}

/**
 * The README as the page of the extension in a gallery: pictures and pages of the repository are not there, so that no picture
 * stands and a link to a page is its words alone.
 * @param {string} readme
 */
export function galleryText(readme) {
  return readme.replace(/^!\[[^\]\n]*\]\((?!https:)[^)\n]*\)\n\n?/gm, "").replace(/(?<!!)\[([^\]\n]*)\]\((?!https?:|#)[^)\n]*\)/g, "$1");
}

/** The files in a package, sorted. @param {string} file @returns {string[]} */
export function contentsOf(file) {
  if (!existsSync(file)) throw new Problem(`There is no ${relative(root, file)}.`, "npm run package makes it.");
  const listed = file.endsWith(".vsix")
    ? execFileSync("unzip", ["-Z1", file], { encoding: "utf8" })
    : execFileSync("tar", ["-tzf", file], { encoding: "utf8" });
  return listed
    .trim()
    .split("\n")
    .filter((path) => !path.endsWith("/"))
    .sort();
}

/** The sizes of what was made, as lines. */
export const sizes = () =>
  readdirSync(packagesFolder).map((file) => {
    const path = join(packagesFolder, file);
    return `${relative(root, path)}: ${(statSync(path).size / 1e6).toFixed(2)} MB, ${contentsOf(path).length} files`;
  });
