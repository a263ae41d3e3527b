/**
 * Tangential fibres of layers 2/3 and 5: they cross the column, leave boutons in patches and run on to the
 * neighbouring column.
 */
import { dockAt } from "../docks.ts";
import { COLUMN_WIDTH } from "../frame.ts";
import { circle, path, point, type SceneNode, seeded } from "../scene.ts";

/** A bundle of three fibres around the height of its dock, from the column's right edge to `to` (left of the column). */
export function fibres(partId: "cortex:L2/3-horizontal" | "cortex:L5-horizontal", to: number, seed: number): SceneNode[] {
  const { y } = dockAt(partId);
  const random = seeded(seed);
  const lines: string[] = [];
  const boutons: SceneNode[] = [];
  // patches, because horizontal axons make synapses in clusters
  const patches = [to + 24, 32, 166].filter((x) => x > to + 6);
  for (const offset of [-4.5, 0, 4.5]) {
    const sway = 2.4 * (random() - 0.5) + (offset === 0 ? 1 : -1);
    const middle = (to + COLUMN_WIDTH) / 2;
    lines.push(
      `M${point(COLUMN_WIDTH, y + offset * 0.7)}C${point(COLUMN_WIDTH - 70, y + offset - sway * 3)} ${point(middle + 50, y + offset + sway * 3)} ${point(middle, y + offset)}` +
        `S${point(to + 60, y + offset - sway * 2)} ${point(to, y + offset)}`,
    );
    for (const patch of patches)
      for (let index = 0; index < 2; index++)
        boutons.push(
          circle(`bouton ${offset} ${patch} ${index}`, "bouton", patch + random() * 22 - 4, y + offset + (random() - 0.5) * 3.4, 1.3),
        );
  }
  return [path("fibres", "axon shape", lines.join("")), ...boutons];
}
