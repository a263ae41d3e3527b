/** Mends what can be mended without asking: what the editor's “Fix all” mends, in files. */
import { resolve } from "node:path";
import { createTwoFilesPatch } from "diff";
import { fixAll } from "../core/features/fix-all.ts";
import { hostEdit } from "../core/features/host-edit.ts";
import { applyEdits, type Edit } from "../core/text.ts";
import { documentsAsked, type OpenProjects } from "./check.ts";
import { relativePath } from "./project.ts";
import { rewrite } from "./written-file.ts";

/** A file as it is and as it would be. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** How many edits lie between the two. */
  readonly edits: number;
}

/** What is mended may show what else can be; after so many rounds nothing new is to be expected. */
const MOST_ROUNDS = 10;

/**
 * The files that fixes change. What was opened then holds them as they will be.
 *
 * @param isMeant whether a file may be changed, by its path
 */
export function fixed(opened: OpenProjects, folder: string, isMeant: (path: string) => boolean): readonly ChangedFile[] {
  const changed: ChangedFile[] = [];
  for (const { uri, source, workspace } of documentsAsked(opened)) {
    const path = relativePath(uri, folder);
    if (!isMeant(path)) continue;
    const before = source.slice({ start: 0, end: source.length });
    let after = before;
    let edits = 0;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const now = workspace.snapshot.documents.get(uri) ?? source;
      const made = fixAll(workspace.checker.findings(uri)).map((edit) => hostEdit(now, edit));
      if (made.length === 0) break;
      after = applyEdits(after, made);
      edits += made.length;
      workspace.open(uri, uri, after);
    }
    if (after !== before) changed.push({ path, before, after, edits });
  }
  return changed;
}

/** A file as it is and after edits; undefined where they change nothing. */
export function changedBy(path: string, before: string, edits: readonly Edit[]): ChangedFile | undefined {
  const after = applyEdits(before, edits);
  return after === before ? undefined : { path, before, after, edits: edits.length };
}

/** The difference as a patch that `git apply` takes. */
export const patchOf = ({ path, before, after }: ChangedFile): string =>
  createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, "", "", { context: 3 }).replace(/^=+\n/, "");

/** Writes changed files. Throws on the first that cannot be; those before it are written. */
export async function writeChanged(files: readonly ChangedFile[], folder: string): Promise<void> {
  for (const { path, before, after } of files) await rewrite(resolve(folder, path), path, before, after);
}
