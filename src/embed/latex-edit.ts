/** Edits of a region in LaTeX as edits of its document. */

import { type Edit, isLineBreak } from "../core/text.ts";
import type { Region } from "./embedding.ts";
import { isBlank, lineEndAt, lineStartAt } from "./lines.ts";

const MARKER = "% lamina: ";
const INDENTED = "% ";

/**
 * The edit of the document that does what `edit` does in a region. In an environment it is the same edit; among comments
 * every line that it adds gets a `%`: behind it a clause stays indented, and whatever else is marked `lamina:`.
 */
export function editToLatex(region: Region, host: string, edit: Edit): Edit {
  const span = region.map.spanToHost(edit.span);
  const firstLine = lineStartAt(host, region.map.hostStart);
  if (!isMarked(host.slice(firstLine, region.map.hostStart))) return editEnvironment(region, host, { span, text: edit.text });

  const lineStart = lineStartAt(host, span.start);
  const indentation = blanksAt(host, firstLine);
  const rest = region.text.slice(edit.span.end, lineEndAt(region.text, edit.span.end));
  const pieces = edit.text.split(/(\r\n|\r|\n)/);
  let text = "";
  pieces.forEach((piece, index) => {
    if (index % 2 === 1) text += piece + indentation;
    else {
      const line = index === pieces.length - 1 ? piece + rest : piece;
      if (index > 0) text += opensClause(line) ? INDENTED : MARKER;
      else if (startsLine(region.text, edit.span.start)) text += lead(host.slice(lineStart, span.start), line);
      text += piece;
    }
  });
  return { span, text };
}

/** What a line needs in front of it, behind what stands there: a blank, and a marker if it is not indented. */
function lead(prefix: string, line: string): string {
  const blank = line !== "" && !isBlank(prefix.charCodeAt(prefix.length - 1)) ? " " : "";
  return isMarked(prefix) || opensClause(line) ? blank : blank + MARKER.slice(INDENTED.length);
}

/** In an environment without a line, what is put there needs one. */
function editEnvironment(region: Region, host: string, edit: Edit): Edit {
  if (region.text !== "" || edit.text === "") return edit;
  const { start } = edit.span;
  const lineStart = lineStartAt(host, start);
  const isEndLine = start === lineStart && start < lineEndAt(host, start);
  if (isEndLine) return { span: edit.span, text: `${edit.text}\n` };
  // all of it stands on one line: what is written must not follow the options
  if (start !== lineStart && host.startsWith("\\end", start)) return { span: edit.span, text: `\n${edit.text}\n` };
  return edit;
}

const isMarked = (prefix: string): boolean => /%[ \t]*lamina[:：][ \t]?$/i.test(prefix);

const opensClause = (line: string): boolean => isBlank(line.charCodeAt(0));

const startsLine = (text: string, offset: number): boolean => offset === 0 || isLineBreak(text.charCodeAt(offset - 1));

function blanksAt(text: string, start: number): string {
  let end = start;
  while (isBlank(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}
