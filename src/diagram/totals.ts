/** How many claims touch each layer and each box, as pills beside them; `none` is said, too. */
import { dockOf, regions } from "./docks.ts";
import type { Frame } from "./frame.ts";
import { keep } from "./keep.ts";
import { textWidth } from "./measure.ts";
import type { Resolved, ResolvedClaim } from "./resolve.ts";
import { group, rect, type SceneNode, text } from "./scene.ts";

function pill(key: string, x: number, y: number, count: number): SceneNode {
  const label = count === 0 ? "none" : String(count);
  const width = Math.max(28, textWidth(label, 11, true) + 14);
  return group(key, {}, [
    rect("pill", count === 0 ? "pill-none" : "pill", x - width / 2, y - 9, width, 18, 9),
    text("count", count === 0 ? "t-cell t-muted t-mid" : "t-small t-bold t-mid", x, y + 4, label),
  ]);
}

const kept = (frame: Frame, key: string, x: number, y: number, count: number): SceneNode =>
  keep(frame, `total ${key}`, String(count), () => pill(key, x, y, count));

const touching = new WeakMap<ResolvedClaim, readonly string[]>();

/** The regions of the column and the boxes of the block that a claim touches. */
function touchedBy(resolved: ResolvedClaim): readonly string[] {
  let touched = touching.get(resolved);
  if (!touched) {
    const left = resolved.groups.flatMap(({ places }) => places.flatMap(({ flank, region }) => (flank === "left" ? `left ${region}` : [])));
    touched = [...new Set([...left, ...resolved.parts.map((part) => `right ${part}`)])];
    touching.set(resolved, touched);
  }
  return touched;
}

/** How many claims touch each region of the column and each box of the block. */
export function totals(claims: readonly ResolvedClaim[], frame: Frame, panels: Resolved["panels"]): SceneNode[] {
  const count = new Map<string, number>();
  for (const resolved of claims) {
    for (const key of touchedBy(resolved)) count.set(key, (count.get(key) ?? 0) + 1);
  }
  const left = Object.entries(regions).flatMap(([name, region]) => {
    const number = count.get(`left ${name}`) ?? 0;
    if (number === 0 && (name === "white" || name === "column" || name === "beyond")) return [];
    const y = name === "thalamus" ? region.y + 28 : region.y;
    return [kept(frame, `left ${name}`, frame.column.x - 17, y, number)];
  });
  const boxes = [
    "Feed-forward",
    "Layer-norm",
    "Output-projection",
    "Attention-weights",
    "Softmax",
    "Attention-score",
    "Query",
    "Key",
    "Value",
    "Positional-encoding",
    "Embedding",
  ];
  const right = boxes.flatMap((name) => {
    const dock = dockOf(`transformer:${name}`);
    if (dock?.body.kind !== "box") return [];
    const boxWidth = dock.body.size[0] === 0 ? 222 : dock.body.size[0];
    const overhang = boxWidth < 120 ? 4 : -12;
    return [
      kept(
        frame,
        `right ${name}`,
        frame.block.x + dock.body.at[0] + boxWidth + overhang,
        dock.body.at[1] - 1,
        count.get(`right ${dock.id}`) ?? 0,
      ),
    ];
  });
  const block = count.get("right transformer:Block") ?? 0;
  return [
    ...(panels.left ? [] : left),
    ...(panels.right ? [] : right),
    ...(block > 0 ? [kept(frame, "right Block", frame.block.right - 20, regions.column.y, block)] : []),
  ];
}
