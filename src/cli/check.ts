/** Checks files and folders of the disk with the engine that the editor uses. */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { countClaims, type SourceDocument } from "../core/service.ts";
import type { Profile } from "../core/settings.ts";
import { folderOf, isInside } from "../core/uri.ts";
import { hostOf } from "../embed/host.ts";
import type { Files } from "../workspace/files.ts";
import { toPath, toUri } from "../workspace/node-paths.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { CheckedFinding, CheckedSilence, CheckResult } from "./check-result.ts";
import { apart, byPlace, Checked } from "./checked.ts";
import type { Progress } from "./progress.ts";
import { openProject, readTarget, type Target } from "./project.ts";
import type { World } from "./world.ts";

/** What is to be checked. */
export interface CheckOrder {
  readonly paths: readonly string[];
  /** Where it is asked for; else that of the nearest `lamina.json`, else draft. */
  readonly profile?: Profile | undefined;
  /** The folder that paths count from. */
  readonly folder: string;
  readonly files: Files;
  /** How many findings of each document come with their fixes; none where it is left out. */
  readonly fixes?: number;
  /** Text that stands for a file, as it will be when it is saved. */
  readonly unsaved?: { readonly path: string; readonly text: string };
  /** Which of the documents are meant, where several threads or machines share the work; all where it is left out. */
  readonly share?: { readonly index: number; readonly of: number };
  /** Is told how many of how many documents are checked. */
  readonly progress?: Progress;
  /** Is told of the projects when they are read. */
  readonly opened?: (opened: OpenProjects) => void;
}

/** The paths with the projects that they are of, each project read once. */
export interface OpenProjects {
  readonly targets: readonly Target[];
  readonly workspaces: ReadonlyMap<string, Workspace>;
}

/** Reads the projects of some paths. Throws where a path is not there. */
export async function openProjects({ paths, profile, folder, files, unsaved }: CheckOrder): Promise<OpenProjects> {
  const targets = await Promise.all(paths.map((path) => readTarget(path, folder, path === unsaved?.path)));
  const workspaces = new Map<string, Workspace>();
  for (const { project } of targets) {
    if (workspaces.has(project)) continue;
    const workspace = await openProject(project, profile, files);
    workspaces.set(project, workspace);
    // what is named counts, though it lies where nothing is looked for
    const named = targets.filter((each) => each.project === project && !each.isFolder && !workspace.snapshot.documents.has(each.uri));
    if (named.length > 0) await workspace.refresh(named.map(({ uri }) => uri));
    const target = targets.find((each) => each.path === unsaved?.path && each.project === project);
    if (!unsaved || !target) continue;
    workspace.open(target.uri, target.uri, unsaved.text);
    await workspace.readData();
  }
  return { targets, workspaces };
}

/** Checks paths. Throws where one is not there. */
export async function checkPaths(order: CheckOrder): Promise<CheckResult> {
  const opened = await openProjects(order);
  order.opened?.(opened);
  return checkOpened(opened, order);
}

/** Checks what was opened. */
export async function checkOpened({ targets, workspaces }: OpenProjects, order: CheckOrder): Promise<CheckResult> {
  const { folder, files, fixes = 0, share, progress } = order;
  const findings: CheckedFinding[] = [];
  const silenced: CheckedSilence[] = [];
  const seen = new Set<string>();
  const unreadable: string[] = [];
  const foreign: string[] = [];
  let claims = 0;
  let configurations = 0;
  let count = 0;
  let turn = 0;
  for (const [project, workspace] of workspaces) {
    const { snapshot } = workspace;
    const checked = new Checked(snapshot, folder);
    const mine = new Set<string>();
    const check = (uri: string, source: SourceDocument): void => {
      seen.add(uri);
      if (share && turn++ % share.of !== share.index) return;
      mine.add(uri);
      count++;
      const found = workspace.checker.check(uri);
      findings.push(...found.findings.map((finding, at) => checked.finding(finding, source, at < fixes)));
      silenced.push(...found.silenced.map((finding) => checked.silence(finding, source)));
      if (source.configuration) configurations++;
    };
    for (const target of targets.filter((each) => each.project === project)) {
      const documents = [...snapshot.documents].filter(([uri]) => isInside(uri, target.uri));
      if (documents.length === 0 && !target.isFolder) {
        if ((await files.read(target.uri)) === undefined) unreadable.push(target.path);
        else if (hostOf(target.uri) === undefined) foreign.push(target.path);
      }
      for (const [at, [uri, source]] of documents.entries()) {
        if (!seen.has(uri)) check(uri, source);
        progress?.(at + 1, documents.length);
      }
    }
    // settings that cannot be read hold for a file that is named, too: nobody should take draft for submission
    for (const [uri, source] of snapshot.documents) {
      if (source.configuration && !seen.has(uri) && [...seen].some((other) => isInside(other, folderOf(uri)))) check(uri, source);
    }
    claims += countClaims(snapshot, (uri) => mine.has(uri));
    if (workspace.isCutShort) unreadable.push(`${project} (it holds more files than Lamina reads; name the folders that matter)`);
  }
  return {
    findings: apart(findings.sort(byPlace)),
    silenced: apart(silenced.sort(byPlace)),
    files: count - configurations,
    claims,
    unreadable,
    foreign,
    ...(order.profile && { profile: order.profile }),
  };
}

/** The documents, of all projects, that were asked for. */
export function* documentsAsked({ targets, workspaces }: OpenProjects): IterableIterator<{
  readonly uri: string;
  readonly source: SourceDocument;
  readonly workspace: Workspace;
}> {
  const seen = new Set<string>();
  for (const { uri: target, project } of targets) {
    const workspace = workspaces.get(project);
    for (const [uri, source] of workspace?.snapshot.documents ?? []) {
      if (!workspace || seen.has(uri) || !isInside(uri, target)) continue;
      seen.add(uri);
      yield { uri, source, workspace };
    }
  }
}

/** From so much text of Lamina on, in bytes, a second thread is worth what it costs to start: it reads all of it again. */
const WORTH_A_THREAD = 700_000;

/** More threads than this wait for each other's memory. */
const MOST_THREADS = 8;

/**
 * How many threads a check is to take.
 *
 * @param asked by whoever runs it; else it goes by how much there is to check, and how many can run at once
 */
export async function threadsFor(
  asked: number | undefined,
  { paths, folder, files }: CheckOrder,
  { thread, processors = 1 }: World,
): Promise<number> {
  if (!thread || asked === 1) return 1;
  if (asked !== undefined) return Math.min(asked, MOST_THREADS);
  // collecting garbage keeps a second processor busy for each
  if (processors < 4) return 1;
  let bytes = 0;
  for (const path of paths) {
    for (const uri of await files.list(toUri(resolve(folder, path)), [".lamina"])) {
      bytes += (await stat(toPath(uri)).catch(() => undefined))?.size ?? 0;
      if (bytes > WORTH_A_THREAD * MOST_THREADS) break;
    }
  }
  return Math.max(1, Math.min(Math.floor(processors / 2), MOST_THREADS, Math.floor(bytes / WORTH_A_THREAD) + 1));
}

/** Checks paths on several threads, this one among them. */
export async function checkTogether(order: CheckOrder, threads: number, { thread }: World): Promise<CheckResult> {
  if (threads < 2 || !thread || order.unsaved || order.share) return checkPaths(order);
  const { paths, profile, folder, fixes = 0 } = order;
  const others = Array.from({ length: threads - 1 }, (_, at) =>
    thread({ paths, folder, fixes, share: { index: at + 1, of: threads }, ...(profile && { profile }) }),
  );
  const results = await Promise.all([checkPaths({ ...order, share: { index: 0, of: threads } }), ...others]);
  const [own] = results;
  return {
    ...own,
    findings: results.flatMap(({ findings }) => findings).sort(byPlace),
    silenced: results.flatMap(({ silenced }) => silenced).sort(byPlace),
    files: results.reduce((sum, { files }) => sum + files, 0),
    claims: results.reduce((sum, { claims }) => sum + claims, 0),
  };
}
