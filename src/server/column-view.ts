/** From what a page asks for to what the diagram is asked: filter, focus, the two sides of a comparison. */
import type { Picture } from "../diagram/picture.ts";
import type { ColumnKey, TableOrder } from "../diagram/table.ts";
import type { ComparedSide, PictureComparison, PictureFilter, PictureView } from "../diagram/view.ts";
import { type ColumnView, OTHER_TEXT, type SideChoice, type Sides, THIS_TEXT } from "../protocol/column.ts";

/** Another text of the same document, drawn. */
export interface OtherPicture {
  readonly label: string;
  readonly picture: Picture;
}

/** The view as the diagram knows it; without a comparison where the picture has no two sides. */
export function pictureView(view: ColumnView, sides: Sides, picture: Picture, other: OtherPicture | undefined): PictureView {
  const { chosen, search, focus, topic } = view;
  const compare = topic === "compare" ? comparisonIn(sides, picture, other) : undefined;
  return {
    filter: { ...(chosen as PictureFilter), ...(search.trim() !== "" && { text: search }) },
    ...(focus && { focus: focus.kind === "part" ? { part: focus.key } : { claim: focus.key } }),
    ...(compare && { compare }),
    ...(topic === "coverage" && { coverage: true }),
  };
}

/** The order of the table's rows. */
export const tableOrder = ({ order }: ColumnView): TableOrder | undefined =>
  order ? { by: order.by as ColumnKey, descending: order.descending } : undefined;

function comparisonIn(sides: Sides, picture: Picture, other: OtherPicture | undefined): PictureComparison | undefined {
  const side = (value: string | null): ComparedSide | undefined => {
    if (value === null) return undefined;
    if (value === OTHER_TEXT) return other && { picture: other.picture, label: other.label };
    if (value === THIS_TEXT) return { whole: true, label: "this text" };
    return value.startsWith("@") ? { source: value.slice(1) } : { mapping: value.slice("mapping:".length) };
  };
  const left = side(sides.left);
  const right = side(sides.right);
  return left && right && picture.claims.length > 0 ? { left, right } : undefined;
}

/**
 * What may be compared in a picture: the text as it is, its other text, works that state claims, mappings. Where nobody
 * chose, two sources that state most, else two mappings, else the other text and this one.
 */
export function sidesOf(picture: Picture, { compare }: ColumnView, other: OtherPicture | undefined): Sides {
  const sources = new Map<string, { label: string; count: number }>();
  const mappings = new Map<string, { label: string; count: number }>();
  const note = (found: typeof sources, value: string, label: string): void => {
    const known = found.get(value);
    if (known) known.count++;
    else found.set(value, { label, count: 1 });
  };
  for (const claim of picture.claims) {
    for (const { key, label, states } of claim.sources ?? []) if (states) note(sources, `@${key}`, label);
    for (const id of claim.mappings ?? []) note(mappings, `mapping:${id}`, id);
  }
  const listed = (found: typeof sources): SideChoice[] =>
    [...found].sort(([, a], [, b]) => b.count - a.count).map(([value, { label }]) => ({ value, label }));
  const ofSources = listed(sources);
  const ofMappings = listed(mappings);
  const choices: SideChoice[] = [
    { value: THIS_TEXT, label: "this text" },
    ...(other ? [{ value: OTHER_TEXT, label: other.label }] : []),
    ...ofSources,
    ...ofMappings,
  ];
  const isThere = (value: string | undefined): value is string => choices.some((choice) => choice.value === value);
  const [first, second] = other
    ? [OTHER_TEXT, THIS_TEXT]
    : ofSources.length > 1
      ? ofSources.map(({ value }) => value)
      : ofMappings.length > 1
        ? ofMappings.map(({ value }) => value)
        : [ofSources[0]?.value ?? ofMappings[0]?.value, THIS_TEXT];
  const left = isThere(compare?.left) ? compare.left : isThere(first) ? first : null;
  const right = isThere(compare?.right) ? compare.right : isThere(second) ? second : null;
  return { choices, left: right === null ? null : left, right: left === null ? null : right };
}
