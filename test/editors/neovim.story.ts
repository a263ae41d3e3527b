/** Lamina in Neovim, set up word for word as the manual says; story.lua does what a person does, and here it is judged. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureNeovim } from "../../scripts/lib/neovim.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Found {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly words: string;
}

/** What story.lua saw. */
interface Seen {
  readonly version: string;
  readonly failures: Readonly<Record<string, string>>;
  readonly clients: readonly string[];
  readonly ended: boolean;
  readonly findings: readonly Found[];
  readonly hover: { readonly kind: string; readonly value: string };
  readonly card: string;
  readonly definition: string;
  readonly atlas: string;
  readonly atlasFindings: number;
  readonly atlasCard: string;
  readonly offered: readonly string[];
  readonly cited: string;
  readonly renamed: string;
  readonly renamedElsewhere: string;
  readonly formatted: string;
  readonly completion: readonly string[];
  readonly completed: { readonly command?: unknown };
  readonly afterCompletion: string;
  readonly astral: readonly Found[];
  readonly bibliography: readonly Found[];
  readonly outline: readonly string[];
  readonly lenses: readonly string[];
}

const files: Readonly<Record<string, string>> = {
  "lamina.json": "{}\n",
  "references.bib":
    "@article{binzegger2004quantitative,\n  title = {A quantitative map of the circuit of cat primary visual cortex},\n  author = {Binzegger, Tom and Douglas, Rodney J. and Martin, Kevan A. C.},\n  year = {2004}\n}\n",
  "mine.lamina":
    'claim my-first: L4 -> L2/3 as Value\n\nclaim cited: L1-feedback as Query\n  strength analogy\n  supported by [@binzegger2004quantitative] anatomy_light "…"\n',
  "uses.lamina":
    'claim using: L2/3 as Block\n  strength analogy\n  assumes my-first\n  supported by [@binzegger2004quantitative] anatomy_light "…"\n',
  "astral.md": "# Notes\n\n𝛼 and 𝛽, as [layer 4 shows]{claim=nowhere}.\n",
  "late.lamina": 'claim late: L6 as Key\n  strength analogy\n  supported by [@lateness2026] anatomy_light "…"\n',
};

let seen: Seen;
let folder: string;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "lamina-neovim-")));
  const [project, home, bin] = ["project", "home", "bin"].map((name) => join(folder, name)) as [string, string, string];
  for (const path of [project, join(home, ".config", "nvim"), bin]) mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  const command = `#!/bin/sh\nexec "${process.execPath}" "${join(root, "dist", "lamina.cjs")}" "$@"\n`;
  writeFileSync(join(bin, "lamina"), command, { mode: 0o755 });

  const { program, environment } = await ensureNeovim();
  const env = { ...process.env, ...environment };
  const newer = spawnSync(program, ["--version"], { env, encoding: "utf8" });
  const [, major = "0", minor = "0"] = /v(\d+)\.(\d+)/.exec(newer.stdout) ?? [];
  const config = join(home, ".config", "nvim", "init.lua");
  writeFileSync(config, configuration(Number(major) > 0 || Number(minor) >= 11 ? "## Neovim 0.11" : "## Neovim 0.7"));

  const result = join(folder, "seen.json");
  const story = join(root, "test", "editors", "story.lua");
  const own = { HOME: home, XDG_CONFIG_HOME: join(home, ".config"), XDG_DATA_HOME: home, XDG_STATE_HOME: home, XDG_CACHE_HOME: home };
  const path = `${bin}${delimiter}${process.env.PATH ?? ""}`;
  const ran = spawnSync(program, ["--headless", "-n", "-i", "NONE", "-c", `luafile ${story}`], {
    cwd: project,
    env: { ...env, ...own, PATH: path, LAMINA_STORY_RESULT: result },
    encoding: "utf8",
    timeout: 110_000,
    killSignal: "SIGKILL",
  });
  seen = JSON.parse(readIfThere(result) ?? `{ "failures": { "all": ${JSON.stringify(ran.stderr)} } }`) as Seen;
  if (Object.keys(seen.failures).length > 0) throw new Error(`the story broke off: ${JSON.stringify(seen.failures)}\n${ran.stderr}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The Lua below a heading of the manual's page. */
function configuration(heading: string): string {
  const page = readFileSync(join(root, "docs", "manual", "editors", "neovim.md"), "utf8");
  const code = /```lua\n([\s\S]*?)```/.exec(page.slice(page.indexOf(heading)))?.[1];
  if (code === undefined) throw new Error(`no Lua below “${heading}”`);
  return code;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const codes = (found: readonly Found[]): string[] => found.map(({ code }) => code);

describe("Neovim, set up as the manual says", () => {
  it("does all of it", () => {
    expect([new Set(seen.clients), seen.ended]).toEqual([new Set(["lamina"]), true]);
  });

  it("underlines the claim without evidence", () => {
    expect(seen.findings.filter(({ code }) => code === "claim-without-evidence")).toMatchObject([{ line: 1, words: "my-first" }]);
  });

  it("shows the card of a layer, without pictures and commands that it has not", () => {
    expect(seen.hover.kind).toBe("markdown");
    expect(seen.card).toContain("Layer 4");
    expect(seen.hover.value).not.toMatch(/data:image|<img|command:/);
  });

  it("goes to a work in the bibliography, and to a part in the atlas, which has no findings", () => {
    expect(seen.definition).toContain("binzegger2004quantitative");
    expect(seen.atlas).toMatch(/^part L4\b/);
    expect([seen.atlasFindings, seen.atlasCard]).toEqual([0, expect.stringContaining("Layer 4")]);
  });

  it("writes the evidence that a fix offers", () => {
    expect(seen.offered.some((title) => title.startsWith("Cite Binzegger"))).toBe(true);
    expect(seen.cited).toContain("claim my-first: L4 -> L2/3 as Value\n  supported by [@binzegger2004quantitative] ");
  });

  it("renames a claim where it is defined and where it is named", () => {
    expect(seen.renamed).toContain("claim content-flow: L4");
    expect(seen.renamedElsewhere).toContain("assumes content-flow");
  });

  it("formats", () => {
    expect(seen.formatted).toContain("\nclaim second: L5 as Key\n  strength analogy");
  });

  it("completes roles, and asks for no command that it has not", () => {
    expect(seen.completion).toEqual(expect.arrayContaining(["Query", "Key", "Value"]));
    expect(seen.afterCompletion).toBe("claim third: L6 as Query");
    expect(seen.completed.command).toBeUndefined();
    expect(seen.lenses.filter((command) => command !== "")).toEqual([]);
  });

  it("counts columns as the server does, behind signs of two units", () => {
    expect(seen.astral.filter(({ code }) => code === "unknown-claim")).toMatchObject([{ line: 3, words: "nowhere" }]);
  });

  it("notices a bibliography that changes on disk", () => {
    expect(codes(seen.bibliography)).not.toContain("unresolved-citation");
  });

  it("shows the outline", () => {
    expect(seen.outline).toEqual(expect.arrayContaining(["content-flow", "cited"]));
  });
});
