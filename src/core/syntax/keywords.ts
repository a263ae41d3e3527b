/**
 * The words of the language as small numbers, so that the parser compares numbers and not pieces of text.
 * Which words there are is not decided here: whoever reads a word enters it when the program starts.
 */

/** The number of a word; 0 stands for any word that is none of the language's. */
export type Keyword = number;

const spellings: string[] = [""];
const numbers = new Map<string, Keyword>();

/** The letters of all words one after the other, and where each word's start; one more than words, the last being the end. */
let letters = new Uint8Array(4096);
let firsts = new Uint16Array(1024);

/** Numbers by hash, with open addressing: a power of two, at least twice as long as there are words. */
let slots = new Uint16Array(1024);

/** The longest word, so that long names are not looked up at all. */
let longest = 0;

/** The hash of a word with one more letter; that of no letters is 0. */
export const hashMore = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0;

const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 11)) & mask;

/** The hash of the word from `start` to `end`. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = hashMore(hash, text.charCodeAt(at));
  return hash;
}

function place(number: Keyword): void {
  const word = spellings[number] as string;
  const mask = slots.length - 1;
  let slot = slotOf(hashOf(word, 0, word.length), mask);
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = number;
}

/** The number of `word`, which from now on is a word of the language. */
export function keyword(word: string): Keyword {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  if (!/^[a-z][\x21-\x7e]*$/.test(word)) throw new Error(`a word of the language starts with a small letter and has no blanks: ${word}`);
  const number = spellings.length;
  spellings.push(word);
  numbers.set(word, number);
  longest = Math.max(longest, word.length);
  enterLetters(number, word);
  if (spellings.length * 2 > slots.length) {
    slots = new Uint16Array(slots.length * 2);
    for (let each = 1; each <= number; each++) place(each);
  } else place(number);
  return number;
}

function enterLetters(number: Keyword, word: string): void {
  if (number + 2 > firsts.length) firsts = enlarged(firsts, new Uint16Array(firsts.length * 2));
  const first = firsts[number] as number;
  if (first + word.length > letters.length) letters = enlarged(letters, new Uint8Array(letters.length * 2));
  for (let at = 0; at < word.length; at++) letters[first + at] = word.charCodeAt(at);
  firsts[number + 1] = first + word.length;
}

function enlarged<Numbers extends Uint8Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/** The word that a number stands for. */
export const spelling = (number: Keyword): string => spellings[number] as string;

/** The number of the word from `start` to `end`, whose hash it is told; 0 where it is none of the language's. */
export function keywordAt(text: string, start: number, end: number, hash: number): Keyword {
  const length = end - start;
  if (length > longest) return 0;
  const mask = slots.length - 1;
  for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
    const number = slots[slot] as Keyword;
    if (number === 0) return 0;
    const first = firsts[number] as number;
    if ((firsts[number + 1] as number) - first !== length) continue;
    let at = 0;
    while (at < length && text.charCodeAt(start + at) === letters[first + at]) at++;
    if (at === length) return number;
  }
}

/** A set of words, asked by number. */
export class KeywordSet {
  readonly #bits: Uint8Array;

  constructor(words: Iterable<string>) {
    const entered = [...words].map(keyword);
    this.#bits = new Uint8Array(Math.max(0, ...entered) + 1);
    for (const number of entered) this.#bits[number] = 1;
  }

  has(word: Keyword): boolean {
    return this.#bits[word] === 1;
  }
}
