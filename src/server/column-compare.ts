/** A comparison as rows for the page: who assigns what, and of two texts of a document also what changed. */
import { comparisonOf, sideOf } from "../diagram/comparison.ts";
import type { Picture, PictureClaim } from "../diagram/picture.ts";
import { filtered, type PictureView } from "../diagram/view.ts";
import type { ComparedClaim, ComparisonRow, ComparisonTable } from "../protocol/column.ts";

/** The rows of a comparison, filtered as the view asks; null where there are no two sides. */
export function comparisonTable(picture: Picture, view: PictureView): ComparisonTable | null {
  const { compare, ...others } = view;
  if (!compare) return null;
  const [left, right] = [compare.left, compare.right].map((side) => filtered(sideOf(picture, side), others)) as [Picture, Picture];
  const isOther = { left: "picture" in compare.left, right: "picture" in compare.right };
  const { rows, ...names } = comparisonOf(left, right);
  const told = (claims: readonly PictureClaim[], other: boolean): ComparedClaim[] => claims.map((claim) => compared(claim, other));
  const betweenTexts = isOther.left || isOther.right;
  const shown = rows.map(
    ({ key, label, verdict, left: a, right: b }): ComparisonRow => ({
      key,
      label,
      verdict: verdict === "same" && betweenTexts && weightOf(a) !== weightOf(b) ? "changed" : verdict,
      left: told(a, isOther.left),
      right: told(b, isOther.right),
    }),
  );
  // what differs comes before what does not
  const isSame = ({ verdict }: ComparisonRow): number => (verdict === "same" ? 1 : 0);
  shown.sort((a, b) => isSame(a) - isSame(b));
  return { left: names.left, right: names.right, rows: shown };
}

const compared = ({ key, id, written, standing, negated }: PictureClaim, other: boolean): ComparedClaim => ({
  claim: other ? null : key,
  id: id ?? null,
  text: written,
  standing,
  negated,
});

/** How well the same is supported, as a text to compare. */
const weightOf = (claims: readonly PictureClaim[]): string =>
  claims
    .map(({ standing, asserted, earned, supports, disputes }) => `${standing} ${asserted} ${earned} ${supports} ${disputes}`)
    .sort()
    .join("|");
