/**
 * Compiles the atlases that ship with Lamina from their Lamina files to JSON, so that a start need not parse them.
 * The result is made by every build and is not kept in the repository.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { atlasesOf } from "../src/core/atlas/atlas.ts";
import { Document } from "../src/core/syntax/document.ts";

const folder = join(process.cwd(), "src", "core", "atlas");

const atlases = ["cortex", "transformer"].flatMap((name) => {
  const document = Document.parse(readFileSync(join(folder, `${name}.lamina`), "utf8"));
  const problems = document.items.flatMap((item) => item.problems);
  if (problems.length > 0) throw new Error(`${name}.lamina: ${problems.map((problem) => problem.message).join("\n")}`);
  return atlasesOf(document, `lamina-atlas:/${name}.lamina`);
});

const text = `${JSON.stringify(atlases)}\n`;
const target = join(folder, "compiled.generated.json");
let before = "";
try {
  before = readFileSync(target, "utf8");
} catch {
  // the first build
}
if (before !== text) writeFileSync(target, text);
