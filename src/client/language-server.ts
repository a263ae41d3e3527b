/** The language server as the client sees it: started, heard, asked and stopped. The only file that knows how it is spoken to. */
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, State, TransportKind } from "vscode-languageclient/node";
import {
  type ExplorerChanged,
  type ExplorerChildren,
  type ExplorerChildrenResult,
  type ExplorerPlace,
  type ExplorerPlaceResult,
  explorerChanged,
  explorerChildren,
  explorerPlace,
  type WatchExplorer,
  watchExplorer,
} from "../protocol/explorer.ts";
import {
  type ColumnCard,
  type ColumnCardResult,
  type ColumnChanged,
  type ColumnConnect,
  type ColumnConnectResult,
  type ColumnStub,
  type ColumnStubResult,
  columnCard,
  columnChanged,
  columnConnect,
  columnStub,
  type DrawFigure,
  type DrawFigureResult,
  drawFigure,
  type ExportFigure,
  type ExportFigureResult,
  exportFigure,
  type ShippedText,
  type ShippedTextResult,
  type StartOptions,
  type StatusChanged,
  shippedText,
  statusChanged,
  type ThemeChanged,
  themeChanged,
  type WatchColumn,
  watchColumn,
} from "../protocol/requests.ts";
import { documentSelector, watchedFiles } from "./documents.ts";

/** Where a debugger finds the server while the extension itself is being debugged. */
const debugPort = 6009;

export class LanguageServer implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #client: LanguageClient;
  readonly #column = new vscode.EventEmitter<ColumnChanged>();
  readonly #explorer = new vscode.EventEmitter<ExplorerChanged>();
  readonly #status = new vscode.EventEmitter<StatusChanged>();
  readonly #ready = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];

  /** Something new to show in a column view. */
  readonly onColumnChanged = this.#column.event;
  /** Other groups of claims than before. */
  readonly onExplorerChanged = this.#explorer.event;
  /** New counts of the workspace. */
  readonly onStatusChanged = this.#status.event;
  /** The server runs, for the first time or anew: whoever told it something must tell it again. */
  readonly onReady = this.#ready.event;

  /** @param program The server's program, `dist/server.cjs`. */
  constructor(program: string, log: vscode.LogOutputChannel) {
    this.#log = log;
    const run = { module: program, transport: TransportKind.ipc };
    const watcher = vscode.workspace.createFileSystemWatcher(watchedFiles);
    const startOptions: StartOptions = { theme: theme(), htmlInHovers: true, watchesFiles: true };
    const options: LanguageClientOptions = {
      documentSelector: [...documentSelector],
      outputChannel: log,
      initializationOptions: startOptions,
      // small pictures stand beside the text of hover cards; commands in them do not run
      markdown: { isTrusted: false, supportHtml: true },
      synchronize: { configurationSection: "lamina", fileEvents: watcher },
    };
    const debug = { ...run, options: { execArgv: ["--nolazy", `--inspect=${debugPort}`] } };
    this.#client = new LanguageClient("lamina", "Lamina", { run, debug }, options);
    this.#disposables = [
      watcher,
      this.#column,
      this.#explorer,
      this.#status,
      this.#ready,
      this.#client.onNotification(columnChanged, (message: ColumnChanged) => this.#column.fire(message)),
      this.#client.onNotification(explorerChanged, (message: ExplorerChanged) => this.#explorer.fire(message)),
      this.#client.onNotification(statusChanged, (message: StatusChanged) => this.#status.fire(message)),
      this.#client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#ready.fire();
      }),
      vscode.window.onDidChangeActiveColorTheme(() => {
        const message: ThemeChanged = { theme: theme() };
        this.#notify(themeChanged, message);
      }),
    ];
  }

  get isRunning(): boolean {
    return this.#client.isRunning();
  }

  /** Starts it; says so in a message where that fails. */
  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (thrown) {
      await this.#explain("Lamina's language server could not be started.", thrown);
    }
  }

  async restart(): Promise<void> {
    try {
      await this.#client.restart();
    } catch (thrown) {
      await this.#explain("Lamina's language server could not be restarted.", thrown);
    }
  }

  async stop(): Promise<void> {
    if (this.#client.needsStop()) await this.#client.stop();
  }

  /** Says what a column view shows. */
  watchColumn(watched: WatchColumn): void {
    this.#notify(watchColumn, watched);
  }

  /** The card of a claim or part; null while the server does not run. */
  async columnCard(asked: ColumnCard): Promise<ColumnCardResult> {
    return this.#client.isRunning() ? this.#client.sendRequest<ColumnCardResult>(columnCard, asked) : null;
  }

  /** The edits of a stub that the drawer offers. */
  columnStub(asked: ColumnStub): Promise<ColumnStubResult> {
    return this.#client.sendRequest<ColumnStubResult>(columnStub, asked);
  }

  /** A new claim between two parts. */
  columnConnect(asked: ColumnConnect): Promise<ColumnConnectResult> {
    return this.#client.sendRequest<ColumnConnectResult>(columnConnect, asked);
  }

  /** A picture of a document that stands elsewhere; null where the server does not know the document. */
  async drawFigure(asked: DrawFigure): Promise<DrawFigureResult> {
    return this.#client.isRunning() ? this.#client.sendRequest<DrawFigureResult>(drawFigure, asked) : null;
  }

  /** A figure in a file's bytes; null where the server does not run, or does not know the document. */
  async exportFigure(asked: ExportFigure): Promise<ExportFigureResult> {
    return this.#client.isRunning() ? this.#client.sendRequest<ExportFigureResult>(exportFigure, asked) : null;
  }

  /** Says how the explorer gathers claims. */
  watchExplorer(watched: WatchExplorer): void {
    this.#notify(watchExplorer, watched);
  }

  explorerChildren(asked: ExplorerChildren): Promise<ExplorerChildrenResult> {
    return this.#client.sendRequest<ExplorerChildrenResult>(explorerChildren, asked);
  }

  async explorerPlace(asked: ExplorerPlace): Promise<ExplorerPlaceResult> {
    return this.#client.isRunning() ? this.#client.sendRequest<ExplorerPlaceResult>(explorerPlace, asked) : null;
  }

  /** The text of a document that ships with Lamina. */
  shippedText(uri: string): Promise<ShippedTextResult> {
    const asked: ShippedText = { uri };
    return this.#client.sendRequest<ShippedTextResult>(shippedText, asked);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** A notification is dropped where the server does not run: when it runs again, `onReady` has it sent anew. */
  #notify(method: string, message: unknown): void {
    if (!this.#client.isRunning()) return;
    this.#client.sendNotification(method, message).catch((thrown: unknown) => this.#log.error(`${method}: ${String(thrown)}`));
  }

  async #explain(message: string, thrown: unknown): Promise<void> {
    this.#log.error(message, thrown instanceof Error ? thrown : String(thrown));
    const showLog = "Show Log";
    if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) this.#log.show();
  }
}

/** Whether pictures are drawn for a light ground or a dark one. */
function theme(): "light" | "dark" {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.Light || kind === vscode.ColorThemeKind.HighContrastLight ? "light" : "dark";
}
