/** Lamina: Show Column View. */
import * as vscode from "vscode";
import type { ColumnPanel } from "../column-panel.ts";
import { mayHoldClaims } from "../documents.ts";

/** Shows the picture of the document that a menu names, else of the one in sight, else of the workspace's first. */
export const showColumn = (column: ColumnPanel): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.showColumn", async (named?: unknown) => {
    const uri = named instanceof vscode.Uri ? named : (inSight() ?? column.shown ?? (await firstOfWorkspace()));
    if (uri) column.show(uri);
    else await offerNewFile();
  });

/** The active document where it may hold claims, else another that can be seen. */
function inSight(): vscode.Uri | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.find((editor) => editor && mayHoldClaims(editor.document))?.document.uri;
}

async function firstOfWorkspace(): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles("**/*.lamina", "**/node_modules/**");
  return found.sort((a, b) => a.path.split("/").length - b.path.split("/").length || (a.path < b.path ? -1 : 1))[0];
}

async function offerNewFile(): Promise<void> {
  const create = "New Hypothesis File";
  const answer = await vscode.window.showInformationMessage("There is no document with claims to draw yet.", create);
  if (answer === create) await vscode.commands.executeCommand("lamina.newFile");
}
