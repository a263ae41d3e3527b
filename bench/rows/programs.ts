/** Whole programs, timed from outside. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { bibliography, corpus, manuscript } from "../lib/corpus.ts";
import { inFolder } from "../lib/folders.ts";
import { latexManuscript, program } from "../lib/manuscripts.ts";
import { bench, commandLine, programTime, Unavailable, workerFile } from "../lib/processes.ts";
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

/** How long another checker takes for a file, in milliseconds. */
type Peer = (path: string) => number;

/** A library, in a process of its own that is timed from outside. */
const byWorker =
  (task: string): Peer =>
  (path) =>
    programTime([workerFile, task, JSON.stringify({ path })], { times: 1 });

/** A program of the machine, where it is installed. */
const byProgram =
  (name: string, args: readonly string[]): Peer =>
  (path) => {
    const from = performance.now();
    const { error, status } = spawnSync(name, [...args, path], { maxBuffer: 1e9, timeout: 120_000 });
    if (error) throw new Unavailable("is not installed");
    const took = performance.now() - from;
    // so ends what cannot be started, or was stopped
    if (status === null || status >= 126) throw new Unavailable("does not run here");
    return took;
  };

interface TextRow {
  readonly peers: Readonly<Record<string, Peer>>;
  readonly goal: string;
  isMet(ours: number, measured: Readonly<Record<string, number>>): boolean;
}

/** The check of 5 MB of one host. */
function checkOfText(id: string, label: string, name: string, make: (bytes: number) => string, { peers, goal, isMet }: TextRow): RowPlan {
  return {
    id: `check-${id}-5mb`,
    title: `lamina check of 5 MB of ${label}`,
    unit: "ms",
    better: "lower",
    measure: ({ quick }) => {
      // programs are read where a project uses Lamina
      const files = { [name]: make(5e6), "references.bib": bibliography(), "one.lamina": "claim first: L4 -> L2/3 as Value\n" };
      return inFolder(files, (folder) => {
        const ours = checkTime(folder, quick ? 1 : 3);
        // they are measured later, when this folder is gone
        const timed = Object.entries(peers).map(
          ([peer, time]) => [peer, () => inFolder(files, (place) => time(join(place, name)))] as const,
        );
        return {
          ours,
          floor: emptyProgram(3),
          floorIs: "node -e 0",
          peers: quick ? {} : Object.fromEntries(timed),
          goal,
          met: (measured) => isMet(ours, measured),
        };
      });
    },
  };
}

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
  checkOfText("markdown", "Markdown", "manuscript.md", manuscript, {
    peers: { "remark-lint": byWorker("remark-lint"), markdownlint: byWorker("markdownlint") },
    goal: "≤ 350, ≥ 12x ahead of remark-lint",
    isMet: (ours, measured) => ours <= 350 && (measured["remark-lint"] ?? Number.POSITIVE_INFINITY) >= 12 * ours,
  }),
  checkOfText("latex", "LaTeX", "manuscript.tex", latexManuscript, {
    peers: {
      chktex: byProgram("chktex", ["-q"]),
      lacheck: byProgram("lacheck", []),
      "unified-latex": byWorker("unified-latex"),
    },
    goal: "≤ 350",
    isMet: (ours) => ours <= 350,
  }),
  checkOfText("code", "Python", "model.py", program, {
    peers: { "Lezer's parser": byWorker("lezer-python") },
    goal: "≤ 350, ahead of the parser",
    isMet: (ours, measured) => ours <= 350 && (measured["Lezer's parser"] ?? Number.POSITIVE_INFINITY) > ours,
  }),
];
