/** A figure in pixels, by resvg, which is the same on every machine because it is one program for all and brings its fonts. */
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Figure } from "../diagram/figure.ts";

/** What a rasteriser needs beside itself. */
export interface RasterAssets {
  /** The program, `resvg.wasm`. */
  readonly program: Uint8Array;
  /** Files of fonts; the first one's family is set where the figure asks for a sans-serif. */
  readonly fonts: readonly Uint8Array[];
  readonly family: string;
}

let started: Promise<void> | undefined;

/** Millimetres an inch. */
const INCH = 25.4;

/** More pixels than this to a side are more than readers of PNG take. */
export const MOST_PIXELS = 20_000;

/**
 * Draws a figure.
 *
 * @param dpi pixels an inch of paper; the file says so, so that it has its size in millimetres wherever it is set
 * @throws where it would be larger than other programs can open
 */
export async function pngOf(figure: Figure, dpi: number, { program, fonts, family }: RasterAssets): Promise<Uint8Array> {
  const width = Math.round((figure.widthMm / INCH) * dpi);
  const height = Math.round((figure.heightMm / INCH) * dpi);
  if (Math.max(width, height) > MOST_PIXELS)
    throw new Error(`${width} by ${height} pixels are more than ${MOST_PIXELS} to a side: ask for fewer pixels an inch`);
  started ??= initWasm(Buffer.from(program));
  await started;
  const drawing = new Resvg(figure.svg, {
    fitTo: { mode: "width", value: width },
    font: { fontBuffers: [...fonts], loadSystemFonts: false, sansSerifFamily: family, defaultFontFamily: family },
  });
  try {
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    return withResolution(png, dpi);
  } finally {
    drawing.free();
  }
}

/** Where the first chunk of a PNG file, its header, ends. */
const AFTER_HEADER = 33;

/** Puts the chunk pHYs after the header: pixels a metre on both axes. */
function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const perMetre = Math.round((dpi * 1000) / INCH);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write("pHYs", 4, "latin1");
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, AFTER_HEADER), chunk, png.subarray(AFTER_HEADER)]);
}

/** The checksum of a chunk, after annex D of the PNG specification. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
