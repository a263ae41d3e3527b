/** Lamina: Restart Language Server. */
import * as vscode from "vscode";
import type { LanguageServer } from "../language-server.ts";

export const restartServer = (server: LanguageServer): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.restartServer", () =>
    vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: "Restarting Lamina" }, () => server.restart()),
  );
