import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { compiledCodeFolder } from "../../src/cli/compiled-code.ts";

const folder = mkdtempSync(join(tmpdir(), "lamina-compiled-"));
const program = join(folder, "program.cjs");
const cache = join(folder, "cache");
const kept = join(cache, "program.cjs.compiled");

const saying = (word: string): string =>
  `const { basename } = require("node:path");\nconst greet = () => "${word} from " + basename(__filename);\nconsole.log(greet());\n`;

/** A process that starts the program as the command line does; what it says. */
function start(keep = true, cacheFolder: string | undefined = cache): string {
  const loader = join(folder, "loader.cjs");
  const call = `require(${JSON.stringify(loader)}).runWithCompiledCode(${JSON.stringify(program)}, ${JSON.stringify(cacheFolder)}, ${keep});`;
  return execFileSync(process.execPath, ["-e", call], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

beforeAll(() => {
  buildSync({
    entryPoints: [join(import.meta.dirname, "../../src/cli/compiled-code.ts")],
    outfile: join(folder, "loader.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs",
  });
});

beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  writeFileSync(program, saying("hello"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a program that starts from compiled code", () => {
  it("says the same without compiled code, when it is kept, and from it", () => {
    expect(start(true, undefined)).toBe("hello from program.cjs\n");
    expect(start(false)).toBe("hello from program.cjs\n");
    expect(start()).toBe("hello from program.cjs\n");
    expect(readdirSync(cache)).toEqual(["program.cjs.compiled"]);
    const before = readFileSync(kept);
    expect(start()).toBe("hello from program.cjs\n");
    expect(readFileSync(kept).equals(before)).toBe(true);
  });

  it("is compiled anew when it has changed, and when the kept code is damaged", () => {
    start();
    writeFileSync(program, saying("hullo"));
    expect(start()).toBe("hullo from program.cjs\n");
    const whole = readFileSync(kept);
    const stamp = whole.subarray(0, whole.indexOf(10) + 1);
    for (const damaged of [whole.subarray(0, whole.length >> 1), Buffer.concat([stamp, Buffer.from("nothing")]), stamp, Buffer.alloc(0)]) {
      writeFileSync(kept, damaged);
      expect(start()).toBe("hullo from program.cjs\n");
      expect(readFileSync(kept).length).toBe(whole.length);
    }
  });

  it("runs where nothing can be kept", () => {
    // a file stands where the folder should be
    writeFileSync(cache, "");
    expect(start()).toBe("hello from program.cjs\n");
    rmSync(cache);
    mkdirSync(kept, { recursive: true });
    expect(start()).toBe("hello from program.cjs\n");
    expect(readdirSync(cache)).toEqual(["program.cjs.compiled"]);
  });

  it("tells where an error was thrown", () => {
    writeFileSync(program, '"use strict";\n\nthrow new Error("no such luck");\n');
    expect(() => start()).toThrow(/program\.cjs:3/);
  });
});

describe("where compiled code is kept", () => {
  it("is a folder of the user", () => {
    expect(compiledCodeFolder("linux", { HOME: "/people/ada" })).toBe(join("/people/ada", ".cache", "lamina"));
    expect(compiledCodeFolder("linux", { HOME: "/people/ada", XDG_CACHE_HOME: "/elsewhere" })).toBe(join("/elsewhere", "lamina"));
    expect(compiledCodeFolder("darwin", { HOME: "/people/ada" })).toBe(join("/people/ada", "Library", "Caches", "lamina"));
  });

  it("is nowhere without such a folder, and where Node is told to keep none", () => {
    expect(compiledCodeFolder("linux", {})).toBeUndefined();
    expect(compiledCodeFolder("win32", {})).toBeUndefined();
    expect(compiledCodeFolder("linux", { XDG_CACHE_HOME: "relative" })).toBeUndefined();
    expect(compiledCodeFolder("linux", { HOME: "/people/ada", NODE_DISABLE_COMPILE_CACHE: "1" })).toBeUndefined();
  });
});
