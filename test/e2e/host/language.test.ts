import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { findings, findingsWhen, inWorkspace, openDocument, placeOf, startExtension, tidyUp, until, writeDocument } from "./support.ts";

const NEW = "new.lamina";

describe("a scientist at work", () => {
  before(async () => {
    await startExtension();
  });
  afterEach(() => tidyUp());

  it("writes a claim, is told that it lacks evidence, and mends it with the quick fix", async () => {
    const { document } = await writeDocument(NEW, "claim my-values: L4 -> L2/3 as Value\n");
    const [finding] = await findingsWhen(document.uri, "the claim lacks evidence", (found) => found.length === 1);
    assert.equal(finding?.rule, "claim-without-evidence");
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(0, 8, 0, 8),
    );
    const cite = actions.find((action) => action.title.startsWith("Cite "));
    assert.ok(cite?.edit, `a reference is offered among ${actions.map((action) => action.title).join(", ")}`);
    await vscode.workspace.applyEdit(cite.edit);
    await findingsWhen(document.uri, "the finding is gone", (found) => found.length === 0);
    assert.match(document.getText(), /^claim my-values: L4 -> L2\/3 as Value\n {2}supported by \[@\w+\] \w+ "…"\n$/);
    await tidyUp(NEW);
  });

  it("breaks a line and undoes it", async () => {
    const { document } = await openDocument("hypothesis.lamina");
    const before = findings(document.uri);
    const edit = new vscode.WorkspaceEdit();
    const place = placeOf(document, "strength functional\n  supported by");
    edit.replace(document.uri, new vscode.Range(place, place.translate(0, 8)), "strenght");
    await vscode.workspace.applyEdit(edit);
    const found = await findingsWhen(document.uri, "the line is not understood", (each) =>
      each.some(({ rule }) => rule === "syntax-error"),
    );
    const finding = found.find(({ rule }) => rule === "syntax-error");
    assert.match(finding?.message ?? "", /Unexpected “strenght”, expected “strength”/);
    await vscode.commands.executeCommand("undo");
    await findingsWhen(document.uri, "all is as before", (found) => JSON.stringify(found) === JSON.stringify(before));
  });

  it("goes from a part to its entry in the atlas, which cannot be written to", async () => {
    const { document } = await openDocument("hypothesis.lamina");
    const targets = await until("the definition is found", async () => {
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        placeOf(document, "values: L4", 9),
      );
      return found.length > 0 ? found : undefined;
    });
    const [target] = targets;
    assert.equal(target?.targetUri.toString(), "lamina-atlas:/cortex.lamina");
    const atlas = await vscode.workspace.openTextDocument(target?.targetUri as vscode.Uri);
    assert.equal(atlas.lineAt(target?.targetSelectionRange?.start.line ?? 0).text, 'part L4: "Layer 4"');
    assert.equal(atlas.languageId, "lamina");
    assert.equal(vscode.workspace.fs.isWritableFileSystem("lamina-atlas"), undefined);
    assert.deepEqual(findings(atlas.uri), []);
  });

  it("is offered citation keys inside brackets and clauses on a new line", async () => {
    const { document } = await writeDocument(NEW, "claim a: L4 as Value\n  supported by [@binz\n  \n");
    const offered = async (line: number, character: number): Promise<string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new vscode.Position(line, character),
      );
      return list.items.map((item) => (typeof item.label === "string" ? item.label : item.label.label));
    };
    assert.ok(
      (
        await until("keys are offered", async () => {
          const keys = await offered(1, 21);
          return keys.includes("binzegger2004quantitative") ? keys : undefined;
        })
      ).length > 0,
    );
    assert.ok((await offered(2, 2)).includes("disputed by"));
    await tidyUp(NEW);
  });

  it("follows a bibliography that goes and comes back", async () => {
    const { document } = await openDocument("hypothesis.lamina");
    const bibliography = inWorkspace("references.bib");
    const text = await vscode.workspace.fs.readFile(bibliography);
    await vscode.workspace.fs.delete(bibliography);
    try {
      await findingsWhen(document.uri, "the bibliography is missed", (found) =>
        found.some(({ rule }) => rule === "bibliography-not-found"),
      );
    } finally {
      await vscode.workspace.fs.writeFile(bibliography, text);
    }
    await findingsWhen(document.uri, "it is found again", (found) => !found.some(({ rule }) => rule === "bibliography-not-found"));
  });

  it("finds claims inside a manuscript, on the manuscript's own lines", async () => {
    const { document } = await openDocument("manuscript.md");
    const place = placeOf(document, "claim values-as-content: L4", 25);
    const hovers = await until("a card appears", async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, place);
      return found.length > 0 ? found : undefined;
    });
    const [card] = hovers[0]?.contents ?? [];
    assert.match((card as vscode.MarkdownString).value, /Layer 4/);
  });
});
