/** Reading text. */

import { worker, workers } from "../lib/processes.ts";
import type { RowPlan } from "../lib/rows.ts";

/** In megabytes a second, and as a share of the floor: both were measured together, on a quiet machine. */
const warmGoal = 60;
const warmShare = 60 / 447;
const coldGoal = 200;

export const parseRows: readonly RowPlan[] = [
  {
    id: "parse",
    title: "parse 1,000 claims, warm",
    unit: "MB/s",
    better: "higher",
    measure: ({ quick }) => {
      const warm = (name: string): number => workers(quick ? 1 : 3, "parse-warm", { claims: 1000, name });
      const ours = warm("ours");
      const floor = warm("floor");
      const reached = ours >= Math.min(warmGoal, warmShare * floor);
      return {
        ours,
        floor,
        floorIs: "looking at every character",
        peers: { Lezer: () => warm("lezer"), Langium: () => warm("langium") },
        goal: `≥ ${warmGoal}, or floor / ${Math.round(10 / warmShare) / 10}; ahead of both`,
        met: (peers) => reached && Object.values(peers).every((peer) => peer < ours),
      };
    },
  },
  {
    id: "parse-cold",
    title: "parse 10,000 claims (3.5 MB) in a fresh process",
    unit: "ms",
    better: "lower",
    measure: ({ quick }) => {
      const cold = (name: string): number => workers(quick ? 1 : 5, "parse-cold", { claims: 10_000, name });
      const ours = cold("ours");
      return {
        ours,
        floor: cold("floor"),
        floorIs: "looking at every character",
        peers: { Lezer: () => cold("lezer"), Langium: () => worker("parse-cold", { claims: 10_000, name: "langium" }) },
        goal: `≤ ${coldGoal}`,
        met: () => ours <= coldGoal,
      };
    },
  },
];
