/**
 * The program that writes figures, a bundle of its own: the command line and the server load it when the first figure is asked
 * for, and start as quickly as if it were not there.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compared } from "../diagram/compared.ts";
import { figure } from "../diagram/figure.ts";
import type { Picture } from "../diagram/picture.ts";
import { tableOf } from "../diagram/table.ts";
import { filtered, type PictureView } from "../diagram/view.ts";
import { type BroughtFont, type ReadAsset, writeFigure } from "./formats.ts";
import { DEFAULT_DPI, type FigureFormat, type FigureTheme, figureThemes } from "./names.ts";

export interface FigureRequest {
  readonly picture: Picture;
  readonly view: PictureView;
  readonly format: FigureFormat;
  /** On paper, in millimetres. */
  readonly widthMm: number;
  readonly theme: FigureTheme;
  /** Pixels an inch, of PNG; 600 where it is left out. */
  readonly dpi?: number;
  /** For signs that the built-in font has not. */
  readonly fonts?: readonly BroughtFont[];
}

export interface FinishedFigure {
  readonly bytes: Uint8Array;
  /** What it shows, in a line. */
  readonly title: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly caption: string;
  /** What whoever asked should know, in sentences. */
  readonly notes: readonly string[];
}

/** What doors have of this program before they load it. */
export interface FigureProgram {
  drawFigure(request: FigureRequest, asset: ReadAsset): Promise<FinishedFigure>;
}

/** How a door comes by the program, and by the files that it needs. */
export interface FigureMaker {
  load(): Promise<FigureProgram>;
  readonly asset: ReadAsset;
}

/** Draws a picture and writes it. Same request, same bytes. @throws in words for people, where a file or font is not what it should be */
export async function drawFigure(request: FigureRequest, asset: ReadAsset): Promise<FinishedFigure> {
  const { picture, view, format, widthMm, theme, dpi = DEFAULT_DPI, fonts = [] } = request;
  const made = figure(picture, { widthMm, theme: figureThemes[theme], view });
  // the rows are what is drawn: in a comparison, the claims of its two sides
  const table = view.compare ? tableOf(compared(filtered(picture, view), view.compare).picture) : tableOf(picture, view);
  const { bytes, notes } = await writeFigure(made, table, { format, dpi, fonts, asset });
  return { bytes, title: made.scene.title, widthMm: made.widthMm, heightMm: made.heightMm, caption: made.caption, notes };
}

/** The files of a folder, as assets. */
export const assetsIn =
  (folder: string): ReadAsset =>
  (name) =>
    readFile(join(folder, name)).catch(() => undefined);
