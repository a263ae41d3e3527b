// Installs node_modules where it is missing or no longer what package-lock.json says. Node built-ins only.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./commands.mjs";
import { announce, Problem, root, stopwatch } from "./project.mjs";

const oldestNode = [20, 19];

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/** Refuses a Node that the tools cannot run on, before they fail in a less clear way. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Problem(
    `Node ${oldestNode.join(".")} or newer is needed; this is Node ${process.versions.node}.`,
    "Install a current Node (https://nodejs.org/en/download) and run the same command again.",
  );
}

/** Runs `npm ci` unless every package of the lock file is there in its version. */
export function ensureDependencies() {
  requireNode();
  const missing = missingPackages();
  if (missing.length === 0) return;
  const elapsed = stopwatch();
  announce(`installing packages with npm ci (${describeMissing(missing)})`);
  npm(["ci", "--include=dev", "--ignore-scripts"], { cwd: root });
  announce(`packages installed in ${elapsed()}`);
}

/** @returns {string[]} Folders of packages that the lock file names and node_modules lacks, or has in another version. */
function missingPackages() {
  const locked = readPackages(join(root, "package-lock.json"));
  const installedList = join(root, "node_modules", ".package-lock.json");
  const installed = existsSync(installedList) ? readPackages(installedList) : {};
  return Object.entries(locked)
    .filter(([folder, entry]) => folder !== "" && !entry.optional)
    .filter(([folder, entry]) => installed[folder]?.version !== entry.version || !existsSync(join(root, folder, "package.json")))
    .map(([folder]) => folder);
}

/** @param {string} file @returns {Record<string, LockedPackage>} */
const readPackages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/** @param {readonly string[]} folders */
function describeMissing(folders) {
  const first = folders[0]?.replace("node_modules/", "");
  return folders.length === 1 ? `${first} is missing or outdated` : `${first} and ${folders.length - 1} more are missing or outdated`;
}
