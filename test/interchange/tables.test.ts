/** Tables, read by a library that knows nothing of them. */
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { guarded, unguarded } from "../../src/interchange/delimited.ts";
import { exchangeTables } from "../../src/interchange/names.ts";
import { tableOf } from "../../src/interchange/tables.ts";
import { wellFormed } from "../../src/interchange/text.ts";
import { collectExample, examples, recordsOf } from "../records/examples.ts";
import { runs } from "../support/corpus.ts";
import { nastyCollection, nastyText } from "./nasty.ts";
import { inFormat } from "./support.ts";

/** The rows of a file, each cell as it was before it was guarded. */
function rowsOf(text: string, delimiter: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\r\n", header: false });
  expect(errors).toEqual([]);
  return data.slice(0, -1).map((row) => row.map(unguarded));
}

describe.each(["csv", "tsv"] as const)("%s", (format) => {
  const delimiter = format === "csv" ? "," : "\t";

  it.each(examples)("holds every row of examples/%s", (name) => {
    const collection = collectExample(name);
    for (const table of exchangeTables) {
      const { columns, rows } = tableOf(collection, table);
      expect(rows.length, table).toBeGreaterThan(0);
      expect(rowsOf(inFormat(collection, format, { table }), delimiter)).toEqual([columns, ...rows]);
    }
  });

  it("holds whatever the texts hold, and no cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(nastyCollection, fc.constantFrom(...exchangeTables), (collection, table) => {
        const text = inFormat(collection, format, { table });
        const { columns, rows } = tableOf(collection, table);
        const kept = rows.map((row) => row.map((cell) => wellFormed(cell).replaceAll("\0", "\ufffd")));
        expect(rowsOf(text, delimiter)).toEqual([columns, ...kept]);
        const raw = Papa.parse<string[]>(text, { delimiter, newline: "\r\n" }).data.flat();
        expect(raw.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell))).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});

it("gives a guarded cell back as it was", () => {
  fc.assert(fc.property(nastyText, (text) => unguarded(guarded(text)) === text));
  expect(["=1+1", "'=1+1", "-5", "- 5", "@a", "a=b", ""].map(guarded)).toEqual(["'=1+1", "''=1+1", "-5", "'- 5", "'@a", "a=b", ""]);
});

it("says of a claim what stands on either side, by the ids of parts", () => {
  const [header = "", row = ""] = inFormat(recordsOf("claim a: L5, L6 > L4 not as ?\n  supported by [@x, p. 3] anatomy\n"), "csv").split(
    "\r\n",
  );
  const cells = Object.fromEntries(header.split(",").map((name, index) => [name, Papa.parse<string[]>(row).data[0]?.[index]]));
  expect(cells).toMatchObject({
    key: "a",
    left: "L5, L6 > L4",
    left_parts: "cortex:L5; cortex:L6 > cortex:L4",
    denied: "yes",
    right: "?",
    standing: "open",
    supported_by: "x",
    file: "main.lamina",
    line: "1",
    notebook_cell: "",
  });
});
