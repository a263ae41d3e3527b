/** What the column view writes into a text: each time one edit, which one press of undo takes back. */
import * as vscode from "vscode";
import type { PlaceEdit, PlacePosition } from "../protocol/requests.ts";
import type { LanguageServer } from "./language-server.ts";

const position = ({ line, character }: PlacePosition): vscode.Position => new vscode.Position(line, character);
const range = ({ range: { start, end } }: PlaceEdit): vscode.Range => new vscode.Range(position(start), position(end));

/** Shows a document in a column that is not the view's own. */
export async function showBeside(uri: vscode.Uri, view: vscode.ViewColumn | undefined, preserveFocus = false): Promise<vscode.TextEditor> {
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const other = view === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  return vscode.window.showTextDocument(uri, { viewColumn: open?.viewColumn ?? other, preserveFocus });
}

/** Writes a stub, and selects what it leaves open. */
export async function insertStub(
  server: LanguageServer,
  uri: vscode.Uri,
  stub: { readonly claim: string; readonly title: string; readonly rule: string },
  view: vscode.ViewColumn | undefined,
): Promise<void> {
  const { claim, title, rule } = stub;
  const { edits, open } = await server.columnStub({ uri: uri.toString(), claim, title, rule });
  if (edits.length === 0) return;
  const editor = await showBeside(uri, view);
  const done = await editor.edit((builder) => {
    for (const edit of edits) builder.replace(range(edit), edit.newText);
  });
  if (!done || open === undefined) return;
  const first = editor.document.offsetAt(range(edits[0] as PlaceEdit).start);
  const found = editor.document.getText().indexOf(open, first);
  if (found < 0) return;
  editor.selection = new vscode.Selection(editor.document.positionAt(found), editor.document.positionAt(found + open.length));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Writes a claim between two parts, with its id to be filled in. */
export async function insertClaim(
  server: LanguageServer,
  uri: vscode.Uri,
  from: string,
  to: string,
  view: vscode.ViewColumn | undefined,
): Promise<void> {
  const claim = await server.columnConnect({ uri: uri.toString(), from, to });
  if (!claim) {
    void vscode.window.showWarningMessage("No claim can be written into this document.");
    return;
  }
  const editor = await showBeside(uri, view);
  const snippet = new vscode.SnippetString().appendText(claim.before).appendPlaceholder(claim.id).appendText(claim.after).appendTabstop(0);
  // the text stands as the server wrote it, which knows what the host demands at the start of a line
  await editor.insertSnippet(snippet, position(claim.at), { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
