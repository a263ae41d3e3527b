import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import {
  findings,
  findingsWhen,
  hoverText,
  inWorkspace,
  openDocument,
  placeOf,
  startExtension,
  tidyUp,
  until,
  writeDocument,
} from "./support.ts";

const MARKDOWN = "trial.md";
const LATEX = "trial.tex";
const PROGRAM = "trial.py";
const MODEL = "trial.lamina";
const NOTEBOOK = "trial.ipynb";

describe("an author of manuscripts", () => {
  before(async () => {
    await startExtension();
  });
  afterEach(() => tidyUp());
  after(() => tidyUp(MARKDOWN, LATEX, PROGRAM, MODEL, NOTEBOOK));

  it("renames a claim in the hypothesis, and in the Markdown and LaTeX that state it", async () => {
    const markdown = await openDocument("manuscript.md");
    const latex = await openDocument("manuscript.tex");
    const { document } = await openDocument("hypothesis.lamina");
    const texts = [document, markdown.document, latex.document].map((each) => each.getText());
    assert.ok(texts[1]?.includes("{claim=queries}") && texts[2]?.includes("\\claim{queries}"), "both manuscripts state the claim");
    const edit = await until("the claim can be renamed", async () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        placeOf(document, "claim queries", 6),
        "asking",
      ),
    );
    await vscode.workspace.applyEdit(edit);
    assert.ok(document.getText().includes("claim asking:"));
    assert.ok(markdown.document.getText().includes("{claim=asking}") && !markdown.document.getText().includes("{claim=queries}"));
    assert.ok(latex.document.getText().includes("\\claim{asking}") && !latex.document.getText().includes("\\claim{queries}"));
    const back = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      placeOf(document, "claim asking", 6),
      "queries",
    );
    await vscode.workspace.applyEdit(back);
    assert.deepEqual(
      [document, markdown.document, latex.document].map((each) => each.getText()),
      texts,
      "and back again",
    );
  });

  it("is told that a sentence says more than its claim, and weakens it with the quick fix", async () => {
    for (const [file, before, after] of [
      [MARKDOWN, "[Feedback implements the query]{claim=queries}.\n", "[Feedback acts as the query]{claim=queries}.\n"],
      [
        LATEX,
        "\\documentclass{article}\n\\begin{document}\n\\claim{queries}{Feedback implements the query}.\n\\end{document}\n",
        "\\documentclass{article}\n\\begin{document}\n\\claim{queries}{Feedback acts as the query}.\n\\end{document}\n",
      ],
    ] as const) {
      const { document } = await writeDocument(file, before);
      const found = await findingsWhen(document.uri, "the overclaim is found", (each) => each.some(({ rule }) => rule === "overclaim"));
      assert.match(found.find(({ rule }) => rule === "overclaim")?.message ?? "", /Unexpected “implements”/);
      const place = placeOf(document, "implements");
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        new vscode.Range(place, place),
      );
      const weaken = actions.find(({ title }) => title.startsWith("Write "));
      assert.ok(weaken?.edit, `a weaker word is offered among ${actions.map(({ title }) => title).join(", ")}`);
      await vscode.workspace.applyEdit(weaken.edit);
      assert.equal(document.getText(), after);
      await findingsWhen(document.uri, "the overclaim is gone", (each) => each.every(({ rule }) => rule !== "overclaim"));
    }
  });

  it("has the claim's card on a linked sentence, and a work's card on a citation", async () => {
    const { document } = await openDocument("manuscript.tex");
    await findingsWhen(document.uri, "the manuscript is read", () => true);
    assert.match(await hoverText(document.uri, placeOf(document, "\\claim{queries}", 9)), /queries/);
    assert.deepEqual(
      findings(inWorkspace("manuscript.tex")).filter(({ rule }) => rule === "overclaim"),
      [],
    );
  });

  it("sees the model complain when a symbol of its code goes, and knows the names of model code", async () => {
    const program = (name: string): string =>
      `class Attention:\n    def __init__(self, width):\n        # lamina: implements queries\n        self.${name} = Linear(width)\n`;
    await writeDocument(PROGRAM, program("q_proj"));
    const { document: model } = await writeDocument(MODEL, `model trial: "${PROGRAM}"\n  symbol Attention.q_proj as Query\n`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(findings(model.uri), []);
    const { document: code } = await openDocument(PROGRAM);
    assert.match(await hoverText(code.uri, placeOf(code, "q_proj", 2)), /Query/);
    const edit = new vscode.WorkspaceEdit();
    const at = placeOf(code, "q_proj");
    edit.replace(code.uri, new vscode.Range(at, at.translate(0, 6)), "query");
    await vscode.workspace.applyEdit(edit);
    const found = await findingsWhen(model.uri, "the symbol is missed", (each) => each.some(({ rule }) => rule === "symbol-not-found"));
    assert.match(found[0]?.message ?? "", /Attention\.query/);
  });

  it("finds claims in the cells of a notebook, and renames them with all others", async () => {
    const cells = [
      { cell_type: "markdown", metadata: {}, source: ["[Feedback implements the query]{claim=queries}"] },
      {
        cell_type: "code",
        execution_count: null,
        metadata: {},
        outputs: [],
        source: ["# lamina: claim in-a-cell: L4 as Value\n", "x = 1"],
      },
    ];
    const text = JSON.stringify({ cells, metadata: { language_info: { name: "python" } }, nbformat: 4, nbformat_minor: 5 });
    await vscode.workspace.fs.writeFile(inWorkspace(NOTEBOOK), new TextEncoder().encode(text));
    const notebook = await vscode.workspace.openNotebookDocument(inWorkspace(NOTEBOOK));
    await vscode.window.showNotebookDocument(notebook);
    const [words, code] = notebook.getCells().map((cell) => cell.document);
    assert.ok(words && code);
    await findingsWhen(words.uri, "the overclaim is found in its cell", (each) =>
      each.some(({ rule, line }) => rule === "overclaim" && line === 1),
    );
    await findingsWhen(code.uri, "the claim without evidence is found in its cell", (each) =>
      each.some(({ rule }) => rule === "claim-without-evidence"),
    );
    const { document } = await openDocument("hypothesis.lamina");
    const rename = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      placeOf(document, "claim queries", 6),
      "asking",
    );
    const touched = rename.entries().map(([uri]) => uri.toString());
    assert.ok(
      touched.some((uri) => uri === words.uri.toString()),
      `the cell is among ${touched.join(", ")}`,
    );
    assert.ok(touched.some((uri) => uri.endsWith("hypothesis.lamina")));
    await vscode.window.showNotebookDocument(notebook);
  });
});
