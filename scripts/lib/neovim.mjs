// Finds a Neovim for the suite of other editors, or unpacks Debian's into the cache; nothing is installed. Node built-ins only.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { aptPrefix } from "./chromium.mjs";
import { answers, run } from "./commands.mjs";
import { cacheFolder } from "./host-install.mjs";
import { announce, Problem } from "./project.mjs";

/**
 * @typedef {object} Neovim
 * @property {string} program
 * @property {NodeJS.ProcessEnv} environment What it needs in its environment, where it was not installed but unpacked.
 */

/** A Neovim: the one that `LAMINA_NVIM` names, the one on the path, else Debian's, unpacked. @returns {Promise<Neovim>} */
export async function ensureNeovim() {
  const named = process.env.LAMINA_NVIM;
  if (named && !answers(named, ["--version"]))
    throw new Problem(`LAMINA_NVIM names a program that does not start: ${named}`, "Set it to the program file of a Neovim, or unset it.");
  if (named) return { program: named, environment: {} };
  if (answers("nvim", ["--version"])) return { program: "nvim", environment: {} };
  const folder = join(cacheFolder(), `neovim-${process.platform}-${process.arch}`);
  if (!existsSync(folder)) await unpack(folder);
  const neovim = unpacked(folder);
  if (spawnSync(neovim.program, ["--version"], { env: { ...process.env, ...neovim.environment } }).status === 0) return neovim;
  rmSync(folder, { recursive: true, force: true });
  throw missing();
}

const missing = () =>
  new Problem(
    "No Neovim was found; the suite of other editors speaks to the language server through one.",
    "Debian:         sudo apt-get update && sudo apt-get install -y --no-install-recommends neovim\n" +
      "other systems:  install Neovim 0.7 or later, and where it is not on the path set LAMINA_NVIM to its program file\n" +
      "then run the same command again.",
  );

/** Debian's package and those it needs that are not there, into a folder of the cache. @param {string} folder */
async function unpack(folder) {
  if (process.platform !== "linux" || !answers("apt-get", ["--version"]) || !answers("dpkg", ["--version"])) throw missing();
  announce("getting Neovim with apt-get, once");
  mkdirSync(dirname(folder), { recursive: true });
  const workshop = mkdtempSync(`${folder}.part-`);
  try {
    if (!download(workshop) && !((await updateLists()) && download(workshop))) throw missing();
    for (const name of readdirSync(workshop).filter((each) => each.endsWith(".deb"))) {
      if (spawnSync("dpkg", ["-x", name, "."], { cwd: workshop, stdio: ["ignore", "ignore", "inherit"] }).status !== 0) throw missing();
      rmSync(join(workshop, name));
    }
    if (!existsSync(folder)) renameSync(workshop, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** The lists of packages, where there are none yet and we may. */
async function updateLists() {
  const administrator = aptPrefix();
  if (!administrator) return false;
  const [command = "", ...before] = [...administrator, "apt-get"];
  return (await run(command, [...before, "-qq", "update"])) === 0;
}

/** Downloads what an installation would; says whether all came. @param {string} folder */
function download(folder) {
  const asked = spawnSync("apt-get", ["install", "--simulate", "-qq", "--no-install-recommends", "neovim"], { encoding: "utf8" });
  const names = [...asked.stdout.matchAll(/^Inst (\S+)/gm)].map(([, name = ""]) => name);
  if (asked.status !== 0 || !names.includes("neovim")) return false;
  return spawnSync("apt-get", ["-qq", "download", ...names], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

/** @param {string} folder @returns {Neovim} */
function unpacked(folder) {
  const libraries = join(folder, "usr", "lib");
  const folders = [libraries, ...readdirSync(libraries).map((name) => join(libraries, name))];
  return {
    program: join(folder, "usr", "bin", "nvim"),
    environment: { VIMRUNTIME: join(folder, "usr", "share", "nvim", "runtime"), LD_LIBRARY_PATH: folders.join(":") },
  };
}
