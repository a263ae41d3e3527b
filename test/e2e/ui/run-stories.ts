/** Runs stories one after another: one server and one browser, and for each story a page and a workspace of its own. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { launchBrowser } from "../../../scripts/lib/browser.mjs";
import { copyExample, mainLaminaFile } from "../../../scripts/lib/example.mjs";
import { type HostServer, startServer } from "../../../scripts/lib/host-server.mjs";
import { vsixFile } from "../../../scripts/lib/packages.mjs";
import { announce } from "../../../scripts/lib/project.mjs";
import type { Counts } from "../../../scripts/lib/results.mjs";
import type { Story } from "./story.ts";
import { themeSettings, Workbench } from "./workbench.ts";

/** The size of the page in CSS pixels. */
const viewport = { width: 1440, height: 900 };

/** The folder's settings are how a story changes settings; a person would not see them in the explorer. */
const hiddenSettings = { "files.exclude": { "**/.vscode": true } };

/** Longest time for one story, in milliseconds. */
const limit = 90_000;

/** Runs stories with their names, prints how each went, and counts. */
export async function runStories(stories: readonly (readonly [string, Story])[], chromium: string): Promise<Counts> {
  const counts = { passed: 0, failed: 0 };
  const server = await startServer();
  const browser = await launchBrowser(chromium);
  announce(`VS Code ${server.version} and Chromium ${browser.version()} are up`);
  try {
    for (const [name, story] of stories) {
      const begun = Date.now();
      const failure = await tell(name, story, server, browser);
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      if (failure === undefined) counts.passed++;
      else counts.failed++;
      console.log(`  ${failure === undefined ? "✔" : "✘"} ${name}: ${story.title} (${seconds} s)`);
      if (failure !== undefined) console.log(failure.replace(/^/gm, "      "));
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return counts;
}

/** Runs one story; gives what went wrong in words, undefined where nothing did. */
async function tell(name: string, story: Story, shared: HostServer, browser: Browser): Promise<string | undefined> {
  const own = story.packaged ? await startServer({ packaged: vsixFile }) : undefined;
  const server = own ?? shared;
  const example = copyExample();
  const complaints: string[] = [];
  let context: BrowserContext | undefined;
  try {
    writeFiles(example.folder, story.files ?? {});
    const theme = story.theme ?? "dark";
    const file = story.file === undefined ? mainLaminaFile(example.folder) : (story.file ?? undefined);
    server.writeSettings({ ...hiddenSettings, ...story.settings, ...themeSettings(theme) });
    context = await browser.newContext({ viewport });
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // The editor asks for some files that this build of it has not; that is no news.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(message.text());
    });
    const workbench = new Workbench(page, example.folder, name, () => server.install());
    const told = (async () => {
      await page.goto(server.url({ folder: example.folder, file: file && join(example.folder, file) }));
      await workbench.ready(theme, file);
      await story.run(workbench);
    })();
    try {
      await within(limit, told);
      return undefined;
    } catch (thrown) {
      await workbench.screenshot("failed").catch(() => undefined);
      throw thrown;
    }
  } catch (thrown) {
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return [stack, `picture: shots/${name}-failed.png`, ...complaints.slice(-8).map((line) => `the page said: ${line}`)].join("\n");
  } finally {
    await context?.close();
    await own?.stop();
    example.remove();
  }
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The outcome of `work`, or a failure if it takes longer than `milliseconds`. */
function within(milliseconds: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => reject(new Error(`the story did not end within ${milliseconds / 1000} s`)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(impatience));
  });
}
