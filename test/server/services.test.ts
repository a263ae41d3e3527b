import { afterEach, describe, expect, it } from "vitest";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  InitializeResult,
  InlayHint,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { type StatusChanged, statusChanged } from "../../src/protocol/requests.ts";
import { Editor, memoryFiles } from "./editor.ts";

const FOLDER = "file:///work%20space";
const FILE = `${FOLDER}/hypothesis.lamina`;
const NOTE = `${FOLDER}/note.md`;
const REFERENCES = `${FOLDER}/references.bib`;

const claims = `claim values: L4 -> L2/3 as Value
  strength functional
  supported by [@known2004] anatomy "doi:10.1000/x"
claim keys: "layer 5" as Key
  assumes values
`;
const note = "Prose   here.\r\n\r\n> ```lamina\r\n> claim more: claim   values as Block\r\n> strength analgy\r\n> ```\r\n";
const files = {
  [FILE]: claims,
  [NOTE]: note,
  [REFERENCES]: "@article{known2004, title = {A title}, year = 2004, doi = {10.1000/known}}\n",
};

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

/** An editor with the files, two of them open. */
async function started(
  capabilities: object = {},
  initializationOptions: object = {},
): Promise<{ editor: Editor; result: InitializeResult }> {
  const here = new Editor(memoryFiles(files));
  editor = here;
  const params = {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: [{ uri: FOLDER, name: "folder" }],
  };
  const result = (await here.connection.sendRequest("initialize", params)) as InitializeResult;
  await here.connection.sendNotification("initialized", {});
  await here.open(FILE, claims);
  await here.open(NOTE, note, "markdown");
  await here.until(() => (here.last(statusChanged) as StatusChanged | undefined)?.indexing === false);
  return { editor: here, result };
}

const range = (line: number, from: number, to: number): Range => ({ start: { line, character: from }, end: { line, character: to } });

const request = <Answer>({ connection }: Editor, method: string, uri: string, more: object = {}): Promise<Answer> =>
  connection.sendRequest<Answer>(method, { textDocument: { uri }, ...more });

describe("navigation", () => {
  it("finds references in both directions, manuscripts and bibliographies among them", async () => {
    const { editor } = await started();
    const ask = (uri: string, line: number, character: number): Promise<Location[]> =>
      request(editor, "textDocument/references", uri, { position: { line, character }, context: { includeDeclaration: true } });
    expect(await ask(NOTE, 3, 24)).toEqual([
      { uri: FILE, range: range(0, 6, 12) },
      { uri: FILE, range: range(4, 10, 16) },
      { uri: NOTE, range: range(3, 22, 28) },
    ]);
    expect(await ask(FILE, 2, 20)).toEqual([
      { uri: REFERENCES, range: range(0, 9, 18) },
      { uri: FILE, range: range(2, 17, 26) },
    ]);
    expect((await ask(FILE, 0, 15)).map(({ uri }) => uri)).toEqual(["lamina-atlas:/cortex.lamina", FILE]);
    const marks = await editor.ask<DocumentHighlight[]>("textDocument/documentHighlight", FILE, 4, 12);
    expect(marks).toEqual([
      { range: range(0, 6, 12), kind: 3 },
      { range: range(4, 10, 16), kind: 2 },
    ]);
  });

  it("finds symbols of the whole workspace", async () => {
    const { editor } = await started();
    const symbols = await editor.connection.sendRequest<SymbolInformation[]>("workspace/symbol", { query: "mre" });
    expect(symbols).toEqual([
      { name: "more", kind: 7, containerName: "claim values as Block", location: { uri: NOTE, range: range(3, 2, 37) } },
    ]);
  });

  it("follows what claims assume", async () => {
    const { editor } = await started();
    const [item] = await editor.ask<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", FILE, 3, 8);
    expect(item).toMatchObject({ name: "keys", detail: '"layer 5" as Key', uri: FILE, selectionRange: range(3, 6, 10) });
    const outgoing = await editor.connection.sendRequest<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", { item });
    expect(outgoing.map(({ to, fromRanges }) => [to.name, fromRanges])).toEqual([["values", [range(4, 10, 16)]]]);
    const incoming = await editor.connection.sendRequest<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", {
      item: outgoing[0]?.to,
    });
    expect(incoming.map(({ from, fromRanges }) => [from.name, fromRanges])).toEqual([["keys", [range(4, 10, 16)]]]);
  });
});

describe("rename", () => {
  it("changes every file at once", async () => {
    const { editor } = await started();
    expect(await editor.ask("textDocument/prepareRename", NOTE, 3, 24)).toEqual({ range: range(3, 22, 28), placeholder: "values" });
    const edit = await request<WorkspaceEdit>(editor, "textDocument/rename", NOTE, {
      position: { line: 3, character: 24 },
      newName: "relay",
    });
    expect(edit).toEqual({
      changes: {
        [FILE]: [
          { range: range(0, 6, 12), newText: "relay" },
          { range: range(4, 10, 16), newText: "relay" },
        ],
        [NOTE]: [{ range: range(3, 22, 28), newText: "relay" }],
      },
    });
  });

  it("refuses with a sentence, and then changes nothing", async () => {
    const { editor } = await started();
    const fails = (newName: string): Promise<unknown> =>
      request(editor, "textDocument/rename", FILE, { position: { line: 0, character: 8 }, newName });
    await expect(fails("keys")).rejects.toThrow("“keys” is taken: it is the id of a claim in hypothesis.lamina.");
    await expect(fails("two words")).rejects.toThrow("expected one name");
    await expect(editor.ask("textDocument/prepareRename", FILE, 0, 14)).rejects.toThrow("ships with Lamina and cannot be changed");
    await expect(editor.ask("textDocument/prepareRename", NOTE, 0, 2)).rejects.toThrow("Nothing that can be renamed stands here");
  });

  it("says that a bibliography keeps its key", async () => {
    const { editor } = await started();
    const said = new Promise<{ message: string }>((resolve) => editor.connection.onNotification("window/showMessage", resolve));
    await request(editor, "textDocument/rename", FILE, { position: { line: 2, character: 20 }, newName: "known2005" });
    expect((await said).message).toContain("The entry in references.bib keeps its key “known2004”");
  });
});

describe("the shape of the text", () => {
  it("folds items and grows selections, in manuscripts too", async () => {
    const { editor } = await started();
    expect(await request<FoldingRange[]>(editor, "textDocument/foldingRange", FILE)).toEqual([
      { startLine: 0, endLine: 2 },
      { startLine: 3, endLine: 4 },
    ]);
    expect(await request<FoldingRange[]>(editor, "textDocument/foldingRange", NOTE)).toEqual([{ startLine: 3, endLine: 4 }]);
    const positions = [
      { line: 4, character: 12 },
      { line: 0, character: 2 },
    ];
    const [inFence, inProse] = await request<SelectionRange[]>(editor, "textDocument/selectionRange", NOTE, { positions });
    expect(inFence).toMatchObject({ range: range(4, 11, 17), parent: { range: range(4, 2, 17) } });
    expect(inProse).toEqual({ range: range(0, 2, 2) });
  });

  it("formats files and fences, and touches no prose", async () => {
    const { editor, result } = await started();
    expect(result.capabilities).toMatchObject({ documentFormattingProvider: true, documentRangeFormattingProvider: true });
    const options = { tabSize: 2, insertSpaces: true };
    expect(await request<TextEdit[]>(editor, "textDocument/formatting", FILE, { options })).toEqual([]);
    const edits = [
      { range: range(3, 2, 37), newText: "claim more: claim values as Block" },
      { range: range(4, 2, 17), newText: "  strength analgy" },
    ];
    expect(await request<TextEdit[]>(editor, "textDocument/formatting", NOTE, { options })).toEqual(edits);
    expect(await request<TextEdit[]>(editor, "textDocument/rangeFormatting", NOTE, { options, range: range(4, 4, 5) })).toEqual(
      edits.slice(1),
    );
    await editor.change(FILE, [4, 16], [4, 16], "\n");
    const position = { line: 5, character: 0 };
    expect(await request<TextEdit[]>(editor, "textDocument/onTypeFormatting", FILE, { position, ch: "\n", options })).toEqual([
      { range: range(5, 0, 0), newText: "  " },
    ]);
  });

  it("is a formatter for Lamina alone where the client lets it choose, with a source action for manuscripts", async () => {
    const offered: unknown[] = [];
    const here = new Editor(memoryFiles(files));
    editor = here;
    here.connection.onRequest(
      "client/registerCapability",
      ({ registrations }: { registrations: unknown[] }) => void offered.push(...registrations),
    );
    const capabilities = { textDocument: { formatting: { dynamicRegistration: true }, rangeFormatting: { dynamicRegistration: true } } };
    const params = { processId: null, rootUri: null, capabilities, workspaceFolders: [{ uri: FOLDER, name: "folder" }] };
    const result = (await here.connection.sendRequest("initialize", params)) as InitializeResult;
    expect(result.capabilities.documentFormattingProvider).toBeUndefined();
    await here.connection.sendNotification("initialized", {});
    await here.open(NOTE, note, "markdown");
    await here.until(() => (here.last(statusChanged) as StatusChanged | undefined)?.indexing === false);
    expect(offered).toMatchObject([
      { method: "textDocument/formatting", registerOptions: { documentSelector: [{ language: "lamina" }] } },
      { method: "textDocument/rangeFormatting", registerOptions: { documentSelector: [{ language: "lamina" }] } },
    ]);
    const context = { diagnostics: [], only: ["source.format"] };
    const [action, ...others] = await request<CodeAction[]>(here, "textDocument/codeAction", NOTE, { range: range(0, 0, 0), context });
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      kind: "source.format.lamina",
      edit: { changes: { [NOTE]: [{ range: range(3, 2, 37) }, { newText: "  strength analgy" }] } },
    });
  });
});

describe("colours", () => {
  it("come whole, in part, and as what changed", async () => {
    const { editor, result } = await started();
    const { legend } = result.capabilities.semanticTokensProvider as { legend: { tokenTypes: string[]; tokenModifiers: string[] } };
    const whole = await request<SemanticTokens>(editor, "textDocument/semanticTokens/full", FILE);
    const [line, character, length, type = -1, modifiers = 0] = whole.data.slice(5, 10);
    expect([line, character, length, legend.tokenTypes[type]]).toEqual([0, 6, 6, "claim"]);
    expect(legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit))).toEqual(["declaration", "overstated"]);
    const part = await request<SemanticTokens>(editor, "textDocument/semanticTokens/range", FILE, { range: range(3, 0, 5) });
    expect(part.data.slice(0, 3)).toEqual([3, 0, 5]);

    await editor.change(FILE, [1, 11], [1, 21], "analogy");
    const delta = await request<SemanticTokensDelta>(editor, "textDocument/semanticTokens/full/delta", FILE, {
      previousResultId: whole.resultId,
    });
    const patched = [...whole.data];
    for (const edit of delta.edits) patched.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    const anew = await request<SemanticTokens>(editor, "textDocument/semanticTokens/full", FILE);
    expect(patched).toEqual(anew.data);
    expect(delta.edits[0]?.data?.length).toBeLessThan(anew.data.length);
    const late = await request<SemanticTokens>(editor, "textDocument/semanticTokens/full/delta", FILE, {
      previousResultId: whole.resultId,
    });
    expect(late.data).toEqual(anew.data);
  });
});

describe("the margins", () => {
  const titles = async (editor: Editor, uri: string): Promise<string[]> =>
    (await request<CodeLens[]>(editor, "textDocument/codeLens", uri)).map(({ command }) => `${command?.title} → ${command?.command}`);

  it("tell how claims stand and who uses them, and lead to the picture where the client has one", async () => {
    const plain = await started();
    expect(await titles(plain.editor, FILE)).toEqual([
      "◉ overstated · 1 for → ",
      "asserted functional, earned analogy → ",
      "used by 2 claims → ",
      "◌ unsupported · no evidence cited → ",
    ]);
    await plain.editor.stop();
    const own = await started({}, { htmlInHovers: true });
    expect(await titles(own.editor, NOTE)).toContain("show in column view → lamina.showColumn");
  });

  it("are read when they come in sight, where there are very many", async () => {
    const { editor } = await started();
    await editor.open(
      `${FOLDER}/many.lamina`,
      `prediction first: "x"\n${"claim L4 as Value\n".repeat(1000)}claim last: L5 as Key\n  predicts first\n`,
    );
    const all = await request<CodeLens[]>(editor, "textDocument/codeLens", `${FOLDER}/many.lamina`);
    expect([all.length, all[0]?.command]).toEqual([1002, undefined]);
    const resolved = await editor.connection.sendRequest<CodeLens>("codeLens/resolve", all[0]);
    expect(resolved.command).toEqual({ title: "tests 1 claim: last", command: "" });
  });

  it("hint at what is earned and which part is meant, where the lines are in sight", async () => {
    const { editor } = await started();
    const hints = await request<InlayHint[]>(editor, "textDocument/inlayHint", FILE, { range: range(0, 0, 4) });
    expect(hints.map(({ position, label }) => [position, label])).toEqual([[{ line: 1, character: 21 }, "earned analogy"]]);
    const below = await request<InlayHint[]>(editor, "textDocument/inlayHint", FILE, { range: range(3, 0, 4) });
    expect(below.map(({ label }) => label)).toEqual(["= L5"]);
  });

  it("are silent where the settings say so, and asked for anew when these change", async () => {
    let configuration = {};
    const here = new Editor(memoryFiles(files));
    editor = here;
    here.connection.onRequest("workspace/configuration", () => [configuration]);
    const asked: string[] = [];
    for (const method of ["workspace/codeLens/refresh", "workspace/inlayHint/refresh", "workspace/semanticTokens/refresh"]) {
      here.connection.onRequest(method, () => {
        asked.push(method);
        return null;
      });
    }
    const support = { refreshSupport: true };
    const capabilities = { workspace: { configuration: true, codeLens: support, inlayHint: support, semanticTokens: support } };
    await here.connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities,
      workspaceFolders: [{ uri: FOLDER, name: "folder" }],
    });
    await here.connection.sendNotification("initialized", {});
    await here.open(FILE, claims);
    await here.until(() => (here.last(statusChanged) as StatusChanged | undefined)?.indexing === false);
    expect(await titles(here, FILE)).not.toEqual([]);
    const until = async (): Promise<void> => {
      while (asked.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await until();
    asked.length = 0;
    configuration = { lenses: { enabled: false }, hints: { enabled: false } };
    await here.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
    await until();
    expect(asked).toEqual(["workspace/codeLens/refresh", "workspace/inlayHint/refresh", "workspace/semanticTokens/refresh"]);
    expect(await titles(here, FILE)).toEqual([]);
    expect(await request<InlayHint[]>(here, "textDocument/inlayHint", FILE, { range: range(0, 0, 4) })).toEqual([]);
  });

  it("link works and identifiers", async () => {
    const { editor } = await started();
    const links = await request<DocumentLink[]>(editor, "textDocument/documentLink", FILE);
    expect(links.map(({ range: { start, end }, target }) => [start.line, start.character, end.character, target])).toEqual([
      [2, 16, 17, "https://doi.org/10.1000/known"],
      [2, 41, 50, "https://doi.org/10.1000/x"],
    ]);
    expect(links[0]?.tooltip).toContain("A title");
  });
});

describe("code actions", () => {
  const ask = (editor: Editor, uri: string, line: number, only?: string[]): Promise<CodeAction[]> =>
    request(editor, "textDocument/codeAction", uri, { range: range(line, 12, 12), context: { diagnostics: [], ...(only && { only }) } });

  it("mend all plain slips at once, in the fence of a manuscript", async () => {
    const { editor } = await started();
    const [action, ...others] = await ask(editor, NOTE, 0, ["source.fixAll"]);
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      kind: "source.fixAll.lamina",
      edit: { changes: { [NOTE]: [{ range: range(4, 11, 17), newText: "analogy" }] } },
    });
    expect(await ask(editor, FILE, 0, ["source.fixAll"])).toEqual([]);
  });

  it("are of the kinds that are asked for", async () => {
    const { editor, result } = await started();
    expect(result.capabilities.codeActionProvider).toEqual({
      codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.lamina", "source.format.lamina"],
    });
    expect((await ask(editor, NOTE, 4, ["quickfix"])).map(({ kind }) => kind)).toEqual(["quickfix", "quickfix"]);
    expect((await ask(editor, NOTE, 4)).map(({ kind }) => kind)).toEqual(["quickfix", "quickfix", "source.fixAll.lamina"]);
    expect(await ask(editor, NOTE, 4, ["refactor"])).toEqual([]);
  });

  it("silence a finding where it stands, and let the reason be filled in where the editor can", async () => {
    const silence = (actions: readonly CodeAction[]): CodeAction | undefined => actions.find(({ title }) => title.startsWith("Silence"));
    const plain = silence(await ask((await started()).editor, NOTE, 4, ["quickfix"]));
    expect(plain?.edit?.changes?.[NOTE]).toEqual([{ range: range(4, 17, 17), newText: "  # lamina-ignore unknown-word -- …" }]);
    expect(plain?.command).toBeUndefined();
    await editor?.stop();
    const own = silence(await ask((await started({}, { htmlInHovers: true })).editor, NOTE, 4, ["quickfix"]));
    expect(own?.command).toMatchObject({ command: "lamina.selectStub", arguments: [NOTE, 4, 17, "…"] });
  });
});

it("has an answer for documents that it does not know", async () => {
  const { editor } = await started();
  const uri = `${FOLDER}/none.lamina`;
  const at = { position: { line: 0, character: 0 } };
  expect(await request(editor, "textDocument/references", uri, { ...at, context: { includeDeclaration: true } })).toEqual([]);
  expect(await request(editor, "textDocument/prepareRename", uri, at)).toBeNull();
  expect(await request(editor, "textDocument/rename", uri, { ...at, newName: "x" })).toBeNull();
  expect(await request(editor, "textDocument/semanticTokens/full", uri)).toBeNull();
  expect(await request(editor, "textDocument/codeLens", uri)).toEqual([]);
  expect(await request(editor, "textDocument/foldingRange", uri)).toEqual([]);
  expect(await request(editor, "textDocument/prepareCallHierarchy", uri, at)).toBeNull();
});
