/** Watches folders of the local disk, for editors that do not watch files themselves. Costs nothing while nothing changes. */
import { type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isLeftOut, toPath, toUri } from "./node-paths.ts";

/** How long changes are gathered before they are told, in milliseconds: a save is several of them. */
const GATHERED_FOR = 100;

/** A system watches only so many folders for all of its programs; in a larger project the rest is read when it is next opened. */
const MOST_FOLDERS = 2000;

/**
 * Tells of files below a folder that changed, came or went, by their addresses; hidden and dependency folders are left out, as
 * they are by `nodeFiles.list`. Folders that cannot be watched are passed over.
 *
 * @returns ends it
 */
export function watchFiles(root: string, changed: (uris: readonly string[]) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const tell = (path: string): void => {
    waiting.add(toUri(path));
    timer ??= setTimeout(() => {
      timer = undefined;
      const uris = [...waiting];
      waiting.clear();
      changed(uris);
    }, GATHERED_FOR);
  };

  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };

  const follow = async (folder: string, isNew: boolean): Promise<void> => {
    if (ended || watchers.has(folder) || watchers.size >= MOST_FOLDERS) return;
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => void heard(folder, name));
      watchers.set(folder, watcher);
      watcher.on("error", () => forget(folder));
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) await (isLeftOut(entry.name) ? undefined : follow(path, isNew));
        // what was written before the folder was watched was not heard of
        else if (isNew) tell(path);
      }
    } catch {
      forget(folder);
    }
  };

  const heard = async (folder: string, name: string | null): Promise<void> => {
    if (ended || name === null || isLeftOut(name)) return;
    const path = join(folder, name);
    const kind = await stat(path).catch(() => undefined);
    if (kind?.isDirectory()) return follow(path, true);
    if (!kind && watchers.has(path)) forget(path);
    tell(path);
  };

  void follow(toPath(root), false);
  return () => {
    ended = true;
    clearTimeout(timer);
    for (const folder of [...watchers.keys()]) forget(folder);
  };
}
