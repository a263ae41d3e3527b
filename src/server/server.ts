/** The language server: hears the editor, asks the engine, answers. Knows the protocol and no rule of the language. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
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
import { today } from "../workspace/today.ts";
import { Workspace } from "../workspace/workspace.ts";
import { type Client, clientOf, settingsIn, watchedPatterns } from "./client.ts";
import { Column } from "./column.ts";
import { answerColumn } from "./column-answers.ts";
import { toOffset, toRange, toSpan } from "./convert.ts";
import { Explorer } from "./explorer.ts";
import { answerExport } from "./exported-figure.ts";
import { figureOf } from "./figure.ts";
import { plainCard } from "./plain-card.ts";
import { type LineEdit, Published } from "./published.ts";
import { toCompletionItem, toDocumentSymbol, toFlatSymbols, toLocation, toLocationLinks } from "./replies.ts";
import { registerServices, type Services } from "./services.ts";

/** How long a burst of changes is let pass before data files are read, in milliseconds. */
const DATA_DELAY = 300;

/** How often it is looked whether a new day has begun, in milliseconds. */
const DAY_LOOKED_AT = 10 * 60 * 1000;

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
  #client: Client = clientOf({ processId: null, rootUri: null, capabilities: {}, workspaceFolders: null });
  #roots: readonly string[] = [];
  /** What the client sent of settings, for as long as it does not answer when it is asked. */
  #sentSettings: unknown;
  #theme: "light" | "dark" = "dark";
  /** Ends the watching of the folders, where that is the server's part. */
  #unwatch: (() => void)[] = [];
  #readsData = false;
  #day: string | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

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
      hasCommands: () => this.#client.isOwn,
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
      this.#theme = theme;
    });
    connection.onRequest(shippedText, ({ uri }: ShippedText) => shippedTexts.get(uri) ?? "");
    connection.onShutdown(() => {
      this.#watchAgain([]);
      clearInterval(this.#clock);
    });
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = clientOf(params);
    this.#theme = this.#client.options.theme ?? "dark";
    this.#sentSettings = settingsIn(this.#client.options);
    this.#roots = this.#client.roots;
    return {
      serverInfo: { name: "lamina" },
      capabilities: {
        // the one way to count that every editor knows, and ours
        positionEncoding: PositionEncodingKind.UTF16,
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

  /** A new day ends suppressions that hold through the one before. */
  #followDay(): void {
    const day = today();
    if (day === this.#day) return;
    const isFirst = this.#day === undefined;
    this.#day = day;
    this.#workspace.checker.today = day;
    if (!isFirst) this.#publish(new Set(this.#workspace.snapshot.documents.keys()));
  }

  async #start(): Promise<void> {
    this.#services.start();
    this.#followDay();
    this.#clock = setInterval(() => this.#followDay(), DAY_LOOKED_AT);
    await this.#readConfiguration();
    this.#publish(await this.#workspace.load(this.#roots));
    if (this.#client.watching === "asked") this.#askToWatch();
    this.#watchAgain(this.#roots);
  }

  #askToWatch(): void {
    const watchers = watchedPatterns.map((globPattern) => ({ globPattern }));
    this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((thrown: unknown) => {
      this.#connection.console.warn(`The editor does not watch files (${String(thrown)}); Lamina does.`);
      this.#client = { ...this.#client, watching: "server" };
      this.#watchAgain(this.#roots);
    });
  }

  /** Watches these folders and no others, where the client does not. */
  #watchAgain(roots: readonly string[]): void {
    for (const end of this.#unwatch) end();
    this.#unwatch = [];
    const { watch } = this.#files;
    if (this.#client.watching !== "server" || !watch) return;
    const changed = async (uris: readonly string[]): Promise<void> => this.#publish(await this.#workspace.refresh(uris));
    this.#unwatch = roots.map((root) => watch(root, (uris) => void changed(uris)));
  }

  /** What the client says when it is asked; else what it sent unasked. */
  async #givenSettings(): Promise<unknown> {
    if (!this.#client.answersForSettings) return this.#sentSettings;
    const asked: unknown = await this.#connection.workspace.getConfiguration("lamina").catch(() => undefined);
    return asked ?? this.#sentSettings;
  }

  async #readConfiguration(): Promise<void> {
    const settings = readSettings(await this.#givenSettings());
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
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#sentSettings = settingsIn(settings) ?? this.#sentSettings;
      void this.#readConfiguration();
    });
    connection.onNotification(
      "workspace/didChangeWorkspaceFolders",
      async ({ event }: { event: { added: { uri: string }[]; removed: { uri: string }[] } }) => {
        const gone = new Set(event.removed.map((folder) => folder.uri));
        this.#roots = [...this.#roots.filter((root) => !gone.has(root)), ...event.added.map((folder) => folder.uri)];
        this.#publish(await this.#workspace.load(this.#roots));
        this.#watchAgain(this.#roots);
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
      const range = toRange(source.lines, card.span);
      const { isOwn, takesMarkdown } = this.#client;
      if (!takesMarkdown) return { contents: { kind: "plaintext", value: plainCard(card) }, range };
      // other editors would show the picture as the letters that it is written in
      const figure = isOwn && card.figure ? figureOf(card.figure, this.#theme) : undefined;
      return { contents: { kind: "markdown", value: renderCard(card, { figure, html: isOwn }) }, range };
    });
    connection.onCompletion(({ textDocument, position }) => {
      const source = this.#source(textDocument.uri);
      if (!source) return [];
      const suggestions = complete(this.#workspace.snapshot, source.uri, toOffset(source.lines, position));
      return suggestions.map((suggestion) => toCompletionItem(suggestion, source.lines, this.#client.isOwn));
    });
    connection.onDefinition(async ({ textDocument, position }) => {
      const source = this.#source(textDocument.uri);
      const found = source && definition(this.#workspace.snapshot, source.uri, toOffset(source.lines, position));
      if (!found) return [];
      const lines = new Map<string, LineMap | undefined>();
      for (const { uri } of found.targets) lines.set(uri, await this.#linesOf(uri));
      const links = toLocationLinks(found, source.lines, (uri) => lines.get(uri));
      return this.#client.takesLinks ? links : links.map(toLocation);
    });
    connection.onDocumentSymbol(({ textDocument }) => {
      const source = this.#source(textDocument.uri);
      const symbols = source ? outline(source).map((entry) => toDocumentSymbol(entry, source.lines)) : [];
      return this.#client.takesTrees ? symbols : toFlatSymbols(symbols, textDocument.uri);
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
