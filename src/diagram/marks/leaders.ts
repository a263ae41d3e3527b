/** Dotted ways from the bodies in the column to their ports on its edge, drawn while a part is claimed. */
import { type Dock, docks, type Point } from "../docks.ts";
import { COLUMN_WIDTH } from "../frame.ts";
import { circle, group, path, point, type SceneNode } from "../scene.ts";

/** Where the way begins; undefined for bands and brackets, whose port lies on them. */
function start(dock: Dock): Point | undefined {
  const { body, y } = dock;
  if (body.kind === "cell") return [body.at[0] + 6, body.at[1]];
  if (body.kind === "spot") return [body.at[0] + 7, body.at[1]];
  if (body.kind === "area")
    return [body.at[0] + body.size[0], body.round ? body.at[1] + body.size[1] / 2 : Math.min(y, body.at[1] + body.size[1])];
  if (body.kind !== "route") return undefined;
  const [first = [COLUMN_WIDTH, y]] = body.points;
  // along a straight stretch the way starts level with the port
  const level = body.points.find((at, index) => {
    const next = body.points[index + 1];
    return next !== undefined && at[0] === next[0] && (at[1] - y) * (next[1] - y) <= 0;
  });
  return [(level ?? first)[0], level ? y : first[1]];
}

/** All ways of the claimed parts, in the column's coordinates. */
export function leaders(isClaimed: (part: string) => boolean): SceneNode[] {
  return docks
    .filter((dock) => dock.drawing === "column" && isClaimed(dock.id))
    .flatMap((dock) => {
      const from = start(dock);
      if (!from || COLUMN_WIDTH - from[0] < 2) return [];
      const low = dock.id === "cortex:first-order-thalamus";
      const way = low
        ? `M128 735Q140 ${dock.y} 168 ${dock.y}H${COLUMN_WIDTH}`
        : `M${point(from[0], from[1])}L${point(Math.min(COLUMN_WIDTH - 2, from[0] + 200), dock.y)}H${COLUMN_WIDTH}`;
      const knot = dock.body.kind === "route" ? [circle("knot", "knot", from[0], from[1], 2.2)] : [];
      return [group(dock.id, {}, [path("leader", "leader", way), ...knot])];
    });
}
