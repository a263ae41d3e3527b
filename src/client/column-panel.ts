/**
 * One column view: a panel beside the text that shows a document's claims, goes to a claim's text when the claim is
 * chosen, and marks the claim that the caret is in. It passes messages on and draws nothing itself.
 */
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { type ColumnView, everything } from "../protocol/column.ts";
import type { ClaimPlace, ColumnChanged, ExportFigure, ViewSize } from "../protocol/requests.ts";
import { type FromWebview, readFromWebview, type ToWebview } from "../protocol/webview.ts";
import { insertClaim, insertStub, showBeside } from "./column-edits.ts";
import { columnHtml } from "./column-html.ts";
import type { LanguageServer } from "./language-server.ts";
import type { LeftDocuments } from "./left-documents.ts";
import { claimAt, placeOf } from "./places.ts";
import { textAtHead } from "./revisions.ts";

/** How long the caret rests before the picture follows it, in milliseconds. */
const caretDelay = 40;

/** How long the text of the last revision is taken to be still that, in milliseconds. */
const headDelay = 5000;

let panels = 0;

/** What all panels share. */
export interface PanelHome {
  /** The folder that the extension is installed in. */
  readonly extension: vscode.Uri;
  readonly server: LanguageServer;
  readonly left: LeftDocuments;
}

export class ColumnPanel implements vscode.Disposable {
  /** What the server knows it by. */
  readonly #number = ++panels;
  readonly #home: PanelHome;
  readonly #server: LanguageServer;
  readonly #panel: vscode.WebviewPanel;
  #pinned: boolean;
  #watched: vscode.Uri;
  /** Whether the page listens; what is sent before is lost. */
  #ready = false;
  #size: ViewSize | undefined;
  /** What the page asked for of the watched document; undefined until it did. */
  #asked: { readonly view: ColumnView; readonly selected: string | null } | undefined;
  /** The text of the last revision, to compare with: for which document, and whether there is one. */
  #head: { readonly uri: string; readonly text: string | undefined; readonly read: number } | undefined;
  /** Where the claims of the watched document stand, and the last message that was heard of it. */
  #latest: { readonly revision: number; readonly places: readonly ClaimPlace[] | undefined } | undefined;
  #highlighted: string | null = null;
  #caretTimer: NodeJS.Timeout | undefined;

  /** Takes over a panel, new or kept by the editor over a reload. */
  constructor(home: PanelHome, panel: vscode.WebviewPanel, uri: vscode.Uri, pinned: boolean, gone: () => void) {
    const { extension, server } = home;
    this.#home = home;
    this.#server = server;
    this.#panel = panel;
    this.#watched = uri;
    this.#pinned = pinned;
    panel.iconPath = { light: this.#media("column-light.svg"), dark: this.#media("column-dark.svg") };
    panel.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, "dist")] };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const known = readFromWebview(message);
      if (known) this.#hear(known);
    });
    panel.onDidChangeViewState(() => this.tellServer());
    panel.onDidDispose(() => {
      clearTimeout(this.#caretTimer);
      this.#server.watchColumn({ panel: this.#number, uri: null });
      gone();
    });
    const script = panel.webview.asWebviewUri(vscode.Uri.joinPath(extension, "dist", "webview.js")).toString();
    panel.webview.html = columnHtml({ script, nonce: randomBytes(18).toString("base64url") });
    this.#entitle();
  }

  get uri(): vscode.Uri {
    return this.#watched;
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  get active(): boolean {
    return this.#panel.active;
  }

  /** What it shows, for others to draw. */
  get shown(): Pick<ExportFigure, "uri" | "view" | "other"> {
    const uri = this.#watched.toString();
    const head = this.#head?.uri === uri ? this.#head.text : undefined;
    return { uri, ...(this.#asked && { view: this.#asked.view }), ...(head !== undefined && { other: { label: "HEAD", text: head } }) };
  }

  /** Brings it forward; the text keeps the focus. */
  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Shows another document. */
  follow(uri: vscode.Uri): void {
    if (this.#watched.toString() === uri.toString()) return;
    this.#watched = uri;
    this.#latest = undefined;
    this.#asked = undefined;
    this.#highlight(null);
    this.#entitle();
    this.#introduce();
  }

  /** Chooses a claim as if it had been clicked; in a page that is still being made, when it is there. */
  select(claim: string): void {
    const uri = this.#watched.toString();
    const left = this.#home.left.get(uri) ?? { viewport: null, view: everything, selected: null };
    if (!this.#ready) this.#home.left.set(uri, { ...left, selected: claim });
    this.#post({ type: "select", claim });
  }

  /** The server runs, for the first time or anew. */
  serverIsReady(): void {
    this.#latest = undefined;
    this.tellServer();
  }

  /** A view that nobody sees is not drawn, nor one whose room and wishes are not known yet. */
  tellServer(): void {
    const asked = this.#ready && this.#panel.visible ? this.#asked : undefined;
    if (!asked) {
      this.#server.watchColumn({ panel: this.#number, uri: null });
      return;
    }
    const uri = this.#watched.toString();
    const isStale = this.#head?.uri !== uri || Date.now() - this.#head.read > headDelay;
    if (asked.view.topic === "compare" && isStale) void this.#readHead(uri);
    const head = this.#head?.uri === uri ? this.#head.text : undefined;
    this.#server.watchColumn({
      panel: this.#number,
      uri,
      view: asked.view,
      selected: asked.selected,
      ...(this.#size && { size: this.#size }),
      ...(asked.view.topic === "compare" && head !== undefined && { other: { label: "HEAD", text: head } }),
    });
  }

  receive(message: ColumnChanged): void {
    if (message.panel !== this.#number || vscode.Uri.parse(message.uri).toString() !== this.#watched.toString()) return;
    if (this.#latest && message.revision <= this.#latest.revision) return;
    this.#latest = { revision: message.revision, places: message.places ?? this.#latest?.places };
    const { panel: _, uri: __, places: ___, ...content } = message;
    this.#post({ type: "column", uri: this.#watched.toString(), ...content });
    // the caret may have come to stand in a claim without having moved
    const editor = vscode.window.activeTextEditor;
    if (editor && message.places) this.highlightSoon(editor);
  }

  /** The caret of an editor moved. */
  highlightSoon(editor: vscode.TextEditor): void {
    if (editor.document.uri.toString() !== this.#watched.toString()) return;
    clearTimeout(this.#caretTimer);
    this.#caretTimer = setTimeout(() => {
      const places = this.#latest?.places;
      this.#highlight(places ? claimAt(places, editor.selection.active) : null);
    }, caretDelay);
  }

  #media(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#home.extension, "media", "icons", name);
  }

  #entitle(): void {
    const name = this.#watched.path.slice(this.#watched.path.lastIndexOf("/") + 1);
    this.#panel.title = this.#pinned ? `Column: ${name}` : "Column View";
  }

  /** Says which document is shown; the page answers with how. */
  #introduce(): void {
    const { path } = this.#watched;
    const uri = this.#watched.toString();
    const title = path.slice(path.lastIndexOf("/") + 1);
    this.#post({ type: "document", uri, title, pinned: this.#pinned, left: this.#home.left.get(uri) });
  }

  #post(message: ToWebview): void {
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }

  #hear(message: FromWebview): void {
    switch (message.type) {
      case "ready":
        this.#ready = true;
        this.#size = message.size;
        // a page that is there anew has nothing of what was sent before
        this.#asked = undefined;
        this.tellServer();
        this.#introduce();
        this.#post({ type: "highlight", claim: this.#highlighted });
        break;
      case "resized":
        this.#size = message.size;
        this.tellServer();
        break;
      case "view":
        if (message.uri !== this.#watched.toString()) break;
        this.#asked = message;
        this.tellServer();
        break;
      case "left":
        this.#home.left.set(message.uri, message.left);
        break;
      case "pin":
        this.#pinned = message.pinned;
        this.#entitle();
        break;
      case "reveal":
        void this.#reveal(message.claim, message.focus);
        break;
      case "choose":
        void this.#choose(message.label, message.claims);
        break;
      case "card":
        void this.#card(message.ask, message.kind, message.key);
        break;
      case "insert":
        void insertStub(this.#server, this.#watched, message, this.#panel.viewColumn);
        break;
      case "connect":
        void insertClaim(this.#server, this.#watched, message.from, message.to, this.#panel.viewColumn);
        break;
      case "copy":
        void vscode.env.clipboard.writeText(message.text);
        break;
      case "open":
        void this.#open(message.address);
        break;
    }
  }

  /** Shows a claim's header in the text; without `focus` only where the text is in sight, so that no click opens an editor. */
  async #reveal(claim: string, focus: boolean): Promise<void> {
    const place = this.#latest?.places && placeOf(this.#latest.places, claim);
    const inSight = vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === this.#watched.toString());
    if (!place || !(focus || inSight)) return;
    const { start, end } = place.selection;
    const header = new vscode.Range(start.line, start.character, end.line, end.character);
    const editor = await showBeside(this.#watched, this.#panel.viewColumn, !focus);
    // a caret, not a selection: a key that was meant for the picture must not replace the claim
    editor.selection = new vscode.Selection(header.start, header.start);
    editor.revealRange(header, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Several claims are drawn as one: asks which is meant. */
  async #choose(label: string, claims: readonly string[]): Promise<void> {
    const places = this.#latest?.places ?? [];
    const document = await vscode.workspace.openTextDocument(this.#watched);
    const items = claims.flatMap((claim) => {
      const place = placeOf(places, claim);
      if (!place) return [];
      const { start, end } = place.selection;
      return [{ label: claim, description: document.getText(new vscode.Range(start.line, start.character, end.line, end.character)) }];
    });
    const chosen = await vscode.window.showQuickPick(items, { title: label, placeHolder: "Which claim?", matchOnDescription: true });
    if (!chosen) return;
    this.select(chosen.label);
    await this.#reveal(chosen.label, false);
  }

  async #card(ask: number, kind: "claim" | "part", key: string): Promise<void> {
    const card = await this.#server.columnCard({ uri: this.#watched.toString(), kind, key });
    this.#post({ type: "card", ask, card });
  }

  /** Follows a link of a card: to a place in a file of the workspace, an entry that ships, or the web. */
  async #open(address: string): Promise<void> {
    const uri = vscode.Uri.parse(address);
    if (uri.scheme === "https" || uri.scheme === "http") {
      await vscode.env.openExternal(uri);
      return;
    }
    if (uri.scheme === "command") return;
    const line = Number(/^L(\d+)/.exec(uri.fragment)?.[1] ?? Number.NaN);
    const editor = await showBeside(uri.with({ fragment: "" }), this.#panel.viewColumn);
    if (!Number.isInteger(line)) return;
    const at = new vscode.Position(Math.max(0, line - 1), 0);
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Reads the last revision of the document, and shows the comparison with it where it is another than before. */
  async #readHead(uri: string): Promise<void> {
    const before = this.#head?.uri === uri ? this.#head.text : undefined;
    this.#head = { uri, text: before, read: Date.now() };
    const text = await textAtHead(vscode.Uri.parse(uri));
    if (text === before || this.#head.uri !== uri) return;
    this.#head = { uri, text, read: Date.now() };
    this.tellServer();
  }

  #highlight(claim: string | null): void {
    if (claim === this.#highlighted) return;
    this.#highlighted = claim;
    this.#post({ type: "highlight", claim });
  }
}
