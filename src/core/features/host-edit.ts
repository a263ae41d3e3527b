/** Edits of Lamina inside a host: new lines need what the host demands at the start of a line. */
import type { SourceDocument } from "../model/source.ts";
import type { Edit } from "../text.ts";

/** The edit with the host's prefix (`> `, an indentation) before each new line, and with line breaks as around it. */
export function hostEdit(source: SourceDocument, edit: Edit): Edit {
  if (source.adapt) return source.adapt(edit);
  if (!edit.text.includes("\n")) return edit;
  const prefix = linePrefix(source, edit.span.start);
  const lineBreak = lineBreakAt(source, edit.span.start);
  return { span: edit.span, text: edit.text.replace(/\r?\n(?!$)/g, `${lineBreak}${prefix}`) };
}

/** How the line at `offset` ends or, if it is the last one, the line before it. */
function lineBreakAt(source: SourceDocument, offset: number): string {
  const { line } = source.lines.positionAt(offset);
  for (const candidate of [line, line - 1]) {
    if (candidate < 0) continue;
    const start = source.lines.offsetAt({ line: candidate, character: Number.MAX_SAFE_INTEGER });
    const found = /^\r?\n/.exec(source.slice({ start, end: Math.min(start + 2, source.length) }))?.[0];
    if (found) return found;
  }
  return "\n";
}

/** What stands in the host before the region's part of the line at `offset`. */
function linePrefix(source: SourceDocument, offset: number): string {
  for (const { map, document } of source.regions) {
    const inside = map.toRegion(offset);
    if (inside === undefined) continue;
    const line = document.positionAt(inside).line;
    const start = map.toHost(document.offsetAt({ line, character: 0 }));
    const hostLine = source.lines.positionAt(start).line;
    return source.slice({ start: source.lines.offsetAt({ line: hostLine, character: 0 }), end: start });
  }
  return "";
}
