// node scripts/generate/icon.mjs: draws media/icon.png from media/icon.svg with a Chromium. The editor's marketplace wants pixels;
// the file is kept, so that nothing but a change of the drawing needs a browser.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../lib/browser.mjs";
import { ensureChromium } from "../lib/chromium.mjs";
import { announce, root, runScript } from "../lib/project.mjs";

const side = 128;

await runScript(async () => {
  const svg = readFileSync(join(root, "media", "icon.svg"), "utf8");
  const browser = await launchBrowser(await ensureChromium());
  try {
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    writeFileSync(join(root, "media", "icon.png"), await page.screenshot({ omitBackground: true }));
  } finally {
    await browser.close();
  }
  announce("drew media/icon.png");
  return 0;
});
