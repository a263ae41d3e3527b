/** After a quick fix: puts the caret where it left something to fill in. Asked for by the server, and no command of the palette. */
import * as vscode from "vscode";

/** How far after the edit's start its stub may stand, in lines. */
const reach = 5;

export const selectStub = (): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.selectStub", (uri: unknown, line: unknown, character: unknown, stub: unknown) => {
    const editor = vscode.window.activeTextEditor;
    if (typeof uri !== "string" || typeof line !== "number" || typeof character !== "number" || typeof stub !== "string") return;
    if (editor?.document.uri.toString() !== vscode.Uri.parse(uri).toString()) return;
    const { document } = editor;
    const start = document.offsetAt(new vscode.Position(line, character));
    const found = document.getText().indexOf(stub, start);
    if (found < 0 || document.positionAt(found).line > line + reach) return;
    const selection = new vscode.Selection(document.positionAt(found), document.positionAt(found + stub.length));
    editor.selection = selection;
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
