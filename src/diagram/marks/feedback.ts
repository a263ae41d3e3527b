/** The higher area above the column: feedback into layer 1, feedforward out of the upper layers. */
import { COLUMN_WIDTH } from "../frame.ts";
import { arrowHead, circle, path, rect, type SceneNode, text } from "../scene.ts";

/** Axons of the feedback, by where they descend and how deep in layer 1 they turn. */
const descents: readonly (readonly [x: number, y: number, to: number])[] = [
  [246, 111, 112],
  [255, 119, 140],
  [264, 127, 74],
];

/** Box and axons in the column's coordinates. */
export function feedback(part: (id: string, children: readonly SceneNode[]) => SceneNode): SceneNode[] {
  const axons = descents.map(([x, y, to]) => `M${x} 42V${y - 7}Q${x} ${y} ${x - 7} ${y}H${to}`).join("");
  const boutons = descents.flatMap(([, y, to]) =>
    [to, to + 26, to + 58, to + 112].map((x) => circle(`bouton ${x} ${y}`, "bouton", x, y, 1.5)),
  );
  return [
    part("cortex:feedforward", [
      path("axon", "axon shape", "M97 238C113 238 124 222 124 198V52"),
      arrowHead("head", "head shape-head", 124, 43, "up", 3.8),
      text("name", "t-cell t-muted halo", 130, 67, "feedforward"),
    ]),
    part("cortex:L1-feedback", [
      path("axons", "axon shape", axons),
      ...descents.map(([x]) => arrowHead(`head ${x}`, "head shape-head", x, 90, "down", 3.6)),
      ...boutons,
      text("name", "t-cell t-muted t-end halo", 238, 54, "feedback"),
    ]),
    rect("area", "box", 112, 14, COLUMN_WIDTH - 112, 28, 4),
    text("area name", "t-strong t-mid", 112 + (COLUMN_WIDTH - 112) / 2, 32.5, "Higher area"),
  ];
}
