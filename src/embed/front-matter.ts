/** YAML front matter of a Markdown document: where it ends, and the bibliographies that it names. */

import type { BibliographyLink } from "./embedding.ts";
import { afterLineBreak, isBlank, lineEndAt } from "./lines.ts";

const BYTE_ORDER_MARK = 0xfeff;

interface FrontMatter {
  /** Where the line that closes it starts; 0 if there is no front matter. */
  readonly bodyEnd: number;
  /** Where the Markdown begins: after a byte order mark and after front matter, if there are any. */
  readonly contentStart: number;
}

function findFrontMatter(text: string): FrontMatter {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const opening = lineEndAt(text, start);
  if (!isRule(text, start, opening, "-")) return { bodyEnd: 0, contentStart: start };
  let at = afterLineBreak(text, opening);
  while (at < text.length) {
    const end = lineEndAt(text, at);
    if (isRule(text, at, end, "-") || isRule(text, at, end, ".")) return { bodyEnd: at, contentStart: afterLineBreak(text, end) };
    at = afterLineBreak(text, end);
  }
  // never closed: what looked like front matter is a thematic break
  return { bodyEnd: 0, contentStart: start };
}

/** Where the Markdown begins: after a byte order mark and after front matter, if there are any. */
export const contentStart = (text: string): number => findFrontMatter(text).contentStart;

/** Whether a line is three times `mark` and nothing else but blanks at its end. */
function isRule(text: string, start: number, end: number, mark: string): boolean {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  return last - start === 3 && text.startsWith(mark.repeat(3), start);
}

/** The key whose values are looked for, as Pandoc, Quarto and MyST know it. */
const KEY = "bibliography:";

/**
 * The bibliographies that front matter names, in order: `bibliography: refs.bib`, a list in brackets or one a line,
 * with or without quotes. A tolerant scan of these forms, not a reader of YAML.
 */
export function frontMatterBibliographies(text: string): BibliographyLink[] {
  const links: BibliographyLink[] = [];
  const end = findFrontMatter(text).bodyEnd;
  let at = 0;
  while (at < end) at = text.startsWith(KEY, at) ? readValue(text, at + KEY.length, end, links) : nextLine(text, at);
  return links;
}

/** The files of a project in which Quarto and MyST name its bibliographies. */
export const PUBLICATION_FILES: readonly string[] = ["_quarto.yml", "_quarto.yaml", "myst.yml", "myst.yaml"];

/** The bibliographies that such a file names, at whatever depth: `bibliography:` of a project, a book or a format. */
export function publicationBibliographies(text: string): BibliographyLink[] {
  const links: BibliographyLink[] = [];
  let at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  while (at < text.length) {
    const first = skipBlanks(text, at, text.length);
    at = text.startsWith(KEY, first) ? readValue(text, first + KEY.length, text.length, links) : nextLine(text, at);
  }
  return links;
}

/** Reads what follows the key at `start`; gives the start of the line that comes after it. */
function readValue(text: string, start: number, end: number, links: BibliographyLink[]): number {
  const lineEnd = lineEndAt(text, start);
  const first = skipBlanks(text, start, lineEnd);
  if (text[first] === "[") return readBracketList(text, first + 1, end, links);
  if (first < lineEnd && text[first] !== "#") {
    readScalar(text, first, lineEnd, false, links);
    return nextLine(text, lineEnd);
  }
  // one item a line, each behind a dash
  let at = nextLine(text, lineEnd);
  while (at < end) {
    const itemEnd = lineEndAt(text, at);
    const dash = skipBlanks(text, at, itemEnd);
    const isItem = text[dash] === "-" && isBlank(text.charCodeAt(dash + 1));
    if (!isItem && dash < itemEnd && text[dash] !== "#") break;
    if (isItem) readScalar(text, skipBlanks(text, dash + 1, itemEnd), itemEnd, false, links);
    at = nextLine(text, itemEnd);
  }
  return at;
}

/** Reads `a, "b"]`, which may go on over indented lines; gives the start of the line after it. */
function readBracketList(text: string, start: number, end: number, links: BibliographyLink[]): number {
  let at = start;
  while (at < end && text[at] !== "]") {
    const lineEnd = lineEndAt(text, at);
    const first = skipBlanks(text, at, lineEnd);
    if (first >= lineEnd) {
      at = nextLine(text, lineEnd);
      // a list whose bracket is not closed yet must not take the next key for a path
      if (!isBlank(text.charCodeAt(at)) && text[at] !== "]") return at;
    } else if (text[first] === "]" || text[first] === ",") at = text[first] === "," ? first + 1 : first;
    else if (text[first] === "#") at = lineEnd;
    else at = readScalar(text, first, lineEnd, true, links);
  }
  return nextLine(text, at);
}

/** Reads one path, quoted or plain, that starts at `start` and ends on its line; gives the offset after it. */
function readScalar(text: string, start: number, lineEnd: number, inBrackets: boolean, links: BibliographyLink[]): number {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    let at = start + 1;
    while (at < lineEnd && text[at] !== quote) at += quote === '"' && text[at] === "\\" ? 2 : 1;
    // in single quotes a quote is written twice
    while (quote === "'" && text[at] === "'" && text[at + 1] === "'" && at + 1 < lineEnd) {
      at += 2;
      while (at < lineEnd && text[at] !== quote) at++;
    }
    const close = Math.min(at, lineEnd);
    const written = text.slice(start + 1, close);
    const path = quote === '"' ? written.replace(/\\(.)/g, "$1") : written.replaceAll("''", "'");
    if (path !== "") links.push({ path, span: { start: start + 1, end: close } });
    return Math.min(close + 1, lineEnd);
  }
  let at = start;
  while (at < lineEnd) {
    const character = text[at];
    if (inBrackets && (character === "," || character === "]")) break;
    if (character === "#" && isBlank(text.charCodeAt(at - 1))) break;
    at++;
  }
  let last = at;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  if (last > start) links.push({ path: text.slice(start, last), span: { start, end: last } });
  // a comment after the path goes to the end of the line
  return text[at] === "#" ? lineEnd : at;
}

/** The start of the line after the one that holds `offset`; beyond the text if there is none. */
function nextLine(text: string, offset: number): number {
  const end = lineEndAt(text, offset);
  return end < text.length ? afterLineBreak(text, end) : text.length + 1;
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
