import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { extensionId, startExtension, until, workspaceFolder } from "./support.ts";

interface Found {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

const severities = ["error", "warning", "information", "hint"];
const place = (found: Found): string => `${found.path} ${String(found.line).padStart(6)} ${String(found.column).padStart(4)} ${found.rule}`;
const sorted = (found: readonly Found[]): Found[] => [...found].sort((a, b) => (place(a) < place(b) ? -1 : 1));

/** What the problems panel shows of the whole folder. A document that another story deleted while it was open is still open. */
function inTheEditor(): Found[] {
  // cells of a notebook stay for a while after it was closed
  const there = vscode.languages.getDiagnostics().filter(([uri]) => uri.scheme === "file" && existsSync(uri.fsPath));
  return there.flatMap(([uri, diagnostics]) =>
    diagnostics
      .filter((diagnostic) => diagnostic.source === "lamina")
      .map(({ range, code, severity, message }) => ({
        path: vscode.workspace.asRelativePath(uri, false),
        line: range.start.line + 1,
        column: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        rule: String(typeof code === "object" ? code.value : code),
        severity: severities[severity] ?? "",
        message,
      })),
  );
}

/** What the command line says of the same folder. */
function onTheCommandLine(): Found[] {
  const extension = vscode.extensions.getExtension(extensionId);
  assert.ok(extension);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(extension.extensionPath, "dist", "lamina.cjs"), "check", "--format", "json"],
    {
      cwd: workspaceFolder().fsPath,
      encoding: "utf8",
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
    },
  );
  assert.equal(stderr, "");
  return (JSON.parse(stdout) as { findings: Found[] }).findings.map(
    ({ path, line, column, endLine, endColumn, rule, severity, message }): Found => ({
      ...{ path, line, column, endLine, endColumn },
      ...{ rule, severity, message },
    }),
  );
}

describe("one engine", () => {
  it("gives the problems panel and the command line the same findings, word for word", async () => {
    await startExtension();
    const expected = sorted(onTheCommandLine());
    assert.ok(expected.length >= 4, "the example workspace has claims without evidence");
    // what is not the same in time is shown, not only counted
    await until("the panel has as many", () => inTheEditor().length === expected.length).catch(() => undefined);
    assert.deepEqual(sorted(inTheEditor()), expected);
  });

  it("underlines exactly the claims that truly lack evidence", async () => {
    const names = sorted(inTheEditor())
      .filter((found) => found.rule === "claim-without-evidence")
      .map((found) => /claim “([^”]+)”/.exec(found.message)?.[1]);
    assert.deepEqual(names, ["laminar-specialisation", "effective-connectivity", "heads", "encoder-decoder"]);
  });
});
