/** Where the feet of a set meet: `&` all of them, `or` any, `1:1` pairwise, `>` the first outweighs the others. */
import type { PictureSide } from "../picture.ts";
import { circle, group, path, point, type SceneNode, text } from "../scene.ts";

const signs: Readonly<Record<PictureSide["join"], string>> = { one: "&", all: "&", any: "or", each: "1:1", outweighs: ">" };

/** Radius of a node; `1:1` needs more room. */
export const NODE_RADIUS = 10;

/** A filled disc for what belongs together, a hollow one for alternatives. */
export function setNode(key: string, join: PictureSide["join"], x: number, y: number): SceneNode {
  const hollow = join === "any";
  return group(key, {}, [
    circle("disc", hollow ? "node-hollow" : "node-filled", x, y, join === "each" ? NODE_RADIUS + 2 : NODE_RADIUS),
    join === "outweighs"
      ? // drawn, because the signs of some fonts are not to be told from others at this size
        path("sign", "node-chevron", `M${point(x - 2.6, y - 4.2)}L${point(x + 4, y)}L${point(x - 2.6, y + 4.2)}`)
      : text("sign", hollow ? "node-text" : "node-text-on", x, y + 3.8, signs[join]),
  ]);
}
