/** The column view. */
import { worker, workers } from "../lib/processes.ts";
import type { RowPlan } from "../lib/rows.ts";

const claims = 1000;

export const pictureRows: readonly RowPlan[] = [
  {
    id: "scene-1000",
    title: "picture of 1,000 claims as SVG",
    unit: "ms",
    better: "lower",
    measure: ({ quick }) => {
      const ours = workers(quick ? 1 : 3, "scene", { claims });
      const peers: Record<string, () => number> = { "Graphviz (viz-js)": () => worker("scene-viz", { claims }) };
      const slow = { dagre: () => worker("scene-dagre", { claims }), ELK: () => worker("scene-elk", { claims }) };
      return {
        ours,
        floor: worker("scene-floor", { claims }),
        floorIs: "a curve a claim",
        peers: quick ? peers : { ...peers, ...slow },
        goal: "≤ 25",
        met: () => ours <= 25,
      };
    },
  },
  {
    id: "scene-1000-update",
    title: "picture after a change of one of 1,000 claims",
    unit: "ms",
    better: "lower",
    measure: () => {
      const ours = worker("scene-update", { claims });
      return { ours, goal: "≤ 5", met: () => ours <= 5 };
    },
  },
];
