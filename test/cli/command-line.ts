/** The command line in a folder of its own, for tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { main } from "../../src/cli/main.ts";
import type { World } from "../../src/cli/world.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, gone after the test. */
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "lamina cli "));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder. */
export async function lamina(
  folder: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  more: Partial<World> = {},
): Promise<Said> {
  const said = { out: "", err: "" };
  const output = { write: (text: string) => (said.out += text) };
  const errors = { write: (text: string) => (said.err += text) };
  const code = await main({ argv, folder, files: nodeFiles, output, errors, environment, ...more });
  return { code, ...said };
}
