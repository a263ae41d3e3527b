/** Tables in Markdown and LaTeX, and arguments in Argdown: every text shows as it stands and breaks nothing. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getParser } from "@unified-latex/unified-latex-util-parse";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { afterAll, describe, expect, it } from "vitest";
import { inArgdown } from "../../src/interchange/argdown.ts";
import { inLatex } from "../../src/interchange/latex.ts";
import { inMarkdown } from "../../src/interchange/markdown.ts";
import { exchangeTables } from "../../src/interchange/names.ts";
import { pageTable } from "../../src/interchange/short-tables.ts";
import { oneLine, wellFormed } from "../../src/interchange/text.ts";
import { collectExample, examples, recordsOf } from "../records/examples.ts";
import { runs } from "../support/corpus.ts";
import { nastyCollection, nastyText } from "./nasty.ts";
import { inFormat } from "./support.ts";

/** The text of a tree, marks and all else taken away; undefined where anything but text stands in it. */
function plainText(node: { readonly type: string; readonly value?: string; readonly children?: readonly unknown[] }): string | undefined {
  if (node.type === "text") return node.value ?? "";
  if (node.type !== "root" && node.type !== "paragraph") return undefined;
  const pieces = (node.children ?? []).map((child) => plainText(child as Parameters<typeof plainText>[0]));
  return pieces.includes(undefined) ? undefined : pieces.join("");
}

describe("Markdown", () => {
  it("shows a text as it stands", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const shown = plainText(fromMarkdown(inMarkdown(text)));
        expect(shown?.trim()).toBe(wellFormed(oneLine(text)).replaceAll("\0", "\ufffd"));
      }),
      { numRuns: runs(300) },
    );
  });

  it("has as many cells in every row as its header has", () => {
    const cells = (line: string): number => line.replace(/\\[\\|]/g, "").split("|").length;
    fc.assert(
      fc.property(nastyCollection, fc.constantFrom(...exchangeTables), (collection, table) => {
        const lines = inFormat(collection, "markdown", { table }).trimEnd().split("\n");
        expect(lines.length).toBe(pageTable(collection, table).rows.length + 2);
        expect(new Set(lines.map(cells)).size).toBe(1);
      }),
      { numRuns: runs(40) },
    );
  });
});

const hasTeX = ((): boolean => {
  try {
    execFileSync("pdflatex", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
})();

const folder = mkdtempSync(join(tmpdir(), "lamina-tables-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compile(body: string, name: string): void {
  copyFileSync(fileURLToPath(new URL("../../media/lamina.sty", import.meta.url)), join(folder, "lamina.sty"));
  const document = `\\documentclass{article}\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\usepackage{lamina}\\begin{document}${body}\\end{document}\n`;
  writeFileSync(join(folder, `${name}.tex`), document);
  execFileSync("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "-draftmode", `${name}.tex`], { cwd: folder, stdio: "pipe" });
}

/** Rows, and the macros with their arguments, as a parser that others wrote finds them. */
function rowsIn(tex: string): number[] {
  const { content } = getParser({ macros: { laminarow: { signature: "m m m m m" } } }).parse(tex);
  return content.flatMap((node) => (node.type === "macro" && node.content === "laminarow" ? [node.args?.length ?? 0] : []));
}

describe("LaTeX", () => {
  it.each(examples)("has a row for every claim of examples/%s, which TeX prints where there is one", (name) => {
    const collection = collectExample(name);
    expect(rowsIn(inFormat(collection, "latex"))).toEqual(collection.claims.map(() => 5));
    if (!hasTeX) return;
    for (const table of exchangeTables) writeFileSync(join(folder, `${name}-${table}.tex`), inFormat(collection, "latex", { table }));
    const others = exchangeTables.filter((table) => table !== "claims").map((table) => `\\input{${name}-${table}}`);
    compile(`\\laminatable{${name}-claims.tex}${others.join(" ")}`, `all-${name}`);
  });

  it("escapes every sign that TeX would obey", () => {
    expect(inLatex('a_b 5 % {x} \\y $z$ #1 ~ ^ -- "q" <r> → 10–15')).toBe(
      "a\\_b 5 \\% \\{x\\} \\textbackslash{}y \\$z\\$ \\#1 \\textasciitilde{} \\textasciicircum{} -{}- \\textquotedbl{}q\\textquotedbl{} \\textless{}r\\textgreater{} $\\rightarrow$ 10--15",
    );
    fc.assert(
      fc.property(nastyCollection, fc.constantFrom(...exchangeTables), (collection, table) => {
        const bare = inFormat(collection, "latex", { table }).replace(/\\[\\{}%&$#_]/g, "");
        let depth = 0;
        for (const sign of bare) {
          if (sign === "{") depth++;
          if (sign === "}") depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        if (table === "claims") expect(rowsIn(inFormat(collection, "latex"))).toEqual(collection.claims.map(() => 5));
      }),
      { numRuns: runs(60) },
    );
  });

  it("cites works where a key is one that LaTeX takes", () => {
    const text = inFormat(recordsOf("claim a: L4 as Value\n  supported by [@x, p. 3; @y] anatomy\n"), "latex", { table: "evidence" });
    expect(text).toContain("\\cite[{p. 3}]{x}; \\cite{y}");
  });
});

describe("Argdown", () => {
  it("has a statement for a claim, and arguments for and against it", () => {
    const text = inFormat(
      recordsOf(`claim a: L4 -> L2/3 as Value
  means "Values, so *to* say."
  supported by [@x] anatomy_em "counted" read abstract
  disputed by shared
  disputed by "my own [doubt]"
  qualified by [@y] simulation
claim b: L5 as Key
  disputed by shared
  critiques a
claim whole: claim a, claim b as Self-attention
evidence shared: [@z]
  shows "otherwise"
`),
      "argdown",
    );
    expect(text).toBe(`# project

[a]: Values, so \\*to\\* say. (L4 → L2/3 as Value) #(analogy) #(supported)
  + <a 1>: \\@x\\: counted (anatomy\\_em, read: abstract)
  - <shared>: \\@z\\: otherwise
  - <a 3>: the writer's own argument\\: my own \\[doubt\\]
  // qualified by @y

[b]: L5 as Key #(analogy) #(unsupported)
  - <shared>
  -> [a]

[whole]: claim a, claim b as Self-attention #(analogy) #(unsupported)
  + [a]
  + [b]
`);
  });

  it("leaves no sign bare that begins something, and no line that is another's", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const bare = inArgdown(text).replace(/\\./gsu, "·");
        expect(bare).not.toMatch(/[@#*_[\]<>{}\\]|\/\/|\/\*|--|==|\p{Cc}/u);
      }),
      { numRuns: runs(200) },
    );
    fc.assert(
      fc.property(nastyCollection, (collection) => {
        const lines = inFormat(collection, "argdown").trimEnd().split("\n");
        expect(lines.filter((line, index) => index > 0 && !/^(?:$|\[[^\]]+\]: | {2}(?:[+-]|->) [<[]| {2}\/\/ )/.test(line))).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});
