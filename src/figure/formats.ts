/** THE table of formats: what a figure can be written as, and what each needs. Loaded late by whoever writes one. */
import type { Figure } from "../diagram/figure.ts";
import type { Table } from "../diagram/table.ts";
import { htmlOf } from "./html.ts";
import type { FigureFormat } from "./names.ts";
import { pdfOf } from "./pdf.ts";
import { pngOf } from "./png.ts";
import { tikzOf } from "./tikz.ts";
import { TrueType } from "./true-type.ts";

/** A file that lies beside the programs, by its name; undefined where it is not there. */
export type ReadAsset = (name: string) => Promise<Uint8Array | undefined>;

/** A font that somebody brings, for signs that the built-in one has not. */
export interface BroughtFont {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface WriteOptions {
  readonly format: FigureFormat;
  /** Pixels an inch, of PNG. */
  readonly dpi: number;
  readonly fonts: readonly BroughtFont[];
  readonly asset: ReadAsset;
}

export interface WrittenFigure {
  readonly bytes: Uint8Array;
  /** What whoever asked should know, in sentences. */
  readonly notes: readonly string[];
}

/** The files beside the programs. */
export const assetFiles = { regular: "Arimo-Regular.ttf", bold: "Arimo-Bold.ttf", raster: "resvg.wasm" } as const;

const FAMILY = "Arimo";

/**
 * Writes a figure. Same figure, table and fonts, same bytes.
 *
 * @throws where a font or program that the format needs is not there, or a font that was brought is none
 */
export async function writeFigure(figure: Figure, table: Table, options: WriteOptions): Promise<WrittenFigure> {
  switch (options.format) {
    case "svg":
      return text(figure.svg);
    case "tikz":
      return text(tikzOf(figure));
    case "html":
      return text(htmlOf(figure, table));
    case "pdf": {
      const [regular, bold] = await builtinFonts(options.asset);
      const others = options.fonts.map(({ bytes, name }) => new TrueType(bytes, postScriptName(name)));
      const fonts = { regular: new TrueType(regular, "Arimo-Regular"), bold: new TrueType(bold, "Arimo-Bold"), others };
      const { bytes, missing } = pdfOf(figure, fonts);
      return { bytes, notes: missingNote(missing) };
    }
    case "png": {
      const fonts = [...(await builtinFonts(options.asset)), ...options.fonts.map(({ bytes }) => bytes)];
      const program = await need(options.asset, assetFiles.raster);
      const bytes = await pngOf(figure, options.dpi, { program, fonts, family: FAMILY });
      return { bytes, notes: missingNote(missingSigns(figure, fonts)) };
    }
  }
}

const text = (content: string): WrittenFigure => ({ bytes: Buffer.from(content), notes: [] });

const builtinFonts = (asset: ReadAsset): Promise<readonly [Uint8Array, Uint8Array]> =>
  Promise.all([need(asset, assetFiles.regular), need(asset, assetFiles.bold)]);

async function need(asset: ReadAsset, name: string): Promise<Uint8Array> {
  const bytes = await asset(name);
  if (!bytes) throw new Error(`${name}, which this format needs, does not lie beside the program: install Lamina anew, or draw SVG`);
  return bytes;
}

/** A name that may stand in a PDF file as it is. */
const postScriptName = (name: string): string => name.replace(/\.\w+$/, "").replace(/[^A-Za-z0-9-]/g, "-") || "Font";

/** Signs of the figure that no font has; fonts that are of another kind than TrueType are taken to have all. */
function missingSigns(figure: Figure, fonts: readonly Uint8Array[]): string[] {
  const known: TrueType[] = [];
  for (const bytes of fonts) {
    try {
      known.push(new TrueType(bytes, "font"));
    } catch {
      return [];
    }
  }
  const signs = new Set(figure.svg.replace(/<style>[\s\S]*?<\/style>|<(?:title|desc)[^>]*>[^<]*<\/\w+>|<[^>]*>/g, ""));
  return [...signs].filter((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code > 32 && !known.some((font) => font.glyphOf(code) !== undefined);
  });
}

const MOST_SHOWN = 20;

function missingNote(missing: readonly string[]): string[] {
  if (missing.length === 0) return [];
  const shown = missing.slice(0, MOST_SHOWN).join("");
  const more = missing.length > MOST_SHOWN ? ` and ${missing.length - MOST_SHOWN} more signs` : "";
  return [`The built-in font has no “${shown}”${more}: boxes stand in their place. Name a TrueType font that has them with --font.`];
}
