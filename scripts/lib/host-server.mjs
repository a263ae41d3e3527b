// Starts the VS Code of host-install.mjs as a server on this machine and tells where to look at it. Node built-ins only.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { childEnvironment } from "./commands.mjs";
import { ensureHost } from "./host-install.mjs";
import { Problem, root } from "./project.mjs";

/** An editor that neither asks, nor updates, nor reports, nor suggests. */
const quietSettings = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "git.openRepositoryInParentFolders": "never",
};

/** Without this flag a packaged editor ignores that an address names an extension in development. */
const developmentFlag = "--enable-smoke-test-driver";

/** No marketplace: the editor would ask one over the network at every start. */
const withoutMarketplace = { EXTENSIONS_GALLERY: "{}" };

const startLimit = 60_000;

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, unknown>} [settings] User settings, over the quiet ones.
 * @property {NodeJS.ProcessEnv} [environment] What the extension host finds in its environment besides ours.
 * @property {number} [port] 0, the default, takes any that is free.
 * @property {string} [dataFolder] Where the editor keeps its state; without it, in a folder that is removed on stop.
 * @property {string} [packaged] A .vsix to install and use, in place of this project as an extension in development.
 */

/**
 * @typedef {object} Address
 * @property {string} folder The folder to open.
 * @property {string | undefined} [file] A file to open in it.
 * @property {string | undefined} [tests] The program of a test suite to run in the extension host.
 */

/**
 * @typedef {object} HostServer
 * @property {string} version The version of VS Code.
 * @property {(address: Address) => string} url Where a browser finds the workbench, this extension in development mode.
 * @property {(settings: Record<string, unknown>) => void} writeSettings Replaces the user settings for workbenches that are opened from now on.
 * @property {() => void} install Installs the .vsix once more, over what is there.
 * @property {() => string} log What the server has printed so far.
 * @property {() => Promise<void>} stop
 */

/** Installs VS Code if need be and starts it; resolves once it listens. @param {ServerOptions} [options] @returns {Promise<HostServer>} */
export async function startServer({ settings = {}, environment = {}, port = 0, dataFolder, packaged } = {}) {
  const host = ensureHost();
  const data = dataFolder ?? mkdtempSync(join(tmpdir(), "lamina-host-"));
  const userFolder = join(data, "data", "User");
  /** @param {Record<string, unknown>} own */
  const writeSettings = (own) =>
    writeFileSync(join(userFolder, "settings.json"), `${JSON.stringify({ ...quietSettings, ...own }, null, 2)}\n`);
  mkdirSync(userFolder, { recursive: true });
  writeSettings(settings);

  const extensions = ["--server-data-dir", data, "--extensions-dir", join(data, "extensions")];
  const install = () => {
    if (packaged) installPackage(host, packaged, extensions);
  };
  install();
  const token = randomBytes(16).toString("hex");
  const args = ["--host", "127.0.0.1", "--port", String(port), "--connection-token", token, ...extensions];
  const quiet = ["--accept-server-license-terms", "--telemetry-level", "off", "--disable-telemetry", "--disable-workspace-trust"];
  const server = spawn(host.node, [host.serverMain, ...args, ...quiet, developmentFlag], {
    cwd: root,
    env: childEnvironment({ ...withoutMarketplace, ...environment }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const killServer = () => server.kill("SIGKILL");
  process.once("exit", killServer);

  let printed = "";
  const listening = await new Promise((resolve, reject) => {
    /** @param {string} what */
    const fail = (what) => {
      killServer();
      reject(
        new Problem(
          `${what}\n${printed.slice(-3000)}`,
          "If it keeps failing, remove the folder that LAMINA_HOST_CACHE names (by default lamina in your cache folder) and try again.",
        ),
      );
    };
    const limit = setTimeout(() => fail("VS Code's server did not start within a minute."), startLimit);
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      printed += chunk;
      const found = /Extension host agent listening on (\d+)/.exec(printed);
      if (!found) return;
      clearTimeout(limit);
      resolve(Number(found[1]));
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("error", (error) => fail(`VS Code's server could not be started: ${error.message}`));
    server.once("exit", (code) => {
      clearTimeout(limit);
      fail(`VS Code's server ended with code ${code}.`);
    });
  });

  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      const impatience = setTimeout(killServer, 5000);
      await ended;
      clearTimeout(impatience);
    }
    process.off("exit", killServer);
    if (!dataFolder) rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  /** @param {Address} address */
  const url = (address) => workbenchUrl(listening, token, address, packaged === undefined);
  return { version: host.version, url, writeSettings, install, log: () => printed, stop };
}

/**
 * The workbench takes what it would read from a command line as pairs in its address.
 * @param {number} port @param {string} token @param {Address} address @param {boolean} development Whether this project is the extension.
 */
function workbenchUrl(port, token, { folder, file, tests }, development) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://localhost:${port}${path}`;
  const payload = [
    ...(development ? [["extensionDevelopmentPath", remote(root)]] : []),
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  if (file) payload.push(["openFile", remote(file)]);
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  return `http://localhost:${port}/?${new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) })}`;
}

/**
 * What a person does with `code --install-extension`, whether or not it was installed before.
 * @param {import("./host-install.mjs").Host} host @param {string} file @param {readonly string[]} folders
 */
function installPackage(host, file, folders) {
  const args = [host.serverMain, "--install-extension", file, "--force", "--accept-server-license-terms", ...folders];
  const printed = execFileSync(host.node, args, {
    encoding: "utf8",
    env: childEnvironment(withoutMarketplace),
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (!/was successfully installed/.test(printed)) throw new Problem(`The editor did not install ${file}:\n${printed}`);
}
