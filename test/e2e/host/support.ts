/** What the stories in the extension host share. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { until } from "../until.ts";

export { until };

/** The id under which the editor knows this extension. */
export const extensionId = "lamina.lamina";

/** The folder that is open: a copy of the example workspace, which a story may write into. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "a folder is open");
  return folder.uri;
}

/** The address of a file of the open folder. */
export const inWorkspace = (path: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), path);

/** This extension, started. */
export async function startExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(extensionId);
  assert.ok(extension, `the editor knows ${extensionId}`);
  await extension.activate();
  return extension;
}

/** Opens a file of the folder in an editor. */
export async function openDocument(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(path));
  return vscode.window.showTextDocument(document);
}

/** Writes a new file into the folder and opens it. */
export async function writeDocument(path: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
  return openDocument(path);
}

/** Closes all editors without saving and deletes files that a story wrote. */
export async function tidyUp(...paths: readonly string[]): Promise<void> {
  if (vscode.window.activeNotebookEditor) await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  while (vscode.window.activeTextEditor) await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  for (const path of paths) await vscode.workspace.fs.delete(inWorkspace(path), { useTrash: false });
}

/** The place of `text` in the document, `ahead` characters into it; fails where it is not there. */
export function placeOf(document: vscode.TextDocument, text: string, ahead = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `"${text}" is in ${document.fileName}`);
  return document.positionAt(at + ahead);
}

/** A finding as a story compares it: lines and columns count from 1, as in the problems panel. */
export interface Finding {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: "error" | "warning" | "info" | "hint";
}

const severities = ["error", "warning", "info", "hint"] as const;

/** What the editor's problems panel now shows of a document, in the order of the text. */
export function findings(uri: vscode.Uri): Finding[] {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ code, message, range, severity }) => ({
      rule: String(typeof code === "object" ? code.value : code),
      line: range.start.line + 1,
      column: range.start.character + 1,
      message,
      severity: severities[severity] ?? "hint",
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule));
}

/** Waits until the findings of a document are as `expected` wants them, and gives them. */
export async function findingsWhen(uri: vscode.Uri, what: string, expected: (found: Finding[]) => boolean): Promise<Finding[]> {
  return until(what, () => {
    const found = findings(uri);
    return expected(found) ? found : undefined;
  });
}

/** The text of all hover cards at a place, once there is one. */
export async function hoverText(uri: vscode.Uri, place: vscode.Position): Promise<string> {
  const hovers = await until(`there is a hover at line ${place.line + 1}`, async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, place);
    return found.length > 0 ? found : undefined;
  });
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value))).join("\n");
}
