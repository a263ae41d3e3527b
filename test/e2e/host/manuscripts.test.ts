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

describe("an author of manuscripts", () => {
  before(async () => {
    await startExtension();
  });
  afterEach(() => tidyUp());
  after(() => tidyUp(MARKDOWN, LATEX));

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
    for (const each of [document, markdown.document, latex.document]) {
      await vscode.window.showTextDocument(each);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    }
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
});
