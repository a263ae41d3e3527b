import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type ChangedLines, changedLines, isChanged, type LineRange, onlyChanged, readPatch } from "../../src/cli/changed-lines.ts";
import { bare, empty } from "./formats/results.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Repository {
  readonly folder: string;
  write(path: string, text: string): void;
  git(...args: string[]): string;
  commit(): void;
}

function repository(isOne = true): Repository {
  const folder = mkdtempSync(join(tmpdir(), "lamina since "));
  folders.push(folder);
  // no settings of whoever runs the tests
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", HOME: folder, GIT_CEILING_DIRECTORIES: tmpdir() };
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (isOne) git("init", "--quiet", "--initial-branch=main");
  return {
    folder,
    git,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    commit: () => {
      git("add", "--all");
      git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--allow-empty", "--message=x");
    },
  };
}

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `line ${index + 1}\n`).join("");
const plain = (changed: ChangedLines): unknown => Object.fromEntries([...changed].sort());

describe("changed lines", () => {
  it("are those that were changed, put in or taken out, committed or not", async () => {
    const { folder, write, commit } = repository();
    write("a.lamina", lines(9));
    write("b.lamina", lines(9));
    commit();
    write("a.lamina", lines(9).replace("line 3\n", "line three\n").replace("line 7\n", ""));
    commit();
    write("b.lamina", `new\n${lines(9)}last`);
    expect(plain(await changedLines("HEAD~1", folder))).toEqual({
      "a.lamina": [
        { start: 2, end: 3 },
        { start: 6, end: 6 },
      ],
      "b.lamina": [
        { start: 0, end: 1 },
        { start: 10, end: 11 },
      ],
    });
    expect(plain(await changedLines("HEAD", folder))).toEqual({
      "b.lamina": [
        { start: 0, end: 1 },
        { start: 10, end: 11 },
      ],
    });
  });

  it("know new, renamed and deleted files, whatever they are called", async () => {
    const { folder, write, git, commit } = repository();
    const odd = 'a "q"\\ 皮\t层.lamina';
    write("old name.lamina", lines(20));
    write("gone.lamina", lines(3));
    write(odd, lines(5));
    write(".gitignore", "ignored.lamina\n");
    commit();
    renameSync(join(folder, "old name.lamina"), join(folder, "new name.lamina"));
    write("new name.lamina", lines(20).replace("line 5\n", "line five\n"));
    rmSync(join(folder, "gone.lamina"));
    write(odd, `x\n${lines(5)}`);
    git("add", "--all");
    write("untracked\nfile.lamina", "x");
    write("ignored.lamina", "x");
    expect(plain(await changedLines("HEAD", folder))).toEqual({
      "new name.lamina": [{ start: 4, end: 5 }],
      [odd]: [{ start: 0, end: 1 }],
      "untracked\nfile.lamina": "all",
    });
  });

  it("are named from the folder that was asked about", async () => {
    const { folder, write, commit } = repository();
    write("top.lamina", "a\n");
    write("sub/in.lamina", "a\n");
    commit();
    write("top.lamina", "b\n");
    write("sub/in.lamina", "b\n");
    write("sub/new.lamina", "b\n");
    write("other/new.lamina", "b\n");
    expect([...(await changedLines("HEAD", join(folder, "sub"))).keys()].sort()).toEqual([
      "../other/new.lamina",
      "../top.lamina",
      "in.lamina",
      "new.lamina",
    ]);
  });

  it("count from where this line of work left the other", async () => {
    const { folder, write, git, commit } = repository();
    write("a.lamina", lines(3));
    write("b.lamina", lines(3));
    commit();
    git("checkout", "--quiet", "-b", "topic");
    write("a.lamina", `${lines(3)}mine\n`);
    commit();
    git("checkout", "--quiet", "main");
    write("b.lamina", `theirs\n${lines(3)}`);
    commit();
    git("checkout", "--quiet", "topic");
    expect(plain(await changedLines("main", folder))).toEqual({ "a.lamina": [{ start: 3, end: 4 }] });
  });

  it("do not hang on settings of a repository, nor start what these name", async () => {
    const { folder, write, git, commit } = repository();
    write("a.lamina", "a\n");
    write(".gitattributes", "*.lamina diff=odd\n");
    commit();
    for (const [name, value] of [
      ["diff.noprefix", "true"],
      ["diff.mnemonicPrefix", "true"],
      ["diff.external", "false"],
      ["diff.odd.textconv", "false"],
      ["color.ui", "always"],
      ["core.fsmonitor", "touch started; false"],
      ["diff.context", "5"],
    ] as const)
      git("config", name, value);
    write("a.lamina", "b\n");
    expect(plain(await changedLines("HEAD", folder))).toEqual({ "a.lamina": [{ start: 0, end: 1 }] });
  });

  it("say why there are none where git cannot tell", async () => {
    const { folder, write, commit } = repository();
    write("a", "a");
    commit();
    await expect(changedLines("nonsense", folder)).rejects.toThrow(
      "git knows no revision “nonsense”, expected a branch, a tag or a commit after --since.",
    );
    for (const odd of ["--output=stolen", "-p", ""]) await expect(changedLines(odd, folder)).rejects.toThrow(`“${odd}” is no revision`);
    const bareFolder = repository(false).folder;
    await expect(changedLines("HEAD", bareFolder)).rejects.toThrow(
      `--since asks git what was changed, and ${bareFolder} is in no git repository`,
    );
  });
});

describe("a patch", () => {
  it("is read by its counts, so that lines in it may look like anything", () => {
    const patch = `diff --git a/x b/x
--- a/x
+++ b/x
@@ -1,2 +1,3 @@ claim
--- a/y
-old
+++ b/y
+@@ -1 +9,9 @@
+diff --git a/z b/z
@@ -9 +10,0 @@
-gone
\\ No newline at end of file
diff --git a/picture.png b/picture.png
Binary files a/picture.png and b/picture.png differ
diff --git a/away b/away
deleted file mode 100644
--- a/away
+++ /dev/null
@@ -1 +0,0 @@
-x
`;
    expect([...readPatch(patch)]).toEqual([
      [
        "x",
        [
          { start: 0, end: 3 },
          { start: 10, end: 10 },
        ],
      ],
    ]);
  });
});

describe("findings on changed lines", () => {
  const changed: ChangedLines = new Map<string, readonly LineRange[] | "all">([
    [
      "a.lamina",
      [
        { start: 5, end: 7 },
        { start: 20, end: 20 },
      ],
    ],
    ["new.lamina", "all"],
    ["top.lamina", [{ start: 0, end: 0 }]],
  ]);

  it("are those whose stretch was touched", () => {
    const touched = (path: string, start: number, end = start): boolean => isChanged(changed, path, start, end);
    expect([4, 5, 6, 7].map((line) => touched("a.lamina", line))).toEqual([false, true, true, false]);
    expect(touched("a.lamina", 0, 9)).toBe(true);
    // lines were taken out after the one of offset 19
    expect([18, 19, 20].map((line) => touched("a.lamina", line))).toEqual([false, true, false]);
    expect(touched("new.lamina", 77)).toBe(true);
    expect(touched("other.lamina", 0)).toBe(false);
    expect([0, 1].map((line) => touched("top.lamina", line))).toEqual([true, false]);
  });

  it("are told by their item, as a line that went takes its evidence from the header above", () => {
    const at = (line: number): { line: number; character: number } => ({ line, character: 0 });
    const finding = (line: number, end: number) => ({
      ...bare,
      path: "a.lamina",
      start: at(line),
      end: at(line),
      item: { start: line, end },
    });
    const near = { path: "new.lamina", start: at(1), end: at(1), message: "here" };
    const findings = [
      finding(18, 19),
      finding(21, 23),
      { ...finding(21, 23), related: [near] },
      { ...bare, path: "b.lamina", related: [near] },
      bare,
    ];
    const only = onlyChanged({ ...empty, findings }, changed, "main");
    expect(only.findings).toEqual([findings[0], findings[2], findings[3]]);
    expect(only.since).toBe("main");
  });
});
