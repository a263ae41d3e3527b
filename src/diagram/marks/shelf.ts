/**
 * The shelf below a drawing: a plain box for each claimed part that the drawing does not show, be it of the reader's
 * own atlas, a word of the built-in atlas without a body, or a name that nothing is known by.
 */
import { BOX_LEFT, COLUMN_WIDTH, type Frame } from "../frame.ts";
import { cut, textWidth } from "../measure.ts";
import { circle, group, path, rect, round, type SceneNode, text, title } from "../scene.ts";
import { SHELF_TOP, type ShelfRow } from "../shelf-layout.ts";

const HEIGHT = 20;

/** All rows of both shelves, in the picture's coordinates. */
export function shelf(rows: readonly ShelfRow[], frame: Frame): SceneNode[] {
  if (rows.length === 0) return [];
  const flanks = ["left", "right"] as const;
  return flanks.flatMap((flank) => {
    const own = rows.filter((row) => row.flank === flank);
    if (own.length === 0) return [];
    const left = flank === "left";
    const x = left ? frame.column.x : frame.block.x + BOX_LEFT;
    const width = left ? COLUMN_WIDTH : Math.min(300, frame.block.width - BOX_LEFT - 16);
    return [
      group(`shelf ${flank}`, {}, [
        text("name", "t-small t-muted", x, SHELF_TOP - HEIGHT / 2 - 8, "also claimed"),
        ...own.map((row) => shelfRow(row, x, width, left ? undefined : frame.block.x)),
      ]),
    ];
  });
}

function shelfRow(row: ShelfRow, x: number, width: number, port: number | undefined): SceneNode {
  const note = row.note === "" ? "" : cut(row.note, 10.5, width * 0.45);
  const room = width - 20 - (note === "" ? 0 : textWidth(note, 10.5) + 10);
  const children = [
    title(row.label),
    rect("box", `${row.unknown ? "box-dashed" : "box"} shape fillable`, x, row.y - HEIGHT / 2, width, HEIGHT, 4),
    text("label", row.unknown ? "t-small t-muted" : "t-small", x + 10, row.y + 4, cut(row.label, 11, room)),
    ...(note === "" ? [] : [text("note", "t-cell t-muted t-end", x + width - 10, row.y + 4, note)]),
    ...(port === undefined ? [] : [path("leader", "leader", `M${port} ${round(row.y)}H${x}`), circle("port", "port", port, row.y, 2.6)]),
  ];
  return group(
    `row ${row.unknown ? "? " : ""}${row.key}`,
    { class: "part is-claimed", ...(row.part === undefined ? {} : { "data-part": row.part }) },
    children,
  );
}
