/** Paths of the local disk, and which of them hold no writing of the project's own. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { normalUri } from "../core/uri.ts";

const skipped: ReadonlySet<string> = new Set(["node_modules", "__pycache__", "venv", "dist", "out", "build", "target"]);

/** Whether a folder of this name is left out, with all below it. */
export const isLeftOut = (name: string): boolean => name.startsWith(".") || skipped.has(name);

/** The address of a path as the engine writes addresses. */
export const toUri = (path: string): string => normalUri(pathToFileURL(path).href);

/** The path of an address. */
export const toPath = (uri: string): string => (uri.startsWith("file:") ? fileURLToPath(uri) : uri);
