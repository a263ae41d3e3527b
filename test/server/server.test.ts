import { afterEach, describe, expect, it } from "vitest";
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, LocationLink } from "vscode-languageserver";
import {
  type ColumnChanged,
  columnChanged,
  type StatusChanged,
  shippedText,
  statusChanged,
  watchColumn,
} from "../../src/protocol/requests.ts";
import { Editor, memoryFiles } from "./editor.ts";

const FOLDER = "file:///work%20space";
const FILE = `${FOLDER}/hypothesis.lamina`;
const OTHER = `${FOLDER}/other.lamina`;
const BIBLIOGRAPHY = `${FOLDER}/references.bib`;
const bibliography = "@article{known2004,\n  title = {A title},\n  year = 2004\n}\n";

const claim = "claim values: L4 -> L2/3 as Value\n";

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

async function started(
  files: Record<string, string>,
  open = FILE,
  own = false,
): Promise<{ editor: Editor; files: ReturnType<typeof memoryFiles> }> {
  const held = memoryFiles(files);
  editor = new Editor(held);
  await editor.start(FOLDER, own);
  const text = files[open];
  if (text !== undefined) await editor.open(open, text, open.endsWith(".md") ? "markdown" : "lamina");
  const here = editor;
  await here.until(() => (here.last(statusChanged) as StatusChanged | undefined)?.indexing === false);
  await here.until(() => here.diagnostics.has(open));
  return { editor: here, files: held };
}

describe("findings", () => {
  it("come for the whole folder, and follow typing", async () => {
    const { editor } = await started({ [FILE]: claim, [OTHER]: "claim queries: L1-feedback as Query\n" });
    await editor.until(() => editor.findings(OTHER).length > 0);
    expect(editor.findings(FILE)).toEqual(["claim-without-evidence"]);
    expect(editor.findings(OTHER)).toEqual(["claim-without-evidence"]);
    await editor.change(FILE, [1, 0], [1, 0], "  supported by [@binzegger2004quantitative] anatomy\n");
    await editor.until(() => editor.findings(FILE).length === 0);
    await editor.until(() => (editor.last(statusChanged) as StatusChanged).withoutEvidence === 1);
    expect(editor.last(statusChanged)).toEqual({ claims: 2, withoutEvidence: 1, findings: 1, indexing: false });
  });

  it("speak of a second definition in another file, and stop when it goes", async () => {
    const { editor } = await started({ [FILE]: claim, [OTHER]: claim });
    await editor.until(() => editor.findings(FILE).includes("duplicate-id"));
    expect(editor.diagnostics.get(FILE)?.find((entry) => entry.code === "duplicate-id")?.relatedInformation?.[0]?.location.uri).toBe(OTHER);
    await editor.open(OTHER, claim);
    await editor.change(OTHER, [0, 6], [0, 12], "others");
    await editor.until(() => !editor.findings(FILE).includes("duplicate-id"));
    expect(editor.findings(OTHER)).toEqual(["claim-without-evidence"]);
  });

  it("follow a bibliography that comes, and one that goes", async () => {
    const cites = `cite "references.bib"\n${claim}  supported by [@known2004] anatomy "x"\n`;
    const { editor, files } = await started({ [FILE]: cites });
    expect(editor.findings(FILE)).toEqual(["bibliography-not-found"]);
    const watched = { changes: [{ uri: BIBLIOGRAPHY, type: 1 }] };
    files.texts.set(BIBLIOGRAPHY, bibliography);
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", watched);
    await editor.until(() => editor.findings(FILE).length === 0);
    files.texts.set(BIBLIOGRAPHY, bibliography.replace("known2004", "known2005"));
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", watched);
    await editor.until(() => editor.findings(FILE).includes("unresolved-citation"));
    files.texts.delete(BIBLIOGRAPHY);
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", watched);
    await editor.until(() => editor.findings(FILE).includes("bibliography-not-found"));
    expect(editor.findings(FILE)).toEqual(["bibliography-not-found"]);
  });

  it("are one clear line for a file that is not text, and go when it becomes text", async () => {
    const { editor } = await started({ [FILE]: "claim \0\0\u0001 x\nclaim\n" });
    expect(editor.diagnostics.get(FILE)?.map((entry) => entry.message)).toEqual([expect.stringContaining("not text")]);
    await editor.change(FILE, [0, 6], [0, 10], "values: L4 as Value");
    await editor.until(() => !editor.diagnostics.get(FILE)?.some((entry) => entry.message.includes("not text")));
  });
});

describe("answers", () => {
  it("hover with the role first and a picture", async () => {
    const { editor } = await started({ [FILE]: claim }, FILE, true);
    const hover = await editor.ask<Hover>("textDocument/hover", FILE, 0, 15);
    const value = (hover.contents as { value: string }).value;
    expect(value.indexOf("In this workspace")).toBeLessThan(value.indexOf("In the paper"));
    expect(value).toContain("data:image/svg+xml;base64,");
    expect(hover.range).toEqual({ start: { line: 0, character: 14 }, end: { line: 0, character: 16 } });
  });

  it("completes clauses, parts and keys where they belong", async () => {
    const { editor } = await started({ [FILE]: `${claim}  sup\n  supported by [@kn\n`, [BIBLIOGRAPHY]: bibliography });
    const labels = async (line: number, character: number): Promise<string[]> =>
      (await editor.ask<CompletionItem[]>("textDocument/completion", FILE, line, character)).map((item) => item.label);
    expect(await labels(1, 5)).toContain("supported by");
    expect(await labels(0, 16)).toContain("L4");
    expect(await labels(2, 19)).toContain("known2004");
  });

  it("leads from a part to its entry in the atlas, and to other files", async () => {
    const { editor } = await started({
      [FILE]: `${claim}  predicts silencing\n`,
      [OTHER]: 'prediction silencing: "x"\n  falsified if "y"\n',
    });
    const [atlas] = await editor.ask<LocationLink[]>("textDocument/definition", FILE, 0, 15);
    expect(atlas?.targetUri).toBe("lamina-atlas:/cortex.lamina");
    const text = await editor.connection.sendRequest<string>(shippedText, { uri: atlas?.targetUri });
    expect(text.split("\n")[atlas?.targetSelectionRange.start.line ?? 0]).toBe('part L4: "Layer 4"');
    const [prediction] = await editor.ask<LocationLink[]>("textDocument/definition", FILE, 1, 14);
    expect(prediction).toMatchObject({ targetUri: OTHER, targetSelectionRange: { start: { line: 0, character: 11 } } });
  });

  it("outlines a document and mends a finding", async () => {
    const { editor } = await started({ [FILE]: claim, [BIBLIOGRAPHY]: bibliography });
    const symbols = await editor.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri: FILE } });
    expect(symbols.map((symbol) => symbol.name)).toEqual(["values"]);
    const actions = await editor.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: FILE },
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 8 } },
      context: { diagnostics: [] },
    });
    expect(actions.map((action) => action.title)).toContain("Declare it an open gap");
    const cited = actions.find((action) => action.title.startsWith("Cite "));
    const [edit] = cited?.edit?.changes?.[FILE] ?? [];
    expect(edit?.range.start).toEqual({ line: 0, character: 33 });
    await editor.change(FILE, [0, 33], [0, 33], edit?.newText ?? "");
    await editor.until(() => editor.findings(FILE).length === 0);
  });

  it("work inside a fence of a manuscript, on the manuscript's own places", async () => {
    const file = `${FOLDER}/manuscript.md`;
    const text = `# Layers\r\n\r\nLayer 4 drives.\r\n\r\n> \`\`\`lamina\r\n> ${claim.trim()}\r\n> \`\`\`\r\n`;
    const { editor } = await started({ [file]: text }, file);
    expect(editor.diagnostics.get(file)?.map((entry) => entry.range)).toEqual([
      { start: { line: 5, character: 8 }, end: { line: 5, character: 14 } },
    ]);
    const inFence = await editor.ask<Hover>("textDocument/hover", file, 5, 17);
    expect(inFence.range?.start).toEqual({ line: 5, character: 16 });
    const inProse = await editor.ask<Hover>("textDocument/hover", file, 2, 3);
    expect(inProse.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 7 } });
    const actions = await editor.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: file },
      range: { start: { line: 5, character: 9 }, end: { line: 5, character: 9 } },
      context: { diagnostics: [] },
    });
    expect(actions[0]?.edit?.changes?.[file]?.[0]?.newText).toMatch(/^\r\n> {3}supported by /);
  });

  it("says nothing in the prose of a project that does not use Lamina", async () => {
    const file = `${FOLDER}/notes.md`;
    editor = new Editor(memoryFiles({}));
    await editor.start(FOLDER);
    await editor.open(file, "Layer 4 drives.\n", "markdown");
    expect(await editor.ask<Hover | null>("textDocument/hover", file, 0, 3)).toBeNull();
  });
});

describe("the column view", () => {
  it("gets a picture of the watched document, and a new one with every change", async () => {
    const { editor } = await started({ [FILE]: claim });
    await editor.connection.sendNotification(watchColumn, { panel: 1, uri: FILE });
    await editor.until(() => editor.last(columnChanged) !== undefined);
    const first = editor.last(columnChanged) as ColumnChanged;
    expect(first).toMatchObject({ title: "hypothesis.lamina", shown: 1, all: 1 });
    expect(first.places).toMatchObject([{ claim: "values", selection: { start: { line: 0, character: 0 } } }]);
    expect(JSON.stringify(first.scene)).toContain("standing-unsupported");
    await editor.change(FILE, [1, 0], [1, 0], "  supported by [@binzegger2004quantitative] anatomy\n");
    await editor.until(() => (editor.last(columnChanged) as ColumnChanged).revision > first.revision);
    const { scene, sceneChange } = editor.last(columnChanged) as ColumnChanged;
    expect(scene).toBeUndefined();
    expect(JSON.stringify(sceneChange)).toContain("standing-supported");
  });
});
