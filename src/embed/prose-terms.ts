/** Finds the name of a part in running text: "layer 2/3", "L4", "apical dendrites", "第4层". */

import { lazily } from "../core/lazily.ts";
import { type Span, touches } from "../core/text.ts";

/** A name has at most this many words, */
const longestName = 5;
/** this many code units, */
const farthest = 80;
/** and this many places on each side of the offset at which it may start or end. */
const mostPlaces = 24;

/** Letters, marks, digits, `_` and `+`, of which names are made. */
const nameCharacter = lazily(() => /[\p{L}\p{M}\p{N}_+]/u);
/** Scripts that write words without spaces between them. */
const unspaced = lazily(() => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u);
/** What may stand inside a name, between two characters of it. */
const joint = /[-./'^:\u2010\u2011\u2044\u2215\u2E1D]/u;
const arrow = /[→←↔]/u;
/** A space, or what a block quote puts at the start of its lines. */
const gap = /[\s>]/u;

/**
 * The longest run of words at `offset` that `lookup` knows, as written in the text; `undefined` if there is none.
 * Of names of the same length the first counts. Plural words are tried as they stand and in the singular.
 * @param prose spans of running text in ascending order; outside them nothing is found
 * @param lookup whether a name is known; it is given the case of letters as written, so that it may ask for capitals
 *   in short names, and single spaces between words
 */
export function termAt(text: string, offset: number, prose: readonly Span[], lookup: (name: string) => boolean): Span | undefined {
  const span = spanTouching(prose, offset);
  if (span === undefined) return undefined;
  const left = Math.max(span.start, offset - farthest);
  const right = Math.min(span.end, offset + farthest);
  const starts = placesBefore(text, offset, left, right);
  const ends = placesAfter(text, offset, left, right);
  const candidates = starts
    .flatMap((start) => ends.filter((end) => end > start && end - start <= farthest).map((end) => ({ start, end })))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return candidates.find(({ start, end }) => {
    const words = text.slice(start, end).split(/[\s>]+/u);
    return words.length <= longestName && spellings(words).some(lookup);
  });
}

/** The span that holds `offset` or ends there. */
function spanTouching(spans: readonly Span[], offset: number): Span | undefined {
  // first the last span that starts at or before the offset: where two meet, the one that starts here
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  const span = spans[low];
  return span !== undefined && touches(span, offset) ? span : undefined;
}

/** Offsets at or before `offset` at which a name may start, nearest first. */
function placesBefore(text: string, offset: number, left: number, right: number): number[] {
  const places: number[] = [];
  for (let at = offset; at >= left && places.length < mostPlaces; at--) {
    if (isPlace(text, at, left, right) && isNameAt(text, at, right)) places.push(at);
    if (at > left && !isInside(text, at - 1, left, right)) break;
  }
  return places;
}

/** Offsets at or after `offset` at which a name may end, nearest first. */
function placesAfter(text: string, offset: number, left: number, right: number): number[] {
  const places: number[] = [];
  for (let at = offset; at <= right && places.length < mostPlaces; at++) {
    if (isPlace(text, at, left, right) && isNameAt(text, at - 1, right) && at > left) places.push(at);
    if (at < right && !isInside(text, at, left, right)) break;
  }
  return places;
}

/** Whether a name may start or end at `at`: beside anything but names, or beside a character of an unspaced script. */
function isPlace(text: string, at: number, left: number, right: number): boolean {
  if (isLowSurrogate(text, at)) return false;
  if (at <= left || at >= right) return true;
  const before = characterBefore(text, at);
  const after = characterAt(text, at);
  return !nameCharacter().test(before) || !nameCharacter().test(after) || unspaced().test(before) || unspaced().test(after);
}

const isNameAt = (text: string, at: number, right: number): boolean => at < right && nameCharacter().test(characterAt(text, at));

/** Whether the character at `at` may be inside a name: part of a word, a joint within one, or between two words. */
function isInside(text: string, at: number, left: number, right: number): boolean {
  const character = characterAt(text, at);
  if (nameCharacter().test(character) || gap.test(character) || arrow.test(character)) return true;
  // a full stop at the end of a word is no joint
  return joint.test(character) && at > left && at + 1 < right && !gap.test(text[at - 1] ?? " ") && !gap.test(text[at + 1] ?? " ");
}

/** The whole character that `at` stands in or before. */
function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(isLowSurrogate(text, at) ? at - 1 : at) ?? 0);
}

const characterBefore = (text: string, at: number): string => characterAt(text, at - 1);

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}

/** How a name may stand in an atlas: as written; with its last, its first, or every word in the singular. */
function* spellingsOf(words: readonly string[]): Generator<string> {
  yield words.join(" ");
  const last = words.length - 1;
  for (const form of singulars(words[last] ?? "")) yield [...words.slice(0, last), form].join(" ");
  if (last === 0) return;
  for (const form of singulars(words[0] ?? "")) yield [form, ...words.slice(1)].join(" ");
  yield words.map((word) => singulars(word)[0] ?? word).join(" ");
}

const spellings = (words: readonly string[]): string[] => [...spellingsOf(words)];

/** The words of which `word` may be the plural, likeliest first. */
function singulars(word: string): string[] {
  if (word.length < 3 || !word.endsWith("s") || word.endsWith("ss")) return [];
  const forms = [word.slice(0, -1)];
  if (word.endsWith("ies") && word.length > 4) forms.unshift(`${word.slice(0, -3)}y`);
  if (word.endsWith("es")) forms.push(word.slice(0, -2));
  return forms;
}
