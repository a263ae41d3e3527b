/** Checks files and folders of the disk with the engine that the editor uses. */
import { stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { CONFIGURATION_FILE } from "../core/configuration.ts";
import { countClaims, type Finding, type Severity, type SourceDocument } from "../core/service.ts";
import type { Profile } from "../core/settings.ts";
import type { Position, Span } from "../core/text.ts";
import { folderOf, isInside } from "../core/uri.ts";
import { hostOf } from "../embed/host.ts";
import { DataFiles } from "../workspace/data-files.ts";
import type { Files } from "../workspace/files.ts";
import { toUri } from "../workspace/node-files.ts";
import { Workspace } from "../workspace/workspace.ts";

export interface CheckedFinding {
  /** Relative to the folder that the command ran in, with `/`. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The line that the finding starts on, for a frame. */
  readonly lineText: string;
}

export interface CheckResult {
  readonly findings: readonly CheckedFinding[];
  readonly files: number;
  readonly claims: number;
  readonly unreadable: readonly string[];
  /** Files that were asked for by name and are of no sort that Lamina reads. */
  readonly foreign: readonly string[];
  /** How many findings comments silence. */
  readonly silenced: number;
}

/** A path that was given, and the project that it belongs to, whose ids and bibliographies count. */
export interface Target {
  readonly path: string;
  readonly uri: string;
  readonly project: string;
}

/**
 * Checks paths. Throws where one is not there.
 *
 * @param profile where it is asked for; else that of the nearest `lamina.json`, else draft
 */
export async function checkPaths(
  paths: readonly string[],
  profile: Profile | undefined,
  folder: string,
  files: Files,
): Promise<CheckResult> {
  const targets = await Promise.all(paths.map((path) => readTarget(path, folder)));
  const findings: CheckedFinding[] = [];
  const seen = new Set<string>();
  const unreadable: string[] = [];
  const foreign: string[] = [];
  let claims = 0;
  let silenced = 0;
  let configurations = 0;
  for (const project of new Set(targets.map((target) => target.project))) {
    const workspace = await openProject(project, profile, files);
    const wanted = targets.filter((target) => target.project === project);
    const check = (uri: string, source: SourceDocument): void => {
      seen.add(uri);
      const found = workspace.checker.check(uri);
      const path = relativePath(uri, folder);
      findings.push(...found.findings.map((finding) => checked(finding, source, path)));
      silenced += found.silenced.length;
      if (source.configuration) configurations++;
    };
    for (const target of wanted) {
      const documents = [...workspace.snapshot.documents.keys()].filter((uri) => isInside(uri, target.uri));
      if (documents.length === 0 && (await files.read(target.uri)) === undefined && !(await isFolder(resolve(folder, target.path))))
        unreadable.push(target.path);
      else if (documents.length === 0 && hostOf(target.uri) === undefined && !(await isFolder(resolve(folder, target.path))))
        foreign.push(target.path);
      for (const uri of documents) {
        if (!seen.has(uri)) check(uri, workspace.snapshot.documents.get(uri) as SourceDocument);
      }
    }
    // settings that cannot be read hold for a file that is named, too: nobody should take draft for submission
    for (const [uri, source] of workspace.snapshot.documents) {
      if (source.configuration && !seen.has(uri) && [...seen].some((other) => isInside(other, folderOf(uri)))) check(uri, source);
    }
    claims += countClaims(workspace.snapshot, (uri) => seen.has(uri));
  }
  return { findings: findings.sort(byPlace), files: seen.size - configurations, claims, unreadable, foreign, silenced };
}

/** Reads all of a project. */
export async function openProject(project: string, profile: Profile | undefined, files: Files): Promise<Workspace> {
  const workspace = new Workspace(files, new DataFiles());
  workspace.checker.profile = profile;
  await workspace.load([toUri(project)]);
  await workspace.readData();
  return workspace;
}

/** Where a path lies. Throws where it is not there. */
export async function readTarget(path: string, folder: string): Promise<Target> {
  const absolute = resolve(folder, path);
  const kind = await stat(absolute).catch(() => undefined);
  if (!kind) throw new Error(`there is no file or folder “${path}”`);
  return { path, uri: toUri(absolute), project: await projectOf(kind.isDirectory() ? absolute : dirname(absolute), folder) };
}

/**
 * The outermost folder, from the one given up to where the command runs, that has a lamina.json; else the one given. What
 * lies below it cites and names each other.
 */
export async function projectOf(start: string, folder: string): Promise<string> {
  let project = start;
  for (let at = start; ; at = dirname(at)) {
    if (await stat(join(at, CONFIGURATION_FILE)).catch(() => undefined)) project = at;
    if (at === folder || at === dirname(at)) return project;
  }
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() === true;

function checked(finding: Finding, source: SourceDocument, path: string): CheckedFinding {
  const start = source.lines.positionAt(finding.span.start);
  return {
    path,
    start,
    end: source.lines.positionAt(finding.span.end),
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    lineText: shownLine(source.slice(lineSpan(source, start.line)).replace(/[\r\n]+$/, "")),
  };
}

/** A line as a terminal may show it: what would steer the terminal stands as a replacement character, sign for sign. */
function shownLine(text: string): string {
  let shown = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const steers = (code < 0x20 && code !== 0x09) || (code >= 0x7f && code <= 0x9f);
    shown += steers ? "\ufffd" : text[at];
  }
  return shown;
}

const lineSpan = (source: SourceDocument, line: number): Span => ({
  start: source.lines.offsetAt({ line, character: 0 }),
  end: source.lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }),
});

function relativePath(uri: string, folder: string): string {
  const path = relative(folder, new URL(uri).pathname.split("/").map(decodeURIComponent).join(sep));
  return path.split(sep).join("/");
}

function byPlace(a: CheckedFinding, b: CheckedFinding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.start.line - b.start.line || a.start.character - b.start.character || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
