/** What was changed since a revision, by git: for `--since`, which reports only findings on changed lines. */
import { execFile } from "node:child_process";
import { posix } from "node:path";
import type { CheckedFinding, CheckedPlace, CheckResult } from "./check-result.ts";

/** A stretch of changed lines of a file, from 0, `end` not included. Where lines were taken out and none put in, it is empty. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** By path, relative to the folder asked about, with `/`: what was changed; `all` for a file that is new. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[] | "all">;

/**
 * Asks git what was changed since a revision: since this line of work left it, where both have gone on; with what is not committed
 * yet, and with files that git does not know yet.
 *
 * @throws in words for people, where there is no git, no repository or no such revision
 */
export async function changedLines(revision: string, folder: string): Promise<ChangedLines> {
  if (revision === "" || revision.startsWith("-"))
    throw new Error(`“${revision}” is no revision, expected a branch, a tag or a commit after --since`);
  const prefix = await prefixOf(folder);
  const commit = await commitOf(revision, folder);
  // without a common past, or where a shallow clone lacks it, the revision itself
  const base = await git(["merge-base", commit, "HEAD"], folder).catch(() => commit);
  const [patch, untracked] = await Promise.all([
    git([...quietly, "diff", ...plainDiff, base.trim(), "--"], folder),
    git([...quietly, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"], folder),
  ]);
  const relative = (path: string): string => posix.relative(prefix === "" ? "." : prefix, path);
  const changed = new Map<string, readonly LineRange[] | "all">();
  for (const [path, ranges] of readPatch(patch)) changed.set(relative(path), ranges);
  for (const path of untracked.split("\0")) if (path !== "") changed.set(relative(path), "all");
  return changed;
}

/** Nothing that a repository's own settings could start. */
const quietly = ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false"];

/** The plain form, whatever the settings of the one who runs it say. */
const plainDiff = [
  "--unified=0",
  "--inter-hunk-context=0",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--find-renames",
  "--submodule=short",
  "--src-prefix=a/",
  "--dst-prefix=b/",
];

/** Where a folder lies in its repository, with `/` at the end; empty for the outermost. */
async function prefixOf(folder: string): Promise<string> {
  try {
    return (await git(["rev-parse", "--show-prefix"], folder)).replace(/\r?\n$/, "");
  } catch (error) {
    if (!(error instanceof GitFailed) || !error.message.includes("not a git repository")) throw error;
    throw new Error(`--since asks git what was changed, and ${folder} is in no git repository`);
  }
}

async function commitOf(revision: string, folder: string): Promise<string> {
  try {
    return (await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], folder)).trim();
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    const isShallow = (await git(["rev-parse", "--is-shallow-repository"], folder).catch(() => "")).trim() === "true";
    throw new Error(
      `git knows no revision “${revision}”, expected a branch, a tag or a commit after --since.${
        isShallow ? " This clone is shallow: older history is to be fetched first." : ""
      }`,
    );
  }
}

/** Git ran, and said no. */
class GitFailed extends Error {}

function git(args: readonly string[], folder: string): Promise<string> {
  const environment = { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
  return new Promise((resolve, reject) => {
    execFile("git", args, { cwd: folder, env: environment, maxBuffer: 2 ** 29, windowsHide: true }, (error, output, errors) => {
      if (!error) resolve(output);
      else if (error.code === "ENOENT") reject(new Error("--since asks git what was changed, and there is no git on this machine"));
      else if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER")
        reject(new Error("there are more changes than can be read; expected a nearer revision after --since"));
      else reject(new GitFailed(`git says: ${errors.trim() || error.message}`));
    });
  });
}

/**
 * Reads a patch without lines around the changes: the changed lines of each file, by its new path. Files that are gone are left out.
 */
export function readPatch(patch: string): ReadonlyMap<string, readonly LineRange[]> {
  const changed = new Map<string, LineRange[]>();
  const lines = patch.split("\n");
  let ranges: LineRange[] | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.startsWith("diff --git ")) ranges = undefined;
    else if (line.startsWith("+++ ")) {
      const path = pathIn(line.slice(4));
      ranges = path === undefined ? undefined : [];
      if (path !== undefined && ranges) changed.set(path, ranges);
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!hunk) continue;
    const [, removed = "1", from = "0", added = "1"] = hunk;
    // git names the line before where nothing was put in
    const start = added === "0" ? Number(from) : Number(from) - 1;
    ranges?.push({ start, end: start + Number(added) });
    at = afterHunk(lines, at + 1, Number(removed), Number(added)) - 1;
  }
  return changed;
}

/** Past the lines of a hunk, which may look like anything. */
function afterHunk(lines: readonly string[], from: number, removed: number, added: number): number {
  let at = from;
  let minus = removed;
  let plus = added;
  while (at < lines.length) {
    const sign = lines[at]?.[0];
    if (sign === "-" && minus > 0) minus--;
    else if (sign === "+" && plus > 0) plus--;
    else if (sign !== "\\") break;
    at++;
  }
  return at;
}

/** The path after `+++`; undefined for `/dev/null`. Odd ones stand in quotes, as C writes them; those with blanks end in a tab. */
function pathIn(written: string): string | undefined {
  const name = written.replace(/\r$/, "");
  const path = name.startsWith('"') ? unquoted(name) : name.replace(/\t$/, "");
  return path.startsWith("b/") ? path.slice(2) : undefined;
}

const signs: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** Text as C quotes it: octal numbers are bytes of UTF-8. */
function unquoted(written: string): string {
  const bytes: number[] = [];
  const end = written.lastIndexOf('"');
  for (let at = 1; at < end; ) {
    const octal = written[at] === "\\" ? /^\\([0-7]{3})/.exec(written.slice(at, at + 4))?.[1] : undefined;
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8));
      at += 4;
    } else if (written[at] === "\\") {
      bytes.push(signs[written[at + 1] ?? ""] ?? 63);
      at += 2;
    } else {
      const sign = String.fromCodePoint(written.codePointAt(at) ?? 63);
      bytes.push(...Buffer.from(sign, "utf8"));
      at += sign.length;
    }
  }
  return Buffer.from(bytes).toString("utf8");
}

/**
 * Whether a stretch of lines, `end` included, was changed. Where lines were only taken out, it is the stretch that they were taken
 * out of: one that holds the line before them, or the first line of a file that they stood before.
 */
export function isChanged(changed: ChangedLines, path: string, start: number, end: number): boolean {
  const ranges = changed.get(path);
  if (ranges === undefined || ranges === "all") return ranges === "all";
  return ranges.some((range) =>
    range.start === range.end
      ? start <= Math.max(0, range.start - 1) && Math.max(0, range.start - 1) <= end
      : range.start <= end && range.end > start,
  );
}

/**
 * The part of a result that is about what was changed: findings on changed lines, in items of which a line was changed or taken
 * out, and findings that speak of such a place. What is silenced or known is left as it is.
 */
export function onlyChanged(result: CheckResult, changed: ChangedLines, revision: string): CheckResult {
  return { ...result, findings: result.findings.filter((finding) => concerns(finding, changed)), since: revision };
}

function concerns(finding: CheckedFinding, changed: ChangedLines): boolean {
  const { path, start, end, item, related } = finding;
  const own = item ? { start: Math.min(item.start, start.line), end: Math.max(item.end, end.line) } : { start: start.line, end: end.line };
  return isChanged(changed, path, own.start, own.end) || related.some((place) => isChangedPlace(changed, place));
}

const isChangedPlace = (changed: ChangedLines, { path, start, end }: CheckedPlace): boolean =>
  isChanged(changed, path, start.line, end.line);
