/** Brackets for what spans others: whole column, area and neocortex above; groups of layers at the side. */
import { docks } from "../docks.ts";
import { COLUMN_WIDTH, rows } from "../frame.ts";
import { path, type SceneNode, text } from "../scene.ts";

type Part = (id: string, children: readonly SceneNode[]) => SceneNode;

/** How far left each of the upper brackets reaches: an area holds more than one column, neocortex more than one area. */
const REACH: Readonly<Record<string, number>> = { "cortex:column": 0, "cortex:area": -60, "cortex:neocortex": -104 };

/** Brackets of the column in its own coordinates. The column's own is always there, the others while claimed. */
export function columnBrackets(isClaimed: (part: string) => boolean, part: Part, room: number): SceneNode[] {
  return docks
    .filter((dock) => dock.drawing === "column" && dock.body.kind === "bracket" && (dock.id === "cortex:column" || isClaimed(dock.id)))
    .map((dock) => {
      const { body } = dock;
      if (body.kind !== "bracket") return part(dock.id, []);
      if (body.above) {
        const from = Math.max(-room, REACH[dock.id] ?? 0);
        const end = from === 0 ? `M0 ${body.top + 6}V${body.top}` : `M${from} ${body.top}`;
        const name = dock.id === "cortex:column" ? [] : [text("name", "t-cell t-muted halo", from, body.top - 4, dock.label.toLowerCase())];
        return part(dock.id, [path("bracket", "bracket shape", `${end}H${COLUMN_WIDTH}v6`), ...name]);
      }
      const x = COLUMN_WIDTH + dock.outside;
      return part(dock.id, [path("bracket", "bracket shape", `M${x - 5} ${body.top}h5V${body.bottom}h-5`)]);
    });
}

/** The bracket above the block in its own coordinates. */
export const blockBracket = (width: number, part: Part): SceneNode =>
  part("transformer:Block", [path("bracket", "bracket shape", `M0 ${rows.bracket + 6}V${rows.bracket}H${width}v6`)]);
