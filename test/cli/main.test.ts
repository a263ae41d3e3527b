import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/workspace/node-files.ts";
import { lamina, project } from "./command-line.ts";

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
    expect(out).toContain(`       1 │ ${bare.trim()}\n         │       ^^^^^^\n`);
  });

  it("gives JSON with places that count from 1", async () => {
    const { out } = await lamina(
      project({ "sub/a.lamina": bare, "m.md": `text\n\n\`\`\`lamina\n${bare.replace("values", "others")}\`\`\`\n` }),
      ["check", "--format", "json", "."],
    );
    const { findings, summary } = JSON.parse(out) as { findings: Record<string, unknown>[]; summary: unknown };
    const placeOf = ({ path, line, column, endLine, endColumn, rule, severity }: Record<string, unknown>) => ({
      ...{ path, line, column, endLine, endColumn },
      ...{ rule, severity },
    });
    expect(findings.map(placeOf)).toEqual([
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
      [["check", "--format", "xml"], "unknown value “xml” of --format, expected pretty, "],
      [["chekc"], "unknown command “chekc”"],
      [["check", "--nonsense"], "lamina check has no option --nonsense. See lamina check --help."],
      [["check", "--formta", "json"], "lamina check has no option --formta, expected --format."],
      [["check", "--format"], "--format is to be followed by FORMAT"],
      [["check", "--quiet=yes"], "--quiet takes no value"],
      [["check", "--max-warnings", "few"], "“few” is no value of --max-warnings, expected a whole number from 0 on"],
      [["check", "*.txt"], "no file that Lamina reads fits “*.txt”"],
      [["--format", "json"], "expected a command before --format"],
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

  it("lets through as many warnings as it is told, and no error", async () => {
    const folder = project({ "a.lamina": bare });
    expect((await lamina(folder, ["check", "--max-warnings", "1"])).code).toBe(0);
    expect((await lamina(folder, ["check", "--max-warnings", "0"])).code).toBe(1);
    expect((await lamina(folder, ["check", "--max-warnings", "9", "--profile", "submission"])).code).toBe(1);
  });

  it("is quiet about what does not make it fail", async () => {
    const folder = project({ "a.lamina": `${bare}claim gap: L5 as ?\n` });
    expect((await lamina(folder, ["check"])).out).toContain("declared gap");
    const { out } = await lamina(folder, ["check", "--quiet"]);
    expect(out).toContain("No evidence supports");
    expect(out).not.toContain("declared gap");
  });

  it("writes to a file, and here what it comes to", async () => {
    const folder = project({ "a.lamina": bare });
    const { code, out, err } = await lamina(folder, ["check", "--format", "json", "--output", "found.json"]);
    expect([code, out, err]).toEqual([1, "", "found.json: 1 claim in 1 file: 0 errors, 1 warning\n"]);
    expect(JSON.parse(readFileSync(join(folder, "found.json"), "utf8")).findings).toHaveLength(1);
    expect((await lamina(folder, ["check", "--output", "none/found.json"])).err).toContain("cannot be written: there is no such folder");
  });

  it("reads wildcards, and leaves out what it is told to", async () => {
    const folder = project({
      "claims/a.lamina": bare,
      "claims/deep/b.lamina": bare.replace("values", "b"),
      "c.lamina": bare.replace("values", "c"),
    });
    const paths = async (...argv: string[]): Promise<string[]> => {
      const { out } = await lamina(folder, ["check", "--format", "json", ...argv]);
      return (JSON.parse(out) as { findings: { path: string }[] }).findings.map(({ path }) => path);
    };
    expect(await paths("claims/*.lamina")).toEqual(["claims/a.lamina"]);
    expect(await paths("./**/*.lamina")).toEqual(["c.lamina", "claims/a.lamina", "claims/deep/b.lamina"]);
    expect(await paths("--exclude", "claims/deep", "--exclude", "c.*")).toEqual(["claims/a.lamina"]);
  });

  it("leaves out what ignore files leave out, unless it is named", async () => {
    const folder = project({
      ".gitignore": "drafts/\n!drafts/kept.lamina\n*.old.lamina\n",
      ".laminaignore": "private.lamina\n",
      "a.lamina": bare,
      "drafts/b.lamina": bare.replace("values", "b"),
      "c.old.lamina": bare.replace("values", "c"),
      "private.lamina": bare.replace("values", "d"),
      "sub/.gitignore": "!e.old.lamina\n",
      "sub/e.old.lamina": bare.replace("values", "e"),
    });
    const { out } = await lamina(folder, ["list", "files"]);
    expect(out.split("\n").map((line) => line.split(" ", 1)[0])).toEqual(["a.lamina", "sub/e.old.lamina", ""]);
    expect((await lamina(folder, ["check", "private.lamina"])).out).toContain("private.lamina");
  });

  it("checks a text in the place of a file that it will be", async () => {
    const folder = project({ "a.lamina": bare, "sub/b.lamina": 'prediction silencing: "x"\n  falsified if "y"\n' });
    const input = async (): Promise<string> => `${supported}  predicts silencing, other\n`;
    const { code, out } = await lamina(folder, ["check", "--stdin", "--stdin-filename", "a.lamina"], {}, { input });
    expect(out).toContain("a.lamina\n  3:23    error  ");
    expect(out).not.toContain("No evidence");
    expect(code).toBe(1);
    expect((await lamina(folder, ["check", "-"], {}, { input })).out).toContain("stdin.lamina");
    expect((await lamina(folder, ["check", "--stdin", "a.lamina"], {}, { input })).err).toContain("takes the place of paths");
    expect((await lamina(folder, ["check", "--stdin-filename", "a.lamina"], {}, { input })).err).toContain("names the text of --stdin");
  });

  it("takes for a project what the editor would have open", async () => {
    const folder = project({
      "hypothesis.lamina": 'prediction silencing: "x"\n  falsified if "y"\n',
      "claims/a.lamina": `${supported}  predicts silencing\n`,
    });
    expect((await lamina(folder, ["check", "claims/a.lamina"])).out).toBe("1 claim in 1 file: 0 errors, 0 warnings\n");
  });

  it("says of a file that may not be read that nothing in it is checked", async () => {
    const folder = project({ "a.lamina": supported, "b.lamina": supported });
    const read = async (uri: string): Promise<string | undefined> => (uri.endsWith("/b.lamina") ? undefined : nodeFiles.read(uri));
    const { code, out } = await lamina(folder, ["check"], {}, { files: { ...nodeFiles, read } });
    expect(out).toContain("This file could not be read");
    expect(code).toBe(1);
  });
});
