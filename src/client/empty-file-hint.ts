/** In a workspace without claims, an empty Lamina file says how to begin; it goes with the first character. */
import * as vscode from "vscode";
import type { LanguageServer } from "./language-server.ts";

const hint = "Type claim and choose a template";

export function emptyFileHint(server: LanguageServer): vscode.Disposable {
  const decoration = vscode.window.createTextEditorDecorationType({
    after: { contentText: hint, color: new vscode.ThemeColor("editorGhostText.foreground"), fontStyle: "italic" },
  });
  let noClaims = false;
  const show = (editor: vscode.TextEditor): void => {
    if (editor.document.languageId !== "lamina") return;
    const empty = noClaims && editor.document.getText() === "";
    editor.setDecorations(decoration, empty ? [new vscode.Range(0, 0, 0, 0)] : []);
  };
  const showAll = (): void => vscode.window.visibleTextEditors.forEach(show);
  return vscode.Disposable.from(
    decoration,
    server.onStatusChanged(({ claims, indexing }) => {
      noClaims = claims === 0 && !indexing;
      showAll();
    }),
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) show(editor);
    }),
  );
}
