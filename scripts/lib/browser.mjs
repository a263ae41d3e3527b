// A headless Chromium that can reach this machine and nothing else.
import { chromium } from "playwright-core";

/** Names that the browser may look up; `*.localhost` is where the editor serves webviews. */
const thisMachine = ["localhost", "*.localhost", "127.0.0.1"];

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The editor asks for its marketplace, fonts and experiments; here they fail at once instead of after a time limit.
  `--host-resolver-rules=${["MAP * ~NOTFOUND", ...thisMachine.map((name) => `EXCLUDE ${name}`)].join(", ")}`,
];

/** @param {string} executablePath The program of a Chromium. */
export const launchBrowser = (executablePath) => chromium.launch({ executablePath, headless: true, args: flags });
