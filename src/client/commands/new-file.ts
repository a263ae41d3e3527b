/** Lamina: New Hypothesis File. */
import * as vscode from "vscode";

/** The smallest useful file. What is still missing, evidence, is left for Lamina to point out. */
const firstClaim = (): vscode.SnippetString =>
  new vscode.SnippetString("use cortex, transformer\n\nclaim ")
    .appendPlaceholder("first-claim")
    .appendText(": ")
    .appendPlaceholder("L4 -> L2/3")
    .appendText(" as ")
    .appendPlaceholder("Value")
    .appendText("\n  ")
    .appendTabstop(0);

export const newFile = (): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.newFile", async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "lamina" }));
    await editor.insertSnippet(firstClaim());
  });
