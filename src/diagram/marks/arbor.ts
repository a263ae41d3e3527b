/** Branching trees: dendrites, tufts and axon arbors, drawn from a seed so that they look grown and stay the same. */
import { point, seeded } from "../scene.ts";

export interface Arbor {
  readonly x: number;
  readonly y: number;
  /** Direction of the first branch in radians; 0 is right, a quarter turn is down. */
  readonly angle: number;
  /** Length of the first branch in user units. */
  readonly length: number;
  /** How often it forks. */
  readonly forks: number;
  /** Half the angle between the two branches of a fork, in radians. */
  readonly spread: number;
  readonly seed: number;
  /** No branch rises above this height. */
  readonly ceiling?: number;
  /** Pull towards the vertical at each fork, 0 to 1. */
  readonly upright?: number;
}

const UP = -Math.PI / 2;

/** Path data of a tree. The number of branches is two to the power of `forks`, twice, less one. */
export function arbor(tree: Arbor): string {
  const random = seeded(tree.seed);
  const ceiling = tree.ceiling ?? Number.NEGATIVE_INFINITY;
  const upright = tree.upright ?? 0;
  let d = "";
  const grow = (x: number, y: number, angle: number, length: number, forks: number): void => {
    const reach = length * (0.85 + random() * 0.3);
    const endX = x + Math.cos(angle) * reach;
    const endY = Math.max(ceiling, y + Math.sin(angle) * reach);
    const bend = (random() - 0.5) * reach * 0.35;
    const middleX = (x + endX) / 2 - Math.sin(angle) * bend;
    const middleY = Math.max(ceiling, (y + endY) / 2 + Math.cos(angle) * bend);
    d += `M${point(x, y)}Q${point(middleX, middleY)} ${point(endX, endY)}`;
    if (forks === 0) return;
    for (const side of [-1, 1]) {
      const turned = angle + side * tree.spread * (0.65 + random() * 0.7);
      const raised = turned + (UP - turned) * upright;
      grow(endX, endY, raised, length * 0.72, forks - 1);
    }
  };
  grow(tree.x, tree.y, tree.angle, tree.length, tree.forks);
  return d;
}
