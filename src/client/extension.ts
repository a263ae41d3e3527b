/** The extension's door to VS Code: a list of what Lamina brings, each in a file of its own. */
import * as vscode from "vscode";
import { ColumnPanels } from "./column-panels.ts";
import { exportFigure } from "./commands/export-figure.ts";
import { newFile } from "./commands/new-file.ts";
import { openAtlas } from "./commands/open-atlas.ts";
import { openManual } from "./commands/open-manual.ts";
import { restartServer } from "./commands/restart-server.ts";
import { selectStub } from "./commands/select-stub.ts";
import { showColumn } from "./commands/show-column.ts";
import { showLog } from "./commands/show-log.ts";
import { showReferences } from "./commands/show-references.ts";
import { updateFigures } from "./commands/update-figures.ts";
import { emptyFileHint } from "./empty-file-hint.ts";
import { ClaimsExplorer } from "./explorer.ts";
import { LanguageServer } from "./language-server.ts";
import { LeftDocuments } from "./left-documents.ts";
import { MarkdownPreview } from "./markdown-preview.ts";
import { shippedDocuments } from "./shipped-documents.ts";
import { StatusBar } from "./status-bar.ts";

/** The server outlives its subscriptions for a moment, so that it can end in order. */
let running: LanguageServer | undefined;

/** What other extensions get: the editor's Markdown preview takes the plugin that draws fences. */
export interface Exports {
  readonly extendMarkdownIt: MarkdownPreview["extend"];
}

export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const log = vscode.window.createOutputChannel("Lamina", { log: true });
  const server = new LanguageServer(context.asAbsolutePath("dist/server.cjs"), log);
  const column = new ColumnPanels({ extension: context.extensionUri, server, left: new LeftDocuments(context.workspaceState) });
  const preview = new MarkdownPreview(server);
  running = server;
  context.subscriptions.push(
    log,
    server,
    column,
    shippedDocuments(server),
    new StatusBar(server),
    emptyFileHint(server),
    showColumn(column),
    newFile(),
    openAtlas(),
    openManual(context.extensionUri),
    showReferences(),
    selectStub(),
    restartServer(server),
    showLog(log),
    updateFigures(server),
    exportFigure(server, column),
    new ClaimsExplorer(server, context.extensionUri, context.workspaceState, column),
    preview,
  );
  await server.start();
  return { extendMarkdownIt: preview.extend };
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
