/** The package of npm in another project: the command, the library, its types, and the plugins. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { npm } from "../../scripts/lib/commands.mjs";
import { tarballFile } from "../../scripts/lib/packages.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const claim = "claim first: L4 -> L2/3 as Value\n";

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "lamina-consumer-")));
  write("package.json", '{ "name": "consumer", "version": "1.0.0", "private": true, "type": "module" }\n');
  npm(["install", "--offline", "--ignore-scripts", "--no-save", tarballFile], { cwd: folder });
  // what the other project would have installed besides
  for (const name of ["remark", "markdown-it", "@types/node", "undici-types"]) link(name);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function link(name: string): void {
  const to = join(folder, "node_modules", name);
  mkdirSync(join(to, ".."), { recursive: true });
  symlinkSync(join(root, "node_modules", name), to);
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

const node = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });

describe("the command", () => {
  it("says its version and checks", () => {
    const command = join(folder, "node_modules", ".bin", "lamina");
    expect(execFileSync(command, ["--version"], { encoding: "utf8" })).toMatch(/^lamina \d+\.\d+\.\d+\n$/);
    write("claims.lamina", claim);
    const checked = spawnSync(command, ["check", "claims.lamina"], { cwd: folder, encoding: "utf8" });
    expect([checked.status, checked.stderr]).toEqual([1, ""]);
    expect(checked.stdout).toContain("claim-without-evidence");
  });

  it("writes a figure with what lies beside it", () => {
    const command = join(folder, "node_modules", ".bin", "lamina");
    execFileSync(command, ["draw", "claims.lamina", "--out", "figure.pdf"], { cwd: folder, stdio: "ignore" });
    expect(execFileSync("head", ["-c", "5", "figure.pdf"], { cwd: folder, encoding: "utf8" })).toBe("%PDF-");
  });
});

describe("the library", () => {
  it("runs in plain JavaScript", () => {
    write(
      "check.mjs",
      `import { check, format, draw } from "lamina";
const { findings } = await check(${JSON.stringify(claim)});
console.log(findings.map(({ rule, start }) => \`\${start.line}:\${start.column} \${rule}\`).join("\\n"));
console.log(format("claim  a :  L5 as Key"), draw(${JSON.stringify(claim)}).claims);
`,
    );
    expect(node("check.mjs")).toBe("1:7 claim-without-evidence\nclaim a: L5 as Key 1\n");
  });

  it.each(["nodenext", "bundler"])("has types, resolved as %s", (moduleResolution) => {
    const source = `import { check, records, type Finding, type Severity } from "lamina";
import lamina, { styles } from "lamina/markdown-it";
import remarkLamina from "lamina/remark";
import markdownit from "markdown-it";
import { remark } from "remark";

const { findings } = await check({ files: [{ path: "a.lamina", text: "" }], profile: "submission" });
export const weights: readonly Severity[] = findings.map((finding: Finding) => finding.severity);
export const standings: readonly string[] = (await records("")).claims.map(({ standing }) => standing);
export const html: string = markdownit().use(lamina, { theme: "dark" }).render("") + styles;
export const file = await remark().use(remarkLamina, { profile: "review" }).process("");
`;
    write("good.mts", source);
    write("wrong.mts", 'import { check } from "lamina";\nawait check({ files: [], profile: "strict" });\n');
    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const module = moduleResolution === "bundler" ? "esnext" : "nodenext";
    const options = [
      "--noEmit",
      "--strict",
      "--target",
      "es2022",
      "--module",
      module,
      "--moduleResolution",
      moduleResolution,
      "--types",
      "node",
    ];
    const compile = (name: string) => spawnSync(process.execPath, [compiler, ...options, name], { cwd: folder, encoding: "utf8" });
    const good = compile("good.mts");
    expect([good.stdout, good.status]).toEqual(["", 0]);
    const wrong = compile("wrong.mts");
    expect(wrong.stdout).toMatch(/wrong\.mts\(2,\d+\).*"strict"/);
  });
});

describe("the remark plugin", () => {
  it("is found by remark's own command", () => {
    write("paper.md", "# Paper\n\n```lamina\nclaim second: L5 as Key\n```\n");
    const command = join(root, "node_modules", "remark-cli", "cli.js");
    const ran = spawnSync(process.execPath, [command, "--use", "lamina/remark", "--no-color", "paper.md"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(ran.stderr).toMatch(/^4:7-4:13\s+warning\s+No evidence supports the claim “second”.*claim-without-evidence\s+lamina$/m);
    expect(ran.status).toBe(0);
  });
});
