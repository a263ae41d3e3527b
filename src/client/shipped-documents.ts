/** The atlases and the bibliography that ship with Lamina, open for reading. */
import * as vscode from "vscode";
import { SHIPPED_SCHEME } from "../protocol/requests.ts";
import type { LanguageServer } from "./language-server.ts";

/** Shows `lamina-atlas:/cortex.lamina` and its like; the server holds the texts. */
export function shippedDocuments(server: LanguageServer): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => (server.isRunning ? server.shippedText(uri.toString()) : ""),
  };
  // an editor that was restored before the server ran shows nothing until it is asked again
  const fillIn = server.onReady(() => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SHIPPED_SCHEME) changed.fire(uri);
  });
  return vscode.Disposable.from(changed, fillIn, vscode.workspace.registerTextDocumentContentProvider(SHIPPED_SCHEME, provider));
}
