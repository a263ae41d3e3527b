/** What the tests of figures draw, and how they come by the files that lie beside the programs when they are built. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { figureAssets } from "../../scripts/lib/bundle.mjs";
import { type Figure, figure } from "../../src/diagram/figure.ts";
import type { Picture } from "../../src/diagram/picture.ts";
import { tableOf } from "../../src/diagram/table.ts";
import { type ReadAsset, type WriteOptions, type WrittenFigure, writeFigure } from "../../src/figure/formats.ts";
import type { FigureMaker } from "../../src/figure/program.ts";
import * as program from "../../src/figure/program.ts";
import { eightClaims, madeUpClaims, oddClaims, twentyFourClaims } from "../diagram/fixtures.ts";

const root = join(import.meta.dirname, "../..");

export const asset: ReadAsset = (name) => {
  const path = Object.entries(figureAssets).find(([each]) => each === name)?.[1];
  return path === undefined ? Promise.resolve(undefined) : readFile(join(root, path));
};

export const figures: FigureMaker = { load: () => Promise.resolve(program), asset };

/** Signs that mean something in every format there is, and scripts that no built-in font has. */
export const HOSTILE = "皮質 <&\"'> \\end{tikzpicture} $x_2^{3}$ #1 %~ -- ]]> </style> 😀";

const hostile = (picture: Picture): Picture => ({
  ...picture,
  title: HOSTILE,
  claims: picture.claims.map((claim, index) => ({
    ...claim,
    id: index === 0 ? HOSTILE : claim.id,
    written: `${claim.written} ${HOSTILE}`,
  })),
});

/** By what they are, pictures of every sort. */
export const pictures: Readonly<Record<string, Picture>> = {
  "no claims": { title: "", claims: [], parts: [] },
  "eight claims": eightClaims,
  "twenty-four claims": twentyFourClaims,
  "atlases of one's own and ends that nobody knows": oddClaims,
  "names that mean something to the format": hostile(oddClaims),
  "two thousand claims": madeUpClaims(2000),
};

export const made = (picture: Picture, more: { widthMm?: number; theme?: Figure["theme"] } = {}): Figure =>
  figure(picture, { widthMm: 174, theme: "light", ...more });

export const write = (picture: Picture, format: WriteOptions["format"], more: Partial<WriteOptions> = {}): Promise<WrittenFigure> =>
  writeFigure(made(picture), tableOf(picture), { format, dpi: 72, fonts: [], asset, ...more });

export const textOf = async (picture: Picture, format: WriteOptions["format"]): Promise<string> =>
  Buffer.from((await write(picture, format)).bytes).toString("utf8");
