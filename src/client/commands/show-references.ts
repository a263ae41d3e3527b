/** What a click on "used by …" above an item does. Asked for by the server, and no command of the palette. */
import * as vscode from "vscode";

export const showReferences = (): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.showReferences", async (address: unknown, line: unknown, character: unknown) => {
    if (typeof address !== "string" || typeof line !== "number" || typeof character !== "number") return;
    const uri = vscode.Uri.parse(address);
    const position = new vscode.Position(line, character);
    const places = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", uri, position);
    await vscode.commands.executeCommand("editor.action.showReferences", uri, position, places ?? []);
  });
