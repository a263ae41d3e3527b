/** The plain drawing of a vocabulary that has none of its own; where everything stands is said in `panel.ts`. */
import type { Stretch } from "../frame.ts";
import { textWidth } from "../measure.ts";
import type { Panel, PanelRow } from "../panel.ts";
import { arrowHead, circle, group, path, rect, round, type SceneNode, text, title } from "../scene.ts";

const bandClasses = ["band-L1", "band-L2-3", "band-L4", "band-L5", "band-L6"];

function body(row: PanelRow, band: number): SceneNode[] {
  const { x, top, width, height, y } = row;
  switch (row.mark) {
    case "band":
      return [rect("band", `${bandClasses[band % bandClasses.length]} shape fillable`, x, top, width, height)];
    case "cell":
      return [rect("box", "box shape fillable", x, top, width, height, height / 2), circle("soma", "soma", x + height / 2 + 1, y, 4.5)];
    case "fibre":
      return [
        rect("back", "hit-area", x, top, width, height),
        path("route", "flow shape route", `M${x} ${round(top + height - 5)}H${x + width - 8}`),
        arrowHead("head", "head shape-head", x + width, top + height - 5, "right", 4),
      ];
    case "box":
      return [rect("box", `${row.unknown ? "box-dashed" : "box"} shape fillable`, x, top, width, height, 4)];
  }
}

function drawnRow(row: PanelRow, band: number, flank: "left" | "right", edge: number, focus: ReadonlySet<string>): SceneNode {
  const { x, y, width, lines, mark } = row;
  const size = 12.5;
  const left = mark === "cell" ? x + 28 : x + 12;
  const first = mark === "fibre" ? y - 1 - (lines.length - 1) * 7.5 : y + 4.5 - (lines.length - 1) * 7.5;
  const labelWidth = Math.max(...lines.map((line) => textWidth(line, size)));
  const hasRoom = row.note !== "" && mark !== "fibre" && left + labelWidth + textWidth(row.note, 10.5) + 20 < x + width;
  const port = flank === "left" ? [x + width, edge] : [0, x];
  const from = Math.min(...port);
  const to = Math.max(...port);
  return group(
    `row ${row.unknown ? "? " : ""}${row.key}`,
    {
      class: `part is-claimed${row.part !== undefined && focus.has(row.part) ? " is-focus" : ""}`,
      ...(row.part === undefined ? {} : { "data-part": row.part }),
    },
    [
      title(`${lines.join(" ")}${row.note === "" ? "" : ` (${row.note})`}`),
      ...body(row, band),
      ...lines.map((line, at) =>
        text(`line ${at}`, `${mark === "band" ? "t-strong" : "t-body"}${row.unknown ? " t-muted" : ""}`, left, first + at * 15, line),
      ),
      ...(hasRoom ? [text("note", "t-cell t-muted t-end", x + width - 10, y + 4, row.note)] : []),
      ...(to - from > 2 && mark !== "band" ? [path("leader", "leader", `M${round(from)} ${round(y)}H${round(to)}`)] : []),
    ],
  );
}

/** A panel in its own coordinates, with the whole of the picture's stretch to itself. */
export function panel(drawn: Panel, stretch: Stretch, flank: "left" | "right", focus: ReadonlySet<string>): SceneNode {
  let bands = 0;
  const rows = drawn.rows.map((row) => drawnRow(row, row.mark === "band" ? bands++ : 0, flank, stretch.width, focus));
  return group(`panel ${flank}`, { class: "panel", transform: `translate(${stretch.x} 0)` }, [
    rect("ground", "block", 0, drawn.top, stretch.width, drawn.bottom - drawn.top, 6),
    ...(drawn.title === "" ? [] : [text("title", "t-title", 0, drawn.top - 14, drawn.title)]),
    ...drawn.headings.map(({ label, y }, at) => text(`heading ${at}`, "t-small t-bold t-muted", 14, y, label)),
    ...rows,
  ]);
}
