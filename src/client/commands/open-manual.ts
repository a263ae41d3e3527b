/** Lamina: Open Manual. */
import * as vscode from "vscode";

/** Shows the manual that comes with the extension, as the editor shows Markdown. */
export const openManual = (extension: vscode.Uri): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.openManual", async () => {
    const page = vscode.Uri.joinPath(extension, "docs", "manual", "README.md");
    try {
      await vscode.commands.executeCommand("markdown.showPreview", page);
    } catch {
      // an editor without a preview of Markdown
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(page));
    }
  });
