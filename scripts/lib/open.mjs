// Showing something to the person at this machine. Node built-ins only.
import { spawn } from "node:child_process";

/** Whether there is a screen to open a browser on. */
export const hasDisplay = () =>
  !process.env.CI && (process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

/** Opens an address in the person's own browser; where that fails nothing happens, the address was printed. @param {string} url */
export function openInBrowser(url) {
  const openers = /** @type {Record<string, [string, string[]]>} */ ({ darwin: ["open", [url]], win32: ["explorer.exe", [url]] });
  const [command, args] = openers[process.platform] ?? ["xdg-open", [url]];
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
