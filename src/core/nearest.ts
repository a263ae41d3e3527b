/** The word that was probably meant. */

/** Rows of the table of distances, used anew by every comparison. */
let rows: [Uint16Array, Uint16Array, Uint16Array] = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)];

/**
 * Edit distance that counts a swap of neighbours as one step (optimal string alignment), or `limit + 1` as soon
 * as it must be greater than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const width = b.length + 1;
  if (width > rows[0].length) rows = [new Uint16Array(width * 2), new Uint16Array(width * 2), new Uint16Array(width * 2)];
  let [beforeLast, last, current] = rows;
  for (let column = 0; column < width; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let least = row;
    for (let column = 1; column < width; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min((last[column] as number) + 1, (current[column - 1] as number) + 1, (last[column - 1] as number) + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] as number) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[b.length] as number, limit + 1);
}

/** Which letters a word has, as bits; signs share a few. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    letters |= unit >= 97 && unit <= 122 ? 1 << (unit - 97) : 1 << (26 + (unit & 3));
  }
  return letters;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** As many words as are misspelt in any one project. */
const MOST_KNOWN = 4000;

/** Words among which the nearest to another is looked for more than once. */
export class Candidates {
  readonly #words: readonly { readonly word: string; readonly lower: string; readonly letters: number }[];
  /** What was found for words that were asked for: a manuscript cites the same unknown key many times. */
  readonly #known = new Map<string, readonly string[]>();

  constructor(words: Iterable<string>) {
    this.#words = [...words].map((word) => {
      const lower = word.toLowerCase();
      return { word, lower, letters: lettersOf(lower) };
    });
  }

  /**
   * The candidates nearest to `word`, nearest first, at most `most` of them: within a third of the word's length
   * (at least one step), or starting with it. Letters count the same in either case.
   */
  nearest(word: string, most = 1): readonly string[] {
    const asked = `${most} ${word}`;
    let found = this.#known.get(asked);
    if (!found) {
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      found = this.#search(word, most);
      this.#known.set(asked, found);
    }
    return found;
  }

  #search(word: string, most: number): readonly string[] {
    const wanted = word.toLowerCase();
    const letters = lettersOf(wanted);
    const limit = Math.max(1, Math.floor(wanted.length / 3));
    const found: { readonly word: string; readonly distance: number }[] = [];
    for (const candidate of this.#words) {
      // one step changes at most two of the letters that a word has
      const apart = bitsIn(letters ^ candidate.letters) > 2 * limit;
      let distance = apart ? limit + 1 : editDistance(wanted, candidate.lower, limit);
      if (distance > limit && wanted.length >= 3 && candidate.lower.startsWith(wanted)) distance = limit;
      if (distance <= limit) found.push({ word: candidate.word, distance });
    }
    found.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
    return found.slice(0, most).map((entry) => entry.word);
  }
}

/** The candidates nearest to `word`, as `Candidates` finds them. */
export const nearest = (word: string, candidates: Iterable<string>, most = 1): readonly string[] =>
  new Candidates(candidates).nearest(word, most);
