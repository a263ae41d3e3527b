/** A PDF file as numbered objects, in the order in which they were added. No clock and no chance: same objects, same bytes. */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

export class PdfFile {
  readonly #objects: (Buffer | undefined)[] = [];

  /** A number for an object that others name before it is known; to be given to `put`. */
  reserve(): string {
    this.#objects.push(undefined);
    return `${this.#objects.length} 0 R`;
  }

  put(reference: string, body: string): void {
    this.#objects[Number.parseInt(reference, 10) - 1] = Buffer.from(body, "latin1");
  }

  /** Adds an object; returns how others name it. */
  add(body: string): string {
    const reference = this.reserve();
    this.put(reference, body);
    return reference;
  }

  /** Adds a stream, compressed. */
  stream(content: Uint8Array, entries = ""): string {
    const packed = deflateSync(content, { level: 9 });
    const head = Buffer.from(`<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`, "latin1");
    this.#objects.push(Buffer.concat([head, packed, Buffer.from("\nendstream", "latin1")]));
    return `${this.#objects.length} 0 R`;
  }

  /** The whole file. */
  bytes(catalog: string, info: string): Uint8Array {
    // the bytes after the first line say that the file is not a text
    const pieces: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
    let length = pieces[0]?.length ?? 0;
    const push = (piece: Buffer): void => {
      pieces.push(piece);
      length += piece.length;
    };
    const offsets = this.#objects.map((object, index) => {
      const offset = length;
      push(Buffer.from(`${index + 1} 0 obj\n`, "latin1"));
      push(object ?? Buffer.from("null", "latin1"));
      push(Buffer.from("\nendobj\n", "latin1"));
      return offset;
    });
    const id = createHash("sha256").update(Buffer.concat(pieces)).digest("hex").slice(0, 32);
    const start = length;
    const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    push(
      Buffer.from(
        `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${offsets.length + 1} /Root ${catalog} /Info ${info} /ID [<${id}> <${id}>] >>\nstartxref\n${start}\n%%EOF\n`,
        "latin1",
      ),
    );
    return Buffer.concat(pieces);
  }
}

/** A text that people read, in a file: UTF-16 in hexadecimal digits, with the mark that says so. */
export function pdfText(content: string): string {
  const bytes = Buffer.from(`\ufeff${content}`, "utf16le").swap16();
  return `<${bytes.toString("hex")}>`;
}

/** A number of at most four decimals, never with an exponent. */
export const pdfNumber = (value: number): string => String(Math.round((Number.isFinite(value) ? value : 0) * 1e4) / 1e4 || 0);
