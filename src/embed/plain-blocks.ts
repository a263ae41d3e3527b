/**
 * Reads Markdown as `readBlocks` does, and a long manuscript many times as fast: blocks that can be read in one way only
 * (paragraphs, headings, lists and fences as most people write them, with blank lines around) are read line by line, and
 * what stands between them is handed to the parser, stretch by stretch. Between such blocks nothing is open, so that each
 * stretch reads as it would by itself (see `incremental.ts`). A property test compares with whole readings.
 */
import { OffsetMap } from "../core/offset-map.ts";
import { type Span, shift } from "../core/text.ts";
import { type BlockReading, readBlocks } from "./blocks.ts";
import type { LinkDefinition, MarkdownBlock, Region } from "./embedding.ts";
import { isLaminaInfo } from "./fences.ts";
import { longestLine } from "./lines.ts";
import { Places } from "./places.ts";
import { type PlainInline, readPlainInline } from "./plain-inline.ts";
import { mathAndAddresses, withoutSpans } from "./prose.ts";

/** After so many tries to end a stretch, all that follows belongs to it: something that opened there never closes. */
const MOST_TRIES = 8;

/** Reads a document whose Markdown begins at `start`. */
export function readDocument(text: string, start: number): BlockReading {
  return needsParser(text) ? readBlocks(text, start, text.length) : new DocumentReader(text).read(start);
}

/** What is defined at one place decides how brackets read at any other; and only line feeds are counted here. */
const needsParser = (text: string): boolean => text.includes("]:") || text.includes("\r") || text.includes("\0");

/**
 * Reads a stretch of a document as `readBlocks` does, by itself.
 *
 * @param outside definitions elsewhere in the document
 */
export function readPart(text: string, start: number, end: number, outside: readonly LinkDefinition[] = []): BlockReading {
  const part = outside.length > 0 ? undefined : text.slice(start, end);
  if (part === undefined || needsParser(part)) return readBlocks(text, start, end, outside);
  const { regions, prose, blocks } = new DocumentReader(part).read(0);
  return {
    regions: regions.map((region) => ({ text: region.text, map: region.map.shifted(start) })),
    prose: prose.map((span) => shift(span, start)),
    blocks: blocks.map((block) => ({ ...block, start: block.start + start })),
    definitions: [],
  };
}

/** A block that was read without the parser: what it holds, and where it ends. */
interface PlainBlock {
  readonly block: MarkdownBlock;
  readonly end: number;
  readonly prose: readonly Span[];
  readonly region?: Region;
}

class DocumentReader {
  readonly #text: string;
  /** What mathematics and addresses begin with, which most paragraphs do without. */
  readonly #dollars: Places;
  readonly #addresses: Places;
  readonly #regions: Region[] = [];
  readonly #prose: Span[] = [];
  readonly #blocks: MarkdownBlock[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#dollars = new Places(text, "$");
    this.#addresses = new Places(text, "http");
  }

  read(start: number): BlockReading {
    const text = this.#text;
    /** Where the stretch for the parser starts; negative where there is none. */
    let left = -1;
    let tries = 0;
    for (let at = skipBlankLines(text, start); at < text.length; ) {
      // a list may go on with the one before it
      const plain = left >= 0 && text.charCodeAt(at) === DASH ? undefined : this.#plainBlock(at);
      // a stretch must end where the parser, too, would have nothing open
      if (plain && (left < 0 || this.#parse(left, at))) {
        left = -1;
        tries = 0;
        this.#blocks.push(plain.block);
        for (const span of plain.prose) this.#prose.push(span);
        if (plain.region) this.#regions.push(plain.region);
        at = skipBlankLines(text, plain.end);
      } else {
        if (left < 0) left = at;
        if (plain && ++tries === MOST_TRIES) break;
        at = skipBlankLines(text, endOfRun(text, at));
      }
    }
    if (left >= 0) this.#add(readBlocks(text, left, text.length));
    return this.#reading();
  }

  #reading(): BlockReading {
    return { regions: this.#regions, prose: this.#prose, blocks: this.#blocks, definitions: [] };
  }

  /** Has the parser read a stretch; false, and nothing is added, where a block of it may go on behind its end. */
  #parse(start: number, end: number): boolean {
    const reading = readBlocks(this.#text, start, end);
    const reach = reading.blocks.at(-1)?.reach;
    // the plain block that follows begins with a letter, a heading or a fence at the margin, all of which end a list
    if (reach === "latent" || reach === "indented") return false;
    // how many blank lines belong to a fence that the list's end closes is known only with the line that ends it
    const mayHoldFence = reach === "continuing" && /```|~~~|:::/.test(this.#text.slice(start, end));
    this.#add(mayHoldFence ? before(readBlocks(this.#text, start, endOfLine(this.#text, end)), end) : reading);
    return true;
  }

  #add({ regions, prose, blocks }: BlockReading): void {
    for (const region of regions) this.#regions.push(region);
    for (const span of prose) this.#prose.push(span);
    for (const block of blocks) this.#blocks.push(block);
  }

  #plainBlock(start: number): PlainBlock | undefined {
    const code = this.#text.charCodeAt(start);
    if (startsParagraph(code)) return this.#paragraph(start);
    if (code === HASH) return this.#heading(start);
    if (code === DASH) return this.#list(start);
    if (code === BACKTICK) return this.#fence(start);
    return undefined;
  }

  #proseOf(start: number, end: number, { texts, opaque }: PlainInline): readonly Span[] {
    if (this.#dollars.from(start) >= end && this.#addresses.from(start) >= end) return texts;
    return withoutSpans(texts, mathAndAddresses(this.#text, { start, end }, opaque));
  }

  #paragraph(start: number): PlainBlock | undefined {
    const text = this.#text;
    let end = start;
    for (let at = start; ; at = end + 1) {
      end = endOfLine(text, at);
      // a line of blanks ends the paragraph, and one that ends in blanks may break the line
      if (end - at > longestLine || isBlank(text.charCodeAt(end - 1))) return undefined;
      if (end >= text.length || text.charCodeAt(end + 1) === LINE_FEED || end + 1 === text.length) break;
      if (!startsParagraph(text.charCodeAt(end + 1))) return undefined;
    }
    const inline = readPlainInline(text, start, end);
    return inline && { block: { start, reach: "settled" }, end, prose: this.#proseOf(start, end, inline) };
  }

  #heading(start: number): PlainBlock | undefined {
    const text = this.#text;
    let at = start;
    while (text.charCodeAt(at) === HASH) at++;
    const end = endOfLine(text, start);
    if (at - start > 6 || text[at] !== " " || !isLetter(text.charCodeAt(at + 1)) || end - start > longestLine) return undefined;
    const last = text.charCodeAt(end - 1);
    if (isBlank(last) || last === HASH || !isFollowedByBlankLine(text, end)) return undefined;
    const inline = readPlainInline(text, at + 1, end);
    return inline && { block: { start, reach: "settled" }, end, prose: this.#proseOf(start, end, inline) };
  }

  /** Items of one line each. What comes behind the blank line must end the list. */
  #list(start: number): PlainBlock | undefined {
    const text = this.#text;
    const prose: Span[] = [];
    let end = start;
    for (let at = start; ; at = end + 1) {
      if (text.charCodeAt(at) !== DASH || text[at + 1] !== " " || !isLetter(text.charCodeAt(at + 2))) return undefined;
      end = endOfLine(text, at);
      if (end - at > longestLine || isBlank(text.charCodeAt(end - 1))) return undefined;
      const inline = readPlainInline(text, at + 2, end);
      if (!inline) return undefined;
      for (const span of this.#proseOf(at + 2, end, inline)) prose.push(span);
      if (isFollowedByBlankLine(text, end)) break;
    }
    const next = skipBlankLines(text, end);
    const code = text.charCodeAt(next);
    if (next < text.length && !startsParagraph(code) && code !== HASH && code !== BACKTICK) return undefined;
    return { block: { start, reach: "continuing" }, end, prose };
  }

  /** A fence of three backticks at the margin, closed by the same. */
  #fence(start: number): PlainBlock | undefined {
    const text = this.#text;
    const lineEnd = endOfLine(text, start);
    const info = text.slice(start + 3, lineEnd);
    if (!text.startsWith("```", start) || /[`\\&]/.test(info) || lineEnd >= text.length) return undefined;
    const close = text.indexOf("\n```", lineEnd);
    const end = close + 4;
    // a fence may be closed by a line that looks otherwise; that is for the parser to know
    if (close < 0 || (end < text.length && text.charCodeAt(end) !== LINE_FEED) || !isFollowedByBlankLine(text, end)) return undefined;
    if (close > lineEnd && /\n {0,3}```/.test(text.slice(lineEnd, close))) return undefined;
    const block: MarkdownBlock = { start, reach: "settled" };
    if (!isLaminaInfo(info)) return { block, end, prose: [] };
    const content = text.slice(lineEnd + 1, close);
    if (content === "" || close <= lineEnd || hasLongLine(content)) return undefined;
    return { block, end, prose: [], region: { text: content, map: OffsetMap.contiguous(lineEnd + 1, content.length) } };
  }
}

/** What of a reading starts before a place. */
export const before = ({ regions, prose, blocks, definitions }: BlockReading, place: number): BlockReading => ({
  regions: regions.filter(({ map }) => map.hostStart < place),
  prose: prose.filter(({ start }) => start < place),
  blocks: blocks.filter(({ start }) => start < place),
  definitions: definitions.filter(({ start }) => start < place),
});

const LINE_FEED = 0x0a;
const HASH = 0x23;
const DASH = 0x2d;
const BACKTICK = 0x60;

const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
/** What begins nothing but running text: a letter of any script, a row of a table, a quotation mark, a bracket. */
const startsParagraph = (code: number): boolean =>
  isLetter(code) || code === 0x7c || code === 0x22 || code === 0x28 || (code >= 0xc0 && code !== 0xfeff);
const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** Whether the line that ends at `end` is the last, or the next one is empty. */
const isFollowedByBlankLine = (text: string, end: number): boolean => end + 1 >= text.length || text.charCodeAt(end + 1) === LINE_FEED;

/** The end of the last line before an empty one. */
function endOfRun(text: string, at: number): number {
  const end = text.indexOf("\n\n", at);
  return end < 0 ? text.length : end;
}

/** The start of the first line from here on that is not empty. Lines of blanks count as lines: they are the parser's to read. */
function skipBlankLines(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === LINE_FEED) at++;
  return at;
}

const hasLongLine = (text: string): boolean => {
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at);
    if (end - at > longestLine) return true;
    at = end + 1;
  }
  return false;
};
