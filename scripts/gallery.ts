/** npm run gallery: draws docs/gallery anew from the examples; what is there and is the same is left alone. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { galleryFiles } from "./gallery/pictures.ts";
import { root } from "./lib/project.mjs";

const folder = join(root, "docs", "gallery");
mkdirSync(folder, { recursive: true });
for (const { path, text } of galleryFiles((path) => readFileSync(join(root, path), "utf8"))) {
  const file = join(folder, path);
  rmSync(file.replace(/(\.\w+)$/, ".new$1"), { force: true });
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  writeFileSync(file, text);
  console.error(`[lamina] drew docs/gallery/${path}`);
}
