/** What pipelines run, run here as they would: the action's step in bash, the hook's entry, the lines of the GitLab template. */
import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { tarballFile } from "../../scripts/lib/packages.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): unknown => parse(readFileSync(join(root, path), "utf8"), { strict: true });

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "lamina-pipelines-")));
  mkdirSync(join(folder, "claims"));
  writeFileSync(join(folder, "claims", "one.lamina"), "claim first: L4 -> L2/3 as Value\n");
  writeFileSync(join(folder, "my paper.md"), "# Nothing to check\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required: boolean; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly shell: string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }[];
  };
}

describe("the GitHub Action", () => {
  const action = read("action.yml") as Action;
  const [step] = action.runs.steps;

  /** Runs its step as a runner does, with these inputs over the defaults. */
  function ran(inputs: Readonly<Record<string, string>>) {
    const all = Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, inputs[name] ?? value]));
    const given = (text: string): string => text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => all[name] ?? "");
    const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, value]) => [name, given(value)]));
    const [output, summary] = [join(folder, "output"), join(folder, "summary")];
    for (const file of [output, summary]) writeFileSync(file, "");
    const done = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? ""], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...env, GITHUB_ACTION_PATH: root, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: folder },
    });
    const outputs = Object.fromEntries(
      readFileSync(output, "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split("=")),
    );
    return { ...done, outputs, summary: readFileSync(summary, "utf8") };
  }

  it("gives every input to its step, and nothing of one as a part of the command", () => {
    const passed = Object.values(step?.env ?? {}).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1]);
    expect(passed.sort()).toEqual(Object.keys(action.inputs).sort());
    expect([action.runs.using, step?.shell, step?.run.includes("${{")]).toEqual(["composite", "bash", false]);
    for (const { value } of Object.values(action.outputs)) expect(value).toContain(`steps.${step?.id}.outputs.`);
  });

  it("annotates, fails, says so on the page of the run, and writes SARIF", () => {
    const { status, stdout, outputs, summary } = ran({ paths: "claims", sarif: "found.sarif" });
    expect(stdout).toMatch(/^::warning file=claims\/one\.lamina,line=1,.*claim-without-evidence/m);
    expect([status, outputs]).toEqual([1, { "exit-code": "1", sarif: "found.sarif" }]);
    expect(summary).toContain("claim-without-evidence");
    const sarif = JSON.parse(readFileSync(join(folder, "found.sarif"), "utf8"));
    expect([sarif.version, sarif.runs[0].results[0].ruleId]).toEqual(["2.1.0", "claim-without-evidence"]);
  });

  it("passes where nothing weighs enough, and is as strict as it is told to be", () => {
    expect(ran({ "fail-on": "error" }).status).toBe(0);
    expect(ran({ "fail-on": "error", profile: "submission" }).status).toBe(1);
    expect(ran({ "max-warnings": "1" }).status).toBe(0);
  });

  it("says what is wrong, and runs nothing that an input holds", () => {
    const { status, stderr, outputs } = ran({ paths: "$(touch owned) nowhere;touch" });
    expect([status, outputs["exit-code"]]).toEqual([2, "2"]);
    expect(stderr).toContain("there is no file or folder");
    expect(() => accessSync(join(folder, "owned"))).toThrow();
  });

  it("runs a package that it is given", () => {
    const { status, stdout } = ran({ package: tarballFile, format: "short" });
    expect([status, stdout.includes("claim-without-evidence")]).toEqual([1, true]);
    accessSync(join(folder, "lamina", "node_modules", "lamina", "dist", "lamina.cjs"));
    rmSync(join(folder, "lamina"), { recursive: true });
  });
});

describe("the hooks of pre-commit", () => {
  const hooks = read(".pre-commit-hooks.yaml") as readonly { id: string; name: string; entry: string; language: string; files: string }[];

  it("start a program that is there and can be run", () => {
    expect(hooks.map(({ id }) => id)).toEqual(["lamina", "lamina-fmt"]);
    for (const { entry, language } of hooks) {
      expect(language).toBe("script");
      accessSync(join(root, entry.split(" ")[0] ?? ""), constants.X_OK);
    }
  });

  it("look at what may hold claims, and at nothing else", () => {
    const looksAt = (path: string): boolean[] => hooks.map(({ files }) => new RegExp(files).test(path));
    expect(looksAt("claims/one.lamina")).toEqual([true, true]);
    expect(looksAt("lamina.json")).toEqual([true, false]);
    for (const path of ["a.py", "package.json", "my-lamina.json", "a.lamina.svg"]) expect(looksAt(path), path).toEqual([false, false]);
  });

  it("fail on what is found, in files that are given", () => {
    const [command = "", ...args] = hooks[0]?.entry.split(" ") ?? [];
    const run = (...files: string[]) => spawnSync(join(root, command), [...args, ...files], { cwd: folder, encoding: "utf8" });
    expect([run("claims/one.lamina").status, run("my paper.md").status]).toEqual([1, 0]);
  });
});

describe("the GitLab template", () => {
  it("installs the package and writes a report that GitLab reads", () => {
    const { lamina } = read("docs/manual/templates/gitlab-ci.yml") as {
      lamina: {
        variables: Record<string, string>;
        before_script: string[];
        script: string[];
        artifacts: { reports: { codequality: string } };
      };
    };
    const prefix = join(folder, "global");
    const path = `${join(prefix, "bin")}${delimiter}${process.env.PATH ?? ""}`;
    const env = {
      ...process.env,
      ...lamina.variables,
      LAMINA_PACKAGE: tarballFile,
      npm_config_prefix: prefix,
      npm_config_offline: "true",
      PATH: path,
    };
    execFileSync("sh", ["-ec", lamina.before_script.join("\n")], { cwd: folder, env, stdio: "ignore" });
    const done = spawnSync("sh", ["-ec", lamina.script.join("\n")], { cwd: folder, env, encoding: "utf8" });
    expect(done.status).toBe(1);
    const report = JSON.parse(readFileSync(join(folder, lamina.artifacts.reports.codequality), "utf8"));
    expect(report[0]).toMatchObject({ check_name: "claim-without-evidence", location: { path: "claims/one.lamina" } });
    expect(typeof report[0].fingerprint).toBe("string");
  });
});
