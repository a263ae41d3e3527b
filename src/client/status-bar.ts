/** The count of claims in the status bar, and what menus and the walkthrough know of the workspace. */
import * as vscode from "vscode";
import type { StatusChanged } from "../protocol/requests.ts";
import type { LanguageServer } from "./language-server.ts";
import { statusText, statusTooltip } from "./status-text.ts";

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("lamina.status", vscode.StatusBarAlignment.Right, 100);
  readonly #disposables: vscode.Disposable[];
  #status: StatusChanged = { claims: 0, withoutEvidence: 0, findings: 0, indexing: true };

  constructor(server: LanguageServer) {
    this.#item.name = "Lamina: Claims";
    this.#item.command = "lamina.claims.focus";
    this.#disposables = [
      this.#item,
      server.onStatusChanged((status) => {
        this.#status = status;
        this.#tellMenus();
        this.#show();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#show()),
    ];
    this.#show();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(): void {
    const documentOpen = vscode.window.visibleTextEditors.some(({ document }) => document.languageId === "lamina");
    const text = statusText(this.#status, documentOpen);
    if (text === undefined) {
      this.#item.hide();
      return;
    }
    const links =
      "[Show Claims](command:lamina.claims.focus) · [Show Column View](command:lamina.showColumn) · [Show Problems](command:workbench.actions.view.problems)";
    const tooltip = new vscode.MarkdownString(`${statusTooltip(this.#status)}\n\n${links}`);
    tooltip.isTrusted = { enabledCommands: ["lamina.claims.focus", "lamina.showColumn", "workbench.actions.view.problems"] };
    this.#item.text = `$(layers) ${text}`;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `Lamina: ${statusTooltip(this.#status)}`, role: "button" };
    this.#item.show();
  }

  #tellMenus(): void {
    const { claims, withoutEvidence, indexing } = this.#status;
    const contexts = { "lamina.hasClaims": claims > 0, "lamina.hasSupportedClaim": !indexing && claims > withoutEvidence };
    for (const [key, value] of Object.entries(contexts)) void vscode.commands.executeCommand("setContext", key, value);
  }
}
