/** Manuscripts, bibliographies, memory. */
import { resultOf, worker, workers } from "../lib/processes.ts";
import type { RowPlan } from "../lib/rows.ts";
import type { Spread } from "../lib/statistics.ts";

const entries = 5000;
const citationPeers = { "@orcid": "bib-orcid", "citation-js": "bib-citation-js" };

function bibPeers(warm: boolean, quick: boolean): Record<string, () => number> {
  const peers = Object.fromEntries(Object.entries(citationPeers).map(([name, task]) => [name, () => worker(task, { entries, warm })]));
  // it takes long: once is enough to see the distance
  return quick || warm ? peers : { ...peers, retorquere: () => worker("bib-retorquere", { entries, warm }) };
}

export const documentRows: readonly RowPlan[] = [
  {
    id: "keystroke-markdown",
    title: "keystroke in a 100 KB manuscript, in the engine",
    unit: "ms",
    better: "lower",
    measure: ({ quick }) => {
      const bytes = 100_000;
      const ours = resultOf<Spread>("markdown-keystroke", { bytes, keystrokes: quick ? 60 : 300 });
      return {
        ours,
        peers: { "whole remark-parse": () => worker("markdown-remark", { bytes }) },
        goal: "p50 ≤ 2",
        met: () => ours.p50 <= 2,
      };
    },
  },
  {
    id: "bib-5000-cold",
    title: "bibliography of 5,000 entries in a fresh process",
    unit: "ms",
    better: "lower",
    measure: ({ quick }) => {
      const ours = workers(quick ? 1 : 5, "bib-cold", { entries });
      return { ours, ...bibFloor(), peers: bibPeers(false, quick), goal: "≤ 80", met: () => ours <= 80 };
    },
  },
  {
    id: "bib-5000-warm",
    title: "bibliography of 5,000 entries, warm",
    unit: "ms",
    better: "lower",
    measure: ({ quick }) => {
      const ours = workers(quick ? 1 : 3, "bib-warm", { entries });
      return { ours, ...bibFloor(), peers: bibPeers(true, quick), goal: "≤ 30", met: () => ours <= 30 };
    },
  },
  {
    id: "bib-5000-edit",
    title: "edit of one of 5,000 entries",
    unit: "ms",
    better: "lower",
    measure: () => {
      const ours = worker("bib-edit", { entries });
      return { ours, goal: "≤ 2", met: () => ours <= 2 };
    },
  },
  {
    id: "memory-10000",
    title: "memory of 10,000 claims with their findings and bibliography",
    unit: "MB",
    better: "lower",
    measure: () => {
      const ours = worker("memory", { claims: 10_000 });
      return {
        ours,
        floor: worker("memory-text", { claims: 10_000 }),
        floorIs: "the text and the bibliography",
        goal: "≤ 40",
        met: () => ours <= 40,
      };
    },
  },
];

const bibFloor = (): { floor: number; floorIs: string } => ({ floor: worker("bib-floor", { entries }), floorIs: "keys alone" });
