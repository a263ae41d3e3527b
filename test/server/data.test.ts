/** A data file that changes on disk changes what the editor is told. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { CodeAction } from "vscode-languageserver";
import { DataFiles } from "../../src/workspace/data-files.ts";
import { nodeFiles, toUri } from "../../src/workspace/node-files.ts";
import { Editor } from "./editor.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "lamina-server-data-")));
const editors: Editor[] = [];

afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
  rmSync(root, { recursive: true, force: true });
});

const text = `claim a: L4 as Value
  supported by [@lee2009modulator] anatomy "so"
  predicts p
prediction p: "it is small"
  expects "share" of "all" within 10..15 %
  falsified if > 20 %
  observed data "shares.csv" column share mean
`;

it("tells the editor what a data file gives, and what it gives after a change", async () => {
  const uri = toUri(join(root, "main.lamina"));
  const file = join(root, "shares.csv");
  writeFileSync(join(root, "main.lamina"), text);
  writeFileSync(file, "share (%)\n30\n32\n");
  const editor = new Editor(nodeFiles, new DataFiles());
  editors.push(editor);
  await editor.start(toUri(root));
  await editor.open(uri, text);
  await editor.until(() => editor.findings(uri).includes("prediction-falsified"));
  const hover = await editor.ask<{ contents: { value: string } }>("textDocument/hover", uri, 0, 6);
  expect(hover.contents.value).toContain("**refuted**");
  expect(hover.contents.value).toContain("**falsified**: What was observed, 31 %, lies where the prediction fails: \\> 20 %.");

  writeFileSync(file, "share (%)\n11\n12\n13\n");
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: toUri(file), type: 2 }] });
  await editor.until(() => editor.findings(uri).length === 0);

  const accept = async (): Promise<CodeAction[]> =>
    await editor.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 6, character: 20 }, end: { line: 6, character: 20 } },
      context: { diagnostics: [] },
    });
  const [edit] = (await accept()).flatMap(({ title, edit }) => (title.startsWith("Accept") ? (edit?.changes?.[uri] ?? []) : []));
  expect(edit?.newText).toMatch(/^ accepted [0-9a-f]{12}$/);
  await editor.change(uri, [6, edit?.range.start.character ?? 0], [6, edit?.range.end.character ?? 0], edit?.newText ?? "");
  writeFileSync(file, "share (%)\n11\n12\n14\n");
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: toUri(file), type: 2 }] });
  await editor.until(() => editor.findings(uri).includes("data-changed"));
  const lenses = await editor.connection.sendRequest<{ command?: { title: string } }[]>("textDocument/codeLens", { textDocument: { uri } });
  expect(lenses.map(({ command }) => command?.title)).toContain("⟳ re-check: its data changed");
});
