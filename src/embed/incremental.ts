/**
 * Reads an edit of a host document without reading all of it again.
 *
 * Why this is right: CommonMark finds blocks line by line, from the first line on, and what it knows at the start of a
 * line is only which blocks are open. Where a block of the document starts after a blank line, nothing is open, so what
 * follows reads the same as if the document began there. An edit therefore needs only the stretch from such a place
 * before it to such a place behind it, and at the place behind it the new text must again have nothing open. Links are
 * the exception: they look up definitions anywhere. The stretch is given the labels of those that stand outside it, and
 * an edit that changes which labels are defined reads the whole document. A property test compares with full readings.
 */

import { OffsetMap } from "../core/offset-map.ts";
import { applyEdit, type Edit, type Span, shift } from "../core/text.ts";
import type { BlockReading } from "./blocks.ts";
import type { Embedding, MarkdownStructure, Region } from "./embedding.ts";
import { contentStart, frontMatterBibliographies } from "./front-matter.ts";
import { embed } from "./host.ts";
import { afterLineBreak, isAfterBlankLine, lineEndAt, lineStartAt, longestLine } from "./lines.ts";
import { before, readPart } from "./plain-blocks.ts";

/**
 * The embedding after an edit: the same as `embed` gives for the new text.
 * @param old the embedding of `oldText`, @param newText what `edit` makes of it
 */
export function editEmbedding(old: Embedding, oldText: string, edit: Edit, newText: string = applyEdit(oldText, edit)): Embedding {
  const structure = old.structure;
  if (structure === undefined) return embed(newText, "lamina");
  return (
    editFrontMatter(old, structure, edit, newText) ??
    editFence(old, structure, oldText, edit, newText) ??
    editBlocks(old, structure, oldText, edit, newText) ??
    embed(newText, "markdown")
  );
}

/** How much longer an edit makes the text. */
const growth = (edit: Edit): number => edit.text.length - (edit.span.end - edit.span.start);

/** An edit within front matter, after which the same Markdown follows. */
function editFrontMatter(old: Embedding, structure: MarkdownStructure, edit: Edit, newText: string): Embedding | undefined {
  if (edit.span.start >= structure.contentStart || edit.span.end > structure.contentStart) return undefined;
  const by = growth(edit);
  if (contentStart(newText) !== structure.contentStart + by) return undefined;
  return {
    regions: shiftRegions(old.regions, by),
    prose: shiftSpans(old.prose, by),
    bibliographies: frontMatterBibliographies(newText),
    structure: shiftStructure(structure, 0, by),
  };
}

/** An edit within the content of a fence that stands in nothing but the document, and that leaves it closed as it was. */
function editFence(old: Embedding, structure: MarkdownStructure, oldText: string, edit: Edit, newText: string): Embedding | undefined {
  const index = old.regions.findIndex(({ map }) => map.hostStart <= edit.span.start && edit.span.end <= map.hostEnd);
  const region = old.regions[index];
  if (region === undefined || region.text === "" || !region.map.isContiguous) return undefined;
  const { hostStart, hostEnd } = region.map;
  const openingStart = lineStartAt(oldText, hostStart - 1);
  const fence = oldText.slice(openingStart, openingStart + 3);
  // with its marks at the margin a fence is in no list and in no quotation
  if (fence !== "```" && fence !== "~~~" && fence !== ":::") return undefined;
  const by = growth(edit);
  const newEnd = hostEnd + by;
  if (newEnd === newText.length) return undefined;
  // line breaks of two characters that the edit would make or break at the edges of the content
  if (newText[hostStart - 1] === "\r" && newText[hostStart] === "\n") return undefined;
  if (newText[newEnd - 1] === "\r") return undefined;
  const touchedStart = lineStartAt(newText, edit.span.start);
  const touchedEnd = lineEndAt(newText, edit.span.start + edit.text.length);
  if (touchedEnd - touchedStart > longestLine || newText.slice(touchedStart, touchedEnd).includes(fence)) return undefined;

  const length = newEnd - hostStart;
  const edited: Region = { text: newText.slice(hostStart, newEnd), map: OffsetMap.contiguous(hostStart, length) };
  return {
    regions: [...old.regions.slice(0, index), edited, ...shiftRegions(old.regions.slice(index + 1), by)],
    prose: shiftSpansAfter(old.prose, hostEnd, by),
    bibliographies: old.bibliographies,
    structure: shiftStructure(structure, hostEnd, by),
  };
}

/** An edit anywhere after front matter: the blocks that it may concern are read again. */
function editBlocks(old: Embedding, structure: MarkdownStructure, oldText: string, edit: Edit, newText: string): Embedding | undefined {
  if (edit.span.start < structure.contentStart || contentStart(newText) !== structure.contentStart) return undefined;
  if (structure.definitions.some(({ label }) => label === undefined)) return undefined;
  const by = growth(edit);
  const start = lastStartBefore(structure, edit, newText);
  const next = structure.blocks.findIndex(
    (block, index) =>
      block.start > edit.span.end &&
      !hangsOnBefore(structure.blocks, index) &&
      isAfterBlankLine(oldText, block.start) &&
      isAfterBlankLine(newText, block.start + by),
  );
  const oldEnd = structure.blocks[next]?.start ?? Number.POSITIVE_INFINITY;
  const inside = structure.definitions.filter((definition) => definition.start >= start && definition.start < oldEnd);
  const outside = structure.definitions.filter((definition) => definition.start < start || definition.start >= oldEnd);
  const open = next > 0 && structure.blocks[next - 1]?.reach !== "settled";
  const reading = readStretch(newText, start, next < 0 ? undefined : oldEnd + by, outside, open);
  if (reading === undefined || !haveSameLabels(inside, reading.definitions)) return undefined;
  return splice(old, structure, start, oldEnd, by, reading);
}

/** The last place before an edit at which nothing is open, whatever the edit does. */
function lastStartBefore(structure: MarkdownStructure, edit: Edit, newText: string): number {
  for (let index = structure.blocks.length - 1; index > 0; index--) {
    const { start } = structure.blocks[index] as { start: number };
    if (start > edit.span.start || !isAfterBlankLine(newText, start)) continue;
    if (hangsOnBefore(structure.blocks, index)) continue;
    if (structure.blocks[index - 1]?.reach !== "continuing") return start;
    // what comes after a list starts a block only as long as its first line says so: that line must stay
    if (lineEndAt(newText, start) < edit.span.start) return start;
  }
  return structure.contentStart;
}

/**
 * Reads new text from `start` to `end`, where a block of the old text started; to the end of the text if `end` is
 * undefined. Gives nothing if something may still be open at `end`.
 * @param open whether that is likely
 */
function readStretch(
  text: string,
  start: number,
  end: number | undefined,
  outside: MarkdownStructure["definitions"],
  open: boolean,
): BlockReading | undefined {
  if (end === undefined) return readPart(text, start, text.length, outside);
  if (!open) {
    const reading = readPart(text, start, end, outside);
    const last = reading.blocks.at(-1);
    if (last === undefined || last.reach === "settled") return reading;
  }
  // the line at `end` decides: it must start a block
  const probe = readPart(text, start, afterLineBreak(text, lineEndAt(text, end)), outside);
  if (probe.blocks.at(-1)?.start !== end || hangsOnBefore(probe.blocks, probe.blocks.length - 1)) return undefined;
  return before(probe, end);
}

/**
 * Whether a block reads otherwise than it would by itself: what follows indented code, for the parser's reading of the line
 * between; and indented code behind a list, which the parser cuts in two at a blank line if the list's last item is empty.
 */
function hangsOnBefore(blocks: MarkdownStructure["blocks"], index: number): boolean {
  const before = blocks[index - 1]?.reach;
  return before === "indented" || (before === "continuing" && blocks[index]?.reach === "indented");
}

function haveSameLabels(before: MarkdownStructure["definitions"], after: MarkdownStructure["definitions"]): boolean {
  if (after.some(({ label }) => label === undefined)) return false;
  const known = new Set(before.map(({ identifier }) => identifier));
  const found = new Set(after.map(({ identifier }) => identifier));
  return known.size === found.size && [...known].every((identifier) => found.has(identifier));
}

/** Puts the reading of a stretch in the place of what the old text had from `start` to `oldEnd`. */
function splice(old: Embedding, structure: MarkdownStructure, start: number, oldEnd: number, by: number, reading: BlockReading): Embedding {
  return {
    regions: [
      ...old.regions.filter(({ map }) => map.hostStart < start),
      ...reading.regions,
      ...shiftRegions(
        old.regions.filter(({ map }) => map.hostStart >= oldEnd),
        by,
      ),
    ],
    prose: replaceByStart(old.prose, reading.prose, start, oldEnd, (span) => shift(span, by)),
    bibliographies: old.bibliographies,
    structure: {
      contentStart: structure.contentStart,
      blocks: replaceByStart(structure.blocks, reading.blocks, start, oldEnd, (block) => ({ ...block, start: block.start + by })),
      definitions: replaceByStart(structure.definitions, reading.definitions, start, oldEnd, (definition) => ({
        ...definition,
        start: definition.start + by,
      })),
    },
  };
}

/** What starts before `start`, the new ones, and what starts at `end` or after it, moved. */
function replaceByStart<Item extends { readonly start: number }>(
  before: readonly Item[],
  now: readonly Item[],
  start: number,
  end: number,
  move: (item: Item) => Item,
): Item[] {
  const result: Item[] = [];
  let index = 0;
  for (; index < before.length && (before[index] as Item).start < start; index++) result.push(before[index] as Item);
  result.push(...now);
  for (; index < before.length; index++) {
    const item = before[index] as Item;
    if (item.start >= end) result.push(move(item));
  }
  return result;
}

const shiftRegions = (regions: readonly Region[], by: number): Region[] => regions.map(({ text, map }) => ({ text, map: map.shifted(by) }));

const shiftSpans = (spans: readonly Span[], by: number): Span[] => spans.map((span) => shift(span, by));

const shiftSpansAfter = (spans: readonly Span[], offset: number, by: number): Span[] =>
  spans.map((span) => (span.start < offset ? span : shift(span, by)));

/** Moves what starts at `offset` or after it. */
function shiftStructure(structure: MarkdownStructure, offset: number, by: number): MarkdownStructure {
  return {
    contentStart: structure.contentStart + (offset === 0 ? by : 0),
    blocks: structure.blocks.map((block) => (block.start < offset ? block : { ...block, start: block.start + by })),
    definitions: structure.definitions.map((definition) =>
      definition.start < offset ? definition : { ...definition, start: definition.start + by },
    ),
  };
}
