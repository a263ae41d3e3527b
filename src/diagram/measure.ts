/**
 * How wide a text is likely to be. There is no document to ask in a pure ring, and the reader's font is not known,
 * so the table follows a wide interface font (DejaVu Sans); a narrower one only leaves more air.
 */

const NARROW = "iljI|!.,:;'`";
const SLIM = 'frt()[]{}/\\-" ';
const WIDE = "mwMW%@&—+−=<>";

/** Width of one code point in units of the font size. */
function emWidth(code: number, character: string): number {
  if (code >= 0x2e80) return 1.05; // CJK, emoji and other full-width signs
  if (NARROW.includes(character)) return 0.33;
  if (SLIM.includes(character)) return 0.41;
  if (WIDE.includes(character)) return 0.94;
  if (code >= 0x30 && code <= 0x39) return 0.64;
  if (code >= 0x41 && code <= 0x5a) return 0.7;
  if (code === 0x2192 || code === 0x2190 || code === 0x2194) return 0.84;
  return 0.62;
}

/** Likely width in user units of a text set in `size`; bold is a tenth wider. */
export function textWidth(content: string, size: number, bold = false): number {
  let em = 0;
  for (const character of content) em += emWidth(character.codePointAt(0) ?? 0, character);
  return em * size * (bold ? 1.1 : 1);
}

/** The longest beginning that fits into `width`, with an ellipsis where something was cut. Never reads further than it must. */
export function cut(content: string, size: number, width: number, bold = false): string {
  const unit = size * (bold ? 1.1 : 1);
  const ellipsis = 0.9 * unit;
  let used = 0;
  let fits = 0;
  let at = 0;
  for (const character of content) {
    used += emWidth(character.codePointAt(0) ?? 0, character) * unit;
    if (used > width) return fits === 0 ? "…" : `${content.slice(0, fits).trimEnd()}…`;
    at += character.length;
    if (used + ellipsis <= width) fits = at;
  }
  return content;
}

/** Breaks a text after the last word that fits into `width`; a word that is too long for the line is cut. */
export function breakLine(content: string, size: number, width: number): readonly [first: string, rest: string] {
  const shown = cut(content, size, width);
  if (shown === content) return [content, ""];
  const space = shown.lastIndexOf(" ");
  return space > 0 ? [content.slice(0, space), content.slice(space + 1)] : [shown, ""];
}

/** One line without control characters: what a picture can show of any string. Long strings are cut before anyone measures them. */
export function oneLine(content: string): string {
  const limited = content.length > 400 ? content.slice(0, 400) : content;
  let clean = "";
  let space = false;
  for (const character of limited) {
    const code = character.codePointAt(0) ?? 0;
    const blank = code <= 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0x2028 || code === 0x2029;
    // signs that turn the direction of writing would turn the label, too
    const hidden = (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    const broken = (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
    if (blank) space = clean.length > 0;
    else if (!hidden && !broken) {
      clean += space ? ` ${character}` : character;
      space = false;
    }
  }
  return clean;
}
