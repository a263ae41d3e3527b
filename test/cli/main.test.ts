import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function project(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "lamina cli "));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function lamina(
  folder: string,
  argv: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const output = {
    write(text: string): void {
      out += text;
    },
  };
  const errors = {
    write(text: string): void {
      err += text;
    },
  };
  const code = await main({ argv, folder, files: nodeFiles, output, errors, environment });
  return { code, out, err };
}

const bare = "claim values: L4 -> L2/3 as Value\n";
const supported = `${bare}  supported by [@binzegger2004quantitative] anatomy "x"\n`;

describe("lamina check", () => {
  it("is 0 where all is well", async () => {
    const { code, out } = await lamina(project({ "a.lamina": supported }), ["check"]);
    expect(out).toBe("1 claim in 1 file: 0 errors, 0 warnings\n");
    expect(code).toBe(0);
  });

  it("says of a file that is named what is wrong with its settings, too", async () => {
    const folder = project({ "a.lamina": supported, "lamina.json": '{ "profile": "submision" }', "b/lamina.json": "{ bad" });
    const { code, out } = await lamina(folder, ["check", "a.lamina"]);
    expect(code).toBe(1);
    expect(out).toContain("submision");
    expect(out).not.toContain("b/lamina.json");
  });

  it("shows nothing of a file that would steer the terminal", async () => {
    const folder = project({ "a.lamina": 'claim values: L4 as Value\n  supported by \u001b[31m"x"\n' });
    const { out } = await lamina(folder, ["check"]);
    expect(out).toContain('supported by \ufffd[31m"x"');
    expect(out).not.toContain("\u001b");
  });

  it("is 1 on a warning, with the line it stands on", async () => {
    const { code, out } = await lamina(project({ "a.lamina": bare }), ["check"]);
    expect(code).toBe(1);
    expect(out).toContain("a.lamina\n  1:7     warning  No evidence supports the claim “values”");
    expect(out).toContain(`          ${bare.trim()}\n                ^^^^^^\n`);
  });

  it("gives JSON with places that count from 1", async () => {
    const { out } = await lamina(
      project({ "sub/a.lamina": bare, "m.md": `text\n\n\`\`\`lamina\n${bare.replace("values", "others")}\`\`\`\n` }),
      ["check", "--format", "json", "."],
    );
    const { findings, summary } = JSON.parse(out) as { findings: { path: string; message?: string }[]; summary: unknown };
    expect(findings.map(({ message, ...place }) => place)).toEqual([
      { path: "m.md", line: 4, column: 7, endLine: 4, endColumn: 13, rule: "claim-without-evidence", severity: "warning" },
      { path: "sub/a.lamina", line: 1, column: 7, endLine: 1, endColumn: 13, rule: "claim-without-evidence", severity: "warning" },
    ]);
    expect(summary).toEqual({ files: 2, claims: 2, errors: 0, warnings: 2, infos: 0, hints: 0, silenced: 0 });
  });

  it("counts hints as hints, and in JSON among the information too", async () => {
    const gap = project({ "a.lamina": `${supported}claim gap: L5 as ?\n` });
    expect((await lamina(gap, ["check"])).out).toMatch(/: 0 errors, 0 warnings, 1 hint\n$/);
    expect(JSON.parse((await lamina(gap, ["check", "--format", "json"])).out).summary).toMatchObject({ infos: 1, hints: 1 });
  });

  it("knows the ids of the folder when it checks one file", async () => {
    const folder = project({
      "a.lamina": `${supported}  predicts silencing\n`,
      "b.lamina": 'prediction silencing: "x"\n  falsified if "y"\n',
    });
    expect((await lamina(folder, ["check", "a.lamina"])).code).toBe(0);
  });

  it("goes by profile and by threshold", async () => {
    const folder = project({ "a.lamina": bare });
    expect((await lamina(folder, ["check", "--fail-on", "error"])).code).toBe(0);
    expect((await lamina(folder, ["check", "--fail-on", "error", "--profile", "submission"])).code).toBe(1);
  });

  it("is 2 where it could not run, and says why", async () => {
    const folder = project({ "a.lamina": bare });
    for (const [argv, message] of [
      [["check", "missing.lamina"], "there is no file or folder “missing.lamina”"],
      [["check", "--format", "xml"], "unknown value “xml” of --format, expected pretty, json"],
      [["chekc"], "unknown command “chekc”"],
      [["check", "--nonsense"], "--nonsense"],
    ] as const) {
      const { code, err } = await lamina(folder, argv);
      expect(err).toContain(message);
      expect(code).toBe(2);
    }
    expect((await lamina(folder, [])).code).toBe(2);
  });

  it("says of a file that is not text that it is none", async () => {
    const { code, out } = await lamina(project({ "a.lamina": new Uint8Array([0, 1, 2, 255, 254, 0]) }), ["check"]);
    expect(out).toContain("This file is not text");
    expect(code).toBe(1);
  });

  it("reads UTF-16 with a mark, a byte order mark, and CRLF", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(supported, "utf16le")]);
    const folder = project({ "a.lamina": utf16, "b.lamina": `\ufeff${supported.replace("values", "two").replaceAll("\n", "\r\n")}` });
    const { code, out } = await lamina(folder, ["check"]);
    expect(out).toBe("2 claims in 2 files: 0 errors, 0 warnings\n");
    expect(code).toBe(0);
  });

  it("uses colour only where it is wanted", async () => {
    const folder = project({ "a.lamina": bare });
    expect((await lamina(folder, ["check"])).out).not.toContain("\u001b[");
    expect((await lamina(folder, ["check"], { FORCE_COLOR: "1" })).out).toContain("\u001b[33mwarning");
    expect((await lamina(folder, ["check"], { FORCE_COLOR: "1", NO_COLOR: "1" })).out).not.toContain("\u001b[");
  });
});
