import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as program from "../../src/report/program.ts";
import { figures } from "../figure/made.ts";
import { lamina, project, type Said } from "./command-line.ts";

const report = (folder: string, ...argv: string[]): Promise<Said> =>
  lamina(folder, ["report", ...argv], {}, { figures, program: (name) => (name === "report" ? program : undefined) });

const files = {
  "references.bib":
    "@article{larkum1999new, author = {Larkum, Matthew E.}, title = {A new mechanism}, year = {1999}, doi = {10.1038/18686}}\n",
  "claims.lamina":
    'cite "references.bib"\n\nclaim values: L4 -> L2/3 as Value\n  means "Layer 4 hands content on"\n  strength functional\n' +
    '  supported by [@larkum1999new, Fig. 3] ephys_intracellular "it fires" in rat S1 read abstract\n\nclaim gap: L5 as ?\n',
  "notes/other.md": "# Notes\n\n```lamina\nclaim bare: L6 as Key  # lamina-ignore claim-without-evidence -- to be measured\n```\n",
};

describe("lamina report", () => {
  it("writes a page to the standard output where nothing is asked", async () => {
    const { code, out, err } = await report(project(files));
    expect([code, err]).toEqual([0, ""]);
    expect(out.startsWith("<!DOCTYPE html>")).toBe(true);
    expect(out).toContain("3 claims: 1 supported, 1 unsupported and 1 open gap.");
    expect(out).toContain('class="lamina-scene"');
    expect(out).toContain("to be measured");
    expect(out).toContain("checked by the profile “submission”");
    expect(out).toContain('href="https://doi.org/10.1038/18686"');
  });

  it.each([
    ["r.html", "<!DOCTYPE html>", undefined],
    ["r.md", "# Claims and evidence", "r-picture.svg"],
    ["r.tex", "% A report by Lamina", "r-picture.pdf"],
  ])("writes what the name %s says, with a picture beside it where the file can hold none", async (name, start, picture) => {
    const folder = project(files);
    const { code, out, err } = await report(folder, "--out", name);
    expect([code, out, err]).toEqual([0, "", picture === undefined ? "" : `${picture}: the picture of the report\n`]);
    const text = readFileSync(join(folder, name), "utf8");
    expect(text.startsWith(start)).toBe(true);
    expect(picture === undefined || (existsSync(join(folder, picture)) && text.includes(picture))).toBe(true);
  });

  it("says no more than the paths hold, with all that their project knows", async () => {
    const { out } = await report(project(files), "claims.lamina", "--format", "markdown", "--no-picture");
    expect(out).toContain("# Claims and evidence: claims.lamina");
    expect(out).toContain("2 claims: 1 supported and 1 open gap.");
    expect(out).toContain("Larkum 1999 \\[1\\]");
    expect(out).not.toContain("bare");
  });

  it("has the title and the date that are given, and the same bytes each time", async () => {
    const folder = project(files);
    const argv = ["--title", "For the editor", "--date", "2026-11-24"];
    const { out } = await report(folder, ...argv);
    expect(out).toContain("<h1>For the editor</h1>");
    expect(out).toContain("2026-11-24 ·");
    expect((await report(folder, ...argv)).out).toBe(out);
  });

  it("gives the checklist alone", async () => {
    const { out } = await report(project(files), "--checklist", "--format", "markdown");
    expect(out).toContain("# Checklist:");
    expect(out).toContain("1 of 2 claims assert no more");
    expect(out).not.toContain("At a glance");
  });

  it("is whole in an empty folder, and where nothing can be read as it was meant", async () => {
    const empty = await report(project({}));
    expect([empty.code, empty.out.includes("No claim was found.")]).toEqual([0, true]);
    const broken = await report(project({ "a.lamina": 'claim x: L4 -> as\n  supportd by [@x\n  means "never ends\n\nclaim : \n' }));
    expect([broken.code, broken.err]).toEqual([0, ""]);
    expect(broken.out).toContain("syntax-error");
  });

  it.each([
    [["--date", "2026-02-30"], "“2026-02-30” is no day, expected YYYY-MM-DD as in 2026-11-23"],
    [["--out", "r.docx"], "the name “r.docx” does not say which format is meant: add --format html|markdown|latex"],
    [["--format", "pdf"], "unknown value “pdf” of --format, expected html, markdown, latex"],
    [["--out", "no/where.html"], "“no/where.html” cannot be written: there is no such folder"],
    [["nowhere.lamina"], "there is no file or folder “nowhere.lamina”"],
  ])("cannot run with %s", async (argv, message) => {
    const { code, out, err } = await report(project(files), ...argv);
    expect([code, out, err]).toEqual([2, "", `lamina: ${message}\n`]);
  });

  it("says so where a file cannot be read as what it is", async () => {
    const { code, err } = await report(project({ ...files, "picture.png": "" }), "picture.png", "claims.lamina", "--no-picture");
    expect([code, err]).toEqual([2, "lamina: picture.png is not a file that Lamina reads\n"]);
  });
});
