/** The picture of a document or of one of its fences, as a client asks for it. */
import type { Snapshot, SourceDocument } from "../core/service.ts";
import { drawnRows, drawnSvg, pictureOfText } from "../diagram/drawn-text.ts";
import type { DrawFigure, DrawFigureResult } from "../protocol/requests.ts";

/** Draws what is asked for: only the claims of the fence that opens in `line`, where a line is named. */
export function drawnFigure(
  snapshot: Snapshot,
  source: SourceDocument,
  title: string,
  { line, form, theme, width }: Omit<DrawFigure, "uri">,
): DrawFigureResult {
  const picture = pictureOfText(snapshot, source, title, line);
  return form === "table" ? { form, ...drawnRows(picture) } : { form, ...drawnSvg(picture, theme, width) };
}
