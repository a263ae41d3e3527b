/** Rename: an answer with every edit, or an error that says why there is none. */
import {
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { prepareRename, rename } from "../../core/features/rename.ts";
import { toOffset, toRange } from "../convert.ts";
import { documentOf, type ServiceContext } from "./context.ts";

const failed = (message: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, message);

export function registerRenaming({ connection, workspace }: ServiceContext): void {
  connection.onPrepareRename(({ textDocument, position }) => {
    const source = documentOf(workspace, textDocument.uri);
    if (!source) return null;
    const target = prepareRename(workspace.snapshot, source.uri, toOffset(source.lines, position));
    if ("problem" in target) throw failed(target.problem);
    return { range: toRange(source.lines, target.span), placeholder: target.placeholder };
  });
  connection.onRenameRequest(({ textDocument, position, newName }): WorkspaceEdit | null => {
    const source = documentOf(workspace, textDocument.uri);
    if (!source) return null;
    const { snapshot } = workspace;
    const renaming = rename(snapshot, source.uri, toOffset(source.lines, position), newName);
    if ("problem" in renaming) throw failed(renaming.problem);
    const changes: Record<string, TextEdit[]> = {};
    for (const [uri, edits] of renaming.edits) {
      const lines = snapshot.documents.get(uri)?.lines;
      if (lines) changes[uri] = edits.map(({ span, text }) => ({ range: toRange(lines, span), newText: text }));
    }
    const { notice } = renaming;
    if (notice !== undefined) void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: notice });
    return { changes };
  });
}
