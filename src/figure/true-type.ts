/** TrueType fonts: which glyph a sign has, how wide it is, and a smaller font of the glyphs that are used. After the OpenType specification 1.9. */

interface Table {
  readonly offset: number;
  readonly length: number;
}

/** Tables that a font within a PDF file must have or, for its hints, may have. */
const keptTables = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

const COMPOSITE = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 } as const;

export class TrueType {
  readonly name: string;
  readonly unitsPerEm: number;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly glyphs: number;
  readonly #bytes: DataView;
  readonly #tables = new Map<string, Table>();
  readonly #signs: ReadonlyMap<number, number>;

  /**
   * @param name how messages and files call it
   * @throws where the bytes are no font with TrueType outlines
   */
  constructor(bytes: Uint8Array, name: string) {
    this.name = name;
    this.#bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const kind = bytes.byteLength < 12 ? 0 : this.#bytes.getUint32(0);
    // 1.0, or “true” as some have it
    if (kind !== 0x00010000 && kind !== 0x74727565) throw new Error(`${name} is not a TrueType font (.ttf)`);
    try {
      const count = this.#bytes.getUint16(4);
      for (let index = 0; index < count; index++) {
        const at = 12 + index * 16;
        this.#tables.set(tagAt(this.#bytes, at), { offset: this.#bytes.getUint32(at + 8), length: this.#bytes.getUint32(at + 12) });
      }
      const head = this.#at("head");
      this.unitsPerEm = this.#bytes.getUint16(head + 18);
      const box = [0, 1, 2, 3].map((index) => this.#bytes.getInt16(head + 36 + index * 2));
      this.box = [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0];
      this.ascent = this.#bytes.getInt16(this.#at("hhea") + 4);
      this.descent = this.#bytes.getInt16(this.#at("hhea") + 6);
      this.glyphs = this.#bytes.getUint16(this.#at("maxp") + 4);
      this.#at("glyf");
      this.#signs = this.#readSigns();
    } catch (thrown) {
      throw new Error(`${name} cannot be read as a TrueType font: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }

  /** The glyph of a code point; undefined where the font has none. */
  glyphOf(code: number): number | undefined {
    return this.#signs.get(code);
  }

  /** The advance of a glyph, in thousandths of the size. */
  widthOf(glyph: number): number {
    const counted = this.#bytes.getUint16(this.#at("hhea") + 34);
    const index = Math.min(glyph, counted - 1);
    return (this.#bytes.getUint16(this.#at("hmtx") + index * 4) * 1000) / this.unitsPerEm;
  }

  /** A font with these glyphs alone, the first of which is that for what is missing, and the new number of each. */
  subset(wanted: readonly number[]): { readonly bytes: Uint8Array; readonly numbers: ReadonlyMap<number, number> } {
    const numbers = new Map<number, number>([[0, 0]]);
    const queue = [0, ...wanted];
    for (const glyph of queue) {
      if (!numbers.has(glyph)) numbers.set(glyph, numbers.size);
      for (const { glyph: part } of this.#partsOf(glyph)) if (!numbers.has(part)) queue.push(part);
    }
    const glyphs = [...numbers.keys()];
    const outlines = glyphs.map((glyph) => this.#renumbered(glyph, numbers));
    const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
    const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
    let end = 0;
    glyphs.forEach((glyph, index) => {
      hmtx.setUint16(index * 4, Math.round((this.widthOf(glyph) * this.unitsPerEm) / 1000));
      hmtx.setInt16(index * 4 + 2, this.#sideBearing(glyph));
      end += outlines[index]?.length ?? 0;
      loca.setUint32((index + 1) * 4, end);
    });
    const head = this.#copy("head");
    head.setUint32(8, 0);
    head.setInt16(50, 1);
    const hhea = this.#copy("hhea");
    hhea.setUint16(34, glyphs.length);
    const maxp = this.#copy("maxp");
    maxp.setUint16(4, glyphs.length);
    const made = new Map<string, Uint8Array>([
      ["glyf", joined(outlines)],
      ...(
        [
          ["loca", loca],
          ["hmtx", hmtx],
          ["head", head],
          ["hhea", hhea],
          ["maxp", maxp],
        ] as const
      ).map(([tag, view]): [string, Uint8Array] => [tag, new Uint8Array(view.buffer)]),
    ]);
    const tables = keptTables.flatMap((tag): [string, Uint8Array][] => {
      const table = made.get(tag) ?? (this.#tables.has(tag) ? new Uint8Array(this.#copy(tag).buffer) : undefined);
      return table ? [[tag, table]] : [];
    });
    return { bytes: fontFile(tables), numbers };
  }

  #at(tag: string): number {
    const table = this.#tables.get(tag);
    if (!table) throw new Error(`it has no table “${tag.trim()}”`);
    return table.offset;
  }

  #copy(tag: string): DataView {
    const { offset, length } = this.#tables.get(tag) ?? { offset: 0, length: 0 };
    return new DataView(this.#slice(offset, length).slice().buffer);
  }

  #slice(offset: number, length: number): Uint8Array {
    const start = Math.min(offset, this.#bytes.byteLength);
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + start, Math.min(length, this.#bytes.byteLength - start));
  }

  #sideBearing(glyph: number): number {
    const counted = this.#bytes.getUint16(this.#at("hhea") + 34);
    const hmtx = this.#at("hmtx");
    return this.#bytes.getInt16(glyph < counted ? hmtx + glyph * 4 + 2 : hmtx + counted * 4 + (glyph - counted) * 2);
  }

  #outline(glyph: number): Uint8Array {
    const long = this.#bytes.getInt16(this.#at("head") + 50) === 1;
    const loca = this.#at("loca");
    const start = long ? this.#bytes.getUint32(loca + glyph * 4) : this.#bytes.getUint16(loca + glyph * 2) * 2;
    const end = long ? this.#bytes.getUint32(loca + glyph * 4 + 4) : this.#bytes.getUint16(loca + glyph * 2 + 2) * 2;
    return this.#slice(this.#at("glyf") + start, Math.max(0, end - start));
  }

  /** The glyphs that a glyph is made of, and where in its outline they are named. */
  #partsOf(glyph: number): { readonly glyph: number; readonly at: number }[] {
    const outline = this.#outline(glyph);
    const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
    if (outline.length < 10 || view.getInt16(0) >= 0) return [];
    const parts: { glyph: number; at: number }[] = [];
    let at = 10;
    let flags: number;
    do {
      flags = view.getUint16(at);
      parts.push({ glyph: view.getUint16(at + 2), at: at + 2 });
      at += 4 + (flags & COMPOSITE.words ? 4 : 2);
      if (flags & COMPOSITE.scale) at += 2;
      else if (flags & COMPOSITE.twoScales) at += 4;
      else if (flags & COMPOSITE.matrix) at += 8;
    } while (flags & COMPOSITE.more);
    return parts;
  }

  /** An outline that names its parts by their new numbers, as long as a multiple of four. */
  #renumbered(glyph: number, numbers: ReadonlyMap<number, number>): Uint8Array {
    const outline = this.#outline(glyph);
    const out = new Uint8Array((outline.length + 3) & ~3);
    out.set(outline);
    const view = new DataView(out.buffer);
    for (const { glyph: part, at } of this.#partsOf(glyph)) view.setUint16(at, numbers.get(part) ?? 0);
    return out;
  }

  /** The signs of the font, from its tables of the formats 4 and 12. */
  #readSigns(): Map<number, number> {
    const signs = new Map<number, number>();
    const cmap = this.#at("cmap");
    const count = this.#bytes.getUint16(cmap + 2);
    for (let index = 0; index < count; index++) {
      const at = cmap + this.#bytes.getUint32(cmap + 4 + index * 8 + 4);
      const platform = this.#bytes.getUint16(cmap + 4 + index * 8);
      const format = this.#bytes.getUint16(at);
      // 0 and 3 are Unicode's
      if (platform !== 0 && platform !== 3) continue;
      if (format === 4) this.#readSegments(at, signs);
      else if (format === 12) this.#readGroups(at, signs);
    }
    return signs;
  }

  #readSegments(at: number, signs: Map<number, number>): void {
    const doubled = this.#bytes.getUint16(at + 6);
    for (let offset = 0; offset < doubled; offset += 2) {
      const end = this.#bytes.getUint16(at + 14 + offset);
      const start = this.#bytes.getUint16(at + 16 + doubled + offset);
      const delta = this.#bytes.getUint16(at + 16 + doubled * 2 + offset);
      const rangeAt = at + 16 + doubled * 3 + offset;
      const range = this.#bytes.getUint16(rangeAt);
      for (let code = start; code <= end && code < 0xffff; code++) {
        const found = range === 0 ? code : this.#bytes.getUint16(rangeAt + range + (code - start) * 2);
        const glyph = range !== 0 && found === 0 ? 0 : (found + delta) & 0xffff;
        if (glyph !== 0) signs.set(code, glyph);
      }
    }
  }

  #readGroups(at: number, signs: Map<number, number>): void {
    const groups = this.#bytes.getUint32(at + 12);
    for (let index = 0; index < groups; index++) {
      const group = at + 16 + index * 12;
      const [start, end, first] = [0, 4, 8].map((offset) => this.#bytes.getUint32(group + offset));
      if (start === undefined || end === undefined || first === undefined || end > 0x10ffff) return;
      for (let code = start; code <= end; code++) signs.set(code, first + code - start);
    }
  }
}

const tagAt = (view: DataView, at: number): string => String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** The sum of a table, which its entry in the directory bears. */
function checksum(table: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4)
    sum = (sum + ((table[at] ?? 0) * 0x1000000 + ((table[at + 1] ?? 0) << 16) + ((table[at + 2] ?? 0) << 8) + (table[at + 3] ?? 0))) >>> 0;
  return sum;
}

function fontFile(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const header = new DataView(new ArrayBuffer(12 + tables.length * 16));
  header.setUint32(0, 0x00010000);
  header.setUint16(4, tables.length);
  header.setUint16(6, power * 16);
  header.setUint16(8, Math.log2(power));
  header.setUint16(10, (tables.length - power) * 16);
  let offset = header.byteLength;
  const padded = tables.map(([tag, bytes], index) => {
    const at = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) header.setUint8(at + letter, tag.charCodeAt(letter));
    header.setUint32(at + 4, checksum(bytes));
    header.setUint32(at + 8, offset);
    header.setUint32(at + 12, bytes.length);
    const out = new Uint8Array((bytes.length + 3) & ~3);
    out.set(bytes);
    offset += out.length;
    return out;
  });
  return joined([new Uint8Array(header.buffer), ...padded]);
}
