/**
 * The rail of chips between the two drawings: in which order they stand, and how high each.
 */

/**
 * Slots for items whose wished heights come in ascending order: as near to the wishes as possible (least squares),
 * never closer than `gap`, and within `top` … `bottom` where that is long enough. Isotonic regression by pooling
 * adjacent violators, linear in the number of items.
 */
export function slots(wishes: readonly number[], gap: number, top: number, bottom: number): number[] {
  // with the gaps taken out, slots need only be in order
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach((wish, index) => {
    let pool = { sum: wish - index * gap, count: 1 };
    let last = pools.at(-1);
    while (last && last.sum / last.count > pool.sum / pool.count) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      last = pools.at(-1);
    }
    pools.push(pool);
  });
  const lowest = Math.max(top, bottom - (wishes.length - 1) * gap);
  const result: number[] = [];
  for (const pool of pools) {
    const base = Math.max(top, Math.min(lowest, pool.sum / pool.count));
    for (let index = 0; index < pool.count; index++) result.push(base + result.length * gap);
  }
  return result;
}

/** How chips are set for their number. */
export interface RailSize {
  readonly gap: number;
  readonly height: number;
}

/** Two lines while they fit into `available`, then pills of one line; beyond that the picture grows. */
export function railSize(count: number, available: number): RailSize {
  if (count * 60 <= available) return { gap: 60, height: 42 };
  if (count * 50 <= available) return { gap: 50, height: 42 };
  if (count * 34 <= available) return { gap: 34, height: 26 };
  return { gap: 30, height: 24 };
}
