/** A small editor's side of the language server protocol, over standard input and output. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { Unavailable } from "./processes.ts";

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

export interface Diagnostics {
  readonly uri: string;
  readonly diagnostics: readonly unknown[];
}

/** For how many seconds an answer is waited for unless it is said otherwise. */
const patience = 60;

/** What arrives, and what is to be done when it does. */
interface Waiting {
  readonly wanted: (message: Message) => boolean;
  readonly found: (message: Message) => void;
}

export class Editor {
  readonly #server: ChildProcessWithoutNullStreams;
  #pending: Buffer[] = [];
  #length = 0;
  /** How many bytes the message has that is arriving; negative while its head is. */
  #wanted = -1;
  #waiting: Waiting[] = [];
  #requests = 0;

  /** Starts a server: a file that Node can run. */
  constructor(file: string) {
    this.#server = spawn(process.execPath, [file, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    this.#server.stdout.on("data", (bytes: Buffer) => this.#receive(bytes));
    this.#server.stderr.resume();
  }

  /** Opens a folder; resolves when the server has said what it can do. */
  async start(rootUri: string): Promise<void> {
    const workspaceFolders = [{ uri: rootUri, name: "bench" }];
    await this.request("initialize", { processId: process.pid, rootUri, workspaceFolders, capabilities: {} });
    this.notify("initialized", {});
  }

  notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  request(method: string, params: object): Promise<unknown> {
    const id = ++this.#requests;
    const answer = this.#next((message) => message.id === id && message.method === undefined);
    this.#send({ id, method, params });
    return answer.then((message) => message.result);
  }

  /** The next findings of a document, or of any where none is named; waits for so many seconds. */
  findings(uri?: string, seconds = patience): Promise<Diagnostics> {
    const about = (params: unknown): boolean => uri === undefined || (params as Diagnostics).uri === uri;
    const wanted = (message: Message): boolean => message.method === "textDocument/publishDiagnostics" && about(message.params);
    return this.#next(wanted, seconds).then((message) => message.params as Diagnostics);
  }

  /** Resolves when Lamina's server says next how things stand, with the workspace read: the last that it says of a change. */
  async settled(seconds = patience): Promise<void> {
    const done = (params: unknown): boolean => (params as { readonly indexing?: boolean }).indexing === false;
    await this.#next((message) => message.method === "lamina/statusChanged" && done(message.params), seconds);
  }

  open(uri: string, text: string): void {
    this.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: uri.endsWith(".md") ? "markdown" : "lamina", version: 1, text },
    });
  }

  stop(): void {
    this.#server.kill();
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#server.stdin.write(body);
  }

  #next(wanted: Waiting["wanted"], seconds = patience): Promise<Message> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Unavailable(`no answer in ${seconds} s`)), seconds * 1000);
      const found = (message: Message): void => {
        clearTimeout(timer);
        resolve(message);
      };
      this.#waiting.push({ wanted, found });
    });
  }

  #receive(bytes: Buffer): void {
    this.#pending.push(bytes);
    this.#length += bytes.length;
    if (this.#wanted > this.#length) return;
    let buffer = this.#pending.length === 1 ? bytes : Buffer.concat(this.#pending);
    for (;;) {
      if (this.#wanted < 0) {
        const headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0) break;
        this.#wanted = Number(/Content-Length: (\d+)/i.exec(buffer.toString("latin1", 0, headEnd))?.[1]);
        buffer = buffer.subarray(headEnd + 4);
      }
      if (buffer.length < this.#wanted) break;
      const message = JSON.parse(buffer.toString("utf8", 0, this.#wanted)) as Message;
      buffer = buffer.subarray(this.#wanted);
      this.#wanted = -1;
      this.#handle(message);
    }
    this.#pending = [buffer];
    this.#length = buffer.length;
  }

  #handle(message: Message): void {
    if (message.id !== undefined && message.method !== undefined) this.#send({ id: message.id, result: null });
    const served = this.#waiting.filter(({ wanted }) => wanted(message));
    if (served.length === 0) return;
    this.#waiting = this.#waiting.filter((each) => !served.includes(each));
    for (const { found } of served) found(message);
  }
}
