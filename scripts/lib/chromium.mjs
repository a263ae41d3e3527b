// Finds a Chromium for the end-to-end suites, or installs Debian's. Node built-ins only.
import { existsSync } from "node:fs";
import { answers, run } from "./commands.mjs";
import { announce, Problem } from "./project.mjs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The path of a Chromium that is there; `LAMINA_CHROMIUM` names one first. @returns {string | undefined} */
export function findChromium() {
  const named = process.env.LAMINA_CHROMIUM;
  if (named && !existsSync(named)) {
    throw new Problem(
      `LAMINA_CHROMIUM names a file that does not exist: ${named}`,
      "Set it to the program file of a Chromium or Chrome, or unset it.",
    );
  }
  return named ?? usualPlaces.find((place) => existsSync(place));
}

/** The path of a Chromium, installed by apt-get first where that is possible. @returns {Promise<string>} */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const administrator = aptPrefix();
  if (administrator) {
    announce("installing Chromium with apt-get");
    const [command = "", ...before] = [...administrator, "apt-get"];
    const quiet = { env: { DEBIAN_FRONTEND: "noninteractive" } };
    await run(command, [...before, "-qq", "update"], quiet);
    await run(command, [...before, "-qq", "-y", "--no-install-recommends", "install", "chromium"], quiet);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Problem(
    "No Chromium was found; the end-to-end suites look at the editor through one.",
    "Debian:         sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium\n" +
      "other systems:  install Chromium or Chrome, and where it is in an unusual place set LAMINA_CHROMIUM to its program file\n" +
      "then run the same command again.",
  );
}

/** What to put before apt-get: nothing for root, `sudo -n` where it asks for no password; undefined where apt is not for us. */
export function aptPrefix() {
  if (process.platform !== "linux" || !existsSync("/etc/debian_version") || !answers("apt-get", ["--version"])) return undefined;
  if (process.getuid?.() === 0) return [];
  return answers("sudo", ["-n", "true"]) ? ["sudo", "-n"] : undefined;
}
