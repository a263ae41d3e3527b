import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";
import { asset, figures } from "../figure/made.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function project(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "lamina draw "));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function draw(folder: string, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const output = { write: (text: string) => (out += text) };
  const errors = { write: (text: string) => (err += text) };
  const code = await main({ argv: ["draw", ...argv], folder, files: nodeFiles, output, errors, environment: {}, figures });
  return { code, out, err };
}

const claims = {
  "a.lamina": "claim values: L4 -> L2/3 as Value\n\nclaim gap: L5 as ?\n",
  "sub/b.lamina": "claim values: L6 as Key\n\nclaim both: claim values as Self-attention\n",
};

const title = (svg: string): string => /<title id="lamina-title">([^<]*)</.exec(svg)?.[1] ?? "";

describe("lamina draw", () => {
  it("writes SVG to the standard output where nothing is asked", async () => {
    const { code, out, err } = await draw(project(claims), "a.lamina");
    expect([code, err]).toEqual([0, ""]);
    expect(title(out)).toBe("Column view of a.lamina: 2 claims");
    expect(out).toContain('width="174mm"');
    expect(out.endsWith("</svg>\n")).toBe(true);
  });

  it("draws all documents of a folder as one picture, though they have claims of one name", async () => {
    const folder = project(claims);
    const { out } = await draw(folder);
    expect(title(out)).toMatch(/^Column view of lamina draw \w+: 4 claims$/);
    // the claim that is spoken of is that of the same document
    expect(out).toContain("both: claim values as Self-attention");
    expect(title((await draw(folder, "a.lamina", "sub", "a.lamina")).out)).toContain(": 4 claims");
  });

  it.each([
    ["figure.svg", "<svg "],
    ["figure.png", "\u0089PNG"],
    ["figure.pdf", "%PDF-1.7"],
    ["figure.tex", "% Column view"],
    ["figure.html", "<!DOCTYPE html>"],
  ])("writes what the name %s says", async (name, start) => {
    const folder = project(claims);
    const { code, out, err } = await draw(folder, "a.lamina", "--out", name, "--width", "85", "--dpi", "72");
    expect([code, out]).toEqual([0, ""]);
    expect(err).toMatch(new RegExp(`^${name}: 85 mm by [\\d.]+ mm\\. Column view of a\\.lamina: 2 claims\n$`));
    expect(readFileSync(join(folder, name)).toString("latin1", 0, start.length)).toBe(start);
  });

  it("prints the caption: to the standard output, unless the figure goes there", async () => {
    const folder = project(claims);
    const saved = await draw(folder, "a.lamina", "--out", "f.svg", "--caption");
    expect(saved.out).toMatch(/^Mapping claims between .* 2 claims: 1 unsupported and 1 open gap\..*\n$/);
    const piped = await draw(folder, "a.lamina", "--caption");
    expect(piped.out.startsWith("<svg")).toBe(true);
    expect(piped.err).toBe(saved.out);
  });

  it.each([["gap"], ["Value"], ["cortex:L4-to-L2/3"], ["layer 5"]])("puts %s into focus", async (name) => {
    expect(title((await draw(project(claims), "a.lamina", "--focus", name)).out)).toContain(": 1 of 2 claims");
  });

  it("compares mappings, works and files", async () => {
    const stated = (key: string) =>
      `claim by-${key}: L4 as ${key === "one" ? "Value" : "Key"}\n  stated in [@${key}]\n  belongs to m-${key}\n`;
    const folder = project({
      "a.lamina": `${stated("one")}\n${stated("two")}\nmapping m-one:\n\nmapping m-two:\n`,
      "b.lamina": "claim other: L4 as Query\n",
    });
    const works = await draw(folder, "a.lamina", "--compare", "@one", "@two");
    expect(works.err).toBe("");
    expect(title(works.out)).toBe("Comparison of @one and @two in a.lamina: 2 claims");
    expect(title((await draw(folder, "a.lamina", "--compare", "m-one", "m-two")).out)).toContain("m-one and m-two");
    expect(title((await draw(folder, "a.lamina", "--compare", "a.lamina", "b.lamina")).out)).toBe(
      "Comparison of a.lamina and b.lamina in a.lamina: 3 claims",
    );
    // the table holds what is drawn, too
    const page = await draw(folder, "a.lamina", "--compare", "@one", "b.lamina", "--format", "html");
    expect([...page.out.matchAll(/<tr class=/g)]).toHaveLength(2);
    const unknown = await draw(folder, "a.lamina", "--compare", "@ono", "@two");
    expect([unknown.code, unknown.err]).toEqual([2, "lamina: no claim that is drawn is stated in @ono, expected “@one”?\n"]);
  });

  it("draws coverage, and every theme", async () => {
    const folder = project(claims);
    expect((await draw(folder, "a.lamina", "--coverage")).out).toContain(">none<");
    const looks = await Promise.all(["print", "light", "dark", "contrast"].map((theme) => draw(folder, "a.lamina", "--theme", theme)));
    expect(new Set(looks.map(({ out }) => out)).size).toBe(4);
  });

  it("takes a font that it is given", async () => {
    const font = await asset("Arimo-Bold.ttf");
    if (!font) throw new Error("no font");
    const folder = project({ "a.lamina": 'claim "皮質": L4 as Value\n', "f.ttf": font, "g.ttf": "no font" });
    const made = await draw(folder, "a.lamina", "--out", "f.pdf", "--font", "f.ttf");
    expect(made.code).toBe(0);
    expect((await draw(folder, "a.lamina", "--out", "f.pdf", "--font", "g.ttf")).err).toBe("lamina: g is not a TrueType font (.ttf)\n");
    expect((await draw(folder, "a.lamina", "--out", "f.pdf", "--font", "h.ttf")).err).toBe("lamina: the font “h.ttf” cannot be read\n");
  });

  it.each([
    [["--format", "gif"], "unknown value “gif” of --format, expected svg, png, pdf, tikz, html"],
    [["--theme", "pink"], "unknown value “pink” of --theme, expected print, light, dark, contrast"],
    [["--width", "9"], "“9” is no value of --width, expected a number of mm from 40 to 400"],
    [["--width", "wide"], "“wide” is no value of --width"],
    [["--width", ""], "“” is no value of --width"],
    [["--format", "png"], "PNG goes to a file: name it with --out FILE"],
    [["--out", "figure"], "the name “figure” does not say which format is meant"],
    [["--out", "none/f.svg"], "“none/f.svg” cannot be written: there is no such folder"],
    [["--out", ".svg", "--out", "sub", "--format", "svg"], "“sub” cannot be written: it is a folder"],
    [["--compare", "@a"], "expected two sides after --compare"],
    [["--compare", "a.lamina", "sub", "--coverage"], "--compare and --coverage are two pictures"],
    [["--focus", "Valeu"], "there is no claim and no part called “Valeu”, expected “Value”?"],
    [["nowhere"], "there is no file or folder “nowhere”"],
    [["--sideways"], "lamina draw has no option --sideways. See lamina draw --help."],
  ])("says what is wrong with %j", async (argv, message) => {
    const { code, out, err } = await draw(project(claims), ...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err.startsWith(`lamina: ${message}`), err).toBe(true);
  });

  it("is told by the help", async () => {
    expect((await draw(project({}), "--help")).out).toContain("Usage: lamina draw [options] [PATHS]");
  });

  it("draws no claims as well, and nothing where there is nothing to read", async () => {
    expect(title((await draw(project({ "a.lamina": "" }), "a.lamina")).out)).toContain("0 claims");
    expect((await draw(project({ "x.bin": "1" }))).err).toBe("lamina: there is nothing in “.” that Lamina reads\n");
  });
});
