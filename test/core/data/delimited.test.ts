import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openData, readData } from "../../../src/core/data/reader.ts";
import type { DataRequest } from "../../../src/core/data/request.ts";
import type { DataResult } from "../../../src/core/data/result.ts";

const ask = (column: string, more: Partial<DataRequest> = {}): DataRequest => ({ column, where: undefined, aggregate: "mean", ...more });

const read = (text: string, request = ask("share"), file = "s.csv"): DataResult => readData(file, text, [request])[0] as DataResult;

const problem = (text: string, request = ask("share"), file = "s.csv"): string | undefined =>
  read(text, request, file).problems[0]?.message;

describe("a table of text", () => {
  it.each([
    ["commas", "s.csv", "layer,share\nL4,10\nL5,14\n"],
    ["no last line break", "s.csv", "layer,share\nL4,10\nL5,14"],
    ["Windows line breaks", "s.csv", "layer,share\r\nL4,10\r\nL5,14\r\n"],
    ["old line breaks", "s.csv", "layer,share\rL4,10\rL5,14\r"],
    ["a mark at the start", "s.csv", "\ufefflayer,share\nL4,10\nL5,14\n"],
    ["semicolons", "s.csv", "layer;share\nL4;10\nL5;14\n"],
    ["tabs in a .csv", "s.csv", "layer\tshare\nL4\t10\nL5\t14\n"],
    ["tabs", "s.tsv", "layer, or so\tshare\nL4\t10\nL5\t14\n"],
    ["quotes", "s.csv", '"layer","share"\n"L4, ""granular""","10"\n"L5\nor L6","14"\r\n'],
    ["blank lines and remarks", "s.csv", "# exported on a Monday\n\nlayer,share\n\nL4,10\n\nL5,14\n\n"],
    ["delimiters too many", "s.csv", "layer,share,\nL4,10,\nL5,14,,\n"],
    ["blanks around cells", "s.csv", "layer , share\nL4 , 10\nL5 , +1.4e1\n"],
    ["values that are missing", "s.csv", "layer,share\nL4,10\nL4,NA\nL4,\nL4,NaN\nL5,14\n"],
  ])("may come with %s", (_, file, text) => {
    expect(read(text, ask("share"), file)).toMatchObject({ value: 12, n: 2, problems: [] });
  });

  it("is the same however it is cut into pieces", () => {
    const cell = fc.constantFrom("1", "2.5", "-3e1", "L4", '"a,b"', '"a ""b"""', '"a\nb"', '"a\r\nb"', "", "NA", "é", "−7", '"');
    const table = fc
      .tuple(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), fc.constantFrom("\n", "\r\n", "\r"), fc.boolean())
      .map(([rows, end, mark]) => `${mark ? "\ufeff" : ""}${["x,share", ...rows.map((row) => row.join(","))].join(end)}`);
    fc.assert(
      fc.property(
        table,
        fc.array(fc.nat(60), { maxLength: 6 }),
        fc.constantFrom("mean", "median", "count", undefined),
        (text, cuts, aggregate) => {
          const request = ask("share", { aggregate });
          const whole = readData("s.csv", text, [request], "h");
          const reader = openData("s.csv", [request]);
          const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
          places.forEach((place, index) => {
            reader.write(text.slice(place, places[index + 1] ?? text.length));
          });
          expect(reader.end("h")).toEqual(whole);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("never fails, whatever the bytes", () => {
    const sign = fc.constantFrom('"', ",", ";", "\t", "\n", "\r", "#", "a", "1", " ", "\ufeff", "\u0000", "é");
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 60 }), fc.constantFrom("s.csv", "s.tsv"), (text, file) => {
        const { value, values, problems } = read(text, ask("a", { aggregate: undefined }), file);
        expect(problems.length === 1).toBe(value === undefined && values === undefined);
      }),
    );
  });
});

describe("what is wrong with a table", () => {
  it.each([
    ["a column that is not there", "layer,share\nL4,1", ask("shares"), "There is no column “shares”; the nearest is “share”."],
    ["… and nothing near it", "layer,share\nL4,1", ask("zzz"), "There is no column “zzz”; the columns are “layer”, “share”."],
    ["two columns of a name", "share,share\n1,2", ask("share"), "2 columns are called “share”; expected one."],
    [
      "no column asked for",
      "layer,share\nL4,1",
      { column: undefined, where: undefined, aggregate: undefined },
      "Expected a column after the file: “layer”, “share”.",
    ],
    ["a word among numbers", "share\n1\nabc\n2", ask("share"), "One cell of “share” is no number: “abc” in line 3."],
    ["several words", "share\n1\nabc\n2\ndef", ask("share"), "2 cells of “share” are no numbers; the first: “abc” in line 3."],
    [
      "a decimal comma",
      "layer;share\nL4;0,5",
      ask("share"),
      "One cell of “share” is no number: “0,5” in line 2. Numbers are written with a decimal point.",
    ],
    [
      "a unit in a cell",
      "share\n12 %",
      ask("share"),
      "One cell of “share” is no number: “12 %” in line 2. Put the unit into the column's name, such as “share (%)”, and leave it out of the cells.",
    ],
    [
      "rows of another length",
      "layer,share\nL4,1\nL4,1,2\nL4",
      ask("share"),
      "2 rows have another number of cells than the header, which has 2: the first is line 3, with 3.",
    ],
    [
      "a quote that is never closed",
      'layer,share\nL4,"1\nL5,2\n',
      ask("share"),
      "A quote that is opened in line 2 is not closed before a delimiter.",
    ],
    [
      "a quote amid a cell in quotes",
      'layer,share\n"a"b,1\n',
      ask("share"),
      "A quote that is opened in line 2 is not closed before a delimiter.",
    ],
    ["no rows", "layer,share\n", ask("share"), "The file has no rows below its header."],
    ["nothing at all", "", ask("share"), "The file has no header, expected the names of the columns."],
    ["only missing values", "share\nNA\n\n", ask("share"), "“share” holds no number in the rows that were asked for."],
    ["a number too large to be one", "share\n1e999", ask("share"), "One cell of “share” is no number: “1e999” in line 2."],
  ])("%s", (_, text, request, message) => {
    const result = read(text, request);
    expect([result.value, result.values]).toEqual([undefined, undefined]);
    expect(result.problems.map((each) => each.message)).toEqual([message]);
  });

  it("counts lines as an editor does, also through cells of several lines", () => {
    expect(problem('layer,share\r\n"a\r\nb",1\r\n\r\nc,oops\r\n')).toContain("in line 5");
    expect(problem("# remark\n\nlayer,share\nc,oops\n")).toContain("in line 4");
  });

  it("offers what was probably meant, to be put in its place", () => {
    expect(read("layer,share\nL4,1", ask("shar")).problems[0]).toMatchObject({ code: "unknown-column", about: "column", nearest: "share" });
    const where = { column: "layer", comparator: "=", value: "L-4" } as const;
    expect(read("layer,share\nL4,1", ask("share", { where })).problems[0]).toMatchObject({
      code: "empty-selection",
      about: "where",
      nearest: "L4",
      message: "No row has layer = “L-4”; the nearest value is “L4”.",
    });
    expect(read("layer,share\nL4,1", ask("share", { where: { ...where, column: "Lyer" } })).problems[0]).toMatchObject({
      about: "where",
      nearest: "layer",
    });
  });

  it("does not read a file of another sort", () => {
    expect(problem("a", ask("a"), "s.xlsx")).toBe("Unexpected “.xlsx”, expected .csv, .tsv, .tab, .json.");
    expect(problem("a", ask("a"), "data/s")).toBe("Unexpected file without an ending, expected .csv, .tsv, .tab, .json.");
  });

  it("gives up on a quote that swallows the file, and on a line that is no header", () => {
    const reader = openData("s.csv", [ask("share")]);
    reader.write('layer,share\nL4,"');
    for (let piece = 0; piece < 40; piece++) reader.write("1\n".repeat(100_000));
    expect(reader.end()[0]?.problems[0]).toMatchObject({ code: "unclosed-quote", message: /line 2/ });
    const binary = openData("s.csv", [ask("share")]);
    for (let piece = 0; piece < 30; piece++) binary.write("x".repeat(100_000));
    expect(binary.end()[0]?.problems[0]).toMatchObject({ code: "not-a-table" });
  });
});
