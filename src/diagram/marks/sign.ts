/** The sign of a standing, 12 to 14 units wide: for chips, the legend, tables and the editor's gutter. */
import type { PictureStanding } from "../picture.ts";
import { circle, group, path, point, type SceneNode, text } from "../scene.ts";

/** Draws the sign around `x y`; its colour comes from the class `standing-…` of an ancestor. */
export function sign(key: string, standing: PictureStanding, x: number, y: number): SceneNode {
  switch (standing) {
    case "supported":
      return circle(key, "sign-fill", x, y, 6.5);
    case "overstated":
      return group(key, {}, [circle("ring", "sign-line", x, y, 6), circle("dot", "sign-fill", x, y, 2.3)]);
    case "contested":
      return group(key, {}, [
        circle("ring", "sign-line", x, y, 6),
        path("half", "sign-fill", `M${point(x, y - 6)}A6 6 0 0 0 ${point(x, y + 6)}Z`),
      ]);
    case "refuted":
      return group(key, {}, [
        circle("ring", "sign-line", x, y, 6),
        path("cross", "ribbon-mark", `M${point(x - 3, y - 3)}l6 6M${point(x + 3, y - 3)}l-6 6`),
      ]);
    case "unsupported":
      return circle(key, "sign-dashed", x, y, 6);
    case "open":
      return group(key, {}, [circle("ring", "sign-dotted", x, y, 6.6), text("mark", "sign-text", x, y + 3.5, "?")]);
  }
}
