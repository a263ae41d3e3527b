/** Pairs what two collections have: the same thing at two times, even where its name changed. */

/** More pairs than this are not compared each with each; then the order decides. */
const MOST_PAIRS = 100_000;

export interface Pairing<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** How alike two things are, whichever comes first; undefined where they are not the same thing at all. */
export type Likeness<T> = (a: T, b: T) => number | undefined;

/**
 * Pairs the likest first; of equally like ones, those that stand nearest to the beginning. Turned round, the same pairs come
 * out: no two pairs that rank alike share a member.
 */
export function pairedByLikeness<T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>): Pairing<T> {
  if (before.length === 0 || after.length === 0) return { pairs: [], before, after };
  const candidates: { readonly left: number; readonly right: number; readonly score: number }[] = [];
  const add = (left: number, right: number): void => {
    const score = likeness(before[left] as T, after[right] as T);
    if (score !== undefined) candidates.push({ left, right, score });
  };
  if (before.length * after.length > MOST_PAIRS) for (let at = 0; at < Math.min(before.length, after.length); at++) add(at, at);
  else for (let left = 0; left < before.length; left++) for (let right = 0; right < after.length; right++) add(left, right);
  candidates.sort(
    (a, b) => b.score - a.score || a.left + a.right - b.left - b.right || Math.abs(a.left - a.right) - Math.abs(b.left - b.right),
  );
  const [takenBefore, takenAfter] = [new Map<number, number>(), new Set<number>()];
  for (const { left, right } of candidates) {
    if (takenBefore.has(left) || takenAfter.has(right)) continue;
    takenBefore.set(left, right);
    takenAfter.add(right);
  }
  return {
    pairs: before.flatMap((each, index) => {
      const other = takenBefore.get(index);
      return other === undefined ? [] : [[each, after[other] as T] as const];
    }),
    before: before.filter((_, index) => !takenBefore.has(index)),
    after: after.filter((_, index) => !takenAfter.has(index)),
  };
}

/** Pairs only what has the same name; where several have it, by likeness. What has none stays alone. */
export function pairedByName<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (each: T) => string | undefined,
  likeness: Likeness<T>,
): Pairing<T> {
  const named = groupsOf(after, nameOf);
  const [matchedBefore, matchedAfter] = [new Set<T>(), new Set<T>()];
  const pairs: (readonly [T, T])[] = [];
  for (const [name, group] of groupsOf(before, nameOf)) {
    for (const pair of pairedByLikeness(group, named.get(name) ?? [], likeness).pairs) {
      pairs.push(pair);
      matchedBefore.add(pair[0]);
      matchedAfter.add(pair[1]);
    }
  }
  return { pairs, before: before.filter((each) => !matchedBefore.has(each)), after: after.filter((each) => !matchedAfter.has(each)) };
}

function groupsOf<T>(all: readonly T[], nameOf: (each: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const name = nameOf(each);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(each);
    else groups.set(name, [each]);
  }
  return groups;
}

/** The words of a text, each once, in small letters. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** How many of the words of two texts are common to both: from 0, where none is, to 1, where all are. Two empty texts have none. */
export function commonWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
