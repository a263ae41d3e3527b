/** Figures for the editor: what a column view shows, in a file of any format. What writes them is loaded with the first. */
import type { Connection } from "vscode-languageserver";
import { baseName, normalUri } from "../core/uri.ts";
import { pictureOf } from "../diagram/from-snapshot.ts";
import type { FigureMaker } from "../figure/program.ts";
import { everything } from "../protocol/column.ts";
import { type ExportFigure, type ExportFigureResult, exportFigure } from "../protocol/requests.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { otherPicture } from "./column-other.ts";
import { pictureView, sidesOf } from "./column-view.ts";

/** Registers the answer. To be called before the connection listens. */
export function answerExport(workspace: Workspace, connection: Connection, figures: FigureMaker | undefined): void {
  connection.onRequest(exportFigure, async (asked: ExportFigure): Promise<ExportFigureResult> => {
    const { snapshot } = workspace;
    const uri = normalUri(asked.uri);
    if (!snapshot.documents.has(uri)) return null;
    if (!figures) return { problem: "This server writes no figures." };
    try {
      const { picture } = pictureOf(snapshot, uri, baseName(uri));
      const shown = asked.view ?? everything;
      const other = shown.topic === "compare" && asked.other ? otherPicture(snapshot, uri, asked.other) : undefined;
      const view = pictureView(shown, sidesOf(picture, shown, other), picture, other);
      const { format, widthMm, theme } = asked;
      const program = await figures.load();
      const { bytes, caption, notes } = await program.drawFigure({ picture, view, format, widthMm, theme }, figures.asset);
      return { base64: Buffer.from(bytes).toString("base64"), caption, notes };
    } catch (thrown) {
      return { problem: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  });
}
