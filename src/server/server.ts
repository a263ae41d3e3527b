/** The language server: hears the editor, asks the engine, answers. Knows the protocol and no rule of the language. */
import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentContentChangeEvent,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { codeHover } from "../core/features/code-hover.ts";
import { sentenceHover } from "../core/features/hover.ts";
import { knownInProse, usesLamina } from "../core/features/prose-hover.ts";
import {
  type Card,
  complete,
  countClaims,
  definition,
  hover,
  outline,
  proseHover,
  readSettings,
  renderCard,
  shippedTexts,
} from "../core/service.ts";
import { type Edit, LineIndex, type LineMap } from "../core/text.ts";
import { normalUri } from "../core/uri.ts";
import type { EditableSource } from "../embed/source.ts";
import type { FigureMaker } from "../figure/program.ts";
import {
  SHIPPED_SCHEME,
  type ShippedText,
  type StartOptions,
  type StatusChanged,
  shippedText,
  statusChanged,
  type ThemeChanged,
  themeChanged,
  type WatchColumn,
  watchColumn,
} from "../protocol/requests.ts";
import type { DataSource } from "../workspace/asked-data.ts";
import type { Files } from "../workspace/files.ts";
import { Workspace } from "../workspace/workspace.ts";
import { Column } from "./column.ts";
import { answerColumn } from "./column-answers.ts";
import { toOffset, toRange, toSpan } from "./convert.ts";
import { Explorer } from "./explorer.ts";
import { answerExport } from "./exported-figure.ts";
import { figureOf } from "./figure.ts";
import { type LineEdit, Published } from "./published.ts";
import { toCompletionItem, toDocumentSymbol, toLocationLinks } from "./replies.ts";
import { registerServices, type Services } from "./services.ts";

/** How long a burst of changes is let pass before data files are read, in milliseconds. */
const DATA_DELAY = 300;

/** Serves one editor over a connection until it goes. Without `data`, what data files hold is not known; without `figures`, none are written. */
export function startServer(connection: Connection, files: Files, data?: DataSource, figures?: FigureMaker): void {
  new Server(connection, files, data, figures).listen();
}

class Server {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #files: Files;
  readonly #column: Column;
  readonly #explorer: Explorer;
  readonly #services: Services;
  /** How many claims of a document lack evidence, for the status bar. */
  readonly #withoutEvidence = new Map<string, number>();
  /** How many errors and warnings a document has, of those that are shown. */
  readonly #openFindings = new Map<string, number>();
  readonly #published = new Published();
  #options: StartOptions = {};
  #roots: readonly string[] = [];
  #asksForConfiguration = false;
  #readsData = false;

  constructor(connection: Connection, files: Files, data: DataSource | undefined, figures: FigureMaker | undefined) {
    this.#connection = connection;
    this.#files = files;
    this.#workspace = new Workspace(files, data);
    this.#column = new Column(this.#workspace, connection);
    this.#explorer = new Explorer(this.#workspace, connection);
    answerColumn(this.#workspace, connection);
    answerExport(this.#workspace, connection, figures);
    this.#services = registerServices(connection, this.#workspace, {
      linesOf: (uri) => this.#linesOf(uri),
      // only Lamina's own client shows HTML in its cards
      hasCommands: () => this.#options.htmlInHovers === true,
    });
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => void this.#start());
    this.#followDocuments();
    this.#answer();
    connection.onNotification(watchColumn, (watched: WatchColumn) => this.#column.watch(watched));
    connection.onNotification(themeChanged, ({ theme }: ThemeChanged) => {
      this.#options = { ...this.#options, theme };
    });
    connection.onRequest(shippedText, ({ uri }: ShippedText) => shippedTexts.get(uri) ?? "");
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#options = (params.initializationOptions ?? {}) as StartOptions;
    this.#roots = (params.workspaceFolders ?? []).map((folder) => folder.uri);
    this.#asksForConfiguration = params.capabilities.workspace?.configuration === true;
    return {
      serverInfo: { name: "lamina" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ["@", "[", " "] },
        definitionProvider: true,
        documentSymbolProvider: true,
        ...this.#services.capabilities(params.capabilities),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  async #start(): Promise<void> {
    this.#services.start();
    await this.#readConfiguration();
    this.#publish(await this.#workspace.load(this.#roots));
  }

  async #readConfiguration(): Promise<void> {
    if (!this.#asksForConfiguration) return;
    const settings = readSettings(await this.#connection.workspace.getConfiguration("lamina"));
    this.#workspace.checker.settings = settings;
    this.#publish(this.#workspace.setDefaultAtlases(settings.atlases));
  }

  #followDocuments(): void {
    const connection = this.#connection;
    connection.onDidOpenTextDocument(({ textDocument }) => {
      // an editor may have let go of what it was told of a document that it did not show
      this.#published.forget(normalUri(textDocument.uri));
      this.#publish(this.#workspace.open(textDocument.uri, textDocument.languageId, textDocument.text));
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => this.#change(normalUri(textDocument.uri), contentChanges));
    connection.onDidCloseTextDocument(async ({ textDocument }) => {
      this.#published.forget(normalUri(textDocument.uri));
      this.#publish(await this.#workspace.close(textDocument.uri));
    });
    connection.onDidChangeWatchedFiles(async ({ changes }) =>
      this.#publish(await this.#workspace.refresh(changes.map((change) => change.uri))),
    );
    connection.onDidChangeConfiguration(() => void this.#readConfiguration());
    connection.onNotification(
      "workspace/didChangeWorkspaceFolders",
      async ({ event }: { event: { added: { uri: string }[]; removed: { uri: string }[] } }) => {
        const gone = new Set(event.removed.map((folder) => folder.uri));
        this.#roots = [...this.#roots.filter((root) => !gone.has(root)), ...event.added.map((folder) => folder.uri)];
        this.#publish(await this.#workspace.load(this.#roots));
      },
    );
  }

  #change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    const source = this.#workspace.source(uri);
    const edit = source && lineEdit(source, changes);
    this.#publish(this.#workspace.change(uri, changes.map(toEdit)), edit);
  }

  #answer(): void {
    const connection = this.#connection;
    connection.onHover(({ textDocument, position }) => {
      const source = this.#source(textDocument.uri);
      const card = source && this.#card(source, toOffset(source.lines, position));
      if (!card) return null;
      const figure = card.figure && figureOf(card.figure, this.#options.theme ?? "dark");
      const value = renderCard(card, { figure, html: this.#options.htmlInHovers === true });
      return { contents: { kind: "markdown", value }, range: toRange(source.lines, card.span) };
    });
    connection.onCompletion(({ textDocument, position }) => {
      const source = this.#source(textDocument.uri);
      if (!source) return [];
      const suggestions = complete(this.#workspace.snapshot, source.uri, toOffset(source.lines, position));
      return suggestions.map((suggestion) => toCompletionItem(suggestion, source.lines));
    });
    connection.onDefinition(async ({ textDocument, position }) => {
      const source = this.#source(textDocument.uri);
      const found = source && definition(this.#workspace.snapshot, source.uri, toOffset(source.lines, position));
      if (!found) return [];
      const lines = new Map<string, LineMap | undefined>();
      for (const { uri } of found.targets) lines.set(uri, await this.#linesOf(uri));
      return toLocationLinks(found, source.lines, (uri) => lines.get(uri));
    });
    connection.onDocumentSymbol(({ textDocument }) => {
      const source = this.#source(textDocument.uri);
      return source ? outline(source).map((entry) => toDocumentSymbol(entry, source.lines)) : [];
    });
  }

  #source(uri: string): EditableSource | undefined {
    return this.#workspace.source(uri);
  }

  /** The card at an offset: of Lamina, or of words in the running text of a project that uses it. */
  #card(source: EditableSource, offset: number): Card | undefined {
    const { snapshot } = this.#workspace;
    const card = hover(snapshot, source.uri, offset);
    if (!card && source.program && usesLamina(snapshot)) return codeHover(snapshot, source.uri, offset);
    return card ?? this.#proseCard(source, offset) ?? sentenceHover(snapshot, source.uri, offset);
  }

  #proseCard(source: EditableSource, offset: number): Card | undefined {
    const { snapshot } = this.#workspace;
    if (source.prose.length === 0 || !this.#workspace.checker.settings.hoverInProse || !usesLamina(snapshot)) return undefined;
    const term = source.termAt?.(offset, (name) => knownInProse(name, source.uri, snapshot));
    return term && proseHover(term.words, term.span, source.uri, snapshot);
  }

  /** The lines of any document that a definition may lead to. */
  async #linesOf(uri: string): Promise<LineMap | undefined> {
    const known = this.#workspace.snapshot.documents.get(uri);
    if (known) return known.lines;
    const text = uri.startsWith(`${SHIPPED_SCHEME}:`) ? shippedTexts.get(uri) : await this.#files.read(uri);
    return text === undefined ? undefined : new LineIndex(text);
  }

  /** Reads what documents ask of data files, once for a burst of changes, and says what that changes. */
  #readDataSoon(): void {
    if (this.#readsData || !this.#workspace.awaitsData) return;
    this.#readsData = true;
    setTimeout(() => {
      this.#workspace
        .readData()
        .catch((error: unknown) => {
          this.#connection.console.error(`Data files could not be read: ${error instanceof Error ? error.message : String(error)}`);
          return new Set<string>();
        })
        .then((concerned) => {
          this.#readsData = false;
          this.#publish(concerned);
        });
    }, DATA_DELAY);
  }

  /** Sends the findings of the documents concerned, the status, and the picture on show. */
  #publish(concerned: ReadonlySet<string>, edit?: LineEdit): void {
    this.#readDataSoon();
    const { checker, snapshot } = this.#workspace;
    for (const uri of concerned) {
      if (edit?.keepsLines && checker.moved.has(uri)) continue;
      const source = snapshot.documents.get(uri);
      // what ships with Lamina is open for reading, not for mending
      if (uri.startsWith(`${SHIPPED_SCHEME}:`)) continue;
      if (!source) {
        this.#withoutEvidence.delete(uri);
        this.#openFindings.delete(uri);
        this.#published.forget(uri);
        void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
        continue;
      }
      const { first, count } = checker.overview(uri, checker.settings.maximumFindings, "claim-without-evidence");
      this.#withoutEvidence.set(uri, count);
      this.#openFindings.set(uri, first.filter(({ severity }) => severity === "error" || severity === "warning").length);
      const diagnostics = this.#published.news(first, source, snapshot, edit);
      if (diagnostics) void this.#connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    }
    this.#services.refresh(concerned);
    if (concerned.size === 0) return;
    const status: StatusChanged = {
      claims: countClaims(snapshot),
      withoutEvidence: sum(this.#withoutEvidence),
      findings: sum(this.#openFindings),
      indexing: !snapshot.complete,
    };
    void this.#connection.sendNotification(statusChanged, status);
    this.#column.refresh();
    this.#explorer.refresh();
  }
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);

/** What a change does to the lines of a document; several at once are not looked into. */
function lineEdit(source: EditableSource, [change, ...others]: readonly TextDocumentContentChangeEvent[]): LineEdit | undefined {
  if (!change || !("range" in change) || others.length > 0) return undefined;
  const { start, end } = change.range;
  const { uri } = source;
  // in a manuscript, what stands before a line of a region may move it
  const isPlain = source.prose.length === 0 && source.regions.length === 1 && source.regions[0]?.map.hostStart === 0;
  return { uri, from: start.line, to: end.line, keepsLines: isPlain && start.line === end.line && !/[\r\n]/.test(change.text) };
}

/** A change of the protocol, waiting for the text that it counts from. */
const toEdit =
  (change: TextDocumentContentChangeEvent) =>
  (source: EditableSource): Edit => ({
    span: "range" in change ? toSpan(source.lines, change.range) : { start: 0, end: source.length },
    text: change.text,
  });
