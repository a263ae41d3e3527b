/** Lamina: Export Figure…: asks for format and size, and for a place in the editor's own dialogue. */
import * as vscode from "vscode";
import type { ExportFigure, FigureFormat, FigureTheme } from "../../protocol/requests.ts";
import type { ColumnPanels } from "../column-panels.ts";
import { mayHoldClaims } from "../documents.ts";
import type { LanguageServer } from "../language-server.ts";

interface FormatChoice extends vscode.QuickPickItem {
  readonly format: FigureFormat;
  readonly ending: string;
}

const formats: readonly FormatChoice[] = [
  { format: "pdf", ending: "pdf", label: "PDF", description: "vectors, text that can be searched, fonts inside" },
  { format: "svg", ending: "svg", label: "SVG", description: "vectors, to be edited or set on a page" },
  { format: "png", ending: "png", label: "PNG", description: "pixels, 600 an inch" },
  { format: "tikz", ending: "tex", label: "TikZ", description: "for LaTeX, in the type of the paper" },
  { format: "html", ending: "html", label: "HTML", description: "a page to explore, with the table, without scripts" },
];

interface SizeChoice extends vscode.QuickPickItem {
  /** Undefined where it is still to be asked for. */
  readonly widthMm: number | undefined;
}

const sizes: readonly SizeChoice[] = [
  { widthMm: 174, label: "Two columns", description: "174 mm" },
  { widthMm: 85, label: "One column", description: "85 mm" },
  { widthMm: undefined, label: "Another width…" },
];

interface ThemeChoice extends vscode.QuickPickItem {
  readonly theme: FigureTheme;
}

const themes: readonly ThemeChoice[] = [
  { theme: "print", label: "Print", description: "ink alone, standing by pattern" },
  { theme: "light", label: "Light", description: "colours on white" },
  { theme: "dark", label: "Dark", description: "colours on a dark ground, for slides" },
  { theme: "contrast", label: "High contrast", description: "white on black" },
];

/** What the narrowest and the widest figure measure, in millimetres. */
const [narrowest, widest] = [40, 400];

/** Exports what the column view that has the focus shows, else the claims of the document in sight. Gives the address of the file. */
export const exportFigure = (server: LanguageServer, column: ColumnPanels): vscode.Disposable =>
  vscode.commands.registerCommand("lamina.exportFigure", async (): Promise<vscode.Uri | undefined> => {
    const shown = column.active ?? inSight(column);
    if (!shown) {
      void vscode.window.showInformationMessage("Open a document with claims, or its column view, to export its figure.");
      return undefined;
    }
    const step = (number: number, what: string): vscode.QuickPickOptions => ({ title: `Export Figure (${number}/3)`, placeHolder: what });
    const format = await vscode.window.showQuickPick(formats, step(1, "Which format?"));
    const size = format && (await vscode.window.showQuickPick(sizes, step(2, "How wide on paper?")));
    const widthMm = size && (size.widthMm ?? (await askWidth()));
    const theme = widthMm === undefined ? undefined : await vscode.window.showQuickPick(themes, step(3, "Which colours?"));
    if (!format || widthMm === undefined || !theme) return undefined;
    const target = await askPlace(vscode.Uri.parse(shown.uri), format);
    if (!target) return undefined;
    await write(server, { ...shown, format: format.format, widthMm, theme: theme.theme }, target);
    return target;
  });

function inSight(column: ColumnPanels): Pick<ExportFigure, "uri"> | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const uri = editors.find((editor) => editor && mayHoldClaims(editor.document))?.document.uri ?? column.shown;
  return uri && { uri: uri.toString() };
}

async function askWidth(): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    title: "Export Figure (2/3)",
    prompt: `Width on paper in millimetres, ${narrowest} to ${widest}`,
    value: "120",
    validateInput: (value) => (widthOf(value) === undefined ? `A number of millimetres from ${narrowest} to ${widest}` : undefined),
  });
  return answer === undefined ? undefined : widthOf(answer);
}

function widthOf(value: string): number | undefined {
  const width = Number(value.replace(/\s*mm\s*$/, ""));
  return value.trim() !== "" && width >= narrowest && width <= widest ? width : undefined;
}

function askPlace(document: vscode.Uri, { ending, label }: FormatChoice): Thenable<vscode.Uri | undefined> {
  const name = document.path.slice(document.path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  const defaultUri = vscode.Uri.joinPath(document, "..", `${name === "" ? "figure" : name}.${ending}`);
  return vscode.window.showSaveDialog({ title: "Export Figure", defaultUri, filters: { [label]: [ending] } });
}

async function write(server: LanguageServer, asked: ExportFigure, target: vscode.Uri): Promise<void> {
  const name = vscode.workspace.asRelativePath(target, false);
  const location = vscode.ProgressLocation.Notification;
  const made = await vscode.window.withProgress({ location, title: `Drawing ${name}` }, () => server.exportFigure(asked));
  if (!made || "problem" in made) {
    void vscode.window.showErrorMessage(`${name} was not written: ${made?.problem ?? "the language server does not know the document"}.`);
    return;
  }
  await vscode.workspace.fs.writeFile(target, Buffer.from(made.base64, "base64"));
  const [open, copy] = ["Open", "Copy Caption"];
  const message = [`${name} is written.`, ...made.notes].join(" ");
  // the answer may come much later, or never
  void vscode.window.showInformationMessage(message, open, copy).then(async (answer) => {
    if (answer === copy) await vscode.env.clipboard.writeText(made.caption);
    if (answer === open) await vscode.env.openExternal(target);
  });
}
