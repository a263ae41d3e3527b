/** From the start of a program to its first findings. */
import { pathToFileURL } from "node:url";
import { bibliography, corpus } from "../lib/corpus.ts";
import { inFolder } from "../lib/folders.ts";
import { Editor } from "../lib/lsp.ts";
import { languageServer } from "../lib/processes.ts";
import type { RowPlan } from "../lib/rows.ts";
import { median } from "../lib/statistics.ts";
import { emptyProgram, likec4Time } from "./programs.ts";

/** For how many seconds they are waited for. */
const readingLimit = 300;

async function firstFindings(folder: string): Promise<number> {
  const from = performance.now();
  const editor = new Editor(languageServer);
  try {
    const found = editor.findings(undefined, readingLimit);
    await editor.start(pathToFileURL(folder).href);
    await found;
    return performance.now() - from;
  } finally {
    editor.stop();
  }
}

/** With the bibliography, as in any project that cites: without it, every key that is cited is looked for among those that are known. */
function filesOf(claims: number, perFile: number): Record<string, string> {
  const files = corpus({ claims, perFile, cites: true }).map(({ name, text }) => [name, text] as const);
  return { ...Object.fromEntries(files), "references.bib": bibliography() };
}

const opening = (claims: number, perFile: number, goal?: number): RowPlan => ({
  id: `open-${claims}`,
  title: `server start → first findings, ${claims.toLocaleString("en-US")} claims in ${claims / perFile} files, and a .bib`,
  unit: "ms",
  better: "lower",
  slow: claims > 10_000,
  measure: ({ quick }) =>
    inFolder(filesOf(claims, perFile), async (folder) => {
      const times: number[] = [];
      for (let run = 0; run < (quick || claims > 10_000 ? 1 : 5); run++) times.push(await firstFindings(folder));
      const ours = median(times);
      const floor = { floor: emptyProgram(3), floorIs: "node -e 0" };
      if (goal === undefined) return { ours, ...floor };
      return { ours, ...floor, peers: { LikeC4: () => likec4Time(claims, 1) }, goal: `≤ ${goal}`, met: () => ours <= goal };
    }),
});

export const openingRows: readonly RowPlan[] = [opening(100, 10), opening(1000, 10, 400), opening(10_000, 100), opening(100_000, 100)];
