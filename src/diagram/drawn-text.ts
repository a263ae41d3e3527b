/** The picture of a document or of one of its fences, as a file of its own or as rows: what previews and other readers show. */
import type { Snapshot, SourceDocument } from "../core/service.ts";
import { buildScene } from "./build.ts";
import { pictureOf } from "./from-snapshot.ts";
import type { Picture } from "./picture.ts";
import { type SvgOptions, sceneToSvg } from "./svg.ts";
import { tableOf } from "./table.ts";

export interface DrawnSvg {
  /** A file that stands alone. */
  readonly svg: string;
  readonly title: string;
  readonly description: string;
  readonly claims: number;
}

/** Rows of texts; a column in which nothing stands is left out, as it takes room from those in which something does. */
export interface DrawnRows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The claims of a document as a picture.
 *
 * @param line where a fence opens whose claims alone are meant, from 0; all claims where it is left out
 */
export function pictureOfText(snapshot: Snapshot, source: SourceDocument, title: string, line?: number): Picture {
  const { picture, places } = pictureOf(snapshot, source.uri, title);
  if (line === undefined) return picture;
  const [from, to] = fenceLines(source, line);
  const meant = new Set(
    places.flatMap(({ key, header }) => {
      const at = source.lines.positionAt(header.start).line;
      return at >= from && at <= to ? [key] : [];
    }),
  );
  return { ...picture, claims: picture.claims.filter(({ key }) => meant.has(key)) };
}

/** @param width the wished width in CSS pixels */
export function drawnSvg(picture: Picture, theme: SvgOptions["theme"], width?: number): DrawnSvg {
  const scene = buildScene(picture, width === undefined ? {} : { width });
  const svg = sceneToSvg(scene, { theme, standalone: true });
  return { svg, title: scene.title, description: scene.description, claims: picture.claims.length };
}

export function drawnRows(picture: Picture): DrawnRows {
  const { columns, rows } = tableOf(picture);
  const filled = columns.filter(({ key }) => rows.some(({ cells }) => cells[key] !== ""));
  return { head: filled.map(({ heading }) => heading), rows: rows.map(({ cells }) => filled.map(({ key }) => cells[key])) };
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
