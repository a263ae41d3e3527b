import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { texText } from "../../src/figure/tikz-text.ts";
import { eightClaims } from "../diagram/fixtures.ts";
import { HOSTILE, pictures, textOf } from "./made.ts";

const folder = mkdtempSync(join(tmpdir(), "lamina-tikz-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether this machine has a TeX with TikZ; elsewhere files are only looked at. */
const hasTeX = spawnSync("kpsewhich", ["tikz.sty"]).status === 0;

/** What a file holds that TeX would stumble over: braces and environments that do not match, lone dollars, signs beyond its type. */
function stumbles(tex: string): string[] {
  const found: string[] = [];
  const body = tex.replace(/^%.*$/gm, "").replace(/\\[\\{}$&#%_]/g, "");
  let depth = 0;
  for (const sign of body) {
    if (sign === "{") depth++;
    if (sign === "}" && --depth < 0) found.push("a brace too many");
  }
  if (depth !== 0) found.push(`${depth} braces open`);
  if (/[$]/.test(body)) found.push("a dollar");
  if ((body.match(/\\begin\{tikzpicture\}/g) ?? []).length !== 1 || (body.match(/\\end\{tikzpicture\}/g) ?? []).length !== 1)
    found.push("environments");
  return found;
}

function compile(tex: string, name: string): void {
  writeFileSync(join(folder, `${name}.tex`), tex);
  execFileSync("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "-draftmode", `${name}.tex`], { cwd: folder, stdio: "pipe" });
}

describe("TikZ", () => {
  it.each(Object.entries(pictures))("of %s is balanced, and compiles where there is a TeX", async (name, picture) => {
    const tex = await textOf(picture, "tikz");
    expect(stumbles(tex)).toEqual([]);
    expect(
      tex
        .split("\n")
        .slice(0, 3)
        .every((line) => line.startsWith("% ")),
    ).toBe(true);
    if (hasTeX) compile(tex, name.replace(/\W/g, ""));
  });

  it("can be read into a paper", async () => {
    const tex = await textOf(eightClaims, "tikz");
    // what makes it a document of its own stands before the end of a condition that holds in none
    expect(tex.indexOf("\\begin{document}")).toBeLessThan(tex.indexOf("\\fi\n\\begingroup"));
    if (!hasTeX) return;
    writeFileSync(join(folder, "figure.tex"), tex);
    compile(
      "\\documentclass{article}\\usepackage{tikz}\\begin{document}Before \\input{figure} after, \\input{figure}.\\end{document}",
      "paper",
    );
  });

  it("sets names and runs none of them", () => {
    expect(texText("a_b & 50% of $x$ #1")).toBe("a\\_b \\& 50\\% of \\$x\\$ \\#1");
    expect(texText("\\input{x}")).toBe("\\textbackslash{}input\\{x\\}");
    expect(texText("L4 → L2/3 ↔ α−β")).toBe(
      "L4 \\ensuremath{\\rightarrow} L2/3 \\ensuremath{\\leftrightarrow} \\ensuremath{\\alpha}\\ensuremath{-}\\ensuremath{\\beta}",
    );
    // what TeX would join stays apart
    expect(texText('L5 -- L5 "x" ??')).toBe("L5 -{}- L5 ''x'' ?{}?");
    expect(texText("König Łukasz")).toBe("König Łukasz");
    expect(texText("皮")).toBe("\\laminasign{皮}");
    expect(stumbles(`\\begin{tikzpicture}${texText(HOSTILE)}\\end{tikzpicture}`)).toEqual([]);
  });
});
