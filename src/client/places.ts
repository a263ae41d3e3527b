/** Claims and where they stand in the text, as the server gives them. */
import type { ClaimPlace, PlacePosition } from "../protocol/requests.ts";

const before = (a: PlacePosition, b: PlacePosition): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);

/** The key of the claim at a position; null where there is none. A caret at the very end of a claim is still in it. */
export function claimAt(places: readonly ClaimPlace[], position: PlacePosition): string | null {
  const found = places.filter(({ range }) => !before(position, range.start) && !before(range.end, position));
  // where two meet, the one that begins here
  return found.at(-1)?.claim ?? null;
}

/** The place of a claim. */
export const placeOf = (places: readonly ClaimPlace[], claim: string): ClaimPlace | undefined =>
  places.find((place) => place.claim === claim);
