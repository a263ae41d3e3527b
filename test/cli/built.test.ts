/** The program as it is built starts much of itself late: it must say what its source says, of every sort of file. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleOptions, programs } from "../../scripts/lib/bundle.mjs";
import { main } from "../../src/cli/main.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as { version: string };
const folder = mkdtempSync(join(tmpdir(), "lamina-built-"));
const project = join(folder, "project");
const program = join(folder, "lamina-program.cjs");

const files: Readonly<Record<string, string>> = {
  "manuscript.md": "# Claims\n\n```lamina\nclaim fenced: L4 as Value\n```\n\nSee [the claim](#a) and `L2/3`.\n",
  "manuscript.tex": "\\begin{lamina}\nclaim typeset: L4 as Value\n\\end{lamina}\n",
  "notebook.ipynb": JSON.stringify({
    ...{ nbformat: 4, nbformat_minor: 5, metadata: {} },
    cells: [{ cell_type: "markdown", metadata: {}, source: ["```lamina\n", "claim noted: L4 as Value\n", "```\n"] }],
  }),
  "model.py": "# lamina: claim coded: L4 as Value\nclass Column:\n  def step(self):\n    return 1\n",
  "model.ts": "// lamina: claim typed: L4 as Value\nexport class Block {\n  step() {}\n}\n",
  "rates.csv": "layer,rate (Hz)\nL4,3\nL5,4\n",
  "rates.json": '[{"layer": "L4", "rate": 3}, {"layer": "L5", "rate": 4}]',
  "lamina.json": '{ "profile": "submission" }',
  "predictions.lamina":
    'claim measured: L4 as Value\n  predicts fast, slow\n\nprediction fast: "rates in layer 4"\n  about L4\n  expects "rate" > 2 Hz\n' +
    '  falsified if "rate" < 1 /s\n  observed data "rates.csv" column "rate (Hz)" mean\n\nprediction slow: "rates in layer 5"\n  about L5\n' +
    '  expects "rate" < 2 kHz\n  falsified if "rate" < 3 mV\n  observed data "rates.json" column rate where layer = "L5"\n',
};

beforeAll(async () => {
  cpSync(join(import.meta.dirname, "../../examples"), join(project, "examples"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  const plan = programs.find(({ out }) => out.endsWith("lamina-program.cjs"));
  if (!plan) throw new Error("there is no such program");
  await build({ ...bundleOptions(plan, { development: false }), outfile: program });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the program as it is built", () => {
  it.each([["check", "--format", "json"], ["check"], ["explain", "fast"], ["explain", "values"], ["--help"]])(
    "says what its source says of %s %s",
    async (...argv) => {
      let said = "";
      const output = { write: (text: string) => (said += text) };
      await main({ argv, folder: project, files: nodeFiles, output, errors: output, environment: {} });
      expect(said.length).toBeGreaterThan(100);
      let built: string;
      try {
        built = execFileSync(process.execPath, [program, ...argv], {
          cwd: project,
          encoding: "utf8",
          env: {},
          stdio: ["ignore", "pipe", "ignore"],
        });
      } catch (error) {
        // it exits with 1 on findings
        built = String((error as { stdout?: unknown }).stdout);
      }
      // the version is put in by the build
      expect(built.replaceAll(version, "development")).toBe(said);
    },
  );
});
