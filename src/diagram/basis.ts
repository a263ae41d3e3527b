/** What a claim rests on, in the words that chips, keys and tables share. */
import type { PictureClaim } from "./picture.ts";

/** A count as it can be shown; what is no number counts nothing. */
const count = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.min(9999, Math.round(value))) : 0);

/**
 * How many claims a claim is made of and rests on: those that are its ends, where no evidence is given for it or against it
 * itself. 0 for every other claim.
 */
export function restsOnClaims({ left, right, supports, disputes }: PictureClaim): number {
  if (count(supports) + count(disputes) > 0) return 0;
  return [...left.ends, ...right.ends].filter(({ claim }) => claim !== undefined).length;
}

const claims = (number: number): string => (number === 1 ? "1 claim" : `${number} claims`);

/** For a label: `+3` and `−1`, or `3 claims` alone. */
export function basisSigns(claim: PictureClaim): readonly string[] {
  const rests = restsOnClaims(claim);
  return rests > 0 ? [claims(rests)] : [`+${count(claim.supports)}`, `−${count(claim.disputes)}`];
}

/** To be read aloud: `3 for, 1 against`, or `rests on 3 claims`. */
export function basisWords(claim: PictureClaim): string {
  const rests = restsOnClaims(claim);
  return rests > 0 ? `rests on ${claims(rests)}` : `${count(claim.supports)} for, ${count(claim.disputes)} against`;
}
