/** Editors that take less of the protocol than VS Code, or that Lamina has no client for. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type { CompletionItem, Hover, Location, SymbolInformation } from "vscode-languageserver";
import { type StatusChanged, statusChanged } from "../../src/protocol/requests.ts";
import { clientOf, settingsIn } from "../../src/server/client.ts";
import { ShippedFiles } from "../../src/server/shipped-files.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";
import { Editor, memoryFiles } from "./editor.ts";

const FOLDER = "file:///project";
const FILE = `${FOLDER}/mine.lamina`;
const claim = "claim values: L4 -> L2/3 as Value\n";

let editor: Editor | undefined;
const folders: string[] = [];
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function scratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "lamina-client-")));
  folders.push(folder);
  return folder;
}

/** Starts an editor that says of itself just this. */
async function started(params: object, files = memoryFiles({ [FILE]: claim }) as ConstructorParameters<typeof Editor>[0]): Promise<Editor> {
  editor = new Editor(files);
  await editor.connection.sendRequest("initialize", { processId: null, rootUri: FOLDER, capabilities: {}, ...params });
  await editor.connection.sendNotification("initialized", {});
  const here = editor;
  await here.until(() => (here.last(statusChanged) as StatusChanged | undefined)?.indexing === false);
  return here;
}

describe("an editor of few abilities", () => {
  it("has its root read where it knows no workspace folders", async () => {
    const here = await started({});
    expect(here.findings(FILE)).toEqual(["claim-without-evidence"]);
  });

  it("has nothing but its open files read where it has no root", async () => {
    editor = new Editor(memoryFiles({ [FILE]: claim, [`${FOLDER}/other.lamina`]: claim }));
    const here = editor;
    await here.connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    await here.connection.sendNotification("initialized", {});
    await here.open(FILE, claim);
    await here.until(() => here.diagnostics.has(FILE));
    expect(here.findings(FILE)).toEqual(["claim-without-evidence"]);
  });

  it("gets places instead of links, a list instead of a tree, plain text instead of Markdown, and no commands", async () => {
    const here = await started({ capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } } });
    await here.open(FILE, `${claim}claim other: L5 as Key\n  assumes values\n`);
    const [place] = await here.ask<Location[]>("textDocument/definition", FILE, 2, 12);
    expect(place).toEqual({ uri: FILE, range: { start: { line: 0, character: 6 }, end: { line: 0, character: 12 } } });
    const symbols = await here.connection.sendRequest<SymbolInformation[]>("textDocument/documentSymbol", { textDocument: { uri: FILE } });
    expect(symbols.map(({ name, location }) => [name, location.uri])).toEqual([
      ["values", FILE],
      ["other", FILE],
    ]);
    const { contents } = await here.ask<Hover>("textDocument/hover", FILE, 0, 15);
    expect(contents).toMatchObject({ kind: "plaintext", value: expect.stringMatching(/^Layer 4\b/) });
    expect(JSON.stringify(contents)).not.toMatch(/\*\*|\]\(|data:image/);
    const completion = await here.ask<CompletionItem[]>("textDocument/completion", FILE, 3, 0);
    expect(completion.length).toBeGreaterThan(0);
    expect(completion.filter(({ command }) => command)).toEqual([]);
  });

  it("says its settings at the start or when they change, where it is not to be asked", async () => {
    const here = await started({ initializationOptions: { lamina: { rules: { "claim-without-evidence": "off" } } } });
    await here.open(FILE, claim);
    await here.until(() => here.diagnostics.has(FILE));
    expect(here.findings(FILE)).toEqual([]);
    await here.connection.sendNotification("workspace/didChangeConfiguration", { settings: { lamina: {} } });
    await here.until(() => here.findings(FILE).length > 0);
    expect(here.findings(FILE)).toEqual(["claim-without-evidence"]);
  });

  it("keeps what it sent at the start where it has no answer when it is asked", async () => {
    editor = new Editor(memoryFiles({ [FILE]: claim }));
    const here = editor;
    here.connection.onRequest("workspace/configuration", () => [null]);
    await here.connection.sendRequest("initialize", {
      processId: null,
      rootUri: FOLDER,
      capabilities: { workspace: { configuration: true } },
      initializationOptions: { settings: { rules: { "claim-without-evidence": "error" } } },
    });
    await here.connection.sendNotification("initialized", {});
    await here.until(() => here.diagnostics.get(FILE)?.[0]?.severity === 1);
    expect(here.findings(FILE)).toEqual(["claim-without-evidence"]);
  });

  it("counts in UTF-16, and is told so", async () => {
    editor = new Editor(memoryFiles({}));
    const general = { positionEncodings: ["utf-8", "utf-32"] };
    const answer = await editor.connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: { general } });
    expect(answer).toMatchObject({ capabilities: { positionEncoding: "utf-16" } });
  });
});

describe("files that change on disk", () => {
  const citing = 'claim values: L4 -> L2/3 as Value\n  supported by [@late2026] anatomy_light "…"\n';
  const entry = "@article{late2026,\n  title = {Late},\n  author = {Nobody, N.},\n  year = {2026}\n}\n";

  it("are watched by the server where the editor does not", async () => {
    const folder = scratch();
    writeFileSync(join(folder, "mine.lamina"), citing);
    const uri = pathToFileURL(join(folder, "mine.lamina")).href;
    const here = await started({ rootUri: pathToFileURL(folder).href }, nodeFiles);
    expect(here.findings(uri)).toContain("unresolved-citation");
    writeFileSync(join(folder, "references.bib"), entry);
    await here.until(() => !here.findings(uri).includes("unresolved-citation"));
    // a folder that comes later, with a file in it
    mkdirSync(join(folder, "more", "deep"), { recursive: true });
    writeFileSync(join(folder, "more", "deep", "new.lamina"), claim.replace("values", "deep"));
    const deep = pathToFileURL(join(folder, "more", "deep", "new.lamina")).href;
    await here.until(() => here.findings(deep).length > 0);
    expect(here.findings(deep)).toEqual(["claim-without-evidence"]);
  });

  it("are watched by the editor where it offers to", async () => {
    editor = new Editor(memoryFiles({ [FILE]: claim }));
    const here = editor;
    type Asked = { method: string; registerOptions: { watchers: { globPattern: string }[] } }[];
    const registered = new Promise<Asked>((resolve) => {
      here.connection.onRequest("client/registerCapability", ({ registrations }: { registrations: Asked }) => resolve(registrations));
    });
    await here.connection.sendRequest("initialize", {
      processId: null,
      rootUri: FOLDER,
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    await here.connection.sendNotification("initialized", {});
    const asked = await registered;
    expect(asked.map(({ method }) => method)).toEqual(["workspace/didChangeWatchedFiles"]);
    const patterns = asked[0]?.registerOptions.watchers.map(({ globPattern }) => globPattern);
    expect(patterns).toEqual(expect.arrayContaining(["**/*.lamina", "**/*.md", "**/*.bib", "**/*.csv", "**/*.json"]));
  });

  it("are told of by VS Code unasked", () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const params = { processId: null, rootUri: null, capabilities, workspaceFolders: null };
    expect(clientOf({ ...params, initializationOptions: { watchesFiles: true } }).watching).toBe("unasked");
    expect(clientOf(params).watching).toBe("asked");
    expect(clientOf({ ...params, capabilities: {} }).watching).toBe("server");
  });
});

describe("settings that a client sends", () => {
  it("are found however they are wrapped", () => {
    const own = { profile: "review" };
    for (const sent of [own, { lamina: own }, { settings: own }, { settings: { lamina: own } }]) expect(settingsIn(sent)).toEqual(own);
    expect(settingsIn(null)).toBeNull();
  });
});

describe("documents that ship, in an editor that opens files alone", () => {
  it("have the addresses of files, in what is said and in what is heard", () => {
    const folder = join(scratch(), "documents");
    const files = new ShippedFiles(folder);
    const address = pathToFileURL(folder).href;
    const said = files.toClient({ result: [{ targetUri: "lamina-atlas:/cortex.lamina", text: "lamina-atlas:/cortex.lamina" }] });
    expect(said.result[0]).toEqual({ targetUri: `${address}/cortex.lamina`, text: "lamina-atlas:/cortex.lamina" });
    expect(readFileSync(join(folder, "cortex.lamina"), "utf8")).toContain("part L4");
    const page = files.toClient({ codeDescription: { href: "lamina-atlas:/rules/overclaim.md" } });
    expect(readFileSync(new URL(page.codeDescription.href), "utf8")).toContain("#");
    expect(files.toServer({ textDocument: { uri: `${address}/rules/overclaim.md`, text: address } }).textDocument).toEqual({
      uri: "lamina-atlas:/rules/overclaim.md",
      text: address,
    });
  });

  it("are no project of their own", () => {
    const folder = join(scratch(), "documents");
    const address = pathToFileURL(folder).href;
    const heard = new ShippedFiles(folder).toServer({ rootUri: address, workspaceFolders: [{ uri: address, name: "documents" }] });
    expect([heard.rootUri, heard.workspaceFolders[0]?.uri]).toEqual(["lamina-atlas:/", "lamina-atlas:/"]);
  });

  it("keep the addresses that they have where no file can be written, and what is no document is left as it is", () => {
    const file = join(scratch(), "taken");
    writeFileSync(file, "");
    const files = new ShippedFiles(file);
    expect(files.toClient({ uri: "lamina-atlas:/cortex.lamina" })).toEqual({ uri: "lamina-atlas:/cortex.lamina" });
    expect(files.toClient({ uri: "lamina-atlas:/../../etc/passwd" })).toEqual({ uri: "lamina-atlas:/../../etc/passwd" });
    const numbers = { data: [1, 2, 3] };
    expect(files.toClient(numbers)).toBe(numbers);
  });
});
