/** The two sides of `lamina diff`: what is on the disk, or what was in a revision of Git. */
import { stat } from "node:fs/promises";
import { dirname, posix, relative, resolve, sep } from "node:path";
import { isInside } from "../core/uri.ts";
import type { ClaimCollection } from "../records/record.ts";
import type { Files } from "../workspace/files.ts";
import { toUri } from "../workspace/node-paths.ts";
import { Workspace } from "../workspace/workspace.ts";
import { type OpenProjects, openProjects } from "./check.ts";
import { collectedClaims } from "./collected.ts";
import { projectOf } from "./project.ts";
import { commitNamed, type Repository, RevisionTree, repositoryOf } from "./revisions.ts";

/** One side as it was named. */
export type SideName =
  | { readonly kind: "disk"; readonly path: string; readonly label: string; readonly mayBeGone: boolean }
  | { readonly kind: "revision"; readonly commit: string; readonly path: string; readonly label: string; readonly repository: Repository };

/** One side, read. */
export interface Side {
  readonly label: string;
  readonly opened: OpenProjects;
  /** The folder that its paths count from. */
  readonly folder: string;
  /** The name of the file, where it is one. */
  readonly file?: string;
  /** Folders, by address, of which this side cannot know anything. */
  readonly unknown: readonly string[];
  /** What whoever asked should know, in sentences. */
  readonly notes: readonly string[];
}

/** How the files that are worked on are called beside a revision. */
export const WORKING_TREE = "the working tree";

/**
 * What is to be compared: two of what was named; what was named with the working tree, or, where it is a path of it, the last
 * commit with it; the last commit with all of the working tree where nothing was named.
 *
 * @throws in words for people
 */
export async function namedSides(names: readonly string[], folder: string): Promise<readonly [SideName, SideName]> {
  const [first, second, third] = names;
  if (third !== undefined) throw new Error(`expected two sides to compare at most, and “${third}” is a third`);
  if (first === undefined) return againstLastCommit(".", folder);
  if (second !== undefined) return [await namedSide(first, folder), await namedSide(second, folder)];
  const range = (await isThere(first, folder)) ? undefined : /^([^:]*[^:.])\.\.([^:.].*)$/.exec(first);
  if (range) return [await namedSide(range[1] ?? "", folder), await namedSide(range[2] ?? "", folder)];
  const side = await namedSide(first, folder);
  if (side.kind === "disk") return againstLastCommit(side.path, folder);
  const path = relative(folder, side.path) || ".";
  return [side, { kind: "disk", path, label: WORKING_TREE, mayBeGone: true }];
}

async function againstLastCommit(path: string, folder: string): Promise<readonly [SideName, SideName]> {
  const repository = await repositoryOf(folder);
  if (!repository) throw new Error(`there is nothing to compare with: ${folder} is in no Git repository. Name two files or folders`);
  const commit = await commitNamed("HEAD", repository);
  if (commit === undefined) throw new Error("there is nothing to compare with: the repository has no commit yet");
  return [
    { kind: "revision", commit, path: resolve(folder, path), label: "HEAD", repository },
    { kind: "disk", path, label: WORKING_TREE, mayBeGone: true },
  ];
}

const isThere = async (path: string, folder: string): Promise<boolean> =>
  (await stat(resolve(folder, path)).catch(() => undefined)) !== undefined;

async function namedSide(name: string, folder: string): Promise<SideName> {
  const disk = await isThere(name, folder);
  // without git, files can be compared all the same
  const repository = await repositoryOf(folder).catch((error: unknown) => (disk ? undefined : Promise.reject(error)));
  const colon = name.indexOf(":");
  const revision = colon < 0 ? name : name.slice(0, colon);
  if (revision.startsWith("-")) throw new Error(`“${name}” is neither a path nor a revision`);
  const commit = repository && (await commitNamed(revision, repository));
  if (disk && commit !== undefined && colon < 0)
    throw new Error(`“${name}” is both a path and a revision: write ./${name} for the path, or ${commit.slice(0, 12)} for the revision`);
  if (disk) return { kind: "disk", path: name, label: name, mayBeGone: false };
  if (repository && commit !== undefined)
    return { kind: "revision", commit, path: pathIn(colon < 0 ? "./" : name.slice(colon + 1), repository), label: name, repository };
  throw new Error(
    repository
      ? `there is no file, folder or revision “${name}”`
      : `there is no file or folder “${name}”, and ${folder} is in no Git repository that could have such a revision`,
  );
}

/** A path behind the colon of a revision: from the root of the repository as Git counts; from the folder at hand with a dot. */
const pathIn = (path: string, { root, folder }: Repository): string =>
  /^\.\.?(?:\/|$)/.test(path) ? resolve(folder, path) : resolve(root, path);

/** Reads a side. Throws where it is not there. */
export async function readSide(name: SideName, folder: string, files: Files): Promise<Side> {
  return name.kind === "disk" ? readDisk(name, folder, files) : readRevision(name, folder);
}

async function readDisk({ path, label, mayBeGone }: SideName & { readonly kind: "disk" }, folder: string, files: Files): Promise<Side> {
  if (mayBeGone && !(await isThere(path, folder))) {
    const notes = [`“${path}” is not in ${label} any more`];
    return { label, opened: { targets: [], workspaces: new Map() }, folder, unknown: [], notes };
  }
  const opened = await openProjects({ paths: [path], folder, files });
  const [target] = opened.targets;
  const absolute = resolve(folder, path);
  const notes = [...opened.workspaces.values()].some(({ isCutShort }) => isCutShort) ? [`${label} holds more files than Lamina reads`] : [];
  return { label, opened, ...placeOf(absolute, target?.isFolder === true), unknown: [], notes };
}

async function readRevision({ commit, path, label, repository }: SideName & { readonly kind: "revision" }, folder: string): Promise<Side> {
  const tree = await RevisionTree.of(commit, repository);
  try {
    const kind = tree.kindOf(path);
    const shown = relative(repository.root, path).split(sep).join("/");
    const isWhole = shown === "" || posix.normalize(shown) === ".";
    if (kind === undefined && !isWhole && path !== folder)
      throw new Error(`there is no “${shown}” in the revision ${label.split(":", 1)[0]}`);
    const isFolder = kind !== "file";
    const project = await projectOf(isFolder ? path : dirname(path), folder, (each) => tree.namesIn(each));
    const workspace = new Workspace(tree, tree.data);
    await workspace.load([toUri(project)]);
    await workspace.readData();
    const unknown = tree.submodules.filter((each) => isInside(toUri(each), toUri(path)));
    const notes = [
      ...unknown.map((each) => `“${relative(folder, each)}” is another repository, of which ${label} holds no files: it is not compared`),
      ...[...tree.tooLarge].map((each) => `“${each}” is too large to be read from ${label}`),
      ...(workspace.isCutShort ? [`${label} holds more files than Lamina reads`] : []),
    ];
    const opened = { targets: [{ path: shown, uri: toUri(path), project, isFolder }], workspaces: new Map([[project, workspace]]) };
    return { label, opened, ...placeOf(path, isFolder), unknown: unknown.map(toUri), notes };
  } finally {
    tree.close();
  }
}

const placeOf = (path: string, isFolder: boolean): Pick<Side, "folder" | "file"> =>
  isFolder ? { folder: path } : { folder: dirname(path), file: relative(dirname(path), path) };

/** The claims of both sides, where they can be compared: what one side cannot know is left out of the other as well. */
export function comparedClaims(before: Side, after: Side): readonly [ClaimCollection, ClaimCollection] {
  const isUnknown = (uri: string): boolean => [...before.unknown, ...after.unknown].some((folder) => isInside(uri, folder));
  const claimsOf = ({ opened, folder, label }: Side): ClaimCollection => ({
    ...collectedClaims(opened, folder, "draft", isUnknown),
    title: label,
  });
  const [old, now] = [claimsOf(before), claimsOf(after)];
  // of two files that are named, each is the other, whatever they are called
  if (before.file === undefined || after.file === undefined || before.file === after.file) return [old, now];
  const { file } = after;
  const called = before.file;
  return [
    {
      ...old,
      claims: old.claims.map((claim) => (claim.place.path === called ? { ...claim, place: { ...claim.place, path: file } } : claim)),
    },
    now,
  ];
}
