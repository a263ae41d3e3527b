/** Lamina: Show Column View. */
import * as vscode from "vscode";
import type { ColumnPanels } from "../column-panels.ts";
import { mayHoldClaims } from "../documents.ts";

/** How many files are looked into for a first claim. */
const mostFiles = 50;

/** Shows the picture of the document that a menu names, else of the one in sight, else of one that has claims. */
export const showColumn = (column: ColumnPanels): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.showColumn", async (named?: unknown) => {
    const uri = named instanceof vscode.Uri ? named : (inSight() ?? column.shown ?? openSomewhere());
    if (uri) {
      column.show(uri);
      return;
    }
    const found = await inWorkspace();
    if (!found) {
      await offerNewFile();
      return;
    }
    // the picture stands beside its text
    await vscode.window.showTextDocument(found);
    column.show(found);
  });

/** The active document where it may hold claims, else another that can be seen. */
function inSight(): vscode.Uri | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.find((editor) => editor && mayHoldClaims(editor.document))?.document.uri;
}

const statesClaim = (text: string): boolean => /^[ \t]*claim\b/m.test(text);

/** A document behind a tab. */
function openSomewhere(): vscode.Uri | undefined {
  const held = vscode.workspace.textDocuments.filter((document) => !document.isClosed && mayHoldClaims(document));
  return (held.find((document) => statesClaim(document.getText())) ?? held[0])?.uri;
}

/** The workspace's first file with a claim, those nearest to its root first; without one, its first Lamina file. */
async function inWorkspace(): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles("**/*.lamina", "**/node_modules/**", mostFiles);
  const depth = (uri: vscode.Uri): number => uri.path.split("/").length;
  found.sort((a, b) => depth(a) - depth(b) || (a.path < b.path ? -1 : 1));
  for (const uri of found) {
    if (statesClaim(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)))) return uri;
  }
  return found[0];
}

async function offerNewFile(): Promise<void> {
  const create = "New Hypothesis File";
  const answer = await vscode.window.showInformationMessage("There is no document with claims to draw yet.", create);
  if (answer === create) await vscode.commands.executeCommand("lamina.newFile");
}
