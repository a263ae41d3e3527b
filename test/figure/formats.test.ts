import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";
import { SaxesParser } from "saxes";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, it } from "vitest";
import { figureAssets } from "../../scripts/lib/bundle.mjs";
import { figure } from "../../src/diagram/figure.ts";
import { TrueType } from "../../src/figure/true-type.ts";
import { eightClaims, oddClaims, twentyFourClaims } from "../diagram/fixtures.ts";
import { asset, HOSTILE, made, pictures, textOf, write } from "./made.ts";

/** All text of a well-formed document. Throws where it is none. */
function xmlText(xml: string): string {
  let text = "";
  const parser = new SaxesParser();
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return text;
}

const every = Object.entries(pictures);

describe("SVG", () => {
  it.each(every)("of %s is well-formed, and holds its words as words", async (_, picture) => {
    const text = xmlText(await textOf(picture, "svg"));
    expect(text).toContain("Softmax");
    if (picture.title !== "") expect(text).toContain(picture.title);
  });

  it("names nothing outside itself", async () => {
    const svg = (await textOf(twentyFourClaims, "svg")).replace('xmlns="http://www.w3.org/2000/svg"', "");
    expect(svg).not.toMatch(/https?:|href|@import|@font-face|<script/);
  });
});

describe("PNG", () => {
  it.each(every)("of %s has the size that it says, and is drawn on", async (_, picture) => {
    const { bytes } = await write(picture, "png");
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    const { heightMm } = made(picture);
    expect(width).toBe(Math.round((174 / 25.4) * 72));
    expect(Math.abs(height - (heightMm / 25.4) * 72)).toBeLessThanOrEqual(1.5);
    const colours = new Set<number>();
    for (let at = 0; at < data.length; at += 4) {
      colours.add(data.readUInt32BE(at));
      // no pixel is see-through: the figure has a ground
      if (data[at + 3] !== 255) throw new Error(`pixel ${at / 4} is see-through`);
    }
    expect(colours.size).toBeGreaterThan(50);
  });

  it("says how many pixels a metre has", async () => {
    const { bytes } = await write(eightClaims, "png", { dpi: 300 });
    const file = Buffer.from(bytes);
    const at = file.indexOf("pHYs");
    expect([file.readUInt32BE(at + 4), file.readUInt32BE(at + 8), file.readUInt8(at + 12)]).toEqual([11811, 11811, 1]);
  });

  it("has letters where there is text, from the font that it brings", async () => {
    const dark = ({ data }: PNG): number => data.filter((value, at) => at % 4 === 0 && value < 60).length;
    const withText = PNG.sync.read(Buffer.from((await write(eightClaims, "png", { dpi: 200 })).bytes));
    const figureOnly = made(eightClaims);
    const without = { ...figureOnly, svg: figureOnly.svg.replace(/<text[^>]*>[^<]*<\/text>/g, "") };
    const { pngOf } = await import("../../src/figure/png.ts");
    const [program, font] = await Promise.all([asset("resvg.wasm"), asset("Arimo-Regular.ttf")]);
    if (!program || !font) throw new Error("no assets");
    const bare = PNG.sync.read(Buffer.from(await pngOf(without, 200, { program, fonts: [font], family: "Arimo" })));
    expect(dark(withText)).toBeGreaterThan(dark(bare) + 5000);
  });

  it("refuses to be larger than others can open", async () => {
    const { writeFigure } = await import("../../src/figure/formats.ts");
    const wide = figure(eightClaims, { widthMm: 400 });
    await expect(writeFigure(wide, { columns: [], rows: [] }, { format: "png", dpi: 2400, fonts: [], asset })).rejects.toThrow(
      "pixels are more than 20000 to a side",
    );
  });
});

describe("PDF", () => {
  it.each(every)("of %s is one page of its size, whose words can be read", async (_, picture) => {
    const { bytes } = await write(picture, "pdf");
    const document = await getDocumentProxy(new Uint8Array(bytes));
    expect(document.numPages).toBe(1);
    const [left, top, width = 0, height = 0] = (await document.getPage(1)).view;
    expect([left, top]).toEqual([0, 0]);
    expect(width).toBeCloseTo((174 / 25.4) * 72, 2);
    expect(height).toBeCloseTo((made(picture).heightMm / 25.4) * 72, 2);
    const { text } = await extractText(document, { mergePages: true });
    for (const word of ["Cortical", "Softmax", "QKᵀ/√d", "white matter"]) expect(text).toContain(word);
  });

  it("has title and caption, and holds what no font can show as text", async () => {
    const { bytes, notes } = await write(pictures["names that mean something to the format"] ?? eightClaims, "pdf");
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { info } = await getMeta(document);
    expect(info.Title).toContain(HOSTILE);
    expect(info.Subject).toContain("Mapping claims between the cortical column");
    expect(info).not.toHaveProperty("CreationDate");
    expect((await extractText(document, { mergePages: true })).text).toContain("皮質");
    expect(notes.join()).toContain("no “皮質");
    expect(notes.join()).toContain("--font");
  });

  it("takes a font for signs that the built-in one has not, and says where a font is none", async () => {
    const bold = await asset("Arimo-Bold.ttf");
    if (!bold) throw new Error("no font");
    const brought = { name: "My font.ttf", bytes: bold };
    expect((await write(oddClaims, "pdf", { fonts: [brought] })).notes).toEqual([]);
    const none = { name: "notes.ttf", bytes: Buffer.from("these are notes") };
    await expect(write(oddClaims, "pdf", { fonts: [none] })).rejects.toThrow("notes is not a TrueType font");
    const torn = { name: "torn.ttf", bytes: bold.subarray(0, 300) };
    await expect(write(oddClaims, "pdf", { fonts: [torn] })).rejects.toThrow("torn cannot be read as a TrueType font");
  });
});

describe("the formats", () => {
  it.each(["svg", "png", "pdf", "tikz", "html"] as const)("%s is the same, byte for byte, when it is made again", async (format) => {
    const one = await write(twentyFourClaims, format);
    const copy = JSON.parse(JSON.stringify(twentyFourClaims));
    expect(Buffer.compare(Buffer.from((await write(copy, format)).bytes), Buffer.from(one.bytes))).toBe(0);
  });

  it("say what is missing beside the program", async () => {
    const nothing = { asset: () => Promise.resolve(undefined) };
    await expect(write(eightClaims, "png", nothing)).rejects.toThrow("Arimo-Regular.ttf, which this format needs");
    await expect(write(eightClaims, "pdf", nothing)).rejects.toThrow("install Lamina anew, or draw SVG");
    expect((await write(eightClaims, "tikz", nothing)).notes).toEqual([]);
  });
});

describe("a part of a font", () => {
  it("has the glyphs that were asked for, with their widths and the parts they are made of", async () => {
    const bytes = await readFile(join(import.meta.dirname, "../..", figureAssets["Arimo-Regular.ttf"]));
    const font = new TrueType(bytes, "Arimo");
    const glyphs = [..."Aé→√"].map((sign) => font.glyphOf(sign.codePointAt(0) ?? 0) ?? 0);
    expect(glyphs.every((glyph) => glyph > 0)).toBe(true);
    const { bytes: small, numbers } = font.subset(glyphs);
    expect(small.length).toBeLessThan(bytes.length / 8);
    // a part has no table of signs, so its tables are read by hand
    const view = new DataView(small.buffer, small.byteOffset, small.byteLength);
    const tags = Array.from({ length: view.getUint16(4) }, (_, index) =>
      String.fromCharCode(...small.subarray(12 + index * 16, 16 + index * 16)),
    );
    expect(tags).toEqual([...tags].sort());
    expect(tags).toEqual(expect.arrayContaining(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]));
    // the accent of é came along, if it is a glyph of its own
    expect(numbers.size).toBeGreaterThanOrEqual(glyphs.length + 1);
    expect(numbers.get(0)).toBe(0);
    expect(font.widthOf(font.glyphOf(0x41) ?? 0)).toBeCloseTo(667, 0);
  });
});
