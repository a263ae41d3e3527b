/** `lamina export`: claims of a folder in the formats that others read. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exchangeFormats, type InterchangeProgram } from "../../src/interchange/names.ts";
import * as interchange from "../../src/interchange/program.ts";
import { lamina, project, type Said } from "./command-line.ts";

const loaded: InterchangeProgram = interchange;

const files = {
  "refs.bib": "@article{smith2001, author = {Smith, A.}, title = {On Layers}, year = 2001}\n@misc{other2002, title = {Other}}\n",
  "claims/a.lamina":
    'cite "../refs.bib"\nclaim values: L4 -> L2/3 as Value\n  supported by [@smith2001] anatomy "so"\n  predicts share\nclaim keys: L5 as Key\n  supported by [@other2002] anatomy "so"\nprediction share: "A tenth"\n',
  "paper.md": "Layer 4 [hands values on]{claim=values}.\n",
  "data.csv": "a,b\n1,2\n",
};

const run = (folder: string, ...argv: string[]): Promise<Said> =>
  lamina(folder, ["export", ...argv], {}, { program: (name) => (name === "interchange" ? loaded : undefined) });

describe("lamina export", () => {
  it("writes every format, and says once what one leaves out", async () => {
    const folder = project(files);
    for (const format of exchangeFormats) {
      const { code, out, err } = await run(folder, "--format", format);
      expect([code, err.split("\n").length <= 2], format).toEqual([0, true]);
      expect(out.length, format).toBeGreaterThan(100);
    }
    expect((await run(folder, "--format", "json")).err).toBe("");
    expect((await run(folder, "--format", "dot")).err).toBe(
      "lamina: The graph of claims for Graphviz cannot hold all: 2 pieces of evidence, 1 prediction, 1 sentence that states a claim left out\n",
    );
  });

  it("gives json where nothing else is asked for, with paths from the folder it runs in", async () => {
    const { out } = await run(project(files));
    const { title, profile, claims } = interchange.readCollection(out);
    expect([title.startsWith("lamina cli "), profile]).toEqual([true, "draft"]);
    expect(claims.map(({ key, place }) => [key, place.path, place.line])).toEqual([
      ["values", "claims/a.lamina", 2],
      ["keys", "claims/a.lamina", 5],
    ]);
    expect(claims[0]?.sentences).toMatchObject([{ exact: "hands values on", place: { path: "paper.md" } }]);
  });

  it("tells the format by the name of a file, and writes there", async () => {
    const folder = project(files);
    const { code, out } = await run(
      folder,
      "claims",
      "--out",
      "claims.trig",
      "--base",
      "https://example.org/c/",
      "--date",
      "2026-11-24",
      "--writer",
      "A. Writer",
    );
    expect([code, out]).toEqual([0, ""]);
    const text = readFileSync(join(folder, "claims.trig"), "utf8");
    expect(text).toContain("<https://example.org/c/nanopublication/values#assertion>");
    expect(text).toContain('dcterms:created "2026-11-24"^^xsd:date');
    expect(text).toContain('rdfs:label "A. Writer"');
    await run(folder, "-o", "sentences.annotations.jsonld");
    expect(readFileSync(join(folder, "sentences.annotations.jsonld"), "utf8")).toContain('"AnnotationCollection"');
  });

  it("takes some claims alone, with what they cite and predict", async () => {
    const folder = project(files);
    const only = interchange.readCollection((await run(folder, "--claim", "keys")).out);
    expect([only.claims.map(({ key }) => key), only.works.map(({ key }) => key), only.predictions]).toEqual([["keys"], ["other2002"], []]);
    expect((await run(folder, "--format", "csv", "--table", "evidence", "--claim", "values")).out.split("\r\n")).toHaveLength(3);
    expect(await run(folder, "--claim", "value")).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is no claim called “value”, expected “values”?"),
    });
  });

  it("names the profile that the settings of the folder name", async () => {
    const { out } = await run(project({ ...files, "lamina.json": '{"profile": "submission"}' }));
    expect(interchange.readCollection(out).profile).toBe("submission");
  });

  it.each([
    [["--format", "word"], "unknown value “word” of --format, expected json, trig"],
    [["--out", "claims.docx"], "the name “claims.docx” does not say which format is meant: add --format json|trig"],
    [["--format", "dot", "--table", "works"], "dot is no table: --table is for csv, tsv, markdown, latex"],
    [["--table", "evidence", "--format", "csv", "--table", "everything"], "unknown value “everything” of --table"],
    [["--format", "trig", "--base", "my claims"], "“my claims” cannot be the base of addresses"],
    [["--format", "trig", "--date", "yesterday"], "“yesterday” is no date"],
    [["nowhere.lamina"], "there is no file or folder “nowhere.lamina”"],
    [["data.csv"], "there is nothing in “data.csv” that Lamina reads"],
    [["--out", "no/such/folder.csv"], "“no/such/folder.csv” cannot be written: there is no such folder"],
  ])("says what is wrong with %j", async (argv, message) => {
    const folder = project(files);
    const { code, out, err } = await run(folder, ...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(existsSync(join(folder, "claims.docx"))).toBe(false);
  });

  it("says so where no claim stands", async () => {
    const { code, err } = await run(project({ "a.lamina": "use cortex\n" }), "--format", "csv");
    expect([code, err]).toEqual([0, "lamina: no claim stands there\n"]);
  });
});
