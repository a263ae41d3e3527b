import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as program from "../../src/report/program.ts";
import { figures } from "../figure/made.ts";
import { lamina, project, type Said } from "./command-line.ts";

const diff = (folder: string, ...argv: string[]): Promise<Said> =>
  lamina(folder, ["diff", ...argv], {}, { figures, program: (name) => (name === "report" ? program : undefined) });

/** What is told, without the summary and the blank lines. */
const told = async (folder: string, ...argv: string[]): Promise<readonly string[]> => {
  const { code, out, err } = await diff(folder, ...argv);
  expect([code, err]).toEqual([0, ""]);
  return out
    .split("\n")
    .slice(2)
    .filter((line) => line !== "");
};

const git = (folder: string, ...argv: string[]): string =>
  execFileSync(
    "git",
    ["-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always", ...argv],
    {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      // the settings of whoever runs the tests do not matter
      env: { ...process.env, GIT_CONFIG_GLOBAL: join(folder, "none"), GIT_CONFIG_NOSYSTEM: "1" },
    },
  );

/** A repository with these files committed. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = project(files);
  git(folder, "init", "--quiet", "--initial-branch=trunk");
  commit(folder);
  return folder;
}

function commit(folder: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message=x");
}

const write = (folder: string, path: string, text: string): void => writeFileSync(join(folder, path), text);

const bibliography = "@article{a1999, author = {Ann, A.}, title = {T}, year = {1999}}\n";
const text = (strength: string): string =>
  `cite "references.bib"\n\nclaim values: L4 -> L2/3 as Value\n  strength ${strength}\n  supported by [@a1999] perturbation "silenced" in mouse V1 read full-text\n`;
const files = { "references.bib": bibliography, "claims.lamina": text("mechanistic") };
const weakened = ["~ values  claims.lamina:3", "    asserts mechanistic → functional (weakened)", expect.stringContaining("stands ")];

describe("lamina diff", () => {
  it("compares two files, whatever they are called", async () => {
    const folder = project({ "old.lamina": text("mechanistic"), "new.lamina": text("functional"), "references.bib": bibliography });
    expect(await told(folder, "old.lamina", "new.lamina")).toEqual(["~ values  new.lamina:3", ...weakened.slice(1)]);
  });

  it("compares two folders, path by path", async () => {
    const folder = project({
      "old/a.lamina": text("mechanistic"),
      "old/references.bib": bibliography,
      "new/a.lamina": text("functional"),
      "new/references.bib": bibliography,
    });
    expect(await told(folder, "old", "new")).toEqual(["~ values  a.lamina:3", ...weakened.slice(1)]);
  });

  it("compares the last commit with the working tree where nothing is named, or a path of it", async () => {
    const folder = repository(files);
    expect(await told(folder)).toEqual([]);
    write(folder, "claims.lamina", text("functional"));
    write(folder, "new.lamina", "claim fresh: L6 as Key\n");
    expect(await told(folder)).toEqual([...weakened, "+ fresh  new.lamina:1", "    L6 as Key", "    asserts analogy; unsupported"]);
    expect(await told(folder, "claims.lamina")).toEqual(weakened);
    expect((await diff(folder)).out).toMatch(/^HEAD → the working tree\n2 claims: 1 added, 1 changed \(1 weakened\)\n/);
  });

  it("reads revisions as Git names them, and paths in them", async () => {
    const folder = repository(files);
    git(folder, "tag", "v1.2");
    write(folder, "claims.lamina", text("functional"));
    commit(folder);
    for (const argv of [
      ["HEAD~1"],
      ["v1.2", "trunk"],
      ["v1.2..trunk"],
      ["HEAD~1:claims.lamina", "claims.lamina"],
      ["HEAD~1:./claims.lamina"],
    ])
      expect(await told(folder, ...argv), argv.join(" ")).toEqual(weakened);
    expect(await told(folder, "trunk", "v1.2")).toEqual([weakened[0], "    asserts functional → mechanistic (strengthened)", weakened[2]]);
  });

  it("counts from the folder it runs in, in a repository that is larger", async () => {
    const folder = repository({
      "paper/claims.lamina": text("mechanistic"),
      "paper/references.bib": bibliography,
      "other/b.lamina": "claim b: L5 as Key\n",
    });
    write(folder, "paper/claims.lamina", text("functional"));
    write(folder, "other/b.lamina", "");
    expect(await told(join(folder, "paper"))).toEqual(weakened);
    expect(await told(join(folder, "paper"), "HEAD:paper")).toEqual(weakened);
  });

  it("reads the bibliographies and the data of the revision, not those of the disk", async () => {
    const claims =
      'prediction p: "It is a small share"\n  about L4\n  expects "share" within 10..15 %\n  falsified if outside 10..15 % \n' +
      '  observed data "d.csv" column share mean\n\nclaim a: L4 as Value\n  predicts p\n';
    const folder = repository({ "a.lamina": claims, "d.csv": "share (%)\n12\n12\n" });
    write(folder, "d.csv", "share (%)\n40\n41\n");
    expect((await told(folder)).filter((line) => line.includes("confirmed"))).toEqual([
      "    prediction p: confirmed → falsified",
      expect.stringContaining("    confirmed → falsified: "),
    ]);
  });

  it("sees that claims moved, came with odd names, and stand behind links", async () => {
    const folder = repository({ "a.lamina": "claim values: L4 as Value\n", 'späť " und.lamina': "claim odd: L5 as Key\n" });
    symlinkSync("a.lamina", join(folder, "link.md"));
    symlinkSync("/etc/hostname", join(folder, "outside.lamina"));
    commit(folder);
    renameSync(join(folder, "a.lamina"), join(folder, "b.lamina"));
    rmSync(join(folder, "link.md"));
    rmSync(join(folder, "outside.lamina"));
    expect(await told(folder)).toEqual(["> moved, a.lamina → b.lamina: values"]);
    expect((await diff(folder, "--exit-code")).code).toBe(0);
  });

  it("leaves out of a revision what is left out of the disk", async () => {
    const folder = repository({
      "a.lamina": "claim a: L4 as Value\n",
      "old/b.lamina": "claim b: L5 as Key\n",
      "node_modules/x/c.lamina": "claim c: L6 as Key\n",
    });
    expect((await diff(folder)).out).toContain("2 claims: 2 unchanged");
    write(folder, ".laminaignore", "old/\n");
    commit(folder);
    expect((await diff(folder)).out).toContain("1 claim: 1 unchanged");
  });

  it("counts claims as the check does, and families of claims by themselves", async () => {
    const family = "mapping house: microcircuit as Block\n";
    const folder = repository({ "a.lamina": `${family}\nclaim a: L4 as Value\n  belongs to house\n` });
    expect((await diff(folder)).out).toContain("1 claim and 1 family: 2 unchanged");
    write(folder, "a.lamina", family);
    expect((await diff(folder)).out).toContain("1 claim and 1 family: 1 removed, 1 unchanged");
    write(folder, "a.lamina", "");
    write(folder, "b.lamina", `${family}  means "More than before."\n`);
    expect((await diff(folder)).out).toContain("1 claim and 1 family: 1 removed, 1 changed");
  });

  it("does not compare what lies in another repository", async () => {
    const folder = repository({ "a.lamina": "claim a: L4 as Value\n" });
    const other = repository({ "b.lamina": "claim b: L5 as Key\n" });
    git(folder, "submodule", "--quiet", "add", other, "sub");
    commit(folder);
    const { code, out, err } = await diff(folder);
    expect([code, out]).toEqual([0, "HEAD → the working tree\n1 claim: 1 unchanged\n"]);
    expect(err).toBe("lamina: “sub” is another repository, of which HEAD holds no files: it is not compared\n");
  });

  it("takes a file that is gone for one without claims", async () => {
    const folder = repository(files);
    rmSync(join(folder, "claims.lamina"));
    const { out, err } = await diff(folder, "HEAD:claims.lamina");
    expect(out).toContain("- values  claims.lamina:3");
    expect(err).toBe("lamina: “claims.lamina” is not in the working tree any more\n");
  });

  it("exits with 1 only where that is asked and something differs", async () => {
    const folder = repository(files);
    expect((await diff(folder, "--exit-code")).code).toBe(0);
    write(folder, "claims.lamina", text("functional"));
    expect([(await diff(folder, "--exit-code")).code, (await diff(folder)).code]).toEqual([1, 0]);
  });

  it("writes JSON, a letter, and a picture", async () => {
    const folder = repository(files);
    write(folder, "claims.lamina", text("functional"));
    expect(JSON.parse((await diff(folder, "--format", "json")).out)).toMatchObject({
      format: "lamina-difference",
      before: "HEAD",
      claims: [{ status: "changed" }],
    });
    await diff(folder, "--format", "markdown", "--out", "letter.md", "--picture", "both.svg");
    expect(readFileSync(join(folder, "letter.md"), "utf8")).toContain(
      "Claim *values* (L4 → L2/3 as Value) was weakened from mechanistic to functional.",
    );
    expect(readFileSync(join(folder, "both.svg"), "utf8")).toContain("Comparison of HEAD and the working tree");
  });

  it("draws a side that has no claims", async () => {
    const folder = repository({ "readme.txt": "x" });
    write(folder, "a.lamina", "claim a: L4 as Value\n");
    const { code, err } = await diff(folder, "--picture", "both.svg");
    expect([code, err]).toEqual([0, expect.stringContaining("both.svg: Comparison of HEAD")]);
  });

  it.each([
    [["--", "--version"], "“--version” is neither a path nor a revision"],
    [["nowhere"], "there is no file, folder or revision “nowhere”"],
    [["HEAD:nowhere"], "there is no “nowhere” in the revision HEAD"],
    [
      ["trunk"],
      expect.stringMatching(/^“trunk” is both a path and a revision: write \.\/trunk for the path, or [0-9a-f]{12} for the revision$/),
    ],
    [["a", "b", "c"], "expected two sides to compare at most, and “c” is a third"],
    [["--picture", "x.docx"], expect.stringContaining("does not say what to draw")],
  ])("cannot run with %s", async (argv, message) => {
    const folder = repository({ ...files, "trunk/a.lamina": "" });
    const { code, out, err } = await diff(folder, ...argv);
    expect([code, out, err.replace(/^lamina: |\n$/g, "")]).toEqual([2, "", message]);
  });

  it("says where there is nothing to compare with", async () => {
    const bare = project(files);
    expect((await diff(bare)).err).toMatch(
      /^lamina: there is nothing to compare with: .* is in no Git repository\. Name two files or folders\n$/,
    );
    expect((await diff(bare, "claims.lamina", "v1")).err).toContain("there is no file or folder “v1”, and");
    git(bare, "init", "--quiet");
    expect((await diff(bare)).err).toBe("lamina: there is nothing to compare with: the repository has no commit yet\n");
  });

  it("runs nothing that a repository brings along", async () => {
    const folder = repository(files);
    mkdirSync(join(folder, "hooks"));
    write(folder, "hooks/post-index-change", "#!/bin/sh\ntouch ran\n");
    git(folder, "config", "core.fsmonitor", "touch ran");
    git(folder, "config", "diff.external", "touch ran");
    write(folder, ".gitattributes", "*.lamina diff=x filter=y\n");
    git(folder, "config", "diff.x.textconv", "touch ran;cat");
    git(folder, "config", "filter.y.smudge", "touch ran;cat");
    expect(await told(folder)).toEqual([]);
    expect(() => readFileSync(join(folder, "ran"))).toThrow();
  });
});
