/** Edits of Lamina inside a host: line breaks as around them, and at the start of new lines what the host demands there. */
import type { SourceDocument } from "../model/source.ts";
import type { Edit } from "../text.ts";

/** The edit of a region as its host writes it: behind the host's prefixes, with line breaks as around it. */
export function hostEdit(source: SourceDocument, edit: Edit): Edit {
  if (!edit.text.includes("\n")) return source.adapt?.(edit) ?? edit;
  const lineBreak = lineBreakAt(source, edit.span.start);
  const broken = { span: edit.span, text: edit.text.replace(/\r?\n/g, lineBreak) };
  return source.adapt?.(broken) ?? broken;
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
