import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeFiles, nodeFilesAtOnce, toUri } from "../../src/workspace/node-files.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lamina-files-"));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write("a.lamina", "claim a: L4 as Value\n");
  write("deep/B.LAMINA", "claim b: L4 as Value\n");
  write("deep/left/out.lamina", "");
  write("deep/.gitignore", "left/\n");
  write("node_modules/x.lamina", "");
  write("wide.lamina", Buffer.from("\ufeffclaim ä", "utf16le"));
  write("notes.txt", "");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ["read while other work goes on", nodeFiles],
  ["read at once", nodeFilesAtOnce],
])("files %s", (_, files) => {
  const uri = (path: string): string => `${toUri(folder)}/${path}`;

  test("are listed without what is ignored", async () => {
    expect(await files.list(toUri(folder), [".lamina"])).toEqual(["a.lamina", "deep/B.LAMINA", "wide.lamina"].map(uri));
  });

  test("are there, or not", async () => {
    expect(await files.exists(uri("a.lamina"))).toBe(true);
    expect(await files.exists(uri("deep"))).toBe(false);
    expect(await files.exists(uri("nowhere.lamina"))).toBe(false);
  });

  test("are decoded, and undefined where they are not there", async () => {
    expect(await files.read(uri("a.lamina"))).toBe("claim a: L4 as Value\n");
    expect(await files.read(uri("wide.lamina"))).toBe("\ufeffclaim ä");
    expect(await files.read(uri("deep"))).toBeUndefined();
    expect(await files.read(uri("nowhere.lamina"))).toBeUndefined();
  });
});
