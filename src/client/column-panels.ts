/** All column views: one that follows the editor, and any number that are pinned to their documents. */
import * as vscode from "vscode";
import { ColumnPanel, type PanelHome } from "./column-panel.ts";
import { mayHoldClaims } from "./documents.ts";

const viewType = "lamina.column";

export class ColumnPanels implements vscode.Disposable {
  readonly #home: PanelHome;
  readonly #panels = new Set<ColumnPanel>();
  readonly #disposables: vscode.Disposable[];

  constructor(home: PanelHome) {
    const { server } = home;
    this.#home = home;
    const each = (action: (panel: ColumnPanel) => void): void => this.#panels.forEach(action);
    this.#disposables = [
      server.onColumnChanged((message) => each((panel) => panel.receive(message))),
      server.onReady(() => each((panel) => panel.serverIsReady())),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (!editor || !mayHoldClaims(editor.document)) return;
        each((panel) => {
          if (!panel.pinned) panel.follow(editor.document.uri);
          panel.highlightSoon(editor);
        });
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => each((panel) => panel.highlightSoon(textEditor))),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: unknown) => this.#restore(panel, state),
      }),
    ];
  }

  /** The document of the view that was used last; undefined where none is open. */
  get shown(): vscode.Uri | undefined {
    const panels = [...this.#panels];
    return (panels.find(({ active }) => active) ?? panels.at(-1))?.uri;
  }

  /** What the view that has the focus shows; undefined where none has it. */
  get active(): ColumnPanel["shown"] | undefined {
    return [...this.#panels].find(({ active }) => active)?.shown;
  }

  /** Shows a document: in the view that is pinned to it, in the one that follows, else in a new one beside the text. */
  show(uri: vscode.Uri): ColumnPanel {
    const panels = [...this.#panels];
    const known = panels.find((panel) => panel.uri.toString() === uri.toString()) ?? panels.find(({ pinned }) => !pinned);
    if (known) {
      known.reveal();
      known.follow(uri);
      return known;
    }
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(viewType, "Column View", beside, { retainContextWhenHidden: true });
    return this.#adopt(panel, uri, false);
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, uri: vscode.Uri, pinned: boolean): ColumnPanel {
    const adopted = new ColumnPanel(this.#home, panel, uri, pinned, () => this.#panels.delete(adopted));
    this.#panels.add(adopted);
    return adopted;
  }

  /** A panel that the editor kept over a reload: its page remembers which document it showed. */
  #restore(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = typeof state === "object" && state !== null ? state : {};
    const editor = vscode.window.activeTextEditor;
    const uri =
      "uri" in kept && typeof kept.uri === "string"
        ? vscode.Uri.parse(kept.uri)
        : editor && mayHoldClaims(editor.document)
          ? editor.document.uri
          : undefined;
    if (uri) this.#adopt(panel, uri, "pinned" in kept && kept.pinned === true);
    else panel.dispose();
  }
}
