/** Reading text. */

import { worker, workers } from "../lib/processes.ts";
import type { RowPlan } from "../lib/rows.ts";

const warmGoal = 60;
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
      return {
        ours,
        floor: warm("floor"),
        floorIs: "looking at every character",
        peers: { Lezer: () => warm("lezer"), Langium: () => warm("langium") },
        goal: `≥ ${warmGoal}, ahead of both`,
        met: (peers) => ours >= warmGoal && Object.values(peers).every((peer) => peer < ours),
      };
    },
  },
  {
    id: "parse-cold",
    title: "parse 10,000 claims (3 MB) in a fresh process",
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
