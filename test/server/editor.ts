/** An editor of the fewest words: speaks the protocol with a server in this very process. */
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { explorerChanged } from "../../src/protocol/explorer.ts";
import { columnChanged, statusChanged } from "../../src/protocol/requests.ts";
import { startServer } from "../../src/server/server.ts";
import type { DataSource } from "../../src/workspace/asked-data.ts";
import type { Files } from "../../src/workspace/files.ts";

/** Files in memory, by their addresses. */
export function memoryFiles(texts: Record<string, string>): Files & { readonly texts: Map<string, string> } {
  const held = new Map(Object.entries(texts));
  return {
    texts: held,
    list: async (root, endings) => [...held.keys()].filter((uri) => uri.startsWith(root) && endings.some((ending) => uri.endsWith(ending))),
    exists: async (uri) => held.has(uri),
    read: async (uri) => held.get(uri),
  };
}

export class Editor {
  readonly connection: ProtocolConnection;
  readonly diagnostics = new Map<string, Diagnostic[]>();
  readonly #waiting: { readonly ready: () => boolean; readonly resolve: () => void }[] = [];
  readonly heard: { readonly method: string; readonly params: unknown }[] = [];
  readonly #versions = new Map<string, number>();

  constructor(files: Files, data?: DataSource) {
    const toServer = new PassThrough();
    const toEditor = new PassThrough();
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)), files, data);
    this.connection = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
    this.connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        this.diagnostics.set(uri, diagnostics);
        this.#wake();
      },
    );
    for (const method of [statusChanged, columnChanged, explorerChanged]) {
      this.connection.onNotification(method, (params: unknown) => {
        this.heard.push({ method, params });
        this.#wake();
      });
    }
    this.connection.listen();
  }

  /** @param own whether it is Lamina's own client */
  async start(folder: string, own = false): Promise<InitializeResult> {
    const textDocument = { definition: { linkSupport: true }, documentSymbol: { hierarchicalDocumentSymbolSupport: true } };
    const workspaceFolders = [{ uri: folder, name: "folder" }];
    const initializationOptions = own ? { htmlInHovers: true, watchesFiles: true } : {};
    const params = { processId: null, rootUri: null, capabilities: { textDocument }, workspaceFolders, initializationOptions };
    const result = (await this.connection.sendRequest("initialize", params)) as InitializeResult;
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  async open(uri: string, text: string, languageId = "lamina"): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  /** One change: from and to as line and character. */
  async change(uri: string, from: readonly [number, number], to: readonly [number, number], text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const range = { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } };
    await this.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  }

  ask<Answer>(method: string, uri: string, line: number, character: number): Promise<Answer> {
    return this.connection.sendRequest(method, { textDocument: { uri }, position: { line, character } });
  }

  /** Waits until something holds; it is looked at after every notification. */
  until(ready: () => boolean): Promise<void> {
    if (ready()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ ready, resolve }));
  }

  /** The codes and messages of a document's findings. */
  findings(uri: string): string[] {
    return (this.diagnostics.get(uri) ?? []).map((diagnostic) => String(diagnostic.code));
  }

  last(method: string): unknown {
    return this.heard.filter((entry) => entry.method === method).at(-1)?.params;
  }

  #wake(): void {
    for (const entry of [...this.#waiting]) {
      if (!entry.ready()) continue;
      this.#waiting.splice(this.#waiting.indexOf(entry), 1);
      entry.resolve();
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    this.connection.dispose();
  }
}
