/** The type of a PDF file: which signs are set in which font, and the smaller fonts that go into the file. */
import { createHash } from "node:crypto";
import type { PdfFile } from "./pdf-file.ts";
import type { TrueType } from "./true-type.ts";

/** A stretch of text in one font. */
export interface SetText {
  /** What the page calls the font: `F1`. */
  readonly font: string;
  /** Two bytes for each sign, in hexadecimal digits. */
  readonly codes: string;
  /** In thousandths of the size. */
  readonly width: number;
}

/** A font as far as it is used. Every sign gets a number of its own, so that text stays text even where the font has no glyph for it. */
class UsedFont {
  readonly font: TrueType;
  /** By code point its number, from 1. */
  readonly codes = new Map<number, number>();

  constructor(font: TrueType) {
    this.font = font;
  }

  codeOf(sign: number): number {
    let code = this.codes.get(sign);
    if (code === undefined) {
      code = this.codes.size + 1;
      this.codes.set(sign, code);
    }
    return code;
  }
}

export class PdfType {
  /** Regular, bold, and those that are asked where neither has a sign. */
  readonly #fonts: readonly UsedFont[];
  /** Signs that no font has. */
  readonly missing = new Set<string>();

  constructor(regular: TrueType, bold: TrueType, others: readonly TrueType[]) {
    this.#fonts = [regular, bold, ...others].map((font) => new UsedFont(font));
  }

  set(content: string, bold: boolean): SetText[] {
    const out: { font: string; codes: string; width: number }[] = [];
    const preferred = bold ? [1, 0] : [0, 1];
    for (const sign of content) {
      const code = sign.codePointAt(0) ?? 0;
      const order = [...preferred, ...this.#fonts.keys()];
      const index = order.find((each) => this.#fonts[each]?.font.glyphOf(code) !== undefined);
      if (index === undefined) this.missing.add(sign);
      const used = this.#fonts[index ?? preferred[0] ?? 0];
      if (!used) continue;
      const font = `F${(index ?? preferred[0] ?? 0) + 1}`;
      const hex = used.codeOf(code).toString(16).padStart(4, "0");
      const width = used.font.widthOf(used.font.glyphOf(code) ?? 0);
      const last = out.at(-1);
      if (last?.font === font) {
        last.codes += hex;
        last.width += width;
      } else out.push({ font, codes: hex, width });
    }
    return out;
  }

  /** Puts the fonts that are used into a file; what the resources of a page name them by. */
  embed(file: PdfFile): string {
    return this.#fonts.flatMap((used, index) => (used.codes.size === 0 ? [] : [`/F${index + 1} ${embedded(used, file)}`])).join(" ");
  }
}

const hex4 = (value: number): string => value.toString(16).padStart(4, "0");

/** A code point in UTF-16, in hexadecimal digits. */
const utf16 = (code: number): string =>
  [...String.fromCodePoint(code)].flatMap((sign) => sign.split("").map((unit) => hex4(unit.charCodeAt(0)))).join("");

function embedded({ font, codes }: UsedFont, file: PdfFile): string {
  const glyphs = [...codes.keys()].map((code) => font.glyphOf(code) ?? 0);
  const { bytes, numbers } = font.subset(glyphs);
  const scale = (value: number): number => Math.round((value * 1000) / font.unitsPerEm);
  // six letters before the name say that it is a part of the font, and which
  const digest = createHash("sha256").update(bytes).digest();
  const name = `${[...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join("")}+${font.name}`;
  const map = Buffer.alloc((codes.size + 1) * 2);
  for (const [index, glyph] of glyphs.entries()) map.writeUInt16BE(numbers.get(glyph) ?? 0, (index + 1) * 2);
  const data = file.stream(bytes, `/Length1 ${bytes.length}`);
  const descriptor = file.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 32 /FontBBox [${font.box.map(scale).join(" ")}] /ItalicAngle 0 ` +
      `/Ascent ${scale(font.ascent)} /Descent ${scale(font.descent)} /CapHeight ${scale(font.ascent)} /StemV 80 /FontFile2 ${data} >>`,
  );
  const widths = glyphs.map((glyph) => Math.round(font.widthOf(glyph))).join(" ");
  const descendant = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
      `/FontDescriptor ${descriptor} /DW 1000 /W [1 [${widths}]] /CIDToGIDMap ${file.stream(map)} >>`,
  );
  const unicode = file.stream(Buffer.from(unicodeMap([...codes])));
  return file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant}] /ToUnicode ${unicode} >>`,
  );
}

/** What signs the numbers stand for, so that a reader can search and copy. */
function unicodeMap(codes: readonly (readonly [sign: number, code: number])[]): string {
  const blocks: string[] = [];
  // a block holds a hundred at most
  for (let at = 0; at < codes.length; at += 100) {
    const lines = codes.slice(at, at + 100).map(([sign, code]) => `<${hex4(code)}> <${utf16(sign)}>`);
    blocks.push(`${lines.length} beginbfchar\n${lines.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}
