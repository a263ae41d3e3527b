/** Runs of `lamina check` that remember: baselines, revisions, shares, caches. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../src/cli/check.ts";
import type { CheckResult } from "../../src/cli/check-result.ts";
import { progressTo } from "../../src/cli/progress.ts";
import type { RunOnThread } from "../../src/cli/threads.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";
import { lamina, project, type Said } from "./command-line.ts";

const cacheFolder = mkdtempSync(join(tmpdir(), "lamina cache "));
afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }));

const bare = (id: string): string => `claim ${id}: L4 -> L2/3 as Value\n`;
const supported = (id: string): string => `${bare(id)}  supported by [@binzegger2004quantitative] anatomy "x"\n`;

/** The rules and paths of the findings that a run with `--format json` printed. */
const found = ({ out }: Said): string[] =>
  (JSON.parse(out) as { findings: { path: string; rule: string }[] }).findings.map(({ path, rule }) => `${path} ${rule}`);

const git = (folder: string, ...argv: string[]): string =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...argv], { cwd: folder, encoding: "utf8" });

describe("a baseline", () => {
  it("is adopted in a messy project, and shows what breaks afterwards", async () => {
    // fifty files with four gaps each
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, file) => [
        `claims/file-${String(file).padStart(2, "0")}.lamina`,
        Array.from({ length: 4 }, (_, claim) => bare(`claim-${file}-${claim}`)).join("\n"),
      ]),
    );
    const folder = project(files);
    expect((await lamina(folder, ["check"])).code).toBe(1);
    const adopted = await lamina(folder, ["check", "--baseline-update", "--format", "json"]);
    expect(adopted.err).toBe("lamina-baseline.json: 200 findings known, 0 taken out, 200 taken in\n");
    expect(adopted.code).toBe(0);
    const withBaseline = ["check", "--baseline", "lamina-baseline.json", "--format", "json"];
    expect(found(await lamina(folder, withBaseline))).toEqual([]);

    // three are mended, one that was well is broken, and a line above others moves them
    for (const file of ["03", "17", "41"])
      writeFileSync(
        join(folder, `claims/file-${file}.lamina`),
        (files[`claims/file-${file}.lamina`] ?? "").replace(
          bare(`claim-${Number(file)}-2`),
          `# moved\n\n${supported(`claim-${Number(file)}-2`)}`,
        ),
      );
    writeFileSync(join(folder, "claims/file-20.lamina"), `${bare("fresh")}\n${files["claims/file-20.lamina"]}`);
    const broken = await lamina(folder, withBaseline);
    expect(found(broken)).toEqual(["claims/file-20.lamina claim-without-evidence"]);
    expect(broken.code).toBe(1);

    // it only ever falls
    expect((await lamina(folder, ["check", "--baseline-update"])).err).toContain("197 findings known, 3 taken out, 0 taken in");
    expect((await lamina(folder, withBaseline)).code).toBe(1);
    expect((await lamina(folder, ["check", "--baseline-update", "--baseline-accept"])).err).toContain(
      "198 findings known, 0 taken out, 1 taken in",
    );
    expect((await lamina(folder, withBaseline)).code).toBe(0);
  });

  it("is asked for in words that can be followed", async () => {
    const folder = project({ "a.lamina": bare("a"), "broken.json": "{" });
    expect((await lamina(folder, ["check", "--baseline", "none.json"])).err).toContain(
      "lamina check --baseline none.json --baseline-update begins one",
    );
    expect((await lamina(folder, ["check", "--baseline", "broken.json"])).err).toContain("broken.json is not JSON");
    expect((await lamina(folder, ["check", "--baseline-accept"])).code).toBe(2);
    expect((await lamina(folder, ["check", "--baseline-update", "--shard", "1/2"])).err).toContain("cannot be written from one shard");
  });
});

describe("--since", () => {
  it("tells of what was changed, and of a claim whose evidence was taken away", async () => {
    const folder = project({ "a.lamina": `${bare("old")}\n${supported("mine")}`, "b.lamina": bare("other") });
    git(folder, "init", "-q");
    git(folder, "add", ".");
    git(folder, "commit", "-qm", "first");
    expect(found(await lamina(folder, ["check", "--since", "HEAD", "--format", "json"]))).toEqual([]);
    writeFileSync(join(folder, "a.lamina"), `${bare("old")}\n${bare("mine")}`);
    writeFileSync(join(folder, "c.lamina"), bare("fresh"));
    expect(found(await lamina(folder, ["check", "--since", "HEAD", "--format", "json"]))).toEqual([
      "a.lamina claim-without-evidence",
      "c.lamina claim-without-evidence",
    ]);
    expect((await lamina(folder, ["check", "--since", "nowhere"])).err).toContain("nowhere");
    expect((await lamina(folder, ["check", "--since", "--all"])).code).toBe(2);
  });
});

/** The files of a project with enough in it to share. */
const many = Object.fromEntries(
  Array.from({ length: 7 }, (_, at) => [`${at}.lamina`, `${bare(`a${at}`)}${supported(`b${at}`)}  predicts missing\n${bare(`a${at}`)}`]),
);

describe("shares of one check", () => {
  it("come to the same as one run, whether put together from files or run on threads", async () => {
    const folder = project({ ...many, "lamina.json": '{ "profile": "bogus" }' });
    const whole = await lamina(folder, ["check", "--format", "json"]);
    for (const index of [1, 2, 3])
      await lamina(folder, ["check", "--format", "json", "--shard", `${index}/3`, "--output", `shard-${index}.json`]);
    const merged = await lamina(folder, ["merge", "shard-1.json", "shard-2.json", "shard-3.json", "--format", "json"]);
    expect(merged).toEqual(whole);
    expect((await lamina(folder, ["merge", "shard-1.json", "shard-3.json"])).err).toContain("of 3 shards 2 is missing");
    expect((await lamina(folder, ["check", "--shard", "4/3"])).err).toContain("is no value of --shard");

    const orders: unknown[] = [];
    const thread: RunOnThread = async (order) => {
      orders.push(order);
      // what passes between threads is copied
      return structuredClone(await checkPaths({ ...structuredClone(order), files: nodeFiles }));
    };
    expect(await lamina(folder, ["check", "--format", "json", "--jobs", "3"], {}, { thread })).toEqual(whole);
    expect(orders).toHaveLength(2);
    const failing = async (): Promise<CheckResult> => Promise.reject(new Error("out of memory"));
    expect((await lamina(folder, ["check", "--jobs", "2"], {}, { thread: failing })).err).toBe("lamina: out of memory\n");
  });
});

describe("--cache", () => {
  it("says the same again until anything that was read changes, comes or goes", async () => {
    const folder = project({
      ...many,
      "data.csv": "rate\n3\n",
      "data.lamina": 'prediction fast: "x"\n  expects "rate" > 2\n  falsified if "rate" < 1\n  observed data "data.csv" column rate mean\n',
    });
    const check = (...argv: string[]): Promise<Said> => lamina(folder, ["check", "--cache", "--verbose", ...argv], {}, { cacheFolder });
    const isKept = ({ err }: Said): boolean => err.includes("nothing that was read has changed");
    const first = await check();
    expect(isKept(first)).toBe(false);
    const second = await check();
    expect([isKept(second), second.out, second.code]).toEqual([true, first.out, first.code]);
    expect(isKept(await check("--profile", "submission"))).toBe(false);
    expect(isKept(await check("0.lamina"))).toBe(false);

    const changes = [
      () => writeFileSync(join(folder, "0.lamina"), supported("a0")),
      () => writeFileSync(join(folder, "new.md"), "# Nothing yet\n"),
      () => rmSync(join(folder, "new.md")),
      () => writeFileSync(join(folder, "data.csv"), "rate\n0\n"),
      () => writeFileSync(join(folder, "works.bib"), "@article{a, title={b}}\n"),
      () => writeFileSync(join(folder, ".laminaignore"), "1.lamina\n"),
    ];
    for (const change of changes) {
      expect(isKept(await check())).toBe(true);
      change();
      const anew = await check();
      expect(isKept(anew), String(change)).toBe(false);
      expect(anew.out).toBe((await lamina(folder, ["check"])).out);
    }
  });

  it("takes nothing from a file that is broken", async () => {
    const folder = project({ "a.lamina": bare("a") });
    const check = (): Promise<Said> => lamina(folder, ["check", "--cache"], {}, { cacheFolder });
    const { out } = await check();
    for (const name of readdirSync(join(cacheFolder, "results"))) writeFileSync(join(cacheFolder, "results", name), "{ not JSON");
    expect((await check()).out).toBe(out);
    expect(
      readdirSync(join(cacheFolder, "results")).some((name) =>
        readFileSync(join(cacheFolder, "results", name), "utf8").startsWith('{"version"'),
      ),
    ).toBe(true);
    expect((await lamina(folder, ["check", "--cache"])).err).toContain("there is no cache folder here");
  });
});

describe("progress", () => {
  it("is drawn on a terminal, after a while, and taken away", () => {
    let time = 0;
    let drawn = "";
    const write = (text: string): void => {
      drawn += text;
    };
    const progress = progressTo({ write, isTTY: true }, () => time);
    progress(1, 100);
    expect(drawn).toBe("");
    time = 1000;
    progress(50, 100);
    progress(51, 100);
    expect(drawn).toContain("████████████░░░░░░░░░░░░ 50 of 100 files");
    expect(drawn).not.toContain("51 of");
    progress(100, 100);
    expect(drawn.endsWith("\r\u001b[K")).toBe(true);
    progressTo({ write: () => expect.unreachable() }, () => 9999)(1, 2);
  });
});
