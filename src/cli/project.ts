/** What a command looks at: paths that were given, and the projects that they belong to. */
import { readdirSync, type Stats, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { CONFIGURATION_FILE } from "../core/configuration.ts";
import type { Profile } from "../core/settings.ts";
import { isInside } from "../core/uri.ts";
import { DataFiles } from "../workspace/data-files.ts";
import type { Files } from "../workspace/files.ts";
import { toPath, toUri } from "../workspace/node-files.ts";
import { today } from "../workspace/today.ts";
import { Workspace } from "../workspace/workspace.ts";

/** A path that was given, and the project that it belongs to, whose ids and bibliographies count. */
export interface Target {
  readonly path: string;
  readonly uri: string;
  readonly project: string;
  readonly isFolder: boolean;
}

/** Reads all of a project. */
export async function openProject(project: string, profile: Profile | undefined, files: Files): Promise<Workspace> {
  const workspace = new Workspace(files, new DataFiles());
  workspace.checker.profile = profile;
  workspace.checker.today = today();
  await workspace.load([toUri(project)]);
  await workspace.readData();
  return workspace;
}

/**
 * Where a path lies. Throws where it is not there.
 *
 * @param mayBeNew whether it need not be there, as its text is given
 */
export async function readTarget(path: string, folder: string, mayBeNew = false): Promise<Target> {
  const absolute = resolve(folder, path);
  const kind = statusOf(absolute);
  if (!kind && !mayBeNew) throw new Error(`there is no file or folder “${path}”`);
  const isFolder = kind?.isDirectory() === true;
  return { path, uri: toUri(absolute), project: await projectOf(isFolder ? absolute : dirname(absolute), folder), isFolder };
}

/**
 * The project of a folder: what the editor would have open. Between the folder and the one that the command runs in, it is the
 * outermost that has a lamina.json; else the outermost that itself holds hypothesis files or bibliographies; else the one given.
 * What lies below it cites and names each other.
 *
 * @param namesIn the names of what lies in a folder; of the disk where it is left out
 */
export async function projectOf(
  start: string,
  folder: string,
  namesIn: (folder: string) => readonly string[] | Promise<readonly string[]> = namesOnDisk,
): Promise<string> {
  let configured: string | undefined;
  let written: string | undefined;
  for (let at = start; ; at = dirname(at)) {
    const names = await namesIn(at);
    if (names.includes(CONFIGURATION_FILE)) configured = at;
    if (names.some((name) => name.endsWith(".lamina") || name.endsWith(".bib"))) written = at;
    if (at === folder || at === dirname(at)) break;
  }
  // outside the folder that the command runs in, only a lamina.json says how far a project goes
  const isBelow = isInside(toUri(start), toUri(folder));
  return configured ?? (isBelow ? written : undefined) ?? start;
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // a folder above it may not be looked into
    return undefined;
  }
}

function namesOnDisk(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The path of an address relative to a folder, with `/`. */
export const relativePath = (uri: string, folder: string): string => relative(folder, toPath(uri)).split(sep).join("/");
