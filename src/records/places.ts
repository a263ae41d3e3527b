/** Where things stand, for people who are somewhere: paths from a folder, lines and columns from one, cells of notebooks. */
import type { SourceDocument } from "../core/model/source.ts";
import type { Span } from "../core/text.ts";
import { hostOf } from "../embed/host.ts";
import { type Notebook, type NotebookCell, placeInNotebook, readNotebook } from "../embed/notebook.ts";
import type { RecordPlace } from "./record.ts";

/** How many signs of the text around a sentence are kept on either side. */
const AROUND = 32;

const decoded = (piece: string): string => {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
};

/** The path of a file from a folder, both by their addresses, with `/` and where it must with `..`. */
export function pathFrom(folder: string, uri: string): string {
  const from = (folder.endsWith("/") ? folder : `${folder}/`).split("/").slice(0, -1);
  const to = uri.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  // two addresses with no machine in common
  if (shared < 3) return decoded(uri);
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].map(decoded).join("/");
}

/** A stretch of a document as it can be found again in another copy of it. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** In Unicode code points from the start of the text that it was taken from. */
  readonly start: number;
  readonly end: number;
}

/** Places of one document. */
export class DocumentPlaces {
  readonly #source: SourceDocument;
  readonly #path: string;
  #notebook: Notebook | undefined;
  #text: string | undefined;

  constructor(source: SourceDocument, folder: string) {
    this.#source = source;
    this.#path = pathFrom(folder, source.uri);
  }

  /** The place of an offset of the file. */
  at(offset: number): RecordPlace {
    const notebook = this.#cells();
    const inCell = notebook && placeInNotebook(notebook, offset);
    if (inCell) return { path: this.#path, line: inCell.line, column: inCell.column, cell: inCell.cell };
    const { line, character } = this.#source.lines.positionAt(offset);
    return { path: this.#path, line: line + 1, column: character + 1 };
  }

  /** The text of a span of the file, and what stands around it; in a notebook, of the cell as its reader sees it. */
  quote(span: Span): Quote {
    const cell = this.#cells()?.cells.find(({ map }) => map.hostStart <= span.start && span.start <= map.hostEnd);
    if (cell) return quoteOf(cell.text, { start: offsetInCell(cell, span.start), end: offsetInCell(cell, span.end) });
    this.#text ??= this.#source.slice({ start: 0, end: this.#source.length });
    return quoteOf(this.#text, span);
  }

  #cells(): Notebook | undefined {
    if (hostOf(this.#source.uri) !== "notebook") return undefined;
    this.#notebook ??= readNotebook(this.#source.slice({ start: 0, end: this.#source.length }));
    return this.#notebook;
  }
}

/** The first offset of a cell's text that stands at or after an offset of the file. */
function offsetInCell({ text, map }: NotebookCell, inFile: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map.toHost(middle) >= inFile) high = middle;
    else low = middle + 1;
  }
  return low;
}

function quoteOf(text: string, { start, end }: Span): Quote {
  const before = codePoints(text, 0, start);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(withoutHalf(text, Math.max(0, start - AROUND)), start),
    suffix: text.slice(end, withoutHalf(text, Math.min(text.length, end + AROUND))),
    start: before,
    end: before + codePoints(text, start, end),
  };
}

const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** An offset that does not stand within a character that is written as two code units. */
const withoutHalf = (text: string, offset: number): number => (isSecondHalf(text.charCodeAt(offset)) ? offset + 1 : offset);

function codePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdbff && at + 1 < end && isSecondHalf(text.charCodeAt(at + 1))) at++;
    count++;
  }
  return count;
}
