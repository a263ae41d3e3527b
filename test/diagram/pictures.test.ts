/** Pictures reviewed as pictures: each is compared with its file; a change is left beside it to be looked at. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import type { Theme } from "../../src/diagram/palette.ts";
import type { Picture } from "../../src/diagram/picture.ts";
import { sceneToSvg } from "../../src/diagram/svg.ts";
import { thumbnail } from "../../src/diagram/thumbnail.ts";
import { eightClaims, madeUpClaims, oddClaims, twentyFourClaims } from "./fixtures.ts";

const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));

function compare(name: string, svg: string): void {
  const file = `${folder}${name}.svg`;
  const beside = `${folder}${name}.new.svg`;
  const reviewed = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (reviewed === svg) rmSync(beside, { force: true });
  else writeFileSync(beside, svg);
  expect(reviewed === svg, `${name}.svg differs: look at ${name}.new.svg in docs/pictures, and put it in its place if it is right`).toBe(
    true,
  );
}

const scenes: readonly (readonly [string, Picture, Theme, number])[] = [
  ["eight-claims-light", eightClaims, "light", 1440],
  ["eight-claims-dark", eightClaims, "dark", 1440],
  ["eight-claims-print", eightClaims, "print", 1440],
  ["twenty-four-claims-light", twentyFourClaims, "light", 1440],
  ["twenty-four-claims-narrow-dark", twentyFourClaims, "dark", 1000],
  ["odd-claims-light", oddClaims, "light", 1440],
  ["three-hundred-claims-light", madeUpClaims(300), "light", 1440],
  ["two-thousand-claims-light", madeUpClaims(2000), "light", 1440],
];

describe("the reviewed pictures", () => {
  it.each(scenes)("%s", (name, picture, theme, width) => {
    compare(name, sceneToSvg(buildScene(picture, { width }), { theme, standalone: true }));
  });

  it.each(["cortex:L4", "cortex:L1-feedback", "transformer:Value"])("thumbnail of %s", (part) => {
    compare(`thumbnail-${part.replace(":", "-")}`, `${thumbnail(part, { theme: "light" })}\n`);
  });
});
