/** The language server as a process: it ends when its editor does, however that comes about, and never before. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";

const root = fileURLToPath(new URL("../..", import.meta.url));

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** Starts `lamina lsp`, told that this process is its editor. */
async function server(editor: number | null, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, "dist", "lamina.cjs"), "lsp", ...args], { stdio: ["pipe", "pipe", "pipe"] });
  started.push(child);
  let complaints = "";
  child.stderr.on("data", (piece) => {
    complaints += piece;
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onError(() => undefined);
  connection.listen();
  await connection.sendRequest("initialize", { processId: editor, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  return { child, connection, ended, complaints: () => complaints };
}

describe("lamina lsp", () => {
  it("ends well when its editor takes its leave", async () => {
    const { connection, ended, complaints } = await server(process.pid, "--stdio");
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    expect([await ended, complaints()]).toEqual([0, ""]);
  });

  it("ends when nobody speaks to it any more", async () => {
    const { child, ended } = await server(process.pid);
    child.stdin.end();
    expect(await ended).toBe(1);
  });

  it("ends when its editor is gone and the stream stays open", async () => {
    const editor = spawn(process.execPath, ["-e", "setTimeout(() => undefined, 60000)"]);
    started.push(editor);
    const { ended } = await server(editor.pid ?? null, "--stdio");
    editor.kill("SIGKILL");
    expect(await ended).toBe(1);
  });
});
