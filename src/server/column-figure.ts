/** The picture of a document or of one of its fences, as a file of its own or as rows. */
import type { Snapshot, SourceDocument } from "../core/service.ts";
import { buildScene } from "../diagram/build.ts";
import { pictureOf } from "../diagram/from-snapshot.ts";
import { sceneToSvg } from "../diagram/svg.ts";
import { tableOf } from "../diagram/table.ts";
import type { DrawFigure, DrawFigureResult } from "../protocol/requests.ts";

/** Draws what is asked for: only the claims of the fence that opens in `line`, where a line is named. */
export function drawnFigure(
  snapshot: Snapshot,
  source: SourceDocument,
  title: string,
  { line, form, theme, width }: Omit<DrawFigure, "uri">,
): DrawFigureResult {
  const { picture, places } = pictureOf(snapshot, source.uri, title);
  const [from, to] = line === undefined ? [0, Number.POSITIVE_INFINITY] : fenceLines(source, line);
  const meant = new Set(
    places.flatMap(({ key, header }) => {
      const at = source.lines.positionAt(header.start).line;
      return at >= from && at <= to ? [key] : [];
    }),
  );
  const whole = { ...picture, claims: picture.claims.filter(({ key }) => meant.has(key)) };
  if (form === "table") {
    const { columns, rows } = tableOf(whole);
    // a column in which nothing stands takes room from those in which something does
    const filled = columns.filter(({ key }) => rows.some(({ cells }) => cells[key] !== ""));
    return { form, head: filled.map(({ heading }) => heading), rows: rows.map(({ cells }) => filled.map(({ key }) => cells[key])) };
  }
  const scene = buildScene(whole, width === undefined ? {} : { width });
  const svg = sceneToSvg(scene, { theme, standalone: true });
  return { form, svg, title: scene.title, description: scene.description, claims: whole.claims.length };
}

/** The lines of the fence that opens in a line: those of the first region that begins after it. */
function fenceLines({ regions, lines }: SourceDocument, line: number): readonly [number, number] {
  for (const { map, document } of regions) {
    const { start, end } = map.spanToHost({ start: 0, end: document.length });
    const first = lines.positionAt(start).line;
    if (first >= line) return [first, lines.positionAt(end).line];
  }
  return [line, line];
}
