/** From a keystroke in an editor to the findings that answer it, over the protocol and back. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bibliography, corpus } from "../lib/corpus.ts";
import { inFolder } from "../lib/folders.ts";
import { Editor } from "../lib/lsp.ts";
import { bench, languageServer, Unavailable } from "../lib/processes.ts";
import { Dice } from "../lib/random.ts";
import type { RowPlan } from "../lib/rows.ts";
import { type Spread, spread } from "../lib/statistics.ts";

const emptyServer = join(bench, "out", "empty-server.cjs");

interface Workspace {
  readonly files: Readonly<Record<string, string>>;
  /** The document that is typed in. */
  readonly open: string;
}

function workspaceOf(claims: number, perFile: number): Workspace {
  const files = corpus({ claims, perFile, cites: true });
  const open = files[files.length >> 1]?.name ?? "";
  return { files: { ...Object.fromEntries(files.map(({ name, text }) => [name, text])), "references.bib": bibliography() }, open };
}

interface Change {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What is typed: a letter into the words of a line, and the letter taken away again. */
function* typing(text: string, strokes: number): IterableIterator<Change> {
  const lines = text.split("\n");
  const dice = new Dice(11);
  for (let stroke = 0; stroke < strokes; ) {
    const line = dice.below(lines.length);
    const words = /"[^"]{6,}"/.exec(lines[line] ?? "");
    if (!words) continue;
    const start = { line, character: words.index + 4 };
    const end = { line, character: start.character + 1 };
    yield { range: { start, end: start }, text: "x" };
    yield { range: { start, end }, text: "" };
    stroke += 2;
  }
}

/** How long a server may take to read a workspace, and how long it is typed in, in seconds. */
const readingLimit = 300;
const typingLimit = 60;

/** Fewer answers than these say nothing. */
const leastAnswers = 20;

/**
 * Opens a workspace in a server and types; gives how long each answer took, in milliseconds.
 *
 * @throws Unavailable where it takes too long to say anything
 */
async function typingTimes(server: string, folder: string, { files, open }: Workspace, strokes: number): Promise<Spread> {
  const editor = new Editor(server);
  try {
    const text = files[open] ?? "";
    const uri = pathToFileURL(join(folder, open)).href;
    await editor.start(pathToFileURL(folder).href);
    const isOurs = server === languageServer;
    // typing is measured when the workspace has been read
    if (isOurs) await editor.settled(readingLimit);
    const first = editor.findings(uri, readingLimit);
    editor.open(uri, text);
    await first;
    const times: number[] = [];
    let version = 1;
    const until = performance.now() + typingLimit * 1000;
    for (const change of typing(text, strokes)) {
      if (performance.now() > until) break;
      // Lamina sends findings where they differ, and last of all its status; an empty server has nothing to leave out
      const answer = isOurs ? editor.settled() : editor.findings(uri);
      const from = performance.now();
      editor.notify("textDocument/didChange", { textDocument: { uri, version: ++version }, contentChanges: [change] });
      await answer;
      times.push(performance.now() - from);
    }
    if (times.length < leastAnswers) throw new Unavailable(`${times.length} keystrokes answered in ${typingLimit} s`);
    return spread(times.slice(times.length >> 2));
  } finally {
    editor.stop();
  }
}

const amount = (claims: number): string => claims.toLocaleString("en-US");

/** Claims in files of a hundred, with linked rules on: flat from the smallest workspace to the largest. */
const inFiles = (claims: number, slow = false): RowPlan => ({
  id: `keystroke-files-${claims}`,
  title: `keystroke → findings, ${amount(claims)} claims in files of 100`,
  unit: "ms",
  better: "lower",
  slow,
  measure: ({ quick }) => {
    const workspace = workspaceOf(claims, 100);
    return inFolder(workspace.files, async (folder) => {
      const strokes = quick ? 120 : 400;
      const floor = await typingTimes(emptyServer, folder, workspace, strokes);
      const ours = await typingTimes(languageServer, folder, workspace, strokes);
      const met = (): boolean => ours.p50 <= 3 && ours.p99 <= 12 && ours.p50 <= 5 * floor.p50;
      return { ours, floor, floorIs: "an empty server", goal: "p50 ≤ 3 and ≤ 5x the floor, p99 ≤ 12", met };
    });
  },
});

export const keystrokeRows: readonly RowPlan[] = [
  {
    id: "keystroke-10000",
    title: "keystroke → findings, 10,000 claims in one file (3.5 MB)",
    unit: "ms",
    better: "lower",
    measure: ({ quick }) => {
      const workspace = workspaceOf(10_000, 10_000);
      return inFolder(workspace.files, async (folder) => {
        const strokes = quick ? 80 : 300;
        const floor = await typingTimes(emptyServer, folder, workspace, strokes);
        const ours = await typingTimes(languageServer, folder, workspace, strokes);
        const met = (): boolean => ours.p50 <= 2 * floor.p50 && ours.p99 <= 3 * floor.p99;
        return { ours, floor, floorIs: "an empty server", goal: "p50 ≤ 2x, p99 ≤ 3x the floor", met };
      });
    },
  },
  inFiles(100),
  inFiles(1000),
  inFiles(10_000),
  inFiles(100_000, true),
];
