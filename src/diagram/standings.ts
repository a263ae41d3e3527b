/** Counting claims by their standing. */
import type { PictureStanding } from "./picture.ts";

export type StandingCounts = Readonly<Record<PictureStanding, number>>;

/** None of any standing, to be counted up. */
export const noCounts = (): Record<PictureStanding, number> => ({
  supported: 0,
  overstated: 0,
  contested: 0,
  refuted: 0,
  unsupported: 0,
  open: 0,
});

/** How many claims have each standing. */
export function countStandings(list: Iterable<PictureStanding>): StandingCounts {
  const counts = noCounts();
  for (const standing of list) counts[standing] = (counts[standing] ?? 0) + 1;
  return counts;
}
