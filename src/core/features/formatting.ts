/**
 * Formats the Lamina of a document where it stands: a whole file, or the regions of a host with the prefixes that the
 * host wants left as they are. Nothing outside a region is touched.
 */
import type { SourceDocument, SourceRegion } from "../model/source.ts";
import { formatDocument } from "../syntax/print.ts";
import type { Item } from "../syntax/tree.ts";
import { itemSpec } from "../syntax/vocabulary.ts";
import type { Edit, Span } from "../text.ts";

/** The edits, on offsets of the host, that format a document, or those of its lines that `within` touches. */
export function format(source: SourceDocument, within?: Span): Edit[] {
  return source.regions.flatMap((region) => {
    const span = within && spanInRegion(source, region, within);
    if (within && !span) return [];
    return formatDocument(region.document, span).flatMap((edit) => inHost(source, region, edit) ?? []);
  });
}

/** The part of a region that a span of the host covers. A span that ends where a line starts does not cover that line. */
function spanInRegion(source: SourceDocument, { map, document }: SourceRegion, within: Span): Span | undefined {
  const { start } = within;
  const atLineStart = within.end > start && source.lines.positionAt(within.end).character === 0;
  const end = atLineStart ? within.end - 1 : within.end;
  if (start > map.hostEnd || end < map.hostStart) return undefined;
  const place = (offset: number): number => {
    if (offset <= map.hostStart) return 0;
    // inside a prefix it is the place after the prefix
    for (let at = offset; at < map.hostEnd; at++) {
      const inside = map.toRegion(at);
      if (inside !== undefined) return inside;
    }
    return document.length;
  };
  return { start: place(start), end: place(end) };
}

const hasBreak = (text: string): boolean => /[\r\n]/.test(text);

/** An edit of a region in its host; undefined where the host spells the blanks of the region in another way. */
function inHost(source: SourceDocument, { map, document }: SourceRegion, edit: Edit): Edit | undefined {
  const span = map.spanToHost(edit.span);
  const before = document.slice(edit.span);
  if (edit.text === "" && hasBreak(before)) {
    // a blank line goes with the prefix that the host has, or has not, in front of it
    const { line } = source.lines.positionAt(span.start);
    return {
      span: { start: source.lines.offsetAt({ line, character: 0 }), end: source.lines.offsetAt({ line: line + 1, character: 0 }) },
      text: "",
    };
  }
  if (source.slice(span) !== before) return undefined;
  // Markdown takes the first blank after a bare `>` for its own
  const bare = map.hostStart > 0 && edit.text.startsWith(" ") && source.slice({ start: span.start - 1, end: span.start }) === ">";
  return { span, text: bare ? ` ${edit.text}` : edit.text };
}

/** The edits after a line break was typed at `offset`: the line before is formatted, the new one indented. */
export function formatAfterLineBreak(source: SourceDocument, offset: number): Edit[] {
  for (const region of source.regions) {
    const { document, map } = region;
    const at = map.toRegion(offset);
    if (at === undefined) continue;
    const { line } = document.positionAt(at);
    if (line === 0) return [];
    const before = lineSpan(region, line - 1);
    const here = lineSpan(region, line);
    const isBlank = document.slice(here).trim() === "";
    const edits = formatDocument(document, { start: before.start, end: here.end }).filter(
      ({ span }) => !hasBreak(document.slice(span)) && (span.start === before.start || (!isBlank && span.start === here.start)),
    );
    if (document.slice(before).trim() === "") edits.splice(0, edits.length, { span: before, text: "" });
    if (isBlank) edits.push({ span: here, text: indentAfter(region, before) });
    return edits.flatMap((edit) => (document.slice(edit.span) === edit.text ? [] : (inHost(source, region, edit) ?? [])));
  }
  return [];
}

/** A line of a region without its break. */
function lineSpan({ document }: SourceRegion, line: number): Span {
  const start = document.offsetAt({ line, character: 0 });
  return { start, end: document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }) };
}

/** How far a new line after this one is indented: as the clauses of the item, as the comment before, or not at all. */
function indentAfter({ document }: SourceRegion, before: Span): string {
  const text = document.slice(before);
  if (text.trim() === "") return "";
  if (text.trimStart().startsWith("#")) return /^[ \t]*/.exec(text)?.[0] ?? "";
  return takesClauses(document.items[document.itemAt(before.start)]) ? "  " : "";
}

const takesClauses = (item: Item | undefined): boolean =>
  item !== undefined && (item.form === "broken" || (item.word !== undefined && itemSpec(item.word)?.clauses === true));
