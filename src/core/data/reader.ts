/** Reads a data file that comes in pieces, and answers several requests on it in one pass. */
import { DelimitedReader } from "./delimited.ts";
import { JsonReader } from "./json-table.ts";
import type { DataRequest } from "./request.ts";
import { type DataProblem, type DataResult, failed } from "./result.ts";
import { Selection } from "./selection.ts";
import type { TableReader } from "./table.ts";

/** Endings of the files that are read as tables. */
export const dataEndings: readonly string[] = [".csv", ".tsv", ".tab", ".json"];

export interface DataReader {
  /** Takes the next piece of the text, cut anywhere. */
  write(text: string): void;
  /** The answers, in the order of the requests, once all text has come. `hash` is that of the file, where it is known. */
  end(hash?: string): DataResult[];
}

/**
 * Begins to read a data file.
 *
 * @param file its name, whose ending says how it is written
 */
export function openData(file: string, requests: readonly DataRequest[]): DataReader {
  const selections = requests.map((request) => new Selection(request));
  const table = tableReader(file, {
    header: (names) => {
      for (const selection of selections) selection.header(names);
    },
    row: (cells, place) => {
      for (const selection of selections) selection.row(cells, place);
    },
  });
  if (!table) {
    const problem = unknownFormat(file);
    return { write: () => undefined, end: (hash) => requests.map(() => failed(problem, hash)) };
  }
  return {
    write: (text) => table.write(text),
    end(hash) {
      table.end();
      return selections.map((selection) => selection.result(table.fault, hash));
    },
  };
}

function tableReader(file: string, sink: ConstructorParameters<typeof JsonReader>[0]): TableReader | undefined {
  const name = file.toLowerCase();
  if (name.endsWith(".json")) return new JsonReader(sink);
  if (name.endsWith(".csv")) return new DelimitedReader(sink, false);
  return name.endsWith(".tsv") || name.endsWith(".tab") ? new DelimitedReader(sink, true) : undefined;
}

const unknownFormat = (file: string): DataProblem => {
  const ending = /\.[^./\\]*$/.exec(file)?.[0];
  return {
    code: "unknown-format",
    about: "file",
    message: `Unexpected ${ending ? `“${ending}”` : "file without an ending"}, expected ${dataEndings.join(", ")}.`,
  };
};

/** Reads a data file whose text is at hand. */
export function readData(file: string, text: string, requests: readonly DataRequest[], hash?: string): DataResult[] {
  const reader = openData(file, requests);
  reader.write(text);
  return reader.end(hash);
}
