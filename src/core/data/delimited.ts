/**
 * Tables of comma- or tab-separated text, read piece by piece with papaparse: it is given whole rows as far as they
 * have come, and says where the next one begins.
 */
import Papa from "papaparse";
import type { DataProblem } from "./result.ts";
import type { TableReader, TableSink } from "./table.ts";

/** A row longer than this is a quote that is never closed, or no row. */
const LONGEST_ROW = 1024 * 1024;

/** A first line longer than this is no header. */
const LONGEST_HEADER = 1024 * 1024;

interface Convention {
  readonly delimiter: string;
  readonly newline: "\n" | "\r";
}

export class DelimitedReader implements TableReader {
  readonly #sink: TableSink;
  readonly #tabs: boolean;
  #rest = "";
  #begun = false;
  #convention: Convention | undefined;
  #headers: readonly string[] | undefined;
  /** The line in which the next row begins, from 1. */
  #line = 1;
  #fault: DataProblem | undefined;
  #ragged: { count: number; readonly line: number; readonly cells: number } | undefined;

  constructor(sink: TableSink, tabs: boolean) {
    this.#sink = sink;
    this.#tabs = tabs;
  }

  get fault(): DataProblem | undefined {
    return this.#fault ?? this.#raggedness();
  }

  write(text: string): void {
    if (this.#fault || text === "") return;
    this.#rest += text;
    if (!this.#begun) {
      this.#begun = true;
      if (this.#rest.startsWith("\ufeff")) this.#rest = this.#rest.slice(1);
    }
    this.#convention ??= this.#readConvention(false);
    if (this.#convention) this.#read(this.#convention, true);
  }

  end(): void {
    if (this.#fault) return;
    this.#convention ??= this.#readConvention(true);
    if (this.#convention && this.#rest !== "") this.#read(this.#convention, false);
    this.#rest = "";
  }

  /** Line break and delimiter as the first lines show them; undefined while too little has come. */
  #readConvention(ended: boolean): Convention | undefined {
    for (;;) {
      const at = this.#rest.search(/[\r\n]/);
      if (at < 0) {
        if (this.#rest.length > LONGEST_HEADER) this.#fault = notATable("its first line is longer than a header can be");
        if (!ended || this.#fault) return undefined;
        return { delimiter: this.#delimiterOf(this.#rest), newline: "\n" };
      }
      const isReturn = this.#rest[at] === "\r";
      if (isReturn && at + 1 === this.#rest.length && !ended) return undefined;
      const newline = isReturn && this.#rest[at + 1] !== "\n" ? "\r" : "\n";
      const line = this.#rest.slice(0, at);
      // remarks and empty lines above the header are no part of the table
      if (line.trim() !== "" && !line.startsWith("#")) return { delimiter: this.#delimiterOf(line), newline };
      this.#rest = this.#rest.slice(at + (isReturn && newline === "\n" ? 2 : 1));
      this.#line++;
    }
  }

  /** A header without a comma but with semicolons or tabs is separated by those. */
  #delimiterOf(header: string): string {
    if (this.#tabs) return "\t";
    const bare = header.replace(/"[^"]*"/g, "");
    return [",", ";", "\t"].find((sign) => bare.includes(sign)) ?? ",";
  }

  #read({ delimiter, newline }: Convention, more: boolean): void {
    const parser = new Papa.Parser({ delimiter, newline, quoteChar: '"' });
    const { data, errors, meta } = parser.parse(this.#rest, 0, more);
    const faulty = errors.find(({ row }) => row !== undefined && (row < data.length || !more))?.row ?? Infinity;
    const quoted = this.#rest.includes('"');
    const returned = newline === "\n" && this.#rest.includes("\r");
    for (const [index, cells] of data.entries()) {
      if (index >= faulty) {
        this.#fault = this.#unclosed();
        break;
      }
      this.#row(returned ? withoutReturn(cells) : cells, quoted);
    }
    this.#rest = more ? this.#rest.slice(meta.cursor) : "";
    if (this.#rest.length > LONGEST_ROW) this.#fault = this.#rest.includes('"') ? this.#unclosed() : this.#endless();
    if (this.#fault) this.#rest = "";
  }

  #unclosed(): DataProblem {
    return {
      code: "unclosed-quote",
      about: "file",
      message: `A quote that is opened in line ${this.#line} is not closed before a delimiter.`,
    };
  }

  #endless(): DataProblem {
    return notATable(`line ${this.#line} is longer than a row can be`);
  }

  #row(cells: readonly string[], quoted: boolean): void {
    const { length } = cells;
    const line = this.#line;
    this.#line += 1 + (quoted ? breaksIn(cells) : 0);
    if (length === 1 && cells[0]?.trim() === "") return;
    if (!this.#headers) {
      this.#headers = trimmedEnd(cells);
      this.#sink.header(this.#headers);
    } else if (length === this.#headers.length || isPadded(cells, this.#headers.length)) {
      this.#sink.row(cells, () => `line ${line}`);
    } else if (this.#ragged) this.#ragged.count++;
    else this.#ragged = { count: 1, line, cells: length };
  }

  #raggedness(): DataProblem | undefined {
    if (!this.#ragged || !this.#headers) return undefined;
    const { count, line, cells } = this.#ragged;
    const rows = count === 1 ? "One row has" : `${count} rows have`;
    const first = count === 1 ? `line ${line}` : `the first is line ${line}`;
    const message = `${rows} another number of cells than the header, which has ${this.#headers.length}: ${first}, with ${cells}.`;
    return { code: "ragged-rows", about: "file", message };
  }
}

const notATable = (why: string): DataProblem => ({ code: "not-a-table", about: "file", message: `This is no table: ${why}.` });

/** A carriage return before a line feed belongs to the line break. */
const withoutReturn = (cells: readonly string[]): readonly string[] => {
  const last = cells.at(-1);
  return last?.endsWith("\r") ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
};

/** Cells at the end of a header that are empty come from delimiters too many. */
function trimmedEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 1 && cells[length - 1]?.trim() === "") length--;
  return cells.slice(0, length);
}

const isPadded = (cells: readonly string[], length: number): boolean =>
  cells.length > length && cells.slice(length).every((cell) => cell.trim() === "");

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.search(/[\r\n]/); at >= 0 && at < cell.length; at++) {
      const sign = cell[at];
      if (sign === "\n" || (sign === "\r" && cell[at + 1] !== "\n")) breaks++;
    }
  }
  return breaks;
}
