/**
 * npm run generate: writes the files that are made from the tables of the language and the settings, where they differ
 * from what stands there. A test finds files that were not made anew.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFiles } from "./generate/files.ts";
import { root } from "./lib/project.mjs";

for (const { path, text } of generatedFiles) {
  const file = join(root, path);
  const before = read(file);
  const after = text(before);
  if (after === before) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, after);
  console.error(`[lamina] generated ${path}`);
}

/** The file's text; nothing where there is none yet. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
