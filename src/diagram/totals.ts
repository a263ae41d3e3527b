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

/** The boxes of the block that have a pill. */
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
] as const;

/** Everything that is counted, each with its place in the list of counts. */
const counters = new Map(
  [...Object.keys(regions).map((name) => `left ${name}`), ...[...boxes, "Block"].map((name) => `right transformer:${name}`)].map(
    (key, at) => [key, at] as const,
  ),
);

const touching = new WeakMap<ResolvedClaim, readonly number[]>();

/** The regions of the column and the boxes of the block that a claim touches, as places in the list of counts. */
function touchedBy(resolved: ResolvedClaim): readonly number[] {
  let touched = touching.get(resolved);
  if (!touched) {
    const left = resolved.groups.flatMap(({ places }) => places.flatMap(({ flank, region }) => (flank === "left" ? `left ${region}` : [])));
    touched = [...new Set([...left, ...resolved.parts.map((part) => `right ${part}`)])].flatMap((key) => counters.get(key) ?? []);
    touching.set(resolved, touched);
  }
  return touched;
}

/** How many claims touch each region of the column and each box of the block. */
export function totals(claims: readonly ResolvedClaim[], frame: Frame, panels: Resolved["panels"]): SceneNode[] {
  // this runs for every claim at every keystroke
  const counts = new Uint32Array(counters.size);
  for (const resolved of claims) for (const at of touchedBy(resolved)) counts[at] = (counts[at] ?? 0) + 1;
  const count = (key: string): number => counts[counters.get(key) ?? -1] ?? 0;
  const left = Object.entries(regions).flatMap(([name, region]) => {
    const number = count(`left ${name}`);
    if (number === 0 && (name === "white" || name === "column" || name === "beyond")) return [];
    const y = name === "thalamus" ? region.y + 28 : region.y;
    return [kept(frame, `left ${name}`, frame.column.x - 17, y, number)];
  });
  const right = boxes.flatMap((name) => {
    const dock = dockOf(`transformer:${name}`);
    if (dock?.body.kind !== "box") return [];
    const boxWidth = dock.body.size[0] === 0 ? 222 : dock.body.size[0];
    const overhang = boxWidth < 120 ? 4 : -12;
    return [
      kept(frame, `right ${name}`, frame.block.x + dock.body.at[0] + boxWidth + overhang, dock.body.at[1] - 3, count(`right ${dock.id}`)),
    ];
  });
  const block = count("right transformer:Block");
  return [
    ...(panels.left ? [] : left),
    ...(panels.right ? [] : right),
    ...(block > 0 ? [kept(frame, "right Block", frame.block.right - 20, regions.column.y, block)] : []),
  ];
}
