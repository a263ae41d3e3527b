// What the GitHub Action (action.yml) runs. Its inputs come as variables INPUT_…, as GitHub names them; what it found goes to the
// log as annotations, to the page of the run as a table, and if asked for to a SARIF file. Node built-ins only.
import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCommand } from "./lib/pipeline.mjs";
import { announce, runScript } from "./lib/project.mjs";

const { RUNNER_TEMP = tmpdir(), GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;

/** The value of an input; undefined where it is empty, as GitHub gives those that were left out. @param {string} name */
const input = (name) => process.env[`INPUT_${name.toUpperCase().replaceAll("-", "_")}`]?.trim() || undefined;

/** @param {string} name @returns {string[]} The option of the command line that an input stands for. */
const option = (name) => {
  const value = input(name);
  return value === undefined ? [] : [`--${name}`, value];
};

/** Writes a line of what the step gives to later ones. @param {string} name @param {string | number} value */
const give = (name, value) => {
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `${name}=${value}\n`);
};

await runScript(async () => {
  const wanted = input("package");
  const program = await ensureCommand(wanted ? { package: wanted, folder: join(RUNNER_TEMP, "lamina") } : {});
  const paths = input("paths")?.split(/\s+/) ?? [];
  const asked = [...option("profile"), ...option("fail-on"), ...option("max-warnings"), ...option("baseline"), ...option("since")];
  /** @param {readonly string[]} more @param {"inherit" | "pipe"} output */
  const check = (more, output) =>
    spawnSync(process.execPath, [program, "check", ...asked, ...more, "--", ...paths], {
      stdio: ["ignore", output, "inherit"],
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });

  const done = check(["--format", input("format") ?? "github"], "inherit");
  const code = done.status ?? 2;
  give("exit-code", code);
  // where it could not run there is nothing to show
  if (code > 1) return code;
  const sarif = input("sarif");
  if (sarif) {
    check(["--format", "sarif", "--output", sarif], "pipe");
    give("sarif", sarif);
    announce(`findings written to ${sarif}`);
  }
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, check(["--format", "markdown"], "pipe").stdout);
  return code;
});
