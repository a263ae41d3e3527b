import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { completionScript, shells } from "../../src/cli/completion.ts";
import { commandHelp } from "../../src/cli/help.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";
import { lamina, project } from "./command-line.ts";

const claim = "claim values: L4 -> L2/3 as Value\n";
const supported = `${claim}  supported by [@binzegger2004quantitative] anatomy "x"\n`;

describe("help", () => {
  it("names every command, and each says how it is used", async () => {
    const { code, out } = await lamina(project({}), ["--help"]);
    expect(code).toBe(0);
    for (const { name, options } of commands) {
      expect(out).toMatch(new RegExp(`^  ${name}\\b`, "m"));
      const own = await lamina(project({}), [name, "--help"]);
      expect((await lamina(project({}), ["help", name])).out).toBe(own.out);
      expect(own.out).toContain(`Usage: lamina ${name}`);
      for (const option of options) expect(own.out).toContain(`--${option.name}`);
    }
  });

  it("fits a terminal of a hundred columns", () => {
    for (const command of commands) {
      const long = commandHelp(command)
        .split("\n")
        .filter((line) => line.length > 132);
      expect(long, command.name).toEqual([]);
    }
  });

  it("gives no command two options of one name, and ends no help with a full stop", () => {
    for (const { name, options } of commands) {
      const names = options.flatMap((option) => [option.name, ...(option.short ? [option.short] : [])]);
      expect(new Set(names).size, name).toBe(names.length);
      expect(options.filter(({ help }) => help.endsWith(".")).map((option) => option.name)).toEqual([]);
    }
  });
});

describe("completion", () => {
  /** What bash offers after a line. */
  const offered = (...words: string[]): string[] => {
    const script = `${completionScript("bash", commands)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _lamina; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync("bash", ["-c", script], { encoding: "utf8" })
      .split("\n")
      .filter((line) => line !== "");
  };

  it("offers commands, options, words of options, and rules", () => {
    expect(offered("lamina", "ch")).toEqual(["check"]);
    expect(offered("lamina", "check", "--max")).toEqual(["--max-warnings"]);
    expect(offered("lamina", "check", "--profile", "s")).toEqual(["submission"]);
    expect(offered("lamina", "explain", "claim-wi")).toEqual(["claim-without-evidence", "claim-without-prediction"]);
    expect(offered("lamina", "completion", "")).toEqual([...shells]);
  });

  it("is made for each shell, and for no other", async () => {
    for (const shell of shells) expect((await lamina(project({}), ["completion", shell])).out).toContain("strength-exceeds-evidence");
    expect((await lamina(project({}), ["completion", "csh"])).err).toContain("unknown value “csh” of --shell, expected bash, zsh, fish");
    expect((await lamina(project({}), ["completion"])).code).toBe(2);
  });
});

describe("lamina fmt", () => {
  const untidy = 'claim   values:   L4->L2/3 as Value\nsupported by   [@binzegger2004quantitative] anatomy "x"\n';

  it("lays out files and the fences of others, and says which", async () => {
    const folder = project({
      "a.lamina": untidy,
      "m.md": `# Title\n\n\`\`\`lamina\n${untidy.replace("values", "b")}\`\`\`\n`,
      "tidy.lamina": supported,
    });
    const tried = await lamina(folder, ["fmt", "--check"]);
    expect([tried.code, tried.out]).toEqual([1, "a.lamina\nm.md\n"]);
    expect((await lamina(folder, ["fmt", "--diff"])).out).toContain("-claim   values:   L4->L2/3 as Value\n-supported by");
    const done = await lamina(folder, ["fmt"]);
    expect([done.code, done.out, done.err]).toEqual([0, "a.lamina\nm.md\n", "2 files changed, 1 was laid out well\n"]);
    expect(readFileSync(join(folder, "a.lamina"), "utf8")).toBe(supported);
    expect((await lamina(folder, ["fmt", "--check"])).code).toBe(0);
  });

  it("keeps the encoding and the line breaks", async () => {
    const text = untidy.replaceAll("\n", "\r\n");
    const folder = project({ "a.lamina": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]) });
    expect((await lamina(folder, ["fmt"])).code).toBe(0);
    const bytes = readFileSync(join(folder, "a.lamina"));
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
    expect(bytes.subarray(2).toString("utf16le")).toBe(supported.replaceAll("\n", "\r\n"));
  });

  it("leaves alone what writing would damage, and what changed meanwhile", async () => {
    const folder = project({ "a.lamina": Buffer.concat([Buffer.from(untidy), Buffer.from([0xff, 0x0a])]) });
    expect((await lamina(folder, ["fmt"])).err).toContain("holds bytes that are no text; writing would lose them");
    const other = project({ "a.lamina": untidy });
    const read = async (uri: string): Promise<string | undefined> => {
      const text = await nodeFiles.read(uri);
      if (uri.endsWith(".lamina")) writeFileSync(join(other, "a.lamina"), `${text}# more\n`);
      return text;
    };
    expect((await lamina(other, ["fmt"], {}, { files: { ...nodeFiles, read } })).err).toContain("was changed by someone else meanwhile");
    expect(readFileSync(join(other, "a.lamina"), "utf8")).toBe(`${untidy}# more\n`);
  });

  it("lays out a text", async () => {
    const { code, out } = await lamina(project({}), ["fmt", "-"], {}, { input: async () => untidy });
    expect([code, out]).toEqual([0, supported]);
  });
});

describe("lamina check --fix", () => {
  const slips = 'claim values: L4 -> L2/3 as Value\n  strenth analogy\n  supported by [@binzegger2004quantitative] anatmy_light "x"\n';

  it("mends what can be read in only one way", async () => {
    const folder = project({ "a.lamina": slips, "m.md": `\`\`\`lamina\n${slips.replace("values", "b")}\`\`\`\n` });
    const tried = await lamina(folder, ["check", "--fix-dry-run"]);
    expect(tried.code).toBe(1);
    expect(tried.out).toContain("--- a/a.lamina\n+++ b/a.lamina\n");
    expect(tried.out).toContain("-  strenth analogy\n");
    expect(readFileSync(join(folder, "a.lamina"), "utf8")).toBe(slips);
    execFileSync("git", ["apply", "--check", "-"], { cwd: folder, input: tried.out });
    const done = await lamina(folder, ["check", "--fix"]);
    expect(done.err).toBe("a.lamina: 2 slips mended\nm.md: 2 slips mended\n");
    expect(done.out).toBe("2 claims in 2 files: 0 errors, 0 warnings\n");
    expect(readFileSync(join(folder, "a.lamina"), "utf8")).toBe(slips.replace("strenth", "strength").replace("anatmy", "anatomy"));
  });
});

describe("lamina list", () => {
  it("lists claims by how they stand", async () => {
    const folder = project({ "a.lamina": `${supported}claim gap: L5 as ?\n` });
    expect((await lamina(folder, ["list", "claims"])).out).toBe(
      "a.lamina:1  supported  analogy  L4 → L2/3 as Value\na.lamina:3  open       analogy  L5 as ?\n",
    );
    expect((await lamina(folder, ["list", "claims", "--standing", "open"])).out).toBe("a.lamina:3  open  analogy  L5 as ?\n");
    expect(JSON.parse((await lamina(folder, ["list", "claims", "--json"])).out)[0]).toMatchObject({
      id: "values",
      standing: "supported",
      earned: "analogy",
    });
  });

  it("says which settings hold, and why", async () => {
    const folder = project({
      "a.lamina": supported,
      "lamina.json": '{ "profile": "review" }',
      "sub/b.lamina": supported.replace("values", "b"),
      "sub/lamina.json": '{ "rules": { "open-gap": "error" } }',
    });
    const { out } = await lamina(folder, ["list", "settings"]);
    const [outer = "", inner = ""] = out.split("\n\n");
    expect(outer).toContain('a.lamina\n  profile         "review"                  from lamina.json\n');
    expect(inner).toContain('sub/b.lamina\n  profile         "draft"                   default\n');
    expect(inner).toContain("from sub/lamina.json");
  });

  it("lists what comments silence, and everything else there is", async () => {
    const folder = project({ "a.lamina": `${claim.trimEnd()}  # lamina-ignore claim-without-evidence -- the recordings are in review\n` });
    expect((await lamina(folder, ["list", "suppressions"])).out).toContain("claim-without-evidence  the recordings are in review");
    for (const what of ["predictions", "works", "parts", "rules", "evidence", "files", "formats"]) {
      const { code, out, err } = await lamina(folder, ["list", what]);
      expect([what, code, err]).toEqual([what, 0, ""]);
      if (what !== "predictions" && what !== "works") expect(out).not.toBe("");
      expect(JSON.parse((await lamina(folder, ["list", what, "--json"])).out)).toBeInstanceOf(Array);
    }
    expect((await lamina(folder, ["list", "clams"])).err).toContain("unknown value “clams”");
    expect((await lamina(folder, ["list"])).err).toContain("expected what to list: claims, predictions");
  });
});

describe("lamina init", () => {
  it("begins a project that says what to do next, and overwrites nothing", async () => {
    const folder = project({});
    expect((await lamina(folder, ["init", "mine", "--name", "first"])).out).toBe(
      "mine/lamina.json\nmine/references.bib\nmine/first.lamina\n",
    );
    const { out } = await lamina(join(folder, "mine"), ["check"]);
    expect(out).toContain("No evidence supports the claim “values”");
    expect(out).toContain("1 claim in 1 file: 0 errors, 1 warning");
    expect((await lamina(join(folder, "mine"), ["fmt", "--check"])).code).toBe(0);
    const again = await lamina(folder, ["init", "mine", "--name", "first"]);
    expect(again.out).toBe("");
    expect(again.err).toContain("mine/first.lamina is there already, and was left alone");
    expect((await lamina(folder, ["init", "--name", "../up"])).err).toContain("is no name of a file");
  });
});

describe("lamina check --watch", () => {
  it("checks again when a file changes, until it is told to stop", async () => {
    const folder = project({ "a.lamina": claim });
    const stop = new AbortController();
    const said: string[] = [];
    const output = { write: (text: string) => said.push(text) };
    const waitFor = async (words: string): Promise<void> => {
      while (!said.join("").includes(words)) await new Promise((next) => setTimeout(next, 10));
    };
    const running = lamina(folder, ["check", "--watch"], {}, { output, stop: stop.signal });
    await waitFor("1 warning");
    // the folder is watched a moment after the first answer
    const writing = setInterval(() => writeFileSync(join(folder, "a.lamina"), supported), 100);
    await waitFor("0 warnings");
    clearInterval(writing);
    stop.abort();
    expect((await running).code).toBe(0);
  });
});
