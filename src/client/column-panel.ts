/**
 * The column view: a panel beside the text that shows the picture of the active document, goes to a claim's text when
 * the claim is chosen, and marks the claim that the caret is in. It passes messages on and draws nothing itself.
 */
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { ColumnChanged, ViewSize } from "../protocol/requests.ts";
import { readFromWebview, type ToWebview } from "../protocol/webview.ts";
import { columnHtml } from "./column-html.ts";
import { mayHoldClaims } from "./documents.ts";
import type { LanguageServer } from "./language-server.ts";
import { claimAt, placeOf } from "./places.ts";

const viewType = "lamina.column";

/** How long the caret rests before the picture follows it, in milliseconds. */
const caretDelay = 40;

export class ColumnPanel implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #server: LanguageServer;
  readonly #disposables: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  /** Whether the page listens; what is sent before is lost. */
  #ready = false;
  #size: ViewSize | undefined;
  #watched: vscode.Uri | undefined;
  #latest: ColumnChanged | undefined;
  #highlighted: string | null = null;
  #caretTimer: NodeJS.Timeout | undefined;

  constructor(extension: vscode.Uri, server: LanguageServer) {
    this.#extension = extension;
    this.#server = server;
    this.#disposables = [
      server.onColumnChanged((message) => this.#receive(message)),
      server.onReady(() => {
        this.#latest = undefined;
        this.#tellServer();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (!this.#panel || !editor || !mayHoldClaims(editor.document)) return;
        this.#follow(editor.document.uri);
        this.#highlightSoon(editor);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#highlightSoon(textEditor)),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: unknown) => this.#restore(panel, state),
      }),
    ];
  }

  /** The document whose picture is shown. */
  get shown(): vscode.Uri | undefined {
    return this.#panel && this.#watched;
  }

  /** Opens the view beside the text, or brings it forward; the text keeps the focus. */
  show(uri: vscode.Uri): void {
    if (this.#panel) this.#panel.reveal(undefined, true);
    else {
      const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.#adopt(vscode.window.createWebviewPanel(viewType, "Column View", beside, { retainContextWhenHidden: true }));
    }
    this.#follow(uri);
  }

  dispose(): void {
    clearTimeout(this.#caretTimer);
    this.#panel?.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** A panel that the editor kept over a reload: its page remembers which document it showed. */
  #restore(panel: vscode.WebviewPanel, state: unknown): void {
    this.#panel?.dispose();
    this.#adopt(panel);
    const uri = typeof state === "object" && state !== null && "uri" in state ? state.uri : undefined;
    const editor = vscode.window.activeTextEditor;
    if (typeof uri === "string") this.#follow(vscode.Uri.parse(uri));
    else if (editor && mayHoldClaims(editor.document)) this.#follow(editor.document.uri);
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#ready = false;
    panel.iconPath = { light: this.#media("column-light.svg"), dark: this.#media("column-dark.svg") };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extension, "dist"), vscode.Uri.joinPath(this.#extension, "media")],
    };
    panel.webview.onDidReceiveMessage((message: unknown) => this.#hear(message));
    panel.onDidChangeViewState(() => this.#tellServer());
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#ready = false;
      this.#watched = undefined;
      this.#latest = undefined;
      this.#tellServer();
    });
    const script = panel.webview.asWebviewUri(vscode.Uri.joinPath(this.#extension, "dist", "webview.js")).toString();
    panel.webview.html = columnHtml({ script, nonce: randomBytes(18).toString("base64url") });
  }

  #media(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#extension, "media", "icons", name);
  }

  #follow(uri: vscode.Uri): void {
    if (this.#watched?.toString() === uri.toString()) return;
    this.#watched = uri;
    this.#latest = undefined;
    this.#highlight(null);
    this.#tellServer();
  }

  /** A view that nobody sees is not drawn, nor one whose room is not known yet. */
  #tellServer(): void {
    const seen = this.#ready && this.#panel?.visible === true && this.#watched;
    this.#server.watchColumn({ uri: seen ? seen.toString() : null, ...(this.#size && { size: this.#size }) });
  }

  #receive(message: ColumnChanged): void {
    if (!this.#watched || vscode.Uri.parse(message.uri).toString() !== this.#watched.toString()) return;
    if (this.#latest && message.revision <= this.#latest.revision) return;
    this.#latest = message;
    this.#draw();
    // the caret may have come to stand in a claim without having moved
    const editor = vscode.window.activeTextEditor;
    if (editor) this.#highlightSoon(editor);
  }

  #draw(): void {
    if (!this.#latest) return;
    const { revision, title, scene } = this.#latest;
    this.#post({ type: "show", uri: this.#latest.uri, revision, title, scene });
  }

  #post(message: ToWebview): void {
    if (this.#ready) void this.#panel?.webview.postMessage(message);
  }

  #hear(untrusted: unknown): void {
    const message = readFromWebview(untrusted);
    switch (message?.type) {
      case "ready":
        this.#ready = true;
        this.#size = message.size;
        this.#tellServer();
        this.#draw();
        this.#post({ type: "highlight", claim: this.#highlighted });
        break;
      case "resized":
        this.#size = message.size;
        this.#tellServer();
        break;
      case "reveal":
        void this.#reveal(message.claim);
        break;
      case "choose":
        void this.#choose(message.label, message.claims);
        break;
    }
  }

  /** Goes to a claim's header, in a column of the window that is not the view's own. */
  async #reveal(claim: string): Promise<void> {
    const place = this.#latest && placeOf(this.#latest.places, claim);
    if (!place || !this.#watched) return;
    const uri = this.#watched;
    const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const { start, end } = place.selection;
    const header = new vscode.Range(start.line, start.character, end.line, end.character);
    // a caret, not a selection: a key that was meant for the picture must not replace the claim
    const selection = new vscode.Range(header.start, header.start);
    const editor = await vscode.window.showTextDocument(uri, { viewColumn: open?.viewColumn ?? this.#otherColumn(), selection });
    editor.revealRange(header, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #otherColumn(): vscode.ViewColumn {
    return this.#panel?.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  }

  /** Several claims are drawn as one: asks which is meant. */
  async #choose(label: string, claims: readonly string[]): Promise<void> {
    const places = this.#latest?.places ?? [];
    const document = this.#watched && (await vscode.workspace.openTextDocument(this.#watched));
    const items = claims.flatMap((claim) => {
      const place = placeOf(places, claim);
      if (!place || !document) return [];
      const { start, end } = place.selection;
      return [{ label: claim, description: document.getText(new vscode.Range(start.line, start.character, end.line, end.character)) }];
    });
    const chosen = await vscode.window.showQuickPick(items, { title: label, placeHolder: "Which claim?", matchOnDescription: true });
    if (chosen) await this.#reveal(chosen.label);
  }

  #highlightSoon(editor: vscode.TextEditor): void {
    if (!this.#panel || editor.document.uri.toString() !== this.#watched?.toString()) return;
    clearTimeout(this.#caretTimer);
    this.#caretTimer = setTimeout(() => {
      const claim = this.#latest ? claimAt(this.#latest.places, editor.selection.active) : null;
      this.#highlight(claim);
    }, caretDelay);
  }

  #highlight(claim: string | null): void {
    if (claim === this.#highlighted) return;
    this.#highlighted = claim;
    this.#post({ type: "highlight", claim });
  }
}
