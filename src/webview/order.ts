/** Which of several siblings may stay where they are when their order changes, so that as few as possible are moved. */

/**
 * Places (indices into `before`, ascending) of a longest run of keys that stand in the same order in both lists.
 * Elements at these places stay; all others are moved or are new. Keys are unique in each list.
 */
export function stayingKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const placeBefore = new Map(before.map((key, index) => [key, index]));
  const kept = after.filter((key) => placeBefore.has(key));
  const places = kept.map((key) => placeBefore.get(key) as number);
  // patience sorting: `ends[n]` is where the best run of length n + 1 ends, `previous` links each place to the one before
  const ends: number[] = [];
  const previous: number[] = [];
  places.forEach((place, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] as number] as number) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = index;
  });
  const staying = new Set<string>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] as number) staying.add(kept[index] as string);
  return staying;
}

/** The keys with repeated ones made different: siblings ought to have keys of their own, and if not, none is lost. */
export function uniqueKeys(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}\u0000${before}`;
  });
}
