/**
 * What cells and circuits do. A mechanism is drawn only while it is claimed: a burst on the dendrite where it
 * happens, or a sign in the strip along the column's right edge where it has no single place. Pathways between
 * layers are thin arrows that turn bold while claimed.
 */
import { docks } from "../docks.ts";
import { arrowHead, circle, path, point, type SceneNode, text } from "../scene.ts";

type Part = (id: string, children: readonly SceneNode[]) => SceneNode;

/** A star with eight rays around `x y`. */
function burst(x: number, y: number, radius: number): string {
  let d = "";
  for (let index = 0; index < 16; index++) {
    const reach = index % 2 === 0 ? radius : radius * 0.52;
    const angle = (index / 16) * Math.PI * 2 - Math.PI / 2;
    d += `${index === 0 ? "M" : "L"}${point(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach)}`;
  }
  return `${d}Z`;
}

/** Bursts and signs of the mechanisms that are claimed, in the column's coordinates. */
export function mechanisms(isClaimed: (part: string) => boolean, part: Part): SceneNode[] {
  return docks
    .filter((dock) => dock.drawing === "column" && dock.body.kind === "spot" && isClaimed(dock.id))
    .map((dock) => {
      const body = dock.body;
      if (body.kind !== "spot") return part(dock.id, []);
      const [x, y] = body.at;
      return part(
        dock.id,
        body.sign === ""
          ? [path("burst", "burst shape fillable", burst(x, y, 6.5))]
          : [circle("badge", "badge shape fillable", x, y, 7), text("sign", "t-tiny t-bold t-mid", x, y + 3.4, body.sign)],
      );
    });
}

/** Pathways that run straight up or down between two layers. */
const upright = ["cortex:L4-to-L2/3", "cortex:L2/3-to-L5", "cortex:L5-to-L6", "cortex:L6-to-L4"];

/** The arrows between layers and the loop of recurrent excitation, in the column's coordinates. */
export function interlaminar(part: Part): SceneNode[] {
  const arrows = docks
    .filter((dock) => upright.includes(dock.id))
    .map((dock) => {
      const points = dock.body.kind === "route" ? dock.body.points : [];
      const [x, from] = points[0] ?? [0, 0];
      const to = points.at(-1)?.[1] ?? from;
      const up = to < from;
      return part(dock.id, [
        path("route", "route shape", `M${point(x, from)}V${to + (up ? 6 : -6)}`),
        arrowHead("head", "route-head shape-head", x, to, up ? "up" : "down", 4.4),
      ]);
    });
  const loop = part("cortex:recurrent-excitation", [
    path("route", "route shape", "M214.5 236.2A8 8 0 1 0 215.6 242.6"),
    arrowHead("head", "route-head shape-head", 216, 239.5, "down", 3.8),
  ]);
  return [...arrows, loop];
}
