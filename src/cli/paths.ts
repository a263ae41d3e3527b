/** The paths of a command line: as they are, or where they have wildcards, the files that these fit. */
import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { CONFIGURATION_FILE } from "../core/configuration.ts";
import { hosts } from "../embed/host.ts";
import { toPath, toUri } from "../workspace/node-files.ts";
import type { World } from "./world.ts";

/** The endings of the files that Lamina reads. */
export const readEndings: readonly string[] = hosts.flatMap((host) => host.extensions);

/** What stands for the folder at hand where no path is given. */
export const HERE: readonly string[] = ["."];

/**
 * The paths that were meant. A path that is there is taken as it is, whatever signs are in its name; else `*`, `**`, `?`, `{a,b}`
 * and `[ab]` stand for what they do in a shell, for shells that leave them as they are.
 *
 * @throws where a wildcard fits nothing
 */
export async function meantPaths(given: readonly string[], { folder, files }: Pick<World, "folder" | "files">): Promise<readonly string[]> {
  if (given.length === 0) return HERE;
  const meant: string[] = [];
  let all: readonly string[] | undefined;
  for (const path of given) {
    if (existsSync(resolve(folder, path)) || !/[*?[{]/.test(path)) {
      meant.push(path);
      continue;
    }
    all ??= (await files.list(toUri(folder), [...readEndings, `/${CONFIGURATION_FILE}`])).map((uri) =>
      relative(folder, toPath(uri)).split(sep).join("/"),
    );
    const isMeant = picomatch(path.replace(/^\.\//, ""));
    const found = all.filter((each) => isMeant(each));
    if (found.length === 0) throw new Error(`no file that Lamina reads fits “${path}”`);
    meant.push(...found);
  }
  return [...new Set(meant)];
}

/** Whether a path, relative and with `/`, is one of those that a command line leaves out by patterns. */
export function exclusion(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const exact = patterns.map((pattern) => picomatch(pattern.replace(/^\.\//, "").replace(/\/$/, "/**"), { dot: true }));
  const below = patterns.map((pattern) => picomatch(`${pattern.replace(/^\.\//, "").replace(/\/$/, "")}/**`, { dot: true }));
  return (path) => [...exact, ...below].some((isMeant) => isMeant(path));
}
