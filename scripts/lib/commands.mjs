// Running other programs. Node built-ins only.
import { spawn, spawnSync } from "node:child_process";
import { Problem, root } from "./project.mjs";

/** npm and code are .cmd files on Windows, which only a shell can start. */
export const needsShell = process.platform === "win32";

/**
 * The environment for a child: what npm adds for the one script that it runs (its name, its package, its folder) would mislead
 * an npm started from inside that script, so that goes; the user's own npm settings stay.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(extra = {}) {
  const ofThisRun = /^(npm_package_|npm_lifecycle_|npm_command$|npm_config_local_prefix$|INIT_CWD$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ofThisRun.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

/**
 * Runs a program with this terminal as its own and gives its exit code; 127 where it cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: childEnvironment(env), stdio: ["ignore", "inherit", "inherit"], shell });
    child.on("error", () => resolve(127));
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs one of the project's scripts, or of its tools, in a Node of its own. @param {readonly string[]} args */
export const runNode = (args) => run(process.execPath, args);

/**
 * Runs npm quietly and gives what it printed.
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {string}
 */
export function npm(args, { cwd, env = {} }) {
  const done = spawnSync("npm", [...args, "--loglevel=error", "--no-audit", "--no-fund"], {
    cwd,
    env: childEnvironment(env),
    encoding: "utf8",
    shell: needsShell,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) {
    const output = [done.stdout, done.stderr, done.error?.message].filter(Boolean).join("\n").trim();
    throw new Problem(
      `npm ${args.join(" ")} failed:\n${output}`,
      "Check that the npm registry can be reached (npm ping), then run the same command again.",
    );
  }
  return done.stdout;
}

/** Whether a program answers when it is asked. @param {string} command @param {readonly string[]} args */
export const answers = (command, args) => spawnSync(command, args, { stdio: "ignore", shell: needsShell }).status === 0;
