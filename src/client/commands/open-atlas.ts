/** Lamina: Open Atlas. */
import * as vscode from "vscode";
import { SHIPPED_SCHEME } from "../../protocol/requests.ts";

const choices = [
  { label: "cortex", description: "layers, cells and pathways of the cortical column", file: "cortex.lamina" },
  { label: "transformer", description: "parts of the transformer", file: "transformer.lamina" },
  { label: "references", description: "the bibliography that ships with Lamina", file: "references.bib" },
];

/** Asks which, unless a caller names one (`cortex`), and opens it for reading. */
export const openAtlas = (): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.openAtlas", async (named?: unknown) => {
    const chosen =
      choices.find(({ label }) => label === named) ?? (await vscode.window.showQuickPick(choices, { placeHolder: "Which atlas?" }));
    if (!chosen) return;
    const uri = vscode.Uri.from({ scheme: SHIPPED_SCHEME, path: `/${chosen.file}` });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  });
