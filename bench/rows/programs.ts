/** Whole programs, timed from outside. */
import { join } from "node:path";
import { bibliography, corpus, manuscript } from "../lib/corpus.ts";
import { inFolder } from "../lib/folders.ts";
import { bench, commandLine, programTime, workerFile } from "../lib/processes.ts";
import type { RowPlan } from "../lib/rows.ts";
import { argdownText, likec4Text } from "../peers/models.ts";

const argdown = join(bench, "node_modules", "@argdown", "cli", "dist", "cli.js");
const likec4 = join(bench, "node_modules", "likec4", "bin", "likec4.mjs");

/** The least that a command on this runtime takes. */
export const emptyProgram = (times: number): number => programTime(["-e", "0"], { times });

function filesOf(claims: number): Record<string, string> {
  const files = corpus({ claims, perFile: 100, cites: true }).map(({ name, text }) => [name, text] as const);
  return { ...Object.fromEntries(files), "references.bib": bibliography() };
}

const checkTime = (folder: string, times: number): number =>
  programTime([commandLine, "check", ".", "--fail-on", "error"], { folder, times, exits: [0, 1] });

const argdownTime = (claims: number, times: number): Promise<number> =>
  inFolder({ "claims.argdown": argdownText(claims) }, (folder) =>
    programTime([argdown, "json", "claims.argdown", "out"], { folder, times }),
  );

export const likec4Time = (claims: number, times: number): Promise<number> =>
  inFolder({ "model.c4": likec4Text(claims) }, (folder) => programTime([likec4, "validate", folder], { folder, times }));

const check = (claims: number, goal: number): RowPlan => ({
  id: `check-${claims}`,
  title: `lamina check of ${claims.toLocaleString("en-US")} claims with a bibliography of 5,000 entries`,
  unit: "ms",
  better: "lower",
  measure: ({ quick }) => {
    const times = quick ? 1 : 5;
    return inFolder(filesOf(claims), (folder) => {
      const ours = checkTime(folder, times);
      const few = quick || claims > 1000 ? 1 : 3;
      const peers = { Argdown: () => argdownTime(claims, few), LikeC4: () => likec4Time(claims, few) };
      return {
        ours,
        floor: emptyProgram(times),
        floorIs: "node -e 0",
        peers: quick && claims > 1000 ? {} : peers,
        goal: `≤ ${goal}, ahead of both`,
        met: (measured) => ours <= goal && Object.values(measured).every((peer) => peer > ours),
      };
    });
  },
});

export const programRows: readonly RowPlan[] = [
  {
    id: "start",
    title: "start of the command line, one small file",
    unit: "ms",
    better: "lower",
    measure: ({ quick }) =>
      inFolder({ "one.lamina": "claim values: L4 -> L2/3 as Value\n" }, (folder) => {
        const times = quick ? 5 : 15;
        const floor = emptyProgram(times);
        const ours = checkTime(folder, times);
        return { ours, floor, floorIs: "node -e 0", goal: "≤ 1.4x the floor", met: () => ours <= 1.4 * floor };
      }),
  },
  check(1000, 250),
  check(10_000, 400),
  {
    id: "check-markdown-5mb",
    title: "lamina check of 5 MB of Markdown",
    unit: "ms",
    better: "lower",
    measure: ({ quick }) => {
      const files = { "manuscript.md": manuscript(5e6), "references.bib": bibliography() };
      return inFolder(files, (folder) => {
        const ours = checkTime(folder, quick ? 1 : 3);
        // they are measured later, when this folder is gone
        const linter = (task: string) => () =>
          inFolder(files, (place) => programTime([workerFile, task, JSON.stringify({ path: join(place, "manuscript.md") })], { times: 1 }));
        const peers = { "remark-lint": linter("remark-lint"), markdownlint: linter("markdownlint") };
        return {
          ours,
          floor: emptyProgram(3),
          floorIs: "node -e 0",
          peers: quick ? {} : peers,
          goal: "≤ 350, ≥ 12x ahead of remark-lint",
          met: (measured) => ours <= 350 && (measured["remark-lint"] ?? Number.POSITIVE_INFINITY) >= 12 * ours,
        };
      });
    },
  },
];
