/** The column view. */
import { join } from "node:path";
import { inFolder } from "../lib/folders.ts";
import { bench, programTime, worker, workers } from "../lib/processes.ts";
import type { RowPlan } from "../lib/rows.ts";
import { argdownText } from "../peers/models.ts";

const argdown = join(bench, "node_modules", "@argdown", "cli", "dist", "cli.js");

/** Its map of the same claims, each with what supports and what disputes it; the whole program, which has no other way out. */
const argdownMap = (claims: number): Promise<number> =>
  inFolder({ "claims.argdown": argdownText(claims) }, (folder) =>
    programTime([argdown, "map", "-f", "svg", "claims.argdown", "out"], { folder, times: 1 }),
  );

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
      const slow = {
        dagre: () => worker("scene-dagre", { claims }),
        ELK: () => worker("scene-elk", { claims }),
        "Argdown (program)": () => argdownMap(claims),
      };
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
  {
    id: "scene-1000-sent",
    title: "what is sent of the picture after a change of one of 1,000 claims",
    unit: "KB",
    better: "lower",
    measure: () => {
      const ours = worker("scene-sent", { claims });
      return { ours, floor: worker("scene-sent-whole", { claims }), floorIs: "the whole picture", goal: "≤ 20", met: () => ours <= 20 };
    },
  },
  {
    id: "scene-2000",
    title: "picture of 2,000 claims as SVG",
    unit: "ms",
    better: "lower",
    measure: ({ quick }) => {
      const ours = workers(quick ? 1 : 3, "scene", { claims: 2000 });
      return { ours, goal: "≤ 50", met: () => ours <= 50 };
    },
  },
];
