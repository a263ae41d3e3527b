/** Lamina: Show Log. */
import * as vscode from "vscode";

export const showLog = (log: vscode.LogOutputChannel): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.showLog", () => log.show());
