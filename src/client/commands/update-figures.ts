/** Lamina: Update Figures in Manuscripts. */
import * as vscode from "vscode";
import { figureReferences } from "../figure-references.ts";
import type { LanguageServer } from "../language-server.ts";

const manuscripts = "**/*.{md,markdown,mdown,mkd,qmd,rmd,Rmd,myst,tex,ltx,ipynb}";
const mostManuscripts = 500;

interface Outcome {
  readonly written: string[];
  readonly current: string[];
  readonly problems: string[];
}

/** Draws anew every `lamina.svg` and `NAME.lamina.svg` that a manuscript of the workspace refers to. */
export const updateFigures = (server: LanguageServer): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.updateFigures", async (): Promise<Outcome> => {
    const outcome: Outcome = { written: [], current: [], problems: [] };
    const done = new Set<string>();
    for (const manuscript of await vscode.workspace.findFiles(manuscripts, "**/node_modules/**", mostManuscripts)) {
      const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === manuscript.toString());
      const text = open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(manuscript));
      for (const { path, drawn } of figureReferences(text)) {
        const target = vscode.Uri.joinPath(manuscript, "..", path);
        if (done.has(target.toString())) continue;
        done.add(target.toString());
        await update(server, manuscript, target, drawn, outcome);
      }
    }
    report(outcome, done.size);
    return outcome;
  });

async function update(
  server: LanguageServer,
  manuscript: vscode.Uri,
  target: vscode.Uri,
  drawn: string | undefined,
  { written, current, problems }: Outcome,
): Promise<void> {
  const name = vscode.workspace.asRelativePath(target, false);
  if (!vscode.workspace.getWorkspaceFolder(target)) {
    problems.push(`${name} lies outside the workspace`);
    return;
  }
  const source = drawn === undefined ? manuscript : await find(drawn, target, manuscript);
  const figure = source && (await server.drawFigure({ uri: source.toString(), form: "svg", theme: "light" }));
  if (figure?.form !== "svg") {
    problems.push(drawn === undefined ? `${name}: the manuscript has no claims of its own` : `${name}: there is no ${drawn}`);
    return;
  }
  const before = await textOf(target);
  if (before === figure.svg) current.push(name);
  else if (before !== undefined && !before.includes('class="lamina-scene"')) problems.push(`${name} is not a picture of Lamina's`);
  else {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(figure.svg));
    written.push(name);
  }
}

/** A file of Lamina by its name: beside its picture, beside the manuscript, else anywhere in the workspace. */
async function find(name: string, target: vscode.Uri, manuscript: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (const folder of [vscode.Uri.joinPath(target, ".."), vscode.Uri.joinPath(manuscript, "..")]) {
    const beside = vscode.Uri.joinPath(folder, name);
    if ((await textOf(beside)) !== undefined) return beside;
  }
  // signs that mean something in a pattern are none of a name that is looked for
  const [found] = await vscode.workspace.findFiles(`**/${name.replace(/[*?[\]{}]/g, "?")}`, "**/node_modules/**", 1);
  return found;
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function report({ written, current, problems }: Outcome, all: number): void {
  if (all === 0) {
    void vscode.window.showInformationMessage(
      "No manuscript refers to a figure of Lamina's. Refer to lamina.svg for its own claims, or to NAME.lamina.svg for those of NAME.lamina.",
    );
    return;
  }
  const count = (number: number): string => `${number} ${number === 1 ? "figure" : "figures"}`;
  const told = [
    written.length > 0 ? `${count(written.length)} drawn anew` : "",
    current.length > 0 ? `${count(current.length)} current` : "",
  ];
  const words = [...told.filter(Boolean), ...problems].join("; ");
  if (problems.length > 0) void vscode.window.showWarningMessage(`${words}.`);
  else void vscode.window.showInformationMessage(`${words}.`);
}
