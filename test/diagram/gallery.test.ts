/** The gallery is what the examples give: a picture that differs is left beside the one that was looked at. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { galleryFiles } from "../../scripts/gallery/pictures.ts";
import { xmlProblems } from "./helpers.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "docs", "gallery");
const files = galleryFiles((path) => readFileSync(join(root, path), "utf8"));

describe("the gallery", () => {
  it.each(files.map(({ path, text }) => [path, text] as const))("%s is as it was looked at", (path, text) => {
    const file = join(folder, path);
    const beside = join(folder, path.replace(/(\.\w+)$/, ".new$1"));
    const reviewed = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (reviewed === text) rmSync(beside, { force: true });
    else writeFileSync(beside, text);
    expect(reviewed === text, `${path} differs: look at the .new file beside it, then run npm run gallery`).toBe(true);
  });

  it("shows sound pictures, each of them in its page", () => {
    const page = files.find(({ path }) => path === "README.md")?.text ?? "";
    const pictures = files.filter(({ path }) => path.endsWith(".svg"));
    expect(pictures.length).toBeGreaterThan(20);
    for (const { path, text } of pictures) {
      expect(xmlProblems(text), path).toEqual([]);
      expect(page, path).toContain(`(${path})`);
    }
  });
});
