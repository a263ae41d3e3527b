// npm start [-- OPTIONS] [FOLDER]: a real VS Code with this extension in development mode and the example workspace open.
//   --code        in an installed VS Code (the default on macOS and Windows)
//   --browser     in a browser, with the VS Code that comes from the npm registry (the default on Linux)
//   --port N      at this port; otherwise any that is free
//   --no-open     only prints the address
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { answers, needsShell, run, runNode } from "./lib/commands.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { mainLaminaFile } from "./lib/example.mjs";
import { startServer } from "./lib/host-server.mjs";
import { hasDisplay, openInBrowser } from "./lib/open.mjs";
import { announce, exampleFolder, messageOf, Problem, root, runScript } from "./lib/project.mjs";

const usage = "npm start -- [--code | --browser] [--port N] [--no-open] [FOLDER]";

await runScript(async () => {
  const { values, positionals } = readArguments();
  const folder = positionals[0] ? resolve(positionals[0]) : exampleFolder;
  if (!existsSync(folder)) throw new Problem(`There is no folder ${folder}.`, usage);
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Problem(`Not a port: ${values.port}`, usage);

  ensureDependencies();
  announce("building the extension");
  if ((await runNode([join(root, "scripts", "build.mjs"), "--development"])) !== 0) {
    throw new Problem("The extension was not built.", "Mend what is said above, then run npm start again.");
  }
  const inCode = values.code || (!values.browser && process.platform !== "linux");
  return inCode ? openInCode(folder, { mayDownload: !values.code }) : serveInBrowser(folder, { port, open: !values["no-open"] });
});

function readArguments() {
  const options = /** @type {const} */ ({
    code: { type: "boolean" },
    browser: { type: "boolean" },
    port: { type: "string" },
    "no-open": { type: "boolean" },
  });
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (thrown) {
    throw new Problem(messageOf(thrown), usage);
  }
}

/** Serves until Ctrl+C. @param {string} folder @param {{ port: number, open: boolean }} options */
async function serveInBrowser(folder, { port, open }) {
  const server = await startServer({ port, dataFolder: join(root, ".cache", "workbench") });
  const file = mainLaminaFile(folder);
  const url = server.url({ folder, file: file && join(folder, file) });
  console.log(`\nVS Code ${server.version} with Lamina in development mode:\n\n  ${url}\n`);
  console.log("After a change: npm run build -- --development, then reload the page. Ctrl+C ends it.");
  if (open && hasDisplay()) openInBrowser(url);
  await new Promise((end) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);
  });
  await server.stop();
  return 0;
}

/** @param {string} folder @param {{ mayDownload: boolean }} options */
async function openInCode(folder, { mayDownload }) {
  const command = await findCode(mayDownload);
  const file = mainLaminaFile(folder);
  const args = [`--extensionDevelopmentPath=${root}`, "--new-window", folder, ...(file ? [join(folder, file)] : [])];
  // VS Code refuses to run as root without these.
  if (process.getuid?.() === 0) args.push("--no-sandbox", `--user-data-dir=${join(root, ".cache", "code-as-root")}`);
  announce(`opening VS Code: ${command} ${args.join(" ")}`);
  const code = needsShell ? await run(quote(command), args.map(quote), { shell: true }) : await run(command, args);
  if (code !== 0) throw new Problem(`VS Code ended with code ${code}.`, "npm start -- --browser shows the same in a browser.");
  return 0;
}

/** A word for a Windows shell, which would split it at its spaces. @param {string} word */
const quote = (word) => `"${word}"`;

/** The installed `code`, else one that @vscode/test-electron downloads. @param {boolean} mayDownload @returns {Promise<string>} */
async function findCode(mayDownload) {
  if (answers("code", ["--version"])) return "code";
  const advice =
    "Install VS Code with its command `code` on the PATH (in VS Code: Shell Command: Install 'code' command in PATH),\nor run npm start -- --browser.";
  if (!mayDownload) throw new Problem("There is no command `code` on this machine.", advice);
  announce("no command `code` was found; downloading VS Code");
  const { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } = await import("@vscode/test-electron");
  try {
    return resolveCliPathFromVSCodeExecutablePath(await downloadAndUnzipVSCode({ cachePath: join(root, ".cache", "vscode") }));
  } catch (thrown) {
    throw new Problem(`VS Code could not be downloaded: ${messageOf(thrown)}`, advice);
  }
}
