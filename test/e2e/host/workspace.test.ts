import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { workspaceFolder } from "./support.ts";

describe(`in ${vscode.env.appName} ${vscode.version}`, () => {
  it("opens the example workspace with its Lamina files", async () => {
    assert.match(workspaceFolder().path, /\/neuroscience-of-transformers$/);
    const files = await vscode.workspace.findFiles("**/*.lamina");
    assert.notEqual(files.length, 0);
  });
});
